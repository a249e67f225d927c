"""Law 4: dates are exact. 280 days counted one by one, no calendar months, windows that move with the due date."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fullterm.care.case.facts_on import known_on
from fullterm.care.case.model import TERM, Case, Dating, Pregnancy
from fullterm.care.case.read import read_case
from fullterm.care.plan.build import plan
from fullterm.care.plan.planned import Planned, State
from fullterm.care.protocol.model import Protocol, Step
from fullterm.logic.language import ALWAYS
from fullterm.logic.quantity import Span, exactly, weeks
from fullterm.vocabulary.fact import Text
from tests.logic.strategies import examples

FIRST, LAST = date(2020, 1, 1), date(2032, 12, 31)
EVERY_DUE_DATE = [FIRST + timedelta(days=number) for number in range((LAST - FIRST).days + 1)]
DAY = timedelta(days=1)
TEXT = Text("-", "-")
OPENS, BEST, CLOSES = weeks(36).amount, (weeks(36, 1).amount, weeks(37).amount), weeks(37, 1).amount


def step(opens: int | None, closes: int | None, best: tuple[int, int] | None = None) -> Step:
    """A step that is for every woman, with a window."""
    return Step(
        "step", TEXT, TEXT, "doctor", TEXT, ALWAYS, None, (), (), None, opens, best, closes, None, "nothing", (),
        False, False, False,
    )  # fmt: skip


def planned(due: Span, on: date, one: Step, closing: int = 3) -> Planned:
    case = Case(on, pregnancy=Pregnancy(Dating(due)))
    (found,) = plan(Protocol("p", TEXT, TEXT, closing, (one,)), case, known_on(case, on), {})
    return found


def exact(day: date) -> Span:
    return exactly(day.toordinal())


REMOVAL = step(OPENS, CLOSES, BEST)


# -- every due date ---------------------------------------------------------------------------------------------


def test_for_every_due_date_she_is_forty_weeks_on_it_and_one_day_further_every_day() -> None:
    days = [timedelta(days=number) for number in (0, 1, 97, 98, 112, 167, 168, 196, 252, 279, 280, 294)]
    for due in EVERY_DUE_DATE:
        dating, first = Dating(exact(due)), due - timedelta(days=280)
        for since in days:
            assert dating.gestation(first + since) == exactly(since.days)
            assert dating.days(exactly(since.days)) == exact(first + since)


def test_for_every_due_date_the_window_opens_and_closes_on_its_day_and_not_a_day_before_or_after() -> None:
    for due in EVERY_DUE_DATE[::3]:
        opens, closes = due - 28 * DAY, due - 20 * DAY
        states = [
            planned(exact(due), day, REMOVAL).state
            for day in (opens - DAY, opens, closes - 4 * DAY, closes - 3 * DAY, closes - DAY, closes)
        ]
        assert states == ["not_yet_due", "open", "open", "closing", "closing", "missed"], due


def test_for_every_due_date_the_days_of_the_window_are_those_before_it_and_move_with_it_day_for_day() -> None:
    for due in EVERY_DUE_DATE:
        found = planned(exact(due), due - 100 * DAY, REMOVAL)
        assert found.opens is not None
        assert found.best is not None
        assert found.closes is not None
        ends = [found.opens.every(opening=True), found.best[0].every(opening=True), found.closes.every(opening=False)]
        assert ends == [due - 28 * DAY, due - 27 * DAY, due - 20 * DAY]


@pytest.mark.parametrize(
    ("lmp", "due"),
    [
        ("2023-05-25", "2024-02-29"),  # the due date is a leap day
        ("2024-02-29", "2024-12-05"),  # the period was
        ("2024-02-28", "2024-12-04"),
        ("2023-02-28", "2023-12-05"),  # the same day of another year, no leap day between: Naegele's months agree
        ("2023-06-01", "2024-03-07"),  # a leap day between: Naegele's months would say 8 March
        ("2025-03-26", "2025-12-31"),
        ("2025-03-27", "2026-01-01"),
        ("2099-12-31", "2100-10-07"),  # 2100 is no leap year
    ],
)
def test_leap_days_and_year_ends_are_counted_as_days(lmp: str, due: str) -> None:
    first = date.fromisoformat(lmp)
    assert first + timedelta(days=280) == date.fromisoformat(due)

    case, problems = read_case(f"told: {first + timedelta(days=100)}\npregnancy: {{lmp: {lmp}, fetuses: 1}}\n")
    assert problems == ()
    assert case is not None
    assert case.pregnancy is not None
    assert case.pregnancy.dating is not None
    assert case.pregnancy.dating.due == exact(date.fromisoformat(due))
    assert case.pregnancy.gestation(case.told) == exactly(100)


# -- about: a due date is a span --------------------------------------------------------------------------------

DUES = st.dates(FIRST, LAST).map(lambda day: day.toordinal())
WIDTHS = st.integers(0, 42)
GESTATIONS = st.integers(0, 300)


@given(DUES, WIDTHS, WIDTHS, GESTATIONS)
@examples(300)
def test_moving_the_due_date_moves_every_day_by_as_much(due: int, width: int, by: int, gestation: int) -> None:
    before, after = Dating(Span(due, due + width)), Dating(Span(due + by, due + width + by))

    assert after.days(exactly(gestation)) == Span(*(end + by for end in before.days(exactly(gestation))))
    day = date.fromordinal(due - 100)
    assert after.gestation(day + by * DAY) == before.gestation(day)


@given(DUES, st.integers(0, 21), st.integers(0, 21), GESTATIONS, st.integers(1, 60))
@examples(300)
def test_widening_the_uncertainty_only_widens_possibly_and_only_narrows_the_certain_window(
    due: int, narrow: int, more: int, opens: int, length: int
) -> None:
    def window(within: int) -> Planned:
        return planned(Span(due - within, due + within), date.fromordinal(due - 100), step(opens, opens + length))

    sure, wide = window(narrow), window(narrow + more)
    assert sure.opens is not None
    assert sure.opens.days is not None
    assert sure.closes is not None
    assert sure.closes.days is not None
    assert wide.opens is not None
    assert wide.opens.days is not None
    assert wide.closes is not None
    assert wide.closes.days is not None
    # possibly: earliest opening to latest closing; certain: latest opening to earliest closing
    assert wide.opens.days.low == sure.opens.days.low - more
    assert wide.closes.days.high == sure.closes.days.high + more
    assert wide.opens.days.high == sure.opens.days.high + more
    assert wide.closes.days.low == sure.closes.days.low - more


@given(DUES, WIDTHS, st.integers(-300, 30), st.none() | GESTATIONS, st.none() | st.integers(1, 60), st.integers(0, 7))
@examples(600)
def test_a_state_is_certain_just_when_every_due_date_says_so_and_else_it_is_the_most_pressing(
    due: int, width: int, before: int, opens: int | None, length: int | None, closing: int
) -> None:
    """Tried by hand on each due date of the span, one by one."""
    on = date.fromordinal(due + before)
    closes = None if length is None else (opens or 0) + length
    one = step(opens, closes)
    if before < -TERM:  # under the earliest due date; under a later one it had not begun
        on = date.fromordinal(due - TERM)
    found = planned(Span(due, due + width), on, one, closing)
    each = {_state(TERM + on.toordinal() - day, opens, closes, closing) for day in range(due, due + width + 1)}
    pressing: list[State] = ["closing", "open", "missed", "not_yet_due"]

    assert found.state == min(each, key=pressing.index)
    assert found.certain == (len(each) == 1)


def _state(gestation: int, opens: int | None, closes: int | None, closing: int) -> State:
    """Said again, plainly."""
    if opens is not None and gestation < opens:
        return "not_yet_due"
    if closes is not None and gestation >= closes:
        return "missed"
    return "closing" if closes is not None and gestation + closing >= closes else "open"


@given(DUES, WIDTHS, st.integers(0, 320))
@examples(300)
def test_the_day_she_is_so_far_along_and_how_far_along_she_is_that_day_agree(due: int, width: int, since: int) -> None:
    dating, day = Dating(Span(due, due + width)), due - TERM + since
    gestation = dating.gestation(exactly(day))

    assert gestation.high - gestation.low == width
    assert all(dating.days(exactly(at)).low <= day <= dating.days(exactly(at)).high for at in gestation)


@given(st.dates(date(2020, 1, 1), date(2031, 12, 1)))
@examples(60)
def test_a_due_month_is_the_span_of_its_days_and_nothing_is_added_in_months(day: date) -> None:
    first = day.replace(day=1)
    last = (first + timedelta(days=31)).replace(day=1) - DAY
    case, problems = read_case(f"told: {first - 100 * DAY}\npregnancy: {{due: {first:%Y-%m}, fetuses: 1}}\n")
    assert problems == ()
    assert case is not None
    assert case.pregnancy is not None

    assert case.pregnancy.gestation(case.told) == Span(280 - (last - case.told).days, 180)
