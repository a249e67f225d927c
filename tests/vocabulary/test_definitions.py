"""One history, many names: each jurisdiction classifies by its own weeks, and none is guessed."""

from typing import Any

import pytest

from fullterm.guidelines.cases import read_facts
from fullterm.logic.evaluate import Truth, truth
from fullterm.logic.nodes import Bool
from fullterm.vocabulary import findings
from fullterm.vocabulary.definitions import DEFINITIONS, met, shown
from fullterm.vocabulary.fact import VOCABULARY


def loss(gestation: str, **more: str) -> dict[str, str]:
    return {"outcome": "loss", "gestation": gestation, **more}


def called(*earlier: dict[str, str], complete: bool = True) -> dict[str, Truth]:
    told: dict[str, Any] = {"all earlier" if complete else "earlier": list(earlier)}
    return {one.id: answer for one, answer in met(DEFINITIONS, read_facts(told)) if one.kind != "insufficiency"}


def test_a_loss_at_25_weeks_is_a_late_miscarriage_in_china_and_not_in_britain_france_or_america() -> None:
    answers = called(loss("25w0d"))
    assert answers["china-late-loss"] is True
    assert answers["uk-late-loss-14"] is False
    assert answers["france-late-loss"] is False
    assert answers["usa-late-loss"] is False


def test_a_loss_at_25_weeks_is_a_preterm_birth_or_stillbirth_in_britain_france_and_america_and_not_in_china() -> None:
    answers = called(loss("25w0d"))
    assert answers["uk-preterm"] is True
    assert answers["france-preterm"] is True
    assert answers["usa-preterm"] is True
    assert answers["china-preterm"] is False


@pytest.mark.parametrize(
    ("definition", "first", "last", "after"),
    [
        ("china-late-loss", "12w0d", "27w6d", "28w0d"),
        ("uk-late-loss-14", "14w0d", "23w6d", "24w0d"),
        ("uk-late-loss-13", "13w0d", "23w6d", "24w0d"),
        ("uk-late-loss-12", "12w0d", "23w6d", "24w0d"),
        ("uk-late-loss-16", "16w0d", "23w6d", "24w0d"),
        ("usa-late-loss", "13w0d", "19w6d", "20w0d"),
        ("france-late-loss", "14w0d", "21w6d", "22w0d"),
        ("dach-late-loss", "14w0d", "23w6d", "24w0d"),
        ("china-preterm", "28w0d", "36w6d", "37w0d"),
        ("uk-preterm", "24w0d", "36w6d", "37w0d"),
        ("usa-preterm", "20w0d", "36w6d", "37w0d"),
        ("who-statistics", "22w0d", "36w6d", "37w0d"),
        ("france-preterm", "22w0d", "36w6d", "37w0d"),
    ],
)
def test_a_definition_holds_from_its_first_day_to_its_last(definition: str, first: str, last: str, after: str) -> None:
    week, day = first.removesuffix("d").split("w")
    before = f"{int(week) - 1}w6d" if day == "0" else f"{week}w{int(day) - 1}d"
    answers = [called(loss(at))[definition] for at in (before, first, last, after)]
    assert answers == [False, True, True, False]


def test_two_late_losses_are_recurrent_in_china_and_to_eshre_and_not_to_rcog() -> None:
    answers = called(loss("19w0d"), loss("21w0d"))
    assert answers["china-recurrent"] is True
    assert answers["eshre-recurrent"] is True
    assert answers["rcog-17-recurrent"] is False
    assert answers["rcog-17-work-up"] is True  # one is enough to be investigated


def test_three_first_trimester_losses_are_recurrent_to_rcog_with_a_birth_between_them() -> None:
    birth = {"outcome": "live_birth", "gestation": "39w0d", "induced": "no"}
    assert called(loss("8w0d"), birth, loss("9w0d"), loss("13w6d"))["rcog-17-recurrent"] is True
    assert called(loss("8w0d"), birth, loss("9w0d"), loss("14w0d"))["rcog-17-recurrent"] is False


def test_a_termination_an_ectopic_and_a_molar_pregnancy_are_not_losses() -> None:
    nothing = {"already_being_lost": "no", "fetal_death_first": "no"}
    others = [{"outcome": outcome, "gestation": "12w0d", **nothing} for outcome in ("termination", "ectopic", "molar")]
    answers = called(*others)
    assert answers["china-late-loss"] is False
    assert answers["eshre-recurrent"] is False


def test_a_termination_is_a_loss_when_it_was_already_being_lost_and_untold_it_is_not_known() -> None:
    ended = {"outcome": "termination", "gestation": "21w0d", "induced": "yes"}
    assert called(ended)["china-late-loss"] is None
    assert called({**ended, "already_being_lost": "yes"})["china-late-loss"] is True
    assert called({**ended, "fetal_death_first": "yes"})["china-late-loss"] is True
    assert called({**ended, "already_being_lost": "no", "fetal_death_first": "no"})["china-late-loss"] is False


def test_a_baby_that_had_died_before_doctors_began_an_early_birth_was_lost_and_untold_it_is_not_known() -> None:
    begun = {"outcome": "stillbirth", "gestation": "27w6d", "induced": "yes", "already_being_lost": "no"}
    assert called(begun)["china-late-loss"] is None
    assert called({**begun, "fetal_death_first": "yes"})["china-late-loss"] is True
    assert called({**begun, "fetal_death_first": "no"})["china-late-loss"] is False


def test_from_28_weeks_a_birth_that_doctors_began_after_a_death_is_none_that_came_by_itself() -> None:
    begun = {"outcome": "stillbirth", "gestation": "28w0d", "induced": "yes", "already_being_lost": "no"}
    assert called({**begun, "fetal_death_first": "yes"})["china-preterm"] is False
    assert called(begun)["china-preterm"] is False  # and nobody is asked


def holds(finding: Bool, **record: str) -> Truth:
    return truth(finding, read_facts({"all earlier": [record]}))


def test_a_birth_doctors_began_because_the_baby_had_died_is_no_spontaneous_birth_and_no_failed_suture() -> None:
    died = {
        "outcome": "stillbirth", "gestation": "26w0d", "induced": "yes", "already_being_lost": "no",
        "fetal_death_first": "yes", "cerclage": "history", "cerclage_route": "vaginal",
    }  # fmt: skip
    assert holds(findings.preterm_birth_or_late_loss, **died) is True
    assert holds(findings.preterm_birth_by_34, **died) is False
    assert holds(findings.failed_vaginal_cerclage, **died) is False
    assert holds(findings.failed_vaginal_cerclage, **died | {"already_being_lost": "yes"}) is True


def test_a_baby_born_alive_by_itself_before_24_weeks_calls_for_the_work_up_of_rcog_17() -> None:
    born = {"outcome": "live_birth", "gestation": "23w6d", "induced": "no"}
    assert called(born)["rcog-17-work-up"] is True
    assert called({**born, "gestation": "24w0d"})["rcog-17-work-up"] is False
    assert called({**born, "induced": "yes", "already_being_lost": "no"})["rcog-17-work-up"] is False


def test_a_termination_before_twelve_weeks_is_never_asked_about() -> None:
    early = {"outcome": "termination", "gestation": "8w0d"}
    assert set(called(early, early, early).values()) == {False}


def test_about_twenty_three_to_twenty_five_weeks_settles_china_and_leaves_britain_unknown() -> None:
    answers = called(loss("23w..25w"))
    assert answers["china-late-loss"] is True
    assert answers["uk-late-loss-14"] is None


def test_a_history_nobody_called_complete_never_answers_no() -> None:
    answers = called(complete=False)
    assert set(answers.values()) == {None}
    assert called(loss("19w0d"), complete=False)["china-recurrent"] is None


def test_every_definition_has_its_own_id_and_says_itself_in_both_languages() -> None:
    assert len({one.id for one in DEFINITIONS}) == len(DEFINITIONS)
    for one in DEFINITIONS:
        assert one.says.en.strip()
        assert one.says.zh.strip()
        assert one.row.strip()


# ---- an insufficient cervix, country by country (D28)

WELL = {
    "pregnant": "yes", "fetuses": 1, "gestation": "20w0d", "dilatation": "0 cm", "membranes": "not_visible",
    "contractions": "no", "labour": "no", "bleeding": "no", "all earlier": [],
    "all scans": [{"gestation": "20w0d", "length": "22 mm", "method": "transvaginal"}],
}  # fmt: skip
OPENED_AT_19 = loss(
    "19w0d", painless_dilatation="yes", contractions_first="no", abruption="no", infection="no", fetal_anomaly="no",
    fetal_death_first="no",
)  # fmt: skip


def labels(**changes: Any) -> dict[str, Truth]:
    said = met(DEFINITIONS, read_facts(WELL | changes))
    return {one.country: answer for one, answer in said if one.kind == "insufficiency"}


def test_a_short_cervix_alone_is_insufficiency_in_russia_and_nowhere_else() -> None:
    assert labels() == {"RU": True, "US": False, "CN": False}


def test_one_typical_loss_and_a_long_cervix_is_insufficiency_in_america_and_nowhere_else() -> None:
    long = [{"gestation": "20w0d", "length": "35 mm", "method": "transvaginal"}]
    once = labels(**{"all scans": long, "all earlier": [OPENED_AT_19]})
    assert once == {"RU": False, "US": True, "CN": False}
    twice = labels(**{"all scans": long, "all earlier": [OPENED_AT_19, OPENED_AT_19]})
    assert twice == {"RU": False, "US": True, "CN": True}


def test_what_was_not_asked_leaves_the_label_open() -> None:
    assert labels(bleeding="unknown")["RU"] is None
    assert labels(**{"all scans": []})["RU"] is None  # a cervix that nobody measured is not a long one
    unmeasured = {key: said for key, said in WELL.items() if key != "all scans"}
    (russia,) = [a for one, a in met(DEFINITIONS, read_facts(unmeasured)) if one.id == "russia-insufficiency"]
    assert russia is None


def test_once_one_country_calls_it_so_the_others_answers_are_shown_beside() -> None:
    history, russia, china = ("a", "late loss", "no"), ("b", "insufficiency", "yes"), ("c", "insufficiency", "no")
    assert shown([history, russia, china]) == {"b", "c"}
    assert shown([history, china]) == set()
    assert shown([("a", "late loss", "yes"), ("c", "insufficiency", "cannot_tell")]) == {"a"}


def test_a_label_is_nowhere_a_fact_that_somebody_could_store() -> None:
    labelled = [one.id for one in DEFINITIONS if one.kind == "insufficiency"]
    assert len(labelled) == 3
    kept = [*VOCABULARY.facts, *VOCABULARY.lists]
    assert [name for name in kept if "insuffic" in name or name in labelled] == []
