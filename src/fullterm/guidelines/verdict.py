"""What one recommendation says of one woman: four verdicts for people, over three values inside."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Literal, TypeAlias

from fullterm.guidelines.model import Recommendation
from fullterm.logic.evaluate import Reading, evaluate, truth
from fullterm.logic.facts import Facts
from fullterm.logic.language import all_of, not_
from fullterm.logic.nodes import Bool

VerdictKind: TypeAlias = Literal["applies", "does_not_apply", "cannot_tell", "not_for_her"]


@dataclass(frozen=True)  # no slots: what was read is kept beside the fields
class Verdict:
    """A recommendation's verdict on one woman's facts; its reasons are read when somebody asks for them."""

    recommendation: Recommendation
    kind: VerdictKind
    facts: Facts

    @cached_property
    def women(self) -> Reading:
        """Whether she is in the population, and why."""
        return evaluate(self.recommendation.women, self.facts)

    @cached_property
    def body(self) -> Reading:
        """Whether what must be so of a woman in the population is so of her, and why."""
        return evaluate(body(self.recommendation), self.facts)

    @property
    def missing(self) -> frozenset[str]:
        """The facts that would settle it; none once it is settled."""
        return self.women.missing or self.body.missing if self.kind == "cannot_tell" else frozenset()


def body(recommendation: Recommendation) -> Bool:
    """What must be yes for a woman in its population: `when`, and no contraindication."""
    if recommendation.unless is None:
        return recommendation.when
    return all_of(recommendation.when, not_(recommendation.unless))


def judge(recommendation: Recommendation, facts: Facts) -> Verdict:
    """Read one recommendation for one woman.

    An ordered choice that stops at the first unknown: while nobody knows whether she is in the population, it is
    "cannot tell", so that no later answer ever turns "does not apply" into "not for her".
    """
    women, inside = truth(recommendation.women, facts), truth(body(recommendation), facts)
    return Verdict(
        recommendation, verdict_of(women is True, women is not False, inside is True, inside is not False), facts
    )


def verdict_of(women_sure: bool, women_may: bool, sure: bool, may: bool) -> VerdictKind:
    """The verdict from the two rails (surely, possibly) of the population and of the body."""
    if not women_may:
        return "not_for_her"
    if not women_sure:
        return "cannot_tell"
    if sure:
        return "applies"
    return "cannot_tell" if may else "does_not_apply"
