"""How far along she was, as people say it: "just after five months", "about 20 weeks", "18-20周", "不到五个月".

What was said becomes a span of days that is never narrower than the words. Each convention is ours, and is written
with its reason in docs/decisions/02-about.md.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from fullterm.logic.quantity import HIGHEST, LOWEST, Span, exactly

WEEK = 7
FORTNIGHT = 14
LUNAR_MONTH = 28
LONGEST_MONTHS = (0, 31, 62, 92, 123, 153, 184, 215, 245, 276, 306)
"""The most days that so many consecutive calendar months can hold: May to September are 153."""

TERM = Span(37 * WEEK, 42 * WEEK - 1)
FIRST_TRIMESTER = Span(LOWEST, 14 * WEEK - 1)
SECOND_TRIMESTER = Span(12 * WEEK, 28 * WEEK - 1)
THIRD_TRIMESTER = Span(26 * WEEK, HIGHEST)
_NAMED = {
    "term": TERM, "full term": TERM, "full-term": TERM, "at term": TERM, "足月": TERM,
    "first trimester": FIRST_TRIMESTER, "早孕期": FIRST_TRIMESTER, "早期": FIRST_TRIMESTER,
    "second trimester": SECOND_TRIMESTER, "中孕期": SECOND_TRIMESTER, "中期": SECOND_TRIMESTER,
    "third trimester": THIRD_TRIMESTER, "晚孕期": THIRD_TRIMESTER, "晚期": THIRD_TRIMESTER,
}  # fmt: skip

_ENGLISH = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = {"twenty": 20, "thirty": 30, "forty": 40}
_TEN_AND_ONE = re.compile(rf"\b(twenty|thirty|forty)(?:[ -]({'|'.join(_ENGLISH[1:10])}))?\b")
_SMALL = re.compile(rf"\b({'|'.join(sorted(_ENGLISH, key=len, reverse=True))})\b")
_CHINESE = re.compile(r"[一二两三四五六七八九十]+")
_DIGITS = {sign: value for value, sign in enumerate("零一二三四五六七八九")} | {"两": 2}
_HALF = re.compile(r"(\d+)(?:\s*(?:and a half|½)|(?=\s*个半月))")
_BEFORE = re.compile(r"^(?:at (?=\d)|in the |in |怀孕|孕)\s*")
_BEHIND = re.compile(r"\s*(?:pregnant|along|gestation|of pregnancy|of gestation|completed)$")

_EXACT = re.compile(r"^(\d{1,2})\s*(?:w|weeks?|wks?|周|\+)\s*(?:\+|and|,)?\s*(\d)\s*(?:d|days?|天)?$")
_WEEKS = re.compile(r"^(\d{1,2})(?:\s*(?:w|weeks?|wks?|周))?$")
_DAYS = re.compile(r"^(\d{1,3})\s*(?:d|days?|天)$")
_MONTHS = re.compile(r"^(\d{1,2})(\.5)?\s*(?:months?|个半?月)$")
_ODD_MONTHS = re.compile(r"^(\d{1,2})\s*(?:个多月|-?odd months)$")
_NTH_MONTH = re.compile(r"^(?:第\s*(\d{1,2})\s*个?月|(\d{1,2})(?:st|nd|rd|th) month|month (\d{1,2}))$")
_ORDINALS = {"first": "1st", "second": "2nd", "third": "3rd", "fourth": "4th", "fifth": "5th", "sixth": "6th",
             "seventh": "7th", "eighth": "8th", "ninth": "9th"}  # fmt: skip
_DECIMAL_WEEKS = re.compile(r"^(\d{1,2})\.(\d)\s*(?:w|weeks?|wks?|周)?$")
RANGE = re.compile(r"\s*(?:\.\.|-|–|—|~|\bto\b|\bor\b|\band\b|至|到|或)\s*")
ABOUT = re.compile(r"^(?:about|around|approximately|approx\.?|roughly|some|~|大约|约|大概|差不多)\s*")
JUST_AFTER = re.compile(r"^(?:just after|just over|just past|a little over|a little more than|刚过|刚满|刚刚过)\s*")
ALMOST = re.compile(r"^(?:almost|nearly|not quite|just under|just before|just short of|将近|接近|快到?|差一点到?)\s*")
LESS = re.compile(r"^(?:less than|under|before|not yet|fewer than|<|不到|未满|不足|小于|没到)\s*")
MOST = re.compile(r"^(?:at most|up to|no more than|<=|≤|至多|最多|不超过)\s*")
MORE = re.compile(r"^(?:more than|over|after|>|超过|大于)\s*")
LEAST = re.compile(r"^(?:at least|from|>=|≥|至少|不少于)\s*")


class Said(NamedTuple):
    """What was said as a span of days, and whether we widened it beyond what the words name."""

    span: Span
    widened: bool


class _Point(NamedTuple):
    """A plain amount: the days it names under every way of counting, and whether it was a bare number of months."""

    span: Span
    months: bool = False


def read_gestation(said: str) -> Said:
    """Read a gestation as people say it. Raises ValueError saying what to write instead."""
    text = _normal(said)
    if text in _NAMED:
        return Said(_NAMED[text], True)
    for pattern, widen in _WIDENED:
        if found := pattern.match(text):
            return Said(widen(_point(text[found.end() :], said)), True)
    if text.startswith("-"):
        raise ValueError(f"{said!r} is negative: write 20w3d, 19w..22w, 'about 20w' or unknown")
    ends = RANGE.split(text.removeprefix("between "))
    open_end = ".." in text and any(ends)
    if len(ends) == 2 and (all(ends) or open_end) and not _EXACT.match(text):
        return Said(_range(ends[0], ends[1], said), False)
    point = _point(text, said)
    return Said(_about(point), True) if point.months else Said(point.span, False)


def _normal(said: str) -> str:
    text = " ".join(said.lower().replace("一个半月", "1.5个月").split())
    text = _TEN_AND_ONE.sub(lambda found: str(_TENS[found[1]] + (_ENGLISH.index(found[2]) if found[2] else 0)), text)
    text = _SMALL.sub(lambda found: str(_ENGLISH.index(found[1])), text)
    text = _CHINESE.sub(lambda found: str(_chinese(found[0])), text)
    text = _HALF.sub(r"\1.5", text)
    for word, ordinal in _ORDINALS.items():
        text = text.replace(f"{word} month", f"{ordinal} month")
    return _BEHIND.sub("", _BEFORE.sub("", text))


def _chinese(sign: str) -> int:
    tens, ten, ones = sign.rpartition("十")
    if not ten:
        return _DIGITS.get(sign, 99)
    return _DIGITS.get(tens or "一", 9) * 10 + (_DIGITS.get(ones, 9) if ones else 0)


def _about(point: _Point) -> Span:
    slack = FORTNIGHT if point.months else WEEK
    return Span(point.span.low - slack, point.span.high + slack)


def _just_after(point: _Point) -> Span:
    return Span(point.span.low, point.span.high + (FORTNIGHT if point.months else WEEK))


def _almost(point: _Point) -> Span:
    if point.months:
        return Span(point.span.low - LUNAR_MONTH, point.span.high - 1)
    return Span(point.span.low - FORTNIGHT, point.span.low - 1)


def _less(point: _Point) -> Span:
    return Span(LOWEST, (point.span.high if point.months else point.span.low) - 1)


def _most(point: _Point) -> Span:
    return Span(LOWEST, point.span.high)


def _least(point: _Point) -> Span:
    return Span(point.span.low, HIGHEST)


_WIDENED: tuple[tuple[re.Pattern[str], Callable[[_Point], Span]], ...] = (
    (ABOUT, _about), (JUST_AFTER, _just_after), (ALMOST, _almost), (MOST, _most), (LESS, _less), (LEAST, _least),
    (MORE, _least),
)  # fmt: skip


def _range(first: str, second: str, said: str) -> Span:
    """Two ends; a unit said once counts for both ("5-6 months"). An end left empty is open."""
    if re.fullmatch(r"\d{1,2}", first) and (unit := re.search(r"(?:months?|个月)$", second)):
        first = f"{first} {unit[0]}"
    low = _point(first, said).span.low if first else LOWEST
    high = _point(second, said).span.high if second else HIGHEST
    return Span(low, high)


def _point(text: str, said: str) -> _Point:
    if found := _EXACT.match(text):
        whole, day = int(found[1]), int(found[2])
        if day > 6:
            raise ValueError(f"{said!r} has more than 6 days beside its weeks: write {whole + 1}w{day - 7}d")
        return _Point(exactly(whole * WEEK + day))
    if found := _WEEKS.match(text):  # "20 weeks" is the completed week, 20+0 to 20+6
        return _Point(Span(int(found[1]) * WEEK, int(found[1]) * WEEK + WEEK - 1))
    if found := _DAYS.match(text):
        return _Point(exactly(int(found[1])))
    if found := _DECIMAL_WEEKS.match(text):
        days = f"{found[1]}w{min(int(found[2]), 6)}d"
        raise ValueError(f"{said!r} may mean {days} or a part of a week: write {days}, or the weeks and days meant")
    months = _months(text)
    if months is None:
        raise ValueError(f"{said!r} is not a gestation: write 20w3d, 19w..22w, 'about 20w' or unknown")
    return months


def _months(text: str) -> _Point | None:
    """Months of four weeks, as Chinese clinics count, or of the calendar: both are kept."""
    if found := _MONTHS.match(text):
        whole, half = int(found[1]), bool(found[2])
        return _Point(Span(whole * LUNAR_MONTH + half * FORTNIGHT, _longest(whole) + half * 16), months=True)
    if found := _ODD_MONTHS.match(text):
        return _Point(Span(int(found[1]) * LUNAR_MONTH, _longest(int(found[1]) + 1) - 1))
    if found := _NTH_MONTH.match(text):
        month = int(next(part for part in found.groups() if part))
        return _Point(Span((month - 1) * LUNAR_MONTH, _longest(month) - 1))
    return None


def _longest(months: int) -> int:
    return LONGEST_MONTHS[months] if months < len(LONGEST_MONTHS) else months * 31
