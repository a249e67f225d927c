"""What happens in a woman's care, entered: a scan, an examination, a suture, how it began and how it ended."""

from __future__ import annotations

import uuid
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from fullterm.care.assess import assess
from fullterm.care.case import Case
from fullterm.care.known import current_pregnancy, suture_in_place
from fullterm.care.plan import Planned
from fullterm.care.record import read
from fullterm.clinic import worklist
from fullterm.clinic.access import CARE, actor, for_roles, may_do, woman_for
from fullterm.clinic.actions import Changed, Deed, Refused, act
from fullterm.clinic.context import language
from fullterm.clinic.forms.entries import ENTRIES, REGISTER, SUTURE_AT_THE_END, Entry
from fullterm.clinic.forms.field import Field, Form, of_fact, opened, typed_in
from fullterm.clinic.forms.refusals import in_words
from fullterm.clinic.models import Event, User, Woman
from fullterm.clinic.words import WORDS
from fullterm.logic.quantity import Unit
from fullterm.vocabulary.fact import Text
from fullterm.vocabulary.wording import amount_in

DAY = timedelta(days=1)
CAN_BE_DECLINED = ("open", "closing", "not_yet_due", "cannot_tell", "missed")


@for_roles(*CARE)
def register(request: HttpRequest) -> HttpResponse:
    """Register a woman and begin her history."""
    if request.method != "POST":
        return render(request, "clinic/register.html", {"form": opened(REGISTER, language(), worklist.today())})
    form = typed_in(REGISTER, request.POST, language(), worklist.today())
    if form.check():
        try:
            with transaction.atomic():
                woman = Woman.objects.create(**{one.name: form.typed[one.name] for one in REGISTER})
            return redirect("history", woman.pk)
        except IntegrityError:
            form.wrong["number"] = WORDS["register.taken"][language()]
    return render(request, "clinic/register.html", {"form": form})


@for_roles(*CARE)
def enter(request: HttpRequest, woman_id: uuid.UUID, kind: str) -> HttpResponse:
    """One entry: the empty form, the form with what was refused beside each field, or her page once it is saved."""
    if kind not in ENTRIES:
        raise Http404
    woman = woman_for(request, woman_id, kind)
    entry, today = ENTRIES[kind], worklist.today()
    if not may_do(actor(request), entry.action):
        raise PermissionDenied
    case = read(woman.document)[0] or Case(today) if woman.document else Case(today)
    if kind == "cerclage" and "saved" in request.GET:
        return _saved(request, woman, case, today)
    entry = _for_her(kind, entry, case, today)
    page = {"woman": woman, "kind": kind, "heading": f"entry.{kind}", "seen": woman.events, "key": uuid.uuid4()}
    if request.method != "POST":
        form = opened(entry.fields, language(), today)
        form.typed |= _asked_for(entry, request)
        return render(request, "clinic/entry.html", page | {"groups": _groups(entry, form)})
    form = typed_in(entry.fields, request.POST, language(), today)
    page["key"] = key_of(request)
    if form.check() and _whole(kind, form):
        try:
            _carry_out(woman, kind, entry, form, actor(request), request)
        except Changed as changed:
            woman.refresh_from_db()
            page |= {"since": since(changed.since), "seen": woman.events}
        except Refused as refused:
            page["refused"] = in_words(str(refused), language())
        else:
            messages.success(request, WORDS[f"entry.saved.{entry.action.replace(' ', '_')}"][language()])
            there = reverse("enter", args=(woman.pk, kind)) + "?saved=1"
            return redirect(there) if kind == "cerclage" else redirect("woman", woman.pk)
    return render(request, "clinic/entry.html", page | {"groups": _groups(entry, form)})


def since(events: list[Event]) -> list[dict[str, Any]]:
    """What somebody else did, as a page shows it: who, what, on which day."""
    return [
        {
            "who": one.actor.get_username(),
            "did": WORDS[f"entry.did.{one.action.replace(' ', '_')}"][language()],
            "on": one.on,
        }
        for one in events
    ]


def key_of(request: HttpRequest) -> uuid.UUID:
    """The key of this request: the same form sent twice is carried out once."""
    try:
        return uuid.UUID(request.POST.get("key", ""))
    except ValueError:
        return uuid.uuid4()


def seen_by(request: HttpRequest, woman: Woman) -> int:
    """How many events the sender had before them; what is no number counts as none seen."""
    text = request.POST.get("seen", "")
    return int(text) if text.isdecimal() else 0 if woman.events else woman.events


def _asked_for(entry: Entry, request: HttpRequest) -> dict[str, str]:
    """What the page that led here already chose, such as `?indication=examination`: an option, never a typed word."""
    return {
        one.name: request.GET[one.name]
        for one in entry.fields
        if one.options and request.GET.get(one.name) in dict(one.options)
    }


def _groups(entry: Entry, form: Form) -> list[tuple[str, Any]]:
    return [(heading, form.shown(one.name for one in fields)) for heading, fields in entry.groups]


def _for_her(kind: str, entry: Entry, case: Case, today: date) -> Entry:
    """The entry with what is asked of this woman only: her plan's steps, a suture still in, a dating to correct."""
    pregnancy = current_pregnancy(case, today)
    (heading, fields), *rest = entry.groups
    more: tuple[tuple[str, tuple[Field, ...]], ...] = ()
    if kind == "decline":
        fields = (replace(fields[0], options=_steps(case, today)), *fields[1:])
    elif kind == "begin" and pregnancy is not None and pregnancy.dating is not None:
        tick = (("yes", WORDS["entry.correction.tick"]),)
        fields = (Field("correction", WORDS["entry.correction"], "choice", tick, required=True), *fields)
    elif kind == "end" and case.pregnancy is not None:
        if suture_in_place(Case(case.told), case.pregnancy, today) is not None:
            more = (("entry.group.suture", SUTURE_AT_THE_END),)
        elif not case.pregnancy.cerclages:
            fields = (*fields[:-1], of_fact("cerclage", "earlier"), fields[-1])
        if case.pregnancy.dating is None:
            fields = (*fields[:1], of_fact("gestation", "earlier"), *fields[1:])
    return replace(entry, groups=((heading, fields), *more, *rest))


def _steps(case: Case, today: date) -> tuple[tuple[str, Text], ...]:
    planned = assess(case, today, worklist.protocol()).plan
    return tuple((one.step.id, one.step.title) for one in planned if one.state in CAN_BE_DECLINED)


def _whole(kind: str, form: Form) -> bool:
    """What one field asks of another."""
    empty = in_words("this is needed: fill it in", form.language)
    if kind == "begin" and form.typed["by"] in ("crl", "scan") and not form.typed["gestation"]:
        form.wrong["gestation"] = empty
    if kind == "end" and form.typed.get("suture") == "out" and not form.typed["removed_on"]:
        form.wrong["removed_on"] = empty
    return not form.wrong


def _carry_out(woman: Woman, kind: str, entry: Entry, form: Form, who: User, request: HttpRequest) -> None:
    """Save the entry; with the end of a pregnancy the suture that came out with it, both or neither."""
    told, key = form.told(), key_of(request)
    deeds = [Deed(entry.action, form.day(), entry.data(told), told.get("reason", ""), key)]
    if kind == "end" and told.get("suture") == "out":
        out = Deed("suture removed", form.day("removed_on"), {}, key=uuid.uuid5(key, "suture removed"))
        deeds.insert(0 if out.on <= form.day() else 1, out)
    seen = seen_by(request, woman)
    with transaction.atomic():
        for deed in deeds:
            seen = act(woman.pk, deed, who, seen=seen).number


def _saved(request: HttpRequest, woman: Woman, case: Case, today: date) -> HttpResponse:
    """The suture as recorded, and the removal window that it opened."""
    removal = next((one for one in assess(case, today, worklist.protocol()).plan if one.step.id == "removal"), None)
    event = woman.history.filter(action="cerclage placed").order_by("-number").first()
    window = _window(removal) if removal is not None and removal.state != "not_for_her" else None
    return render(
        request, "clinic/entry_saved.html", {"woman": woman, "event": event, "facts": _note(event), "window": window}
    )


def _window(removal: Planned) -> dict[str, Any] | None:
    """The days of removal, first and last included: under every due date, and under some; None while undated."""
    opens, closes, words = removal.opens, removal.closes, language()
    if opens is None or closes is None:
        return None
    first, last = opens.every(opening=True), closes.every(opening=False)
    earliest, latest = opens.every(opening=False), closes.every(opening=True)
    if first is None or last is None or earliest is None or latest is None:
        return None
    weeks = (amount_in(opens.gestation, Unit.DAYS, words), amount_in(closes.gestation - 1, Unit.DAYS, words))
    best = removal.best and (removal.best[0].every(opening=True), removal.best[1].every(opening=False))
    return {
        "certain": first < last, "first": first, "last": last - DAY, "earliest": earliest, "latest": latest - DAY,
        "weeks": weeks, "says": removal.step.says[words],
        "best": best if best and best[0] and best[1] and best[0] <= best[1] else None,
    }  # fmt: skip


def _note(event: Event | None) -> list[tuple[str, str]]:
    """The operation record as it was written, each line under its label."""
    if event is None:
        return []
    told = {**event.data, **event.data.get("operation", {})}
    return [
        (one.label[language()], dict(one.options)[told[one.name]][language()] if one.options else told[one.name])
        for one in ENTRIES["cerclage"].fields
        if one.name in told and (not one.options or told[one.name] in dict(one.options))
    ]
