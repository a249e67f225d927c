"""One line as the database keeps it: everything Today draws, so that a morning reads no record at all."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import astuple, dataclass, replace
from datetime import date, timedelta
from typing import Any

from fullterm.care.assess.first_line_text import Plain, ask_again, because, check_first, first_line_plain, stopped_by
from fullterm.care.case.facts_on import Known, as_last_told
from fullterm.care.plan.first_line import Danger
from fullterm.care.plan.window import Ends
from fullterm.care.plan.worklist import Line
from fullterm.care.protocol.model import Protocol
from fullterm.clinic.models import Row, Woman
from fullterm.guidelines import register
from fullterm.guidelines.verdict import Verdict
from fullterm.logic.evaluate import truth
from fullterm.logic.facts import Facts
from fullterm.logic.nodes import Bool, Named, Or, YesNo
from fullterm.logic.quantity import HIGHEST, LOWEST, Span
from fullterm.vocabulary.fact import VOCABULARY, Language, Text

SEMICOLON = Text("; ", "；")
ENDLESS = date.max
"""Where a row's window has no end: last in order on either database; the two sort an empty value differently."""
KEPT = ("title", "says", "who", "because", "against", "told", "check_says", "weigh", "declined", "basis")
"""What a row keeps of a line of the first line: every sentence of it."""


@dataclass(frozen=True, slots=True)
class Of:
    """Whose rows they are and how she is read on a day. `due`: her due date as a span of ordinals; `first`: what stands
    first for her, reckoned only where something of hers cannot wait.
    """

    woman: Woman
    known: Known
    protocol: Protocol
    due: Span | None
    first: Danger | None

    @property
    def facts(self) -> Facts:
        """What the reasons are read from: as last told, because growing old ends no danger."""
        return as_last_told(self.known).facts


def rows_of(of: Of, lines: Iterable[Line]) -> Iterator[Row]:
    """One row a step, from its most pressing line; where there is a line for each of several sutures, it says so."""
    found: dict[str, list[Line]] = {}
    for line in lines:
        found.setdefault(line.planned.step.id, []).append(line)
    facts = of.facts if found else None
    urgent = _urgent(of)
    for step, several in found.items():
        assert facts is not None
        row = _row(of, _unowned(several), facts, len({one.planned.suture for one in several}))
        yield row if step not in urgent else _with_first(row, urgent[step])


def _unowned(several: list[Line]) -> Line:
    """The most pressing line; of several sutures it is arranged only where each has somebody who takes it out."""
    nobody = any(one.follow_up.arranged is None for one in several)
    first = several[0]
    return replace(first, follow_up=replace(first.follow_up, arranged=None)) if nobody else first


def _urgent(of: Of) -> dict[str, dict[str, Plain]]:
    """The lines of the first line in both languages, by step."""
    if of.first is None:
        return {}
    told = {language: first_line_plain(of.first, of.known, of.protocol, language)["lines"] for language in BOTH}
    found: dict[str, dict[str, Plain]] = {}
    for en, zh in zip(told["en"], told["zh"], strict=True):
        both = {"en": en, "zh": zh}
        kept = {language: {name: line[name] for name in KEPT} for language, line in both.items()}
        found.setdefault(str(en["step"]), kept)
    return found


BOTH: tuple[Language, ...] = ("en", "zh")


def _with_first(row: Row, first: dict[str, Plain]) -> Row:
    row.data |= {"first": first}
    return row


def _row(of: Of, line: Line, facts: Facts, sutures: int) -> Row:
    one, tried = line.planned, line.follow_up
    always, due = one.step.always, of.due  # its gestations are limits: there is nothing to be late for
    sure, widest = (None, None) if always else (one.certain_days, one.possible_days)
    first, last = sure or widest or (None, None)  # a dating wider than the window leaves only the widest days
    closes = None if last is None or last == date.max else last + timedelta(days=1)
    ends = (None, None, None, None) if always else (one.opens, *(one.best or (None, None)), one.closes)
    data: dict[str, Any] = {
        "why": _both(_why(line, facts)),
        "told": _said(lambda language: ask_again(one, language)),
        "stopped": _said(lambda language: stopped_by(one, facts, language)),
        "check": _said(lambda language: check_first(one, language)) if always else None,
        "sutures": sutures,
        "asks": [_both(VOCABULARY.facts[name].label) for name in sorted(line.asks) if name in VOCABULARY.facts],
        "widest": sure is None and widest is not None,
        "pregnant": facts.values.get("pregnant"),
        "due": None if due is None else _ends(due),
        "window": [_days(end) for end in ends],
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
        woman=of.woman, step=one.step.id, state=one.state, tab=line.tab, urgency=line.urgency, certain=one.certain,
        opens=first, closes=closes or ENDLESS, data=data,
        computed_on=of.known.on, passed_to=tried.escalated_to,
    )  # fmt: skip


def _why(line: Line, facts: Facts) -> Text:
    """One phrase: what was told that brought it in, the fact that did, else the advice."""
    if line.planned.step.trigger is not None:
        return Text(*(SEMICOLON[language].join(because(line.planned, facts, language)) for language in BOTH))
    for part in _parts(line.planned.step.when):
        if truth(part, facts) is True:
            if isinstance(part, Named) and part.name in VOCABULARY.derived:
                return VOCABULARY.derived[part.name].label
            if isinstance(part, YesNo):
                return VOCABULARY.facts[part.name].label
    return next((_advised(one) for one in line.planned.followed), Text("", ""))


def _said(sentence: Callable[[Language], str | None]) -> dict[str, str] | None:
    """A sentence in both languages; None where there is none."""
    en, zh = sentence("en"), sentence("zh")
    return None if en is None or zh is None else {"en": en, "zh": zh}


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
