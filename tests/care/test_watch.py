"""What would change it: only what can still happen, each read back as enough to bring the advice in."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from fullterm.care.assess.assessment import TREATING, Assessment, assess
from fullterm.care.assess.what_would_change import EXPECTING, changes, still_open
from fullterm.care.case.model import Case
from fullterm.care.case.read import read_case
from fullterm.care.protocol.model import read_protocol
from fullterm.guidelines import register
from fullterm.guidelines.verdict import judge
from fullterm.logic.facts import Facts
from fullterm.logic.quantity import exactly, weeks
from fullterm.vocabulary.fact import VOCABULARY

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.yaml"))
RECOMMENDATIONS = {one.key: one for one in register.recommendations()}
PROTOCOL = read_protocol("antai", RECOMMENDATIONS)


def assessed(source: Path | str) -> Assessment:
    case, problems = read_case(source)
    assert problems == ()
    assert isinstance(case, Case)
    return assess(case, case.told, PROTOCOL)


def keyed(found: list[dict[str, Any]]) -> set[str]:
    return {f"{one['guideline']} {one['ref']}" for one in found}


@pytest.fixture(scope="module")
def women() -> dict[str, Assessment]:
    return {path.stem: assessed(path) for path in EXAMPLES}


@pytest.mark.parametrize(
    ("key", "open_still"),
    [
        ("contractions", True),
        ("dilatation", True),
        ("gestation", True),
        ("scans", True),
        ("scans[1].length", True),
        ("labour", True),
        ("age", False),
        ("bmi", False),
        ("adhesions", False),
        ("earlier", False),
        ("earlier[1].abruption", False),
        ("procedures", False),
    ],
)
def test_what_belongs_to_this_pregnancy_may_still_change_and_her_history_may_not(key: str, open_still: bool) -> None:
    assert still_open(key) is open_still


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_only_advice_for_a_treatment_that_does_not_apply_today_is_watched(
    path: Path, women: dict[str, Assessment]
) -> None:
    her = women[path.stem]
    kinds = {one.recommendation.key: one.kind for one in her.verdicts}
    for one in changes(her, "en"):
        recommendation = RECOMMENDATIONS[f"{one['guideline']} {one['ref']}"]
        assert kinds[recommendation.key] == "does_not_apply"
        assert recommendation.standing(her.on) == "in_force"
        assert recommendation.decision in TREATING
        assert recommendation.advice.kind in ("offer", "consider")
        assert one["if"].strip()
        assert one["facts"] == ["pregnant"] or all(still_open(key) for key in one["facts"])


@pytest.mark.parametrize("name", ["ms-wang-2-twelve-weeks", "ms-wang-3-thirty-six-weeks", "twins-20mm"])
def test_each_change_is_said_in_both_languages(name: str, women: dict[str, Assessment]) -> None:
    english, chinese = list(changes(women[name], "en")), list(changes(women[name], "zh"))

    assert [(one["guideline"], one["ref"], one["facts"]) for one in english] == [
        (one["guideline"], one["ref"], one["facts"]) for one in chinese
    ]
    assert all(one["if"] != other["if"] for one, other in zip(english, chinese, strict=True))


def test_with_the_suture_in_labour_would_bring_it_out(women: dict[str, Assessment]) -> None:
    found = [one for one in changes(women["ms-wang-3-thirty-six-weeks"], "en") if one["ref"] == "REM-2"]

    assert [(one["facts"], one["decision"]) for one in found] == [(["labour"], "removal")]


@pytest.mark.parametrize("name", ["ms-wang-2-twelve-weeks", "ms-wang-3-thirty-six-weeks", "rescue-21w3d"])
def test_a_yes_that_is_watched_for_does_bring_the_advice_in(name: str, women: dict[str, Assessment]) -> None:
    her = women[name]
    tried = 0
    for one in changes(her, "en"):
        (key,) = one["facts"]
        fact = VOCABULARY.facts.get(key)
        if fact is None or fact.kind != "yes/no":
            continue
        recommendation = RECOMMENDATIONS[f"{one['guideline']} {one['ref']}"]
        now = her.known.facts
        flipped = Facts({**now.values, key: now.values.get(key) is not True}, now.lists)
        after = judge(recommendation, flipped)
        assert after.kind == ("cannot_tell" if one["ask"] else "applies")
        assert after.missing == frozenset(one["ask"])
        tried += 1
    assert tried


def test_before_conception_it_is_read_as_once_she_carries_one_baby(women: dict[str, Assessment]) -> None:
    found = list(changes(women["ms-wang-1-first-visit"], "en"))

    assert EXPECTING.en in {one["if"] for one in found}
    assert "nice-ng25 1.2.2" in keyed([one for one in found if one["facts"] == ["pregnant"]])


def test_whoever_is_pregnant_is_not_told_to_become_so(women: dict[str, Assessment]) -> None:
    assert all(one["facts"] != ["pregnant"] for one in changes(women["ms-wang-2-twelve-weeks"], "en"))


def test_a_woman_of_whom_nothing_is_told_is_watched_for_nothing_she_did_not_tell() -> None:
    her = assessed("told: 2026-03-02\nwoman: {pregnant: no}\nearlier: none\nprocedures: none\n")

    assert her.on == date(2026, 3, 2)
    assert all(still_open(key) or key == "pregnant" for one in changes(her, "en") for key in one["facts"])
    assert exactly(weeks(16).amount) not in her.known.facts.values.values()  # what is imagined stays imagined
