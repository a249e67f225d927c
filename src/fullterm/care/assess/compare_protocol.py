"""The hospital's protocol beside the national documents: what it follows, where it departs and why, what it leaves out.

One definition, read by the terminal (`fullterm protocol compare`) and by the clinic's page. It decides of no woman.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

from fullterm.care.assess.followed import ADVISES_AN_ACT, ANSWERED, answering, departure
from fullterm.care.protocol.model import Protocol, Step
from fullterm.guidelines.model import Guideline, Recommendation
from fullterm.vocabulary.fact import Text

Relation: TypeAlias = Literal["follows", "stricter", "departs", "silent", "not_read"]
RELATIONS: tuple[Relation, ...] = ("departs", "stricter", "follows", "silent", "not_read")
"""In the order in which they are worth reading."""


@dataclass(frozen=True, slots=True)
class ComparedAdvice:
    """One recommendation beside the protocol.

    `steps`: those that follow it or name the departure. `reasons`: why it is departed from; a departure without one is
    a fault of the protocol. `in_part`: it is followed and departed from, such as in a wider window.
    """

    advice: Recommendation
    relation: Relation
    steps: tuple[Step, ...] = ()
    reasons: tuple[Text, ...] = ()
    in_part: bool = False


@dataclass(frozen=True, slots=True)
class ComparedDocument:
    """One document beside the protocol. `answered`: the protocol says that it answers it, so silence is a departure."""

    guideline: Guideline
    answered: bool
    advice: tuple[ComparedAdvice, ...]

    @property
    def read(self) -> bool:
        """Whether anything of it was read in full or as an abstract: else it can only be "not read there"."""
        return any(one.relation != "not_read" for one in self.advice)


@dataclass(frozen=True, slots=True)
class ComparedStep:
    """One step beside the documents: what it says of the advice it names; of every other document it is silent."""

    step: Step
    advice: tuple[ComparedAdvice, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """A protocol beside every document on a day: by document, and by step."""

    protocol: Protocol
    documents: tuple[ComparedDocument, ...]
    steps: tuple[ComparedStep, ...]

    def advice(self, *relations: Relation) -> Iterator[ComparedAdvice]:
        """The advice that stands in one of these relations, document by document."""
        return (one for document in self.documents for one in document.advice if one.relation in relations)

    @property
    def without_reason(self) -> tuple[ComparedAdvice, ...]:
        """The departures for which the protocol gives no reason."""
        return tuple(one for one in self.advice("departs") if not one.reasons)


def compare(
    protocol: Protocol,
    recommendations: Iterable[Recommendation],
    guidelines: Mapping[str, Guideline],
    on: date,
) -> Comparison:
    """The protocol beside what the documents in force on a day advise to do.

    Compared is each treating recommendation (offer or consider, of a decision a protocol must answer) and whatever else
    the protocol names; not what a document advises against and the protocol does not name: a step says what is done.
    """
    named = frozenset(_named(protocol))
    compared = [one for one in recommendations if _counts(one, named, on)]
    by_key = {one.key: one for one in compared}
    order = [*protocol.documents, *(name for name in guidelines if name not in protocol.documents)]
    documents = (
        ComparedDocument(
            guidelines[name],
            name in protocol.documents,
            tuple(_beside(one, protocol, on) for one in compared if one.guideline == name),
        )
        for name in order
    )
    steps = (ComparedStep(step, tuple(_of_step(step, by_key, on))) for step in protocol.steps)
    return Comparison(protocol, tuple(one for one in documents if one.advice), tuple(steps))


def stricter(step: Step, advice: Recommendation) -> bool:
    """Whether a step's window (gestation, days) lies inside the recommendation's, and is narrower at an end.

    Only the ends that the document prints are compared: where it gives none, the hospital's own end is no stricter and
    no wider. A step that stays on after its window (`until_done`) still has that window. Nothing is said of a line
    of the safety net, whose gestations are limits and no window, nor of how often, how much or for whom: that is not
    written in numbers on both sides.
    """
    window = advice.window
    if window is None or step.always:
        return False
    ends = [
        (None if step.opens is None else step.opens - window.opens.amount) if window.opens is not None else 0,
        (None if step.closes is None else window.closes.amount - step.closes) if window.closes is not None else 0,
    ]  # days by which the step is inside the document's end; None where only the document has one
    return all(inside is not None and inside >= 0 for inside in ends) and any(ends)


def _named(protocol: Protocol) -> Iterator[str]:
    for step in protocol.steps:
        yield from step.follows
        yield from (one.advice for one in step.departs)
    yield from (one.advice for one in protocol.departs)


def _counts(one: Recommendation, named: frozenset[str], on: date) -> bool:
    """Whether advice stands beside the protocol on a day: published, not replaced, an act, or named by the protocol."""
    if on < one.since or (one.until is not None and on >= one.until):
        return False
    return one.key in named or (one.decision in ANSWERED and one.advice.kind in ADVISES_AN_ACT)


def _beside(one: Recommendation, protocol: Protocol, on: date) -> ComparedAdvice:
    if one.standing(on) == "not_yet_checked":
        return ComparedAdvice(one, "not_read")
    steps = answering(one.key, protocol)
    following = tuple(step for step in steps if one.key in step.follows)
    gone = [departure(one.key, step.departs) for step in steps] + [departure(one.key, protocol.departs)]
    reasons = tuple(dict.fromkeys(each.why for each in gone if each is not None))
    if reasons:
        return ComparedAdvice(one, "departs", steps, reasons, in_part=bool(following))
    if following:
        inside = all(stricter(step, one) for step in following)
        return ComparedAdvice(one, "stricter" if inside else "follows", steps)
    return ComparedAdvice(one, "departs" if one.guideline in protocol.documents else "silent")


def _of_step(step: Step, by_key: Mapping[str, Recommendation], on: date) -> Iterator[ComparedAdvice]:
    """What one step, by itself, says of each recommendation it names."""
    names = dict.fromkeys((*step.follows, *(one.advice for one in step.departs)))
    for one in (by_key[name] for name in names if name in by_key):
        gone = departure(one.key, step.departs)
        if one.standing(on) == "not_yet_checked":
            yield ComparedAdvice(one, "not_read", (step,))
        elif gone is not None:
            yield ComparedAdvice(one, "departs", (step,), (gone.why,), in_part=one.key in step.follows)
        else:
            yield ComparedAdvice(one, "stricter" if stricter(step, one) else "follows", (step,))
