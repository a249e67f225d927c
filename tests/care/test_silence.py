"""What may be said after a death, by every channel; and that an interview asks nothing for the dead."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from tests.care.test_still import day, her, protocol

from fullterm.care.assess.assessment import Assessment, assess
from fullterm.care.assess.first_line_text import first_line_in
from fullterm.care.assess.report import report
from fullterm.care.case.death import she_died
from fullterm.care.case.model import Case
from fullterm.care.case.read import read_case
from fullterm.care.interview.next_question import rest_of
from fullterm.care.interview.sitting import sitting
from fullterm.care.interview.turn import next_turn
from fullterm.care.plan.first_line import Calm
from fullterm.care.plan.silence import CHANNELS, TO_COLLEAGUES, allowed, spoken
from fullterm.guidelines import register

DIED = "core: [{on: 2026-03-01, mother: {died: yes}}]"
AFTER = date(2026, 4, 1)


def told(text: str) -> Case:
    case, problems = read_case(text)
    assert case is not None, problems
    assert problems == ()
    return case


def lost(core: str = DIED, then: str = "") -> Case:
    ended = f"{{outcome: loss, gestation: 21w0d, ended: 2026-02-20, cerclage: history, {core}}}"
    return told(f"told: {AFTER}\nearlier: {{complete: yes, pregnancies: [{ended}]}}\n{then}")


def found(case: Case, on: date = AFTER) -> Assessment:
    return assess(case, on, protocol())


def test_of_a_woman_who_has_died_nothing_is_said_planned_or_asked() -> None:
    case = lost()
    assert she_died(case, AFTER)
    assert {channel for channel in CHANNELS if allowed(channel, case, AFTER)} == TO_COLLEAGUES
    one = found(case)
    assert {step.state for step in one.plan} == {"not_for_her"}
    assert one.first == Calm(died=True)
    for language in ("en", "zh"):
        assert first_line_in(one, language)["says"] in (  # type: ignore[arg-type]  # both
            "She has died: nothing is planned or asked any more.", "孕产妇已死亡:不再安排或询问任何事项。",
        )  # fmt: skip
    assert one.question is None
    assert next_turn(sitting(case, AFTER, protocol()), "en") is None
    plain = report(one, "en")
    assert plain["would_change"] == []
    stands = [row["still"] for row in plain["recommendations"] if row["verdict"] == "applies" and row["stands_for"]]
    assert all(row["advice"] not in ("offer", "consider") for row in plain["recommendations"] if row["stands_for"])
    assert stands, "advice against and information are shown as they are"


@pytest.mark.parametrize(
    ("core", "died"),
    [
        (DIED, True),
        ("core: [{on: 2026-03-01, mother: {died: no}}]", False),
        ("core: [{on: 2026-03-01, mother: {died: unknown}}]", False),
        ("core: [{on: 2026-03-01, mother: {died: yes}}, {on: 2026-03-09, mother: {died: no}}]", False),
        ("core: [{on: 2026-03-09, mother: {died: yes}}, {on: 2026-03-01, mother: {died: no}}]", True),
        ("core: [{on: 2026-03-01, mother: {died: yes}}, {on: 2026-03-09, mother: {harm: no}}]", True),
    ],
)
def test_she_has_died_when_it_was_told_last(core: str, died: bool) -> None:
    assert she_died(lost(core), AFTER) is died


def test_nobody_has_died_before_it_was_told_nor_while_she_is_pregnant_again() -> None:
    assert not she_died(lost(), date(2026, 2, 28))
    assert not she_died(lost(then="pregnancy: {gestation: 6w0d}\n"), AFTER)


def test_of_a_baby_known_dead_only_what_is_owed_to_her_is_said() -> None:
    one = her(day(20), "fetuses: 1", "babies_died: 1", "suture: mcdonald")
    case = one.case
    said = {step.step.id for step in spoken("worklist", one.plan, case, one.on) if step.state != "not_for_her"}
    assert {"suture-loss", "after-death", "removal"} <= said
    assert all(step.step.for_woman for step in spoken("calendar", one.plan, case, one.on))
    assert not allowed("how_far", case, one.on)
    assert not allowed("consent", case, one.on)
    for channel in ("her_page", "invitation", "passport", "referral"):
        assert allowed(channel, case, one.on)  # type: ignore[arg-type]  # each is a channel


def test_an_open_cervix_beside_a_baby_known_dead_is_said_for_her() -> None:
    one = her(day(20), "fetuses: 1", "babies_died: 1", "suture: none", "dilatation: 3 cm")
    said = [step for step in spoken("worklist", one.plan, one.case, one.on) if step.urgent]
    assert [step.step.id for step in said] == ["rescue"]
    assert said[0].instead is not None
    assert "no suture" in said[0].instead.says.en


@pytest.mark.parametrize("line", ["anomaly_scan: lethal", "alive: no", "babies_died: 1"])
def test_an_open_cervix_stays_on_the_list_whatever_forbids_a_suture(line: str) -> None:
    told = ("suture: none", "dilatation: 3 cm", "membranes: bulging", line)
    one = her(day(20), *(() if "died" in line else ("fetuses: 1",)), *told)  # of a death the number was not told
    (rescue,) = (step for step in spoken("worklist", one.plan, one.case, one.on) if step.step.id == "rescue")
    assert rescue.stopped_by == (line.partition(":")[0],)
    assert rescue.urgent


def test_a_heartbeat_not_seen_silences_the_baby_and_is_said_first() -> None:
    one = her(day(20), "fetuses: 1", "alive: no", "suture: none", "scans: [{length: 15 mm, method: transvaginal}]")
    assert one.plan[0].step.id == "heartbeat"
    said = {step.step.id for step in spoken("call", one.plan, one.case, one.on)}
    assert "heartbeat" in said
    assert not said & {"progesterone", "scans", "cerclage", "ultrasound-cerclage"}
    assert not allowed("how_far", one.case, one.on)


def test_a_lethal_anomaly_silences_what_is_planned_for_the_baby_and_not_how_far_along_she_is() -> None:
    one = her(day(20), "fetuses: 1", "alive: yes", "anomaly_scan: lethal", "suture: mcdonald")
    assert allowed("how_far", one.case, one.on)
    assert not allowed("consent", one.case, one.on)
    assert "removal" in {step.step.id for step in spoken("worklist", one.plan, one.case, one.on)}


def test_in_twins_one_death_silences_nothing() -> None:
    one = her(day(20), "fetuses: 2", "babies_died: 1", "suture: none")
    assert all(allowed(channel, one.case, one.on) for channel in CHANNELS)
    assert spoken("worklist", one.plan, one.case, one.on) == one.plan


def test_after_a_loss_is_recorded_what_comes_next_is_said_again() -> None:
    case = lost("core: []")
    assert all(allowed(channel, case, AFTER) for channel in CHANNELS)


def test_an_interview_asks_nothing_for_a_baby_that_has_died() -> None:
    """No question is kept open by advice for the baby alone: the rules themselves are gone."""
    by_key = {one.key: one for one in register.recommendations()}
    asked, living = set(rest_of(day(17), ended=True).names), set(rest_of(day(17), ended=False).names)
    gone = living - asked
    assert gone == {key for key in living if key in by_key and all(t.for_baby for t in by_key[key].advice.treatments)}
    dead = _all_questions(her(day(17), "fetuses: 1", "babies_died: 1", history=""))
    alive = _all_questions(her(day(17), "fetuses: 1", "alive: yes", history=""))
    assert "scans" in alive
    assert not {"scans", "first_trimester_scan", "progesterone"} & set(dead)


def _all_questions(one: Assessment, most: int = 100) -> list[str]:
    skipped: frozenset[str] = frozenset()
    for _ in range(most):
        turn = next_turn(sitting(one.case, one.on, one.protocol, skipped), "en")
        if turn is None:
            break
        skipped |= {turn.key}
    return list(skipped)


LATER = timedelta(days=39)


def test_the_death_grows_no_older_in_39_days() -> None:
    one = her(day(17), "fetuses: 1", "babies_died: 1", "suture: mcdonald")
    later = assess(one.case, one.on + LATER, protocol())
    assert {step.step.id for step in later.plan if step.state == "open"} >= {"suture-loss", "after-death"}
    assert not allowed("how_far", one.case, one.on + LATER)
