"""The words for facts, amounts and missing facts, in both languages: read from the vocabulary, never written twice."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from fullterm.logic.facts import Value
from fullterm.logic.nodes import Operator
from fullterm.logic.quantity import HIGHEST, LOWEST, Span, Unit, show_amount
from fullterm.vocabulary.fact import VOCABULARY, Fact, Language, ListOf, Text

COLON: Final = Text(": ", ":")
YES: Final = Text("yes", "是")
NO: Final = Text("no", "否")
UNKNOWN_WORD: Final = Text("unknown", "不详")

# `{}` is the limit. A limit must say whether it is itself included: "up to 34w0d" would not.
_BOUND: Final[dict[Operator, Text]] = {
    "<": Text("less than {}", "小于{}"),
    "<=": Text("{} or less", "不超过{}"),
    ">": Text("more than {}", "大于{}"),
    ">=": Text("{} or more", "{}及以上"),
}
_BOUND_IN_TIME: Final[dict[Operator, Text]] = {
    "<": Text("before {}", "早于{}"),
    "<=": Text("{} or earlier", "{}及以前"),
    ">": Text("after {}", "晚于{}"),
    ">=": Text("{} or later", "{}及以后"),
}
_KEY = re.compile(r"^(\w+)\[(\d+)\]\.(\w+)$")


def fact_named(name: str, rows: str | None = None) -> Fact:
    """The definition of a fact. Raises ValueError when the vocabulary has none of that name."""
    full = name if rows is None else f"{rows}.{name}"
    if full not in VOCABULARY.facts:
        raise ValueError(f"{full} is not a fact of the vocabulary: declare it there before a rule reads it")
    return VOCABULARY.facts[full]


def list_named(rows: str) -> ListOf:
    """The definition of a list. Raises ValueError when the vocabulary has none of that name."""
    if rows not in VOCABULARY.lists:
        raise ValueError(f"{rows} is not a list of the vocabulary: declare it with list_of before a rule reads it")
    return VOCABULARY.lists[rows]


def record_name(rows: str, number: int, language: Language) -> str:
    """One record of a list, by its 1-based place: `earlier pregnancy 2`, `既往妊娠2`."""
    one = list_named(rows).one[language]
    return f"{one}{number}" if language == "zh" else f"{one} {number}"


@cache
def name_of(key: str, language: Language) -> str:
    """A missing fact as people call it, from its key: `contractions`, `earlier[2].abruption`, `earlier`.

    Raises ValueError when the key names nothing in the vocabulary.
    """
    if found := _KEY.match(key):
        rows, number, name = found[1], int(found[2]), found[3]
        return record_name(rows, number, language) + COLON[language] + fact_named(name, rows).label[language]
    if key in VOCABULARY.lists:
        return VOCABULARY.lists[key].label[language]
    if key in VOCABULARY.derived:
        return VOCABULARY.derived[key].label[language]
    return fact_named(key).label[language]


@cache
def place_of(key: str) -> tuple[int, int]:
    """Where a missing fact stands in the vocabulary, to list facts in the order a clinician takes a history.

    A list comes just before its records' fields, and a record after the one told before it.
    """
    names = list(VOCABULARY.facts)
    if found := _KEY.match(key):
        return names.index(f"{found[1]}.{found[3]}"), int(found[2])
    if key in VOCABULARY.lists:
        return next((i for i, fact in enumerate(VOCABULARY.facts.values()) if fact.rows == key), len(names)), 0
    return (names.index(key) if key in names else len(names)), 0


def amount_in(amount: int, unit: Unit, language: Language) -> str:
    """An amount as a clinician writes it: `23w6d` or `23周6天`; `25 mm`."""
    if unit is Unit.DAYS and language == "zh" and amount >= 0:
        weeks, days = divmod(amount, 7)
        return f"{weeks}周{days}天" if days else f"{weeks}周"
    if unit is Unit.YEARS and language == "zh":
        return f"{amount}岁"
    return show_amount(amount, unit)


def bound(operator: Operator, limit: int, unit: Unit, language: Language) -> str:
    """A limit in words: `25 mm or less`, `before 24w0d`."""
    words = _BOUND_IN_TIME if unit is Unit.DAYS else _BOUND
    return words[operator][language].format(amount_in(limit, unit, language))


def between(lower: tuple[Operator, int], upper: tuple[Operator, int], unit: Unit, language: Language) -> str:
    """Two limits in words: `from 16w0d to 24w0d` includes both ends, `from 16w0d, before 24w0d` only the first."""
    low, high = amount_in(lower[1], unit, language), amount_in(upper[1], unit, language)
    if (lower[0], upper[0]) == (">=", "<="):
        if low == high:
            return low
        return f"{low}至{high}" if language == "zh" else f"from {low} to {high}"
    if lower[0] == ">=" and language == "en":
        return f"from {low}, {bound(*upper, unit, language)}"
    return f"{bound(*lower, unit, language)}{',' if language == 'zh' else ', '}{bound(*upper, unit, language)}"


def span_in(span: Span, unit: Unit, language: Language) -> str:
    """What is known of a number, in words: `20w0d`, `19w0d to 22w6d`, `20w0d or later`, `unknown`."""
    if span.unknown:
        return UNKNOWN_WORD[language]
    if span.exact:
        return amount_in(span.low, unit, language)
    if span.low == LOWEST:
        return bound("<=", span.high, unit, language)
    if span.high == HIGHEST:
        return bound(">=", span.low, unit, language)
    low, high = amount_in(span.low, unit, language), amount_in(span.high, unit, language)
    return f"{low}至{high}" if language == "zh" else f"{low} to {high}"


def answers_of(fact: Fact) -> tuple[Text, Text, Text]:
    """What a yes/no fact may be answered, for yes, no and unknown: `yes`, or its own word, such as `present`."""
    own = fact.answers
    return (YES, NO, UNKNOWN_WORD) if own is None else (own.yes, own.no, own.unknown)


def value_in(fact: Fact, value: Value | None, language: Language) -> str:
    """A fact's value in words: `yes`, `absent`, `through the vagina`, `22 mm`, `unknown`."""
    if value is None or isinstance(value, bool):
        yes, no, unknown = answers_of(fact)
        return (unknown if value is None else yes if value else no)[language]
    if isinstance(value, Span):
        assert fact.unit is not None
        return span_in(value, fact.unit, language)
    return option_label(fact, value, language)


def said_in(fact: Fact, value: Value | None, language: Language) -> str:
    """A fact with its value, as one says it: `contractions: no`, `no heartbeat was seen`."""
    if fact.answers is not None and isinstance(value, bool):
        return (fact.answers.when_yes if value else fact.answers.when_no)[language]
    return fact.label[language] + COLON[language] + value_in(fact, value, language)


def so(fact: Fact, language: Language) -> str:
    """A yes/no fact as a condition: `contractions`, `a heartbeat was seen`."""
    return (fact.label if fact.answers is None else fact.answers.when_yes)[language]


def option_label(fact: Fact, option: str, language: Language) -> str:
    """One option of a fact in words. Raises ValueError when the fact does not have it."""
    for name, label in fact.options:
        if name == option:
            return label[language]
    raise ValueError(f"{fact.full_name} cannot be {option!r}: write one of {', '.join(n for n, _ in fact.options)}")
