"""A word of the interface in the language of the request."""

from __future__ import annotations

from fullterm.clinic.base.language import language
from fullterm.clinic.words import WORDS


def say(name: str, *values: object) -> str:
    """A word or sentence of the interface; `{}` in it is filled with the values. Raises KeyError for an unknown one."""
    text = WORDS[name][language()]
    return text.format(*values) if values else text
