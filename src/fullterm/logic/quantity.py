"""Amounts a rule compares: whole numbers of one unit, and spans of them.

Every amount is an integer in its unit's base, so that no engine can round: days for gestation,
tenths of a millimetre for lengths. A length of 25 mm is 250; 24 weeks and 0 days is 168.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

LOWEST = -1_000_000_000
HIGHEST = 1_000_000_000
"""The open ends of a span. Far outside any clinical amount, and safe in a 32-bit column."""


class Unit(Enum):
    """What a number counts: `(symbol, base steps in one)`."""

    DAYS = ("d", 1)
    MILLIMETRES = ("mm", 10)
    CENTIMETRES = ("cm", 100)
    COUNT = ("", 1)
    YEARS = ("y", 1)
    CELLS = ("×10⁹/L", 10)
    MILLIGRAMS_PER_LITRE = ("mg/L", 10)
    CELSIUS = ("°C", 10)
    KILOGRAMS_PER_SQUARE_METRE = ("kg/m²", 10)

    @property
    def symbol(self) -> str:
        """The unit as printed after an amount."""
        return self.value[0]

    @property
    def steps(self) -> int:
        """How many base steps make one of this unit: 10 for a millimetre held in tenths."""
        return self.value[1]


@dataclass(frozen=True, slots=True)
class Quantity:
    """An exact amount: `amount` base steps of `unit`."""

    amount: int
    unit: Unit

    def __str__(self) -> str:
        return show_amount(self.amount, self.unit)


def weeks(whole: int, days: int = 0) -> Quantity:
    """A gestation or duration: `weeks(23, 6)` is 23 weeks and 6 days, 167 days.

    Raises ValueError when `days` is not 0 to 6.
    """
    if not 0 <= days <= 6:
        raise ValueError(f"{days} days do not fit beside weeks: write 0 to 6")
    return Quantity(whole * 7 + days, Unit.DAYS)


def days(count: int) -> Quantity:
    """A duration in days."""
    return Quantity(count, Unit.DAYS)


def mm(length: float) -> Quantity:
    """A length in millimetres, to a tenth. Raises ValueError for a finer one."""
    return of_unit(length, Unit.MILLIMETRES)


def cm(length: float) -> Quantity:
    """A dilatation in centimetres, held in tenths of a millimetre as every length."""
    return of_unit(length, Unit.CENTIMETRES)


def of_unit(number: float, unit: Unit) -> Quantity:
    """`number` of `unit` as a quantity. Raises ValueError when it is finer than the unit's base step."""
    amount = round(number * unit.steps)
    if abs(amount - number * unit.steps) > 1e-6:
        finest = f"1/{unit.steps}" if unit.steps > 1 else "one whole"
        raise ValueError(f"{number:g} {unit.symbol} is finer than {finest} {unit.symbol} can hold".rstrip())
    return Quantity(amount, unit)


class Span(NamedTuple):
    """All that is known of a number: it lies from `low` to `high`, both included, in base steps.

    Exact when the ends meet; unknown when both are open (LOWEST, HIGHEST).
    """

    low: int
    high: int

    @property
    def exact(self) -> bool:
        """Whether both ends meet."""
        return self.low == self.high

    @property
    def unknown(self) -> bool:
        """Whether nothing is known: both ends open."""
        return self.low == LOWEST and self.high == HIGHEST

    def narrows(self, other: Span) -> bool:
        """Whether this span says all that `other` says, or more."""
        return other.low <= self.low and self.high <= other.high


UNKNOWN = Span(LOWEST, HIGHEST)


def exactly(amount: int) -> Span:
    """A number known exactly."""
    return Span(amount, amount)


def show_amount(amount: int, unit: Unit) -> str:
    """An amount as a clinician writes it: `23w6d`, `25 mm`, `2.2 mm`, `3`."""
    if unit is Unit.DAYS:
        sign, size = ("-", -amount) if amount < 0 else ("", amount)
        return f"{sign}{size // 7}w{size % 7}d"
    number = f"{amount / unit.steps:g}"
    return f"{number} {unit.symbol}".rstrip()


def show_span(span: Span, unit: Unit) -> str:
    """A span as it is written in a case file: `20w0d`, `19w0d..22w6d`, `..20w0d`, `16w0d..`, `unknown`."""
    if span.unknown:
        return "unknown"
    if span.exact:
        return show_amount(span.low, unit)
    low = "" if span.low == LOWEST else show_amount(span.low, unit)
    high = "" if span.high == HIGHEST else show_amount(span.high, unit)
    return f"{low}..{high}"
