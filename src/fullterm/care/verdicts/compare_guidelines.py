"""The guidelines side by side on one woman, by decision; where they differ, the difference is kept, not averaged."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

from fullterm.guidelines.model import DECISIONS, Decision
from fullterm.guidelines.verdict import Verdict
from fullterm.vocabulary.treatments import Treatment

Position: TypeAlias = Literal[
    "for", "may", "against", "not_met", "cannot_tell", "uncertain", "silent", "not_for_her", "not_checked"
]
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


def position(verdict: Verdict, on: date) -> Position | None:
    """Where one verdict leaves its guideline on a day; None for what only informs, or is not in force."""
    kind = verdict.recommendation.advice.kind
    standing = verdict.recommendation.standing(on)
    if kind == "inform" or standing in ("superseded", "not_yet_published"):
        return None
    if standing == "not_yet_checked":
        return "not_checked"
    if verdict.kind == "not_for_her":
        return "not_for_her"
    if kind == "no_recommendation":
        return "silent" if verdict.kind == "applies" else None
    if kind in ("offer", "consider"):
        asked: Position = "for" if kind == "offer" else "may"
        settled: Position = asked if verdict.kind == "applies" else "not_met"
        return "cannot_tell" if verdict.kind == "cannot_tell" else settled
    if verdict.kind != "applies":
        return None  # advice against that is not met, or not yet, says nothing for
    return "uncertain" if kind == "uncertain" else "against"


# of several recommendations of one guideline on one treatment, the one that says most stands for it
_SAYS_MOST: tuple[Position, ...] = (
    "against", "for", "may", "cannot_tell", "not_met", "uncertain", "silent", "not_for_her", "not_checked",
)  # fmt: skip


def side_by_side(verdicts: Iterable[Verdict], on: date) -> tuple[Side, ...]:
    """Every decision and treatment that guidelines speak of, with each one's position."""
    found: dict[tuple[Decision, Treatment], dict[str, Position]] = {}
    for verdict in verdicts:
        stand = position(verdict, on)
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
