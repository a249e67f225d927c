"""A woman's events that still stand: those nobody withdrew as entered in error. Whoever reads events reads these."""

from __future__ import annotations

from django.db.models import QuerySet

from fullterm.care.record.events import RecordEvent, withdrawn
from fullterm.clinic.models import Event, Woman


def told(event: Event) -> RecordEvent:
    """An event as `care` reads it."""
    return RecordEvent(event.action, event.on, event.data, event.number)


def gone(woman: Woman) -> frozenset[int]:
    """The numbers of her events that were withdrawn."""
    return withdrawn((one.number, told(one)) for one in woman.history.filter(action="withdrawn"))


def standing_of(woman: Woman, *actions: str) -> QuerySet[Event]:
    """Her events of these actions, without those withdrawn."""
    return woman.history.filter(action__in=actions).exclude(number__in=gone(woman)).order_by("number")


def signatures_of(woman: Woman) -> QuerySet[Event]:
    """Her signatures, the first one first. All of them stand: a signature is never withdrawn
    (`care.record.withdrawal`).
    """
    return woman.history.filter(action="signed").order_by("number")
