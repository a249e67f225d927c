"""What of a step has been done, declined or decided: read from the record, never guessed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from fullterm.care.case.facts_on import Known
from fullterm.care.case.fields import PREGNANCY_FACTS
from fullterm.care.case.model import Case, Cerclage, Declined, Pregnancy, StepDecided, StepDone
from fullterm.care.case.sutures import standing
from fullterm.care.plan.her_day import the_one_scan, was_this_removal
from fullterm.care.protocol.model import Step
from fullterm.guidelines.verdict import Verdict
from fullterm.logic.evaluate import Truth
from fullterm.logic.facts import Value
from fullterm.logic.quantity import HIGHEST, LOWEST, Span

SOME_DAY = Span(LOWEST, HIGHEST)
"""Done, and nobody told when."""
INDICATED = {"history": "history_cerclage", "ultrasound": "ultrasound_cerclage", "examination": "rescue_cerclage"}
"""The treatment a suture was, by its indication."""


def next_in_series(step: Step, pregnancy: Pregnancy | None, on: date) -> Step:
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


def done_at(
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
            again = any(one.route != "abdominal" for one in standing(case, known.on))  # one more has to come out
            not_meant = step.urgent and called_for is False
            if not out or again or not_meant or not was_this_removal(step, out[-1].gestation, known.facts):
                return None
            return out[-1].gestation
        case "scan":
            last = _scanned(pregnancy, known.on)
            if step.every is None:
                return None if called_for is False else the_one_scan(step, last)
            finished = step.closes is not None and step.opens is not None
            turn = max((one.high for one in last), default=LOWEST) + step.every
            return last[-1] if last and finished and turn >= (step.closes or 0) else None
        case "known":
            told = {name: known.facts.values.get(name) for name in step.known}
            return SOME_DAY if told and all(_settles(name, value) for name, value in told.items()) else None
        case _:
            return None


def _placed(case: Case, pregnancy: Pregnancy | None, on: date) -> list[Cerclage]:
    """The sutures of this pregnancy so far; an abdominal one from before it while it may still be in place."""
    own = [one for one in (pregnancy.cerclages if pregnancy is not None else ()) if one.on.low <= on.toordinal()]
    before = [one.cerclage() for one in standing(case, on) if one.route == "abdominal" and one.origin == "placed"]
    return [*(one for one in before if all(one.on != other.on for other in own)), *own]


def _meant(step: Step, placed: Cerclage, called_for: Truth, verdicts: Mapping[str, Verdict]) -> bool:
    """Whether a suture was this step: by its indication, where both name one; else when the step was surely for her."""
    named = (*step.follows, *(one.advice for one in step.departs))
    advised = [verdicts[key].recommendation.advice for key in named if key in verdicts]
    of_step = {one.id for advice in advised if advice.kind in ("offer", "consider") for one in advice.treatments}
    if placed.indication is not None and of_step & set(INDICATED.values()):
        return INDICATED.get(placed.indication) in of_step
    return called_for is True


def _settles(name: str, value: Value | None) -> bool:
    """Whether a fact says the step was done. A finding does either way; "no" to a scan or a treatment does not."""
    return value is not None and not (value is False and name in PREGNANCY_FACTS)


def declined_by_her(step: Step, pregnancy: Pregnancy | None, on: date) -> Declined | None:
    """Her newest refusal of a step in this pregnancy, by a day."""
    told = pregnancy.declined if pregnancy is not None else ()
    return next((one for one in reversed(told) if one.step == step.id and one.on <= on), None)


def marked_done(step: Step, case: Case, pregnancy: Pregnancy | None, on: date) -> StepDone | None:
    """That a step was marked done: in this pregnancy, or before it since the last one ended."""
    told = (*case.done, *(pregnancy.done if pregnancy is not None else ()))
    marks = (one for one in reversed(told) if one.step == step.id and one.on <= on)
    return next(marks, None) if step.done_by == "nothing" else None


def decided_of(step: Step, case: Case, pregnancy: Pregnancy | None, on: date) -> StepDecided | None:
    """What the doctor signed of a step: in this pregnancy, or since the last one ended while there is none."""
    told = case.decided if pregnancy is None else pregnancy.decided
    return next((one for one in reversed(told) if one.step == step.id and one.on <= on), None)


def stays_whatever_is_decided(step: Step) -> bool:
    """Whether no decision of the doctor, nor her refusal, takes it off the list: a suture stays until it is out."""
    return step.until_done or step.done_by == "removal"


def decided_against(step: Step, decided: StepDecided | None, on: date) -> Declined | None:
    """The doctor's decision against a step, as far as it takes the step off the list.

    No decision takes a suture out. An emergency declined is declined for that day: one seen later is a new one.
    """
    if decided is None or decided.choice != "declined" or stays_whatever_is_decided(step):
        return None
    if step.urgent and decided.on != on:
        return None
    return Declined(step.id, decided.on, decided.reason, "doctor")
