"""Hypothesis strategies: well-typed rules of every kind of node, and women to read them against."""

from __future__ import annotations

import os
from collections.abc import Mapping
from random import Random

from hypothesis import Phase, settings
from hypothesis import strategies as st

from fullterm.logic.facts import Facts
from fullterm.logic.nodes import (
    And,
    Bool,
    Choice,
    Compare,
    Constant,
    Count,
    Greatest,
    Latest,
    Least,
    Measure,
    Named,
    Not,
    Number,
    OneOf,
    Operator,
    Or,
    YesNo,
)
from fullterm.logic.quantity import Unit
from fullterm.vocabulary.fact import Fact, ListOf, Text, Vocabulary
from tests.logic.women import a_woman_for, limits_in, refined

OPERATORS: tuple[Operator, ...] = ("<", "<=", ">", ">=")
EXAMPLES = float(os.environ.get("FULLTERM_EXAMPLES", "1"))
"""Multiplies every test's number of examples: `FULLTERM_EXAMPLES=50` for a night's soak."""


def examples(usual: int, *, shrunk: bool = True) -> settings:
    """How long a property is tried: the same examples every time, unless a soak is asked for.

    `shrunk`: a failure is made small; not where one example takes so long that this would take minutes.
    """
    phases = tuple(one for one in Phase if shrunk or one not in (Phase.shrink, Phase.explain))
    number = max(1, int(usual * EXAMPLES))
    return settings(max_examples=number, derandomize=EXAMPLES == 1, deadline=None, database=None, phases=phases)


def _small_vocabulary() -> Vocabulary:
    """A few facts of each kind, and two lists: small enough that rules and women often speak of the same."""
    text = Text("-", "-")
    small = Vocabulary()
    for rows in (None, "visits", "tests"):
        facts = [
            Fact("bleeding", "yes/no", text, text, rows),
            Fact("pain", "yes/no", text, text, rows),
            Fact("stitch", "option", text, text, rows, options=(("high", text), ("low", text), ("none", text))),
            Fact("week", "number", text, text, rows, Unit.COUNT, lowest=0, highest=6),
            Fact("length", "number", text, text, rows, Unit.COUNT, lowest=-2, highest=4),
        ]
        small.facts |= {fact.full_name: fact for fact in facts}
    small.lists = {rows: ListOf(rows, text, text, text, text) for rows in ("visits", "tests")}
    return small


SMALL = _small_vocabulary()


def _measures(rows: str | None) -> st.SearchStrategy[Measure]:
    names = [fact.name for fact in SMALL.fields(rows).values() if fact.kind == "number"]
    return st.sampled_from(names).map(lambda name: Measure(name, Unit.COUNT, rows))


def _numbers(rows: str | None) -> st.SearchStrategy[Number]:
    """Numbers readable where `rows` is: a record's own, or the woman's and any over her lists."""
    if rows is not None:
        return _measures(rows)
    over: list[st.SearchStrategy[Number]] = [_measures(None)]
    for name in SMALL.lists:
        where = st.deferred(lambda name=name: conditions(name))  # type: ignore[misc] # mypy cannot infer a default argument
        over += [st.builds(Count, st.just(name), where)] * 2
        over.append(st.builds(Least, _measures(name), where))
        over.append(st.builds(Greatest, _measures(name), where))
        over.append(st.builds(Latest, _measures(name), _measures(name), where))
    return st.one_of(over)


def conditions(rows: str | None = None) -> st.SearchStrategy[Bool]:
    """Well-typed conditions over SMALL, of every kind of node: on the woman, or on one record of a list."""
    fields = SMALL.fields(rows).values()
    yes_nos = [YesNo(fact.name, rows) for fact in fields if fact.kind == "yes/no"]
    options = [fact for fact in fields if fact.kind == "option"]
    one_of = st.sampled_from(options).flatmap(
        lambda fact: st.lists(
            st.sampled_from([name for name, _ in fact.options]), min_size=1, max_size=2, unique=True
        ).map(lambda chosen: OneOf(fact.name, tuple(chosen), rows))
    )
    compares = st.builds(Compare, _numbers(rows), st.sampled_from(OPERATORS), st.integers(-1, 5))
    leaves: st.SearchStrategy[Bool] = st.one_of(
        st.sampled_from(yes_nos), one_of, compares, compares, st.booleans().map(Constant)
    )
    return st.recursive(leaves, _wider, max_leaves=6)


def _wider(inner: st.SearchStrategy[Bool]) -> st.SearchStrategy[Bool]:
    parts = st.lists(inner, max_size=3).map(tuple)
    cases = st.lists(st.tuples(inner, inner), max_size=2).map(tuple)
    name = st.sampled_from(("late_loss", "short_cervix"))
    return st.one_of(
        st.builds(And, parts),
        st.builds(Or, parts),
        st.builds(Not, inner),
        st.builds(Choice, cases, inner),
        st.builds(Named, name, inner),
    )


def rules(most: int = 5) -> st.SearchStrategy[dict[str, Bool]]:
    """A few rules by name."""
    return st.lists(conditions(), min_size=1, max_size=most).map(
        lambda several: {f"rule {place}": rule for place, rule in enumerate(several, 1)}
    )


def many_women(of: Mapping[str, Bool], seed: int, number: int) -> list[Facts]:
    """Women of the small vocabulary, close to the limits of these rules. Hypothesis draws the seed, not each fact:
    ten times the women in the same time; `women.smallest` shrinks one that fails."""
    random, limits = Random(seed), limits_in(of.values())
    return [a_woman_for(random, tuple(of.values()), limits, SMALL) for _ in range(number)]


def many_refinements(of: Mapping[str, Bool], seed: int, number: int) -> list[tuple[Facts, Facts]]:
    """Women of the small vocabulary, each beside herself when more is known."""
    random, limits = Random(seed), limits_in(of.values())
    return [(woman, refined(random, woman, limits, SMALL)) for woman in many_women(of, seed, number)]
