"""A phrase about a number, taken apart and put together again: "4 or 5 months", "大约十七八周", "less than 18 or 19 weeks".

A phrase is made of plain amounts, of words that join them, and of words of doubt or direction before or behind them.
The amounts are read one by one, under every way in which a word may belong to them, and `hull` is the one place where
they become an answer. So a reading holds the reading of each of its parts, and a word of doubt can only widen it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal, TypeAlias

from fullterm.logic.quantity import HIGHEST, LOWEST, Span
from fullterm.vocabulary.spoken import spoken

Way: TypeAlias = Literal["about", "just_after", "excess", "almost", "less", "most", "more", "least"]

_BEFORE: dict[Way, str] = {
    "about": "about|around|approximately|approx.|approx|roughly|some|maybe|perhaps|possibly|probably|i think|circa|~|≈|"
    "大约|大概|大致|差不多|约|估计|可能|好像|也许|或许",
    "just_after": "just after|just over|just past|a little over|a little more than|slightly over|just|"
    "刚刚过|刚过|刚满|刚",
    "almost": "almost|nearly|not quite|just under|just before|just short of|将近|接近|快到|快|差一点到|差点到|近",
    "most": "at most|up to|no more than|not more than|<=|至多|最多|不超过|不多于|不大于",
    "less": "less than|under|below|before|not yet|fewer than|<|不到|未满|不满|不足|小于|少于|没到",
    "least": "at least|no less than|not less than|from|>=|至少|不少于|不小于|已满|满",
    "more": "more than|over|above|beyond|after|past|>|超过|大于|多于",
}
_BEHIND: dict[Way, str] = {
    "about": "or so|or thereabouts|approximately|approx.|approx|roughly|i think|maybe|perhaps|probably|-ish|ish|?|"
    "左右|上下|前后|吧",
    "excess": "and a bit|and some days|and a few days|有余|出头|余|多|+",
    "most": "or less|or fewer|or under|or earlier|or before|at most|以内|以下|之内|内",
    "less": "不到|未满|不满|不足|以前|之前|前",
    "least": "or more|or over|or later|or above|or longer|at least|+|以上|以后|之后|后|起",
}
_ENDS = re.compile(r"^(?:between|either|介于|在)\s*|^(?:from|从|自)\s*(?=.*(?:\.\.|\bto\b|至|到|-|~))|\s*(?:之间)$")
"""Words that only say that two ends follow."""
_JOINED = (
    re.compile(r"\s*(?:,\s+)?(?:\.\.|\bto\b|\bor\b|至|(?<![不没快点])到|或者|或|还是|、|–|—|~)\s*"),
    re.compile(r"\s*(?:-|(?:,\s+)?\band\b|和|及|,(?=\s))\s*"),
)
"""What joins two amounts; "and", "-" and a comma only where nothing else does, because all stand inside one amount too."""
_AT_LEAST = re.compile(r"^(\d+(?:\.\d+)?)\s*\+\s*([^\d\s].*)?$")
_COMMA = re.compile(r"\d,\d")
_MOST_JOINTS = 8
_NAME = re.compile(r"[a-z]+(?:_[a-z0-9]+)*")
"""How the name of a field looks."""


class Unreadable(ValueError):  # noqa: N818 - a refusal; the sentence is for a person
    """Nothing in the phrase says what it means."""


@dataclass(frozen=True, slots=True)
class AmountSaid:
    """What one amount may mean, in base steps. `edge`: where it may begin, which "less than" and "more than" go by.

    `bare`: it is an approximation unless a word says otherwise. `widened`: wider than the words name, by our rule.
    """

    span: Span
    edge: Span
    slack: int = 0
    bare: bool = False
    widened: bool = False
    doubted: bool = False


@dataclass(frozen=True, slots=True)
class NumberKind:
    """How one kind of number is said. `plain` reads one amount, None when the text is none; `unit`: how its units look.

    `refused` is the sentence for what cannot be read, `comma` for a comma between figures, each with an example.
    """

    plain: Callable[[str], AmountSaid | None]
    ways: Mapping[Way, Callable[[AmountSaid], AmountSaid]]
    unit: str
    refused: str
    comma: str


def hull(spans: Iterable[Span]) -> Span:
    """The one span that holds them all."""
    every = tuple(spans)
    return Span(min(one.low for one in every), max(one.high for one in every))


def shifted(span: Span, low: int, high: int) -> Span:
    """The span with its ends moved; an open end stays open."""
    return Span(
        span.low if span.low == LOWEST else span.low + low, span.high if span.high == HIGHEST else span.high + high
    )


def doubted(amount: AmountSaid) -> AmountSaid:
    """An amount with a word of doubt: its slack wider either side, once, however many words of doubt there are."""
    if amount.doubted:
        return amount
    wide, edge = (shifted(one, -amount.slack, amount.slack) for one in (amount.span, amount.edge))
    return replace(amount, span=wide, edge=edge, bare=False, widened=True, doubted=True)


def amounts(text: str, kind: NumberKind) -> tuple[AmountSaid, ...]:
    """Every amount a phrase (already `spoken`) may mean. Raises ValueError: the example to write instead."""
    if _COMMA.search(text):
        raise ValueError(kind.comma)
    found = _Reader(kind).read(text)
    return tuple(doubted(one) if one.bare else one for one in found)


@dataclass(slots=True)
class _Reader:
    kind: NumberKind
    seen: dict[str, tuple[AmountSaid, ...] | ValueError] = field(default_factory=dict)

    def read(self, text: str) -> tuple[AmountSaid, ...]:
        """The amounts of one piece; each piece is read once, however many ways lead to it."""
        text = text.strip()
        if text not in self.seen:
            try:
                self.seen[text] = self.piece(text)
            except ValueError as error:
                self.seen[text] = error
        found = self.seen[text]
        if isinstance(found, ValueError):
            raise found
        return found

    def piece(self, text: str) -> tuple[AmountSaid, ...]:
        if (one := self.kind.plain(text)) is not None:
            return (one,)
        if (inner := _ENDS.sub("", text)) != text:
            return self.read(inner)
        if found := _LAST.search(text):
            inside = self.read(text[: found.start()])
            return (*self.each(_WAY_BEHIND[found[1]], inside), *inside[:-1])
        if found := _FIRST.match(text):
            inside = self.read(text[found.end() :])
            return (*self.each(_WAY_BEFORE[found[1]], inside), *inside[1:])
        if found := _AT_LEAST.match(text):
            return self.each("least", self.read(f"{found[1]} {found[2] or ''}"))
        return self.joined(text)

    def each(self, way: Way, inside: tuple[AmountSaid, ...]) -> tuple[AmountSaid, ...]:
        """The amounts under one word. It may belong to its neighbour alone, so the others stay beside them."""
        return tuple(self.kind.ways[way](one) for one in inside)

    def joined(self, text: str) -> tuple[AmountSaid, ...]:
        """Two phrases and what joins them. The first way to part them that can be read is taken."""
        why: ValueError = Unreadable(self.kind.refused)
        for pattern in _JOINED:
            joints = list(pattern.finditer(text))
            for joint in joints if len(joints) <= _MOST_JOINTS else ():
                first, second = text[: joint.start()], text[joint.end() :]
                try:
                    return self.both(first, second, joint[0].strip())
                except Unreadable:
                    continue
                except ValueError as error:
                    why = error
        raise why

    def both(self, first: str, second: str, joint: str) -> tuple[AmountSaid, ...]:
        if joint == ".." and bool(first) != bool(second):
            return self.each("most" if second else "least", self.read(first or second))
        if not first or not second:
            raise Unreadable(self.kind.refused)
        left, right = (self.read(one) for one in self.lent(first, second))
        if hull(one.span for one in left).low > hull(one.span for one in right).high:
            raise ValueError("runs backwards: write the smaller number first")
        return (*left, *right)

    def lent(self, first: str, second: str) -> tuple[str, str]:
        """Both parts with their unit: one said only once counts for both ("5-6 months", "5 months or 6")."""
        if first[-1].isdigit() and (found := re.search(rf"\d\s*({self.kind.unit})", second)):
            return f"{first} {found[1]}", second
        if second[-1].isdigit() and (found := re.fullmatch(rf"\D*\d+(?:\.\d+)?\s*({self.kind.unit})", first)):
            return first, f"{second} {found[1]}"
        return first, second


def _by_word(words: Mapping[Way, str]) -> dict[str, Way]:
    return {word: way for way, several in words.items() for word in several.split("|")}


def _any_of(words: Iterable[str]) -> str:
    """A pattern for the longest of some words; an English one does not begin or end inside another word."""
    longest = sorted(words, key=len, reverse=True)
    return "|".join(
        (r"(?<![a-z])" if word[0].isascii() and word[0].isalpha() and word != "ish" else "")
        + re.escape(word)
        + (r"(?![a-z])" if word[-1].isascii() and word[-1].isalpha() else "")
        for word in longest
    )


_WAY_BEFORE = _by_word(_BEFORE)
_WAY_BEHIND = _by_word(_BEHIND)
_FIRST = re.compile(rf"^({_any_of(_WAY_BEFORE)})\s*(?=\S)")
_LAST = re.compile(rf"(?<=\S)\s*({_any_of(_WAY_BEHIND)})$")


def of_a_phrase(before: str, piece: str) -> bool:
    """Whether a piece behind a comma goes on with a number before it: it holds one too ("16, 17 or 18 weeks"), or it is
    a word of doubt or direction ("20 weeks, maybe more"). The name of a field does neither; and "yes, 2 pads" is a yes.
    """
    text = spoken(piece)
    if not any(sign.isdigit() for sign in spoken(before)):
        return False
    if any(sign.isdigit() for sign in text):
        return _NAME.fullmatch(text) is None
    doubt = _FIRST.match(f"{text} 1") or _LAST.search(f"1 {text}")
    return doubt is not None
