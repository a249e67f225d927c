"""What the clinic has not asked her today, in words for her: never a finding, nor what she cannot know."""

from __future__ import annotations

from collections.abc import Iterable

from fullterm.clinic.words import WORDS
from fullterm.vocabulary.fact import Language

ASKED = {
    "bleeding": "bleeding", "ruptured_membranes": "waters", "contractions": "pain", "labour": "pain",
    "dilatation": "bulge", "membranes": "bulge", "infection": "fever", "infection_suspected": "fever",
}  # fmt: skip
"""What of the signs an emergency turns on she can say herself; a heartbeat is asked of nobody at home."""


def asked_of(names: Iterable[str], language: Language) -> str:
    """A sentence of what nobody has asked her today, in words for her; empty where there is nothing she could say."""
    asked = dict.fromkeys(ASKED[name] for name in names if name in ASKED)
    said = ("、" if language == "zh" else "; ").join(WORDS[f"her.asked.{one}"][language] for one in asked)
    return WORDS["her.asked"][language].format(said) if said else ""
