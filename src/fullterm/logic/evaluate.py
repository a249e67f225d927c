"""The judge: what a rule says of one woman, and because of what.

The smallest, dullest reading. It walks the tree, keeps every intermediate answer, and does nothing clever;
every compiled form is tested against it. Truth is `True`, `False` or `None` (unknown).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias, assert_never

from fullterm.logic.facts import EMPTY, Facts, Record, Value
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
    Operator,
    Or,
    YesNo,
)
from fullterm.logic.quantity import HIGHEST, LOWEST, UNKNOWN, Span

Truth: TypeAlias = bool | None

# Nine rows each: Kleene's strong three-valued logic, written out so that a reader can check it.
AND: dict[tuple[Truth, Truth], Truth] = {
    (True, True): True, (True, None): None, (True, False): False,
    (None, True): None, (None, None): None, (None, False): False,
    (False, True): False, (False, None): False, (False, False): False,
}  # fmt: skip
OR: dict[tuple[Truth, Truth], Truth] = {
    (True, True): True, (True, None): True, (True, False): True,
    (None, True): True, (None, None): None, (None, False): None,
    (False, True): True, (False, None): None, (False, False): False,
}  # fmt: skip
NOT: dict[Truth, Truth] = {True: False, None: None, False: True}


@dataclass(slots=True)
class Reading:
    """One node's answer: its value, and the readings it came from.

    `value` is a truth for a condition and a `Span` for a number. `record` is the 1-based place of the record a part
    speaks of. `unlisted`: a number over a list that may hold more, or holds nothing that surely matches.
    Treat it as frozen; it is a plain dataclass only because thousands are made for one woman.
    """

    node: Node
    value: Truth | Span
    parts: tuple[Reading, ...] = ()
    record: int | None = None
    unlisted: bool = False

    @property
    def missing(self) -> frozenset[str]:
        """The facts that would settle it; empty once it is settled.

        They are named as `contractions`, `earlier[2].abruption`, or `earlier` when the list itself is open or empty.
        """
        found: set[str] = set()
        _missing(self, found)
        return frozenset(found)


def _missing(reading: Reading, found: set[str]) -> None:
    node, value = reading.node, reading.value
    if value is True or value is False or (isinstance(value, Span) and value.exact):
        return
    match node:
        case YesNo() | OneOf() | Measure():
            found.add(node.name if node.rows is None else f"{node.rows}[{reading.record}].{node.name}")
        case Count() | Least() | Greatest() | Latest():
            rows = node.rows if isinstance(node, Count) else node.of.rows
            if reading.unlisted and rows is not None:
                found.add(rows)
            wheres, values = _over_records(reading)
            for place, part in enumerate((*wheres, *values)):
                if place < len(wheres) or wheres[place % len(wheres)].value is not False:
                    _missing(part, found)
        case _:
            for part in reading.parts:
                _missing(part, found)


def _over_records(reading: Reading) -> tuple[tuple[Reading, ...], tuple[Reading, ...]]:
    """The parts of a number over a list: whether each record matches, and then what was read of each."""
    each = {Count: 1, Least: 2, Greatest: 2, Latest: 3}.get(type(reading.node), 1)
    size = len(reading.parts) // each
    return reading.parts[:size], reading.parts[size:]


@dataclass(slots=True)
class _Scope:
    """Where a fact is looked up: the woman, or one record of one list."""

    facts: Facts
    rows: str | None = None
    number: int | None = None
    record: Record | None = None
    brief: bool = False
    """Only the answer is wanted, not its reasons."""

    def get(self, name: str) -> Value | None:
        return self.facts.values.get(name) if self.record is None else self.record.get(name)


def evaluate(node: Bool, facts: Facts) -> Reading:
    """Read a condition against one woman's facts: yes, no or unknown, with its reasons as a tree."""
    return _condition(node, _Scope(facts))


def measure(node: Number, facts: Facts) -> Reading:
    """Read a number against one woman's facts: a span, with its reasons as a tree."""
    return _number(node, _Scope(facts))


def truth(node: Bool, facts: Facts) -> Truth:
    """Only the answer of `evaluate`: what can no longer change it is not read."""
    value = _condition(node, _Scope(facts, brief=True)).value
    assert not isinstance(value, Span)
    return value


def _condition(node: Bool, scope: _Scope) -> Reading:
    match node:
        case Constant():
            return Reading(node, node.value, (), scope.number)
        case YesNo():
            value = scope.get(node.name)
            known = value if isinstance(value, bool) else None
            return Reading(node, known, (), scope.number)
        case OneOf():
            value = scope.get(node.name)
            answer = value in node.options if isinstance(value, str) else None
            return Reading(node, answer, (), scope.number)
        case And() | Or():
            return _junction(node, scope)
        case Not():
            part = _condition(node.part, scope)
            return Reading(node, NOT[_truth(part)], (part,), scope.number)
        case Named():
            part = _condition(node.of, scope)
            return Reading(node, part.value, (part,), scope.number)
        case Compare():
            left = _number(node.left, scope)
            assert isinstance(left.value, Span)
            return Reading(node, compare(left.value, node.operator, node.limit), (left,), scope.number)
        case Choice():
            return _choice(node, scope)
        case _:
            assert_never(node)


def _junction(node: And | Or, scope: _Scope) -> Reading:
    table, answer = (AND, True) if isinstance(node, And) else (OR, False)
    parts: list[Reading] = []
    value: Truth = answer
    for part in node.parts:
        parts.append(_condition(part, scope))
        value = table[value, _truth(parts[-1])]
        if scope.brief and value is not answer and value is not None:
            break
    return Reading(node, value, tuple(parts), scope.number)


def _choice(node: Choice, scope: _Scope) -> Reading:
    seen: list[Reading] = []
    for when, then in node.cases:
        seen.append(_condition(when, scope))
        if seen[-1].value is None:
            return Reading(node, None, tuple(seen), scope.number)
        if seen[-1].value is True:
            seen.append(_condition(then, scope))
            return Reading(node, seen[-1].value, tuple(seen), scope.number)
    seen.append(_condition(node.otherwise, scope))
    return Reading(node, seen[-1].value, tuple(seen), scope.number)


def compare(span: Span, operator: Operator, limit: int) -> Truth:
    """Whether a comparison holds over the whole span (yes), fails over the whole (no), or neither (unknown)."""
    low, high = span
    match operator:
        case "<":
            return True if high < limit else False if low >= limit else None
        case "<=":
            return True if high <= limit else False if low > limit else None
        case ">":
            return True if low > limit else False if high <= limit else None
        case ">=":
            return True if low >= limit else False if high < limit else None
        case _:
            assert_never(operator)


def _number(node: Number, scope: _Scope) -> Reading:
    match node:
        case Measure():
            value = scope.get(node.name)
            span = value if isinstance(value, Span) else UNKNOWN
            return Reading(node, span, (), scope.number)
        case Count():
            rows = _rows(node.rows, node.where, scope)
            low = sum(where.value is True for where, _ in rows)
            may = sum(where.value is not False for where, _ in rows)
            high = may if _complete(node.rows, scope) else HIGHEST
            return _over_list(node, Span(low, high), node.rows, rows, (), scope)
        case Least() | Greatest():
            assert node.of.rows is not None
            rows = _rows(node.of.rows, node.where, scope)
            values = tuple(_number(node.of, inner) for _, inner in rows)
            span = _extreme(node, rows, values, _complete(node.of.rows, scope))
            return _over_list(node, span, node.of.rows, rows, values, scope)
        case Latest():
            assert node.of.rows is not None
            rows = _rows(node.of.rows, node.where, scope)
            values = tuple(_number(node.of, inner) for _, inner in rows)
            orders = tuple(_number(node.by, inner) for _, inner in rows)
            span = _latest(rows, values, orders, _complete(node.of.rows, scope))
            return _over_list(node, span, node.of.rows, rows, (*values, *orders), scope)
        case _:
            assert_never(node)


_Rows: TypeAlias = tuple[tuple[Reading, _Scope], ...]


def _rows(rows: str, where: Bool, scope: _Scope) -> _Rows:
    listed = scope.facts.lists.get(rows, EMPTY)
    inner = (_Scope(scope.facts, rows, i, record, scope.brief) for i, record in enumerate(listed.records, 1))
    return tuple((_condition(where, one), one) for one in inner)


def _complete(rows: str, scope: _Scope) -> bool:
    return scope.facts.lists.get(rows, EMPTY).complete


def _extreme(node: Least | Greatest, rows: _Rows, values: tuple[Reading, ...], complete: bool) -> Span:
    sure = [_span(value) for (where, _), value in zip(rows, values, strict=True) if where.value is True]
    may = [_span(value) for (where, _), value in zip(rows, values, strict=True) if where.value is not False]
    if not sure:  # the list may turn out to hold no match, and then there is no such number
        return UNKNOWN
    if isinstance(node, Least):
        return Span(min(s.low for s in may) if complete else LOWEST, min(s.high for s in sure))
    return Span(max(s.low for s in sure), max(s.high for s in may) if complete else HIGHEST)


def _latest(rows: _Rows, values: tuple[Reading, ...], orders: tuple[Reading, ...], complete: bool) -> Span:
    sure = [_span(order).low for (where, _), order in zip(rows, orders, strict=True) if where.value is True]
    if not sure or not complete:
        return UNKNOWN
    known_latest = max(sure)
    may = [
        _span(value)
        for (where, _), value, order in zip(rows, values, orders, strict=True)
        if where.value is not False and _span(order).high >= known_latest
    ]
    return Span(min(s.low for s in may), max(s.high for s in may))


def _over_list(
    node: Number, span: Span, rows: str, found: _Rows, values: tuple[Reading, ...], scope: _Scope
) -> Reading:
    none_matches = not isinstance(node, Count) and all(where.value is not True for where, _ in found)
    wheres = tuple(where for where, _ in found)
    return Reading(node, span, (*wheres, *values), scope.number, not _complete(rows, scope) or none_matches)


def _truth(reading: Reading) -> Truth:
    assert not isinstance(reading.value, Span)
    return reading.value


def _span(reading: Reading) -> Span:
    assert isinstance(reading.value, Span)
    return reading.value
