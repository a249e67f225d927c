"""Law 5: one pregnancy never leaks into another. No write in one changes a fact, a date or a step of another."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from fullterm.care.case.facts_on import HER_OWN, Known, known_on
from fullterm.care.case.fields import PREGNANCY_FACTS, WOMAN_FACTS
from fullterm.care.case.model import (
    Case,
    Cerclage,
    Dating,
    Declined,
    EarlierPregnancy,
    Observation,
    Pregnancy,
    Removal,
    Scan,
    StepDecided,
    StepDone,
)
from fullterm.care.case.sutures import standing, state
from fullterm.care.plan.build import plan
from fullterm.care.protocol.model import read_protocol
from fullterm.guidelines import register
from fullterm.guidelines.verdict import judge
from fullterm.logic.facts import Facts, Record, Value
from fullterm.logic.quantity import Span, exactly
from fullterm.vocabulary.fact import VOCABULARY, Fact
from fullterm.vocabulary.sutures import FACTS
from tests.logic.strategies import examples

TOLD = date(2026, 6, 1)
FIRST = date(2025, 6, 1)
RECOMMENDATIONS = {one.key: one for one in register.recommendations()}
PROTOCOL = read_protocol("antai", RECOMMENDATIONS)
STEPS = [step.id for step in PROTOCOL.steps]


SEEDS = st.integers(0, 2**32)
"""A history is drawn from one number: Hypothesis growing it value by value takes ten times as long."""


def _value(random: Random, fact: Fact) -> Value:
    match fact.kind:
        case "yes/no":
            return random.random() < 0.5
        case "option":
            return random.choice([name for name, _ in fact.options])
        case "number":
            assert fact.lowest is not None
            assert fact.highest is not None
            low = random.randint(fact.lowest, fact.highest)
            return Span(low, random.randint(low, fact.highest))


def _day(random: Random) -> date:
    return FIRST + timedelta(days=random.randint(0, (TOLD - FIRST).days))


def _told_day(random: Random) -> Span:
    return exactly(_day(random).toordinal())


def _observations(random: Random, facts: dict[str, Fact]) -> tuple[Observation, ...]:
    names = random.choices(sorted(facts), k=random.randint(0, 12))
    return tuple(Observation(name, _value(random, facts[name]), _day(random), "seen in notes") for name in names)


def earlier(number: int, seed: int) -> EarlierPregnancy:
    random = Random(seed)
    return EarlierPregnancy(number, _observations(random, VOCABULARY.fields("earlier")), _told_day(random))


def pregnancy(seed: int) -> Pregnancy:
    """A pregnancy with anything at all written in it, its end left out."""
    random = Random(seed)
    due = exactly(_day(random).toordinal() + 100)
    some = [random.randint(0, 2) for _ in range(4)]
    return Pregnancy(
        Dating(due) if random.random() < 0.8 else None,
        _observations(random, PREGNANCY_FACTS),
        tuple(
            Scan(n, _observations(random, VOCABULARY.fields("scans")), _told_day(random), exactly(140))
            for n in range(1, some[0] + 1)
        ),
        random.random() < 0.5,
        tuple(_cerclage(random) for _ in range(some[1])),
        tuple(Removal(_told_day(random)) for _ in range(some[2])),
        tuple(Declined(random.choice(STEPS), _day(random)) for _ in range(some[3])),
        done=tuple(StepDone(random.choice(STEPS), _day(random)) for _ in range(some[0])),
        decided=tuple(
            StepDecided(step, "declined", _day(random), "because") for step in STEPS if random.random() < 0.3
        ),
    )


def _cerclage(random: Random) -> Cerclage:
    technique = random.choice(["mcdonald", "laparoscopic", None])
    return Cerclage(
        _told_day(random), technique=technique, indication=random.choice(["history", "ultrasound", "examination", None])
    )


def woman(seed: int) -> Case:
    random = Random(seed)
    facts = {name: fact for name, fact in WOMAN_FACTS.items() if name != "pregnant"}
    several = tuple(earlier(number, random.randint(0, 2**32)) for number in range(1, random.randint(1, 3)))
    return Case(
        TOLD, observations=_observations(random, facts), earlier=several,
        earlier_complete=random.random() < 0.5, procedures_complete=random.random() < 0.5,
    )  # fmt: skip


SUTURE = frozenset({"suture", "suture_indication", *FACTS})


def _without(known: Known, names: frozenset[str]) -> Known:
    """The same day without these facts, and without what is the woman's own and was told since the end."""
    told = {name: value for name, value in known.facts.values.items() if name not in {*names, *HER_OWN}}
    sources, stale = (
        {name: one for name, one in of.items() if name not in HER_OWN} for of in (known.sources, known.stale)
    )
    return replace(known, facts=Facts(told, known.facts.lists), sources=sources, stale=stale)


@given(SEEDS, SEEDS, SEEDS, st.integers(0, 60))
@examples(300)
def test_nothing_written_in_a_pregnancy_that_has_ended_reaches_the_facts_but_its_outcome_and_a_suture_still_in(
    her: int, written: int, end: int, later: int
) -> None:
    day, outcome = TOLD + timedelta(days=later), earlier(3, end)
    case = replace(woman(her), pregnancy=replace(pregnancy(written), outcome=outcome))
    full = known_on(case, day)
    bare = known_on(replace(woman(her), pregnancy=Pregnancy(outcome=outcome)), day)
    still = standing(case, day)

    assert _without(full, SUTURE) == _without(bare, SUTURE)
    assert full.facts.lists["scans"].records == ()
    own = {*full.sources, *full.stale} & set(HER_OWN)
    assert all((full.sources.get(name) or full.stale[name]).on.toordinal() >= outcome.ended.low for name in own)
    left = {name: value for name, value in full.facts.values.items() if name in PREGNANCY_FACTS.keys() - set(HER_OWN)}
    if not still:
        assert _without(full, frozenset()) == _without(bare, frozenset())
        assert left in ({}, {"suture": "none", **dict.fromkeys(FACTS, False)}), (
            "its outcome tells that its suture is out"
        )
    else:
        assert left.keys() <= SUTURE, "all that crosses is the suture"
        surely = any(state(one, day) == "in" for one in still)
        assert (left.get("suture_in") is True) is (surely or any(one.some_in for one in still))


@given(SEEDS, SEEDS, SEEDS)
@examples(40)
def test_nothing_written_in_a_pregnancy_that_has_ended_reaches_the_plan_but_a_suture_still_in(
    her: int, written: int, end: int
) -> None:
    def planned(one: Pregnancy) -> object:
        case = replace(woman(her), pregnancy=replace(one, outcome=earlier(3, end)))
        known = known_on(case, TOLD)
        verdicts = {key: judge(RECOMMENDATIONS[key], known.facts) for step in PROTOCOL.steps for key in step.follows}
        return plan(PROTOCOL, case, known, verdicts)

    one = pregnancy(written)
    told = tuple(each for each in one.observations if each.fact not in SUTURE)
    assert planned(replace(one, cerclages=(), observations=told)) == planned(Pregnancy())


@given(SEEDS, SEEDS, SEEDS)
@examples(300)
def test_an_earlier_pregnancy_changes_no_fact_and_no_date_of_this_one(her: int, now: int, other: int) -> None:
    told = known_on(replace(woman(her), pregnancy=pregnancy(now), earlier=()), TOLD)
    after = known_on(replace(woman(her), pregnancy=pregnancy(now), earlier=(earlier(1, other),)), TOLD)

    assert _but_order(after.facts.values) == _but_order(told.facts.values)
    assert after.facts.lists["scans"] == told.facts.lists["scans"]
    assert after.stale == told.stale


def _but_order(values: Record) -> Record:
    """Without what the order of her pregnancies says: it is of the woman, not of this pregnancy."""
    return {name: value for name, value in values.items() if name != "caesarean_before_loss"}


@given(SEEDS, SEEDS)
@examples(300)
def test_this_pregnancy_changes_no_earlier_one_and_nothing_that_stays_with_her(her: int, now: int) -> None:
    without, during = known_on(woman(her), TOLD), known_on(replace(woman(her), pregnancy=pregnancy(now)), TOLD)

    assert during.facts.lists["earlier"] == without.facts.lists["earlier"]
    assert {name: seen for name, seen in during.sources.items() if name.startswith("earlier[")} == {
        name: seen for name, seen in without.sources.items() if name.startswith("earlier[")
    }
    kept = {name: value for name, value in during.facts.values.items() if name in WOMAN_FACTS and name != "pregnant"}
    assert kept == without.facts.values


@given(SEEDS, SEEDS, st.integers(1, 2))
@examples(200)
def test_rewriting_one_earlier_pregnancy_leaves_the_others_as_they_were(her: int, changed: int, number: int) -> None:
    before = woman(her)
    rewritten = tuple(earlier(number, changed) if one.number == number else one for one in before.earlier)

    def others(case: Case) -> list[object]:
        records = known_on(case, TOLD).facts.lists["earlier"].records
        return [record for place, record in enumerate(records, 1) if place != number]

    assert others(replace(before, earlier=rewritten)) == others(before)
