"""Law 3: the interview ends, never asks what cannot change anything, and settles what the whole form settles."""

from __future__ import annotations

from itertools import product
from random import Random

import pytest
from bench.interview import answer, whole_form
from bench.interview import rules as real_rules
from bench.women import hidden_woman
from hypothesis import assume, given
from hypothesis import strategies as st

from fullterm.logic.answers import answers, is_open, open_keys, reads, tell
from fullterm.logic.ask import Interview, Rule
from fullterm.logic.evaluate import truth
from fullterm.logic.facts import EMPTY, Facts, Listed, Record
from fullterm.logic.language import ALWAYS
from fullterm.logic.nodes import And, Bool, Measure, OneOf, Or, YesNo
from fullterm.logic.quantity import Unit, exactly
from fullterm.vocabulary.possible import possible_answers
from tests.logic.strategies import SMALL, conditions, examples

POSSIBLE = possible_answers(SMALL)


def _interviews() -> st.SearchStrategy[dict[str, Rule]]:
    return st.lists(st.builds(Rule, st.just(ALWAYS) | conditions(), conditions()), min_size=1, max_size=4).map(
        lambda several: {f"rule {number}": rule for number, rule in enumerate(several, 1)}
    )


def _hidden(random: Random) -> Facts:
    """A woman of the small vocabulary of whom everything is known."""
    lists = {
        rows: Listed(tuple(_record(random, rows) for _ in range(random.randint(0, 2))), True) for rows in SMALL.lists
    }
    return Facts(_record(random, None), lists)


def _record(random: Random, rows: str | None) -> Record:
    told = {}
    for name, fact in SMALL.fields(rows).items():
        if fact.kind == "number":
            assert fact.lowest is not None
            assert fact.highest is not None
            told[name] = exactly(random.randint(fact.lowest, fact.highest))
        else:
            told[name] = random.choice([name for name, _ in fact.options] or [True, False])  # type: ignore[assignment] # a value of the fact's kind
    return told


def _verdicts(rules: dict[str, Rule], facts: Facts) -> dict[str, object]:
    """The verdicts as the judge reads them: the population first."""
    told: dict[str, object] = {}
    for name, rule in rules.items():
        women = truth(rule.women, facts)
        told[name] = "not for her" if women is False else None if women is None else truth(rule.body, facts)
    return told


def _size(facts: Facts) -> int:
    """An upper limit of the number of questions: every fact, every field of every record, every list."""
    records = sum(len(SMALL.fields(rows)) * len(one.records) for rows, one in facts.lists.items())
    return len(SMALL.fields(None)) + records + sum(len(one.records) + 1 for one in facts.lists.values())


@given(_interviews(), st.randoms(use_true_random=False))
@examples(150)
def test_the_interview_ends_and_settles_what_the_whole_form_settles(rules: dict[str, Rule], random: Random) -> None:
    hidden, facts, asked = _hidden(random), Facts(), list[str]()
    interview = Interview(rules, POSSIBLE)
    while (question := interview.next_question(facts)) is not None:
        asked.append(question.key)
        facts = tell(facts, question.key, answer(hidden, facts, question.key))

    assert len(asked) <= _size(hidden)
    assert len({key for key in asked if key not in SMALL.lists}) == sum(key not in SMALL.lists for key in asked)
    assert _verdicts(rules, facts) == _verdicts(rules, hidden)


@given(_interviews(), st.randoms(use_true_random=False))
@examples(150)
def test_the_interview_ends_when_she_knows_little_and_asks_nothing_twice(
    rules: dict[str, Rule], random: Random
) -> None:
    """What she does not know is not asked again, and what the known facts can settle is settled all the same."""
    hidden, facts, unknown, asked = _hidden(random), Facts(), frozenset[str](), 0
    interview = Interview(rules, POSSIBLE)
    while (question := interview.next_question(facts, unknown)) is not None:
        asked += 1
        assert question.key not in unknown
        if random.random() < 0.4:
            unknown |= {question.key}
        else:
            facts = tell(facts, question.key, answer(hidden, facts, question.key))
    assert asked <= _size(hidden)

    whole = _all_but(hidden, facts, unknown)
    assert _verdicts(rules, facts) == _verdicts(rules, whole)


def _all_but(hidden: Facts, facts: Facts, unknown: frozenset[str]) -> Facts:
    """The hidden history without what she does not know; of a list she does not know, only what was told."""
    lists: dict[str, Listed] = {}
    for rows, one in hidden.lists.items():
        told = facts.lists.get(rows, EMPTY)
        number = len(told.records) if rows in unknown else len(one.records)
        records = tuple(
            {name: value for name, value in record.items() if f"{rows}[{place}].{name}" not in unknown}
            for place, record in enumerate(one.records[:number], 1)
        )
        lists[rows] = Listed(records, rows not in unknown)
    return Facts({name: value for name, value in hidden.values.items() if name not in unknown}, lists)


def _absorbing() -> st.SearchStrategy[Bool]:
    """`a, or a with b`: Kleene's reading misses `b` although it never matters; chance alone writes few of these."""
    plain = [YesNo("bleeding"), YesNo("pain"), OneOf("stitch", ("high",)), Measure("week", Unit.COUNT) >= 3]
    return st.permutations(plain).map(lambda some: Or((some[0], And((some[0], some[1])), And((some[2], some[3])))))


@given(
    st.builds(Rule, st.just(ALWAYS) | conditions(), conditions() | _absorbing()),
    st.randoms(use_true_random=False),
)
@examples(120)
def test_no_question_is_asked_that_cannot_change_the_verdict(rule: Rule, random: Random) -> None:
    """Tried by hand, at every step: among all ways to answer the others or not, the answer to some way settles it."""
    read = reads((rule.women, rule.body))
    assume(not read.lists)
    hidden = _hidden(random)
    facts = Facts({name: value for name, value in hidden.values.items() if random.random() < 0.3})
    interview, unknown = Interview({"rule": rule}, POSSIBLE), frozenset[str]()
    while True:
        question = interview.next_question(facts, unknown)
        askable = [key for key in open_keys(read, facts) if key not in unknown]
        can_matter = {key for key in askable if _can_matter(rule, facts, key, unknown)}
        if question is None:
            assert not can_matter
            break
        assert question.key in can_matter
        if random.random() < 0.5:
            unknown |= {question.key}
        else:
            facts = tell(facts, question.key, answer(hidden, facts, question.key))


def _can_matter(rule: Rule, facts: Facts, key: str, unknown: frozenset[str]) -> bool:
    read = reads((rule.women, rule.body))
    others = [name for name in open_keys(read, facts) if name != key and name not in unknown]
    ways = [(None, *answers(read, facts, name, POSSIBLE)) for name in others]
    for way in product(*ways):
        after = facts
        for name, said in zip(others, way, strict=True):
            after = after if said is None else tell(after, name, said)
        if _verdicts({"": rule}, after)[""] is None and any(
            _verdicts({"": rule}, tell(after, key, one))[""] is not None for one in answers(read, after, key, POSSIBLE)
        ):
            return True
    return False


@pytest.fixture(scope="module")
def real() -> Interview:
    return Interview(real_rules(), possible_answers())


@pytest.mark.parametrize("seed", range(12))
def test_the_interview_of_every_guideline_ends_and_settles_what_the_whole_form_settles(
    real: Interview, seed: int
) -> None:
    hidden, facts, asked = hidden_woman(Random(seed)), Facts(), 0
    while (question := real.next_question(facts)) is not None:
        assert is_open(facts, question.key)
        facts = tell(facts, question.key, answer(hidden, facts, question.key))
        asked += 1

    assert asked < whole_form(hidden)
    assert real.is_settled(facts) == real.is_settled(hidden)
