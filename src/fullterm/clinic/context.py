"""What every page knows: its language, the hospital, who is signed in."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import get_resolver
from django.utils.translation import get_language

from fullterm.clinic.models import User
from fullterm.vocabulary.fact import Language

SECTIONS = {
    "today": "today", "today_tab": "today", "call": "today", "snooze": "today", "escalate": "today",
    "women": "women", "woman": "women", "why": "women", "history": "women", "history_form": "women", "events": "women",
    "enter": "women", "register": "register", "agreements": "agreements", "agreements_tab": "agreements",
    "agreement": "agreements", "agreement_text": "agreements", "agreement_step": "agreements",
    "agreement_month": "agreements", "agreement_of_month": "agreements", "woman_agreement": "agreements",
    "reserve": "reserve",
}  # fmt: skip
"""Which entry of the navigation a page stands under, by the name of its address."""
NAVIGATION = ("today", "women", "register", "agreements", "reserve")
"""The pages of the navigation, by the name of their address (word: `nav.NAME`); each role sees those it may open."""
OF_A_WOMAN = ("history", "events", "woman_agreement")
"""The pages about one woman that her own page leads to (word: `woman_pages.NAME`), the most used first."""


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
    return {
        "lang": language(),
        "protocol_name": settings.PROTOCOL,
        "demonstration": settings.DEMO,
        "section": "account" if name.startswith(("account_", "mfa_")) else SECTIONS.get(name),
        "navigation": open_to(user, NAVIGATION),
        "of_a_woman": open_to(user, OF_A_WOMAN),
    }


def open_to(user: object, names: Iterable[str]) -> list[str]:
    """Those of these pages that somebody's role may open; none for nobody."""
    return [name for name in names if isinstance(user, User) and user.role in _roles()[name]]


@cache
def _roles() -> dict[str, frozenset[str]]:
    """Who may open each page, as its view says."""
    views = {getattr(one, "name", None) or "": getattr(one, "callback", None) for one in get_resolver().url_patterns}
    return {name: roles for name, view in views.items() if (roles := getattr(view, "roles", None)) is not None}
