"""What people say becomes a value that is never narrower than what they said."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from fullterm.logic.quantity import HIGHEST, LOWEST, Span, show_span
from fullterm.vocabulary.about import LONGEST_MONTHS
from fullterm.vocabulary.fact import VOCABULARY
from fullterm.vocabulary.phrases import parse_value

GESTATION = VOCABULARY.facts["earlier.gestation"]


def read(name: str, said: object) -> str:
    """The value as a case would write it, or the sentence of the refusal."""
    fact = VOCABULARY.facts[name]
    try:
        value = parse_value(fact, said)
    except ValueError as error:
        return str(error)
    if isinstance(value, Span):
        assert fact.unit is not None
        return show_span(value, fact.unit)
    return {True: "yes", False: "no", None: "unknown"}.get(value, str(value))  # type: ignore[call-overload, no-any-return]  # bool, None or an option's name


@pytest.mark.parametrize(
    ("said", "span"),
    [
        ("20w3d", "20w3d"), ("20+3", "20w3d"), ("20 weeks and 3 days", "20w3d"), ("20周+3", "20w3d"), ("143d", "20w3d"),
        ("20", "20w0d..20w6d"), (20, "20w0d..20w6d"), ("20 weeks", "20w0d..20w6d"), ("孕20周", "20w0d..20w6d"),
        ("二十三周", "23w0d..23w6d"), ("twenty-two weeks", "22w0d..22w6d"), ("20 weeks pregnant", "20w0d..20w6d"),
        ("18-20周", "18w0d..20w6d"), ("between 18 and 20 weeks", "18w0d..20w6d"), ("18 or 19 weeks", "18w0d..19w6d"),
        ("19w..", "19w0d.."), ("..22w", "..22w6d"),
        ("about 20 weeks", "19w0d..21w6d"), ("just after 20 weeks", "20w0d..21w6d"),
        ("almost 20 weeks", "18w0d..19w6d"), ("less than 20 weeks", "..19w6d"), ("more than 20 weeks", "20w0d.."),
        ("at least 20 weeks", "20w0d.."), ("up to 20 weeks", "..20w6d"),
        ("大约20周", "19w0d..21w6d"), ("刚过20周", "20w0d..21w6d"), ("将近20周", "18w0d..19w6d"),
        ("不到20周", "..19w6d"),
        ("未满20周", "..19w6d"), ("before 20 weeks", "..19w6d"), ("over 20 weeks", "20w0d.."), ("after 20w", "20w0d.."),
    ],
)  # fmt: skip
def test_weeks_are_read_as_people_say_them(said: object, span: str) -> None:
    assert read("earlier.gestation", said) == span


@pytest.mark.parametrize(
    ("said", "span"),
    [
        ("just after five months", "20w0d..23w6d"), ("刚过五个月", "20w0d..23w6d"),
        ("just after 5 months", "20w0d..23w6d"),
        ("less than 5 months", "..21w5d"), ("不到五个月", "..21w5d"), ("almost 5 months", "16w0d..21w5d"),
        ("5 months", "18w0d..23w6d"), ("about 5 months", "18w0d..23w6d"), ("怀孕五个月", "18w0d..23w6d"),
        ("5-6 months", "18w0d..28w2d"), ("5个多月", "20w0d..26w1d"), ("五个半月", "20w0d..26w1d"),
        ("five and a half months", "20w0d..26w1d"),
        ("in the fifth month", "16w0d..21w5d"), ("第五个月", "16w0d..21w5d"),
        ("5 months and 10 days", "21w3d..23w2d"), ("5个月零10天", "21w3d..23w2d"), ("孕5月10天", "21w3d..23w2d"),
        ("5 months and 1 week", "21w0d..23w5d"), ("5 months, 2 weeks and 3 days", "22w3d..24w2d"),
    ],
)  # fmt: skip
def test_months_keep_both_the_lunar_and_the_calendar_count(said: str, span: str) -> None:
    assert read("earlier.gestation", said) == span


@pytest.mark.parametrize(
    ("said", "span"),
    [("full term", "37w0d..41w6d"), ("足月", "37w0d..41w6d"), ("first trimester", "..13w6d"),
     ("second trimester", "12w0d..27w6d"), ("third trimester", "26w0d..")],
)  # fmt: skip
def test_a_named_part_of_pregnancy_is_as_wide_as_the_widest_convention(said: str, span: str) -> None:
    assert read("earlier.gestation", said) == span


@pytest.mark.parametrize(
    ("said", "span"),
    [
        ("20 3/7", "20w3d"), ("20+3/7", "20w3d"), ("20又3/7周", "20w3d"), ("孕20+3周", "20w3d"), ("20+3周", "20w3d"),
        ("停经20周+3天", "20w3d"), ("宫内孕20+3周", "20w3d"), ("20周零3天", "20w3d"), ("G20+3", "20w3d"),
        ("２０＋３", "20w3d"),
        ("20 weeks, 3 days", "20w3d"), ("20周，3天", "20w3d"), ("20个星期", "20w0d..20w6d"), ("20孕周", "20w0d..20w6d"),
        ("20周左右", "19w0d..21w6d"), ("大约20周左右", "19w0d..21w6d"), ("maybe 20 weeks", "19w0d..21w6d"),
        ("20 weeks or so", "19w0d..21w6d"), ("at about 20 weeks", "19w0d..21w6d"), ("20 weeks?", "19w0d..21w6d"),
        ("20周余", "20w0d..21w6d"), ("近20周", "18w0d..19w6d"), ("20多周", "20w0d..29w6d"), ("20+周", "20w0d..29w6d"),
        ("十几周", "10w0d..19w6d"), ("20+ weeks", "20w0d.."), ("20+", "20w0d.."), ("20-odd weeks", "20w0d..29w6d"),
        ("5月余", "20w0d..26w1d"), ("停经5月余", "20w0d..26w1d"), ("孕5+月", "20w0d..26w1d"),
        ("5个月+", "20w0d..26w1d"),
        ("孕5月", "18w0d..23w6d"), ("停经近5月", "16w0d..21w5d"), ("at least 5 months", "18w0d.."),
        ("＞20周", "20w0d.."), ("＞＝20w", "20w0d.."), (">= 20w", "20w0d.."), ("20周以上", "20w0d.."),
        ("20周不到", "..19w6d"), ("20 weeks or less", "..20w6d"), ("less than about 20 weeks", "..20w6d"),
        ("１８～２０周", "18w0d..20w6d"), ("从18到20周", "18w0d..20w6d"), ("18周到20周之间", "18w0d..20w6d"),
        ("from 18 to 20 weeks", "18w0d..20w6d"), ("20w3d..22", "20w3d..22w6d"), ("140-150 days", "20w0d..21w3d"),
        ("十七八周", "17w0d..18w6d"), ("十七、八周", "17w0d..18w6d"), ("17、8周", "17w0d..18w6d"),
        ("二十三四周", "23w0d..24w6d"), ("二三十周", "20w0d..30w6d"), ("三四个月", "10w0d..19w4d"),
        ("4 or 5 months", "14w0d..23w6d"), ("四五个月", "14w0d..23w6d"), ("5 months or 6", "18w0d..28w2d"),
        ("第四五个月", "12w0d..23w6d"), ("20 weeks and 3 days or 21 weeks", "20w3d..21w6d"),
        ("less than 18 or 19 weeks", "..19w6d"), ("18周或20周左右", "17w0d..21w6d"), ("早期或中期", "..27w6d"),
    ],
)  # fmt: skip
def test_what_charts_write_and_phrases_made_of_parts(said: str, span: str) -> None:
    assert read("earlier.gestation", said) == span


@pytest.mark.parametrize("months", range(1, 11))
def test_no_run_of_calendar_months_is_longer_than_the_table_says(months: int) -> None:
    def later(first: date) -> date:
        return date(first.year + (first.month - 1 + months) // 12, (first.month - 1 + months) % 12 + 1, 1)

    starts = [date(year, month, 1) for year in range(2019, 2029) for month in range(1, 13)]

    assert max((later(first) - first).days for first in starts) == LONGEST_MONTHS[months]


def test_every_calendar_day_five_months_on_lies_inside_five_months() -> None:
    span = parse_value(GESTATION, "5 months")
    assert isinstance(span, Span)
    for ordinal in range(366):
        start = date(2023, 1, 1) + timedelta(days=ordinal)
        month = start.month + 5
        end = date(start.year + (month > 12), month - 12 * (month > 12), min(start.day, 28))
        assert span.low <= (end - start).days <= span.high
    assert span.low <= 5 * 28 <= span.high


def test_the_widening_of_an_approximate_answer_stops_at_what_is_possible() -> None:
    assert read("earlier.gestation", "about 3 weeks") == "3w0d..4w6d"
    assert read("earlier.gestation", "10 months") == "38w0d..45w0d"


@pytest.mark.parametrize("unit", ["weeks", "months"])
@pytest.mark.parametrize("number", range(4, 10))
def test_about_is_never_narrower_than_the_plain_words(number: int, unit: str) -> None:
    plain, about = (parse_value(GESTATION, f"{word}{number} {unit}") for word in ("", "about "))
    assert isinstance(plain, Span)
    assert isinstance(about, Span)

    assert plain.narrows(about)


def test_an_open_end_stays_open() -> None:
    less, more = parse_value(GESTATION, "less than 20w"), parse_value(GESTATION, "over 20w")
    assert isinstance(less, Span)
    assert isinstance(more, Span)

    assert (less.low, more.high) == (LOWEST, HIGHEST)


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ("60 weeks", "'60 weeks' is not possible here: write a value from 3w0d to 45w0d, or unknown"),
        ("20.5", "'20.5' may mean 20w5d or a part of a week: write 20w5d, or the weeks and days meant"),
        ("20w9d", "'20w9d' has more than 6 days beside its weeks: write 21w2d"),
        ("22w..19w", "'22w..19w' runs backwards: write the smaller number first"),
        ("-3w", "'-3w' is negative: write 20w3d, 19w..22w, 'about 20w' or unknown"),
        ("20 weeks and 10 days", "'20 weeks and 10 days' has more than 6 days beside its weeks: write 21w3d"),
        ("5月", "'5月' may be a month of the year: write 5个月 or 5 months"),
        ("三九周", "'三九周' is not a gestation: write 20w3d, 19w..22w, 'about 20w' or unknown"),
        ("17-8周", "'17-8周' runs backwards: write the smaller number first"),
        ("20,5周", "'20,5周' has a comma between figures, which may be a decimal or two numbers: "
         "write 20w3d, 19w..22w, 'about 20w' or unknown"),
        ("before 18 or after 20 weeks", "'before 18 or after 20 weeks' leaves everything from 3w0d to 45w0d open: "
         "write a narrower range, or unknown"),
        ("0w", "'0w' is not possible here: write a value from 3w0d to 45w0d, or unknown"),
        ("in spring", "'in spring' is not a gestation: write 20w3d, 19w..22w, 'about 20w' or unknown"),
        ("9" * 5000, f"'{'9' * 59}…' is not a gestation: write 20w3d, 19w..22w, 'about 20w' or unknown"),
    ],
)  # fmt: skip
def test_a_gestation_that_cannot_be_read_says_what_to_write(said: str, sentence: str) -> None:
    assert read("earlier.gestation", said) == sentence


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("22", "22 mm"), ("22 mm", "22 mm"), ("2.2 cm", "22 mm"), ("2.5厘米", "25 mm"), ("2.2 mm", "2.2 mm"),
        ("0", "0 mm"), ("20..25", "20 mm..25 mm"), ("2.0-2.5 cm", "20 mm..25 mm"),
        ("less than 25", "..24.9 mm"), ("<25 mm", "..24.9 mm"),
        ("<=25", "..25 mm"), ("more than 25", "25.1 mm.."), ("at least 25 mm", "25 mm.."),
        ("2.2", "'2.2' looks like centimetres: write 22 mm, or 2.2 mm if you mean it"),
        ("3", "'3' looks like centimetres: write 30 mm, or 3 mm if you mean it"),
        ("-3 mm", "'-3 mm' is negative: write the amount measured, or unknown"),
        ("220", "'220' is not possible here: write a value from 0 mm to 80 mm, or unknown"),
        ("2,5 cm", "'2,5 cm' has a comma between figures: write a decimal with a point, as 2.5, or two values as 2..5"),
        ("2～3cm", "20 mm..30 mm"), ("十七八毫米", "17 mm..18 mm"), ("＜２５", "..24.9 mm"), ("25毫米以上", "25 mm.."),
        ("2 or 3 cm", "20 mm..30 mm"), ("less than 2 or 3 cm", "..30 mm"), ("25+", "25 mm.."),
        ("25 mm左右", "'25 mm左右' says too little of a measurement: write the number, or a range such as 20..25"),
        (">=0", "'>=0' leaves everything from 0 mm to 80 mm open: write a narrower range, or unknown"),
        ("22 inches", "'22 inches' is in 'inches': write it in mm"),
        ("short", "'short' is not a number: write it in mm, a range, or unknown"),
        ("25.25", "'25.25' is finer than it can be measured: write one decimal, or unknown"),
        ("about 25", "'about 25' says too little of a measurement: write the number, or a range such as 20..25"),
    ],
)  # fmt: skip
def test_a_cervical_length_is_in_millimetres_and_doubtful_ones_are_refused(said: str, shown: str) -> None:
    assert read("scans.length", said) == shown


@pytest.mark.parametrize(
    ("name", "said", "shown"),
    [
        ("dilatation", "2", "2 cm"), ("dilatation", "20 mm", "2 cm"),
        ("dilatation", "2指", "'2指' is in '指': write it in cm"),
        ("dilatation", "＞3", "3.01 cm.."), ("dilatation", "2 mm to 3", "0.2 cm..0.3 cm"),
        ("dilatation", "三厘米", "3 cm"), ("curettages", "两三次", "2..3"),
        ("temperature", "38到39度", "38 °C..39 °C"), ("temperature", "＞38℃", "38.1 °C.."),
        ("temperature", "38,5",
         "'38,5' has a comma between figures: write a decimal with a point, as 2.5, or two values as 2..5"),
        ("procedures.depth", "8", "8 mm"),
        ("age", "33岁", "33 y"), ("age", "thirty", "30 y"),
        ("age", "grown", "'grown' is not a number: write it in years, a range, or unknown"),
        ("contractions", "有", "yes"), ("contractions", "No", "no"), ("contractions", "不清楚", "unknown"),
        ("contractions", "maybe", "'maybe' is neither yes, no nor unknown: write one of these three"),
        ("scans.method", "经阴道", "transvaginal"), ("scans.method", "not sure", "unknown"),
        ("scans.method", "rectal",
         "'rectal' is none of its options: write one of transvaginal, transabdominal, or unknown"),
    ],
)  # fmt: skip
def test_other_facts_are_read_in_their_own_terms(name: str, said: str, shown: str) -> None:
    assert read(name, said) == shown


@pytest.mark.parametrize("months", range(1, 10))
@pytest.mark.parametrize("more", [*range(1, 31, 4), 30])
def test_months_and_days_are_the_months_and_then_the_days(months: int, more: int) -> None:
    """From four weeks a month to the longest run of calendar months, and so many days on."""
    said = parse_value(VOCABULARY.facts["gestation"], f"{months} months and {more} days")

    assert said == Span(months * 28 + more, LONGEST_MONTHS[months] + more)


@pytest.mark.parametrize("joint", [", ", ",  ", ", or ", ", and "])
@pytest.mark.parametrize(("first", "second"), [("16", "17 or 18"), ("16 weeks", "17 or 18"), ("16, 17", "18")])
def test_numbers_told_one_after_another_hold_each_of_them(joint: str, first: str, second: str) -> None:
    assert read("earlier.gestation", f"{first}{joint}{second} weeks") == "16w0d..18w6d"
