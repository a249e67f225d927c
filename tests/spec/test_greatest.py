"""greatest: the largest value among matching records."""

from __future__ import annotations

from fullterm.logic.language import greatest
from tests.spec.table import Example, chapter, check
from tests.spec.words import visit

TITLE = "greatest: the largest"
ORDER = 8
PROSE = """
The mirror of `least`: without a sure match it is unknown, and while the list is open it has no upper end.
"""

ALL = Example(
    "Of all records",
    "",
    """
    | visits                | answer |
    | length=3; length=1    | 3      |
    | length=3; length=1 …  | 3..    |
    | length=2..4; length=3 | 3..4   |
    | length=3; ?           | 3..    |
    | none                  |        |
    | none …                |        |
    """,
    "greatest(visit.length)",
    greatest(visit.length),
)

WHERE = Example(
    "Of those that match",
    "",
    """
    | visits                           | answer |
    | length=1 pain=T; length=3 pain=F | 1      |
    | length=1 pain=T; length=3        | 1..3   |
    | length=3                         |        |
    """,
    "greatest(visit.length, visit.pain)",
    greatest(visit.length, visit.pain),
)

EXAMPLES = (
    ALL,
    WHERE,
)


@chapter(*EXAMPLES)
def test_the_greatest_may_still_rise_while_the_list_is_open(example: Example, engine: str) -> None:
    check(example, engine)
