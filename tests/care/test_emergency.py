"""The emergency page's reading of the guidelines: forbidden first, every limit from its page, nothing guessed."""

from __future__ import annotations

from datetime import date
from itertools import product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fullterm.care.plan import emergency
from fullterm.care.plan.emergency import EmergencyAdvice, contraindications, if_decided, stands, this_hour, to_tell
from fullterm.care.record.events import Document, RecordEvent, after, fold, read
from fullterm.clinic.pages.emergency.form import SEVERAL, examined
from fullterm.guidelines import register
from fullterm.guidelines.model import ADVISING
from fullterm.guidelines.verdict import judge
from fullterm.logic.facts import Facts
from fullterm.logic.quantity import exactly
from fullterm.vocabulary.clause import Range

DAY = date(2026, 4, 6)
ALL = register.recommendations()
WELL: dict[str, Any] = {
    "pregnant": True, "gestation": exactly(157), "dilatation": exactly(300), "membranes": "bulging",
    "ruptured_membranes": False, "contractions": False, "labour": False, "bleeding": False, "infection": False,
    "infection_suspected": False, "alive": True, "fetal_compromise": False, "anomaly_scan": "normal",
    "fetuses": exactly(1), "suture": "none",
}  # fmt: skip
FORBIDDING = {
    "infection": True, "bleeding": True, "contractions": True, "labour": True, "ruptured_membranes": True,
    "fetal_compromise": True, "anomaly_scan": "lethal", "alive": False,
}  # fmt: skip


def woman(**but: Any) -> Facts:
    return Facts({name: value for name, value in (WELL | but).items() if value is not None}, {})


def state(facts: Facts) -> dict[str, Any]:
    return {one.fact: one.holds for one in contraindications(ALL, facts, DAY)}


def test_every_contraindication_a_body_names_is_listed_with_who_names_it() -> None:
    found = {one.fact: {by.guideline for by in one.named} for one in contraindications(ALL, woman(), DAY)}

    assert found.keys() == FORBIDDING.keys()
    assert found["contractions"] == {"nice-ng25", "sogc-373", "acog-142"}
    assert found["labour"] == found["alive"] == {"rcog-gtg75"}


@pytest.mark.parametrize("fact", FORBIDDING)
def test_one_that_is_present_is_present_and_one_not_answered_is_never_absent(fact: str) -> None:
    assert state(woman())[fact] is False
    assert state(woman(**{fact: FORBIDDING[fact]}))[fact] is True
    assert state(woman(**{fact: None}))[fact] is None


def test_what_she_has_stands_first_and_what_nobody_asked_next() -> None:
    found = [one.holds for one in contraindications(ALL, woman(bleeding=True, infection=None), DAY)]

    assert found[:2] == [True, None]
    assert set(found[2:]) == {False}


def test_membranes_seen_ruptured_and_waters_broken_are_one_finding() -> None:
    assert state(woman(membranes="ruptured", ruptured_membranes=True))["ruptured_membranes"] is True


def _limits(facts: Facts, key: str) -> list[tuple[str, bool | None]]:
    verdicts = [judge(one, facts) for one in ALL if one.key == key]
    (stand,) = stands(verdicts, facts, DAY)
    return [(type(one.of).__name__, one.holds) for one in stand.limits]


@pytest.mark.parametrize(
    ("key", "at", "inside"),
    [
        ("rcog-gtg75 DEF-EM", 195, True), ("rcog-gtg75 DEF-EM", 196, False),  # 27w6d
        ("nice-ng25 1.6.2", 112, True), ("nice-ng25 1.6.2", 111, False),  # 16w0d to 27w6d
        ("rcog-gtg75 EM-4B", 168, False), ("rcog-gtg75 EM-4B", 169, True),  # after 24w0d
        ("figo-2021-cerclage CER-05", 195, True), ("figo-2021-cerclage CER-05", 196, False),  # before 28w0d
    ],
)  # fmt: skip
def test_each_limit_of_gestation_is_the_pages_own(key: str, at: int, inside: bool) -> None:
    assert [holds for _, holds in _limits(woman(gestation=exactly(at)), key)] == [inside]


def test_four_centimetres_is_outside_what_sogc_allows_and_the_gestation_inside() -> None:
    assert _limits(woman(dilatation=exactly(400)), "sogc-373 7") == [("Compare", True), ("Compare", False)]
    assert _limits(woman(dilatation=exactly(399)), "sogc-373 NEW-rescue")[1] == (Range.__name__, True)


def test_a_recommendation_nobody_read_closely_never_tells_what_to_do() -> None:
    facts = woman()
    advised = [one.verdict.recommendation for one in this_hour(ALL, facts, DAY)]
    told = [one.recommendation for one in to_tell(ALL, facts, DAY)]

    assert advised
    assert told
    assert {one.read for one in (*advised, *told)} <= ADVISING
    assert all(one.standing(DAY) == "in_force" and one.row for one in (*advised, *told))


def test_what_holds_only_once_a_suture_is_decided_is_marked_so() -> None:
    marked = {one.verdict.recommendation.key: one.decided for one in this_hour(ALL, woman(), DAY)}

    assert marked["rcog-gtg75 EM-1"] is False
    assert marked["acog-142 REST"] is False
    assert marked["rcog-gtg75 AMNRED"] is True
    assert judge(register.find("rcog-gtg75", "AMNRED"), if_decided(woman())).kind == "applies"


def test_advice_that_waits_for_a_contraindication_is_shown_with_what_it_waits_for() -> None:
    (senior,) = [
        one for one in this_hour(ALL, woman(bleeding=None), DAY) if one.verdict.recommendation.key == "rcog-gtg75 EM-1"
    ]
    assert senior.unless == {"bleeding"}


@given(*(st.sampled_from(sorted(one.options)) for one in SEVERAL.values()), *[st.sampled_from(["yes", "no"])] * 3,
       st.sampled_from(["not_visible", "at_os", "bulging", "ruptured"]), st.sampled_from(["1 cm", "4 cm"]))  # fmt: skip
def test_once_the_page_is_filled_in_no_body_waits_for_anything(
    pains: str, signs: str, alive: str, compromised: str, bleeding: str, membranes: str, dilatation: str
) -> None:
    """The six answers and what is asked once are all that the rules on a rescue suture read of this pregnancy."""
    typed = {"pains": pains, "signs": signs, "alive": alive, "fetal_compromise": compromised, "bleeding": bleeding,
             "membranes": membranes,
             "ruptured_membranes": "yes" if membranes == "ruptured" else "no", "dilatation": dilatation,
             "fetuses": "1", "anomaly_scan": "normal", "suture": "none"}  # fmt: skip
    document = fold([
        RecordEvent("pregnancy began", DAY, {"gestation": "22w3d", "dating": "scan"}),
        RecordEvent("examined", DAY, examined(typed)),
    ])  # fmt: skip
    facts = _facts(document)
    waiting = {
        one.verdict.recommendation.key: one.verdict.missing
        for one in stands([judge(one, facts) for one in ALL], facts, DAY)
        if one.verdict.kind == "cannot_tell" and one.verdict.recommendation.decision == "emergencies"
    }
    assert waiting == {}


def _facts(document: Document) -> Facts:
    from fullterm.care.case.facts_on import known_on

    case, problems = read(document)
    assert case is not None
    assert problems == ()
    return known_on(case, DAY).facts


def test_two_examinations_of_one_day_leave_the_newer_answer_and_what_only_the_older_told() -> None:
    document = fold([
        RecordEvent("pregnancy began", DAY, {"gestation": "22w3d"}),
        RecordEvent("answered", DAY, {"key": "bleeding", "said": "no"}),
        RecordEvent("examined", DAY, {"dilatation": "1 cm", "membranes": "at_os", "labour": "no"}),
        RecordEvent("examined", DAY, {"dilatation": "3 cm", "membranes": "bulging", "bleeding": "yes"}),
    ])  # fmt: skip
    facts = _facts(document).values

    assert facts["dilatation"] == (300, 300)
    assert facts["membranes"] == "bulging"
    assert facts["bleeding"] is True
    assert facts["labour"] is False


def test_a_suture_placed_on_the_day_it_was_looked_for_in_vain_is_in() -> None:
    document = fold([
        RecordEvent("pregnancy began", DAY, {"gestation": "22w3d"}),
        RecordEvent("examined", DAY, {"dilatation": "3 cm", "suture": "none"}),
        RecordEvent("cerclage placed", DAY, {"technique": "mcdonald", "indication": "examination", "route": "vaginal"}),
    ])  # fmt: skip

    assert _facts(document).values["suture"] == "mcdonald"


def test_an_examination_of_another_day_keeps_its_own() -> None:
    later = date(2026, 4, 7)
    document = after(
        fold(
            [
                RecordEvent("pregnancy began", DAY, {"gestation": "22w3d"}),
                RecordEvent("examined", DAY, {"bleeding": "no"}),
            ]
        ),
        RecordEvent("examined", later, {"bleeding": "yes"}),
    )
    assert [one["bleeding"] for one in document["pregnancy"]["examinations"]] == ["no", "yes"]


def test_the_options_of_one_answer_do_not_contradict_each_other() -> None:
    for one, other in product(SEVERAL.values(), SEVERAL.values()):
        assert one is other or not set(one.facts) & set(other.facts)
    assert emergency.SIGNS


def told(facts: Facts) -> dict[str, EmergencyAdvice]:
    return {one.verdict.recommendation.key: one for one in this_hour(ALL, facts, DAY) if not one.decided}


LABOUR = {"gestation": exactly(196), "contractions": True, "labour": True, "steroid_courses": exactly(0)}


def test_in_established_labour_the_baby_is_prepared_and_nothing_stops_it_or_treats_broken_waters() -> None:
    now = told(woman(**LABOUR, membranes="ruptured", ruptured_membranes=True))

    assert {now[f"nice-ng25 {ref}"].task for ref in ("1.9.2", "1.10.2", "1.14.1", "1.1.2")} == {"do"}
    assert not now.keys() & {f"nice-ng25 {ref}" for ref in ("1.4.1", "1.4.2", "1.5.1", "1.7.3", "1.8.3", "1.8.4")}


def test_broken_waters_without_labour_have_the_antibiotic_its_alternative_and_what_not_to_give() -> None:
    now = told(woman(gestation=exactly(196), membranes="ruptured", ruptured_membranes=True))

    assert now["nice-ng25 1.4.1"].task == "do"
    assert now["nice-ng25 1.4.2"].unless == {"penicillin_allergy"}
    assert now["nice-ng25 1.4.3"].task == "do_not"
    assert "nice-ng25 1.4.2" not in told(woman(membranes="ruptured", ruptured_membranes=True,
                                               penicillin_allergy=True))  # fmt: skip


def test_bleeding_or_a_cervix_over_15_mm_takes_away_what_stops_labour() -> None:
    suspected = {"gestation": exactly(217), "contractions": True}

    assert told(woman(**suspected))["nice-ng25 1.8.3"].unless == {"length_now", "fibronectin_now"}
    assert "nice-ng25 1.8.3" not in told(woman(**suspected, bleeding=True))
    assert "nice-ng25 1.8.3" not in told(woman(**suspected, length_now=exactly(151)))


def test_while_nobody_has_said_how_many_she_carries_it_is_said_as_for_one_and_of_twins_nothing_of_it() -> None:
    unknown, twins = told(woman(**LABOUR, fetuses=None)), told(woman(**LABOUR, fetuses=exactly(2)))

    assert unknown["nice-ng25 1.10.2"].unless == {"fetuses"}
    assert "nice-ng137 1.5.6-rest" not in unknown
    assert not [key for key in twins if key.startswith("nice-ng25 ")]


@pytest.mark.parametrize("ended", [{"alive": False}, {"babies_died": exactly(1)}, {"anomaly_scan": "lethal"}])
def test_of_a_baby_for_whom_nothing_is_offered_nothing_is_to_be_done(ended: dict[str, Any]) -> None:
    said = [one.verdict.recommendation for one in told(woman(**LABOUR, **ended)).values()]

    assert not [one.key for one in said if one.advice.treatments and all(t.for_baby for t in one.advice.treatments)]
