"""What the doctor signed: the diagnosis confirmed or rejected, and what was decided of each piece of advice.

A signature is one event, `signed`, and never changes; a later one is a new version. Shape of its data:

    {"version": 2,
     "diagnosis": {"cervical_insufficiency": "confirmed"},            # by cause: confirmed, rejected
     "decisions": [{"of": "cerclage", "choice": "accepted", "reason": ""}],   # of: a step of the plan, or advice's key
     "shown": {...}}                                                  # what the page showed, frozen
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

from fullterm.care.record_places import Told

Choice: TypeAlias = Literal["accepted", "declined", "deferred"]
CHOICES: tuple[Choice, ...] = ("accepted", "declined", "deferred")
Finding: TypeAlias = Literal["confirmed", "rejected"]
FINDINGS: tuple[Finding, ...] = ("confirmed", "rejected")
INSUFFICIENCY = "cervical_insufficiency"


@dataclass(frozen=True, slots=True)
class Decided:
    """What was decided of one step or one piece of advice; `reason` is never empty when it was declined."""

    of: str
    choice: Choice
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Signed:
    """One signature: its version, the day, each cause confirmed or rejected, and every decision."""

    version: int
    on: date
    diagnosis: Mapping[str, Finding]
    decisions: tuple[Decided, ...]


def last_signed(events: Iterable[Told]) -> Signed | None:
    """The newest signature among a woman's events in their order; None while nothing is signed."""
    found = None
    for event in events:
        if event.action == "signed":
            found = Signed(
                int(event.data["version"]),
                event.on,
                dict(event.data.get("diagnosis", {})),
                tuple(Decided(one["of"], one["choice"], one.get("reason", "")) for one in event.data["decisions"]),
            )
    return found


def diagnosed(events: Iterable[Told], cause: str = INSUFFICIENCY) -> Finding | None:
    """Whether the newest signature confirms or rejects a cause; None while it says neither."""
    signed = last_signed(events)
    return None if signed is None else signed.diagnosis.get(cause)
