"""least: the smallest value among matching records."""

from __future__ import annotations

from fullterm.logic.language import least
from tests.spec.table import Example, chapter, check
from tests.spec.words import visit

TITLE = "least: the smallest"
ORDER = 7
PROSE = """
The smallest value among the records that match, as a span. Without a sure match there may be no such number,
and it is **unknown**. While the list is open a smaller one may still come, so the span has no lower end: "the
shortest cervix so far" can be short enough to act on, never long enough to be sure.
"""

ALL = Example(
    "Of all records",
    "",
    """
    | visits                | answer |
    | length=3; length=1    | 1      |
    | length=3; length=1 …  | ..1    |
    | length=3; length=0..2 | 0..2   |
    | length=3; ?           | ..3    |
    | none                  |        |
    | none …                |        |
    """,
    "least(visit.length)",
    least(visit.length),
)

WHERE = Example(
    "Of those that match",
    """
    A record that may match can lower the smallest; only one that surely matches can bound it from above.
    """,
    """
    | visits                           | answer |
    | length=3 pain=T; length=1 pain=F | 3      |
    | length=3 pain=T; length=1        | 1..3   |
    | length=1 pain=F                  |        |
    | length=1                         |        |
    | length=3 pain=T; length=1 …      | ..3    |
    """,
    "least(visit.length, visit.pain)",
    least(visit.length, visit.pain),
)

SHORT = Example(
    "Short enough",
    """
    A sure short one decides in an open list; a long one does not.
    """,
    """
    | visits     | answer |
    | length=1   | T      |
    | length=1 … | T      |
    | length=3   | F      |
    | length=3 … |        |
    | none       |        |
    """,
    "least(visit.length) <= 2",
    least(visit.length) <= 2,
)

EXAMPLES = (
    ALL,
    WHERE,
    SHORT,
)


@chapter(*EXAMPLES)
def test_the_least_may_still_fall_while_the_list_is_open(example: Example, engine: str) -> None:
    check(example, engine)
