"""The plan: each step of the hospital's protocol for this woman, with its window and where it stands today.

A pure function of verdicts, protocol, record and day. Windows are counted in gestation and shown as days; a due date
is a span, so a window knows the days that lie inside it under every plausible due date from those under some.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal, TypeAlias

from fullterm.care.case import Case, Dating, Declined, Pregnancy
from fullterm.care.known import Known
from fullterm.care.protocol import Protocol, Step
from fullterm.guidelines.verdict import Verdict
from fullterm.logic.evaluate import OR, Reading, Truth, evaluate
from fullterm.logic.quantity import LOWEST, Span, exactly

State: TypeAlias = Literal[
    "not_for_her",
    "cannot_tell",
    "not_yet_due",
    "open",
    "closing",
    "done_in_window",
    "done_late",
    "missed",
    "declined",
]
STATES: tuple[State, ...] = (
    "not_for_her", "cannot_tell", "not_yet_due", "open", "closing", "done_in_window", "done_late", "missed", "declined",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Ends:
    """One end of a window: its gestation (days), and the earliest and latest day it may fall on (ordinals)."""

    gestation: int
    days: Span | None

    def every(self, *, opening: bool) -> date | None:
        """The day from which (opening) or before which (closing) it holds under every plausible due date."""
        if self.days is None or self.days.low == LOWEST:
            return None
        return date.fromordinal(self.days.high if opening else self.days.low)


@dataclass(frozen=True, slots=True)
class Planned:
    """One step for one woman on one day.

    `certain`: the state is the same under every plausible due date. `followed`: the verdicts that brought the step in.
    `done`: the gestation it was done at. `missing`: what would settle "cannot tell".
    """

    step: Step
    state: State
    certain: bool
    opens: Ends | None
    best: tuple[Ends, Ends] | None
    closes: Ends | None
    trigger: tuple[Reading, ...]
    followed: tuple[Verdict, ...]
    missing: frozenset[str]
    done: Span | None = None
    declined: Declined | None = None


def plan(protocol: Protocol, case: Case, known: Known, verdicts: Mapping[str, Verdict]) -> tuple[Planned, ...]:
    """Every step of the protocol as it stands for her, the most pressing first."""
    found: dict[str, Planned] = {}
    for step in protocol.steps:
        after = found.get(step.after) if step.after is not None else None
        found[step.id] = _planned(step, after, protocol, case, known, verdicts)
    return tuple(sorted(found.values(), key=urgency))


def urgency(one: Planned) -> int:
    """Where a step stands on the page: emergencies, then what closes, is missed and still wanted, is open, is next."""
    if one.step.urgent and one.state in ("open", "closing"):
        return 0
    if one.step.until_done and one.state in ("open", "closing", "missed"):
        return 1
    order: tuple[State, ...] = (
        "closing", "open", "cannot_tell", "not_yet_due", "missed",
        "declined", "done_late", "done_in_window", "not_for_her",
    )  # fmt: skip
    return 2 + order.index(one.state)


def _planned(
    step: Step, after: Planned | None, protocol: Protocol, case: Case, known: Known, verdicts: Mapping[str, Verdict]
) -> Planned:
    pregnancy = _current(case, known)
    dating = pregnancy.dating if pregnancy is not None else None
    wanted, readings, followed, missing = _wanted(step, after, known, verdicts)
    step = _next_in_series(step, pregnancy, known.on)
    base = Planned(
        step, "not_for_her", True,
        _ends(step.opens, dating),
        None if step.best is None else (_must(step.best[0], dating), _must(step.best[1], dating)),
        _ends(step.closes, dating),
        readings, followed, missing,
    )  # fmt: skip
    done = _done(step, case, pregnancy, known)
    if done is not None and (wanted is not False or step.done_by != "known"):
        late = step.closes is not None and done.low != LOWEST and done.low >= step.closes
        return replace(base, state="done_late" if late else "done_in_window", done=done, missing=frozenset())
    if wanted is not True:
        return replace(base, state="not_for_her" if wanted is False else "cannot_tell")
    declined = _declined(step, pregnancy)
    if declined is not None:
        return replace(base, state="declined", declined=declined)
    state, certain = _in_time(step, protocol.closing, known)
    return replace(base, state=state, certain=certain)


def _current(case: Case, known: Known) -> Pregnancy | None:
    return case.pregnancy if known.facts.values.get("pregnant") is True else None


def _wanted(
    step: Step, after: Planned | None, known: Known, verdicts: Mapping[str, Verdict]
) -> tuple[Truth, tuple[Reading, ...], tuple[Verdict, ...], frozenset[str]]:
    """Whether the step is for her: yes, no, or unknown with what would settle it."""
    readings = tuple(evaluate(one, known.facts) for one in (step.when, step.unless) if one is not None)
    followed = tuple(verdicts[key] for key in step.follows if key in verdicts)
    wanted: Truth = False
    missing: set[str] = set()
    if step.when is not None:
        reading = readings[0]
        assert not isinstance(reading.value, Span)
        wanted = reading.value
        missing |= reading.missing
    for verdict in followed:
        answer: Truth = True if verdict.kind == "applies" else None if verdict.kind == "cannot_tell" else False
        wanted = OR[wanted, answer]
        missing |= verdict.missing
    if after is not None and wanted is not True:
        wanted = OR[wanted, _waits(after)]
        missing |= after.missing
    if step.unless is not None and wanted is not False:
        barred = readings[-1]
        if barred.value is True:
            return False, readings, followed, frozenset()
        if barred.value is None:
            wanted, missing = None, missing | barred.missing
    settled = wanted is not None
    return wanted, readings, tuple(v for v in followed if v.kind == "applies"), frozenset(() if settled else missing)


def _waits(after: Planned) -> Truth:
    """Whether a step that follows another has to be expected because the other is."""
    if after.state in ("not_yet_due", "open", "closing"):
        return True
    return None if after.state == "cannot_tell" else False


def _ends(gestation: int | None, dating: Dating | None) -> Ends | None:
    return None if gestation is None else _must(gestation, dating)


def _must(gestation: int, dating: Dating | None) -> Ends:
    return Ends(gestation, None if dating is None else dating.days(exactly(gestation)))


def _next_in_series(step: Step, pregnancy: Pregnancy | None, on: date) -> Step:
    """A repeated step shows its next turn: `every` days after the last one done."""
    if step.every is None or step.opens is None or pregnancy is None:
        return step
    done = [one.gestation.high for one in pregnancy.scans if one.on.low <= on.toordinal()]
    turn = max([step.opens, *(gestation + step.every for gestation in done)])
    if step.closes is not None and turn >= step.closes:
        return step
    return replace(step, opens=turn, best=(turn, turn + step.every - 1))


def _done(step: Step, case: Case, pregnancy: Pregnancy | None, known: Known) -> Span | None:
    """The gestation the step was done at; `Span` open on both sides when only that it was done is known."""
    match step.done_by:
        case "cerclage" | "abdominal cerclage":
            abdominal = step.done_by == "abdominal cerclage"
            own = pregnancy.cerclages if pregnancy is not None else ()
            placed = [one for one in (*case.cerclages, *own) if one.on.low <= known.on.toordinal()]
            fitting = [one for one in placed if (one.suture == "abdominal") is abdominal]
            return fitting[-1].gestation if fitting else None
        case "removal":
            removals = pregnancy.removals if pregnancy is not None else ()
            out = [one for one in removals if one.on.low <= known.on.toordinal()]
            return out[-1].gestation if out else None
        case "scan":
            last = [one.gestation for one in pregnancy.scans] if pregnancy is not None else []
            finished = step.closes is not None and step.every is not None and step.opens is not None
            turn = max((one.high for one in last), default=LOWEST) + (step.every or 0)
            return last[-1] if last and finished and turn >= (step.closes or 0) else None
        case "known":
            known_all = all(name in known.facts.values for name in step.known)
            return Span(LOWEST, -LOWEST) if step.known and known_all else None
        case _:
            return None


def _declined(step: Step, pregnancy: Pregnancy | None) -> Declined | None:
    told = [one for one in (pregnancy.declined if pregnancy is not None else ()) if one.step == step.id]
    return told[-1] if told else None


def _in_time(step: Step, closing: int, known: Known) -> tuple[State, bool]:
    """Where a wanted step stands against its window, and whether every plausible due date says so."""
    pregnant = known.facts.values.get("pregnant")
    if step.before_pregnancy and pregnant is not True:
        return "open", pregnant is False
    if pregnant is not True:
        return "not_yet_due", True
    gestation = known.facts.values.get("gestation")
    if not isinstance(gestation, Span):
        return ("open", False) if step.opens is None and step.closes is None else ("cannot_tell", True)
    early, late = (_at(step, closing, end) for end in gestation)
    if early == late:
        return late, True
    # under some due dates it has already moved on: the more pressing reading is the safe one to show
    pressing: tuple[State, ...] = ("closing", "open", "missed", "not_yet_due")
    return min((early, late), key=pressing.index), False


def _at(step: Step, closing: int, gestation: int) -> State:
    if step.opens is not None and gestation < step.opens:
        return "not_yet_due"
    if step.closes is None:
        return "open"
    if gestation >= step.closes:
        return "missed"
    return "closing" if step.closes - gestation <= closing else "open"
