"""What may still turn today's decision: the causes and lines that can yet come to the front, and what they wait for.

Each cause and each line of the plan has a best and a worst place it may still take, whatever is answered. What cannot
reach the front any more is asked about no further; where only one can be there, and nothing about it is open, today's
decision is made. A bound is never too narrow: where this module does not know better, anything may happen to a line.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TypeAlias

from fullterm.care.case.death import CONFIRMED, no_offer
from fullterm.care.case.facts_on import Known, as_last_told
from fullterm.care.interview.decision import STANDS, Conditions, argument_name, counted
from fullterm.care.plan.first_line import not_asked
from fullterm.care.plan.planned import DONE, Planned, State, urgency
from fullterm.care.plan.window import in_time
from fullterm.care.protocol.model import Protocol, Step
from fullterm.guidelines.cause_model import Cause, Effect
from fullterm.guidelines.causes import CAUSES
from fullterm.logic.evaluate import Truth
from fullterm.logic.facts import EMPTY
from fullterm.logic.quantity import LOWEST, Span, weeks

Place: TypeAlias = tuple[int, int, int]
"""The lower, the nearer to the front."""


@dataclass(frozen=True, slots=True)
class Turning:
    """What may still turn today's decision: conditions by name, and questions asked for themselves (by key)."""

    conditions: frozenset[str]
    asks: frozenset[str]


@dataclass(frozen=True, slots=True)
class Reach:
    """The best and the worst place something may still take, and what it waits for."""

    best: Place
    worst: Place
    conditions: frozenset[str] = frozenset()
    asks: frozenset[str] = frozenset()

    @property
    def open(self) -> bool:
        """Whether an answer may still move it."""
        return bool(self.conditions or self.asks)


@dataclass(frozen=True, slots=True)
class Today:
    """One woman today, as far as the interview has come. `closed`: what nobody can answer (or answer again)."""

    at: Conditions
    protocol: Protocol
    known: Known
    planned: tuple[Planned, ...]
    closed: frozenset[str]

    def turning(self) -> Turning:
        """What may still turn the leading cause, or the plan's first line."""
        cause, line = self._causes(), self._lines()
        return Turning(cause.conditions | line.conditions, cause.asks | line.asks)

    # -- what a condition says ------------------------------------------------------------------------------------

    def says(self, name: str | None) -> Truth:
        """What a condition says of her; no, where there is none."""
        return False if name is None else self.at.interview.decide(name, self.known.facts)

    def waits(self, name: str | None) -> bool:
        """Whether a condition is open, and somebody may still answer what it misses."""
        return name is not None and self.at.interview.can_be_settled(name, self.known.facts, self.closed)

    def unknown(self, *keys: str) -> frozenset[str]:
        """Those of these facts that are not known and may be asked."""
        return frozenset(key for key in keys if key not in self.known.facts.values) - self.closed

    # -- the leading cause ----------------------------------------------------------------------------------------

    def _causes(self) -> Turning:
        found = [(cause, self._cause(cause, place)) for place, cause in enumerate(CAUSES)]
        least = min((NO_CAUSE, *(reach.worst for _, reach in found)))
        front = [(cause, reach) for cause, reach in found if reach.best[0] < NO_CAUSE[0] and reach.best <= least]
        if len(front) == 1 and front[0][1].worst[0] < NO_CAUSE[0]:
            return Turning(frozenset(), frozenset())
        alone = len(front) == 1
        return Turning(frozenset(name for cause, _ in front for name in self._moving(cause, alone)), frozenset())

    def _moving(self, cause: Cause, alone: bool) -> Iterator[str]:
        """The open arguments by which a cause may still come to the front, or leave it.

        A cause that nothing can overtake waits only for what makes it lead at all.
        """
        for place, _ in counted(cause):
            effect = cause.arguments[place].effect
            if self.waits(name := argument_name(cause, place)) and not (alone and effect == "opposes"):
                yield name

    def _cause(self, cause: Cause, place: int) -> Reach:
        told: dict[Effect, list[Truth]] = {"confirms": [], "supports": [], "opposes": [], "excludes": []}
        for number, _ in counted(cause):
            name = argument_name(cause, number)
            value = self.says(name)
            told[cause.arguments[number].effect].append(False if value is None and not self.waits(name) else value)
        supports, opposes = told["supports"], told["opposes"]
        most = supports.count(True) + supports.count(None) - opposes.count(True)
        fewest = supports.count(True) - opposes.count(True) - opposes.count(None)
        best, worst = _standing(told, hoping=True), _standing(told, hoping=False)
        return Reach((best, -most, place), (worst, -fewest, place))

    # -- the first line of the plan -------------------------------------------------------------------------------

    def _lines(self) -> Turning:
        found = [self._line(one) for one in self.planned]
        least = min(reach.worst for reach in found)
        front = [reach for reach in found if reach.best <= least and reach.best != NOWHERE]
        conditions = frozenset[str]().union(*(reach.conditions for reach in front))
        asks = frozenset[str]().union(*(reach.asks for reach in front))
        first = self.planned[0]  # an emergency, if there is one
        if first.urgent:
            asks |= frozenset(one for one in first.check_first if one != "gestation") - self.closed
        else:
            asks |= frozenset(not_asked(self.planned, self.known)) - self.closed
        return Turning(conditions, asks)

    def _line(self, one: Planned) -> Reach:
        now = _place(one)
        reach = self._of_net(one, now) if one.step.net else self._of_step(one, now)
        return reach if reach.open else Reach(now, now)

    def _of_net(self, one: Planned, now: Place) -> Reach:
        names = self.at.parts[one.step.id]
        trigger, barred = self.says(names["trigger"]), self.says(names.get("unless"))
        stands = one.state in ("open", "declined")
        surely_out, may_be_out = self._outside(one.step)
        if one.state in DONE or (not stands and (trigger is False or barred is True or surely_out)):
            return Reach(now, now)
        waits = frozenset(name for part in ("trigger", "unless") if self.waits(name := names.get(part)) and name)
        waits |= frozenset(self._instead(one.step)) if stands else frozenset()
        asks = self.unknown_gestation() if may_be_out else frozenset[str]()
        full = _place(replace(one, state="open"))
        sure = trigger is True and not self.waits(names.get("unless")) and not asks
        return Reach(min(full, now), (now if stands else full) if sure else NOWHERE, waits, asks)

    def _instead(self, step: Step) -> Iterator[str]:
        """What may still put something in the place of a line's own action: the first that holds is it."""
        for place, _ in enumerate(step.instead):
            name = self.at.parts[step.id][f"instead {place}"]
            if self.says(name) is True:
                return
            if self.waits(name):
                yield name

    def _outside(self, step: Step) -> tuple[bool, bool]:
        """Whether she is surely outside the limits of a line today, and whether she may be."""
        if step.opens is None and step.closes is None:
            return False, False
        gestation = self.known.facts.values.get("gestation")
        if not isinstance(gestation, Span):
            return False, True
        early, late = step.opens or LOWEST, step.closes
        surely = gestation.high < early or (late is not None and gestation.low >= late)
        return surely, gestation.low < early or (late is not None and gestation.high >= late)

    def _of_step(self, one: Planned, now: Place) -> Reach:
        step, names = one.step, self.at.parts[one.step.id]
        if step.custody in ("kind_unknown", "may_be_in"):
            return self._of_suture(one, now)
        wanted, barred = self.says(names.get("wanted")), self.says(names.get("unless"))
        awaited = self._awaited(step)
        if not step.for_woman and self.known.facts.values.get("pregnant") is True and self._confirmed:
            return Reach(now, now)
        if one.state == "declined" or (barred is True and one.state not in DONE):
            return Reach(now, now)
        nobody = not awaited.open and not any(self.waits(names.get(part)) for part in ("wanted", "unless"))
        if one.state in ("not_for_her", "cannot_tell") and nobody and (wanted is not True or barred is None):
            return Reach(now, now)
        if wanted is False and not awaited.open and one.state == "not_for_her":
            return Reach(now, now)
        brings = [name for part in ("wanted", "unless") if self.waits(name := names.get(part)) and name]
        takes = [name for part in ("stops", "gives_way", "excludes") if self.waits(name := names.get(part)) and name]
        takes += ["ended"] if not step.for_woman and self.waits("ended") else []
        stops = any(name != names.get("gives_way") for name in takes)
        done = self.unknown(*step.known) if step.done_by == "known" else frozenset[str]()
        if step.done_by == "scan":
            scans = self.known.facts.lists.get("scans", EMPTY)
            when = {f"scans[{n}].gestation" for n, one in enumerate(scans.records, 1) if one.get("gestation") is None}
            done |= (when if scans.complete else when | {"scans"}) - self.closed
        asks = done | self._when(one)
        best = min(now, *(_place(replace(one, state=state)) for state in self._states(one, stops)))
        worst = NOWHERE if brings or takes or asks or awaited.open else now
        return Reach(best, worst, frozenset((*brings, *takes)) | awaited.conditions, asks | awaited.asks)

    @property
    def _confirmed(self) -> bool:
        """Whether a doctor has found that nothing can be offered for the baby any more."""
        return no_offer(as_last_told(self.known).facts) in CONFIRMED

    def _awaited(self, step: Step) -> Reach:
        """What the step waits for that it comes after."""
        before = next((one for one in self.planned if one.step.id == step.after), None)
        return Reach(NOWHERE, NOWHERE) if before is None else self._line(before)

    def _of_suture(self, one: Planned, now: Place) -> Reach:
        """A line for a suture nobody knows enough of: what would tell."""
        full = _place(replace(one, state="open"))
        values = self.known.facts.values
        if one.step.custody == "kind_unknown" and one.state == "open":
            asks = frozenset({"suture"}) - self.closed
        elif values.get("suture_in") is False and one.state != "open":
            asks = frozenset[str]()
        else:
            asks = self.unknown("suture_in") | (self._left_in() if one.step.custody == "may_be_in" else frozenset())
        return Reach(min(full, now), NOWHERE, frozenset(), asks)

    def _left_in(self) -> frozenset[str]:
        """Of each earlier pregnancy that may have had a suture: whether it had one, and when it came out."""
        found = set[str]()
        for number, record in enumerate(self.known.facts.lists["earlier"].records, 1):
            told, gestation = record.get("cerclage"), record.get("gestation")
            short = isinstance(gestation, Span) and gestation.high < NO_SUTURE_BEFORE
            if told == "none" or short or record.get("outcome") in ("ectopic", "molar"):
                continue
            name = "cerclage" if told is None else "cerclage_removed"
            if name not in record:
                found.add(f"earlier[{number}].{name}")
        return frozenset(found) - self.closed

    def _when(self, one: Planned) -> frozenset[str]:
        """What would say when a step is: whether she is pregnant, how far, or the day that was set for it."""
        step, values = one.step, self.known.facts.values
        if step.at is not None and step.at not in values:
            return self.unknown("pregnant", step.at)
        if values.get("pregnant") is None:
            return self.unknown("pregnant")
        if values["pregnant"] is False or (step.opens is None and step.closes is None):
            return frozenset()
        gestation = values.get("gestation")
        told = isinstance(gestation, Span)
        certain = told and in_time(step.opens, step.closes, self.protocol.closing, gestation)[1]  # type: ignore[arg-type] # a span, as `told` says
        return frozenset() if certain else self.unknown_gestation()

    def unknown_gestation(self) -> frozenset[str]:
        """The gestation, where somebody may tell it, or tell it more exactly."""
        return frozenset({"gestation"}) - self.closed

    def _states(self, one: Planned, may_stop: bool) -> Iterator[State]:
        """The most pressing states a step may still take."""
        step, values = one.step, self.known.facts.values
        gestation, pregnant = values.get("gestation"), values.get("pregnant")
        if step.before_pregnancy and pregnant is not True:
            yield "open"
        if pregnant is None or (pregnant is True and not isinstance(gestation, Span)):
            yield "closing"
        elif pregnant is False:
            yield "not_yet_due"
        elif isinstance(gestation, Span):
            yield in_time(step.opens, step.closes, self.protocol.closing, gestation)[0]
        if may_stop:
            yield "stopped"


NO_CAUSE: Place = (2, 0, -1)
"""Where nothing leads."""
NOWHERE: Place = (99, 0, 0)
NO_SUTURE_BEFORE = weeks(10).amount
"""Days. In a pregnancy that ended earlier nobody is asked about a suture. Our own limit."""


def _place(one: Planned) -> Place:
    """Where a line stands; nowhere, while nothing says that it is for her."""
    return (*urgency(one), one.step.place) if one.urgent or one.state in STANDS else NOWHERE


def _standing(told: dict[Effect, list[Truth]], *, hoping: bool) -> int:
    """0 confirmed, 1 supported, 2 neither: the best (`hoping`) or the worst it may come to."""
    yes = (True, None) if hoping else (True,)
    no = (True,) if hoping else (True, None)
    if any(value in yes for value in told["confirms"]):
        return 0
    if any(value in no for value in told["excludes"]):
        return 2
    return 1 if any(value in yes for value in told["supports"]) else 2
