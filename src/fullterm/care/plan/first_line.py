"""The first line: what stands above everything else said of a woman on a day, on every page, in the terminal, as data.

`Danger`: something was told that must not wait. `Signs`: none of that, yet a sign or a measurement was told that is no
calm. `NotAsked`: nothing pressing was told, and these signs were not asked today. `StepsOpen`: every sign was asked,
and a step is pressing. `Calm`: nothing is pressing, and every sign was asked today or cannot be. Calm is a claim: it
is made only then, and never beside something that could not be read.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from fullterm.care.case.facts_on import Known, as_last_told
from fullterm.care.case.implied import HEARTBEAT
from fullterm.care.plan.emergency import Contraindication, contraindications, rescues
from fullterm.care.plan.planned import PRESSING, Planned
from fullterm.care.verdicts.held import holding
from fullterm.guidelines.model import Recommendation
from fullterm.logic.evaluate import truth
from fullterm.logic.facts import Record
from fullterm.logic.quantity import Span, mm, weeks
from fullterm.vocabulary import findings
from fullterm.vocabulary.dangerous import is_dangerous


@dataclass(frozen=True, slots=True)
class DangerLine:
    """One emergency as it stands: the step, who says what against it, what to check, what to weigh.

    `against`: contraindications to a rescue suture she has, each with every document that names it.
    """

    planned: Planned
    against: tuple[Contraindication, ...]
    check: tuple[str, ...]
    weigh: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Danger:
    """Something was told that must not wait: its lines, the most pressing first."""

    lines: tuple[DangerLine, ...]


@dataclass(frozen=True, slots=True)
class Signs:
    """What was told makes no emergency of this software's, and a doctor judges it: labour at term, a temperature of
    which no document that was read gives a limit. `signs`: the facts; `shortest`: a short cervix on the newest scan;
    the others as in `NotAsked`.
    """

    signs: tuple[str, ...]
    names: tuple[str, ...] = ()
    unread: int = 0
    waits: bool = False
    shortest: Span | None = None


@dataclass(frozen=True, slots=True)
class NotAsked:
    """Nothing pressing was told, and not everything is known. `names`: the signs that nobody asked today, as facts;
    `unread`: how many fields of her record could not be read; `waits`: whether a step of the plan is pressing.
    """

    names: tuple[str, ...]
    unread: int = 0
    waits: bool = False


@dataclass(frozen=True, slots=True)
class StepsOpen:
    """No emergency, and every sign was asked; a step of the plan is pressing, so that nothing is called calm."""


@dataclass(frozen=True, slots=True)
class Calm:
    """Nothing is pressing: every sign was asked today, or cannot be. `died`: she has died, and nothing can be."""

    died: bool = False


FirstLine: TypeAlias = Danger | Signs | NotAsked | StepsOpen | Calm


def first_line(
    planned: Iterable[Planned], known: Known, recommendations: Iterable[Recommendation], unread: int = 0
) -> FirstLine:
    """What stands first for one woman on the day of `known`. `unread`: how many fields could not be read."""
    steps = tuple(planned)
    dangers = [one for one in steps if one.urgent]
    if dangers:
        return Danger(tuple(_danger(one, known, recommendations) for one in dangers))
    names, signs, waits = not_asked(steps, known), told_signs(steps, known), bool(pressing(steps))
    shortest = None if waits else _short(known)  # a step that is pressing is what the plan makes of it
    if signs or shortest is not None:
        return Signs(signs, names, unread, waits, shortest)
    if names or unread:
        return NotAsked(names, unread, waits)
    return StepsOpen() if waits else Calm()


def _short(known: Known) -> Span | None:
    """The cervix on the newest scan of this pregnancy (mm), where it may be shorter than SHORT; None otherwise."""
    found = [one for one in known.facts.lists["scans"].records if isinstance(one.get("length"), Span)]
    if known.facts.values.get("pregnant") is not True or not found:
        return None
    newest = max(found, key=_at)
    length = newest["length"]
    return length if isinstance(length, Span) and length.low < SHORT else None


def _at(scan: Record) -> int:
    gestation = scan.get("gestation")
    return gestation.high if isinstance(gestation, Span) else 0


def _danger(one: Planned, known: Known, recommendations: Iterable[Recommendation]) -> DangerLine:
    last = as_last_told(known)
    found = contraindications(recommendations, last.facts, known.on) if rescues(one.step) else ()
    measured = tuple(name for name in one.step.weigh if last.facts.values.get(name) is not None)
    against = tuple(each for each in found if each.holds is True)
    return DangerLine(one, against, one.check_first, measured)


def not_asked(planned: Iterable[Planned], known: Known) -> tuple[str, ...]:
    """The signs that nobody knows today. What was asked yesterday is not asked today, however long it may count for a
    verdict; and a suture that nobody told of has to come out all the same.
    """
    values, pregnant = known.facts.values, known.facts.values.get("pregnant")
    if pregnant is None:
        return ("pregnant",)
    if pregnant is False:
        lately = known.ended is not None and known.ended <= CHILDBED
        own = tuple(name for name in ("bleeding", "infection", "infection_suspected") if lately and _open(name, known))
        once = values.get(SUTURE) is None and truth(findings.earlier_cerclage, known.facts) is True
        return (*own, *((SUTURE,) if once else ()))
    cannot = {"alive"} if _no_heartbeat_yet(known) or truth(findings.every_baby_died, known.facts) is True else set()
    asked = (name for name in SIGNS if name not in cannot and _open(name, known))
    return (*asked, *((SUTURE,) if values.get(SUTURE) is None else ()), *_days_not_set(planned, known))


def _open(name: str, known: Known) -> bool:
    """Whether a sign is not known today. What another answer says (the waters, of membranes seen broken) is known."""
    seen = known.sources.get(name)
    return name not in known.facts.values or (seen is not None and seen.on != known.on)


def _no_heartbeat_yet(known: Known) -> bool:
    gestation = known.facts.values.get("gestation")
    return isinstance(gestation, Span) and gestation.high < HEARTBEAT


def _days_not_set(planned: Iterable[Planned], known: Known) -> Iterator[str]:
    """Near term, with an abdominal suture: the day of the caesarean, while nobody has set it."""
    gestation = known.facts.values.get("gestation")
    near = isinstance(gestation, Span) and gestation.high >= NEAR_TERM
    if near and known.facts.values.get("suture_abdominal") is True:
        for one in planned:
            if one.step.at in one.missing and one.state == "cannot_tell" and one.step.at is not None:
                yield one.step.at


def told_signs(planned: Iterable[Planned], known: Known) -> tuple[str, ...]:
    """The dangerous answers and the measurements, as last told, that no step which is pressing stands for: like a line
    they leave by an answer and not by age, but for a measurement, of which no limit is known and which counts a week.
    """
    lines = (reading for one in pressing(planned) if one.step.trigger is not None for reading in one.trigger)
    said = {name for reading in lines for name in holding(reading)}
    if truth(findings.every_baby_died, known.facts) is True:  # a death that was confirmed is not told again
        said.add("alive")
    return tuple(name for name in TOLD if name not in said and _counts(name, known))


def _counts(name: str, known: Known) -> bool:
    seen = known.sources.get(name)
    if seen is None or name not in known.facts.values:
        seen = known.stale.get(name)
        if seen is None or (name in MEASURED and (known.on - seen.on).days > WEEK):
            return False
    return name in MEASURED or is_dangerous(name, known.facts.values.get(name, seen.value))


SIGNS = (
    "bleeding", "contractions", "labour", "ruptured_membranes", "infection", "infection_suspected", "dilatation",
    "membranes", "alive",
)  # fmt: skip
"""What is asked or looked for of a day, in that order: first what she can say herself, then what an examination shows.
`fetal_compromise` is what somebody finds, and no question that is put to everybody."""
SUTURE = "suture_in"
CHILDBED = weeks(6).amount
"""Days after the end of a pregnancy in which her bleeding and an infection are still asked about. Our own limit."""
SHORT = mm(25).amount
"""Below it a cervix is no calm, whatever the plan says of it: the limit most documents share."""
NEAR_TERM = weeks(36).amount
"""From here the day of the caesarean has to be known. Our own limit."""
WEEK = 7
MEASURED = ("temperature", "white_count", "crp", "length_now")
"""No document that was read gives a limit for them: each is named, and none is called harmless."""
TOLD = (
    *SIGNS, "fetal_compromise", "leaking", "waters_test", "preterm_symptoms", "fibronectin_now", "birth_within_48h",
    "multiple_complication", *MEASURED,
)  # fmt: skip
"""What is named where no line stands for it."""


def pressing(planned: Iterable[Planned]) -> tuple[Planned, ...]:
    """The steps that somebody has to do something about today: emergencies, then what is open, closing, missed."""
    return tuple(one for one in planned if one.urgent or one.state in PRESSING)
