"""One woman's record decided day by day, by the day things were recorded: to read, and to print."""

from __future__ import annotations

import uuid
from datetime import date, timedelta
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from fullterm.care.assess.replay import days_between, first_recorded, replay
from fullterm.care.assess.replay_text import replay_plain
from fullterm.care.record.entries import record_by_day
from fullterm.clinic.base import clock
from fullterm.clinic.base import settings_in_force as hospital
from fullterm.clinic.base.access import CARE, for_roles, woman_for
from fullterm.clinic.base.effective_events import told
from fullterm.clinic.base.language import language
from fullterm.clinic.models import Event, Woman
from fullterm.clinic.text.wording import written

LONGEST = 400
"""Days shown: a pregnancy, and what came before and after it."""


@for_roles(*CARE)
def show(request: HttpRequest, woman_id: uuid.UUID) -> HttpResponse:
    """When each line rose, how long it stood, what ended it; and which windows closed unanswered."""
    woman = woman_for(request, woman_id, "replay")
    context: dict[str, Any] = {"woman": woman, "today_is": clock.today(), "most": LONGEST}
    try:
        context |= written(_replayed(woman, clock.today()), language())
    except ValueError as error:  # it was readable when it was written: a newer version of the software reads it no more
        context["unreadable"] = str(error)
    return render(request, "replay/replay.html", context)


def _replayed(woman: Woman, on: date) -> dict[str, Any]:
    """The replay as plain values, and whether it begins later than her record; nothing while nothing is recorded."""
    events = list(woman.history.order_by("number"))
    if not events:
        return {}
    began = recorded_on(events[0])
    since = max(began, on - timedelta(days=LONGEST - 1))
    record_at = record_by_day((recorded_on(one), told(one)) for one in events)
    days = days_between(since, on) if since <= on else ()
    if first_recorded(record_at, days) is None:
        return {}
    return {"replay": replay_plain(replay(record_at, days, hospital.protocol()), language()), "cut": began < since}


def recorded_on(event: Event) -> date:
    """The hospital's day on which an event was recorded, whatever day it is about."""
    return clock.day_of(event.at)
