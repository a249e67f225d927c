"""One node of a rule as one short clause: `gestation today: 24w0d or earlier`, `at least 3 earlier pregnancies, each with`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, assert_never

from fullterm.logic.nodes import (
    And,
    Bool,
    Choice,
    Compare,
    Constant,
    Count,
    Greatest,
    Latest,
    Least,
    Measure,
    Named,
    Node,
    Not,
    Number,
    OneOf,
    Operator,
    Or,
    YesNo,
)
from fullterm.logic.quantity import Unit
from fullterm.vocabulary.fact import Language, Text
from fullterm.vocabulary.wording import COLON, between, bound, fact_named, list_named, name_of, option_label, so

WORDS: Final = {
    "all": Text("all of", "以下全部"),
    "any": Text("any of", "以下任一"),
    "none": Text("none of", "以下皆非"),
    "not_all": Text("not all of", "并非以下全部"),
    "not": Text("not", "非"),
    "not_so": Text("not", "以下不成立"),
    "always": Text("in every case", "任何情况"),
    "never": Text("in no case", "无任何情况"),
    "first": Text("the first of these that holds decides", "依次判断,以首个成立者为准"),
    "if": Text("if", "若"),
    "then": Text("then", "则"),
    "otherwise": Text("otherwise", "否则"),
    "or": Text(" or ", "或"),
    "with": Text(", with ", ",符合:"),
    "each_with": Text(", each with ", ",每次均符合:"),
    "number_of": Text("number of {}", "{}次数"),
    "among": Text("among {} with ", "限于{},符合:"),
}
_EXTREME: Final = {
    Unit.MILLIMETRES: (Text("shortest {}", "最短{}"), Text("longest {}", "最长{}")),
    Unit.DAYS: (Text("earliest {}", "最早{}"), Text("latest {}", "最晚{}")),
}
_LOWEST: Final = (Text("lowest {}", "最低{}"), Text("highest {}", "最高{}"))


@dataclass(frozen=True, slots=True)
class Range:
    """A lower and an upper limit of one number, told as one: `gestation at the end: from 16w0d, before 24w0d`."""

    of: Measure
    lower: tuple[Operator, int]
    upper: tuple[Operator, int]


def phrase(node: Node, language: Language) -> str:
    """A node's own line, without what stands beneath it: `gestation today: 24w0d or earlier`, `all of`."""
    match node:
        case Constant():
            return WORDS["always" if node.value else "never"][language]
        case YesNo():
            return so(fact_named(node.name, node.rows), language)
        case OneOf():
            return fact_named(node.name, node.rows).label[language] + COLON[language] + _options(node, language)
        case And():
            return WORDS["all"][language]
        case Or():
            return WORDS["any"][language]
        case Not():
            return WORDS["not_so"][language]
        case Choice():
            return WORDS["first"][language]
        case Named():
            return name_of(node.name, language)
        case Compare():
            return _compared(node, language)
        case Measure() | Count() | Least() | Greatest() | Latest():
            return _subject(node, language)
        case _:
            assert_never(node)


def merged(node: And | Or) -> tuple[Bool | Range, ...]:
    """The parts of a junction; in a conjunction a lower and an upper limit of one number are told as one range."""
    if isinstance(node, Or):
        return node.parts
    limits: dict[Measure, list[Compare]] = {}
    for part in node.parts:
        if isinstance(part, Compare) and isinstance(part.left, Measure):
            limits.setdefault(part.left, []).append(part)
    told: list[Bool | Range] = []
    for part in node.parts:
        pair = limits.get(part.left, []) if isinstance(part, Compare) and isinstance(part.left, Measure) else []
        lower = [(one.operator, one.limit) for one in pair if one.operator in (">", ">=")]
        upper = [(one.operator, one.limit) for one in pair if one.operator in ("<", "<=")]
        if len(lower) != 1 or len(upper) != 1:
            told.append(part)
        elif part is pair[0]:
            assert isinstance(part, Compare)
            assert isinstance(part.left, Measure)
            told.append(Range(part.left, lower[0], upper[0]))
    return tuple(told)


def range_phrase(part: Range, language: Language) -> str:
    """A range with its label: `gestation at the end: from 16w0d, before 24w0d`."""
    return _subject(part.of, language) + COLON[language] + _limits(part, language)


def _limits(part: Range, language: Language) -> str:
    return between(part.lower, part.upper, part.of.unit, language)


def _compared(node: Compare, language: Language) -> str:
    if isinstance(node.left, Count):
        return _counted(node.left, node.operator, node.limit, language)
    text = bound(node.operator, node.limit, node.unit, language)
    return _subject(node.left, language) + COLON[language] + text


def _counted(number: Count, operator: Operator, limit: int, language: Language) -> str:
    at_least = operator in (">", ">=")
    whole = _whole(operator, limit)
    listed = list_named(number.rows)
    if language == "zh":
        return (
            f"{'至少' if at_least else '至多'}{whole}次{listed.one.zh}" if at_least or whole else f"无{listed.one.zh}"
        )
    if not at_least and not whole:
        return f"no {listed.one.en}"
    called = listed.one.en if whole == 1 else listed.label.en
    return f"{'at least' if at_least else 'at most'} {whole} {called}"


def _whole(operator: Operator, limit: int) -> int:
    """`> 2` is at least 3, `< 3` is at most 2."""
    return limit + (operator == ">") - (operator == "<")


def counting(node: Compare | Count, language: Language) -> str:
    """A count, ready for what each record must be: `at least 3 earlier pregnancies, each with `."""
    several = isinstance(node, Compare) and _whole(node.operator, node.limit) > 1
    return phrase(node, language) + WORDS["each_with" if several else "with"][language]


def _subject(number: Number, language: Language) -> str:
    match number:
        case Measure():
            return fact_named(number.name, number.rows).label[language]
        case Count():
            return WORDS["number_of"][language].format(list_named(number.rows).label[language])
        case Least() | Greatest():
            words = _EXTREME.get(number.of.unit, _LOWEST)[isinstance(number, Greatest)]
        case Latest():
            words = Text("last {}", "末次{}")
        case _:
            assert_never(number)
    label = words[language].format(_subject(number.of, language))
    among = inline(number.where, language)
    assert number.of.rows is not None
    if not among:
        return label
    one = list_named(number.of.rows).one[language]
    return f"{label}({one}:{among})" if language == "zh" else f"{label} ({one} {among})"


def inline(where: Bool, language: Language) -> str | None:
    """Which records count, short enough for brackets: `from 16w0d to 24w0d, through the vagina`; None if it is not."""
    if isinstance(where, Constant):
        return "" if where.value else None
    told = [_short(part, language) for part in (merged(where) if isinstance(where, And) else (where,))]
    if None in told:
        return None
    return (", " if language == "en" else ",").join(filter(None, told))


def _short(part: Bool | Range, language: Language) -> str | None:
    """A part in brackets. A record's own gestation, and an option that speaks for itself, go without their label."""
    if isinstance(part, Range):
        return _limits(part, language) if part.of.name == "gestation" else range_phrase(part, language)
    if isinstance(part, OneOf) and "none" not in part.options:
        return _options(part, language)
    if isinstance(part, Compare) and isinstance(part.left, Measure) and part.left.name == "gestation":
        return bound(part.operator, part.limit, part.unit, language)
    if isinstance(part, YesNo | OneOf) or (isinstance(part, Compare) and isinstance(part.left, Measure)):
        return phrase(part, language)
    return None


def _options(node: OneOf, language: Language) -> str:
    fact = fact_named(node.name, node.rows)
    return WORDS["or"][language].join(option_label(fact, option, language) for option in node.options)
