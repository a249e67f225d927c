"""An entry made in error is withdrawn: the record becomes what the remaining events leave.

What is withdrawn must leave nothing hanging: an event that cannot stand without it, or would say something else of
another pregnancy or another record, has to be withdrawn first, and the refusal names it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from fullterm.care.record.events import WRITES, Document, Numbered, RecordEvent, after, fold, read, standing, withdrawn
from fullterm.care.record.places import ended_on, records_of
from fullterm.vocabulary.phrases import NO_WORDS, YES_WORDS

WITHDRAWABLE = frozenset(WRITES) - {"signed"} | {"called", "snoozed", "escalated", "withdrawn"}
"""What may be withdrawn. A signature may not: a new version is signed instead."""
_RECORD = re.compile(r"^(earlier|procedures|scans)\[(\d+)\]")
_LISTS = ("earlier", "procedures", "scans")
_RELATIVE = re.compile(r"pregnancy|loss|same as|before|after|earlier|later|previous|比|第", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Target:
    """What a withdrawal is about in the end: `number` of the first event in the chain, and whether it comes `back`."""

    number: int
    event: RecordEvent
    back: bool


def target(events: Sequence[RecordEvent], number: int) -> Target:
    """The event that withdrawing `number` takes away, or brings back when `number` is itself a withdrawal.

    Raises ValueError with a sentence when it cannot be withdrawn.
    """
    if not 1 <= number <= len(events):
        raise ValueError(f"there is no entry {number} in this record: choose one of the list")
    gone = withdrawn(enumerate(events, 1))
    again = events[int(events[number - 1].data["number"]) - 1] if events[number - 1].action == "withdrawn" else None
    twice = int(again.data["number"]) if again is not None and again.action == "withdrawn" else number
    for one in (number, twice):  # of each entry at most one withdrawal stands, so that undoing it brings the entry back
        if one in gone:
            raise ValueError(f"entry {one} is withdrawn already: open the list of events again")
    event, back = events[number - 1], False
    if event.action == "signed":
        raise ValueError("a signature is never withdrawn: sign a new version instead")
    if event.action not in WITHDRAWABLE:
        raise ValueError(f"an entry of the kind {event.action!r} cannot be withdrawn here")
    while event.action == "withdrawn":
        number, back = int(event.data["number"]), not back
        event = events[number - 1]
    return Target(number, replace(event, number=number), back)


def withdraw(events: Sequence[RecordEvent], withdrawal: RecordEvent) -> Document:
    """The document after one withdrawal, from all her events before it. Raises ValueError naming what depends on it."""
    about = target(events, int(withdrawal.data["number"]))
    left = [(number, replace(event, number=number)) for number, event in standing(enumerate((*events, withdrawal), 1))]
    before: Document = {}
    document: Document = {}
    for number, event in left:
        try:
            document = after(document, event)
        except (ValueError, LookupError, TypeError):
            raise ValueError(_hangs(number, event, about)) from None
        if number < about.number:
            before = document
    behind = _tried(before, about.event)
    later = [(number, event) for number, event in left if number > about.number]
    for number, event in later:
        if _other_meaning(about.event, before, behind, event):
            raise ValueError(_hangs(number, event, about))
    wrong = _problems(document)
    new = wrong - _problems(fold(events)) if wrong else wrong
    if new:
        raise ValueError(_first_at_odds(new, behind if about.back else before, later, about))
    return document


def _tried(before: Document, event: RecordEvent) -> Document:
    try:
        return after(before, event)
    except (ValueError, LookupError, TypeError):  # it cannot be carried out here: then it changes nothing either
        return before


def _hangs(number: int, event: RecordEvent, about: Target) -> str:
    place = f"entry {number} ({event.action}, {event.on})"
    if number == about.number:
        return f"{place} no longer fits what was recorded since: enter it again instead"
    if about.back:
        return f"{place} was recorded without it and does not fit it: withdraw that one first"
    return f"{place} depends on it: withdraw that one first"


def _other_meaning(one: RecordEvent, before: Document, behind: Document, later: RecordEvent) -> bool:
    """Whether a later event would be about something else, or say something else, with `one` there and without."""
    if one.action in ("pregnancy began", "pregnancy ended") and "correction" not in one.data:
        began = later.action == "pregnancy began" and "correction" not in later.data
        if began or later.action == "done":
            return True
    if one.action == "pregnancy ended" and later.action == "answered" and later.data.get("key") == "pregnant":
        return True
    if later.action != "answered":
        return False
    key, said = str(later.data["key"]), str(later.data["said"]).strip().lower()
    if one.action == "answered" and key == str(one.data["key"]) and said == "untold":
        return True
    return any(_touches(rows, _first_moved(rows, one, before, behind), key, said) for rows in _LISTS)


def _first_moved(rows: str, one: RecordEvent, before: Document, behind: Document) -> int | None:
    """The number of the first record of a list whose number the event gives or moves; None when it moves none."""
    if _counted(rows, before) == _counted(rows, behind):
        return None
    found = _RECORD.match(str(one.data.get("key", ""))) if one.action == "answered" else None
    return int(found[2]) if found and found[1] == rows else len(records_of(before, rows)) + 1


def _counted(rows: str, document: Document) -> tuple[int, bool]:
    return len(records_of(document, rows)), rows == "earlier" and ended_on(document) is not None


def _touches(rows: str, first: int | None, key: str, said: str) -> bool:
    """Whether an answer names a moved record, is reckoned from another pregnancy, or is asked of the whole list."""
    if first is None:
        return False
    found = _RECORD.match(key)
    if found is None or found[1] != rows:
        return key == rows and said in YES_WORDS | NO_WORDS
    return int(found[2]) >= first or (key.endswith(".gestation") and _RELATIVE.search(said) is not None)


def _first_at_odds(new: set[tuple[str, str]], document: Document, later: Iterable[Numbered], about: Target) -> str:
    """Of a record that would contradict itself: the first event that no longer fits, or else what is wrong."""
    for number, event in later:
        document = after(document, event)
        if new & _problems(document):
            return _hangs(number, event, about)
    return min(new)[1]


def _problems(document: Document) -> set[tuple[str, str]]:
    """What is wrong in a record; two answers of one day may contradict each other, and are said on her page."""
    return {(one.field, one.sentence) for one in read(document)[1] if one.conflict is None} if document else set()
