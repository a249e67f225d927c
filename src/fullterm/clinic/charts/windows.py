"""The plan as windows on the gestation axis.

A place on the axis is a day, by the middle of the plausible due dates. The solid part of a window is inside it under
every one of them, the hatched part under some; a step nobody can yet say is for her is hatched throughout.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from django.utils.html import format_html
from django.utils.safestring import SafeString

from fullterm.care.plan.planned import Planned
from fullterm.clinic.charts.axis import FIRST, LAST, across, day, lane, middle
from fullterm.clinic.text.wording import last_day
from fullterm.logic.quantity import HIGHEST, LOWEST, Span, Unit
from fullterm.vocabulary.fact import Language
from fullterm.vocabulary.wording import amount_in

BAR = 16
HIGH = 24


def plan_lane(one: Planned, half: float, today: Span) -> SafeString:
    """One step's window. `half`: half the width of the due date, in days; `today`: the gestation today, in days."""
    opens = FIRST - 7 if one.opens is None else one.opens.gestation
    closes = LAST + 7 if one.closes is None else one.closes.gestation
    top = (HIGH - BAR) / 2
    if one.step.always or (one.opens is None and one.closes is None):
        return lane([day(middle(today), 0, HIGH)], HIGH)
    sure = (opens + (0 if one.opens is None else half), closes - (0 if one.closes is None else half))
    possible = (opens - (0 if one.opens is None else half), closes + (0 if one.closes is None else half))
    drawn = [_bar(*possible, top, "possible")]
    if one.state != "cannot_tell" and sure[0] < sure[1]:
        drawn.append(_bar(*sure, top, f"sure {one.state}"))
        if one.best is not None:
            best = (max(one.best[0].gestation, sure[0]), min(one.best[1].gestation + 1, sure[1]))
            drawn += [_bar(*best, top + BAR - 5, "best", 5)] if best[0] < best[1] else []
    if one.done is not None and one.done.low != LOWEST:
        drawn.append(format_html(
            '<svg class="placed" x="{}%" y="{}" overflow="visible"><path class="done" d="M-6 0L-2 5L7 -6"/></svg>',
            across((one.done.low + min(one.done.high, LAST)) / 2), HIGH / 2,
        ))  # fmt: skip
    drawn.append(day(middle(today), 0, HIGH))
    return lane(drawn, HIGH)


def _bar(low: float, high: float, top: float, kind: str, height: float = BAR) -> SafeString:
    left, right = across(low), across(high)
    return format_html(
        '<rect class="window {}" x="{}%" y="{}" width="{}%" height="{}"/>',
        kind, left, top, max(round(right - left, 2), 0.4), height,
    )  # fmt: skip


def half_of(due: Span | None) -> float:
    """Half the width of the due date, in days: how far a window's ends may move either way."""
    if due is None or due.low == LOWEST or due.high == HIGHEST:
        return 0
    return (due.high - due.low) / 2


def window_words(one: Planned, said: dict[str, Any], today: date, language: Language) -> dict[str, Any]:
    """A step's window in words: in gestation, in the days that hold under every due date, and at the widest."""
    opens, closes = one.opens, one.closes
    first = None if opens is None or opens.gestation <= 0 else amount_in(opens.gestation, Unit.DAYS, language)
    last = None if closes is None else amount_in(closes.gestation - 1, Unit.DAYS, language)
    outer = said["possibly"]
    widest = (outer["opens"], last_day(outer["closes"]))
    sure = (said["opens"], last_day(said["closes"]))
    best = None if one.best is None else [amount_in(end.gestation, Unit.DAYS, language) for end in one.best]
    left = None if sure[1] is None else (date.fromisoformat(sure[1]) - today).days
    return {
        "weeks": ends(first, last, language),
        "days": ends(*sure, language),
        "widest": ends(*widest, language) if widest != sure else "",
        "best": "" if best is None else ends(best[0], best[1], language),
        "left": left,
        "over": None if left is None else max(-left, 0),
    }


def ends(first: str | None, last: str | None, language: Language) -> str:
    """`A to B`, `from A`, `until B`, or nothing."""
    if first and last:
        return first if first == last else f"{first}{'至' if language == 'zh' else ' to '}{last}"
    if first:
        return f"{first}起" if language == "zh" else f"from {first}"
    if last:
        return f"{last}止" if language == "zh" else f"until {last}"
    return ""
