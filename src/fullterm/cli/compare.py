"""`fullterm protocol compare`: the hospital's protocol beside the national documents."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from datetime import date
from typing import Any

from rich.markup import escape

from fullterm.care.assess.compare_text import SAYS, compared_plain
from fullterm.care.protocol.model import read_protocol
from fullterm.cli.lines import BRACKETS, COLON, COMMA, LISTED, SEMICOLON, console, put
from fullterm.cli.words import HEAD
from fullterm.guidelines import register
from fullterm.vocabulary.fact import Language

COMPARED, BAD_INPUT = 0, 2
STYLE = {"departs": "yellow", "stricter": "cyan", "follows": "green", "silent": "dim", "not_read": "dim"}


def run(name: str, language: Language, on: date, *, as_json: bool) -> int:
    """Compare and print. Returns the exit code: 0, or 2 when there is no such protocol or it is not whole."""
    try:
        hospital = read_protocol(name, {one.key: one for one in register.recommendations()})
    except ValueError as error:
        sys.stderr.write(f"{error}\n")
        return BAD_INPUT
    told = compared_plain(hospital, on, language)
    if as_json:
        sys.stdout.write(json.dumps(told, ensure_ascii=False, indent=2) + "\n")
        return COMPARED
    out = console()
    for markup, indent in _lines(told, language):
        if markup:
            put(out, markup, indent=indent)
        else:
            out.print()
    return COMPARED


def _lines(told: dict[str, Any], language: Language) -> Iterator[tuple[str, int]]:
    """Every line with its indent; an empty one is a blank."""
    yield f"[bold]{escape(SAYS['head'][language].format(told['title'], told['on']))}[/]", 0
    counts = (f"{one['label']} {one['number']}" for one in told["counts"])
    yield escape(SEMICOLON[language].join(counts)), 0
    without = told["without_reason"]
    if not told["compares"]:
        yield SAYS["nothing"][language], 0
    elif without:
        yield f"[red]{escape(SAYS['without'][language].format(COMMA[language].join(without)))}[/]", 0
    else:
        yield SAYS["reasons"][language], 0
    yield f"[dim]{escape(SAYS['how'][language])}[/]", 0
    yield "", 0
    yield f"[bold]{SAYS['steps'][language]}[/]", 0
    for step in told["steps"]:
        yield from _step(step, language)
    for heading, answered in (("answered", True), ("others", False)):
        yield "", 0
        yield f"[bold]{SAYS[heading][language]}[/]", 0
        for document in told["documents"]:
            if document["answered"] is answered:
                yield from _document(document, language)
    yield "", 0
    yield f"[dim]{escape(HEAD['footer'][language])}[/]", 0


def _step(step: dict[str, Any], language: Language) -> Iterator[tuple[str, int]]:
    window = f" [dim]{escape(step['window'])}[/]" if step["window"] else ""
    yield f"[bold]{escape(step['title'])}[/]{window}", 2
    for document in step["documents"]:
        for group in document["groups"]:
            yield f"{escape(document['name'])} {_refs(group, language)}{COLON[language]}{_relation(group, language)}", 4
    if not step["documents"]:
        yield f"[dim]{SAYS['names_none'][language]}[/]", 4
    elif step["silent"]:
        yield f"[dim]{escape(SAYS['silent_on'][language].format(LISTED[language].join(step['silent'])))}[/]", 4


def _refs(group: dict[str, Any], language: Language) -> str:
    """The numbers of a group; beside each that is stricter, both windows."""
    said = []
    for one in group["advice"]:
        within = BRACKETS[language].format(SEMICOLON[language].join(one["windows"])) if one["windows"] else ""
        said.append(escape(one["ref"] + within))
    return COMMA[language].join(said)


def _relation(group: dict[str, Any], language: Language) -> str:
    """The word for a relation, and the reason for a departure."""
    reasons = COLON[language] + escape(" ".join(group["reasons"])) if group["reasons"] else ""
    return f"[{STYLE[group['relation']]}]{group['label']}[/]{reasons}"


def _document(document: dict[str, Any], language: Language) -> Iterator[tuple[str, int]]:
    yield "", 0
    yield f"[bold]{escape(document['name'])}[/] [dim]{escape(document['edition'])}[/]", 2
    if not document["read"]:
        yield SAYS["unread"][language], 4
        return
    for group in document["groups"]:
        yield _relation(group, language), 4
        if group["relation"] == "not_read":
            yield escape(COMMA[language].join(one["ref"] for one in group["advice"])), 6
            continue
        for one in group["advice"]:
            steps = LISTED[language].join(step["title"] for step in one["steps"])
            more = [*one["windows"], *([SAYS["step"][language].format(steps)] if steps else [])]
            end = f" [dim]{escape(SEMICOLON[language].join(more))}[/]" if more else ""
            yield f"{escape(one['ref'])}  {escape(one['says'])}{end}", 6
