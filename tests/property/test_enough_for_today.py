"""The interview works for today's decision first: in a doctor's order, to its end, and "enough" is never taken back."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

import pytest
from bench.interview import DAY, answer, decided
from bench.told import case_of
from bench.women import clinic_woman, consistent, hidden_woman
from hypothesis import given
from hypothesis import strategies as st

from fullterm.care.case.implied import never_asked
from fullterm.care.interview.sitting import WHICH_SUTURE, Sitting, sitting
from fullterm.care.interview.tiers import LISTS, rank
from fullterm.care.protocol.model import Protocol, read_protocol
from fullterm.guidelines import register
from fullterm.logic.answers import tell
from fullterm.logic.facts import EMPTY, Facts, Listed, Record
from tests.logic.strategies import examples

RECOMMENDATIONS = {one.key: one for one in register.recommendations()}
PROTOCOLS = {name: read_protocol(name, RECOMMENDATIONS) for name in ("antai", "rcog_nice")}
GENERATORS: dict[str, Callable[[Random], Facts]] = {"at random": hidden_woman, "clinic-like": clinic_woman}
MOST = 250
women = st.tuples(st.sampled_from(sorted(GENERATORS)), st.integers(0, 2**32 - 1), st.sampled_from(sorted(PROTOCOLS)))


def now(told: Facts, protocol: Protocol, not_known: frozenset[str] = frozenset()) -> Sitting:
    return sitting(case_of(told, DAY, not_known), DAY, protocol)


def hidden(generator: Callable[[Random], Facts], seed: int) -> Facts:
    return consistent(generator(Random(seed)))


@given(women)
@examples(60, shrunk=False)
def test_it_ends_in_the_order_of_a_doctor_with_what_everything_told_would_say(
    woman: tuple[str, int, str],
) -> None:
    generator, seed, protocol = GENERATORS[woman[0]], woman[1], PROTOCOLS[woman[2]]
    everything, told, places = hidden(generator, seed), Facts(), list[tuple[int, ...]]()
    asked, not_known = 0, frozenset[str]()
    while (question := (sat := now(told, protocol, not_known)).question(further=False)) is not None:
        assert question.key not in never_asked(sat.known.facts)
        assert question.key not in sat.known.facts.values or question.key == "gestation"
        if question.key in LISTS:  # "is there another?" brings what is asked about one more
            assert not places or rank(question.key)[0] >= places[-1][0]
        else:
            places.append(rank(question.key)[:2])
        try:
            told = tell(told, question.key, answer(everything, told, question.key))
        except KeyError:  # what cannot be known yet, asked before anybody knows how far she is
            not_known |= {question.key}
        asked += 1
        assert asked < MOST, "the interview does not end"

    assert places == sorted(places), "a tier, or an earlier pregnancy, was left before it was settled"
    assert decided(now(told, protocol, not_known)) == decided(now(everything, protocol))


@given(women, st.randoms(use_true_random=False))
@examples(60, shrunk=False)
def test_enough_for_today_stays_enough_whatever_is_answered_afterwards(
    woman: tuple[str, int, str], random: Random
) -> None:
    """Some questions nobody can answer; what nobody asked is then told in another way than the hidden woman has it."""
    generator, seed, protocol = GENERATORS[woman[0]], woman[1], PROTOCOLS[woman[2]]
    everything, told, not_known = hidden(generator, seed), Facts(), frozenset[str]()
    while (question := now(told, protocol, not_known).question(further=False)) is not None:
        try:
            said = answer(everything, told, question.key)
        except KeyError:  # of what another answer, had it been known, says that it cannot have been
            not_known |= {question.key}
            continue
        if random.random() < 0.1 and question.key not in ("pregnant", "gestation"):
            not_known |= {question.key}
        else:
            told = tell(told, question.key, said)
    enough = decided(now(told, protocol, not_known))
    for _ in range(3):
        other = otherwise(told, not_known, generator, random)
        assert decided(now(other, protocol, not_known)) == enough


def otherwise(told: Facts, not_known: frozenset[str], generator: Callable[[Random], Facts], random: Random) -> Facts:
    """Another woman of whom the same was told, and everything else is known but what nobody knows."""
    not_known |= WHICH_SUTURE if "suture_in" in not_known else set()
    other = consistent(generator(random))
    values = {**other.values, **told.values}
    lists = {rows: _like(rows, told.lists.get(rows, EMPTY), one, not_known) for rows, one in other.lists.items()}
    both = consistent(Facts({**hidden_woman(random).values, **values}, lists))
    values = {**{name: value for name, value in both.values.items() if name not in not_known}, **told.values}
    if told.values.get("pregnant") is not True:
        values = {name: value for name, value in values.items() if name in told.values or name in other.values}
    values = {name: value for name, value in values.items() if name not in never_asked(told) or name in told.values}
    return Facts(values, {**both.lists, "scans": lists["scans"]})


def _like(rows: str, told: Listed, other: Listed, not_known: frozenset[str]) -> Listed:
    if rows in not_known:
        return told
    more = () if told.complete else other.records[len(told.records) :]
    records: list[Record] = []
    for place, record in enumerate(told.records, 1):
        rest = other.records[place - 1] if place <= len(other.records) else {}
        kept = {name: value for name, value in rest.items() if f"{rows}[{place}].{name}" not in not_known}
        records.append({**kept, **record})
    return Listed((*records, *more), complete=other.complete)


@pytest.mark.parametrize("protocol", PROTOCOLS.values(), ids=PROTOCOLS)
def test_of_a_woman_dilated_with_the_membranes_bulging_rescue_stands_first_after_the_danger_page(
    protocol: Protocol,
) -> None:
    told, seen = Facts(), {"pregnant": True, "dilatation": None, "membranes": "bulging", "alive": True}
    everything = consistent(hidden_woman(Random(3)))
    while rank((question := now(told, protocol).question()).key)[0] == 0:  # type: ignore[union-attr]  # there are more
        assert question is not None
        value = seen.get(question.key, False)
        if value is None:
            value = next(one for name, one in everything.values.items() if name == "dilatation")
        told = tell(told, question.key, value)

    first = now(told, protocol).planned[0]
    assert (first.step.id, first.urgent) == ("rescue", True)
