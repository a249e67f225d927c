"""What is asked next: first what may turn today's decision, in a doctor's order, then what settles the rest.

"Enough for today" is a claim: nothing that can still be answered turns the leading cause or the first line of the plan
(`care.interview.turning`). One may stop there, or go on until every verdict is settled.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property, lru_cache
from itertools import islice, takewhile

from fullterm.care.case.death import no_offer, she_died
from fullterm.care.case.facts_on import Known, as_last_told, known_on
from fullterm.care.case.implied import never_asked
from fullterm.care.case.model import Case
from fullterm.care.interview.decision import conditions
from fullterm.care.interview.next_question import SCANS, rest_of
from fullterm.care.interview.tiers import InterviewPage, page_of, page_order, rank
from fullterm.care.interview.turning import Today
from fullterm.care.plan.build import plan
from fullterm.care.plan.planned import Planned
from fullterm.care.protocol.model import Protocol
from fullterm.guidelines import register
from fullterm.guidelines.decide import Deciding
from fullterm.logic.answers import is_open, known
from fullterm.logic.ask import Question
from fullterm.logic.facts import EMPTY
from fullterm.logic.quantity import Span


def sitting(case: Case, on: date, protocol: Protocol, skipped: frozenset[str] = frozenset()) -> Sitting:
    """The interview of one woman on a day, under a hospital's protocol. `skipped`: keys passed over in this sitting."""
    known, decide = known_on(case, on), _advice(protocol)
    verdicts = {
        one.recommendation.key: one for one in decide(known.facts) if one.recommendation.standing(on) == "in_force"
    }
    return Sitting(case, known, plan(protocol, case, known, verdicts), protocol, skipped)


@lru_cache(maxsize=8)
def _advice(protocol: Protocol) -> Deciding:
    """The advice a protocol's steps name: nothing else moves its plan."""
    named = {key for step in protocol.steps for key in (*step.follows, *(one.advice for one in step.departs))}
    return Deciding(one for one in register.recommendations() if one.key in named)


@dataclass(frozen=True)
class Sitting:
    """The interview as it stands for one woman: what is asked now, and how much is left."""

    case: Case
    known: Known
    planned: tuple[Planned, ...]
    protocol: Protocol
    skipped: frozenset[str] = frozenset()

    @cached_property
    def closed(self) -> frozenset[str]:
        """What is not asked: nobody knows it, it was passed over, or another answer says it."""
        pregnancy = self.case.pregnancy
        dated = pregnancy is not None and pregnancy.dating is not None
        found = self.case.not_known | self.skipped | never_asked(self.known.facts)
        found |= {"gestation"} if dated else set()
        found |= WHICH_SUTURE if "suture_in" in found else set()  # nobody knows of one: nor of what it is
        return found | SCANS if self._ended else found

    @cached_property
    def _ended(self) -> bool:
        """Whether nothing is offered for the baby any more: nothing is asked for it either."""
        return no_offer(as_last_told(self.known).facts) is not None

    @cached_property
    def _woman(self) -> Today:
        at = conditions(self.protocol, self.known.on)
        return Today(at, self.protocol, self.known, self.planned, self.closed)

    def for_today(self) -> Iterator[Question]:
        """Every question that may still turn today's decision, the first to ask first, each once."""
        if she_died(self.case, self.known.on):
            return
        turning, interview = self._woman.turning(), self._woman.at.interview
        settling = interview.questions(self.known.facts, self.closed, turning.conditions, rank)
        asked = sorted((Question(key, 1, 1.0, ()) for key in turning.asks), key=_place)
        seen: set[str] = set()
        for one in heapq.merge(settling, asked, key=_place):
            key = self._one_for_several(one.key)
            if key not in seen:
                seen.add(key)
                yield one if key == one.key else replace(one, key=key)

    @cached_property
    def first(self) -> Question | None:
        """The first question that may still turn today's decision."""
        return next(self.for_today(), None)

    @property
    def enough(self) -> bool:
        """Whether nothing that can still be answered turns today's decision."""
        return self.first is None

    def rest(self) -> Iterator[Question]:
        """What may still settle a verdict that is none of today's: of a baby for whom nothing is offered, nothing."""
        if she_died(self.case, self.known.on):
            return iter(())
        return rest_of(self.known.on, ended=self._ended).questions(self.known.facts, self.closed, None, rank)

    def question(self, *, further: bool = True) -> Question | None:
        """The next question; None when none is left. `further`: also what is none of today's."""
        if self.first is not None:
            return self.first
        return next(self.rest(), None) if further else None

    def page(self, *, further: bool = True) -> tuple[InterviewPage, tuple[str, ...]] | None:
        """The next page and the keys asked on it, in the order of its fields; None when none is left."""
        questions = self.rest() if self.enough else self.for_today()
        if self.enough and not further:
            return None
        told = {rows: len(listed.records) for rows, listed in self.known.facts.lists.items()}
        first = next(questions, None)
        if first is None:
            return None
        page = page_of(first.key, told)
        here = takewhile(lambda one: page_of(one.key, told) == page, questions)
        keys = [first.key, *(one.key for one in here)]
        return page, tuple(sorted(keys, key=page_order))

    def pages(self) -> int:
        """About how many pages are left until today's decision is made."""
        told = {rows: len(listed.records) for rows, listed in self.known.facts.lists.items()}
        return len({page_of(one.key, told) for one in self.for_today()})

    def left(self, most: int) -> int:
        """How many questions would settle the rest, counted up to `most`."""
        return sum(1 for _ in islice(self.rest(), most))

    def limits(self, key: str) -> tuple[int, ...]:
        """Of a number told too widely to decide: the limits that lie inside it, today's first; empty for any other."""
        value = known(self.known.facts, key) if not key.partition("[")[1] or self._told(key) else None
        if not isinstance(value, Span) or not is_open(self.known.facts, key):
            return ()
        today = self._woman.at.interview.limits(self.known.facts, key, self._woman.turning().conditions)
        return today or rest_of(self.known.on, ended=False).limits(self.known.facts, key)

    def _told(self, key: str) -> bool:
        rows, _, rest = key.partition("[")
        return int(rest.partition("]")[0]) <= len(self.known.facts.lists.get(rows, EMPTY).records)

    def _one_for_several(self, key: str) -> str:
        """Which kind of suture is one question, not one for each route; and first whether one is in at all."""
        if key not in BY_ROUTE:
            return key
        values = self.known.facts.values
        first = "suture_in" if values.get("suture_in") is None else "suture"
        return first if first not in values and first not in self.closed else key


BY_ROUTE = frozenset({"suture_vaginal", "suture_abdominal"})
WHICH_SUTURE = BY_ROUTE | {"suture", "lost_with_suture"}


def _place(one: Question) -> tuple[tuple[int, ...], float]:
    return rank(one.key), -one.expected
