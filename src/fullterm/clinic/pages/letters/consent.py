"""Information before a cerclage: what is done, what studies saw, the harms, the alternatives, the removal.

Every figure carries its study and how it was read, and is a figure about the women of that study. A consent form of
the hospital is still signed; this is what was talked about.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

from fullterm.clinic.pages.letters.citations import Cited, figure, row
from fullterm.clinic.pages.letters.content import Plain
from fullterm.guidelines import counselling
from fullterm.guidelines.figures import FIGURES, Figure
from fullterm.vocabulary.fact import Language

Operation: TypeAlias = Literal["planned", "emergency", "abdominal"]
OPERATIONS: tuple[Operation, ...] = ("planned", "emergency", "abdominal")
_BY_ROW = {one.row: one for one in FIGURES}
Claims: TypeAlias = tuple[str | Figure, ...]
SAW: dict[Operation, Claims] = {
    "planned": (
        "rcog-gtg75 FIG-1", "rcog-gtg75 FIG-2", "rcog-gtg75 FIG-3", _BY_ROW["FIG-BERGHELLA"], counselling.C_STICH,
    ),
    "emergency": ("rcog-gtg75 FIG-8", "rcog-gtg75 FIG-11"),
    "abdominal": ("rcog-gtg75 FIG-6", "rcog-gtg75 FIG-7", _BY_ROW["FIG-WHITTLE"]),
}  # fmt: skip
HARMS: dict[Operation, Claims] = {
    "planned": (
        "rcog-gtg75 INFO-1R", "rcog-gtg75 INFO-2", "rcog-gtg75 FIG-9", "rcog-gtg75 FIG-10", "acog-142 COMPL",
        counselling.ONE_HOSPITAL, counselling.LATE,
    ),
    "emergency": ("rcog-gtg75 INFO-1R", "acog-142 COMPL", counselling.MEMBRANES),
    "abdominal": ("rcog-gtg75 INFO-1R", "acog-142 COMPL", counselling.BLOOD),
}  # fmt: skip
INSTEAD: dict[Operation, Claims] = {
    "planned": ("rcog-gtg75 FIG-4", "rcog-gtg75 ALT-P", "rcog-gtg75 ALT-A"),
    "emergency": (),
    "abdominal": ("rcog-gtg75 FIG-6",),
}
OUT: dict[Operation, Claims] = {
    "planned": (
        "rcog-gtg75 REM-1", "rcog-gtg75 REM-2", "rcog-gtg75 REM-3", counselling.INTERVAL, counselling.UNHARMED,
        counselling.TORN,
    ),
    "emergency": ("rcog-gtg75 REM-1", "rcog-gtg75 REM-2", "rcog-gtg75 REM-3", counselling.UNHARMED, counselling.TORN),
    "abdominal": ("rcog-gtg75 REM-4", "rcog-gtg75 REM-4S"),
}  # fmt: skip


def consent(operation: Operation, language: Language) -> Plain:
    """The information for one kind of operation as a template context."""
    return {
        "operation": operation,
        "saw": _cited(SAW[operation], language),
        "harms": _cited(HARMS[operation], language),
        "instead": _cited(INSTEAD[operation], language),
        "out": _cited(OUT[operation], language),
    }


def _cited(claims: Claims, language: Language) -> list[Cited]:
    return [row(one, language) if isinstance(one, str) else figure(one, language) for one in claims]
