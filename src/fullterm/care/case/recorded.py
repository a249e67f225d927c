"""A case as it stood on an earlier day: what was recorded later was not known then.

Any group below the top may say `recorded: DAY`. It counts for everything in the group that says nothing nearer. What
has a day of its own counts as recorded on that day; what has none is dated at the day it was recorded.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from fullterm.care.case.days import read_day
from fullterm.care.case.fields import PREGNANCY_FACTS, RECORDED, WOMAN_FACTS
from fullterm.care.case.text import Mapping, Node, Scalar, Sequence
from fullterm.vocabulary.fact import VOCABULARY

_EARLIER, _PROCEDURES = frozenset(VOCABULARY.fields("earlier")), frozenset(VOCABULARY.fields("procedures"))
_FACTS = {
    "woman": frozenset(WOMAN_FACTS),
    "pregnancy": frozenset(PREGNANCY_FACTS) - {"gestation"},  # on a day: part of the dating
    "earlier": _EARLIER,
    "pregnancies": _EARLIER,
    "procedures": _PROCEDURES,
    "operations": _PROCEDURES,
}
"""The fields of a group that are facts, by the group's name: each may be dated."""


def as_recorded(root: Mapping, day: date | None = None) -> Mapping:
    """The case as it stood at the end of a day; the whole of it, whenever recorded, for None."""
    entries = ((name, at, _kept(node, name, day, None)) for name, at, node in root.entries)
    return Mapping(tuple((name, at, kept) for name, at, kept in entries if kept is not None), root.at)


def recorded_days(root: Mapping) -> tuple[date, ...]:
    """The days on which something is said to have been recorded, in order."""
    return tuple(sorted({day for _, _, node in root.entries for day in _days(node)}))


def _days(node: Node) -> Iterator[date]:
    match node:
        case Mapping():
            if (day := _day(node.get(RECORDED))) is not None:
                yield day
            for _, _, inner in node.entries:
                yield from _days(inner)
        case Sequence():
            for item in node.items:
                yield from _days(item)
        case Scalar():
            return


def _day(node: Node | None) -> date | None:
    """The day written; None where there is none, or where the reader of the case will say what is wrong with it."""
    if not isinstance(node, Scalar):
        return None
    try:
        return read_day(node.text)
    except ValueError:
        return None


def _kept(node: Node, name: str, day: date | None, since: Scalar | None) -> Node | None:
    """What of a node was recorded by a day; None where nothing was."""
    match node:
        case Mapping():
            return _group(node, name, day, since)
        case Sequence():
            items = tuple(kept for one in node.items if (kept := _kept(one, name, day, since)) is not None)
            return Sequence(items, node.at) if items or not node.items else None  # all of it came later
        case Scalar():
            return node


def _group(node: Mapping, name: str, day: date | None, since: Scalar | None) -> Mapping | None:
    own = node.get(RECORDED)
    if isinstance(own, Scalar) and _day(own) is not None:
        since = own
    recorded = _day(since)
    if day is not None and recorded is not None and recorded > day:
        return None
    facts = _FACTS.get(name, frozenset())
    entries = []
    for field, at, told in node.entries:
        inner = _kept(told, field, day, since)
        if inner is None:
            continue
        if since is not None and field in facts and not _grouped(inner):
            inner = Mapping((("value", at, inner), ("on", at, since)), at)
        entries.append((field, at, inner))
    if since is not None and node.get("value") is not None and node.get("on") is None:
        entries.append(("on", node.at, since))
    return Mapping(tuple(entries), node.at)


def _grouped(node: Node) -> bool:
    """Whether a value is written in full, or of several days: it carries a day, or gets one by itself."""
    return isinstance(node, Mapping) or (
        isinstance(node, Sequence) and any(isinstance(item, Mapping) for item in node.items)
    )
