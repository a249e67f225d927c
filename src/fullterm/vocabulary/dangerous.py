"""Of two answers of one day, the one that must not be overlooked. Our own safety rule; no document states it.

A cervix that had opened by 2 cm and "closed" an hour later has opened by 2 cm until somebody withdraws what was wrong.
Taking the worse of answers is the same in any order and however often it is told, so nothing told later that day can
take a danger away.
"""

from __future__ import annotations

from typing import Final, Literal, TypeAlias

from fullterm.logic.facts import Value
from fullterm.logic.quantity import Span, cm

Order: TypeAlias = bool | Literal["higher"] | tuple[str, ...]
"""The more dangerous answer of a yes/no; which way a number is; options from the harmless one up."""

ORDER: Final[dict[str, Order]] = {
    "bleeding": True,
    "contractions": True,
    "labour": True,
    "ruptured_membranes": True,
    "infection": True,
    "infection_suspected": True,
    "fetal_compromise": True,
    "placenta_praevia": True,
    "lost_with_suture": True,
    "preterm_symptoms": True,
    "leaking": True,
    "birth_within_48h": True,
    "multiple_complication": True,
    "waters_test": ("negative", "positive"),
    "fibronectin_now": ("negative", "positive"),
    "alive": False,
    "membranes": ("not_visible", "at_os", "bulging", "ruptured"),
    "suture_in": True,
    "suture_vaginal": True,
    "suture_abdominal": True,
    "suture": ("none", "in", "abdominal", "vaginal", "mcdonald", "shirodkar"),
    "suture_indication": ("history", "ultrasound", "examination"),
    "dilatation": "higher",
    "temperature": "higher",
    "white_count": "higher",
    "crp": "higher",
}
"""Every fact of a day of which one answer is the more dangerous. A suture that has to come out stands over one that may
stay, and any suture over none. Scans are records of a list, and rules read the shortest: none hides another."""
CLOSED: Final = cm(0).amount
"""A dilatation of nothing is no danger; of the other numbers nobody has told us a limit, so each is kept."""
SAYS_IN: Final = frozenset({"suture_indication"})
"""Told at all, it says that a suture is in."""


def worse(fact: str, one: Value, other: Value) -> Value | None:
    """What counts when both were told of one day; None where neither answer of this fact is the more dangerous.

    Of two spans, as far as either reaches: neither what was surely so nor what may have been so is lost.
    """
    order = ORDER.get(fact)
    if order is None:
        return None
    if isinstance(one, Span) and isinstance(other, Span):
        return Span(max(one.low, other.low), max(one.high, other.high))
    if isinstance(order, tuple):
        return max(one, other, key=lambda value: order.index(str(value)))
    return order if order in (one, other) else one


def is_dangerous(fact: str, value: Value) -> bool:
    """Whether an answer is one that nothing harmless may take away."""
    order = ORDER.get(fact)
    if order is None or fact in SAYS_IN:
        return order is not None
    if isinstance(value, Span):
        return fact != "dilatation" or value.high > CLOSED
    return value != order[0] if isinstance(order, tuple) else value is order
