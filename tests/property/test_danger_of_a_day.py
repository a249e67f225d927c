"""Nothing told of a day takes away a danger told of that day: not in a case file, and not in any course of entries."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from fullterm.care.case.contradictions import ONE_DAY
from fullterm.care.case.facts_on import known_on
from fullterm.care.record.events import Document, RecordEvent, after, fold, read
from fullterm.care.record.same_day import outlasts
from fullterm.logic.facts import Value
from fullterm.logic.quantity import exactly
from fullterm.vocabulary.dangerous import ORDER, is_dangerous, worse
from fullterm.vocabulary.fact import VOCABULARY
from fullterm.vocabulary.phrases import parse_value
from tests.logic.strategies import examples

DAY = date(2026, 4, 6)
NUMBERS = {
    "dilatation": ("0 cm", "1 cm", "2 cm", "3 cm", "2..4 cm", "1..3 cm"), "temperature": ("36.8", "38.6", "38..39"),
    "white_count": ("9", "23"), "crp": ("4", "110", "at least 20"),
}  # fmt: skip
TOGETHER = sorted({name for rule in ONE_DAY for name in rule.facts} - {"planned_caesarean", "planned_caesarean_at"})
FACTS = sorted({*ORDER, *TOGETHER})


def _answers(name: str) -> tuple[str, ...]:
    fact = VOCABULARY.facts[name]
    said = NUMBERS.get(name) or tuple(option for option, _ in fact.options) or ("yes", "no")
    return (*said, "unknown")


SUTURES = {name for name in FACTS if name.startswith("suture")}
POOLS = [[name for name in rule.facts if name in FACTS] for rule in ONE_DAY]
"""What contradicts each other: drawn from one pool, answers meet often."""


def told_of(pool: list[str]) -> st.SearchStrategy[tuple[str, str]]:
    """A fact of the pool and an answer to it."""
    return st.sampled_from(pool).flatmap(lambda name: st.tuples(st.just(name), st.sampled_from(_answers(name))))


def examined(pool: list[str]) -> st.SearchStrategy[dict[str, str]]:
    """What one examination tells."""
    return st.lists(told_of(pool), min_size=1, max_size=4).map(dict)


POOL = st.sampled_from([FACTS, *filter(None, POOLS)])


def dangers(document: Document) -> dict[str, Value]:
    """The dangerous answers told of the day that count on it, by fact.

    Of the facts on sutures only how sure it is that one is in (2 yes, 1 perhaps): with a second suture nobody knows of
    which the kind or the indication was told.
    """
    case, _ = read(document)
    assert case is not None, document
    known = known_on(case, DAY)
    told = {name: seen.value for name, seen in known.sources.items() if seen.on == DAY and name in FACTS}
    found = {name: value for name, value in told.items() if is_dangerous(name, value)}
    seen = case.pregnancy.observations if case.pregnancy is not None else ()
    sutures = {one.fact for one in seen if one.on == DAY and one.fact in SUTURES and is_dangerous(one.fact, one.value)}
    sure = {True: 2, None: 1, False: 0}[known.facts.values.get("suture_in")]  # type: ignore[index]  # a truth
    apart = {name: value for name, value in found.items() if name not in SUTURES}
    return apart | ({"a suture": exactly(sure)} if sutures and sure else {})


def lost(before: dict[str, Value], now: dict[str, Value]) -> dict[str, Any]:
    """Dangers that count no more, or for less."""
    return {
        name: (value, now.get(name))
        for name, value in before.items()
        if name not in now or (worse(name, value, now[name]) != now[name] if name in ORDER else now[name] < value)  # type: ignore[operator]  # how sure
    }


@examples(300)
@given(POOL.flatmap(lambda pool: st.tuples(examined(pool), st.lists(examined(pool), max_size=3), told_of(pool))))
def test_one_more_answer_in_a_case_file_takes_no_danger_of_that_day_away(
    told: tuple[dict[str, str], list[dict[str, str]], tuple[str, str]],
) -> None:
    plain, others, more = told

    def case_file(examinations: list[dict[str, str]]) -> Document:
        day = {"on": DAY.isoformat()}
        dated = {"measured": {**day, "gestation": "22w0d"}, "examinations": [day | one for one in examinations]}
        return {"told": DAY.isoformat(), "pregnancy": plain | dated}

    assert lost(dangers(case_file(others)), dangers(case_file([*others, dict([more])]))) == {}


@st.composite
def entries(draw: st.DrawFn, pool: list[str]) -> RecordEvent:
    """One entry of this day: an examination, an answer, an answer instead of another, a dating, a scan."""
    name, said = draw(told_of(pool))
    match draw(st.sampled_from(["examined", "answered", "instead of", "began", "scanned", "yesterday"])):
        case "examined":
            return RecordEvent("examined", DAY, draw(examined(pool)))
        case "answered":
            return RecordEvent("answered", DAY, {"key": name, "said": said})
        case "instead of":
            return RecordEvent("answered", DAY, {"key": name, "said": said, "instead_of": DAY.isoformat()})
        case "began":
            return RecordEvent("pregnancy began", DAY, {name: said, "gestation": "22w0d", "correction": "yes"})
        case "scanned":
            return RecordEvent("scanned", DAY, {"length": "31 mm", "method": "transvaginal"})
        case _:
            return RecordEvent("examined", DAY - timedelta(days=1), {name: said})


@examples(300)
@given(POOL.flatmap(lambda pool: st.lists(entries(pool), min_size=1, max_size=6)))
def test_no_entry_of_a_day_takes_away_a_danger_told_of_it(course: list[RecordEvent]) -> None:
    document = fold([RecordEvent("pregnancy began", DAY, {"gestation": "22w0d"})])
    for event in course:
        later = after(document, event)
        assert lost(dangers(document), dangers(later)) == {}, event
        document = later


@examples(200)
@given(POOL.flatmap(lambda pool: st.lists(entries(pool), min_size=1, max_size=5)), st.data())
def test_an_entry_withdrawn_leaves_what_the_others_tell(course: list[RecordEvent], data: st.DataObject) -> None:
    began = RecordEvent("pregnancy began", DAY, {"gestation": "22w0d"})
    gone = data.draw(st.integers(0, len(course) - 1))
    withdrawn = RecordEvent("withdrawn", DAY, {"number": gone + 2, "reason": "error"})
    rest = [one for place, one in enumerate(course) if place != gone]

    assert fold([began, *course, withdrawn]) == fold([began, *rest])


@given(
    st.sampled_from(sorted(ORDER)).flatmap(
        lambda name: st.tuples(st.just(name), *[st.sampled_from(_answers(name))] * 3)
    )
)
@examples(300)
def test_the_worse_of_answers_is_the_same_in_any_order_and_however_often_told(told: tuple[str, str, str, str]) -> None:
    name, *said = told
    values = [value for one in said if (value := parse_value(VOCABULARY.facts[name], one)) is not None]
    for one in values:
        assert worse(name, one, one) == one
        for other in values:
            assert worse(name, one, other) == worse(name, other, one) != None  # noqa: E711  # an order, not absence
            for third in values:
                both, rest = worse(name, one, other), worse(name, other, third)
                assert both is not None
                assert rest is not None
                assert worse(name, both, third) == worse(name, one, rest)


def test_the_order_names_facts_of_this_pregnancy_and_every_option_of_them() -> None:
    for name, order in ORDER.items():
        fact = VOCABULARY.facts[name]
        assert {bool: "yes/no", str: "number", tuple: "option"}[type(order)] == fact.kind
        if isinstance(order, tuple):
            assert sorted(order) == sorted(option for option, _ in fact.options)


def test_what_is_newer_and_worse_replaces_without_a_conflict_and_dont_know_takes_no_danger_away() -> None:
    assert not outlasts("bleeding", "no", "yes")
    assert outlasts("bleeding", "yes", "no")
    assert outlasts("bleeding", "yes", "unknown")
    assert not outlasts("bleeding", "no", "unknown")
    assert outlasts("dilatation", "3 cm", "2 cm")
    assert outlasts("bleeding", "yes", "perhaps")
    assert not outlasts("progesterone", "yes", "no")
