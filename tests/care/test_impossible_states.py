"""What cannot be is refused or asked in one sentence, nothing told is lost, and the rest is decided."""

from __future__ import annotations

from datetime import date

import pytest

from fullterm.care.case.facts_on import known_on
from fullterm.care.case.model import Case, show_days, show_gestation
from fullterm.care.case.read import read_case
from fullterm.logic.quantity import Span

TOLD = "told: 2026-05-12\n"
PREGNANT = "pregnancy: {due: 2026-10-05, fetuses: 1, bleeding: yes}\n"  # 19w1d; conceived on 2026-01-12


def partly(text: str) -> tuple[Case, list[tuple[str, str]]]:
    """The case, and the field and sentence of each problem, none of them fatal."""
    case, problems = read_case(TOLD + text)
    assert case is not None
    return case, [(one.field, one.sentence) for one in problems]


def losses(*told: str, as_list: bool = False) -> str:
    records = "".join(f"\n    - {{outcome: loss, {one}}}" for one in told)
    return f"earlier:{records}\n" if as_list else f"earlier:\n  complete: yes\n  pregnancies:{records}\n"


@pytest.mark.parametrize("as_list", [False, True])
@pytest.mark.parametrize("ended", ["2026-03-01", "2026-02", "2026-02-10..2026-04-01"])
def test_an_earlier_loss_inside_this_pregnancy_is_asked_about(ended: str, as_list: bool) -> None:
    case, problems = partly(
        losses("gestation: 20w0d, painless_dilatation: yes, ended: " + ended, as_list=as_list) + PREGNANT
    )
    path = "earlier[1].ended" if as_list else "earlier.pregnancies[1].ended"
    ((field, sentence),) = problems
    assert field == path
    assert "already" in sentence
    assert "write it under pregnancy.outcome if this pregnancy ended so" in sentence
    assert case.earlier[0].ended.unknown
    assert {"outcome", "gestation", "painless_dilatation"} <= case.earlier[0].values.keys()
    assert case.pregnancy is not None
    assert case.pregnancy.dating is not None


@pytest.mark.parametrize("ended", ["2026-01-12", "2026-01", "2026", "2025-11-01", "2025..2026", "unknown"])
def test_a_loss_that_may_have_ended_before_she_conceived_is_left_alone(ended: str) -> None:
    case, problems = partly(losses(f"gestation: 8w0d, ended: {ended}") + PREGNANT)
    assert problems == []
    assert case.earlier[0].ended.unknown is (ended == "unknown")


def test_two_earlier_pregnancies_at_once_are_asked_about() -> None:
    case, problems = partly(losses("gestation: 20w0d, ended: 2020-01-01", "gestation: 22w0d, ended: 2020-03-01"))
    sentence = (
        "it ended on 2020-01-01, when pregnancy 2 (to 2020-03-01, 22w0d) had begun: correct one of the days or that "
        "gestation"
    )
    assert problems == [("earlier.pregnancies[1].ended", sentence)]
    assert [show_days(one.ended) for one in case.earlier] == ["unknown", "2020-03-01"]
    assert all("gestation" in one.values for one in case.earlier)


@pytest.mark.parametrize(
    ("first", "second"),
    [("2020-01-01", "2020-06-01"), ("2020", "2020"), ("2019-12", "2020-04"), ("2020-01-01", "unknown")],
)  # fmt: skip
def test_two_that_may_have_followed_each_other_are_left_alone(first: str, second: str) -> None:
    assert partly(losses(f"ended: {first}", f"gestation: 16w0d, ended: {second}"))[1] == []


@pytest.mark.parametrize("way", ["due: 2025-11-18", "lmp: 2025-02-11", "measured: {on: 2025-05-06, gestation: 12w0d}"])
def test_sixty_five_weeks_without_an_end_stays_as_told_and_the_end_is_asked(way: str) -> None:
    case, problems = partly(f"pregnancy: {{{way}, fetuses: 1, bleeding: yes}}\n")
    assert case.pregnancy is not None
    assert case.pregnancy.dating is not None
    assert show_gestation(case.pregnancy.gestation(case.told)) == "65w0d"
    ((_, sentence),) = problems
    assert sentence == (
        "by this she is 65w0d pregnant on 2026-05-12: how did it end? Write it under outcome:, or correct the date"
    )
    facts = known_on(case, case.told).facts.values
    assert (facts["bleeding"], facts["pregnant"]) == (True, True)


@pytest.mark.parametrize(
    ("said", "low", "high"),
    [(">= 20w", "20w0d", "45w0d"), ("less than 20w", "0w0d", "19w6d"), ("20周以上", "20w0d", "45w0d")],
)
def test_a_gestation_told_from_one_side_dates_the_pregnancy_within_what_is_possible(
    said: str, low: str, high: str
) -> None:
    case, problems = partly(f"pregnancy:\n  gestation: {said}\n")
    assert problems == []
    assert case.pregnancy is not None
    assert show_gestation(case.pregnancy.gestation(case.told)) == f"{low}..{high}"


@pytest.mark.parametrize(
    ("told", "field"),
    [
        ("pregnancy: {gestation: -3w}", "pregnancy.gestation"),
        ("pregnancy: {gestation: 60w}", "pregnancy.gestation"),
        ("pregnancy: {due: 2099-01-01}", "pregnancy.due"),
        ("pregnancy: {due: 1066-10-14}", "pregnancy.due"),
        ("pregnancy: {due: 9999-12-31}", "pregnancy.due"),
        ("pregnancy: {lmp: 2026-05-13}", "pregnancy.lmp"),
        ("pregnancy: {due: 2026-10-05, scans: [{on: 2026-05-13, length: 22}]}", "pregnancy.scans[1].on"),
        ("pregnancy: {due: 2026-10-05, outcome: {on: 2025-12-01, outcome: live_birth}}", "pregnancy.outcome.on"),
        ("pregnancy: {due: 2026-10-05, cerclage: {on: 2026-04-01, technique: mcdonald}, removed: 2026-03-01}",
         "pregnancy.removed"),
        ("earlier: [{outcome: loss, gestation: 0w}]", "earlier[1].gestation"),
        ("earlier: [{outcome: loss, ended: 2026-06}]", "earlier[1].ended"),
    ],
)  # fmt: skip
def test_each_impossible_state_is_one_sentence_and_the_rest_stands(told: str, field: str) -> None:
    case, problems = partly(f"woman: {{age: 33}}\n{told}\n")
    assert [one for one, _ in problems] == [field]
    assert case.observations[0].value == Span(33, 33)


def test_a_case_may_not_be_told_after_the_latest_day_given() -> None:
    case, (problem,) = read_case("told: 2027-01-01\n", latest=date(2026, 11, 30))
    assert case is None
    assert (problem.field, problem.fatal) == ("told", True)
    assert problem.sentence == "2027-01-01 lies in the future (today is 2026-11-30): correct the day"
    assert read_case("woman: {age: 33}", latest=date(2026, 11, 30))[0] is None  # it stands in for no told:
