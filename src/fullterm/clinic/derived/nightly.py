"""When everybody is computed: once a day and protocol, by whoever claims it first, however many servers there are.

A claim is a row of `Run` whose day, protocol and attempt are unique: the database lets one writer have it. A claimed
run says every few seconds that it lives (`beat`); one that fell silent is claimed again as the next attempt, a little
later each time. Nothing reckons when midnight is: the hospital's day is asked for, and when it is another, one is due.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta

from django.db import IntegrityError, transaction
from django.utils import timezone

from fullterm.clinic.base import settings_in_force as hospital
from fullterm.clinic.models import Run

SILENT = timedelta(minutes=2)
"""A run without a sign of life for this long is taken to have died; it gives one every hundred women. Our own limit."""
LATEST = 15
"""The wait before another attempt grows with the attempts up to this many times `SILENT`: half an hour."""


def due(on: date, now: datetime) -> bool:
    """Whether nobody has computed this day under the protocol in force, and nobody is at it."""
    return _next(on, hospital.read_again().under, now) is not None


def claim(on: date, now: datetime) -> Run | None:
    """A run of this day that is ours alone, begun now; None when none is due or another was quicker."""
    under = hospital.read_again().under
    attempt = _next(on, under, now)
    return None if attempt is None else _write(on, under, attempt)


def begin(on: date) -> Run:
    """A run of this day, due or not: whoever asks by hand gets one."""
    under = hospital.read_again().under
    run = None
    while run is None:
        last = _last(on, under)
        run = _write(on, under, 1 if last is None or last.attempt is None else last.attempt + 1)
    return run


def beat(run: Run) -> None:
    """Say that a run lives, and how far it has come."""
    run.beat = timezone.now()
    run.save(update_fields=["women", "left_out", "beat"])


def silent(run: Run, now: datetime) -> timedelta:
    """How long ago a run gave its last sign of life."""
    return now - (run.beat or run.started)


def _next(on: date, under: str, now: datetime) -> int | None:
    last = _last(on, under)
    if last is None or last.attempt is None:
        return 1
    if last.finished is not None or silent(last, now) <= SILENT * min(last.attempt, LATEST):
        return None
    return last.attempt + 1


def _last(on: date, under: str) -> Run | None:
    return Run.objects.filter(on=on, under=under, attempt__isnull=False).order_by("-attempt").first()


def _write(on: date, under: str, attempt: int) -> Run | None:
    try:
        with transaction.atomic():
            return Run.objects.create(on=on, under=under, attempt=attempt)
    except IntegrityError:  # another was quicker
        return None
