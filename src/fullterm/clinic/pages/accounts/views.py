"""People: who may work here, for administrators. Every change goes through `people.change` and stays on the page."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from typing import Any

from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from fullterm.clinic.base.access import actor, for_roles
from fullterm.clinic.base.clock import today
from fullterm.clinic.base.form import Form, opened, typed_in
from fullterm.clinic.base.form_token import key_of
from fullterm.clinic.base.language import language
from fullterm.clinic.base.refused import Refused
from fullterm.clinic.base.say import say
from fullterm.clinic.models import Change, Role, User
from fullterm.clinic.pages.accounts.form import NAME, NEW, ROLE
from fullterm.clinic.templatetags.say import word
from fullterm.clinic.text.refusals_zh import in_words
from fullterm.clinic.write import accounts as people

A_PAGE = 50
FORMS = {"role": ROLE, "renamed": NAME}


@require_safe
@for_roles(Role.ADMINISTRATOR)
def show(request: HttpRequest) -> HttpResponse:
    """Everybody with an account, open ones first; found by name, sign-in name or role."""
    sought = request.GET.get("q", "").strip()[:120]
    shown = Paginator(_matching(sought), A_PAGE).get_page(request.GET.get("page"))
    context = {"sought": sought, "shown": shown, "nobody_else": not sought and shown.paginator.count <= 1}
    return render(request, "accounts/people.html", context)


def _matching(sought: str) -> QuerySet[User]:
    users = User.objects.annotate(two_steps=Exists(Authenticator.objects.filter(user=OuterRef("pk"))))
    users = users.order_by("-is_active", "username")
    if not sought:
        return users
    roles = [one for one in Role.values if sought.lower() in (one, word(one, "role"))]
    named = Q(username__icontains=sought) | Q(first_name__icontains=sought) | Q(last_name__icontains=sought)
    return users.filter(named | Q(role__in=roles))


@for_roles(Role.ADMINISTRATOR)
def make(request: HttpRequest) -> HttpResponse:
    """Make an account. Its one-time password stands on the answer to this form, and never again."""
    if request.method != "POST":
        return _new(request, opened(NEW, language(), today()), uuid.uuid4())
    form = typed_in(NEW, request.POST, language(), today())
    if form.check():
        typed = form.typed
        try:
            done = people.make(typed["username"], typed["name"], typed["role"], actor(request), key_of(request))
        except Refused as refused:
            form.wrong["username"] = in_words(str(refused), language())
        else:
            return _password(request, done)
    return _new(request, form, key_of(request))


def _new(request: HttpRequest, form: Form, key: uuid.UUID) -> HttpResponse:
    status = 422 if form.wrong else 200
    return render(request, "accounts/people_new.html", {"form": form, "key": key}, status=status)


@require_safe
@for_roles(Role.ADMINISTRATOR)
def person(request: HttpRequest, pk: int) -> HttpResponse:
    """One account: what it is, what may be done to it, and everything that was."""
    return _person(request, get_object_or_404(User, pk=pk))


def _person(request: HttpRequest, one: User, form: Form | None = None, refused: str = "") -> HttpResponse:
    linked = SocialAccount.objects.filter(user=one).exists()
    authenticator = Authenticator.objects.filter(user=one).exists()
    hers = one.pk == actor(request).pk
    context = {
        "person": one,
        "hers": hers,
        "linked": linked,
        "authenticator": authenticator,
        "deeds": _deeds(one, hers=hers, linked=linked, authenticator=authenticator),
        "role_form": _asked("role", one, form),
        "name_form": _asked("renamed", one, form),
        "key": uuid.uuid4(),
        "days": people.ONE_TIME.days,
        "changes": _told(_newest_first(Change.objects.filter(whom=one))),
        "refused": refused,
    }
    return render(request, "accounts/person.html", context, status=422 if refused or (form and form.wrong) else 200)


def _deeds(one: User, *, hers: bool, linked: bool, authenticator: bool) -> list[str]:
    """What may be done to this account besides its role and its name, as words of an address."""
    possible = {
        "password": one.is_active and not hers,
        "second-step": authenticator and not hers,
        "signed-out": one.is_active,
        "unlinked": linked and not hers,
        "closed": one.is_active and not hers,
        "reopened": not one.is_active,
    }
    return [deed for deed, may in possible.items() if may]


def _asked(deed: str, one: User, form: Form | None) -> Form:
    """The form of a role or a name: as it was sent, or with what is."""
    field = FORMS[deed]
    if form is not None and form.fields == (field,):
        return form
    usual = {"role": one.role, "renamed": one.get_full_name()}[deed]
    return Form((field,), {field.name: usual}, language(), today())


@require_POST
@for_roles(Role.ADMINISTRATOR)
def change(request: HttpRequest, pk: int, deed: str) -> HttpResponse:
    """Carry out one change and go back to her page; a new one-time password stands on the answer instead."""
    action, one = deed.replace("-", " "), get_object_or_404(User, pk=pk)
    if action not in people.DEEDS:
        raise Http404
    form = None
    if action in FORMS:
        form = typed_in((FORMS[action],), request.POST, language(), today())
        if not form.check():
            return _person(request, one, form)
    try:
        done = people.change(pk, action, actor(request), form.typed if form else None, key_of(request))
    except Refused as refused:
        return _person(request, one, refused=in_words(str(refused), language()))
    if done.password:
        return _password(request, done)
    messages.success(request, say(f"people.done.{deed}", done.change.whom.username))
    if action == "signed out" and actor(request).pk == pk:
        return redirect("home")
    return redirect("person", pk)


def _password(request: HttpRequest, done: people.AccountDone) -> HttpResponse:
    context = {"person": done.change.whom, "password": done.password, "days": people.ONE_TIME.days}
    return render(request, "accounts/people_password.html", context)


@require_safe
@for_roles(Role.ADMINISTRATOR)
def changes(request: HttpRequest) -> HttpResponse:
    """Every change to every account, the newest first."""
    shown = Paginator(_newest_first(Change.objects.all()), A_PAGE).get_page(request.GET.get("page"))
    return render(request, "accounts/people_changes.html", {"shown": shown, "changes": _told(shown.object_list)})


def _newest_first(rows: QuerySet[Change]) -> QuerySet[Change]:
    return rows.select_related("actor", "whom").order_by("-pk")


def _told(rows: Iterable[Change]) -> list[dict[str, Any]]:
    """Changes as a page shows them: when, who, whose, what."""
    return [{"change": one, "what": _what(one)} for one in rows]


def _what(one: Change) -> str:
    """What a change was, in words; roles by their names."""
    told = {name: word(value, "role") if value in Role.values else value for name, value in one.data.items()}
    key = f"people.did.{one.action.replace(' ', '_')}"
    if one.action in ("role", "renamed"):
        return say(key, told.get("from") or "–", told.get("to") or "–")
    if one.action == "made":
        return say(key + (".directory" if told.get("by") else ""), told["role"])
    return say(key)
