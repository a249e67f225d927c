"""The plan: each step of the hospital's protocol for this woman, with its window and where it stands today.

A pure function of verdicts, protocol, record and day. Windows are counted in gestation and shown as days; a due date
is a span, so a window knows the days that lie inside it under every plausible due date from those under some.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal, TypeAlias

from fullterm.care.case import Case, Cerclage, Dating, Declined, Pregnancy, StepDecided, StepDone
from fullterm.care.case_fields import PREGNANCY_FACTS
from fullterm.care.known import Known, current_pregnancy, suture_in_place
from fullterm.care.protocol import Protocol, Step
from fullterm.guidelines.verdict import Verdict
from fullterm.logic.evaluate import OR, Reading, Truth, evaluate
from fullterm.logic.facts import Value
from fullterm.logic.quantity import HIGHEST, LOWEST, Span, exactly

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

SOME_DAY = Span(LOWEST, HIGHEST)
"""Done, and nobody told when."""
INDICATED = {"history": "history_cerclage", "ultrasound": "ultrasound_cerclage", "examination": "rescue_cerclage"}
"""The treatment a suture was, by its indication."""


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
    `done`: the gestation it was done at. `missing`: what would settle "cannot tell". `check_first`: what would stop
    it and is not known today. `marked`: the entry that says it was done, where nothing else records it. `decided`:
    what the doctor signed of it in this pregnancy.
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
    check_first: frozenset[str] = frozenset()
    declined: Declined | None = None
    marked: StepDone | None = None
    decided: StepDecided | None = None


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
    wanted, called_for, readings, followed, missing = _wanted(step, after, known, verdicts)
    step = _next_in_series(step, pregnancy, known.on)
    base = Planned(
        step, "not_for_her", True,
        _ends(step.opens, dating),
        None if step.best is None else (_must(step.best[0], dating), _must(step.best[1], dating)),
        _ends(step.closes, dating),
        readings, followed, missing, marked=_marked(step, case, pregnancy, known.on),
        decided=_decided(step, case, pregnancy, known.on),
    )  # fmt: skip
    done = _done(step, called_for, case, pregnancy, known, verdicts) if base.marked is None else base.marked.gestation
    if done is not None and (wanted is not False or step.done_by not in ("known", "nothing")):
        late = step.closes is not None and done.low != LOWEST and done.low >= step.closes
        return replace(base, state="done_late" if late else "done_in_window", done=done, missing=frozenset())
    if wanted is False:
        return replace(base, state="not_for_her")
    against = _decided_against(step, base.decided, known.on)
    if wanted is None and against is None:
        return replace(base, state="cannot_tell")
    declined = (_declined(step, pregnancy, known.on) if wanted else None) or against
    if declined is not None:
        return replace(base, state="declined", declined=declined, missing=frozenset())
    stopped = None if step.stops is None else evaluate(step.stops, known.facts)
    if stopped is not None and stopped.value is True:
        return replace(base, trigger=(*readings, stopped))
    state, certain = _in_time(step, protocol.closing, known)
    if state == "cannot_tell":
        asked = "pregnant" if known.facts.values.get("pregnant") is None else "gestation"
        return replace(base, state=state, missing=frozenset({asked}))
    first = stopped.missing if stopped is not None and state in ("open", "closing") else frozenset[str]()
    return replace(base, state=state, certain=certain, check_first=first)


def _current(case: Case, known: Known) -> Pregnancy | None:
    return current_pregnancy(case, known.on) if known.facts.values.get("pregnant") is True else None


def _wanted(
    step: Step, after: Planned | None, known: Known, verdicts: Mapping[str, Verdict]
) -> tuple[Truth, Truth, tuple[Reading, ...], tuple[Verdict, ...], frozenset[str]]:
    """Whether the step is for her: yes, no, or unknown with what would settle it; and so before `unless` is read."""
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
    called_for = wanted
    if step.unless is not None and wanted is not False:
        barred = readings[-1]
        if barred.value is True:
            return False, called_for, readings, followed, frozenset()
        if barred.value is None:
            wanted, missing = None, missing | barred.missing
    applying = tuple(v for v in followed if v.kind == "applies")
    return wanted, called_for, readings, applying, frozenset(() if wanted is not None else missing)


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
    done = [gestation.high for gestation in _scanned(pregnancy, on)]
    turn = max([step.opens, *(gestation + step.every for gestation in done)])
    if step.closes is not None and turn >= step.closes:
        return step
    return replace(step, opens=turn, best=(turn, turn + step.every - 1))


def _scanned(pregnancy: Pregnancy | None, on: date) -> list[Span]:
    """The gestations of the scans so far; one that nobody can place moves no turn."""
    scans = pregnancy.scans if pregnancy is not None else ()
    return [one.gestation for one in scans if one.on.low <= on.toordinal() and one.gestation.high != HIGHEST]


def _done(
    step: Step,
    called_for: Truth,
    case: Case,
    pregnancy: Pregnancy | None,
    known: Known,
    verdicts: Mapping[str, Verdict],
) -> Span | None:
    """The gestation the step was done at; `SOME_DAY` when only that it was done is known."""
    match step.done_by:
        case "cerclage" | "abdominal cerclage":
            abdominal = step.done_by == "abdominal cerclage"
            placed = [one for one in _placed(case, pregnancy, known.on) if (one.suture == "abdominal") is abdominal]
            fitting = [one for one in placed if abdominal or _meant(step, one, called_for, verdicts)]
            return fitting[-1].gestation if fitting else None
        case "removal":
            removals = pregnancy.removals if pregnancy is not None else ()
            out = [one for one in removals if one.on.low <= known.on.toordinal()]
            again = suture_in_place(case, pregnancy, known.on) is not None  # placed anew: it has to come out again
            not_meant = step.urgent and called_for is False
            return out[-1].gestation if out and not again and not not_meant else None
        case "scan":
            last = _scanned(pregnancy, known.on)
            finished = step.closes is not None and step.every is not None and step.opens is not None
            turn = max((one.high for one in last), default=LOWEST) + (step.every or 0)
            return last[-1] if last and finished and turn >= (step.closes or 0) else None
        case "known":
            told = {name: known.facts.values.get(name) for name in step.known}
            return SOME_DAY if told and all(_settles(name, value) for name, value in told.items()) else None
        case _:
            return None


def _placed(case: Case, pregnancy: Pregnancy | None, on: date) -> list[Cerclage]:
    """The sutures of this pregnancy so far; one from before it only while it is still in place."""
    own = [one for one in (pregnancy.cerclages if pregnancy is not None else ()) if one.on.low <= on.toordinal()]
    before = suture_in_place(case, None, on)
    return own if before is None else [before, *own]


def _meant(step: Step, placed: Cerclage, called_for: Truth, verdicts: Mapping[str, Verdict]) -> bool:
    """Whether a suture was this step: by its indication, where both name one; else when the step was surely for her."""
    named = (*step.follows, *(one.advice for one in step.departs))
    of_step = {one.id for key in named if key in verdicts for one in verdicts[key].recommendation.advice.treatments}
    if placed.indication is not None and of_step & set(INDICATED.values()):
        return INDICATED.get(placed.indication) in of_step
    return called_for is True


def _settles(name: str, value: Value | None) -> bool:
    """Whether a fact says the step was done. A finding does either way; "no" to a scan or a treatment does not."""
    return value is not None and not (value is False and name in PREGNANCY_FACTS)


def _declined(step: Step, pregnancy: Pregnancy | None, on: date) -> Declined | None:
    told = pregnancy.declined if pregnancy is not None else ()
    return next((one for one in reversed(told) if one.step == step.id and one.on <= on), None)


def _marked(step: Step, case: Case, pregnancy: Pregnancy | None, on: date) -> StepDone | None:
    """That a step was marked done: in this pregnancy, or before it since the last one ended."""
    told = (*case.done, *(pregnancy.done if pregnancy is not None else ()))
    marks = (one for one in reversed(told) if one.step == step.id and one.on <= on)
    return next(marks, None) if step.done_by == "nothing" else None


def _decided(step: Step, case: Case, pregnancy: Pregnancy | None, on: date) -> StepDecided | None:
    """What the doctor signed of a step: in this pregnancy, or since the last one ended while there is none."""
    told = case.decided if pregnancy is None else pregnancy.decided
    return next((one for one in reversed(told) if one.step == step.id and one.on <= on), None)


def stays_whatever_is_decided(step: Step) -> bool:
    """Whether no decision of the doctor takes a step off the list: a suture stays on it until it is out."""
    return step.until_done or step.done_by == "removal"


def _decided_against(step: Step, decided: StepDecided | None, on: date) -> Declined | None:
    """The doctor's decision against a step, as far as it takes the step off the list.

    No decision takes a suture out. An emergency declined is declined for that day: one seen later is a new one.
    """
    if decided is None or decided.choice != "declined" or stays_whatever_is_decided(step):
        return None
    if step.urgent and decided.on != on:
        return None
    return Declined(step.id, decided.on, decided.reason, "doctor")


def _in_time(step: Step, closing: int, known: Known) -> tuple[State, bool]:
    """Where a wanted step stands against its window, and whether every plausible due date says so."""
    pregnant = known.facts.values.get("pregnant")
    if step.before_pregnancy and pregnant is not True:
        return "open", pregnant is False
    if pregnant is None:
        return "cannot_tell", True
    if pregnant is False:
        return "not_yet_due", True
    gestation = known.facts.values.get("gestation")
    if not isinstance(gestation, Span):
        return ("open", False) if step.opens is None and step.closes is None else ("cannot_tell", True)
    # between the two ends the step may pass through every state of its window
    turns = [step.opens, step.closes] if step.closes is None else [step.opens, step.closes - closing, step.closes]
    days = (gestation.low, *(turn for turn in turns if turn is not None and gestation.low < turn <= gestation.high))
    states = {_at(step, closing, day) for day in days}
    # under some due dates it has already moved on: the more pressing reading is the safe one to show
    pressing: tuple[State, ...] = ("closing", "open", "missed", "not_yet_due")
    return min(states, key=pressing.index), len(states) == 1


def _at(step: Step, closing: int, gestation: int) -> State:
    if step.opens is not None and gestation < step.opens:
        return "not_yet_due"
    if step.closes is None:
        return "open"
    if gestation >= step.closes:
        return "missed"
    return "closing" if step.closes - gestation <= closing else "open"
