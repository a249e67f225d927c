"""Whether advice that applies still stands: applies and offered are two things.

A verdict reads what a document says of her. What is offered today is less: her baby may have died, a suture may be in,
something may forbid it, it may be done or declined, or its window may have closed. The verdict is kept and shown; only
what still stands is offered. Advice against, and what only informs, is never taken away here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Literal, TypeAlias, get_args

from fullterm.care.case.death import no_offer, she_died
from fullterm.care.case.facts_on import as_last_told
from fullterm.care.plan.planned import DONE, Planned
from fullterm.care.verdicts.held import holding
from fullterm.guidelines import register
from fullterm.guidelines.model import ADVISING, Recommendation
from fullterm.guidelines.verdict import Verdict
from fullterm.logic.evaluate import evaluate
from fullterm.logic.facts import Facts
from fullterm.logic.quantity import Span
from fullterm.vocabulary import findings
from fullterm.vocabulary import treatments as may_be
from fullterm.vocabulary.fact import Language, Text
from fullterm.vocabulary.treatments import TREATMENTS, Treatment
from fullterm.vocabulary.wording import name_of

if TYPE_CHECKING:
    from fullterm.care.assess.assessment import Assessment

Why: TypeAlias = Literal[
    "died", "not_in_force", "superseded", "ended", "in_place", "contraindicated", "done", "declined", "closed"
]
WHYS: tuple[Why, ...] = get_args(Why)
OFFERS = ("offer", "consider")
IN_USE: Mapping[str, str] = {"vaginal_progesterone": "progesterone", "pessary": "pessary"}
"""What is being used already is not offered again: the treatment, and the fact that says so."""
PROGESTOGENS = (may_be.vaginal_progesterone, may_be.injected_progesterone)
SUTURES = tuple(one for one in TREATMENTS.values() if one.places_suture)
WORD: Mapping[Why, Text] = {
    "died": Text("she has died", "孕产妇已死亡"),
    "not_in_force": Text("not in force", "非现行"),
    "superseded": Text("replaced", "已被替代"),
    "ended": Text("ended", "已终止"),
    "in_place": Text("a suture is in", "已有缝线"),
    "contraindicated": Text("contraindicated", "有禁忌"),
    "done": Text("done", "已完成"),
    "declined": Text("declined", "已拒绝"),
    "closed": Text("window closed", "时间已过"),
}
"""Beside a verdict: the least that says why nothing is offered by it."""
SAYS: Mapping[Why, Text] = {
    "died": Text("no longer stands: she has died", "不再提供:孕产妇已死亡"),
    "not_in_force": Text(
        "does not advise: not read closely enough, or not yet published", "不作建议:未核对原文或尚未发布"
    ),
    "superseded": Text("no longer stands: it has been replaced", "不再提供:已被新版替代"),
    "ended": Text("no longer stands: nothing is offered for the baby", "不再提供:不再为胎儿提供处理"),
    "in_place": Text("no longer stands: a suture is in", "不再提供:体内已有缝线"),
    "contraindicated": Text("does not stand: contraindicated", "不予提供:有禁忌"),
    "done": Text("no longer stands: it is done, or in use", "不再提供:已完成或正在使用"),
    "declined": Text("no longer stands: it was declined", "不再提供:已拒绝"),
    "closed": Text("no longer stands: its window has closed", "不再提供:时间已过"),
}
CONFIRM = Text("no heartbeat was seen; a doctor confirms it first", "未见胎心,须先由医生确认")
BRACKET = {"en": " ({})", "zh": "({})"}
LISTED = Text(", ", "、")


@dataclass(frozen=True, slots=True)
class Because:
    """Why advice that applies is not offered, by which facts; `on`: the day it was done or declined, where told."""

    why: Why
    facts: tuple[str, ...] = ()
    on: date | None = None


@dataclass(frozen=True, slots=True)
class AdviceStanding:
    """One woman on one day, as all advice is held against: facts as last told, and her plan."""

    facts: Facts
    planned: tuple[Planned, ...]
    on: date
    died: bool = False
    ended: str | None = field(init=False)
    sutured: bool = field(init=False)
    against: tuple[str, ...] = field(init=False)

    def __post_init__(self) -> None:
        """Read once what every piece of advice is held against."""
        object.__setattr__(self, "ended", no_offer(self.facts))
        object.__setattr__(self, "sutured", self.facts.values.get("suture_in") is True)
        object.__setattr__(self, "against", holding(evaluate(findings.rcog_contraindication, self.facts)))

    def still(self, verdict: Verdict, treatment: Treatment | None = None) -> Because | None:
        """Why advice no longer stands, or does not for one of its treatments; None while it does.

        Advice that offers a choice stands while any of its treatments does. A suture that is in has answered a choice
        in which one was offered.
        """
        one = verdict.recommendation
        if one.advice.kind not in OFFERS:
            return None
        if self.died:
            return Because("died")
        standing = one.standing(self.on)
        if standing != "in_force":
            return Because("superseded" if standing == "superseded" else "not_in_force")
        asked = one.advice.treatments if treatment is None else (treatment,)
        found = [self._gone(one, each) for each in asked]
        gone = [each for each in found if each is not None]
        return None if len(gone) < len(found) else min(gone, key=lambda each: WHYS.index(each.why), default=None)

    def _gone(self, one: Recommendation, treatment: Treatment) -> Because | None:
        """Why one treatment of a piece of advice in force is not offered."""
        if treatment.for_baby and self.ended is not None:
            return Because("ended", (self.ended,))
        places = [each.places_suture and not each.over_another for each in one.advice.treatments]
        if self.sutured and any(places) and treatment.for_baby:
            return Because("in_place", ("suture_in",))
        used = IN_USE.get(treatment.id)
        if used is not None and self.facts.values.get(used) is True:
            return Because("done", (used,))
        if treatment.places_suture and self.against:
            return Because("contraindicated", self.against)
        return self._by_plan(one, treatment) or self._closed(one, treatment)

    def _by_plan(self, one: Recommendation, treatment: Treatment) -> Because | None:
        """What the plan says of the steps that follow it, where all of them say so.

        A step that places a suture speaks of sutures, any other of the rest.
        """
        following = (each for each in self.planned if one.key in each.step.follows and each.state not in UNSAID)
        steps = [each for each in following if (each.step.done_by in PLACES) is treatment.places_suture]
        if not steps:
            return None
        stopped = tuple(dict.fromkeys(name for each in steps for name in each.stopped_by))
        if treatment.for_baby and all(each.stopped_by for each in steps):
            return Because("contraindicated", stopped)
        if all(each.state in DONE for each in steps):
            marks = [each.marked.on for each in steps if each.marked is not None]
            return Because("done", (), max(marks, default=None))
        if all(each.state in DONE or each.declined is not None for each in steps):
            days = [each.declined.on for each in steps if each.declined is not None]
            return Because("declined", (), max(days, default=None))
        return None

    def _closed(self, one: Recommendation, treatment: Treatment) -> Because | None:
        """Whether its window has closed under every plausible due date.

        Advice without a window of its own to place a suture or begin a progestogen has closed with the last window
        that any document read closely gives for such advice.
        """
        gestation = self.facts.values.get("gestation")
        if not isinstance(gestation, Span):
            return None
        own = None if one.window is None or one.window.closes is None else one.window.closes.amount
        closes = own if own is not None else last_closes(treatment)
        return Because("closed", ("gestation",)) if closes is not None and gestation.low >= closes else None


PLACES = ("cerclage", "abdominal cerclage")
UNSAID = ("not_for_her", "cannot_tell")
"""What says nothing of the advice: a hospital's own limits take away no document's."""


@cache
def last_closes(treatment: Treatment) -> int | None:
    """The first gestation (days) too late for a suture, or a progestogen, by every document read closely."""
    group = next((each for each in (SUTURES, PROGESTOGENS) if treatment in each), ())
    ends = [
        one.window.closes.amount
        for one in register.recommendations()
        if one.read in ADVISING and one.advice.kind in OFFERS and one.window is not None
        and one.window.closes is not None and set(one.advice.treatments) & set(group)
    ]  # fmt: skip
    return max(ends, default=None)


def standing_of(found: Assessment) -> AdviceStanding:
    """What the advice of one assessment is held against."""
    return AdviceStanding(as_last_told(found.known).facts, found.plan, found.on, she_died(found.case, found.on))


def still(verdict: Verdict, facts: Facts, planned: Iterable[Planned], on: date) -> Because | None:
    """Why one verdict's advice no longer stands, by her facts as last told and her plan; None while it does."""
    return AdviceStanding(facts, tuple(planned), on).still(verdict)


def because_in(because: Because, language: Language) -> str:
    """Why advice is not offered, as a sentence in one language."""
    if because.facts == ("alive",):
        said = CONFIRM[language]
    elif because.on is not None:
        said = because.on.isoformat()
    else:
        named = because.facts if because.why in ("ended", "contraindicated", "done") else ()
        said = LISTED[language].join(name_of(each, language) for each in named)
    return SAYS[because.why][language] + (BRACKET[language].format(said) if said else "")
