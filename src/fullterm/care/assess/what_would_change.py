"""What would change it: the facts still to come that would bring in advice which does not apply today."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from fullterm.care.assess.assessment import TREATING, Assessment
from fullterm.care.assess.still import standing_of
from fullterm.care.interview.next_question import POSSIBLE
from fullterm.guidelines.model import Recommendation
from fullterm.guidelines.verdict import body
from fullterm.logic.change import FactChange, would_change, would_open
from fullterm.logic.evaluate import truth
from fullterm.logic.facts import Facts, Value
from fullterm.logic.nodes import Bool
from fullterm.logic.quantity import exactly, weeks
from fullterm.vocabulary import sutures
from fullterm.vocabulary.explain import explain, show
from fullterm.vocabulary.fact import VOCABULARY, Language, Text
from fullterm.vocabulary.wording import COLON, name_of

GROWS = frozenset({"gestation"})
TO_ASK = Text("to be asked then: {}", "届时须问:{}")
EXPECTING = Text("pregnant with one baby, at 16 weeks", "怀单胎至孕16周时")


def changes(found: Assessment, language: Language) -> Iterator[dict[str, Any]]:
    """What would bring in advice that does not apply today, from what can still happen.

    Before conception it is read as once she carries one baby at 16 weeks: what will matter then is what she wants to
    know now. What no longer stands (`care.assess.still`) is not watched for.
    """
    standing = standing_of(found)
    if standing.died:
        return
    before = found.known.facts.values.get("pregnant") is not True
    imagined = _expecting(found.known.facts) if before else found.known.facts
    for one in found.advising():
        recommendation = one.recommendation
        if one.kind != "does_not_apply" or recommendation.decision not in TREATING:
            continue
        if recommendation.advice.kind not in ("offer", "consider"):
            continue
        if not before and standing.still(one) is not None:  # what could come would offer nothing any more
            continue
        if before and truth(body(recommendation), imagined) is True:
            yield _change(recommendation, EXPECTING[language], ["pregnant"])
        for change in _of_one_fact(body(recommendation), imagined):
            yield _change(recommendation, in_words(change, language), [change.key], sorted(change.open))


def _of_one_fact(rule: Bool, facts: Facts) -> tuple[FactChange, ...]:
    """What would bring it in alone; where nothing would, what would once a question of that day is answered.

    Time alone is left out of the second: what a later week only opens is a question of the plan's, and no change.
    """
    found = would_change(rule, facts, may_change=still_open, grows=GROWS, possible=POSSIBLE)
    alone = tuple(change for change in found if change.sufficient)
    if alone:
        return alone
    opened = would_open(rule, facts, may_change=lambda key: key not in GROWS and still_open(key), possible=POSSIBLE)
    return tuple(change for change in opened if all(still_open(key) for key in change.open))


def _expecting(facts: Facts) -> Facts:
    at_16 = exactly(weeks(16).amount)
    now: dict[str, Value] = {"pregnant": True, "fetuses": exactly(1), "gestation": at_16, "suture": "none"}
    return Facts({**facts.values, **now, **sutures.said_by("none")}, facts.lists)


def _change(one: Recommendation, condition: str, keys: list[str], asked: Sequence[str] = ()) -> dict[str, Any]:
    return {
        "guideline": one.guideline,
        "ref": one.ref,
        "decision": one.decision,
        "advice": one.advice.kind,
        "treatments": [treatment.id for treatment in one.advice.treatments],
        "if": condition,
        "facts": keys,
        "ask": list(asked),
    }


def still_open(key: str) -> bool:
    """Whether a fact can still change: what belongs to this pregnancy and to the days to come."""
    rows = key.partition("[")[0].partition(".")[0]
    fact = VOCABULARY.facts.get(key)
    return rows == "scans" or (fact is not None and fact.lasts is not None and key not in ("age", "bmi"))


def in_words(change: FactChange, language: Language) -> str:
    """A change as a phrase, with what would have to be asked then."""
    first, *rest = (line.strip() for line in show(explain(change.requirement, language), language).splitlines())
    between = "; " if language == "en" else ";"
    said = first + COLON[language] + between.join(rest) if rest else first
    if not change.open:
        return said
    asked = (", " if language == "en" else "、").join(name_of(key, language) for key in sorted(change.open))
    return said + between + TO_ASK[language].format(asked)
