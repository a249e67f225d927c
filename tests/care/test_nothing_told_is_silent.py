"""What is told in the wrong place, or of a day nobody knows, is said: where it belongs, or that its day is needed."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from fullterm.care.case.death import she_died
from fullterm.care.case.fields import PREGNANCY_FACTS, WOMAN_FACTS
from fullterm.care.case.homes import HOMES
from fullterm.care.case.model import Case
from fullterm.care.case.outcome import BABY, MOTHER
from fullterm.care.case.read import read_case
from fullterm.vocabulary.fact import VOCABULARY
from fullterm.vocabulary.phrases import UNKNOWN_WORDS

TOLD = "told: 2026-04-06\n"


def problems_of(text: str) -> tuple[Case | None, list[tuple[str, str]]]:
    case, problems = read_case(TOLD + text)
    return case, [(one.field, one.sentence) for one in problems]


# -- the day of what is dated -----------------------------------------------------------------------------------

ASKED = {
    "pregnancy: {{membranes: {{value: bulging, on: {}}}}}": "pregnancy.membranes.on",
    "pregnancy: {{infection: {{value: yes, on: {}}}}}": "pregnancy.infection.on",
    "pregnancy: {{suture: {{value: mcdonald, on: {}}}}}": "pregnancy.suture.on",
    "pregnancy: {{labour: [{{value: no, on: 2026-04-01}}, {{value: yes, on: {}}}]}}": "pregnancy.labour[2].on",
    "pregnancy: {{examinations: [{{on: {}, membranes: bulging}}]}}": "pregnancy.examinations[1].on",
    "woman: {{diabetes: {{value: yes, on: {}}}}}": "woman.diabetes.on",
    "pregnancy: {{gestation: {{value: 20w, on: {}}}}}": "pregnancy.gestation.on",
    "pregnancy: {{measured: {{gestation: 12w3d, on: {}}}}}": "pregnancy.measured.on",
    "pregnancy: {{declined: [{{step: scans, on: {}}}]}}": "pregnancy.declined[1].on",
    "pregnancy: {{decided: [{{step: scans, choice: accepted, on: {}}}]}}": "pregnancy.decided[1].on",
    "done: [{{step: next-pregnancy, on: {}}}]": "done[1].on",
    "custody: [{{what: arranged, who: Dr. Hu, on: {}}}]": "custody[1].on",
    "earlier: [{{outcome: live_birth, core: [{{mother: {{died: yes}}, on: {}}}]}}]": "earlier[1].core[1].on",
    "pregnancy: {{bleeding: {{value: yes, recorded: {}}}}}": "pregnancy.bleeding.recorded",
    "pregnancy: {{cerclage: {{technique: mcdonald, seen: {}}}}}": "pregnancy.cerclage.seen",
}
"""Every place where a day dates what is told, and the field it stands in."""
MAY_BE_UNKNOWN = (
    "pregnancy: {{scans: [{{length: 22 mm, on: {}}}]}}", "earlier: [{{outcome: loss, ended: {}}}]",
    "procedures: [{{kind: lletz, date: {}}}]", "pregnancy: {{cerclage: {{technique: mcdonald, on: {}}}}}",
    "pregnancy: {{suture: mcdonald, removed: {{on: {}}}}}", "pregnancy: {{outcome: {{outcome: loss, on: {}}}}}",
    "pregnancy: {{due: {}}}",
)  # fmt: skip
"""Records that stay what they are when nobody knows their day."""


@pytest.mark.parametrize("word", ["unknown", "不详", "?", "don't know"])
@pytest.mark.parametrize("text", ASKED)
def test_a_value_of_a_day_nobody_knows_is_said_and_never_lost_without_a_word(text: str, word: str) -> None:
    assert word in UNKNOWN_WORDS
    _, ((field, sentence),) = problems_of(text.format(f'"{word}"') + "\n")
    assert field == ASKED[text]
    assert sentence.startswith(f"its day is unknown: write {field.rpartition('.')[2]}: with its day, ")


@pytest.mark.parametrize("text", MAY_BE_UNKNOWN)
def test_a_record_may_have_a_day_nobody_knows(text: str) -> None:
    assert problems_of(text.format("unknown") + "\n")[1] == []


# -- the group a field belongs to -------------------------------------------------------------------------------

GROUPS = {
    "": "{}", "woman": "woman: {{{}}}", "pregnancy": "pregnancy: {{{}}}", "outcome": "pregnancy: {{outcome: {{{}}}}}",
    "scan": "pregnancy: {{scans: [{{{}}}]}}", "examination": "pregnancy: {{examinations: [{{on: 2026-04-01, {}}}]}}",
    "earlier": "earlier: {{{}}}", "one earlier": "earlier: {{pregnancies: [{{{}}}]}}",
    "operation": "procedures: [{{{}}}]", "cerclage": "pregnancy: {{cerclage: {{{}}}}}",
    "mother": "earlier: [{{core: [{{mother: {{{}}}}}]}}]", "core": "earlier: [{{core: [{{{}}}]}}]",
    "value": "pregnancy: {{bleeding: {{value: yes, {}}}}}",
    "custody": "pregnancy: {{custody: [{{what: arranged, {}}}]}}",
    "declined": "pregnancy: {{declined: [{{step: scans, {}}}]}}", "removed": "pregnancy: {{removed: {{{}}}}}",
}  # fmt: skip
DEATHS = ("core: [{mother: {died: yes}}]", "core: {mother: {died: yes}}", "mother: {died: yes}", "died: yes")


@pytest.mark.parametrize("told", DEATHS)
@pytest.mark.parametrize("group", GROUPS)
def test_a_death_told_in_the_wrong_place_is_never_silent(group: str, told: str) -> None:
    case, problems = problems_of(GROUPS[group].format(told) + "\n")
    if case is None or not she_died(case, case.told):
        name = told.partition(":")[0]
        assert [one for field, one in problems if field.endswith(name)]
        for field, sentence in problems:
            if field.endswith(name):
                assert sentence.startswith(f"'{name}' is not a field here: it belongs under ")
                assert "pregnancy.outcome, or a pregnancy of earlier.pregnancies" in sentence


def every_field() -> Iterator[str]:
    yield from dict.fromkeys([*HOMES, *(fact.name for fact in VOCABULARY.facts.values()), *MOTHER, *BABY])


@pytest.mark.parametrize("name", list(every_field()))
def test_a_field_in_the_wrong_group_is_told_where_it_belongs(name: str) -> None:
    for group, text in GROUPS.items():
        for field, sentence in problems_of(text.format(f"{name}: yes") + "\n")[1]:
            if field.endswith(name) and " is not a field here: " in sentence and name in {**HOMES, **WOMAN_FACTS}:
                assert ": it belongs under " in sentence, (group, sentence)
            assert "did you mean" not in sentence or name not in PREGNANCY_FACTS, (group, sentence)
