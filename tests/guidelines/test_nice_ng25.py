"""NICE NG25 as a whole: for a singleton pregnancy, and never for and against one thing on one woman."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.logic.strategies import examples
from tests.logic.women import a_woman_for, describe, limits_in

from fullterm.guidelines import register
from fullterm.guidelines.verdict import body, judge
from fullterm.logic.facts import Facts
from fullterm.logic.language import all_of
from fullterm.logic.quantity import exactly, weeks

EDITIONS = ("nice-ng25", "nice-ng25-2015")
NG25 = [one for id_ in EDITIONS for one in register.GUIDELINES[id_].recommendations.values()]
FOR, AGAINST = {"offer", "consider"}, {"do_not_offer", "not_routinely"}
EARLY = {
    "pregnant": True, "fetuses": exactly(1), "contractions": True, "ruptured_membranes": False, "bleeding": False,
    "infection": False, "infection_suspected": False,
}  # fmt: skip


def said(facts: Facts) -> dict[str, str]:
    return {one.ref: judge(one, facts).kind for one in NG25 if one.guideline == "nice-ng25"}


@pytest.mark.parametrize("one", NG25, ids=lambda one: one.key)
def test_nothing_in_it_speaks_of_twins(one) -> None:
    twins = Facts({"pregnant": True, "fetuses": exactly(2)})

    assert judge(one, twins).kind == "not_for_her"


@examples(40)
@given(st.integers(0, 2**32 - 1), st.sampled_from(NG25))
def test_it_is_never_for_and_against_one_thing(seed: int, made_for) -> None:
    rule = all_of(made_for.women, body(made_for))
    facts = a_woman_for(Random(seed), (rule,), limits_in((rule,)))
    facts = Facts({**facts.values, "pregnant": True, "fetuses": exactly(1)}, facts.lists)
    applying = [one for one in NG25 if one.guideline == made_for.guideline and judge(one, facts).kind == "applies"]
    advised = {each for one in applying if one.advice.kind in FOR for each in one.advice.treatments}
    warned = {each for one in applying if one.advice.kind in AGAINST for each in one.advice.treatments}

    if advised & warned:
        pytest.fail(f"for and against {[one.id for one in advised & warned]}\n{describe(facts)}")


def test_in_established_labour_no_antibiotic_for_broken_waters_and_nothing_to_stop_it() -> None:
    broken = {**EARLY, "gestation": exactly(weeks(27).amount), "ruptured_membranes": True}
    before, in_labour = (said(Facts({**broken, "labour": labour})) for labour in (False, True))

    assert {before[ref] for ref in ("1.4.1", "1.4.3", "1.5.1")} == {"applies"}
    assert {in_labour[ref] for ref in ("1.4.1", "1.4.2", "1.4.3", "1.5.1", "1.8.3", "1.8.4")} == {"does_not_apply"}
    assert in_labour["1.10.2"] == "applies"
