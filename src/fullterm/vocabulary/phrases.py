"""What people say, read as a fact's value: "about 20 weeks", "19w..22w", "18-22", "just after 5 months", "2.2 cm".

An approximate answer stays approximate. How each phrase is widened is our own convention, written in
docs/decisions/02-about.md, and never narrower than what was said.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from fullterm.logic.facts import Value
from fullterm.logic.quantity import HIGHEST, LOWEST, Span, Unit, exactly, of_unit, show_amount
from fullterm.vocabulary.about import ABOUT, ALMOST, JUST_AFTER, LEAST, LESS, MORE, MOST, RANGE, read_gestation
from fullterm.vocabulary.fact import VOCABULARY, Fact

UNKNOWN_WORDS = frozenset(
    {"unknown", "don't know", "dont know", "not known", "not sure", "unsure", "unclear", "?"}
    | {"不知道", "不详", "未知", "不清楚", "不确定", "记不清", "不记得"}
)
YES_WORDS = frozenset({"yes", "y", "true", "是", "有"})
NO_WORDS = frozenset({"no", "n", "false", "否", "没有", "无"})

_NUMBER = re.compile(r"^(-?\d{1,9}(?:\.\d{1,6})?)\s*([^\d\s].*)?$")
_MAY_BE_CENTIMETRES = frozenset({"scans.length", "earlier.shortest_cervix"})
"""Lengths that clinics also write in centimetres: a bare 3 could be either, and the difference decides an operation."""
_LONGEST_ECHO = 60


def parse_value(fact: Fact, text: object) -> Value | None:
    """Read what was said as a value of `fact`; None when it is unknown.

    Raises ValueError with one sentence saying what is wrong and what to write instead.
    """
    said = str(text).strip()
    own = fact.answers
    if said.lower() in UNKNOWN_WORDS or (own is not None and said.lower() in (own.unknown.en, own.unknown.zh)):
        return None
    match fact.kind:
        case "yes/no":
            return _yes_no(fact, said)
        case "option":
            return _option(fact, said)
        case "number":
            return parse_span(fact, said)


def is_unknown(said: str) -> bool:
    """Whether somebody said that it is not known, in the words for it or in those of a fact that has its own."""
    word = said.strip().lower()
    return word in UNKNOWN_WORDS or any(
        word in (own.unknown.en, own.unknown.zh) for fact in VOCABULARY.facts.values() if (own := fact.answers)
    )


def _yes_no(fact: Fact, said: str) -> bool:
    word, own = said.lower(), fact.answers
    if own is not None and word in (own.yes.en, own.yes.zh, own.no.en, own.no.zh):
        return word in (own.yes.en, own.yes.zh)
    if word in YES_WORDS or word in NO_WORDS:
        return word in YES_WORDS
    yes, no, unknown = ("yes", "no", "unknown") if own is None else (own.yes.en, own.no.en, own.unknown.en)
    raise ValueError(f"{shorten(said)!r} is neither {yes}, {no} nor {unknown}: write one of these three")


def _option(fact: Fact, said: str) -> str:
    word = said.lower().replace(" ", "_").replace("-", "_")
    for name, label in fact.options:
        if word == name or said.lower() in (label.en.lower(), label.zh):
            return name
    choices = ", ".join(name for name, _ in fact.options)
    raise ValueError(f"{shorten(said)!r} is none of its options: write one of {choices}, or unknown")


def parse_span(fact: Fact, said: str) -> Span:
    """Read a number or a range in the fact's unit, and check that it lies where anybody should believe it.

    Where we widened an approximate answer, the widening stops at what is possible; what was said does not.
    Raises ValueError saying what to write instead.
    """
    assert fact.unit is not None
    assert fact.lowest is not None
    assert fact.highest is not None
    shown = shorten(said)
    span, widened = read_gestation(shown) if fact.unit is Unit.DAYS else (_measured(fact, shown), False)
    if span.low > span.high:
        raise ValueError(f"{shown!r} runs backwards: write the smaller number first")
    low, high = fact.lowest, fact.highest
    inside = span.low <= high and span.high >= low
    if inside and widened:
        span = Span(span.low if span.low == LOWEST else max(span.low, low), _at_most(span.high, high))
    if not inside or LOWEST < span.low < low or high < span.high < HIGHEST:
        limits = f"{show_amount(low, fact.unit)} to {show_amount(high, fact.unit)}"
        raise ValueError(f"{shown!r} is not possible here: write a value from {limits}, or unknown")
    return span


def shorten(said: str) -> str:
    """What was said, short enough to stand in a sentence."""
    return said if len(said) <= _LONGEST_ECHO else said[: _LONGEST_ECHO - 1] + "…"


def _at_most(end: int, limit: int) -> int:
    return end if end == HIGHEST else min(end, limit)


def _measured(fact: Fact, said: str) -> Span:
    text = said.lower().strip()
    if ABOUT.match(text) or ALMOST.match(text) or JUST_AFTER.match(text):
        raise ValueError(f"{said!r} says too little of a measurement: write the number, or a range such as 20..25")
    for pattern, span_of in _ONE_SIDED:
        if found := pattern.match(text):
            return span_of(_one_measure(fact, text[found.end() :], said))
    if text.startswith("-"):
        raise ValueError(f"{said!r} is negative: write the amount measured, or unknown")
    ends = RANGE.split(text.removeprefix("between "))
    if len(ends) == 2 and any(ends):
        symbol = "".join(found[2] or "" for end in ends[1:] if (found := _NUMBER.match(end)))
        low = _one_measure(fact, _with_unit(ends[0], symbol), said) if ends[0] else LOWEST
        high = _one_measure(fact, ends[1], said) if ends[1] else HIGHEST
        return Span(low, high)
    return exactly(_one_measure(fact, text, said))


_ONE_SIDED: tuple[tuple[re.Pattern[str], Callable[[int], Span]], ...] = (
    (MOST, lambda amount: Span(LOWEST, amount)),
    (LESS, lambda amount: Span(LOWEST, amount - 1)),
    (LEAST, lambda amount: Span(amount, HIGHEST)),
    (MORE, lambda amount: Span(amount + 1, HIGHEST)),
)


def _with_unit(text: str, symbol: str) -> str:
    return f"{text} {symbol}" if re.fullmatch(r"[\d.]+", text) else text


def _one_measure(fact: Fact, text: str, said: str) -> int:
    unit = fact.unit
    assert unit is not None
    found = _NUMBER.match(text)
    if found is None:
        raise ValueError(
            f"{said!r} is not a number: write it in {_WRITTEN.get(unit, unit.symbol)}, a range, or unknown"
        )
    number, symbol = float(found[1]), (found[2] or "").strip()
    if number < 0:
        raise ValueError(f"{said!r} is negative: write the amount measured, or unknown")
    if unit is Unit.MILLIMETRES:
        number, symbol = _millimetres(fact, number, symbol, said, "." in found[1])
    elif unit is Unit.CENTIMETRES and symbol in ("mm", "毫米"):
        number, symbol = round(number / 10, 6), "cm"
    if symbol not in ("", unit.symbol.lower(), *_ALSO.get(unit, ())):
        raise ValueError(f"{said!r} is in {symbol!r}: write it in {_WRITTEN.get(unit, unit.symbol)}")
    try:
        return of_unit(number, unit).amount
    except ValueError:
        finest = "a whole number" if unit.steps == 1 else "one decimal" if unit.steps == 10 else "two decimals"
        raise ValueError(f"{said!r} is finer than it can be measured: write {finest}, or unknown") from None


def _millimetres(fact: Fact, number: float, symbol: str, said: str, decimal: bool) -> tuple[float, str]:
    if symbol in ("cm", "厘米"):
        return round(number * 10, 6), "mm"
    if not symbol and 0 < number < 10 and (decimal or fact.full_name in _MAY_BE_CENTIMETRES):
        raise ValueError(f"{said!r} looks like centimetres: write {number * 10:g} mm, or {number:g} mm if you mean it")
    return number, symbol


_WRITTEN = {Unit.COUNT: "figures", Unit.YEARS: "years"}
_ALSO: dict[Unit, tuple[str, ...]] = {
    Unit.MILLIMETRES: ("毫米",),
    Unit.CENTIMETRES: ("厘米",),
    Unit.YEARS: ("years", "years old", "岁"),
    Unit.CELSIUS: ("c", "℃"),
    Unit.CELLS: ("x10^9/l", "10^9/l"),
    Unit.COUNT: ("times", "次"),
}
