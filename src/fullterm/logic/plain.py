"""Rules in a plainer shape for the compiled forms: without names, each distinct part once, and by list."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import TypeAlias, assert_never

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
    children,
)

OverList: TypeAlias = Count | Least | Greatest | Latest


def plain(rule: Bool) -> Bool:
    """The same rule without the names of derived facts, so that equal expressions are equal nodes."""
    match rule:
        case Constant() | YesNo() | OneOf():
            return rule
        case And():
            return And(tuple(plain(part) for part in rule.parts))
        case Or():
            return Or(tuple(plain(part) for part in rule.parts))
        case Not():
            return Not(plain(rule.part))
        case Named():
            return plain(rule.of)
        case Compare():
            return Compare(_plain_number(rule.left), rule.operator, rule.limit)
        case Choice():
            return Choice(tuple((plain(when), plain(then)) for when, then in rule.cases), plain(rule.otherwise))
        case _:
            assert_never(rule)


def _plain_number(number: Number) -> Number:
    match number:
        case Measure():
            return number
        case Count():
            return Count(number.rows, plain(number.where))
        case Least():
            return Least(number.of, plain(number.where))
        case Greatest():
            return Greatest(number.of, plain(number.where))
        case Latest():
            return Latest(number.of, number.by, plain(number.where))
        case _:
            assert_never(number)


def list_of(number: OverList) -> str:
    """The list a number is computed over."""
    rows = number.rows if isinstance(number, Count) else number.of.rows
    assert rows is not None
    return rows


def distinct(roots: Iterable[Node]) -> dict[Node, int]:
    """Every distinct node under `roots`, parts before wholes, with how many distinct places mention it."""
    order: dict[Node, int] = {}
    mentions: Counter[Node] = Counter()

    def visit(node: Node) -> None:
        mentions[node] += 1
        if node not in order:
            for child in children(node):
                visit(child)
            order[node] = 0

    for root in roots:
        visit(root)
    return {node: mentions[node] for node in order}
