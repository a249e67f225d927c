"""The first line: what stands above everything else said of a woman on a day, on every page, in the terminal, as data.

`Danger`: something was told that must not wait. `NotAsked`: nothing pressing was told, and these signs were not asked
today. `Calm`: nothing is pressing, and every sign was asked or cannot be. Calm is a claim: it is made only then, and
never beside something that could not be read.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeAlias

from fullterm.care.emergency import Contraindication, contraindications, rescues
from fullterm.care.known import Known, as_last_told
from fullterm.care.planned import Planned
from fullterm.guidelines.model import Recommendation
from fullterm.logic.evaluate import evaluate, truth
from fullterm.logic.quantity import Span

PRESSING = ("open", "closing", "missed", "stopped")


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
class NotAsked:
    """Nothing pressing was told, and not everything is known. `names`: the signs that nobody asked today, as facts;
    `unread`: how many fields of her record could not be read.
    """

    names: tuple[str, ...]
    unread: int = 0


@dataclass(frozen=True, slots=True)
class Calm:
    """Nothing is pressing: every sign was asked today, or cannot be. `died`: she has died, and nothing can be."""

    died: bool = False


FirstLine: TypeAlias = Danger | NotAsked | Calm


def first_line(
    planned: Iterable[Planned], known: Known, recommendations: Iterable[Recommendation], unread: int = 0
) -> FirstLine:
    """What stands first for one woman on the day of `known`. `unread`: how many fields could not be read."""
    steps = tuple(planned)
    dangers = [one for one in steps if one.urgent]
    if dangers:
        return Danger(tuple(_danger(one, known, recommendations) for one in dangers))
    names = not_asked(steps, known)
    return NotAsked(names, unread) if names or unread else Calm()


def _danger(one: Planned, known: Known, recommendations: Iterable[Recommendation]) -> DangerLine:
    last = as_last_told(known)
    found = contraindications(recommendations, last.facts, known.on) if rescues(one.step) else ()
    measured = tuple(name for name in one.step.weigh if last.facts.values.get(name) is not None)
    against = tuple(each for each in found if each.holds is True)
    return DangerLine(one, against, one.check_first, measured)


def not_asked(planned: Iterable[Planned], known: Known) -> tuple[str, ...]:
    """The signs that an emergency could turn on today and nobody asked: what would settle each line's trigger."""
    found: dict[str, None] = {}
    pregnant = known.facts.values.get("pregnant")
    if pregnant is False:
        return ()
    if pregnant is None:
        return ("pregnant",)
    for one in planned:
        step = one.step
        if not step.urgent or step.trigger is None or _cannot_be(one, known):
            continue
        reading = evaluate(step.trigger, known.facts)
        if reading.value is None:
            found |= dict.fromkeys(name for name in sorted(reading.missing) if name in SIGNS)
    return tuple(name for name in SIGNS if name in found)


SIGNS = (
    "bleeding", "contractions", "labour", "ruptured_membranes", "infection", "infection_suspected", "dilatation",
    "membranes", "alive",
)  # fmt: skip
"""What is asked or looked for of a day, in that order: first what she can say herself, then what an examination shows.
That a baby is compromised is what somebody finds, and no question that is put to everybody."""


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
