"""`fullterm assess`: one woman decided, printed with the most pressing line first."""

from __future__ import annotations

import difflib
import json
import sys
from datetime import date
from pathlib import Path

from fullterm.care.assess.assessment import Assessment, assess
from fullterm.care.assess.report import report
from fullterm.care.assess.still import because_in, standing_of
from fullterm.care.case.read import read_record
from fullterm.care.plan.first_line import Danger, pressing
from fullterm.care.protocol.case_steps import step_problems
from fullterm.care.protocol.model import read_protocol
from fullterm.cli.lines import BRACKETS, COLON, COMMA, SEMICOLON, console, put_tree
from fullterm.cli.naming import graded, names, newer_lines, review_line
from fullterm.cli.page import print_page
from fullterm.cli.words import ADVICE, HEAD, READ, STANDING, VERDICT
from fullterm.guidelines import register
from fullterm.guidelines.verdict import Verdict
from fullterm.logic.language import ALWAYS
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
    today: date,
    as_json: bool,
    why: str | None,
    everything: bool,
    strict: bool,
) -> int:
    """Read, decide, print. Returns the exit code: 0, 2 when the input has problems, 10 when asked and pressing.

    `today` is the day that no case may be told after. Whoever names a later day by `on` plans ahead, and may.
    """
    record, problems = read_record(source(path), latest=max(today, on or today))
    for problem in problems:
        sys.stderr.write(f"{problem}\n")
    if record is None:
        return BAD_INPUT
    case = record.case
    if on is not None and on < case.told:
        sys.stderr.write(HEAD["before_told"][language].format(on, case.told) + "\n")
        return BAD_INPUT
    try:
        hospital = read_protocol(protocol, {one.key: one for one in register.recommendations()})
    except ValueError as error:
        sys.stderr.write(f"{error}\n")
        return BAD_INPUT
    without_effect = step_problems(record, hospital)
    for problem in without_effect:
        sys.stderr.write(f"{problem}\n")
    found = assess(case, on or case.told, hospital, unread=sum(one.conflict is None for one in problems))
    if why is not None:
        return _open_one(found, why, language)
    told = report(found, language)
    if as_json:
        sys.stdout.write(json.dumps(told, ensure_ascii=False, indent=2) + "\n")
    else:
        print_page(console(), told, language, everything=everything, file=str(path))
    if strict and isinstance(found.first, Danger):  # a danger outranks a problem of the file
        return PRESSING
    if problems or without_effect:
        return BAD_INPUT
    return PRESSING if strict and pressing(found.plan) else DECIDED


def source(path: Path) -> Path | bytes:
    """The case to read: a file, or standard input for `-`, as bytes for the reader to judge as it judges a file's."""
    return sys.stdin.buffer.read() if str(path) == "-" else path


def _open_one(found: Assessment, ref: str, language: Language) -> int:
    """Print one verdict down to the facts. It may be named as the page does (`RCOG GTG 75 UI-1`) or by its id."""
    named = {alias.casefold(): one for one in found.verdicts for alias in _aliases(one)}
    verdict = named.get(" ".join(ref.split()).casefold())
    if verdict is None:
        near = difflib.get_close_matches(ref.casefold(), named, n=1, cutoff=0.6)
        meant = f"did you mean {named[near[0]].recommendation.key!r}?" if near else "write it as 'rcog-gtg75 UI-1'"
        sys.stderr.write(
            f"there is no recommendation {ref!r}: {meant} (all of them: fullterm guidelines, fullterm show ID)\n"
        )
        return BAD_INPUT
    colon = COLON[language]
    one = verdict.recommendation
    guideline = register.GUIDELINES[one.guideline]
    treatments = COMMA[language].join(treatment.label[language] for treatment in one.advice.treatments)
    standing = STANDING[one.standing(found.on)][language]
    parts = (one.locus, graded(one.grade, language), READ[one.read][language], standing)
    needs = names(verdict.missing, language, 20)
    gone = standing_of(found).still(verdict) if verdict.kind in ("applies", "cannot_tell") else None
    lines = [
        f"{guideline.short} {one.ref}  {ADVICE[one.advice.kind][language]}{colon}{treatments}",
        one.says[language],
        guideline.title[language] + BRACKETS[language].format(f"{guideline.publisher}, {guideline.edition}"),
        SEMICOLON[language].join(part for part in parts if part),
        *([review] if (review := review_line(guideline, found.on, language)) else []),
        *([] if one.note is None else [one.note[language]]),
        *newer_lines(one.key, found.on, language),
        "",
        f"= {VERDICT[verdict.kind][language]}",
        *([] if gone is None else [because_in(gone, language)]),
        *([] if one.women == ALWAYS else [show(why_tree(verdict.women, found.known.facts, language), language)]),
        show(why_tree(verdict.body, found.known.facts, language), language),
        *([f"{HEAD['needs'][language]}{colon}{needs}"] if needs else []),
    ]
    put_tree(console(), "\n".join(lines).splitlines())
    return DECIDED


def _aliases(verdict: Verdict) -> tuple[str, str]:
    one = verdict.recommendation
    return one.key, f"{register.GUIDELINES[one.guideline].short} {one.ref}"
