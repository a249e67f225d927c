"""The whole history as one form, grouped as the vocabulary is: the woman, each earlier pregnancy, operations, this one.

It opens with what is told, and what nobody touched is not sent on: only an answer that differs becomes an event.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from fullterm.care.case.facts_on import Known, known_on
from fullterm.care.case.fields import PREGNANCY_FACTS, WOMAN_FACTS
from fullterm.care.case.model import KEPT, Case
from fullterm.care.record.events import Document, read
from fullterm.care.record.places import records_of
from fullterm.care.record.same_day import outlasts
from fullterm.clinic.base.form import Field, of_fact
from fullterm.clinic.words import WORDS
from fullterm.vocabulary.fact import VOCABULARY, Fact, Text
from fullterm.vocabulary.phrases import is_unknown, parse_value
from fullterm.vocabulary.wording import value_in

ALL_TOLD = (("complete", WORDS["form.all.yes"]),)
NOT_HERE = frozenset({"gestation"})
"""The pregnancy is dated by its own entry."""


@dataclass(frozen=True, slots=True)
class HistoryGroup:
    """One part of the form: its heading, the fields in it, and the record of a list it is (None for her, this one)."""

    anchor: str
    heading: Text
    fields: tuple[Field, ...]
    record: str | None = None
    kept: bool = False


def groups(document: Document, today: date) -> tuple[HistoryGroup, ...]:
    """The form for what a document tells on a day."""
    case = read(document)[0] or Case(today) if document else Case(today)
    known = known_on(case, today)
    found = [
        HistoryGroup("woman", WORDS["form.woman"], tuple(_field(name, name, fact, known) for name, fact in _woman()))
    ]
    for rows in ("earlier", "procedures"):
        told = len(records_of(document, rows))
        numbers = range(1, len(known.facts.lists[rows].records) + 1)
        found += [_record(rows, number, known, kept=number > told) for number in numbers]
        every = Field(f"complete.{rows}", WORDS[f"form.all.{rows}"], "select", ALL_TOLD)
        found.append(HistoryGroup(f"all-{rows}", VOCABULARY.lists[rows].label, (every,)))
    if known.facts.values.get("pregnant") is True:
        facts = [(name, fact) for name, fact in PREGNANCY_FACTS.items() if name not in NOT_HERE]
        seen = examined(document)
        fields = tuple(_seen(_field(name, name, fact, known), seen.get(name)) for name, fact in facts)
        found.append(HistoryGroup("pregnancy", WORDS["form.pregnancy"], fields))
    return tuple(found)


def _woman() -> list[tuple[str, Fact]]:
    return list(WOMAN_FACTS.items())


def _record(rows: str, number: int, known: Known, *, kept: bool) -> HistoryGroup:
    key = f"{rows}[{number}]"
    heading = Text(*(WORDS[f"form.{rows}"][language].format(number) for language in ("en", "zh")))
    fields = tuple(_field(f"{key}.{name}", name, fact, known, rows) for name, fact in VOCABULARY.fields(rows).items())
    return HistoryGroup(f"{rows}-{number}", heading, fields, key, kept)


def _field(key: str, name: str, fact: Fact, known: Known, rows: str | None = None) -> Field:
    """The field of a fact, with a word where it was told too long ago or came from the record of a pregnancy."""
    help_ = too_old(key, fact, known)
    if help_ is None and (seen := known.sources.get(key)) and seen.source == KEPT:
        help_ = WORDS["form.from_record"]
    return replace(of_fact(name, rows, short=True), name=key, help=help_ or fact.hint)


def too_old(key: str, fact: Fact, known: Known) -> Text | None:
    """What was told of a fact too long ago to count, with its day; None when nothing was."""
    stale = known.stale.get(key)
    if stale is None:
        return None
    return Text(*(WORDS["form.stale"][one].format(value_in(fact, stale.value, one), stale.on) for one in ("en", "zh")))


def _seen(one: Field, seen: tuple[str, Any] | None) -> Field:
    """The field with a word where an examination told it."""
    if seen is None or (one.help is not None and one.fact is not None and one.help is not one.fact.hint):
        return one
    return replace(one, help=Text(*(WORDS["form.examined"][language].format(seen[0]) for language in ("en", "zh"))))


def examined(document: Document) -> dict[str, tuple[str, Any]]:
    """What an examination told last of this pregnancy, by fact: its day and what was found; no older than an answer.

    Of one day what counts, which is the more dangerous (`care.record.same_day`).
    """
    pregnancy = document.get("pregnancy")
    if not isinstance(pregnancy, Mapping):
        return {}
    found: dict[str, tuple[str, Any]] = {}
    seen = pregnancy.get("examinations", [])
    for one in sorted(seen if isinstance(seen, list) else [seen], key=lambda one: str(one.get("on", ""))):
        on = str(one.get("on", ""))
        for name in one.keys() & PREGNANCY_FACTS.keys():
            before = found.get(name)
            if before is None or before[0] != on or not outlasts(name, before[1], one[name]):
                found[name] = (on, one[name])
    return {name: told for name, told in found.items() if not _answered_since(name, told, pregnancy.get(name))}


def _answered_since(name: str, seen: tuple[str, Any], told: Any) -> bool:
    """Whether an answer counts over what an examination told: it is newer, or of the same day and more dangerous."""
    newest = _newest(name, told)
    on = str(newest.get("on", "")) if isinstance(newest, Mapping) else ""
    return on > seen[0] or (on == seen[0] and outlasts(name, newest, seen[1]))


def _newest(name: str, told: Any) -> Any:
    """Of the answers of several days the newest; of one day what counts."""
    if not (isinstance(told, list) and told and isinstance(told[-1], Mapping)):
        return told
    newest = told[-1]
    for one in told[:-1]:
        if one.get("on") == newest.get("on") and outlasts(name, one, newest):
            newest = one
    return newest


def told(document: Document, today: date) -> dict[str, str]:
    """What stands in each field when the form is opened: as it was typed, and nothing that is too old to count."""
    case = read(document)[0] or Case(today) if document else Case(today)
    stale = known_on(case, today).stale
    found = {
        one.name: _shown(one, _raw(document, one.name))
        for group in groups(document, today)
        for one in group.fields
        if one.fact is not None and one.name not in stale
    }
    for rows, complete in (("earlier", case.earlier_complete), ("procedures", case.procedures_complete)):
        found[f"complete.{rows}"] = "complete" if complete else ""
    return {name: typed for name, typed in found.items() if typed}


def answer_of(document: Document, key: str) -> str:
    """One answer as it was typed; empty when nothing is told."""
    name = key.rpartition(".")[2]
    rows = key.partition("[")[0] if "[" in key else None
    return _shown(replace(of_fact(name, rows), name=key), _raw(document, key))


def _raw(document: Document, key: str) -> Any:
    """What the document keeps under a key; of several days the newest."""
    if key in (seen := examined(document)):
        return seen[key][1]
    record, _, name = key.rpartition(".")
    group: Any = document.get("woman" if key in WOMAN_FACTS else "pregnancy")
    if record:
        rows, number = record[:-1].split("[")
        records = records_of(document, rows)
        place = int(number) - 1
        group = records[place] if place < len(records) else (document.get("pregnancy") or {}).get("outcome")
    told = _newest(key, group.get(name) if isinstance(group, Mapping) else None)
    return told.get("value") if isinstance(told, Mapping) else told


def _shown(one: Field, raw: Any) -> str:
    if raw is None:
        return ""
    text = "; ".join(map(str, raw)) if isinstance(raw, list) else str(raw)
    if not one.options or one.fact is None:
        return text
    try:
        value = parse_value(one.fact, text)
    except ValueError:
        return text
    return "unknown" if value is None else value if isinstance(value, str) else "yes" if value is True else "no"


def changes(before: Mapping[str, str], typed: Mapping[str, str], names: Iterable[str]) -> dict[str, str]:
    """What was changed, by field, in the order of the page; a field emptied is "" here."""
    return {name: typed[name] for name in names if name in typed and _differs(before.get(name, ""), typed[name])}


def _differs(before: str, typed: str) -> bool:
    """Whether an answer changed; "don't know" is the same in every language."""
    return typed != before and not (before == "unknown" and is_unknown(typed))


def as_answer(name: str, typed: str) -> dict[str, str]:
    """One changed field as the answer that an event carries."""
    if name.startswith("complete."):
        return {"key": name.removeprefix("complete."), "said": typed or "open"}
    return {"key": name, "said": typed or "untold"}
