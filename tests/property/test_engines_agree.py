"""Law 1: the interpreter is the judge; generated Python and DuckDB give its answer for every rule and every woman."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fullterm.guidelines.decide import PAYS_AFTER, Deciding, verdict_kinds
from fullterm.guidelines.register import recommendations
from fullterm.guidelines.verdict import body, judge, verdict_of
from fullterm.logic.facts import Facts
from fullterm.logic.nodes import Bool
from tests.logic.engines import compiled, in_duckdb, interpreter
from tests.logic.strategies import SMALL, examples, many_women, rules
from tests.logic.women import a_woman_for, describe, limits_in, smallest

SEEDS = st.integers(0, 2**32 - 1)


def whole_base() -> dict[str, Bool]:
    """Both conditions of every recommendation, under names that tell where an answer came from."""
    found: dict[str, Bool] = {}
    for one in recommendations():
        found[f"{one.key}: women"] = one.women
        found[f"{one.key}: body"] = body(one)
    return found


def disagreement(judge: object, other: object, rule: Bool, woman: Facts) -> str:
    return f"interpreter {judge}, the other {other}\n{rule}\n{describe(woman)}"


@examples(150)
@given(rules(), SEEDS)
def test_compiled_rules_answer_as_the_interpreter_does(several: dict[str, Bool], seed: int) -> None:
    for woman in many_women(several, seed, 25):
        dull, other = interpreter(several, [woman])[0], compiled(several, [woman])[0]
        for name, rule in several.items():
            if dull[name] is not other[name]:

                def differs(facts: Facts, rule: Bool = rule) -> bool:
                    return interpreter({"r": rule}, [facts]) != compiled({"r": rule}, [facts])

                pytest.fail(disagreement(dull[name], other[name], rule, smallest(woman, differs)))


@examples(100)
@given(rules(), SEEDS)
def test_duckdb_answers_as_the_interpreter_does(several: dict[str, Bool], seed: int) -> None:
    women = many_women(several, seed, 25)
    for woman, dull, other in zip(women, interpreter(several, women), in_duckdb(several, women, SMALL), strict=True):
        for name, rule in several.items():
            if dull[name] is not other[name]:

                def differs(facts: Facts, rule: Bool = rule) -> bool:
                    return interpreter({"r": rule}, [facts]) != in_duckdb({"r": rule}, [facts], SMALL)

                pytest.fail(disagreement(dull[name], other[name], rule, smallest(woman, differs)))


@examples(1)
@given(SEEDS)
def test_every_engine_gives_one_answer_for_the_whole_knowledge_base(seed: int) -> None:
    base, random = whole_base(), Random(seed)
    limits = limits_in(base.values())
    women = [a_woman_for(random, tuple(base.values()), limits) for _ in range(1000)]
    fast, populous = compiled(base, women), in_duckdb(base, women)
    dull = interpreter(base, women[:60])

    for name in base:
        assert [one[name] for one in dull] == [one[name] for one in fast[:60]], name
        assert [one[name] for one in fast] == [one[name] for one in populous], name


def test_all_verdicts_at_once_are_those_given_with_reasons() -> None:
    base, random = whole_base(), Random(2)
    limits = limits_in(base.values())
    for _ in range(25):
        woman = a_woman_for(random, tuple(base.values()), limits)
        assert verdict_kinds(woman) == {one.key: judge(one, woman).kind for one in recommendations()}


def test_one_woman_after_another_gets_the_verdicts_she_would_get_alone_and_reasons_that_bear_them_out() -> None:
    base, random = whole_base(), Random(3)
    limits = limits_in(base.values())
    deciding = Deciding(recommendations())
    for _ in range(2 * PAYS_AFTER):  # by the interpreter at first, then by generated Python
        woman = a_woman_for(random, tuple(base.values()), limits)
        found = deciding(woman)
        assert found == tuple(judge(one, woman) for one in recommendations())
        for one in found:
            rails = [(said is True, said is not False) for said in (one.women.value, one.body.value)]
            assert one.kind == verdict_of(*rails[0], *rails[1])
            assert bool(one.missing) is (one.kind == "cannot_tell")
    assert deciding.compiled is not None


def test_generated_women_make_the_rules_of_the_knowledge_base_fire() -> None:
    """Agreement on women to whom nothing applies would prove little."""
    base, random = whole_base(), Random(1)
    limits = limits_in(base.values())
    answers = compiled(base, [a_woman_for(random, tuple(base.values()), limits) for _ in range(2000)])
    fired = {name for name in base if any(one[name] for one in answers)}

    assert len(fired) > 0.9 * len(base), sorted(base.keys() - fired)
