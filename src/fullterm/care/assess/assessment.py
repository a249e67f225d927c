"""One woman decided: record → facts → verdicts, causes, plan. Each arrow is one function, each noun a frozen value."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from fullterm.care.case.death import she_died
from fullterm.care.case.facts_on import Known, known_on
from fullterm.care.case.model import Case
from fullterm.care.interview.sitting import Sitting
from fullterm.care.plan.build import plan
from fullterm.care.plan.first_line import Calm, FirstLine, first_line
from fullterm.care.plan.planned import Planned
from fullterm.care.protocol.model import Protocol
from fullterm.care.verdicts.differential import Candidate, differential
from fullterm.guidelines import register
from fullterm.guidelines.causes import CAUSES
from fullterm.guidelines.decide import every_verdict
from fullterm.guidelines.verdict import Verdict
from fullterm.logic.ask import Question
from fullterm.vocabulary.definitions import DEFINITIONS, Definition, met

TREATING = frozenset({"cerclage", "route", "surveillance", "progesterone", "removal", "emergencies"})
"""The decisions whose conditions are watched: what would change them is worth saying."""


@dataclass(frozen=True, slots=True)
class Assessment:
    """Everything the software can say of one woman on one day. The doctor decides."""

    case: Case
    on: date
    protocol: Protocol
    known: Known
    verdicts: tuple[Verdict, ...]
    candidates: tuple[Candidate, ...]
    definitions: tuple[tuple[Definition, bool | None], ...]
    plan: tuple[Planned, ...]
    question: Question | None
    first: FirstLine

    def advising(self) -> Iterator[Verdict]:
        """The verdicts that may advise on this day: read closely, published, and not replaced."""
        return (one for one in self.verdicts if one.recommendation.standing(self.on) == "in_force")


def assess(case: Case, on: date, protocol: Protocol, unread: int = 0) -> Assessment:
    """Decide one woman on one day under one hospital's protocol. Pure: the same record gives the same answer.

    `unread`: how many fields of her record could not be read: beside one, nothing is called calm.
    """
    known = known_on(case, on)
    verdicts = every_verdict()(known.facts)
    in_force = {v.recommendation.key: v for v in verdicts if v.recommendation.standing(on) == "in_force"}
    planned = plan(protocol, case, known, in_force)
    died = she_died(case, on)
    return Assessment(
        case,
        on,
        protocol,
        known,
        verdicts,
        differential(CAUSES, known.facts),
        met(DEFINITIONS, known.facts),
        planned,
        None if died else Sitting(case, known, planned, protocol).question(),
        Calm(died=True) if died else first_line(planned, known, register.recommendations(), unread),
    )
