"""Which question comes next, and how it is put."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from fullterm.care.case_fields import PREGNANCY_FACTS
from fullterm.care.death import no_offer
from fullterm.care.known import Known, as_last_told
from fullterm.guidelines import register
from fullterm.guidelines.cause_findings import any_ended_early, open_or_short_now
from fullterm.guidelines.causes import CAUSES
from fullterm.guidelines.model import ADVISING
from fullterm.guidelines.verdict import body
from fullterm.logic.ask import Question, Rule, next_question
from fullterm.logic.facts import EMPTY, Facts
from fullterm.logic.language import any_of
from fullterm.vocabulary.fact import VOCABULARY, Language
from fullterm.vocabulary.possible import possible_answers
from fullterm.vocabulary.wording import COLON, record_name

_KEY = re.compile(r"^(\w+)\[(\d+)\]\.(\w+)$")
DECIDING = frozenset(
    {
        "investigations",
        "cerclage",
        "route",
        "surveillance",
        "progesterone",
        "pessary",
        "uterus",
        "removal",
        "emergencies",
    }
)
"""The decisions her care turns on: what settles them is asked first."""


def next_for(known: Known, unanswerable: frozenset[str]) -> Question | None:
    """The question that settles most: first of what decides her care, then of everything else in force.

    Of a baby for whom nothing is offered any more nothing is asked either.
    """
    facts = known.facts
    ended = no_offer(as_last_told(known).facts) is not None
    first, rest = open_rules(known.on, ended=ended)
    unanswerable |= SCANS if ended else frozenset()  # why she is losing it is asked; of its scans nobody asks her now
    if facts.values.get("pregnant") is False:  # an answer about a pregnancy has no place, and would be asked for ever
        unanswerable |= frozenset(PREGNANCY_FACTS)
    return next_question(first, facts, unanswerable, POSSIBLE) or next_question(rest, facts, unanswerable, POSSIBLE)


SCANS = frozenset({"scans"})
CONCERNED = any_of(any_ended_early, open_or_short_now)
"""For whom causes are sought: somebody whose pregnancy ended early, or whose cervix is open or short now."""


@lru_cache(maxsize=8)
def open_rules(on: date, *, ended: bool = False) -> tuple[dict[str, Rule], dict[str, Rule]]:
    """Every rule an answer may still settle on a day: those that decide her care, and the others.

    Her care is decided by the arguments of the causes and by advice on a decision; definitions, figures and how an
    operation is done wait until it is. `ended`: without what is advised for the baby alone.
    """
    first = {
        f"{cause.id} {number}": Rule(CONCERNED, argument.when)
        for cause in CAUSES
        for number, argument in enumerate(cause.arguments, 1)
        if argument.citation.read in ADVISING and argument.effect != "opposes"  # nothing else moves a cause's standing
    }
    rest: dict[str, Rule] = {}
    for one in register.recommendations():
        serves_baby = all(each.for_baby for each in one.advice.treatments)
        if one.standing(on) == "in_force" and not (ended and serves_baby):
            decides = one.decision in DECIDING and one.advice.kind not in ("inform", "no_recommendation")
            (first if decides else rest)[one.key] = Rule(one.women, body(one))
    return first, rest


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
