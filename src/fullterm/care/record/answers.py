"""An answer of the interview, written where the document keeps it with its day, its source and her own words."""

from __future__ import annotations

import copy
import json
import re
from typing import Any

from fullterm.care.case.fields import PREGNANCY_FACTS, WOMAN_FACTS
from fullterm.care.record.answer_text import PLACES, put_answer
from fullterm.care.record.places import (
    Document,
    RecordEvent,
    case_of,
    ended_on,
    keep_ended,
    list_of,
    of_several_days,
    read,
    records_of,
)
from fullterm.care.record.same_day import outlasts, tell_again
from fullterm.vocabulary.phrases import YES_WORDS, is_unknown

_FIELD = re.compile(r"^(\w+)\[(\d+)\]\.(\w+)$")
_RECORD = re.compile(r"^(earlier|procedures|scans)\[(\d+)\]$")
_BY_ANOTHER = re.compile(r"pregnancy|loss|same as|before|after|earlier|later|previous|比|第", re.IGNORECASE)


def answer(document: Document, event: RecordEvent) -> None:
    """An answer of the interview: `key` and `said`, with `source`, her own `words`, and the day it stands `instead_of`.

    Of a list: `another`, `complete` or `open`; of a whole record: `withdrawn`, when it was told by mistake; of a fact:
    `untold`, when the answer was a mistake and nothing is told instead.
    """
    key, said = str(event.data["key"]), str(event.data["said"]).strip()
    if found := _RECORD.match(key):
        _withdraw(document, found[1], int(found[2]), said)
    elif key in PLACES and said in ("another", "complete", "open"):
        group, last = list_of(document, key, event)
        group.pop("complete", None)
        if said == "another":
            group[last].append({})
        elif said == "complete":
            group["complete"] = "yes"
    elif key in PLACES:
        list_of(document, key, event)
        put_answer(document, key, said, case_of(document), event.on)
    else:
        _answer_fact(document, key, said, event)


def _answer_fact(document: Document, key: str, said: str, event: RecordEvent) -> None:
    said = "unknown" if is_unknown(said) else said
    if key == "pregnant" and said.lower() in YES_WORDS and ended_on(document) is not None:
        keep_ended(document)
    if said == "untold":
        _untell(document, key)
        return
    case = case_of(document)
    before = copy.deepcopy(_told_at(document, key))
    at_once = _problems_told_at_once(document)
    put_answer(document, key, said, case, event.on)
    if key == "gestation":  # it dates the pregnancy, and is kept so
        return
    group, name = _place(document, key)
    new = {"value": _phrases(key, said), "on": event.on.isoformat()}
    new |= {to: event.data[of] for of, to in (("source", "source"), ("words", "said")) if event.data.get(of)}
    if _FIELD.match(key):
        group[name] = new
        _keep_words(group, str(event.data.get("words", "")))
        wrong = _problems_told_at_once(document) - at_once
        if wrong:
            raise ValueError(min(wrong)[1])
        return
    if key in PREGNANCY_FACTS:
        tell_again(document, group, event.on, {key: said})
    instead_of = event.data.get("instead_of")
    group[name] = of_several_days(before, new, instead_of, document["told"], lambda old: outlasts(key, old, said))


def _keep_words(record: Document, words: str) -> None:
    """Her own words belong to the whole pregnancy (or operation) as well: its story is read in one piece."""
    told = str(record.get("said", ""))
    if words and words not in told:
        record["said"] = f"{told} {words}".strip()


def _untell(document: Document, key: str) -> None:
    """Take the newest answer away; an answer of an earlier day then counts again."""
    group, name = _place(document, key)
    told = group.pop(name, None)
    if isinstance(told, list) and len(told) > 1:
        group[name] = told[:-1]


def _phrases(key: str, said: str) -> str | list[str]:
    """Several phrases that all hold are written with a semicolon between them; only of a gestation."""
    phrases = [one.strip() for one in re.split("[;；]", said) if one.strip()]
    return phrases if key.endswith("gestation") and len(phrases) > 1 else said


def _problems_told_at_once(document: Document) -> set[tuple[str, str]]:
    """What contradicts in the history when each earlier pregnancy is read as told in one sitting.

    The days on which its parts were told differ, but it was one pregnancy.
    """
    plain = copy.deepcopy(document)
    earlier = plain.get("earlier")
    records = earlier.get("pregnancies", []) if isinstance(earlier, dict) else earlier
    for one in records if isinstance(records, list) else ():
        for value in one.values():
            if isinstance(value, dict):
                value.pop("on", None)
    return {(one.field, one.sentence) for one in read(plain)[1]}


def _place(document: Document, key: str) -> tuple[Document, str]:
    """The group and the name under which the document keeps a fact that has a place."""
    if found := _FIELD.match(key):
        records = records_of(document, found[1])
        number = int(found[2])
        if found[1] == "earlier" and number > len(records):
            return document["pregnancy"]["outcome"], found[3]
        return records[number - 1], found[3]
    return document.setdefault("woman" if key in WOMAN_FACTS else "pregnancy", {}), key


def _told_at(document: Document, key: str) -> Any:
    group = document.get("woman" if key in WOMAN_FACTS else "pregnancy")
    return group.get(key) if isinstance(group, dict) and not _FIELD.match(key) else None


def _withdraw(document: Document, rows: str, number: int, said: str) -> None:
    records = records_of(document, rows)
    if said != "withdrawn" or not 1 <= number <= len(records):
        raise ValueError("only a record that is in the list can be withdrawn: open the history again")
    if rows == "earlier" and any(_BY_ANOTHER.search(json.dumps(one.get("gestation", ""))) for one in records):
        raise ValueError("a gestation is told by another pregnancy: write it by itself before one is withdrawn")
    del records[number - 1]
