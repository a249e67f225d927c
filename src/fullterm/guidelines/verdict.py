"""What one recommendation says of one woman: four verdicts for people, over three values inside."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from fullterm.guidelines.model import Recommendation
from fullterm.logic.evaluate import Reading, evaluate
from fullterm.logic.facts import Facts
from fullterm.logic.language import all_of, not_
from fullterm.logic.nodes import Bool

VerdictKind: TypeAlias = Literal["applies", "does_not_apply", "cannot_tell", "not_for_her"]


@dataclass(frozen=True, slots=True)
class Verdict:
    """A recommendation's verdict, with the readings it came from and the facts that would settle it."""

    recommendation: Recommendation
    kind: VerdictKind
    women: Reading
    body: Reading
    missing: frozenset[str]


def body(recommendation: Recommendation) -> Bool:
    """What must be yes for a woman in its population: `when`, and no contraindication."""
    if recommendation.unless is None:
        return recommendation.when
    return all_of(recommendation.when, not_(recommendation.unless))


def judge(recommendation: Recommendation, facts: Facts) -> Verdict:
    """Read one recommendation for one woman, with reasons.

    An ordered choice that stops at the first unknown: while nobody knows whether she is in the population, it is
    "cannot tell", so that no later answer ever turns "does not apply" into "not for her".
    """
    women = evaluate(recommendation.women, facts)
    inside = evaluate(body(recommendation), facts)
    kind = verdict_of(women.value is True, women.value is not False, inside.value is True, inside.value is not False)
    missing = {"cannot_tell": women.missing or inside.missing}.get(kind, frozenset())
    return Verdict(recommendation, kind, women, inside, missing)


def verdict_of(women_sure: bool, women_may: bool, sure: bool, may: bool) -> VerdictKind:
    """The verdict from the two rails (surely, possibly) of the population and of the body."""
    if not women_may:
        return "not_for_her"
    if not women_sure:
        return "cannot_tell"
    if sure:
        return "applies"
    return "cannot_tell" if may else "does_not_apply"
