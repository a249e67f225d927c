"""What came first decides: a loss doctors completed is a loss, and what came after a loss caused nothing."""

from __future__ import annotations

from typing import Any

import pytest
from tests.care.test_causes import NOTHING_ELSE, OPEN_NOW, causes, insufficiency, loss, shown

from fullterm.care.case.facts_on import known_on
from fullterm.care.case.model import Case
from fullterm.care.case.read import read_case
from fullterm.care.verdicts.differential import Candidate, differential
from fullterm.guidelines.causes import CAUSES


def terminated(**told: Any) -> dict[str, Any]:
    """Row 7: doctors ended it at 21 weeks, the cervix open and the sac bulging."""
    signs = {"painless_dilatation": "yes", "membranes_bulging": "yes"}
    return loss("21w0d", outcome="termination", induced="yes", **signs | told)


def told(text: str) -> Case:
    case, problems = read_case("told: 2026-03-02\nwoman: {pregnant: no}\n" + text)
    assert problems == ()
    assert case is not None
    return case


def stands(text: str) -> dict[str, Candidate]:
    case = told(text)
    return {one.cause.id: one for one in differential(CAUSES, known_on(case, case.told).facts)}


# -- a loss that doctors completed ------------------------------------------------------------------------------


def test_a_loss_that_doctors_completed_is_the_loss_its_order_in_time_says() -> None:
    assert insufficiency(terminated(already_being_lost="yes")).standing == "supported"
    assert causes(terminated(already_being_lost="yes", abruption="yes"))["abruption"].standing == "confirmed"


def test_a_termination_for_another_reason_is_no_loss() -> None:
    assert insufficiency(terminated(already_being_lost="no")).standing == "not_supported"


def test_a_termination_whose_order_is_not_told_is_not_known_and_its_order_is_asked() -> None:
    found = insufficiency(terminated())
    assert found.standing == "cannot_tell"
    assert "earlier[1].already_being_lost" in found.missing


def test_a_termination_after_the_baby_had_died_is_a_loss_and_not_the_cervix() -> None:
    found = causes(terminated(already_being_lost="no", fetal_death_first="yes"))
    assert found["fetal_death"].standing == "confirmed"
    assert found["cervical_insufficiency"].standing != "supported"


@pytest.mark.parametrize(
    ("record", "sentence"),
    [
        ("{outcome: loss, gestation: 20w0d, induced: yes, already_being_lost: no}", "write outcome: termination"),
        ("{outcome: termination, gestation: 9w0d, already_being_lost: yes}", "write outcome: loss"),
    ],
)
def test_a_loss_told_as_a_termination_and_the_reverse_are_refused_with_what_to_write(
    record: str, sentence: str
) -> None:
    _, problems = read_case(f"told: 2026-03-02\nearlier: {{complete: yes, pregnancies: [{record}]}}")
    assert [sentence in one.sentence for one in problems] == [True]


# -- waters first -----------------------------------------------------------------------------------------------


def test_the_membranes_were_not_seen_intact_where_the_waters_broke_first() -> None:
    bulging = loss(membranes_bulging="yes", membranes_first="yes")
    found = insufficiency(bulging)
    said = [one.argument.says.en for one in found.holding("supports")]
    assert not any("seen intact" in one for one in said)
    assert any("seen intact" in one.argument.says.en for one in insufficiency(loss(membranes_bulging="yes")).weighed)
    assert any("waters breaking" in one.argument.says.en for one in found.holding("opposes"))


def test_two_losses_with_the_waters_first_and_a_cervix_that_had_not_opened_do_not_support_insufficiency() -> None:
    first = loss(membranes_first="yes")
    found = causes(first, first)
    assert found["cervical_insufficiency"].standing == "not_supported"
    assert found["membranes"].standing == "supported"


def test_whether_the_cervix_had_opened_is_asked_where_the_waters_broke_first() -> None:
    first = {
        name: said
        for name, said in loss(membranes_first="yes").items()
        if name not in ("painless_dilatation", "membranes_bulging")
    }
    found = insufficiency(first, first)
    assert found.standing == "cannot_tell"
    assert "earlier[2].painless_dilatation" in found.missing


def test_a_sac_that_bulged_after_contractions_had_come_first_is_labour() -> None:
    assert insufficiency(loss(membranes_bulging="yes", contractions_first="yes")).standing == "not_supported"


# -- what came after caused nothing -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("before", "standing"), [("yes", "supported"), ("no", "risk_factor"), ("unknown", "cannot_tell")]
)
@pytest.mark.parametrize(
    ("factor", "order", "cause"),
    [
        ({"curettages": 1}, "curettage_before_loss", "injury"),
        ({"cervical_laceration": "yes"}, "laceration_before_loss", "injury"),
        ({"adhesions": "yes"}, "adhesions_before_loss", "uterus"),
        ({"polyps": "yes"}, "lesion_before_loss", "uterus"),
    ],
)  # fmt: skip
def test_what_she_came_by_counts_only_for_what_came_after_it(
    factor: dict[str, Any], order: str, cause: str, before: str, standing: str
) -> None:
    others: dict[str, Any] = {
        "curettages": 0, "cervical_laceration": "no", "adhesions": "no", "polyps": "no", "submucous_fibroid": "no",
        "uterine_anomaly": "none",
    }  # fmt: skip
    found = causes(loss(caesarean="none"), **others | factor, **{order: before})[cause]
    assert found.standing == standing
    assert (order in found.missing) is (standing == "cannot_tell")


LOSS = "{ended: 2020-05, outcome: loss, gestation: 20w0d, caesarean: none}"


@pytest.mark.parametrize(
    ("day", "standing"),
    [("2019-01-10", "supported"), ("2020-04", "supported"), ("2021", "risk_factor"), ("2020", "cannot_tell"),
     ("unknown", "cannot_tell")],
)  # fmt: skip
def test_an_operation_counts_only_for_what_came_after_it(day: str, standing: str) -> None:
    done = f"procedures: {{complete: yes, operations: [{{kind: lletz, depth: 12 mm, date: {day}}}]}}\n"
    found = stands(f"earlier: {{complete: yes, pregnancies: [{LOSS}]}}\n{done}")["after_cervical_surgery"]
    assert found.standing == standing
    assert found.missing == (frozenset({"procedures[1].before_loss"}) if standing == "cannot_tell" else frozenset())


def test_the_order_of_pregnancies_dates_a_loss_whose_day_nobody_told() -> None:
    undated = LOSS.replace("ended: 2020-05, ", "")
    born = "{ended: 2019, outcome: live_birth, gestation: 39w0d, caesarean: none}"
    done = "procedures: {complete: yes, operations: [{kind: lletz, depth: 12 mm, date: 2020}]}\n"
    before, after = f"[{undated}, {born}]", f"[{born}, {undated}]"
    assert (
        stands(f"earlier: {{complete: yes, pregnancies: {before}}}\n{done}")["after_cervical_surgery"].standing
        == "risk_factor"
    )
    assert (
        stands(f"earlier: {{complete: yes, pregnancies: {after}}}\n{done}")["after_cervical_surgery"].standing
        == "cannot_tell"
    )


BORN = "{outcome: live_birth, gestation: 39w0d, induced: no, caesarean: full_dilatation}"
INTACT = "woman: {pregnant: no, curettages: 0, cervical_laceration: no}\n"


@pytest.mark.parametrize(
    ("pregnancies", "complete", "standing"),
    [(f"{BORN}, {LOSS}", "yes", "supported"), (f"{LOSS}, {BORN}", "yes", "risk_factor"),
     (f"{LOSS}, {BORN}", "no", "cannot_tell")],
)  # fmt: skip
def test_a_caesarean_counts_only_for_the_pregnancies_after_it(pregnancies: str, complete: str, standing: str) -> None:
    text = f"told: 2026-03-02\n{INTACT}earlier: {{complete: {complete}, pregnancies: [{pregnancies}]}}\n"
    case, problems = read_case(text)
    assert case is not None
    assert problems == ()
    found = {one.cause.id: one for one in differential(CAUSES, known_on(case, case.told).facts)}["injury"]
    assert found.standing == standing


def test_where_the_days_and_what_was_told_contradict_each_other_the_order_is_not_known() -> None:
    done = "procedures: {complete: yes, operations: [{kind: lletz, date: 2022, before_loss: yes}]}\n"
    case = told(f"earlier: {{complete: yes, pregnancies: [{LOSS}]}}\n{done}")
    (record,) = known_on(case, case.told).facts.lists["procedures"].records
    assert "before_loss" not in record


# -- something to explain ---------------------------------------------------------------------------------------

SHORT = {"gestation": "19w0d", "length": "18 mm", "method": "transvaginal"}
FACTORS: dict[str, dict[str, Any]] = {
    "uterus": {"uterine_anomaly": "septate"},
    "congenital": {"connective_tissue_disorder": "yes"},
    "after_cervical_surgery": {"all procedures": [{"kind": "lletz", "depth": "10 mm"}]},
    "antiphospholipid": {"antiphospholipid_antibodies": "yes"},
    "short_without_lower_segment": {"short_cervix_not_pregnant": "yes", "lower_segment_absent": "yes"},
}


@pytest.mark.parametrize("cause", FACTORS)
def test_without_anything_to_explain_a_risk_factor_is_a_risk_factor(cause: str) -> None:
    found = causes(**FACTORS[cause])[cause]
    assert found.standing == "risk_factor"
    assert not found.holding("supports")
    assert [one for one in found.weighed if one.only_a_risk]


@pytest.mark.parametrize("cause", [one for one in FACTORS if one != "antiphospholipid"])
@pytest.mark.parametrize(
    "finding",
    [{**OPEN_NOW}, {**OPEN_NOW, "dilatation": "0 cm", "membranes": "bulging"},
     {**OPEN_NOW, "dilatation": "0 cm", "all scans": [SHORT]}],
)  # fmt: skip
def test_an_open_or_short_cervix_now_is_something_to_explain(cause: str, finding: dict[str, Any]) -> None:
    assert causes(**FACTORS[cause] | finding)[cause].standing == "supported"


def test_a_birth_before_term_that_came_by_itself_is_something_to_explain_and_one_that_doctors_began_is_not() -> None:
    born = {"outcome": "live_birth", "gestation": "33w0d", "induced": "no"}
    assert causes(born, uterine_anomaly="septate")["uterus"].standing == "supported"
    assert causes({**born, "induced": "yes"}, uterine_anomaly="septate")["uterus"].standing == "risk_factor"
    assert causes({**born, "gestation": "37w0d"}, uterine_anomaly="septate")["uterus"].standing == "risk_factor"


def test_while_it_is_not_known_whether_she_lost_a_pregnancy_nobody_can_tell() -> None:
    found = {
        one.cause.id: one
        for one in differential(CAUSES, known_on(told("earlier: []\nprocedures: none"), told("").told).facts)
    }
    assert found["uterus"].standing == "cannot_tell"
    septum = stands("procedures: none")["uterus"]
    assert "earlier" in septum.missing


# -- infection today --------------------------------------------------------------------------------------------


def test_infection_today_with_the_cervix_open_is_read_and_which_came_first_stays_open() -> None:
    found = causes(**{**OPEN_NOW, "infection": "yes"})["infection"]
    assert found.standing == "supported"
    assert shown(found, "opposes") == ["RCOG75-FIG-11"]


def test_infection_today_explains_no_loss_of_the_past() -> None:
    closed = {**OPEN_NOW, "dilatation": "0 cm", "membranes": "not_visible", "infection": "yes", "all scans": []}
    assert causes(loss(), **closed)["infection"].standing == "risk_factor"
    assert NOTHING_ELSE["infection"] == "no"
