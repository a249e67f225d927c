"""The money of treatment agreements in double entry: who was debited, who was credited, and what stands where.

Four accounts. `cash` and `bank` are what the hospital has. `held` is what it owes: a fee that may have to be given back
is a liability until the promise is kept (the question the SEC put to a seller of refund programmes, 2008). `revenue` is
the fee once it is earned. A refund is paid out of `held`: it was never income, so it is no expense.

    payment     bank or cash → held        a part of the fee came in
    correction  held → bank or cash        a payment that was recorded wrongly, taken back whole
    refund      held → bank or cash        everything still held, at most once an agreement
    earned      held → revenue             everything still held, at most once an agreement

Amounts are positive `Decimal`s in whole minor units of their currency; the sides are named, never signed.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal, TypeAlias

Account: TypeAlias = Literal["cash", "bank", "held", "revenue"]
Kind: TypeAlias = Literal["payment", "correction", "refund", "earned"]
ACCOUNTS: tuple[Account, ...] = ("cash", "bank", "held", "revenue")
HANDED: tuple[Account, ...] = ("bank", "cash")
"""Where money comes in and goes out."""
KINDS: tuple[Kind, ...] = ("payment", "correction", "refund", "earned")
DECIMALS: Mapping[str, int] = {"CNY": 2, "EUR": 2, "GBP": 2, "HKD": 2, "USD": 2}
"""The decimals of each currency an agreement may be in."""
NOTHING = Decimal(0)


@dataclass(frozen=True, slots=True)
class LedgerTransaction:
    """One movement of money: `amount` from the credited account to the debited one. `reverses`: a payment's number.

    `of` names the agreement. One row with both sides cannot be out of balance; `postings` shows it as accountants do.
    """

    of: str
    number: int
    on: date
    kind: Kind
    debit: Account
    credit: Account
    amount: Decimal
    currency: str
    reverses: int | None = None

    def postings(self) -> tuple[tuple[Account, Decimal], tuple[Account, Decimal]]:
        """Both sides, debit positive: they sum to zero."""
        return (self.debit, self.amount), (self.credit, -self.amount)


def minor(amount: Decimal, currency: str) -> int:
    """An amount in minor units (fen, pence). Raises ValueError when it is not whole, or the currency is unknown."""
    if currency not in DECIMALS:
        raise ValueError(f"{currency!r} is no currency here: write one of {', '.join(DECIMALS)}")
    shifted = amount.scaleb(DECIMALS[currency])
    if not amount.is_finite() or shifted != shifted.to_integral_value():
        raise ValueError(f"{amount} is finer than {currency} is counted: write {DECIMALS[currency]} decimals at most")
    return int(shifted)


def of_minor(units: int, currency: str) -> Decimal:
    """The amount of so many minor units."""
    return Decimal(units).scaleb(-DECIMALS[currency])


def parse_amount(typed: str, currency: str) -> Decimal:
    """What somebody typed as an amount: `20000`, `20,000.50`. Raises ValueError with a sentence."""
    text = typed.strip().replace(",", "").replace(",", "").replace(" ", "")
    plain = text.replace(".", "", 1)
    if not plain.isascii() or not plain.isdecimal() or text.startswith(".") or text.endswith("."):
        raise ValueError(f"{typed!r} is not an amount: write it in digits, such as 20000 or 20,000.50")
    amount = Decimal(text)
    if amount <= NOTHING:
        raise ValueError("an amount is more than nothing: write what was paid")
    minor(amount, currency)
    return amount


def show(amount: Decimal, currency: str) -> str:
    """An amount with its currency: `20,000.00 CNY`."""
    return f"{amount:,.{DECIMALS[currency]}f} {currency}"


def balances(transactions: Iterable[LedgerTransaction]) -> dict[tuple[str, Account], Decimal]:
    """What stands on each account, by currency: debits less credits. All of one currency sum to zero."""
    found: dict[tuple[str, Account], Decimal] = {}
    for one in transactions:
        for account, amount in one.postings():
            found[one.currency, account] = found.get((one.currency, account), NOTHING) + amount
    return found


def held(transactions: Iterable[LedgerTransaction]) -> Decimal:
    """What is held for a woman: what she paid and has neither been given back nor been earned. One agreement's."""
    return sum((one.amount if one.credit == "held" else -one.amount for one in transactions), NOTHING)


@dataclass(frozen=True, slots=True)
class LedgerMonth:
    """One month of one currency: what was held when it began, what moved, and what was held when it ended."""

    currency: str
    opening: Decimal
    moved: Mapping[Kind, Decimal]
    closing: Decimal


def month(transactions: Iterable[LedgerTransaction], year: int, number: int) -> tuple[LedgerMonth, ...]:
    """The statement of one month, a currency each: opening + payments - corrections - refunds - earned = closing."""
    every = list(transactions)
    return tuple(_month([one for one in every if one.currency == name], name, (year, number)) for name in _used(every))


def _used(transactions: Iterable[LedgerTransaction]) -> list[str]:
    return sorted({one.currency for one in transactions})


def _month(transactions: list[LedgerTransaction], currency: str, when: tuple[int, int]) -> LedgerMonth:
    before = [one for one in transactions if (one.on.year, one.on.month) < when]
    during = [one for one in transactions if (one.on.year, one.on.month) == when]
    moved = {kind: sum((one.amount for one in during if one.kind == kind), NOTHING) for kind in KINDS}
    return LedgerMonth(currency, held(before), moved, held([*before, *during]))


def running(transactions: Iterable[LedgerTransaction]) -> Iterator[tuple[LedgerTransaction, Decimal]]:
    """Each movement of one agreement with what was held after it: her statement."""
    after = NOTHING
    for one in transactions:
        after += one.amount if one.credit == "held" else -one.amount
        yield one, after


COLUMNS = (
    "agreement", "number", "day", "recorded", "kind", "debit", "credit", "amount", "currency", "reverses", "reference",
    "by",
)  # fmt: skip
"""The columns for accountants: their names and their order never change, in whatever language the page is."""
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "|", "%")


def as_csv(rows: Iterable[Mapping[str, str]]) -> str:
    """The rows as a CSV file a spreadsheet opens as it stands: marked as UTF-8, and no cell of it is a formula."""
    text = io.StringIO()
    file = csv.writer(text)
    file.writerow(COLUMNS)
    file.writerows([_plain(row.get(name, "")) for name in COLUMNS] for row in rows)
    return "\ufeff" + text.getvalue()


def _plain(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula, whatever stands before its sign."""
    return f"'{cell}" if cell.lstrip(" '\"\u3000\xa0").startswith(_FORMULA) or cell.startswith(_FORMULA) else cell
