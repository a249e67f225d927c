"""One page of the interview: the fields of a tier or of one earlier pregnancy, and what was answered in them."""

from __future__ import annotations

import copy
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from fullterm.care.assess.assessment import Assessment
from fullterm.care.case.facts_on import current_pregnancy
from fullterm.care.case.fields import PREGNANCY_FACTS
from fullterm.care.case.model import Case
from fullterm.care.interview.next_question import told_too_widely, words_of
from fullterm.care.interview.sitting import Sitting, sitting
from fullterm.care.interview.tiers import (
    LISTS,
    LOOKED_FOR,
    NONE_OF_THESE,
    InterviewPage,
    page_of,
    page_order,
    record_of,
)
from fullterm.care.record.events import Document, RecordEvent, after, read
from fullterm.clinic.base.form import EXAMPLES, YES_NO, Field, answers
from fullterm.clinic.pages.history.form import answer_of, too_old
from fullterm.clinic.pages.history.question import fact_of
from fullterm.clinic.words import WORDS
from fullterm.logic.facts import EMPTY
from fullterm.logic.quantity import Unit
from fullterm.vocabulary.fact import Text

MOST_RECORDS = 6
"""Records of a list that one page begins at once: more are told one page after the other."""
BABIES = tuple((str(number), Text(str(number), str(number))) for number in (1, 2, 3, 4))


@dataclass(frozen=True)
class AskedField:
    """What is asked on a page of the interview of one woman."""

    sitting: Sitting
    page: InterviewPage
    keys: tuple[str, ...]


def sitting_of(found: Assessment, skipped: frozenset[str]) -> Sitting:
    """The interview of a woman as it stands."""
    return Sitting(found.case, found.known, found.plan, found.protocol, skipped)


def next_page(now: Sitting, *, further: bool) -> AskedField | None:
    """The next page; None when none is left. `further`: past what is enough for today."""
    found = now.page(further=further)
    return None if found is None else AskedField(now, *found)


def sent_page(now: Sitting, keys: Iterable[str]) -> AskedField | None:
    """The page that was sent, by the keys it says it had; None when they are of no page of hers."""
    told = {rows: len(listed.records) for rows, listed in now.known.facts.lists.items()}
    known = tuple(key for key in dict.fromkeys(keys) if is_question(key) and record_of(key) <= _records(key, told))
    if dated(now.case, now.known.on):  # since the page was opened: an answer would write over the dating
        known = tuple(key for key in known if key != "gestation")
    return AskedField(now, page_of(known[0], told), known) if known else None


def dated(case: Case, on: date) -> bool:
    """Whether her pregnancy of a day is dated: how far along she is then follows, and is never an answer."""
    pregnancy = current_pregnancy(case, on)
    return pregnancy is not None and pregnancy.dating is not None


def is_question(key: str) -> bool:
    """Whether a key names a fact or a list."""
    try:
        fact_of(key)
    except KeyError:
        return False
    return True


def _records(key: str, told: Mapping[str, int]) -> int:
    return told.get(key.partition("[")[0], 0)


def fields(asked: AskedField, document: Document) -> tuple[Field, ...]:
    """The fields of a page, in the order in which a doctor asks."""
    return tuple(_field(key, asked.sitting, document) for key in asked.keys)


def _field(key: str, now: Sitting, document: Document) -> Field:
    facts, fact = now.known.facts, fact_of(key)
    said = Text(*(words_of(key, facts, language) for language in ("en", "zh")))
    if fact is not None and fact.rows == "earlier":
        said = fact.question  # the page's heading says which pregnancy
    if fact is None:
        return Field(key, said, "choice", _how_many(len(facts.lists.get(key, EMPTY).records)))
    old = too_old(key, fact, now.known)
    help_ = old or fact.hint
    if limits := now.limits(key):
        said = Text(*(told_too_widely(key, facts, limits, language) for language in ("en", "zh")))
    if fact.kind == "yes/no":
        return Field(key, said, "choice", answers(fact), fact, help=help_)
    if fact.kind == "option":
        return Field(key, said, "choice", (*fact.options, ("unknown", unknown_of(key))), fact, help=help_)
    if fact.name == "fetuses":
        return Field(key, said, "choice", (*BABIES, YES_NO[2]), fact, help=help_)
    assert fact.unit is not None
    unit = "" if fact.unit in (Unit.DAYS, Unit.COUNT) else fact.unit.symbol
    usual = "" if old else answer_of(document, key)  # what is too old to count is not sent on as today's
    return Field(key, said, "text", (), fact, help_, EXAMPLES.get(fact.unit), unit=unit, usual=usual)


def unknown_of(key: str) -> Text:
    """How "don't know" is said of a fact: what has to be looked for was not looked for."""
    return WORDS["history.not_looked_for"] if key in LOOKED_FOR else WORDS["unknown"]


def _how_many(told: int) -> tuple[tuple[str, Text], ...]:
    """The answers to a list's question: how many (more) there are, and whether these are all."""
    words = "history.how_many.more" if told else "history.how_many"
    numbers = range(1, MOST_RECORDS + 1 - min(told, MOST_RECORDS - 2))
    some = tuple((str(number), Text(*(WORDS[words][one].format(number) for one in ("en", "zh")))) for number in numbers)
    none = ("complete", WORDS["history.list.all" if told else "history.list.none"])
    return (none, *some)


def that_count(typed: Mapping[str, str]) -> dict[str, str]:
    """The answers that have a place: of a woman who is not pregnant, no danger of a pregnancy denied on the same page.

    Where scripts run these fields have folded away; one that tells of a danger stays, and is refused in words.
    """
    if typed.get("pregnant") != "no":
        return dict(typed)
    return {key: said for key, said in typed.items() if key not in PREGNANCY_FACTS or said not in ("no", "unknown")}


def events(
    typed: Mapping[str, str], source: str, words: str, not_all: Collection[str] = ()
) -> Iterator[tuple[str, dict[str, str]]]:
    """The answers of a page as the events it writes, by name, lists last.

    `words`: hers, kept with the first. `not_all`: lists of which nobody is sure that these are all: left open.
    """
    said = {"source": source} | ({"words": words} if words else {})
    for key in sorted(typed, key=page_order):
        if key not in LISTS:
            yield key, {"key": key, "said": typed[key]} | said
            said.pop("words", None)
    for key in sorted(key for key in typed if key in LISTS):
        number = int(typed[key]) if typed[key].isdecimal() else 0
        for one in range(number):
            yield f"{key} {one}", {"key": key, "said": "another", "source": source}
        yield f"{key} all", {"key": key, "said": "open" if key in not_all else "complete", "source": source}


def still_matter(document: Document, typed: Mapping[str, str], asked: AskedField, *, further: bool) -> frozenset[str]:
    """Of the fields of a page those that still matter, supposing what is typed: what is answered stays."""
    supposed, was = copy.deepcopy(document), asked.sitting
    on = was.known.on
    for _, data in events({key: said for key, said in typed.items() if key not in LISTS}, "", ""):
        try:
            supposed = after(supposed, RecordEvent("answered", on, data))
        except ValueError:  # said beside its field once the page is saved
            continue
    case = read(supposed)[0] if supposed else None
    now = sitting(case or Case(on), on, was.protocol, was.skipped)
    questions = now.rest() if further and now.enough else now.for_today()
    return frozenset(typed) | (frozenset(one.key for one in questions) & frozenset(asked.keys))


def none_of_these(asked: AskedField) -> tuple[str, ...]:
    """The dangers of a page that "none of these" answers, each with no."""
    return tuple(key for key in asked.keys if key in NONE_OF_THESE)
