"""The history by interview: one page for a tier, or for one earlier pregnancy, until it is enough for today."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render

from fullterm.care.assess.assessment import Assessment
from fullterm.care.case.days import read_day
from fullterm.care.interview.sitting import Sitting
from fullterm.care.interview.tiers import LISTS, LOOKED_FOR, NAMES
from fullterm.clinic.base import clock
from fullterm.clinic.base.access import CARE, actor, for_roles, woman_for
from fullterm.clinic.base.form import Field, Form
from fullterm.clinic.base.form_token import key_of, seen_by, since
from fullterm.clinic.base.language import language
from fullterm.clinic.models import Woman
from fullterm.clinic.pages.history.answers import save
from fullterm.clinic.pages.history.beside import SOURCES, as_exact_as_can_be, assessed, latest, source_of
from fullterm.clinic.pages.history.interview_form import (
    AskedField,
    events,
    fields,
    next_page,
    none_of_these,
    sent_page,
    sitting_of,
    still_matter,
    that_count,
)
from fullterm.clinic.text.refusals_zh import in_words
from fullterm.clinic.text.wording import written
from fullterm.clinic.words import WORDS
from fullterm.clinic.write.once import Changed
from fullterm.vocabulary.wording import COLON, record_name

COUNTED = 30
"""Further questions up to which what is left is counted."""


def page(request: HttpRequest, woman: Woman, found: Assessment) -> HttpResponse:
    """The next page, or that it is enough for today; what is sent is saved, all of it or none, and the next follows."""
    if "further" in request.GET:
        request.session[_further(woman)] = True
    if "unskip" in request.GET:
        request.session.pop(skips(woman), None)
    further, now = bool(request.session.get(_further(woman))), _sitting(request, woman, found)
    if request.method == "POST":
        sent = sent_page(now, request.POST.get("keys", "").split())
        if sent is None:
            raise Http404
        return _sent(request, woman, found, sent)
    asked = next_page(now, further=further)
    if asked is not None:
        return _shown(request, woman, found, asked, {}, {})
    left = 0 if further else now.left(COUNTED)
    open_ = sum(one.kind == "cannot_tell" for one in found.advising())
    end = {"end": True, "left": left, "many": left == COUNTED, "open": open_} | _about(request, woman, found)
    return render(request, "history/history_page.html", end)


def _sent(request: HttpRequest, woman: Woman, found: Assessment, asked: AskedField) -> HttpResponse:
    typed, today = _typed(request, asked), clock.today()
    wrong = _wrong(fields(asked, woman.document), typed)
    try:
        on = read_day(request.POST.get("on") or today.isoformat())
    except ValueError as error:
        on, wrong["on"] = today, in_words(str(error), language())
    words, counted = request.POST.get("words", "").strip(), that_count(typed)
    if words and not counted.keys() - LISTS.keys():
        wrong[""] = WORDS["history.words.alone"][language()]
    elif not typed and "skip" not in request.POST:
        wrong[""] = WORDS["history.page.empty"][language()]
    seen = seen_by(request, woman)
    if not wrong:
        answers = events(counted, source_of(request), words, request.POST.getlist("not_all"))
        try:
            wrong = save(woman, answers, on, actor(request), seen=seen, key=key_of(request))
        except Changed as changed:
            woman.refresh_from_db()
            again = {"since": since(changed.since)}
            return _shown(request, woman, assessed(woman), asked, typed, {}, **again)
    if wrong:
        return _shown(request, woman, found, asked, typed, wrong, seen=seen, key=key_of(request))
    if "skip" in request.POST:
        left = frozenset(asked.keys) - typed.keys()
        request.session[skips(woman)] = sorted(frozenset(request.session.get(skips(woman), [])) | left)
    return redirect("history", woman.pk)


@for_roles(*CARE)
def matters(request: HttpRequest, woman_id: uuid.UUID) -> JsonResponse:
    """Which fields of the page still matter, supposing what is typed in it. Nothing is saved."""
    woman = woman_for(request, woman_id, "history")
    asked = sent_page(_sitting(request, woman, assessed(woman)), request.POST.get("keys", "").split())
    if asked is None:
        raise Http404
    of, typed = fields(asked, woman.document), _typed(request, asked)
    readable = {key: said for key, said in typed.items() if not _wrong(of, {key: said})}
    keys = still_matter(woman.document, readable, asked, further=bool(request.session.get(_further(woman))))
    return JsonResponse({"keys": sorted(keys | typed.keys())})


def _sitting(request: HttpRequest, woman: Woman, found: Assessment) -> Sitting:
    skipped = frozenset(request.session.get(skips(woman), []))
    return sitting_of(found, skipped | as_exact_as_can_be(woman, found))


def _put_off(request: HttpRequest, woman: Woman, found: Assessment) -> bool:
    """Whether something that was left for later may still turn today's decision."""
    later = request.session.get(skips(woman))
    return bool(later) and not sitting_of(found, as_exact_as_can_be(woman, found)).enough


def _typed(request: HttpRequest, asked: AskedField) -> dict[str, str]:
    """What was answered on the page, by key; "none of these" answers what nobody answered otherwise."""
    sent = {key: [one.strip() for one in request.POST.getlist(key)] for key in asked.keys}
    typed = {key: said for key, all_ in sent.items() if (said := next((one for one in all_ if one), ""))}
    if "none" in request.POST:
        typed = dict.fromkeys(none_of_these(asked), "no") | typed
    return typed


def _wrong(of: tuple[Field, ...], typed: Mapping[str, str]) -> dict[str, str]:
    """What cannot be read of what was typed; a gestation may be told by another pregnancy: the record reads it."""
    told = {one.name: one for one in of if not one.name.endswith("].gestation")}
    problems = {key: told[key].problem(said, clock.today()) for key, said in typed.items() if key in told}
    return {key: in_words(sentence, language()) for key, sentence in problems.items() if sentence is not None}


def _shown(
    request: HttpRequest, woman: Woman, found: Assessment, asked: AskedField, typed: Mapping[str, str],
    wrong: Mapping[str, str], **more: Any,
) -> HttpResponse:  # fmt: skip
    of, words = fields(asked, woman.document), language()
    not_known = {one.name for one in of if one.kind == "text" and typed.get(one.name) == "unknown"}
    usual = {one.name: one.usual for one in of if one.usual and not one.options}
    said = usual | {key: value for key, value in typed.items() if key not in not_known}
    shown = Form(of, said, words, clock.today(), dict(wrong)).shown()
    heading = NAMES[asked.page.tier][words]
    if asked.page.record:
        heading = record_name("earlier", asked.page.record, words)
    dangers, values = frozenset(none_of_these(asked)), asked.sitting.known.facts.values
    here = [key for key in wrong if key in asked.keys or key == "on"]
    parts = {
        "heading": written(heading[:1].upper() + heading[1:], words),
        "fields": shown, "keys": " ".join(asked.keys), "not_known": not_known,
        "looked_for": LOOKED_FOR,
        "dangers": dangers, "last_danger": max(dangers, key=asked.keys.index, default=""),
        "can_none": len(dangers) > 1, "story": asked.page.record > 0 and not LISTS.keys() >= frozenset(asked.keys),
        "lists": LISTS, "not_all": request.POST.getlist("not_all"), "pages": asked.sitting.pages(),
        "past": asked.sitting.enough, "wrong": wrong, "wrong_here": len(here), "on_wrong": wrong.get("on"),
        "elsewhere": [sentence for key, sentence in wrong.items() if key not in here],
        "undated": asked.page.tier == "now" and values.get("pregnant") is True and "gestation" not in values,
    }  # fmt: skip
    return render(request, "history/history_page.html", parts | _about(request, woman, found) | more)


def _about(request: HttpRequest, woman: Woman, found: Assessment) -> dict[str, Any]:
    """What every page shows beside its fields."""
    words, sent = language(), request.POST
    source = sent.get("source", SOURCES[0][0])
    return {
        "woman": woman, "seen": woman.events, "key": uuid.uuid4(), "latest": latest(woman, found),
        "skipped": len(request.session.get(skips(woman), [])), "words": sent.get("words", ""),
        "put_off": _put_off(request, woman, found),
        "on": sent.get("on") or clock.today().isoformat(), "colon": COLON[words],
        "sources": [(value, WORDS[word][words], value == source) for value, word in SOURCES],
    }  # fmt: skip


def skips(woman: Woman) -> str:
    """Where a sitting remembers what was left for later."""
    return f"skipped {woman.pk}"


def _further(woman: Woman) -> str:
    return f"further {woman.pk}"
