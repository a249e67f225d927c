"""The picture of pregnancies that go on: a curve a group with its interval, and the numbers at risk below."""

from __future__ import annotations

from typing import Any

from fullterm.clinic.base.say import say
from fullterm.clinic.pages.registry import chart_style as look
from fullterm.clinic.pages.registry.counts import WEEKS
from fullterm.clinic.pages.registry.curves import CurveStep
from fullterm.clinic.pages.registry.result import RegistryResult
from fullterm.vocabulary.fact import Language


def curve(found: RegistryResult, language: Language, width: int) -> dict[str, Any] | None:
    """Still pregnant by gestation, with bands of 95 %, and the numbers at risk below on the same axis."""
    alt = look.altair()

    points, ends = [], []
    for group, fitted in found.curves.items():
        if fitted is not None:
            label = found.group(group, language)
            lasts = {**_row(fitted.steps[-1]), "day": fitted.cut}
            rows = [*map(_row, fitted.steps), lasts]
            points += [
                {"group": label, "week": row["day"] / 7, **{k: row[k] for k in ("share", "low", "high")}}
                for row in rows
            ]
            ends.append({"group": label, "week": fitted.cut / 7, "share": fitted.steps[-1].share})
    if not points:
        return None
    labels = [found.group(group, language) for group, fitted in found.curves.items() if fitted is not None]
    x = alt.X("week:Q", title=say("registry.curve.x"), scale=alt.Scale(domain=[12, 42], nice=False, clamp=True),
              axis=alt.Axis(values=_ticks(width), format="d"))  # fmt: skip
    legend = look.legend(width, values=labels, symbolType="stroke", symbolOpacity=1, symbolStrokeWidth=2)
    colour = alt.Color("group:N", scale=look.scale(found, language), sort=labels, legend=legend)
    dash = alt.StrokeDash("group:N", scale=look.dashes(found, language), sort=labels, legend=legend)
    y = alt.Y(
        "share:Q", title=say("registry.curve.y"), scale=alt.Scale(domain=[0, 1]), axis=alt.Axis(format="%", tickCount=5)
    )
    base = alt.Chart(alt.Data(values=points))
    ribbon = base.mark_area(interpolate="step-after", opacity=0.14).encode(
        x=x,
        y=alt.Y("low:Q", title=say("registry.curve.y")),
        y2="high:Q",
        color=colour,
    )
    line = base.mark_line(interpolate="step-after", strokeWidth=2).encode(x=x, y=y, color=colour, strokeDash=dash)
    cut = (
        alt.Chart(alt.Data(values=ends))
        .mark_point(shape="stroke", angle=90, size=120, strokeWidth=2)
        .encode(x=x, y=y, color=colour)
    )
    marks = alt.Chart(alt.Data(values=[{"week": one} for one in (24, 28, 34, 37)])).mark_rule(
        color=look.QUIET, strokeDash=[2, 3], strokeWidth=1
    ).encode(x=x)  # fmt: skip
    picture = alt.layer(marks, ribbon, line, cut).properties(width=width, height=260)
    return look.finished(alt.vconcat(picture, _at_risk(found, language, width, x), spacing=6))


def _row(step: CurveStep) -> dict[str, float]:
    """A step of a curve as plain numbers."""
    return {name: getattr(step, name) for name in ("day", "share", "low", "high")}


def _ticks(width: int) -> list[int]:
    return list(range(12, 43, 2 if width == look.WIDE else 6))


def _at_risk(found: RegistryResult, language: Language, width: int, x: Any) -> Any:
    alt = look.altair()

    groups = [group for group, fitted in found.curves.items() if fitted is not None]
    at = WEEKS if width == look.WIDE else WEEKS[::2]
    rows = [
        {
            "group": found.group(group, language),
            "week": week,
            "women": str(found.counted.groups[group][f"at_risk_{week}"]),
        }
        for group in groups
        for week in at
    ]
    order = [found.group(group, language) for group in groups]
    axis = alt.Axis(title=None, ticks=False, domain=False, labelLimit=look.label(width), labelPadding=14)
    return (
        alt.Chart(
            alt.Data(values=rows),
            title=alt.TitleParams(say("registry.curve.at_risk"), anchor="start", fontSize=12, fontWeight="normal"),
        )
        .mark_text(fontSize=12)
        .encode(x=x.axis(None), y=alt.Y("group:N", sort=order, axis=axis), text="women:N")
        .properties(width=width, height=18 * len(groups))
    )
