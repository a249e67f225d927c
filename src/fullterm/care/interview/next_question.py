"""What there is to ask about beyond today's decision, and how a question is put."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from fullterm.care.interview.assumed import weigh
from fullterm.guidelines import register
from fullterm.guidelines.causes import CAUSES
from fullterm.guidelines.model import ADVISING
from fullterm.guidelines.verdict import body
from fullterm.logic.answers import full_name, known
from fullterm.logic.ask import Interview, Rule
from fullterm.logic.facts import EMPTY, Facts
from fullterm.logic.language import ALWAYS
from fullterm.logic.quantity import Span, show_span
from fullterm.vocabulary.fact import VOCABULARY, Language
from fullterm.vocabulary.possible import possible_answers
from fullterm.vocabulary.wording import COLON, record_name, value_in

_KEY = re.compile(r"^(\w+)\[(\d+)\]\.(\w+)$")
SCANS = frozenset({"scans"})


@lru_cache(maxsize=8)
def rest_of(on: date, *, ended: bool) -> Interview:
    """The interview of everything in force on a day, causes among it. `ended`: without what serves the baby alone."""
    rules = {
        f"cause {cause.id} {number}": Rule(ALWAYS, argument.when)
        for cause in CAUSES
        for number, argument in enumerate(cause.arguments, 1)
        if argument.citation.read in ADVISING
    }
    for one in register.recommendations():
        serves_baby = all(each.for_baby for each in one.advice.treatments)
        if one.standing(on) == "in_force" and not (ended and serves_baby):
            rules[one.key] = Rule(one.women, body(one))
    return Interview(rules, POSSIBLE, weigh)


POSSIBLE = possible_answers()
"""What each fact may be, in the vocabulary's order: the order of asking, all else being equal."""


def words_of(key: str, facts: Facts, language: Language) -> str:
    """The question in words, naming the pregnancy or scan it is about."""
    if found := _KEY.match(key):
        about = record_name(found[1], int(found[2]), language)
        asked = VOCABULARY.facts[f"{found[1]}.{found[3]}"].question[language]
        return f"{about[:1].upper()}{about[1:]}{COLON[language]}{asked}"
    if key in VOCABULARY.lists:
        listed = VOCABULARY.lists[key]
        told = facts.lists.get(key, EMPTY).records
        return (listed.complete if told else listed.question)[language]
    return VOCABULARY.facts[key].question[language]


def told_too_widely(key: str, facts: Facts, limits: tuple[int, ...], language: Language) -> str:
    """The question put again, with what was told and the limits that lie inside it (`Sitting.limits`)."""
    fact, now = VOCABULARY.facts[full_name(key)], known(facts, key)
    assert isinstance(now, Span)
    assert fact.unit is not None
    told = value_in(fact, now, language)
    ends = [show_span(Span(limit, limit), fact.unit) for limit in limits]
    asked = words_of(key, facts, language)
    if language == "zh":
        return f"{asked}目前的回答：{told}。是在{'、'.join(ends)}之前,还是之后(含当日)?"
    between = ", ".join(ends[:-1]) + (" or " if len(ends) > 1 else "") + ends[-1]
    return f"{asked} Told: {told}. Before {between}, or later (that day included)?"
