"""How the pages draw where a body stands. Some hundred cells a page are few different ones: each is drawn once.

A cell leads to its reasons by an address that begins at her page, so that it is the same for every woman.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any
from uuid import UUID

from django import template
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString

from fullterm.clinic.context import language
from fullterm.vocabulary.fact import Language

register = template.Library()
ANYBODY = UUID(int=0)
DIFFERENT = 8192
"""Cells kept: every recommendation in every position it was seen in, in two languages, is a few thousand."""


@register.simple_tag
@lru_cache(maxsize=DIFFERENT)
def why_address(guideline: str, ref: str) -> str:
    """Where one recommendation is opened down to its reasons, as seen from the page of the woman it is about."""
    return reverse("why", args=(ANYBODY, guideline, ref)).removeprefix(reverse("woman", args=(ANYBODY,)))


@register.simple_tag
def cell(one: dict[str, Any]) -> SafeString:
    """A cell of the matrix (`charts.matrix`): what one body says on one treatment, or an empty one."""
    return _drawn(language(), tuple((name, tuple(value) if name == "also" else value) for name, value in one.items()))


@lru_cache(maxsize=DIFFERENT)
def _drawn(spoken: Language, one: tuple[tuple[str, Any], ...]) -> SafeString:  # noqa: ARG001  # the words in it are in the language
    return render_to_string("clinic/woman_cell.html", {"cell": dict(one)})
