"""`fullterm assess`: one woman decided, printed with the most pressing line first."""

from __future__ import annotations

import json
import sys
from datetime import date
from pathlib import Path
from typing import Any

from rich.console import Console

from fullterm.care.assess import Assessment, assess
from fullterm.care.case_file import read_case
from fullterm.care.protocol import read_protocol
from fullterm.care.report import report
from fullterm.cli.page import print_page
from fullterm.guidelines import register
from fullterm.vocabulary.explain import show
from fullterm.vocabulary.fact import Language
from fullterm.vocabulary.why import why as why_tree

DECIDED, BAD_INPUT, PRESSING = 0, 2, 10


def run(
    path: Path,
    language: Language,
    on: date | None,
    protocol: str,
    *,
    as_json: bool,
    why: str | None,
    everything: bool,
    strict: bool,
) -> int:
    """Read, decide, print. Returns the exit code: 0, 2 when the input has problems, 10 when asked and pressing."""
    case, problems = read_case(path)
    for problem in problems:
        sys.stderr.write(f"{problem}\n")
    if case is None:
        return BAD_INPUT
    try:
        hospital = read_protocol(protocol, {one.key: one for one in register.recommendations()})
    except ValueError as error:
        sys.stderr.write(f"{error}\n")
        return BAD_INPUT
    found = assess(case, on or case.told, hospital)
    if why is not None:
        return _open_one(found, why, language)
    told = report(found, language)
    if as_json:
        sys.stdout.write(json.dumps(told, ensure_ascii=False, indent=2) + "\n")
    else:
        print_page(Console(highlight=False), told, language, everything=everything)
    if problems:
        return BAD_INPUT
    return PRESSING if strict and pressing(told) else DECIDED


def pressing(told: dict[str, Any]) -> bool:
    """Whether a step of the plan is open, closing, or missed and still wanted."""
    return any(step["state"] in ("open", "closing", "missed") for step in told["plan"])


def _open_one(found: Assessment, ref: str, language: Language) -> int:
    verdict = next((one for one in found.verdicts if one.recommendation.key == ref), None)
    if verdict is None:
        sys.stderr.write(
            f"there is no recommendation {ref!r}: write it as 'rcog-gtg75 UI-1' (see: fullterm guidelines)\n"
        )
        return BAD_INPUT
    one = verdict.recommendation
    guideline = register.GUIDELINES[one.guideline]
    treatments = ", ".join(treatment.label[language] for treatment in one.advice.treatments)
    lines = [
        f"{guideline.short}  {one.ref}  {one.advice.kind}: {treatments}",
        one.says[language],
        f"{guideline.title[language]} ({guideline.publisher}, {guideline.edition}), {one.locus}; grade {one.grade}; "
        f"read: {one.read}; {one.standing(found.on)}",
        *([] if one.note is None else [one.note[language]]),
        "",
        f"= {verdict.kind}",
        show(why_tree(verdict.women, found.known.facts, language), language),
        show(why_tree(verdict.body, found.known.facts, language), language),
    ]
    sys.stdout.write("\n".join(lines) + "\n")
    return DECIDED
