"""A record decided day by day, by the day things were recorded: what was entered late was not known before.

For each line of the first line and each pressing step: the first day it rose, the last it stood, and what ended it; and
each window that closed with nothing recorded. As on Today, a line does not leave by growing old: it stands as it was
last told. Pure: the record of a day comes from a function, the days from the caller.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache
from typing import Literal, TypeAlias

from fullterm.care.case.facts_on import as_last_told, current_pregnancy, known_on
from fullterm.care.case.model import Case
from fullterm.care.plan.build import plan
from fullterm.care.plan.planned import DONE, Planned
from fullterm.care.plan.silence import spoken
from fullterm.care.plan.worklist import as_it_stands
from fullterm.care.protocol.model import Protocol, Step
from fullterm.care.record.entries import RecordEntry, entries, recorded
from fullterm.guidelines import register
from fullterm.guidelines.decide import Deciding
from fullterm.guidelines.model import Recommendation
from fullterm.logic.nodes import Bool, leaves
from fullterm.logic.quantity import Span
from fullterm.vocabulary.fact import Text

RecordAt: TypeAlias = Callable[[date], Case | None]
"""The record as it stood at the end of a day; None while nothing was recorded."""
Key: TypeAlias = tuple[str, str]
"""A line: its step, and its suture where there is one for each."""
How: TypeAlias = Literal["told", "done", "declined", "window", "pregnancy_ended", "time"]
Unanswered: TypeAlias = Literal["stood", "stopped", "never_settled", "known_too_late"]
STANDS = ("open", "closing", "stopped")


@dataclass(frozen=True, slots=True)
class EndedBy:
    """Why a line no longer stood on a day.

    `how`: something was told that takes it away; it was done; it was declined; its window closed; the pregnancy ended;
    or time passed a limit of the advice it follows. `told`: what was recorded on that day and bears on it.
    """

    on: date
    how: How
    told: tuple[RecordEntry, ...] = ()


@dataclass(frozen=True, slots=True)
class Raised:
    """A line that stood, from its first day to its last. `ended_by`: None while it still stands on the last of all.

    `titles`: what it was called, and from which day on. `gestation`: how far along she was on its first day.
    """

    step: Step
    suture: str
    first: date
    last: date
    gestation: Span | None
    titles: tuple[tuple[date, Text], ...]
    ended_by: EndedBy | None = None

    @property
    def days(self) -> int:
        """How many days it stood, its first and its last counted."""
        return (self.last - self.first).days + 1


@dataclass(frozen=True, slots=True)
class Closed:
    """A window that closed with nothing done, declined or recorded against it.

    `on`: the first day too late; `seen`: the day on which the record first said so, later where it was told late.

    `how`: its line stood; it stood stopped; whether it was for her was never settled (`missing` would have); or it was
    known to be for her only when it was over.
    """

    step: Step
    suture: str
    on: date
    seen: date
    how: Unanswered
    missing: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Replay:
    """What rose and what closed over some days, in the order of their days. `first`, `last`: None where no day is."""

    protocol: Protocol
    first: date | None
    last: date | None
    raised: tuple[Raised, ...]
    closed: tuple[Closed, ...]


def days_between(first: date, last: date) -> tuple[date, ...]:
    """Every day from one to another, both included."""
    return tuple(first + timedelta(days=n) for n in range((last - first).days + 1))


def first_recorded(record_at: RecordAt, days: Iterable[date]) -> date | None:
    """The first of some days on which the record holds anything that is about a day."""
    return next((day for day in days if any(one.kind != "dating" for one in entries(record_at(day), day))), None)


def replay(record_at: RecordAt, days: Iterable[date], protocol: Protocol) -> Replay:
    """Decide a record on each day, in order, under one protocol."""
    told = _Telling(protocol)
    for day in days:
        told.next(_Day.decided(record_at(day), day, protocol))
    raised = sorted((*told.over, *told.standing.values()), key=lambda one: (one.first, -one.step.rank, one.step.id))
    return Replay(protocol, told.first, None if told.day is None else told.day.on, tuple(raised), tuple(told.closed))


@dataclass(frozen=True, slots=True)
class _Day:
    """One day decided: each line of the plan as it stands, what the record holds, whether she is pregnant."""

    on: date
    lines: Mapping[Key, Planned]
    holds: frozenset[RecordEntry]
    pregnant: bool
    gestation: Span | None

    @classmethod
    def decided(cls, case: Case | None, on: date, protocol: Protocol) -> _Day:
        if case is None:
            return cls(on, {}, frozenset(), False, None)
        known, deciding = known_on(case, on), _deciding(*_in_force(protocol, on))
        verdicts = {one.recommendation.key: one for one in deciding(known.facts)}
        planned = spoken("worklist", plan(protocol, case, known, verdicts), case, on)
        aged: dict[Key, Planned] = {}
        if known.stale and any(one.state == "cannot_tell" for one in planned):
            last = as_last_told(known)
            verdicts = {one.recommendation.key: one for one in deciding(last.facts)}
            aged = {_key(one): one for one in plan(protocol, case, last, verdicts)}
        gestation = known.facts.values.get("gestation")
        return cls(
            on,
            {_key(one): as_it_stands(one, aged.get(_key(one), one))[0] for one in planned},
            entries(case, on),
            current_pregnancy(case, on) is not None,
            gestation if isinstance(gestation, Span) else None,
        )

    def stands(self, key: Key) -> bool:
        """Whether a line needs somebody on this day."""
        one = self.lines.get(key)
        return one is not None and (
            one.urgent or one.state in STANDS or (one.state == "missed" and one.step.until_done)
        )


class _Telling:
    """The replay so far."""

    def __init__(self, protocol: Protocol) -> None:
        self.protocol = protocol
        self.first: date | None = None
        self.day: _Day | None = None
        self.standing: dict[Key, Raised] = {}
        self.over: list[Raised] = []
        self.closed: list[Closed] = []

    def next(self, today: _Day) -> None:
        """One more day."""
        before = _Day.decided(None, today.on, self.protocol) if self.day is None else self.day
        self.first = today.on if self.first is None else self.first
        new = recorded(before.holds, today.holds)
        for key in [key for key in self.standing if not today.stands(key)]:
            ended = _ended_by(before, today, key, new)
            self.over.append(replace(self.standing.pop(key), ended_by=ended))
        self._close(before, today)
        for key, one in today.lines.items():
            if today.stands(key):
                self._stand(key, one, today)
        self.day = today

    def _stand(self, key: Key, one: Planned, today: _Day) -> None:
        title = (one.instead or one.step).title
        raised = self.standing.get(key)
        if raised is None:
            raised = Raised(one.step, one.suture, today.on, today.on, today.gestation, ((today.on, title),))
        elif raised.titles[-1][1] != title:
            raised = replace(raised, titles=(*raised.titles, (today.on, title)))
        self.standing[key] = replace(raised, last=today.on)

    def _close(self, before: _Day, today: _Day) -> None:
        """Name each window that closed since the day before."""
        for key, one in today.lines.items():
            was = before.lines.get(key)
            if one.state == "missed" and (was is None or was.state != "missed"):
                how: Unanswered = (
                    "stopped" if was is not None and was.state == "stopped"
                    else "stood" if before.stands(key)
                    else "known_too_late"
                )  # fmt: skip
                self.closed.append(Closed(one.step, one.suture, _first_too_late(one, today.on), today.on, how))
            elif one.state == "cannot_tell" and _just_over(one, today.on) and was is not None:
                self.closed.append(Closed(one.step, one.suture, today.on, today.on, "never_settled", one.missing))


def _first_too_late(one: Planned, on: date) -> date:
    """The first day that is too late under every plausible due date; the day it was seen where nobody can reckon it."""
    closes = None if one.closes is None else one.closes.days
    return on if closes is None or closes.unknown or closes.high > on.toordinal() else date.fromordinal(closes.high)


def _just_over(one: Planned, on: date) -> bool:
    """Whether this is the first day on which a step's window is over under every plausible due date."""
    closes = None if one.closes is None else one.closes.days
    return closes is not None and closes.high == on.toordinal()


def _ended_by(before: _Day, today: _Day, key: Key, new: frozenset[RecordEntry]) -> EndedBy:
    """Why a line of the day before does not stand on this one."""
    step, one = before.lines[key].step, today.lines.get(key)
    bearing = _in_order(entry for entry in new if _bears_on(entry, step))
    how: How
    if before.pregnant and not today.pregnant:
        how, bearing = "pregnancy_ended", _in_order(entry for entry in new if entry.kind == "outcome")
    elif one is not None and (one.state in DONE or _next_turn(one, new)):
        how = "done"
    elif one is not None and one.state == "declined":
        how, bearing = "declined", tuple(entry for entry in bearing if entry.kind in ("declined", "decided"))
    elif one is not None and one.state == "missed":
        how, bearing = "window", ()
    else:  # where something was recorded it is named, all of it if nothing of it alone explains why
        how, bearing = "told" if new else "time", bearing or _in_order(new)
    return EndedBy(today.on, how, bearing)


def _next_turn(one: Planned, new: frozenset[RecordEntry]) -> bool:
    """Whether a repeated step waits for its next turn because this one was done."""
    return one.state == "not_yet_due" and one.step.every is not None and any(entry.kind == "scan" for entry in new)


def _in_order(found: Iterable[RecordEntry]) -> tuple[RecordEntry, ...]:
    return tuple(sorted(found, key=lambda one: (one.kind != "fact", one.on.low, one.name)))


def _key(one: Planned) -> Key:
    return one.step.id, one.suture


# -- what bears on a step, and who decides


def _bears_on(entry: RecordEntry, step: Step) -> bool:
    """Whether an entry can have changed where a step stands."""
    names = _reads(step)
    match entry.kind:
        case "fact":
            rows, dot, name = entry.name.rpartition(".")
            return (f"{rows.partition('[')[0]}.{name}" if dot else name) in names
        case "scan":
            return step.done_by == "scan" or any(name.startswith("scans.") for name in names)
        case "cerclage" | "removal":
            sutured = step.custody is not None or step.done_by in ("cerclage", "abdominal cerclage", "removal")
            return sutured or any(name.startswith("suture") for name in names)
        case "outcome" | "core":
            return True
        case "dating":
            return "gestation" in names or step.opens is not None or step.closes is not None
        case "declined" | "done" | "decided":
            return entry.name == step.id


@lru_cache(maxsize=256)
def _reads(step: Step) -> frozenset[str]:
    """Every fact that decides where a step stands: `bleeding`, `earlier.outcome`."""
    followed = [_ADVICE[key] for key in step.follows if key in _ADVICE]
    nodes: list[Bool | None] = [step.trigger, step.when, step.unless, step.stops, step.gives_way]
    nodes += [node for one in followed for node in (one.women, one.when, one.unless)]
    found = {
        leaf.name if leaf.rows is None else f"{leaf.rows}.{leaf.name}"
        for node in nodes
        if node is not None
        for leaf in leaves(node)
    }
    return frozenset(found | set(step.known) | ({step.at} if step.at else set()))


_ADVICE: Mapping[str, Recommendation] = {one.key: one for one in register.recommendations()}


def _in_force(protocol: Protocol, on: date) -> tuple[str, ...]:
    """The advice a protocol names (followed, or departed from) and in force on a day: the plan needs no other."""
    named = {key for one in protocol.steps for key in (*one.follows, *(gone.advice for gone in one.departs))}
    return tuple(key for key in sorted(named) if _ADVICE[key].standing(on) == "in_force")


@lru_cache(maxsize=16)
def _deciding(*keys: str) -> Deciding:
    return Deciding(_ADVICE[key] for key in keys)
