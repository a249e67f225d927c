"""Today's decision, and what may still turn it: the leading cause, and the line that stands first in her plan.

The interview works for these first. Every condition they stand on is one of `Conditions`; a cause or a line that can
no longer come to the front, whatever is answered, is asked about no further.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from fullterm.care.interview.assumed import weigh
from fullterm.care.plan.planned import Planned, State
from fullterm.care.protocol.model import Protocol
from fullterm.care.verdicts.differential import Candidate
from fullterm.guidelines import register
from fullterm.guidelines.cause_model import Cause
from fullterm.guidelines.causes import CAUSES
from fullterm.guidelines.model import ADVISING
from fullterm.logic.ask import Interview, Rule
from fullterm.logic.language import ALWAYS, all_of, any_of, not_
from fullterm.logic.nodes import Bool
from fullterm.vocabulary import findings, pregnancy
from fullterm.vocabulary.possible import possible_answers

LEADS = frozenset({"confirmed", "supported"})
"""A cause leads only in these standings: a risk factor that explains nothing is none, nor is what cannot be told."""


STANDS: frozenset[State] = frozenset({"open", "closing", "missed", "stopped", "not_yet_due"})
"""A line in these states is for her, and waits for somebody or for its day."""


@dataclass(frozen=True, slots=True)
class TodaysDecision:
    """What is decided today: the leading cause, and the first line of the plan that is for her, with its state and what
    stands in its place; None where there is no such line.
    """

    cause: str | None
    line: str | None
    state: State | None = None
    instead: str = ""


def decision(planned: tuple[Planned, ...], candidates: tuple[Candidate, ...]) -> TodaysDecision:
    """Today's decision as it stands. `candidates`, `planned`: in their order, the first first."""
    leads = next((one.cause.id for one in candidates[:1] if one.standing in LEADS), None)
    first = next((one for one in planned if one.urgent or one.state in STANDS), None)
    if first is None:
        return TodaysDecision(leads, None)
    return TodaysDecision(leads, first.step.id, first.state, "" if first.instead is None else first.instead.title.en)


class Conditions:
    """Every condition that today's decision stands on, for one protocol on one day."""

    def __init__(self, protocol: Protocol, on: date) -> None:
        advice = {one.key: one for one in register.recommendations() if one.standing(on) == "in_force"}
        found: dict[str, Bool] = {"ended": ENDED}
        self.parts: dict[str, dict[str, str]] = {}
        for step in protocol.steps:
            followed = [advice[key] for key in step.follows if key in advice]
            parts: dict[str, Bool | None] = {
                "unless": step.unless,
                "stops": step.stops,
                "gives_way": step.gives_way,
                "trigger": step.trigger,
            } | {f"instead {place}": one.when for place, one in enumerate(step.instead)}
            if not step.net:
                wanted = [
                    *(() if step.when is None else (step.when,)),
                    *(all_of(one.women, one.when) for one in followed),
                ]
                parts["wanted"] = any_of(*wanted) if wanted else None
                excluding = [one.unless for one in followed if one.unless is not None]
                parts["excludes"] = any_of(*excluding) if excluding else None
            named = {part: f"{step.id} {part}" for part, node in parts.items() if node is not None}
            self.parts[step.id] = named
            found |= {named[part]: node for part, node in parts.items() if node is not None}
        for cause in CAUSES:
            found |= {argument_name(cause, place): node for place, node in counted(cause)}
        self.interview = Interview({name: Rule(ALWAYS, node) for name, node in found.items()}, POSSIBLE, weigh)


def counted(cause: Cause) -> Iterator[tuple[int, Bool]]:
    """The arguments of a cause that were read closely enough to move it: those against it move its rank."""
    for place, one in enumerate(cause.arguments):
        if one.citation.read in ADVISING:
            yield place, one.when


def argument_name(cause: Cause, place: int) -> str:
    """How the condition of one argument is called."""
    return f"cause {cause.id} {place + 1}"


ENDED = any_of(
    findings.every_baby_died,
    all_of(not_(findings.multiple), pregnancy.babies_died >= 1),
    pregnancy.lost_with_suture,
    not_(pregnancy.alive),
    pregnancy.anomaly_scan.is_("lethal"),
)
"""By what nothing is offered for the baby any more (`care.case.death.no_offer`)."""
POSSIBLE = possible_answers()


@lru_cache(maxsize=8)
def conditions(protocol: Protocol, on: date) -> Conditions:
    """The conditions of a protocol on a day, kept: making them compiles and remembers."""
    return Conditions(protocol, on)
