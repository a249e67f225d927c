"""`fullterm edition`: what changed between two editions of the rules, as a clinician would read it."""

from __future__ import annotations

import difflib
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from rich.markup import escape

from fullterm.cli.edition_words import CHANGE, FIELD, SAYS
from fullterm.cli.lines import COLON, COMMA, SEMICOLON, console, put
from fullterm.cli.naming import between, graded, window_of
from fullterm.cli.words import ADVICE, DECISION, READ
from fullterm.guidelines.edition_changes import Changes, DocumentChange, FieldChange, RuleChange, WordChange, changes
from fullterm.guidelines.edition_file import edition, write
from fullterm.logic.nodes import And, Or
from fullterm.logic.quantity import Unit, show_amount
from fullterm.vocabulary.clause import phrase
from fullterm.vocabulary.fact import Language

DONE, BAD_INPUT = 0, 2
STYLE = {"added": "green", "withdrawn": "red", "changed": "yellow"}
TREES = frozenset({"for", "applies", "unless", "means"})
SENTENCES = frozenset({"says", "note"})
OTHER: dict[Language, Language] = {"en": "zh", "zh": "en"}


def keep(path: Path, on: date, language: Language) -> int:
    """Write the installed rules as an edition. Returns the exit code: 0, or 2 when it cannot be written."""
    try:
        rules = write(path, on)
    except ValueError as error:
        sys.stderr.write(f"{error}\n")
        return BAD_INPUT
    put(console(), escape(SAYS["written"][language].format(path, rules)))
    return DONE


def run(old: str, new: str, language: Language) -> int:
    """Compare two editions and print. Returns the exit code: 0, or 2 when one of them is none."""
    try:
        found = changes(edition(old), edition(new))
    except ValueError as error:
        sys.stderr.write(f"{error}\n")
        return BAD_INPUT
    out = console()
    for markup, indent in _lines(found, old, new, language):
        if markup:
            put(out, markup, indent=indent)
        else:
            out.print()
    return DONE


def _lines(found: Changes, old: str, new: str, language: Language) -> Iterator[tuple[str, int]]:
    """Every line with its indent; an empty one is a blank."""
    yield f"[bold]{escape(SAYS['head'][language].format(old, new))}[/]", 0
    if found.nothing:
        yield SAYS["nothing"][language], 0
        return
    numbers = (found.count("added"), found.count("withdrawn"), found.count("changed"), len(found.documents))
    yield SAYS["counts"][language].format(*numbers), 0
    for document in found.documents:
        yield from _document(document, language)
    if found.words:
        yield "", 0
        yield f"[bold]{SAYS['words'][language]}[/]", 0
        for word in found.words:
            yield from _word(word, language)


def _document(one: DocumentChange, language: Language) -> Iterator[tuple[str, int]]:
    title = f"{one.document['title'][language]} — {one.document['publisher']}"
    kind = "" if one.kind == "changed" else f"[{STYLE[one.kind]}]{CHANGE[one.kind][language]}[/]"
    yield "", 0
    yield f"[bold]{escape(one.id)}[/] {escape(title)} {kind}".rstrip(), 0
    for field in one.fields:
        yield from _field(field, language, 2)
    for rule in one.rules:
        yield from _rule(rule, language)


def _rule(one: RuleChange, language: Language) -> Iterator[tuple[str, int]]:
    yield "", 0
    yield f"[bold]{escape(one.rule['ref'])}[/] [{STYLE[one.kind]}]{CHANGE[one.kind][language]}[/]", 2
    for field in one.fields:
        yield from _field(field, language, 4)
    if one.kind != "changed":
        advice = f"{ADVICE[one.rule['kind']][language]} {_treatments(one.rule['treatments'], language)}".rstrip()
        place = (one.rule["locus"], graded(one.rule["grade"], language), READ[one.rule["read"]][language])
        yield escape(advice), 4
        yield escape(one.rule["says"][language]), 4
        yield f"[dim]{escape(SEMICOLON[language].join(part for part in place if part))}[/]", 4


def _word(one: WordChange, language: Language) -> Iterator[tuple[str, int]]:
    yield "", 0
    yield f"[bold]{escape(one.label[language])}[/]", 2
    for field in one.fields:
        yield from _field(field, language, 4)
    yield f"[dim]{escape(SAYS['read_by'][language].format(COMMA[language].join(one.rules)))}[/]", 4


def _field(one: FieldChange, language: Language, indent: int) -> Iterator[tuple[str, int]]:
    """One field in words: a short one on a line, `old → new`; a sentence or a tree with what went and what came."""
    name = FIELD[one.field][language]
    if one.field in TREES:
        before, after = ([] if tree is None else tree[language] for tree in (one.before, one.after))
        if before != after:
            yield f"{name}{COLON[language]}".rstrip(), indent
            yield from _tree(before, after, language, indent + 2)
        return
    shown = [_shown(one.field, value, language) for value in (one.before, one.after)]
    if shown[0] == shown[1]:  # only the other language was changed: it is shown as it is
        name += SAYS["other"][language]
        shown = [_shown(one.field, value, OTHER[language]) for value in (one.before, one.after)]
    before, after = (text or SAYS["none"][language] for text in shown)
    if one.field in SENTENCES:
        yield f"{name}{COLON[language]}".rstrip(), indent
        yield f"[red]- {escape(before)}[/]", indent + 2
        yield f"[green]+ {escape(after)}[/]", indent + 2
    else:
        yield f"{name}{COLON[language]}{escape(before)} [bold]→[/] {escape(after)}", indent


def _tree(before: list[str], after: list[str], language: Language, indent: int) -> Iterator[tuple[str, int]]:
    """Both trees in one, each line in its place: what went with -, what came with +, and what stayed."""
    if not before or not after:
        yield f"[dim]{SAYS['before_none' if after else 'after_none'][language]}[/]", indent
    heads = [phrase(junction(()), language) for junction in (And, Or)]
    for line in difflib.ndiff(_under(after, before, heads), _under(before, after, heads)):
        mark, said = line[0], line[2:]
        if mark != "?":
            style = {"-": "red", "+": "green"}.get(mark, "dim")
            sign = "·" if mark == " " else mark
            yield f"[{style}]{sign} {escape(said.strip())}[/]", indent + len(said) - len(said.lstrip())


def _under(other: list[str], tree: list[str], heads: list[str]) -> list[str]:
    """A tree under the other's "all of" or "any of": one condition is the same line whatever joined it since."""
    head = other[:1]
    if not tree or not head or head[0] not in heads or tree[0] in heads:
        return tree
    return [*head, *("  " + line for line in tree)]


def _treatments(labels: list[dict[str, str]], language: Language) -> str:
    return COMMA[language].join(label[language] for label in labels)


def _shown(field: str, value: Any, language: Language) -> str:
    """A value as it is read; empty where there is none."""
    match field, value:
        case _, None:
            return ""
        case "kind", str():
            return ADVICE[value][language] if value in ADVICE else value
        case "read", str():
            return READ[value][language] if value in READ else value
        case "decision", str():
            return DECISION[value][language] if value in DECISION else value
        case "treatments", list():
            return _treatments(value, language)
        case "window", [opens, closes]:
            first, last = (None if end is None else show_amount(end, Unit.DAYS) for end in (opens, closes))
            return window_of(first, last, language)
        case "until", str():
            return between("", (date.fromisoformat(value) - timedelta(days=1)).isoformat(), language)
        case _, dict():
            return str(value[language])
        case _:
            return str(value)
