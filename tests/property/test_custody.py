"""Law 9, custody: over simulated courses every suture is on every day in exactly one state; one that is or may be in
has an owner or "nobody named"; none vanishes but by the withdrawal of its own entry; none comes out by guesswork.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from random import Random
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from fullterm.care.case.facts_on import known_on
from fullterm.care.case.model import Case
from fullterm.care.case.sutures import HERE, STATES, Suture, state, sutures
from fullterm.care.record.events import Document, RecordEvent, after, read, standing
from tests.logic.strategies import examples

FIRST = date(2024, 1, 10)
LENGTH = 14
PLACES = ("cerclage placed", "suture from elsewhere")
CUSTODY = ("removal arranged", "suture left in", "suture handed over")
KINDS: tuple[dict[str, str], ...] = (
    {"technique": "mcdonald", "route": "vaginal"}, {"technique": "shirodkar", "route": "vaginal"},
    {"technique": "laparoscopic", "route": "abdominal"}, {"route": "vaginal"}, {"route": "abdominal"}, {},
)  # fmt: skip

Course = tuple[tuple[RecordEvent, ...], Document]


def course(seed: int) -> Iterator[tuple[tuple[RecordEvent, ...], RecordEvent, Document]]:
    """A course of entries, each with the events before it and the document after; what is refused never happened."""
    random, events, day = Random(seed), (), FIRST
    document: Document = {}
    for _ in range(LENGTH):
        day += timedelta(days=random.choice([0, 1, 7, 30, 60]))
        told = replace(_drawn(random, events, document, day), number=len(events) + 1)
        try:
            new = _carried_out(events, document, told)
        except (ValueError, LookupError):
            continue
        if {one.sentence for one in read(new)[1]} - {one.sentence for one in read(document)[1] if document}:
            continue  # the clinic refuses an entry that contradicts the record
        before, events, document = events, (*events, told), new
        yield before, told, document


def _carried_out(events: tuple[RecordEvent, ...], document: Document, told: RecordEvent) -> Document:
    if told.action != "withdrawn":
        return after(document, told)
    left = standing([(one.number, one) for one in (*events, told)])
    new: Document = {}
    for _, one in left:
        new = after(new, one)
    return new


def _drawn(random: Random, events: tuple[RecordEvent, ...], document: Document, day: date) -> RecordEvent:
    """One entry, often one that makes sense, sometimes any."""
    case = read(document)[0] if document else None
    ids = [one.id for one in sutures(case, day) if state(one, day) in HERE] if case is not None else []
    which = {"suture": random.choice(ids)} if ids and random.random() < 0.5 else {}
    due = (day + timedelta(days=random.randint(150, 220))).isoformat()
    somewhen = (day - timedelta(days=random.randint(0, 40))).isoformat()
    draws: list[Callable[[], RecordEvent]] = [
        lambda: RecordEvent("pregnancy began", day, {"due": due, "dating": "crl"}),
        lambda: RecordEvent("pregnancy began", day, {"due": due, "dating": "crl"}),
        lambda: RecordEvent("cerclage placed", day, random.choice(KINDS) | random.choice([{}, {"operation": WHO}])),
        lambda: RecordEvent("cerclage placed", day, random.choice(KINDS)),
        lambda: RecordEvent(
            "suture from elsewhere", day, random.choice(KINDS) | random.choice([{}, {"placed_on": somewhen}])
        ),
        lambda: RecordEvent("suture removed", day, which),
        lambda: RecordEvent("suture removed", day, {}),
        lambda: RecordEvent("removal arranged", day, WHO | which),
        lambda: RecordEvent("suture left in", day, {"reason": "she wishes it"} | which),
        lambda: RecordEvent("suture handed over", day, {"where": "County Hospital"} | which),
        lambda: RecordEvent("pregnancy ended", day, {"outcome": random.choice(["loss", "live_birth"])}),
        lambda: _answer(random, day),
        lambda: RecordEvent("withdrawn", day, {"number": random.randint(1, max(1, len(events))), "reason": "in error"}),
    ]
    return random.choice(draws)()


WHO = {"remover": "Dr Li", "remove_where": "room 2"}


def _answer(random: Random, day: date) -> RecordEvent:
    key = random.choice(["suture", "suture", "suture_in", "suture_vaginal", "suture_abdominal"])
    kinds, yes_no = ("none", "mcdonald", "abdominal", "vaginal", "in", "unknown"), ("yes", "no", "unknown")
    return RecordEvent("answered", day, {"key": key, "said": random.choice(kinds if key == "suture" else yes_no)})


def case_of(document: Document) -> Case:
    case, _ = read(document)
    assert case is not None
    return case


def days(events: tuple[RecordEvent, ...]) -> list[date]:
    """Every day on which something may change, the days between, and long after."""
    some = sorted({one.on + timedelta(days=by) for one in events for by in (-1, 0, 1, 20)})
    return [*some, some[-1] + timedelta(days=400)]


def placing(events: tuple[RecordEvent, ...]) -> set[str]:
    """The sutures that the standing entries placed, by the number of the entry: the rule at its plainest."""
    return {str(one.number) for _, one in standing([(one.number, one) for one in events]) if one.action in PLACES}


@given(st.integers(0, 2**32))
@examples(250)
def test_every_suture_is_on_every_day_in_one_state_and_none_vanishes(seed: int) -> None:
    was: Case | None = None
    for before, told, document in course(seed):
        events = (*before, told)
        case = case_of(document)
        found = sutures(case, told.on)
        ids = [one.id for one in found]

        assert len(ids) == len(set(ids)), "each is one suture"
        assert placing(events) <= set(ids), "a suture once placed is listed until its own entry is withdrawn"
        assert {one.id for one in found if one.origin == "placed"} - placing(events) <= _moved(ids)
        for one in found:
            _one_state_a_day(one, days(events))
        for one in found:
            assert one.owner is None or one.owner in ("Dr Li", "County Hospital"), "somebody named, or nobody"
        _out_by_what_was_told(case, events, told.on)
        if told.action == "suture removed":
            _this_came_out(was, case, told)
        was = case


def _moved(ids: list[str]) -> set[str]:
    """Those only told in a pregnancy that has ended: they go on beside the next one, named by the day it ended."""
    return {one for one in ids if " told" in one}


def _one_state_a_day(one: Suture, on: list[date]) -> None:
    """One state on each day, in the order in which a suture can pass through them; out is for good."""
    states = [state(one, day) for day in on]
    assert set(states) <= set(STATES)
    order = {"not_placed": 0, "unknown": 0, "in": 1, "may_be_in": 2, "out": 3}
    ranks = [order[each] for each in states]
    assert ranks == sorted(ranks), (one, states)
    if one.origin == "placed":
        assert "unknown" not in states
    if one.out is None:
        assert "out" not in states


def _out_by_what_was_told(case: Case, events: tuple[RecordEvent, ...], on: date) -> None:
    """Recorded sutures that are out are never more than the removals told and the answers that none is in; and while
    neither was told since a suture was placed, it is in.
    """
    left = [one for _, one in standing([(one.number, one) for one in events])]
    removals = [one for one in left if one.action == "suture removed"]
    denials = [one for one in left if one.action == "answered" and one.data["said"] in ("none", "no")]
    for one in sutures(case, on):
        if one.origin != "placed":
            continue
        if one.end is not None and one.end.kind == "said_out":
            assert denials
            assert one.doubt is not None or " told" in one.id, "an answer takes out none that is surely in"
        placed = next((each for each in left if str(each.number) == one.id), None)
        if placed is not None and not any(each.on >= placed.on or each.number > placed.number for each in removals):
            assert state(one, on) == "in", "nothing but a removal takes it out"
    out = [one for one in sutures(case, on) if one.end is not None and one.end.kind == "removed"]
    assert len(out) <= len(removals)


def _this_came_out(was: Case | None, case: Case, told: RecordEvent) -> None:
    """A removal takes out the suture it names, or the only one that was in; and never one that was not in question."""
    assert was is not None
    here = [one.id for one in sutures(was, told.on) if state(one, told.on) in HERE]
    which = told.data.get("suture") or (here[0] if len(here) == 1 else None)
    now = {one.id: state(one, told.on) for one in sutures(case, told.on)}
    if which is not None:
        assert now[which] == "out"
    else:
        assert set(here) <= now.keys()


@given(st.integers(0, 2**32))
@examples(100)
def test_what_rules_read_of_the_sutures_follows_from_their_states(seed: int) -> None:
    for _, told, document in course(seed):
        case = case_of(document)
        for day in (told.on, told.on + timedelta(days=3)):
            states = [state(one, day) for one in sutures(case, day)]
            known: Any = known_on(case, day).facts.values
            if "in" in states:
                assert known["suture_in"] is True
            if known.get("suture_in") is False:
                assert not {"in", "may_be_in"} & set(states)
            if known.get("suture") not in (None, "none"):
                assert known["suture_in"] is True
