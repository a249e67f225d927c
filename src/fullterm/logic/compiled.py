"""Every rule at once: the same answers as `evaluate`, by generated Python source, without reasons.

Each yes/no travels as two plain booleans, *surely* and *possibly* (yes 1,1; no 0,0; unknown 0,1), and each number
as its two ends; `not` swaps the rails. A fact is read once, a list is walked once, an expression that occurs twice is
computed once, and no function is called per rule. Print `.source` to read what runs; `evaluate` is its judge.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias, assert_never

from fullterm.logic.evaluate import Truth
from fullterm.logic.facts import EMPTY, Facts
from fullterm.logic.nodes import (
    And,
    Bool,
    Choice,
    Compare,
    Constant,
    Count,
    Greatest,
    Latest,
    Least,
    Measure,
    Named,
    Node,
    Not,
    OneOf,
    Or,
    YesNo,
    leaves,
)
from fullterm.logic.plain import OverList, distinct, list_of, plain
from fullterm.logic.quantity import HIGHEST, LOWEST, UNKNOWN, Span

Leaf: TypeAlias = YesNo | OneOf | Measure
Rails: TypeAlias = tuple[str, str]


Pair: TypeAlias = tuple[Bool, Bool]
"""A population and what is said of it: `(women, body)`."""
OUTSIDE, UNSETTLED, NO, YES = 0, 1, 2, 3
"""What `compile_pairs` answers: outside the population, not settled, inside it and no, inside it and yes."""


@dataclass(frozen=True, slots=True)
class Compiled:
    """Rules made ready to decide: `decide(facts)` is yes, no or None (unknown) for each of `names`, in that order."""

    names: tuple[str, ...]
    source: str
    decide: Callable[[Facts], tuple[Truth, ...]]

    def truths(self, facts: Facts) -> dict[str, Truth]:
        """Every rule's answer by its name."""
        return dict(zip(self.names, self.decide(facts), strict=True))


def compile_rules(rules: Mapping[str, Bool]) -> Compiled:
    """Make rules ready to decide many women, one at a time: once per process, not once per woman."""
    writer = _Writer({name: plain(rule) for name, rule in rules.items()})
    source = writer.source(writer.truth(rule) for rule in writer.rules.values())
    return Compiled(tuple(rules), source, _made(source))


def compile_pairs(pairs: Mapping[str, Pair]) -> tuple[str, Callable[[Facts], tuple[int, ...]]]:
    """The source, and the function that answers OUTSIDE, UNSETTLED, NO or YES for each pair, in order.

    An ordered choice that stops at the first unknown: the body counts only once the population is surely hers.
    """
    made = {name: (plain(women), plain(body)) for name, (women, body) in pairs.items()}
    writer = _Writer({f"{name} {place}": rule for name, pair in made.items() for place, rule in enumerate(pair)})
    source = writer.source(writer.verdict(women, body) for women, body in made.values())
    return source, _made(source)


def _made(source: str) -> Callable[[Facts], Any]:
    known: dict[str, Any] = {"EMPTY": EMPTY, "Span": Span, "UNKNOWN": UNKNOWN}
    exec(compile(source, "<compiled rules>", "exec"), known)
    decide: Callable[[Facts], Any] = known["decide"]
    return decide


class _Writer:
    """Writes the function `decide(facts)`, line by line."""

    def __init__(self, rules: Mapping[str, Bool]) -> None:
        self.rules = rules
        self.nodes = distinct(rules.values())
        self.lines: list[str] = []
        self.rails: dict[Node, Rails] = {}  # of conditions held in locals; of numbers, their low and high end
        self.taken = {"facts", "fact", "field", "lists", "listed", "record", "complete", "known", "may", "v"}

    def source(self, answers: Iterable[str]) -> str:
        """The whole function; `answers` are read only once every rail has its name."""
        self.write(0, "def decide(facts):")
        self.write(1, "fact = facts.values.get")
        self.write(1, "lists = facts.lists.get")
        self.read_facts(1, "fact", None)
        numbers = [node for node in self.nodes if isinstance(node, Count | Least | Greatest | Latest)]
        for rows in dict.fromkeys(map(list_of, numbers)):
            self.walk_list(rows, [node for node in numbers if list_of(node) == rows])
        inside = {node for number in numbers for node in distinct([number.where])}
        self.share(1, [node for node in self.nodes if node not in inside])
        self.write(1, "return (")
        for answer in answers:
            self.write(2, f"{answer},")
        self.write(1, ")")
        return "\n".join(self.lines) + "\n"

    def write(self, depth: int, line: str) -> None:
        self.lines.append("    " * depth + line)

    def local(self, *parts: str) -> str:
        """A name for a local, readable and not yet used."""
        stem = re.sub(r"\W", "_", "_".join(parts))
        name, number = stem, 2
        while name in self.taken:
            name, number = f"{stem}_{number}", number + 1
        self.taken.add(name)
        return name

    def read_facts(self, depth: int, get: str, rows: str | None) -> None:
        """Read each fact of the woman, or of one record, once."""
        said: dict[str, Rails] = {}
        for leaf in self.nodes:
            if not isinstance(leaf, YesNo | OneOf | Measure) or leaf.rows != rows:
                continue
            stem = f"{rows}_{leaf.name}" if rows else leaf.name
            match leaf:
                case YesNo():
                    value = self.local(stem)
                    self.write(depth, f"{value} = {get}({leaf.name!r})")
                    self.rails[leaf] = f"{value} is True", f"{value} is not False"
                case Measure():
                    low, high = self.rails[leaf] = self.local(stem, "low"), self.local(stem, "high")
                    self.write(depth, f"v = {get}({leaf.name!r})")
                    self.write(depth, f"{low}, {high} = v if isinstance(v, Span) else UNKNOWN")
                case OneOf():
                    if leaf.name not in said:
                        value, unsaid = said[leaf.name] = self.local(stem), self.local(stem, "unsaid")
                        self.write(depth, f"{value} = {get}({leaf.name!r})")
                        self.write(depth, f"{unsaid} = not isinstance({value}, str)")
                    value, unsaid = said[leaf.name]
                    among = (
                        f"{value} in {leaf.options!r}" if len(leaf.options) > 1 else f"{value} == {leaf.options[0]!r}"
                    )
                    self.rails[leaf] = among, f"({among} or {unsaid})"
                case _:
                    assert_never(leaf)

    def walk_list(self, rows: str, numbers: list[OverList]) -> None:
        """One pass over a list for every number computed from it."""
        self.write(1, f"listed = lists({rows!r}, EMPTY)")
        self.write(1, "complete = listed.complete")
        for number in numbers:
            low, high = self.rails[number] = self.number_names(rows, number)
            match number:
                case Count():
                    self.write(1, f"{low} = {high} = 0")
                case Least() | Greatest():
                    start = HIGHEST if isinstance(number, Least) else LOWEST
                    self.write(1, f"{low} = {high} = {start}; {low}_found = False")
                case Latest():
                    self.write(1, f"{low}_sure = {low}_may = None; {low}_found = []")
        self.write(1, "for record in listed.records:")
        self.write(2, "field = record.get")
        self.read_facts(2, "field", rows)
        inside = distinct(number.where for number in numbers)
        self.share(2, [node for node in self.nodes if node in inside])
        for number in numbers:
            self.one_record(number)
        for number in numbers:
            self.close(number)

    def number_names(self, rows: str, number: OverList) -> Rails:
        kind = type(number).__name__.lower()
        of = () if isinstance(number, Count) else (number.of.name,)
        stem = self.local(rows, kind, *of)
        return f"{stem}_low", f"{stem}_high"

    def one_record(self, number: OverList) -> None:
        low, high = self.rails[number]
        self.write(2, f"if {self.rail(number.where, False)}:")
        sure = self.rail(number.where, True)
        match number:
            case Count():
                self.write(3, f"{high} += 1")
                self.write(3, f"if {sure}: {low} += 1")
            case Least():
                of_low, of_high = self.rails[number.of]
                self.write(3, f"if {of_low} < {low}: {low} = {of_low}")
                self.write(3, f"if {sure}:")
                self.write(4, f"{low}_found = True")
                self.write(4, f"if {of_high} < {high}: {high} = {of_high}")
            case Greatest():
                of_low, of_high = self.rails[number.of]
                self.write(3, f"if {of_high} > {high}: {high} = {of_high}")
                self.write(3, f"if {sure}:")
                self.write(4, f"{low}_found = True")
                self.write(4, f"if {of_low} > {low}: {low} = {of_low}")
            case Latest():
                (of_low, of_high), (by_low, by_high) = self.rails[number.of], self.rails[number.by]
                self.write(3, f"{low}_found.append(({by_high}, {of_low}, {of_high}))")
                self.write(3, f"if {sure} and ({low}_sure is None or {by_low} > {low}_sure): {low}_sure = {by_low}")
            case _:
                assert_never(number)

    def close(self, number: OverList) -> None:
        """After the last record: what an open list leaves open."""
        low, high = self.rails[number]
        match number:
            case Count():
                self.write(1, f"if not complete: {high} = {HIGHEST}")
            case Least() | Greatest():
                end, bound = (low, LOWEST) if isinstance(number, Least) else (high, HIGHEST)
                self.write(1, f"if not {low}_found: {low}, {high} = UNKNOWN")
                self.write(1, f"elif not complete: {end} = {bound}")
            case Latest():
                self.write(1, f"if {low}_sure is None or not complete: {low}, {high} = UNKNOWN")
                self.write(1, "else:")
                self.write(2, f"may = [one for one in {low}_found if one[0] >= {low}_sure]")
                self.write(2, f"{low} = min([one[1] for one in may]); {high} = max([one[2] for one in may])")
            case _:
                assert_never(number)

    def share(self, depth: int, nodes: Iterable[Node]) -> None:
        """Hold in locals every condition that is used more than once; one without facts belongs to no depth."""
        for node in nodes:
            if isinstance(node, And | Or | Choice) and self.nodes[node] > 1 and next(leaves(node), None) is not None:
                surely, possibly = self.local("surely"), self.local("possibly")
                self.write(depth, f"{possibly} = {self.rail(node, False)}")
                self.write(depth, f"{surely} = {possibly} and {self.rail(node, True)}")
                self.rails[node] = (surely, possibly)

    def truth(self, rule: Bool) -> str:
        """Yes, no or None. *Possibly* is asked first: most rules end there, with no."""
        return f"(True if {self.rail(rule, True)} else None) if {self.rail(rule, False)} else False"

    def verdict(self, women: Bool, body: Bool) -> str:
        """OUTSIDE, UNSETTLED, NO or YES, asking the body only for a woman who is surely in the population."""
        inside = f"({YES} if {self.rail(body, True)} else {UNSETTLED}) if {self.rail(body, False)} else {NO}"
        if women == Constant(True):
            return inside
        outside = f"{UNSETTLED} if {self.rail(women, False)} else {OUTSIDE}"
        return f"({inside}) if {self.rail(women, True)} else {outside}"

    def rail(self, node: Bool, surely: bool) -> str:
        """One rail of a condition as a Python expression, bracketed where it needs to be."""
        if node in self.rails:
            return self.rails[node][0 if surely else 1]
        match node:
            case Constant():
                return str(node.value)
            case And() | Or():
                if not node.parts:
                    return str(isinstance(node, And))
                word = " and " if isinstance(node, And) else " or "
                return "(" + word.join(self.rail(part, surely) for part in node.parts) + ")"
            case Not():
                return f"(not {self.rail(node.part, not surely)})"
            case Compare():
                low, high = self.rails[node.left]
                end = high if (node.operator in ("<", "<=")) is surely else low
                return f"{end} {node.operator} {node.limit}"
            case Choice():
                return self.choice(node, surely)
            case YesNo() | OneOf() | Named():
                raise AssertionError(node)  # read before, or made plain
            case _:
                assert_never(node)

    def choice(self, node: Choice, surely: bool) -> str:
        """An unknown condition ends the choice: not surely yes, and possibly yes."""
        text = self.rail(node.otherwise, surely)
        for when, then in reversed(node.cases):
            stop = f"not {self.rail(when, False)} and" if surely else f"{self.rail(when, False)} or"
            text = f"({self.rail(then, surely)} if {self.rail(when, True)} else {stop} {text})"
        return text
