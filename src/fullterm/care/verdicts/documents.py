"""The documents as plain values, and what is newer than a recommendation's edition: the same for every page."""

from __future__ import annotations

from datetime import date
from typing import Any, TypeAlias

from fullterm.guidelines import register
from fullterm.guidelines.model import Recommendation
from fullterm.guidelines.newer import newer
from fullterm.vocabulary.fact import Language

Plain: TypeAlias = dict[str, Any]


def documents_in(on: date, language: Language) -> Plain:
    """Every document by its id, with its edition and whether its own review has gone by on a day."""
    return {
        one.id: {
            "short": one.short,
            "title": one.title[language],
            "publisher": one.publisher,
            "country": one.country,
            "edition": one.edition,
            "url": one.url,
            "review": None if one.review is None else one.review.isoformat(),
            "past_review": one.past_review(on),
        }
        for one in register.GUIDELINES.values()
    }


def newer_in(one: Recommendation, on: date, language: Language) -> list[Plain]:
    """What was published after the edition it stands in, as known on a day, the newest first. It decides nothing."""
    return [
        {
            "row": study.row,
            "kind": study.kind,
            "day": study.day,
            "name": study.name[language],
            "design": study.design[language],
            "found": study.found[language],
            "weakness": study.weakness[language],
            "source": study.source,
            "read": study.read,
        }
        for study in newer(one.key, on)
    ]
