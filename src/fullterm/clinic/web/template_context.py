"""What every page knows: its language, the hospital, who is signed in."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import get_resolver

from fullterm.clinic.base import settings_in_force as rules
from fullterm.clinic.base.language import language
from fullterm.clinic.base.second_step import by_directory
from fullterm.clinic.demo.people import PASSWORD, USERS
from fullterm.clinic.models import User

SECTIONS = {"": "today", "emergency": "emergency_start", "settings": "hospital", "accounts": "account"}
"""Which entry of the navigation a page stands under, by the first part of its address, where it is not that part."""
NAVIGATION = (
    "today",
    "emergency_start",
    "women",
    "register",
    "registry",
    "agreements",
    "people",
    "hospital",
    "reserve",
)
"""The pages of the navigation, by the name of their address (word: `nav.NAME`); each role sees those it may open."""
OF_A_WOMAN = ("history", "emergency", "sign", "link", "letters", "events", "replay", "woman_agreement")
"""The pages about one woman that her own page leads to (word: `woman_pages.NAME`), the most used first."""


def hospital(request: HttpRequest) -> dict[str, Any]:
    """For every template: `lang`, the protocol's name, whether this is the demonstration ward, and the frame's own.

    A page that broke before anybody was recognised has no user: it is shown as to nobody.
    """
    user = getattr(request, "user", None)
    return {
        "lang": language(),
        "protocol_name": rules.protocol().title[language()],
        "protocol_open": bool(open_to(user, ("protocol",))),
        "hospital_name": rules.name()[language()],
        "demonstration": settings.DEMO,
        "demonstration_users": list(USERS) if settings.DEMO else [],
        "demonstration_password": PASSWORD if settings.DEMO else "",
        "section": _section(request),
        "sign_on": settings.OIDC_NAME if settings.OIDC else "",
        "by_directory": by_directory(request),
        "navigation": open_to(user, NAVIGATION),
        "of_a_woman": open_to(user, OF_A_WOMAN),
    }


def _section(request: HttpRequest) -> str | None:
    place = request.resolver_match
    if place is None:
        return None
    first = place.route.partition("/")[0]
    return "register" if place.url_name == "register" else SECTIONS.get(first, first)


def open_to(user: object, names: Iterable[str]) -> list[str]:
    """Those of these pages that somebody's role may open; none for nobody."""
    return [name for name in names if isinstance(user, User) and user.role in _roles()[name]]


@cache
def _roles() -> dict[str, frozenset[str]]:
    """Who may open each page, as its view says."""
    views = {getattr(one, "name", None) or "": getattr(one, "callback", None) for one in get_resolver().url_patterns}
    return {name: roles for name, view in views.items() if (roles := getattr(view, "roles", None)) is not None}
