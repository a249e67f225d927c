"""One question of the interview, as a page puts it: its words, how it is answered, and what waits for the answer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from fullterm.care.assess.assessment import Assessment
from fullterm.care.interview.next_question import words_of
from fullterm.clinic.base.form import EXAMPLES, answers
from fullterm.clinic.text.event_text import source_in
from fullterm.clinic.text.wording import written
from fullterm.clinic.words import WORDS
from fullterm.guidelines import register
from fullterm.logic.facts import EMPTY, Facts
from fullterm.logic.quantity import Unit
from fullterm.vocabulary.fact import VOCABULARY, Fact, Language
from fullterm.vocabulary.wording import value_in

SHOWN = 6
"""How many waiting recommendations are named before the rest is counted."""
ORDER = ("emergencies", "cerclage", "route", "removal", "surveillance", "progesterone")
"""The decisions whose recommendations are named first."""


@dataclass(frozen=True, slots=True)
class QuestionField:
    """One question and its control: buttons `(value, label)`, or a text with examples."""

    key: str
    words: str
    kind: Literal["buttons", "text"]
    buttons: tuple[tuple[str, str], ...]
    example: str
    unit: str
    can_be_unknown: bool
    relative: bool
    unknown: str = ""
    help: str = ""


@dataclass(frozen=True, slots=True)
class Waiting:
    """One recommendation that cannot be told until the question is answered."""

    short: str
    ref: str
    guideline: str
    says: str


def fact_of(key: str) -> Fact | None:
    """The fact a question asks for; None for a question about a whole list. Raises KeyError for what is no question."""
    if key in VOCABULARY.lists:
        return None
    record, _, name = key.rpartition(".")
    return VOCABULARY.facts[f"{record.partition('[')[0]}.{name}" if record else key]


def question(key: str, facts: Facts, language: Language) -> QuestionField:
    """How a key is asked of this woman."""
    fact, words = fact_of(key), written(words_of(key, facts, language), language)
    if fact is None:
        some = bool(facts.lists.get(key, EMPTY).records)
        yes = ("complete", "history.list.all") if some else ("another", "history.list.another")
        no = ("another", "history.list.more") if some else ("complete", "history.list.none")
        buttons = tuple((value, WORDS[word][language]) for value, word in (yes, no))
        return QuestionField(key, words, "buttons", buttons, "", "", False, False)
    options = answers(fact)[:2] if fact.kind == "yes/no" else fact.options
    unknown = answers(fact)[2][1][language] if fact.kind == "yes/no" else WORDS["unknown"][language]
    help_ = "" if fact.hint is None else written(fact.hint[language], language)
    if options:
        shown = tuple((value, written(label[language], language)) for value, label in options)
        return QuestionField(key, words, "buttons", shown, "", "", True, False, unknown, help_)
    assert fact.unit is not None
    example = EXAMPLES[fact.unit][language] if fact.unit in EXAMPLES else ""
    unit = "" if fact.unit in (Unit.DAYS, Unit.COUNT) else fact.unit.symbol
    return QuestionField(
        key, words, "text", (), example, unit, True, fact.full_name == "earlier.gestation", unknown, help_
    )


def waiting_for(found: Assessment, key: str, language: Language) -> tuple[Waiting, ...]:
    """The recommendations in force that miss this answer, those that decide her treatment first."""
    missing = sorted(
        (one for one in found.advising() if key in one.missing),
        key=lambda one: (
            ORDER.index(one.recommendation.decision) if one.recommendation.decision in ORDER else len(ORDER)
        ),
    )
    return tuple(
        Waiting(
            register.GUIDELINES[one.recommendation.guideline].short, one.recommendation.ref,
            one.recommendation.guideline, written(one.recommendation.says[language], language),
        )
        for one in missing
    )  # fmt: skip


def causes_for(found: Assessment, key: str, language: Language) -> tuple[str, ...]:
    """The causes whose standing misses this answer."""
    return tuple(written(one.cause.label[language], language) for one in found.candidates if key in one.missing)


def progress(found: Assessment) -> tuple[int, int]:
    """How many recommendations in force are settled, of all."""
    kinds = [one.kind for one in found.advising()]
    return sum(kind != "cannot_tell" for kind in kinds), len(kinds)


def answer_in_words(key: str, found: Assessment, language: Language) -> tuple[str, date, str] | None:
    """What is told now under a key, in words, the day it was told and by whom; None when nothing is."""
    fact = fact_of(key)
    seen = found.known.sources.get(key) or found.known.stale.get(key)
    if fact is None or seen is None:
        return None
    return written(value_in(fact, seen.value, language), language), seen.on, source_in(seen.source, language)
