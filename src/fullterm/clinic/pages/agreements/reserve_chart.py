"""The reserve month by month, drawn: what is expected, and the 95 % and 99 % figures, as they fall."""

from __future__ import annotations

from datetime import date
from typing import Final

from fullterm.care.agreement.reserve import Reserve
from fullterm.clinic.pages.agreements.reserve_words import WORDS
from fullterm.vocabulary.fact import Language

SHAPES: Final = {"wide": (720, 260), "narrow": (300, 240)}
"""Pictures of one reserve, for a desk and for a phone: width and height of the drawing in pixels."""
INK: Final = {
    "light": {"words": "#16201f", "quiet": "#4d5b5a", "line": "#d3dad9",
              "at99": "#b9cdd1", "at95": "#4f8f9c", "expected": "#0b3f4a"},
    "dark": {"words": "#e4eae9", "quiet": "#a5b3b1", "line": "#36413f",
             "at99": "#3d5055", "at95": "#4f94a4", "expected": "#c9eef6"},
}  # fmt: skip
"""The colours of the page, in the light and in the dark: a picture of its own cannot ask the stylesheet."""
FIGURES: Final = ("at99", "at95", "expected")
"""Drawn one over the other, the largest first; each bar narrower, so that none is told by its colour alone."""
WIDTHS: Final = {"at99": 0.8, "at95": 0.55, "expected": 0.25}


def month_by_month(found: Reserve, shape: str, ground: str, language: Language) -> str:
    """The picture as SVG. Raises KeyError for a shape or ground that is not drawn."""
    import altair as alt  # both load in a second: only when a picture is drawn
    import vl_convert

    ink = INK[ground]
    width, height = SHAPES[shape]
    days = [day_in(one, language) for one in (found.on, *(month.on for month in found.months))]
    x = alt.X(
        "day:N",
        sort=days,
        title=None,
        axis=alt.Axis(labelAngle=0, labelOverlap=True, labelExpr="split(datum.label, ' ')"),
    )
    y = alt.Y("amount:Q", title=found.currency, axis=alt.Axis(format=",.0f", tickCount=5, titlePadding=20), stack=None)
    legend = alt.Legend(
        orient="top", title=None, direction="horizontal", columns=1 if shape == "narrow" else 3, columnPadding=48
    )
    colour = alt.Color(
        "figure:N",
        legend=legend,
        scale=alt.Scale(
            domain=[WORDS[f"reserve.{one}"][language] for one in FIGURES], range=[ink[one] for one in FIGURES]
        ),
    )
    drawn = alt.layer(*(
        alt.Chart(alt.InlineData(_values(found, days, figure, language)))
        .mark_bar(width=alt.RelativeBandSize(band=WIDTHS[figure]))
        .encode(x=x, y=y, color=colour)
        for figure in FIGURES
    ))  # fmt: skip
    spec = (
        drawn.properties(width=width, height=height, background="transparent")
        .configure(font="system-ui, 'Noto Sans CJK SC', 'PingFang SC', 'Microsoft YaHei', sans-serif")
        .configure_view(stroke=None)
        .configure_axis(
            labelColor=ink["words"], titleColor=ink["quiet"], gridColor=ink["line"], domainColor=ink["line"],
            tickColor=ink["line"], labelFontSize=12, titleFontSize=12,
        )
        .configure_legend(labelColor=ink["words"], labelFontSize=12, labelLimit=400)
    )  # fmt: skip
    svg: str = vl_convert.vegalite_to_svg(spec.to_dict())
    return svg


def _values(found: Reserve, days: list[str], figure: str, language: Language) -> list[dict[str, object]]:
    needs = (found.total, *(month.need for month in found.months))
    name = WORDS[f"reserve.{figure}"][language]
    return [
        {"day": day, "amount": float(getattr(need, figure)), "figure": name}
        for day, need in zip(days, needs, strict=True)
    ]  # fmt: skip


def day_in(day: date, language: Language) -> str:
    """A day under a bar: `1 May 2026`, `2026年 5月1日`; parts that may stand on lines of their own are spaced."""
    return f"{day.year}年 {day.month}月{day.day}日" if language == "zh" else f"{day.day}\u00a0{day:%b} {day.year}"
