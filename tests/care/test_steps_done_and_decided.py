"""A step marked done, and what the doctor signed of a step: of its own pregnancy, or of the time before one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from tests.care.test_record import (
    BIRTH,
    FIRST_VISIT,
    FOURTH,
    MS_WANG,
    NEXT,
    PREGNANT,
    SUTURE,
    THIRD,
    TWELVE_WEEKS,
    answer,
    whole,
)

from fullterm.care.assess.assessment import assess
from fullterm.care.case.model import show_gestation
from fullterm.care.case.read import read_case
from fullterm.care.plan.planned import Planned
from fullterm.care.plan.worklist import follow_ups, lines, refusal
from fullterm.care.protocol.model import read_protocol
from fullterm.care.record.events import RecordEvent, fold
from fullterm.guidelines import register

PROTOCOL = read_protocol("antai", {one.key: one for one in register.recommendations()})
DAY = timedelta(days=1)
SAID = (*MS_WANG, answer("earlier[2].painless_dilatation", "yes"), answer("earlier[2].contractions_first", "no"))
CARE = (*SAID, PREGNANT, answer("suture", "none", TWELVE_WEEKS))
ADHESIONS = (*SAID, answer("adhesions", "yes"))


def signed(on: date, *, pregnant: bool, **choices: str) -> RecordEvent:
    decisions = [
        {
            "of": of.replace("_", "-"),
            "kind": "step",
            "choice": choice,
            "reason": "because" if choice == "declined" else "",
        }
        for of, choice in choices.items()
    ]
    return RecordEvent("signed", on, {"version": 1, "decisions": decisions, "in_pregnancy": pregnant})


def step(events: tuple[RecordEvent, ...], name: str, on: date) -> Planned:
    found = assess(whole(fold(events)), on, PROTOCOL)
    return next(one for one in found.plan if one.step.id == name)


def tab(events: tuple[RecordEvent, ...], name: str, on: date) -> str | None:
    planned = assess(whole(fold(events)), on, PROTOCOL).plan
    return next(
        (one.tab for one in lines(planned, planned, follow_ups(events), on) if one.planned.step.id == name), None
    )


# ---- done


def test_what_nothing_else_records_is_marked_done_before_a_pregnancy() -> None:
    done = (*ADHESIONS, RecordEvent("done", FIRST_VISIT + DAY, {"step": "correct-uterus", "note": "hysteroscopy"}))

    assert step(ADHESIONS, "correct-uterus", FIRST_VISIT).state == "open"
    assert tab(ADHESIONS, "correct-uterus", FIRST_VISIT) == "due"
    now = step(done, "correct-uterus", FIRST_VISIT + DAY)
    assert now.state == "done_in_window"
    assert now.marked is not None
    assert (now.marked.on, now.marked.note) == (FIRST_VISIT + DAY, "hysteroscopy")
    assert tab(done, "correct-uterus", FIRST_VISIT + DAY) is None
    assert step(done, "correct-uterus", FIRST_VISIT).state == "open", "on the day before it was not done"


@pytest.mark.parametrize(("after", "state"), [(40, "done_in_window"), (50, "done_late")])
def test_in_a_pregnancy_it_is_done_at_a_gestation_in_its_window_or_late(after: int, state: str) -> None:
    """A step that nothing else records, until 12+0; she is 7+0 on the day the pregnancy was recorded."""
    on = NEXT + after * DAY
    case = whole(fold((*FOURTH, RecordEvent("done", on, {"step": "next-pregnancy"}))))
    until_12 = [replace(one, unless=None, closes=84) for one in PROTOCOL.steps if one.id == "next-pregnancy"]
    (now,) = assess(case, on, replace(PROTOCOL, steps=tuple(until_12))).plan

    assert now.state == state
    assert now.done is not None
    assert show_gestation(now.done) == {40: "11w5d..13w5d", 50: "13w1d..15w1d"}[after]


def test_done_for_one_pregnancy_is_not_done_for_the_next() -> None:
    between = (*THIRD, RecordEvent("done", BIRTH + 90 * DAY, {"step": "next-pregnancy"}))
    fourth = (*between, FOURTH[-1])
    ended = (*fourth, RecordEvent("pregnancy ended", NEXT + 60 * DAY, {"outcome": "loss"}))

    assert step(between, "next-pregnancy", BIRTH + 91 * DAY).state == "done_in_window"
    assert step(fourth, "next-pregnancy", NEXT).state == "not_for_her", "the steps of the pregnancy are the plan"
    assert step(ended, "next-pregnancy", NEXT + 61 * DAY).state == "open", "after that one it is planned anew"


def test_what_another_entry_records_is_not_marked_and_an_unknown_step_is_refused() -> None:
    steps = {one.id: one for one in PROTOCOL.steps}

    assert refusal(RecordEvent("done", NEXT, {"step": "next-pregnancy"}), steps) is None
    assert refusal(RecordEvent("done", NEXT, {"step": "cerclage"}), steps) == (
        "cerclage is not marked done: record what did it instead"
    )
    assert "there is no step 'tea'" in str(refusal(RecordEvent("done", NEXT, {"step": "tea"}), steps))


# ---- decided


def test_a_step_the_doctor_declined_is_off_the_list_with_the_reason() -> None:
    pregnant = CARE
    against = (*pregnant, signed(TWELVE_WEEKS, pregnant=True, cerclage="declined"))

    assert tab(pregnant, "cerclage", TWELVE_WEEKS) == "due"
    now = step(against, "cerclage", TWELVE_WEEKS)
    assert (now.state, tab(against, "cerclage", TWELVE_WEEKS)) == ("declined", "declined")
    assert now.declined is not None
    assert (now.declined.by, now.declined.reason, now.declined.on) == ("doctor", "because", TWELVE_WEEKS)


@pytest.mark.parametrize("choice", ["accepted", "deferred"])
def test_a_step_accepted_or_deferred_stays_where_it_was_and_says_so(choice: str) -> None:
    pregnant = CARE
    decided = (*pregnant, signed(TWELVE_WEEKS, pregnant=True, cerclage=choice))
    now, before = step(decided, "cerclage", TWELVE_WEEKS), step(pregnant, "cerclage", TWELVE_WEEKS)

    assert (now.state, now.opens, now.closes) == (before.state, before.opens, before.closes)
    assert now.decided is not None
    assert now.decided.choice == choice
    assert tab(decided, "cerclage", TWELVE_WEEKS) == "due"


def test_the_newest_signature_counts_as_a_whole() -> None:
    pregnant = (*CARE, signed(TWELVE_WEEKS, pregnant=True, cerclage="declined"))
    again = (*pregnant, signed(TWELVE_WEEKS + DAY, pregnant=True, progesterone="accepted"))

    assert step(again, "cerclage", TWELVE_WEEKS + DAY).state == "open"
    assert step(again, "cerclage", TWELVE_WEEKS + DAY).decided is None


def test_no_decision_takes_a_suture_off_the_list() -> None:
    sutured = (*SAID, PREGNANT, SUTURE)
    at_36 = date(2026, 9, 23)
    against = (*sutured, signed(at_36, pregnant=True, removal="declined", removal_now="declined"))

    assert step(against, "removal", at_36).state == "open"
    assert tab(against, "removal", at_36) == "now"
    labour = (*against, RecordEvent("examined", at_36, {"labour": "yes", "contractions": "yes"}))
    assert tab(labour, "removal-now", at_36) == "now"


def test_an_emergency_declined_stands_all_the_same_and_says_that_it_was_declined_that_day() -> None:
    on = TWELVE_WEEKS + 56 * DAY
    open_ = {
        "dilatation": "2 cm", "membranes": "bulging", "contractions": "no", "labour": "no", "bleeding": "no",
        "ruptured_membranes": "no", "infection": "no", "infection_suspected": "no", "alive": "yes",
        "anomaly_scan": "normal", "fetal_compromise": "no", "placenta_praevia": "no", "temperature": "36.8",
        "suture": "none",
    }  # fmt: skip
    seen = (*CARE, RecordEvent("examined", on, open_))
    against = (*seen, signed(on, pregnant=True, rescue="declined"))
    later = (*against, RecordEvent("examined", on + 2 * DAY, open_))

    assert tab(seen, "rescue", on) == "now"
    assert tab(against, "rescue", on) == "now"
    assert tab(later, "rescue", on + 2 * DAY) == "now"


def test_a_signature_of_one_pregnancy_never_touches_another() -> None:
    against = dict.fromkeys((one.id.replace("-", "_") for one in PROTOCOL.steps), "declined")
    after_birth = BIRTH + 90 * DAY
    third = (*SAID, PREGNANT, signed(TWELVE_WEEKS, pregnant=True, **against), *THIRD[len(MS_WANG) + 1 :])
    between = (*third, signed(after_birth, pregnant=False, **against))
    plain = (*SAID, *THIRD[len(MS_WANG) :])

    def plan(events: tuple[RecordEvent, ...], on: date) -> Any:
        return assess(whole(fold(events)), on, PROTOCOL).plan

    assert plan(third, after_birth) == plan(plain, after_birth)
    assert plan(between, after_birth) != plan(plain, after_birth), "decided while she is not pregnant, it counts"
    assert plan((*between, FOURTH[-1]), NEXT) == plan((*plain, FOURTH[-1]), NEXT), "and no longer once she is"


def test_what_was_signed_in_a_pregnancy_recorded_in_error_decides_nothing_else() -> None:
    number = len(SAID) + 1
    events = (*SAID, PREGNANT, signed(TWELVE_WEEKS, pregnant=True, work_up="declined"))

    assert step(events, "work-up", TWELVE_WEEKS).state == "declined"
    left = (*events, RecordEvent("withdrawn", TWELVE_WEEKS, {"number": number, "reason": "wrong woman"}))
    assert "decided" not in fold(left)
    assert step(left, "work-up", TWELVE_WEEKS) == step(SAID, "work-up", TWELVE_WEEKS)


def test_a_pregnancy_known_and_not_yet_dated_keeps_its_decisions_once_it_is() -> None:
    told = (*SAID, answer("pregnant", "yes", TWELVE_WEEKS))
    decided = (*told, signed(TWELVE_WEEKS, pregnant=True, cerclage="declined"), answer("bleeding", "no", TWELVE_WEEKS))

    assert step((*decided, PREGNANT), "cerclage", TWELVE_WEEKS).state == "declined", "though its suture is not told"


def test_a_case_file_may_tell_both() -> None:
    case, problems = read_case(
        "told: 2026-04-06\ndone: [{step: correct-uterus, on: 2026-01-02}]\n"
        "pregnancy: {due: 2026-10-19, decided: [{step: cerclage, choice: declined, reason: her wish}, {step: scans}],"
        " done: [{step: next-pregnancy, on: 2025-01-02}, {on: 2026-03-03}]}"
    )

    assert case is not None
    assert case.done[0].on == date(2026, 1, 2)
    assert case.pregnancy is not None
    assert [(one.step, one.on) for one in case.pregnancy.decided] == [("cerclage", date(2026, 4, 6))]
    assert [one.sentence.partition(":")[0] for one in problems] == [
        "None is no decision", "a step on 2025-01-02 lies before conception (2026-01-26)",
        "which step was done is missing",
    ]  # fmt: skip
