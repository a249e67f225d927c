"""A rule as CQL, for other systems to run: one library, no data model, two definitions a rule.

CQL's own `where`, `exists` and `Count` turn an unknown into a no, so unknown never reaches them. Every rule is stated
twice, as `"NAME surely"` and `"NAME possibly"` (yes = true, true; no = false, false; unknown = false, true), and so is
every part of it; every number is stated as its two ends. Only booleans, whole numbers and strings are used: the HL7
engines disagree about decimals, and about nothing here.

The parameter `"woman"` is a tuple as `tuple_of` writes it: `"gestation low"`, `"gestation high"`, `"contractions"`,
`"earlier"` (a list of tuples) and `"earlier complete"`. A missing element is unknown.
"""

from __future__ import annotations

import textwrap
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple, TypeAlias, assert_never

from fullterm.exchange.cql_text import WOMAN, cases, joined, list_type, matching, of_woman, one_of, quoted, string
from fullterm.logic.facts import Facts, Record
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
    Number,
    OneOf,
    Or,
    YesNo,
)
from fullterm.logic.quantity import HIGHEST, LOWEST, Span
from fullterm.vocabulary.fact import VOCABULARY

Json: TypeAlias = "bool | int | str | list[dict[str, Json]]"


def library(name: str, rules: Mapping[str, Bool]) -> str:
    """The text of a CQL library that defines `"KEY surely"` and `"KEY possibly"` for every rule.

    Every identifier is quoted, because clinical names such as `singleton` are words of CQL. Lengths are in tenths of a
    millimetre and gestations in days, as everywhere in `logic`. Raises ValueError when there is no rule, or no name.
    """
    if not name or not rules:
        raise ValueError("a CQL library needs a name and at least one rule")
    writer = _CqlWriter(taken=set(rules))
    for key, rule in rules.items():
        writer.define_rails(key, writer.rails(rule))
    return "\n\n".join([f"library {quoted(name)}", *writer.declarations(), *writer.definitions]) + "\n"


def surely(rule: str) -> str:
    """The name of the definition that is true when the rule is certainly met."""
    return f"{rule} surely"


def possibly(rule: str) -> str:
    """The name of the definition that is false when the rule is certainly not met."""
    return f"{rule} possibly"


def tuple_of(facts: Facts) -> dict[str, Json]:
    """One woman as the parameter `"woman"`, ready for JSON.

    What is unknown, and the open end of a span, is left out: `cql-execution` refuses a null list.
    """
    woman = _elements(facts.values)
    for rows, listed in facts.lists.items():
        woman[rows] = [_elements(record) for record in listed.records]
        woman[f"{rows} complete"] = listed.complete
    return woman


def _elements(values: Record) -> dict[str, Json]:
    elements: dict[str, Json] = {}
    for name, value in values.items():
        if not isinstance(value, Span):
            elements[name] = value
            continue
        if value.low != LOWEST:
            elements[f"{name} low"] = value.low
        if value.high != HIGHEST:
            elements[f"{name} high"] = value.high
    return elements


class _Rails(NamedTuple):
    """A condition as two expressions, neither ever null."""

    surely: str
    possibly: str


class _Ends(NamedTuple):
    """A number as two expressions of whole numbers, neither ever null."""

    low: str
    high: str


@dataclass(slots=True)
class _CqlWriter:
    """Writes definitions in the order they need each other, each shared part once."""

    taken: set[str]
    definitions: list[str] = field(default_factory=list)
    names: dict[Node, str] = field(default_factory=dict)
    elements: dict[str | None, dict[str, str]] = field(default_factory=dict)

    def declarations(self) -> list[str]:
        """The parameter, with the elements these rules read, and one definition for each list."""
        lists = {rows: list_type(kinds) for rows, kinds in self.elements.items() if rows is not None}
        types = dict(self.elements.get(None, {}))
        for rows, kind in lists.items():
            types |= {rows: kind, f"{rows} complete": "Boolean"}
        if not types:
            return []
        parameter = ",\n".join(f"  {quoted(name)} {kind}" for name, kind in types.items())
        told = [
            f"define {quoted(rows)}:\n  if {of_woman(rows)} is null\n  then {kind} {{}}\n  else {of_woman(rows)}"
            for rows, kind in lists.items()
        ]
        return [f"parameter {quoted(WOMAN)} Tuple {{\n{parameter}\n}}", *told]

    def define(self, name: str, text: str, remark: str = "") -> None:
        """One definition, its expression on lines of its own, under a remark."""
        above = f"// {' '.join(remark.split())}\n" if remark else ""
        self.definitions.append(f"{above}define {quoted(name)}:\n{textwrap.indent(text, '  ')}")

    def define_rails(self, name: str, rails: _Rails, remark: str = "") -> None:
        """The two definitions of a condition."""
        self.define(surely(name), rails.surely, remark)
        self.define(possibly(name), rails.possibly)

    def free(self, name: str) -> str:
        """`name`, or `name 2` and so on while another part has it."""
        number, one = 1, name
        while one in self.taken:
            number += 1
            one = f"{name} {number}"
        self.taken.add(one)
        return one

    def element(self, rows: str | None, name: str, kind: str) -> str:
        """An element of the woman, or of the record at hand; its type is noted for the parameter."""
        self.elements.setdefault(rows, {})[name] = kind
        return of_woman(name) if rows is None else f"{quoted(one_of(rows))}.{quoted(name)}"

    # -- conditions -------------------------------------------------------------------------------------------------

    def rails(self, node: Bool, rows: str | None = None) -> _Rails:
        """Both rails of a condition on the woman, or (with `rows`) on the record at hand."""
        match node:
            case Constant():
                return _Rails(*[str(node.value).lower()] * 2)
            case YesNo():
                fact = self.element(rows, node.name, "Boolean")
                return _Rails(f"{fact} is true", f"{fact} is not false")
            case OneOf():
                fact = self.element(rows, node.name, "String")
                chosen = " or ".join(f"{fact} = {string(option)}" for option in node.options)
                return _Rails(f"({chosen}) is true", f"({chosen}) is not false")
            case And() | Or():
                word, empty = ("and", "true") if isinstance(node, And) else ("or", "false")
                if len(node.parts) == 1:
                    return self.part(node.parts[0], rows)
                parts = [self.part(part, rows) for part in node.parts] or [_Rails(empty, empty)]
                return _Rails(joined(word, [p.surely for p in parts]), joined(word, [p.possibly for p in parts]))
            case Not():
                part = self.rails(node.part, rows)
                return _Rails(f"not ({part.possibly})", f"not ({part.surely})")
            case Named():
                return self.rails(node.of, rows) if rows is not None else self.named(node)
            case Compare():
                return self.compare(node, rows)
            case Choice():
                return self.choice(node, rows)
            case _:
                assert_never(node)

    def part(self, node: Bool, rows: str | None) -> _Rails:
        """The rails of one part of a conjunction or disjunction, in brackets where it is one itself."""
        rails = self.rails(node, rows)
        return _Rails(f"({rails.surely})", f"({rails.possibly})") if _is_junction(node, rows) else rails

    def named(self, node: Named) -> _Rails:
        """A derived fact: defined once under its own name, and referred to everywhere else."""
        if node not in self.names:
            known = VOCABULARY.derived.get(node.name)
            remark = known.label.en if known is not None and known.of == node.of else ""
            listed = _some(node.of)
            rails = self.rails(node.of) if listed is None else self.some(listed)
            self.names[node] = self.free(node.name)
            self.define_rails(self.names[node], rails, remark)
        return _reference(self.names[node])

    def compare(self, node: Compare, rows: str | None) -> _Rails:
        """A number against its limit: one end settles each rail."""
        if (listed := _some(node)) is not None:
            if node not in self.names:
                rails = self.some(listed)
                self.names[node] = self.free(f"some of {listed.rows}")
                self.define_rails(self.names[node], rails)
            return _reference(self.names[node])
        low, high = self.ends(node.left, rows)
        sure, may = (high, low) if node.operator in ("<", "<=") else (low, high)
        return _Rails(f"{sure} {node.operator} {node.limit}", f"{may} {node.operator} {node.limit}")

    def choice(self, node: Choice, rows: str | None) -> _Rails:
        """An ordered choice. Its first condition that is possible, but not sure, leaves the whole unknown."""
        if not node.cases:
            return self.rails(node.otherwise, rows)
        sure: list[str] = []
        may: list[str] = []
        for when, then in node.cases:
            condition, answer = self.rails(when, rows), self.rails(then, rows)
            for lines, chosen, unknown in ((sure, answer.surely, "false"), (may, answer.possibly, "true")):
                lines += [f"when {condition.surely} then {chosen}", f"when {condition.possibly} then {unknown}"]
        otherwise = self.rails(node.otherwise, rows)
        return _Rails(cases(sure, otherwise.surely), cases(may, otherwise.possibly))

    # -- numbers ----------------------------------------------------------------------------------------------------

    def ends(self, node: Number, rows: str | None = None) -> _Ends:
        """Both ends of a number of the woman, or (with `rows`) of the record at hand."""
        if isinstance(node, Measure):
            low, high = (self.element(rows, f"{node.name} {end}", "Integer") for end in ("low", "high"))
            return _Ends(f"Coalesce({low}, {LOWEST})", f"Coalesce({high}, {HIGHEST})")
        if node not in self.names:
            name, ends = self.folded(node)
            self.names[node] = name
            self.define(f"{name} low", ends.low)
            self.define(f"{name} high", ends.high)
        return _Ends(quoted(f"{self.names[node]} low"), quoted(f"{self.names[node]} high"))

    def folded(self, node: Count | Least | Greatest | Latest) -> tuple[str, _Ends]:
        """A free name for a number read off a list, and its two ends."""
        match node:
            case Count():
                where = self.rails(node.where, node.rows)
                low, high = (f"Count({matching(node.rows, rail, quoted(one_of(node.rows)))})" for rail in where)
                ends = _Ends(low, self.if_complete(node.rows, high, HIGHEST))
                return self.free(f"count of {node.rows}"), ends
            case Least() | Greatest():
                return self.extreme(node)
            case Latest():
                return self.latest(node)
            case _:
                assert_never(node)

    def some(self, node: Count) -> _Rails:
        """Whether a list has a matching record: an open list may have one that was not told."""
        where = self.rails(node.where, node.rows)
        sure, may = (f"exists ({matching(node.rows, rail)})" for rail in where)
        return _Rails(sure, f"not ({self.complete(node.rows)})\nor {may}")

    def extreme(self, node: Least | Greatest) -> tuple[str, _Ends]:
        """The least or greatest: unknown while no record surely matches, for then there may be no such number."""
        rows = _rows_of(node.of)
        of, where = self.ends(node.of, rows), self.rails(node.where, rows)
        function, word = ("Min", "least") if isinstance(node, Least) else ("Max", "greatest")
        near, far, open_end, far_end = (
            (of.high, of.low, LOWEST, HIGHEST) if isinstance(node, Least) else (of.low, of.high, HIGHEST, LOWEST)
        )
        settled = f"Coalesce({function}({matching(rows, where.surely, near)}), {far_end})"
        found = f"exists ({matching(rows, where.surely)})"
        reach = self.if_complete(rows, f"{function}({matching(rows, where.possibly, far)})", open_end, found)
        name = self.free(f"{word} {node.of.name} of {rows}")
        return name, _Ends(reach, settled) if isinstance(node, Least) else _Ends(settled, reach)

    def latest(self, node: Latest) -> tuple[str, _Ends]:
        """The latest: every record that may match, and may be no earlier than the latest that surely does."""
        rows = _rows_of(node.of)
        of, by, where = self.ends(node.of, rows), self.ends(node.by, rows), self.rails(node.where, rows)
        name = self.free(f"latest {node.of.name} of {rows}")
        known = f"{name} not before"
        self.define(known, f"Max({matching(rows, where.surely, by.low)})")
        open_rail = f"({where.possibly})" if _is_junction(node.where, rows) else where.possibly
        may = f"{open_rail}\n  and {by.high} >= {quoted(known)}"
        found = f"{quoted(known)} is not null"
        low = self.if_complete(rows, f"Min({matching(rows, may, of.low)})", LOWEST, found)
        return name, _Ends(low, self.if_complete(rows, f"Max({matching(rows, may, of.high)})", HIGHEST, found))

    def complete(self, rows: str) -> str:
        """Whether somebody said that a list holds all its records."""
        self.elements.setdefault(rows, {})
        return f"{of_woman(f'{rows} complete')} is true"

    def if_complete(self, rows: str, then: str, otherwise: int, found: str = "") -> str:
        """A number that can be read only off a complete list (where something was `found`)."""
        also = f"\n  and {found}" if found else ""
        return f"if {self.complete(rows)}{also}\nthen {then}\nelse {otherwise}"


def _is_junction(node: Bool, rows: str | None) -> bool:
    """Whether the text of a condition is joined by `and` or `or` at its top."""
    if isinstance(node, And | Or):
        return len(node.parts) > 1
    if isinstance(node, Choice):
        return not node.cases and _is_junction(node.otherwise, rows)
    return isinstance(node, Named) and rows is not None and _is_junction(node.of, rows)


def _some(node: Bool) -> Count | None:
    """The count inside `some(...)`: a count of at least one."""
    if isinstance(node, Compare) and isinstance(node.left, Count) and (node.operator, node.limit) == (">=", 1):
        return node.left
    return None


def _reference(name: str) -> _Rails:
    return _Rails(quoted(surely(name)), quoted(possibly(name)))


def _rows_of(measure: Measure) -> str:
    assert measure.rows is not None  # the nodes themselves refuse another
    return measure.rows
