"""The history by interview: one question at a time, most decisive first."""

from __future__ import annotations

import uuid
from collections import Counter
from typing import Any

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from fullterm.care.assess import Assessment, assess
from fullterm.care.case import Case
from fullterm.care.case_days import read_day
from fullterm.care.known import current_pregnancy
from fullterm.care.record import read
from fullterm.clinic import worklist
from fullterm.clinic.access import CARE, actor, for_roles, woman_for
from fullterm.clinic.actions import Changed, Deed, Refused, act
from fullterm.clinic.charts.wording import written
from fullterm.clinic.context import language
from fullterm.clinic.forms import question as asking
from fullterm.clinic.forms.history import answer_of
from fullterm.clinic.forms.refusals import in_words
from fullterm.clinic.models import Event, Woman
from fullterm.clinic.standing import standing_of
from fullterm.clinic.views.sent import key_of, seen_by, since
from fullterm.clinic.words import WORDS
from fullterm.logic.facts import EMPTY
from fullterm.logic.quantity import Span
from fullterm.vocabulary.wording import name_of

SOURCES = (("said by her", "history.source.said"), ("seen in notes", "history.source.notes"))
LATEST = 5


@for_roles(*CARE)
def ask(request: HttpRequest, woman_id: uuid.UUID) -> HttpResponse:
    """The next question, or one asked before; an answer sent is kept and the next one follows."""
    woman = woman_for(request, woman_id, "history")
    found = _assessed(woman)
    asked = request.POST.get("question") or request.GET.get("ask")
    if asked == "gestation" and _dated(found):  # it follows from her dating, which an answer would overwrite
        return redirect("enter", woman.pk, "begin")
    if request.method != "POST":
        return render(request, "clinic/history.html", _page(request, woman, found, request.GET.get("ask")))
    key = request.POST.get("question", "")
    if not _is_question(key):
        raise Http404
    said = (request.POST.get("said") or request.POST.get("typed") or "").strip()
    if "skip" in request.POST:
        request.session[_skips(woman)] = [*request.session.get(_skips(woman), []), key]
        return redirect("history", woman.pk)
    try:
        if not said:
            raise Refused("this is needed: fill it in")
        act(woman.pk, _answer(request, found, key, said), actor(request), seen=seen_by(request, woman))
    except Changed as changed:
        woman.refresh_from_db()
        page = _page(request, woman, _assessed(woman), key)
        return render(request, "clinic/history.html", page | {"since": since(changed.since)})
    except Refused as refused:
        words = WORDS["history.empty"][language()] if not said else in_words(str(refused), language())
        page = _page(request, woman, found, key)
        page |= {"wrong": words, "key": key_of(request), "seen": seen_by(request, woman)}
        return render(request, "clinic/history.html", page)
    return redirect("history", woman.pk)


def _answer(request: HttpRequest, found: Assessment, key: str, said: str) -> Deed:
    """The answer with its day, its source and her own words. Raises Refused when the day is none."""
    try:
        on = read_day(request.POST.get("on") or found.on.isoformat())
    except ValueError as error:
        raise Refused(str(error)) from None
    data = {"key": key, "said": said, "source": source_of(request)}
    if words := request.POST.get("words", "").strip():
        data["words"] = words
    before = found.known.sources.get(key) or found.known.stale.get(key)
    if before is not None and "again" in request.POST:
        data["instead_of"] = before.on.isoformat()
    return Deed("answered", on, data, key=key_of(request))


def source_of(request: HttpRequest) -> str:
    """Where an answer is from: one of the two, never a word of somebody's own."""
    said = request.POST.get("source", "")
    return said if said in dict(SOURCES) else SOURCES[0][0]


def _page(request: HttpRequest, woman: Woman, found: Assessment, asked: str | None) -> dict[str, Any]:
    if asked is not None and not _is_question(asked):
        raise Http404
    if "unskip" in request.GET:
        request.session.pop(_skips(woman), None)
    skipped = frozenset(request.session.get(_skips(woman), []))
    facts, words = found.known.facts, language()
    closed = skipped | _as_exact_as_can_be(woman, found)
    one = asking.next_question(found, closed, words) if asked is None else _asked(asked, found)
    settled, of = asking.progress(found)
    sent = request.POST
    latest = _latest(woman, found)
    page: dict[str, Any] = {
        "woman": woman, "seen": woman.events, "key": uuid.uuid4(), "question": one, "skipped": len(skipped),
        "settled": settled, "of": of, "open": of - settled, "latest": latest, "again": asked is not None,
        "back": next((line["key"] for line in latest if asked is None or line["key"] != asked), None),
        "sources": [(value, WORDS[word][words], value == sent.get("source", SOURCES[0][0])) for value, word in SOURCES],
        "typed": sent.get("typed", ""), "words": sent.get("words", ""), "on": sent.get("on") or found.on.isoformat(),
        "opened": bool(sent.get("words")),
        "undated": facts.values.get("pregnant") is True and "gestation" not in facts.values,
    }  # fmt: skip
    if one is not None:
        waiting = asking.waiting_for(found, one.key, words)
        page |= {
            "waiting": waiting[: asking.SHOWN], "waits": len(waiting), "left": max(0, len(waiting) - asking.SHOWN),
            "causes": asking.causes_for(found, one.key, words),
        }  # fmt: skip
        page["answered"] = asking.answer_in_words(one.key, found, words)
        if one.kind == "text" and page["answered"]:
            page["raw"] = answer_of(woman.document, one.key)
            page["typed"] = page["typed"] or (page["raw"] if asked is not None else "")
    return page


def _as_exact_as_can_be(woman: Woman, found: Assessment) -> frozenset[str]:
    """Numbers told twice and still a range: a limit may lie inside, but nobody can tell more exactly."""
    vague = {
        key: seen.on
        for key, seen in found.known.sources.items()
        if isinstance(seen.value, Span) and not seen.value.exact
    }
    answers = _answers(woman).values_list("data__key", "on")
    told = Counter(key for key, on in answers if key in vague and ("[" in key or on == vague[key]))
    return frozenset(key for key, times in told.items() if times > 1)


def _asked(key: str, found: Assessment) -> asking.Question:
    try:
        return asking.question(key, found.known.facts, language())
    except (KeyError, ValueError):
        raise Http404 from None


def _dated(found: Assessment) -> bool:
    pregnancy = current_pregnancy(found.case, found.on)
    return pregnancy is not None and pregnancy.dating is not None


def _is_question(key: str) -> bool:
    try:
        asking.fact_of(key)
    except KeyError:
        return False
    return True


def _latest(woman: Woman, found: Assessment) -> list[dict[str, Any]]:
    """What was answered last, newest first, each question once."""
    lines: dict[str, dict[str, Any]] = {}
    for event in _answers(woman).order_by("-number")[:20]:
        key = str(event.data["key"])
        if key in lines or len(lines) >= LATEST or not _is_question(key):
            continue
        now = asking.answer_in_words(key, found, language())
        plain = WORDS["unknown"][language()] if str(event.data["said"]) == "unknown" else _told_of(key, found)
        label = written(name_of(key, language()), language())
        lines[key] = {"key": key, "label": label, "value": now[0] if now else plain}
    return list(lines.values())


def _told_of(key: str, found: Assessment) -> str:
    """How many of a list are told; nothing for a single fact."""
    if asking.fact_of(key) is not None:
        return ""
    number = len(found.known.facts.lists.get(key, EMPTY).records)
    return WORDS["history.list.told" if number else "history.list.none"][language()].format(number)


def _answers(woman: Woman) -> QuerySet[Event]:
    """Her answers that were not withdrawn."""
    return standing_of(woman, "answered")


def _skips(woman: Woman) -> str:
    return f"skipped {woman.pk}"


def _assessed(woman: Woman) -> Assessment:
    today = worklist.today()
    case = read(woman.document)[0] if woman.document else None
    return assess(case or Case(today), today, worklist.protocol())
