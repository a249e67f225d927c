"""The terms of a treatment agreement: versioned text with its parameters, in both languages.

Terms are data, `terms/NAME-VERSION.toml`: what was once offered is never edited, a change is a new version. The hash of
the exact text in one language is what a signature refers to. Gestations in days, money in `currency`.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from fullterm.vocabulary.fact import Text


@dataclass(frozen=True, slots=True)
class Clause:
    """One clause that may exclude a loss, end or void the agreement; `id` is what a decision names."""

    id: str
    says: Text


@dataclass(frozen=True, slots=True)
class Terms:
    """One version of the terms.

    A recurrence is a loss at `recurs_from` or later and before `recurs_before` that no clause of `excluded` names.
    Success is a live birth at `success_from` or later. `months` after signing it lapses if nothing was treated.
    """

    id: str
    version: int
    jurisdiction: str
    currency: str
    fee: Decimal
    recurs_from: int
    recurs_before: int
    success_from: int
    months: int
    excluded: tuple[Clause, ...]
    ends: tuple[Clause, ...]
    title: Text
    body: Text

    @property
    def key(self) -> str:
        """The name a signature keeps: `antai-cn-1`."""
        return f"{self.id}-{self.version}"
