"""What every form sends along: its own key, and how much of her record the sender had before them."""

from __future__ import annotations

import uuid
from typing import Any

from django.http import HttpRequest

from fullterm.clinic.base import settings_in_force as hospital
from fullterm.clinic.base.language import language
from fullterm.clinic.models import Event, Woman
from fullterm.clinic.text.event_text import told_in
from fullterm.clinic.text.wording import written
from fullterm.clinic.words import WORDS

LONGEST = 9
"""Figures of a number that stands in a form of ours; a longer one was never on a page."""


def key_of(request: HttpRequest) -> uuid.UUID:
    """The key of this request: the same form sent twice is carried out once."""
    try:
        return uuid.UUID(request.POST.get("key", ""))
    except ValueError:
        return uuid.uuid4()


def number_in(text: str) -> int | None:
    """The number a page of ours put into a form; None for anything else."""
    return int(text) if text.isdecimal() and len(text) <= LONGEST else None


def seen_by(request: HttpRequest, woman: Woman) -> int:
    """How many events the sender had before them; what is no number counts as none seen.

    A page drawn again because of something typed on it carries this number on: it has told of nothing newer.
    """
    number = number_in(request.POST.get("seen", ""))
    return 0 if number is None or number > woman.events else number


def sent_before(request: HttpRequest, woman: Woman) -> Event | None:
    """What this very form has written already: sent twice, it is answered as it was the first time."""
    return woman.history.filter(key=key_of(request)).first()


def since(events: list[Event]) -> list[dict[str, Any]]:
    """What somebody else did, as a page shows it: who, what, on which day, and what it told."""
    words = language()
    return [
        {
            "who": one.actor.called,
            "did": WORDS[f"entry.did.{one.action.replace(' ', '_')}"][words],
            "on": one.on,
            "told": written(told_in(one.action, one.data, hospital.protocol(), words), words),
        }
        for one in events
    ]
