"""How many questions until every verdict is settled, against the whole form: `python -m bench.interview`.

A thousand women are made up with everything about them known but hidden; the interview asks, the hidden history
answers. The whole form, for the same woman: every fact of the woman, every field of every record she has, and for each
list "is there another?" once for each record and once more for "that is all". A question about a list counts as one.
"""

from __future__ import annotations

import argparse
import time
from collections import Counter
from random import Random
from statistics import median, quantiles

from fullterm.guidelines.register import recommendations
from fullterm.guidelines.verdict import body
from fullterm.logic.answers import ALL, Answer, full_name, known, tell
from fullterm.logic.ask import Interview, Rule
from fullterm.logic.facts import EMPTY, Facts, Listed, Record, Value
from fullterm.logic.quantity import exactly
from fullterm.vocabulary.fact import VOCABULARY, Fact
from fullterm.vocabulary.possible import possible_answers

SEED = 1
USUAL = {"pregnant": 0.75, "wishes_to_conceive": 0.8, "alive": 0.9, "first_trimester_scan": 0.7}
RARE = 0.15
"""How often an ordinary yes/no fact is yes: most women have few of the findings a form asks for."""
NOTHING = ("none", "normal", "not_visible")
"""The option that says nothing was found is the usual one, where a fact has it."""
MOST_RECORDS = {"earlier": 4, "scans": 3, "procedures": 1}


def hidden_woman(random: Random) -> Facts:
    """A woman of whom everything is known."""
    lists = {
        rows: Listed(tuple(_record(random, rows) for _ in range(random.randint(0, MOST_RECORDS.get(rows, 2)))), True)
        for rows in VOCABULARY.lists
    }
    return Facts(_record(random, None), lists)


def _record(random: Random, rows: str | None) -> Record:
    return {name: _value(random, fact) for name, fact in VOCABULARY.fields(rows).items()}


def _value(random: Random, fact: Fact) -> Value:
    if fact.kind == "yes/no":
        return random.random() < USUAL.get(fact.full_name, RARE)
    if fact.kind == "option":
        names = [name for name, _ in fact.options]
        usual = next((name for name in NOTHING if name in names), None)
        return usual if usual and random.random() > RARE else random.choice(names)
    assert fact.lowest is not None
    assert fact.highest is not None
    if fact.full_name in ("fetuses", "earlier.fetuses"):
        return exactly(1 if random.random() < 0.95 else 2)
    return exactly(random.randint(fact.lowest, fact.highest))


def answer(hidden: Facts, so_far: Facts, key: str) -> Answer:
    """What the hidden history says to one question."""
    if key in hidden.lists:
        told = len(so_far.lists.get(key, EMPTY).records)
        return {} if told < len(hidden.lists[key].records) else ALL
    value = known(hidden, key)
    assert value is not None
    return value


def whole_form(hidden: Facts) -> int:
    """How many questions the whole form has for this woman."""
    records = sum(len(VOCABULARY.fields(rows)) * len(one.records) for rows, one in hidden.lists.items())
    return len(VOCABULARY.fields(None)) + records + sum(len(one.records) + 1 for one in hidden.lists.values())


def rules() -> dict[str, Rule]:
    """Every recommendation, as the interview reads it."""
    return {one.key: Rule(one.women, body(one)) for one in recommendations()}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--women", type=int, default=1000)
    women = parser.parse_args().women
    random = Random(SEED)
    interview = Interview(rules(), possible_answers())
    asked: list[int] = []
    forms: list[int] = []
    facts_asked: Counter[str] = Counter()
    slowest = 0.0
    unlike = 0
    started = time.perf_counter()
    for _ in range(women):
        hidden, so_far, count = hidden_woman(random), Facts(), 0
        while True:
            before = time.perf_counter()
            question = interview.next_question(so_far)
            slowest = max(slowest, time.perf_counter() - before)
            if question is None:
                break
            facts_asked[full_name(question.key)] += 1
            so_far = tell(so_far, question.key, answer(hidden, so_far, question.key))
            count += 1
        unlike += interview.is_settled(so_far) != interview.is_settled(hidden)
        asked.append(count)
        forms.append(whole_form(hidden))
    spent = time.perf_counter() - started
    ratios = [count / form for count, form in zip(asked, forms, strict=True)]
    print(f"{len(rules())} recommendations, {len(VOCABULARY.facts)} facts, {women} women, seed {SEED}")
    print(f"whole form      median {median(forms):.0f} questions")
    print(f"interview       median {median(asked):.0f}, 90th percentile {quantiles(asked, n=10)[-1]:.0f}")
    print(f"ratio           median {median(ratios):.2f}, 90th percentile {quantiles(ratios, n=10)[-1]:.2f}")
    print(f"settled less than the whole form: {unlike} women")
    print(
        f"a question      mean {spent / max(1, sum(asked)) * 1000:.1f} ms, slowest {slowest * 1000:.0f} ms (the first)"
    )
    print("asked most      " + ", ".join(f"{name} {n / women:.1f}" for name, n in facts_asked.most_common(25)))


if __name__ == "__main__":
    main()
