"""An edition of the rules as a plain file: every recommendation in words, so that two editions can be read side by side.

The file holds what a clinician reads (`docs/guidelines/`), in both languages, and no code: an old edition is compared
without running old software. The order of a document's rules, and of the parts of a condition, is not kept. When rules
are published, `fullterm edition --write src/fullterm/guidelines/editions/NAME.json` keeps them under a name.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any, TypeAlias, assert_never

from fullterm.guidelines import register
from fullterm.guidelines.model import Guideline, Recommendation
from fullterm.logic.nodes import (
    And,
    Bool,
    Choice,
    Compare,
    Constant,
    Count,
    Greatest,
    Latest,
    Least,
    Measure,
    Named,
    Node,
    Not,
    Number,
    OneOf,
    Or,
    YesNo,
    walk,
)
from fullterm.vocabulary.explain import explain, show
from fullterm.vocabulary.fact import VOCABULARY, Text

Plain: TypeAlias = dict[str, Any]
EDITIONS = Path(__file__).parent / "editions"
NOW = "now"
"""The name of the rules as they are installed."""
Fields: TypeAlias = dict[str, tuple[type, ...]]
_GIVEN, _TEXT, _IF_ANY = (str,), (dict,), (dict, type(None))
DOCUMENT: Fields = {"title": _TEXT, "publisher": _GIVEN, "edition": _GIVEN, "until": (str, type(None))}
WORD: Fields = {"label": _TEXT, "means": _TEXT}
RULE: Fields = {
    **dict.fromkeys(("guideline", "ref", "decision", "kind", "grade", "locus", "read", "since"), _GIVEN),
    **dict.fromkeys(("says", "for", "applies"), _TEXT), "unless": _IF_ANY, "note": _IF_ANY,
    "treatments": (list,), "words": (list,), "window": (list, type(None)), "until": (str, type(None)),
}  # fmt: skip
"""What is kept of a rule. `window`: gestations in days, the second the first day too late. `words`: the derived facts it
reads, at whatever depth. `applies`, `for`, `unless` and `means` are lines of a tree in each language."""


def kept() -> tuple[str, ...]:
    """The editions that came with the software, by name."""
    return tuple(sorted(path.stem for path in EDITIONS.glob("*.json")))


def edition(name: str) -> Plain:
    """An edition by its name, `now`, or the path of its file. Raises ValueError, in a sentence, when it is none."""
    if name == NOW:
        return installed()
    path = EDITIONS / f"{name}.json" if name in kept() else Path(name)
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        known = ", ".join((*kept(), NOW))
        raise ValueError(f"there is no edition {name!r} ({_why(error)}): write one of {known}, or a file") from None
    return read(name, text)


def _why(error: OSError | UnicodeDecodeError) -> str:
    return (error.strerror or "unreadable").lower() if isinstance(error, OSError) else "it is not text"


def installed() -> Plain:
    """The rules as they are installed, in the shape of a file."""
    rules = register.recommendations()
    words = sorted({name for one in rules for name in _words(one)})
    return {
        "documents": {one.id: _document(one) for one in register.GUIDELINES.values()},
        "words": {name: _word(name) for name in words},
        "rules": [_rule(one) for one in rules],
    }


def write(path: Path, on: date) -> int:
    """Write the installed rules as an edition named by its file; how many rules. Raises ValueError if it is there."""
    if path.exists():
        raise ValueError(f"{path} is there already: an edition is never overwritten, name another file")
    told = {"edition": path.stem, "written": on.isoformat(), **installed()}
    try:
        path.write_text("".join(_lines(told)), encoding="utf-8")
    except OSError as error:
        raise ValueError(f"{path} cannot be written: {error.strerror}") from None
    return len(told["rules"])


def _lines(told: Plain) -> Iterator[str]:
    """JSON with each document, word and rule on a line of its own, so that two files can be compared by eye."""

    def plain(value: object) -> str:
        return json.dumps(value, ensure_ascii=False)

    yield f'{{"edition": {plain(told["edition"])}, "written": {plain(told["written"])},\n'
    for field in ("documents", "words"):
        entries = (f"{plain(name)}: {plain(value)}" for name, value in told[field].items())
        yield f'"{field}": {{\n' + ",\n".join(entries) + "\n},\n"
    yield '"rules": [\n' + ",\n".join(map(plain, told["rules"])) + "\n]}\n"


def read(name: str, text: str) -> Plain:
    """An edition from its file's text. Raises ValueError, in a sentence, when it is none."""
    try:
        told = json.loads(text)
    except ValueError:
        told = None
    fault = "it is not such a file" if not isinstance(told, dict) else next(_faults(told), None)
    if fault is not None:
        raise ValueError(f"{name} is no edition of the rules: {fault}; fullterm edition --write FILE makes one")
    assert isinstance(told, dict)
    return told


def _faults(told: Plain) -> Iterator[str]:
    """What keeps a file from being an edition."""
    shapes = (("documents", dict), ("words", dict), ("rules", list))
    yield from (f"it has no {field}" for field, kind in shapes if not isinstance(told.get(field), kind))
    entries: list[tuple[str, object, Fields]] = [
        *((f"the document {name}", one, DOCUMENT) for name, one in told["documents"].items()),
        *((f"the word {name}", one, WORD) for name, one in told["words"].items()),
        *((f"rule {number}", one, RULE) for number, one in enumerate(told["rules"], 1)),
    ]
    for where, one, fields in entries:
        if not isinstance(one, dict) or set(one) != set(fields):
            yield f"{where} does not hold {', '.join(fields)}"
            continue
        yield from (
            f"{where} has another {field} than it could have"
            for field, kinds in fields.items()
            if not isinstance(one[field], kinds) or (isinstance(one[field], dict) and set(one[field]) != {"en", "zh"})
        )
    keys: set[tuple[str, str]] = set()
    for one in told["rules"]:
        key = (one["guideline"], one["ref"])
        if one["guideline"] not in told["documents"] or not set(one["words"]) <= set(told["words"]):
            yield f"{' '.join(key)} names a document or a word that it does not hold"
        if key in keys:
            yield f"{' '.join(key)} stands in it twice"
        keys.add(key)


def _document(one: Guideline) -> Plain:
    until = None if one.until is None else one.until.isoformat()
    return {"title": _text(one.title), "publisher": one.publisher, "edition": one.edition, "until": until}


def _word(name: str) -> Plain:
    one = VOCABULARY.derived[name]
    return {"label": _text(one.label), "means": _tree(one.of)}


def _rule(one: Recommendation) -> Plain:
    window = one.window
    ends = (None, None) if window is None else (window.opens, window.closes)
    return {
        "guideline": one.guideline,
        "ref": one.ref,
        "decision": one.decision,
        "kind": one.advice.kind,
        "treatments": sorted((_text(each.label) for each in one.advice.treatments), key=lambda text: text["en"]),
        "says": _text(one.says),
        "for": _tree(one.women),
        "applies": _tree(one.when),
        "unless": None if one.unless is None else _tree(one.unless),
        "window": None if window is None else [None if end is None else end.amount for end in ends],
        "grade": one.grade,
        "locus": one.locus,
        "read": one.read,
        "since": one.since.isoformat(),
        "until": None if one.until is None else one.until.isoformat(),
        "note": None if one.note is None else _text(one.note),
        "words": sorted(_words(one)),
    }


def _text(text: Text) -> Plain:
    return {"en": text.en, "zh": text.zh}


def _tree(node: Bool) -> Plain:
    ordered = in_order(node)
    return {
        "en": show(explain(ordered, "en"), "en").splitlines(),
        "zh": show(explain(ordered, "zh"), "zh").splitlines(),
    }


def _words(one: Recommendation) -> set[str]:
    conditions: Iterable[Node] = (one.women, one.when, *(() if one.unless is None else (one.unless,)))
    return {node.name for condition in conditions for node in walk(condition) if isinstance(node, Named)}


def in_order(node: Bool) -> Bool:
    """The same condition with the parts of every "all of" and "any of" flattened and in one order, whatever the page's."""
    match node:
        case And() | Or():
            parts = sorted({part for each in node.parts for part in _flat(in_order(each), type(node))}, key=repr)
            return parts[0] if len(parts) == 1 else type(node)(tuple(parts))
        case Not():
            return Not(in_order(node.part))
        case Compare():
            return replace(node, left=_number_in_order(node.left))
        case Choice():  # its order is its meaning
            cases = tuple((in_order(when), in_order(then)) for when, then in node.cases)
            return Choice(cases, in_order(node.otherwise))
        case Named() | Constant() | YesNo() | OneOf():
            return node
        case _:
            assert_never(node)


def _flat(node: Bool, kind: type[And | Or]) -> tuple[Bool, ...]:
    return node.parts if isinstance(node, And | Or) and type(node) is kind else (node,)


def _number_in_order(node: Number) -> Number:
    match node:
        case Count() | Least() | Greatest() | Latest():
            return replace(node, where=in_order(node.where))
        case Measure():
            return node
        case _:
            assert_never(node)
