"""One woman decided: record → facts → verdicts, causes, plan. Each arrow is one function, each noun a frozen value."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from fullterm.care.case import Case
from fullterm.care.differential import Candidate, differential
from fullterm.care.known import Known, known_on
from fullterm.care.plan import Planned, plan
from fullterm.care.protocol import Protocol
from fullterm.guidelines import register
from fullterm.guidelines.causes import CAUSES
from fullterm.guidelines.verdict import Verdict, body, judge
from fullterm.logic.ask import Question, Rule, next_question
from fullterm.logic.facts import Facts
from fullterm.logic.language import ALWAYS
from fullterm.logic.quantity import Span
from fullterm.vocabulary.definitions import DEFINITIONS, Definition, met
from fullterm.vocabulary.fact import VOCABULARY, Fact

DECIDING = frozenset(
    {
        "investigations",
        "cerclage",
        "route",
        "surveillance",
        "progesterone",
        "pessary",
        "uterus",
        "removal",
        "emergencies",
    }
)
"""The decisions her care turns on: what settles them is asked first."""
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

    def advising(self) -> Iterator[Verdict]:
        """The verdicts that may advise on this day: read closely, published, and not replaced."""
        return (one for one in self.verdicts if one.recommendation.standing(self.on) == "in_force")


def assess(case: Case, on: date, protocol: Protocol) -> Assessment:
    """Decide one woman on one day under one hospital's protocol. Pure: the same record gives the same answer."""
    known = known_on(case, on)
    verdicts = tuple(judge(one, known.facts) for one in register.recommendations())
    in_force = {v.recommendation.key: v for v in verdicts if v.recommendation.standing(on) == "in_force"}
    return Assessment(
        case,
        on,
        protocol,
        known,
        verdicts,
        differential(CAUSES, known.facts),
        met(DEFINITIONS, known.facts),
        plan(protocol, case, known, in_force),
        next_for(known.facts, on, case.not_known),
    )


def next_for(facts: Facts, on: date, unanswerable: frozenset[str]) -> Question | None:
    """The question that settles most: first of what decides her care, then of everything else in force."""
    first, rest = open_rules(on)
    return next_question(first, facts, unanswerable, POSSIBLE) or next_question(rest, facts, unanswerable, POSSIBLE)


@lru_cache(maxsize=8)
def open_rules(on: date) -> tuple[dict[str, Rule], dict[str, Rule]]:
    """Every rule an answer may still settle on a day: those that decide her care, and the others.

    Her care is decided by the arguments of the causes and by advice on a decision; definitions, figures and how an
    operation is done wait until it is.
    """
    first = {
        f"{cause.id} {number}": Rule(ALWAYS, argument.when)
        for cause in CAUSES
        for number, argument in enumerate(cause.arguments, 1)
    }
    rest: dict[str, Rule] = {}
    for one in register.recommendations():
        if one.standing(on) == "in_force":
            decides = one.decision in DECIDING and one.advice.kind not in ("inform", "no_recommendation")
            (first if decides else rest)[one.key] = Rule(one.women, body(one))
    return first, rest


def _possible(fact: Fact) -> tuple[str, ...] | Span | None:
    if fact.kind == "option":
        return tuple(name for name, _ in fact.options)
    if fact.lowest is None or fact.highest is None:
        return None
    return Span(fact.lowest, fact.highest)


POSSIBLE = {name: _possible(fact) for name, fact in VOCABULARY.facts.items()}
"""What each fact may be, in the vocabulary's order: the order of asking, all else being equal."""
