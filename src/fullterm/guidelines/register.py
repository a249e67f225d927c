"""Every guideline the software knows. A new one adds its page, its cases, and one line here."""

from __future__ import annotations

from functools import cache
from types import ModuleType

from fullterm.guidelines import nice_ng25
from fullterm.guidelines.model import Guideline, Recommendation

PAGES: tuple[ModuleType, ...] = (nice_ng25,)


def on_page(page: ModuleType) -> tuple[Guideline, ...]:
    """The guidelines one page holds: usually one, or its editions in turn."""
    return tuple(value for value in vars(page).values() if isinstance(value, Guideline))


GUIDELINES: dict[str, Guideline] = {guideline.id: guideline for page in PAGES for guideline in on_page(page)}


@cache
def recommendations() -> tuple[Recommendation, ...]:
    """Every recommendation of every guideline, in the order of the register and of the page."""
    return tuple(one for guideline in GUIDELINES.values() for one in guideline.recommendations.values())


def find(guideline: str, ref: str) -> Recommendation:
    """One recommendation by its guideline's id and its number. Raises KeyError."""
    return GUIDELINES[guideline].recommendations[ref]


def of_page(page: str, ref: str) -> Recommendation:
    """The recommendation `ref` of the page module `page`, as a case names it. Raises KeyError."""
    for module in PAGES:
        if module.__name__.endswith(f".{page}"):
            for guideline in on_page(module):
                if ref in guideline.recommendations:
                    return guideline.recommendations[ref]
    raise KeyError(f"{page} has no recommendation {ref}: correct the number in its cases")
