"""Follows or departs: each treating recommendation of a document a protocol answers has a step or a reason.

Advice that nobody put into the protocol would be silently not followed: the woman to whom it applies would see
nothing. So a protocol names its documents, and what it leaves open in them is a fault of the protocol.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from fullterm.care.assess.assessment import TREATING
from fullterm.care.protocol.fields import Departure
from fullterm.care.protocol.model import Protocol, Step
from fullterm.guidelines.model import Recommendation

ANSWERED = TREATING | {"pessary"}
"""The decisions a protocol must answer: those whose advice is an act on this woman."""
ADVISES_AN_ACT = ("offer", "consider")


def must_answer(one: Recommendation, protocol: Protocol, on: date) -> bool:
    """Whether the protocol has to follow or depart from this advice on a day."""
    return (
        one.guideline in protocol.documents
        and one.decision in ANSWERED
        and one.advice.kind in ADVISES_AN_ACT
        and one.standing(on) == "in_force"
    )


def answering(key: str, protocol: Protocol) -> tuple[Step, ...]:
    """The steps that follow this advice or name the departure from it."""
    return tuple(step for step in protocol.steps if key in step.follows or departure(key, step.departs) is not None)


def departure(key: str, departs: tuple[Departure, ...]) -> Departure | None:
    """The departure from this advice among several."""
    return next((one for one in departs if one.advice == key), None)


def unanswered(protocol: Protocol, recommendations: Mapping[str, Recommendation], on: date) -> Iterator[str]:
    """What a protocol neither follows nor departs from on a day, each in a sentence that says what to write."""
    for one in recommendations.values():
        if not must_answer(one, protocol, on) or answering(one.key, protocol) or departure(one.key, protocol.departs):
            continue
        yield (
            f"{protocol.id}.toml: it answers {one.guideline} and says nothing of {one.key}: "
            "write it in follows of a step, or in departs with the reason"
        )
