"""The nurse's list: every heading is reached, and nothing leaves it by itself."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fullterm.care.case.facts_on import as_last_told, known_on
from fullterm.care.case.model import Declined
from fullterm.care.plan.build import plan
from fullterm.care.plan.planned import STATES, Planned, State
from fullterm.care.plan.window import Ends
from fullterm.care.plan.worklist import NOTHING_YET, TABS, FollowUp, Line, follow_ups, heading, last_day, lines, refusal
from fullterm.care.protocol.model import Protocol, Step, read_protocol
from fullterm.care.record.events import RecordEvent, fold, read
from fullterm.guidelines import register
from fullterm.guidelines.verdict import judge
from fullterm.logic.quantity import Span

DAY = date(2026, 4, 6)


@cache
def protocol() -> Protocol:
    return read_protocol("antai", {one.key: one for one in register.recommendations()})


def step(name: str) -> Step:
    return next(one for one in protocol().steps if one.id == name)


def planned(name: str, state: State, *, opens: int = -10, best: int = 5, closes: int = 10, spread: int = 0) -> Planned:
    """A step whose window opens, is best until, and closes so many days from DAY."""

    def end(days: int) -> Ends:
        day = DAY.toordinal() + days
        return Ends(0, Span(day - spread, day + spread))

    return Planned(
        step(name), state, True, end(opens), (end(opens), end(best)), end(closes), (), (),
        frozenset({"gestation"} if state == "cannot_tell" else ()),
        declined=Declined(name, DAY, "afraid") if state == "declined" else None,
    )  # fmt: skip


def told(action: str, on: date = DAY, **data: Any) -> RecordEvent:
    return RecordEvent(action, on, {"step": "cerclage", **data})


def after_events(*events: RecordEvent) -> FollowUp:
    return follow_ups(events, protocol().steps).get("cerclage", NOTHING_YET)


def day(later: int) -> str:
    return (DAY + timedelta(days=later)).isoformat()


def list_on(on: date, *events: RecordEvent) -> dict[str, Line]:
    """The lines of one woman, from her events."""
    case, problems = read(fold(events))
    assert case is not None
    assert not problems
    known = known_on(case, on)

    def decided(known: Any) -> tuple[Planned, ...]:
        verdicts = {one.key: judge(one, known.facts) for one in register.recommendations()}
        in_force = {key: one for key, one in verdicts.items() if one.recommendation.standing(on) == "in_force"}
        return plan(protocol(), case, known, in_force)

    tried = follow_ups(events, protocol().steps)
    return {one.planned.step.id: one for one in lines(decided(known), decided(as_last_told(known)), tried, on)}


@pytest.mark.parametrize(
    ("tab", "one", "event"),
    [
        ("now", planned("rescue", "open"), None),
        ("now", planned("removal", "open"), None),
        ("now", planned("removal", "missed", closes=-3), None),
        ("closing", planned("cerclage", "closing", closes=2), None),
        ("due", planned("cerclage", "open"), None),
        ("overdue", planned("cerclage", "open", best=-1), None),
        ("unreachable", planned("cerclage", "open"), told("called", outcome="unreachable")),
        ("promised", planned("cerclage", "open"), told("called", outcome="promised", until=day(2))),
        ("snoozed", planned("cerclage", "open"), told("snoozed", until=day(2), reason="result awaited")),
        ("declined", planned("cerclage", "declined"), None),
        ("missed", planned("cerclage", "missed", closes=-3), None),
    ],
)
def test_every_heading_is_reached(tab: str, one: Planned, event: RecordEvent | None) -> None:
    assert heading(one, after_events(event) if event else NOTHING_YET, DAY) == tab


def test_the_headings_above_are_all_there_are() -> None:
    marks = [one for one in test_every_heading_is_reached.pytestmark if one.name == "parametrize"]  # type: ignore[attr-defined]
    assert {row[0] for row in marks[0].args[1]} == set(TABS)


FOLLOW_UP = st.builds(
    FollowUp,
    outcome=st.sampled_from([None, "coming", "promised", "unreachable"]),
    called=st.just(DAY),
    until=st.one_of(st.none(), st.integers(-30, 60).map(lambda n: DAY + timedelta(days=n))),
    tries=st.integers(0, 5),
    snoozed_until=st.one_of(st.none(), st.integers(-30, 200).map(lambda n: DAY + timedelta(days=n))),
)
WINDOWS = st.builds(
    lambda name, state, opens, best, closes, spread: planned(
        name, state, opens=opens, best=opens + best, closes=opens + best + closes, spread=spread
    ),
    st.sampled_from([one.id for one in protocol().steps]), st.sampled_from(STATES), st.integers(-60, 20),
    st.integers(0, 20), st.integers(1, 20), st.integers(0, 7),
)  # fmt: skip


@given(WINDOWS, FOLLOW_UP)
def test_no_call_and_no_snooze_takes_a_step_off_the_list_or_puts_one_on_it(one: Planned, tried: FollowUp) -> None:
    before, now = heading(one, NOTHING_YET, DAY), heading(one, tried, DAY)
    assert (before is None) == (now is None)
    assert now is None or now in TABS
    if one.state in ("open", "closing", "missed", "declined"):
        assert now is not None
    if one.state in ("not_for_her", "not_yet_due", "done_in_window", "done_late"):
        assert now is None


@given(WINDOWS, FOLLOW_UP)
def test_what_cannot_wait_is_never_moved_away(one: Planned, tried: FollowUp) -> None:
    if one.step.urgent or one.step.until_done:
        assert heading(one, tried, DAY) == heading(one, NOTHING_YET, DAY)
    if one.step.until_done and one.state in ("open", "closing", "missed"):
        assert heading(one, tried, DAY) == "now"


@given(WINDOWS, FOLLOW_UP)
def test_a_promise_or_a_snooze_never_hides_a_window_while_it_closes_before_that_day(
    one: Planned, tried: FollowUp
) -> None:
    tab = heading(one, tried, DAY)
    until = tried.snoozed_until if tab == "snoozed" else tried.until if tab == "promised" else None
    if until is not None and one.state == "closing" and not one.step.always:  # such a line has no window to close
        ends = last_day(one)
        assert ends is not None
        assert until <= ends


@given(st.lists(WINDOWS, max_size=8, unique_by=lambda one: one.step.id), FOLLOW_UP)
def test_each_step_stands_under_one_heading_or_none(plans: list[Planned], tried: FollowUp) -> None:
    found = lines(plans, plans, {one.step.id: tried for one in plans}, DAY)
    steps = [line.planned.step.id for line in found]
    assert len(steps) == len(set(steps))
    expected = {one.step.id for one in plans if heading(one, tried, DAY) is not None and one.state != "cannot_tell"}
    assert expected <= set(steps)


def test_a_promise_holds_through_its_day_and_is_broken_the_day_after() -> None:
    tried = after_events(told("called", outcome="promised", until=day(2)))
    one = planned("cerclage", "open")
    assert heading(one, tried, DAY + timedelta(days=2)) == "promised"
    assert heading(one, tried, DAY + timedelta(days=3)) == "due"


def test_a_snooze_ends_on_its_day() -> None:
    tried = after_events(told("snoozed", until=day(2), reason="result awaited"))
    assert heading(planned("cerclage", "open"), tried, DAY + timedelta(days=1)) == "snoozed"
    assert heading(planned("cerclage", "open"), tried, DAY + timedelta(days=2)) == "due"


def test_a_later_call_wakes_what_was_put_off() -> None:
    tried = after_events(told("snoozed", until=day(5), reason="result awaited"), told("called", outcome="unreachable"))
    assert heading(planned("cerclage", "open"), tried, DAY) == "unreachable"


def test_calls_that_reach_nobody_are_counted_and_a_visit_ends_them() -> None:
    calls = [told("called", outcome="unreachable")] * 3
    assert after_events(*calls).tries == 3
    seen = after_events(*calls, RecordEvent("examined", DAY, {"dilatation": "0 cm"}))
    assert (seen.outcome, seen.tries) == (None, 0)


def test_a_window_that_closes_is_shown_even_when_nobody_answers() -> None:
    tried = after_events(told("called", outcome="unreachable"))
    assert heading(planned("cerclage", "closing", closes=2), tried, DAY) == "closing"


def test_what_was_tried_in_one_pregnancy_says_nothing_of_the_next() -> None:
    before = told("called", outcome="unreachable"), told("escalated", to="doctor")
    assert after_events(*before, RecordEvent("pregnancy began", DAY, {"due": "2027-01-01"})) == NOTHING_YET
    assert after_events(*before, RecordEvent("pregnancy ended", DAY, {"outcome": "loss"})) == NOTHING_YET
    corrected = RecordEvent("pregnancy began", DAY, {"due": "2027-01-01", "correction": "a better scan"})
    assert after_events(*before, corrected) != NOTHING_YET


def test_what_was_tried_about_one_scan_says_nothing_of_the_next() -> None:
    calls = (told("snoozed", step="scans", until=day(9), reason="away"), told("snoozed", until=day(9), reason="away"))
    found = follow_ups((*calls, RecordEvent("scanned", DAY, {"length": "30 mm"})), protocol().steps)
    assert set(found) == {"cerclage"}


def test_late_is_said_only_when_every_due_date_says_so() -> None:
    assert heading(planned("cerclage", "open", best=-2, spread=3), NOTHING_YET, DAY) == "due"
    assert heading(planned("cerclage", "open", best=-2, spread=1), NOTHING_YET, DAY) == "overdue"


def test_a_refused_removal_stays_on_top_because_the_suture_is_still_in() -> None:
    assert heading(planned("removal", "declined"), NOTHING_YET, DAY) == "now"
    assert heading(planned("removal", "declined", opens=5, best=8, closes=10), NOTHING_YET, DAY) == "declined"


PREGNANT = {"due": "2026-08-24", "dating": "crl", "fetuses": 1, "alive": "yes", "suture": "none"}  # 20w0d on DAY
ASKED = ("bleeding", "infection", "infection_suspected", "contractions", "ruptured_membranes", "labour")
WELL = dict.fromkeys((*ASKED, "fetal_compromise"), "no")
BEGAN = RecordEvent("pregnancy began", DAY - timedelta(days=60), PREGNANT)
OPEN_CERVIX = RecordEvent(
    "examined", DAY,
    {**WELL, "anomaly_scan": "normal", "dilatation": "2 cm", "membranes": "bulging", "placenta_praevia": "no"},
)  # fmt: skip
HISTORY = tuple(
    RecordEvent("answered", DAY - timedelta(days=60), {"key": key, "said": said})
    for key, said in (
        ("earlier", "yes"), ("earlier[1].outcome", "live_birth"), ("earlier[1].gestation", "30w0d"),
        ("earlier[1].induced", "no"), ("earlier[1].contractions_first", "yes"), ("earlier", "yes"),
        ("procedures", "no"),
    )
)  # fmt: skip


def test_an_emergency_does_not_leave_the_list_because_the_examination_has_aged() -> None:
    assert list_on(DAY, BEGAN, OPEN_CERVIX)["rescue"].tab == "now"
    later = list_on(DAY + timedelta(days=9), BEGAN, OPEN_CERVIX)["rescue"]
    assert later.tab == "now"
    assert not later.planned.certain
    assert "dilatation" in later.asks


def test_a_newer_examination_does_take_it_off() -> None:
    closed = RecordEvent("examined", DAY + timedelta(days=1), {"dilatation": "0 cm", "membranes": "not_visible"})
    assert "rescue" not in list_on(DAY + timedelta(days=9), BEGAN, OPEN_CERVIX, closed)


def test_a_short_cervix_stands_on_the_list_though_nobody_asked_whether_she_bleeds() -> None:
    short = RecordEvent("scanned", DAY, {"length": "18 mm", "method": "transvaginal"})
    found = list_on(DAY, *HISTORY, BEGAN, short)["ultrasound-cerclage"]
    assert found.tab == "due"
    assert "bleeding" in found.planned.check_first


def test_an_undated_pregnancy_asks_for_its_dating_once() -> None:
    undated = RecordEvent("pregnancy began", DAY, {"fetuses": 1, "alive": "yes", "suture": "none"})
    found = list_on(DAY, *HISTORY, undated)
    assert [one.tab for one in found.values() if one.asks == {"gestation"}] == ["due"]


STEPS = {one.id: one for one in protocol().steps}


@pytest.mark.parametrize(
    ("event", "wrong"),
    [
        (told("called", outcome="coming"), None),
        (told("called", outcome="promised", until=day(0)), None),
        (told("called", outcome="promised", until=day(-1)), "has passed"),
        (told("called", outcome="promised"), "the day is missing"),
        (told("called", outcome="shrugged"), "no outcome"),
        (told("called", step="tea", outcome="coming"), "no step 'tea'"),
        (told("snoozed", until=day(3), reason="away"), None),
        (told("snoozed", until=day(3)), "reason"),
        (told("snoozed", until=day(0), reason="away"), "put off by"),
        (told("snoozed", until=day(400), reason="away"), "put off by"),
        (told("snoozed", step="removal", until=day(3), reason="away"), "cannot be put off"),
        (told("snoozed", step="rescue", until=day(3), reason="away"), "cannot be put off"),
        (told("escalated", to="doctor"), None),
        (told("escalated"), "to whom"),
        (told("declined", reason="afraid"), None),
        (told("declined"), "reason"),
    ],
)
def test_a_follow_up_that_cannot_be_is_refused_in_words(event: RecordEvent, wrong: str | None) -> None:
    said = refusal(event, STEPS)
    assert (said is None) if wrong is None else (said is not None and wrong in said)


def test_the_most_pressing_line_comes_first() -> None:
    plans = [
        planned("scans", "open"), planned("cerclage", "closing", closes=2), planned("removal", "missed", closes=-9),
        planned("rescue", "open"), replace(planned("progesterone", "cannot_tell"), missing=frozenset({"alive"})),
    ]  # fmt: skip
    found = [one.planned.step.id for one in lines(plans, plans, {}, DAY)]
    assert found == ["rescue", "removal", "cerclage", "scans", "progesterone"]
