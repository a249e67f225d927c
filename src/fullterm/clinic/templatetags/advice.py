"""How the pages draw where a body stands. Some hundred cells a page are few different ones: each is drawn once.

A cell leads to its reasons by an address that begins at her page, so that it is the same for every woman.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from django import template
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from fullterm.clinic.base.language import language
from fullterm.vocabulary.fact import Language

register = template.Library()
DIFFERENT = 8192
"""Cells kept: every recommendation in every position it was seen in, in two languages, is a few thousand."""


@register.simple_tag
def cells(row: list[dict[str, Any]]) -> SafeString:
    """The cells of a row of the matrix (`charts.matrix`): what each body says on one treatment, if anything."""
    spoken = language()
    return SafeString("".join(_drawn(spoken, tuple(one.items())) for one in row))


@lru_cache(maxsize=DIFFERENT)
def _drawn(spoken: Language, cell: tuple[tuple[str, Any], ...]) -> str:  # noqa: ARG001  # its words are in the language
    return render_to_string("clinic/cell.html", {"cell": dict(cell)})
