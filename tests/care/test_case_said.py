"""What people write in a case reaches the reader as written: signs of more and less, folded texts, days between."""

from __future__ import annotations

import pytest

from fullterm.care.case.days import read_days
from fullterm.care.case.model import show_days, show_gestation
from fullterm.care.case.read import read_case
from fullterm.logic.quantity import Span


@pytest.mark.parametrize(
    "told",
    [
        "dilatation: {}", "dilatation: {}  # felt, not seen", "dilatation: {{value: {}, on: 2026-03-01}}",
        "dilatation:\n    value: {}\n    on: 2026-03-01", "dilatation: [{}, '< 9']", "dilatation:\n    - {}\n    - < 9",
        "examinations:\n    - on: 2026-03-01\n      dilatation: {}\n      membranes: at_os",
        "examinations: [{{on: 2026-03-01, dilatation: {}, membranes: at_os}}]",
    ],
)  # fmt: skip
@pytest.mark.parametrize("value", [">3", "> 3", ">= 3 cm", ">3 cm"])
def test_a_sign_of_more_is_a_value_wherever_one_may_stand(told: str, value: str) -> None:
    case, problems = read_case(f"told: 2026-03-02\npregnancy:\n  {told.format(value)}\n  bleeding: no\n")
    assert problems == ()
    assert case is not None
    assert case.pregnancy is not None
    (seen,) = [one for one in case.pregnancy.observations if one.fact == "dilatation"]
    assert isinstance(seen.value, Span)
    assert 300 <= seen.value.low <= 301
    assert any(one.fact == "bleeding" for one in case.pregnancy.observations)


def test_a_question_mark_is_the_answer_of_one_who_does_not_know() -> None:
    case, problems = read_case("told: 2026-03-02\nwoman: {age: ?, bmi: ?}\npregnancy:\n  bleeding: ?\n  labour: no\n")
    assert problems == ()
    assert case is not None
    assert case.not_known == {"age", "bmi", "bleeding"}


@pytest.mark.parametrize("sign", [">", ">-", ">2", "> # her words"])
def test_a_text_folded_over_several_lines_is_still_one_text(sign: str) -> None:
    case, problems = read_case(f"told: 2026-03-02\nname: {sign}\n  Wang\n  Xiulan\nwoman: {{pregnant: no}}\n")
    assert (case.name if case else None, problems) == ("Wang Xiulan", ())


def test_a_decimal_comma_is_refused_by_name_and_cut_nowhere() -> None:
    for told in ("{dilatation: 2,5 cm, bleeding: no}", "\n  dilatation: 2,5 cm\n  bleeding: no"):
        case, (problem,) = read_case(f"told: 2026-03-02\npregnancy: {told}\n")
        assert "has a comma between figures: write a decimal with a point" in problem.sentence
        assert case is not None
        assert case.pregnancy is not None
        assert [one.fact for one in case.pregnancy.observations] == ["bleeding"]


ONE_OF_SEVERAL = ["16, 17 or 18 weeks", "十六, 十七或十八周", "16, 17, 18 weeks", "16, seventeen, or 18 weeks"]
WITH_A_DOUBT = ["about 20 weeks, maybe more", "20 weeks, roughly", "大约20周, 也许更多", "20 weeks, 2 babies"]


@pytest.mark.parametrize("around", ["{}", "{}: ", "{}, fetuses: 1", "{}, fetuses", "{} , bleeding: no"])
@pytest.mark.parametrize("said", [*ONE_OF_SEVERAL, *WITH_A_DOUBT])
@pytest.mark.parametrize("field", ["gestation", "planned_caesarean_at"])
def test_a_phrase_is_cut_at_no_comma_between_braces(said: str, around: str, field: str) -> None:
    """Read as the same phrase in quotes is, or refused with all its words; never its first piece."""
    told = around.format(said).removesuffix(": ") + (": " if around.endswith(": ") else "")
    quoted = around.format(f'"{said}"').removesuffix(": ")
    cut, whole = (
        read_case(f"told: 2026-03-02\npregnancy: {{{field}: {one}}}\n") for one in (told, quoted)
    )  # fmt: skip
    assert cut[0] == whole[0]
    assert [one.sentence for one in cut[1]] == [one.sentence for one in whole[1]]
    assert all(said in one.sentence for one in cut[1])


def test_the_name_of_a_field_left_empty_is_no_part_of_the_value_before_it() -> None:
    told = "{dilatation: 2 cm, bleeding, steroid_courses: 2, steroids_over_7_days_ago, labour: no}"
    case, problems = read_case(f"told: 2026-03-02\npregnancy: {told}\n")
    assert problems == ()
    assert case is not None
    assert case.pregnancy is not None
    assert {one.fact for one in case.pregnancy.observations} == {"dilatation", "steroid_courses", "labour"}


def test_a_field_that_is_no_number_and_a_line_of_its_own_stay_what_they_are() -> None:
    case, problems = read_case("told: 2026-03-02\nname: Wang\n2 babies:\nwoman: {pregnant: yes}\n")
    assert [one.field for one in problems] == ["2 babies"]
    assert case is not None
    assert case.name == "Wang"


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("10 or 14 days before pregnancy 1", "18w0d..18w4d"), ("about 10 days before the first", "17w4d..19w4d"),
        ("比第一次早十天左右", "17w4d..19w4d"), ("比第1次晚一两周", "21w0d..22w0d"),
        ("more than 2 weeks before the first", "..18w0d"),
        ("one or two weeks later than the first", "21w0d..22w0d"),
        ("200 days before the first",
         "'200 days before the first' is not possible here: write a value from 3w0d to 45w0d, or unknown"),
        ("some days before the first",
         "'some days' is not a number of days or weeks: write 10 days before pregnancy 1"),
    ],
)  # fmt: skip
def test_the_days_between_two_losses_are_read_as_people_say_them(said: str, shown: str) -> None:
    case, problems = read_case(f"told: 2026-03-02\nearlier: [{{gestation: 20w0d}}, {{gestation: {said}}}]\n")
    assert case is not None
    value = case.earlier[1].values.get("gestation")
    assert (show_gestation(value) if isinstance(value, Span) else problems[0].sentence) == shown


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("2019或2020", "2019-01-01..2020-12-31"), ("2019-05 to 2019-06", "2019-05-01..2019-06-30"),
        ("２０１９年５月", "2019-05-01..2019-05-31"), ("2019～2020", "2019-01-01..2020-12-31"),
    ],
)  # fmt: skip
def test_a_day_told_as_one_of_two_holds_both(said: str, shown: str) -> None:
    assert show_days(read_days(said)) == shown
