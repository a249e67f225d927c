"""A case decided day by day, by the day things were recorded: when a line rises, how long it stands, what ends it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from fullterm.care.assess.replay import Replay, days_between, replay
from fullterm.care.assess.replay_text import replay_plain
from fullterm.care.case.read import read_case, read_record
from fullterm.care.protocol.model import read_protocol
from fullterm.care.record.entries import record_by_day
from fullterm.care.record.events import RecordEvent
from fullterm.guidelines import register
from fullterm.logic.quantity import exactly, weeks
from fullterm.vocabulary.fact import Language

ANTAI = read_protocol("antai", {one.key: one for one in register.recommendations()})
DUE = "  due: 2026-10-19\n  within: 0d\n"
"""12w0d on 2026-04-06, 20w0d on 2026-06-01."""


def replayed(pregnancy: str, first: str, last: str, more: str = "") -> Replay:
    text = f"told: 2026-10-01\n{more}pregnancy:\n{DUE}{pregnancy}"
    record, problems = read_record(text)
    assert record is not None
    assert problems == ()
    return replay(record.at, days_between(date.fromisoformat(first), date.fromisoformat(last)), ANTAI)


def line(found: Replay, step: str) -> dict[str, Any]:
    lines: list[dict[str, Any]] = [one for one in replay_plain(found, "en")["lines"] if one["step"] == step]
    assert len(lines) == 1, [one["first"] for one in lines]
    return lines[0]


LABOUR = "  examinations:\n    - {on: 2026-06-01, labour: yes}\n"


def test_a_line_rises_on_the_day_it_was_recorded_and_names_how_far_along_she_was() -> None:
    found = line(replayed(LABOUR, "2026-05-20", "2026-06-10"), "labour")

    assert (found["first"], found["gestation"], found["urgent"]) == ("2026-06-01", "20w0d", True)


def test_a_line_does_not_leave_by_growing_old_and_still_stands_on_the_last_day() -> None:
    found = line(replayed(LABOUR, "2026-05-20", "2026-07-01"), "labour")

    assert (found["last"], found["days"], found["ended_by"]) == ("2026-07-01", 31, None)
    assert found["says"] == "it still stands on 2026-07-01"


def test_what_ended_a_line_is_what_was_recorded_on_that_day_and_bears_on_it() -> None:
    seen = LABOUR + "    - {on: 2026-06-03, labour: no, white_count: 9}\n"
    found = line(replayed(seen, "2026-05-20", "2026-06-10"), "labour")

    assert (found["last"], found["days"]) == ("2026-06-02", 2)
    assert found["ended_by"]["how"] == "told"
    assert [(one["name"], one["on"]) for one in found["ended_by"]["told"]] == [("labour", "2026-06-03")]
    assert found["says"] == "recorded on 2026-06-03: established labour: no"


def test_what_was_recorded_late_was_not_known_before() -> None:
    late = LABOUR.replace("labour: yes", "recorded: 2026-06-05, labour: yes")
    found = line(replayed(late, "2026-05-20", "2026-06-10"), "labour")
    assert found["first"] == "2026-06-05"

    answered = LABOUR + "    - {on: 2026-06-02, recorded: 2026-06-06, labour: no}\n"
    found = line(replayed(answered, "2026-05-20", "2026-06-10"), "labour")
    assert (found["last"], found["says"]) == (
        "2026-06-05", "recorded on 2026-06-06: established labour: no (about 2026-06-02)",
    )  # fmt: skip


def test_the_end_of_the_pregnancy_ends_a_line_and_says_so() -> None:
    found = line(
        replayed(LABOUR + "  outcome: {on: 2026-06-04, outcome: loss}\n", "2026-05-20", "2026-06-10"), "labour"
    )

    assert (found["last"], found["ended_by"]["how"]) == ("2026-06-03", "pregnancy_ended")
    assert found["says"].startswith("the pregnancy ended, recorded on 2026-06-04: how the pregnancy ended: ")


def test_of_a_woman_who_has_died_nothing_stands_from_the_day_it_was_recorded() -> None:
    died = "core: [{on: 2026-06-05, mother: {died: yes}, recorded: 2026-06-08}]"
    ended = LABOUR + f"  outcome: {{on: 2026-06-04, outcome: loss, {died}}}\n"
    told = replay_plain(replayed(ended, "2026-04-20", "2026-06-20"), "en")["lines"]
    later = {one["says"] for one in told if one["last"] >= "2026-06-05"}

    assert later == {"recorded on 2026-06-08: what came of the pregnancy: the mother died (about 2026-06-05)"}


TYPICAL = (
    "earlier: {recorded: 2026-03-01, pregnancies: [{outcome: loss, gestation: 20w, induced: no, fetuses: 1, "
    "painless_dilatation: yes, membranes_bulging: yes, contractions_first: no}]}\n"
)
NO_SUTURE = "  fetuses: {value: 1, on: 2026-03-01}\n  suture: {value: none, on: 2026-03-01}\n"


def test_a_step_that_is_done_says_what_was_done() -> None:
    placed = NO_SUTURE + "  cerclage: {on: 2026-04-14, technique: mcdonald, indication: history}\n"
    found = line(replayed(placed, "2026-03-01", "2026-05-20", TYPICAL), "cerclage")

    assert (found["first"], found["last"], found["ended_by"]["how"]) == ("2026-04-06", "2026-04-13", "done")
    assert found["says"] == "done, recorded on 2026-04-14: a suture placed: McDonald (low)"


def test_a_window_that_closed_unanswered_is_named_and_ends_its_line() -> None:
    found = replayed(NO_SUTURE, "2026-03-01", "2026-05-20", TYPICAL)

    assert line(found, "cerclage")["says"] == "its window closed on 2026-04-27"
    closed = [(one.step.id, one.on.isoformat(), one.how) for one in found.closed if one.step.id == "cerclage"]
    assert closed == [("cerclage", "2026-04-27", "stood")]


def test_a_window_that_closed_while_nobody_could_tell_is_named_with_what_would_have_settled_it() -> None:
    found = replayed(NO_SUTURE, "2026-03-01", "2026-05-20")
    closed = [one for one in replay_plain(found, "en")["closed"] if one["step"] == "cerclage"]

    assert [(one["on"], one["how"]) for one in closed] == [("2026-04-27", "never_settled")]
    assert "earlier pregnancies" in closed[0]["says"]


def test_a_window_that_was_over_when_the_history_was_told_is_named_with_both_days() -> None:
    late = TYPICAL.replace("2026-03-01", "2026-05-10")
    closed = replay_plain(replayed(NO_SUTURE, "2026-03-01", "2026-05-20", late), "en")["closed"]
    found = [(one["on"], one["seen"], one["how"]) for one in closed if one["step"] == "cerclage"]

    assert found == [("2026-04-27", "2026-04-27", "never_settled"), ("2026-04-27", "2026-05-10", "known_too_late")]


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_line_and_window_is_said_in_both_languages(language: Language) -> None:
    seen = NO_SUTURE + LABOUR + "    - {on: 2026-06-03, labour: no}\n  scans: [{on: 2026-05-12, length: 22 mm}]\n"
    told = replay_plain(replayed(seen, "2026-03-01", "2026-06-20", TYPICAL), language)

    assert told["lines"]
    assert told["closed"]
    for one in (*told["lines"], *told["closed"]):
        assert one["says"]
        assert "{" not in one["says"]
        assert language == "en" or any("\u4e00" <= letter <= "\u9fff" for letter in one["says"])


def test_before_anything_is_recorded_nothing_stands() -> None:
    record = record_by_day([])
    assert replay(record, days_between(date(2026, 1, 1), date(2026, 1, 3)), ANTAI).raised == ()


# -- the record as events


BEGUN = RecordEvent("pregnancy began", date(2026, 4, 6), {"due": "2026-10-19", "dating": "crl", "within": "2d"})
IN_LABOUR = RecordEvent("examined", date(2026, 6, 1), {"labour": "yes"})


def test_an_event_counts_from_the_day_it_was_recorded_and_until_the_day_it_was_withdrawn() -> None:
    events = [
        (date(2026, 4, 6), BEGUN),
        (date(2026, 6, 3), IN_LABOUR),
        (date(2026, 6, 8), RecordEvent("withdrawn", date(2026, 6, 8), {"number": 2, "reason": "wrong woman"})),
    ]
    found = replay(record_by_day(events), days_between(date(2026, 4, 6), date(2026, 6, 20)), ANTAI)
    told = line(found, "labour")

    assert (told["first"], told["last"]) == ("2026-06-03", "2026-06-07")
    assert told["says"] == "recorded on 2026-06-08: withdrawn: established labour: yes (about 2026-06-01)"


# -- `recorded` in a case file


def test_what_has_no_day_is_dated_at_the_day_it_was_recorded() -> None:
    case, problems = read_case("told: 2026-06-01\npregnancy:\n  bleeding: {value: yes, recorded: 2026-05-20}\n")
    assert case is not None
    assert case.pregnancy is not None
    assert problems == ()
    assert [(one.fact, one.on) for one in case.pregnancy.observations] == [("bleeding", date(2026, 5, 20))]


def test_recorded_counts_for_a_whole_group_and_the_nearest_counts_first() -> None:
    told = (
        "told: 2026-06-01\nearlier:\n  recorded: 2026-03-01\n  pregnancies:\n"
        "    - {outcome: loss, gestation: 20w}\n    - {outcome: loss, gestation: 10w, recorded: 2026-05-01}\n"
    )
    record, _ = read_record(told)
    assert record is not None
    counts = {day: record.at(date.fromisoformat(day)) for day in ("2026-02-28", "2026-03-01", "2026-05-01")}
    assert {day: len(case.earlier) for day, case in counts.items() if case is not None} == {
        "2026-02-28": 0, "2026-03-01": 1, "2026-05-01": 2,
    }  # fmt: skip
    assert record.case.earlier[0].observations[0].on == date(2026, 3, 1)
    assert record.case.earlier[0].values["gestation"] == read_case(told)[0].earlier[0].values["gestation"]  # type: ignore[union-attr]
    assert record.case.earlier[1].values["gestation"].low == weeks(10).amount  # type: ignore[union-attr]


def test_a_list_of_which_nothing_was_recorded_yet_is_open_not_empty_and_not_known() -> None:
    record, _ = read_record(
        "told: 2026-06-01\npregnancy:\n  bleeding: [{value: yes, on: 2026-05-20, recorded: 2026-05-25}]\n"
    )
    assert record is not None
    before = record.at(date(2026, 5, 24))
    assert before is not None
    assert before.not_known == frozenset()
    assert before.pregnancy is not None
    assert before.pregnancy.observations == ()


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("{value: yes, on: 2026-05-20, recorded: 2026-05-19}",
         "2026-05-19 is before the day it tells of (2026-05-20): correct one of the two"),
        ("{value: yes, recorded: 2026-06-02}",
         "2026-06-02 is after the day the case was told (2026-06-01): correct one"),
        ("{value: yes, recorded: yesterday}",
         "'yesterday' is not a date: write 2026-03-02, 2026-03 or 2026, or unknown"),
    ],
)  # fmt: skip
def test_an_impossible_day_of_recording_is_refused_in_a_sentence(written: str, said: str) -> None:
    _, problems = read_case(f"told: 2026-06-01\npregnancy:\n  bleeding: {written}\n")
    assert [one.sentence for one in problems if one.field.endswith("recorded")] == [said]


def test_at_the_top_nothing_is_recorded_but_the_day_of_telling() -> None:
    _, problems = read_case("told: 2026-06-01\nrecorded: 2026-05-01\nwoman: {age: 33}\n")
    assert [one.field for one in problems] == ["recorded"]


def test_without_recorded_a_case_stands_as_it_was_read_on_every_day() -> None:
    record, _ = read_record("told: 2026-06-01\npregnancy:\n  due: 2026-10-19\n  bleeding: yes\n")
    assert record is not None
    assert record.at(date(2020, 1, 1)) is record.case
    assert record.case.pregnancy is not None
    assert record.case.pregnancy.gestation(date(2026, 6, 1)) == exactly(140)
