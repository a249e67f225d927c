"""A protocol beside the documents in words, as plain values: the same for the terminal, the JSON and the page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import Any, Final, TypeAlias

from fullterm.care.assess.compare_protocol import (
    RELATIONS,
    ComparedAdvice,
    ComparedDocument,
    ComparedStep,
    Comparison,
    Relation,
    compare,
    stricter,
)
from fullterm.care.protocol.model import Protocol
from fullterm.guidelines import register
from fullterm.logic.quantity import Unit
from fullterm.vocabulary.fact import Language, Text
from fullterm.vocabulary.wording import amount_in

Plain: TypeAlias = dict[str, Any]
RELATION: Final[dict[Relation, Text]] = {
    "follows": Text("follows", "遵循"),
    "stricter": Text("is stricter", "更严"),
    "departs": Text("departs", "不同"),
    "silent": Text("is silent", "未涉及"),
    "not_read": Text("not read there", "未读原文"),
}
SAYS: Final = {
    "head": Text("{} beside the documents in force on {}", "{}与{}现行文件逐条对照"),
    "reasons": Text("Every departure has its reason.", "每一处不同均已说明原因。"),
    "without": Text("Departs without a reason: {}", "未说明原因的不同之处:{}"),
    "how": Text(
        "Stricter: the step's window lies inside the one the document prints. Silent: the protocol says nothing of it. "
        "Not read there: nobody has seen its text, so nothing can be compared.",
        "更严:步骤的时间窗在文件所印时间窗之内。未涉及:本方案没有述及。未读原文:未见其文字,无从对照。",
    ),
    "nothing": Text(
        "This protocol answers no document and names no advice: nothing of it can be compared.",
        "本方案未声明对应任何文件,也未引用任何建议:无从对照。",
    ),
    "steps": Text("Step by step", "按步骤"),
    "answered": Text("Document by document: those it answers", "按文件:本方案所对应的"),
    "others": Text(
        "Other documents, which it does not answer: where it is silent, that is no departure",
        "其他文件,本方案未声明对应:未涉及不算不同",
    ),
    "names_none": Text("names no advice of any document", "未引用任何文件的建议"),
    "silent_on": Text("names no advice of: {}", "未引用:{}"),
    "step": Text("step: {}", "步骤:{}"),
    "unread": Text(
        "not read there: what it advises to do was seen neither in full text nor in an abstract",
        "未读原文:其治疗建议既未见全文,也未见摘要",
    ),
}
"""The sentences around the comparison, on the terminal and on the page."""
IN_PART: Final = Text("departs in part", "部分不同")
NO_REASON: Final = Text("no reason given", "未说明原因")
WINDOWS: Final = Text("here {}, there {}", "本院{},该文件{}")
BETWEEN: Final = Text("{} to {}", "{}至{}")
FROM: Final = Text("from {}", "{}起")
UNTIL: Final = Text("up to {}", "至{}")


def compared_plain(protocol: Protocol, on: date, language: Language) -> Plain:
    """The protocol beside every document the software knows, on a day.

    `compares`: whether the protocol answers or names anything. `counts`: how many recommendations stand in each
    relation. `documents`, and within each step those whose advice it names: `groups` of recommendations in one relation
    and with one reason. `silent`: the answered documents of which a step names no advice. The safety net stands last.
    """
    found = compare(protocol, register.recommendations(), register.GUIDELINES, on)
    counts = Counter(one.relation for document in found.documents for one in document.advice)
    return {
        "protocol": protocol.id,
        "title": protocol.title[language],
        "on": on.isoformat(),
        "counts": [{"relation": name, "label": RELATION[name][language], "number": counts[name]} for name in RELATIONS],
        "compares": bool(protocol.documents) or any(one.advice for one in found.steps),
        "without_reason": [_named(one) for one in found.without_reason],
        "documents": [_document(one, language) for one in found.documents],
        "steps": [_step(one, found, language) for one in sorted(found.steps, key=lambda each: each.step.always)],
    }


def _document(one: ComparedDocument, language: Language) -> Plain:
    return {
        "id": one.guideline.id,
        "name": one.guideline.short,
        "title": one.guideline.title[language],
        "publisher": one.guideline.publisher,
        "edition": one.guideline.edition,
        "answered": one.answered,
        "read": one.read,
        "groups": _groups(one.advice, language),
    }


def _step(one: ComparedStep, found: Comparison, language: Language) -> Plain:
    named: dict[str, list[ComparedAdvice]] = {}
    for advice in one.advice:
        named.setdefault(advice.advice.guideline, []).append(advice)
    answered = (document.guideline for document in found.documents if document.answered)
    return {
        "id": one.step.id,
        "title": one.step.title[language],
        "who": one.step.who,
        "net": one.step.always,
        "window": span(one.step.opens, one.step.closes, language),
        "source": one.step.source[language],
        "documents": [
            {"id": name, "name": register.GUIDELINES[name].short, "groups": _groups(advice, language)}
            for name, advice in named.items()
        ],
        "silent": [guideline.short for guideline in answered if guideline.id not in named],
    }


def _groups(compared: Iterable[ComparedAdvice], language: Language) -> list[Plain]:
    """Recommendations of one document, those in one relation and with one reason together."""
    groups: dict[tuple[Relation, bool, tuple[Text, ...]], list[ComparedAdvice]] = {}
    for one in sorted(compared, key=lambda each: RELATIONS.index(each.relation)):
        groups.setdefault((one.relation, one.in_part, one.reasons), []).append(one)
    return [
        {
            "relation": relation,
            "label": label(relation, language, in_part=in_part),
            "reasoned": bool(reasons),
            "reasons": _reasons(relation, reasons, language),
            "advice": [_advice(one, language) for one in together],
        }
        for (relation, in_part, reasons), together in groups.items()
    ]


def _advice(one: ComparedAdvice, language: Language) -> Plain:
    """One recommendation: its sentence and place, unless nobody read them there; and the steps that speak of it."""
    unread = one.relation == "not_read"
    source = (one.advice.locus, one.advice.grade)
    return {
        "ref": one.advice.ref,
        "says": "" if unread else one.advice.says[language],
        "source": "" if unread else " · ".join(part for part in source if part != "-"),
        "windows": windows(one, language) if one.relation == "stricter" else [],
        "steps": [{"id": step.id, "title": step.title[language]} for step in one.steps],
    }


def label(relation: Relation, language: Language, *, in_part: bool = False) -> str:
    """The word for a relation; followed and departed from at once is a departure in part."""
    return (IN_PART if in_part and relation == "departs" else RELATION[relation])[language]


def windows(one: ComparedAdvice, language: Language) -> list[str]:
    """Of each stricter step, its window here and the one the document prints."""
    printed = one.advice.window
    assert printed is not None  # nothing is stricter than a window nobody printed
    opens, closes = (None if end is None else end.amount for end in (printed.opens, printed.closes))
    said = span(opens, closes, language)
    here = (span(step.opens, step.closes, language) for step in one.steps if stricter(step, one.advice))
    return [WINDOWS[language].format(each, said) for each in dict.fromkeys(here)]


def span(opens: int | None, closes: int | None, language: Language) -> str:
    """A window (gestations, days; `closes` is the first day too late) with both its days; empty where it has no end."""
    first = None if opens is None else amount_in(opens, Unit.DAYS, language)
    last = None if closes is None else amount_in(closes - 1, Unit.DAYS, language)
    if opens and first and last:
        return BETWEEN[language].format(first, last)
    if last:  # from the beginning, or from no day that is written
        return UNTIL[language].format(last)
    return FROM[language].format(first) if first and opens else ""


def _reasons(relation: Relation, reasons: Iterable[Text], language: Language) -> list[str]:
    given = [reason[language] for reason in reasons]
    return given or ([NO_REASON[language]] if relation == "departs" else [])


def _named(one: ComparedAdvice) -> str:
    return f"{register.GUIDELINES[one.advice.guideline].short} {one.advice.ref}"
