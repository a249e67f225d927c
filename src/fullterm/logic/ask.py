"""The next question: the fact whose answer would settle most, and never one that cannot change anything.

One step is looked ahead, over one answer for every way a rule can tell answers apart; the question with the
greatest number of verdicts settled on average is asked, within the order the asker sets. Why so:
docs/decisions/04-the-next-question.md.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeAlias

from fullterm.logic.answers import Possible, full_name, known
from fullterm.logic.facts import Facts
from fullterm.logic.nodes import Bool
from fullterm.logic.outlook import NOTHING_SAID, SETTLED, Asked, Rule, Weigh, alike
from fullterm.logic.plain import plain
from fullterm.logic.quantity import Span

__all__ = ["Interview", "Order", "Question", "Rule", "next_question"]

Order: TypeAlias = Callable[[str], tuple[int, ...]]
"""Where a key stands in the order of asking, before anything is weighed: the lower first."""


def _no_order(_key: str) -> tuple[int, ...]:
    return ()


@dataclass(frozen=True, slots=True)
class Question:
    """What to ask next: `key` as in `Reading.missing`; `rules` are those that miss it, by name.

    `settles`: how many verdicts some one answer settles; 0 when a further answer is needed too. `expected`: how many
    an answer settles on average.
    """

    key: str
    settles: int
    expected: float
    rules: tuple[str, ...]


def next_question(
    rules: Mapping[str, Rule],
    facts: Facts,
    unanswerable: frozenset[str] = frozenset(),
    possible: Possible = NOTHING_SAID,
) -> Question | None:
    """The question of `rules` (by name) whose answer settles most verdicts; None when none can change anything.

    `unanswerable`: keys asked already that nobody can answer, or answer more exactly. `possible`: what each fact may
    be, in the order of asking; without it every number and any further option is thought possible.
    """
    return _interview(tuple(rules.items()), tuple(possible.items())).next_question(facts, unanswerable)


@lru_cache(maxsize=8)
def _interview(
    rules: tuple[tuple[str, Rule], ...], possible: tuple[tuple[str, tuple[str, ...] | Span | None], ...]
) -> Interview:
    return Interview(dict(rules), dict(possible))


class Interview:
    """The questions of many rules. Make one per set of rules and keep it: it remembers situations it has seen."""

    def __init__(self, rules: Mapping[str, Rule], possible: Possible, weigh: Weigh = alike) -> None:
        self._place = {name: place for place, name in enumerate(possible)}
        distinct: dict[tuple[Bool, Bool], Asked] = {}
        for name, rule in rules.items():
            both = plain(rule.women), plain(rule.body)
            distinct.setdefault(both, Asked(*both, possible, weigh, [])).names.append(name)
        self._rules = tuple(distinct.values())
        self._named = {name: rule for rule in self._rules for name in rule.names}

    @property
    def names(self) -> tuple[str, ...]:
        """The rules it is to settle, by name."""
        return tuple(self._named)

    def next_question(self, facts: Facts, unanswerable: frozenset[str] = frozenset()) -> Question | None:
        """The question whose answer settles most verdicts; None when no question can change anything.

        `unanswerable`: keys asked already that she, and nobody, can answer (or answer more exactly).
        """
        return next(self.questions(facts, unanswerable), None)

    def questions(
        self,
        facts: Facts,
        unanswerable: frozenset[str],
        among: Container[str] | None = None,
        order: Order = _no_order,
    ) -> Iterator[Question]:
        """Every question that can change a verdict, the first to ask first. `among`: only these rules, by name."""
        expected: dict[str, float] = {}
        waiting: dict[str, list[Asked]] = {}
        for rule in self._rules:
            number = len(rule.names) if among is None else sum(name in among for name in rule.names)
            for key, share in rule.outlook(facts).share.items() if number else ():
                if key not in unanswerable:
                    expected[key] = expected.get(key, 0) + share * number
                    waiting.setdefault(key, []).append(rule)
        ranked = sorted(waiting, key=lambda key: (order(key), -expected[key], -_count(waiting[key]), self._order(key)))
        for key in ranked:
            if expected[key] or any(rule.matters(facts, key, unanswerable) for rule in waiting[key]):
                at_once = [rule for rule in waiting[key] if rule.outlook(facts).share[key]]
                names = tuple(name for rule in waiting[key] for name in rule.names if among is None or name in among)
                yield Question(key, _count(at_once), expected[key], names)

    def limits(self, facts: Facts, key: str, among: Container[str] | None = None) -> tuple[int, ...]:
        """The limits that lie inside a number known only roughly, of the rules that wait for it: each a first value
        of its upper side.
        """
        value, found = known(facts, key), set[int]()
        if not isinstance(value, Span):
            return ()
        for rule in self._rules:
            named = among is None or any(name in among for name in rule.names)
            if named and key in rule.outlook(facts).share:
                found |= {cut for cut in rule.read.cuts.get(full_name(key), ()) if value.low < cut <= value.high}
        return tuple(sorted(found))

    def is_settled(self, facts: Facts) -> dict[str, bool]:
        """Whether each rule's verdict is settled, by the rule's key."""
        return {name: rule.outlook(facts) is SETTLED for rule in self._rules for name in rule.names}

    def decide(self, name: str, facts: Facts) -> bool | None:
        """What one rule says: yes, no (also to a woman it is not meant for), or None."""
        women, body = self._named[name].decide(facts)
        return False if women is False else None if women is None else body

    def can_be_settled(self, name: str, facts: Facts, unanswerable: frozenset[str]) -> bool:
        """Whether a rule is open, and somebody may still answer what it misses."""
        return any(key not in unanswerable for key in self._named[name].outlook(facts).share)

    def _order(self, key: str) -> tuple[int, str]:
        name = full_name(key)
        if name in self._place:
            return self._place[name], key
        return min((place for fact, place in self._place.items() if fact.startswith(f"{name}.")), default=0), key


def _count(rules: list[Asked]) -> int:
    return sum(len(rule.names) for rule in rules)
