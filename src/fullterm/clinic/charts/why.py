"""One recommendation opened for one woman: what the software reads, and the reasons down to her facts."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from fullterm.care.assess.still import AdviceStanding, because_in
from fullterm.care.protocol.model import Protocol
from fullterm.care.verdicts.compare_guidelines import position
from fullterm.care.verdicts.documents import newer_in
from fullterm.clinic.charts.matrix import SYMBOL, body_of
from fullterm.clinic.charts.windows import ends
from fullterm.clinic.text.wording import missing_in
from fullterm.guidelines import register
from fullterm.guidelines.model import Recommendation
from fullterm.guidelines.verdict import Verdict, judge
from fullterm.logic.facts import Facts
from fullterm.logic.language import ALWAYS
from fullterm.logic.quantity import Unit
from fullterm.vocabulary.explain import Lines, explain
from fullterm.vocabulary.fact import Language
from fullterm.vocabulary.why import reasons
from fullterm.vocabulary.why import why as tree
from fullterm.vocabulary.wording import amount_in, place_of

DEEPEST = 7


def opened(
    verdict: Verdict, standing: AdviceStanding, facts: Facts, protocol: Protocol, language: Language
) -> dict[str, Any]:
    """Everything about one verdict, as a template context."""
    one = verdict.recommendation
    guideline = register.GUIDELINES[one.guideline]
    deciding = verdict.body if verdict.women.value is True else verdict.women
    stand = position(verdict, standing.on)
    gone = standing.still(verdict) if verdict.kind in ("applies", "cannot_tell") else None
    return {
        "short": guideline.short,
        "title": guideline.title[language],
        "ref": one.ref,
        "key": one.key,
        "says": one.says[language],
        "decision": one.decision,
        "advice": one.advice.kind,
        "treatments": [treatment.label[language] for treatment in one.advice.treatments],
        "verdict": verdict.kind,
        "position": stand,
        "symbol": "" if stand is None else SYMBOL[stand],
        "standing": one.standing(standing.on),
        "still": "" if gone is None else because_in(gone, language),
        "because": [reason.text for reason in reasons(deciding, facts, language)],
        "settled": deciding.value is not None,
        "missing": missing_in(verdict.missing, language, most=20),
        "ask": _ask(verdict.missing),
        "women": [] if one.women == ALWAYS else lines(explain(one.women, language, open_named=True)),
        "when": lines(explain(one.when, language, open_named=True)),
        "unless": [] if one.unless is None else lines(explain(one.unless, language, open_named=True)),
        "women_tree": [] if one.women == ALWAYS else lines(tree(verdict.women, facts, language)),
        "body_tree": lines(tree(verdict.body, facts, language)),
        "note": None if one.note is None else one.note[language],
        "window": _window(one, language),
        "read": one.read,
        "newer": newer_in(one, standing.on, language),
        "review": guideline.review,
        "past_review": guideline.past_review(standing.on),
        "follows": [step.title[language] for step in protocol.steps if one.key in step.follows],
        "departs": [
            {"step": step.title[language], "why": gone.why[language]}
            for step in protocol.steps
            for gone in step.departs
            if gone.advice == one.key
        ]
        + [{"step": "", "why": gone.why[language]} for gone in protocol.departs if gone.advice == one.key],
    }


def _ask(missing: Iterable[str]) -> str:
    """The missing fact the interview is to begin with; how far along she is follows from her dating, not from here."""
    keys = sorted((one for one in missing if one != "gestation"), key=place_of)
    return "pregnant" if "pregnant" in keys else keys[0] if keys else ""


def lines(found: Lines) -> list[dict[str, Any]]:
    """A tree's lines, each with how deep it stands: a class, because an attribute may carry no style."""
    return [
        {"depth": min(one.depth, DEEPEST), "text": one.text, "answer": one.answer, "found": one.found} for one in found
    ]


def others(one: Recommendation, facts: Facts, on: date, body: str, language: Language) -> list[dict[str, Any]]:
    """What else the same body says of the same treatments in the same decision."""
    treatments = set(one.advice.treatments)
    same = (
        other
        for other in register.recommendations()
        if other.decision == one.decision
        and other.key != one.key
        and treatments & set(other.advice.treatments)
        and body_of(register.GUIDELINES[other.guideline]) == body
    )
    return [
        {
            "guideline": other.guideline,
            "ref": other.ref,
            "short": register.GUIDELINES[other.guideline].short,
            "says": other.says[language],
            "advice": other.advice.kind,
            "verdict": judge(other, facts).kind,
            "standing": other.standing(on),
        }
        for other in same
    ]


def _window(one: Recommendation, language: Language) -> str:
    if one.window is None:
        return ""
    opens, closes = one.window.opens, one.window.closes
    first = None if opens is None or opens.amount <= 0 else amount_in(opens.amount, Unit.DAYS, language)
    last = None if closes is None else amount_in(closes.amount - 1, Unit.DAYS, language)
    return ends(first, last, language)
