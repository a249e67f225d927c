"""The plan: each step of the hospital's protocol for this woman, with its window and where it stands today.

A pure function of verdicts, protocol, record and day. Windows are counted in gestation and shown as days; a due date
is a span, so a window knows the days that lie inside it under every plausible due date from those under some. The lines
of the safety net stand on what was told, last and surely; what is not known never hides one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from fullterm.care.case import Case, Declined, Pregnancy
from fullterm.care.death import CONFIRMED, no_offer, she_died
from fullterm.care.done import decided_against, decided_of, declined_by_her, done_at, marked_done, next_in_series
from fullterm.care.held import holding
from fullterm.care.her_day import day_unknown, on_her_day
from fullterm.care.known import Known, as_last_told, current_pregnancy
from fullterm.care.planned import DONE, Planned, State, urgency
from fullterm.care.protocol import Protocol, Step
from fullterm.care.sutures import Suture, sutures
from fullterm.care.sutures import state as suture_state
from fullterm.care.window import InTime, ends_at, in_time
from fullterm.guidelines.verdict import Verdict, VerdictKind
from fullterm.logic.evaluate import OR, Reading, Truth, evaluate, truth
from fullterm.logic.facts import Facts
from fullterm.logic.nodes import Bool, leaves
from fullterm.logic.quantity import LOWEST, Span, weeks
from fullterm.vocabulary.fact import VOCABULARY

LONGEST = weeks(45).amount
"""Days. Nobody is further along: a gestation beyond it says that the due date is wrong, or that an end was not told."""
DAILY = frozenset(name for name, fact in VOCABULARY.fields(None).items() if fact.lasts is not None)
"""The facts that change, and are told of a day: a suture or a death told long ago does not make a danger an old one."""


def plan(protocol: Protocol, case: Case, known: Known, verdicts: Mapping[str, Verdict]) -> tuple[Planned, ...]:
    """Every step of the protocol as it stands for her, the most pressing first; where there are several sutures, a line
    for each.
    """
    woman = _Woman(case, known, as_last_told(known), _current(case, known), verdicts, protocol.closing)
    if she_died(case, known.on):  # nothing is planned any more
        return tuple(woman.base(step) for step in protocol.steps)
    found: list[Planned] = []
    for step in protocol.steps:
        after = next((one for one in found if one.step.id == step.after), None)
        found += woman.lines(step, after)
    return tuple(sorted(found, key=urgency))


def _current(case: Case, known: Known) -> Pregnancy | None:
    return current_pregnancy(case, known.on) if known.facts.values.get("pregnant") is True else None


@dataclass(frozen=True, slots=True)
class _Woman:
    """One woman on one day, as every step of her plan reads her. `last`: as last told, with nothing grown old."""

    case: Case
    known: Known
    last: Known
    pregnancy: Pregnancy | None
    verdicts: Mapping[str, Verdict]
    closing: int

    def lines(self, step: Step, after: Planned | None) -> Iterator[Planned]:
        """The lines of one step: one, or one for each suture it is about."""
        if step.net:
            yield self._net_line(step)
        elif step.custody is not None:
            yield from self._of_sutures(step, after)
        else:
            yield self._planned(step, after)

    # -- the safety net

    def _net_line(self, step: Step) -> Planned:
        """A line of the safety net: it stands when it was surely told, whatever else is unknown."""
        assert step.trigger is not None
        base = self.base(step)
        facts = self.last.facts if "gestation" in _names(step.trigger) else self._dated
        reading = evaluate(step.trigger, facts)
        told = self._told(reading)
        if reading.value is not True or self._barred(step) or self._outside(step, told):
            done = None if reading.value is True else self._done(step, called_for=False)
            return base if done is None else replace(base, state=_when_done(step, done), done=done)
        stopped = self._stopped_by(step)
        today = truth(step.trigger, self.known.facts) is True  # what was told today by itself does not grow old
        asks = frozenset() if today else _names(step.trigger) & self.known.stale.keys()
        declined = decided_against(step, base.decided, self.known.on) or self._refused_today(step)
        return replace(
            base,
            state="declined" if declined is not None and step.urgent else "open",
            declined=declined if step.urgent else None,
            trigger=(reading,),
            followed=self._of_kind(step, "applies"),
            check_first=tuple(name for name in step.check if name not in stopped and self._unknown(name)),
            stopped_by=stopped,
            instead=next((one for one in step.instead if truth(one.when, facts) is True), None),
            last_told=told,
            asks=asks,
            certain=not asks,
            waits_for=self._of_kind(step, "cannot_tell"),
        )

    @property
    def _dated(self) -> Facts:
        """What was told last, without a gestation nobody can have: her dating is in doubt then, not the danger."""
        values = self.last.facts.values
        gestation = values.get("gestation")
        if not isinstance(gestation, Span) or gestation.low <= LONGEST:
            return self.last.facts
        return Facts({name: value for name, value in values.items() if name != "gestation"}, self.last.facts.lists)

    def _told(self, reading: Reading) -> date | None:
        """The newest day on which something by which a trigger is yes was told."""
        read = frozenset(holding(reading)) & DAILY
        days = [one.on for name, one in (*self.known.sources.items(), *self.known.stale.items()) if name in read]
        return max(days, default=None)

    def _barred(self, step: Step) -> bool:
        return step.unless is not None and truth(step.unless, self.last.facts) is True

    def _outside(self, step: Step, told: date | None) -> bool:
        """Whether she was surely outside the limits on the day it was told: a line leaves by an answer, not by age."""
        if self.pregnancy is None:
            return False
        gestation = self.pregnancy.gestation(told or self.known.on)
        if gestation.low > LONGEST:
            return False
        early = step.opens is not None and gestation.high < step.opens
        return early or (step.closes is not None and gestation.low >= step.closes)

    def _refused_today(self, step: Step) -> Declined | None:
        """Her refusal of an emergency, which holds for its day: one seen later is a new one."""
        refused = declined_by_her(step, self.pregnancy, self.known.on)
        return refused if refused is not None and refused.on == self.known.on else None

    def _unknown(self, name: str) -> bool:
        value = self.known.facts.values.get(name)
        return value is None or (isinstance(value, Span) and value.unknown)

    def _of_kind(self, step: Step, kind: VerdictKind) -> tuple[Verdict, ...]:
        """The verdicts of one kind among the advice a step follows."""
        return tuple(one for one in self._followed(step) if one.kind == kind)

    def _followed(self, step: Step) -> Iterator[Verdict]:
        return (self.verdicts[key] for key in step.follows if key in self.verdicts)

    def _but_for_exclusions(self, verdict: Verdict) -> bool:
        """Whether advice is surely called for, and only what it excludes is so, or is not known: she is then not one
        for whom it is not meant, but one in whom it is stopped, or checked first.
        """
        one = verdict.recommendation
        if one.unless is None or verdict.kind not in ("does_not_apply", "cannot_tell"):
            return False
        return truth(one.women, self.known.facts) is True and truth(one.when, self.known.facts) is True

    # -- sutures

    def _of_sutures(self, step: Step, after: Planned | None) -> Iterator[Planned]:
        """A line for each suture in the state a step is about; the step itself, not for her, where there is none."""
        about = [one for one in sutures(self.case, self.known.on) if _is_about(step, one, self.known.on)]
        if step.done_by == "removal" and step.custody == "to_remove":
            plain = self._planned(step, after)
            if len(about) < 2 or plain.state in DONE:
                yield replace(plain, suture=about[0].id if about else "")
                return
        elif not about:
            yield self.base(step)
            return
        for one in about:
            line = self._standing(step) if step.custody != "to_remove" else self._planned(step, after)
            yield replace(line, suture=one.id)

    def _standing(self, step: Step) -> Planned:
        return replace(self.base(step), state="open")

    # -- the hospital's own steps

    def base(self, step: Step) -> Planned:
        """A step that is not for her, with its window."""
        dating = self.pregnancy.dating if self.pregnancy is not None else None
        best = step.best
        return Planned(
            step, "not_for_her", True,
            None if step.opens is None else ends_at(step.opens, dating),
            None if best is None else (ends_at(best[0], dating), ends_at(best[1], dating)),
            None if step.closes is None else ends_at(step.closes, dating),
            (), (), frozenset(),
            marked=marked_done(step, self.case, self.pregnancy, self.known.on),
            decided=decided_of(step, self.case, self.pregnancy, self.known.on),
        )  # fmt: skip

    def _planned(self, step: Step, after: Planned | None) -> Planned:
        wanted, called_for, readings, followed, missing = self._wanted(step, after)
        step = on_her_day(next_in_series(step, self.pregnancy, self.known.on), self.known.facts)
        base = replace(self.base(step), trigger=readings, followed=followed, missing=missing)
        done = self._done(step, called_for) if base.marked is None else base.marked.gestation
        if done is not None and (wanted is not False or step.done_by not in ("known", "nothing")):
            return replace(base, state=_when_done(step, done), done=done, missing=frozenset())
        if wanted is False:
            return base
        ended = self._ended(step)
        if ended in CONFIRMED:  # for the baby nothing is planned any more, whatever else is unknown
            return replace(base, state="not_for_her", stopped_by=(ended,), missing=frozenset())
        against = decided_against(step, base.decided, self.known.on)
        if wanted is None and against is None:
            return replace(base, state="cannot_tell")
        declined = (declined_by_her(step, self.pregnancy, self.known.on) if wanted else None) or against
        if declined is not None:
            return replace(base, state="declined", declined=declined, missing=frozenset())
        if step.gives_way is not None and (instead := holding(evaluate(step.gives_way, self.last.facts))):
            return replace(base, stopped_by=instead, missing=frozenset())
        state, certain = self._in_time(step)
        stopped = self._stopped_by(step) if state != "missed" else ()
        if stopped:
            return replace(base, state="stopped", stopped_by=stopped, missing=frozenset())
        if day_unknown(step):
            return replace(base, state="cannot_tell", missing=frozenset({step.at or ""}))
        if state == "cannot_tell":
            asked = "pregnant" if self.known.facts.values.get("pregnant") is None else "gestation"
            return replace(base, state=state, missing=frozenset({asked}))
        first = self._to_check(step) if state in ("open", "closing") else ()
        return replace(base, state=state, certain=certain, check_first=first)

    def _wanted(
        self, step: Step, after: Planned | None
    ) -> tuple[Truth, Truth, tuple[Reading, ...], tuple[Verdict, ...], frozenset[str]]:
        """Whether the step is for her (yes, no, or unknown with what would settle it), after `unless` and before it."""
        facts = self.known.facts
        readings = tuple(evaluate(one, facts) for one in (step.when, step.unless) if one is not None)
        wanted: Truth = False
        missing: set[str] = set()
        if step.when is not None:
            reading = readings[0]
            assert not isinstance(reading.value, Span)
            wanted = reading.value
            missing |= reading.missing
        for verdict in self._followed(step):
            answer: Truth = True if verdict.kind == "applies" else None if verdict.kind == "cannot_tell" else False
            wanted = OR[wanted, True if self._but_for_exclusions(verdict) else answer]
            missing |= verdict.missing
        if step.custody == "to_remove" and any(_is_about(step, one, self.known.on) for one in self._sutures()):
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
            self._of_kind(step, "applies"),
            frozenset(() if wanted is not None else missing),
        )

    def _sutures(self) -> tuple[Suture, ...]:
        return sutures(self.case, self.known.on)

    def _stopped_by(self, step: Step) -> tuple[str, ...]:
        """What surely stops a step, as last told: what nothing can be offered for any more, then what forbids it."""
        dead = self._ended(step)
        stops = () if step.stops is None else holding(evaluate(step.stops, self.last.facts))
        excluded = [name for one in self._excluding(step) for name in holding(evaluate(one, self.last.facts))]
        return tuple(dict.fromkeys((*(() if dead is None else (dead,)), *stops, *excluded)))

    def _ended(self, step: Step) -> str | None:
        """By which fact a step that serves the baby has ended; what is owed to the woman never has."""
        return None if step.for_woman or self.pregnancy is None else no_offer(self.last.facts)

    def _to_check(self, step: Step) -> tuple[str, ...]:
        """What would stop it and is not known today."""
        own = (one for one in (step.stops, step.gives_way) if one is not None)
        found = (*own, *self._excluding(step))
        return tuple(sorted({name for one in found for name in evaluate(one, self.known.facts).missing}))

    def _excluding(self, step: Step) -> tuple[Bool, ...]:
        """What the advice it follows excludes, where that alone keeps it from applying, and no other brings it in."""
        if step.net or (step.when is not None and truth(step.when, self.known.facts) is True):
            return ()
        followed = tuple(self._followed(step))
        if any(one.kind == "applies" for one in followed):
            return ()
        excluding = (one.recommendation.unless for one in followed if self._but_for_exclusions(one))
        return tuple(one for one in excluding if one is not None)

    def _done(self, step: Step, called_for: Truth) -> Span | None:
        return done_at(step, called_for, self.case, self.pregnancy, self.known, self.verdicts)

    def _in_time(self, step: Step) -> tuple[InTime | Literal["cannot_tell"], bool]:
        """Where a wanted step stands against its window, and whether every plausible due date says so."""
        pregnant = self.known.facts.values.get("pregnant")
        if step.before_pregnancy and pregnant is not True:
            return "open", pregnant is False
        if pregnant is None:
            return "cannot_tell", True
        if pregnant is False:
            return "not_yet_due", True
        gestation = self.known.facts.values.get("gestation")
        if not isinstance(gestation, Span):
            return ("open", False) if step.opens is None and step.closes is None else ("cannot_tell", True)
        return in_time(step.opens, step.closes, self.closing, gestation)


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


def _when_done(step: Step, done: Span) -> State:
    """Before its window, in it, or after it; a day nobody knows is taken as in it."""
    if step.opens is not None and done.high < step.opens:
        return "done_early"
    return (
        "done_late" if step.closes is not None and done.low != LOWEST and done.low >= step.closes else "done_in_window"
    )


def _names(node: Bool) -> frozenset[str]:
    """The facts of the woman herself, not of a list, that a condition reads; who is spoken of (pregnant) is none."""
    return frozenset(leaf.name for leaf in leaves(node) if leaf.rows is None and leaf.name != "pregnant")
