"""The passport: for whoever receives her in an emergency elsewhere. Facts, the suture, and what the documents say."""

from __future__ import annotations

from fullterm.clinic.base import settings_in_force as hospital
from fullterm.clinic.pages.letters import content as record
from fullterm.clinic.pages.letters.citations import Cited, row, step
from fullterm.clinic.pages.letters.content import Plain, Recorded
from fullterm.vocabulary.fact import Language

LABOUR = ("rcog-gtg75 REM-2",)
WATERS = ("rcog-gtg75 PPROM-1", "rcog-gtg75 PPROM-2", "rcog-gtg75 PPROM-3")
PLANNED = ("rcog-gtg75 REM-1", "rcog-gtg75 REM-1C")
ABDOMINAL = ("rcog-gtg75 REM-4", "rcog-gtg75 REM-4S", "rcog-gtg75 TAC-LOSS")
HIGH = "rcog-gtg75 REM-3"


def passport(of: Recorded, language: Language) -> Plain:
    """The passport as a template context."""
    return {
        "dating": record.dating(of, language),
        "suture": record.suture(of, language),
        "removal": record.removal(of, language),
        "arranged": record.arranged(of),
        "what_to_do": _what_to_do(of, language),
        "history": record.history(of, language),
        "complete": of.case.earlier_complete,
    }


def _what_to_do(of: Recorded, language: Language) -> list[tuple[str, list[Cited]]]:
    """Under each heading (a key of the words) what the documents say of the suture she has; none without one."""
    routes = {one.route for one in of.sutures}
    abdominal = [("letter.do.abdominal", [row(key, language) for key in ABDOMINAL])]
    if not routes - {"abdominal"}:
        return abdominal if routes else []
    own = step(hospital.protocol(), "removal-now", language)
    labour = [*([own] if own is not None else []), *(row(key, language) for key in LABOUR)]
    if any(one.kind == "shirodkar" for one in of.sutures):
        labour.append(row(HIGH, language))
    return [
        *(abdominal if routes & {"abdominal", None} else []),  # which of them holds is looked for first
        ("letter.do.labour", labour),
        ("letter.do.waters", [row(key, language) for key in WATERS]),
        ("letter.do.bleeding", []),  # no document read closely has a rule for bleeding alone: the words say so
        ("letter.do.otherwise", [row(key, language) for key in PLANNED]),
    ]
