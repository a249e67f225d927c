"""The entries about sutures, written in the document: placed, brought from elsewhere, taken out, and who answers."""

from __future__ import annotations

from typing import Any

from fullterm.care.case.custody import TOLD_BY
from fullterm.care.case.suture_reader import CERCLAGE
from fullterm.care.record.places import Document, RecordEvent, append, ended_on, pregnancy_of
from fullterm.care.record.same_day import untell

ARRANGED = {"who": "remover", "where": "remove_where", "when": "remove_when"}
"""Who takes a suture out, as the entries of a suture and of its custody tell it."""
ELSEWHERE = "placed elsewhere"
"""The source of a suture she came with, where nobody says of which hospital."""


def placed(document: Document, event: RecordEvent) -> None:
    """A suture. What a case does not read of the operation note (`operation`) stays in the event."""
    note = {"on": event.on.isoformat(), **{name: event.data[name] for name in CERCLAGE if name in event.data}}
    outside = _outside(document, event)
    if outside and note.get("route") != "abdominal":
        raise ValueError("no pregnancy is recorded: begin one, with its dating; only an abdominal suture comes before")
    group = document if outside else pregnancy_of(document, event.on)
    for name in TOLD_BY:  # "no suture" was said that day before it was placed
        untell(document, group, event.on, name, lambda _: True)
    _append(group, note, event)
    _arrange(group, event, event.data.get("operation", {}), str(event.number or ""))


def arrived(document: Document, event: RecordEvent) -> None:
    """A suture she came with, placed elsewhere on a day (`placed_on`) that may not be known."""
    note = {name: event.data[name] for name in CERCLAGE if name in event.data and name != "on"}
    if event.data.get("placed_on"):
        note["on"] = event.data["placed_on"]
    group = document if _outside(document, event) else pregnancy_of(document, event.on)
    _append(group, {**note, "seen": event.on.isoformat(), "source": event.data.get("where") or ELSEWHERE}, event)
    _arrange(group, event, event.data, str(event.number or ""))


def removed(document: Document, event: RecordEvent) -> None:
    """A suture taken out; after the end of the pregnancy it is one that was left in."""
    group = document if _outside(document, event) else pregnancy_of(document, event.on)
    if "cerclage" not in group:  # placed before this pregnancy
        group = document
    append(group, "removed", {"on": event.on.isoformat(), **event.data})


def arranged(document: Document, event: RecordEvent) -> None:
    """Who takes a suture out, where and when; said again, the newest counts."""
    _arrange(_where(document, event), event, event.data, str(event.data.get("suture", "")))


def left_in(document: Document, event: RecordEvent) -> None:
    """A suture left in on purpose, and why."""
    _answer(document, event, "left_in", {"reason": event.data.get("reason", "")})


def handed_over(document: Document, event: RecordEvent) -> None:
    """A suture with which she left for another hospital."""
    _answer(document, event, "handed_over", {name: event.data.get(name, "") for name in ("where", "who", "when")})


def _answer(document: Document, event: RecordEvent, what: str, said: dict[str, Any]) -> None:
    which = {"suture": event.data["suture"]} if event.data.get("suture") else {}
    told = {name: text for name, text in said.items() if text}
    append(_where(document, event), "custody", {"what": what, "on": event.on.isoformat(), **which, **told})


def _arrange(group: Document, event: RecordEvent, told: Any, suture: str) -> None:
    said = {name: str(told.get(of, "")).strip() for name, of in ARRANGED.items()}
    if any(said.values()):
        entry = {"what": "arranged", "on": event.on.isoformat(), **({"suture": suture} if suture else {})}
        append(group, "custody", entry | {name: text for name, text in said.items() if text})


def _append(group: Document, note: Document, event: RecordEvent) -> None:
    append(group, "cerclage", note | ({"number": str(event.number)} if event.number else {}))


def _outside(document: Document, event: RecordEvent) -> bool:
    """Whether the day lies in no pregnancy of the record: before any, or after the end of the last."""
    return "pregnancy" not in document or (ended_on(document) or event.on) < event.on


def _where(document: Document, event: RecordEvent) -> Document:
    """Where an arrangement is kept: in the pregnancy, or beside it. It is of a suture, whichever pregnancy that is."""
    pregnancy = document.get("pregnancy")
    return pregnancy if isinstance(pregnancy, dict) and not _outside(document, event) else document
