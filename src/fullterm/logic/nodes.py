"""What a rule means: a tree of small frozen values.

A node never knows its uses; each reading (`evaluate`, `compiled`, `ask`, `change`, `explain`, SQL) is one
closed `match` over `Bool` and `Number` below, so adding a node makes the type checker list the places to visit.
Facts inside a list of records carry the list's name in `rows`; a condition on a list speaks of that list only.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, NoReturn, TypeAlias, get_args

from fullterm.logic.quantity import Quantity, Unit

Operator: TypeAlias = Literal["<", "<=", ">", ">="]


class Condition:
    """Base of everything that is yes, no or unknown."""

    __slots__ = ()

    def __bool__(self) -> NoReturn:
        raise TypeError(
            "a condition has no truth of its own: write all_of(a, b), any_of(a, b) or not_(a) instead of "
            "'and', 'or', 'not'; for a range write all_of(low <= x, x <= high) instead of low <= x <= high"
        )


class Amount:
    """Base of everything that is a number of some unit, known to a span."""

    __slots__ = ()

    def __lt__(self, limit: Quantity | int) -> Compare:
        return _compare(self, "<", limit)

    def __le__(self, limit: Quantity | int) -> Compare:
        return _compare(self, "<=", limit)

    def __gt__(self, limit: Quantity | int) -> Compare:
        return _compare(self, ">", limit)

    def __ge__(self, limit: Quantity | int) -> Compare:
        return _compare(self, ">=", limit)


@dataclass(frozen=True, slots=True)
class Constant(Condition):
    """Always yes or always no: 'every woman', 'nobody'."""

    value: bool


@dataclass(frozen=True, slots=True)
class YesNo(Condition):
    """A yes/no fact, of the woman or of one record in the list `rows`."""

    name: str
    rows: str | None = None


@dataclass(frozen=True, slots=True)
class OneOf(Condition):
    """Whether a fact with options is one of `options`."""

    name: str
    options: tuple[str, ...]
    rows: str | None = None

    def __post_init__(self) -> None:
        if not self.options:
            raise ValueError(f"{self.name}: name at least one option")


@dataclass(frozen=True, slots=True)
class And(Condition):
    """Kleene conjunction: no if any part is no, else unknown if any part is."""

    parts: tuple[Bool, ...]


@dataclass(frozen=True, slots=True)
class Or(Condition):
    """Kleene disjunction: yes if any part is yes, else unknown if any part is."""

    parts: tuple[Bool, ...]


@dataclass(frozen=True, slots=True)
class Not(Condition):
    """Kleene negation: unknown stays unknown."""

    part: Bool


@dataclass(frozen=True, slots=True)
class Compare(Condition):
    """A number against a limit in base steps: settled when it holds, or fails, over the whole span."""

    left: Number
    operator: Operator
    limit: int

    @property
    def unit(self) -> Unit:
        """The unit both sides are counted in."""
        return unit_of(self.left)


@dataclass(frozen=True, slots=True)
class Choice(Condition):
    """Ordered choice: the answer beside the first condition that is yes.

    It stops at the first unknown: an unknown condition makes the whole unknown, never the next line.
    """

    cases: tuple[tuple[Bool, Bool], ...]
    otherwise: Bool


@dataclass(frozen=True, slots=True)
class Named(Condition):
    """A derived fact: an expression that exists once, under a name people read."""

    name: str
    of: Bool


@dataclass(frozen=True, slots=True, eq=True)
class Measure(Amount):
    """A number fact, of the woman or of one record in the list `rows`."""

    name: str
    unit: Unit
    rows: str | None = None


@dataclass(frozen=True, slots=True)
class Count(Amount):
    """How many records of the list `rows` match: those that surely do, up to those that may."""

    rows: str
    where: Bool

    def __post_init__(self) -> None:
        _speaks_of(self.rows, self.where)


@dataclass(frozen=True, slots=True)
class Least(Amount):
    """The smallest `of` among matching records; unknown while none surely matches."""

    of: Measure
    where: Bool

    def __post_init__(self) -> None:
        _speaks_of(_list_of(self.of), self.where)


@dataclass(frozen=True, slots=True)
class Greatest(Amount):
    """The largest `of` among matching records; unknown while none surely matches."""

    of: Measure
    where: Bool

    def __post_init__(self) -> None:
        _speaks_of(_list_of(self.of), self.where)


@dataclass(frozen=True, slots=True)
class Latest(Amount):
    """`of` in the matching record with the greatest `by`; unknown while another may be later."""

    of: Measure
    by: Measure
    where: Bool

    def __post_init__(self) -> None:
        if _list_of(self.of) != _list_of(self.by):
            raise ValueError(f"latest {self.of.name} by {self.by.name}: both must be of one list")
        _speaks_of(_list_of(self.of), self.where)


Bool: TypeAlias = Constant | YesNo | OneOf | And | Or | Not | Compare | Choice | Named
Number: TypeAlias = Measure | Count | Least | Greatest | Latest
Node: TypeAlias = Bool | Number


def unit_of(number: Number) -> Unit:
    """The unit a number is counted in."""
    match number:
        case Measure():
            return number.unit
        case Count():
            return Unit.COUNT
        case Least() | Greatest() | Latest():
            return number.of.unit


def children(node: Node) -> tuple[Node, ...]:
    """The nodes directly inside `node`, in reading order."""
    match node:
        case Constant() | YesNo() | OneOf() | Measure():
            return ()
        case And() | Or():
            return node.parts
        case Not():
            return (node.part,)
        case Named():
            return (node.of,)
        case Compare():
            return (node.left,)
        case Choice():
            return (*(part for case in node.cases for part in case), node.otherwise)
        case Count():
            return (node.where,)
        case Least() | Greatest():
            return (node.of, node.where)
        case Latest():
            return (node.of, node.by, node.where)


def walk(node: Node) -> Iterator[Node]:
    """Every node of a tree, outside in."""
    yield node
    for child in children(node):
        yield from walk(child)


def leaves(node: Node) -> Iterator[YesNo | OneOf | Measure]:
    """Every mention of a fact in a tree."""
    for inner in walk(node):
        if isinstance(inner, YesNo | OneOf | Measure):
            yield inner


def _compare(left: object, operator: Operator, limit: Quantity | int) -> Compare:
    if not isinstance(left, get_args(Number)):
        raise TypeError(f"{left!r} is not a number of the language")
    unit = unit_of(left)
    if isinstance(limit, Quantity):
        if limit.unit is not unit:
            raise TypeError(f"a number in {unit.name.lower()} cannot be compared with {limit}")
        return Compare(left, operator, limit.amount)
    if unit not in (Unit.COUNT, Unit.YEARS):
        raise TypeError(f"the bare number {limit} has no unit: write mm(...), cm(...), weeks(...) or days(...)")
    return Compare(left, operator, limit)


def _list_of(measure: Measure) -> str:
    if measure.rows is None:
        raise ValueError(f"{measure.name} belongs to no list: least, greatest and latest read a list")
    return measure.rows


def _speaks_of(rows: str, where: Bool) -> None:
    for inner in walk(where):
        match inner:
            case YesNo() | OneOf() | Measure():
                if inner.rows != rows:
                    raise ValueError(f"a condition on {rows} cannot read {inner.name} of {inner.rows or 'the woman'}")
            case Count() | Least() | Greatest() | Latest():
                raise ValueError(f"a condition on {rows} cannot look into another list")
            case _:
                pass
