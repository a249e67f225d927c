"""The hospital's settings, for administrators; and the protocol in force, to read."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from fullterm.clinic.base import settings_in_force as hospital
from fullterm.clinic.base.access import CARE, actor, for_roles
from fullterm.clinic.base.clock import today
from fullterm.clinic.base.form import Form, opened, typed_in
from fullterm.clinic.base.form_token import number_in
from fullterm.clinic.base.language import language
from fullterm.clinic.base.say import say
from fullterm.clinic.models import Hospital, Role, Run, Woman
from fullterm.clinic.pages.settings.form import dialled, of_hospital
from fullterm.clinic.pages.settings.protocol import drawn, window
from fullterm.clinic.text.wording import written

HISTORY = 50


@for_roles(Role.ADMINISTRATOR)
def show(request: HttpRequest) -> HttpResponse:
    """The settings in force, and every one that was. Another protocol is saved only once what it changes was seen."""
    saved = hospital.current()
    fields = of_hospital(saved)
    if request.method != "POST":
        return _draw(request, opened(fields, language(), today()), saved)
    form = typed_in(fields, request.POST, language(), today())
    if not form.check():
        return _draw(request, form, saved, status=422)
    if form.typed["protocol"] not in (saved.protocol, request.POST.get("confirmed")):
        differs = [asdict(one) for one in differences(saved.protocol, form.typed["protocol"])]
        return _draw(request, form, saved, differs=written(differs, language()))
    if form.typed == opened(fields, language(), today()).typed:
        messages.info(request, say("hospital.same"))
        return redirect("hospital")
    try:
        hospital.save(_read(form), actor(request), seen=_number(request.POST.get("seen", "")))
    except hospital.ChangedMeanwhile:
        now = hospital.read_again()
        return _draw(request, form, now, refused=say("hospital.changed"), seen=now.number, status=409)
    messages.success(request, say("hospital.saved"))
    return redirect("hospital")


def _read(form: Form) -> dict[str, Any]:
    told: dict[str, Any] = dict(form.typed)
    told |= {name: dialled(told[name]) for name in ("telephone", "emergency_telephone")}
    told["second_step"] = told["second_step"] == "yes"
    told["language"] = "" if told["language"] == "browser" else told["language"]
    return told


def _number(text: str) -> int:
    number = number_in(text)
    return -1 if number is None else number


def _draw(request: HttpRequest, form: Form, saved: hospital.Saved, status: int = 200, **more: Any) -> HttpResponse:
    titles = dict(next(one.options for one in form.fields if one.name == "protocol"))
    context = {
        "form": form,
        "seen": saved.number if request.method != "POST" else _number(request.POST.get("seen", "")),
        "asked": form.typed["protocol"],
        "asked_title": titles[form.typed["protocol"]][language()] if form.typed["protocol"] in titles else "",
        "computed": _computed(saved),
        "women": Woman.objects.count(),
        "history": _history(),
        **more,
    }
    return render(request, "settings/hospital.html", context, status=status)


def _computed(saved: hospital.Saved) -> dict[str, Any]:
    """How far everybody's lines are computed under the protocol in force: done, so far, or not begun."""
    run = Run.objects.filter(on=today(), under=saved.under).order_by("-started").first()
    if run is None:
        return {"state": "waiting", "women": 0}
    return {"state": "done" if run.finished else "running", "women": run.women, "run": run}


def _history() -> list[dict[str, Any]]:
    """Every save, the newest first, each with what it changed."""
    rows = list(Hospital.objects.select_related("actor").order_by("number"))
    found = []
    for before, row in zip([None, *rows], rows, strict=False):
        names = [name for name in hospital.FIELDS if before is None or getattr(before, name) != getattr(row, name)]
        found.append({"row": row, "told": [(f"hospital.{name}", _shown(name, getattr(row, name))) for name in names]})
    return found[::-1][:HISTORY]


def _shown(name: str, value: Any) -> str:
    if name == "protocol":
        return hospital.read(value).title[language()]
    if name == "second_step":
        return say(f"hospital.second_step.{'yes' if value else 'no'}")
    if name == "language":
        return say(f"hospital.language.{value or 'browser'}")
    return value or "–"


@dataclass(frozen=True, slots=True)
class Difference:
    """What another protocol does with one step: `kind` is new, gone, moved or other; the windows before and after."""

    kind: str
    title: str
    before: str = ""
    after: str = ""


def differences(old: str, new: str) -> list[Difference]:
    """What changes for the women when one protocol takes another's place, step by step."""
    before, after = ({step.id: step for step in hospital.read(name).steps} for name in (old, new))
    spoken = language()
    found = [Difference("gone", step.title[spoken], window(step)) for step in before.values() if step.id not in after]
    for step in after.values():
        was = before.get(step.id)
        if was is None:
            found.append(Difference("new", step.title[spoken], after=window(step)))
        elif was != step:
            kind = "other" if window(was) == window(step) else "moved"
            found.append(Difference(kind, step.title[spoken], window(was), window(step)))
    return found


@require_safe
@for_roles(*CARE, Role.ADMINISTRATOR)
def protocol(request: HttpRequest) -> HttpResponse:
    """The protocol in force: each step with its window, who does it, its source, and where it departs and why."""
    ruled = hospital.protocol()
    spoken = language()
    since = Hospital.objects.filter(changes=hospital.current().changes).order_by("number").first()
    context = {
        "ruled": written(drawn(ruled, spoken), spoken),
        "since": since if since is not None and since.changes else None,
    }
    return render(request, "settings/protocol.html", context)
