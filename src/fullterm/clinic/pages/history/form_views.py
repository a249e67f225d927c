"""The whole history as one form: only what was changed is saved, every change or none."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from fullterm.care.case.days import read_day
from fullterm.care.record.events import RecordEvent, fold
from fullterm.clinic.base import clock
from fullterm.clinic.base.access import CARE, actor, for_roles, woman_for
from fullterm.clinic.base.form import Field, Form
from fullterm.clinic.base.form_token import key_of, seen_by, since
from fullterm.clinic.base.language import language
from fullterm.clinic.models import Woman
from fullterm.clinic.pages.history.answers import save
from fullterm.clinic.pages.history.beside import SOURCES, source_of
from fullterm.clinic.pages.history.form import as_answer, changes, examined, groups, told
from fullterm.clinic.text.refusals_zh import in_words
from fullterm.clinic.words import WORDS
from fullterm.clinic.write.once import Changed


@for_roles(*CARE)
def form(request: HttpRequest, woman_id: uuid.UUID) -> HttpResponse:
    """The whole history as told. What was changed is saved, one event for each answer, all or nothing."""
    woman, today = woman_for(request, woman_id, "form"), clock.today()
    if request.method != "POST":
        return _whole(request, woman, told(woman.document, today), {})
    before = _as_seen(woman, seen_by(request, woman))
    fields = {one.name: one for group in groups(before, today) for one in group.fields}
    typed = {name: str(text).strip() for name, text in request.POST.items()}
    changed = changes(told(before, today), typed, fields)
    if withdrawn := request.POST.get("withdraw"):
        changed = {name: text for name, text in changed.items() if not name.startswith(f"{withdrawn}.")}
        changed[withdrawn] = "withdrawn"
    wrong = _wrong(fields, changed, today) | _emptied(before, changed)
    if not wrong:
        try:
            wrong = _save(request, woman, changed, today)
        except Changed as other:
            woman.refresh_from_db()
            now = told(woman.document, today) | changed
            return _whole(request, woman, now, {}, since=since(other.since))
    if wrong:
        return _whole(request, woman, told(before, today) | changed, wrong, seen=seen_by(request, woman))
    _say_saved(request, changed)
    added = request.POST.get("add", "")
    there = reverse("history_form", args=(woman.pk,)) + (f"#all-{added}" if added in ("earlier", "procedures") else "")
    return redirect(there)


def _say_saved(request: HttpRequest, changed: Mapping[str, str]) -> None:
    sentence = "form.saved" if changed else "form.nothing"
    if changed or "add" not in request.POST:
        messages.success(request, WORDS[sentence][language()].format(len(changed)))


def _as_seen(woman: Woman, seen: int) -> dict[str, Any]:
    """The document as the sender saw it: what they did not touch must not undo what somebody else told since."""
    if seen >= woman.events:
        return dict(woman.document)
    return fold(RecordEvent(one.action, one.on, one.data, one.number) for one in woman.history.filter(number__lte=seen))


def _wrong(fields: Mapping[str, Field], changed: Mapping[str, str], today: date) -> dict[str, str]:
    problems = {
        name: one.problem(typed, today)
        for name, typed in changed.items()
        if (one := fields.get(name)) is not None and not _told_by_another(name, typed)
    }
    return {name: in_words(sentence, language()) for name, sentence in problems.items() if sentence is not None}


def _emptied(before: dict[str, Any], changed: Mapping[str, str]) -> dict[str, str]:
    """What an examination told is not untold here: that entry would still tell it."""
    seen = examined(before)
    sentence = WORDS["form.examined.stays"][language()]
    return {name: sentence.format(seen[name][0]) for name, typed in changed.items() if not typed and name in seen}


def _told_by_another(name: str, typed: str) -> bool:
    """Whether a gestation may be told by another pregnancy, or in several phrases: the record reads it."""
    return name.startswith("earlier[") and name.endswith("].gestation") and bool(typed)


def _save(request: HttpRequest, woman: Woman, changed: Mapping[str, str], today: date) -> dict[str, str]:
    """Save every change or none; what was refused, by field."""
    who, seen, key = actor(request), seen_by(request, woman), key_of(request)
    try:
        on = read_day(request.POST.get("on") or today.isoformat())
    except ValueError as error:
        return {"on": in_words(str(error), language())}
    source = source_of(request)
    waiting = [(name, as_answer(name, typed) | {"source": source}) for name, typed in changed.items()]
    if request.POST.get("add") in ("earlier", "procedures"):
        waiting.append(("add", {"key": request.POST["add"], "said": "another"}))
    return save(woman, waiting, on, who, seen=seen, key=key) if waiting else {}


def _whole(
    request: HttpRequest, woman: Woman, typed: Mapping[str, str], wrong: dict[str, str], **more: Any
) -> HttpResponse:
    today, words = clock.today(), language()
    parts, placed = [], {"on"}
    for group in groups(woman.document, today):
        in_it = {
            one.name: WORDS["unknown"][words] if typed.get(one.name) == "unknown" and not one.options else text
            for one in group.fields
            if (text := typed.get(one.name)) is not None
        }
        shown = Form(group.fields, in_it, words, today, wrong).shown()
        parts.append({"group": group, "heading": group.heading[words], "fields": shown})
        placed |= {one.name for one in group.fields}
    sent = request.POST.get("source", SOURCES[0][0])
    return render(
        request, "history/history_form.html",
        {
            "woman": woman, "seen": woman.events, "key": uuid.uuid4(), "parts": parts, "wrong": wrong,
            "on": request.POST.get("on") or today.isoformat(), "on_wrong": wrong.get("on"),
            "sources": [(value, WORDS[word][words], value == sent) for value, word in SOURCES],
            "elsewhere": [sentence for name, sentence in wrong.items() if name not in placed], **more,
        },
    )  # fmt: skip
