"""The history: the interview page by page, and one question asked again."""

from __future__ import annotations

import uuid
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from fullterm.care.assess.assessment import Assessment
from fullterm.care.case.days import read_day
from fullterm.clinic.base.access import CARE, actor, for_roles, woman_for
from fullterm.clinic.base.form_token import key_of, seen_by, since
from fullterm.clinic.base.language import language
from fullterm.clinic.base.refused import Refused
from fullterm.clinic.models import Woman
from fullterm.clinic.pages.history import interview
from fullterm.clinic.pages.history import question as asking
from fullterm.clinic.pages.history.beside import SOURCES, assessed, latest, source_of
from fullterm.clinic.pages.history.form import answer_of
from fullterm.clinic.pages.history.interview_form import dated, is_question
from fullterm.clinic.text.refusals_zh import in_words
from fullterm.clinic.words import WORDS
from fullterm.clinic.write.once import Changed, Command
from fullterm.clinic.write.record import act


@for_roles(*CARE)
def ask(request: HttpRequest, woman_id: uuid.UUID) -> HttpResponse:
    """The next page of the interview; or one question, asked by its key, and its answer."""
    woman = woman_for(request, woman_id, "history")
    found = assessed(woman)
    key = request.POST.get("question") or request.GET.get("ask")
    if key is None:
        return interview.page(request, woman, found)
    if not is_question(key):
        raise Http404
    if key == "gestation" and dated(found.case, found.on):  # an answer would overwrite her dating
        return redirect("enter", woman.pk, "begin")
    if request.method != "POST":
        return render(request, "history/history.html", _page(request, woman, found, key))
    said = (request.POST.get("said") or request.POST.get("typed") or "").strip()
    try:
        if not said:
            raise Refused("this is needed: fill it in")
        act(woman.pk, _answer(request, found, key, said), actor(request), seen=seen_by(request, woman))
    except Changed as changed:
        woman.refresh_from_db()
        page = _page(request, woman, assessed(woman), key)
        return render(request, "history/history.html", page | {"since": since(changed.since)})
    except Refused as refused:
        words = WORDS["history.empty"][language()] if not said else in_words(str(refused), language())
        page = _page(request, woman, found, key)
        page |= {"wrong": words, "key": key_of(request), "seen": seen_by(request, woman)}
        return render(request, "history/history.html", page)
    return redirect("history", woman.pk)


def _answer(request: HttpRequest, found: Assessment, key: str, said: str) -> Command:
    """The answer with its day, its source and her own words. Raises Refused when the day is none."""
    try:
        on = read_day(request.POST.get("on") or found.on.isoformat())
    except ValueError as error:
        raise Refused(str(error)) from None
    data = {"key": key, "said": said, "source": source_of(request)}
    if words := request.POST.get("words", "").strip():
        data["words"] = words
    before = found.known.sources.get(key) or found.known.stale.get(key)
    if before is not None:
        data["instead_of"] = before.on.isoformat()
    return Command("answered", on, data, key=key_of(request))


def _page(request: HttpRequest, woman: Woman, found: Assessment, key: str) -> dict[str, Any]:
    words, sent = language(), request.POST
    try:
        one = asking.question(key, found.known.facts, words)
    except (KeyError, ValueError):
        raise Http404 from None
    waiting = asking.waiting_for(found, key, words)
    told = answer_of(woman.document, key) if one.kind == "text" else ""
    return {
        "woman": woman, "seen": woman.events, "key": uuid.uuid4(), "question": one, "latest": latest(woman, found),
        "sources": [(value, WORDS[word][words], value == sent.get("source", SOURCES[0][0])) for value, word in SOURCES],
        "typed": sent.get("typed", "") or told, "words": sent.get("words", ""),
        "on": sent.get("on") or found.on.isoformat(), "answered": asking.answer_in_words(key, found, words),
        "waiting": waiting[: asking.SHOWN], "waits": len(waiting), "left": max(0, len(waiting) - asking.SHOWN),
        "causes": asking.causes_for(found, key, words),
    }  # fmt: skip
