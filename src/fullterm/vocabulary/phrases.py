"""What people say, read as a fact's value: "about 20 weeks", "19w..22w", "18-22", "just after 5 months", "2.2 cm".

An approximate answer stays approximate. How each phrase is widened is our own convention, written in
docs/decisions/02-about.md, and never narrower than what was said.
"""

from __future__ import annotations

import re

from fullterm.logic.facts import Value
from fullterm.logic.quantity import HIGHEST, LOWEST, Span, Unit, exactly, of_unit, show_amount, show_span
from fullterm.vocabulary.fact import Fact

UNKNOWN_WORDS = frozenset({"unknown", "don't know", "dont know", "not known", "?", "不知道", "不详", "未知", "不清楚"})
YES_WORDS = frozenset({"yes", "y", "true", "是", "有"})
NO_WORDS = frozenset({"no", "n", "false", "否", "没有", "无"})

_EXACT = re.compile(r"^(\d{1,2})\s*(?:w|weeks?|周|\+)\s*(?:\+|and)?\s*(\d)\s*(?:d|days?|天)?$")
_WEEKS = re.compile(r"^(\d{1,2})\s*(?:w|weeks?|周)$")
_DAYS = re.compile(r"^(\d{1,3})\s*(?:d|days?|天)$")
_MONTHS = re.compile(r"^(\d{1,2})\s*(?:months?|个月)$")
_BARE = re.compile(r"^\d{1,2}$")
_RANGE = re.compile(r"\s*(?:\.\.|-|–|~|\bto\b|至|到)\s*")
_NUMBER = re.compile(r"^(-?\d+(?:\.\d+)?)\s*([^\d\s].*)?$")
_ABOUT = re.compile(r"^(?:about|around|approximately|roughly|大约|约|大概)\s*")
_AFTER = re.compile(r"^(?:just after|just over|a little over|刚过|刚满)\s*")
_LESS = re.compile(r"^(?:less than|under|before|not yet|almost|不到|未满|不足)\s*")
_MORE = re.compile(r"^(?:more than|over|at least|after|超过|至少)\s*")
WEEK = 7
FORTNIGHT = 14
LUNAR_MONTH = 28
LONGEST_MONTH = 31


def parse_value(fact: Fact, text: object) -> Value | None:
    """Read what was said as a value of `fact`; None when it is unknown.

    Raises ValueError with one sentence saying what is wrong and what to write instead.
    """
    said = str(text).strip()
    if said.lower() in UNKNOWN_WORDS:
        return None
    match fact.kind:
        case "yes/no":
            return _yes_no(said)
        case "option":
            return _option(fact, said)
        case "number":
            return parse_span(fact, said)


def _yes_no(said: str) -> bool:
    word = said.lower()
    if word in YES_WORDS or word in NO_WORDS:
        return word in YES_WORDS
    raise ValueError(f"{said!r} is neither yes, no nor unknown: write one of these three")


def _option(fact: Fact, said: str) -> str:
    word = said.lower().replace(" ", "_").replace("-", "_")
    for name, label in fact.options:
        if word == name or said.lower() in (label.en.lower(), label.zh):
            return name
    choices = ", ".join(name for name, _ in fact.options)
    raise ValueError(f"{said!r} is none of its options: write one of {choices}, or unknown")


def parse_span(fact: Fact, said: str) -> Span:
    """Read a number or a range in the fact's unit, and check that it lies where anybody should believe it."""
    assert fact.unit is not None
    span = _gestation(said) if fact.unit is Unit.DAYS else _measured(fact.unit, said)
    low, high = fact.lowest, fact.highest
    assert low is not None
    assert high is not None
    if span.low > span.high:
        raise ValueError(f"{said!r} runs backwards: write the smaller number first")
    if span.high < low or span.low > high or (span.low != LOWEST and span.low < low) or HIGHEST > span.high > high:
        limits = f"{show_amount(low, fact.unit)} to {show_amount(high, fact.unit)}"
        raise ValueError(f"{show_span(span, fact.unit)} is not possible here: write a value from {limits}, or unknown")
    return span


def _gestation(said: str) -> Span:
    text = said.lower().strip()
    for pattern, widen in ((_ABOUT, _about), (_AFTER, _after), (_LESS, _less), (_MORE, _more)):
        if found := pattern.match(text):
            return widen(text[found.end() :])
    return _plain(text)


def _about(rest: str) -> Span:
    slack = FORTNIGHT if _MONTHS.match(rest) else WEEK
    span = _plain(rest)
    return Span(span.low - slack, span.high + slack)


def _after(rest: str) -> Span:
    span = _plain(rest)
    return Span(span.low, span.high + (FORTNIGHT if _MONTHS.match(rest) else WEEK - 1))


def _less(rest: str) -> Span:
    span = _plain(rest)
    if _MONTHS.match(rest):  # "less than five months" is said in the fifth month
        return Span(span.low - LUNAR_MONTH, span.high - 1)
    return Span(LOWEST, span.low - 1)


def _more(rest: str) -> Span:
    return Span(_plain(rest).low, HIGHEST)


def _plain(text: str) -> Span:
    if (one := _one_gestation(text)) is not None:
        return one
    ends = _RANGE.split(text)
    if len(ends) == 2 and any(ends):
        low, high = (_one_gestation(end) if end else Span(LOWEST, HIGHEST) for end in ends)
        if low is not None and high is not None:
            return Span(low.low, high.high)
    raise ValueError(f"{text!r} is not a gestation: write 20w3d, 19w..22w, 'about 20w' or unknown")


def _one_gestation(text: str) -> Span | None:
    if found := _EXACT.match(text):
        whole, day = int(found[1]), int(found[2])
        if day > 6:
            raise ValueError(f"{text!r} has more than 6 days beside its weeks: write {whole + 1}w{day - 7}d")
        return exactly(whole * 7 + day)
    if found := _WEEKS.match(text) or (_BARE.match(text) and re.match(r"(\d+)", text)) or None:
        whole = int(found[1])
        return Span(whole * 7, whole * 7 + 6)  # "20 weeks" is the completed week, 20+0 to 20+6
    if found := _DAYS.match(text):
        return exactly(int(found[1]))
    if found := _MONTHS.match(text):  # of four weeks, as Chinese clinics count, or of the calendar: both are kept
        return Span(int(found[1]) * LUNAR_MONTH, int(found[1]) * LONGEST_MONTH)
    return None


def _measured(unit: Unit, said: str) -> Span:
    text = said.lower().strip()
    if _ABOUT.match(text):
        raise ValueError(f"{said!r}: 'about' says too little of a measurement; write a range such as 20..25")
    for pattern, at_least in ((_LESS, False), (_MORE, True)):
        if found := pattern.match(text):
            amount = _one_measure(unit, text[found.end() :], said).low
            return Span(amount, HIGHEST) if at_least else Span(LOWEST, amount - 1)
    if text.startswith("-"):
        raise ValueError(f"{said!r} is negative: write the amount measured, or unknown")
    ends = _RANGE.split(text)
    if len(ends) == 2 and any(ends):
        symbol = "".join(found[2] or "" for end in ends[1:] if (found := _NUMBER.match(end)))
        low = _one_measure(unit, _with_unit(ends[0], symbol), said).low if ends[0] else LOWEST
        high = _one_measure(unit, ends[1], said).high if ends[1] else HIGHEST
        return Span(low, high)
    return _one_measure(unit, text, said)


def _with_unit(text: str, symbol: str) -> str:
    return text if _NUMBER.match(text) is None or not re.match(r"^-?[\d.]+$", text) else f"{text} {symbol}"


def _one_measure(unit: Unit, text: str, said: str) -> Span:
    found = _NUMBER.match(text)
    if found is None:
        raise ValueError(f"{said!r} is not a number: write it in {unit.symbol or 'figures'}, a range, or unknown")
    number, symbol = float(found[1]), (found[2] or "").strip()
    if unit is Unit.MILLIMETRES:
        if symbol in ("cm", "厘米"):
            number, symbol = round(number * 10, 6), "mm"
        elif not symbol and 0 < number < 10 and "." in found[1]:
            raise ValueError(
                f"{said!r} looks like centimetres: write {number * 10:g} mm, or {number:g} mm if you mean it"
            )
    if symbol not in ("", unit.symbol.lower(), "mm" if unit is Unit.MILLIMETRES else "", *_ALSO.get(unit, ())):
        raise ValueError(f"{said!r} is in {symbol!r}: write it in {unit.symbol or 'whole numbers'}")
    return exactly(of_unit(number, unit).amount)


_ALSO: dict[Unit, tuple[str, ...]] = {
    Unit.MILLIMETRES: ("毫米",),
    Unit.CENTIMETRES: ("厘米",),
    Unit.YEARS: ("years", "岁"),
    Unit.CELSIUS: ("c", "℃"),
    Unit.CELLS: ("x10^9/l", "10^9/l"),
    Unit.COUNT: ("times", "次"),
}
