"""The first line: what stands above everything else said of a woman on a day, on every page, in the terminal, as data.

`Danger`: something was told that must not wait. `Told`: none of that, yet a sign or a measurement was told that is no
calm. `NotAsked`: nothing pressing was told, and these signs were not asked today. `StepsOpen`: every sign was asked,
and a step is pressing. `Calm`: nothing is pressing, and every sign was asked today or cannot be. Calm is a claim: it
is made only then, and never beside something that could not be read.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from fullterm.care.emergency import Contraindication, contraindications, rescues
from fullterm.care.held import holding
from fullterm.care.known import HER_OWN, Known, as_last_told
from fullterm.care.planned import PRESSING, Planned
from fullterm.guidelines.model import Recommendation
from fullterm.logic.evaluate import evaluate, truth
from fullterm.logic.facts import Facts
from fullterm.logic.quantity import Span, weeks
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
class Told:
    """What was told makes no emergency of this software's, and a doctor judges it: labour at term, a temperature of
    which no document that was read gives a limit. `signs`: the facts; `names` and `unread` as in `NotAsked`.
    """

    signs: tuple[str, ...]
    names: tuple[str, ...] = ()
    unread: int = 0


@dataclass(frozen=True, slots=True)
class NotAsked:
    """Nothing pressing was told, and not everything is known. `names`: the signs that nobody asked today, as facts;
    `unread`: how many fields of her record could not be read.
    """

    names: tuple[str, ...]
    unread: int = 0


@dataclass(frozen=True, slots=True)
class StepsOpen:
    """No emergency, and every sign was asked; a step of the plan is pressing, so that nothing is called calm."""


@dataclass(frozen=True, slots=True)
class Calm:
    """Nothing is pressing: every sign was asked today, or cannot be. `died`: she has died, and nothing can be."""

    died: bool = False


FirstLine: TypeAlias = Danger | Told | NotAsked | StepsOpen | Calm


def first_line(
    planned: Iterable[Planned], known: Known, recommendations: Iterable[Recommendation], unread: int = 0
) -> FirstLine:
    """What stands first for one woman on the day of `known`. `unread`: how many fields could not be read."""
    steps = tuple(planned)
    dangers = [one for one in steps if one.urgent]
    if dangers:
        return Danger(tuple(_danger(one, known, recommendations) for one in dangers))
    names, signs = not_asked(steps, known), told_signs(steps, known)
    if signs:
        return Told(signs, names, unread)
    if names or unread:
        return NotAsked(names, unread)
    return StepsOpen() if pressing(steps) else Calm()


def _danger(one: Planned, known: Known, recommendations: Iterable[Recommendation]) -> DangerLine:
    last = as_last_told(known)
    found = contraindications(recommendations, last.facts, known.on) if rescues(one.step) else ()
    measured = tuple(name for name in one.step.weigh if last.facts.values.get(name) is not None)
    against = tuple(each for each in found if each.holds is True)
    return DangerLine(one, against, one.check_first, measured)


def not_asked(planned: Iterable[Planned], known: Known) -> tuple[str, ...]:
    """The signs that an emergency could turn on and nobody asked today: what would settle each line's trigger. What was
    asked yesterday is not asked today, however long it may count for a verdict.
    """
    found: set[str] = set()
    pregnant = known.facts.values.get("pregnant")
    today = _of_today(known)
    if pregnant is False:
        lately = known.ended is not None and known.ended <= CHILDBED
        return tuple(name for name in HER_OWN if lately and name in SIGNS and name not in today.values)
    if pregnant is None:
        return ("pregnant",)
    for one in planned:
        step = one.step
        if not step.urgent or step.trigger is None or _cannot_be(one, known):
            continue
        reading = evaluate(step.trigger, today)
        if reading.value is None:
            found |= reading.missing
    if known.facts.values.get("suture_in") is None:  # one that nobody told of has to come out all the same
        found.add(SUTURE)
    return (*(name for name in (*SIGNS, SUTURE) if name in found), *_days_not_set(planned, known))


def _days_not_set(planned: Iterable[Planned], known: Known) -> Iterator[str]:
    """Near term, with an abdominal suture: the day of the caesarean, while nobody has set it."""
    gestation = known.facts.values.get("gestation")
    near = isinstance(gestation, Span) and gestation.high >= NEAR_TERM
    if near and known.facts.values.get("suture_abdominal") is True:
        for one in planned:
            if one.step.at in one.missing and one.state == "cannot_tell" and one.step.at is not None:
                yield one.step.at


def told_signs(planned: Iterable[Planned], known: Known) -> tuple[str, ...]:
    """The dangerous answers and the measurements that count today and that no step which is pressing stands for."""
    lines = (reading for one in pressing(planned) if one.step.trigger is not None for reading in one.trigger)
    said = {name for reading in lines for name in holding(reading)}
    values = known.facts.values
    if truth(findings.every_baby_died, known.facts) is True:  # a death that was confirmed is not told again
        said.add("alive")
    counted = (name for name in (*SIGNS, *MEASURED) if name in known.sources and name in values)
    return tuple(name for name in counted if name not in said and is_dangerous(name, values[name]))


def _of_today(known: Known) -> Facts:
    """The facts without the signs that were told on a day before."""
    old = {name for name in SIGNS if name in known.sources and known.sources[name].on != known.on}
    return Facts({name: value for name, value in known.facts.values.items() if name not in old}, known.facts.lists)


SIGNS = (
    "bleeding", "contractions", "labour", "ruptured_membranes", "infection", "infection_suspected", "dilatation",
    "membranes", "alive",
)  # fmt: skip
"""What is asked or looked for of a day, in that order: first what she can say herself, then what an examination shows.
`fetal_compromise` is what somebody finds, and no question that is put to everybody."""
SUTURE = "suture_in"
CHILDBED = weeks(6).amount
"""Days after the end of a pregnancy in which her bleeding and an infection are still asked about. Our own limit."""
NEAR_TERM = weeks(36).amount
"""From here the day of the caesarean has to be known. Our own limit."""
MEASURED = ("temperature", "white_count", "crp")
"""No document that was read gives a limit for them: each is named, and none is called harmless."""


def _cannot_be(one: Planned, known: Known) -> bool:
    """Whether a line is surely silent today: barred, or outside its limits under every plausible due date."""
    if one.step.unless is not None and truth(one.step.unless, known.facts) is True:
        return True
    gestation = known.facts.values.get("gestation")
    if not isinstance(gestation, Span):
        return False
    early = one.step.opens is not None and gestation.high < one.step.opens
    return early or (one.step.closes is not None and gestation.low >= one.step.closes)


def pressing(planned: Iterable[Planned]) -> tuple[Planned, ...]:
    """The steps that somebody has to do something about today: emergencies, then what is open, closing, missed."""
    return tuple(one for one in planned if one.urgent or one.state in PRESSING)
