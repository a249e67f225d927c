"""What the page of a signature shows, as plain values in both languages: to be drawn, and frozen once it is signed.

Only what is decided upon: the causes, the steps that are or may be hers, the advice that applies or cannot be told,
the facts they rest on. A text in both languages is `{"en": …, "zh": …}`; `spoken` picks one.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from fullterm.care.assess.assessment import Assessment
from fullterm.care.assess.report import Plain, report
from fullterm.care.case.facts_on import Known
from fullterm.care.plan.done import stays_whatever_is_decided
from fullterm.care.plan.planned import Planned
from fullterm.care.protocol.rules_version import edition
from fullterm.care.record.places import Document
from fullterm.guidelines import register
from fullterm.guidelines.model import ADVISING, DECISIONS, AdviceKind
from fullterm.logic.facts import Value
from fullterm.logic.quantity import Span, Unit
from fullterm.vocabulary import sutures
from fullterm.vocabulary.fact import VOCABULARY, Fact, Language, Text
from fullterm.vocabulary.treatments import TREATMENTS
from fullterm.vocabulary.wording import amount_in, fact_named, name_of, span_in, value_in

DECIDED_UPON: frozenset[AdviceKind] = frozenset(
    {"offer", "consider", "not_routinely", "do_not_offer", "uncertain"}
)  # what only informs, or is silent, advises nothing that could be accepted or declined
OPEN = ("applies", "cannot_tell")
TO, FROM, UNTIL = Text(" to ", "至"), Text("from {}", "{}起"), Text("until {}", "{}止")
PASSES = frozenset({"gestation"})
"""What changes by itself from day to day: shown, and never counted as a change."""


def frozen(found: Assessment, document: Document) -> Plain:
    """Everything the page of a signature shows of one woman on one day."""
    told = {"en": report(found, "en"), "zh": report(found, "zh")}
    advice = _advice(told)
    used = sorted({one["guideline"] for one in advice})
    return {
        "on": found.on.isoformat(),
        "pregnant": told["en"]["pregnant"],
        "pregnancy": told["en"]["pregnancy"],
        "rules": {
            "edition": edition(found.protocol),
            "protocol": {"id": found.protocol.id, "title": _text(found.protocol.title)},
            "guidelines": [
                {"id": name, "short": register.GUIDELINES[name].short, "edition": register.GUIDELINES[name].edition}
                for name in used
            ],
        },
        "causes": [_cause(*pair) for pair in _pairs(told, "causes")],
        "steps": [
            _step(*pair)
            | {
                "weeks": _both(partial(_weeks, one)),
                "source": _text(one.step.source),
                "stays": stays_whatever_is_decided(one.step),
            }
            for one, pair in zip(found.plan, _pairs(told, "plan"), strict=True)
            if one.state != "not_for_her"
        ],
        "advice": advice,
        "facts": list(facts_of(found.known)),
        "document": document,
    }


def spoken(value: Any, language: Language) -> Any:
    """The same values with every text in one language."""
    if isinstance(value, dict):
        if value.keys() == {"en", "zh"}:
            return value[language]
        return {name: spoken(one, language) for name, one in value.items()}
    return [spoken(one, language) for one in value] if isinstance(value, list) else value


def facts_of(known: Known) -> Iterator[Plain]:
    """Every fact known on a day, with its source and its day; what nobody told but follows has neither."""
    names = [*known.sources, *(name for name in known.facts.values if name not in known.sources)]
    follows = sutures.FACTS if isinstance(known.facts.values.get("suture"), str) else ()  # it says all three
    for name in (one for one in names if one not in follows):
        seen = known.sources.get(name)
        value = seen.value if seen is not None and name not in known.facts.values else known.facts.values[name]
        yield fact_in(name, value) | {
            "on": None if seen is None else seen.on.isoformat(),
            "source": None if seen is None else seen.source,
        }


def fact_in(name: str, value: Value) -> Plain:
    """One fact and its value in both languages."""
    rows, _, short = name.partition("].")
    fact = fact_named(short, rows.partition("[")[0]) if short else VOCABULARY.facts.get(name)
    raw = [value.low, value.high] if isinstance(value, Span) else value
    return {
        "fact": name,
        "label": _both(lambda one: name_of(name, one)),
        "value": _both(_shown(fact, value)),
        "raw": raw,  # what is compared: words may be put better in a later release
    }


def _shown(fact: Fact | None, value: Value) -> Any:
    if fact is None:
        return lambda one: span_in(value, Unit.DAYS, one) if isinstance(value, Span) else str(value)
    return lambda one: value_in(fact, value, one)


def _both(said: Any) -> Plain:
    return {"en": said("en"), "zh": said("zh")}


def _text(text: Text) -> Plain:
    return {"en": text.en, "zh": text.zh}


def _pairs(told: dict[str, Plain], name: str) -> Iterator[tuple[Plain, Plain]]:
    return zip(told["en"][name], told["zh"][name], strict=True)


def _of(en: Plain, zh: Plain, *names: str) -> Plain:
    return {name: {"en": en[name], "zh": zh[name]} for name in names}


def _missing(one: Plain) -> Plain:
    return _both(lambda language: [name_of(key, language) for key in one["missing"]])


def _cause(en: Plain, zh: Plain) -> Plain:
    return {
        "id": en["id"],
        **_of(en, zh, "cause"),
        "standing": en["standing"],
        "arguments": [
            {
                "effect": "risk" if one["only_a_risk"] else one["effect"],
                **_of(one, other, "says", "because"),
                "citation": f"{one['citation']['document']}, {one['citation']['locus']}",
                "read": one["read"],
                "checked": one["read"] in ADVISING,
            }
            for one, other in zip(en["arguments"], zh["arguments"], strict=True)
            if one["holds"] == "yes" or one["only_a_risk"]
        ],
        "missing": _missing(en) if en["standing"] in ("cannot_tell", "supported") else {"en": [], "zh": []},
    }


def _weeks(one: Planned, language: Language) -> str:
    """A step's window in gestation, both ends included; nothing where it has none."""
    first = None if one.opens is None or one.opens.gestation <= 0 else one.opens.gestation
    last = None if one.closes is None else one.closes.gestation - 1
    low, high = (None if end is None else amount_in(end, Unit.DAYS, language) for end in (first, last))
    if low and high:
        return low + TO[language] + high
    return FROM[language].format(low) if low else UNTIL[language].format(high) if high else ""


def _step(en: Plain, zh: Plain) -> Plain:
    plain = ("state", "certain", "who", "opens", "closes", "gestation", "done_at", "done_on", "urgent")
    return {
        "of": en["step"],
        **_of(en, zh, "title", "says", "because"),
        **{name: en[name] for name in plain},
        "missing": _missing(en) if en["state"] == "cannot_tell" else {"en": [], "zh": []},
        "departs": [
            {"from": _named(one["from"]), **_of(one, other, "why")}
            for one, other in zip(en["departs"], zh["departs"], strict=True)
        ],
    }


def _named(key: str) -> str:
    guideline, _, ref = key.partition(" ")
    return f"{register.GUIDELINES[guideline].short} {ref}"


def _advice(told: dict[str, Plain]) -> list[Plain]:
    """The advice that applies, or cannot be told, in the order of the decisions; what applies first."""
    found = [
        {
            "of": f"{en['guideline']} {en['ref']}",
            "guideline": en["guideline"],
            "short": en["short"],
            "ref": en["ref"],
            "decision": en["decision"],
            "advice": en["advice"],
            "treatments": _both(lambda one, en=en: [TREATMENTS[name].label[one] for name in en["treatments"]]),
            **_of(en, zh, "says", "because", "note"),
            "verdict": en["verdict"],
            "still": None if en["still"] is None else _of(en["still"], zh["still"], "says")["says"],
            "missing": _missing(en) if en["verdict"] == "cannot_tell" else {"en": [], "zh": []},
            "read": en["read"],
            "locus": en["citation"]["locus"],
            "grade": en["citation"]["grade"],
        }
        for en, zh in _pairs(told, "recommendations")
        if en["standing"] == "in_force" and en["verdict"] in OPEN and en["advice"] in DECIDED_UPON
    ]
    return sorted(found, key=lambda one: (DECISIONS.index(one["decision"]), OPEN.index(one["verdict"])))
