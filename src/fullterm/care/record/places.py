"""Where a case document keeps things: its lists, its pregnancy, a fact of several days."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeAlias

from fullterm.care.case.model import KEPT, KEPT_LONG, SAID_OUT, Case, Problem, show_days
from fullterm.care.case.read import read_document
from fullterm.care.case.sutures import sutures
from fullterm.care.record.answer_text import PLACES
from fullterm.vocabulary.fact import VOCABULARY

Document: TypeAlias = dict[str, Any]


@dataclass(frozen=True, slots=True)
class RecordEvent:
    """One thing told or done on a day: the action and what it carries.

    `number`: its place among everything recorded of her, from 1 on; 0 where nobody counts.
    """

    action: str
    on: date
    data: Mapping[str, Any]
    number: int = 0


def read(document: Document) -> tuple[Case | None, tuple[Problem, ...]]:
    """The case a document tells, and its problems, as `read_case` gives them."""
    return read_document(document)


def case_of(document: Document) -> Case:
    """The case of a document. Raises ValueError with the sentence of what makes it unreadable."""
    case, problems = read(document)
    if case is None:
        raise ValueError(problems[0].sentence)
    return case


def records_of(document: Document, rows: str) -> list[Document]:
    """The records of one list as kept; empty when none is told."""
    group: Any = document
    for name in PLACES[rows]:
        group = group.get(name, []) if isinstance(group, dict) else group
    return group if isinstance(group, list) else []


def list_of(document: Document, rows: str, event: RecordEvent) -> tuple[Document, str]:
    """The group that keeps a list, made where there is none: `{complete, pregnancies: [...]}`."""
    *groups, last = PLACES[rows]
    group: Any = document if rows != "scans" else pregnancy_of(document, event.on)
    for name in groups if rows != "scans" else groups[1:]:
        inner = group.get(name)
        if isinstance(inner, str):  # "none": complete and empty
            inner = {"complete": "yes"}
        group[name] = {last: inner} if isinstance(inner, list) else inner or {}
        group = group[name]
    group.setdefault(last, [])
    return group, last


def pregnancy_of(document: Document, on: date) -> Document:
    """The pregnancy to which a day belongs. Raises ValueError when it belongs to none, or to another."""
    pregnancy = document.get("pregnancy")
    if not isinstance(pregnancy, dict):
        raise ValueError("no pregnancy is recorded: begin one, with its dating, first")
    ended = ended_on(document)
    if ended is not None and ended < on:
        raise ValueError(f"this pregnancy ended on {ended}: begin the new one first, or correct the day")
    before = [one["ended"] for one in records_of(document, "earlier") if isinstance(one, dict) and one.get("ended")]
    if before and on.isoformat() <= str(before[-1]):
        raise ValueError(f"the pregnancy before ended on {before[-1]}: that day belongs to it; correct the day")
    return pregnancy


def ended_on(document: Document) -> date | None:
    """The day on which the last pregnancy recorded here ended; None while it goes on."""
    pregnancy = document.get("pregnancy")
    outcome = pregnancy.get("outcome") if isinstance(pregnancy, dict) else None
    return date.fromisoformat(outcome["on"]) if isinstance(outcome, dict) else None


def append(group: Document, name: str, item: Document) -> None:
    """Add to a list that may have been told as one item."""
    told = group.get(name)
    group[name] = [*(told if isinstance(told, list) else [] if told is None else [told]), item]


def of_several_days(
    before: Any, new: Document, instead_of: str | None, told: str, stays: Callable[[Document], bool] = lambda _: False
) -> Any:
    """A fact of her or of this pregnancy with one more day's answer: the newest counts, and an older one stays.

    `stays`: which answer of the same day (or of the one it is told `instead_of`) is not replaced.
    """
    others = before if isinstance(before, list) else [before] if before is not None else []
    dated = [{"on": told, **(one if isinstance(one, dict) else {"value": one})} for one in others]
    stay = [one for one in dated if one["on"] not in (new["on"], instead_of) or stays(one)]
    return sorted([*stay, new], key=lambda one: str(one["on"])) if stay else new


def is_kept(told: Any) -> bool:
    """Whether a value came from the record of the ended pregnancy, and not from anybody's telling."""
    return isinstance(told, dict) and told.get("source") == KEPT


def keep_ended(document: Document) -> None:
    """Move the ended pregnancy among the earlier ones: nothing is retyped, and nothing of it is told of the next."""
    pregnancy = document.pop("pregnancy")
    outcome = pregnancy["outcome"]
    facts = VOCABULARY.fields("earlier")
    record: Document = {"ended": outcome["on"]}
    for name, value in outcome.items():
        if name in facts and not isinstance(value, dict | list):
            record[name] = {"value": value, "on": outcome["on"]}
        elif name != "on":
            record[name] = value
    record["source"] = outcome.get("source", pregnancy.get("source")) or KEPT  # never mistaken for one told by her
    group, last = list_of(document, "earlier", RecordEvent("", date.min, {}))
    group[last].append(record)
    _keep_sutures(document, pregnancy, str(outcome["on"]))


def drop_copies(document: Document) -> None:
    """Without the copies of sutures that older versions kept beside an ended pregnancy: its own list is read."""
    if "cerclage" in document:
        told = document["cerclage"]
        document["cerclage"] = [one for one in (told if isinstance(told, list) else [told]) if not is_kept(one)]
        if not document["cerclage"]:
            del document["cerclage"]


def _keep_sutures(document: Document, pregnancy: Document, ended: str) -> None:
    """Move the sutures of an ended pregnancy beside it, in or out: they are hers, and none of them vanishes."""
    drop_copies(document)
    names: dict[str, str] = {}
    for place, one in enumerate(_several(pregnancy.get("cerclage")), 1):
        names[str(one.get("number", place))] = number = str(one.get("number", f"{ended} {place}"))
        append(document, "cerclage", {"source": KEPT_LONG, **one, "number": number})
    case = case_of({"told": document["told"], "pregnancy": pregnancy})
    for suture in sutures(case, case.told):
        if suture.origin == "told":
            names[suture.id] = number = f"{ended} {suture.id}"
            kind = {"technique": suture.technique, "route": suture.route, "said": suture.said}
            append(document, "cerclage", {
                "number": number, "source": KEPT_LONG, **{name: value for name, value in kind.items() if value},
            })  # fmt: skip
            if suture.out is not None and suture.end is not None and suture.end.kind == "said_out":
                append(document, "removed", {"on": show_days(suture.out), "suture": number, "source": SAID_OUT})
    for name in ("removed", "custody"):
        for one in _several(pregnancy.get(name)):
            which = {"suture": names.get(str(one["suture"]), one["suture"])} if "suture" in one else {}
            append(document, name, {**one, **which})


def _several(told: Any) -> list[Document]:
    """What was told as one item or as a list; a day alone is that of the item."""
    items = told if isinstance(told, list) else [] if told is None else [told]
    return [one if isinstance(one, dict) else {"on": one} for one in items]
