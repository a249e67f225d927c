"""What came before what, from the order of her pregnancies and the days of her operations.

Pregnancies are told the earliest first. A caesarean or an operation counts only for what came after it, so each says
whether a late loss or an early birth did: yes, no, or nothing while the order or the history is not known.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from fullterm.logic.evaluate import Truth, truth
from fullterm.logic.facts import Facts, Listed, Record, Value
from fullterm.logic.language import some
from fullterm.logic.nodes import leaves
from fullterm.logic.quantity import Span
from fullterm.vocabulary import earlier
from fullterm.vocabulary.late_loss import ended_early

_ENDED_EARLY = some(earlier.EARLIER, ended_early)
_READ = tuple(sorted({leaf.name for leaf in leaves(ended_early)}))


def ordered_births(told: Record, pregnancies: Listed) -> Record:
    """Her facts with `caesarean_before_loss`, where there was one and the order of the pregnancies decides it."""
    if not any(one.get("caesarean") == "full_dilatation" for one in pregnancies.records):
        return told
    early = [_ended_early(one) for one in pregnancies.records]
    after = [_after_caesarean(one, early[place + 1 :]) for place, one in enumerate(pregnancies.records)]
    return _with(told, "caesarean_before_loss", _any(after, pregnancies.complete))


def ordered_operations(operations: Listed, done: Sequence[Span], pregnancies: Listed, ended: Sequence[Span]) -> Listed:
    """The operations with `before_loss`, where the days decide it. `done`, `ended`: ordinals, one a record."""
    if not operations.records:
        return operations
    early, days = [_ended_early(one) for one in pregnancies.records], list(_narrowed(ended))
    records = tuple(
        _with(one, "before_loss", _any(list(_later(day, early, days)), pregnancies.complete))
        for one, day in zip(operations.records, done, strict=True)
    )
    return replace(operations, records=records)


def _ended_early(one: Record) -> Truth:
    """Whether one pregnancy was lost late or born early by itself."""
    return _read(tuple(map(one.get, _READ)))


@lru_cache(maxsize=4096)
def _read(told: tuple[Value | None, ...]) -> Truth:
    record = {name: value for name, value in zip(_READ, told, strict=True) if value is not None}
    return truth(_ENDED_EARLY, Facts({}, {"earlier": Listed((record,), True)}))


def _after_caesarean(one: Record, later: Sequence[Truth]) -> Truth:
    how = one.get("caesarean")
    if how not in (None, "full_dilatation"):
        return False
    found = _any(later, complete=True)
    return found if how is not None or found is False else None


def _any(values: Sequence[Truth], complete: bool) -> Truth:
    if True in values:
        return True
    return False if complete and None not in values else None


def _with(told: Record, fact: str, found: Truth) -> Record:
    """What was told, with what the order says; where somebody told the contrary, nobody can tell."""
    if found is None:
        return told
    if told.get(fact, found) is not found:
        return {name: value for name, value in told.items() if name != fact}
    return {**told, fact: found}


def _later(day: Span, early: Sequence[Truth], ended: Sequence[Span]) -> Iterator[Truth]:
    """Of each pregnancy, whether it ended early and after that day."""
    for value, end in zip(early, ended, strict=True):
        if value is False or end.high < day.low:
            yield False
        else:
            yield True if value is True and end.low > day.high else None


def _narrowed(ended: Sequence[Span]) -> Iterator[Span]:
    """The days on which pregnancies ended, each no earlier than one before it and no later than one after it."""
    for place, one in enumerate(ended):
        low = max([one.low, *(before.low for before in ended[:place])])
        high = min([one.high, *(after.high for after in ended[place + 1 :])])
        yield Span(low, high) if low <= high else one
