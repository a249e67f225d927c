"""NICE NG137 as a whole: for twins and triplets, one week of birth for each kind, and what it is silent on."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.logic.strategies import examples
from tests.logic.women import a_woman_for, describe, limits_in

from fullterm.guidelines import register
from fullterm.guidelines.model import Recommendation
from fullterm.guidelines.verdict import body, judge
from fullterm.logic.facts import Facts, Value
from fullterm.logic.language import all_of
from fullterm.logic.quantity import exactly, weeks

NG137 = list(register.GUIDELINES["nice-ng137"].recommendations.values())
FOR, AGAINST = {"offer", "consider"}, {"do_not_offer", "not_routinely"}
OFFERED = {"1.9.9", "1.9.10-36", "1.9.10-32", "1.9.10-35", "1.9.11"}
TWIN_LABOUR: dict[str, Value] = {
    "pregnant": True, "fetuses": exactly(2), "gestation": exactly(weeks(28).amount), "labour": True,
    "presentation": "breech",
}  # fmt: skip


def said(document: str, told: dict[str, Value]) -> dict[str, str]:
    rules = register.GUIDELINES[document].recommendations.values()
    return {one.ref: judge(one, Facts(told)).kind for one in rules}


@pytest.mark.parametrize("babies", [1, 4])
@pytest.mark.parametrize("one", NG137, ids=lambda one: one.key)
def test_nothing_in_it_speaks_of_one_baby_or_of_four(one: Recommendation, babies: int) -> None:
    assert judge(one, Facts({"pregnant": True, "fetuses": exactly(babies)})).kind == "not_for_her"


@pytest.mark.parametrize("one", NG137, ids=lambda one: one.key)
def test_nothing_in_it_speaks_of_her_before_or_after(one: Recommendation) -> None:
    assert judge(one, Facts({"pregnant": False, "fetuses": exactly(2)})).kind == "not_for_her"


@examples(40)
@given(st.integers(0, 2**32 - 1), st.sampled_from(NG137))
def test_it_is_never_for_and_against_one_thing(seed: int, made_for: Recommendation) -> None:
    rule = all_of(made_for.women, body(made_for))
    facts = a_woman_for(Random(seed), (rule,), limits_in((rule,)))
    facts = Facts({**facts.values, "pregnant": True, "fetuses": exactly(2)}, facts.lists)
    applying = [one for one in NG137 if judge(one, facts).kind == "applies"]
    advised = {each for one in applying if one.advice.kind in FOR for each in one.advice.treatments}
    warned = {each for one in applying if one.advice.kind in AGAINST for each in one.advice.treatments}

    if advised & warned:
        pytest.fail(f"for and against {[one.id for one in advised & warned]}\n{describe(facts)}")


@pytest.mark.parametrize(
    ("babies", "chorionicity", "week", "opens", "closes"),
    [
        (2, "dichorionic_diamniotic", "1.9.9", weeks(37), weeks(38)),
        (2, "monochorionic_diamniotic", "1.9.10-36", weeks(36), weeks(37)),
        (2, "monochorionic_monoamniotic", "1.9.10-32", weeks(32), weeks(34)),
        (3, "trichorionic_triamniotic", "1.9.10-35", weeks(35), weeks(36)),
        (3, "dichorionic_triamniotic", "1.9.10-35", weeks(35), weeks(36)),
        (3, "monochorionic_triamniotic", "1.9.11", None, None),
        (3, "dichorionic_diamniotic", "1.9.11", None, None),
        (3, "monochorionic_diamniotic", "1.9.11", None, None),
        (3, "monochorionic_monoamniotic", "1.9.11", None, None),
    ],
)  # fmt: skip
def test_each_kind_of_box_1_has_one_week_of_birth_or_none(
    babies: int, chorionicity: str, week: str, opens: object, closes: object
) -> None:
    told: dict[str, Value] = {"pregnant": True, "fetuses": exactly(babies), "chorionicity": chorionicity}
    plain, complicated = (
        {ref for ref, kind in said("nice-ng137", told | {"multiple_complication": so}).items() if kind == "applies"}
        for so in (False, True)
    )
    window = register.find("nice-ng137", week).window

    assert plain & OFFERED == {week}
    assert complicated & OFFERED == {"1.9.11"}
    assert (window and window.opens, window and window.closes) == (opens, closes)


def test_of_twins_in_labour_it_is_silent_where_its_sister_for_one_baby_speaks() -> None:
    ours, sister = said("nice-ng137", TWIN_LABOUR), said("nice-ng25", TWIN_LABOUR)
    one_baby = said("nice-ng25", TWIN_LABOUR | {"fetuses": exactly(1)})

    assert set(sister.values()) == {"not_for_her"}
    assert (one_baby["1.10.2"], one_baby["1.12.5"], one_baby["1.13.4"]) == ("applies", "applies", "applies")
    assert (ours["SILENT-labour"], ours["1.11.3"], ours["1.11.5"]) == ("applies", "applies", "applies")
    assert ours["1.10.4"] == "cannot_tell"  # whether they share a sac
    assert said("nice-ng137", TWIN_LABOUR | {"chorionicity": "dichorionic_diamniotic"})["1.10.4"] == "applies"
