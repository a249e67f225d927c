"""A woman's visits as iCalendar (RFC 5545; refresh and name: RFC 7986): days and neutral titles, and nothing else.

A calendar lies open on phones and with whoever synchronises them, so nothing in it names a person, a hospital, a
pregnancy or a step. An event keeps its identity while its window moves: the calendar moves it too.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from icalendar import Alarm, Calendar, Event

from fullterm.care.plan.planned import Planned
from fullterm.vocabulary.fact import Language, Text

PRODUCER = "-//calendar//visits 1//EN"
NAME = Text("Clinic visits", "门诊安排")
TITLE = Text("Clinic visit", "门诊")
ONE_DAY = Text("Details are on your private page.", "详情见您的专属页面。")
SEVERAL = Text("Come on one of these days. Details are on your private page.", "请在这几天内就诊。详情见您的专属页面。")
REFRESH = timedelta(hours=12)
REMINDER = timedelta(hours=-15)
"""Nine in the morning of the day before: an event of whole days begins at midnight."""
AHEAD = ("not_yet_due", "open", "closing")
LONGEST = 28
"""Days. A window without best days that is longer fills a calendar and says nothing: it is left out."""


@dataclass(frozen=True, slots=True)
class Visit:
    """What is shown of one step: `step` for its identity only; the first and the last day on which to come."""

    step: str
    first: date
    last: date


def days_of(one: Planned) -> tuple[date, date] | None:
    """The first and the last day of a step's best days, else of its window; None when it has no days.

    The days that lie inside under every plausible due date; where there are none, those inside under some.
    """
    if one.step.always:
        return None  # its gestations are limits, and no days on which to come
    if one.best is not None:
        first, last = one.certain_best or one.possible_best or (None, None)
    else:
        first, last = one.certain_days or one.possible_days or (None, None)
    return None if first is None or last is None else (first, last)


def visits(planned: Iterable[Planned]) -> tuple[Visit, ...]:
    """The steps that are still to come and have days, in their order."""
    found = []
    for one in planned:
        days = days_of(one) if one.state in AHEAD and not one.step.urgent else None
        if days is not None and (one.best is not None or (days[1] - days[0]).days < LONGEST):
            found.append(Visit(one.step.id, *days))
    return tuple(found)


def calendar(visits: Iterable[Visit], language: Language, on: date, seed: str) -> bytes:
    """The calendar as of a day. `seed` belongs to one calendar and is no part of any address: identities are of it."""
    made = Calendar()
    made.add("prodid", PRODUCER)
    made.add("version", "2.0")
    made.add("method", "PUBLISH")
    made.add("name", NAME[language])
    made.add("x-wr-calname", NAME[language])
    made.add("refresh-interval", REFRESH, parameters={"VALUE": "DURATION"})
    made.add("x-published-ttl", "PT12H")
    for one in visits:
        made.add_component(_event(one, language, on, seed))
    return bytes(made.to_ical())


def _event(one: Visit, language: Language, on: date, seed: str) -> Event:
    event = Event()
    event.add("uid", hashlib.sha256(f"{seed} {one.step}".encode()).hexdigest()[:32])
    event.add("dtstamp", datetime(on.year, on.month, on.day, tzinfo=UTC))
    event.add("dtstart", one.first)
    event.add("dtend", one.last + timedelta(days=1))
    event.add("summary", TITLE[language])
    event.add("description", (ONE_DAY if one.first == one.last else SEVERAL)[language])
    event.add("class", "PRIVATE")
    event.add("transp", "TRANSPARENT")
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", TITLE[language])
    alarm.add("trigger", REMINDER)
    event.add_component(alarm)
    return event
