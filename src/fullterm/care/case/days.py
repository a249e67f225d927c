"""Days as people write them: 2026-03-02, 2019-05, 2019..2020, 2019或2020, 2026年3月2日. A month or a year is a span."""

from __future__ import annotations

import re
from datetime import date, timedelta
from itertools import pairwise

from fullterm.logic.quantity import UNKNOWN, Span
from fullterm.vocabulary.composed import hull
from fullterm.vocabulary.phrases import UNKNOWN_WORDS, shorten
from fullterm.vocabulary.spoken import half_width

EARLIEST = 1940
LATEST = 2100
_DAY = re.compile(r"^(\d{4})(?:[-/.年](\d{1,2})(?:[-/.月](\d{1,2})日?|月)?|年)?$")
_DAY_FIRST = re.compile(r"^\d{1,2}[-/.]\d{1,2}[-/.]\d{4}$")
_JOINED = re.compile(r"\s*(?:\.\.|\bto\b|\bor\b|至|到|或者|或|~)\s*")
_DURATION = re.compile(r"^(\d{1,3})\s*(d|days?|天|w|weeks?|周)?$")


def read_days(text: str) -> Span:
    """The days a date may mean, as ordinals; UNKNOWN for "unknown". Raises ValueError saying what to write."""
    said = half_width(text.strip())
    if said.lower() in UNKNOWN_WORDS:
        return UNKNOWN
    days = [_one(part, said) for part in _JOINED.split(said)]
    if any(first.low > second.high for first, second in pairwise(days)):
        raise ValueError(f"{shorten(said)!r} runs backwards: write the earlier day first")
    return hull(days)


def read_day(text: str) -> date:
    """One exact day. Raises ValueError when it is not one."""
    span = read_days(text)
    if not span.exact:
        raise ValueError(f"{shorten(text.strip())!r} is not one day: write it as 2026-03-02")
    return date.fromordinal(span.low)


def read_duration(text: str) -> int:
    """A number of days: `5d`, `1 week`, `5`. Raises ValueError saying what to write."""
    found = _DURATION.match(half_width(text).strip().removeprefix("±").strip())
    if found is None:
        raise ValueError(f"{shorten(text)!r} is not a number of days: write it as 5d")
    return int(found[1]) * (7 if (found[2] or "d")[0] in "w周" else 1)


def _one(text: str, said: str) -> Span:
    shown = shorten(said)
    found = _DAY.match(text)
    if found is None:
        hint = "write the year first, as 2026-03-02" if _DAY_FIRST.match(text) else "write 2026-03-02, 2026-03 or 2026"
        raise ValueError(f"{shown!r} is not a date: {hint}, or unknown")
    year, month, day = int(found[1]), *(int(part) if part else None for part in found.groups()[1:])
    if not EARLIEST <= year <= LATEST:
        raise ValueError(f"{shown!r} is not a year of her life: write one from {EARLIEST} to {LATEST}")
    if month is not None and not 1 <= month <= 12:
        raise ValueError(f"{shown!r} has no such month: write a month from 01 to 12")
    first = date(year, month or 1, 1)
    last = date(year, 12, 31) if month is None else _last_day(first)
    if day is None:
        return Span(first.toordinal(), last.toordinal())
    if not 1 <= day <= last.day:
        raise ValueError(f"{shown!r} is a day that does not exist: that month ends on {last.isoformat()}")
    exact = date(year, month or 1, day).toordinal()
    return Span(exact, exact)


def _last_day(first: date) -> date:
    return date(first.year + first.month // 12, first.month % 12 + 1, 1) - timedelta(days=1)
