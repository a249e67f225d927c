"""What people say, read as a fact's value: "about 20 weeks", "19w..22w", "18-22", "just after 5 months", "2.2 cm".

An approximate answer stays approximate. How each phrase is widened is our own convention, written in
docs/decisions/02-about.md, and never narrower than what was said.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import lru_cache

from fullterm.logic.facts import Value
from fullterm.logic.quantity import HIGHEST, LOWEST, Span, Unit, exactly, of_unit, show_amount
from fullterm.vocabulary.about import read_gestation
from fullterm.vocabulary.composed import AmountSaid, NumberKind, Way, amounts, hull, shifted
from fullterm.vocabulary.fact import VOCABULARY, Fact
from fullterm.vocabulary.spoken import half_width, spoken

UNKNOWN_WORDS = frozenset(
    {"unknown", "don't know", "dont know", "not known", "not sure", "unsure", "unclear", "?"}
    | {"不知道", "不详", "未知", "不清楚", "不确定", "记不清", "不记得"}
)
YES_WORDS = frozenset({"yes", "y", "true", "是", "有"})
NO_WORDS = frozenset({"no", "n", "false", "否", "没有", "无"})

_NUMBER = re.compile(r"^(\d{1,9}(?:\.\d{1,6})?)\s*([^\d\s.+~–—-].*)?$")
_MORE_THAN_A_UNIT = re.compile(
    r"\d|\b(?:or|and|to|at|maybe|perhaps|probably|roughly|approx)\b|[?+或到至、左上以之内不未吧余多]"
)
"""What follows a number and is more than a unit: another number, or a word of doubt or direction."""
_MAY_BE_CENTIMETRES = frozenset({"scans.length", "earlier.shortest_cervix"})
"""Lengths that clinics also write in centimetres: a bare 3 could be either, and the difference decides an operation."""
_LONGEST_ECHO = 60


def parse_value(fact: Fact, text: object) -> Value | None:
    """Read what was said as a value of `fact`; None when it is unknown.

    Raises ValueError with one sentence saying what is wrong and what to write instead.
    """
    said = str(text).strip()
    own, word = fact.answers, half_width(said).lower()
    if word in UNKNOWN_WORDS or (own is not None and word in (own.unknown.en, own.unknown.zh)):
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
    word = half_width(said.strip()).lower()
    return word in UNKNOWN_WORDS or any(
        word in (own.unknown.en, own.unknown.zh) for fact in VOCABULARY.facts.values() if (own := fact.answers)
    )


def _yes_no(fact: Fact, said: str) -> bool:
    word, own = half_width(said).lower(), fact.answers
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
    shown = shorten(said)
    read = read_gestation(shown) if fact.unit is Unit.DAYS else _measured(fact, shown)
    return within(fact, read, shown)


def within(fact: Fact, read: Iterable[AmountSaid], shown: str) -> Span:
    """The span that holds every amount read, each checked against what is possible. Raises ValueError."""
    assert fact.unit is not None
    assert fact.lowest is not None
    assert fact.highest is not None
    low, high = fact.lowest, fact.highest
    least, most = show_amount(low, fact.unit), show_amount(high, fact.unit)
    possible = []
    for one in read:
        span = one.span
        inside = span.low <= high and span.high >= low
        if inside and one.widened:
            span = Span(span.low if span.low == LOWEST else max(span.low, low), _at_most(span.high, high))
        if not inside or LOWEST < span.low < low or high < span.high < HIGHEST:
            raise ValueError(f"{shown!r} is not possible here: write a value from {least} to {most}, or unknown")
        possible.append(span)
    whole = hull(possible)
    if whole.low <= low and whole.high >= high:
        raise ValueError(f"{shown!r} leaves everything from {least} to {most} open: write a narrower range, or unknown")
    return whole


def shorten(said: str) -> str:
    """What was said, short enough to stand in a sentence."""
    return said if len(said) <= _LONGEST_ECHO else said[: _LONGEST_ECHO - 1] + "…"


def _at_most(end: int, limit: int) -> int:
    return end if end == HIGHEST else min(end, limit)


def _measured(fact: Fact, said: str) -> tuple[AmountSaid, ...]:
    assert fact.unit is not None
    text = spoken(said)
    try:
        if text.startswith("-"):
            raise ValueError("is negative: write the amount measured, or unknown")
        return _amounts(fact.unit, fact.full_name in _MAY_BE_CENTIMETRES, text)
    except ValueError as error:
        raise ValueError(f"{said!r} {error}") from None


@lru_cache(maxsize=4096)
def _amounts(unit: Unit, may_be_centimetres: bool, text: str) -> tuple[AmountSaid, ...]:
    written = _WRITTEN.get(unit, unit.symbol)
    symbols = sorted({unit.symbol.lower(), *_ALSO.get(unit, ()), *_LENGTHS.get(unit, ())} - {""}, key=len, reverse=True)
    kind = NumberKind(
        lambda piece: _one_measure(unit, may_be_centimetres, piece),
        _WAYS,
        "|".join(map(re.escape, symbols)) or "(?!)",
        f"is not a number: write it in {written}, a range, or unknown",
        "has a comma between figures: write a decimal with a point, as 2.5, or two values as 2..5",
    )
    return amounts(text, kind)


def _as(span_of: Callable[[AmountSaid], Span]) -> Callable[[AmountSaid], AmountSaid]:
    return lambda one: replace(one, span=span_of(one), edge=span_of(one))


def _doubt(_: AmountSaid) -> AmountSaid:
    raise ValueError("says too little of a measurement: write the number, or a range such as 20..25")


_WAYS: dict[Way, Callable[[AmountSaid], AmountSaid]] = {
    "about": _doubt,
    "just_after": _doubt,
    "excess": _doubt,
    "almost": _doubt,
    "less": _as(lambda one: Span(LOWEST, shifted(one.edge, 0, -1).high)),
    "most": _as(lambda one: Span(LOWEST, one.edge.high)),
    "more": _as(lambda one: Span(shifted(one.edge, 1, 0).low, HIGHEST)),
    "least": _as(lambda one: Span(one.edge.low, HIGHEST)),
}


def _one_measure(unit: Unit, may_be_centimetres: bool, text: str) -> AmountSaid | None:
    """One measurement without any word, None when it is none."""
    found = _NUMBER.match(text)
    if found is None:
        return None
    number, symbol = float(found[1]), (found[2] or "").strip()
    if unit is Unit.MILLIMETRES:
        number, symbol = _millimetres(number, symbol, may_be_centimetres or "." in found[1])
    elif unit is Unit.CENTIMETRES and symbol in ("mm", "毫米"):
        number, symbol = round(number / 10, 6), "cm"
    if symbol not in ("", unit.symbol.lower(), *_ALSO.get(unit, ())):
        if _MORE_THAN_A_UNIT.search(symbol):
            return None
        raise ValueError(f"is in {symbol!r}: write it in {_WRITTEN.get(unit, unit.symbol)}")
    try:
        amount = of_unit(number, unit).amount
    except ValueError:
        finest = "a whole number" if unit.steps == 1 else "one decimal" if unit.steps == 10 else "two decimals"
        raise ValueError(f"is finer than it can be measured: write {finest}, or unknown") from None
    return AmountSaid(exactly(amount), exactly(amount))


def _millimetres(number: float, symbol: str, may_be_centimetres: bool) -> tuple[float, str]:
    if symbol in ("cm", "厘米"):
        return round(number * 10, 6), "mm"
    if not symbol and 0 < number < 10 and may_be_centimetres:
        raise ValueError(f"looks like centimetres: write {number * 10:g} mm, or {number:g} mm if you mean it")
    return number, symbol


_WRITTEN = {Unit.COUNT: "figures", Unit.YEARS: "years"}
_ALSO: dict[Unit, tuple[str, ...]] = {
    Unit.MILLIMETRES: ("毫米",),
    Unit.CENTIMETRES: ("厘米",),
    Unit.YEARS: ("years", "years old", "岁"),
    Unit.CELSIUS: ("c", "℃", "度", "摄氏度"),
    Unit.CELLS: ("x10^9/l", "10^9/l"),
    Unit.COUNT: ("times", "次"),
}
_LENGTHS: dict[Unit, tuple[str, ...]] = {
    Unit.MILLIMETRES: ("cm", "厘米"),
    Unit.CENTIMETRES: ("mm", "毫米"),
}
"""The units of length that are converted."""
