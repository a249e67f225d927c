"""A row of Today as it is drawn: sentences in one language, and the window as a bar in whole units."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.utils.safestring import SafeString

from fullterm.care.case.model import Dating
from fullterm.care.plan.arranged import day_named
from fullterm.care.plan.emergency import rescues
from fullterm.care.plan.worklist import stays
from fullterm.care.protocol.model import Step
from fullterm.clinic.derived.row import ENDLESS
from fullterm.clinic.models import Row, Woman
from fullterm.clinic.text.wording import written
from fullterm.clinic.words import WORDS
from fullterm.logic.quantity import HIGHEST, LOWEST, Span
from fullterm.vocabulary.fact import Language

WIDTH = 1000
"""Units across the bar."""
PREGNANT = {True: "today.undated", False: "today.not_pregnant", None: "today.pregnant_unknown"}
"""What stands for a gestation nobody can reckon."""
SIGNS = {"now": "stop", "closing": "soon", "overdue": "soon", "due": "go", "missed": "stop"}
"""The colour of a heading; its word always stands beside it."""


@dataclass(frozen=True, slots=True)
class Bar:
    """A window in units of `WIDTH`: where it may be open, surely is, is best, and today, as (start, width)."""

    may: tuple[int, int]
    sure: tuple[int, int]
    best: tuple[int, int] | None
    today: int
    says: str

    @property
    def drawn(self) -> SafeString:
        """The pieces as SVG, the window as it surely is over the window as it may be; sixty units high."""
        kinds = (("may", self.may), ("sure", self.sure), ("best", self.best))
        pieces = [f'<rect class="{kind}" x="{at[0]}" y="14" width="{at[1]}" height="32"/>' for kind, at in kinds if at]
        return SafeString("".join(pieces) + f'<rect class="today" x="{self.today}" y="0" width="9" height="60"/>')


@dataclass(frozen=True, slots=True)
class RowView:
    """One line, ready for the page."""

    woman: Woman
    row: Row
    step: str
    title: str
    gestation: str
    sign: str
    why: str
    asks: str
    left: str
    pressing: bool
    days: str
    bar: Bar | None
    phone: tuple[str, ...]
    can_wait: bool
    last: date | None
    arranged: str
    unarranged: bool
    rescues: bool
    first: dict[str, Any] | None
    told: str
    stopped: str
    check: str
    sutures: str


def shown(row: Row, step: Step, on: date, language: Language, people: Mapping[str, str]) -> RowView:
    """A row as drawn on a day; `people` gives the names of those it may have been passed to."""
    say = _Say(language)
    last = None if row.closes in (None, ENDLESS) else row.closes - timedelta(days=1)
    labels = [one[language] for one in row.data["asks"]]
    settled = row.state != "cannot_tell"
    undated = not settled and row.data["due"] is None and row.data.get("pregnant") is True
    why = written(row.data["why"][language], language) or ("" if settled else say("today.unsettled"))
    first = (row.data.get("first") or {}).get(language)
    told = _sentence(row, "told", language)
    asked = say("today.asks", ("；" if language == "zh" else ", ").join(labels)) if labels else ""
    return RowView(
        row.woman, row, row.step,
        _title(row, step, language), _gestation(row, on, say),
        SIGNS.get(row.tab, ""), why,
        say("today.asks_gestation") if undated else "" if told else asked,
        _left(row, step, on, say),
        last is not None and (last - on).days < 3,
        _days(row.opens, last, row, say),
        None if step.urgent else _bar(row, on, say), _phone(row, on, say, people), _can_wait(row, step), last,
        _arranged(row, language),
        settled and step.done_by == "removal" and step.until_done and not row.data.get("arranged"),
        rescues(step),
        None if first is None else written(first, language),
        told, _sentence(row, "stopped", language), _sentence(row, "check", language),
        say("today.sutures", row.data["sutures"]) if row.data.get("sutures", 1) > 1 else "",
    )  # fmt: skip


def _title(row: Row, step: Step, language: Language) -> str:
    """What is done; of an emergency as it stands for her, and called a question while nobody can tell."""
    first = (row.data.get("first") or {}).get(language)
    title: str = written(step.title[language] if first is None else first["title"], language)
    return WORDS["today.to_settle"][language].format(title) if row.state == "cannot_tell" else title


def _sentence(row: Row, name: str, language: Language) -> str:
    """A sentence the row keeps; a row laid down before there was one has none."""
    told: str = written((row.data.get(name) or {}).get(language, ""), language)
    return told


def _days(opens: date | None, last: date | None, row: Row, say: _Say) -> str:
    """The days of the window; where none lies in it under every plausible due date, those at the widest, so called."""
    if opens is None or last is None:
        return ""
    said = say("today.until", opens.isoformat(), last.isoformat())
    return say("today.widest", said) if row.data.get("widest") else said


def _arranged(row: Row, language: Language) -> str:
    """Who takes the suture out, where and when, and a day past the window as such; nothing where nobody is named."""
    said = [one for one in row.data.get("arranged") or () if one]
    if not said:
        return ""
    day = day_named(said[-1])
    late = day is not None and row.closes is not None and day >= row.closes
    return WORDS["today.arranged_late" if late else "today.arranged"][language].format(" · ".join(said))


def _can_wait(row: Row, step: Step) -> bool:
    return not stays(step) and row.tab not in ("declined", "missed")


class _Say:
    """The words of one language: `say("today.until", a, b)`."""

    def __init__(self, language: Language) -> None:
        self.language = language

    def __call__(self, name: str, *values: object) -> str:
        text = WORDS[name][self.language]
        return text.format(*values) if values else text


def _gestation(row: Row, on: date, say: _Say) -> str:
    due = row.data["due"]
    if due is None:
        return say(PREGNANT[row.data.get("pregnant")])
    ends = [None if end is None else date.fromisoformat(end).toordinal() for end in due]
    span = Span(LOWEST if ends[0] is None else ends[0], HIGHEST if ends[1] is None else ends[1])
    now = Dating(span).gestation(on)
    if now.low == LOWEST or now.high == HIGHEST:
        return say("today.undated")
    middle, either = divmod(now.low + now.high, 2)[0], (now.high - now.low + 1) // 2
    shown_at = f"{middle // 7}+{middle % 7}"
    return f"{shown_at} {say('today.days_either_side', either)}" if either else shown_at


def _left(row: Row, step: Step, on: date, say: _Say) -> str:
    """How long is left by the earliest day on which the window may end; over is only what is over by the latest."""
    if step.urgent:
        return say("today.hours")
    if step.always:
        return say("today.same_day" if step.same_day and not row.data["asks"] else "today.until_answered")
    closes = _pair(row.data["window"][3])
    if closes is None:
        return say("today.no_end" if step.closes is None or row.data.get("pregnant") is False else "today.undated_end")
    surely, possibly = (closes[0] - on).days - 1, (closes[1] - on).days - 1
    if possibly < 0:
        return _over(-possibly, surely == possibly, say)
    if surely < 0:
        return say("today.may_be_over")
    return say(f"today.{('last_day', 'day_left')[surely]}") if surely < 2 else say("today.days_left", surely)


def _over(days: int, exactly: bool, say: _Say) -> str:
    """For how many days it has been over; at least so many where the due date leaves its end open."""
    if not exactly:
        return say("today.day_over_at_least") if days == 1 else say("today.days_over_at_least", days)
    return say("today.day_over") if days == 1 else say("today.days_over", days)


def _phone(row: Row, on: date, say: _Say, people: Mapping[str, str]) -> tuple[str, ...]:
    data: dict[str, Any] = row.data
    found = []
    if data["snoozed_until"]:
        found.append(say("today.outcome.snoozed", data["snoozed_until"]))
    match data["outcome"]:
        case "promised":
            broken = data["until"] < on.isoformat()
            found.append(say("today.outcome.broken" if broken else "today.outcome.promised", data["until"]))
        case "unreachable" if data["tries"] > 1:
            found.append(say("today.outcome.tries", data["tries"], data["called"]))
        case "unreachable" | "coming" as outcome:
            found.append(say(f"today.outcome.{outcome}", data["called"]))
    if data["declined"]:
        doctor = data.get("declined_by") == "doctor"
        found.append(say("today.outcome.decided_against" if doctor else "today.outcome.declined"))
    if row.passed_to:
        found.append(say("today.outcome.escalated", people.get(row.passed_to, row.passed_to)))
    reasons = [f"“{said}”" for said in (data["declined"], data["reason"]) if said]
    return (*(found or [say("today.outcome.none")]), *reasons)


def _bar(row: Row, on: date, say: _Say) -> Bar | None:
    opens, best, best_ends, closes = (_pair(end) for end in row.data["window"])
    if closes is None:
        return None
    opens = opens or (closes[0] - timedelta(days=28), closes[0] - timedelta(days=28))
    first, last = min(opens[0], on) - timedelta(days=2), max(closes[1], on) + timedelta(days=2)

    def at(day: date) -> int:
        return (day - first).days * WIDTH // (last - first).days

    def piece(start: date, end: date) -> tuple[int, int]:
        return at(start), max(0, at(end) - at(start))

    inner = None if best is None or best_ends is None else piece(best[1], best_ends[0] + timedelta(days=1))
    sure = opens[1] < closes[0]  # else no day lies in it under every plausible due date: the widest days are said
    from_, to = (opens[1], closes[0]) if sure else (opens[0], closes[1])
    says = say("today.bar", from_.isoformat(), (to - timedelta(days=1)).isoformat(), on.isoformat())
    says = says if sure else say("today.widest", says)
    return Bar(piece(opens[0], closes[1]), piece(opens[1], closes[0]), inner, at(on), says)


def _pair(ends: list[str | None] | None) -> tuple[date, date] | None:
    if ends is None or ends[0] is None or ends[1] is None:
        return None
    return date.fromisoformat(ends[0]), date.fromisoformat(ends[1])
