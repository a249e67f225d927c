"""The plan: each step of the hospital's protocol for this woman, with its window and where it stands today.

A pure function of verdicts, protocol, record and day. Windows are counted in gestation and shown as days; a due date
is a span, so a window knows the days that lie inside it under every plausible due date from those under some. The lines
of the safety net stand on what was told, last and surely; what is not known never hides one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date

from fullterm.care.case.death import CONFIRMED, she_died
from fullterm.care.case.facts_on import Known, as_last_told, current_pregnancy
from fullterm.care.case.model import Case, Pregnancy
from fullterm.care.case.sutures import Suture, sutures
from fullterm.care.case.sutures import state as suture_state
from fullterm.care.plan.done import decided_against, declined_by_her, next_in_series, stays_whatever_is_decided
from fullterm.care.plan.her_day import day_unknown, on_her_day
from fullterm.care.plan.net_line import net_line
from fullterm.care.plan.planned import DONE, PRESSING, Planned, urgency, when_done
from fullterm.care.plan.woman_on_day import WomanOnDay
from fullterm.care.protocol.model import Protocol, Step
from fullterm.care.verdicts.held import holding
from fullterm.guidelines.verdict import Verdict
from fullterm.logic.evaluate import OR, Reading, Truth, evaluate
from fullterm.logic.nodes import Bool
from fullterm.logic.quantity import Span


def plan(protocol: Protocol, case: Case, known: Known, verdicts: Mapping[str, Verdict]) -> tuple[Planned, ...]:
    """Every step of the protocol as it stands for her, the most pressing first; where there are several sutures, a line
    for each.
    """
    last, held = as_last_told(known), sutures(case, known.on)
    woman = WomanOnDay(case, known, last, _current(case, known), verdicts, protocol.closing, held)
    if she_died(case, known.on):  # nothing is planned any more
        return tuple(woman.base(step) for step in protocol.steps)
    found: list[Planned] = []
    for step in protocol.steps:
        after = next((one for one in found if one.step.id == step.after), None)
        found += _lines(woman, step, after)
    stands = {one.step.trigger for one in found if one.urgent}
    return tuple(sorted((_beside(woman, one, stands) for one in found), key=urgency))


def _beside(woman: WomanOnDay, one: Planned, stands: set[Bool | None]) -> Planned:
    """A quiet line of the net gives way to an emergency that stands for the same told thing: not two orders at once."""
    quiet = one.step.net and not one.step.urgent and one.state == "open"
    return woman.base(one.step) if quiet and one.step.trigger in stands else one


def _current(case: Case, known: Known) -> Pregnancy | None:
    return current_pregnancy(case, known.on) if known.facts.values.get("pregnant") is True else None


def _lines(woman: WomanOnDay, step: Step, after: Planned | None) -> Iterator[Planned]:
    """The lines of one step: one, or one for each suture it is about."""
    if step.net:
        yield net_line(woman, step)
    elif step.custody is not None:
        yield from _of_sutures(woman, step, after)
    elif step.until_done:
        yield _until_done(woman, step, after)
    else:
        yield _planned(woman, step, after)


def _until_done(woman: WomanOnDay, step: Step, after: Planned | None) -> Planned:
    """What nothing but the deed takes off the list: where today cannot be told, it stands as it last stood, and what
    has to be asked again is named. A suture that is in stands while nobody knows whether she is pregnant.
    """
    today = _planned(woman, step, after)
    if today.state != "cannot_tell":
        return today
    aged = _planned(replace(woman, known=replace(woman.last, stale={})), step, after)
    if aged.state in PRESSING:
        days = [woman.known.stale[name].on for name in today.missing if name in woman.known.stale]
        return replace(aged, asks=today.missing, last_told=max(days, default=None), certain=False)
    if step.before_pregnancy and today.missing == {"pregnant"}:
        return replace(today, state="open", asks=today.missing, certain=False)
    return today


def _of_sutures(woman: WomanOnDay, step: Step, after: Planned | None) -> Iterator[Planned]:
    """A line for each suture in the state a step is about; the step itself, not for her, where there is none."""
    about = [one for one in woman.sutures if _is_about(step, one, woman.known.on)]
    if step.done_by == "removal" and step.custody == "to_remove":
        plain = _until_done(woman, step, after) if step.until_done else _planned(woman, step, after)
        if len(about) < 2 or plain.state in DONE:
            yield replace(plain, suture=about[0].id if about else "")
            return
    elif not about:
        yield woman.base(step)
        return
    for one in about:
        line = _standing(woman, step) if step.custody != "to_remove" else _planned(woman, step, after)
        yield replace(line, suture=one.id)


def _standing(woman: WomanOnDay, step: Step) -> Planned:
    return replace(woman.base(step), state="open")


def _planned(woman: WomanOnDay, step: Step, after: Planned | None) -> Planned:
    wanted, called_for, readings, followed, missing = _wanted(woman, step, after)
    step = on_her_day(next_in_series(step, woman.pregnancy, woman.known.on), woman.known.facts)
    base = replace(woman.base(step), trigger=readings, followed=followed, missing=missing)
    done = woman.done(step, called_for) if base.marked is None else base.marked.gestation
    if done is not None and (wanted is not False or step.done_by not in ("known", "nothing")):
        return replace(base, state=when_done(step, done), done=done, missing=frozenset())
    if wanted is False:
        return base
    ended = woman.ended(step)
    if ended in CONFIRMED:  # for the baby nothing is planned any more, whatever else is unknown
        return replace(base, state="not_for_her", stopped_by=(ended,), missing=frozenset())
    against = decided_against(step, base.decided, woman.known.on)
    if wanted is None and against is None:
        return replace(base, state="cannot_tell")
    declined = (declined_by_her(step, woman.pregnancy, woman.known.on) if wanted else None) or against
    if declined is not None and stays_whatever_is_decided(step):
        base, declined = replace(base, declined=declined), None
    if declined is not None:
        return replace(base, state="declined", declined=declined, missing=frozenset())
    if step.gives_way is not None and (instead := holding(evaluate(step.gives_way, woman.last.facts))):
        return replace(base, stopped_by=instead, missing=frozenset())
    state, certain = woman.in_time(step)
    stopped = woman.stopped_by(step) if state != "missed" else ()
    if stopped:
        return replace(base, state="stopped", stopped_by=stopped, missing=frozenset())
    if day_unknown(step):
        return replace(base, state="cannot_tell", missing=frozenset({step.at or ""}))
    if state == "cannot_tell":
        asked = "pregnant" if woman.known.facts.values.get("pregnant") is None else "gestation"
        return replace(base, state=state, missing=frozenset({asked}))
    first = woman.to_check(step) if state in ("open", "closing") else ()
    return replace(base, state=state, certain=certain, check_first=first)


def _wanted(
    woman: WomanOnDay, step: Step, after: Planned | None
) -> tuple[Truth, Truth, tuple[Reading, ...], tuple[Verdict, ...], frozenset[str]]:
    """Whether the step is for her (yes, no, or unknown with what would settle it), after `unless` and before it."""
    facts = woman.known.facts
    readings = tuple(evaluate(one, facts) for one in (step.when, step.unless) if one is not None)
    wanted: Truth = False
    missing: set[str] = set()
    if step.when is not None:
        reading = readings[0]
        assert not isinstance(reading.value, Span)
        wanted = reading.value
        missing |= reading.missing
    for verdict in woman.followed(step):
        answer: Truth = True if verdict.kind == "applies" else None if verdict.kind == "cannot_tell" else False
        wanted = OR[wanted, True if woman.but_for_exclusions(verdict) else answer]
        missing |= verdict.missing
    if (
        woman.pregnancy is not None
        and step.custody == "to_remove"
        and any(_is_about(step, one, woman.known.on) for one in woman.sutures)
    ):
        wanted = True  # it is in, of whatever kind: it is planned as one that has to come out
    if after is not None and wanted is not True:
        wanted = OR[wanted, _waits(after)]
        missing |= after.missing
    called_for = wanted
    if step.unless is not None and wanted is not False:
        barred = readings[-1]
        if barred.value is True:
            return False, called_for, readings, (), frozenset()
        if barred.value is None:
            wanted, missing = None, missing | barred.missing
    return (
        wanted,
        called_for,
        readings,
        woman.of_kind(step, "applies"),
        frozenset(() if wanted is not None else missing),
    )


def _is_about(step: Step, suture: Suture, on: date) -> bool:
    """Whether a suture is one a step has a line for."""
    state = suture_state(suture, on)
    match step.custody:
        case "to_remove":  # one of unknown kind is planned as one that has to come out
            return state == "in" and suture.route != "abdominal" and not suture.kept
        case "kind_unknown":
            return state in ("in", "may_be_in") and suture.route is None
        case "may_be_in":
            return state == "may_be_in"
        case _:
            return False


def _waits(after: Planned) -> Truth:
    """Whether a step that follows another has to be expected because the other is."""
    if after.state in ("not_yet_due", "open", "closing"):
        return True
    return None if after.state == "cannot_tell" else False
