"""When a step's window is open: in gestation, in the days that may lie in it, and in those that surely do."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

from fullterm.care.case.model import Dating
from fullterm.logic.quantity import HIGHEST, LOWEST, Span, exactly

InTime: TypeAlias = Literal["not_yet_due", "open", "closing", "missed"]
PRESSING: tuple[InTime, ...] = ("closing", "open", "missed", "not_yet_due")
"""Under some due dates it has already moved on: the more pressing reading is the safe one to show."""
Days: TypeAlias = tuple[date | None, date | None]
"""The first and the last day of a window, both inside it; None where it has no such end, or nobody can reckon it."""


@dataclass(frozen=True, slots=True)
class Ends:
    """One end of a window: its gestation (days), and the earliest and latest day it may fall on (ordinals)."""

    gestation: int
    days: Span | None

    def every(self, *, opening: bool) -> date | None:
        """The day from which (opening) or before which (closing) it holds under every plausible due date."""
        return None if self.days is None else _day(self.days.high if opening else self.days.low)


def ends_at(gestation: int, dating: Dating | None) -> Ends:
    """The end of a window at a gestation (days), as days of the calendar where she is dated."""
    return Ends(gestation, None if dating is None else dating.days(exactly(gestation)))


def certain_days(opens: Ends | None, closes: Ends | None) -> Days | None:
    """The days inside the window under every plausible due date; None where there is no such day.

    A due date that is less certain than the window is wide leaves none: then only `possible_days` can be said.
    """
    first = None if opens is None or opens.days is None else opens.days.high
    last = None if closes is None or closes.days is None else closes.days.low - 1
    return _days(first, last)


def possible_days(opens: Ends | None, closes: Ends | None) -> Days | None:
    """The days inside the window under some plausible due date."""
    first = None if opens is None or opens.days is None else opens.days.low
    last = None if closes is None or closes.days is None else closes.days.high - 1
    return _days(first, last)


def day_after(end: Ends) -> Ends:
    """The first day after an end: where the last of the best days is given, it is one of them."""
    after = None if end.days is None else Span(min(end.days.low + 1, HIGHEST), min(end.days.high + 1, HIGHEST))
    return Ends(end.gestation + 1, after)


def _days(first: int | None, last: int | None) -> Days | None:
    """A window never ends before it opens: what would run backwards is no window."""
    if first is not None and last is not None and first > last:
        return None
    return (None if first is None else _day(first)), (None if last is None else _day(last))


def _day(ordinal: int) -> date | None:
    return date.fromordinal(ordinal) if LOWEST < ordinal <= date.max.toordinal() and ordinal >= 1 else None


def in_time(opens: int | None, closes: int | None, closing: int, gestation: Span) -> tuple[InTime, bool]:
    """Where a gestation (a span of days) stands against a window, and whether every plausible due date says so.

    `closing`: for so many days before its end the window is closing.
    """
    turns = [opens, closes] if closes is None else [opens, closes - closing, closes]
    # between the two ends the step may pass through every state of its window
    days = (gestation.low, *(turn for turn in turns if turn is not None and gestation.low < turn <= gestation.high))
    states = {_at(opens, closes, closing, day) for day in days}
    return min(states, key=PRESSING.index), len(states) == 1


def _at(opens: int | None, closes: int | None, closing: int, gestation: int) -> InTime:
    if opens is not None and gestation < opens:
        return "not_yet_due"
    if closes is None:
        return "open"
    if gestation >= closes:
        return "missed"
    return "closing" if closes - gestation <= closing else "open"
