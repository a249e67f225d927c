"""Each step of a hospital's protocol stands in exactly one state for each woman on each day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import product
from pathlib import Path

import pytest

from fullterm.care.case.facts_on import known_on
from fullterm.care.case.model import Case, Cerclage, Dating, Declined, Observation, Pregnancy
from fullterm.care.case.read import read_case
from fullterm.care.plan.build import plan
from fullterm.care.plan.planned import STATES, Planned, State
from fullterm.care.protocol.model import Protocol, Step, read_protocol
from fullterm.guidelines import register
from fullterm.guidelines.verdict import judge
from fullterm.logic.facts import Value
from fullterm.logic.language import ALWAYS
from fullterm.logic.nodes import YesNo
from fullterm.logic.quantity import UNKNOWN, Span, exactly, weeks
from fullterm.vocabulary.fact import Text

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.yaml"))
RECOMMENDATIONS = {one.key: one for one in register.recommendations()}
LMP = date(2026, 1, 12)
DUE = date(2026, 10, 19)

TWO_TYPICAL_LOSSES = """
earlier:
  complete: yes
  pregnancies:
    - {outcome: loss, gestation: 20w0d, painless_dilatation: yes, contractions_first: no, cerclage: none}
    - {outcome: loss, gestation: 19w0d, membranes_bulging: yes, contractions_first: no, cerclage: none}
procedures: none
"""
A_BIRTH = (
    "{outcome: live_birth, gestation: 30w0d, induced: no, contractions_first: yes, painless_dilatation: no, "
    "membranes_bulging: no, cerclage: none}"
)
A_BIRTH_AT_30_WEEKS = f"""
earlier: {{complete: yes, pregnancies: [{A_BIRTH}]}}
procedures: none
"""
NO_HISTORY = "earlier: none\nprocedures: none\n"
SUTURE = "cerclage: {on: 2026-04-16, technique: mcdonald, indication: history}"  # 13w3d
ONE_BABY = ("fetuses: 1", "alive: yes", "anomaly_scan: normal", "fetal_compromise: no")
ALL_WELL = tuple(f"{sign}: no" for sign in ("bleeding", "ruptured_membranes", "infection", "infection_suspected"))


def day(whole: int, days: int = 0) -> date:
    """The day she is so far along, by the due date."""
    return LMP + timedelta(days=7 * whole + days)


def told(text: str) -> Case:
    case, problems = read_case(text)
    assert problems == ()
    assert case is not None
    return case


def expecting(on: date, *lines: str, history: str = TWO_TYPICAL_LOSSES, within: int = 0) -> Case:
    """A woman with a history, pregnant and due on 2026-10-19, told on a day."""
    quiet = () if any(line.startswith("labour") for line in lines) else ("labour: no", "contractions: no")
    none = () if any(line.startswith(("suture", "cerclage")) for line in lines) else ("suture: none",)
    well = tuple(one for one in ALL_WELL if not any(line.startswith(one.partition(":")[0] + ":") for line in lines))
    due = (f"due: {DUE}", f"within: {within}d", *ONE_BABY, *well, *none, *lines, *quiet)
    return told(f"told: {on}\nwoman: {{pregnant: yes}}\n{history}pregnancy:\n" + "".join(f"  {one}\n" for one in due))


def planned(case: Case, on: date | None = None, name: str = "antai") -> dict[str, Planned]:
    """Every step by its id, in the order of the page."""
    known = known_on(case, on or case.told)
    protocol = read_protocol(name, RECOMMENDATIONS)
    keys = {key for step in protocol.steps for key in (*step.follows, *(one.advice for one in step.departs))}
    verdicts = {key: judge(RECOMMENDATIONS[key], known.facts) for key in keys}
    return {one.step.id: one for one in plan(protocol, case, known, verdicts)}


# -- the states --------------------------------------------------------------------------------------------

STATED: tuple[tuple[State, Case], ...] = (
    ("not_for_her", expecting(day(12), history=NO_HISTORY)),
    ("cannot_tell", told(f"told: {day(12)}\npregnancy: {{due: {DUE}, fetuses: 1}}\nearlier: [{{outcome: loss}}]\n")),
    ("not_yet_due", expecting(day(11, 6))),
    ("open", expecting(day(12))),
    ("open", expecting(day(14, 3))),
    ("closing", expecting(day(14, 4))),
    ("closing", expecting(day(14, 6))),
    ("missed", expecting(day(15))),
    ("stopped", expecting(day(12), "bleeding: yes")),
    ("done_early", expecting(day(20), SUTURE.replace("2026-04-16", str(day(10))))),
    ("done_in_window", expecting(day(20), SUTURE)),
    ("done_in_window", expecting(day(20), SUTURE.replace("2026-04-16", str(day(14, 6))))),
    ("done_late", expecting(day(20), SUTURE.replace("2026-04-16", str(day(15))))),
    ("declined", expecting(day(12), f"declined: [{{step: cerclage, on: {day(12)}, reason: she will wait}}]")),
)


@pytest.mark.parametrize("name", ["antai", "rcog_nice"])
@pytest.mark.parametrize(("state", "case"), STATED, ids=[f"{state} {case.told}" for state, case in STATED])
def test_the_planned_suture_stands_in_each_of_its_states(state: State, case: Case, name: str) -> None:
    if name == "rcog_nice":  # Britain asks for three births, and opens at 11 weeks
        case = _three_births(case)
        state = "open" if state == "not_yet_due" else state
    assert planned(case, name=name)["cerclage"].state == state


def _three_births(case: Case) -> Case:
    births = told(f"told: {case.told}\nearlier: [{', '.join([A_BIRTH] * 3)}]\n").earlier
    return replace(case, earlier=births) if len(case.earlier) == 2 else case


def test_every_state_is_reached() -> None:
    assert {state for state, _ in STATED} == set(STATES)


SURE: tuple[bool | None, ...] = (True, False, None)
TIMES: dict[str, tuple[int | None, State]] = {
    "before": (79, "not_yet_due"),
    "opens": (80, "open"),
    "inside": (90, "open"),
    "closing": (97, "closing"),
    "last day": (99, "closing"),
    "closes": (100, "missed"),
    "undated": (None, "cannot_tell"),
}
TEXT = Text("-", "-")


def one_step(**changes: object) -> Step:
    plain = Step(
        "step", TEXT, TEXT, "doctor", TEXT, YesNo("adhesions"), YesNo("polyps"), (), (), None, 80, None, 100, None,
        "cerclage", (), False, False, False,
    )  # fmt: skip
    return replace(plain, **changes)  # type: ignore[arg-type]  # the fields of a step, by name


def alone(step: Step, case: Case, on: date) -> Planned:
    (found,) = plan(Protocol("p", TEXT, TEXT, 3, (step,)), case, known_on(case, on), {})
    return found


@pytest.mark.parametrize("time", TIMES)
@pytest.mark.parametrize("declined", [False, True])
def test_every_combination_has_exactly_one_state(time: str, declined: bool) -> None:
    """For her, barred, done, declined and due: the whole table, each answer yes, no or unknown."""
    gestation, due = TIMES[time]
    on = day(gestation // 7, gestation % 7) if gestation is not None else day(13)
    for eligible, barred, done in product(SURE, SURE, (None, 85, 100, "some day")):
        case = _woman(on, eligible, barred, done, declined, gestation is not None)
        found = alone(one_step(), case, on)

        assert found.state == _expected(eligible, barred, done, declined, due), (eligible, barred, done)
        assert bool(found.missing) == (found.state == "cannot_tell")
        assert (found.done is not None) == found.state.startswith("done")
        assert (found.declined is not None) == (found.state == "declined")


def _expected(eligible: bool | None, barred: bool | None, done: int | str | None, declined: bool, due: State) -> State:
    if done is not None and eligible is True:
        return "done_late" if done == 100 else "done_in_window"
    if eligible is False or barred is True:
        return "not_for_her"
    if eligible is None or barred is None:
        return "cannot_tell"
    return "declined" if declined else due


def _woman(
    on: date, eligible: bool | None, barred: bool | None, done: int | str | None, declined: bool, dated: bool
) -> Case:
    facts: dict[str, Value | None] = {"adhesions": eligible, "polyps": barred}
    seen = tuple(Observation(name, value, on, "-") for name, value in facts.items() if value is not None)
    gestation = exactly(done) if isinstance(done, int) else UNKNOWN
    pregnancy = Pregnancy(
        Dating(exactly(DUE.toordinal())) if dated else None,
        cerclages=() if done is None else (Cerclage(gestation=gestation),),
        declined=(Declined("step", on),) if declined else (),
    )
    return Case(on, observations=seen, pregnancy=pregnancy)


@pytest.mark.parametrize("name", ["antai", "rcog_nice"])
@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_every_step_of_a_protocol_stands_once_on_every_day_of_every_example(path: Path, name: str) -> None:
    case = told(path.read_text(encoding="utf-8"))
    steps = sorted(step.id for step in read_protocol(name, RECOMMENDATIONS).steps)
    for after in (-30, 0, 1, 30, 90, 200):
        found = planned(case, case.told + timedelta(days=after), name)
        assert sorted(found) == steps
        assert {one.state for one in found.values()} <= set(STATES)
        assert all(bool(one.missing) == (one.state == "cannot_tell") for one in found.values())


# -- what is done, and what only looks so -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("indication", "done"),
    [("history", "cerclage"), ("ultrasound", "ultrasound-cerclage"), ("examination", "rescue")],
)
@pytest.mark.parametrize("name", ["antai", "rcog_nice"])
def test_a_suture_is_the_step_it_was_placed_for_and_no_other(indication: str, done: str, name: str) -> None:
    case = expecting(day(22), f"cerclage: {{on: {day(20)}, technique: mcdonald, indication: {indication}}}")
    found = planned(case, name=name)

    states = {step: found[step].state for step in ("cerclage", "ultrasound-cerclage", "rescue")}
    assert [step for step, state in states.items() if state.startswith("done")] == [done]


def test_a_suture_without_its_reason_is_the_step_that_was_for_her() -> None:
    found = planned(expecting(day(20), f"cerclage: {{on: {day(13)}, technique: mcdonald}}"))

    assert (found["cerclage"].state, found["rescue"].state) == ("done_in_window", "not_for_her")


@pytest.mark.parametrize(("said", "state"), [("yes", "done_in_window"), ("no", "open"), ("unknown", "open")])
def test_a_scan_or_a_treatment_is_done_when_it_was_and_not_when_it_is_denied(said: str, state: State) -> None:
    assert planned(expecting(day(12), f"first_trimester_scan: {said}"))["first-scan"].state == state


def test_a_test_is_done_whatever_it_found() -> None:
    text = f"told: {day(0)}\nwoman: {{pregnant: no, uterine_anomaly: none, antiphospholipid_antibodies: no}}\n"
    assert planned(told(text + TWO_TYPICAL_LOSSES))["work-up"].state == "done_in_window"
    assert planned(told(text.replace(", antiphospholipid_antibodies: no", "") + TWO_TYPICAL_LOSSES))[
        "work-up"
    ].state == "open"  # fmt: skip


def test_what_was_done_or_declined_later_is_not_yet_so() -> None:
    case = expecting(day(20), SUTURE, f"declined: [{{step: step, on: {day(18)}}}]")
    step = one_step(when=ALWAYS, unless=None, opens=None, closes=None, done_by="nothing")

    assert (alone(step, case, day(17, 6)).state, alone(step, case, day(18)).state) == ("open", "declined")
    suture = one_step(id="cerclage", when=ALWAYS, unless=None)
    assert (alone(suture, case, day(13, 2)).state, alone(suture, case, day(13, 3)).state) == ("open", "done_in_window")


def test_an_answer_she_gave_once_is_dropped_when_the_suture_is_placed_after_all() -> None:
    case = expecting(day(20), SUTURE, f"declined: [{{step: cerclage, on: {day(12)}}}]")

    assert planned(case)["cerclage"].state == "done_in_window"


# -- dating -----------------------------------------------------------------------------------------------------


def test_a_window_is_certain_when_every_plausible_due_date_agrees() -> None:
    sure = planned(expecting(day(12, 2), within=2))["cerclage"]
    doubtful = planned(expecting(day(12, 1), within=2))["cerclage"]

    assert (sure.state, sure.certain) == ("open", True)
    assert (doubtful.state, doubtful.certain) == ("open", False)
    assert sure.opens is not None
    assert sure.opens.every(opening=True) == day(12) + timedelta(days=2)
    assert sure.opens.days == Span(*((day(12) + timedelta(days=by)).toordinal() for by in (-2, 2)))


def test_near_the_end_of_a_window_the_more_pressing_reading_is_shown() -> None:
    found = planned(expecting(day(14, 3), within=2))["cerclage"]

    assert (found.state, found.certain) == ("closing", False)


def test_a_dating_wider_than_the_window_does_not_call_it_missed_while_it_may_be_open() -> None:
    """A window of eight days, a due date known to four weeks: both ends lie outside, and the window within."""
    found = planned(expecting(day(36, 4), SUTURE, within=14))["removal"]

    assert (found.state, found.certain) == ("closing", False)
    assert found.opens is not None
    assert found.closes is not None
    assert found.opens.days is not None
    assert found.closes.days is not None
    assert found.opens.days.high > found.closes.days.low


def test_without_a_due_date_a_window_cannot_be_told_and_the_gestation_is_asked_for() -> None:
    text = f"told: {day(12)}\nwoman: {{pregnant: yes}}\n{TWO_TYPICAL_LOSSES}pregnancy: {{fetuses: 1, suture: none}}\n"
    found = planned(told(text))["cerclage"]

    assert (found.state, found.missing) == ("cannot_tell", {"gestation"})


def test_while_nobody_knows_whether_she_is_pregnant_a_window_cannot_be_told() -> None:
    found = alone(one_step(unless=None), Case(LMP, observations=(Observation("adhesions", True, LMP, "-"),)), LMP)

    assert (found.state, found.missing) == ("cannot_tell", {"pregnant"})


# -- the suture comes out ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["antai", "rcog_nice"])
@pytest.mark.parametrize(
    ("on", "state"),
    [
        (day(35, 6), "not_yet_due"),
        (day(36, 1), "open"),
        (day(36, 5), "closing"),
        (day(37), "closing"),
        (day(37, 1), "missed"),
        (day(39), "missed"),
    ],
)
def test_removal_waits_for_its_window_and_stays_on_top_until_it_is_done(on: date, state: State, name: str) -> None:
    found = planned(expecting(on, SUTURE), name=name)

    assert found["removal"].state == state
    assert (next(iter(found)) == "removal") == (state != "not_yet_due")
    done = planned(expecting(on, SUTURE, f"removed: {on}"), name=name)
    assert done["removal"].state == {"missed": "done_late", "not_yet_due": "done_early"}.get(state, "done_in_window")


def test_removal_is_foreseen_as_soon_as_a_suture_is() -> None:
    assert planned(expecting(day(12)))["removal"].state == "not_yet_due"
    assert planned(expecting(day(12), "declined: [{step: cerclage}]"))["removal"].state == "not_for_her"
    assert planned(expecting(day(15)))["removal"].state == "not_for_her"  # the window has passed


def test_a_suture_placed_again_has_to_come_out_again() -> None:
    case = expecting(
        day(37, 1),
        f"cerclage: [{{on: {day(13)}, technique: mcdonald}}, {{on: {day(21)}, technique: mcdonald}}]",
        f"removed: {day(20)}",
    )

    assert planned(case)["removal"].state == "missed"
    assert planned(case, day(20, 1))["removal"].state == "done_early"


def test_in_labour_with_the_suture_in_it_comes_out_before_everything_else() -> None:
    case = expecting(day(36, 5), SUTURE, "labour: yes", "contractions: yes")
    found = list(planned(case).values())

    assert [(one.step.id, one.state) for one in found[:2]] == [("removal-now", "open"), ("removal", "closing")]
    after = planned(expecting(day(36, 5), SUTURE, f"removed: {day(36, 5)}"))
    assert (after["removal-now"].state, after["removal"].state) == ("not_for_her", "done_in_window")


def test_a_loss_after_a_suture_closes_the_plan_and_opens_that_of_the_next_pregnancy() -> None:
    lost = f"outcome: {{on: {day(19)}, outcome: loss, cerclage: history, cerclage_route: vaginal}}"
    text = f"told: {day(19, 2)}\n{TWO_TYPICAL_LOSSES}pregnancy:\n  due: {DUE}\n  {SUTURE}\n  {lost}\n"
    found = planned(told(text))

    assert found["next-pregnancy"].state == "open"
    assert (found["cerclage"].state, found["cerclage"].done) == ("not_yet_due", None)
    assert found["removal-now"].state == "not_for_her"
    assert found["cerclage"].opens is not None
    assert found["cerclage"].opens.days is None  # no due date of the pregnancy that is over


# -- a series of scans ------------------------------------------------------------------------------------------


def surveyed(on: date, *scans: date | str, name: str = "antai") -> Planned:
    lines = ", ".join(f"{{on: {one}, length: 35 mm, method: transvaginal}}" for one in scans)
    case = expecting(on, f"scans: [{lines}]", history=A_BIRTH_AT_30_WEEKS)
    return planned(case, name=name)["scans"]


@pytest.mark.parametrize("name", ["antai", "rcog_nice"])
def test_the_next_scan_is_due_two_weeks_after_the_last_until_the_window_has_no_room_for_another(name: str) -> None:
    assert surveyed(day(15, 6), name=name).state == "not_yet_due"
    assert surveyed(day(16), name=name).state == "open"

    turn = surveyed(day(16), day(16), name=name)
    assert (turn.state, turn.step.opens) == ("not_yet_due", weeks(18).amount)
    assert turn.opens is not None
    assert turn.opens.every(opening=True) == day(18)
    assert surveyed(day(18), day(16), name=name).state == "open"
    assert surveyed(day(21, 6), day(16), day(18), day(20), name=name).state == "not_yet_due"
    assert surveyed(day(22), day(16), day(18), day(20), name=name).state == "open"
    assert surveyed(day(22), day(16), day(18), day(20), day(22), name=name).state == "done_in_window"
    after = "missed" if name == "antai" else "not_for_her"  # in Britain the advice itself ends at 24 weeks
    assert surveyed(day(24), day(16), name=name).state == after


def test_a_scan_before_the_series_begins_does_not_put_it_off_and_one_on_an_unknown_day_does_not_end_it() -> None:
    assert surveyed(day(16), day(12)).state == "open"
    assert surveyed(day(16), "unknown").state == "open"
    assert surveyed(day(18), day(16), "unknown").state == "open"


def test_a_scan_still_to_come_is_not_counted() -> None:
    case = expecting(day(22), f"scans: [{{on: {day(22)}, length: 35 mm}}]", history=A_BIRTH_AT_30_WEEKS)

    assert planned(case, day(21))["scans"].state != "done_in_window"


# -- before a pregnancy, and in an emergency --------------------------------------------------------------------


def example(name: str) -> Case:
    return told(next(path for path in EXAMPLES if path.stem == name).read_text(encoding="utf-8"))


def test_what_is_done_before_a_pregnancy_is_open_then_and_has_its_window_in_one() -> None:
    operated = "procedures: [{kind: trachelectomy}]\nearlier: none\n"
    before = told(f"told: {day(0)}\nwoman: {{pregnant: no}}\n{operated}")

    def during(on: date) -> State:
        return planned(expecting(on, history=operated))["abdominal-cerclage"].state

    assert planned(before)["abdominal-cerclage"].state == "open"
    days = (day(6), day(14), day(21, 3), day(21, 4), day(22))  # SMFM 65: it can still be considered before 22+0
    assert [during(on) for on in days] == ["open", "open", "open", "closing", "missed"]


def test_an_abdominal_suture_from_before_counts_while_it_is_in() -> None:
    suture = "cerclage: {on: 2025-01-10, technique: laparoscopic}\n"
    text = f"told: {day(12)}\n{suture}procedures: [{{kind: trachelectomy}}]\npregnancy: {{due: {DUE}, fetuses: 1}}\n"

    assert planned(told(text))["abdominal-cerclage"].state == "done_in_window"
    assert planned(told("removed: 2025-06-01\n" + text))["abdominal-cerclage"].state != "done_in_window"


@pytest.mark.parametrize("name", ["antai", "rcog_nice"])
def test_a_rescue_is_decided_before_everything_else(name: str) -> None:
    first = next(iter(planned(example("rescue-21w3d"), name=name).values()))

    assert (first.step.id, first.state) == ("rescue", "open")
    assert first.followed  # and says whose advice brought it in


def test_what_presses_comes_before_what_waits_and_what_is_over_comes_last() -> None:
    order = [one.state for one in planned(example("ms-wang-2-twelve-weeks")).values()]
    places = ["open", "cannot_tell", "not_yet_due", "done_in_window", "not_for_her"]

    assert order == sorted(order, key=places.index)
