"""The hospital as a woman meets it: its name and its telephone numbers."""

from __future__ import annotations

from django.conf import settings

from fullterm.clinic.words import WORDS
from fullterm.vocabulary.fact import Text


def name() -> Text:
    """What women call the hospital; "the hospital" while nobody has named it. Its protocol may be named otherwise."""
    english, _, chinese = str(settings.HOSPITAL).partition("|")
    return Text(english, chinese or english) if english else WORDS["hospital.unnamed"]


def telephone() -> str:
    """The number for questions and appointments, as it is to be dialled; empty while nobody has set one."""
    return str(settings.TELEPHONE)


def emergency_telephone() -> str:
    """The number that is answered day and night; empty while nobody has set one."""
    return str(settings.EMERGENCY_TELEPHONE)
