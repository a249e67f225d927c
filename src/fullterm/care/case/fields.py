"""One field of a case at a time: its value, or a sentence about what is wrong with it. Nothing stops at the first."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date

from fullterm.care.case.days import read_day, read_days
from fullterm.care.case.homes import HOMES
from fullterm.care.case.model import Conflict, Observation, Problem
from fullterm.care.case.text import At, Mapping, Node, Scalar, Sequence
from fullterm.logic.facts import Value
from fullterm.logic.nodes import Measure, YesNo
from fullterm.logic.quantity import UNKNOWN, Span
from fullterm.vocabulary import woman
from fullterm.vocabulary.fact import VOCABULARY, Fact, Options
from fullterm.vocabulary.phrases import NO_WORDS, UNKNOWN_WORDS, YES_WORDS, parse_value, shorten

VALUE_FIELDS = ("value", "on", "source", "said")
RECORDED = "recorded"
"""In any group below the top: the day it was recorded on (`care.case.recorded`)."""
_NEAR = 0.6
_FEW = 14

WOMAN_FACTS: dict[str, Fact] = {
    node.name: VOCABULARY.facts[node.name]
    for node in vars(woman).values()
    if isinstance(node, YesNo | Measure | Options) and node.rows is None
}
"""The scalar facts that stay with her from one pregnancy to the next."""
PREGNANCY_FACTS: dict[str, Fact] = {
    name: fact for name, fact in VOCABULARY.fields(None).items() if name not in WOMAN_FACTS
}
"""The scalar facts of one pregnancy."""


NOT_STATED = "not stated"


def source_or(source: str, how: str) -> str:
    """Where something was found: by a scan or an examination, where nobody says more."""
    return how if source == NOT_STATED else source


@dataclass(slots=True)
class Notes:
    """One case being read: the day, the usual source, where each field stands, and what is wrong so far."""

    told: date
    source: str = NOT_STATED
    problems: list[Problem] = field(default_factory=list)
    places: dict[str, At] = field(default_factory=dict)
    not_known: set[str] = field(default_factory=set)

    def wrong(
        self, path: str, sentence: str, at: At | None = None, *, fatal: bool = False, conflict: Conflict | None = None
    ) -> None:
        """Note a problem at a field; its place is looked up when none is given."""
        place = at or self._place(path)
        line, column = (place.line, place.column) if place else (0, 0)
        self.problems.append(Problem(sentence, path, line, column, fatal=fatal, conflict=conflict))

    def _place(self, path: str) -> At | None:
        while path and path not in self.places:
            path = path[: max(path.rfind("."), path.rfind("["), 0)]
        return self.places.get(path)

    def fields(self, node: Node, path: str, allowed: Iterable[str]) -> dict[str, Node]:
        """The named values of a group, the unknown names noted. A field left empty was not told."""
        names = tuple(allowed)
        self.places.setdefault(path, node.at)
        if not isinstance(node, Mapping):
            self.wrong(path, f"fields belong here, each on its line: write {_several(names)}", node.at)
            return {}
        found: dict[str, Node] = {}
        for key, at, value in node.entries:
            inner = f"{path}.{key}" if path else key
            self.places[inner] = at
            if key == RECORDED and path:
                self._recorded(node, value, inner)
            elif key not in names:
                self.wrong(f"{path}.{shorten(key)}" if path else shorten(key), _instead(key, names), at)
            elif not is_empty(value):
                found[key] = value
        return found

    def _recorded(self, group: Mapping, told: Node, path: str) -> None:
        """Check the day something was recorded on: not after the day of telling, nor before what it tells of."""
        day, about = self.day(told, path), group.get("on")
        if day is None or not isinstance(about, Scalar):
            return
        try:
            on = read_days(about.text)
        except ValueError:  # said where that day is read
            return
        if not on.unknown and day.toordinal() < on.low:
            said = shorten(about.text.strip())
            self.wrong(path, f"{day} is before the day it tells of ({said}): correct one of the two", told.at)

    def listed(self, node: Node, path: str) -> tuple[Node, ...]:
        """The values of a list; a single group counts as a list of one."""
        self.places.setdefault(path, node.at)
        if isinstance(node, Sequence):
            for number, item in enumerate(node.items, 1):
                self.places[f"{path}[{number}]"] = item.at
            return node.items
        return (node,)

    def text(self, node: Node | None, path: str) -> str | None:
        """Free text."""
        if node is None:
            return None
        if isinstance(node, Scalar):
            return node.text.strip()
        self.wrong(path, "one line of text belongs here, not a list or a group", node.at)
        return None

    def yes(self, node: Node | None, path: str) -> bool:
        """Whether something was said to be so; unknown and absent are not."""
        word = (self.text(node, path) or "no").lower()
        if node is not None and word not in YES_WORDS | NO_WORDS | UNKNOWN_WORDS:
            self.wrong(path, f"{shorten(word)!r} is neither yes, no nor unknown: write one of these three", node.at)
        return word in YES_WORDS

    def days(self, node: Node | None, path: str, *, later: bool = False) -> Span:
        """The days a date may mean; UNKNOWN when it is absent, wrong, or after the day of telling unless `later`."""
        text = self.text(node, path)
        if node is None or text is None:
            return UNKNOWN
        try:
            span = read_days(text)
        except ValueError as error:
            self.wrong(path, str(error), node.at)
            return UNKNOWN
        if not later and not span.unknown and span.low > self.told.toordinal():
            self.wrong(path, f"{shorten(text)} is after the day the case was told ({self.told}): correct one", node.at)
            return UNKNOWN
        return span

    def day(self, node: Node | None, path: str, *, later: bool = False) -> date | None:
        """One exact day, not after the day of telling unless `later`; None when absent or wrong.

        Where a day is asked for, what was told counts by it: one said to be unknown is a problem. Where it may be
        unknown, as of a scan or an operation, `days` reads it.
        """
        before = len(self.problems)
        span = self.days(node, path, later=later)
        if node is None or span.unknown:
            if node is not None and len(self.problems) == before:
                name = path.rpartition(".")[2]
                example = f"such as {self.told} if it is of the day of telling"
                self.wrong(path, f"its day is unknown: write {name}: with its day, {example}", node.at)
            return None
        if not span.exact:
            text = self.text(node, path) or ""
            try:
                read_day(text)
            except ValueError as error:
                self.wrong(path, str(error), node.at)
            return None
        return date.fromordinal(span.low)

    def choice(self, fact: Fact, node: Node | None, path: str) -> str | None:
        """One option of a fact; None when absent, unknown or wrong."""
        text = self.text(node, path)
        if node is None or text is None:
            return None
        try:
            value = parse_value(fact, text)
        except ValueError as error:
            self.wrong(path, str(error), node.at)
            return None
        return value if isinstance(value, str) else None

    def fact(self, fact: Fact, node: Node, path: str, usual: Usual) -> tuple[Observation, ...]:
        """The observations of one fact: a value, several phrases that all hold, or values of several days."""
        if isinstance(node, Sequence) and any(isinstance(item, Mapping) for item in node.items):
            dated = enumerate(self.listed(node, path), 1)
            return tuple(one for number, item in dated for one in self.fact(fact, item, f"{path}[{number}]", usual))
        on, source, said, told = usual.on, usual.source, usual.said, node
        if isinstance(node, Mapping):
            inner = self.fields(node, path, VALUE_FIELDS)
            if "value" not in inner:
                self.wrong(path, "a value is missing: write value: beside on:, source: and said:", node.at)
                return ()
            told = inner["value"]
            source = self.text(inner.get("source"), f"{path}.source") or source
            said = self.text(inner.get("said"), f"{path}.said") or said
            if "on" in inner:
                dated_on = self.day(inner["on"], f"{path}.on")
                if dated_on is None:  # nobody can tell whether it is still true
                    return ()
                on = dated_on
        return self._observed(fact, told, path, Usual(on, source, said, usual.known_as, usual.parse))

    def _observed(self, fact: Fact, node: Node, path: str, usual: Usual) -> tuple[Observation, ...]:
        phrases: list[str] = []
        for item in node.items if isinstance(node, Sequence) else (node,):
            if not isinstance(item, Scalar):
                self.wrong(path, "a value belongs here, not a group of fields", item.at)
                return ()
            phrases.append(item.text.strip())
        try:
            value = all_hold(fact, phrases, usual.parse)
        except ValueError as error:
            self.wrong(path, str(error), node.at)
            return ()
        if value is None:
            self.not_known.add(usual.known_as + fact.name)
            return ()
        if value in fact.vague:
            self.not_known.add(usual.known_as + fact.name)
        words = usual.said
        if words is None and isinstance(value, Span) and not value.exact:
            words = "; ".join(phrases)
        return (Observation(fact.name, value, usual.on, usual.source, words),)


@dataclass(frozen=True, slots=True)
class Usual:
    """What holds for a fact unless it says otherwise: its day, source, words, how it is asked, how it is read."""

    on: date
    source: str
    said: str | None = None
    known_as: str = ""
    parse: Callable[[Fact, str], Value | None] = parse_value


def all_hold(fact: Fact, phrases: list[str], parse: Callable[[Fact, str], Value | None]) -> Value | None:
    """One value from several phrases that all hold. Raises ValueError when they cannot."""
    known = [value for phrase in phrases if (value := parse(fact, phrase)) is not None]
    if not known:
        return None
    result = known[0]
    for value in known[1:]:
        if isinstance(result, Span) and isinstance(value, Span):
            result = Span(max(result.low, value.low), min(result.high, value.high))
    odd = any(value != result for value in known) if not isinstance(result, Span) else result.low > result.high
    if odd:
        both = " and ".join(repr(shorten(phrase)) for phrase in phrases)
        raise ValueError(f"{both} cannot both be true: keep the one that is, or write unknown")
    return result


def read_list(node: Node | None, path: str, inside: str, notes: Notes) -> tuple[tuple[Node, ...], bool, str]:
    """The records of one list, whether somebody said these are all, and the path of the records.

    Written `{complete: yes, INSIDE: [...]}`, as a plain list (open), or `none` (complete and empty).
    """
    if node is None:
        return (), False, path
    if isinstance(node, Scalar):
        if node.text.strip().lower() in {"none", *NO_WORDS}:
            return (), True, path
        notes.wrong(path, f"{shorten(node.text)!r} is not a list: write complete: and {inside}:, or none", node.at)
        return (), False, path
    if not isinstance(node, Mapping):
        return notes.listed(node, path), False, path
    told = notes.fields(node, path, ("complete", inside))
    records = notes.listed(told[inside], f"{path}.{inside}") if inside in told else ()
    return records, notes.yes(told.get("complete"), f"{path}.complete"), f"{path}.{inside}"


def is_empty(node: Node) -> bool:
    """Whether a field was left empty, as on a form."""
    return isinstance(node, Scalar) and not node.quoted and node.text.strip() in ("", "null", "~")


def _instead(key: str, names: tuple[str, ...]) -> str:
    shown, plain = shorten(key), key.strip().lower().replace(" ", "_").replace("-", "_")
    near = difflib.get_close_matches(plain, names, n=1, cutoff=_NEAR)
    if near and near[0] == plain:
        return f"{shown!r} is not a field here: write {near[0]}"
    if plain in WOMAN_FACTS and plain not in names:
        return f"{shown!r} is not a field here: it belongs under woman"
    if plain in PREGNANCY_FACTS and plain not in names:
        return f"{shown!r} is not a field here: it belongs under pregnancy"
    if plain in HOMES:
        return f"{shown!r} is not a field here: it belongs under {HOMES[plain]}"
    if near:
        return f"{shown!r} is not a field here: did you mean {near[0]}?"
    return f"{shown!r} is not a field here: write {_several(names)}"


def _several(names: tuple[str, ...]) -> str:
    if len(names) == 1:
        return names[0]
    few = names[:_FEW]
    return f"one of {', '.join(few)}" + (" … (all are in docs/case-file.md)" if len(names) > _FEW else "")
