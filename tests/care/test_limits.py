"""The limits the emergency page shows: of an *or* the branch that decides, never its reassuring half."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.care.test_emergency import woman
from tests.logic.strategies import examples

from fullterm.care.plan.emergency import RESCUE
from fullterm.care.verdicts.limits import Limit, limits
from fullterm.guidelines import register
from fullterm.logic.evaluate import truth
from fullterm.logic.facts import Facts, Value
from fullterm.logic.language import all_of, any_of, not_
from fullterm.logic.nodes import Bool, Compare, Named, Not, Or, walk
from fullterm.logic.quantity import Span, cm, exactly, weeks
from fullterm.vocabulary import pregnancy
from fullterm.vocabulary.clause import Range

RCOG = register.find("rcog-gtg75", "EM-3").when
DILATED = pregnancy.dilatation > cm(4)
BEYOND = pregnancy.membranes.is_("bulging")
EARLY, LATE = pregnancy.gestation < weeks(20), pregnancy.gestation > weeks(24)


def shown(when: Bool, facts: Facts) -> dict[Bool | Range, bool | None]:
    return {one.of: one.holds for one in limits(when, facts)}


def test_at_three_centimetres_with_membranes_beyond_the_os_the_branch_that_was_reached_is_shown() -> None:
    found = shown(RCOG, woman())

    assert found[BEYOND] is True
    assert DILATED not in found


def test_at_five_centimetres_with_membranes_at_the_os_it_is_the_dilatation() -> None:
    found = shown(RCOG, woman(dilatation=exactly(500), membranes="at_os"))

    assert found[DILATED] is True
    assert BEYOND not in found


def test_both_are_shown_when_both_hold_and_when_neither_does() -> None:
    assert [shown(RCOG, woman(dilatation=exactly(500)))[one] for one in (DILATED, BEYOND)] == [True, True]
    assert [shown(RCOG, woman(membranes="at_os"))[one] for one in (DILATED, BEYOND)] == [False, False]


def test_what_is_still_open_is_shown_before_what_is_not_reached() -> None:
    found = shown(RCOG, woman(membranes=None))

    assert found[BEYOND] is None
    assert DILATED not in found


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        (not_(all_of(not_(DILATED), not_(BEYOND))), {BEYOND: True}),
        (not_(EARLY), {pregnancy.gestation >= weeks(20): True}),
        (all_of(any_of(EARLY, BEYOND), any_of(LATE, DILATED)), {BEYOND: True, LATE: False, DILATED: False}),
        (any_of(EARLY, all_of(BEYOND, DILATED)), {EARLY: False, DILATED: False}),
    ],
)
def test_a_not_is_drawn_inwards_and_each_or_is_told_by_itself(when: Bool, expected: dict[Bool, bool]) -> None:
    assert shown(when, woman()) == expected


def _alternatives(node: Bool, turned: bool = False) -> Iterator[Or]:
    """Every *or* of a condition, an *and* under a "not" among them, each as an `Or` of what it then says."""
    match node:
        case Not():
            yield from _alternatives(node.part, not turned)
        case Named():
            yield from _alternatives(node.of, turned)
        case _:
            parts: tuple[Bool, ...] = getattr(node, "parts", ())
            if parts and isinstance(node, Or) is not turned:
                yield Or(tuple(Not(one) if turned else one for one in parts))
            for part in parts:
                yield from _alternatives(part, turned)


def _compares(node: Bool) -> set[object]:
    """What a condition compares, whichever way round: the number and the amount."""
    return {(one.left, one.limit) for one in walk(node) if isinstance(one, Compare)}


def _of(one: Limit) -> set[object]:
    if isinstance(one.of, Range):
        return {(one.of.of, amount) for _, amount in (one.of.lower, one.of.upper)}
    return _compares(one.of)


def _reassuring_halves(when: Bool, facts: Facts) -> list[Limit]:
    """What is shown as not reached although another branch of its *or* holds."""
    met = [one for one in _alternatives(when) if any(truth(part, facts) is True for part in one.parts)]
    once = [seen for seen in limits(when, facts) if seen.holds is False]
    return [seen for seen in once for one in met if _of(seen) & _compares(one)]


VALUES: dict[str, st.SearchStrategy[Value | None]] = {
    "gestation": st.one_of(st.integers(90, 210).map(exactly), st.just(Span(130, 170)), st.none()),
    "dilatation": st.one_of(st.sampled_from([0, 100, 300, 400, 500]).map(exactly), st.just(Span(300, 500)), st.none()),
    "membranes": st.sampled_from(["not_visible", "at_os", "bulging", "ruptured", None]),
    "contractions": st.sampled_from([True, False, None]),
}
WOMEN = st.fixed_dictionaries(VALUES).map(lambda but: woman(**but))
RESCUES = [one for one in register.recommendations() if RESCUE in one.advice.treatments]
# each number and amount once, so that a limit belongs to one *or* and no other
LEAVES: list[Bool] = [DILATED, BEYOND, EARLY, LATE, pregnancy.contractions, pregnancy.gestation >= weeks(16)]


@st.composite
def conditions(draw: st.DrawFn) -> Bool:
    """A condition in which each leaf stands once at most."""
    parts = list(draw(st.permutations(LEAVES)))
    while len(parts) > 1:
        joined = (any_of, all_of)[draw(st.booleans())](parts.pop(), parts.pop())
        parts.insert(0, not_(joined) if draw(st.booleans()) else joined)
    return parts[0]


@examples(150)
@given(WOMEN)
def test_nothing_shown_as_not_reached_has_a_branch_beside_it_that_holds(facts: Facts) -> None:
    assert [(one.key, half) for one in RESCUES for half in _reassuring_halves(one.when, facts)] == []


@examples(300)
@given(conditions(), WOMEN)
def test_nor_in_any_condition_that_could_be_written(when: Bool, facts: Facts) -> None:
    assert _reassuring_halves(when, facts) == []
