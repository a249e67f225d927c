"""What may be answered: the keys still open for a rule, a few answers that stand for all, and the facts afterwards.

A key names one question: `contractions`, `earlier[2].abruption`, or `earlier`: "is there another, or is that all?".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from fullterm.logic.facts import EMPTY, Facts, Listed, Record, Value
from fullterm.logic.nodes import Bool, Compare, Count, Greatest, Latest, Least, Measure, Node, OneOf, YesNo, walk
from fullterm.logic.quantity import UNKNOWN, Span, exactly

ALL: Final = "that is all"
Answer: TypeAlias = Value | Record
"""A fact's value; for a list `ALL`, or the next record as far as it is told."""
Possible: TypeAlias = Mapping[str, tuple[str, ...] | Span | None]
"""By full name (`earlier.outcome`): the options a fact has, or the span its number lies in; None for yes or no.

Its order is the order of asking, all else being equal.
"""
OTHER: Final = "another option"
Kind: TypeAlias = Literal["yes/no", "option", "number"]
_KEY = re.compile(r"^(\w+)\[(\d+)\]\.(\w+)$")


def tell(facts: Facts, key: str, answer: Answer) -> Facts:
    """The facts once `key` is answered; a record told of a list stands after those told before.

    Raises KeyError for a record that was never told.
    """
    if found := _KEY.match(key):
        rows, place, name = found[1], int(found[2]) - 1, found[3]
        listed = facts.lists.get(rows, EMPTY)
        if not 0 <= place < len(listed.records):
            raise KeyError(f"{key}: only {len(listed.records)} {rows} were told")
        assert not isinstance(answer, Mapping)
        record = {**listed.records[place], name: answer}
        records = (*listed.records[:place], record, *listed.records[place + 1 :])
        return Facts(facts.values, {**facts.lists, rows: Listed(records, listed.complete)})
    if isinstance(answer, Mapping):
        listed = facts.lists.get(key, EMPTY)
        return Facts(facts.values, {**facts.lists, key: Listed((*listed.records, answer), complete=False)})
    if answer is ALL:
        listed = facts.lists.get(key, EMPTY)
        return Facts(facts.values, {**facts.lists, key: Listed(listed.records, complete=True)})
    return Facts({**facts.values, key: answer}, facts.lists)


def known(facts: Facts, key: str) -> Value | None:
    """What is known under a key: a value, `ALL` for a complete list, None for nothing."""
    if found := _KEY.match(key):
        return facts.lists.get(found[1], EMPTY).records[int(found[2]) - 1].get(found[3])
    if key in facts.lists:
        return ALL if facts.lists[key].complete else None
    return facts.values.get(key)


def is_open(facts: Facts, key: str) -> bool:
    """Whether an answer to `key` could still say more: nothing known, or a number known only roughly."""
    value = known(facts, key)
    return value is None or (isinstance(value, Span) and not value.exact)


def full_name(key: str) -> str:
    """`earlier[2].abruption` is the fact `earlier.abruption`; any other key is its own fact or list."""
    found = _KEY.match(key)
    return f"{found[1]}.{found[3]}" if found else key


@dataclass(frozen=True, slots=True)
class Reads:
    """What a rule reads: its facts by full name and kind, its lists, and where its answer may turn.

    `cuts[name]`: the numbers at which some comparison changes, `inclusive` those written `<= n - 1` or `> n - 1`;
    `ranked`: numbers compared with each other.
    `most`: beyond how many records of a list another one changes nothing that fewer could not.
    """

    kinds: Mapping[str, Kind]
    lists: Mapping[str, tuple[str, ...]]
    cuts: Mapping[str, tuple[int, ...]]
    options: Mapping[str, tuple[tuple[str, ...], ...]]
    inclusive: frozenset[tuple[str, int]]
    ranked: frozenset[str]
    most: Mapping[str, int]


def reads(rules: Iterable[Bool]) -> Reads:
    """What several rules read together."""
    kinds: dict[str, Kind] = {}
    lists: dict[str, dict[str, None]] = {}
    cuts: dict[str, set[int]] = {}
    options: dict[str, dict[tuple[str, ...], None]] = {}
    inclusive: set[tuple[str, int]] = set()
    ranked: set[str] = set()
    most: dict[str, int] = {}
    for node in (node for rule in rules for node in walk(rule)):
        if isinstance(node, YesNo | OneOf | Measure):
            kinds[leaf_name(node)] = (
                "number" if isinstance(node, Measure) else "option" if isinstance(node, OneOf) else "yes/no"
            )
            if node.rows is not None:
                lists.setdefault(node.rows, {})[node.name] = None
        if isinstance(node, OneOf):
            options.setdefault(leaf_name(node), {})[node.options] = None
        elif isinstance(node, Compare):
            cut = node.limit + (node.operator in ("<=", ">"))
            if isinstance(node.left, Count):
                most[node.left.rows] = max(most.get(node.left.rows, 1), cut)
            else:
                name = leaf_name(node.left if isinstance(node.left, Measure) else node.left.of)
                cuts.setdefault(name, set()).add(cut)
                if node.operator in ("<=", ">"):
                    inclusive.add((name, cut))
        elif isinstance(node, Latest):
            ranked.add(leaf_name(node.by))
        if rows := _list_of(node):
            lists.setdefault(rows, {})
            most.setdefault(rows, 1)
    return Reads(
        kinds,
        {rows: tuple(names) for rows, names in lists.items()},
        {name: tuple(sorted(found)) for name, found in cuts.items()},
        {name: tuple(found) for name, found in options.items()},
        frozenset(inclusive),
        frozenset(ranked),
        most,
    )


def leaf_name(node: YesNo | OneOf | Measure) -> str:
    """The full name of the fact a leaf reads: `earlier.gestation`."""
    return node.name if node.rows is None else f"{node.rows}.{node.name}"


def _list_of(node: Node) -> str | None:
    if isinstance(node, Count):
        return node.rows
    return node.of.rows if isinstance(node, Least | Greatest | Latest) else None


def open_keys(read: Reads, facts: Facts) -> tuple[str, ...]:
    """Every key of these rules that an answer could still say more of, asked before or not."""
    keys = [name for name in read.kinds if "." not in name]
    for rows, names in read.lists.items():
        count = len(facts.lists.get(rows, EMPTY).records)
        keys += [f"{rows}[{number}].{name}" for number in range(1, count + 1) for name in names]
        keys.append(rows)
    return tuple(key for key in keys if is_open(facts, key))


def answers(read: Reads, facts: Facts, key: str, possible: Possible) -> tuple[Answer, ...]:
    """One answer for every way the rules can tell answers to `key` apart; empty for a key they do not read.

    A number: one value between each two limits it is compared with, within what is known of it already.
    """
    if key in read.lists:
        return (ALL, {})
    name = full_name(key)
    match read.kinds.get(name):
        case "yes/no":
            return (True, False)
        case "option":
            return _options(read, name, possible)
        case "number":
            return _numbers(read, facts, key, name, possible)
        case None:
            return ()


def _options(read: Reads, name: str, possible: Possible) -> tuple[str, ...]:
    mentioned = read.options[name]
    has = possible.get(name)
    every = has if isinstance(has, tuple) and not isinstance(has, Span) else None
    candidates = every or (*dict.fromkeys(option for group in mentioned for option in group), OTHER)
    told_apart: dict[tuple[bool, ...], str] = {}
    for option in candidates:
        told_apart.setdefault(tuple(option in group for group in mentioned), option)
    return tuple(told_apart.values())


def _numbers(read: Reads, facts: Facts, key: str, name: str, possible: Possible) -> tuple[Span, ...]:
    within = possible.get(name)
    low, high = within if isinstance(within, Span) else UNKNOWN
    now = known(facts, key)
    if isinstance(now, Span):
        low, high = max(low, now.low), min(high, now.high)
    points = set(read.cuts.get(name, ()))
    if name in read.ranked:
        points |= _ranks(facts, name)
    starts = sorted(point for point in points if low < point <= high)
    if not starts:
        return (exactly(max(low, min(high, 0))),)
    return (exactly(starts[0] - 1), *(exactly(start) for start in starts))


def _ranks(facts: Facts, name: str) -> set[int]:
    """Values before, at and after each record's own, and as many more as there are records to put in order."""
    rows, _, short = name.rpartition(".")
    records = facts.lists.get(rows, EMPTY).records
    ends = {end for record in records if isinstance(value := record.get(short), Span) for end in value}
    return {end + step for end in ends for step in (0, 1)} | set(range(1, len(records) + 2))
