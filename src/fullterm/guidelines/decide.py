"""Every verdict of the whole knowledge base at once, without reasons: generated Python, made once per process."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from fullterm.guidelines.register import recommendations
from fullterm.guidelines.verdict import VerdictKind, body
from fullterm.logic.compiled import NO, OUTSIDE, UNSETTLED, YES, compile_pairs
from fullterm.logic.facts import Facts

KIND: dict[int, VerdictKind] = {
    OUTSIDE: "not_for_her",
    UNSETTLED: "cannot_tell",
    NO: "does_not_apply",
    YES: "applies",
}


@cache
def decider() -> Callable[[Facts], tuple[int, ...]]:
    """The function that answers for every recommendation in the register's order; look its answers up in KIND."""
    return compile_pairs({one.key: (one.women, body(one)) for one in recommendations()})[1]


def verdict_kinds(facts: Facts) -> dict[str, VerdictKind]:
    """Every recommendation's verdict by its key. `guidelines.verdict.judge` is its judge, and gives the reasons."""
    return {one.key: KIND[code] for one, code in zip(recommendations(), decider()(facts), strict=True)}
