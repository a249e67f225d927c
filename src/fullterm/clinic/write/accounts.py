"""Who may work here: every change to an account is one action by one administrator, one transaction, one row kept.

The last administrator cannot be lost: nobody closes or demotes herself, and whoever acts is an administrator still,
asked under a lock that every other change waits for.
"""

from __future__ import annotations

import secrets
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from allauth.account.internal.flows.login import record_authentication
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from axes.utils import reset as lift_lock
from django.contrib.auth.validators import UnicodeUsernameValidator
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import Q
from django.http import HttpRequest
from django.utils import timezone

from fullterm.clinic.base.refused import Refused
from fullterm.clinic.models import Change, Role, User
from fullterm.clinic.write.once import once

LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
"""Of a one-time password: read aloud or from paper, none is taken for another."""
GROUPS = 4
A_GROUP = 4  # sixteen letters of 31: 79 bits
ONE_TIME = timedelta(days=7)
"""How long a one-time password opens the door. Our own limit."""
OF_HERSELF = frozenset({"renamed", "signed out"})
"""What an administrator may do to her own account; for the rest she has her account page, or asks another one."""
LONGEST = 150  # letters of a sign-in name, as its column is
Plain = dict[str, Any]


@dataclass(frozen=True, slots=True)
class AccountDone:
    """What was done, and the one-time password it made: shown once, kept nowhere."""

    change: Change
    password: str | None = None


def one_time_password() -> str:
    """A password nobody has had before, such as `kfm7-x2pq-w8ab-9cde`."""
    groups = ("".join(secrets.choice(LETTERS) for _ in range(A_GROUP)) for _ in range(GROUPS))
    return "-".join(groups)


def make(username: str, name: str, role: str, actor: User | None, key: uuid.UUID | None = None) -> AccountDone:
    """Make an account with a one-time password. `actor` is None for the command line only. Raises Refused."""
    key = key or uuid.uuid4()
    check_name(username)
    if role not in Role.values:
        raise Refused(f"{role!r} is no role here: choose one of them")
    password = one_time_password()

    def write(_: User | None) -> AccountDone:
        user = User(username=username, first_name=name, role=role, one_time=timezone.now() + ONE_TIME)
        user.set_password(password)
        user.save()
        return AccountDone(_write(user, "made", actor, {"role": role, "name": name}, key), password)

    try:
        return once(
            key, Change.objects.all(), lambda: None if actor is None else _held(actor, actor.pk), write, _done_already
        )
    except IntegrityError:
        raise Refused(_taken(username)) from None


def change(
    whom: int, action: str, actor: User | None, data: Plain | None = None, key: uuid.UUID | None = None
) -> AccountDone:
    """Carry out one of `DEEDS` on an account, all or nothing. Raises Refused with the reason, and KeyError."""
    key = key or uuid.uuid4()
    deed = DEEDS[action]

    def write(user: User) -> AccountDone:
        if actor is not None and actor.pk == whom and action not in OF_HERSELF:
            raise Refused(
                "this is your own account: another administrator changes it, so that nobody locks herself out"
            )
        told, password = deed(user, data or {})
        user.save()
        return AccountDone(_write(user, action, actor, told, key), password)

    return once(key, Change.objects.all(), lambda: _held(actor, whom), write, _done_already)


def _done_already(_: Change) -> AccountDone:
    raise Refused(
        "this was done already, and a one-time password is shown only once: open the page again, and make a new one if "
        "it was lost"
    )


def _held(actor: User | None, whom: int) -> User:
    """The account to be changed, held; and every active administrator with it, so that two never act on each other."""
    people = {
        one.pk: one
        for one in User.objects.select_for_update()
        .filter(Q(pk=whom) | Q(role=Role.ADMINISTRATOR, is_active=True))
        .order_by("pk")
    }
    if actor is not None:
        now = people.get(actor.pk)
        if now is None or not now.is_active or now.role != Role.ADMINISTRATOR:
            raise Refused("only an administrator changes accounts, and your account is none any more")
    return people[whom]


def _write(user: User, action: str, actor: User | None, data: Plain, key: uuid.UUID) -> Change:
    return Change.objects.create(whom=user, action=action, actor=actor, data=data, key=key)


def check_name(username: str) -> None:
    """Whether an account of this sign-in name may be made. Raises Refused with the reason."""
    try:
        UnicodeUsernameValidator()(username)
    except ValidationError:
        raise Refused(
            f"{username!r} cannot be a sign-in name: write letters, digits and . - _ @ + without a space"
        ) from None
    if len(username) > LONGEST:
        raise Refused("this sign-in name is too long: write up to 150 letters")
    if User.objects.filter(username__iexact=username).exists():
        raise Refused(_taken(username))


def _taken(username: str) -> str:
    return f"there is an account {username!r} already: choose another sign-in name, or reopen that account"


# ---- what may be done to an account: each changes the user it is given, and says what to keep


def _role(user: User, data: Plain) -> tuple[Plain, None]:
    new = data.get("role")
    if new not in Role.values:
        raise Refused(f"{new!r} is no role here: choose one of them")
    if new == user.role:
        raise Refused(f"{user.username} has this role already: choose another, or leave the page")
    before, user.role = user.role, new
    return {"from": before, "to": new}, None


def _renamed(user: User, data: Plain) -> tuple[Plain, None]:
    before, user.first_name, user.last_name = user.get_full_name(), str(data.get("name", ""))[:150], ""
    return {"from": before, "to": user.first_name}, None


def _closed(user: User, data: Plain) -> tuple[Plain, None]:  # noqa: ARG001  # one shape
    if not user.is_active:
        raise Refused("this account is closed already")
    user.is_active = False
    user.signed_out += 1
    return {}, None


def _reopened(user: User, data: Plain) -> tuple[Plain, None]:  # noqa: ARG001  # one shape
    if user.is_active:
        raise Refused("this account is open already")
    user.is_active = True
    return {}, None


def _password(user: User, data: Plain) -> tuple[Plain, str]:  # noqa: ARG001  # one shape
    password = one_time_password()
    user.set_password(password)  # which ends her sessions
    user.one_time = timezone.now() + ONE_TIME
    lift_lock(username=user.username)
    return {}, password


def _second_step(user: User, data: Plain) -> tuple[Plain, None]:  # noqa: ARG001  # one shape
    if not Authenticator.objects.filter(user=user).delete()[0]:
        raise Refused("no authenticator is set up on this account: there is nothing to take away")
    user.signed_out += 1
    return {}, None


def _signed_out(user: User, data: Plain) -> tuple[Plain, None]:  # noqa: ARG001  # one shape
    user.signed_out += 1
    return {}, None


def _unlinked(user: User, data: Plain) -> tuple[Plain, None]:  # noqa: ARG001  # one shape
    if not SocialAccount.objects.filter(user=user).delete()[0]:
        raise Refused(
            "this account has not been signed on to through the hospital's directory: there is nothing to forget"
        )
    user.signed_out += 1
    return {}, None


DEEDS: dict[str, Callable[[User, Plain], tuple[Plain, str | None]]] = {
    "role": _role,
    "renamed": _renamed,
    "password": _password,
    "second step": _second_step,
    "signed out": _signed_out,
    "unlinked": _unlinked,
    "closed": _closed,
    "reopened": _reopened,
}
"""What an administrator may do to an account, in the order of the page."""


def own_password(request: HttpRequest, user: User, **_: object) -> None:
    """She has chosen a password of her own: the one-time one is past, and that she did is kept.

    She has just typed the one before: setting up her authenticator next does not ask for it a third time.
    """
    record_authentication(request, user, "password", reauthenticated=True)
    with transaction.atomic():
        User.objects.filter(pk=user.pk).update(one_time=None)
        _write(user, "own password", user, {}, uuid.uuid4())
