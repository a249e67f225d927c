"""A woman's record as far as she has been asked: the case that `care` reads, made of answers without a file."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from fullterm.care.case.fields import PREGNANCY_FACTS
from fullterm.care.case.model import TERM, Case, Dating, EarlierPregnancy, Observation, Pregnancy, Procedure, Scan
from fullterm.logic.facts import EMPTY, Facts, Record
from fullterm.logic.quantity import UNKNOWN, Span

SAID = "said by her"


def case_of(told: Facts, on: date, not_known: frozenset[str] = frozenset()) -> Case:
    """The case of a woman of whom these answers were given on a day."""
    values = told.values
    earlier, procedures = told.lists.get("earlier", EMPTY), told.lists.get("procedures", EMPTY)
    own = {name: value for name, value in values.items() if name not in PREGNANCY_FACTS}
    return Case(
        told=on,
        observations=tuple(_observed(own, on)),
        earlier=tuple(EarlierPregnancy(n, tuple(_observed(one, on))) for n, one in enumerate(earlier.records, 1)),
        earlier_complete=earlier.complete,
        procedures=tuple(Procedure(n, tuple(_observed(one, on))) for n, one in enumerate(procedures.records, 1)),
        procedures_complete=procedures.complete,
        pregnancy=_pregnancy(told, on) if values.get("pregnant") is True else None,
        not_known=not_known,
    )


def _pregnancy(told: Facts, on: date) -> Pregnancy:
    values = {name: value for name, value in told.values.items() if name in PREGNANCY_FACTS}
    gestation, scans = values.pop("gestation", None), told.lists.get("scans", EMPTY)
    dating = None
    if isinstance(gestation, Span):
        day = on.toordinal() + TERM
        dating = Dating(Span(day - gestation.high, day - gestation.low), "scan", stated=True)
    return Pregnancy(
        dating=dating,
        observations=tuple(_observed(values, on)),
        scans=tuple(_scan(number, one, on) for number, one in enumerate(scans.records, 1)),
        scans_complete=scans.complete,
    )


def _scan(number: int, one: Record, on: date) -> Scan:
    rest = {name: value for name, value in one.items() if name != "gestation"}
    gestation = one.get("gestation", UNKNOWN)
    assert isinstance(gestation, Span)
    return Scan(number, tuple(_observed(rest, on)), gestation=gestation)


def _observed(values: Record, on: date) -> Iterator[Observation]:
    return (Observation(name, value, on, SAID) for name, value in values.items())
