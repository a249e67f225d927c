"""What a rule is read against: one woman's facts on one day, with nothing guessed.

A fact that is absent is unknown. A yes/no fact is `True` or `False`, a number is a `Span` in base steps,
a fact with options is the option's name.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from fullterm.logic.quantity import Span

Value: TypeAlias = bool | Span | str
Record: TypeAlias = Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Listed:
    """The records of one list. `complete` only when somebody said that these are all."""

    records: tuple[Record, ...] = ()
    complete: bool = False


EMPTY = Listed()


@dataclass(frozen=True, slots=True)
class Facts:
    """One woman on one day: scalar facts by name, and lists of records by name."""

    values: Mapping[str, Value] = field(default_factory=dict)
    lists: Mapping[str, Listed] = field(default_factory=dict)
