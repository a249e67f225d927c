"""What became of a pregnancy with a suture, or with its cervix watched: one line of the registry, before any counting.

A course is read only from what a pregnancy leaves to the history (`care.record.history_of_ended`), so that it stays as
it is when the next pregnancy begins. Gestations are spans of days as told. No clock: the day is an argument. Readings:
decision 10.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

from fullterm.care.case.facts_on import current_pregnancy
from fullterm.care.case.model import CONCEPTION, KEPT, Case, Cerclage, Declined, Observation, Pregnancy, Removal, Scan
from fullterm.care.case.sutures import state, sutures
from fullterm.care.record.history_of_ended import ended_values
from fullterm.logic.facts import Record, Value
from fullterm.logic.quantity import HIGHEST, LOWEST, UNKNOWN, Span, exactly
from fullterm.vocabulary.fact import VOCABULARY
from fullterm.vocabulary.sutures import ROUTES

CourseGroup: TypeAlias = Literal["history", "ultrasound", "examination", "untold", "scans"]
CourseEnding: TypeAlias = Literal["ongoing", "spontaneous", "otherwise"]
RemovalState: TypeAlias = Literal[
    "before", "in_window", "after", "late", "untold", "due", "not_yet", "ended_before", "unclear", "stays"
]
LeftOut: TypeAlias = Literal["no_suture", "no_placement", "vague_placement", "no_end", "vague_end", "backwards"]
RemovalWindow: TypeAlias = tuple[int, int]

DATED = 14
"""Days from end to end of a gestation that counts as dated and stands for its middle: a week either side."""
WIDEST = 42
"""Days from end to end of an approximate gestation that a curve still places in its middle; a wider one is in none."""
BY_DOCTORS = frozenset({"termination", "ectopic", "molar"})
"""Outcomes that are no spontaneous end of a pregnancy in the womb."""


@dataclass(frozen=True, slots=True)
class PregnancyCourse:
    """One pregnancy, from its suture (or its scans) to its end, or to the last day anything is known of it.

    `number`: its place among her pregnancies. `ours`: its record was kept here; otherwise it was told of the past.
    `placed`, `removed`, `end`: gestations in days; `end` is that when last seen while it goes on, and `last` the day.
    """

    number: int
    ours: bool
    sutured: bool
    indication: str | None
    technique: str | None
    route: str | None
    placed: Span
    before_conception: bool
    removed: Span
    removal: RemovalState | None
    ended: bool
    outcome: str | None
    induced: bool | None
    already_being_lost: bool | None
    end: Span
    last: Span
    fetuses: int | None

    @property
    def group(self) -> CourseGroup:
        """Why the suture was placed, or that none was."""
        if not self.sutured:
            return "scans"
        match self.indication:
            case "history" | "ultrasound" | "examination" as told:
                return told
            case _:
                return "untold"

    @property
    def ending(self) -> CourseEnding:
        """How it ended: by itself, otherwise (by doctors, ectopic, molar), or not yet.

        A loss that doctors completed had begun by itself.
        Where nobody told whether doctors began it, it counts as by itself: the reading least kind to the treatment.
        """
        if not self.ended:
            return "ongoing"
        by_doctors = self.induced is True or self.outcome in BY_DOCTORS
        return "otherwise" if by_doctors and self.already_being_lost is not True else "spontaneous"

    @property
    def began(self) -> int | None:
        """The day (ordinal) of 0w0d by the middle of what is known; None where a day or a gestation is open."""
        return None if _open(self.last) or _open(self.end) else middle(self.last) - middle(self.end)

    @property
    def approximate(self) -> bool:
        """Whether a gestation it is placed by is wider than a dating."""
        return any(not _open(one) and one.high - one.low > DATED for one in (self.placed, self.end))

    @property
    def left_out(self) -> LeftOut | None:
        """Why it can be drawn on no curve; None when it can."""
        if not self.sutured:
            return "no_suture"
        if not self.before_conception and _open(self.placed):
            return "no_placement"
        if not self.before_conception and self.placed.high - self.placed.low > WIDEST:
            return "vague_placement"
        if _open(self.end):
            return "no_end"
        if self.end.high - self.end.low > WIDEST:
            return "vague_end"
        return None if self.before_conception or middle(self.placed) <= middle(self.end) else "backwards"

    @property
    def drawn(self) -> tuple[int, int] | None:
        """The gestations (days) at which it enters and leaves a curve: the middle of each span. None when left out.

        A suture placed before conception is in from 0w0d.
        """
        if self.left_out is not None:
            return None
        return 0 if self.before_conception else middle(self.placed), middle(self.end)


def courses(case: Case, on: date, window: RemovalWindow) -> tuple[PregnancyCourse, ...]:
    """Every pregnancy of hers that had a suture or a measured cervix, in the order told.

    `window`: the days of gestation in which the protocol removes a suture, and the first day too late.
    """
    return tuple(_courses(case, on, window))


def _courses(case: Case, on: date, window: RemovalWindow) -> Iterator[PregnancyCourse]:
    for one in case.earlier:
        ours = any(seen.source == KEPT for seen in one.observations)
        yield from _course(case, _Told(one.number, ours, one.values, _end(one.values), one.ended), window)
    pregnancy = case.pregnancy
    ended = pregnancy.outcome if pregnancy is not None else None
    if pregnancy is not None and ended is not None and ended.ended.low <= on.toordinal():
        values = {**ended_values(pregnancy), **ended.values}
        yield from _course(case, _Told(ended.number, True, values, _end(values), ended.ended), window)
    elif (current := current_pregnancy(case, on)) is not None:
        seen = last_seen(current, on)
        end, last = (UNKNOWN, UNKNOWN) if seen is None else (current.gestation(seen), exactly(seen.toordinal()))
        now = current.gestation(on)
        yield from _course(case, _Told(len(case.earlier) + 1, True, ended_values(current), end, last, now), window)


@dataclass(frozen=True, slots=True)
class _Told:
    """One pregnancy as told: its facts, how far it went, on which day; `now`: how far it is, if it goes on."""

    number: int
    ours: bool
    facts: Record
    end: Span
    last: Span
    now: Span | None = None


def _course(case: Case, told: _Told, window: RemovalWindow) -> Iterator[PregnancyCourse]:
    """The course of one pregnancy; nothing when it had neither a suture nor a scan."""
    facts, ended = told.facts, told.now is None
    suture, carried = _suture(facts), False
    if suture is None:
        suture = _carried(case, told.end, told.last)
        carried = suture is not None
    if suture is None and "shortest_cervix" not in facts:
        return
    removed = _span(facts.get("cerclage_removed"))
    route = None if suture is None else ROUTES.get(suture.technique or "", suture.route or "") or None
    until = told.end if told.now is None else told.now
    induced, lost, babies = facts.get("induced"), facts.get("already_being_lost"), facts.get("fetuses")
    yield PregnancyCourse(
        number=told.number,
        ours=told.ours,
        sutured=suture is not None,
        indication=None if suture is None else suture.indication,
        technique=None if suture is None else suture.technique,
        route=route,
        placed=UNKNOWN if suture is None or carried else suture.gestation,
        before_conception=carried,
        removed=removed,
        removal=None if suture is None else _removal(route, removed, until, window, ended=ended),
        ended=ended,
        outcome=_word(facts.get("outcome")) if ended else None,
        induced=induced if ended and isinstance(induced, bool) else None,
        already_being_lost=lost if ended and isinstance(lost, bool) else None,
        end=told.end,
        last=told.last,
        fetuses=babies.low if isinstance(babies, Span) and babies.exact else None,
    )


def _suture(facts: Record) -> Cerclage | None:
    """The suture placed in a pregnancy, from what it leaves to the history; None where none is told."""
    if _word(facts.get("cerclage")) is None and not any(name in facts for name in SUTURE):
        return None
    return Cerclage(
        gestation=_span(facts.get("cerclage_placed")),
        technique=_word(facts.get("cerclage_technique")),
        indication=_word(facts.get("cerclage")),
        route=_word(facts.get("cerclage_route")),
    )


SUTURE = ("cerclage_route", "cerclage_technique", "cerclage_placed", "cerclage_removed")
"""Facts that only a pregnancy with a suture has."""


def _removal(route: str | None, removed: Span, until: Span, window: RemovalWindow, *, ended: bool) -> RemovalState:
    """Where the removal of a suture stands against the window; `until`: how far the pregnancy went, or is now."""
    opens, closes = window
    if route == "abdominal":
        return "stays"
    first, last = settled(removed if not removed.unknown else until)
    if not removed.unknown:
        inside: RemovalState = "in_window" if opens <= first and last < closes else "unclear"
        return "before" if last < opens else "after" if first >= closes else inside
    if ended:
        return "ended_before" if last < opens else "untold" if first >= opens else "unclear"
    return "not_yet" if last < opens else "late" if first >= closes else "due" if first >= opens else "unclear"


def _carried(case: Case, end: Span, last: Span) -> Cerclage | None:
    """The abdominal suture that lay in the cervix through this pregnancy, placed before its conception; or None."""
    if _open(end) or _open(last):
        return None
    conceived = last.low - end.high + CONCEPTION
    before = [
        one
        for one in sutures(case, case.told)
        if one.origin == "placed"
        and one.route == "abdominal"
        and LOWEST < one.placed.low <= one.placed.high < conceived
    ]
    if not before:
        return None
    suture = max(before, key=lambda one: one.placed.low)
    return None if state(suture, date.fromordinal(conceived)) == "out" else suture.cerclage()


def last_seen(pregnancy: Pregnancy, on: date) -> date | None:
    """The last day by `on` of which anything is recorded in a pregnancy: until then it surely went on."""
    done: tuple[Scan | Cerclage | Removal, ...] = (*pregnancy.scans, *pregnancy.cerclages, *pregnancy.removals)
    told: tuple[Observation | Declined, ...] = (*pregnancy.observations, *pregnancy.declined)
    days = [one.on.low for one in done if not _open(one.on)] + [one.on.toordinal() for one in told]
    seen = [one for one in days if one <= on.toordinal()]
    return date.fromordinal(max(seen)) if seen else None


def settled(span: Span) -> Span:
    """The ends by which a gestation is held against a limit: its middle when dated, both ends when approximate."""
    return exactly(middle(span)) if not _open(span) and span.high - span.low <= DATED else span


def middle(span: Span) -> int:
    """The day in the middle of a closed span, the earlier of two."""
    return (span.low + span.high) // 2


def _open(span: Span) -> bool:
    return span.low == LOWEST or span.high == HIGHEST


def _end(facts: Record) -> Span:
    """How far an ended pregnancy went; UNKNOWN where nothing is told, or nothing that is possible."""
    told, fact = _span(facts.get("gestation")), VOCABULARY.facts["earlier.gestation"]
    assert fact.lowest is not None
    assert fact.highest is not None
    possible = told.low in (LOWEST, max(told.low, fact.lowest)) and told.high in (HIGHEST, min(told.high, fact.highest))
    return told if possible else UNKNOWN


def _span(told: Value | None) -> Span:
    return told if isinstance(told, Span) else UNKNOWN


def _word(told: Value | None) -> str | None:
    return told if isinstance(told, str) and told != "none" else None
