"""What a record holds on a day, entry by entry, so that two days can be compared: what was recorded between them."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import reduce
from itertools import groupby
from typing import Literal, TypeAlias

from fullterm.care.case.model import Case, EarlierPregnancy, Observation, Pregnancy
from fullterm.care.record.events import Document, RecordEvent, after, fold
from fullterm.care.record.places import case_of
from fullterm.logic.facts import Value
from fullterm.logic.quantity import LOWEST, Span, exactly

Kind: TypeAlias = Literal[
    "fact", "scan", "cerclage", "removal", "outcome", "declined", "done", "decided", "dating", "core"
]


@dataclass(frozen=True, slots=True)
class RecordEntry:
    """One thing a record holds.

    `name`: of a fact as readings name it (`bleeding`, `earlier[2].outcome`), of a step its id. `on`: the day it is
    about, in days. `withdrawn`: it was in the record before, and is not any more.
    """

    kind: Kind
    name: str
    value: Value | None
    on: Span
    withdrawn: bool = False


def entries(case: Case | None, on: date) -> frozenset[RecordEntry]:
    """Everything a record holds that is about a day up to `on`."""
    if case is None:
        return frozenset()
    day = on.toordinal()
    return frozenset(one for one in _entries(case) if one.on.low <= day)


def recorded(before: frozenset[RecordEntry], now: frozenset[RecordEntry]) -> frozenset[RecordEntry]:
    """What was recorded between two days: what is new, and what was taken back and not told anew.

    Once a new pregnancy is recorded the ended one is kept among the earlier ones: nothing of it was taken back.
    """
    new, gone = now - before, before - now
    if any(one.kind == "outcome" for one in gone):
        return new
    told = {(one.kind, one.name) for one in new}
    return new | {replace(one, withdrawn=True) for one in gone if (one.kind, one.name) not in told}


def _entries(case: Case) -> Iterator[RecordEntry]:
    yield from _facts("", case.observations)
    for one in case.earlier:
        yield from _facts(f"earlier[{one.number}].", one.observations)
        yield from _core(one)
    for procedure in case.procedures:
        yield from _facts(f"procedures[{procedure.number}].", procedure.observations)
    for suture in case.cerclages:
        yield RecordEntry("cerclage", "", suture.technique or suture.route, suture.on)
    for removal in case.removals:
        yield RecordEntry("removal", "", None, removal.on)
    for done in case.done:
        yield RecordEntry("done", done.step, done.note, _day(done.on))
    for decided in case.decided:
        yield RecordEntry("decided", decided.step, decided.choice, _day(decided.on))
    if case.pregnancy is not None:
        yield from _of_pregnancy(case.pregnancy)


def _of_pregnancy(pregnancy: Pregnancy) -> Iterator[RecordEntry]:
    if pregnancy.dating is not None:
        yield RecordEntry("dating", "", pregnancy.dating.due, Span(LOWEST, LOWEST))
    yield from _facts("", pregnancy.observations)
    for scan in pregnancy.scans:
        yield RecordEntry("scan", f"scans[{scan.number}]", None, scan.on)
        yield from _facts(f"scans[{scan.number}].", scan.observations)
    for suture in pregnancy.cerclages:
        yield RecordEntry("cerclage", "", suture.technique or suture.route, suture.on)
    for removal in pregnancy.removals:
        yield RecordEntry("removal", "", None, removal.on)
    for declined in pregnancy.declined:
        yield RecordEntry("declined", declined.step, declined.reason, _day(declined.on))
    for done in pregnancy.done:
        yield RecordEntry("done", done.step, done.note, _day(done.on))
    for decided in pregnancy.decided:
        yield RecordEntry("decided", decided.step, decided.choice, _day(decided.on))
    if (outcome := pregnancy.outcome) is not None:
        yield RecordEntry("outcome", "", outcome.values.get("outcome"), outcome.ended)
        yield from _core(outcome)


def _facts(prefix: str, told: Iterable[Observation]) -> Iterator[RecordEntry]:
    return (RecordEntry("fact", prefix + one.fact, one.value, _day(one.on)) for one in told)


def _core(ended: EarlierPregnancy) -> Iterator[RecordEntry]:
    """What was told of the core outcome set. That the mother died is told there, and nowhere else."""
    return (RecordEntry("core", "", told.mother.get("died") is True, _day(told.on)) for told in ended.core)


def _day(on: date) -> Span:
    return exactly(on.toordinal())


def record_by_day(told: Iterable[tuple[date, RecordEvent]]) -> Callable[[date], Case | None]:
    """The record as it stood at the end of any day, from everything recorded of her in order, each with its day.

    An event withdrawn on a later day counted until then. Raises ValueError where what stood cannot be read.
    """
    days: list[date] = []
    stood: list[Case | None] = [None]
    so_far: list[RecordEvent] = []
    document: Document = {}
    for day, group in groupby(told, key=lambda one: one[0]):
        new = [event for _, event in group]
        so_far += new
        again = any(event.action == "withdrawn" for event in new)
        document = fold(so_far) if again else reduce(after, new, document)
        case = case_of(document) if document else None
        if days and day <= days[-1]:  # two clocks: the order of the events is the order in which they were recorded
            stood[-1] = case
        else:
            days.append(day)
            stood.append(case)
    return lambda day: stood[bisect(days, day)]
