"""Neither too much nor too little: every treating recommendation a protocol answers has a step, or a reason.

The women of issue 9, rows 10 to 12, by hand; the law on generated women.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.care.follows_women import BY_HAND, HOSPITALS, ONE_BABY, RECOMMENDATIONS, TODAY, assessed, history, loss
from tests.logic.strategies import examples
from tests.logic.women import a_woman_for, describe, limits_in

from fullterm.care.assess.followed import answering, departure, must_answer, unanswered
from fullterm.care.case.facts_on import Known
from fullterm.care.case.read import read_case
from fullterm.care.plan.build import plan
from fullterm.care.plan.planned import Planned
from fullterm.care.protocol.model import Step
from fullterm.guidelines.model import Recommendation
from fullterm.guidelines.verdict import body, judge
from fullterm.logic.evaluate import truth
from fullterm.logic.facts import Facts, Listed, Value
from fullterm.logic.language import all_of
from fullterm.logic.nodes import Bool, Named, walk
from fullterm.logic.quantity import Span, exactly, weeks
from fullterm.vocabulary import findings

ANSWERED = {
    name: [one for one in RECOMMENDATIONS.values() if must_answer(one, protocol, TODAY)]
    for name, protocol in HOSPITALS.items()
}
NAMES = st.sampled_from(sorted(HOSPITALS))
NOBODY, _ = read_case(f"told: {TODAY}\n")


# -- the protocols as they are written --------------------------------------------------------------------------


@pytest.mark.parametrize("name", HOSPITALS)
def test_every_treating_recommendation_of_its_documents_is_followed_or_departed_from(name: str) -> None:
    assert list(unanswered(HOSPITALS[name], RECOMMENDATIONS, TODAY)) == []
    assert len(ANSWERED[name]) > 35  # the law below is not about nothing


@pytest.mark.parametrize("name", HOSPITALS)
def test_a_step_speaks_only_of_documents_the_protocol_answers(name: str) -> None:
    protocol = HOSPITALS[name]
    named = [
        (step.id, key)
        for step in protocol.steps
        if not step.net
        for key in (*step.follows, *(one.advice for one in step.departs))
    ]
    named += [("-", one.advice) for one in protocol.departs]

    assert [(id_, key) for id_, key in named if RECOMMENDATIONS[key].guideline not in protocol.documents] == []


def test_what_is_left_open_is_said_with_what_to_write() -> None:
    antai = HOSPITALS["antai"]
    steps = tuple(replace(one, follows=tuple(k for k in one.follows if k != "china-2024 6")) for one in antai.steps)

    assert list(unanswered(replace(antai, steps=steps), RECOMMENDATIONS, TODAY)) == [
        "antai.toml: it answers china-2024 and says nothing of china-2024 6: write it in follows of a step, or in "
        "departs with the reason"
    ]


WITHOUT_A_WINDOW = {
    "antai": {"work-up", "correct-uterus", "removal-at-caesarean", "caesarean-abdominal-suture", "removal-after",
              "next-pregnancy"},
    "rcog_nice": {"removal-at-caesarean", "caesarean-abdominal-suture", "removal-after"},
}  # fmt: skip
"""Before a pregnancy, on her own day, or until it is out."""


@pytest.mark.parametrize("name", HOSPITALS)
def test_every_step_of_a_hospital_has_its_limits(name: str) -> None:
    own = [one for one in HOSPITALS[name].steps if not one.net and one.custody in (None, "to_remove")]
    without = {one for one in own if one.opens is None or one.closes is None}

    assert {one.id for one in without} == WITHOUT_A_WINDOW[name]
    assert all(one.before_pregnancy or one.at is not None for one in without)


# -- the women of the issue -------------------------------------------------------------------------------------


@pytest.mark.parametrize("case", BY_HAND)
def test_a_woman_of_the_issue(case: str) -> None:
    name, text, expected = BY_HAND[case]
    found = {one.step.id: one.state for one in assessed(text, name).plan}

    assert {step: found[step] for step in expected} == expected


def test_treating_stands_before_measuring() -> None:
    scan = "scans: [{gestation: 20w0d, length: 15 mm, method: transvaginal, funnel: u}]"
    for name in HOSPITALS:
        order: list[str] = []
        for day in ("23w4d", "22w0d"):  # the next turn of scans is due on either
            text = f"{history(loss('20w0d'))}pregnancy: {{gestation: {day}, {ONE_BABY}, {scan}}}\n"
            order = [one.step.id for one in assessed(text, name).plan if one.state in ("open", "closing")]
            assert order[0] == "ultrasound-cerclage"
        assert "scans" not in order or order.index("scans") > order.index("progesterone")


def test_a_step_that_bleeding_stops_is_said_as_stopped_by_what() -> None:
    bleeding = ONE_BABY.replace("bleeding: no", "bleeding: yes")
    text = f"{history(loss('20w0d'))}pregnancy: {{gestation: 13w0d, {bleeding}}}\n"
    found = next(one for one in assessed(text, "antai").plan if one.step.id == "cerclage")

    assert (found.state, found.stopped_by) == ("stopped", ("bleeding",))


SUTURED = ONE_BABY.replace("suture: none", "suture: mcdonald")


@pytest.mark.parametrize("name", HOSPITALS)
def test_a_suture_may_stay_until_the_planned_caesarean_and_its_window_is_that_day(name: str) -> None:
    def at(gestation: str, told: str) -> dict[str, Planned]:
        text = f"{history(loss('20w0d'))}pregnancy: {{gestation: {gestation}, {SUTURED}, {told}}}\n"
        return {one.step.id: one for one in assessed(text, name).plan}

    planned = "planned_caesarean: yes, planned_caesarean_at: 39w0d"
    states = {"37w3d": "not_yet_due", "38w6d": "not_yet_due", "39w0d": "closing", "39w1d": "missed"}
    for gestation, state in states.items():
        found = at(gestation, planned)
        assert (found["removal"].state, found["removal"].stopped_by) == ("not_for_her", ("planned_caesarean",))
        assert found["removal-at-caesarean"].state == state, gestation
    unknown = at("37w3d", "planned_caesarean: yes")["removal-at-caesarean"]
    assert (unknown.state, unknown.missing) == ("cannot_tell", frozenset({"planned_caesarean_at"}))
    assert at("37w3d", "planned_caesarean: no")["removal"].state == "missed"
    asked_first = at("36w3d", "in_trial: no")["removal"]
    assert (asked_first.state, asked_first.check_first) == ("open", ("planned_caesarean",))


OUT = """
pregnancy:
  due: 2026-11-29
  fetuses: 1
  planned_caesarean: yes
  planned_caesarean_at: 39w0d
  cerclage: {on: 2026-06-01, technique: mcdonald, indication: history}
"""


def test_taken_out_at_the_caesarean_it_is_that_step_and_no_late_removal() -> None:
    found = {one.step.id: one.state for one in assessed(OUT + "  removed: {on: 2026-11-22}\n", "antai").plan}

    assert (found["removal-at-caesarean"], found["removal"]) == ("done_in_window", "not_for_her")


def test_taken_out_before_the_caesarean_it_was_the_ordinary_removal() -> None:
    found = {one.step.id: one.state for one in assessed(OUT + "  removed: {on: 2026-11-03}\n", "antai").plan}

    assert (found["removal-at-caesarean"], found["removal"]) == ("not_for_her", "done_in_window")


def test_one_scan_is_done_by_a_scan_in_its_window_and_not_by_an_earlier_one() -> None:
    def state(*scans: str) -> str:
        told = ", ".join(f"{{gestation: {at}, length: 35 mm, method: transvaginal}}" for at in scans)
        cone = "earlier: none\nprocedures: [{kind: cold_knife_cone}]\n"
        text = f"{cone}pregnancy: {{gestation: 21w0d, {ONE_BABY}, scans: [{told}]}}\n"
        return next(one.state for one in assessed(text, "rcog_nice").plan if one.step.id == "single-scan")

    assert [state("17w0d"), state("20w0d"), state("17w0d", "18w0d")] == ["open", "done_in_window", "done_in_window"]


# -- the laws, on women made up at random -----------------------------------------------------------------------

QUIET: dict[str, Value] = {
    "pregnant": True, "labour": False, "infection": False, "bleeding": False, "ruptured_membranes": False,
    "fetal_compromise": False, "contractions": False, "alive": True, "anomaly_scan": "normal",
    "babies_died": exactly(0),
}  # fmt: skip
"""No contraindication, and no history: among women made up at random hardly one is free of all of them."""

SUTURES: tuple[dict[str, Value], ...] = (
    {"suture_in": False, "suture_vaginal": False, "suture_abdominal": False},
    {"suture_in": True, "suture_vaginal": True, "suture_abdominal": False, "suture": "mcdonald"},
    {"suture_in": True, "suture_vaginal": False, "suture_abdominal": True, "suture": "abdominal"},
    {"suture_in": True, "suture_vaginal": True, "suture_abdominal": True},
    {"suture_in": True},
    {},
)
"""None, one through the vagina, an abdominal one, both, one of unknown kind, and nobody knows."""


def a_woman_of(one: Recommendation, random: Random) -> Facts:
    """A woman to whom some advice nearly applies, at a gestation inside its window; every other one is quiet, and every
    fourth has never been pregnant before, or operated on."""
    rule = all_of(one.women, body(one))
    facts = a_woman_for(random, (rule,), limits_in((rule,)))
    opens, closes = (None, None) if one.window is None else (one.window.opens, one.window.closes)
    first = weeks(12).amount if opens is None else opens.amount
    last = weeks(38).amount if closes is None else closes.amount - 1
    gestation = {"gestation": exactly(random.randint(min(first, last - 14), last))} if random.random() < 0.7 else {}
    quiet = QUIET if random.random() < 0.5 else {"pregnant": True}
    sutures = random.choices(SUTURES, (5, 1, 1, 1, 1, 1))[0]
    never = {rows: Listed((), True) for rows in ("earlier", "procedures") if random.random() < 0.25}
    told = {name: value for name, value in facts.values.items() if name not in ("suture", *SUTURES[0])}
    return Facts({**told, **sutures, **quiet, **gestation}, {**facts.lists, **never})


def planned_for(facts: Facts, name: str) -> tuple[Planned, ...]:
    """The plan of a woman of whom nothing but these facts is known."""
    assert NOBODY is not None
    protocol = HOSPITALS[name]
    keys = {key for step in protocol.steps for key in (*step.follows, *(one.advice for one in step.departs))}
    verdicts = {key: judge(RECOMMENDATIONS[key], facts) for key in keys}
    return plan(protocol, NOBODY, Known(TODAY, facts, {}, {}), verdicts)


def in_its_window(one: Recommendation, facts: Facts) -> bool:
    gestation = facts.values.get("gestation")
    if facts.values.get("pregnant") is not True or not isinstance(gestation, Span):
        return False
    opens, closes = (one.window.opens, one.window.closes) if one.window is not None else (None, None)
    late = closes is not None and gestation.high >= closes.amount
    return not late and (opens is None or gestation.low >= opens.amount)


def calls_for_a_line(one: Recommendation, facts: Facts, steps: tuple[Step, ...]) -> bool:
    """Whether advice applies to her in its time, and is not over because a suture is in."""
    if judge(one, facts).kind != "applies" or not in_its_window(one, facts):
        return False
    over = all(step.unless is not None and "has_suture" in _named(step.unless) for step in steps)
    return not (steps and over and truth(findings.has_suture, facts) is True)


def _named(rule: Bool) -> set[str]:
    return {node.name for node in walk(rule) if isinstance(node, Named)}


@examples(8)
@given(st.integers(0, 2**32 - 1), NAMES)
def test_advice_that_applies_has_a_line_in_the_plan_or_a_reason(seed: int, name: str) -> None:
    protocol, several, random = HOSPITALS[name], ANSWERED[name], Random(seed)
    for made_for in several:
        facts = a_woman_of(made_for, random)
        found = planned_for(facts, name)
        for one in several:
            steps = answering(one.key, protocol)
            if departure(one.key, protocol.departs) is not None or not calls_for_a_line(one, facts, steps):
                continue
            lines = [line for line in found if line.step in steps or line.step.id in {step.id for step in steps}]
            if not any(line.state != "not_for_her" or line.stopped_by for line in lines):
                pytest.fail(f"{name}: {one.key} applies, and no line stands for it\n{describe(facts)}")


@pytest.mark.parametrize("name", HOSPITALS)
def test_the_law_speaks_of_every_advice_it_is_about(name: str) -> None:
    random, never = Random(9), []
    for one in ANSWERED[name]:
        steps = answering(one.key, HOSPITALS[name])
        if not any(calls_for_a_line(one, a_woman_of(one, random), steps) for _ in range(2000)):
            never.append(one.key)

    assert never == []


@examples(8)
@given(st.integers(0, 2**32 - 1), NAMES)
def test_nothing_is_begun_beside_a_suture_and_no_suture_is_planned_for_twins(seed: int, name: str) -> None:
    random = Random(seed)
    planned = {"cerclage", "abdominal-cerclage", "ultrasound-cerclage"}
    begun = planned | {"progesterone", "twin-progesterone", "scans", "single-scan", "short-cervix-no-history"}
    for made_for in ANSWERED[name]:
        facts = a_woman_of(made_for, random)
        pressing = {one.step.id for one in planned_for(facts, name) if one.state in ("open", "closing", "missed")}
        if truth(findings.has_suture, facts) is True and pressing & begun:
            pytest.fail(f"{name}: {pressing & begun} with a suture in\n{describe(facts)}")
        if truth(findings.multiple, facts) is True and pressing & planned:
            pytest.fail(f"{name}: {pressing & planned} in a multiple pregnancy\n{describe(facts)}")


@pytest.mark.parametrize("on", [date(2026, 11, 22)])
@pytest.mark.parametrize("name", HOSPITALS)
def test_no_step_for_before_a_pregnancy_is_called_missed_in_one(on: date, name: str) -> None:
    past = history(loss("20w0d", cerclage="history", cerclage_route="vaginal"))
    for whole in range(4, 42):
        plan_of = assessed(f"{past}pregnancy: {{gestation: {whole}w0d, {ONE_BABY}}}\n", name, on).plan
        missed = {one.step.id for one in plan_of if one.state == "missed" and one.step.before_pregnancy}
        assert missed <= {"abdominal-cerclage"}  # a treatment of this pregnancy as well, with its own window
