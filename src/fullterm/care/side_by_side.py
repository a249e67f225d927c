"""The guidelines side by side on one woman, by decision; where they differ, the difference is kept, not averaged."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

from fullterm.guidelines.model import DECISIONS, Decision
from fullterm.guidelines.verdict import Verdict
from fullterm.vocabulary.treatments import Treatment

Position: TypeAlias = Literal["for", "may", "against", "not_met", "cannot_tell", "uncertain", "silent", "not_for_her"]
SETTLED: frozenset[Position] = frozenset({"for", "may", "against", "not_met"})


@dataclass(frozen=True, slots=True)
class Side:
    """Where each guideline stands on one treatment for this woman."""

    decision: Decision
    treatment: Treatment
    positions: Mapping[str, Position]

    @property
    def differ(self) -> bool:
        """Whether two guidelines, both settled, answer differently."""
        return len(set(self.positions.values()) & SETTLED) > 1


def position(verdict: Verdict) -> Position | None:
    """Where one verdict leaves its guideline; None for what only informs."""
    kind = verdict.recommendation.advice.kind
    if kind == "inform":
        return None
    if verdict.kind == "not_for_her":
        return "not_for_her"
    if kind == "no_recommendation":
        return "silent" if verdict.kind == "applies" else None
    if verdict.kind == "cannot_tell":
        return "cannot_tell"
    if kind in ("offer", "consider"):
        asked: Position = "for" if kind == "offer" else "may"
        return asked if verdict.kind == "applies" else "not_met"
    if verdict.kind == "does_not_apply":
        return None  # advice against, not met, says nothing for
    return "uncertain" if kind == "uncertain" else "against"


# of several recommendations of one guideline on one treatment, the one that says most stands for it
_SAYS_MOST: tuple[Position, ...] = (
    "against", "for", "may", "uncertain", "cannot_tell", "not_met", "silent", "not_for_her",
)  # fmt: skip


def side_by_side(verdicts: Iterable[Verdict]) -> tuple[Side, ...]:
    """Every decision and treatment that guidelines speak of, with each one's position."""
    found: dict[tuple[Decision, Treatment], dict[str, Position]] = {}
    for verdict in verdicts:
        stand = position(verdict)
        if stand is None:
            continue
        one = verdict.recommendation
        for treatment in one.advice.treatments:
            row = found.setdefault((one.decision, treatment), {})
            before = row.get(one.guideline)
            if before is None or _SAYS_MOST.index(stand) < _SAYS_MOST.index(before):
                row[one.guideline] = stand
    sides = (Side(decision, treatment, row) for (decision, treatment), row in found.items())
    return tuple(sorted(sides, key=lambda side: DECISIONS.index(side.decision)))
