"""The one gestation axis every picture shares, and the lanes drawn on it.

Positions along it are percentages, heights are pixels: a lane fits a phone and a desk without a script, and its words
stay as large as the page's. Colours come from classes in the stylesheet; an SVG here never carries a style.
"""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from fullterm.logic.quantity import Span, exactly

FIRST, LAST = 4 * 7, 42 * 7
"""The ends of the axis, in days of gestation. What lies outside is drawn at the end it lies beyond."""
MARKS = (14, 24, 28, 37)
"""The weeks marked on it: second trimester, two countries' limits of loss, term."""
LANE = 34
"""Height of a lane, in pixels."""


def across(days: float) -> float:
    """Where a gestation lies along the axis, in percent."""
    return round((min(max(days, FIRST), LAST) - FIRST) / (LAST - FIRST) * 100, 2)


def joined(parts: Iterable[SafeString]) -> SafeString:
    """Several pieces of SVG as one."""
    return mark_safe("".join(parts))  # every part is SafeString already


def grid(height: float, top: float = 0) -> SafeString:
    """The marked weeks as vertical lines."""
    return joined(
        format_html('<line class="grid" x1="{0}%" x2="{0}%" y1="{1}" y2="{2}"/>', across(week * 7), top, height)
        for week in MARKS
    )


def lane(drawn: Iterable[SafeString], height: int = LANE) -> SafeString:
    """One lane: what is drawn over the marked weeks. Screen readers take the words of its row instead."""
    return format_html(
        '<svg class="lane" width="100%" height="{}" aria-hidden="true" focusable="false">{}{}</svg>',
        height, grid(height), joined(drawn),
    )  # fmt: skip


def scale() -> SafeString:
    """The lane that names the marked weeks, to stand above the others."""
    words = (
        format_html('<text class="tick" x="{}%" y="12" text-anchor="middle">{}</text>', across(week * 7), week)
        for week in MARKS
    )
    return format_html(
        '<svg class="lane" width="100%" height="16" aria-hidden="true" focusable="false">{}</svg>', joined(words)
    )


def band(span: Span, top: float, height: float, kind: str) -> SafeString:
    """A gestation known only to lie in a span: a bar whose ends fade, further where an end is open."""
    low, high = across(span.low), across(span.high)
    fade = "open" if span.low < FIRST and span.high > LAST else "left" if span.low < FIRST else "right"
    soft = "soft" if span.low >= FIRST and span.high <= LAST else f"soft-{fade}"
    return format_html(
        '<rect class="band {}" x="{}%" y="{}" width="{}%" height="{}" rx="2" mask="url(#{})"/>',
        kind, low, top, max(round(high - low, 2), 0.6), height, soft,
    )  # fmt: skip


def at(x: float, y: float, drawn: SafeString) -> SafeString:
    """Something drawn around its own middle, placed at a percentage along the axis."""
    return format_html('<svg class="placed" x="{}%" y="{}" overflow="visible">{}</svg>', x, y, drawn)


def day(gestation: Span, top: float, height: float) -> SafeString:
    """Today: a line where it is exact, a band where the due date is a span."""
    if gestation.unknown:
        return SafeString("")
    low, high = across(gestation.low), across(gestation.high)
    return format_html(
        '<rect class="today" x="{}%" y="{}" width="{}%" height="{}"/>',
        low, top, max(round(high - low, 2), 0.3), height,
    )  # fmt: skip


def middle(span: Span) -> Span:
    """The middle of a span, as an exact gestation; the span itself while an end is open."""
    return span if span.low < 0 or span.high > 50 * 7 else exactly((span.low + span.high) // 2)


DEFINITIONS: SafeString = mark_safe(  # a constant
    '<svg class="defs" width="0" height="0" aria-hidden="true" focusable="false"><defs>'
    + "".join(
        f'<linearGradient id="{name}-fade">{stops}</linearGradient>'
        f'<mask id="{name}" maskContentUnits="objectBoundingBox">'
        f'<rect width="1" height="1" fill="url(#{name}-fade)"/></mask>'
        for name, stops in {
            "soft": '<stop offset="0" stop-color="#333"/><stop offset=".3" stop-color="#fff"/>'
            '<stop offset=".7" stop-color="#fff"/><stop offset="1" stop-color="#333"/>',
            "soft-left": '<stop offset="0" stop-color="#000"/><stop offset=".8" stop-color="#fff"/>'
            '<stop offset="1" stop-color="#fff"/>',
            "soft-right": '<stop offset="0" stop-color="#fff"/><stop offset=".2" stop-color="#fff"/>'
            '<stop offset="1" stop-color="#000"/>',
            "soft-open": '<stop offset="0" stop-color="#555"/><stop offset="1" stop-color="#555"/>',
        }.items()
    )
    + '<pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
    '<rect class="hatch" width="2.4" height="6"/></pattern></defs></svg>'
)
"""Masks and the hatch the lanes refer to; once on a page."""
