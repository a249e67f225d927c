"""Emergency: one page for a woman who walks in dilated, from the six answers to what to do this hour."""

from __future__ import annotations

import uuid
from datetime import date
from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from fullterm.care.assess.assessment import Assessment, assess
from fullterm.care.assess.report import report
from fullterm.care.case.facts_on import current_pregnancy
from fullterm.care.case.model import Case
from fullterm.care.plan.emergency import rescue_step
from fullterm.care.record.events import read
from fullterm.clinic.base import clock
from fullterm.clinic.base import settings_in_force as hospital
from fullterm.clinic.base.access import CARE, actor, for_roles, looked, may_do, woman_for
from fullterm.clinic.base.answer_conflicts import conflicts, faults
from fullterm.clinic.base.display_names import names
from fullterm.clinic.base.effective_events import standing_of
from fullterm.clinic.base.form import Field, Form, opened, typed_in
from fullterm.clinic.base.form_token import key_of, seen_by, since
from fullterm.clinic.base.language import language
from fullterm.clinic.base.refused import LONGEST_REASON, Refused, too_long
from fullterm.clinic.base.register_form import REGISTER
from fullterm.clinic.base.say import say
from fullterm.clinic.charts.current import today_in
from fullterm.clinic.derived.search import found, numbered
from fullterm.clinic.models import Event, User, Woman
from fullterm.clinic.pages.emergency import form as answers
from fullterm.clinic.pages.emergency import page as emergency
from fullterm.clinic.text.refusals_zh import in_words
from fullterm.clinic.text.wording import written
from fullterm.clinic.write.once import Changed, Command
from fullterm.clinic.write.record import act, register

FEW = 8
"""How many women a search shows here: in an emergency more is not read."""


@for_roles(*CARE)
def start(request: HttpRequest) -> HttpResponse:
    """Who she is: registered in two fields, or found. What was typed stands in no address."""
    typed = request.POST if request.method == "POST" else {}
    form = opened(REGISTER, language(), clock.today())
    sought = str(typed.get("sought", "")).strip()
    context: dict[str, Any] = {"sought": sought, "few": FEW}
    if sought:
        those, _ = found(sought)
        women = list(Woman.objects.filter(pk__in=those).order_by("number")[: FEW + 1])
        looked(actor(request), (one.pk for one in women[:FEW]), "find")
        context |= {"women": women[:FEW], "more": len(women) > FEW}
    elif typed:
        form = typed_in(REGISTER, request.POST, language(), clock.today())
        before = Event.objects.filter(key=key_of(request), action="registered").first()
        if before is not None:  # the button pressed twice
            return redirect("emergency", before.woman_id)
        same = numbered(form.typed["number"]) if form.typed["number"] else None
        if same is not None:
            looked(actor(request), [same.pk], "find")
            context["same"] = same
        elif form.check():
            try:
                told = {one.name: form.typed[one.name] for one in REGISTER}
                return redirect("emergency", register(told, actor(request), key_of(request)).pk)
            except Refused:
                form.wrong["number"] = say("register.taken")
    return render(request, "emergency/emergency_start.html", context | {"form": form, "key": key_of(request)})


@for_roles(*CARE)
def show(request: HttpRequest, woman_id: uuid.UUID) -> HttpResponse:
    """The page; a POST saves the six answers as one examination, or passes the decision to somebody."""
    woman = woman_for(request, woman_id, "emergency")
    on = clock.today()
    case, problems = read(woman.document) if woman.document else (Case(on), ())
    found = assess(case or Case(on), on, hospital.protocol())
    asked = answers.fields(dated=emergency.is_dated(found), known=found.known)
    form = _opened(asked, found)
    more: dict[str, Any] = {}
    if request.method == "POST":
        more = {"seen": seen_by(request, woman)}
        form = typed_in(asked, request.POST, language(), on)
        try:
            if request.POST.get("do") == "pass":
                form = _opened(asked, found)
                _pass_on(request, woman, found)
                return redirect("emergency", woman.pk)
            if form.check():
                if _save(request, woman, found, form):
                    messages.success(request, say("entry.saved.examined"))
                    return redirect("emergency", woman.pk)
                more |= {"refused": say("emergency.nothing")}
        except Changed as changed:
            woman.refresh_from_db()
            more = {"since": since(changed.since)}
        except Refused as refused:
            more |= {"refused": in_words(str(refused), language())}
    return render(request, "emergency/emergency.html", _context(request, woman, found, form) | more | {
        "problems": faults(problems, language()),
        "conflicts": written(conflicts(woman, problems, found.known, language()), language()),
    })  # fmt: skip


def _opened(fields: tuple[Field, ...], found: Assessment) -> Form:
    """The form as it stands: today's own answers in it, and no older one."""
    form = opened(fields, language(), found.on)
    form.typed |= answers.of_today(found.known)
    return form


def _save(request: HttpRequest, woman: Woman, found: Assessment, form: Form) -> bool:
    """The dating if it was missing, and one examination: both or neither. False when nothing was typed."""
    told, key, seen = form.told(), key_of(request), seen_by(request, woman)
    facts, dating = answers.examined(told), answers.dating(told)
    begins = current_pregnancy(found.case, found.on) is None and bool(facts)
    deeds = []
    if begins or dating:
        deeds.append(Command("pregnancy began", found.on, dating, key=uuid.uuid5(key, "pregnancy began")))
    if facts:
        deeds.append(Command("examined", found.on, facts, key=key))
    with transaction.atomic():
        for deed in deeds:
            seen = act(woman.pk, deed, actor(request), seen=seen).number
    return bool(deeds)


def _pass_on(request: HttpRequest, woman: Woman, found: Assessment) -> None:
    """Pass the decision to a named person. Raises Refused."""
    planned = rescue_step(found.plan)
    to = _people().filter(username=request.POST.get("to", "")).first()
    if planned is None or to is None:
        raise Refused(say("emergency.person"))
    why = request.POST.get("why", "").strip()
    if len(why) > LONGEST_REASON:
        raise Refused(too_long(LONGEST_REASON))
    data = {"step": planned.step.id, "to": to.username, **({"reason": why} if why else {})}
    act(woman.pk, Command("escalated", found.on, data, key=key_of(request)), actor(request))
    messages.success(request, say("emergency.passed"))


def _people() -> Any:
    return User.objects.filter(is_active=True, role__in=CARE).order_by("role", "username")


def _context(request: HttpRequest, woman: Woman, found: Assessment, form: Form) -> dict[str, Any]:
    spoken, who = language(), actor(request)
    planned = rescue_step(found.plan)
    pregnant = current_pregnancy(found.case, found.on) is not None
    return {
        "woman": woman, "today_is": found.on, "seen": woman.events, "key": uuid.uuid4(),
        "cards": [
            {"number": number, "title": f"emergency.card.{number}", "fields": form.shown(names)}
            for number, names in enumerate(answers.SIX, 1)
        ],
        "undated": form.shown(answers.UNDATED), "once": form.shown(answers.ONCE), "wrong": bool(form.wrong),
        "people": _people() if planned is not None else (),
        "last": standing_of(woman, "examined").select_related("actor").last(),
        "passed": _passed(woman, planned.step.id, found.on) if planned is not None else None,
        "may_operate": pregnant and may_do(who, "cerclage placed"),
        "may_decline": planned is not None and planned.state == "open" and emergency.may_be(planned),
        **written(
            {"today": today_in(found, report(found, spoken), spoken), "page": emergency.page(found, spoken)}, spoken
        ),
    }  # fmt: skip


def _passed(woman: Woman, step: str, on: date) -> Any:
    """To whom the step was passed today; None while nobody was named."""
    last = standing_of(woman, "escalated").filter(on=on, data__step=step).last()
    if last is None:
        return None
    to = str(last.data["to"])
    return {"to": names([to])[to], "at": last.at}
