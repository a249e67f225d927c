"""`{% say "today" %}`: a word of the interface in the language of the request. Both languages stand in `words`."""

from __future__ import annotations

from django import template

from fullterm.clinic.context import language
from fullterm.clinic.words import WORDS

register = template.Library()


@register.simple_tag
def say(name: str, *values: object) -> str:
    """A word or sentence of the interface; `{}` in it is filled with the values. Raises KeyError for an unknown one."""
    text = WORDS[name][language()]
    return text.format(*values) if values else text


@register.filter
def word(name: str, kind: str) -> str:
    """`state|word:"state"` looks up `state.open` and the like."""
    return WORDS[f"{kind}.{name}"][language()]
