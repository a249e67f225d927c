"""What a doctor decided on the page of a signature: a choice for each recommendation, a finding for each cause."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from fullterm.care.signing.signature import CHOICES, FINDINGS
from fullterm.clinic.words import WORDS
from fullterm.vocabulary.fact import Language

Plain = dict[str, Any]
LONGEST = 400
"""Letters of a reason."""


@dataclass(slots=True)
class Decisions:
    """What was chosen, by field: `cause:ID`, `choice:OF`, `reason:OF`; `wrong` by field, in the reader's language."""

    shown: Plain
    typed: dict[str, str]
    language: Language
    wrong: dict[str, str] = field(default_factory=dict)

    def items(self) -> Iterator[tuple[str, str]]:
        """Everything that can be decided on: its name, and whether it is a step or advice."""
        for kind, name in (("step", "steps"), ("advice", "advice")):
            for one in self.shown[name]:
                if not str(one.get("state", "")).startswith("done"):
                    yield one["of"], kind

    def diagnosis(self) -> dict[str, str]:
        """Each cause that was confirmed or rejected."""
        told = {one["id"]: self.typed.get(f"cause:{one['id']}", "") for one in self.shown["causes"]}
        return {cause: said for cause, said in told.items() if said in FINDINGS}

    def decisions(self) -> list[Plain]:
        """Each recommendation that was decided on, in the order of the page."""
        return [
            {"of": of, "kind": kind, "choice": choice, "reason": self.typed.get(f"reason:{of}", "").strip()[:LONGEST]}
            for of, kind in self.items()
            if (choice := self.typed.get(f"choice:{of}", "")) in CHOICES
        ]

    def check(self) -> bool:
        """Whether everything declined has its reason; what has none is noted beside its field."""
        for one in self.decisions():
            if one["choice"] == "declined" and not one["reason"]:
                self.wrong[f"reason:{one['of']}"] = WORDS["sign.reason.needed"][self.language]
        return not self.wrong

    def of(self, name: str) -> Plain:
        """One recommendation's choice, reason and what is wrong, as its template draws it."""
        return {
            "choice": self.typed.get(f"choice:{name}", ""),
            "reason": self.typed.get(f"reason:{name}", ""),
            "wrong": self.wrong.get(f"reason:{name}", ""),
        }


def taken_over(shown: Plain, before: Mapping[str, Any]) -> dict[str, str]:
    """What an earlier version decided, wherever the advice, the step or the cause still stands as it did then."""
    typed: dict[str, str] = {}
    then = {one["of"]: one for name in ("steps", "advice") for one in before["shown"][name]}
    now = {one["of"]: one for name in ("steps", "advice") for one in shown[name]}
    for one in before["decisions"]:
        name = one["of"]
        if name in now and _stands(now[name]) == _stands(then[name]):
            typed |= {f"choice:{name}": one["choice"], f"reason:{name}": one["reason"]}
    standings = {one["id"]: one["standing"] for one in before["shown"]["causes"]}
    alike = {one["id"] for one in shown["causes"] if standings.get(one["id"]) == one["standing"]}
    return typed | {f"cause:{cause}": said for cause, said in before["diagnosis"].items() if cause in alike}


def _stands(one: Mapping[str, Any]) -> object:
    return one.get("state", one.get("verdict"))
