"""How the page writes gestations, days and missing facts, and the marks a Chinese reader expects."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from django.utils.safestring import SafeString

from fullterm.logic.quantity import HIGHEST, LOWEST, Span, Unit
from fullterm.vocabulary.fact import VOCABULARY, Language
from fullterm.vocabulary.punctuation import chinese
from fullterm.vocabulary.wording import fact_named, name_of, place_of, span_in

_KEY = re.compile(r"^(\w+)\[(\d+)\]\.(\w+)$")
QUOTED = frozenset({"said", "name", "url", "reason"})
"""Somebody's own words, of which not even a comma is changed."""


def written(value: Any, language: Language, key: str = "") -> Any:
    """Everything a template will show, with the marks of its language; somebody's own words are left alone."""
    if language != "zh" or key in QUOTED:
        return value
    if isinstance(value, str) and not isinstance(value, SafeString):
        return chinese(value)
    if isinstance(value, dict):
        return {name: written(one, language, name) for name, one in value.items()}
    if isinstance(value, list):
        return [written(one, language, key) for one in value]
    if isinstance(value, tuple):
        return tuple(written(one, language, key) for one in value)
    return value


def weeks_in(span: Span, language: Language) -> str:
    """A gestation in words: `12w0d`, `11w5d to 12w2d`, `20w0d or later`, `unknown`."""
    return span_in(span, Unit.DAYS, language)


def days_in(span: Span, language: Language) -> str:
    """A day, or the span it lies in: `2026-10-19`, `2026-10-17 to 2026-10-21`; nothing when unknown."""
    if span.unknown:
        return ""
    low = "" if span.low == LOWEST else date.fromordinal(span.low).isoformat()
    high = "" if span.high == HIGHEST else date.fromordinal(span.high).isoformat()
    if low == high:
        return low
    between = "至" if language == "zh" else " to "
    return f"{low}{between}{high}"


def last_day(closes: str | None) -> str | None:
    """The last day inside a window whose end is given as the first day too late."""
    return None if closes is None else (date.fromisoformat(closes) - timedelta(days=1)).isoformat()


def missing_in(keys: Iterable[str], language: Language, most: int = 8) -> list[str]:
    """Missing facts as people call them, in the order a history is taken; one of several pregnancies named once."""
    grouped: dict[tuple[str, str], list[int]] = {}
    for key in sorted(keys, key=place_of):
        found = _KEY.match(key)
        grouped.setdefault((found[1], found[3]) if found else ("", key), []).extend([int(found[2])] if found else [])
    said = [_missing(rows, name, sorted(numbers), language) for (rows, name), numbers in grouped.items()]
    return said[:most] + ([f"+{len(said) - most}"] if len(said) > most else [])


def _missing(rows: str, name: str, numbers: list[int], language: Language) -> str:
    if not rows:
        return name_of(name, language)
    one = VOCABULARY.lists[rows].one[language]
    label = fact_named(name, rows).label[language]
    if language == "zh":
        return f"{label}({one}{'、'.join(map(str, numbers))})"
    return f"{label} ({one} {', '.join(map(str, numbers))})"
