"""What is said of an entry just saved, and the way to undo it."""

from __future__ import annotations

from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from fullterm.clinic.base.language import language
from fullterm.clinic.models import Woman
from fullterm.clinic.words import WORDS


def saved(woman: Woman, number: int, sentence: str, undo: str = "withdraw.undo") -> SafeString:
    """What was saved, and the way to undo it."""
    return undoable(woman, number, WORDS[sentence][language()], undo)


def undoable(woman: Woman, number: int, said: str, undo: str = "withdraw.undo") -> SafeString:
    """A sentence about an entry just made, and the way to undo it."""
    there = reverse("withdraw", args=(woman.pk, number))
    return format_html('{} <a href="{}">{}</a>', said, there, WORDS[undo][language()])
