"""Every verdict of the whole knowledge base at once, without reasons: generated Python, made once per process."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache
from typing import Final

from fullterm.guidelines.model import Recommendation
from fullterm.guidelines.register import recommendations
from fullterm.guidelines.verdict import Verdict, VerdictKind, body, judge
from fullterm.logic.compiled import NO, OUTSIDE, UNSETTLED, YES, compile_pairs
from fullterm.logic.facts import Facts

KIND: dict[int, VerdictKind] = {
    OUTSIDE: "not_for_her",
    UNSETTLED: "cannot_tell",
    NO: "does_not_apply",
    YES: "applies",
}


PAYS_AFTER: Final = 8
"""Women after whom compiling has paid: it takes as long as judging the whole knowledge base six times."""


class Deciding:
    """The verdicts of some recommendations, in their order, for one woman after another.

    Judged one by one at first, by generated Python once that has paid: a command that decides one woman must not wait
    for a compilation, and a ward must not be interpreted.
    """

    def __init__(self, these: Iterable[Recommendation]) -> None:
        self.these = tuple(these)
        self.women = 0
        self.compiled: Callable[[Facts], tuple[int, ...]] | None = None

    def __call__(self, facts: Facts) -> tuple[Verdict, ...]:
        """The verdicts on one woman's facts."""
        if self.compiled is None:
            self.women += 1
            if self.women <= PAYS_AFTER:
                return tuple(judge(one, facts) for one in self.these)
        codes = (self.compiled or self.compile())(facts)
        return tuple(Verdict(one, KIND[code], facts) for one, code in zip(self.these, codes, strict=True))

    def compile(self) -> Callable[[Facts], tuple[int, ...]]:
        """Generate the Python now, for whoever knows that there will be a ward; the function that answers in codes."""
        self.compiled = compile_pairs({one.key: (one.women, body(one)) for one in self.these})[1]
        return self.compiled


@cache
def every_verdict() -> Deciding:
    """What decides the whole knowledge base, in the register's order."""
    return Deciding(recommendations())


@cache
def decider() -> Callable[[Facts], tuple[int, ...]]:
    """The function that answers for every recommendation in the register's order; look its answers up in KIND."""
    return compile_pairs({one.key: (one.women, body(one)) for one in recommendations()})[1]


def verdict_kinds(facts: Facts) -> dict[str, VerdictKind]:
    """Every recommendation's verdict by its key. `guidelines.verdict.judge` is its judge, and gives the reasons."""
    return {one.key: KIND[code] for one, code in zip(recommendations(), decider()(facts), strict=True)}
