"""A line of the safety net as it stands for one woman: on what was surely told, last, and on nothing unknown."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache

from fullterm.care.case.model import Declined
from fullterm.care.plan.done import decided_against, declined_by_her
from fullterm.care.plan.planned import Planned, when_done
from fullterm.care.plan.woman_on_day import WomanOnDay
from fullterm.care.protocol.model import Step
from fullterm.care.verdicts.held import holding
from fullterm.logic.evaluate import Reading, evaluate, truth
from fullterm.logic.facts import Facts
from fullterm.logic.nodes import Bool, leaves
from fullterm.logic.quantity import Span, weeks
from fullterm.vocabulary import findings
from fullterm.vocabulary.fact import VOCABULARY

LONGEST = weeks(45).amount
"""Days. Nobody is further along: a gestation beyond it says that the due date is wrong, or that an end was not told."""
OF_THE_BABY = ("alive", "fetal_compromise", "anomaly_scan", "babies_died", "fetuses")
DAILY = frozenset(name for name, fact in VOCABULARY.fields(None).items() if fact.lasts is not None)
"""The facts that change, and are told of a day: a suture or a death told long ago does not make a danger an old one."""


def net_line(woman: WomanOnDay, step: Step) -> Planned:
    """A line of the safety net: it stands when it was surely told, whatever else is unknown."""
    assert step.trigger is not None
    base = woman.base(step)
    facts = woman.last.facts if "gestation" in _names(step.trigger) else _dated(woman)
    reading = evaluate(step.trigger, facts)
    told = _told(woman, reading)
    if reading.value is not True or _barred(woman, step) or _outside(woman, step, told):
        done = None if reading.value is True else woman.done(step, called_for=False)
        return base if done is None else replace(base, state=when_done(step, done), done=done)
    stopped = woman.stopped_by(step)
    settled = {*stopped, *_over(woman)}
    # what was told today does not grow old beside what was told before
    asks = frozenset() if told == woman.known.on else _names(step.trigger) & woman.known.stale.keys()
    declined = decided_against(step, base.decided, woman.known.on) or _refused_today(woman, step)
    return replace(
        base,
        state="declined" if declined is not None and step.urgent else "open",
        declined=declined if step.urgent else None,
        trigger=(reading,),
        followed=woman.of_kind(step, "applies"),
        check_first=tuple(name for name in step.check if name not in settled and _unknown(woman, name)),
        stopped_by=stopped,
        instead=next((one for one in step.instead if truth(one.when, woman.last.facts) is True), None),
        last_told=told,
        asks=asks,
        certain=not asks,
        waits_for=woman.of_kind(step, "cannot_tell"),
    )


def _dated(woman: WomanOnDay) -> Facts:
    """What was told last, without a gestation nobody can have: her dating is in doubt then, not the danger."""
    values = woman.last.facts.values
    gestation = values.get("gestation")
    if not isinstance(gestation, Span) or gestation.low <= LONGEST:
        return woman.last.facts
    return Facts({name: value for name, value in values.items() if name != "gestation"}, woman.last.facts.lists)


def _told(woman: WomanOnDay, reading: Reading) -> date | None:
    """The newest day on which something by which a trigger is yes was told."""
    read = frozenset(holding(reading)) & DAILY
    days = [one.on for name, one in (*woman.known.sources.items(), *woman.known.stale.items()) if name in read]
    return max(days, default=None)


def _barred(woman: WomanOnDay, step: Step) -> bool:
    return step.unless is not None and truth(step.unless, woman.last.facts) is True


def _outside(woman: WomanOnDay, step: Step, told: date | None) -> bool:
    """Whether she was surely outside the limits on the day it was told: a line leaves by an answer, not by age."""
    if woman.pregnancy is None:
        return False
    gestation = woman.pregnancy.gestation(told or woman.known.on)
    if gestation.low > LONGEST:
        return False
    early = step.opens is not None and gestation.high < step.opens
    return early or (step.closes is not None and gestation.low >= step.closes)


def _refused_today(woman: WomanOnDay, step: Step) -> Declined | None:
    """Her refusal of an emergency, which holds for its day: one seen later is a new one."""
    refused = declined_by_her(step, woman.pregnancy, woman.known.on)
    return refused if refused is not None and refused.on == woman.known.on else None


def _unknown(woman: WomanOnDay, name: str) -> bool:
    value = woman.known.facts.values.get(name)
    return value is None or (isinstance(value, Span) and value.unknown)


def _over(woman: WomanOnDay) -> tuple[str, ...]:
    """What is not looked for any more once every baby is known to have died."""
    return OF_THE_BABY if truth(findings.every_baby_died, woman.last.facts) is True else ()


@cache
def _names(node: Bool) -> frozenset[str]:
    """The facts of the woman herself, not of a list, that a condition reads; who is spoken of (pregnant) is none."""
    return frozenset(leaf.name for leaf in leaves(node) if leaf.rows is None and leaf.name != "pregnant")
