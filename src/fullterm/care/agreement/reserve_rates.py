"""What is believed of each treatment's rate of refundable loss: a named paper, weighed down, and the hospital's own.

The rate is a Beta distribution. It begins flat, takes each paper's counts at the weight that stands beside them, and
the hospital's outcomes in full. The weights are our choice, in sight, and `trust` moves them all (docs/decisions/17).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from fullterm.care.agreement.terms import Tier
from fullterm.vocabulary.fact import Text


@dataclass(frozen=True, slots=True)
class Experience:
    """The hospital's own agreements of one treatment whose weeks are over: how many, and how many were refunded.

    Count a woman only when every woman treated as early as she was is counted: a loss is known sooner than a birth, and
    counting both as they come reads the rate too high (on the safe side).
    """

    tier: Tier
    treated: int
    refunded: int


@dataclass(frozen=True, slots=True)
class Prior:
    """What a paper counted, and how much of it is believed: `weight` 0.1 counts ten of its women as one of ours.

    The weight is our choice, not the paper's: its women, its events and its time are not this hospital's.
    """

    tier: Tier
    events: int
    women: int
    weight: float
    paper: str
    counted: Text
    why: Text


_MAVRIC = "MAVRIC, Shennan A, Am J Obstet Gynecol 2020;222:261.e1-9, doi 10.1016/j.ajog.2019.09.040"
_SMALL = Text(
    "The same kind of women, randomised, and the event is the one promised; but few, and elsewhere: half.",
    "人群相同，随机分组，事件与协议一致；但例数少，且非本院：取一半。",
)
PRIORS: tuple[Prior, ...] = (
    Prior(
        "planned vaginal", 155, 1996, 0.1,
        "C-STICH, Hodgetts Morton V, Lancet 2022;400:1426-36, doi 10.1016/S0140-6736(22)01808-6",
        Text(
            "miscarriage, stillbirth or death in the first week, both threads together",
            "流产、死产或出生一周内死亡，两种缝线合计",
        ),
        Text(
            "Stillbirth and first-week death are counted too, most of which the terms do not refund: for its own women "
            "the rate is an upper bound. But not all of them had lost late before. One tenth: 200 own outcomes weigh "
            "as much.",
            "其中包括死产和出生一周内死亡，大部分不在协议退费之列，故对其人群为上限；但其人群并非都有晚期流产史。"
            "取十分之一：200例本院结局即与之等重。",
        ),
    ),
    Prior(
        "repeat low vaginal", 7, 33, 0.5, _MAVRIC,
        Text("loss of the baby after a low vaginal suture", "低位经阴道环扎后胎儿丢失"), _SMALL,
    ),
    Prior(
        "abdominal", 1, 39, 0.5, _MAVRIC,
        Text("loss of the baby after an abdominal suture", "经腹环扎后胎儿丢失"), _SMALL,
    ),
)  # fmt: skip
"""The published rates, clinical/evidence.md 3.1. Rescue has none: no agreement is signed over it."""
FLAT: Final = 0.5
"""Begun from Jeffreys' prior, Beta(½, ½): no event among few women is not taken for no risk."""


@dataclass(frozen=True, slots=True)
class Rate:
    """What is believed of one treatment's rate of refundable loss: Beta(`losses`, `births`)."""

    prior: Prior
    own: Experience
    losses: float
    births: float

    @property
    def mean(self) -> float:
        """The expected rate."""
        return self.losses / (self.losses + self.births)

    def within(self, share: float = 0.95) -> tuple[float, float]:
        """The middle interval that holds the rate with this probability."""
        from scipy import stats  # loads in a second: only when asked

        low, high = stats.beta.interval(share, self.losses, self.births)
        return float(low), float(high)


def rates(own: Iterable[Experience] = (), priors: Sequence[Prior] = PRIORS, trust: float = 1) -> tuple[Rate, ...]:
    """The rate of each treatment after the hospital's own outcomes. `trust` scales every paper's weight.

    Raises ValueError where more were refunded than treated, or one treatment is counted twice.
    """
    counted: dict[str, Experience] = {}
    for one in own:
        if not 0 <= one.refunded <= one.treated:
            raise ValueError(
                f"{one.tier}: {one.refunded} refunded of {one.treated} treated cannot be: count them again"
            )
        if one.tier in counted:
            raise ValueError(f"{one.tier}: its outcomes are counted twice: hand them in once")
        counted[one.tier] = one
    return tuple(_rate(one, counted.get(one.tier, Experience(one.tier, 0, 0)), trust) for one in priors)


def _rate(prior: Prior, own: Experience, trust: float) -> Rate:
    believed = prior.weight * trust
    losses = FLAT + believed * prior.events + own.refunded
    births = FLAT + believed * (prior.women - prior.events) + own.treated - own.refunded
    return Rate(prior, own, losses, births)
