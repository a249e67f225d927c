"""The record as events: a case document (the shape of docs/case-file.md) is what the events leave, one after another.

An event entered in error is withdrawn by a later one, never erased: `standing` alone knows which still count.
Each action writes in one place of the document. Reading the document gives the `Case`; nothing else is a record.
A pregnancy that ends is kept with what it leaves to the history; nothing is typed again when the next one begins.
"""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from typing import Any, TypeAlias

from fullterm.care.case.dating import DATED_BY
from fullterm.care.case.fields import PREGNANCY_FACTS
from fullterm.care.case.model import KEPT
from fullterm.care.record import sutures as record_sutures
from fullterm.care.record.answer_text import retell
from fullterm.care.record.answers import answer
from fullterm.care.record.history_of_ended import ended_facts
from fullterm.care.record.places import (
    Document,
    RecordEvent,
    append,
    drop_copies,
    ended_on,
    is_kept,
    keep_ended,
    list_of,
    of_several_days,
    pregnancy_of,
    read,
    records_of,
)
from fullterm.care.record.same_day import tell_again
from fullterm.vocabulary.phrases import YES_WORDS

__all__ = ["Document", "RecordEvent", "after", "ended_facts", "fold", "in_pregnancy", "read", "standing", "withdrawn"]

ONE_PREGNANCY = frozenset({"cerclage_planned", "cerclage_planned_for"})
"""Facts told of her that are plans for one pregnancy: they end with it."""
CORE = ("mother", "babies")
"""The core outcome set, as an event tells it and as an outcome keeps each telling (`care.case.outcome`)."""


Numbered: TypeAlias = tuple[int, RecordEvent]
"""An event with its number: its place among everything recorded of her, from 1 on."""


def withdrawn(events: Iterable[Numbered]) -> frozenset[int]:
    """The numbers of the events that no longer stand; only the withdrawals among those given are read.

    A withdrawal that is itself withdrawn takes nothing away: what it had withdrawn stands again.
    """
    gone: set[int] = set()
    for number, event in sorted(events, key=lambda one: one[0], reverse=True):
        if event.action == "withdrawn" and number not in gone:
            gone.add(int(event.data["number"]))
    return frozenset(gone)


def standing(events: Iterable[Numbered]) -> list[Numbered]:
    """The events that still count, in the order given. Every withdrawal of her record must be among those given."""
    told = list(events)
    gone = withdrawn(told)
    return [one for one in told if one[0] not in gone]


def fold(events: Iterable[RecordEvent]) -> Document:
    """The document that her events leave, all of them from the first on, without those withdrawn.

    Raises ValueError when one of them cannot be carried out.
    """
    document: Document = {}
    for number, event in standing(enumerate(events, 1)):
        document = after(document, replace(event, number=event.number or number))
    return document


def after(document: Document, event: RecordEvent) -> Document:
    """The document after one more event; the one given is not changed. Raises ValueError with a sentence."""
    if event.action not in WRITES:
        return document
    changed = copy.deepcopy(document)
    told = date.fromisoformat(changed.setdefault("told", event.on.isoformat()))
    if told < event.on and event.action not in QUIET:
        retell(changed, told, event.on)
    WRITES[event.action](changed, event)
    _keep_history(changed)
    return changed


def _begin(document: Document, event: RecordEvent) -> None:
    before = document.get("pregnancy")
    dated = isinstance(before, dict) and any(name in before for name in DATED_BY)
    data = {name: value for name, value in event.data.items() if name != "correction"}
    ended = ended_on(document)
    if ended is not None:
        if event.on < ended:
            raise ValueError(f"the pregnancy before ended on {ended}: a new one is recorded after that day")
        keep_ended(document)
        before = None
        document.pop("decided", None)  # decided while she was not pregnant: in this pregnancy it is decided anew
    elif dated and "correction" not in event.data:
        raise ValueError("this pregnancy has no outcome yet: record how it ended before a new one begins")
    kept = dict(before) if isinstance(before, dict) else {}
    tell_again(document, kept, event.on, data)
    for name in (*DATED_BY, "dating", "within") if set(DATED_BY) & data.keys() else ():
        kept.pop(name, None)
    document["pregnancy"] = kept | {name: _begun(document, kept, name, value, event.on) for name, value in data.items()}
    if "gestation" in data:
        document["pregnancy"]["measured"] = {"on": event.on.isoformat(), "gestation": data["gestation"]}
        del document["pregnancy"]["gestation"]
    _say_pregnant(document, "yes", event.on)


def _begun(document: Document, kept: Document, name: str, value: Any, on: date) -> Any:
    """What is told as it began, with its day, beside what stays of what was told before."""
    if name not in PREGNANCY_FACTS or isinstance(value, dict | list):
        return value
    new = {"value": value, "on": on.isoformat()}
    return of_several_days(kept.get(name), new, None, document["told"], lambda _: True)


def _end(document: Document, event: RecordEvent) -> None:
    ended = ended_on(document)
    if ended is not None and "correction" not in event.data:
        raise ValueError(f"this pregnancy is recorded as ended on {ended}: correct that record")
    data = {name: value for name, value in event.data.items() if name not in ("correction", *CORE)}
    pregnancy = pregnancy_of(document, min(event.on, ended or event.on))
    core = pregnancy.get("outcome", {}).get("core", [])  # a correction of how it ended unsays nothing that came of it
    pregnancy["outcome"] = {"on": event.on.isoformat(), **data, **({"core": core} if core else {})}
    _tell_core(pregnancy["outcome"], event)
    for name in ONE_PREGNANCY:
        document.get("woman", {}).pop(name, None)
    for name in ("done", "decided"):  # they belonged to the plan of this pregnancy
        document.pop(name, None)
    _say_pregnant(document, "no", event.on)


def _followed(document: Document, event: RecordEvent) -> None:
    """What came later of a pregnancy, written to the one that ended on the day `of` and to no other."""
    of = str(event.data.get("of", ""))
    if event.on.isoformat() < of:
        raise ValueError(f"the follow-up of {event.on} lies before the pregnancy ended ({of}): correct the day")
    ended = ended_on(document)
    if ended is not None and ended.isoformat() == of:
        _tell_core(document["pregnancy"]["outcome"], event)
        return
    for one in records_of(document, "earlier"):
        if of and str(one.get("ended")) == of:
            _tell_core(one, event)
            return
    raise ValueError(f"no pregnancy is recorded as ended on {of or 'an unknown day'}: choose one of hers")


def _tell_core(outcome: Document, event: RecordEvent) -> None:
    told = {name: event.data[name] for name in CORE if event.data.get(name)}
    if told:
        append(outcome, "core", {"on": event.on.isoformat(), **told})


def _say_pregnant(document: Document, said: str, on: date) -> None:
    woman = document.setdefault("woman", {})
    new = {"value": said, "on": on.isoformat()}
    woman["pregnant"] = of_several_days(woman.get("pregnant"), new, None, document["told"])


def _scanned(document: Document, event: RecordEvent) -> None:
    group, last = list_of(document, "scans", event)
    group.pop("complete", None)  # "these are all" was said before this one
    group[last].append({"on": event.on.isoformat(), **event.data})


def _listed(name: str) -> Callable[[Document, RecordEvent], None]:
    def write(document: Document, event: RecordEvent) -> None:
        append(pregnancy_of(document, event.on), name, {"on": event.on.isoformat(), **event.data})

    return write


def _examined(document: Document, event: RecordEvent) -> None:
    """An examination. What it tells again of its day replaces what was told of that day before, but no danger."""
    pregnancy = pregnancy_of(document, event.on)
    tell_again(document, pregnancy, event.on, event.data)
    append(pregnancy, "examinations", {"on": event.on.isoformat(), **event.data})


def in_pregnancy(document: Document, on: date) -> bool:
    """Whether a day belongs to a pregnancy of this record: one not ended by then, or one of which only that is told."""
    if isinstance(document.get("pregnancy"), dict):
        ended = ended_on(document)
        return ended is None or ended > on
    said = document.get("woman", {}).get("pregnant")
    said = said[-1] if isinstance(said, list) else said
    return str(said.get("value") if isinstance(said, dict) else said).lower() in YES_WORDS


def _plan_of(document: Document, on: date) -> Document:
    """Where what is done and decided of the plan on a day is kept: in the pregnancy, or beside it."""
    return document.setdefault("pregnancy", {}) if in_pregnancy(document, on) else document


def _step_done(document: Document, event: RecordEvent) -> None:
    """A step marked done: of this pregnancy, or before one."""
    note = {"step": event.data["step"], "on": event.on.isoformat()}
    if event.data.get("note"):
        note["note"] = event.data["note"]
    append(_plan_of(document, event.on), "done", note)


def _signed(document: Document, event: RecordEvent) -> None:
    """What was signed of the steps; the rest of a signature stays in its event. The newest signature replaces it all.

    Signed in a pregnancy whose record was withdrawn since, it decides nothing about any other time.
    """
    document.pop("decided", None)
    group = _plan_of(document, event.on)
    group.pop("decided", None)
    if bool(event.data.get("in_pregnancy")) is not in_pregnancy(document, event.on):
        return
    decided = [
        {"step": one["of"], "choice": one["choice"], "on": event.on.isoformat()}
        | ({"reason": one["reason"]} if one.get("reason") else {})
        for one in event.data["decisions"]
        if one.get("kind") == "step"
    ]
    if decided:
        group["decided"] = decided


def _keep_history(document: Document) -> None:
    """Beside how a pregnancy ended: its suture and its shortest cervix, as now recorded."""
    ended = ended_on(document)
    if ended is None:
        return
    outcome = document["pregnancy"]["outcome"]
    for name in [name for name, value in outcome.items() if is_kept(value)]:
        del outcome[name]
    drop_copies(document)
    case, _ = read(document)
    if case is None or case.pregnancy is None:
        return
    for name, value in ended_facts(case.pregnancy).items():
        outcome.setdefault(name, {"value": value, "source": KEPT, "on": ended.isoformat()})


WRITES: dict[str, Callable[[Document, RecordEvent], None]] = {
    "answered": answer,
    "pregnancy began": _begin,
    "pregnancy ended": _end,
    "followed": _followed,
    "scanned": _scanned,
    "examined": _examined,
    "cerclage placed": record_sutures.placed,
    "suture from elsewhere": record_sutures.arrived,
    "suture removed": record_sutures.removed,
    "removal arranged": record_sutures.arranged,
    "suture left in": record_sutures.left_in,
    "suture handed over": record_sutures.handed_over,
    "declined": _listed("declined"),
    "done": _step_done,
    "signed": _signed,
}
"""The actions that write in the document. Calls, snoozes and escalations do not; a withdrawal unwrites."""
QUIET = frozenset({"removal arranged", "suture left in", "suture handed over"})
"""They say who answers for a suture and nothing of how she is: no day of telling moves."""
