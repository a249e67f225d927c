"""Who a woman is: registered, and corrected when a number, a name or a telephone turns out wrong."""

from __future__ import annotations

import uuid
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from fullterm.clinic.base.access import CARE, actor, for_roles, woman_for
from fullterm.clinic.base.clock import today
from fullterm.clinic.base.form import Form, opened, typed_in
from fullterm.clinic.base.form_token import key_of, seen_by, since
from fullterm.clinic.base.language import language
from fullterm.clinic.base.refused import Refused
from fullterm.clinic.base.register_form import REGISTER
from fullterm.clinic.base.say import say
from fullterm.clinic.models import Event, Woman
from fullterm.clinic.text.refusals_zh import in_words
from fullterm.clinic.write import record as actions
from fullterm.clinic.write.once import Changed


@for_roles(*CARE)
def register(request: HttpRequest) -> HttpResponse:
    """Register a woman and begin her history."""
    if request.method != "POST":
        blank = opened(REGISTER, language(), today())
        return render(request, "entries/register.html", {"form": blank, "key": uuid.uuid4()})
    form = typed_in(REGISTER, request.POST, language(), today())
    if form.check():
        try:
            return redirect("history", actions.register(form.typed, actor(request), key_of(request)).pk)
        except Refused:
            form.wrong["number"] = say("register.taken")
    return render(request, "entries/register.html", {"form": form, "key": key_of(request)})


@for_roles(*CARE)
def correct(request: HttpRequest, woman_id: uuid.UUID) -> HttpResponse:
    """Correct who she is. What stood there before stays in her record."""
    woman = woman_for(request, woman_id, "who")
    page: dict[str, Any] = {"woman": woman, "heading": "who.title", "seen": woman.events, "key": uuid.uuid4()}
    if request.method != "POST":
        return _drawn(request, Form(REGISTER, _now(woman), language(), today()), page)
    form = typed_in(REGISTER, request.POST, language(), today())
    page |= {"key": key_of(request), "seen": seen_by(request, woman)}
    if form.check():
        try:
            actions.correct(woman.pk, form.typed, actor(request), page["key"], seen=page["seen"])
        except Changed as changed:
            woman.refresh_from_db()
            form.typed = _merged(form.typed, _now(woman), changed.since)
            page |= {"since": since(changed.since), "seen": changed.since[-1].number}
        except Refused as refused:
            page["refused"] = in_words(str(refused), language())
        else:
            messages.success(request, say("who.saved"))
            return redirect("woman", woman.pk)
    return _drawn(request, form, page)


def _now(woman: Woman) -> dict[str, str]:
    return {one.name: getattr(woman, one.name) for one in REGISTER}


def _merged(typed: dict[str, str], now: dict[str, str], events: list[Event]) -> dict[str, str]:
    """What was typed, and where nothing was, what somebody else has corrected meanwhile."""
    shown = dict(now)
    for one in reversed(events):
        shown |= actions.columns(one.data.get("before", {}))
    return {name: now[name] if said == shown[name] else said for name, said in typed.items()}


def _drawn(request: HttpRequest, form: Form, page: dict[str, Any]) -> HttpResponse:
    return render(request, "entries/entry.html", page | {"groups": [("who.title", form.shown(), False)]})
