"""The look that every picture of the registry shares: colours, dashes, fonts, and how a specification becomes SVG.

An SVG carries no style and no script, only attributes, so that the page's policy allows it; the page's stylesheet
turns its colours for the dark. Every colour has a sign beside it: a dash, a place or a word.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from html import escape
from typing import Any, TypeVar

from fullterm.clinic.pages.registry.result import RegistryResult
from fullterm.clinic.pages.registry.selection import GROUPS
from fullterm.vocabulary.fact import Language

T = TypeVar("T")
COLOURS = ("#0b5563", "#b4530a", "#9b1c1c", "#6b6f72", "#3f4a86", "#2f6b3a")
"""One a group, by its place. The stylesheet of the page names the same six for the dark."""
DASHES = ([1, 0], [6, 3], [2, 2], [8, 2, 2, 2], [1, 3], [10, 4])
INK, QUIET, LINE = "#16201f", "#4d5b5a", "#d3dad9"
WIDE, NARROW = 820, 290
"""Widths of a picture inside its axes, in pixels: for a desk, and for a phone."""
FONT = "Noto Sans CJK SC, Noto Sans SC, Microsoft YaHei, PingFang SC, sans-serif"


_PARTS = re.compile(r' (?:role="graphics-[\w-]+"|aria-(?:roledescription|label)="[^"]*")')
"""What the drawing calls its own parts: English, unnamed, and beside the one sentence that says what is seen."""


def altair() -> Any:
    """Altair, loaded when the first picture is drawn and not before."""
    import altair as loaded

    return loaded


def svg(spec: Mapping[str, Any], says: str, ground: str = "transparent") -> str:
    """A specification as SVG, its meaning in words for whoever does not see it."""
    picture = _rendered(json.dumps({**spec, "background": ground}, ensure_ascii=False, sort_keys=True))
    return _PARTS.sub("", picture).replace("<svg ", f'<svg role="img" aria-label="{escape(says)}" ', 1)


@lru_cache(maxsize=128)
def _rendered(spec: str) -> str:
    """Kept by its content: numbers and labels only, nothing of a woman."""
    import vl_convert  # a picture is drawn only when somebody looks

    return str(vl_convert.vegalite_to_svg(spec))


def order(found: RegistryResult, language: Language) -> list[str]:
    """The groups that are there, as they are called, in their order."""
    return [found.group(name, language) for name in found.counted.groups]


def scale(found: RegistryResult, language: Language) -> Any:
    """A group keeps its colour, whoever else is there."""
    alt = altair()

    return alt.Scale(domain=order(found, language), range=_kept(COLOURS, found))


def dashes(found: RegistryResult, language: Language) -> Any:
    """A group keeps its dash too: what is read without colour."""
    alt = altair()

    return alt.Scale(domain=order(found, language), range=_kept(DASHES, found))


def _kept(all_: Sequence[T], found: RegistryResult) -> list[T]:
    names = GROUPS[found.chosen.by]
    return [all_[names.index(name)] for name in found.counted.groups]


def legend(width: int, **more: Any) -> Any:
    """The names of the groups, above."""
    alt = altair()

    columns = 3 if width == WIDE else 1
    return alt.Legend(orient="top", title=None, columns=columns, labelLimit=320, symbolSize=300, **more)


def names(width: int) -> Any:
    """An axis of names."""
    alt = altair()

    return alt.Axis(title=None, labelLimit=label(width))


def label(width: int) -> int:
    """Pixels for a name."""
    return 220 if width == WIDE else 110


def finished(chart: Any) -> dict[str, Any]:
    """The look all pictures share; no description of every mark, since the picture is described as a whole."""
    axis = {"gridColor": LINE, "domainColor": QUIET, "tickColor": QUIET, "labelColor": INK, "titleColor": INK,
            "labelFontSize": 12, "titleFontSize": 12, "titleFontWeight": "normal"}  # fmt: skip
    spec: dict[str, Any] = chart.to_dict()
    spec["config"] = {
        "font": FONT, "aria": False,
        "padding": {"left": 8, "right": 16, "top": 5, "bottom": 5},
        "view": {"stroke": None}, "axis": axis, "text": {"color": INK},
        "legend": {"labelColor": INK, "labelFontSize": 12}, "header": {"labelColor": INK}, "title": {"color": INK},
    }  # fmt: skip
    return spec
