"""What the clinic hands to the reserve: its open agreements and its own outcomes, and the reserve of each currency.

Only amounts, treatments and weeks cross here; no woman does.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from itertools import groupby

from fullterm.care.reserve import Promise, Reserve, reserve
from fullterm.care.reserve_rates import Experience, rates


def promises() -> tuple[Promise, ...]:
    """One for each open agreement, with the balance held under it. Empty until agreements are kept here.

    Signed or paid, not yet treated: `untreated`. Treated: `treated`, `gestation` where the pregnancy was last seen to
    go on (an entry, not today's date), `due` as her record has it. Reported, or a refund due: `owed`. `weeks`: the
    window of the terms she signed. The treatment: `abdominal` for an abdominal suture; `repeat low vaginal` where an
    earlier vaginal one had failed, whatever its height; else `planned vaginal`.
    """
    return ()


def experience() -> tuple[Experience, ...]:
    """The outcomes of agreements whose weeks are over, by treatment. Empty until agreements are kept here."""
    return ()


def reserves(on: date, *, trust: float = 1, months: bool = True) -> tuple[Reserve, ...]:
    """What the promise needs on a day: one for each currency. `trust` scales the weight of every paper."""
    believed = rates(experience(), trust=trust)
    return tuple(reserve(held, believed, on, months=months) for held in _by_currency(promises()))


def reserve_in(currency: str, on: date) -> Reserve | None:
    """The reserve of one currency; None where nothing is promised in it."""
    return next((one for one in reserves(on) if one.currency == currency), None)


def _by_currency(held: Iterable[Promise]) -> Iterable[tuple[Promise, ...]]:
    ordered = sorted(held, key=lambda one: one.currency)
    return (tuple(some) for _, some in groupby(ordered, key=lambda one: one.currency))
