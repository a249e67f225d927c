"""What a rule says, in English and Chinese: the tree a clinician compares with the guideline's own sentence.

It lives beside the vocabulary, not in `logic`, because its words are the vocabulary's labels.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias, assert_never

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
    Or,
    YesNo,
)
from fullterm.vocabulary.clause import WORDS, Range, counting, inline, merged, phrase, range_phrase
from fullterm.vocabulary.fact import Language
from fullterm.vocabulary.wording import COLON, NO, UNKNOWN_WORD, YES, fact_named, list_named

Answer: TypeAlias = Literal["", "yes", "no", "unknown"]


@dataclass(frozen=True, slots=True)
class ReasonLine:
    """One line of a tree. `answer` and `found` (what is known of her) are filled only when a woman was read."""

    depth: int
    text: str
    answer: Answer = ""
    found: str = ""


Lines: TypeAlias = tuple[ReasonLine, ...]


def show(lines: Lines, language: Language = "en") -> str:
    """A tree as plain text: two spaces to a level, the answer before the line, what was found in brackets."""
    answers = {"yes": YES, "no": NO, "unknown": UNKNOWN_WORD}
    return "\n".join(
        "  " * line.depth
        + (answers[line.answer][language] + COLON[language] if line.answer else "")
        + line.text
        + (f" [{line.found}]" if line.found else "")
        for line in lines
    )


def explain(node: Node, language: Language, *, open_named: bool = False) -> Lines:
    """What a rule says, as an indented tree of short phrases.

    A derived fact is printed by its label; with `open_named` what it stands for follows underneath.
    Raises ValueError when the rule reads a fact the vocabulary does not have.
    """
    return tuple(_lines(node, 0, language, open_named))


def _lines(node: Node, depth: int, language: Language, opened: bool) -> Iterator[ReasonLine]:
    match node:
        case Constant() | YesNo() | OneOf() | Measure():
            yield ReasonLine(depth, phrase(node, language))
        case And() | Or():
            yield from _junction(node, depth, language, opened)
        case Not():
            yield from _negation(node, depth, language, opened)
        case Named():
            yield ReasonLine(depth, phrase(node, language))
            if opened:
                yield from _lines(node.of, depth + 1, language, opened)
        case Compare():
            yield from _over(node, node.left, depth, language, opened)
        case Choice():
            yield ReasonLine(depth, phrase(node, language))
            for when, then in node.cases:
                yield from _headed("if", when, depth + 1, language, opened)
                yield from _headed("then", then, depth + 2, language, opened)
            yield from _headed("otherwise", node.otherwise, depth + 1, language, opened)
        case Count() | Least() | Greatest() | Latest():
            yield from _over(node, node, depth, language, opened)
        case _:
            assert_never(node)


def _junction(node: And | Or, depth: int, language: Language, opened: bool) -> Iterator[ReasonLine]:
    parts = merged(node)
    below = depth
    if len(parts) > 1:
        yield ReasonLine(depth, phrase(node, language))
        below += 1
    for part in parts:
        if isinstance(part, Range):
            yield ReasonLine(below, range_phrase(part, language))
        else:
            yield from _lines(part, below, language, opened)


def _negation(node: Not, depth: int, language: Language, opened: bool) -> Iterator[ReasonLine]:
    if isinstance(node.part, YesNo) and (own := fact_named(node.part.name, node.part.rows).answers) is not None:
        yield ReasonLine(depth, own.when_no[language])
        return
    first, *rest = _lines(node.part, depth, language, opened)
    if isinstance(node.part, And | Or) and rest:
        head = WORDS["not_all" if isinstance(node.part, And) else "none"][language]
        yield replace(first, text=head)
    else:
        yield replace(first, text=WORDS["not"][language] + COLON[language] + first.text)
    yield from rest


def _headed(head: str, part: Bool, depth: int, language: Language, opened: bool) -> Iterator[ReasonLine]:
    first, *rest = _lines(part, depth, language, opened)
    yield replace(first, text=WORDS[head][language] + COLON[language] + first.text)
    yield from rest


def _over(node: Compare | Number, number: Number, depth: int, language: Language, opened: bool) -> Iterator[ReasonLine]:
    """A line about a number, and beneath it which records count, where the line itself does not say."""
    if isinstance(number, Measure) or number.where == Constant(True):
        yield ReasonLine(depth, phrase(node, language))
    elif isinstance(number, Count):
        assert isinstance(node, Compare | Count)
        yield from _where(number.where, counting(node, language), depth, language, opened)
    else:
        yield ReasonLine(depth, phrase(node, language))
        if inline(number.where, language) is None:
            assert number.of.rows is not None
            among = WORDS["among"][language].format(list_named(number.of.rows).label[language])
            yield from _where(number.where, among, depth + 1, language, opened)


def _where(where: Bool, before: str, depth: int, language: Language, opened: bool) -> Iterator[ReasonLine]:
    first, *rest = _lines(where, depth, language, opened)
    yield replace(first, text=before + first.text)
    yield from rest
