"""The alarm on top of Today: whether the list below can be trusted to be whole."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from fullterm.clinic.base import settings_in_force as hospital
from fullterm.clinic.derived import nightly as nights
from fullterm.clinic.models import Run

SILENT = timedelta(minutes=10)
"""A recomputation without a sign of life for this long has died: once is put right by the next attempt sooner than
anybody reads it here. Our own limit."""
NAMED = 20
"""How many numbers are written out; the rest are counted."""


@dataclass(frozen=True, slots=True)
class Alarm:
    """One thing wrong with the nightly recomputation: its word in `words.today`, and what fills it."""

    word: str
    values: tuple[object, ...] = ()


def alarms(on: date, now: datetime) -> tuple[Alarm, ...]:
    """Everything wrong with the last nightly recomputations. Numbers only, never a name."""
    whole = Run.objects.filter(finished__isnull=False).order_by("-started").first()
    since = Run.objects.filter(finished__isnull=True, **({} if whole is None else {"started__gt": whole.started}))
    found = []
    if whole is None:
        found.append(Alarm("today.alarm.never"))
    elif whole.on < on - timedelta(days=1):
        found.append(Alarm("today.alarm.old", (whole.on.isoformat(),)))
    elif whole.under and whole.under != hospital.current().under:
        found.append(Alarm("today.alarm.protocol"))
    died = next((one for one in since.order_by("-started") if nights.silent(one, now) > SILENT), None)
    if died is not None:
        found.append(Alarm("today.alarm.unfinished", (died.on.isoformat(),)))
    if whole is not None and whole.left_out:
        numbers = [str(one).partition(":")[0] for one in whole.left_out]
        more = f" … +{len(numbers) - NAMED}" if len(numbers) > NAMED else ""
        found.append(Alarm("today.alarm.left_out", (len(numbers), ", ".join(numbers[:NAMED]) + more)))
    return tuple(found)
