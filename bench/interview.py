"""How many questions until every verdict is settled, against the whole form: `python -m bench.interview`.

A thousand women are made up with everything about them known but hidden; the interview asks, the hidden history
answers. The whole form, for the same woman: every fact of the woman, every field of every record she has, and for each
list "is there another?" once for each record and once more for "that is all". A question about a list counts as one.

`foresight` is what nobody can have: it knows her answers, and asks only a smallest set that settles as much (found by
taking facts away, rarest first, so perhaps not the very smallest). No way of asking does much better than that.
"""

from __future__ import annotations

import argparse
import time
from collections import Counter
from datetime import date
from random import Random
from statistics import median, quantiles

from fullterm.care.questions import open_rules
from fullterm.guidelines.register import recommendations
from fullterm.guidelines.verdict import body
from fullterm.logic.answers import ALL, Answer, full_name, known, leaf_name, tell
from fullterm.logic.ask import Interview, Rule
from fullterm.logic.compiled import compile_rules
from fullterm.logic.facts import EMPTY, Facts, Listed, Record, Value
from fullterm.logic.nodes import leaves
from fullterm.logic.quantity import exactly
from fullterm.vocabulary.fact import VOCABULARY, Fact
from fullterm.vocabulary.possible import possible_answers

SEED = 1
DAY = date(2026, 11, 22)
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


class Foresight:
    """How few facts would have settled as much, had one known the answers."""

    def __init__(self, of: dict[str, Rule]) -> None:
        both = [part for rule in of.values() for part in (rule.women, rule.body)]
        self.decide = compile_rules({str(place): part for place, part in enumerate(both)}).decide
        self.uses = Counter(name for part in both for name in {leaf_name(leaf) for leaf in leaves(part)})

    def settled(self, facts: Facts) -> list[bool]:
        told = self.decide(facts)
        return [
            women is False or (women is True and body is not None)
            for women, body in zip(told[::2], told[1::2], strict=True)
        ]

    def fewest(self, hidden: Facts) -> int:
        target = self.settled(hidden)
        keys = [*hidden.values]
        for rows, one in hidden.lists.items():
            keys += [f"{rows}[{place}].{name}" for place, record in enumerate(one.records, 1) for name in record]
        kept, facts = 0, hidden
        for key in sorted(keys, key=lambda key: self.uses[full_name(key)]):
            without = forget(facts, key)
            if self.settled(without) == target:
                facts = without
            else:
                kept += 1
        return kept + sum(len(one.records) + 1 for rows, one in hidden.lists.items())


def forget(facts: Facts, key: str) -> Facts:
    """The same woman without one fact."""
    rows, _, rest = key.partition("[")
    if not rest:
        return Facts({name: value for name, value in facts.values.items() if name != key}, facts.lists)
    place, name = int(rest.partition("]")[0]) - 1, key.rpartition(".")[2]
    records = list(facts.lists[rows].records)
    records[place] = {field: value for field, value in records[place].items() if field != name}
    return Facts(facts.values, {**facts.lists, rows: Listed(tuple(records), facts.lists[rows].complete)})


def interviewed(interview: Interview, hidden: Facts, asked: Counter[str]) -> tuple[list[int], Facts]:
    """How many verdicts were open before each question, and what is known at the end."""
    facts, still_open = Facts(), list[int]()
    while (question := interview.next_question(facts)) is not None:
        still_open.append(sum(not settled for settled in interview.is_settled(facts).values()))
        asked[full_name(question.key)] += 1
        facts = tell(facts, question.key, answer(hidden, facts, question.key))
    return still_open, facts


def report(title: str, of: dict[str, Rule], women: int) -> None:
    """Interview so many women about these rules, and print how it went."""
    random, asked, unlike = Random(SEED), Counter[str](), 0
    counts: list[int] = []
    shares: dict[str, list[float]] = {"until all is settled": [], "until 9 in 10 are": [], "with foresight": []}
    started = time.perf_counter()
    interview, foresight = Interview(of, possible_answers()), Foresight(of)
    interview.next_question(Facts())
    first = time.perf_counter() - started
    spent = 0.0
    for _ in range(women):
        hidden = hidden_woman(random)
        before = time.perf_counter()
        still_open, facts = interviewed(interview, hidden, asked)
        spent += time.perf_counter() - before
        unlike += interview.is_settled(facts) != interview.is_settled(hidden)
        counts.append(len(still_open))
        few = next((place for place, number in enumerate(still_open) if number <= len(of) / 10), len(still_open))
        for found, number in zip(shares.values(), (len(still_open), few, foresight.fewest(hidden)), strict=True):
            found.append(number / whole_form(hidden))
    read = {leaf_name(leaf) for rule in of.values() for part in (rule.women, rule.body) for leaf in leaves(part)}
    print(
        f"{title}: {len(of)} rules, which read {len(read)} of {len(VOCABULARY.facts)} facts; {women} women, seed {SEED}"
    )
    print(f"  questions  median {median(counts):.0f}, 90th percentile {quantiles(counts, n=10)[-1]:.0f}")
    for name, found in shares.items():
        print(f"  {name}: of the whole form {median(found):.2f}, 90th percentile {quantiles(found, n=10)[-1]:.2f}")
    print(f"  settled less than the whole form: {unlike} women")
    print(f"  a question takes {spent / sum(counts) * 1000:.1f} ms; the first, with compiling, {first * 1000:.0f} ms")
    print("  asked most: " + ", ".join(f"{name} {n / women:.1f}" for name, n in asked.most_common(20)))


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--women", type=int, default=1000)
    women = parser.parse_args().women
    report("what decides her care", open_rules(DAY)[0], women)
    report("every recommendation", rules(), women)


if __name__ == "__main__":
    main()
