"""One woman's record as told on one day, before any rule is read: frozen values that print.

Days are `Span`s of ordinals (`date.toordinal()`), because a day may be told to the month, the year, or not at all.
Pregnancies are reckoned in days only: due = first day of the last period + 280, and gestation on a day is
280 - (due - day). Nothing here reads a clock or a calendar month.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

from fullterm.care.case.outcome import OutcomeReport
from fullterm.logic.facts import Record, Value
from fullterm.logic.quantity import HIGHEST, LOWEST, UNKNOWN, Span, Unit, exactly, show_span
from fullterm.vocabulary.sutures import ROUTES

TERM = 280
"""Days from the first day of the last period to the due date."""
CONCEPTION = 14
"""Gestation in days on the day of conception (or of egg collection)."""

DatingMethod: TypeAlias = Literal["lmp", "crl", "transfer", "scan", "unknown"]
StepChoice: TypeAlias = Literal["accepted", "declined", "deferred"]
KEPT = "the record of that pregnancy"
"""The source of what an ended pregnancy leaves to the history."""
KEPT_LONG = "the record of an earlier pregnancy"
SAID_OUT = "an answer that none is in"
"""The source of a removal that nobody recorded as one."""
CHOICES: tuple[StepChoice, ...] = ("accepted", "declined", "deferred")
"""What a doctor may decide of a step or of advice."""


@dataclass(frozen=True, slots=True)
class Observation:
    """One fact as somebody told or measured it on one day; `fact` is its name in the vocabulary.

    In an earlier pregnancy, an operation or a scan it is the short name (`gestation`, not `earlier.gestation`).
    `said` keeps her own words.
    """

    fact: str
    value: Value
    on: date
    source: str
    said: str | None = None


@dataclass(frozen=True, slots=True)
class EarlierPregnancy:
    """One earlier pregnancy, `number` 1 being the first told. `ended` (days) orders and shows it, never dates it.

    `core`: what was told of the core outcome set; `care.case.outcome.outcome_of` reads it.
    """

    number: int
    observations: tuple[Observation, ...] = ()
    ended: Span = UNKNOWN
    said: str | None = None
    core: tuple[OutcomeReport, ...] = ()

    @property
    def values(self) -> Record:
        """What is known of it, by fact."""
        return values_of(self.observations)


@dataclass(frozen=True, slots=True)
class Procedure:
    """One operation on the cervix; `on` in days."""

    number: int
    observations: tuple[Observation, ...] = ()
    on: Span = UNKNOWN
    said: str | None = None

    @property
    def values(self) -> Record:
        """What is known of it, by fact."""
        return values_of(self.observations)


@dataclass(frozen=True, slots=True)
class Scan:
    """One scan of the cervix. The day or the gestation is as told; the other is derived through the dating.

    `observations` holds the rest (length, method, funnel …); `values` adds the gestation when anything is known of it.
    """

    number: int
    observations: tuple[Observation, ...] = ()
    on: Span = UNKNOWN
    gestation: Span = UNKNOWN
    said: str | None = None

    @property
    def values(self) -> Record:
        """What is known of it, by fact, its gestation included."""
        known = {} if self.gestation.unknown else {"gestation": self.gestation}
        return {**values_of(self.observations), **known}


@dataclass(frozen=True, slots=True)
class Cerclage:
    """One suture placed. `details` keeps the operation note (level, depth, material, knot …) as written.

    `id` tells it from her other sutures: the number of the entry that placed it, or its place in the file. `seen`: the
    day on which she came with it from elsewhere.
    """

    on: Span = UNKNOWN
    gestation: Span = UNKNOWN
    technique: str | None = None
    indication: str | None = None
    route: str | None = None
    source: str = ""
    said: str | None = None
    details: tuple[tuple[str, str], ...] = ()
    id: str = ""
    seen: date | None = None

    @property
    def by(self) -> str | None:
        """The route, told or by its technique; None while neither says."""
        return self.route if self.technique is None else ROUTES[self.technique]

    @property
    def suture(self) -> str | None:
        """The option of the fact `suture` it leaves in the cervix; None while neither technique nor route says."""
        return self.technique if self.technique in ("mcdonald", "shirodkar") else self.by


@dataclass(frozen=True, slots=True)
class Removal:
    """One suture taken out. `suture` names which; where it does not, `care.case.sutures` says which it may have
    been.
    """

    on: Span = UNKNOWN
    gestation: Span = UNKNOWN
    source: str = ""
    said: str | None = None
    suture: str | None = None


@dataclass(frozen=True, slots=True)
class Custody:
    """Who answers for a suture from a day on, without its being taken out: the one named, else the one placed last.

    `arranged`: `who` takes it out, `where` and `when`, as written. `left_in`: on purpose, and `reason`.
    `handed_over`: to another hospital, `where`.
    """

    what: Literal["arranged", "left_in", "handed_over"]
    on: date
    suture: str | None = None
    who: str = ""
    where: str = ""
    when: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Declined:
    """A step of the plan declined on a day: by her, or by the doctor who signed so."""

    step: str
    on: date
    reason: str | None = None
    by: Literal["woman", "doctor"] = "woman"


@dataclass(frozen=True, slots=True)
class StepDone:
    """A step of the plan marked done on a day, where nothing else records that it was."""

    step: str
    on: date
    gestation: Span = UNKNOWN
    note: str | None = None


@dataclass(frozen=True, slots=True)
class StepDecided:
    """What the doctor decided of a step in the newest signature; `reason` stands wherever it was declined."""

    step: str
    choice: StepChoice
    on: date
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Dating:
    """The due date as a span of days, how it was found, and whether its uncertainty was stated at all."""

    due: Span
    method: DatingMethod = "unknown"
    stated: bool = False

    def gestation(self, on: date | Span) -> Span:
        """How far along she is on a day, in days; a span when the due date or the day is one."""
        day = on if isinstance(on, Span) else exactly(on.toordinal())
        return Span(
            _shift(day.low, TERM - self.due.high, LOWEST),
            _shift(day.high, TERM - self.due.low, HIGHEST),
        )

    def days(self, gestation: Span) -> Span:
        """The days on which she is this far along, as ordinals."""
        return Span(
            _shift(gestation.low, self.due.low - TERM, LOWEST),
            _shift(gestation.high, self.due.high - TERM, HIGHEST),
        )


@dataclass(frozen=True, slots=True)
class Pregnancy:
    """This pregnancy: everything observed in it, each with its day. `outcome` once it has ended.

    `scans_complete`: somebody said on the day of telling that these are all the scans so far.
    """

    dating: Dating | None = None
    observations: tuple[Observation, ...] = ()
    scans: tuple[Scan, ...] = ()
    scans_complete: bool = False
    cerclages: tuple[Cerclage, ...] = ()
    removals: tuple[Removal, ...] = ()
    declined: tuple[Declined, ...] = ()
    outcome: EarlierPregnancy | None = None
    done: tuple[StepDone, ...] = ()
    decided: tuple[StepDecided, ...] = ()
    custody: tuple[Custody, ...] = ()

    def gestation(self, on: date) -> Span:
        """How far along she is on a day, in days; UNKNOWN while the pregnancy is not dated."""
        return UNKNOWN if self.dating is None else self.dating.gestation(on)


@dataclass(frozen=True, slots=True)
class Case:
    """The record of one woman as told on `told`.

    `cerclages` and `removals` here are those outside this pregnancy (an abdominal suture placed before conception, and
    those of the pregnancies before);
    `done` and `decided` are what was done and decided of the plan since the last pregnancy ended, before the next.
    `not_known` names what was asked and answered "unknown", as `Reading.missing` names facts: `contractions`,
    `earlier[2].abruption`; it changes no verdict, and spares her the same question twice.
    """

    told: date
    name: str | None = None
    observations: tuple[Observation, ...] = ()
    earlier: tuple[EarlierPregnancy, ...] = ()
    earlier_complete: bool = False
    procedures: tuple[Procedure, ...] = ()
    procedures_complete: bool = False
    cerclages: tuple[Cerclage, ...] = ()
    removals: tuple[Removal, ...] = ()
    pregnancy: Pregnancy | None = None
    not_known: frozenset[str] = frozenset()
    done: tuple[StepDone, ...] = ()
    decided: tuple[StepDecided, ...] = ()
    custody: tuple[Custody, ...] = ()


@dataclass(frozen=True, slots=True)
class Conflict:
    """Answers of one day that cannot all be true: as told, and what counts of them, being the more dangerous."""

    told: tuple[Observation, ...]
    counts: tuple[Observation, ...]

    @property
    def on(self) -> date:
        """The day they were told of."""
        return self.told[0].on


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong in what was told: one sentence, where it stands, and whether anything can be read at all.

    `line` and `column` count from 1, 0 when there is none; `field` is a path: `earlier.pregnancies[2].gestation`.
    `conflict`: the record can be read with it, by the more dangerous answer.
    """

    sentence: str
    field: str = ""
    line: int = 0
    column: int = 0
    file: str = ""
    fatal: bool = False
    conflict: Conflict | None = None

    def __str__(self) -> str:
        place = (self.file or "the case") + (f" line {self.line}, column {self.column}" if self.line else "")
        return f"{place}: {self.field}: {self.sentence}" if self.field else f"{place}: {self.sentence}"


def values_of(observations: Iterable[Observation]) -> Record:
    """The last observed value of each fact; of two on one day the later in order."""
    return {one.fact: one.value for one in sorted(observations, key=lambda one: one.on)}


def show_days(span: Span) -> str:
    """A day as it is written in a case: `2026-03-02`, `2026-03-01..2026-03-31`, `unknown`."""
    if span.unknown:
        return "unknown"
    low = "" if span.low == LOWEST else date.fromordinal(span.low).isoformat()
    high = "" if span.high == HIGHEST else date.fromordinal(span.high).isoformat()
    return low if low == high else f"{low}..{high}"


def show_gestation(span: Span) -> str:
    """A gestation as it is written in a case: `20w3d`, `19w0d..22w6d`, `unknown`."""
    return show_span(span, Unit.DAYS)


def _shift(end: int, by: int, open_end: int) -> int:
    return end if end == open_end else end + by
