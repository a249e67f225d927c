"""Every write: one action, one actor, one reason, one transaction, one event.

An action that meets a record somebody else has changed since it was read is refused with what they did; what was
typed stays on the page. The same request sent twice is carried out once.
"""

from __future__ import annotations

import uuid
from collections.abc import Mapping

from django.db import IntegrityError

from fullterm.care.case.model import Conflict
from fullterm.care.plan.worklist import FOLLOW_UPS, refusal
from fullterm.care.record.events import Document, RecordEvent, after, read
from fullterm.care.record.withdrawal import target, withdraw
from fullterm.care.signing.signature import refusal_of
from fullterm.clinic.base import clock
from fullterm.clinic.base import settings_in_force as hospital
from fullterm.clinic.base.access import may_do
from fullterm.clinic.base.effective_events import signatures_of
from fullterm.clinic.base.refused import LONGEST, LONGEST_REASON, Refused, too_long
from fullterm.clinic.derived import recompute as worklist
from fullterm.clinic.derived.search import numbered
from fullterm.clinic.models import Event, User, Woman
from fullterm.clinic.write.once import Changed, Command, once, same

TAKEN = "another woman has this number: correct it, or find her by it"


def register(told: Mapping[str, str], actor: User, key: uuid.UUID) -> Woman:
    """Take a woman into care: the first event of her record says who did, when, and what was told of who she is.

    Raises Refused for a number that another woman has; the same form sent twice registers once.
    """
    if not may_do(actor, "registered"):
        raise Refused(f"a {actor.role} may not record 'registered' here")
    again = Event.objects.filter(action="registered").select_related("woman")
    for before in again.filter(key=key):
        return before.woman
    if numbered(told["number"]) is not None:
        raise Refused(TAKEN)

    def write(_: None) -> Woman:
        woman = Woman.objects.create(**told, events=1)
        data = _called({name: said for name, said in told.items() if said})
        Event.objects.create(
            woman=woman, number=1, action="registered", on=clock.today(), data=data, actor=actor, key=key
        )
        return woman

    try:
        return once(key, again, lambda: None, write, lambda before: before.woman)
    except IntegrityError:
        raise Refused(TAKEN) from None


def correct(woman_id: uuid.UUID, told: Mapping[str, str], actor: User, key: uuid.UUID, *, seen: int) -> Event:
    """Correct who a woman is; her record keeps what stood there before. `told`: everything, changed or not.

    Raises Refused for a number that another woman has, or when nothing is changed.
    """
    again = Event.objects.filter(key=key, woman=woman_id).first()
    if again is not None:
        return again
    woman = Woman.objects.get(pk=woman_id)
    before = {name: getattr(woman, name) for name, said in told.items() if getattr(woman, name) != said}
    if not before:
        raise Refused("nothing is changed here: correct a field, then save")
    other = numbered(told["number"])
    if other is not None and other.pk != woman.pk:
        raise Refused(TAKEN)
    data = _called({name: told[name] for name in before}) | {"before": _called(before)}
    try:
        return act(woman_id, Command("identity corrected", clock.today(), data, key=key), actor, seen=seen)
    except IntegrityError:
        raise Refused(TAKEN) from None


def _called(told: Mapping[str, str]) -> dict[str, str]:
    """Who she is, as an event names it: `number` is the number of an entry there."""
    return {("record_number" if name == "number" else name): said for name, said in told.items()}


def columns(told: Mapping[str, str]) -> dict[str, str]:
    """Who she is, by the columns that hold it, from what an event says."""
    return {("number" if name == "record_number" else name): said for name, said in told.items()}


def act(woman_id: uuid.UUID, deed: Command, actor: User, *, seen: int | None = None, more: bool = False) -> Event:
    """Carry out one action on a woman's record and recompute her rows, all or nothing.

    `seen`: how many events the actor had before them; None for an action that cannot conflict. `more`: others follow in
    the same transaction, and whoever carries them out recomputes her rows after the last. Raises Refused.
    """
    if not may_do(actor, deed.action, deed.data):
        raise Refused(f"a {actor.role} may not record {deed.action!r} here")
    if len(deed.reason) > LONGEST_REASON:
        raise Refused(too_long(LONGEST_REASON))
    if deed.action != "signed" and _longest(deed.data) > LONGEST:  # a signature freezes what was told
        raise Refused(too_long(LONGEST))
    if deed.on > clock.today():
        raise Refused(f"{deed.on} has not come yet: write the day it was done or told")
    told = RecordEvent(deed.action, deed.on, deed.data)
    if deed.action in (*FOLLOW_UPS, "declined", "done"):
        sentence = refusal(told, {step.id: step for step in hospital.protocol().steps})
        if sentence is not None:
            raise Refused(sentence)
    key = deed.key or uuid.uuid4()

    def write(woman: Woman) -> Event:
        event = _act(woman, deed, actor, seen, key)
        if not more:
            worklist.recompute(event.woman, clock.today())
        return event

    return once(
        key, Event.objects.all(), lambda: Woman.objects.select_for_update().get(pk=woman_id), write,
        lambda before: same(before, before.woman_id == woman_id, before.action, deed),
    )  # fmt: skip


def _longest(told: object) -> int:
    """Letters of the longest single text told, however deep it stands."""
    if isinstance(told, Mapping):
        return max(map(_longest, told.values()), default=0)
    if isinstance(told, list | tuple):
        return max(map(_longest, told), default=0)
    return len(told) if isinstance(told, str) else 0


def _act(woman: Woman, deed: Command, actor: User, seen: int | None, key: uuid.UUID) -> Event:
    if seen is not None and woman.events != seen:
        raise Changed(list(woman.history.filter(number__gt=seen).select_related("actor")), "record")
    try:
        document = _document(woman, RecordEvent(deed.action, deed.on, deed.data, woman.events + 1), actor)
    except ValueError as error:
        raise Refused(str(error)) from None
    if document is not woman.document and deed.action != "withdrawn":
        _check(woman.document, document, deed)
    woman.document, woman.events = document, woman.events + 1
    event = Event.objects.create(
        woman=woman, number=woman.events, action=deed.action, on=deed.on, data=dict(deed.data), actor=actor,
        reason=deed.reason, key=key,
    )  # fmt: skip
    woman.save(update_fields=["document", "events", *_identify(woman, deed)])
    return event


def _identify(woman: Woman, deed: Command) -> list[str]:
    """Who she is after a correction: the columns that change."""
    if deed.action != "identity corrected":
        return []
    told = columns({name: said for name, said in deed.data.items() if name != "before"})
    for name, said in told.items():
        setattr(woman, name, said)
    return list(told)


def _document(woman: Woman, told: RecordEvent, actor: User) -> Document:
    """Her document after one more event. Raises ValueError, or Refused, with a sentence."""
    if told.action == "withdrawn":
        events = [RecordEvent(one.action, one.on, one.data, one.number) for one in woman.history.order_by("number")]
        about = target(events, int(told.data["number"])).event
        if not may_do(actor, about.action, about.data):
            raise Refused(f"a {actor.role} may not withdraw {about.action!r}: ask somebody who may record it")
        return withdraw(events, told)
    if told.action == "signed":
        before = signatures_of(woman).last()
        wrong = refusal_of(told.data, None if before is None else before.data)
        if wrong is not None:
            raise Refused(wrong)
    return after(woman.document, told)


def _check(before: Document, document: Document, deed: Command) -> None:
    """Refuse a document with something wrong in it that was not wrong before.

    An answer that contradicts one told earlier that day is recorded: the more dangerous counts and her page says so. An
    entry that contradicts itself was typed wrongly, and is refused.
    """
    wrong = read(document)[1]
    known = {(one.field, one.sentence) for one in read(before)[1]} if wrong and before else set()
    new = [
        one for one in wrong
        if (one.field, one.sentence) not in known and (one.conflict is None or _told_at_once(one.conflict, deed))
    ]  # fmt: skip
    if new:
        raise Refused(new[0].sentence)


def _told_at_once(conflict: Conflict, deed: Command) -> bool:
    """Whether this entry alone tells both sides of a contradiction: two facts of one form."""
    names = {one.fact for one in conflict.told}
    return len(names) > 1 and deed.on == conflict.on and names <= deed.data.keys()
