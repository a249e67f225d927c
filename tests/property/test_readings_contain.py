"""Law 10, readings contain: a phrase made of parts is read to a span that holds the reading of every part; a word of
doubt never narrows; what cannot be read is refused in a sentence, never guessed.
"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fullterm.logic.quantity import Span
from fullterm.vocabulary.fact import VOCABULARY, Fact
from fullterm.vocabulary.phrases import parse_value
from tests.logic.strategies import examples

DOUBT = (
    "about ",
    "around ",
    "roughly ",
    "maybe ",
    "probably ",
    "~",
    "≈",
    "大约",
    "约",
    "差不多",
    "可能",
    "好像",
    "大概",
)
DOUBT_BEHIND = ("左右", "上下", "前后", "吧", "?", "？", " or so", " approximately", " maybe", "ish", " I think")
DIRECTION = ("less than ", "more than ", "at least ", "up to ", "almost ", "just after ", ">", ">= ", "＜", "≤", "不到",
             "未满", "超过", "至少", "不超过", "将近", "近", "刚过")  # fmt: skip
DIRECTION_BEHIND = (" or more", " or less", "+", "以上", "以下", "不到", "余", "多", "以后", "之前")
JOINTS = (" or ", " to ", "-", "–", "..", "~", "～", "或", "至", "到", "、", "或者", "还是", " and ", "和")
CHINESE = "零一二三四五六七八九"

GESTATION = VOCABULARY.facts["earlier.gestation"]
WEEKS = ("weeks", " weeks", "w", "周", " 周", "个星期")
UNITS: tuple[tuple[str, tuple[str, ...], st.SearchStrategy[str]], ...] = (
    ("earlier.gestation", WEEKS, st.integers(3, 44).map(str)),
    ("earlier.gestation", (" months", "个月"), st.integers(1, 9).map(str)),
    ("earlier.gestation", (" days", "d", "天"), st.integers(21, 310).map(str)),
    ("scans.length", ("mm", " mm", "毫米"), st.integers(10, 80).map(str)),
    ("earlier.shortest_cervix", ("cm", " cm", "厘米"), st.integers(0, 80).map(lambda tenths: f"{tenths / 10:g}")),
    ("dilatation", ("cm", " cm", "厘米"), st.integers(0, 40).map(lambda quarters: f"{quarters / 4:g}")),
    ("temperature", ("°C", " °C", "℃", "度"), st.integers(330, 430).map(lambda tenths: f"{tenths / 10:g}")),
    ("curettages", ("", "次", " times"), st.integers(0, 20).map(str)),
    ("age", ("", "岁", " years"), st.integers(10, 60).map(str)),
)
"""Each kind of number: its units as people write them, and numbers that are possible."""


def reading(fact: Fact, said: str) -> Span | None:
    """What was said as a span; None when it is refused."""
    try:
        value = parse_value(fact, said)
    except ValueError:
        return None
    assert isinstance(value, Span), said
    return value


def holds(whole: Span | None, part: Span | None) -> bool:
    """Refused, or wide enough."""
    return whole is None or (part is not None and part.narrows(whole))


def chinese(number: int) -> str:
    """A number below 50 in Chinese figures."""
    tens, ones = divmod(number, 10)
    return ("" if tens < 2 else CHINESE[tens]) + ("十" if tens else "") + (CHINESE[ones] if ones or not tens else "")


@st.composite
def gestations(draw: st.DrawFn) -> str:
    """One gestation as people say it, without a word of doubt."""
    number = draw(st.integers(3, 44))
    months, day = draw(st.integers(1, 10)), draw(st.integers(0, 6))
    spelt = draw(st.sampled_from((str(number), chinese(number))))
    return draw(
        st.sampled_from(
            [
                *(spelt + unit for unit in WEEKS), f"{number}w{day}d", f"{number}+{day}", f"孕{number}+{day}周",
                f"{number} {day}/7", f"{number}周{day}天", f"{number * 7}d", f"{number * 7} days", f"{months} months",
                f"{months}个月", f"{chinese(months)}个半月", f"停经{months}月余", f"第{months}个月", f"{number}多周",
                "足月", "中孕期",
            ]
        )
    )  # fmt: skip


@st.composite
def worded(draw: st.DrawFn, amounts: st.SearchStrategy[str]) -> str:
    """An amount with a word before or behind it, or none."""
    before = draw(st.sampled_from(("", "", "", *DOUBT, *DIRECTION)))
    behind = "" if before else draw(st.sampled_from(("", "", "", *DOUBT_BEHIND, *DIRECTION_BEHIND)))
    return before + draw(amounts) + behind


FULL = st.lists(worded(gestations()), min_size=2, max_size=3)


@examples(400)
@given(FULL, st.lists(st.sampled_from(JOINTS), min_size=2, max_size=2))
def test_a_phrase_of_several_gestations_holds_every_one_of_them(parts: list[str], joints: list[str]) -> None:
    said = parts[0] + "".join(joint + part for joint, part in zip(joints, parts[1:], strict=False))
    whole = reading(GESTATION, said)
    for part in parts:
        assert holds(whole, reading(GESTATION, part)), (said, part)


@st.composite
def measured(draw: st.DrawFn) -> tuple[Fact, str, list[str]]:
    """A number fact, a phrase of two numbers with the unit said once, and each of them said alone."""
    name, units, numbers = draw(st.sampled_from(UNITS))
    unit, joint = draw(st.sampled_from(units)), draw(st.sampled_from(JOINTS))
    first, second = sorted((draw(numbers), draw(numbers)), key=float)
    before = draw(st.sampled_from(("", "", *DOUBT, *DIRECTION)))
    behind = "" if before else draw(st.sampled_from(("", "", *DOUBT_BEHIND, *DIRECTION_BEHIND)))
    said = f"{before}{first}{joint}{second}{unit}{behind}"
    return VOCABULARY.facts[name], said, [f"{before}{first}{unit}", f"{second}{unit}{behind}"]


@examples(600)
@given(measured())
def test_a_unit_said_once_counts_for_both_numbers_whatever_they_measure(case: tuple[Fact, str, list[str]]) -> None:
    fact, said, alone = case
    whole = reading(fact, said)
    for part in alone:
        assert holds(whole, reading(fact, part)), (said, part)


@pytest.mark.parametrize("joint", [one for one in JOINTS if one != ".."])
@pytest.mark.parametrize(
    ("name", "first", "second"),
    [("earlier.gestation", "18", "20 weeks"), ("earlier.gestation", "4", "5个月"),
     ("earlier.gestation", "140", "150 days"), ("scans.length", "20", "25 mm"), ("scans.length", "2", "3 cm"),
     ("dilatation", "2", "3厘米"), ("temperature", "38", "39度"), ("curettages", "2", "3次"), ("age", "30", "32")],
)  # fmt: skip
def test_plain_phrases_of_two_are_read_and_not_refused(name: str, first: str, second: str, joint: str) -> None:
    assert reading(VOCABULARY.facts[name], first + joint + second) is not None


@examples(300)
@given(
    worded(gestations()), st.sampled_from(DOUBT), st.sampled_from(DOUBT_BEHIND), st.sampled_from(JOINTS), gestations()
)
def test_a_word_of_doubt_never_narrows(said: str, before: str, behind: str, joint: str, other: str) -> None:
    for phrase in (said, f"{said}{joint}{other}"):
        plain = reading(GESTATION, phrase)
        for doubted in (before + phrase, phrase + behind, before + phrase + behind):
            assert plain is None or holds(reading(GESTATION, doubted), plain), doubted


@pytest.mark.parametrize("said", ["20 weeks", "20周", "5 months", "18 or 19 weeks", "四五个月"])
def test_words_of_doubt_are_read_and_not_refused(said: str) -> None:
    for phrase in (before + said + behind for before in DOUBT for behind in ("", *DOUBT_BEHIND)):
        assert reading(GESTATION, phrase) is not None, phrase


@pytest.mark.parametrize("unit", ["周", "个星期"])
@pytest.mark.parametrize("first", [one for one in range(3, 44) if 1 <= one % 10 <= 8])
def test_two_chinese_figures_in_a_row_are_one_number_or_the_next(first: int, unit: str) -> None:
    said = chinese(first) + CHINESE[first % 10 + 1] + unit
    assert reading(GESTATION, said) == Span(first * 7, (first + 1) * 7 + 6), said


PIECES = st.one_of(
    gestations(), st.integers(0, 60).map(str), st.sampled_from(JOINTS), st.sampled_from(DOUBT),
    st.sampled_from(DOUBT_BEHIND),
    st.sampled_from((" ", "", ",", "，", "月", "周", "weeks", "d", "半", "孕", "十", "三")),
)  # fmt: skip
WHOLE_WEEKS = st.integers(3, 44).map(lambda number: f"{number}周")


@examples(500)
@given(st.lists(st.one_of(WHOLE_WEEKS, st.sampled_from(JOINTS), st.sampled_from(DOUBT), st.sampled_from(DOUBT_BEHIND))))
def test_whatever_stands_between_them_no_number_of_weeks_is_lost(pieces: list[str]) -> None:
    whole = reading(GESTATION, "".join(pieces)) if any(one.endswith("周") for one in pieces) else None
    for piece in pieces:
        if piece.endswith("周"):
            assert holds(whole, reading(GESTATION, piece)), pieces


@examples(500)
@given(st.one_of(st.lists(PIECES, max_size=6).map("".join), st.text(max_size=20)))
def test_anything_at_all_is_read_or_refused_in_a_sentence(said: str) -> None:
    for fact in VOCABULARY.facts.values():
        try:
            value = parse_value(fact, said)
        except ValueError as error:
            value, refusal = None, str(error)
        else:
            refusal = "-"
        assert 0 < len(refusal) < 400
        assert not isinstance(value, Span) or (value.low <= value.high and not value.unknown)
