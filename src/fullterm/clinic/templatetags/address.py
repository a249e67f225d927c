"""`{% at 'call' woman.pk step %}`: the address of a page of ours, as `{% url %}` gives it, at a tenth of its cost.

Fifty lines of Today hold 250 addresses. They differ by keys and by short names, so each kind is asked of Django once
and filled in. A part that would have to be quoted is left to Django.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TypeAlias
from uuid import UUID

from django import template
from django.urls import reverse

register = template.Library()
Part: TypeAlias = str | UUID
PLAIN = re.compile(r"[\w-]+", re.ASCII)
ANYBODY = UUID(int=0)


@register.simple_tag
def at(name: str, *parts: Part) -> str:
    """Where the page of this name is. Raises NoReverseMatch when there is none with such parts."""
    if not all(isinstance(one, UUID) or PLAIN.fullmatch(one) for one in parts):
        return reverse(name, args=parts)
    return _kind(name, tuple(isinstance(one, UUID) for one in parts)).format(*parts)


@cache
def _kind(name: str, keys: tuple[bool, ...]) -> str:
    """An address with a place for each part."""
    stand_ins = [UUID(int=place) if key else f"part-{place}" for place, key in enumerate(keys, 1)]
    address = reverse(name, args=stand_ins)
    for place, one in enumerate(stand_ins):
        address = address.replace(str(one), f"{{{place}}}")
    return address


@register.simple_tag
@lru_cache(maxsize=4096)
def why(guideline: str, ref: str) -> str:
    """Where a recommendation is opened down to its reasons, as seen from the page of the woman it is about.

    So it is the same for every woman.
    """
    return reverse("why", args=(ANYBODY, guideline, ref)).removeprefix(reverse("woman", args=(ANYBODY,)))
