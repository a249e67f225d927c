"""From the bytes of a YAML or JSON file to its plain text values, each with its line and column.

Every value stays text (`yes` is not a truth and 2019-02-30 not yet a day), so that the sentence about a wrong one can
name the field and its place. Nothing in a file can run, grow without bound or recurse for ever: a file that tries is
refused as a `Problem`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)
from ruamel.yaml.reader import ReaderError

from fullterm.care.case.model import Problem
from fullterm.care.case.yaml import case_yaml
from fullterm.vocabulary.composed import of_a_phrase

LARGEST = 1_000_000
"""Bytes. A case is a page or two; a thousand pages are some other file."""
DEEPEST = 20
MOST_VALUES = 20_000


@dataclass(frozen=True, slots=True)
class At:
    """A place in the text, counted from 1."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Scalar:
    """One value as written; `quoted` when it stood in quotes."""

    text: str
    at: At
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class Sequence:
    """Several values in order."""

    items: tuple[Node, ...]
    at: At


@dataclass(frozen=True, slots=True)
class Mapping:
    """Named values: `(name, where the name stands, value)`."""

    entries: tuple[tuple[str, At, Node], ...]
    at: At

    def get(self, name: str) -> Node | None:
        """The value under a name, if it was written."""
        return next((node for key, _, node in self.entries if key == name), None)


Node: TypeAlias = Scalar | Sequence | Mapping


class _Refused(Exception):  # noqa: N818 - never leaves this module; it carries the sentence to its one handler
    def __init__(self, sentence: str, at: At | None = None, field: str = "") -> None:
        super().__init__(sentence)
        self.problem = Problem(sentence, field, at.line if at else 0, at.column if at else 0, fatal=True)


def read_text(source: Path | bytes | str) -> tuple[Mapping | None, Problem | None]:
    """The values of a file (of its bytes, or of a text given as `str`), or why none of it can be read."""
    try:
        if isinstance(source, Path):
            source = _bytes_of(source)
        return _read(_decoded(source) if isinstance(source, bytes) else source), None
    except _Refused as refused:
        return None, refused.problem


def _bytes_of(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            raw = file.read(LARGEST + 1)
            size = path.stat().st_size
    except OSError as error:
        reason = error.strerror or "unreadable"
        raise _Refused(f"the file cannot be opened ({reason}): check its name and permissions") from None
    _check_size(max(len(raw), size))
    return raw


def _decoded(raw: bytes) -> str:
    _check_size(len(raw))
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        at = At(raw.count(b"\n", 0, error.start) + 1, error.start - (raw.rfind(b"\n", 0, error.start) + 1) + 1)
        raise _Refused(
            f"the file is not UTF-8 text (byte 0x{raw[error.start]:02x}): save it again with the encoding UTF-8", at
        ) from None


def _check_size(size: int) -> None:
    if size > LARGEST:
        shown = f"{size / 1_000_000:.1f}"
        raise _Refused(f"the file has {shown} MB, and a case may have 1 MB: give one woman's case per file")


def _read(text: str) -> Mapping:
    _check_size(len(text.encode("utf-8", "surrogatepass")))
    is_json = text.lstrip().startswith(("{", "["))
    if is_json:  # YAML counts JSON in, except for tabs between its values
        text = text.replace("\t", " ")
    try:
        root = _Composer(text).document()
    except RecursionError:
        raise _Refused(f"values are nested deeper than {DEEPEST} levels: a case needs four") from None
    except ReaderError as error:
        before = text[: error.position]
        at = At(before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1)
        sign = f"U+{int(error.character):04X}"
        raise _Refused(f"the text holds a character that no text should ({sign}): remove it", at) from None
    except MarkedYAMLError as error:
        raise _not_yaml(text, error, is_json) from None
    except (YAMLError, ValueError) as error:
        raise _Refused(f"this is not YAML or JSON ({type(error).__name__}): begin from a file in examples/") from None
    if root is None or (isinstance(root, Scalar) and not root.text.strip()):
        raise _Refused("there is nothing to read in it: write what she told, or begin from a file in examples/")
    if not isinstance(root, Mapping):
        kind = "a list" if isinstance(root, Sequence) else "one line of text"
        raise _Refused(
            f"this is {kind}, not a case: write fields such as 'told: 2026-03-02', each on its line", root.at
        )
    if not root.entries:
        raise _Refused("the case has no fields: write what she told, or begin from a file in examples/", root.at)
    return root


def _not_yaml(text: str, error: MarkedYAMLError, is_json: bool) -> _Refused:
    mark: Any = error.problem_mark or error.context_mark
    lines = text.splitlines() or [""]
    at = At(mark.line + 1, mark.column + 1) if mark is not None else At(1, 1)
    before = [line.strip() for line in lines[: at.line]]
    if is_json and (found := next((n for n, line in enumerate(before, 1) if line.startswith(("//", "/*"))), None)):
        return _Refused("JSON has no comments: remove this line, or begin it with #", At(found, 1))
    if is_json and any("//" in line or "/*" in line for line in before):
        return _Refused("JSON has no comments: remove what follows // or /*, or write # before it", at)
    line = lines[min(at.line, len(lines)) - 1]
    if "\t" in line[: len(line) - len(line.lstrip())]:
        return _Refused("this line is indented with a tab: indent with spaces", At(at.line, line.index("\t") + 1))
    problem = str(error.problem or "").strip()
    if "mapping values are not allowed" in problem:
        return _Refused("there is a second ':' on this line: put the text after the first one in quotes", at)
    said = problem or "it breaks off"
    return _Refused(f"this is not YAML or JSON from here on ({said}): compare it with a file in examples/", at)


class _Composer:
    """The values of one text, from the parser's events. One value costs one step, however often it is repeated."""

    def __init__(self, text: str) -> None:
        self.events: Iterator[Any] = iter(case_yaml().parse(text))
        self.anchors: dict[str, Node | None] = {}  # None while the value it names is still being read
        self.sizes: dict[str, int] = {}
        self.count = 0

    def document(self) -> Node | None:
        root: Node | None = None
        documents = 0
        for event in self.events:
            if isinstance(event, DocumentStartEvent):
                documents += 1
                if documents > 1:
                    raise _Refused("a second case begins here: give one woman's case per file", _at(event))
                root = self.node(next(self.events), 0)
        return root

    def node(self, event: Any, depth: int) -> Node:
        at = _at(event)
        self.take(1, at)
        if depth > DEEPEST:
            raise _Refused(f"values are nested deeper than {DEEPEST} levels: a case needs four", at)
        if isinstance(event, AliasEvent):
            return self.alias(str(event.anchor), at)
        name, before = event.anchor, self.count
        if name is not None:
            self.anchors[str(name)] = None
        node: Node
        match event:
            case ScalarEvent():
                text = str(event.value)
                folded = text.replace("\a", "") if event.style == ">" else text  # ruamel marks its folds with a bell
                node = Scalar(folded, at, quoted=event.style in ("'", '"'))
            case SequenceStartEvent():
                node = Sequence(tuple(self.items(depth)), at)
            case MappingStartEvent():
                node = Mapping(tuple(self.entries(depth, between_braces=bool(event.flow_style))), at)
            case _:  # pragma: no cover - the parser yields no other event here
                raise _Refused("this is not YAML or JSON: begin from a file in examples/", at)
        if name is not None:
            self.anchors[str(name)] = node
            self.sizes[str(name)] = self.count - before + 1
        return node

    def alias(self, name: str, at: At) -> Node:
        if name not in self.anchors:
            raise _Refused(f"*{name} repeats something that is not named above: write the value itself", at)
        node = self.anchors[name]
        if node is None:
            raise _Refused(f"*{name} stands inside the value it repeats, without end: write the value itself", at)
        self.take(self.sizes[name], at)
        return node

    def take(self, values: int, at: At) -> None:
        self.count += values
        if self.count > MOST_VALUES:
            raise _Refused(f"it holds more than {MOST_VALUES:,} values, repeated ones counted: this is not a case", at)

    def items(self, depth: int) -> Iterator[Node]:
        while not isinstance(event := next(self.events), SequenceEndEvent):
            yield self.node(event, depth + 1)

    def entries(self, depth: int, *, between_braces: bool) -> Iterator[tuple[str, At, Node]]:
        seen: dict[str, At] = {}
        last: tuple[str, At, Node] | None = None
        while not isinstance(event := next(self.events), MappingEndEvent):
            key = self.node(event, depth + 1)
            if not isinstance(key, Scalar):
                raise _Refused("a list or group stands where a field's name belongs: write a name", key.at)
            value = self.node(next(self.events), depth + 1)
            if between_braces and last is not None and isinstance(last[2], Scalar) and _cut(last[2], key, value):
                last = (last[0], last[1], _joined(last[2], key))
                continue
            if key.text in seen:
                first = seen[key.text].line
                raise _Refused(f"the field is written twice (first on line {first}): keep one", key.at, key.text)
            seen[key.text] = key.at
            if last is not None:
                yield last
            last = (key.text, key.at, value)
        if last is not None:
            yield last


def _cut(before: Scalar, key: Scalar, value: Node) -> bool:
    """Whether a value was cut at its comma, as YAML cuts it between braces: `2,5 cm`, `16, 17 or 18 weeks`.

    What then looks like a field's name has no value and is no name: it goes on with the phrase before it.
    """
    if before.quoted or key.quoted or not isinstance(value, Scalar) or value.quoted or value.text:
        return False
    return of_a_phrase(before.text, key.text)


def _joined(before: Scalar, key: Scalar) -> Scalar:
    """A value and what was cut from it, with the comma as it was written: "2,5 cm", "16, 17 or 18 weeks"."""
    close = before.at.line == key.at.line and before.at.column + len(before.text) + 1 == key.at.column
    return Scalar(f"{before.text}{',' if close else ', '}{key.text}", before.at)


def _at(event: Any) -> At:
    return At(event.start_mark.line + 1, event.start_mark.column + 1)
