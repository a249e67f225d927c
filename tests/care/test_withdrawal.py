"""An entry made in error is withdrawn: the record is what the remaining events leave, and nothing is left hanging."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
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
)
from tests.logic.strategies import examples

from fullterm.care.case.facts_on import known_on
from fullterm.care.record.events import Document, RecordEvent, after, fold, read, standing, withdrawn
from fullterm.care.record.withdrawal import target, withdraw

TODAY = date(2027, 6, 1)


def gone(number: int, why: str = "entered in error") -> RecordEvent:
    return RecordEvent("withdrawn", TODAY, {"number": number, "reason": why})


def without(events: tuple[RecordEvent, ...], *numbers: int) -> Document:
    """The events one after another, some left out: what a withdrawal has to leave, said as simply as it can be."""
    document: Document = {}
    for number, event in enumerate(events, 1):
        if number not in numbers:
            document = after(document, replace(event, number=number))
    return document


def place(events: tuple[RecordEvent, ...], action: str, nth: int = 0) -> int:
    return [number for number, event in enumerate(events, 1) if event.action == action][nth]


def test_a_scan_withdrawn_was_never_there_and_the_others_stand() -> None:
    number = place(THIRD, "scanned", 1)
    document = withdraw(THIRD, gone(number))

    assert document == without(THIRD, number) == fold((*THIRD, gone(number)))
    assert [one["length"] for one in document["pregnancy"]["scans"]["scans"]] == ["31 mm", "12 mm"]
    assert "27 mm" not in str(document["pregnancy"]["outcome"]), "what the pregnancy left behind is reckoned anew"


def test_a_withdrawal_withdrawn_lets_the_entry_stand_again() -> None:
    number = place(THIRD, "scanned", 1)
    once = (*THIRD, gone(number))
    twice = (*once, gone(len(once)))

    assert withdraw(once, gone(len(once))) == fold(twice) == fold(THIRD)
    assert withdrawn(enumerate(twice, 1)) == {len(once)}
    assert fold((*twice, gone(len(twice)))) == fold(once), "and a third time"
    assert [one for _, one in standing(enumerate(once, 1))] == [*THIRD[: number - 1], *THIRD[number:], once[-1]]


def test_everything_may_be_withdrawn_from_the_last_entry_to_the_first() -> None:
    events = FOURTH
    for number in range(len(FOURTH), 0, -1):
        withdraw(events, gone(number))
        events = (*events, gone(number))

    assert fold(events) == {}


@pytest.mark.parametrize(
    ("events", "number", "named"),
    [
        pytest.param(MS_WANG, 2, 3, id="a pregnancy of the history of which more was told"),
        pytest.param((*MS_WANG, PREGNANT, SUTURE), len(MS_WANG) + 1, len(MS_WANG) + 2, id="a pregnancy with a suture"),
        pytest.param(FOURTH, place(FOURTH, "pregnancy ended"), len(FOURTH), id="the end before the next began"),
        pytest.param(THIRD, place(THIRD, "cerclage placed"), place(THIRD, "suture removed"), id="a suture taken out"),
        pytest.param(MS_WANG, 4, 7, id="a gestation from which another is reckoned"),
    ],
)
def test_what_something_else_depends_on_is_refused_and_the_other_is_named(
    events: tuple[RecordEvent, ...], number: int, named: int
) -> None:
    event = events[named - 1]
    with pytest.raises(ValueError, match=r"withdraw that one first") as refused:
        withdraw(events, gone(number))

    assert str(refused.value) == f"entry {named} ({event.action}, {event.on}) depends on it: withdraw that one first"


def test_what_was_told_of_one_pregnancy_never_becomes_another_ones() -> None:
    """Without the second record, what was told of the third would be read as the second's."""
    events = (
        *(answer("earlier", "another"),) * 3,
        answer("earlier[3].outcome", "live_birth"),
        answer("earlier[2]", "withdrawn"),
        answer("earlier[2].gestation", "39w0d"),
    )
    for number in (1, 2, 3, 5):
        with pytest.raises(ValueError, match="depends on it"):
            withdraw(events, gone(number))
    assert withdraw(events, gone(6))["earlier"]["pregnancies"] == fold(events[:5])["earlier"]["pregnancies"]


def test_an_undated_pregnancy_is_never_merged_with_the_next() -> None:
    undated = RecordEvent("pregnancy began", TWELVE_WEEKS, {"fetuses": "1"})
    scan = RecordEvent("scanned", TWELVE_WEEKS, {"length": "20 mm", "method": "transvaginal"})
    ended = RecordEvent("pregnancy ended", BIRTH, {"outcome": "loss"})
    again = RecordEvent("pregnancy began", NEXT, {"lmp": "2027-01-11", "dating": "lmp"})

    with pytest.raises(ValueError, match=r"entry 4 \(pregnancy began, 2027-03-01\) depends on it"):
        withdraw((undated, scan, ended, again), gone(3))


def test_an_answer_taken_back_keeps_the_answer_it_took_back() -> None:
    """ "Untold" takes the newest answer away; without that answer it would take the one before."""
    events = (answer("age", "33"), answer("age", "35", TWELVE_WEEKS), answer("age", "untold", TWELVE_WEEKS))

    with pytest.raises(ValueError, match="entry 3"):
        withdraw(events, gone(2))
    assert fold((*events, gone(3)))["woman"]["age"][-1]["value"] == "35"


def test_an_entry_that_no_longer_fits_does_not_come_back() -> None:
    began = RecordEvent("pregnancy began", TWELVE_WEEKS, {"due": "2026-10-19", "dating": "crl"})
    right = RecordEvent("pregnancy began", TWELVE_WEEKS + timedelta(1), {"due": "2026-10-26", "dating": "crl"})
    events = (began, gone(1), right)

    with pytest.raises(ValueError, match=r"entry 3 \(pregnancy began, 2026-04-07\) was recorded without it"):
        withdraw(events, gone(2))


def test_what_can_never_be_withdrawn_is_said() -> None:
    signed = RecordEvent("signed", TODAY, {"version": 1, "decisions": []})
    events = (answer("age", "33"), gone(1), signed, RecordEvent("something else", TODAY, {}))

    for number, sentence in (
        (9, "there is no entry 9"), (1, "entry 1 is withdrawn already"), (3, "a signature is never withdrawn"),
        (4, "'something else' cannot be withdrawn"),
    ):  # fmt: skip
        with pytest.raises(ValueError, match=sentence):
            target(events, number)
    assert (target(events, 2).number, target(events, 2).back) == (1, True)


POOL = (
    *FOURTH,
    answer("bleeding", "yes", TWELVE_WEEKS),
    answer("age", "33"),
    answer("earlier[1].cerclage", "none"),
    answer("earlier[2]", "withdrawn", NEXT),
    answer("pregnant", "yes", NEXT),
    RecordEvent("declined", TWELVE_WEEKS, {"step": "scans", "reason": "far"}),
    RecordEvent("done", FIRST_VISIT, {"step": "correct-uterus"}),
    RecordEvent("called", TWELVE_WEEKS, {"step": "cerclage", "outcome": "coming"}),
)


@given(st.integers(0, 2**32))
@examples(30)
def test_the_record_is_the_fold_of_what_remains_whatever_is_withdrawn(seed: int) -> None:
    random = Random(seed)
    events: tuple[RecordEvent, ...] = ()
    out: set[int] = set()
    for _ in range(25):
        if events and random.random() < 0.35:
            number = random.randint(1, len(events))
            try:
                document = withdraw(events, gone(number))
            except ValueError:
                continue
            events = (*events, gone(number))
            out = _toggled(events, out, number)
            assert document == without(events, *out) == fold(events)
        else:
            event = random.choice(POOL) if random.random() < 0.4 else FOURTH[len(events) % len(FOURTH)]
            try:
                after(fold(events), event)
            except (ValueError, LookupError):
                continue
            events = (*events, event)
    assert fold(events) == without(events, *out)
    assert read(fold(events) or {"told": "2026-01-05"}) is not None


def _toggled(events: tuple[RecordEvent, ...], out: set[int], number: int) -> set[int]:
    """What stands after one more withdrawal, by the plainest rule: what it names changes sides, all along the chain."""
    out, event = out | {number}, events[number - 1]
    stands = False
    while event.action == "withdrawn":
        number, stands = int(event.data["number"]), not stands
        out = out - {number} if stands else out | {number}
        event = events[number - 1]
    return out


def test_of_an_entry_at_most_one_withdrawal_stands() -> None:
    """Otherwise undoing one would say that the entry stands again, and it would not."""
    events = (answer("age", "33"), gone(1), gone(2), gone(1))

    with pytest.raises(ValueError, match="entry 1 is withdrawn already"):
        withdraw(events, gone(3))


def test_an_examination_is_withdrawn_although_those_that_stay_contradict_each_other() -> None:
    said = ("yes", "no", "yes")
    events = [PREGNANT, *(RecordEvent("examined", TWELVE_WEEKS, {"bleeding": one}) for one in said)]
    document = withdraw(events, RecordEvent("withdrawn", TWELVE_WEEKS, {"number": 4, "reason": "error"}))
    case, problems = read(document)

    assert [one.conflict is not None for one in problems] == [True]
    assert case is not None
    assert known_on(case, TWELVE_WEEKS).facts.values["bleeding"] is True
