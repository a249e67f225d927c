"""Survival of the pregnancy and latency, by lifelines; nothing is estimated by hand.

It loads slowly, so it is not imported before a page asks for it. Readings: decision 10.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from math import isfinite
from typing import Any, TypeAlias

from fullterm.care.registry.proportion import FEWEST

Timed: TypeAlias = tuple[int, int, str]
"""Where a course enters and leaves, in days of gestation, and how it ended: ongoing, spontaneous, otherwise."""
HALF = 0.5
"""A pregnancy that leaves on a day leaves in the middle of it, after whoever was sutured that day has entered."""


@dataclass(frozen=True, slots=True)
class CurveStep:
    """From this gestation (days) on: the share still pregnant and its 95 % interval."""

    day: float
    share: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Curve:
    """The share still pregnant among `women`, given that they were at `starts`, to `cut` (days of gestation).

    `before`: how many ended before the curve starts and are not in it.
    """

    women: int
    before: int
    starts: int
    cut: int
    steps: tuple[CurveStep, ...]

    def at(self, day: int) -> CurveStep | None:
        """The share still pregnant at the beginning of a day; None outside the curve."""
        if not self.starts <= day <= self.cut:
            return None
        return next(one for one in reversed(self.steps) if one.day <= day)


def curve(courses: Sequence[Timed]) -> Curve | None:
    """Kaplan and Meier's estimate by gestation: each woman is at risk from her suture on (left truncation).

    Only an end by itself counts; other ends and pregnancies that go on leave the women at risk. None where never
    FEWEST are at risk at once.
    """
    stretch = _stretch(courses)
    if stretch is None:
        return None
    starts, cut = stretch
    within = [
        (max(enters, starts), leaves + HALF, how == "spontaneous")
        for enters, leaves, how in courses
        if leaves >= starts
    ]
    fitted = _fitter().fit([one[1] for one in within], [one[2] for one in within], entry=[one[0] for one in within])
    table = fitted.survival_function_.join(fitted.confidence_interval_)
    steps = [CurveStep(starts, 1.0, 1.0, 1.0)]
    steps += [CurveStep(float(day), *map(float, row)) for day, *row in table.itertuples() if starts < day <= cut]
    return Curve(len(within), len(courses) - len(within), starts, cut, tuple(_changing(steps)))


def _stretch(courses: Sequence[Timed]) -> tuple[int, int] | None:
    """The longest run of days on which at least FEWEST are at risk; None without any."""
    enters, leaves = sorted(one[0] for one in courses), sorted(one[1] for one in courses)
    best: tuple[int, int] | None = None
    began: int | None = None
    days = sorted({*enters, *leaves, *(day + 1 for day in leaves)})
    for day in days:
        enough = bisect_right(enters, day) - bisect_left(leaves, day) >= FEWEST
        if enough and began is None:
            began = day
        if not enough and began is not None:
            run = began, day - 1
            best = run if best is None or run[1] - run[0] > best[1] - best[0] else best
            began = None
    return best


def _changing(steps: list[CurveStep]) -> list[CurveStep]:
    """Without the days on which nothing changed."""
    return [one for place, one in enumerate(steps) if place == 0 or one.share != steps[place - 1].share]


@dataclass(frozen=True, slots=True)
class Latency:
    """Days from the suture to the end of the pregnancy, however it ended: the median and its 95 % interval.

    None where too few have ended for it to be known.
    """

    women: int
    ended: int
    median: float | None
    low: float | None
    high: float | None


def latency(courses: Sequence[Timed]) -> Latency | None:
    """The median by Kaplan and Meier: pregnancies that go on count as long as they were seen. None for too few."""
    if len(courses) < FEWEST:
        return None
    from lifelines.utils import median_survival_times  # loads in seconds: only when asked

    ended = [how != "ongoing" for _, _, how in courses]
    fitted = _fitter().fit([leaves - enters for enters, leaves, _ in courses], ended)
    low, high = (float(one) for one in median_survival_times(fitted.confidence_interval_).iloc[0])
    return Latency(len(courses), sum(ended), *map(_finite, (float(fitted.median_survival_time_), low, high)))


def _finite(days: float) -> float | None:
    return days if isfinite(days) else None


def _fitter() -> Any:
    from lifelines import KaplanMeierFitter  # loads in seconds: only when asked

    return KaplanMeierFitter()
