"""Causes: every one that fits is named, and only what was read closely moves it."""

from __future__ import annotations

from typing import Any

import pytest

from fullterm.care.verdicts.differential import Candidate, differential
from fullterm.guidelines.cases import read_facts
from fullterm.guidelines.cause_model import Citation, Effect, opposes, supports
from fullterm.guidelines.causes import CAUSES
from fullterm.guidelines.model import ADVISING, Read
from fullterm.logic.language import ALWAYS
from fullterm.vocabulary import woman
from fullterm.vocabulary.fact import Text

NOTHING_ELSE: dict[str, Any] = {
    "contractions_first": "no", "abruption": "no", "infection": "no", "fetal_anomaly": "no", "fetal_death_first": "no",
    "bleeding_first": "no", "membranes_first": "no", "painless_dilatation": "no", "membranes_bulging": "no",
}  # fmt: skip
NO_TESTS = {"hysteroscopy_wide_os": "no", "ultrasound_wide_os": "no", "mri_cervix_abnormal": "no"}
OPEN_NOW: dict[str, Any] = {
    "pregnant": "yes", "gestation": "20w0d", "dilatation": "2 cm", "contractions": "no", "labour": "no",
    "bleeding": "no", "infection": "no", "ruptured_membranes": "no",
}  # fmt: skip


def loss(at: str = "20w0d", **told: Any) -> dict[str, Any]:
    """One late loss in which nothing was found, but for what is told."""
    return {"outcome": "loss", "gestation": at, **NOTHING_ELSE, **told}


def causes(*earlier: dict[str, Any], **told: Any) -> dict[str, Candidate]:
    """Every candidate by its id, for a woman whose whole history this is."""
    said = {"pregnant": "no", **NO_TESTS, "all earlier": list(earlier), **told}
    return {one.cause.id: one for one in differential(CAUSES, read_facts(said))}


def insufficiency(*earlier: dict[str, Any], **told: Any) -> Candidate:
    """How cervical insufficiency stands."""
    return causes(*earlier, **told)["cervical_insufficiency"]


def shown(one: Candidate, effect: Effect) -> list[str]:
    """The rows of the arguments of one effect that hold."""
    return [weighed.argument.citation.row for weighed in one.holding(effect)]


def test_a_painless_opening_supports_insufficiency() -> None:
    assert insufficiency(loss(painless_dilatation="yes")).standing == "supported"


@pytest.mark.parametrize("other", ["contractions_first", "abruption", "fetal_anomaly", "fetal_death_first"])
def test_when_every_late_loss_is_explained_insufficiency_is_excluded(other: str) -> None:
    assert insufficiency(loss(**{other: "yes"}), loss(**{other: "yes"})).standing == "excluded"


@pytest.mark.parametrize("other", ["contractions_first", "abruption", "fetal_anomaly", "fetal_death_first"])
def test_one_loss_left_unexplained_keeps_insufficiency_open(other: str) -> None:
    assert insufficiency(loss(**{other: "yes"}), loss()).standing != "excluded"


def test_infection_at_a_loss_whose_cervix_had_opened_painlessly_does_not_exclude_insufficiency() -> None:
    found = causes(loss(painless_dilatation="yes", infection="yes"))
    assert found["cervical_insufficiency"].standing == "supported"
    assert found["infection"].standing == "supported"
    assert shown(found["infection"], "opposes") == ["RCOG75-FIG-11"]


def test_the_cervix_open_at_two_unexplained_late_losses_supports_insufficiency_and_two_explained_ones_do_not() -> None:
    opened = {"painless_dilatation": "yes"}
    assert "CN25-DEF" in shown(insufficiency(loss(**opened), loss("18w0d", **opened)), "supports")
    assert "CN25-DEF" not in shown(insufficiency(loss(), loss("18w0d", **opened)), "supports")
    assert shown(insufficiency(loss(abruption="yes"), loss(abruption="yes")), "supports") == []


def test_a_cervix_open_now_without_contractions_supports_insufficiency_and_settles_nothing() -> None:
    assert insufficiency(**OPEN_NOW).standing == "supported"


def test_a_cervix_open_now_is_never_excluded_by_how_earlier_losses_went() -> None:
    assert insufficiency(loss(abruption="yes"), **OPEN_NOW).standing == "supported"


@pytest.mark.parametrize(
    "changed",
    [{"gestation": "13w6d"}, {"gestation": "28w0d"}, {"ruptured_membranes": "yes"}, {"contractions": "yes"}],
)
def test_an_open_cervix_counts_only_in_the_second_trimester_before_labour_or_rupture(changed: dict[str, str]) -> None:
    assert shown(insufficiency(**{**OPEN_NOW, **changed}), "supports") == []


def test_a_hegar_finding_is_shown_with_the_counter_argument_and_moves_nothing() -> None:
    without, found = insufficiency(loss()), insufficiency(loss(), hegar_passed="8 mm")
    assert shown(found, "supports") == ["CN23-DX-NP"]
    assert shown(found, "opposes") == ["RCOG75-PRETEST", "ACOG142-PRETEST"]
    assert found.standing == without.standing == "not_supported"


def test_a_normal_hegar_result_carries_the_counter_argument_too() -> None:
    found = insufficiency(loss(), hegar_passed="7.9 mm")
    assert shown(found, "supports") == []
    assert "RCOG75-PRETEST" in shown(found, "opposes")


def test_a_dilator_is_never_asked_for() -> None:
    assert "hegar_passed" not in insufficiency(loss()).missing


def test_a_wide_isthmus_on_hysterosalpingography_supports_nothing() -> None:
    assert insufficiency(loss(), hsg_isthmus="9 mm").standing == "not_supported"


def test_imaging_outside_pregnancy_counts_only_beside_a_late_loss_and_never_alone() -> None:
    assert insufficiency(hysteroscopy_wide_os="yes").standing == "not_supported"
    beside = insufficiency(loss(), hysteroscopy_wide_os="yes")
    assert beside.standing == "supported"
    assert shown(beside, "opposes") == ["RCOG17-DIAG"]


@pytest.mark.parametrize("read", ["secondary", "recalled"])
@pytest.mark.parametrize("make", [supports, opposes])
def test_an_argument_not_read_closely_is_shown_and_never_counts(read: Read, make: Any) -> None:
    real = CAUSES[0]
    citation = Citation("seen elsewhere", "-", read, "-")
    unread = make(ALWAYS, citation, Text("shown", "显示"))
    carried = type(real)("c", real.label, True, (unread,))
    asking = type(real)("a", real.label, True, (make(woman.adhesions, citation, Text("asks", "问")),))
    found, open_ = (differential([one], read_facts({}))[0] for one in (carried, asking))
    assert found.standing == open_.standing == "not_supported"
    assert len(found.weighed) == 1
    assert found.holding(unread.effect) == found.weighed
    assert open_.missing == frozenset()


def test_nothing_is_excluded_because_nobody_looked() -> None:
    found = causes(loss(infection="no", fetal_anomaly="no"))
    assert {found[name].standing for name in ("infection", "fetal_anomaly", "abruption")} == {"not_supported"}


def test_a_short_cervix_without_a_lower_segment_is_a_cause_of_its_own() -> None:
    found = causes(loss(), short_cervix_not_pregnant="yes", lower_segment_absent="yes")
    assert found["short_without_lower_segment"].standing == "supported"
    half = causes(loss(), short_cervix_not_pregnant="yes")
    assert half["short_without_lower_segment"].standing == "cannot_tell"


def test_several_causes_stand_at_once() -> None:
    found = causes(
        loss(painless_dilatation="yes"), uterine_anomaly="septate", cervical_laceration="yes",
        laceration_before_loss="yes",
        **{"all procedures": [{"kind": "cold_knife_cone", "depth": "16 mm", "before_loss": "yes"}]},
    )  # fmt: skip
    supported = {name for name, one in found.items() if one.standing == "supported"}
    assert supported >= {"cervical_insufficiency", "congenital", "after_cervical_surgery", "injury", "uterus"}


def test_every_confirming_or_excluding_argument_was_read_closely() -> None:
    settling = [a for cause in CAUSES for a in cause.arguments if a.effect in ("confirms", "excludes")]
    assert all(argument.citation.read in ADVISING for argument in settling)


@pytest.mark.parametrize(
    ("told", "beside", "against"),
    [
        ({"uterine_anomaly": "arcuate"}, ["EV-CHAN"], ["FULL-RCOG17-15"]),
        ({"uterine_anomaly": "septate"}, ["EV-CHAN", "FULL-RCOG17-14", "EV-KIM"], []),
        ({"uterine_anomaly": "didelphys"}, ["EV-CHAN", "EV-KIM"], ["FULL-RCOG17-14"]),
        ({"adhesions": "yes", "adhesions_before_loss": "yes"}, ["RCOG75-SURV-HR"], ["FULL-RCOG17-16"]),
        (
            {"submucous_fibroid": "yes", "lesion_before_loss": "yes"},
            ["CNGOF16-WORKUP", "FULL-RCOG17-10"],
            ["FULL-RCOG17-18"],
        ),
    ],
)
def test_green_top_17_speaks_for_and_against_a_uterine_problem(
    told: dict[str, Any], beside: list[str], against: list[str]
) -> None:
    found = causes(loss(), **told)["uterus"]
    assert (shown(found, "supports"), shown(found, "opposes")) == (beside, against)


def test_a_cone_before_a_late_loss_is_argued_by_green_top_17_and_a_loop_is_not() -> None:
    cone = {"all procedures": [{"kind": "cold_knife_cone", "before_loss": "yes"}]}
    loop = {"all procedures": [{"kind": "lletz", "before_loss": "yes"}]}
    assert "FULL-RCOG17-1" in shown(causes(loss(), **cone)["after_cervical_surgery"], "supports")
    assert "FULL-RCOG17-1" not in shown(causes(loss(), **loop)["after_cervical_surgery"], "supports")
