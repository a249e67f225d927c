"""What once hid a danger or was called calm: an answer that says less, a refusal, an end, a suture, a day gone by."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Any

import pytest

from fullterm.care.assess.assessment import assess
from fullterm.care.assess.first_line_text import first_line_in
from fullterm.care.case.read import read_case
from fullterm.care.plan.planned import PRESSING
from fullterm.care.protocol.model import Protocol, read_protocol
from fullterm.guidelines import register

WELL = {
    "bleeding": "no", "contractions": "no", "labour": "no", "ruptured_membranes": "no", "infection": "no",
    "infection_suspected": "no", "dilatation": "0 cm", "membranes": "not_visible", "alive": "yes",
}  # fmt: skip
PLACED = "cerclage: {on: 2026-02-01, technique: mcdonald}"
TWO = "cerclage: [{on: 2026-01-20, technique: mcdonald}, {on: 2026-02-20, technique: shirodkar}], removed: 2026-05-01"


@cache
def protocol(name: str) -> Protocol:
    return read_protocol(name, {one.key: one for one in register.recommendations()})


def well(*more: str, **signs: str) -> str:
    """A pregnancy of which every sign was asked: what is named is as named, the rest is well."""
    return ", ".join((*more, *(f"{name}: {said}" for name, said in {**WELL, **signs}.items())))


def read(name: str, pregnancy: str, on: str = "2026-05-12", woman: str = "") -> tuple[dict[str, Any], set[str]]:
    """The first line in words, and the steps that are pressing."""
    case, _ = read_case(f"{{told: 2026-05-12{woman}, pregnancy: {{{pregnancy}}}}}")
    assert case is not None
    found = assess(case, date.fromisoformat(on), protocol(name))
    return first_line_in(found, "en"), {one.step.id for one in found.plan if one.state in PRESSING}


@pytest.mark.parametrize("name", ["antai", "rcog_nice"])
@pytest.mark.parametrize(
    ("pregnancy", "line"),
    [
        (f"gestation: 39w0d, {TWO}, labour: yes", "removal-now"),
        (well("gestation: 21w3d", lost_with_suture="yes"), "suture-loss"),
        (well("gestation: 39w0d", "suture: abdominal", contractions="yes"), "abdominal-contractions"),
        ("gestation: 21w3d, dilatation: [{value: 4 cm, on: 2026-05-11}, {value: 0..5 cm, on: 2026-05-12}]", "rescue"),
        ("gestation: 22w0d, membranes: bulging, outcome: live_birth", "rescue"),
        ("gestation: 22w0d, membranes: bulging, outcome: {core: [{on: 2026-05-12, mother: {died: no}}]}", "rescue"),
        ("gestation: 21w3d, outcome: {on: 2026-05-01, outcome: loss}, membranes: bulging", "rescue"),
    ],
)
def test_a_danger_is_called_one(name: str, pregnancy: str, line: str) -> None:
    first, _ = read(name, pregnancy)
    assert line in {one["step"] for one in first["lines"]}


@pytest.mark.parametrize("name", ["antai", "rcog_nice"])
@pytest.mark.parametrize(
    ("pregnancy", "step"),
    [
        (well("gestation: 36w3d", PLACED, "declined: [{step: removal, on: 2026-05-12, reason: x}]"), "removal"),
        (well("gestation: 39w0d", "suture: mcdonald", bleeding="yes"), "suture-sign"),
        (well("gestation: 13w2d", "suture: mcdonald", bleeding="yes"), "suture-sign"),
    ],
)
def test_what_is_owed_stays_pressing_and_nothing_is_called_calm_beside_it(name: str, pregnancy: str, step: str) -> None:
    first, pressing = read(name, pregnancy)
    assert step in pressing
    assert first["kind"] != "calm"
    assert "Nothing is pressing" not in str(first["says"])


@pytest.mark.parametrize(
    ("pregnancy", "told"),
    [
        (well("gestation: 39w0d", "suture: none", "placenta_praevia: yes", bleeding="yes"), ["bleeding"]),
        (
            well("gestation: 21w3d", "suture: mcdonald", temperature="39.4", white_count="25", crp="200"),
            ["temperature", "white_count", "crp"],
        ),
        (well("gestation: 28w0d", "suture: none", "waters_test: positive"), ["waters_test"]),
        (
            well("gestation: 39w0d", "suture: none", ruptured_membranes="{value: yes, on: 2026-05-09}"),
            ["ruptured_membranes"],
        ),
        (
            well("gestation: 39w0d", "suture: none", labour="yes", contractions="yes", dilatation="4 cm"),
            ["contractions", "labour", "dilatation"],
        ),
    ],
)
def test_a_sign_for_which_no_line_stands_is_named_for_a_doctor_and_is_no_calm(pregnancy: str, told: list[str]) -> None:
    first, _ = read("antai", pregnancy)
    assert (first["kind"], first["told"]) == ("told", told)
    assert first["says"].startswith("For a doctor to judge (no line of this software stands for it): ")


def test_a_short_cervix_on_the_newest_scan_is_no_calm_where_the_plan_has_nothing_for_it() -> None:
    first, _ = read("antai", well("gestation: 29w5d", "suture: none", "scans: [{on: 2026-05-12, length: 0 mm}]"))
    assert "cervical length: 0 mm" in first["says"]


@pytest.mark.parametrize("sign", ["bleeding", "contractions", "labour", "ruptured_membranes", "dilatation", "alive"])
@pytest.mark.parametrize("gestation", ["22w0d", "39w0d"])
def test_a_sign_not_known_today_is_named_at_any_gestation(sign: str, gestation: str) -> None:
    for suture in ("none", "abdominal"):
        first, _ = read("antai", well(f"gestation: {gestation}", f"suture: {suture}", **{sign: "unknown"}))
        assert sign in first["not_asked"]


def test_one_removal_entered_twice_takes_out_one_suture() -> None:
    twice = TWO.replace("removed: 2026-05-01", "removed: [2026-05-01, 2026-05-01]")
    assert "suture-may-be-in" in read("antai", well("gestation: 36w5d", twice))[1]


def test_after_the_end_her_own_infection_and_bleeding_are_still_named_and_asked_about() -> None:
    told = "measured: {on: 2026-05-11, gestation: 21w3d}, infection: yes, bleeding: yes, outcome: {on: 2026-05-12, "
    first, _ = read("antai", told + "outcome: loss}")
    assert first["told"] == ["bleeding", "infection"]
    later, _ = read("antai", told + "outcome: loss}", on="2026-05-20")
    assert later["not_asked"] == ["bleeding", "infection", "infection_suspected"]
    assert read("antai", told + "outcome: loss}", on="2026-07-20")[0]["kind"] != "danger"


def test_a_suture_left_in_stands_also_when_nobody_knows_whether_she_is_pregnant_again() -> None:
    told = f"measured: {{on: 2026-05-10, gestation: 38w0d}}, {PLACED}, outcome: {{on: 2026-05-12, outcome: live_birth}}"
    for on in ("2026-05-12", "2026-06-10", "2027-05-12"):
        assert "removal-after" in read("antai", told, on=on, woman=", woman: {pregnant: no}")[1], on


def test_near_term_with_an_abdominal_suture_the_day_of_the_caesarean_is_asked_for() -> None:
    assert read("antai", well("gestation: 39w2d", "suture: abdominal"))[0]["not_asked"] == ["planned_caesarean_at"]


def test_of_a_baby_known_dead_nothing_of_it_is_checked_first() -> None:
    first, _ = read("antai", "gestation: 21w3d, fetuses: 1, babies_died: 1, membranes: bulging")
    (line,) = [one for one in first["lines"] if one["step"] == "rescue"]
    assert not {"alive", "fetal_compromise", "anomaly_scan"} & set(line["check"])


@pytest.mark.parametrize("died", ["1, alive: yes", "3"])
def test_more_deaths_than_babies_and_a_heartbeat_beside_the_last_death_are_contradictions(died: str) -> None:
    _, problems = read_case(f"{{told: 2026-05-12, pregnancy: {{gestation: 21w3d, fetuses: 1, babies_died: {died}}}}}")
    assert len(problems) == 1
