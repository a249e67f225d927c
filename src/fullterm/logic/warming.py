"""Deciding a few rules a few times: by the interpreter at first, compiled once that has paid.

Compiling one rule takes some milliseconds and reading it once some tenths of one; a command that decides one woman
must not wait for two hundred compilations, and a simulation over a thousand must not interpret.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

from fullterm.logic.compiled import compile_rules
from fullterm.logic.evaluate import Truth, truth
from fullterm.logic.facts import Facts
from fullterm.logic.nodes import Bool

PAYS_AFTER: Final = 60
"""Readings after which compiling has paid."""


@dataclass(slots=True)
class Warming:
    """Decides its rules, in order: call it with a woman's facts."""

    rules: tuple[Bool, ...]
    read: int = 0
    compiled: Callable[[Facts], tuple[Truth, ...]] | None = field(default=None)

    def __call__(self, facts: Facts) -> tuple[Truth, ...]:
        """Yes, no or None (unknown) for each rule."""
        if self.compiled is not None:
            return self.compiled(facts)
        self.read += 1
        if self.read > PAYS_AFTER:
            self.compiled = compile_rules({str(place): rule for place, rule in enumerate(self.rules)}).decide
        return tuple(truth(rule, facts) for rule in self.rules)
