"""How a rule is written: the words a guideline page may use.

all_of(history.loss_from_16, cervix.shortest_16_to_24 <= mm(25))
"""

from __future__ import annotations

from fullterm.logic.nodes import (
    And,
    Bool,
    Choice,
    Constant,
    Count,
    Greatest,
    Latest,
    Least,
    Measure,
    Not,
    Or,
)
from fullterm.logic.quantity import cm, days, mm, weeks

__all__ = [
    "ALWAYS",
    "NEVER",
    "all_of",
    "any_of",
    "choose",
    "cm",
    "count",
    "days",
    "greatest",
    "latest",
    "least",
    "mm",
    "not_",
    "some",
    "weeks",
]

ALWAYS = Constant(True)
NEVER = Constant(False)


def all_of(*parts: Bool) -> Bool:
    """Yes when every part is yes. Example: `all_of(now.dilated, not_(now.contractions))`."""
    return parts[0] if len(parts) == 1 else And(parts)


def any_of(*parts: Bool) -> Bool:
    """Yes when some part is yes. Example: `any_of(now.infection, now.bleeding)`."""
    return parts[0] if len(parts) == 1 else Or(parts)


def not_(part: Bool) -> Bool:
    """Yes when the part is no; an unknown stays unknown."""
    return Not(part)


def choose(*cases: tuple[Bool, Bool], otherwise: Bool) -> Choice:
    """The answer beside the first condition that is yes; stops at the first unknown condition."""
    return Choice(cases, otherwise)


def count(rows: str, where: Bool) -> Count:
    """How many records of a list match. Example: `count("earlier", loss_from_16) >= 3`."""
    return Count(rows, where)


def some(rows: str, where: Bool) -> Bool:
    """Whether at least one record of a list matches."""
    return Count(rows, where) >= 1


def least(of: Measure, where: Bool = ALWAYS) -> Least:
    """The smallest value among matching records."""
    return Least(of, where)


def greatest(of: Measure, where: Bool = ALWAYS) -> Greatest:
    """The largest value among matching records."""
    return Greatest(of, where)


def latest(of: Measure, by: Measure, where: Bool = ALWAYS) -> Latest:
    """The value in the matching record with the greatest `by`."""
    return Latest(of, by, where)
