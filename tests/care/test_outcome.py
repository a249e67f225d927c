"""The core outcome set: 13 items, each may be unknown, told to one pregnancy and to no other."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fullterm.care.case.facts_on import known_on
from fullterm.care.case.model import EarlierPregnancy
from fullterm.care.case.outcome import BABY, ITEMS, MOTHER, Baby, Mother, doubted, grams, outcome_of
from fullterm.care.record.events import Document, RecordEvent, after, fold, read
from fullterm.logic.quantity import Span, exactly, weeks

BEGAN, BORN, LATER, NEXT = date(2024, 1, 1), date(2024, 9, 20), date(2025, 3, 1), date(2025, 6, 1)
ALIVE = {"survival": "alive", "weight": "3120"}


def ended(**core: Any) -> Document:
    return fold([
        RecordEvent("pregnancy began", BEGAN, {"due": "2024-10-01", "fetuses": "1"}),
        RecordEvent("pregnancy ended", BORN, {"outcome": "live_birth", **core}),
    ])  # fmt: skip


def last(document: Document) -> EarlierPregnancy:
    case, problems = read(document)
    assert case is not None
    assert problems == ()
    if case.pregnancy is not None and case.pregnancy.outcome is not None:
        return case.pregnancy.outcome
    return case.earlier[-1]


def test_the_set_has_thirteen_items_four_of_the_mother_and_nine_of_the_baby() -> None:
    assert (ITEMS, len(MOTHER), len(BABY) + 1) == (13, 4, 9)


def test_nothing_told_is_thirteen_times_unknown() -> None:
    outcome = outcome_of(EarlierPregnancy(1))

    assert outcome.known() == 0
    assert (outcome.mother, outcome.babies) == (Mother(), (Baby(),))


def test_gestation_comes_from_the_dating_and_is_nobodys_answer() -> None:
    outcome = outcome_of(last(ended()))

    assert outcome.gestation == exactly(weeks(38, 3).amount)
    assert outcome.known() == 1
    assert "gestation" not in BABY


def test_what_is_told_at_birth_and_what_is_told_months_later_are_one_outcome() -> None:
    document = ended(mother={"infection": "no"}, babies=[ALIVE])
    document = after(document, RecordEvent("followed", LATER, {"of": "2024-09-20", "babies": [{"respiratory": "yes"}]}))
    outcome = outcome_of(last(document))

    assert outcome.mother == Mother(infection=False)
    assert outcome.babies == (Baby(survival="alive", weight=3120, respiratory=True),)
    assert outcome.followed == LATER
    assert outcome.known() == 5


def test_the_newest_answer_counts_and_unknown_takes_an_answer_back() -> None:
    document = ended(mother={"harm": "yes", "died": "no"})
    document = after(document, RecordEvent("followed", LATER, {"of": "2024-09-20", "mother": {"harm": "unknown"}}))

    assert outcome_of(last(document)).mother == Mother(died=False)


def test_twins_are_told_one_by_one() -> None:
    document = fold([
        RecordEvent("pregnancy began", BEGAN, {"due": "2024-10-01", "fetuses": "2"}),
        RecordEvent("pregnancy ended", BORN, {"outcome": "live_birth", "babies": [ALIVE, {"survival": "first_week"}]}),
        RecordEvent("followed", LATER, {"of": "2024-09-20", "babies": [{"neurodevelopment_late": "no"}]}),
    ])  # fmt: skip
    one, two = outcome_of(last(document)).babies

    assert one == Baby(survival="alive", weight=3120, neurodevelopment_late=False)
    assert two == Baby(survival="first_week")


def test_a_loss_and_waters_that_broke_first_are_not_asked_for_again() -> None:
    document = fold([
        RecordEvent("pregnancy began", BEGAN, {"due": "2024-10-01", "fetuses": "1"}),
        RecordEvent("pregnancy ended", date(2024, 5, 20), {"outcome": "loss", "membranes_first": "yes"}),
    ])  # fmt: skip
    outcome = outcome_of(last(document))

    assert outcome.babies == (Baby(survival="before_birth"),)
    assert outcome.mother.prelabour_rupture is True


def test_it_goes_with_the_pregnancy_into_the_history_and_is_followed_there() -> None:
    document = after(ended(babies=[ALIVE]), RecordEvent("pregnancy began", NEXT, {"due": "2026-02-01"}))
    document = after(document, RecordEvent("followed", NEXT, {"of": "2024-09-20", "babies": [{"infection": "no"}]}))
    case, problems = read(document)

    assert problems == ()
    assert case is not None
    assert outcome_of(case.earlier[0]).babies == (Baby(survival="alive", weight=3120, infection=False),)


def test_a_correction_of_how_it_ended_keeps_what_came_of_it() -> None:
    document = after(ended(), RecordEvent("followed", LATER, {"of": "2024-09-20", "babies": [ALIVE]}))
    document = after(document, RecordEvent("pregnancy ended", BORN, {"outcome": "live_birth", "caesarean": "none",
                                                              "correction": "yes"}))  # fmt: skip

    assert outcome_of(last(document)).babies == (Baby(survival="alive", weight=3120),)


@pytest.mark.parametrize(
    ("of", "on", "sentence"),
    [("2024-09-21", LATER, "no pregnancy is recorded as ended on 2024-09-21"),
     ("2024-09-20", BORN - timedelta(days=1), "lies before the pregnancy ended"), ("", LATER, "no pregnancy")],
)  # fmt: skip
def test_a_follow_up_of_no_pregnancy_of_hers_is_refused(of: str, on: date, sentence: str) -> None:
    with pytest.raises(ValueError, match=sentence):
        after(ended(), RecordEvent("followed", on, {"of": of, "mother": {"died": "no"}}))


def test_what_cannot_be_read_is_said_and_unknown() -> None:
    case, problems = read(ended(mother={"died": "perhaps"}, babies=[{"weight": "3.1"}, {"survival": "well"}]))
    assert case is not None
    sentences = [one.sentence for one in problems]

    assert "'perhaps' is neither yes, no nor unknown: write one of these three" in sentences
    assert "'3.1' looks like kilograms: write 3100 g" in sentences
    assert any("'well' is none of its options" in one for one in sentences)


@given(st.integers(0, 2**32))
def test_no_follow_up_of_one_pregnancy_changes_another_or_any_fact(seed: int) -> None:
    """Law 5, through the record: two ended pregnancies and one going on."""
    draw = Random(seed)
    document = fold([
        RecordEvent("pregnancy began", BEGAN, {"due": "2024-10-01"}),
        RecordEvent("pregnancy ended", BORN, {"outcome": "live_birth"}),
        RecordEvent("pregnancy began", NEXT, {"due": "2026-02-01"}),
        RecordEvent("pregnancy ended", date(2025, 9, 1), {"outcome": "loss"}),
        RecordEvent("pregnancy began", date(2026, 1, 10), {"due": "2026-09-01"}),
    ])  # fmt: skip
    of, other = draw.choice([("2024-09-20", 1), ("2025-09-01", 0)])
    told = {
        "mother": {name: draw.choice(["yes", "no", "unknown"]) for name in draw.sample(sorted(MOTHER), 2)},
        "babies": [dict.fromkeys(draw.sample(["infection", "respiratory", "harm"], 2), "yes")],
    }
    on = date(2026, 2, 1)
    changed = after(document, RecordEvent("followed", on, {"of": of, **told}))
    (before, _), (now, problems) = read(document), read(changed)
    assert before is not None
    assert now is not None
    assert problems == ()

    assert now.earlier[other] == before.earlier[other]
    assert now.earlier[1 - other].core != before.earlier[1 - other].core
    assert now.pregnancy == before.pregnancy
    assert known_on(now, on).facts == known_on(before, on).facts


@pytest.mark.parametrize(
    ("said", "weight"), [("3120", 3120), ("3120 g", 3120), ("3.12 kg", 3120), ("3120克", 3120), ("3.1千克", 3100)]
)
def test_a_weight_is_read_in_grams(said: str, weight: int) -> None:
    assert grams(said) == weight


@pytest.mark.parametrize(
    ("said", "sentence"),
    [("3.1", "looks like kilograms: write 3100 g"), ("31200", "write a value from 100 to 7000 g"),
     ("heavy", "no weight"), ("3 kgkg", "no weight"), ("-5", "write a value")],
)  # fmt: skip
def test_a_slip_of_the_keyboard_is_asked_about(said: str, sentence: str) -> None:
    with pytest.raises(ValueError, match=sentence):
        grams(said)


@pytest.mark.parametrize(
    ("weight", "gestation", "odd"),
    [(3120, weeks(38), False), (2900, weeks(22), True), (900, weeks(39), True), (900, weeks(26), False)],
)
def test_a_weight_far_from_its_gestation_is_doubted(weight: int, gestation: Any, odd: bool) -> None:
    assert doubted(weight, exactly(gestation.amount)) is odd
    assert doubted(weight, Span(weeks(22).amount, weeks(40).amount)) is False, "an unsure gestation doubts nothing"
