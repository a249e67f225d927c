"""The reserve's figures tried on cohorts that were made up: how often the 95 % figure was enough, and when it was not.

Each cohort: a true rate for each treatment, drawn from what the papers leave possible; the hospital's past outcomes
under it; open agreements at every week; and what then really happens to each. The figures are computed from the past
alone. In the first scenario everything happens as the reserve believes, so that the 95 % figure must be enough in about
95 of 100; the others are the ways in which we think it will be wrong.

What `fullterm manage reserve_backtest` last measured is kept in `reserve_backtest.toml`, and the page shows it.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any, Final

import numpy as np

from fullterm.care.agreement.reserve import TERM, Promise, ahead, reserve
from fullterm.care.agreement.reserve_rates import PRIORS, Experience, rates
from fullterm.logic.quantity import Span
from fullterm.vocabulary.fact import Text

COHORTS: Final = 2_000
DRAWS: Final = 4_000
SEED: Final = 95
ON: Final = date(2026, 1, 5)
WEEKS: Final = (12 * 7, 28 * 7)
SHARES: Final = (0.75, 0.1, 0.15)
"""How many of the agreements are of each treatment, in the order of `PRIORS`: our guess at a hospital."""
AMOUNTS: Final = (Decimal(18_000), Decimal(20_000), Decimal(26_000), Decimal(12_500))
MARKED: Final = 20
"""Over so many cohorts the figures are added up, so that a change of the reserve shows in what was measured."""
FILE: Final = Path(__file__).with_suffix(".toml")


@dataclass(frozen=True, slots=True)
class Scenario:
    """One way the world may be: true rates `times` those drawn, losses bent late by `bend`, sizes, past outcomes.

    Of `told` of the women the gestation is on record, to `within` days.
    """

    name: str
    says: Text
    times: float = 1
    bend: float = 1
    open_from: int = 200
    open_to: int = 400
    past: int = 300
    told: float = 1
    within: int = 0


SCENARIOS: Final = (
    Scenario("as believed", Text("Everything is as the reserve believes", "一切与模型一致")),
    Scenario(
        "as recorded",
        Text(
            "The same, gestation known to two days, and of one woman in twenty not at all",
            "同上，但孕周记录有两天误差，二十人中一人孕周不详",
        ),
        told=0.95,
        within=2,
    ),
    Scenario(
        "few agreements",
        Text("The same as the first, with only 10 to 30 open agreements", "同第一行，但仅有10–30份未结协议"),
        open_from=10,
        open_to=30,
    ),
    Scenario(
        "higher, unseen",
        Text("True rates 1.5 times higher, no outcomes of our own yet", "真实比率为1.5倍，尚无本院结局"),
        times=1.5,
        past=0,
    ),
    Scenario(
        "higher, learning",
        Text(
            "True rates 1.5 times higher, after up to 300 outcomes of our own", "真实比率为1.5倍，已有至多300例本院结局"
        ),
        times=1.5,
    ),
    Scenario(
        "late",
        Text("Losses gather late in the weeks instead of coming evenly", "流产集中于孕周后段，而非均匀发生"),
        bend=2,
    ),
)


@dataclass(frozen=True, slots=True)
class Coverage:
    """How often each figure was enough, in how many cohorts, and how far beyond the 95 % figure those short went."""

    scenario: Scenario
    cohorts: int
    at95: float
    at99: float
    short: float


def coverage(scenario: Scenario, cohorts: int = COHORTS, draws: int = DRAWS) -> Coverage:
    """Try the figures on so many cohorts. The same numbers give the same answer; `short` is a mean over those short."""
    enough95 = enough99 = 0
    short = []
    for number in range(cohorts):
        figure95, figure99, paid = _cohort(scenario, number, draws)
        enough95 += paid <= figure95
        enough99 += paid <= figure99
        if paid > figure95:
            short.append(float(paid / figure95 - 1) if figure95 else 1.0)
    mean = sum(short) / len(short) if short else 0.0
    return Coverage(scenario, cohorts, enough95 / cohorts, enough99 / cohorts, mean)


def mark() -> int:
    """The 95 % figures of the first cohorts as believed, added up: another number after any change of the reserve."""
    return int(sum(_cohort(SCENARIOS[0], number, DRAWS)[0] for number in range(MARKED)))


@cache
def measured() -> tuple[Coverage, ...]:
    """What the long run last printed, in the order of the scenarios."""
    kept = tomllib.loads(FILE.read_text(encoding="utf-8"))["measured"]
    return tuple(
        Coverage(one, kept[one.name]["cohorts"], *(kept[one.name][name] for name in ("at95", "at99", "short")))
        for one in SCENARIOS
    )


def _cohort(scenario: Scenario, number: int, draws: int) -> tuple[Decimal, Decimal, Decimal]:
    """One cohort: its two figures, and what was really refunded."""
    source = np.random.default_rng((SEED, number))
    true = {
        rate.prior.tier: min(scenario.times * float(source.beta(rate.losses, rate.births)), 0.999) for rate in rates()
    }
    treated = source.multinomial(source.integers(0, scenario.past + 1), SHARES)
    own = [
        Experience(prior.tier, int(women), int(source.binomial(women, true[prior.tier])))
        for prior, women in zip(PRIORS, treated, strict=True)
    ]
    made = list(_promises(scenario, source))
    found = reserve((one for one, _ in made), rates(own), ON, draws, months=False)
    lost = (one.amount for one, at in made if _lost(true[one.tier], at, scenario.bend, source))
    return found.total.at95, found.total.at99, sum(lost, Decimal(0))


def _promises(scenario: Scenario, source: Any) -> Iterator[tuple[Promise, int]]:
    """Open agreements, each with the gestation it is really at."""
    tiers = source.choice(len(PRIORS), int(source.integers(scenario.open_from, scenario.open_to + 1)), p=SHARES)
    for tier in tiers:
        at = int(source.integers(WEEKS[0] - 14, WEEKS[1] - 7))
        known = source.random() < scenario.told
        yield (
            Promise(
                PRIORS[int(tier)].tier,
                AMOUNTS[int(source.integers(len(AMOUNTS)))],
                "CNY",
                WEEKS,
                gestation=Span(at - scenario.within, at + scenario.within) if known else None,
                due=Span(ON.toordinal() + TERM - at, ON.toordinal() + TERM - at) if known else None,
            ),
            at,
        )


def _lost(rate: float, at: int, bend: float, source: Any) -> bool:
    """Whether a pregnancy that has reached `at` is lost in the rest of its weeks."""
    passed = (1 - ahead(WEEKS, at)) ** bend
    return bool(source.random() > (1 - rate) ** (1 - passed))
