"""The course of a pregnancy: from her suture to its end. Each woman as her record tells her."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from tests.logic.strategies import examples
from tests.property.test_pregnancies_stay_apart import SEEDS, TOLD, earlier, pregnancy, woman

from fullterm.care.case.model import Case
from fullterm.care.record.events import RecordEvent, after, read
from fullterm.care.registry.course import PregnancyCourse, courses, middle
from fullterm.logic.quantity import UNKNOWN, Span, exactly

DUE = date(2026, 10, 19)
WINDOW = (36 * 7, 37 * 7 + 1)
"""An Tai's window of removal: 36w0d to 37w0d."""
SUTURE = {"technique": "mcdonald", "indication": "history", "route": "vaginal"}


def on(weeks: int, days: int = 0, due: date = DUE) -> date:
    return due - timedelta(days=280 - 7 * weeks - days)


def booked(due: date = DUE, within: str = "2d") -> RecordEvent:
    data = {"due": due.isoformat(), "dating": "crl", "within": within, "fetuses": 1}
    return RecordEvent("pregnancy began", on(8, due=due), data)


def told(*events: RecordEvent) -> Case:
    document: dict[str, Any] = {}
    for event in sorted(events, key=lambda one: one.on):
        document = after(document, event)
    case, problems = read(document)
    assert case is not None
    assert problems == ()
    return case


def only(case: Case, today: date) -> PregnancyCourse:
    (course,) = courses(case, today, WINDOW)
    return course


PLACED = RecordEvent("cerclage placed", on(13, 2), SUTURE)
REMOVED = RecordEvent("suture removed", on(36, 3), {})
BORN = RecordEvent("pregnancy ended", on(38, 1), {"outcome": "live_birth", "induced": "no"})


def test_a_planned_suture_taken_out_in_its_window_and_a_birth_at_term() -> None:
    course = only(told(booked(), PLACED, REMOVED, BORN), on(39))
    assert (course.group, course.technique, course.route, course.ours) == ("history", "mcdonald", "vaginal", True)
    assert (course.outcome, course.ending, course.fetuses) == ("live_birth", "spontaneous", 1)
    assert course.removal == "in_window"
    assert course.placed == Span(13 * 7, 13 * 7 + 4), "the uncertainty of the dating stays"
    assert course.drawn == (13 * 7 + 2, 38 * 7 + 1)
    assert not course.approximate


def test_a_loss_with_the_suture_in_ends_before_its_window() -> None:
    lost = RecordEvent("pregnancy ended", on(20, 1), {"outcome": "loss"})
    course = only(told(booked(), PLACED, lost), on(30))
    assert (course.ending, course.outcome, course.removal) == ("spontaneous", "loss", "ended_before")
    assert course.induced is None, "nobody told whether doctors began it: counted as by itself, and said to be"


def test_a_pregnancy_that_goes_on_is_known_only_until_she_was_last_seen() -> None:
    scan = RecordEvent("scanned", on(20), {"length": "31 mm", "method": "transvaginal"})
    case = told(booked(), PLACED, scan)
    course = only(case, on(30))
    assert (course.ending, course.outcome) == ("ongoing", None)
    assert middle(course.end) == 20 * 7, "unknown is not still pregnant: ten weeks without a word are not counted"
    assert [only(case, on(week)).removal for week in (30, 36, 38)] == ["not_yet", "due", "late"]


def test_doctors_who_end_it_are_no_failure_of_the_suture() -> None:
    early = RecordEvent("pregnancy ended", on(33), {"outcome": "live_birth", "induced": "yes"})
    ended = RecordEvent("pregnancy ended", on(21), {"outcome": "termination"})
    for event in (early, ended):
        assert only(told(booked(), PLACED, event), on(40)).ending == "otherwise"


def test_a_cervix_watched_without_a_suture_is_marked_so_and_is_in_no_curve() -> None:
    scan = RecordEvent("scanned", on(18), {"length": "28 mm", "method": "transvaginal"})
    course = only(told(booked(), scan), on(19))
    assert (course.group, course.sutured, course.removal, course.left_out) == ("scans", False, None, "no_suture")


def test_a_pregnancy_with_neither_suture_nor_scan_is_no_course() -> None:
    assert courses(told(booked()), on(20), WINDOW) == ()


def test_an_abdominal_suture_placed_before_conception_is_in_from_the_first_day_and_stays() -> None:
    before = RecordEvent(
        "cerclage placed", on(0) - timedelta(days=90), {"technique": "laparoscopic", "route": "abdominal"}
    )
    course = only(told(before, booked(), replace_data(BORN, caesarean="none")), on(39))
    assert (course.before_conception, course.route, course.removal) == (True, "abdominal", "stays")
    assert course.drawn == (0, 38 * 7 + 1)


def test_the_abdominal_suture_of_one_pregnancy_is_the_next_ones_from_before_conception() -> None:
    abdominal = RecordEvent("cerclage placed", on(12), {"technique": "laparoscopic", "indication": "history"})
    next_due = DUE + timedelta(days=500)
    again = (booked(next_due), RecordEvent("pregnancy ended", on(37, due=next_due), {"outcome": "live_birth"}))
    first, second = courses(told(booked(), abdominal, BORN, *again), next_due, WINDOW)
    assert (first.before_conception, second.before_conception) == (False, True)
    assert first.route == second.route == "abdominal"


def test_what_was_told_of_the_past_is_not_counted_as_ours() -> None:
    said = {"outcome": "live_birth", "gestation": "about 38 weeks", "cerclage": "history", "cerclage_placed": "13w1d"}
    history = [RecordEvent("answered", on(8), {"key": "earlier", "said": "yes"})]
    history += [
        RecordEvent("answered", on(8), {"key": f"earlier[1].{name}", "said": what}) for name, what in said.items()
    ]
    past, ours = courses(told(*history, booked(), PLACED), on(14), WINDOW)
    assert (past.ours, ours.ours) == (False, True)
    assert past.approximate, "'about 38 weeks' is wider than a dating, and is said to be"
    assert past.drawn == (13 * 7 + 1, middle(past.end))


def test_what_cannot_be_placed_says_why() -> None:
    course = only(told(booked(), PLACED, BORN), on(39))
    wide, nothing, early = Span(100, 143), UNKNOWN, exactly(80)
    assert replace(course, placed=nothing).left_out == "no_placement"
    assert replace(course, placed=wide).left_out == "vague_placement"
    assert replace(course, end=Span(UNKNOWN.low, 139)).left_out == "no_end"
    assert replace(course, end=wide).left_out == "vague_end"
    assert replace(course, end=early).left_out == "backwards"
    assert replace(course, end=early).drawn is None
    assert replace(course, placed=Span(100, 142), end=exactly(200)).drawn == (121, 200)


def test_the_days_of_removal_decide_and_only_they() -> None:
    def out(weeks: int, days: int) -> str | None:
        removed = RecordEvent("suture removed", on(weeks, days), {})
        return only(told(booked(), PLACED, removed, replace_day(BORN, on(39))), on(40)).removal

    days = [(35, 6), (36, 0), (37, 0), (37, 1)]
    assert [out(*day) for day in days] == ["before", "in_window", "in_window", "after"]
    assert only(told(booked(), PLACED, BORN), on(39)).removal == "untold"


def replace_data(event: RecordEvent, **more: str) -> RecordEvent:
    return replace(event, data={**event.data, **more})


def replace_day(event: RecordEvent, day: date) -> RecordEvent:
    return replace(event, on=day)


# ---- the laws

A_PREGNANCY = st.fixed_dictionaries(
    {
        "placed": st.none() | st.integers(70, 180),
        "technique": st.sampled_from(["mcdonald", "shirodkar", "laparoscopic"]),
        "scanned": st.none() | st.integers(110, 180),
        "removed": st.booleans(),
        "ended": st.integers(182, 290),
        "outcome": st.sampled_from(["loss", "live_birth", "stillbirth", "termination"]),
        "induced": st.sampled_from([None, "yes", "no"]),
        "within": st.sampled_from(["0d", "2d", "5d", "14d"]),
    }
)


def events_of(one: dict[str, Any], due: date) -> list[RecordEvent]:
    at = {name: due - timedelta(days=280 - day) for name, day in one.items() if isinstance(day, int) and day > 2}
    events = [booked(due, one["within"])]
    if one["placed"]:
        indication = {"technique": one["technique"], "indication": "history"}
        route = "abdominal" if one["technique"] == "laparoscopic" else "vaginal"
        events.append(RecordEvent("cerclage placed", at["placed"], {**indication, "route": route}))
    if one["scanned"]:
        events.append(RecordEvent("scanned", at["scanned"], {"length": "27 mm", "method": "transvaginal"}))
    if one["placed"] and one["removed"] and one["technique"] != "laparoscopic":
        events.append(RecordEvent("suture removed", at["ended"], {}))
    induced = {} if one["induced"] is None else {"induced": one["induced"]}
    return [*events, RecordEvent("pregnancy ended", at["ended"], {"outcome": one["outcome"], **induced})]


@given(st.lists(A_PREGNANCY, min_size=1, max_size=3))
@examples(60)
def test_a_later_pregnancy_never_changes_an_earlier_course(lived: list[dict[str, Any]]) -> None:
    events: list[RecordEvent] = []
    before: tuple[PregnancyCourse, ...] = ()
    for place, one in enumerate(lived):
        due = DUE + timedelta(days=500 * place)
        for event in events_of(one, due):
            events.append(event)
            now = courses(told(*events), event.on, WINDOW)
            assert now[: len(before)] == before
        before = now


@given(SEEDS, SEEDS, st.integers(1, 2))
@examples(200)
def test_rewriting_one_pregnancy_leaves_the_courses_of_the_others(her: int, changed: int, number: int) -> None:
    case = replace(woman(her), pregnancy=pregnancy(changed))
    other = tuple(earlier(number, changed) if one.number == number else one for one in case.earlier)

    def others(one: Case) -> list[PregnancyCourse]:
        return [course for course in courses(one, TOLD, WINDOW) if course.number != number]

    assert others(replace(case, earlier=other)) == others(case)


@given(SEEDS, SEEDS, SEEDS)
@examples(200)
def test_nothing_in_the_pregnancy_she_carries_reaches_the_courses_before_it(her: int, one: int, another: int) -> None:
    def before(now: int) -> list[PregnancyCourse]:
        found = courses(replace(woman(her), pregnancy=pregnancy(now)), TOLD, WINDOW)
        return [course for course in found if course.number <= len(woman(her).earlier)]

    assert before(one) == before(another)
