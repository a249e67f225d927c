"""Gestations told by one another: "10 days before pregnancy 1", "same as the first", "比第1次早10天".

The days between are read as a gestation is: taken as said, "about 10 days before" a week wider either side, "10 or 14
days before" as both.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from fullterm.care.case.fields import all_hold
from fullterm.care.case.text import Mapping, Node, Scalar, Sequence
from fullterm.logic.facts import Value
from fullterm.logic.quantity import HIGHEST, LOWEST, Span
from fullterm.vocabulary.about import read_weeks_between
from fullterm.vocabulary.composed import AmountSaid
from fullterm.vocabulary.fact import VOCABULARY, Fact
from fullterm.vocabulary.phrases import parse_value, shorten, within
from fullterm.vocabulary.spoken import half_width, spoken

_RELATIVE = re.compile(
    r"^(?P<between>.+? ?(?:days?|d|weeks?|w|天|周)(?: or so| approximately| or more| or less)?) "
    r"(?P<side>before|earlier than|after|later than) (?:the )?(?P<which>.+)$"
)
_CHINESE_RELATIVE = re.compile(r"^比(?P<which>.+?)(?P<side>早|晚)了?(?P<between>.+)$")
_SAME = re.compile(r"^(?:the )?same as (?:the )?(?P<which>.+)$")
_WHICH = re.compile(r"^(?:pregnancy|loss|第)? ?(\d{1,2}) ?(?:pregnancy|loss|one|次)?$")
_IN_WORDS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")


class _LoopError(ValueError):
    """Two gestations told only by each other."""


class Gestations:
    """The gestations of earlier pregnancies, where one may be told by another: "10 days before pregnancy 1"."""

    def __init__(self, records: tuple[Node, ...]) -> None:
        self._phrases = [_phrases(item) for item in records]
        self._busy: set[int] = set()

    def reading(self, number: int) -> Callable[[Fact, str], Value | None]:
        """How the facts of pregnancy `number` are read."""

        def parse(fact: Fact, text: str) -> Value | None:
            if fact.full_name == "earlier.gestation" and (span := self.relative(text, number)) is not None:
                return span
            return parse_value(fact, text)

        return parse

    def relative(self, text: str, number: int) -> Span | None:
        """What a gestation told by another pregnancy comes to; None when it is told by itself."""
        said = " ".join(half_width(text).lower().split())
        if found := _SAME.match(said):
            return self.of(self.which(found["which"], number), text)
        found = _RELATIVE.match(said) or _CHINESE_RELATIVE.match(said)
        if found is None:
            return None
        between = read_weeks_between(found["between"])
        span = self.of(self.which(found["which"], number), text)
        if found["side"] in ("before", "earlier than", "早"):
            between = Span(_opposite(between.high), _opposite(between.low))
        moved = Span(_added(span.low, between.low, LOWEST), _added(span.high, between.high, HIGHEST))
        return within(VOCABULARY.facts["earlier.gestation"], (AmountSaid(moved, moved, widened=True),), shorten(text))

    def which(self, said: str, number: int) -> int:
        """The place in the list of the pregnancy somebody names. Raises ValueError."""
        word = said.removesuffix(" pregnancy").removesuffix(" loss").removesuffix(" one").removesuffix(" time")
        if word in ("previous", "last", "before", "上次", "前次", "上一次"):
            return number - 1
        if word in _IN_WORDS:
            return _IN_WORDS.index(word) + 1
        if found := _WHICH.match(spoken(said)):
            return int(found[1])
        raise ValueError(f"{shorten(said)!r} names no pregnancy of the list: write 10 days before pregnancy 1")

    def of(self, number: int, text: str) -> Span:
        """The gestation of one pregnancy, however it was told. Raises ValueError."""
        if not 1 <= number <= len(self._phrases):
            raise ValueError(f"{shorten(text)!r}: there is no pregnancy {number} in the list: correct the number")
        if number in self._busy:
            raise _LoopError(f"{shorten(text)!r} leads back to itself: tell one of the two gestations by itself")
        self._busy.add(number)
        try:
            fact = VOCABULARY.facts["earlier.gestation"]
            value = all_hold(fact, self._phrases[number - 1], self.reading(number))
        except _LoopError:
            raise
        except ValueError as error:
            raise ValueError(f"{shorten(text)!r}: the gestation of pregnancy {number} cannot be read") from error
        finally:
            self._busy.discard(number)
        if not isinstance(value, Span):
            raise ValueError(f"{shorten(text)!r}: the gestation of pregnancy {number} is not told: write it there")
        return value


def _added(end: int, by: int, open_end: int) -> int:
    return open_end if open_end in (end, by) else end + by


def _opposite(end: int) -> int:
    return {LOWEST: HIGHEST, HIGHEST: LOWEST}.get(end, -end)


def _phrases(item: Node) -> list[str]:
    node = item.get("gestation") if isinstance(item, Mapping) else None
    if isinstance(node, Mapping):
        node = node.get("value")
    told = node.items if isinstance(node, Sequence) else () if node is None else (node,)
    return [one.text.strip() for one in told if isinstance(one, Scalar)]
