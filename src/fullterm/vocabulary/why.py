"""Why the verdict is what it is: the facts it rests on, in sentences, and the whole reading as a tree.

The facts `reasons` names are enough: with all other facts taken away, the answer stays (a test takes them away).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final, assert_never

from fullterm.logic.evaluate import Reading, Truth
from fullterm.logic.facts import EMPTY, Facts, Value
from fullterm.logic.nodes import (
    And,
    Choice,
    Compare,
    Constant,
    Count,
    Greatest,
    Latest,
    Least,
    Measure,
    Named,
    Not,
    OneOf,
    Or,
    YesNo,
)
from fullterm.logic.quantity import Span
from fullterm.vocabulary.clause import phrase
from fullterm.vocabulary.explain import Answer, Lines, ReasonLine
from fullterm.vocabulary.fact import Language, Text
from fullterm.vocabulary.wording import (
    COLON,
    fact_named,
    list_named,
    name_of,
    place_of,
    record_name,
    said_in,
    span_in,
    value_in,
)

_ANSWER: Final[dict[Truth, Answer]] = {True: "yes", False: "no", None: "unknown"}
_NONE_ALL: Final = Text("none, and that is all", "无(已确认)")
_NONE_YET: Final = Text("none told yet", "尚未询问")
_ALL: Final = Text("{}, these are all", "共{}次(已确认完整)")
_SO_FAR: Final = Text("{} told, perhaps more", "已述{}次,可能不全")


@dataclass(frozen=True, slots=True)
class Reason:
    """One fact an answer rests on, or misses: its key (`earlier[2].abruption`) and a sentence."""

    key: str
    text: str


def reasons(reading: Reading, facts: Facts, language: Language) -> tuple[Reason, ...]:
    """The facts a settled answer rests on: `earlier pregnancy 2: membranes bulging into the vagina: yes`.

    For an unsettled one, the facts that are missing, by name, in the vocabulary's order. When several parts
    each decide, all are named; within one record of a list, the first is enough.
    """
    if reading.value is None:
        return tuple(Reason(key, name_of(key, language)) for key in sorted(reading.missing, key=place_of))
    cited = _Cited(facts, language)
    cited.condition(reading)
    return tuple(cited.found)


@lru_cache(maxsize=8192)  # a hundred verdicts of one woman rest on the same few dozen facts
def _reason(name: str, rows: str | None, record: int | None, value: Value, language: Language) -> Reason:
    fact = fact_named(name, rows)
    text = said_in(fact, value, language)
    if rows is None or record is None:
        return Reason(name, text)
    return Reason(f"{rows}[{record}].{name}", record_name(rows, record, language) + COLON[language] + text)


@lru_cache(maxsize=256)
def _list_reason(rows: str, told: int, complete: bool, language: Language) -> Reason:
    words = (_ALL if told else _NONE_ALL) if complete else (_SO_FAR if told else _NONE_YET)
    return Reason(rows, list_named(rows).label[language] + COLON[language] + words[language].format(told))


@dataclass(slots=True)
class _Cited:
    """The facts cited so far for one answer of one woman: in order, each once."""

    facts: Facts
    language: Language
    found: dict[Reason, None] = field(default_factory=dict)

    def condition(self, reading: Reading) -> None:
        """Cite what a settled condition rests on."""
        node = reading.node
        match node:
            case YesNo() | OneOf() | Measure():
                self.fact(node, reading.record)
            case And() | Or():
                self.junction(reading, decisive=isinstance(node, Or))
            case Compare():
                self.comparison(node, reading)
            case Not() | Named() | Choice() | Constant():
                for part in reading.parts:
                    self.condition(part)
            case Count() | Least() | Greatest() | Latest():
                raise AssertionError("a number over a list is cited by the comparison above it")
            case _:
                assert_never(node)

    def fact(self, node: YesNo | OneOf | Measure, record: int | None) -> None:
        """Cite one fact, when it is known at all."""
        value = _value(node, record, self.facts)
        if value is not None:
            self.found[_reason(node.name, node.rows, record, value, self.language)] = None

    def junction(self, reading: Reading, *, decisive: bool) -> None:
        """Cite the parts that decide; every part when none could decide alone."""
        if reading.value is not decisive:
            for part in reading.parts:
                self.condition(part)
            return
        for part in reading.parts:
            if part.value is decisive:
                self.condition(part)
                if reading.record is not None:
                    return

    def comparison(self, node: Compare, reading: Reading) -> None:
        """Cite the number, or the records that make it great or small enough."""
        over = reading.parts[0]
        number = over.node
        great_enough = (node.operator in (">", ">=")) is reading.value
        match number:
            case Measure():
                self.fact(number, reading.record)
            case Count():
                # Great enough: the records that surely match, whatever else is told. Small enough: each record left
                # out, and nobody expects another.
                if not great_enough:
                    self.whole_list(number.rows)
                for where in over.parts:
                    if where.value is great_enough:
                        self.condition(where)
            case Least() | Greatest() if great_enough is isinstance(number, Greatest):
                self.extreme(number, over)
            case Least() | Greatest() | Latest():
                self.every_record(number, over)
            case _:
                raise AssertionError(f"{number!r} is not a number")

    def extreme(self, number: Least | Greatest, over: Reading) -> None:
        """Cite the one record that is surely short (or long) enough: no other can undo it."""
        half = len(over.parts) // 2
        pairs = zip(over.parts[:half], over.parts[half:], strict=True)
        sure = [(where, value) for where, value in pairs if where.value is True]
        if isinstance(number, Least):
            where, value = min(sure, key=lambda one: _span(one[1]).high)
        else:
            where, value = max(sure, key=lambda one: _span(one[1]).low)
        self.condition(value)
        self.condition(where)

    def every_record(self, number: Least | Greatest | Latest, over: Reading) -> None:
        """Cite every record, and that there is no other."""
        assert number.of.rows is not None
        self.whole_list(number.of.rows)
        size = len(over.parts) // (3 if isinstance(number, Latest) else 2)
        for place, where in enumerate(over.parts[:size]):
            if where.value is not False:
                for value in over.parts[size + place :: size]:
                    self.condition(value)
            if where.value is not None:
                self.condition(where)

    def whole_list(self, rows: str) -> None:
        """Cite how many records were told, and that these are all."""
        listed = self.facts.lists.get(rows, EMPTY)
        self.found[_list_reason(rows, len(listed.records), listed.complete, self.language)] = None


def _value(node: YesNo | OneOf | Measure, record: int | None, facts: Facts) -> Value | None:
    if record is None or node.rows is None:
        return facts.values.get(node.name)
    return facts.lists[node.rows].records[record - 1].get(node.name)


def _span(reading: Reading) -> Span:
    assert isinstance(reading.value, Span)
    return reading.value


def why(reading: Reading, facts: Facts, language: Language) -> Lines:
    """The whole reading as an indented tree, each line with yes, no or unknown, down to the facts."""
    return tuple(_tree(reading, facts, language, 0))


def _tree(reading: Reading, facts: Facts, language: Language, depth: int) -> Iterator[ReasonLine]:
    node = reading.node
    truth = None if isinstance(reading.value, Span) else reading.value
    match node:
        case OneOf() | YesNo():
            found = value_in(fact_named(node.name, node.rows), _value(node, reading.record, facts), language)
            yield ReasonLine(depth, phrase(node, language), _ANSWER[truth], found if isinstance(node, OneOf) else "")
        case And() | Or() | Not() | Named() | Choice() | Constant():
            yield ReasonLine(depth, phrase(node, language), _ANSWER[truth])
            for part in reading.parts:
                yield from _tree(part, facts, language, depth + 1)
        case Compare():
            over = reading.parts[0]
            yield ReasonLine(depth, phrase(node, language), _ANSWER[truth], span_in(_span(over), node.unit, language))
            if not isinstance(over.node, Measure):
                yield from _records(over, facts, language, depth + 1)
        case Measure():
            yield ReasonLine(depth, phrase(node, language), "", span_in(_span(reading), node.unit, language))
        case Count() | Least() | Greatest() | Latest():
            yield ReasonLine(depth, phrase(node, language))
            yield from _records(reading, facts, language, depth + 1)
        case _:
            assert_never(node)


def _records(over: Reading, facts: Facts, language: Language, depth: int) -> Iterator[ReasonLine]:
    """Each record with whether it counts, and how complete the list is."""
    number = over.node
    assert isinstance(number, Count | Least | Greatest | Latest)
    rows = number.rows if isinstance(number, Count) else number.of.rows
    assert rows is not None
    listed = facts.lists.get(rows, EMPTY)
    yield ReasonLine(depth, _list_reason(rows, len(listed.records), listed.complete, language).text)
    size = len(listed.records)
    for place, where in enumerate(over.parts[:size]):
        answer = None if isinstance(where.value, Span) else where.value
        yield ReasonLine(depth, record_name(rows, place + 1, language), _ANSWER[answer])
        yield from _tree(where, facts, language, depth + 1)
        for value in over.parts[size + place :: size]:
            yield from _tree(value, facts, language, depth + 1)
