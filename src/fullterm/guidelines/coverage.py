"""What became of every row of the clinical sources: nothing that was read may be lost without a reason.

`rows.yaml` lists the rows in the order of its files, `left_out.yaml` those that hold no statement, with the reason.
A row is encoded (a recommendation advises from it), carried (only recommendations nobody may rely on yet), defined (a
definition rests on it), evidence (a cause or a figure cites it, or it stands beside advice as newer), repeated (it says again what other rows say), left out,
or missing.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal, TypeAlias

from ruamel.yaml import YAML

from fullterm.guidelines import register
from fullterm.guidelines.causes import CAUSES
from fullterm.guidelines.counselling import COUNSELLED
from fullterm.guidelines.figures import FIGURES
from fullterm.guidelines.model import ADVISING
from fullterm.guidelines.newer import STUDIES
from fullterm.vocabulary.definitions import DEFINITIONS

Outcome: TypeAlias = Literal[
    "encoded", "carried", "defined", "evidence", "repeated", "left out", "missing"
]  # fmt: skip
HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class CoverageRow:
    """One row of a clinical source: its id, file and section, how its author read it, and what it is about.

    `repeats` names the rows it only says again, such as a line of a summary table.
    """

    id: str
    file: str
    section: str
    confidence: str
    about: str
    repeats: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Covered:
    """What became of one row: `by` names the recommendations, definitions or rows that hold it."""

    row: CoverageRow
    outcome: Outcome
    by: tuple[str, ...] = ()
    reason: str = ""


@cache
def rows() -> tuple[CoverageRow, ...]:
    """Every row of the files, in their order."""
    loaded = YAML(typ="safe").load((HERE / "rows.yaml").read_text(encoding="utf-8"))
    return tuple(
        CoverageRow(str(name), file, section, told[0], told[1], tuple(told[2:]))
        for file, sections in loaded.items()
        for section, listed in sections.items()
        for name, told in listed.items()
    )


@cache
def left_out() -> dict[str, str]:
    """The rows that hold no statement about care, each with its reason."""
    loaded = YAML(typ="safe").load((HERE / "left_out.yaml").read_text(encoding="utf-8"))
    return {str(name): str(reason) for name, reason in loaded.items()}


def coverage(evidence: Iterable[str] = ()) -> tuple[Covered, ...]:
    """What became of each row, in the order of the files.

    `evidence`: further rows that are cited outside the causes and figures known here.
    """
    uses = {"encoded": _recommended(True), "carried": _recommended(False), "defined": _defined(), "evidence": _cited()}
    for row in evidence:
        uses["evidence"].setdefault(row, ())
    held = frozenset(row for kind in uses.values() for row in kind)
    return tuple(_covered(row, uses, held) for row in rows())


def missing(evidence: Iterable[str] = ()) -> tuple[CoverageRow, ...]:
    """The rows of which nothing became, and nobody said why."""
    return tuple(one.row for one in coverage(evidence) if one.outcome == "missing")


_Uses: TypeAlias = dict[str, tuple[str, ...]]


def _covered(row: CoverageRow, uses: dict[str, _Uses], held: frozenset[str]) -> Covered:
    outcomes: tuple[Outcome, ...] = ("encoded", "defined", "carried", "evidence")
    for outcome in outcomes:
        if row.id in uses[outcome]:
            return Covered(row, outcome, uses[outcome][row.id])
    if row.repeats and held.issuperset(row.repeats):
        return Covered(row, "repeated", row.repeats)
    if row.id in left_out():
        return Covered(row, "left out", reason=left_out()[row.id])
    return Covered(row, "missing")


def _recommended(advising: bool) -> _Uses:
    return _by_row((one.row, one.key) for one in register.recommendations() if (one.read in ADVISING) is advising)


def _defined() -> _Uses:
    return _by_row((one.row, one.id) for one in DEFINITIONS)


def _cited() -> _Uses:
    arguments = ((argument.citation.row, cause.id) for cause in CAUSES for argument in cause.arguments)
    figures = ((figure.row, figure.source) for figure in (*FIGURES, *COUNSELLED))
    return _by_row([*arguments, *figures, *((study.row, key) for study in STUDIES for key in study.beside)])


def _by_row(pairs: Iterable[tuple[str, str]]) -> _Uses:
    found: dict[str, dict[str, None]] = {}
    for row, name in pairs:
        found.setdefault(row, {})[name] = None
    return {row: tuple(names) for row, names in found.items()}
