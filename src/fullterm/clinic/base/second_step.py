"""The second step at sign-in: an authenticator here, or what the hospital's directory asks of who signs on there.

And for a signature, in the place of a password: when she last proved to the directory who she is, by its own word.
"""

from __future__ import annotations

import time
from typing import Any

from allauth.account.authentication import get_authentication_records
from allauth.core import context
from allauth.mfa.adapter import DefaultMFAAdapter
from django.http import HttpRequest

from fullterm.clinic.models import User


def by_directory(request: HttpRequest) -> bool:
    """Whether whoever is signed in came through the directory: her second step was asked there."""
    user = getattr(request, "user", None)  # none where a page broke before anybody was recognised
    if not isinstance(user, User):
        return False
    return any(one.get("method") == "socialaccount" for one in get_authentication_records(request, user))


PROOF = "directory_proof"
LATELY = 5 * 60
"""Seconds for which a sign-on at the directory stands in the place of a password."""


def prove(request: HttpRequest, user: User, told: Any) -> None:
    """Keep in her session when she proved at the directory who she is: `told` is its `auth_time`, seconds since 1970.

    A sign-on that the directory answers from its own open session, without asking her anything, proves nothing new;
    so one that does not say when it asked is not kept.
    """
    if isinstance(told, int | float):
        request.session[PROOF] = {"who": user.pk, "at": min(told, time.time())}


def proved_lately(request: HttpRequest) -> bool:
    """Whether whoever is signed in proved at the directory within the last minutes who she is."""
    proof = request.session.get(PROOF)
    return proof is not None and proof["who"] == request.user.pk and time.time() - proof["at"] < LATELY


class SecondStepHere(DefaultMFAAdapter):  # type: ignore[misc]  # allauth ships no types
    """Asks for the authenticator set up here, except of whoever comes through the directory."""

    def is_mfa_enabled(self, user: Any, types: Any = None) -> bool:
        """As allauth, but no while she is signing on: `login` has recorded how, for this user alone."""
        request = context.request
        if request is not None and not request.user.is_authenticated and user.pk is not None:
            records = get_authentication_records(request, user)
            if records and records[-1].get("method") == "socialaccount":
                return False
        return bool(super().is_mfa_enabled(user, types=types))
