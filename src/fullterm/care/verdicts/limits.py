"""The limits of gestation and dilatation in a recommendation's condition, and which of them decide for her.

Read off the condition: no limit is written here. Pure.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from fullterm.logic.evaluate import Truth, truth
from fullterm.logic.facts import Facts
from fullterm.logic.nodes import And, Bool, Compare, Measure, Named, Not, Operator, Or, walk
from fullterm.vocabulary.clause import Range, merged

LIMITED = ("gestation", "dilatation")
"""The numbers whose limits decide: how far along, and how far the cervix has opened."""
_OPPOSITE: Final[dict[Operator, Operator]] = {"<": ">=", "<=": ">", ">": "<=", ">=": "<"}


@dataclass(frozen=True, slots=True)
class Limit:
    """One limit of a recommendation, as its page has it (or the finding that stands beside it in an *or*)."""

    of: Bool | Range
    holds: Truth


def limits(when: Bool, facts: Facts) -> tuple[Limit, ...]:
    """The limits of gestation and of dilatation in a recommendation's condition; that the cervix is open is none.

    Of an *or* only what decides: the branches that hold, else those still open, else all. A branch without a limit of
    its own is then shown as the finding it is, or "more than 4 cm: not reached" would hide the membranes beyond the os.
    """
    return tuple(dict.fromkeys(_limits(when, facts)))


def _limits(node: Bool, facts: Facts, *, findings: bool = False) -> Iterator[Limit]:
    """The limits of a conjunction; with `findings` whatever it reads."""
    parts = tuple(part for part in _together(node) if findings or isinstance(part, Or) or _is_limit(part))
    for part in merged(And(parts)):
        if isinstance(part, Or):
            yield from _alternatives(part, facts, findings=findings)
        else:
            yield Limit(part, _inside(part, facts))


def _alternatives(node: Or, facts: Facts, *, findings: bool) -> Iterator[Limit]:
    if not findings and not any(_is_limit(inner) for inner in walk(node)):
        return
    branches = [(part, truth(part, facts)) for part in node.parts]
    hold = [part for part, holds in branches if holds is True]
    still_open = [part for part, holds in branches if holds is None]
    for part in hold or still_open or node.parts:
        yield from tuple(_limits(part, facts, findings=findings)) or _limits(part, facts, findings=True)


def _together(node: Bool) -> Iterator[Bool]:
    """The parts of a conjunction however deep they stand, with every "not" drawn inwards to single findings."""
    match node:
        case And():
            for part in node.parts:
                yield from _together(part)
        case Named():
            yield from _together(node.of)
        case Not(part=And() | Or() as part):
            turned = tuple(Not(one) for one in part.parts)
            yield from _together(Or(turned) if isinstance(part, And) else And(turned))
        case Not(part=Named() as part):
            yield from _together(Not(part.of))
        case Not(part=Not() as part):
            yield from _together(part.part)
        case Not(part=Compare() as part):
            yield Compare(part.left, _OPPOSITE[part.operator], part.limit)
        case _:
            yield node


def _is_limit(node: object) -> bool:
    return (
        isinstance(node, Compare)
        and isinstance(node.left, Measure)
        and node.left.name in LIMITED
        and node.left.rows is None
        and not (node.left.name == "dilatation" and node.limit == 0)
    )


def _inside(part: Bool | Range, facts: Facts) -> Truth:
    if not isinstance(part, Range):
        return truth(part, facts)
    return truth(And(tuple(Compare(part.of, operator, amount) for operator, amount in (part.lower, part.upper))), facts)
