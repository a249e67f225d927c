"""What applies and what is offered are two things: why advice no longer stands, case by case."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache

import pytest

from fullterm.care.assess.assessment import Assessment, assess
from fullterm.care.assess.report import report
from fullterm.care.assess.still import OFFERS, SAYS, WHYS, WORD, Because, because_in, last_closes, standing_of, still
from fullterm.care.case.read import read_case
from fullterm.care.protocol.model import Protocol, read_protocol
from fullterm.guidelines import register
from fullterm.logic.quantity import weeks
from fullterm.vocabulary import treatments
from fullterm.vocabulary.treatments import TREATMENTS

LMP = date(2026, 1, 12)
LOSS = "{outcome: loss, gestation: 20w0d, painless_dilatation: yes, contractions_first: no, cerclage: none}"
HISTORY = f"earlier: {{complete: yes, pregnancies: [{LOSS}, {LOSS}, {LOSS}]}}\nprocedures: none\n"
SHORT = "scans: [{on: 2026-06-05, length: 15 mm, method: transvaginal}]"  # 20w4d
WELL = (
    "alive: yes", "labour: no", "infection: no", "bleeding: no", "ruptured_membranes: no", "fetal_compromise: no",
    "anomaly_scan: normal",
)  # fmt: skip
SUTURE = "cerclage: {on: 2026-04-16, technique: mcdonald, indication: history}"  # 13w3d


def day(whole: int, days: int = 0) -> date:
    return LMP + timedelta(days=7 * whole + days)


@cache
def protocol(name: str = "antai") -> Protocol:
    return read_protocol(name, {one.key: one for one in register.recommendations()})


def her(on: date, *lines: str, history: str = HISTORY) -> Assessment:
    """A woman due on 19 October with three typical losses, on a day."""
    told = "".join(f"  {one}\n" for one in ("due: 2026-10-19", "within: 0d", *lines))
    case, problems = read_case(f"told: {on}\nwoman: {{pregnant: yes}}\n{history}pregnancy:\n{told}")
    assert case is not None, problems
    assert problems == ()
    return assess(case, on, protocol())


def said(found: Assessment, key: str) -> Because | None:
    verdict = next(one for one in found.verdicts if one.recommendation.key == key)
    assert verdict.kind in ("applies", "cannot_tell"), f"{key} is {verdict.kind}: the case tries nothing"
    return standing_of(found).still(verdict)


def offered(found: Assessment) -> Iterator[str]:
    """The treatments that advice which applies and still stands offers."""
    for one in report(found, "en")["recommendations"]:
        if one["verdict"] == "applies" and one["advice"] in OFFERS and one["standing"] == "in_force":
            yield from one["stands_for"]


# ---- row 3: applies is not offered


def test_at_36_weeks_nobody_is_offered_a_suture_or_a_progestogen() -> None:
    found = her(day(36, 3), "fetuses: 1", "suture: none")
    assert said(found, "sbl3 HI") == Because("closed", ("gestation",))
    assert said(found, "figo-2021-cerclage CER-01") == Because("closed", ("gestation",))
    # FIGO gives no window of its own here: it has closed with the last window any document gives
    assert said(found, "figo-2021-progestogens PRG-01") == Because("closed", ("gestation",))
    for_her = set(offered(found))
    assert not {one for one in for_her if TREATMENTS[one].places_suture}
    assert "vaginal_progesterone" not in for_her


def test_a_window_closes_under_every_plausible_due_date_and_not_before() -> None:
    assert said(her(day(13, 6), "fetuses: 1", "suture: none"), "sbl3 HI") is None
    assert said(her(day(14, 0), "fetuses: 1", "suture: none"), "sbl3 HI") == Because("closed", ("gestation",))
    about = (f"told: {day(14, 0)}\nwoman: {{pregnant: yes}}\n{HISTORY}pregnancy: {{due: 2026-10-19, within: 3d, "
             "fetuses: 1, suture: none}\n")  # fmt: skip
    case, problems = read_case(about)
    assert case is not None, problems
    assert said(assess(case, day(14, 0), protocol()), "sbl3 HI") is None


def test_the_last_window_of_any_document_closes_what_has_none_of_its_own() -> None:
    assert last_closes(treatments.rescue_cerclage) == weeks(28).amount
    assert last_closes(treatments.abdominal_cerclage) == weeks(28).amount
    assert last_closes(treatments.injected_progesterone) == weeks(36).amount
    assert last_closes(treatments.suture_removal) is None, "what is owed to her never closes"


@pytest.mark.parametrize(
    "suture",
    [SUTURE, "suture: in", "suture: vaginal", "suture: abdominal", "cerclage: {gestation: 13w3d}",
     "cerclage: {gestation: 13w3d, route: vaginal}"],
)  # fmt: skip
def test_a_woman_with_a_suture_is_offered_none_and_a_choice_of_one_is_answered(suture: str) -> None:
    found = her(day(13, 5), "fetuses: 1", suture)
    assert said(found, "sbl3 HI") == Because("in_place", ("suture_in",))
    assert not {one for one in offered(found) if TREATMENTS[one].places_suture}


def test_a_second_reinforcing_suture_is_no_second_offer() -> None:
    found = her(day(20, 0), "fetuses: 1", SUTURE, "dilatation: 2 cm", "membranes: bulging", *WELL)
    assert said(found, "rcog-gtg75 REINF-EM") is None


def test_what_forbids_a_suture_forbids_the_suture_and_not_the_medicine() -> None:
    found = her(day(20, 6), "fetuses: 1", "suture: none", SHORT, "bleeding: yes")
    (choice,) = (one for one in found.verdicts if one.recommendation.key == "nice-ng25 1.2.1")
    standing = standing_of(found)
    assert standing.still(choice, treatments.ultrasound_cerclage) == Because("contraindicated", ("bleeding",))
    assert standing.still(choice, treatments.vaginal_progesterone) is None
    assert standing.still(choice) is None, "the other half of the choice still stands"
    (alone,) = (one for one in found.verdicts if one.recommendation.key == "figo-2021-cerclage CER-02")
    assert standing.still(alone) == Because("contraindicated", ("bleeding",))
    assert because_in(Because("contraindicated", ("bleeding",)), "en").endswith("contraindicated (vaginal bleeding)")


def test_what_she_uses_is_not_offered_again_and_what_she_declined_is_not_offered() -> None:
    using = her(day(20, 6), "fetuses: 1", "suture: none", SHORT, "progesterone: yes")
    assert said(using, "figo-2021-progestogens PRG-01") == Because("done", ("progesterone",))
    assert "ultrasound_cerclage" in set(offered(using)), "a medicine in use answers no choice of a suture"
    refused = f"declined: [{{step: ultrasound-cerclage, on: {day(20, 6)}, reason: not now}}]"
    declined = her(day(20, 6), "fetuses: 1", "suture: none", SHORT, "membranes: not_visible", *WELL, refused)
    assert said(declined, "rcog-gtg75 UI-1") == Because("declined", (), day(20, 6))


def test_only_advice_in_force_stands() -> None:
    found = her(day(20, 6), "fetuses: 1", "suture: none", SHORT)
    assert said(found, "nice-ng25-2015 1.2.1") == Because("superseded")
    assert said(found, "china-2014 CER-U") == Because("not_in_force")


def test_advice_against_is_never_taken_away() -> None:
    found = her(day(20, 6), "fetuses: 1", "babies_died: 1")
    standing = standing_of(found)
    assert all(standing.still(one) is None for one in found.verdicts if one.recommendation.advice.kind not in OFFERS)


def test_every_reason_has_its_words_and_every_offer_a_treatment() -> None:
    assert set(WORD) == set(SAYS) == set(WHYS)
    for one in register.recommendations():
        assert one.advice.kind not in OFFERS or one.advice.treatments, one.key


# ---- row 6: what serves the baby, and what is owed to the woman


@pytest.mark.parametrize(
    ("line", "fact"),
    [
        ("babies_died: 1", "babies_died"),
        ("alive: no", "alive"),
        ("anomaly_scan: lethal", "anomaly_scan"),
        ("lost_with_suture: yes", "lost_with_suture"),
    ],
)
def test_for_a_baby_that_has_died_or_cannot_live_nothing_is_offered(line: str, fact: str) -> None:
    found = her(day(20, 6), "fetuses: 1", "suture: none", SHORT, line)
    assert said(found, "figo-2021-progestogens PRG-01") == Because("ended", (fact,))
    assert not {one for one in offered(found) if TREATMENTS[one].for_baby}
    assert "urine_culture" in set(offered(found)), "her own tests stay"


def test_what_is_owed_to_the_woman_is_never_the_babys() -> None:
    hers = {name for name, one in TREATMENTS.items() if not one.for_baby}
    assert hers >= {
        "suture_removal", "removal_plan", "evacuation_through_suture", "caesarean", "pprom_antibiotics", "information",
        "specialist_opinion", "white_count_crp", "urine_culture", "genital_swabs", "cytogenetics",
        "antiphospholipid_tests", "uterine_imaging",
    }  # fmt: skip
    assert not {one.id for one in TREATMENTS.values() if one.places_suture} & hers
    lost = her(day(17), "fetuses: 1", "babies_died: 1", "suture: abdominal", "lost_with_suture: yes")
    for key in ("rcog-gtg75 TAC-LOSS", "rcog-gtg75 TAC-LOSS-18", "rcog-gtg75 TAC-LOSS-CUT", "smfm-65 7"):
        assert said(lost, key) is None, key
    low = her(day(20), "fetuses: 1", "babies_died: 1", "suture: mcdonald", "labour: yes")
    assert said(low, "rcog-gtg75 REM-2") is None


def test_a_death_never_ages_and_a_heartbeat_not_seen_is_to_be_confirmed() -> None:
    lines = ("fetuses: 1", "suture: none", f"alive: {{value: no, on: {day(17)}}}")
    later = her(day(22, 4), *lines)  # 39 days later
    assert standing_of(later).ended == "alive"
    assert "confirms it first" in because_in(Because("ended", ("alive",)), "en")
    assert "先由医生确认" in because_in(Because("ended", ("alive",)), "zh")


def test_in_twins_one_death_ends_nothing() -> None:
    found = her(day(20, 6), "fetuses: 2", "suture: none", SHORT, "babies_died: 1")
    assert standing_of(found).ended is None


def test_of_whom_nobody_said_that_there_are_several_one_death_stops_and_the_number_is_asked() -> None:
    found = her(day(20, 6), "suture: none", SHORT, "babies_died: 1")
    assert standing_of(found).ended == "babies_died"
    states = {one.step.id: one.state for one in found.plan}
    assert states["after-death-number"] == "open"
    assert states["progesterone"] == "not_for_her"
    twins = {one.step.id: one.state for one in her(day(20, 6), "fetuses: 2", "babies_died: 1", "suture: none").plan}
    assert twins["after-death-number"] == "not_for_her"


def test_the_function_reads_the_same_as_what_stands_of_her() -> None:
    found = her(day(36, 3), "fetuses: 1", "suture: none")
    standing = standing_of(found)
    for one in found.verdicts:
        assert still(one, standing.facts, found.plan, found.on) == standing.still(one)


def test_what_could_come_offers_nothing_that_no_longer_stands() -> None:
    long = "scans: {complete: yes, scans: [{on: 2026-06-05, length: 40 mm, method: transvaginal}]}"
    for line, any_left in (("babies_died: 1", False), ("alive: yes", True)):
        told = report(her(day(20, 6), "fetuses: 1", "suture: none", "dilatation: 0 cm", long, line), "en")
        for_baby = [one for one in told["would_change"] if all(TREATMENTS[name].for_baby for name in one["treatments"])]
        assert bool(for_baby) is any_left
