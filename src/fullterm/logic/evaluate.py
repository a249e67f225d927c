"""The judge: what a rule says of one woman, and because of what.

The smallest, dullest reading. It walks the tree, keeps every intermediate answer, and does nothing clever;
every compiled form is tested against it. Truth is `True`, `False` or `None` (unknown).
"""

from __future__ import annotations

from collections.abc import Iterator
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


@dataclass(frozen=True, slots=True)
class Reading:
    """One node's answer: its value, the readings it came from, and the facts that would settle it.

    `value` is a truth for a condition and a `Span` for a number. `missing` is empty once a condition is
    settled; it names facts as `contractions`, `earlier[2].abruption`, or `earlier` when the list itself is
    open or empty. `record` is the 1-based place of the record a part speaks of.
    """

    node: Node
    value: Truth | Span
    parts: tuple[Reading, ...] = ()
    missing: frozenset[str] = frozenset()
    record: int | None = None


@dataclass(frozen=True, slots=True)
class _Scope:
    """Where a fact is looked up: the woman, or one record of one list."""

    facts: Facts
    rows: str | None = None
    number: int | None = None
    record: Record | None = None

    def get(self, name: str) -> Value | None:
        return self.facts.values.get(name) if self.record is None else self.record.get(name)

    def full(self, name: str) -> str:
        return name if self.rows is None else f"{self.rows}[{self.number}].{name}"


def evaluate(node: Bool, facts: Facts) -> Reading:
    """Read a condition against one woman's facts: yes, no or unknown, with its reasons as a tree."""
    return _condition(node, _Scope(facts))


def measure(node: Number, facts: Facts) -> Reading:
    """Read a number against one woman's facts: a span, with its reasons as a tree."""
    return _number(node, _Scope(facts))


def truth(node: Bool, facts: Facts) -> Truth:
    """Only the answer of `evaluate`."""
    value = evaluate(node, facts).value
    assert not isinstance(value, Span)
    return value


def _condition(node: Bool, scope: _Scope) -> Reading:
    match node:
        case Constant():
            return Reading(node, node.value, record=scope.number)
        case YesNo():
            value = scope.get(node.name)
            known = value if isinstance(value, bool) else None
            return _settle(node, known, (), scope, {scope.full(node.name)})
        case OneOf():
            value = scope.get(node.name)
            answer = value in node.options if isinstance(value, str) else None
            return _settle(node, answer, (), scope, {scope.full(node.name)})
        case And() | Or():
            return _junction(node, scope)
        case Not():
            part = _condition(node.part, scope)
            return _settle(node, NOT[_truth(part)], (part,), scope)
        case Named():
            part = _condition(node.of, scope)
            return _settle(node, _truth(part), (part,), scope)
        case Compare():
            left = _number(node.left, scope)
            assert isinstance(left.value, Span)
            return _settle(node, compare(left.value, node.operator, node.limit), (left,), scope)
        case Choice():
            return _choice(node, scope)
        case _:
            assert_never(node)


def _junction(node: And | Or, scope: _Scope) -> Reading:
    table, answer = (AND, True) if isinstance(node, And) else (OR, False)
    parts = tuple(_condition(part, scope) for part in node.parts)
    value: Truth = answer
    for part in parts:
        value = table[value, _truth(part)]
    return _settle(node, value, parts, scope)


def _choice(node: Choice, scope: _Scope) -> Reading:
    seen: list[Reading] = []
    for when, then in node.cases:
        seen.append(_condition(when, scope))
        if seen[-1].value is None:
            return _settle(node, None, tuple(seen), scope)
        if seen[-1].value is True:
            seen.append(_condition(then, scope))
            return _settle(node, _truth(seen[-1]), tuple(seen), scope)
    seen.append(_condition(node.otherwise, scope))
    return _settle(node, _truth(seen[-1]), tuple(seen), scope)


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
            missing = frozenset() if span.exact else frozenset({scope.full(node.name)})
            return Reading(node, span, (), missing, scope.number)
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
    inner = (_Scope(scope.facts, rows, i, record) for i, record in enumerate(listed.records, 1))
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
    missing: set[str] = set()
    if not span.exact:
        none_matches = not isinstance(node, Count) and all(where.value is not True for where, _ in found)
        if not _complete(rows, scope) or none_matches:
            missing.add(rows)
        for where, _ in found:
            missing |= where.missing
        for place, value in enumerate(values):
            if found[place % len(found)][0].value is not False:
                missing |= value.missing
    wheres = tuple(where for where, _ in found)
    return Reading(node, span, (*wheres, *values), frozenset(missing), scope.number)


def _settle(
    node: Bool, value: Truth, parts: tuple[Reading, ...], scope: _Scope, own: set[str] | None = None
) -> Reading:
    missing: frozenset[str] = frozenset()
    if value is None:
        missing = frozenset(own or ()).union(*(part.missing for part in parts if _open(part)))
    return Reading(node, value, parts, missing, scope.number)


def _open(part: Reading) -> bool:
    return part.value is None or isinstance(part.value, Span)


def _truth(reading: Reading) -> Truth:
    assert not isinstance(reading.value, Span)
    return reading.value


def _span(reading: Reading) -> Span:
    assert isinstance(reading.value, Span)
    return reading.value


def because(reading: Reading) -> Iterator[Reading]:
    """The leaves that a settled answer rests on, each once: the facts to name when asked why."""
    for part in _deciding(reading):
        if isinstance(part.node, YesNo | OneOf | Compare | Constant) or not part.parts:
            yield part
        else:
            yield from because(part)


def _deciding(reading: Reading) -> tuple[Reading, ...]:
    if isinstance(reading.node, And) and reading.value is False:
        return tuple(part for part in reading.parts if part.value is False)
    if isinstance(reading.node, Or) and reading.value is True:
        return tuple(part for part in reading.parts if part.value is True)
    return reading.parts or (reading,)
