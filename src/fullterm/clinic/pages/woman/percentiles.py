"""Cervical length by completed week of a singleton pregnancy: the published curves, and nothing outside their limits.

J Matern Fetal Neonatal Med 2010;23:379-382, doi 10.3109/14767050903177169: 1061 women measured through the vagina,
those with a cerclage, progesterone or a preterm birth left out (clinical/evidence.md 1.1). Other percentiles were not
printed.
"""

from __future__ import annotations

from typing import Final, NamedTuple

FROM_WEEK: Final = 20
TO_WEEK: Final = 34


class Percentiles(NamedTuple):
    """The fifth, fiftieth and ninety-fifth percentile, in mm."""

    p5: float
    p50: float
    p95: float


def percentiles(week: int) -> Percentiles | None:
    """The curves at a completed week; None outside 20 to 34, where nobody printed them."""
    if not FROM_WEEK <= week <= TO_WEEK:
        return None
    return Percentiles(
        5.9171 - 0.0467 * week**2 + 1.7059 * week,
        37.754 - 0.0148 * week**2 + 0.2556 * week,
        114.72 + 0.0758 * week**2 - 4.6706 * week,
    )


def place_of(length: float, week: int) -> str | None:
    """Where a length in mm lies among the curves: `below_p5`, `p5_p50`, `p50_p95`, `above_p95`; None outside them."""
    curves = percentiles(week)
    if curves is None:
        return None
    if length < curves.p5:
        return "below_p5"
    if length < curves.p50:
        return "p5_p50"
    return "p50_p95" if length <= curves.p95 else "above_p95"
