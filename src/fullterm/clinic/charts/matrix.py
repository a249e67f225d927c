"""The guidelines side by side: each treatment a row, each body a column, each cell where that body leaves this woman.

Nothing is averaged. Where a body speaks more than once on a treatment, the cell shows what says most and how many.
A verdict is kept whatever has become of her; beside one that offers nothing any more stands why (`care.assess.still`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from fullterm.care.assess.still import WORD, AdviceStanding, Because
from fullterm.care.verdicts.compare_guidelines import SETTLED, Position, position
from fullterm.clinic.words.woman import WORDS
from fullterm.guidelines import register
from fullterm.guidelines.model import DECISIONS, Decision, Guideline
from fullterm.guidelines.newer import newer
from fullterm.guidelines.verdict import Verdict
from fullterm.vocabulary.fact import Language
from fullterm.vocabulary.treatments import Treatment

MAIN: Final = ("cerclage", "route", "surveillance", "progesterone", "pessary", "removal", "emergencies")
"""The decisions her care turns on, shown at once; the others open below."""
SPEAKS: Final[frozenset[Position]] = frozenset({"for", "may", "against", "cannot_tell", "uncertain"})
OFFERED: Final[frozenset[Position]] = frozenset({"for", "may", "cannot_tell"})
"""What is offered, or may be: only of this is it said that it no longer stands."""
SAYS_MOST: Final[tuple[Position, ...]] = (
    "against", "for", "may", "cannot_tell", "not_met", "uncertain", "silent", "not_for_her", "not_checked",
)  # fmt: skip
SYMBOL: Final[dict[Position, str]] = {
    "for": "●", "may": "◐", "against": "✕", "cannot_tell": "?", "not_met": "–", "uncertain": "≈", "silent": "○",
    "not_for_her": "·", "not_checked": "…",
}  # fmt: skip
_BY_COUNTRY: Final = ("CN", "AU", "ZA", "DE")
"""Countries whose several publishers stand in one column."""
COLUMNS: Final = (
    "RCOG", "NICE", "NHS England", "ACOG", "SMFM", "SOGC", "FIGO", "CN", "CNGOF", "DE", "ESHRE", "ISUOG", "AU",
    "ZA", "WHO",
)  # fmt: skip


@dataclass(slots=True)
class MatrixCell:
    """What one body says on one treatment: its verdicts by position."""

    found: list[tuple[Position, Verdict]] = field(default_factory=list)

    def strongest(self) -> tuple[Position, Verdict]:
        """The position that says most, and the recommendation it comes from."""
        return min(self.found, key=lambda one: SAYS_MOST.index(one[0]))

    def gone(self, standing: AdviceStanding, treatment: Treatment) -> Because | None:
        """Why none of what the body says in that position is offered any more; None while something is."""
        stand, _ = self.strongest()
        found = [standing.still(one, treatment) for other, one in self.found if other == stand]
        return found[0] if stand in OFFERED and None not in found else None


@dataclass(slots=True)
class MatrixLine:
    """One treatment within one decision."""

    decision: Decision
    treatment: Treatment
    cells: dict[str, MatrixCell] = field(default_factory=dict)

    def positions(self) -> set[Position]:
        """Every position taken on it."""
        return {stand for cell in self.cells.values() for stand, _ in cell.found}


def body_of(guideline: Guideline) -> str:
    """The column a guideline stands in."""
    return guideline.country if guideline.country in _BY_COUNTRY else guideline.publisher


def matrix(verdicts: Iterable[Verdict], standing: AdviceStanding, language: Language) -> dict[str, Any]:
    """The whole matrix as a template context: `main` and `rest` decisions, each with its columns and rows."""
    taken = [(stand, one) for one in verdicts if (stand := position(one, standing.on)) is not None]
    lines = [line for line in _lines(taken) if line.positions() & SPEAKS]
    quiet = sorted({one.recommendation.guideline for stand, one in taken if stand == "not_checked"})
    return {
        "main": _table([line for line in lines if line.decision in MAIN], standing, language),
        "rest": _table([line for line in lines if line.decision not in MAIN], standing, language),
        "legend": [
            {"position": stand, "symbol": SYMBOL[stand], "word": WORDS[f"woman_position.{stand}"][language]}
            for stand in ("for", "may", "against", "cannot_tell", "not_met", "uncertain", "silent")
        ],
        "unchecked": [register.GUIDELINES[one].short for one in quiet],
    }


def _lines(taken: Iterable[tuple[Position, Verdict]]) -> list[MatrixLine]:
    found: dict[tuple[Decision, str], MatrixLine] = {}
    for stand, verdict in taken:
        one = verdict.recommendation
        body = body_of(register.GUIDELINES[one.guideline])
        for treatment in one.advice.treatments:
            line = found.setdefault((one.decision, treatment.id), MatrixLine(one.decision, treatment))
            line.cells.setdefault(body, MatrixCell()).found.append((stand, verdict))
    order = list(found)
    return sorted(found.values(), key=lambda one: (DECISIONS.index(one.decision), order.index(_key(one))))


def _key(line: MatrixLine) -> tuple[Decision, str]:
    return line.decision, line.treatment.id


def _table(lines: list[MatrixLine], standing: AdviceStanding, language: Language) -> dict[str, Any]:
    """Only the bodies with something to say in these rows get a column."""
    shown = {
        body for line in lines for body, cell in line.cells.items()
        if cell.strongest()[0] not in ("not_for_her", "not_checked")
    }  # fmt: skip
    bodies = [body for body in COLUMNS if body in shown] + sorted(shown - set(COLUMNS))
    columns = {body: body_name(body, language) for body in bodies}
    groups: dict[str, list[dict[str, Any]]] = {}
    for line in lines:
        groups.setdefault(line.decision, []).append(_row(line, columns, standing, language))
    named = {decision: WORDS[f"woman_decision.{decision}"][language] for decision in groups}
    return {
        "columns": [{"body": body, "name": name} for body, name in columns.items()],
        "groups": [
            {"decision": named[decision], "rows": rows, "settled": any(row["settled"] for row in rows)}
            for decision, rows in groups.items()
        ],
    }


def _row(line: MatrixLine, columns: Mapping[str, str], standing: AdviceStanding, language: Language) -> dict[str, Any]:
    settled = _settled(line)
    return {
        "treatment": line.treatment.label[language],
        "differ": len(settled) > 1,
        "settled": bool(settled & SPEAKS),
        "cells": [
            {"name": name} | (_cell(line.cells[body], line.treatment, standing, language) if body in line.cells else {})
            for body, name in columns.items()
        ],
    }


def _settled(line: MatrixLine) -> set[Position]:
    """What the guidelines that have settled answer, each by what it says most: more than one answer is a difference."""
    by_guideline: dict[str, MatrixCell] = {}
    for cell in line.cells.values():
        for stand, verdict in cell.found:
            by_guideline.setdefault(verdict.recommendation.guideline, MatrixCell()).found.append((stand, verdict))
    return {cell.strongest()[0] for cell in by_guideline.values()} & SETTLED


def _cell(cell: MatrixCell, treatment: Treatment, standing: AdviceStanding, language: Language) -> dict[str, Any]:
    stand, verdict = cell.strongest()
    gone = cell.gone(standing, treatment)
    one = verdict.recommendation
    also = {other for other, _ in cell.found if other in ("for", "may", "against") and other != stand}
    return {
        "position": stand,
        "symbol": SYMBOL[stand],
        "word": WORDS[f"woman_position.{stand}"][language],
        "still": "" if gone is None else WORD[gone.why][language],
        "guideline": one.guideline,
        "short": register.GUIDELINES[one.guideline].short,
        "ref": one.ref,
        "newer": len(newer(one.key, standing.on)),
        "more": len([other for other, _ in cell.found if other == stand]) - 1,
        "also": tuple(WORDS[f"woman_position.{other}"][language] for other in SAYS_MOST if other in also),
    }


def body_name(body: str, language: Language) -> str:
    """A column's heading."""
    word = WORDS.get(f"woman_body.{body}")
    return body if word is None else word[language]
