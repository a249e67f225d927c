"""The alarm on top of Today: whether the list below can be trusted to be whole."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from fullterm.clinic.models import Run

LONGEST_RUN = timedelta(hours=1)
"""A recomputation still unfinished after this long is taken to have died. Our own limit."""
NAMED = 20
"""How many numbers are written out; the rest are counted."""


@dataclass(frozen=True, slots=True)
class Alarm:
    """One thing wrong with the nightly recomputation: its word in `words.today`, and what fills it."""

    word: str
    values: tuple[object, ...] = ()


def alarms(on: date, now: datetime) -> tuple[Alarm, ...]:
    """Everything wrong with the last nightly recomputations. Numbers only, never a name."""
    last = Run.objects.order_by("-started").first()
    whole = Run.objects.filter(finished__isnull=False).order_by("-started").first()
    found = []
    if whole is None:
        found.append(Alarm("today.alarm.never"))
    elif whole.on < on - timedelta(days=1):
        found.append(Alarm("today.alarm.old", (whole.on.isoformat(),)))
    if last is not None and last.finished is None and now - last.started > LONGEST_RUN:
        found.append(Alarm("today.alarm.unfinished", (last.on.isoformat(),)))
    if whole is not None and whole.left_out:
        numbers = [str(one).partition(":")[0] for one in whole.left_out]
        more = f" … +{len(numbers) - NAMED}" if len(numbers) > NAMED else ""
        found.append(Alarm("today.alarm.left_out", (len(numbers), ", ".join(numbers[:NAMED]) + more)))
    return tuple(found)
