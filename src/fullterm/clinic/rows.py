"""One line as the database keeps it: everything Today draws, so that a morning reads no record at all."""

from __future__ import annotations

from dataclasses import astuple
from datetime import date, timedelta
from typing import Any

from fullterm.care.window import Ends
from fullterm.care.worklist import Line
from fullterm.clinic.models import Row, Woman
from fullterm.guidelines import register
from fullterm.guidelines.verdict import Verdict
from fullterm.logic.evaluate import truth
from fullterm.logic.facts import Facts
from fullterm.logic.nodes import Bool, Named, Or, YesNo
from fullterm.logic.quantity import HIGHEST, LOWEST, Span
from fullterm.vocabulary.fact import VOCABULARY, Text

ENDLESS = date.max
"""Where a row's window has no end: last in order on either database; the two sort an empty value differently."""


def row_of(woman: Woman, line: Line, facts: Facts, due: Span | None, on: date) -> Row:
    """The row of one line. `due`: her due date as a span of ordinals; `facts`: what the reasons are read from."""
    one, tried = line.planned, line.follow_up
    sure, widest = one.certain_days, one.possible_days
    first, last = sure or widest or (None, None)  # a dating wider than the window leaves only the widest days
    closes = None if last is None or last == date.max else last + timedelta(days=1)
    data: dict[str, Any] = {
        "why": _both(_why(line, facts)),
        "asks": [_both(VOCABULARY.facts[name].label) for name in sorted(line.asks) if name in VOCABULARY.facts],
        "widest": sure is None and widest is not None,
        "pregnant": facts.values.get("pregnant"),
        "due": None if due is None else _ends(due),
        "window": [_days(end) for end in (one.opens, *(one.best or (None, None)), one.closes)],
        "declined": None if one.declined is None else one.declined.reason,
        "declined_by": None if one.declined is None else one.declined.by,
        "outcome": tried.outcome,
        "called": _iso(tried.called),
        "until": _iso(tried.until),
        "tries": tried.tries,
        "snoozed_until": _iso(tried.snoozed_until),
        "reason": tried.reason,
        "arranged": None if tried.arranged is None else list(astuple(tried.arranged)),
    }
    return Row(
        woman=woman, step=one.step.id, state=one.state, tab=line.tab, urgency=line.urgency, certain=one.certain,
        opens=first, closes=closes or ENDLESS, data=data,
        computed_on=on, passed_to=tried.escalated_to,
    )  # fmt: skip


def _why(line: Line, facts: Facts) -> Text:
    """One phrase: the fact that brought the step in, else the advice that did."""
    for part in _parts(line.planned.step.when):
        if truth(part, facts) is True:
            if isinstance(part, Named) and part.name in VOCABULARY.derived:
                return VOCABULARY.derived[part.name].label
            if isinstance(part, YesNo):
                return VOCABULARY.facts[part.name].label
    return next((_advised(one) for one in line.planned.followed), Text("", ""))


def _parts(when: Bool | None) -> tuple[Bool, ...]:
    return () if when is None else when.parts if isinstance(when, Or) else (when,)


def _advised(one: Verdict) -> Text:
    advice = one.recommendation
    source = f"{register.GUIDELINES[advice.guideline].short} {advice.ref}"
    labels = [treatment.label for treatment in advice.advice.treatments[:1]]
    en, zh = (labels[0].en, labels[0].zh) if labels else (advice.says.en, advice.says.zh)
    return Text(f"{source}: {en}", f"{source}：{zh}")


def _both(text: Text) -> dict[str, str]:
    return {"en": text.en, "zh": text.zh}


def _days(end: Ends | None) -> list[str | None] | None:
    """The earliest and the latest day one end of the window may fall on."""
    return None if end is None or end.days is None else _ends(end.days)


def _ends(days: Span) -> list[str | None]:
    return [None if end in (LOWEST, HIGHEST) else date.fromordinal(end).isoformat() for end in (days.low, days.high)]


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
