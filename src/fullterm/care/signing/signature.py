"""What the doctor signed: the diagnosis confirmed or rejected, and what was decided of each piece of advice.

A signature is one event, `signed`, and never changes; a later one is a new version. Shape of its data:

    {"version": 2,
     "diagnosis": {"cervical_insufficiency": "confirmed"},            # by cause: confirmed, rejected
     "decisions": [{"of": "cerclage", "kind": "step", "choice": "accepted", "reason": ""}],
                                                                      # of: a step of the plan, or advice's key
     "in_pregnancy": True,                                            # whether the day belongs to a pregnancy
     "language": "zh",                                                # the language the page was read in
     "woman": {"number": "W-1", "name": "…"}, "signer": {"username": "…", "name": "…", "role": "doctor"},
     "shown": {...},                                                  # what the page showed (`care.signing.snapshot`)
     "previous": "…",                                                 # the hash of the version before; "" for the first
     "hash": "…"}                                                     # SHA-256 of all the rest, as `hash_of` writes it
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal, TypeAlias

from fullterm.care.case.model import CHOICES, StepChoice
from fullterm.care.record.places import RecordEvent

__all__ = [
    "CHOICES", "FINDINGS", "INSUFFICIENCY", "Decided", "Finding", "Signed", "StepChoice", "diagnosed", "hash_of",
    "is_whole", "last_signed", "refusal_of", "sealed",
]  # fmt: skip

Finding: TypeAlias = Literal["confirmed", "rejected"]
FINDINGS: tuple[Finding, ...] = ("confirmed", "rejected")
INSUFFICIENCY = "cervical_insufficiency"


@dataclass(frozen=True, slots=True)
class Decided:
    """What was decided of one step or one piece of advice; `reason` is never empty when it was declined."""

    of: str
    choice: StepChoice
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Signed:
    """One signature: its version, the day, each cause confirmed or rejected, and every decision."""

    version: int
    on: date
    diagnosis: Mapping[str, Finding]
    decisions: tuple[Decided, ...]


def last_signed(events: Iterable[RecordEvent]) -> Signed | None:
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


def diagnosed(events: Iterable[RecordEvent], cause: str = INSUFFICIENCY) -> Finding | None:
    """Whether the newest signature confirms or rejects a cause; None while it says neither."""
    signed = last_signed(events)
    return None if signed is None else signed.diagnosis.get(cause)


def hash_of(data: Mapping[str, Any]) -> str:
    """The SHA-256 of what was signed, everything but the hash itself: JSON with sorted names and no spaces."""
    rest = {name: value for name, value in data.items() if name != "hash"}
    written = json.dumps(rest, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(written.encode()).hexdigest()


def sealed(data: Mapping[str, Any]) -> dict[str, Any]:
    """The same data with its hash."""
    return {**data, "hash": hash_of(data)}


def is_whole(data: Mapping[str, Any]) -> bool:
    """Whether what is kept is what was signed."""
    return bool(data.get("hash") == hash_of(data))


def refusal_of(data: Mapping[str, Any], before: Mapping[str, Any] | None) -> str | None:
    """Why this cannot be signed after the version `before`, in a sentence; None when it can."""
    version = 1 if before is None else int(before["version"]) + 1
    decisions, diagnosis = data.get("decisions", ()), data.get("diagnosis", {})
    if data.get("version") != version or data.get("previous") != ("" if before is None else before["hash"]):
        return f"version {version} is the next to be signed: open the page again, then sign"
    if not decisions and not diagnosis:
        return "nothing is decided yet: confirm or reject a diagnosis, or decide on a recommendation, then sign"
    if any(one["choice"] not in CHOICES for one in decisions) or not set(diagnosis.values()) <= set(FINDINGS):
        return "a decision is one of accepted, declined, deferred, and a diagnosis confirmed or rejected"
    reasonless = [one["of"] for one in decisions if one["choice"] == "declined" and not one.get("reason", "").strip()]
    if reasonless:
        return f"why {reasonless[0]} is declined is missing: write the reason"
    return None if is_whole(data) else "what is signed was changed on the way: open the page again, then sign"
