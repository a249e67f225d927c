"""What would make it apply: the facts that, if they changed, would turn a condition that is not yes into a yes.

Nothing is derived by algebra: each way a fact could turn out is tried on the woman as she is, one value for every
region the rule can tell apart, and the regions where the answer is yes become the requirement. So it is sound.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import combinations
from typing import Final, TypeAlias

from fullterm.logic.answers import OTHER, Possible, Reads, answers, full_name, known, leaf_name, open_keys, reads, tell
from fullterm.logic.evaluate import Truth, evaluate
from fullterm.logic.facts import EMPTY, Facts, Listed, Record, Value
from fullterm.logic.nodes import And, Bool, Compare, Constant, Count, Measure, Not, OneOf, Operator, Or, YesNo, leaves
from fullterm.logic.quantity import Span
from fullterm.logic.warming import Warming

MOST_TRIED: Final = 5_000
"""How many women are imagined for one condition before the search for further changes ends."""
_NOTHING_SAID: Final[Possible] = {}
Leaf: TypeAlias = YesNo | OneOf | Measure


@dataclass(frozen=True, slots=True)
class FactChange:
    """A change of one fact, or a further record of the list `key`, that would help to make a condition yes.

    `requirement`: what must be so, as a condition; for a list, that it holds a further such record. `sufficient`: it
    is enough alone; otherwise it is enough together with `also`, or with the answers to `open`, which nobody knows yet.
    """

    key: str
    requirement: Bool
    sufficient: bool
    also: tuple[FactChange, ...] = ()
    open: frozenset[str] = frozenset()


def would_change(
    node: Bool,
    facts: Facts,
    *,
    may_change: Callable[[str], bool] = lambda _: True,
    grows: frozenset[str] = frozenset(),
    possible: Possible = _NOTHING_SAID,
    together: int = 1,
) -> tuple[FactChange, ...]:
    """The changes that would make `node` yes, each of one fact, or of up to `together` facts (1 or 2); () if it is yes.

    `may_change`: whether the fact (or a further record of the list) of that key can still change. `grows`: numbers
    that only increase, such as gestation. A record's known fields are past and never change; its unknown ones may
    turn out. Raises ValueError when `together` is neither 1 nor 2.
    """
    if together not in (1, 2):
        raise ValueError(f"changes of {together} facts together are not sought: write 1 or 2")
    decide, read, by_name = _prepared(node)
    trial = _Trial(decide, read, by_name, possible, grows)
    if trial.holds(facts) is True:
        return ()
    keys = [key for key in _changeable(trial.read, facts) if may_change(key)]
    found = [FactChange(key, requirement, True) for key in keys for requirement in trial.alone(facts, key)]
    if together == 2:
        enough = {change.key for change in found}
        rest = [key for key in keys if key not in enough]
        found += [change for first, second in combinations(rest, 2) for change in trial.paired(facts, first, second)]
    return tuple(found)


def would_open(
    node: Bool,
    facts: Facts,
    *,
    may_change: Callable[[str], bool] = lambda _: True,
    possible: Possible = _NOTHING_SAID,
) -> tuple[FactChange, ...]:
    """The changes of one fact of today that end a no, so that `node` turns on what is not known yet (`open`).

    For whom little is told, hardly any change is enough alone. () where `node` is not no. Lists are not tried.
    """
    decide, read, by_name = _prepared(node)
    trial = _Trial(decide, read, by_name, possible, frozenset())
    if trial.holds(facts) is not False:
        return ()
    found: list[FactChange] = []
    for key in (name for name in read.kinds if "." not in name and may_change(name)):
        tried = trial.values(facts, key)
        good = [value for value in tried if trial.holds(changed(facts, key, value)) is None]
        if good and len(good) < len(tried):
            asked = frozenset().union(*(evaluate(node, changed(facts, key, value)).missing for value in good))
            found.append(FactChange(key, trial.requirement(key, tried, good), False, open=asked - {key}))
    return tuple(found)


def changed(facts: Facts, key: str, answer: Value | Record) -> Facts:
    """The facts once `key` has changed; a further record leaves a complete list complete, for it came later."""
    after = tell(facts, key, answer)
    if not isinstance(answer, Mapping):
        return after
    complete = facts.lists.get(key, EMPTY).complete
    return Facts(after.values, {**after.lists, key: Listed(after.lists[key].records, complete)})


def _changeable(read: Reads, facts: Facts) -> tuple[str, ...]:
    """Facts of today, further records, and what is not known yet of the records there are."""
    today = tuple(name for name in read.kinds if "." not in name)
    fields = tuple(key for key in open_keys(read, facts) if "[" in key)
    return (*today, *read.lists, *fields)


@lru_cache(maxsize=1024)  # the same few hundred rules are asked about for every woman
def _prepared(node: Bool) -> tuple[Callable[[Facts], tuple[Truth, ...]], Reads, Mapping[str, Leaf]]:
    by_name = {leaf_name(leaf): leaf for leaf in leaves(node)}
    return Warming((node,)), reads((node,)), by_name


@dataclass(slots=True)
class _Trial:
    """One condition, tried on imagined changes of one woman."""

    decide: Callable[[Facts], tuple[Truth, ...]]
    read: Reads
    leaves: Mapping[str, Leaf]
    possible: Possible
    grows: frozenset[str]
    left: int = field(default=MOST_TRIED)

    def holds(self, facts: Facts) -> Truth:
        self.left -= 1
        return self.decide(facts)[0]

    def alone(self, facts: Facts, key: str) -> Iterator[Bool]:
        """The requirements on one key that are enough: one for a fact, perhaps several kinds of further record."""
        if key in self.read.lists:
            yield from (_further(key, where) for where in self.records(facts, key))
            return
        if self.holds(_forgotten(facts, key)) is False:  # no answer to this could lift it
            return
        tried = self.values(facts, key)
        good = [value for value in tried if self.holds(changed(facts, key, value)) is True]
        if good and len(good) < len(tried):  # if any answer will do, it is a question and not a change
            yield self.requirement(full_name(key), tried, good)

    def paired(self, facts: Facts, first: str, second: str) -> Iterator[FactChange]:
        """Requirements on two keys that are enough together, where neither is alone."""
        if first in self.read.lists:
            first, second = second, first
        if first in self.read.lists or self.ranked_together(first, second):
            return
        tried = self.values(facts, first)
        by_second: dict[Bool, list[Value]] = {}
        for value in tried:
            after = changed(facts, first, value)
            if self.left > 0 and self.holds(after) is not True:
                for requirement in self.alone(after, second):
                    by_second.setdefault(requirement, []).append(value)
        for requirement, values in by_second.items():
            if len(values) < len(tried):
                other = FactChange(second, requirement, False)
                yield FactChange(first, self.requirement(full_name(first), tried, values), False, (other,))

    def ranked_together(self, first: str, second: str) -> bool:
        """Two records put in order by a number: no value of one stands for others, whatever the other's turns out."""
        rows = first.partition("[")[0]
        return rows == second.partition("[")[0] and any(name.startswith(f"{rows}.") for name in self.read.ranked)

    def values(self, facts: Facts, key: str) -> tuple[Value, ...]:
        """One value for every region the rule can tell apart; a fact of today may turn out unlike what it was."""
        now = known(facts, key)
        today = _forgotten(facts, key)
        if key in self.grows and isinstance(now, Span):
            today = tell(today, key, Span(now.low, 10**9))
        return tuple(value for value in answers(self.read, today, key, self.possible) if not isinstance(value, Mapping))

    def records(self, facts: Facts, rows: str) -> Iterator[Bool]:
        """What a further record of a list must be, each way by itself."""
        after = changed(facts, rows, {})
        number = len(after.lists[rows].records)
        keys = tuple(f"{rows}[{number}].{name}" for name in self.read.lists[rows])
        for where in self.boxes(after, keys):
            yield (And(where) if len(where) > 1 else where[0]) if where else Constant(True)

    def boxes(self, facts: Facts, keys: tuple[str, ...]) -> tuple[tuple[Bool, ...], ...]:
        """The requirements on the fields that make it yes, as few boxes as the order of the fields gives.

        A condition settled by the fields so far needs nothing of the others.
        """
        if self.left <= 0:
            return ()
        settled = self.holds(facts)
        if settled is not None or not keys:
            return ((),) if settled else ()
        first, *rest = keys
        tried = self.values(facts, first)
        alike: dict[tuple[tuple[Bool, ...], ...], list[Value]] = {}
        for value in tried:
            alike.setdefault(self.boxes(tell(facts, first, value), tuple(rest)), []).append(value)
        untold = self.boxes(facts, tuple(rest))  # what needs nothing of this field holds whatever it is
        found = list(untold)
        for below, values in alike.items():
            if len(values) < len(tried):
                own = self.requirement(full_name(first), tried, values)
                found += [(own, *one) for one in below if one not in untold]
        return tuple(found)

    def requirement(self, name: str, tried: tuple[Value, ...], good: list[Value]) -> Bool:
        """A condition on one fact that is yes for the good values, and for all values the rule takes for the same."""
        leaf = self.leaves[name]
        if isinstance(leaf, YesNo):
            return leaf if good == [True] else Not(leaf)
        if isinstance(leaf, OneOf):
            return self.one_of(leaf, name, good)
        runs: list[list[int]] = []
        for place, value in enumerate(tried):
            if value in good:
                if runs and runs[-1][-1] == place - 1:
                    runs[-1].append(place)
                else:
                    runs.append([place])
        either = tuple(self.run(leaf, name, tried, run[0], run[-1]) for run in runs)
        return either[0] if len(either) == 1 else Or(either)

    def run(self, leaf: Measure, name: str, tried: tuple[Value, ...], first: int, last: int) -> Bool:
        ends: list[Bool] = []
        if first > 0:
            ends.append(self.end(leaf, name, tried[first], (">=", ">")))
        if last + 1 < len(tried):
            ends.append(self.end(leaf, name, tried[last + 1], ("<", "<=")))
        return ends[0] if len(ends) == 1 else And(tuple(ends))

    def end(self, leaf: Measure, name: str, start: Value, operators: tuple[Operator, Operator]) -> Compare:
        assert isinstance(start, Span)
        inclusive = (name, start.low) in self.read.inclusive
        return Compare(leaf, operators[inclusive], start.low - inclusive)

    def one_of(self, leaf: OneOf, name: str, good: list[Value]) -> Bool:
        """Every option the rule takes like the good ones: an answer stands for all that the rule cannot tell apart."""
        groups = self.read.options[name]
        signs = {tuple(value in group for group in groups) for value in good}
        has = self.possible.get(name)
        every = has if isinstance(has, tuple) and not isinstance(has, Span) else ()
        mentioned = dict.fromkeys([*every, *(option for group in groups for option in group)])
        inside = tuple(one for one in mentioned if tuple(one in group for group in groups) in signs)
        outside = tuple(one for one in mentioned if one not in inside)
        return Not(OneOf(leaf.name, outside, leaf.rows)) if OTHER in good else OneOf(leaf.name, inside, leaf.rows)


def _forgotten(facts: Facts, key: str) -> Facts:
    """Without a fact of today. What is known of a record stays: it is past."""
    return facts if "[" in key else Facts({k: v for k, v in facts.values.items() if k != key}, facts.lists)


def _further(rows: str, where: Bool) -> Bool:
    return Compare(Count(rows, where), ">=", 1)
