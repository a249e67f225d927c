"""Law 2: filling an unknown, narrowing a span, adding to or closing an open list never changes a settled answer."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fullterm.guidelines.register import recommendations
from fullterm.guidelines.verdict import VerdictKind, body, verdict_of
from fullterm.logic.compiled import compile_rules
from fullterm.logic.evaluate import measure, truth
from fullterm.logic.nodes import Bool, Compare, Measure, walk
from fullterm.logic.quantity import Span
from tests.logic.strategies import examples, many_refinements, rules
from tests.logic.women import a_woman_for, describe, limits_in, refined

SEEDS = st.integers(0, 2**32 - 1)


@examples(150)
@given(rules(most=3), SEEDS)
def test_a_settled_condition_stays_settled_when_more_is_known(several: dict[str, Bool], seed: int) -> None:
    for before, after in many_refinements(several, seed, 25):
        for rule in several.values():
            settled = truth(rule, before)
            if settled is not None and truth(rule, after) is not settled:
                pytest.fail(f"{rule}\nwas {settled} of {describe(before)}\nnot of {describe(after)}")


@examples(100)
@given(rules(most=3), SEEDS)
def test_a_number_only_narrows_when_more_is_known(several: dict[str, Bool], seed: int) -> None:
    numbers = {node.left for rule in several.values() for node in walk(rule) if isinstance(node, Compare)}
    numbers = {number for number in numbers if not isinstance(number, Measure) or number.rows is None}
    for before, after in many_refinements(several, seed, 15):
        for number in numbers:
            first, second = measure(number, before).value, measure(number, after).value
            assert isinstance(first, Span)
            assert isinstance(second, Span)
            assert second.narrows(first), f"{number}: {first}, then {second}\n{describe(before)}\n{describe(after)}"


@examples(4)
@given(SEEDS)
def test_a_settled_verdict_of_the_knowledge_base_stays_settled(seed: int) -> None:
    several = recommendations()
    base = {f"{one.key} women": one.women for one in several} | {f"{one.key} body": body(one) for one in several}
    limits, random, ready = limits_in(base.values()), Random(seed), compile_rules(base)
    for _ in range(500):
        before = a_woman_for(random, tuple(base.values()), limits)
        after = refined(random, before, limits)
        first, second = ready.truths(before), ready.truths(after)
        for one in several:
            was, now = (_verdict(found, one.key) for found in (first, second))
            if was not in ("cannot_tell", now):
                pytest.fail(f"{one.key}: {was}, then {now}\n{describe(before)}\n{describe(after)}")


def _verdict(found: dict[str, bool | None], key: str) -> VerdictKind:
    women, inside = found[f"{key} women"], found[f"{key} body"]
    return verdict_of(women is True, women is not False, inside is True, inside is not False)
