"""From the values of a stored document to the same tree as `text` reads from a file, without writing it as text.

A record is read at every look and for everybody every night; writing it as JSON only to parse it as YAML took nine
tenths of that time. Both roads must give the same tree: what the text road would refuse, fold or cut is left to it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from math import isfinite
from typing import Any

from fullterm.care.case.text import DEEPEST, LARGEST, MOST_VALUES, At, Mapping, Node, Scalar, Sequence

_FOLDED = re.compile("[\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
"""Characters that YAML refuses, or takes for the end of a line."""
_LONGEST_NAME = 100
"""Characters of a field's name; YAML refuses the very long."""
_LONGEST = LARGEST // 8
"""Characters in all: at most six bytes each when written as JSON, so that every text left here is small enough."""


class _Odd(Exception):  # noqa: N818 - never leaves this module
    pass


def tree_of(document: Any) -> Mapping | None:
    """The tree of a document; None when only reading its text can tell what is wrong with it.

    A document has no lines: each place holds line 0, and as its column the order in which it would be read.
    """
    try:
        root = _Values().node(document, 0)
    except _Odd:
        return None
    return root if isinstance(root, Mapping) and root.entries else None


class _Values:
    """The values of one document, counted as they are met."""

    def __init__(self) -> None:
        self.met = 0
        self.letters = 0

    def node(self, value: Any, depth: int) -> Node:
        at = self.place()
        kind = type(value)
        if depth > DEEPEST:
            raise _Odd
        if kind is str:
            return Scalar(self.checked(value), at, quoted=True)
        if kind is dict:
            return Mapping(tuple(self.entries(value, depth)), at)
        if kind is list:
            return Sequence(tuple([self.node(item, depth + 1) for item in value]), at)
        if value is None:
            return Scalar("null", at)
        if kind is bool:
            return Scalar("true" if value else "false", at)
        if kind is int or (kind is float and isfinite(value)):
            return Scalar(repr(value), at)
        raise _Odd

    def entries(self, values: dict[Any, Any], depth: int) -> Iterator[tuple[str, At, Node]]:
        for name, value in values.items():
            if type(name) is not str or len(name) > _LONGEST_NAME:
                raise _Odd
            at = self.place()
            yield self.checked(name), at, self.node(value, depth + 1)

    def place(self) -> At:
        self.met += 1
        if self.met > MOST_VALUES:
            raise _Odd
        return At(0, self.met)

    def checked(self, text: str) -> str:
        self.letters += len(text)
        if self.letters > _LONGEST or _FOLDED.search(text):
            raise _Odd
        return text
