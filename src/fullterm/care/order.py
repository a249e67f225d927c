"""What came before what, from the order of her pregnancies and the days of her operations.

Pregnancies are told the earliest first. A caesarean or an operation counts only for what came after it, so each of
these records says whether a late loss or an early birth did: yes, no, or nothing when order or history is not known.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from fullterm.guidelines.cause_findings import ended_early
from fullterm.logic.evaluate import Truth, truth
from fullterm.logic.facts import Facts, Listed, Record, Value
from fullterm.logic.language import some
from fullterm.logic.nodes import leaves
from fullterm.logic.quantity import HIGHEST, LOWEST, Span
from fullterm.vocabulary import earlier

FACT = "before_loss"
_ENDED_EARLY = some(earlier.EARLIER, ended_early)
_READ = tuple(sorted({leaf.name for leaf in leaves(ended_early)}))


def in_order(
    pregnancies: Listed, ended: Sequence[Span], operations: Listed, done: Sequence[Span]
) -> tuple[Listed, Listed]:
    """Both lists with `before_loss` where the order decides it. `ended`, `done`: days as ordinals, one a record."""
    if not operations.records and not any(map(_caesarean, pregnancies.records)):
        return pregnancies, operations
    early = [_ended_early(tuple(map(one.get, _READ))) for one in pregnancies.records]
    births = tuple(
        _ordered(one, _any(early[place + 1 :], pregnancies.complete)) if _caesarean(one) else one
        for place, one in enumerate(pregnancies.records)
    )
    between = list(_narrowed(ended))
    surgery = tuple(
        _ordered(one, _any(list(_after(day, early, between)), pregnancies.complete))
        for one, day in zip(operations.records, done, strict=True)
    )
    return replace(pregnancies, records=births), replace(operations, records=surgery)


@lru_cache(maxsize=4096)
def _ended_early(told: tuple[Value | None, ...]) -> Truth:
    """Whether one pregnancy was lost late or born early by itself, from what is told of it in the order of `_READ`."""
    record = {name: value for name, value in zip(_READ, told, strict=True) if value is not None}
    return truth(_ENDED_EARLY, Facts({}, {"earlier": Listed((record,), True)}))


def _caesarean(one: Record) -> bool:
    """Whether there was, or may have been, a caesarean at full dilatation: the one thing whose order is asked."""
    return one.get("caesarean", "full_dilatation") == "full_dilatation"


def _ordered(one: Record, found: Truth) -> Record:
    """The record with what its order says; where somebody told the contrary, nobody can tell."""
    if found is None:
        return one
    if one.get(FACT, found) is not found:
        return {name: value for name, value in one.items() if name != FACT}
    return {**one, FACT: found}


def _any(values: Sequence[Truth], complete: bool) -> Truth:
    if True in values:
        return True
    return False if complete and None not in values else None


def _after(day: Span, early: Sequence[Truth], ended: Sequence[Span]) -> Iterator[Truth]:
    """Of each pregnancy, whether it ended early and after that day."""
    for value, end in zip(early, ended, strict=True):
        if value is False or end.high < day.low:
            yield False
        else:
            yield True if value is True and end.low > day.high else None


def _narrowed(ended: Sequence[Span]) -> Iterator[Span]:
    """The days on which pregnancies ended, each no earlier than one before it and no later than one after it."""
    for place, one in enumerate(ended):
        low = max([one.low, *(before.low for before in ended[:place])], default=LOWEST)
        high = min([one.high, *(after.high for after in ended[place + 1 :])], default=HIGHEST)
        yield Span(low, high) if low <= high else one
