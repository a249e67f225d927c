"""What has changed since a signature: what it froze, against the woman as she stands now; nothing is recomputed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from fullterm.care.assess.assessment import Assessment
from fullterm.care.assess.report import Plain
from fullterm.care.case.facts_on import known_on
from fullterm.care.protocol.rules_version import edition
from fullterm.care.record.places import read
from fullterm.care.signing.snapshot import DECIDED_UPON, OPEN, PASSES, fact_in, facts_of
from fullterm.guidelines import register
from fullterm.guidelines.verdict import Verdict
from fullterm.vocabulary.sutures import FACTS


@dataclass(frozen=True, slots=True)
class Since:
    """The differences, each as plain values in both languages; `rules`: whether the rules are of another edition."""

    added: tuple[Plain, ...]
    changed: tuple[Plain, ...]
    removed: tuple[Plain, ...]
    causes: tuple[Plain, ...]
    steps: tuple[Plain, ...]
    advice: tuple[Plain, ...]
    rules: bool

    def __bool__(self) -> bool:
        return any((self.added, self.changed, self.removed, self.causes, self.steps, self.advice, self.rules))


def since(shown: Plain, found: Assessment) -> Since:
    """What is different from what was `shown` when it was signed.

    A fact told again alike is no change, and one that only grew too old to count is none either: what follows from
    that shows in the advice that reads differently.
    """
    before = {one["fact"]: one for one in _as_now_read(shown) if one["fact"] not in PASSES}
    aged = [fact_in(name, seen.value) for name, seen in found.known.stale.items()]
    now = {one["fact"]: one for one in (*aged, *facts_of(found.known)) if one["fact"] not in PASSES}
    return Since(
        tuple(one for name, one in now.items() if name not in before and name not in found.known.stale),
        tuple(
            one | {"before": before[name]["value"]}
            for name, one in now.items()
            if name in before and differs(before[name], one)
        ),
        tuple(one for name, one in before.items() if name not in now),
        tuple(_causes(shown, found)),
        tuple(_steps(shown, found)),
        tuple(_advice(shown, found)),
        shown["rules"]["edition"] != edition(found.protocol),
    )


def _as_now_read(shown: Plain) -> Iterable[Plain]:
    """The facts as shown when it was signed; where no suture could be shown yet, those that its record tells today.

    Older versions knew a suture only by its kind: that one of unknown kind was in, or one left in, is no change since.
    """
    facts: list[Plain] = shown["facts"]
    told = {one["fact"] for one in facts}
    if told & {"suture", *FACTS} or "document" not in shown:
        return facts
    case, _ = read(shown["document"])
    known = None if case is None else known_on(case, date.fromisoformat(shown["on"]))
    names = ("suture_indication", "suture", *FACTS)
    read_today = () if known is None else (one for one in facts_of(known) if one["fact"] in names)
    return [*facts, *(one for one in read_today if one["fact"] not in told)]


def differs(before: Plain, now: Plain) -> bool:
    """Whether a fact has another value; one frozen before values were kept is compared by its words."""
    by = "raw" if "raw" in before else "value"
    return bool(before[by] != now[by])


def _causes(shown: Plain, found: Assessment) -> Iterable[Plain]:
    now = {one.cause.id: one.standing for one in found.candidates}
    for one in shown["causes"]:
        if now.get(one["id"]) != one["standing"]:
            yield {"cause": one["cause"], "before": one["standing"], "now": now.get(one["id"])}


def _steps(shown: Plain, found: Assessment) -> Iterable[Plain]:
    before = {one["of"]: one["state"] for one in shown["steps"]}
    for one in found.plan:
        was = before.get(one.step.id, "not_for_her")
        if was != one.state:
            yield {"of": one.step.id, "title": _text(one.step.title), "before": was, "now": one.state}


def _advice(shown: Plain, found: Assessment) -> Iterable[Plain]:
    """Advice that was shown and reads differently, and advice that now applies or cannot be told and was not shown."""
    before = {one["of"]: one["verdict"] for one in shown["advice"]}
    for verdict in found.verdicts:
        one = verdict.recommendation
        now, was = _stands(verdict, found), before.get(one.key)
        if now != was:
            short = register.GUIDELINES[one.guideline].short
            yield {"of": one.key, "short": short, "ref": one.ref, "says": _text(one.says), "before": was, "now": now}


def _stands(verdict: Verdict, found: Assessment) -> str | None:
    """How a verdict would be shown for a signature; None when it would not be."""
    one = verdict.recommendation
    shown = one.standing(found.on) == "in_force" and one.advice.kind in DECIDED_UPON and verdict.kind in OPEN
    return verdict.kind if shown else None


def _text(text: Any) -> Plain:
    return {"en": text.en, "zh": text.zh}
