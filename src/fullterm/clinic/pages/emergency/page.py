"""The emergency page as a template context: contraindications, the hospital's step, every body, this hour."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any, Final

from fullterm.care.assess.assessment import Assessment
from fullterm.care.assess.first_line_text import first_line_in
from fullterm.care.case.facts_on import Known, as_last_told, current_pregnancy
from fullterm.care.plan import emergency
from fullterm.care.plan.emergency import Contraindication, EmergencyAdvice, Stand
from fullterm.care.plan.planned import DONE, Planned
from fullterm.care.verdicts.limits import Limit
from fullterm.clinic.charts.matrix import SYMBOL
from fullterm.clinic.pages.emergency.form import ONCE, SEVERAL, SIX
from fullterm.clinic.text.wording import missing_in
from fullterm.clinic.words import WORDS
from fullterm.guidelines import register
from fullterm.guidelines.figures import FIGURES
from fullterm.guidelines.model import Recommendation
from fullterm.guidelines.verdict import Verdict
from fullterm.logic.evaluate import truth
from fullterm.logic.facts import Facts
from fullterm.logic.nodes import Compare
from fullterm.vocabulary.clause import Range, range_phrase
from fullterm.vocabulary.explain import explain
from fullterm.vocabulary.fact import VOCABULARY, Language
from fullterm.vocabulary.why import reasons
from fullterm.vocabulary.wording import COLON, option_label, said_in, value_in

Plain = dict[str, Any]
SAYS_MOST: Final = (
    "against", "for", "may", "cannot_tell", "not_met", "uncertain", "silent", None, "not_for_her", "not_checked",
)  # fmt: skip
MAY_BE: Final = ("open", "closing", "cannot_tell", "not_yet_due")
"""The states of the hospital's step in which a suture may still be decided, unless something stops it."""
TONE: Final = {"against": "stop", "for": "go", "may": "go", "cannot_tell": "ask", "uncertain": "soon"}


def page(found: Assessment, language: Language) -> Plain:
    """Everything the page says of this woman today, in one language."""
    facts, on, all_ = found.known.facts, found.on, register.recommendations()
    step = emergency.rescue_step(found.plan)
    against = emergency.contraindications(all_, facts, on)
    advice = emergency.this_hour(all_, facts, on)
    tasks = [_task(one, facts, language) for one in advice]
    lines = first_line_in(found, language)["lines"]
    closed = step is not None and not may_be(step)
    return {
        "answers": answers(found.known, language),
        "asked": asked(found.known),
        "confirm": facts.values.get("alive") is False and "babies_died" not in facts.values,
        "present": [_forbids(one, language) for one in against if one.holds is True],
        "open": [_forbids(one, language) for one in against if one.holds is None],
        "absent": [_forbids(one, language) for one in against if one.holds is False],
        "step": None if step is None else _step(step, lines, found.known, language),
        "other_steps": [one for one in lines if step is None or one["step"] != step.step.id],
        "bodies": _bodies(emergency.stands(found.verdicts, facts, on), facts, on, language),
        "unchecked": _unchecked(emergency.stands(found.verdicts, facts, on)),
        "now": _by_task(task for task in tasks if not task["decided"]),
        "then": [] if closed else _by_task(task for task in tasks if task["decided"]),
        "tell": [] if closed else [_said(one, language) for one in emergency.to_tell(all_, facts, on)],
        "figures": [] if closed else figures(facts, language),
    }


def answers(known: Known, language: Language) -> list[Plain]:
    """The six answers as they stand: the value, its day where that is not today, and what is too old to count."""
    found = [_answer(name, known, language) for card in SIX for name in card]
    told = [_answer(name, known, language) for name in ONCE]
    return [*found, *(one for one in told if one["value"])]


def asked(known: Known) -> bool:
    """Whether an examination counts today: until then there is nothing to judge."""
    return "dilatation" in known.facts.values or "membranes" in known.facts.values


def _answer(name: str, known: Known, language: Language) -> Plain:
    if name not in SEVERAL:
        fact = VOCABULARY.facts[name]
        seen, old = known.sources.get(name), known.stale.get(name)
        value = known.facts.values.get(name)
        return {
            "label": fact.label[language],
            "value": "" if value is None else value_in(fact, value, language),
            "on": _older(None if seen is None else seen.on, known.on),
            "was": "" if old is None else value_in(fact, old.value, language),
            "was_on": None if old is None else old.on,
        }
    several = SEVERAL[name]
    option = several.said(known)
    days = [known.sources[fact].on for fact in several.facts if fact in known.sources]
    old_days = [known.stale[fact].on for fact in several.facts if fact in known.stale]
    parts = [_answer(fact, known, language) for fact in several.facts]
    value = WORDS[f"emergency.{name}.{option}"][language] if option else _joined(parts, "value", language)
    return {
        "label": WORDS[f"emergency.{name}"][language], "value": value,
        "on": _older(min(days), known.on) if days else None,
        "was": _joined(parts, "was", language), "was_on": min(old_days) if old_days else None,
    }  # fmt: skip


def _joined(parts: list[Plain], key: str, language: Language) -> str:
    return ("，" if language == "zh" else ", ").join(
        part["label"] + COLON[language] + part[key] for part in parts if part[key]
    )


def _older(day: date | None, on: date) -> date | None:
    return None if day == on else day


# -- contraindications


def _forbids(one: Contraindication, language: Language) -> Plain:
    fact = VOCABULARY.facts[one.fact]
    if one.options:
        label = option_label(fact, one.options[0], language)
    else:
        label = _absent(one, language) if one.when_no else fact.label[language]
    return {
        "label": label,
        "named": [
            {"guideline": by.guideline, "ref": by.ref, "short": register.GUIDELINES[by.guideline].short}
            for by in _one_a_document(one)
        ],
    }


def _absent(one: Contraindication, language: Language) -> str:
    """What the absence of a finding is called. While nobody has looked it is named, and not said to be absent."""
    fact = VOCABULARY.facts[one.fact]
    if one.holds is None:
        return fact.label[language]
    if one.holds:
        return said_in(fact, False, language)
    return fact.label[language] + COLON[language] + value_in(fact, False, language)


def _one_a_document(one: Contraindication) -> list[Any]:
    """Each document once: where it forbids outright, that recommendation stands for it."""
    named = sorted(one.named, key=lambda by: by.advice.kind != "do_not_offer")
    return list({by.guideline: by for by in reversed(named)}.values())[::-1]


# -- the hospital's own step


def may_be(planned: Planned) -> bool:
    """Whether a suture may still be decided: nothing stops it, and nothing else is done in its place."""
    return planned.state in MAY_BE and not planned.stopped_by and planned.instead is None


def _step(planned: Planned, lines: Iterable[Plain], known: Known, language: Language) -> Plain:
    """The hospital's step as the first line has it (`line`); its own words where it is no emergency today."""
    return {
        "title": planned.step.title[language],
        "source": planned.step.source[language],
        "id": planned.step.id,
        "state": planned.state,
        "line": next((one for one in lines if one["step"] == planned.step.id), None),
        "why": _why(planned, as_last_told(known).facts),
        "tone": {"open": "stop", "closing": "stop"}.get(planned.state, ""),
        "follows": [
            {"guideline": one.recommendation.guideline, "ref": one.recommendation.ref, "verdict": one.kind,
             "short": register.GUIDELINES[one.recommendation.guideline].short}
            for one in planned.followed
        ],
    }  # fmt: skip


def _why(planned: Planned, facts: Facts) -> str:
    """Why the hospital's step is not for her today: `sutured`, `nobody`; nothing while it stands."""
    if planned.state in DONE:
        return "sutured"
    if planned.state != "not_for_her":
        return ""
    barred = planned.step.unless is not None and truth(planned.step.unless, facts) is True
    return "sutured" if barred else "nobody"


# -- the bodies


def _bodies(stands: Iterable[Stand], facts: Facts, on: date, language: Language) -> list[Plain]:
    """Each document that speaks of a rescue suture: where it stands for her, its limits, and its sentences."""
    grouped: dict[str, list[Stand]] = {}
    for one in stands:
        if one.verdict.recommendation.standing(on) == "in_force" and one.verdict.kind != "not_for_her":
            grouped.setdefault(one.verdict.recommendation.guideline, []).append(one)
    found = []
    for several in grouped.values():
        first = min(several, key=lambda one: SAYS_MOST.index(one.position))
        if first.position in (None, "silent") and not any(one.limits for one in several):
            continue
        several.sort(key=lambda one: one.verdict.kind != "applies")
        rows = [_row(one, facts, language) for one in several]
        position = first.position or "not_met"
        found.append(
            _said(first.verdict, language) | {
                "position": position, "symbol": SYMBOL[position], "tone": TONE.get(position, ""),
                "word": WORDS[f"woman_position.{position}"][language],
                "limits": _limits(several, language), "rows": rows,
            }
        )  # fmt: skip
    return sorted(found, key=lambda one: SAYS_MOST.index(one["position"]))


def _limits(several: Iterable[Stand], language: Language) -> list[Plain]:
    """Every limit of one document once: first those it allows a suture within, then those from which it warns."""
    shown: dict[tuple[str, bool], Plain] = {}
    allows = ("offer", "consider")
    for stand in sorted(several, key=lambda one: one.verdict.recommendation.advice.kind not in allows):
        kind = stand.verdict.recommendation.advice.kind
        warns = kind not in allows
        for one in stand.limits:
            text = _limit(one, language)
            if not (warns and (text, False) in shown):
                prefix = WORDS[f"woman_advice.{kind}"][language] + COLON[language] if warns else ""
                word = WORDS[f"emergency.{_told_as(one, warns)}.{_yes(one.holds)}"][language]
                shown.setdefault(
                    (text, warns), {"text": prefix + text, "holds": _yes(one.holds), "warns": warns, "word": word}
                )
    return sorted(shown.values(), key=lambda one: one["warns"])


def _told_as(one: Limit, warns: bool) -> str:
    """Which words say whether she is there. Nobody *reaches* "before 20w0d" at 22 weeks: that one is so or is not."""
    if not isinstance(one.of, Range | Compare):
        return "finding"
    if not warns or isinstance(one.of, Range):
        return "limit"
    return "warn" if one.of.operator in (">", ">=") else "below"


def _limit(one: Limit, language: Language) -> str:
    return range_phrase(one.of, language) if isinstance(one.of, Range) else explain(one.of, language)[0].text


def _row(one: Stand, facts: Facts, language: Language) -> Plain:
    verdict = one.verdict
    deciding = verdict.body if verdict.women.value is True else verdict.women
    return _said(verdict, language) | {
        "advice": verdict.recommendation.advice.kind,
        "verdict": verdict.kind,
        "because": [reason.text for reason in reasons(deciding, facts, language)] if deciding.value is not None else [],
        "missing": missing_in(verdict.missing, language),
    }


def _yes(holds: bool | None) -> str:
    return {True: "yes", False: "no", None: "unknown"}[holds]


def _unchecked(stands: Iterable[Stand]) -> list[str]:
    found = (one.verdict.recommendation for one in stands if one.position == "not_checked")
    return [f"{register.GUIDELINES[one.guideline].short} {one.ref}" for one in found]


# -- this hour, and what to tell her


def _task(one: EmergencyAdvice, facts: Facts, language: Language) -> Plain:  # noqa: ARG001  # one shape with the rows
    return _said(one.verdict, language) | {
        "task": one.task,
        "decided": one.decided,
        "unless": missing_in(one.unless, language),
    }


def _by_task(tasks: Iterable[Plain]) -> list[tuple[str, list[Plain]]]:
    found: dict[str, list[Plain]] = {}
    for task in tasks:
        found.setdefault(task["task"], []).append(task)
    return list(found.items())


def _said(verdict: Verdict, language: Language) -> Plain:
    """One sentence of a document, with where it stands and how it was read."""
    one = verdict.recommendation
    return {
        "says": one.says[language],
        "guideline": one.guideline,
        "ref": one.ref,
        "short": register.GUIDELINES[one.guideline].short,
        "place": _place(one),
        "row": one.row,
        "read": one.read,
        "note": None if one.note is None else one.note[language],
    }


def _place(one: Recommendation) -> str:
    """Where the sentence stands in its document, beside the number it is known by."""
    return "" if one.locus in ("-", "abstract") else one.locus.removeprefix(one.ref).lstrip(", ")


def figures(facts: Facts, language: Language) -> list[Plain]:
    """What studies found of a rescue suture; the one on twins only where there may be twins."""
    singleton = facts.values.get("fetuses") == (1, 1)
    return [
        {"says": one.says[language], "source": one.source, "read": one.read, "row": one.row}
        for one in FIGURES
        if emergency.RESCUE in one.about and not (singleton and one.row == "EV-TWINS")
    ]


def is_dated(found: Assessment) -> bool:
    """Whether the pregnancy is dated: her gestation is asked of nobody twice."""
    pregnancy = current_pregnancy(found.case, found.on)
    return pregnancy is not None and pregnancy.dating is not None
