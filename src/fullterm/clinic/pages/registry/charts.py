"""The pictures of the registry: Vega-Lite by Altair, drawn as SVG on the server by vl-convert.

Each is drawn twice, for a desk and for a phone, and can be kept as a file of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from fullterm.care.registry.proportion import share
from fullterm.clinic.base.say import say
from fullterm.clinic.pages.registry import chart_style as look
from fullterm.clinic.pages.registry.counts import AT_WINDOW, BANDS, LIMITS
from fullterm.clinic.pages.registry.curve_chart import curve
from fullterm.clinic.pages.registry.result import RegistryResult
from fullterm.clinic.pages.registry.tables import Table, band, weeks
from fullterm.vocabulary.fact import Language

STATES = {"in_window": "#2f6b3a", "after": "#b4530a", "late": "#9b1c1c", "untold": "#6b6f72"}


@dataclass(frozen=True, slots=True)
class Drawn:
    """A picture: its name, what it shows in words, and it as SVG, for a desk and for a phone."""

    name: str
    says: str
    wide: str
    narrow: str


def drawn(name: str, found: RegistryResult, table: Table, language: Language) -> Drawn | None:
    """A picture by the name of its table; None where there is too little to draw."""
    specs = [SPECS[name](found, language, width) for width in (look.WIDE, look.NARROW)]
    if any(one is None for one in specs):
        return None
    says = _says(name, table)
    return Drawn(name, says, *(look.svg(one, says) for one in specs if one is not None))


def to_keep(name: str, found: RegistryResult, table: Table, language: Language) -> str | None:
    """A picture as a file of its own, on white ground; None where there is too little to draw."""
    spec = SPECS[name](found, language, look.WIDE)
    return None if spec is None else look.svg(spec, _says(name, table), ground="white")


def _says(name: str, table: Table) -> str:
    """What a picture shows: its title, and each line of its table."""
    lines = (
        f"{line.label}{say('registry.colon')}"
        + say("registry.comma").join(
            f"{head.text} {cell.text}" for head, cell in zip(table.heads, line.cells, strict=True)
        )
        for line in table.lines
    )
    return f"{say(f'registry.{name}.title')}{say('registry.stop')}" + say("registry.semicolon").join(lines)


def early(found: RegistryResult, language: Language, width: int) -> dict[str, Any] | None:
    """The share that ended by itself before each limit: a point with its interval for each group."""
    alt = look.altair()

    rows = []
    for group, numbers in found.counted.groups.items():
        for week in LIMITS:
            told = share(numbers[f"early_{week}"], numbers[f"settled_{week}"])
            if told is not None:
                rows.append({"group": found.group(group, language), "limit": say("registry.early.before", weeks(week)),
                             "share": told.part / told.whole, "low": told.low, "high": told.high})  # fmt: skip
    if not rows:
        return None
    order = look.order(found, language)
    base = alt.Chart(alt.Data(values=rows)).encode(
        y=alt.Y("group:N", sort=order, axis=look.names(width)),
        color=alt.Color("group:N", scale=look.scale(found, language), legend=None),
    )
    x = {"title": say("registry.early.x"), "scale": alt.Scale(domain=[0, 1]), "axis": alt.Axis(format="%", tickCount=5)}
    layers = alt.layer(
        base.mark_rule(strokeWidth=2).encode(x=alt.X("low:Q", **x), x2="high:Q"),
        base.mark_point(filled=True, size=70, opacity=1).encode(x=alt.X("share:Q", **x)),
    ).properties(width=width, height=alt.Step(22))
    limits = [say("registry.early.before", weeks(week)) for week in LIMITS]
    header = alt.Header(title=None, labelAnchor="start", labelOrient="top", labelFontWeight="bold", labelFontSize=12)
    return look.finished(layers.facet(row=alt.Row("limit:N", sort=limits, header=header), spacing=8))


def losses(found: RegistryResult, language: Language, width: int) -> dict[str, Any] | None:
    """How many were lost in which weeks, by group."""
    alt = look.altair()

    rows = [
        {
            "group": found.group(group, language),
            "band": band(low, high),
            "women": numbers[f"lost_{low}"],
            "place": place,
        }
        for place, (group, numbers) in enumerate(found.counted.groups.items())
        for low, high in BANDS
        if numbers[f"lost_{low}"]
    ]
    if not rows:
        return None
    bands, groups = [band(low, high) for low, high in BANDS], list(dict.fromkeys(row["group"] for row in rows))
    turned = alt.Axis(labelAngle=0 if width == look.WIDE else -40, title=say("registry.losses.x"), labelLimit=120)
    return look.finished(
        alt.Chart(alt.Data(values=rows))
        .mark_bar(stroke="white", strokeWidth=1, width=alt.RelativeBandSize(0.5))
        .encode(
            x=alt.X("band:N", scale=alt.Scale(domain=bands), axis=turned),
            y=alt.Y("women:Q", title=say("registry.losses.y"), axis=alt.Axis(format="d", tickMinStep=1)),
            color=alt.Color(
                "group:N", scale=look.scale(found, language), sort=groups, legend=look.legend(width, values=groups)
            ),
            order="place:Q",
        )
        .properties(width=width, height=180)
    )


def latency(found: RegistryResult, language: Language, width: int) -> dict[str, Any] | None:
    """The median number of days from the suture to the end, with its interval."""
    alt = look.altair()

    rows = [
        {
            "group": found.group(group, language),
            "median": told.median,
            "low": told.low or told.median,
            "high": told.high or told.median,
        }
        for group, told in found.latencies.items()
        if told is not None and told.median is not None
    ]
    if not rows:
        return None
    base = alt.Chart(alt.Data(values=rows)).encode(
        y=alt.Y("group:N", sort=look.order(found, language), axis=look.names(width)),
        color=alt.Color("group:N", scale=look.scale(found, language), legend=None),
    )
    x = {"title": say("registry.latency.x"), "scale": alt.Scale(zero=True)}
    return look.finished(
        alt.layer(
            base.mark_rule(strokeWidth=2).encode(x=alt.X("low:Q", **x), x2="high:Q"),
            base.mark_point(filled=True, size=70, opacity=1).encode(x=alt.X("median:Q", **x)),
        ).properties(width=width, height=alt.Step(24))
    )


def removal(found: RegistryResult, language: Language, width: int) -> dict[str, Any] | None:
    """What became of the sutures that were in when the window opened, as shares of each group."""
    alt = look.altair()

    rows = [
        {
            "group": found.group(group, language),
            "state": say(f"registry_removal.{state}"),
            "women": numbers[f"removal_{state}"],
            "place": place,
        }
        for group, numbers in found.counted.groups.items()
        if share(0, numbers["at_window"]) is not None
        for place, state in enumerate(AT_WINDOW)
    ]
    if not rows:
        return None
    states = [say(f"registry_removal.{state}") for state in AT_WINDOW]
    legend = alt.Legend(orient="bottom", title=None, columns=4 if width == look.WIDE else 1, labelLimit=260)
    return look.finished(
        alt.Chart(alt.Data(values=rows))
        .mark_bar(stroke="white", strokeWidth=1)
        .encode(
            x=alt.X(
                "women:Q", stack="normalize", title=say("registry.removal.x"), axis=alt.Axis(format="%", tickCount=5)
            ),
            y=alt.Y("group:N", sort=look.order(found, language), axis=look.names(width)),
            color=alt.Color(
                "state:N", scale=alt.Scale(domain=states, range=list(STATES.values())), sort=states, legend=legend
            ),
            order="place:Q",
        )
        .properties(width=width, height=alt.Step(26))
    )


SPECS: Mapping[str, Callable[[RegistryResult, Language, int], dict[str, Any] | None]] = {
    "curve": curve, "early": early, "losses": losses, "latency": latency, "removal": removal,
}  # fmt: skip
"""Every picture, by the name of the table that stands under it."""
