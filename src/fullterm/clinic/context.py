"""What every page knows: its language, the hospital, who is signed in."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import get_language

from fullterm.clinic.access import SEES_WOMEN
from fullterm.clinic.models import User
from fullterm.vocabulary.fact import Language

SECTIONS = {
    "today": "today", "today_tab": "today", "call": "today", "snooze": "today", "escalate": "today",
    "women": "women", "woman": "women", "why": "women", "history": "women", "history_form": "women", "events": "women",
    "enter": "women", "register": "register",
}  # fmt: skip
"""Which entry of the navigation a page stands under, by the name of its address."""


def language() -> Language:
    """The language of this request, as the rest of the software names it."""
    return "zh" if (get_language() or "en").startswith("zh") else "en"


def hospital(request: HttpRequest) -> dict[str, Any]:
    """For every template: `lang`, the protocol's name, whether this is the demonstration ward, and the frame's own.

    A page that broke before anybody was recognised has no user: it is shown as to nobody.
    """
    user = getattr(request, "user", None)
    place = request.resolver_match
    name = place.url_name or "" if place else ""
    sees = isinstance(user, User) and user.role in SEES_WOMEN
    return {
        "lang": language(),
        "protocol_name": settings.PROTOCOL,
        "demonstration": settings.DEMO,
        "section": "account" if name.startswith(("account_", "mfa_")) else SECTIONS.get(name),
        "cares": sees,
        "registers": sees,
    }
