"""How a chapter of the specification is written: women as a table, expressions, and the answers expected.

A cell is `T` (yes), `F` (no), blank (unknown), a number, a span such as `5..8` or `..8`, or an option's name.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pytest

from fullterm.logic.evaluate import Truth, measure
from fullterm.logic.facts import Facts, Listed, Record, Value
from fullterm.logic.nodes import Bool, Compare, Number
from fullterm.logic.quantity import HIGHEST, LOWEST, Span, exactly
from tests.logic.engines import ENGINES
from tests.logic.strategies import SMALL


@dataclass(frozen=True, slots=True)
class Example:
    """One heading: what is meant, women with the answer expected of each in the last column, and an expression.

    The answer of a number is a span, asked of every engine limit by limit.
    """

    title: str
    prose: str
    table: str
    expression: str
    node: Bool | Number

    @property
    def women(self) -> list[Facts]:
        return women(self.table)

    @property
    def answers(self) -> list[Value | None]:
        return [read(row[-1]) for row in cells(self.table)[1:]]


def women(text: str) -> list[Facts]:
    """The women of a table. A column `visits` holds records as `week=2 pain=T; week=4`, `…` at its end an open list."""
    heads, *rows = cells(text)
    return [_woman(dict(zip(heads, row, strict=True))) for row in rows]


def cells(text: str) -> list[list[str]]:
    """A table's cells, row by row."""
    lines = [line.strip() for line in text.strip().splitlines()]
    return [[cell.strip() for cell in line[1:-1].split("|")] for line in lines]


def _woman(cell_of: Mapping[str, str]) -> Facts:
    values = {
        name: value
        for name, cell in cell_of.items()
        if name in SMALL.fields(None) and (value := read(cell)) is not None
    }
    lists = {name: _listed(cell) for name, cell in cell_of.items() if name in SMALL.lists}
    return Facts(values, lists)


def _listed(cell: str) -> Listed:
    records = [part.strip() for part in cell.removesuffix("…").split(";")]
    return Listed(tuple(_record(one) for one in records if one not in ("", "none")), complete=not cell.endswith("…"))


def _record(text: str) -> Record:
    pairs = [pair.split("=") for pair in text.split()] if text != "?" else []
    return {name: value for name, cell in pairs if (value := read(cell)) is not None}


def read(cell: str) -> Value | None:
    """A cell as a fact's value; None when it is blank."""
    if cell in ("T", "F"):
        return cell == "T"
    if ".." in cell:
        low, high = cell.split("..")
        return Span(int(low) if low else LOWEST, int(high) if high else HIGHEST)
    if cell.lstrip("-").isdigit():
        return exactly(int(cell))
    return cell or None


def check(example: Example, engine: str) -> None:
    """Assert that an engine gives the answers of the table."""
    group, expected = example.women, example.answers
    if isinstance(example.node, Bool):
        found = ENGINES[engine]({"it": example.node}, group, SMALL)
        assert [one["it"] for one in found] == expected
    else:
        spans = [value if isinstance(value, Span) else Span(LOWEST, HIGHEST) for value in expected]
        _check_number(example.node, engine, group, spans)


def _check_number(number: Number, engine: str, group: Sequence[Facts], spans: Sequence[Span]) -> None:
    """The interpreter shows the span itself; the others show it by how each comparison around its ends comes out."""
    if engine == "interpreter":
        assert [measure(number, facts).value for facts in group] == spans
    limits = range(-3, 9)
    rules: dict[str, Bool] = {str(limit): Compare(number, ">=", limit) for limit in limits}
    found = ENGINES[engine](rules, group, SMALL)
    for answers, span in zip(found, spans, strict=True):
        expected: dict[str, Truth] = {
            str(limit): True if span.low >= limit else False if span.high < limit else None for limit in limits
        }
        assert answers == expected


def chapter(*examples: Example) -> pytest.MarkDecorator:
    """Try every example of a chapter on every engine."""
    tried = [pytest.param(one, engine, id=f"{one.title}, {engine}") for one in examples for engine in ENGINES]
    return pytest.mark.parametrize(("example", "engine"), tried)
