"""Signing on through the hospital's own directory (OpenID Connect), and who is let in that way.

An account is made here by an administrator; signing on only opens it. docs/decisions/13-signing-on.md says why.
"""

from __future__ import annotations

from typing import Any

from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialAccount, SocialLogin
from django.conf import settings
from django.db import transaction
from django.http import HttpRequest
from django.shortcuts import redirect, render

from fullterm.clinic.base.refused import Refused
from fullterm.clinic.base.second_step import prove
from fullterm.clinic.models import Change, Role, User
from fullterm.clinic.write import accounts as people


def role_of(claims: dict[str, Any]) -> Role | None:
    """The role the hospital's mapping gives these claims: the first that fits, None for none."""
    for claim, value, role in settings.OIDC_ROLES:
        told = claims.get(claim)
        if value == told or (isinstance(told, list) and value in told):
            return Role(role)
    return None


class SignOn(DefaultSocialAccountAdapter):  # type: ignore[misc]  # allauth ships no types
    """Who comes from the directory: known by its own number, else by the sign-in name, else turned away."""

    def pre_social_login(self, request: HttpRequest, sociallogin: SocialLogin) -> None:
        """Link an account of the same name at its first time; turn away whoever has none and no mapped role."""
        sociallogin.email_addresses = []  # addresses are not who somebody is
        process = sociallogin.state.get("process")
        if process not in (None, "login", "redirect"):
            raise _turned_away(request, "none")
        told = sociallogin.account.extra_data
        if told.get("userinfo", told.get("id_token", {})).get("sub") != told.get("id_token", {}).get("sub"):
            raise _turned_away(request, "none")  # two answers about two people
        proved_at = told.get("id_token", {}).get("auth_time")
        if process == "redirect":  # who is signed in already proves once more who she is: nobody is signed in or out
            if request.user.is_authenticated and request.user.pk != sociallogin.user.pk:
                raise _turned_away(request, "self", "sign_on.somebody_else")
            if request.user.is_authenticated:
                prove(request, sociallogin.user, proved_at)
            return
        if sociallogin.is_existing:
            prove(request, sociallogin.user, proved_at)
            return
        name = _username(sociallogin)
        user = User.objects.filter(username=name).first() if name else None
        if user is None:
            if role_of(_claims(sociallogin)) is None or not _free(name):
                raise _turned_away(request, "none")
            return
        if not user.is_active:
            raise ImmediateHttpResponse(redirect("account_inactive"))
        if SocialAccount.objects.filter(user=user).exists():
            raise _turned_away(request, "other")
        with transaction.atomic():
            sociallogin.connect(request, user)
            Change.objects.create(whom=user, action="linked", actor=user)
        prove(request, user, proved_at)

    def is_open_for_signup(self, request: HttpRequest, sociallogin: SocialLogin) -> bool:  # noqa: ARG002  # allauth's
        """Only with a mapped role: deny first."""
        return role_of(_claims(sociallogin)) is not None

    def populate_user(self, request: HttpRequest, sociallogin: SocialLogin, data: dict[str, Any]) -> User:
        """A new account as the directory names her; no address of mail is kept."""
        user: User = super().populate_user(request, sociallogin, data)
        user.first_name, user.last_name, user.email = str(data.get("name") or user.get_full_name())[:150], "", ""
        user.username = _username(sociallogin)
        return user

    def save_user(self, request: HttpRequest, sociallogin: SocialLogin, form: Any = None) -> User:
        """Make the account with its mapped role, and keep that it was made by signing on."""
        role = role_of(_claims(sociallogin))
        if role is None:
            raise _turned_away(request, "none")
        user: User = sociallogin.user
        user.role = role
        with transaction.atomic():
            super().save_user(request, sociallogin, form)
            data = {"role": role.value, "name": user.first_name, "by": "directory"}
            Change.objects.create(whom=user, action="made", actor=None, data=data)
        return user


def _free(name: str) -> bool:
    """Whether an account of this name may be made."""
    try:
        people.check_name(name)
    except Refused:
        return False
    return True


def _claims(sociallogin: SocialLogin) -> dict[str, Any]:
    """What the directory says of her; the token's claims stand before those of the second address."""
    data = sociallogin.account.extra_data
    return {**data.get("userinfo", {}), **data.get("id_token", {})}


def _username(sociallogin: SocialLogin) -> str:
    return str(_claims(sociallogin).get(settings.OIDC_USERNAME) or "")


def _turned_away(request: HttpRequest, why: str, heading: str = "sign_on.refused") -> ImmediateHttpResponse:
    words = {"heading": heading, "sentence": f"sign_on.refused.{why}"}
    return ImmediateHttpResponse(render(request, "clinic/trouble.html", words, status=403))
