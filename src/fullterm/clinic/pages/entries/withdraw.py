"""An entry made in error is withdrawn, with the reason; withdrawing the withdrawal lets it stand again."""

from __future__ import annotations

import uuid
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from fullterm.care.record.events import RecordEvent
from fullterm.care.record.withdrawal import target
from fullterm.clinic.base import clock
from fullterm.clinic.base import settings_in_force as hospital
from fullterm.clinic.base.access import CARE, actor, for_roles, may_do, woman_for
from fullterm.clinic.base.form import Field, Form, opened, typed_in
from fullterm.clinic.base.form_token import key_of, seen_by, since
from fullterm.clinic.base.language import language
from fullterm.clinic.base.refused import Refused
from fullterm.clinic.base.undo import saved
from fullterm.clinic.models import Woman
from fullterm.clinic.text.event_text import told_in
from fullterm.clinic.text.refusals_zh import in_words
from fullterm.clinic.text.wording import written
from fullterm.clinic.words import WORDS
from fullterm.clinic.write.once import Changed, Command
from fullterm.clinic.write.record import act

WHY = ("error", "woman", "typing", "changed", "other")
LONGEST = 300
"""Letters of what is said beside the chosen reason: with it, what a reason may hold."""


@for_roles(*CARE)
def withdraw(request: HttpRequest, woman_id: uuid.UUID, number: int) -> HttpResponse:
    """What is withdrawn and why; her events once it is done."""
    woman, today = woman_for(request, woman_id, "withdraw"), clock.today()
    event = woman.history.select_related("actor").filter(number=number).first()
    if event is None:
        raise Http404
    page: dict[str, Any] = {"woman": woman, "event": event, "seen": woman.events, "key": uuid.uuid4()}
    fields = _fields(event.action)
    form = opened(fields, language(), today)
    if request.method == "POST":
        page |= {"key": key_of(request), "seen": seen_by(request, woman)}
        form = typed_in(fields, request.POST, language(), today)
        if form.typed["why"] == "other" and not form.typed["more"]:
            form.wrong["more"] = WORDS["withdraw.more.needed"][language()]
        if form.check():
            deed = Command("withdrawn", today, {"number": number, "reason": _reason(form)}, _reason(form), page["key"])
            try:
                done = act(woman.pk, deed, actor(request), seen=seen_by(request, woman))
            except Changed as changed:
                woman.refresh_from_db()
                page |= {"since": since(changed.since), "seen": woman.events}
            except Refused as refused:
                page["refused"] = in_words(str(refused), language())
            else:
                sentence = "entry.saved.back" if event.action == "withdrawn" else "entry.saved.withdrawn"
                messages.success(request, saved(woman, done.number, sentence, "withdraw.undo.back"))
                return redirect(reverse("events", args=(woman.pk,)) + f"#e{number}")
    return render(request, "entries/withdraw.html", page | _about(request, woman, number) | {"fields": form.shown()})


def _fields(action: str) -> tuple[Field, ...]:
    """Why, and what more; that she changed her mind is a reason where she had refused."""
    why = tuple((one, WORDS[f"withdraw.why.{one}"]) for one in WHY if one != "changed" or action == "declined")
    return (
        Field("why", WORDS["withdraw.why"], "choice", why, required=True),
        Field("more", WORDS["withdraw.more"], "long", help=WORDS["withdraw.more.help"], longest=LONGEST),
    )


def _about(request: HttpRequest, woman: Woman, number: int) -> dict[str, Any]:
    """The entry it is about in the end, as it was told; and why it cannot be withdrawn, where it cannot."""
    words = language()
    events = list(woman.history.select_related("actor").order_by("number"))
    try:
        about = target([RecordEvent(one.action, one.on, one.data, one.number) for one in events], number)
    except ValueError as error:
        return {"never": in_words(str(error), words), "about": events[number - 1], "told": []}
    one = events[about.number - 1]
    told = written(told_in(one.action, one.data, hospital.protocol(), words), words)
    page = {"about": one, "action": f"woman_action.{one.action}", "told": told, "back": about.back}
    if not may_do(actor(request), one.action, one.data):
        role = actor(request).role
        page["never"] = in_words(f"a {role} may not withdraw {one.action!r}: ask somebody who may record it", words)
    return page


def _reason(form: Form) -> str:
    """The reason in one line, as it is kept: in the language of whoever wrote it."""
    chosen = form.typed["why"]
    words = "" if chosen == "other" else WORDS[f"withdraw.why.{chosen}"][form.language]
    colon = "：" if form.language == "zh" else ": "
    return colon.join(part for part in (words, form.typed["more"]) if part)
