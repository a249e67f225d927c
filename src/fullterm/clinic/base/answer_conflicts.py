"""Two answers of one day that contradict each other, as her pages say them: both, which counts, and how to mend it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from fullterm.care.case.facts_on import Known
from fullterm.care.case.model import Conflict, Observation, Problem
from fullterm.clinic.base.effective_events import standing_of
from fullterm.clinic.models import Event, Woman
from fullterm.clinic.text.refusals_zh import in_words
from fullterm.clinic.words import WORDS
from fullterm.vocabulary.fact import VOCABULARY, Language
from fullterm.vocabulary.phrases import parse_value
from fullterm.vocabulary.wording import said_in

Plain = dict[str, Any]
TELL = ("examined", "answered", "pregnancy began")
"""The actions that tell a fact of a day."""
UNTOLD = "untold"


def faults(problems: Iterable[Problem], language: Language) -> list[str]:
    """What is wrong in a record and was left out, in the reader's language."""
    return [in_words(one.sentence, language) for one in problems if one.conflict is None]


def conflicts(woman: Woman, problems: Iterable[Problem], known: Known | None, language: Language) -> list[Plain]:
    """The contradictions of which the dangerous answer still counts today, each with the entries that told it."""
    found = (one.conflict for one in problems if one.conflict is not None)
    return [_said(woman, one, language) for one in found if known is not None and _counts(one, known)]


def _counts(conflict: Conflict, known: Known) -> bool:
    seen = (known.sources.get(one.fact) for one in conflict.counts)
    return any(one is not None and one.on == conflict.on for one in seen)


def _said(woman: Woman, conflict: Conflict, language: Language) -> Plain:
    told, counts = (_listed(several, language) for several in (conflict.told, conflict.counts))
    return {
        "says": WORDS["conflict.told"][language].format(conflict.on.isoformat(), told, counts),
        "entries": [
            {"number": one.number, "at": one.at, "says": ", ".join(said)}
            for one in standing_of(woman, *TELL).filter(on=conflict.on)
            if (said := _told_by(one, conflict, language))
        ],
    }


def _listed(several: Iterable[Observation], language: Language) -> str:
    quoted = ("“" + said_in(VOCABULARY.facts[one.fact], one.value, language) + "”" for one in several)
    return WORDS["conflict.and"][language].join(dict.fromkeys(quoted))


def _told_by(event: Event, conflict: Conflict, language: Language) -> list[str]:
    """What an entry told of the facts that contradict each other, in words; an answer taken back told nothing."""
    data = {str(event.data.get("key")): event.data.get("said")} if event.action == "answered" else event.data
    facts = [VOCABULARY.facts[name] for name in dict.fromkeys(one.fact for one in conflict.told) if name in data]
    return [said_in(fact, parse_value(fact, data[fact.name]), language) for fact in facts if data[fact.name] != UNTOLD]
