"""What every page of the history shows beside its questions: where an answer is from, and what was answered last."""

from __future__ import annotations

from collections import Counter
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest

from fullterm.care.assess.assessment import Assessment, assess
from fullterm.care.case.model import Case
from fullterm.care.record.events import read
from fullterm.clinic.base import clock
from fullterm.clinic.base import settings_in_force as hospital
from fullterm.clinic.base.effective_events import standing_of
from fullterm.clinic.base.language import language
from fullterm.clinic.models import Event, Woman
from fullterm.clinic.pages.history import question as asking
from fullterm.clinic.pages.history.interview_form import is_question
from fullterm.clinic.text.wording import written
from fullterm.clinic.words import WORDS
from fullterm.logic.facts import EMPTY
from fullterm.logic.quantity import Span
from fullterm.vocabulary.wording import name_of

SOURCES = (("said by her", "history.source.said"), ("seen in notes", "history.source.notes"))
LATEST = 5


def source_of(request: HttpRequest) -> str:
    """Where an answer is from: one of the two, never a word of somebody's own."""
    said = request.POST.get("source", "")
    return said if said in dict(SOURCES) else SOURCES[0][0]


def answered(woman: Woman) -> QuerySet[Event]:
    """Her answers that were not withdrawn."""
    return standing_of(woman, "answered")


def latest(woman: Woman, found: Assessment) -> list[dict[str, Any]]:
    """What was answered last, newest first, each question once."""
    lines: dict[str, dict[str, Any]] = {}
    for event in answered(woman).order_by("-number")[:20]:
        key = str(event.data["key"])
        if key in lines or len(lines) >= LATEST or not is_question(key):
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


def as_exact_as_can_be(woman: Woman, found: Assessment) -> frozenset[str]:
    """Numbers told twice and still a range: a limit may lie inside, but nobody can tell more exactly."""
    vague = {
        key: seen.on
        for key, seen in found.known.sources.items()
        if isinstance(seen.value, Span) and not seen.value.exact
    }
    answers = answered(woman).values_list("data__key", "on")
    told = Counter(key for key, on in answers if key in vague and ("[" in key or on == vague[key]))
    return frozenset(key for key, times in told.items() if times > 1)


def assessed(woman: Woman) -> Assessment:
    """The woman as her record stands, decided today."""
    today = clock.today()
    case = read(woman.document)[0] if woman.document else None
    return assess(case or Case(today), today, hospital.protocol())
