"""Women made up at random: from a vocabulary, with the limits of some rules in mind.

Written against `random.Random`, so that Hypothesis can draw (and shrink) one of them, and a seed can give a million.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from random import Random

from fullterm.logic.facts import EMPTY, Facts, Listed, Record, Value
from fullterm.logic.nodes import (
    And,
    Bool,
    Choice,
    Compare,
    Count,
    Greatest,
    Latest,
    Least,
    Measure,
    Named,
    Not,
    Number,
    OneOf,
    Or,
    YesNo,
    walk,
)
from fullterm.logic.quantity import HIGHEST, LOWEST, Span, exactly
from fullterm.vocabulary.fact import VOCABULARY, Fact, Vocabulary

Limits = Mapping[str, tuple[int, ...]]
MOST_RECORDS = 4


def limits_in(rules: Iterable[Bool]) -> Limits:
    """The limits each number is compared with anywhere in `rules`, by full name: where mistakes live."""
    found: dict[str, set[int]] = {}
    for rule in rules:
        for node in walk(rule):
            if isinstance(node, Compare) and not isinstance(node.left, Count):
                measure = node.left if isinstance(node.left, Measure) else node.left.of
                found.setdefault(_full_name(measure), set()).add(node.limit)
    return {name: tuple(sorted(limits)) for name, limits in found.items()}


def a_woman(random: Random, limits: Limits, vocabulary: Vocabulary = VOCABULARY) -> Facts:
    """A woman of whom much is unknown, with numbers close to the limits."""
    lists = {
        rows: Listed(
            tuple(_record(random, limits, vocabulary, rows) for _ in range(random.randint(0, MOST_RECORDS))),
            random.random() < 0.6,
        )
        for rows in vocabulary.lists
        if random.random() < 0.9
    }
    return Facts(_record(random, limits, vocabulary, None), lists)


def a_woman_for(random: Random, rules: tuple[Bool, ...], limits: Limits, vocabulary: Vocabulary = VOCABULARY) -> Facts:
    """A random woman, changed until some of `rules` are close to a yes: otherwise hardly any rule would fire."""
    woman = a_woman(random, limits, vocabulary)
    story = _Story(
        random, dict(woman.values), {rows: [dict(r) for r in one.records] for rows, one in woman.lists.items()}
    )
    for rule in random.sample(rules, min(len(rules), random.randint(0, 3))):
        story.make(rule, True, story.values)
    lists = {
        rows: Listed(tuple(records), woman.lists.get(rows, EMPTY).complete) for rows, records in story.lists.items()
    }
    return Facts(story.values, lists)


def refined(random: Random, woman: Facts, limits: Limits, vocabulary: Vocabulary = VOCABULARY) -> Facts:
    """The same woman, better known: unknowns filled, spans narrowed, open lists longer or declared complete."""
    lists: dict[str, Listed] = {}
    for rows in vocabulary.lists:
        before = woman.lists.get(rows, EMPTY)
        records: list[Record] = [_refined_record(random, one, limits, vocabulary, rows) for one in before.records]
        if not before.complete:
            for _ in range(random.choice((0, 0, 1, 2))):
                records.insert(random.randint(0, len(records)), _record(random, limits, vocabulary, rows))
        lists[rows] = Listed(tuple(records), before.complete or random.random() < 0.5)
    return Facts(_refined_record(random, woman.values, limits, vocabulary, None), lists)


def smallest(woman: Facts, fails: Callable[[Facts], bool]) -> Facts:
    """The woman with every fact and record left out that the failure does not need: what a developer pastes."""
    changed = True
    while changed:
        changed = False
        for less in _less(woman):
            if fails(less):
                woman, changed = less, True
                break
    return woman


def _less(woman: Facts) -> Iterator[Facts]:
    for name in woman.values:
        yield Facts(_without(woman.values, name), woman.lists)
    for rows, listed in woman.lists.items():
        for place, record in enumerate(listed.records):
            before, after = listed.records[:place], listed.records[place + 1 :]
            yield Facts(woman.values, {**woman.lists, rows: Listed(before + after, listed.complete)})
            for name in record:
                fewer = (*before, _without(record, name), *after)
                yield Facts(woman.values, {**woman.lists, rows: Listed(fewer, listed.complete)})


def _without(record: Record, name: str) -> Record:
    return {other: value for other, value in record.items() if other != name}


def describe(woman: Facts) -> str:
    """A woman as Python a test can be written from."""
    lists = ", ".join(f"{rows!r}: {listed!r}" for rows, listed in woman.lists.items())
    return f"Facts({dict(woman.values)!r}, {{{lists}}})"


def _full_name(measure: Measure) -> str:
    return measure.name if measure.rows is None else f"{measure.rows}.{measure.name}"


def _record(random: Random, limits: Limits, vocabulary: Vocabulary, rows: str | None) -> Record:
    known = random.choice((0.4, 0.7, 0.95))
    fields = vocabulary.fields(rows).items()
    return {name: _value(random, fact, limits) for name, fact in fields if random.random() < known}


def _value(random: Random, fact: Fact, limits: Limits) -> Value:
    if fact.kind == "yes/no":
        return random.random() < 0.5
    if fact.kind == "option":
        return random.choice(fact.options)[0]
    first, second = _amount(random, fact, limits), _amount(random, fact, limits)
    shape = random.random()
    if shape < 0.6:
        return exactly(first)
    if shape < 0.7:
        return Span(first, HIGHEST)
    if shape < 0.8:
        return Span(LOWEST, first)
    return Span(min(first, second), max(first, second))


def _amount(random: Random, fact: Fact, limits: Limits) -> int:
    near = limits.get(fact.full_name)
    if near and random.random() < 0.8:
        return random.choice(near) + random.randint(-1, 1)
    assert fact.lowest is not None
    assert fact.highest is not None
    return random.randint(fact.lowest, fact.highest)


def _refined_record(
    random: Random, before: Record, limits: Limits, vocabulary: Vocabulary, rows: str | None
) -> dict[str, Value]:
    after = dict(before)
    for name, fact in vocabulary.fields(rows).items():
        value = before.get(name)
        if value is None:
            if random.random() < 0.5:
                after[name] = _value(random, fact, limits)
        elif isinstance(value, Span) and random.random() < 0.7:
            after[name] = _narrowed(random, value, _value(random, fact, limits))
    return after


def _narrowed(random: Random, span: Span, other: Value) -> Span:
    """What both spans say when they agree; otherwise one end of the first."""
    assert isinstance(other, Span)
    low, high = max(span.low, other.low), min(span.high, other.high)
    if low <= high:
        return Span(low, high)
    ends = [end for end in span if LOWEST < end < HIGHEST]
    return exactly(random.choice(ends)) if ends else span


class _Story:
    """A woman still being written: facts may be put in, to lead a rule to a wanted answer."""

    def __init__(self, random: Random, values: dict[str, Value], lists: dict[str, list[dict[str, Value]]]) -> None:
        self.random = random
        self.values = values
        self.lists = lists

    def make(self, node: Bool, wanted: bool, told: dict[str, Value]) -> None:
        """Put in `told` (the woman's facts, or a record's) what makes `node` so. A later wish may undo an earlier."""
        match node:
            case YesNo():
                told[node.name] = wanted
            case OneOf():
                if wanted:
                    told[node.name] = self.random.choice(node.options)
                elif told.get(node.name) in node.options:
                    del told[node.name]
            case And() | Or():
                every = isinstance(node, And) is wanted
                for part in node.parts if every or not node.parts else (self.random.choice(node.parts),):
                    self.make(part, wanted, told)
            case Not():
                self.make(node.part, not wanted, told)
            case Named():
                self.make(node.of, wanted, told)
            case Compare():
                self.reach(node, wanted, told)
            case Choice():
                when, then = self.random.choice(node.cases) if node.cases else (None, node.otherwise)
                if when is not None:
                    self.make(when, True, told)
                self.make(then, wanted, told)

    def reach(self, node: Compare, wanted: bool, told: dict[str, Value]) -> None:
        up = (node.operator in (">", ">=")) is wanted
        exact = {"<": node.limit - 1, "<=": node.limit, ">": node.limit + 1, ">=": node.limit}[node.operator]
        amount = exact if wanted else {"<": exact + 1, "<=": exact + 1, ">": exact - 1, ">=": exact - 1}[node.operator]
        number: Number = node.left
        if isinstance(number, Measure):
            before = told.get(number.name)  # another limit already met is met still: a window has two ends
            if isinstance(before, Span) and (before.low >= amount if up else before.high <= amount):
                return
            told[number.name] = exactly(amount)
            return
        rows = number.rows if isinstance(number, Count) else number.of.rows
        assert rows is not None
        if isinstance(number, Count) and not up:
            for present in self.lists.get(rows, []):
                self.make(number.where, False, present)
            return
        for _ in range(min(amount, 3) if isinstance(number, Count) else 1):
            record: dict[str, Value] = {}
            self.make(number.where, True, record)
            if isinstance(number, Least | Greatest | Latest):
                record[number.of.name] = exactly(amount)
            self.lists.setdefault(rows, []).append(record)
