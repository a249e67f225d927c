"""Every cause that fits, with its arguments for and against; several may stand at once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, TypeAlias

from fullterm.guidelines.cause_model import Argument, Cause, Effect
from fullterm.guidelines.model import ADVISING
from fullterm.logic.evaluate import Reading, evaluate
from fullterm.logic.facts import Facts

CauseStanding: TypeAlias = Literal["confirmed", "supported", "cannot_tell", "risk_factor", "not_supported", "excluded"]
ORDER: tuple[CauseStanding, ...] = (
    "confirmed", "supported", "cannot_tell", "risk_factor", "not_supported", "excluded",
)  # fmt: skip
"""`risk_factor`: a factor is there, and nothing came after it that it may explain. While that is not known, it is
"cannot tell": what she is asked next may make it an argument."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """One argument and whether it holds of her: yes, no, or unknown and what would settle it."""

    argument: Argument
    reading: Reading
    factor: Reading | None = None
    """Of a risk factor: whether she has it, whatever it may explain."""

    @property
    def only_a_risk(self) -> bool:
        """Whether she has the risk factor, and it explains nothing that is known yet."""
        return self.factor is not None and self.factor.value is True and self.reading.value is not True

    @property
    def counts(self) -> bool:
        """Whether its source was read closely enough to move a cause; otherwise it is only shown."""
        return self.argument.citation.read in ADVISING


@dataclass(frozen=True, slots=True)
class Candidate:
    """One cause as it stands for one woman. An argument never makes a diagnosis; the doctor does."""

    cause: Cause
    standing: CauseStanding
    weighed: tuple[Weighed, ...]

    def holding(self, effect: Effect) -> tuple[Weighed, ...]:
        """The arguments of one effect that hold of her, those that are only shown among them."""
        return tuple(w for w in self.weighed if w.argument.effect == effect and w.reading.value is True)

    @property
    def missing(self) -> frozenset[str]:
        """The facts that may still move the standing.

        An argument against is shown beside what it answers and moves nothing, so that RCOG's caution about a dilator
        is never a reason to ask for one.
        """
        moving = (w for w in self.weighed if w.counts and w.argument.effect != "opposes")
        still_open = (w.reading.missing for w in moving if w.reading.value is None)
        return frozenset[str]().union(*still_open)


def differential(causes: Iterable[Cause], facts: Facts) -> tuple[Candidate, ...]:
    """Every candidate cause, the best supported first.

    The order is by standing, then by arguments for less arguments against, then as the causes are listed. It orders
    the page and nothing else: no share or probability is computed, because none is published.
    """
    found = [_candidate(cause, facts) for cause in causes]
    return tuple(sorted(found, key=lambda one: (ORDER.index(one.standing), -_balance(one))))


def _candidate(cause: Cause, facts: Facts) -> Candidate:
    weighed = tuple(
        Weighed(one, evaluate(one.when, facts), None if one.factor is None else evaluate(one.factor, facts))
        for one in cause.arguments
    )
    return Candidate(cause, _standing(weighed), weighed)


def _standing(weighed: tuple[Weighed, ...]) -> CauseStanding:
    def any_(effect: Effect, value: bool | None) -> bool:
        return any(w.counts and w.argument.effect == effect and w.reading.value is value for w in weighed)

    if any_("confirms", True):
        return "confirmed"
    if any_("excludes", True):
        return "excluded"
    if any_("supports", True):
        return "supported"
    if any_("confirms", None) or any_("supports", None):
        return "cannot_tell"
    return "risk_factor" if any(one.counts and one.only_a_risk for one in weighed) else "not_supported"


def _balance(one: Candidate) -> int:
    held = [w.argument.effect for w in one.weighed if w.counts and w.reading.value is True]
    return held.count("supports") - held.count("opposes")
