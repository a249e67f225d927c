"""What the promise needs today: what may still have to be refunded over the open agreements, and how sure that is.

Of a rate p there is left 1 - (1-p)^w when the share w of the terms' weeks is still ahead: the hazard is taken as even
over those weeks, so the need falls with every week reached without a loss. The evenness is our own assumption; no paper
we have read gives the hazard by week (docs/decisions/17).

Expected amounts are exact. The 95 % and 99 % figures are quantiles of `DRAWS` drawn futures, the unknown rate drawn
once for all women of a treatment: so they contain what is not known of the rate. The draws begin from one seed, over
agreements in one order: the same promises always need the same. Gestations in days. No clock: `on=` is an argument.

The clinic hands in plain values: `clinic.pages.agreements.reserve.promises() -> tuple[Promise, ...]`, one for each open
agreement with the balance held under it, and `clinic.pages.agreements.reserve.experience() -> tuple[Experience, ...]`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_UP, Decimal
from typing import Any, Final, Literal, TypeAlias

import numpy as np
from scipy import special

from fullterm.care.agreement.reserve_rates import Rate
from fullterm.care.agreement.terms import Tier
from fullterm.logic.quantity import HIGHEST, Span

State: TypeAlias = Literal["untreated", "treated", "owed"]
DRAWS: Final = 20_000
"""Drawn futures. The level of the 95 % figure is then right to about 0.15 percentage points (one standard error)."""
SEED: Final = 20260105
TERM: Final = 280
CENT: Final = Decimal("0.01")
LONGEST: Final = 18
"""Months drawn ahead at most."""


@dataclass(frozen=True, slots=True)
class Promise:
    """One open agreement. `amount`: what is held under it and would be refunded. `weeks`: the terms' window, in days.

    `untreated`: whoever ends it now gets everything back, so the whole amount is held. `owed`: a loss is reported or a
    refund is due, and the whole amount is held. `treated`: at risk.

    `gestation` is where the pregnancy was last known to go on; None, or an open end, counts as not begun. `due` is the
    due date as ordinal days, for the months ahead; None releases nothing. Of a span the end that needs more is taken.
    """

    tier: Tier
    amount: Decimal
    currency: str
    weeks: tuple[int, int]
    state: State = "treated"
    gestation: Span | None = None
    due: Span | None = None


@dataclass(frozen=True, slots=True)
class Need:
    """What some agreements need: how many, all that is held under them, expected refunds, and the two figures."""

    women: int
    promised: Decimal
    expected: Decimal
    at95: Decimal
    at99: Decimal


@dataclass(frozen=True, slots=True)
class ReserveMonth:
    """What will still be needed on a later day, if nothing new is signed and the weeks pass as forecast today."""

    on: date
    need: Need


@dataclass(frozen=True, slots=True)
class Reserve:
    """What the promise needs on a day, in one currency. Untreated and owed amounts are held whole, beside the rest."""

    on: date
    currency: str
    rates: tuple[Rate, ...]
    tiers: tuple[Need, ...]
    total: Need
    untreated: Need
    owed: Need
    months: tuple[ReserveMonth, ...]

    @property
    def to_hold(self) -> Decimal:
        """What to set aside: the 95 % figure, and all that is held whole."""
        return self.total.at95 + self.untreated.promised + self.owed.promised


def ahead(weeks: tuple[int, int], gestation: int | None) -> float:
    """The share of the terms' weeks still ahead at a gestation: 1 before them or unknown, 0 once they are over."""
    opens, closes = weeks
    return 1.0 if gestation is None else min(max((closes - gestation) / (closes - opens), 0.0), 1.0)


def reserve(
    promises: Iterable[Promise], believed: Sequence[Rate], on: date, draws: int = DRAWS, *, months: bool = True
) -> Reserve:
    """What these promises need on a day, and with `months` on the first of each month after it.

    Raises ValueError for two currencies, for a treatment without a rate, and for what is no amount.
    """
    held = sorted(promises, key=_order)
    currency = _currency(held)
    by_tier = {one.prior.tier: one for one in believed}
    for one in held:
        if one.tier not in by_tier:
            raise ValueError(f"{one.tier}: no published rate is named for it: add a prior before it is promised")
        if one.amount < 0 or one.amount != one.amount.quantize(CENT):
            raise ValueError(
                f"{one.amount} {one.currency} is no amount held: write it in whole cents, none below nothing"
            )
    at_risk = [one for one in held if one.state == "treated"]
    days = list(_months(at_risk, on)) if months else []
    lost, expected = _futures(at_risk, by_tier, on, days, draws)
    amounts = {tier: [one.amount for one in at_risk if one.tier == tier] for tier in by_tier}
    total = lost.sum(axis=0)
    tiers = tuple(
        _need(amounts[tier], expected[place, 0], lost[place, 0]) for place, tier in enumerate(by_tier)
    )  # fmt: skip
    return Reserve(
        on,
        currency,
        tuple(believed),
        tiers,
        _need([one.amount for one in at_risk], expected[:, 0].sum(), total[0]),
        _whole(held, "untreated"),
        _whole(held, "owed"),
        tuple(
            ReserveMonth(day, _need(list(_open(at_risk, on, day)), expected[:, place].sum(), total[place]))
            for place, day in enumerate(days, 1)
        ),
    )


def _order(one: Promise) -> tuple[Any, ...]:
    """One order for the same promises, however they come."""
    return one.currency, one.tier, one.amount, one.weeks, one.state, one.gestation or (0, 0), one.due or (0, 0)


def _currency(held: Sequence[Promise]) -> str:
    found = sorted({one.currency for one in held})
    if len(found) > 1:
        raise ValueError(f"{' and '.join(found)} cannot be added up: ask for each currency by itself")
    return found[0] if found else ""


def _whole(held: Sequence[Promise], state: State) -> Need:
    amounts = [one.amount for one in held if one.state == state]
    whole = sum(amounts, Decimal(0))
    return Need(len(amounts), whole, whole, whole, whole)


def _left(one: Promise, on: date, day: date) -> float:
    """The share of the weeks ahead on a day: today from where the pregnancy was last known to go on, later by date."""
    known = ahead(one.weeks, None if one.gestation is None else one.gestation.low)
    if day == on or not _dated(one):
        return known
    assert one.due is not None
    return min(known, ahead(one.weeks, TERM - (one.due.high - day.toordinal())))


def _dated(one: Promise) -> bool:
    return one.due is not None and one.due.high < HIGHEST


def _months(at_risk: Sequence[Promise], on: date) -> Iterator[date]:
    """The first of each month ahead, until nothing dated is at risk any more."""
    dated = [one for one in at_risk if _dated(one)]
    day = on
    for _ in range(LONGEST):
        if not any(_left(one, on, day) for one in dated):
            return
        day = date(day.year + day.month // 12, day.month % 12 + 1, 1)
        yield day


def _open(at_risk: Sequence[Promise], on: date, day: date) -> Iterator[Decimal]:
    return (one.amount for one in at_risk if _left(one, on, day))


def _futures(
    at_risk: Sequence[Promise], by_tier: dict[Tier, Rate], on: date, days: Sequence[date], draws: int
) -> tuple[Any, Any]:
    """What is lost after each day, in cents: drawn (treatment, day, future), and expected (treatment, day), exactly.

    A loss comes when the hazard passed through exceeds a standard exponential.
    """
    source = np.random.default_rng(SEED)
    lost = np.zeros((len(by_tier), len(days) + 1, draws), dtype=np.int64)
    expected = np.zeros((len(by_tier), len(days) + 1))
    for place, (tier, rate) in enumerate(by_tier.items()):
        hazard = _hazard(source.beta(rate.losses, rate.births, draws))
        for one in at_risk:
            if one.tier != tier:
                continue
            cents = int(one.amount / CENT)
            now = _left(one, on, on)
            comes = source.standard_exponential(draws)
            still = comes < hazard * now
            lost[place, 0] += cents * still
            expected[place, 0] += cents * _loses(rate, now, now)
            for number, day in enumerate(days, 1):
                left = _left(one, on, day)
                lost[place, number] += cents * (still & (comes >= hazard * (now - left)))
                expected[place, number] += cents * _loses(rate, now, left)
    return lost, expected


def _hazard(rate: Any) -> Any:
    """The hazard of a whole window, -log(1-p)."""
    return -np.log1p(-np.minimum(rate, 1 - 1e-12))  # a drawn rate of exactly 1 has no logarithm


def _loses(rate: Rate, now: float, left: float) -> float:
    """The chance of a loss in the last `left` of the weeks, for one who has `now` of them ahead."""
    return _survives(rate, now - left) - _survives(rate, now)


def _survives(rate: Rate, share: float) -> float:
    """The expected value of (1-p)^share when p is Beta(losses, births)."""
    return float(
        np.exp(special.betaln(rate.losses, rate.births + share) - special.betaln(rate.losses, rate.births))
    )  # fmt: skip


def _need(amounts: Sequence[Decimal], expected: float, lost: Any) -> Need:
    at95, at99 = np.quantile(lost, (0.95, 0.99), method="inverted_cdf")
    promised = sum(amounts, Decimal(0))
    return Need(len(amounts), promised, _money(expected), _money(at95), _money(at99))


def _money(cents: float) -> Decimal:
    """Cents as an amount; a part of a cent is a whole one: never too little."""
    return (Decimal(float(cents)).quantize(Decimal("0.0001")) * CENT).quantize(CENT, rounding=ROUND_UP)
