"""The registry's statistics: against a table worked by hand, and against lifelines' own published example."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fullterm.care.registry.proportion import FEWEST, share
from fullterm.clinic.pages.registry.curves import Curve, Timed, curve, latency
from tests.logic.strategies import examples

EIGHT: list[Timed] = [
    (90, 100, "spontaneous"),
    (90, 120, "spontaneous"),
    (90, 150, "otherwise"),
    (95, 150, "spontaneous"),
    (95, 160, "ongoing"),
    (110, 170, "spontaneous"),
    (110, 180, "spontaneous"),
    (110, 190, "ongoing"),
]
"""Eight women: sutured on day 90, 95 or 110 of gestation."""


def fitted(courses: list[Timed]) -> Curve:
    found = curve(courses)
    assert found is not None
    return found


def test_a_curve_is_what_a_pencil_gives() -> None:
    """At risk day by day: 3 from 90, 5 from 95, 4 after the end on 100, 7 from 110, 6 after 120, 4 after 150.

    At least five are at risk on 95-100 and on 110-150; the longer run is drawn, so the end on day 100 is before it.
    Then 7 at risk and 1 end (6/7), 6 at risk and 1 end by itself beside one by doctors (6/7 x 5/6 = 5/7).
    """
    found = fitted(EIGHT)
    assert (found.starts, found.cut, found.women, found.before) == (110, 150, 7, 1)
    assert [(one.day, one.share) for one in found.steps] == [(110, 1.0), (120.5, pytest.approx(6 / 7))]
    assert found.at(120).share == 1.0  # type: ignore[union-attr]  # still pregnant when that day begins
    assert found.at(121).share == pytest.approx(6 / 7)  # type: ignore[union-attr]
    assert found.at(109) is None
    assert found.at(151) is None, "fewer than five are at risk: the curve is cut"


def test_a_woman_is_not_at_risk_before_her_suture() -> None:
    """Ten sutured on day 90, of whom one ends on 100; ten more sutured on 150 were nobody's survivors before."""
    early: list[Timed] = [(90, 100, "spontaneous"), *[(90, 280, "ongoing")] * 9]
    late: list[Timed] = [(150, 280, "ongoing")] * 10
    assert fitted(early + late).at(120).share == pytest.approx(0.9)  # type: ignore[union-attr]


def test_an_end_on_the_day_of_the_suture_counts() -> None:
    rescues: list[Timed] = [(150, 150, "spontaneous"), *[(150, 200, "ongoing")] * 9]
    assert fitted(rescues).at(151).share == pytest.approx(0.9)  # type: ignore[union-attr]


def test_who_ended_it_decides_whether_the_curve_falls() -> None:
    by_itself: list[Timed] = [(90, 240, "spontaneous")] * 4 + [(90, 270, "ongoing")] * 6
    by_doctors: list[Timed] = [
        (enters, leaves, how.replace("spontaneous", "otherwise")) for enters, leaves, how in by_itself
    ]
    assert fitted(by_itself).at(250).share == pytest.approx(0.6)  # type: ignore[union-attr]
    assert fitted(by_doctors).at(250).share == 1.0  # type: ignore[union-attr]


def test_fewer_than_five_are_never_drawn() -> None:
    assert FEWEST == 5
    assert curve([(90, 200, "spontaneous")] * 4) is None
    assert curve([(90, 120, "ongoing")] * 4 + [(130, 200, "ongoing")] * 4) is None, "never five at once"
    assert curve([]) is None
    assert latency([(90, 200, "spontaneous")] * 4) is None
    assert share(1, 4) is None


def remissions(placebo: int) -> list[Timed]:
    """Freireich's remissions in weeks (Gehan 1965), as lifelines ships them: 21 on 6-mercaptopurine, 21 on placebo."""
    from lifelines.datasets import load_leukemia

    rows = load_leukemia().query("Rx == @placebo")
    return [(0, int(t), "spontaneous" if e else "ongoing") for t, e in zip(rows["t"], rows["status"], strict=True)]


def test_the_published_example_of_the_method_is_reproduced() -> None:
    """Gehan's table as every textbook prints it: 0.857 past week 6, 0.807, 0.753, 0.690, 0.627, 0.538, 0.448."""
    found = fitted(remissions(placebo=0))
    read = {week: found.at(week + 1) for week in (6, 7, 10, 13, 16)}
    assert {week: round(one.share, 3) for week, one in read.items() if one is not None} == {
        6: 0.857, 7: 0.807, 10: 0.753, 13: 0.690, 16: 0.627,
    }  # fmt: skip
    treated, placebo = latency(remissions(placebo=0)), latency(remissions(placebo=1))
    assert treated is not None
    assert placebo is not None
    assert (treated.median, placebo.median) == (23, 8)
    assert (treated.women, treated.ended, placebo.ended) == (21, 9, 21)


def test_a_curve_is_the_product_limit_of_the_same_flies() -> None:
    """The survival function worked out here by Kaplan and Meier's formula alone, day by day."""
    from lifelines.datasets import load_waltons

    flies = load_waltons()
    courses: list[Timed] = [
        (0, int(t), "spontaneous" if e else "ongoing") for t, e in zip(flies["T"], flies["E"], strict=True)
    ]
    found, product = fitted(courses), 1.0
    for day in range(found.cut):
        at_risk = sum(leaves >= day for _, leaves, _ in courses)
        product *= 1 - sum(leaves == day and how == "spontaneous" for _, leaves, how in courses) / at_risk
        assert found.at(day + 1).share == pytest.approx(product)  # type: ignore[union-attr]


def test_a_proportion_has_wilsons_interval() -> None:
    """C-STICH's pooled loss as `evidence.md` 3.1 has it: 155 of 1996, 7.8 % [6.7-9.0]; MAVRIC's 3 of 39, [2.7-20.3]."""
    pooled, small, none = share(155, 1996), share(3, 39), share(0, 10)
    assert pooled is not None
    assert small is not None
    assert none is not None
    assert [round(100 * one, 1) for one in (pooled.low, pooled.high)] == [6.7, 9.0]
    assert [round(100 * one, 1) for one in (small.low, small.high)] == [2.7, 20.3]
    assert none.low == 0
    assert none.high == pytest.approx(1.96**2 / (10 + 1.96**2), abs=1e-3)


COURSE = st.tuples(
    st.integers(80, 180), st.integers(0, 120), st.sampled_from(["spontaneous", "otherwise", "ongoing"])
).map(lambda one: (one[0], one[0] + one[1], one[2]))


@given(st.lists(COURSE, max_size=25))
@examples(60)
def test_whoever_they_are_a_curve_only_falls_inside_its_interval_and_where_five_are_at_risk(lived: list[Timed]) -> None:
    found = curve(lived)
    if found is None:
        return
    shares = [one.share for one in found.steps]
    assert shares == sorted(shares, reverse=True)
    assert all(0 <= one.low <= one.share + 1e-9 <= one.high + 2e-9 <= 1 + 3e-9 for one in found.steps)
    assert found.women + found.before == len(lived)
    for day in range(found.starts, found.cut + 1):
        assert sum(enters <= day <= leaves for enters, leaves, _ in lived) >= FEWEST


def test_the_statistics_load_only_when_somebody_looks() -> None:
    """lifelines, SciPy's statistics, pandas and Altair cost a second and more: a start must not pay for them."""
    asked = (
        "import django; django.setup(); from django.urls import get_resolver; get_resolver().url_patterns; import sys; "
        "print([one for one in ('lifelines', 'scipy.stats', 'pandas', 'altair', 'vl_convert', 'matplotlib')"
        " if one in sys.modules])"
    )
    run = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, timeout=120, check=True)
    assert run.stdout.strip() == "[]"
