"""How far along she was, as people say it: "just after five months", "about 20 weeks", "18-20周", "不到五个月".

What was said becomes a span of days that is never narrower than the words. Each convention is ours, and is written
with its reason in docs/decisions/02-about.md.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache

from fullterm.logic.quantity import HIGHEST, LOWEST, Span, exactly
from fullterm.vocabulary.composed import AmountSaid, NumberKind, Way, amounts, doubted, hull, shifted
from fullterm.vocabulary.spoken import spoken

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

_PREGNANT = re.compile(r"^(?:停经|宫内孕|宫内妊娠|妊娠|怀孕|孕)\s*")
_AT = re.compile(r"^(?:at (?!least|most|term)|in the |in |ga (?=\d)|g(?=\d))\s*")
_BEHIND = re.compile(r"\s*(?:pregnant|along|gestation|of pregnancy|of gestation|completed|的时候|时)$")
_MONTH_AND_MORE = re.compile(
    r"(\d(?:\.5)?)\s*(?:个?[多余]月|[多余]个月|\+\s*个?月|个?月\+)|(\d)\s*-?\s*odd months|(\d)\s*月(?=[多余])"
)
_ORDINALS = {"first": "1st", "second": "2nd", "third": "3rd", "fourth": "4th", "fifth": "5th", "sixth": "6th",
             "seventh": "7th", "eighth": "8th", "ninth": "9th"}  # fmt: skip

_WEEK = r"(?:weeks?|wks?|w|周)"
_DAY = r"(?:days?|d|天)"
_EXACT = re.compile(rf"^(\d{{1,2}})\s*{_WEEK}\s*(?:\+|and|,|又|零)?\s*(\d)(?:\s*/\s*7)?\s*{_DAY}?$")
_CHART = re.compile(rf"^(\d{{1,2}})(?:\s*\+\s*(\d)(?:\s*/\s*7)?|(?:\s|又)\s*(\d)\s*/\s*7)\s*(?:{_WEEK}|{_DAY})?$")
_WEEKS = re.compile(rf"^(\d{{1,2}})\s*{_WEEK}?$")
_SOME_WEEKS = re.compile(r"^(\d{1,2})(?:\s*[多余几+]\s*周|周\+|\s*-?\s*(?:odd|something) weeks)$")
_DAYS = re.compile(rf"^(\d{{1,3}})\s*{_DAY}$")
_MONTHS = re.compile(r"^(\d{1,2})(\.5)?\s*(?:months?|个月)$")
_AND = r"\s*(?:\+|and|,|又|零)?\s*"
_MONTHS_AND = re.compile(
    rf"^(\d{{1,2}})\s*(?:months?|个月)(?:{_AND}(\d{{1,2}})\s*{_WEEK})?(?:{_AND}(\d{{1,2}})\s*{_DAY})?$"
)
_TOO_MANY_DAYS = re.compile(rf"^(\d{{1,2}})\s*{_WEEK}{_AND}(\d{{2}})\s*{_DAY}$")
_NTH_MONTH = re.compile(r"^(?:第\s*(\d{1,2})\s*个?月|(\d{1,2})(?:st|nd|rd|th) month|month (\d{1,2}))$")
_MAY_BE_A_MONTH = re.compile(r"^(\d{1,2})\s*月$")
_DECIMAL_WEEKS = re.compile(rf"^(\d{{1,2}})\.(\d)\s*{_WEEK}?$")
_WRITE = "write 20w3d, 19w..22w, 'about 20w' or unknown"


@lru_cache(maxsize=4096)
def read_gestation(said: str) -> tuple[AmountSaid, ...]:
    """Every amount that a gestation, as people say it, may mean, in days. Raises ValueError: what to write instead."""
    text = _as_charts_do(spoken(said))
    try:
        if text.startswith("-"):
            raise ValueError(f"is negative: {_WRITE}")
        return amounts(text, GESTATION)
    except ValueError as error:
        raise ValueError(f"{said!r} {error}") from None


def _as_charts_do(text: str) -> str:
    """One spelling for what charts write around a gestation: 停经20+3周, 5月余, 20个星期."""
    text = text.replace("个星期", "周").replace("星期", "周").replace("礼拜", "周").replace("孕周", "周")
    text = re.sub(r"(?<=\d)\s*日", "天", text).replace("个周", "周").replace("个半月", ".5个月")
    for word, ordinal in _ORDINALS.items():
        text = text.replace(f"{word} month", f"{ordinal} month")
    if found := _PREGNANT.match(text):  # of a pregnancy, 5月 is five months and not May
        text = re.sub(r"(\d)\s*月", r"\1个月", text[found.end() :])
    text = _MONTH_AND_MORE.sub(lambda found: f"{found[1] or found[2] or found[3]}个月{'' if found[3] else '余'}", text)
    while (shorter := _BEHIND.sub("", _AT.sub("", text))) != text:
        text = shorter
    return text


def _plain(text: str) -> AmountSaid | None:
    """One gestation without any word of doubt."""
    if text in _NAMED:
        return AmountSaid(_NAMED[text], _NAMED[text], WEEK, widened=True)
    if found := _EXACT.match(text) or _CHART.match(text):
        whole, day = int(found[1]), int(next(part for part in found.groups()[1:] if part))
        if day > 6:
            raise _too_many(whole, day)
        return _exact(whole * WEEK + day)
    if found := _TOO_MANY_DAYS.match(text):
        raise _too_many(int(found[1]), int(found[2]))
    if found := _WEEKS.match(text):  # "20 weeks" is the completed week, 20+0 to 20+6
        start = int(found[1]) * WEEK
        return AmountSaid(Span(start, start + WEEK - 1), exactly(start), WEEK)
    if found := _SOME_WEEKS.match(text):  # 20多周: to the end of the twenties
        start = int(found[1])
        return _some(Span(start * WEEK, (start + (10 if start % 10 == 0 else 2)) * WEEK - 1))
    if found := _DAYS.match(text):
        return _exact(int(found[1]))
    if found := _DECIMAL_WEEKS.match(text):
        days = f"{found[1]}w{min(int(found[2]), 6)}d"
        raise ValueError(f"may mean {days} or a part of a week: write {days}, or the weeks and days meant")
    if found := _MAY_BE_A_MONTH.match(text):
        raise ValueError(f"may be a month of the year: write {found[1]}个月 or {found[1]} months")
    return _months(text)


def _too_many(weeks: int, days: int) -> ValueError:
    right = f"{weeks + days // WEEK}w{days % WEEK}d"
    return ValueError(f"has more than 6 days beside its weeks: write {right}")


def _exact(days: int) -> AmountSaid:
    return AmountSaid(exactly(days), exactly(days), WEEK)


def _some(span: Span) -> AmountSaid:
    return AmountSaid(span, span, WEEK, widened=True)


def _months(text: str) -> AmountSaid | None:
    """Months of four weeks, as Chinese clinics count, or of the calendar: both are kept."""
    if found := _MONTHS.match(text):
        whole, half = int(found[1]), bool(found[2])
        span = Span(whole * LUNAR_MONTH + half * FORTNIGHT, _longest(whole) + half * 16)
        return AmountSaid(span, span, FORTNIGHT, bare=True)
    if found := _MONTHS_AND.match(text):  # 5 months and 10 days: the days are counted on from either end of the months
        whole, more, days = (int(part or 0) for part in found.groups())
        beyond, end = more * WEEK + days, 0 if found[3] else WEEK - 1
        return _some(Span(whole * LUNAR_MONTH + beyond, _longest(whole) + beyond + end))
    if found := _NTH_MONTH.match(text):
        month = int(next(part for part in found.groups() if part))
        return _some(Span((month - 1) * LUNAR_MONTH, _longest(month) - 1))
    return None


def _longest(months: int) -> int:
    return LONGEST_MONTHS[months] if months < len(LONGEST_MONTHS) else months * 31


def _as(span_of: Callable[[AmountSaid], Span]) -> Callable[[AmountSaid], AmountSaid]:
    """A word of direction: from an amount to the amounts it points at."""

    def pointed(one: AmountSaid) -> AmountSaid:
        span = span_of(one)
        return replace(one, span=span, edge=span, bare=False, widened=True, doubted=False)

    return pointed


def _alone(one: AmountSaid) -> Span:
    """What the amount would mean without the word: "at least" and "at most" include it."""
    return doubted(one).span if one.bare else one.span


_WAYS: dict[Way, Callable[[AmountSaid], AmountSaid]] = {
    "about": doubted,
    "just_after": _as(lambda one: shifted(one.span, 0, one.slack)),
    "excess": _as(lambda one: shifted(one.span, 0, WEEK if one.slack == WEEK else 30)),
    "almost": _as(lambda one: shifted(one.edge, -2 * one.slack, -1)),
    "less": _as(lambda one: Span(LOWEST, shifted(one.edge, 0, -1).high)),
    "most": _as(lambda one: Span(LOWEST, _alone(one).high)),
    "more": _as(lambda one: Span(one.edge.low, HIGHEST)),
    "least": _as(lambda one: Span(min(_alone(one).low, one.edge.low), HIGHEST)),
}
GESTATION = NumberKind(
    _plain,
    _WAYS,
    rf"{_WEEK}|{_DAY}|months?|个月",
    f"is not a gestation: {_WRITE}",
    f"has a comma between figures, which may be a decimal or two numbers: {_WRITE}",
)
"""How a gestation is said."""


def read_weeks_between(said: str) -> Span:
    """How long one gestation lies from another, in days: "10 days", "about 2 weeks", "一两周". Raises ValueError.

    A number of weeks is taken as said, not as a completed week; a bare number is none.
    """
    try:
        return hull(one.span for one in amounts(_as_charts_do(spoken(said)), _BETWEEN))
    except ValueError as error:
        raise ValueError(f"{said!r} {error}") from None


def _plainly_between(text: str) -> AmountSaid | None:
    found = _LONG.match(text)
    return None if found is None else _exact(int(found[1]) * (WEEK if found[2][0] in "w周" else 1))


_LONG = re.compile(rf"^(\d{{1,3}})\s*({_WEEK}|{_DAY})$")
_BETWEEN = NumberKind(
    _plainly_between,
    {**_WAYS, "less": _as(lambda one: Span(0, shifted(one.edge, 0, -1).high)),
     "most": _as(lambda one: Span(0, one.span.high))},
    rf"{_WEEK}|{_DAY}",
    "is not a number of days or weeks: write 10 days before pregnancy 1",
    "has a comma between figures: write 10 days before pregnancy 1",
)  # fmt: skip
