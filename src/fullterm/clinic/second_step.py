"""The second step at sign-in: an authenticator here, or what the hospital's directory asks of who signs on there."""

from __future__ import annotations

from typing import Any

from allauth.account.authentication import get_authentication_records
from allauth.core import context
from allauth.mfa.adapter import DefaultMFAAdapter
from django.http import HttpRequest

from fullterm.clinic.models import User


def by_directory(request: HttpRequest) -> bool:
    """Whether whoever is signed in came through the directory: her second step was asked there."""
    user = request.user
    if not isinstance(user, User):
        return False
    return any(one.get("method") == "socialaccount" for one in get_authentication_records(request, user))


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
