"""Her calendar: days and neutral titles, valid iCalendar, events that move with the due date and keep who they are."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from fullterm.care.case.facts_on import known_on
from fullterm.care.case.read import read_case
from fullterm.care.plan.build import plan
from fullterm.care.plan.planned import Planned
from fullterm.care.plan.window import Ends
from fullterm.care.protocol.model import read_protocol
from fullterm.exchange.calendar import LONGEST, Visit, calendar, days_of, visits
from fullterm.guidelines import register
from fullterm.guidelines.verdict import judge
from fullterm.logic.quantity import Span
from fullterm.vocabulary.fact import Language

EXAMPLES = Path(__file__).parent.parent.parent / "examples"
DAY = date(2026, 4, 6)
WANG = (EXAMPLES / "ms-wang-2-twelve-weeks.yaml").read_text(encoding="utf-8")
PROTOCOLS = ("antai", "rcog_nice")


def moved(case: str, days: int) -> str:
    """The same woman, everything of hers some days later."""
    shift = timedelta(days=days)
    return re.sub(r"\d{4}-\d\d-\d\d", lambda found: (date.fromisoformat(found[0]) + shift).isoformat(), case)


@cache
def _advice() -> dict[str, Any]:
    return {one.key: one for one in register.recommendations()}


def planned(case: str, on: date, protocol: str = "antai") -> tuple[Planned, ...]:
    read, problems = read_case(case)
    assert read is not None
    assert not problems
    known = known_on(read, on)
    verdicts = {key: judge(one, known.facts) for key, one in _advice().items() if one.standing(DAY) == "in_force"}
    return plan(read_protocol(protocol, _advice()), read, known, verdicts)


def parsed(made: bytes) -> dict[str, tuple[date, date]]:
    """Days by identity, the last one included, as any calendar reads them."""
    return {
        str(event["uid"]): (event.decoded("dtstart"), event.decoded("dtend") - timedelta(days=1))
        for event in Calendar.from_ical(made).walk("VEVENT")
    }


@pytest.mark.parametrize("protocol", PROTOCOLS)
@settings(max_examples=25, deadline=None)
@given(days=st.integers(-400, 400), within=st.integers(0, 12))
def test_her_visits_move_day_for_day_with_the_due_date(protocol: str, days: int, within: int) -> None:
    case = WANG.replace("within: 2d", f"within: {within}d")
    here = parsed(calendar(visits(planned(case, DAY, protocol)), "en", DAY, "seed"))
    later = DAY + timedelta(days=days)
    there = parsed(calendar(visits(planned(moved(case, days), later, protocol)), "en", later, "seed"))
    assert here
    shift = timedelta(days=days)
    assert there == {uid: (first + shift, last + shift) for uid, (first, last) in here.items()}


def test_the_example_really_tells_how_sure_its_due_date_is() -> None:
    """Otherwise the law above would vary nothing."""
    assert "within: 2d" in WANG


def test_a_visit_stands_on_the_days_that_hold_under_every_due_date() -> None:
    steps = {one.step.id: one for one in planned(WANG, DAY)}
    cerclage = steps["cerclage"]
    assert cerclage.best is not None
    assert cerclage.best[0].days == Span(date(2026, 4, 11).toordinal(), date(2026, 4, 15).toordinal())
    assert days_of(cerclage) == (date(2026, 4, 15), date(2026, 4, 18))


def test_a_dating_wider_than_the_window_still_shows_days() -> None:
    step = next(one for one in planned(WANG, DAY) if one.step.id == "cerclage")
    wide = Ends(91, Span(DAY.toordinal() - 20, DAY.toordinal() + 20))
    assert days_of(replace(step, best=(wide, wide))) == (DAY - timedelta(20), DAY + timedelta(20))
    undated = Ends(91, None)
    assert days_of(replace(step, best=(undated, undated))) is None


def test_a_window_closes_before_the_first_day_too_late() -> None:
    step = next(one for one in planned(WANG, DAY) if one.step.id == "cerclage")
    days = days_of(replace(step, best=None))
    assert step.closes is not None
    assert step.closes.days is not None
    assert days is not None
    assert days[1] == date.fromordinal(step.closes.days.low - 1)


def test_what_is_over_what_cannot_wait_and_what_would_fill_the_calendar_is_not_in_it() -> None:
    step = next(one for one in planned(WANG, DAY) if one.step.id == "cerclage")
    assert [one.step for one in visits([step])] == ["cerclage"]
    for state in ("missed", "done_in_window", "declined", "not_for_her", "cannot_tell"):
        assert visits([replace(step, state=state)]) == ()
    assert visits([replace(step, step=replace(step.step, urgent=True))]) == ()
    opens = step.opens
    assert opens is not None
    assert opens.days is not None
    for days, there in ((LONGEST, 1), (LONGEST + 1, 0)):
        low = opens.days.high + days
        closes = Ends(opens.gestation + days, Span(low, low + 4))
        assert len(visits([replace(step, best=None, closes=closes)])) == there


@pytest.mark.parametrize("language", ["en", "zh"])
@settings(max_examples=40, deadline=None)
@given(
    shown=st.lists(
        st.tuples(st.sampled_from(("cerclage", "scans", "removal")), st.dates(date(2020, 1, 1), date(2040, 1, 1)),
                  st.integers(0, 40)),
        unique_by=lambda one: one[0],
    ),
    seed=st.text(max_size=40),
)  # fmt: skip
def test_a_calendar_is_valid_and_says_nothing_but_days(
    language: Language, shown: list[tuple[str, date, int]], seed: str
) -> None:
    seen = [Visit(step, first, first + timedelta(days=days)) for step, first, days in shown]
    made = calendar(seen, language, DAY, seed)
    read = Calendar.from_ical(made)
    assert not read.errors
    assert made.endswith(b"END:VCALENDAR\r\n")
    assert all(len(line) <= 75 for line in made.split(b"\r\n"))
    assert read.decoded("refresh-interval") == timedelta(hours=12)
    assert sorted(parsed(made).values()) == sorted((one.first, one.last) for one in seen)
    for event in read.walk("VEVENT"):
        assert str(event["summary"]) == {"en": "Clinic visit", "zh": "门诊"}[language]
        assert event.walk("VALARM")[0].decoded("trigger") == timedelta(hours=-15)
        assert set(event) == {
            "UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "DESCRIPTION", "CLASS", "TRANSP"
        }  # fmt: skip
    said = made.decode().replace("\r\n ", "")
    assert not re.search(r"cerclage|suture|scan|removal|pregnan|baby|fullterm|环扎|缝线|孕|产|胎", said, re.IGNORECASE)


def test_identities_belong_to_one_calendar_and_do_not_name_the_step() -> None:
    seen = [Visit("cerclage", DAY, DAY), Visit("removal", DAY, DAY)]
    one, same, other = (parsed(calendar(seen, "en", DAY, seed)) for seed in ("a", "a", "b"))
    assert one == same
    assert len(one) == 2
    assert not one.keys() & other.keys()
