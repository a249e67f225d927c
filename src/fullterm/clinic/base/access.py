"""Who may see and do what. Nothing is allowed unless it stands here."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime, time
from functools import wraps
from typing import Any, Concatenate, ParamSpec

from allauth.account.adapter import DefaultAccountAdapter, get_adapter
from allauth.account.forms import ChangePasswordForm
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.urls import reverse
from django.utils import timezone

from fullterm.clinic.base import resubmit as kept
from fullterm.clinic.base.clock import today
from fullterm.clinic.base.say import say
from fullterm.clinic.models import AccessLog, Role, User, Woman
from fullterm.vocabulary.fact import VOCABULARY

P = ParamSpec("P")
VERBS = ("GET", "HEAD", "POST")
CARE = frozenset({Role.DOCTOR, Role.NURSE, Role.SURGEON})
DOCTORS = frozenset({Role.DOCTOR, Role.SURGEON})
SEES_WOMEN = CARE
DOES: dict[str, frozenset[Role]] = {
    "registered": CARE,
    "identity corrected": CARE,
    "answered": CARE,
    "pregnancy began": CARE,
    "pregnancy ended": CARE,
    "followed": CARE,
    "removal arranged": CARE,
    "suture from elsewhere": CARE,
    "suture left in": frozenset({Role.DOCTOR, Role.SURGEON}),
    "suture handed over": CARE,
    "scanned": CARE,
    "examined": CARE,
    "declined": CARE,
    "done": CARE,
    "withdrawn": CARE,
    "signed": frozenset({Role.DOCTOR}),
    "called": CARE,
    "snoozed": CARE,
    "escalated": CARE,
    "cerclage placed": frozenset({Role.DOCTOR, Role.SURGEON}),
    "suture removed": frozenset({Role.DOCTOR, Role.SURGEON}),
    "link given": CARE,
    "link revoked": CARE,
}
OFFICE = frozenset({Role.AGREEMENT})
SEES_AGREEMENTS = frozenset({Role.AGREEMENT, Role.DOCTOR})
DOES_TO_AGREEMENTS: dict[str, frozenset[Role]] = {
    **dict.fromkeys(("offered", "withdrawn", "signed", "paid", "corrected", "fulfilled", "refunded", "ended"), OFFICE),
    "treated": SEES_AGREEMENTS,
    "reported": SEES_AGREEMENTS,
    "reviewed": frozenset({Role.DOCTOR}),
}


def may_do_to_agreement(user: User, action: str) -> bool:
    """Whether this role may do this to an agreement; an action not listed is nobody's."""
    return user.is_active and user.role in DOES_TO_AGREEMENTS.get(action, frozenset())


def may_do(user: User, action: str, told: Mapping[str, Any] | None = None) -> bool:
    """Whether this role may record this action and what it tells; an action not listed is nobody's."""
    names = () if told is None else (str(told.get("key", "")),) if action == "answered" else told
    return user.is_active and user.role in DOES.get(action, frozenset()) and all(may_tell(user, one) for one in names)


def may_tell(user: User, name: str) -> bool:
    """Whether this role may tell a fact, by its name: that a baby has died is told by a doctor."""
    fact = VOCABULARY.facts.get(name)
    return fact is None or not fact.by_doctor or user.role in DOCTORS


def for_roles(
    *roles: Role,
) -> Callable[[Callable[Concatenate[HttpRequest, P], HttpResponse]], Callable[..., HttpResponse]]:
    """A view for these roles only: others get 403, nobody gets the sign-in page."""

    def guard(view: Callable[Concatenate[HttpRequest, P], HttpResponse]) -> Callable[..., HttpResponse]:
        @wraps(view)
        def guarded(request: HttpRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
            if request.method not in VERBS:
                return HttpResponseNotAllowed(VERBS)
            if not request.user.is_authenticated:
                return kept.signed_out(request)
            if actor(request).role not in roles:
                raise PermissionDenied
            return view(request, *args, **kwargs)

        guarded.roles = frozenset(roles)  # type: ignore[attr-defined]  # the access test reads it
        return guarded

    return guard


def actor(request: HttpRequest) -> User:
    """Who is signed in. Raises PermissionDenied for nobody."""
    if not isinstance(request.user, User):
        raise PermissionDenied
    return request.user


def woman_for(request: HttpRequest, woman_id: uuid.UUID, page: str) -> Woman:
    """The woman, if whoever asks may see her; the look is logged. 404 otherwise: who is here is itself a secret."""
    return _woman_for(request, woman_id, page, SEES_WOMEN)


def woman_of_agreement(request: HttpRequest, woman_id: uuid.UUID, page: str) -> Woman:
    """The woman for whoever deals with her agreement, as `woman_for`: the office is shown no clinical page of hers."""
    return _woman_for(request, woman_id, page, SEES_AGREEMENTS)


def _woman_for(request: HttpRequest, woman_id: uuid.UUID, page: str, roles: frozenset[Role]) -> Woman:
    who = actor(request)
    woman = Woman.objects.filter(pk=woman_id).first() if who.role in roles else None
    if woman is None:
        raise Http404
    AccessLog.objects.create(woman=woman, actor=who, page=page)
    return woman


AT_ONCE = 1000
"""How many looks are written at once."""


def looked(who: User, women: Iterable[uuid.UUID], page: str) -> None:
    """Keep who saw whom on a list: once a day each, however often it is drawn."""
    seen = sorted(set(women))
    begins = timezone.make_aware(datetime.combine(today(), time.min))
    for start in range(0, len(seen), AT_ONCE):
        some = seen[start : start + AT_ONCE]
        logged = AccessLog.objects.filter(woman__in=some, actor=who, page=page, at__gte=begins)
        new = set(some) - set(logged.values_list("woman_id", flat=True))
        AccessLog.objects.bulk_create(AccessLog(woman_id=one, actor=who, page=page) for one in sorted(new))


def address_of(request: HttpRequest) -> str | None:
    """Where somebody comes from, for all who count tries: behind the hospital's proxy not the proxy's own address."""
    try:
        return str(get_adapter(request).get_client_ip(request))
    except PermissionDenied:  # nobody can tell
        return None


class NoSignup(DefaultAccountAdapter):  # type: ignore[misc]  # allauth ships no types
    """Accounts are made by an administrator; nobody signs up."""

    def is_open_for_signup(self, request: Any) -> bool:  # noqa: ARG002  # allauth's
        """Never."""
        return False

    def authenticate(self, request: Any, **credentials: Any) -> Any:
        """Whose name and password these are. Raises ValidationError for a one-time password that has lapsed."""
        user = super().authenticate(request, **credentials)
        if isinstance(user, User) and user.lapsed:
            raise ValidationError(say("account.lapsed"))
        return user

    def get_password_change_redirect_url(self, request: Any) -> str:  # noqa: ARG002  # allauth's
        """On to her work, or to whatever the first sign-in still asks."""
        return reverse("home")


class OwnPasswordForm(ChangePasswordForm):  # type: ignore[misc]  # allauth ships no types
    """The choice of a password of one's own."""

    def clean_password1(self) -> str:
        """The new one. Raises ValidationError when it is the one she has: a one-time password is on paper somewhere."""
        new: str = self.cleaned_data["password1"]
        if self.user.check_password(new):
            raise ValidationError(say("account.same_password"))
        return new
