"""What changed between two editions of the rules, rule by rule: added, withdrawn, and each field that is another.

Compared is what a clinician reads (`edition_file`): not the order of rules or of the parts of a condition, and no layout.
A derived fact ("a short cervix") is compared once, with the rules that read it: its meaning may change under one label.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

from fullterm.guidelines.edition_file import DOCUMENT, Plain

ChangeKind: TypeAlias = Literal["added", "withdrawn", "changed"]
COMPARED = (
    "kind", "treatments", "decision", "for", "applies", "unless", "window", "grade", "locus", "says", "note", "read",
    "since", "until",
)  # fmt: skip
"""The fields of a rule that are compared, in the order in which a clinician asks; no two derived facts share a label, so
that what a rule reads is told by its lines."""


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field before and after, as the files have it (`edition_file.RULE`, `DOCUMENT`, `WORD`)."""

    field: str
    before: Any
    after: Any


@dataclass(frozen=True, slots=True)
class RuleChange:
    """What became of one rule. `rule` is as it stands after, or as it last stood; `fields` is empty unless it changed."""

    kind: ChangeKind
    rule: Plain
    fields: tuple[FieldChange, ...] = ()


@dataclass(frozen=True, slots=True)
class DocumentChange:
    """What became of one document and its rules: the document itself added, withdrawn or still there."""

    id: str
    kind: ChangeKind
    document: Plain
    fields: tuple[FieldChange, ...]
    rules: tuple[RuleChange, ...]


@dataclass(frozen=True, slots=True)
class WordChange:
    """A derived fact that means something else than before. `rules`: the keys of those that read it, now or before."""

    name: str
    label: Plain
    fields: tuple[FieldChange, ...]
    rules: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Changes:
    """All that changed between two editions."""

    documents: tuple[DocumentChange, ...]
    words: tuple[WordChange, ...]

    def count(self, kind: ChangeKind) -> int:
        """How many rules were added, withdrawn or changed."""
        return sum(rule.kind == kind for document in self.documents for rule in document.rules)

    @property
    def nothing(self) -> bool:
        """Whether the two are the same to a reader."""
        return not self.documents and not self.words


def changes(old: Plain, new: Plain) -> Changes:
    """What changed from `old` to `new`, two editions as `edition_file` reads them; documents in the new one's order."""
    ids = [*new["documents"], *(name for name in old["documents"] if name not in new["documents"])]
    documents = (_document(name, old, new) for name in ids)
    return Changes(tuple(one for one in documents if one is not None), tuple(_words(old, new)))


def _document(name: str, old: Plain, new: Plain) -> DocumentChange | None:
    was, now = old["documents"].get(name), new["documents"].get(name)
    fields = _fields(was, now, tuple(DOCUMENT)) if was is not None and now is not None else ()
    rules = tuple(_rules(_by_ref(old, name), _by_ref(new, name)))
    kind: ChangeKind = "changed" if was is not None and now is not None else "added" if was is None else "withdrawn"
    if kind == "changed" and not fields and not rules:
        return None
    return DocumentChange(name, kind, now if now is not None else was, fields, rules)


def _by_ref(edition: Plain, document: str) -> dict[str, Plain]:
    return {one["ref"]: one for one in edition["rules"] if one["guideline"] == document}


def _rules(old: dict[str, Plain], new: dict[str, Plain]) -> Iterator[RuleChange]:
    for ref, now in new.items():
        was = old.get(ref)
        if was is None:
            yield RuleChange("added", now)
        elif fields := _fields(was, now, COMPARED):
            yield RuleChange("changed", now, fields)
    yield from (RuleChange("withdrawn", was) for ref, was in old.items() if ref not in new)


def _fields(was: Plain, now: Plain, names: tuple[str, ...]) -> tuple[FieldChange, ...]:
    return tuple(FieldChange(name, was[name], now[name]) for name in names if was[name] != now[name])


def _words(old: Plain, new: Plain) -> Iterator[WordChange]:
    """The derived facts whose label or meaning changed; one that is only in one edition shows in the rules that read it."""
    for name, now in new["words"].items():
        was = old["words"].get(name)
        if was is not None and (fields := _fields(was, now, ("label", "means"))):
            keys = (
                f"{one['guideline']} {one['ref']}" for one in (*new["rules"], *old["rules"]) if name in one["words"]
            )
            yield WordChange(name, now["label"], fields, tuple(dict.fromkeys(keys)))
