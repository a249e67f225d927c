"""This pregnancy on the gestation axis: cervical length against the published percentiles, and what happened when."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from django.utils.html import format_html
from django.utils.safestring import SafeString

from fullterm.care.case.model import Observation, Pregnancy, Scan
from fullterm.clinic.charts.axis import FIRST, LAST, MARKS, across, at, day, grid, joined
from fullterm.clinic.pages.woman.percentiles import FROM_WEEK, TO_WEEK, percentiles, place_of
from fullterm.clinic.text.wording import days_in, weeks_in
from fullterm.clinic.words.woman import WORDS
from fullterm.logic.quantity import HIGHEST, LOWEST, Span, Unit, exactly
from fullterm.vocabulary.fact import VOCABULARY, Language
from fullterm.vocabulary.wording import span_in, value_in

LONGEST: Final = 60
"""The top of the picture, in mm."""
PLOT: Final = 216
TOP: Final = 14
SHORT: Final = 25
"""The threshold the guidelines share, in mm."""
FLOOR: Final = TOP + PLOT
EVENTS: Final = FLOOR + 24
HEIGHT: Final = EVENTS + 44
CROWDED: Final = 21
"""Two marks closer than this, in days, take turns above and below."""
_SEEN: Final = ("method", "funnel", "sludge")
_HAPPENED: Final = ("dilatation", "membranes", "contractions", "bleeding", "ruptured_membranes", "labour", "infection")


@dataclass(frozen=True, slots=True)
class Happening:
    """Something that happened in this pregnancy: when (days of gestation, ordinals), and what, in words."""

    gestation: Span
    on: Span
    kind: str
    words: str


def cervix(pregnancy: Pregnancy, today: date, fetuses: Span | None, language: Language) -> dict[str, Any]:
    """The picture, the row of each scan, the list of what happened, and whether the percentiles are drawn.

    They are drawn for one baby, or while nobody has said how many: the reference knows no twins.
    """
    drawn = fetuses is None or fetuses.low <= 1
    scans = [one for one in pregnancy.scans if one.on.low == LOWEST or one.on.low <= today.toordinal()]
    happened = sorted(_happenings(pregnancy, today, language), key=lambda one: (one.on.low, one.gestation.low))
    lettered = [
        {
            "letter": chr(ord("A") + place) if place < 26 else "+",
            "kind": one.kind,
            "words": one.words,
            "on": days_in(one.on, language),
            "gestation": "" if one.gestation.unknown else weeks_in(one.gestation, language),
        }
        for place, one in enumerate(happened)
    ]
    return {
        "svg": _picture(scans, happened, pregnancy.gestation(today), language, drawn=drawn) if scans else "",
        "lane": "" if scans else _events_only(happened, pregnancy.gestation(today)),
        "scans": [_row(one, language, drawn=drawn) for one in scans],
        "events": lettered,
        "percentiles": drawn,
    }


def _picture(
    scans: Iterable[Scan], happened: list[Happening], today: Span, language: Language, *, drawn: bool
) -> SafeString:
    parts = [
        format_html('<rect class="plot" x="0" y="{}" width="100%" height="{}"/>', TOP, PLOT),
        bands() if drawn else SafeString(""),
        grid(EVENTS, TOP),
        *_levels(language),
        *_weeks(),
        day(today, TOP, HEIGHT - TOP),
        *(_point(one, below=below) for one, below in _beside(scans)),
        *_letters(happened, EVENTS + 10),
    ]
    label = WORDS["woman.cervix.label"][language]
    return format_html(
        '<svg class="cervix" width="100%" height="{}" role="img" aria-label="{}">{}</svg>', HEIGHT, label, joined(parts)
    )


def _events_only(happened: list[Happening], today: Span) -> SafeString:
    """Without a scan there is nothing to draw a length against: the axis and what happened on it."""
    if not happened:
        return SafeString("")
    parts = (grid(48), day(today, 0, 48), *_letters(happened, 13))
    return format_html(
        '<svg class="lane" width="100%" height="48" aria-hidden="true" focusable="false">{}</svg>', joined(parts)
    )


def _y(mm: float) -> float:
    return round(FLOOR - min(max(mm, 0), LONGEST) / LONGEST * PLOT, 1)


def bands() -> SafeString:
    """The percentiles, each completed week a step, from 20+0 to 34+6 and nowhere else."""
    curves = [(week, one) for week in range(FROM_WEEK, TO_WEEK + 1) if (one := percentiles(week)) is not None]

    def steps(lengths: Iterable[tuple[int, float]]) -> list[str]:
        return [f"{x - FROM_WEEK},{LONGEST - mm:.2f}" for week, mm in lengths for x in (week, week + 1)]

    above = steps((week, one.p95) for week, one in curves)
    middle = steps((week, one.p50) for week, one in curves)
    below = steps((week, one.p5) for week, one in curves)
    left, right = across(FROM_WEEK * 7), across((TO_WEEK + 1) * 7)
    shapes = format_html(
        '<svg x="{}%" y="{}" width="{}%" height="{}" viewBox="0 0 {} {}" preserveAspectRatio="none">'
        '<polygon class="between" points="{}"/><polyline class="p95" points="{}"/>'
        '<polyline class="p50" points="{}"/><polyline class="p5" points="{}"/></svg>',
        left, TOP, round(right - left, 2), PLOT, TO_WEEK + 1 - FROM_WEEK, LONGEST,
        " ".join(above + below[::-1]), " ".join(above), " ".join(middle), " ".join(below),
    )  # fmt: skip
    named = (
        format_html('<text class="curve" x="{}%" dx="3" y="{}">{}</text>', right, _y(mm) + 4, name)
        for name, mm in zip(("P5", "P50", "P95"), curves[-1][1], strict=True)
    )
    return joined([shapes, *named])


def _levels(language: Language) -> Iterable[SafeString]:
    for mm in (10, 20, 30, 40, 50):
        yield format_html('<line class="level" x1="0" x2="100%" y1="{0}" y2="{0}"/>', _y(mm))
        yield format_html('<text class="tick" x="3" y="{}">{}</text>', _y(mm) - 3, mm)
    yield format_html('<line class="short" x1="0" x2="100%" y1="{0}" y2="{0}"/>', _y(SHORT))
    yield format_html('<text class="tick short" x="100%" dx="-3" y="{}" text-anchor="end">25 mm</text>', _y(SHORT) - 3)
    yield format_html('<text class="tick" x="3" y="{}">{}</text>', TOP + 10, WORDS["woman.cervix.mm"][language])


def _weeks() -> Iterable[SafeString]:
    for week in sorted({*MARKS, 10, 18, 20, 32}):
        kind = "tick" if week in MARKS else "tick minor"
        yield format_html(
            '<text class="{}" x="{}%" y="{}" text-anchor="middle">{}</text>', kind, across(week * 7), FLOOR + 14, week
        )


def _beside(scans: Iterable[Scan]) -> Iterable[tuple[Scan, bool]]:
    """Each scan, and whether its number stands below it: beside a longer one just before, so that neither is hidden."""
    last, before = LOWEST, HIGHEST
    for one in sorted(scans, key=lambda scan: scan.gestation.low):
        length = one.values.get("length")
        now = before if not isinstance(length, Span) else length.low if length.low != LOWEST else length.high
        yield one, one.gestation.low - last < CROWDED and now < before
        last, before = one.gestation.low, now


def _point(scan: Scan, *, below: bool) -> SafeString:
    length = scan.values.get("length")
    if not isinstance(length, Span) or scan.gestation.unknown:
        return SafeString("")
    low, high = length.low / 10, length.high / 10
    if length.low == LOWEST or length.high == HIGHEST:
        low = high = low if length.high == HIGHEST else high
    left, right = max(scan.gestation.low, FIRST), min(scan.gestation.high, LAST)
    x, y = across((left + right) / 2), _y((low + high) / 2)
    how = "abdominal" if scan.values.get("method") == "transabdominal" else "vaginal"
    ends = (across(left), across(right))
    about = [format_html('<line class="whisker" x1="{0}%" x2="{1}%" y1="{2}" y2="{2}"/>', *ends, y)]
    if low != high:
        about.append(format_html('<line class="whisker" x1="{0}%" x2="{0}%" y1="{1}" y2="{2}"/>', x, _y(low), _y(high)))
    named = f"{low:g}" if low == high else f"{low:g}–{high:g}"
    if length.low == LOWEST or length.high == HIGHEST:
        named = ("≤" if length.low == LOWEST else "≥") + named
    short = " short" if high <= SHORT else ""
    dot = format_html('<circle class="scan {}{}" r="4.5"/>', how, short)
    number = format_html(
        '<text class="value" x="{}%" y="{}" text-anchor="middle">{}</text>', x, y + 18 if below else y - 9, named
    )
    return joined([*about, at(x, y, dot), number])


def _letters(happened: list[Happening], y: float) -> Iterable[SafeString]:
    last, low = LOWEST, False
    for place, one in enumerate(happened[:26]):
        if one.gestation.unknown:
            continue
        low, last = one.gestation.low - last < CROWDED and not low, one.gestation.low
        x = across((max(one.gestation.low, FIRST) + min(one.gestation.high, LAST)) / 2)
        sign = format_html(
            '<g class="event {}"><rect x="-8" y="-8" width="16" height="16" rx="{}"/>'
            '<text text-anchor="middle" y="4">{}</text></g>',
            one.kind, 3 if one.kind in ("placed", "removed") else 8, chr(ord("A") + place),
        )  # fmt: skip
        yield at(x, y + (19 if low else 0), sign)


def _row(scan: Scan, language: Language, *, drawn: bool) -> dict[str, Any]:
    fields = VOCABULARY.fields("scans")
    values = scan.values
    length = values.get("length")
    return {
        "on": days_in(scan.on, language),
        "gestation": "" if scan.gestation.unknown else weeks_in(scan.gestation, language),
        "length": span_in(length, Unit.MILLIMETRES, language) if isinstance(length, Span) else "",
        "short": isinstance(length, Span) and length.high <= SHORT * 10,
        **{name: value_in(fields[name], values[name], language) if name in values else "" for name in _SEEN},
        "place": _place(scan) if drawn else None,
    }


def _place(scan: Scan) -> str | None:
    """Where the length lies among the percentiles, when both are known well enough and it was measured their way."""
    length, gestation = scan.values.get("length"), scan.gestation
    if not isinstance(length, Span) or not length.exact or gestation.unknown or gestation.low < 0:
        return None
    if scan.values.get("method") != "transvaginal" or gestation.high > LAST:
        return None
    found = {place_of(length.low / 10, week) for week in range(gestation.low // 7, gestation.high // 7 + 1)}
    return found.pop() if len(found) == 1 else None


def _happenings(pregnancy: Pregnancy, today: date, language: Language) -> Iterable[Happening]:
    fields = VOCABULARY.fields("earlier")
    between = ", " if language == "en" else "，"
    for placed in pregnancy.cerclages:
        told = (("cerclage_technique", placed.technique or placed.route), ("cerclage", placed.indication))
        if placed.technique is None:
            told = (("cerclage_route", placed.route), told[1])
        parts = [value_in(fields[name], value, language) for name, value in told if value is not None]
        told_of = (" ({})" if language == "en" else "({})").format(between.join(parts)) if parts else ""
        words = WORDS["woman.placed"][language] + told_of
        yield Happening(placed.gestation, placed.on, "placed", words)
    for removal in pregnancy.removals:
        yield Happening(removal.gestation, removal.on, "removed", WORDS["woman.removed"][language])
    by_day: dict[date, list[Observation]] = {}
    for seen in pregnancy.observations:
        if seen.fact in _HAPPENED and seen.on <= today and seen.value not in (False, "not_visible"):
            by_day.setdefault(seen.on, []).append(seen)
    for on, seen_then in by_day.items():
        words = between.join(_seen(one, language) for one in seen_then)
        when = exactly(on.toordinal())
        where = pregnancy.dating.gestation(on) if pregnancy.dating is not None else Span(LOWEST, HIGHEST)
        yield Happening(where, when, "examined", words)


def _seen(one: Observation, language: Language) -> str:
    fact = VOCABULARY.facts[one.fact]
    label = fact.label[language]
    if one.value is True:
        return label
    return f"{label} {value_in(fact, one.value, language)}"
