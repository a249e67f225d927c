"""An assessment as plain values: what `assess --json` prints, and what the page and the terminal draw from.

The shape is documented in docs/assess-json.md and stable: fields may be added, never renamed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date, timedelta
from typing import Any, TypeAlias

from fullterm.care.assess.assessment import Assessment
from fullterm.care.assess.first_line_text import ask_again, first_line_in
from fullterm.care.assess.still import WORD, AdviceStanding, because_in, standing_of
from fullterm.care.assess.what_would_change import changes
from fullterm.care.case.model import EarlierPregnancy, show_days
from fullterm.care.case.sutures import sutures
from fullterm.care.interview.next_question import words_of
from fullterm.care.plan.planned import Planned
from fullterm.care.plan.window import Days, Ends
from fullterm.care.verdicts.compare_guidelines import side_by_side
from fullterm.care.verdicts.differential import Candidate
from fullterm.care.verdicts.documents import documents_in, newer_in
from fullterm.guidelines import register
from fullterm.guidelines.model import Recommendation
from fullterm.guidelines.verdict import Verdict
from fullterm.logic.facts import Facts
from fullterm.logic.quantity import LOWEST, Span, Unit, show_amount, show_span
from fullterm.vocabulary.fact import VOCABULARY, Language
from fullterm.vocabulary.why import reasons
from fullterm.vocabulary.wording import value_in

Plain: TypeAlias = dict[str, Any]


def report(found: Assessment, language: Language, parts: Iterable[str] | None = None) -> Plain:
    """Everything in one assessment as plain values, sentences in one language; or only these parts of it."""
    return {name: PARTS[name](found, language) for name in (PARTS if parts is None else parts)}


def _sides(found: Assessment) -> list[Plain]:
    return [
        {
            "decision": side.decision,
            "treatment": side.treatment.id,
            "differ": side.differ,
            "positions": dict(side.positions),
        }
        for side in side_by_side(found.verdicts, found.on)
    ]


def _pregnant(found: Assessment) -> bool | None:
    value = found.known.facts.values.get("pregnant")
    assert value is None or isinstance(value, bool)
    return value


def _pregnancy(found: Assessment) -> Plain | None:
    pregnancy = found.case.pregnancy
    if pregnancy is None or found.known.facts.values.get("pregnant") is not True:
        return None
    gestation = pregnancy.gestation(found.on)
    dating = pregnancy.dating
    return {
        "gestation": show_span(gestation, Unit.DAYS),
        "due": None if dating is None else show_days(dating.due),
        "dating": None if dating is None else dating.method,
        "uncertainty_stated": dating is not None and dating.stated,
    }


def _earlier(one: EarlierPregnancy, language: Language) -> Plain:
    fields = VOCABULARY.fields("earlier")
    told = {seen.fact: seen for seen in one.observations}
    return {
        "number": one.number,
        "ended": show_days(one.ended),
        "said": one.said,
        "facts": [
            {
                "fact": name,
                "label": fields[name].label[language],
                "value": value_in(fields[name], seen.value, language),
                "source": seen.source,
                "on": seen.on.isoformat(),
            }
            for name, seen in told.items()
        ],
    }


def _stale(name: str, found: Assessment, language: Language) -> Plain:
    seen = found.known.stale[name]
    fact = VOCABULARY.facts[name]
    value = value_in(fact, seen.value, language)
    return {"fact": name, "label": fact.label[language], "value": value, "on": seen.on.isoformat(), "lasts": fact.lasts}


def _definition(found: Assessment, place: int, language: Language) -> Plain:
    definition, met = found.definitions[place]
    return {
        "id": definition.id,
        "country": definition.country,
        "kind": definition.kind,
        "term": definition.term[language],
        "says": definition.says[language],
        "met": {True: "yes", False: "no", None: "cannot_tell"}[met],
        "row": definition.row,
        "read": definition.read,
    }


def _cause(one: Candidate, facts: Facts, language: Language) -> Plain:
    return {
        "id": one.cause.id,
        "cause": one.cause.label[language],
        "of_the_cervix": one.cause.of_the_cervix,
        "standing": one.standing,
        "arguments": [
            {
                "effect": weighed.argument.effect,
                "holds": {True: "yes", False: "no", None: "cannot_tell"}[weighed.reading.value],  # type: ignore[index]  # a condition's value is a truth
                "only_a_risk": weighed.only_a_risk,
                "says": weighed.argument.says[language],
                "because": [reason.text for reason in reasons(weighed.reading, facts, language)],
                "missing": sorted(weighed.reading.missing) if weighed.reading.value is None else [],
                "citation": {
                    "document": weighed.argument.citation.document,
                    "locus": weighed.argument.citation.locus,
                    "row": weighed.argument.citation.row,
                },
                "read": weighed.argument.citation.read,
            }
            for weighed in one.weighed
        ],
        "missing": sorted(one.missing),
    }


def citation(one: Recommendation) -> Plain:
    """Where a recommendation stands: document, edition, place, grade, and the row it was written from."""
    guideline = register.GUIDELINES[one.guideline]
    return {
        "document": guideline.title.en,
        "publisher": guideline.publisher,
        "edition": guideline.edition,
        "locus": one.locus,
        "grade": one.grade,
        "url": guideline.url,
        "row": one.row,
    }


def _verdicts(found: Assessment, language: Language) -> list[Plain]:
    standing = standing_of(found)
    return [_verdict(one, found, standing, language) for one in found.verdicts]


def _still(one: Verdict, standing: AdviceStanding, language: Language) -> tuple[Plain | None, list[str]]:
    """Why advice is not offered although it applies, or may; and for which of its treatments it still stands."""
    if one.kind not in ("applies", "cannot_tell"):
        return None, []
    because = standing.still(one)
    stands = [each.id for each in one.recommendation.advice.treatments if standing.still(one, each) is None]
    if because is None:
        return None, stands
    day = None if because.on is None else because.on.isoformat()
    told = {"why": because.why, "word": WORD[because.why][language], "says": because_in(because, language)}
    return told | {"facts": list(because.facts), "on": day}, stands


def _verdict(one: Verdict, found: Assessment, standing: AdviceStanding, language: Language) -> Plain:
    recommendation = one.recommendation
    still, stands_for = _still(one, standing, language)
    deciding = one.body if one.women.value is True else one.women
    window = recommendation.window
    return {
        "guideline": recommendation.guideline,
        "short": register.GUIDELINES[recommendation.guideline].short,
        "ref": recommendation.ref,
        "decision": recommendation.decision,
        "advice": recommendation.advice.kind,
        "treatments": [treatment.id for treatment in recommendation.advice.treatments],
        "says": recommendation.says[language],
        "verdict": one.kind,
        "standing": recommendation.standing(found.on),
        "still": still,
        "stands_for": stands_for,
        "missing": sorted(one.missing),
        "because": [reason.text for reason in reasons(deciding, found.known.facts, language)],
        "citation": citation(recommendation),
        "read": recommendation.read,
        "note": None if recommendation.note is None else recommendation.note[language],
        "newer": newer_in(recommendation, found.on, language),
        "window": None
        if window is None
        else {
            "opens": None if window.opens is None else str(window.opens),
            "closes": None if window.closes is None else str(window.closes),
            "now": _now(found, None if window.opens is None else window.opens.amount, window.closes),
        },
    }


def _now(found: Assessment, opens: int | None, closes: Any) -> str | None:
    gestation = found.known.facts.values.get("gestation")
    if not isinstance(gestation, Span):
        return None
    if closes is not None and gestation.low >= closes.amount:
        return "closed"
    return "not_yet" if opens is not None and gestation.high < opens else "open"


def _step(one: Planned, found: Assessment, language: Language) -> Plain:
    facts = found.known.facts
    because = [reason.text for reading in one.trigger for reason in reasons(reading, facts, language)]
    shown = one.instead or one.step
    return {
        "step": one.step.id,
        "suture": one.suture or None,
        "placed": _placed(one, found),
        "title": shown.title[language],
        "says": shown.says[language],
        "who": shown.who,
        "state": one.state,
        "certain": one.certain,
        "opens": _first(one.certain_days),
        "best": None if one.best is None else list(_both_ends(one.certain_best)),
        "closes": _after_last(one.certain_days),
        "possibly": {"opens": _first(one.possible_days), "closes": _after_last(one.possible_days)},
        "gestation": {
            "opens": _weeks(one.opens),
            "best": None if one.best is None else [_weeks(one.best[0]), _weeks(one.best[1])],
            "closes": _weeks(one.closes),
        },
        "done_at": None if one.done is None or one.done.low == LOWEST else show_span(one.done, Unit.DAYS),
        "done_on": None if one.marked is None else one.marked.on.isoformat(),
        "declined": None
        if one.declined is None
        else {"on": one.declined.on.isoformat(), "why": one.declined.reason, "by": one.declined.by},
        "decided": None
        if one.decided is None
        else {"choice": one.decided.choice, "on": one.decided.on.isoformat(), "why": one.decided.reason},
        "urgent": one.step.urgent,
        "because": because + [f"{v.recommendation.key}: {v.recommendation.says[language]}" for v in one.followed],
        "told": ask_again(one, language),
        "missing": sorted(one.missing),
        "check_first": list(one.check_first),
        "stopped_by": list(one.stopped_by),
        "follows": list(one.step.follows),
        "departs": [{"from": gone.advice, "why": gone.why[language]} for gone in one.step.departs],
        "source": one.step.source.en,
    }


def _placed(one: Planned, found: Assessment) -> str | None:
    """When the suture of a line was placed, where several have one; None while nobody told when."""
    if sum(each.step.id == one.step.id for each in found.plan) < 2:
        return None
    about = next((each for each in sutures(found.case, found.on) if one.suture and each.id == one.suture), None)
    if about is None or (about.gestation.unknown and about.placed.unknown):
        return None
    return show_days(about.placed) if about.gestation.unknown else show_span(about.gestation, Unit.DAYS)


def _first(days: Days | None) -> str | None:
    return None if days is None else _iso(days[0])


def _after_last(days: Days | None) -> str | None:
    return None if days is None or days[1] is None else (days[1] + timedelta(days=1)).isoformat()


def _both_ends(days: Days | None) -> tuple[str | None, str | None]:
    return (None, None) if days is None else (_iso(days[0]), _iso(days[1]))


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _weeks(end: Ends | None) -> str | None:
    return None if end is None else show_amount(end.gestation, Unit.DAYS)


def _question(found: Assessment, language: Language) -> Plain | None:
    question = found.question
    if question is None:
        return None
    return {
        "fact": question.key,
        "question": words_of(question.key, found.known.facts, language),
        "settles": question.settles,
        "about": list(question.rules),
    }


PARTS: Mapping[str, Callable[[Assessment, Language], Any]] = {
    "on": lambda found, _: found.on.isoformat(),
    "told": lambda found, _: found.case.told.isoformat(),
    "language": lambda _, language: language,
    "protocol": lambda found, language: {"id": found.protocol.id, "title": found.protocol.title[language]},
    "pregnant": lambda found, _: {True: "yes", False: "no", None: "cannot_tell"}[_pregnant(found)],
    "pregnancy": lambda found, _: _pregnancy(found),
    "timeline": lambda found, language: [_earlier(one, language) for one in found.case.earlier],
    "timeline_complete": lambda found, _: found.case.earlier_complete,
    "stale": lambda found, language: [_stale(name, found, language) for name in sorted(found.known.stale)],
    "guidelines": lambda found, language: documents_in(found.on, language),
    "definitions": lambda found, language: [_definition(found, n, language) for n in range(len(found.definitions))],
    "causes": lambda found, language: [_cause(one, found.known.facts, language) for one in found.candidates],
    "side_by_side": lambda found, _: _sides(found),
    "recommendations": _verdicts,
    "first_line": first_line_in,
    "plan": lambda found, language: [_step(one, found, language) for one in found.plan],
    "next_question": lambda found, language: _question(found, language),
    "would_change": lambda found, language: list(changes(found, language)),
}
"""What a report is made of, in the order in which it is printed; each part is made by itself, from the assessment."""
