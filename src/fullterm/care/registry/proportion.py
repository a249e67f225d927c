"""Proportions with their interval, by SciPy; of too few women none is given."""

from __future__ import annotations

from dataclasses import dataclass

FEWEST = 5
"""Our own limit: of fewer women no proportion, median or curve is given; they are listed."""


@dataclass(frozen=True, slots=True)
class Share:
    """`part` of `whole`, and the 95 % interval of the proportion by Wilson."""

    part: int
    whole: int
    low: float
    high: float


def share(part: int, whole: int) -> Share | None:
    """A proportion with its interval; None of fewer than FEWEST."""
    if whole < FEWEST:
        return None
    from scipy.stats import binomtest  # loads in seconds: only when asked

    interval = binomtest(part, whole).proportion_ci(confidence_level=0.95, method="wilson")
    return Share(part, whole, float(interval.low), float(interval.high))
