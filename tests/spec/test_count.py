"""count and some: over a list that may be open."""

from __future__ import annotations

from fullterm.logic.language import all_of, count, some
from tests.spec.table import Example, chapter, check
from tests.spec.words import visit

TITLE = "Lists that may be open: count and some"
ORDER = 6
PROSE = """
A list is **complete** only when somebody said that these are all; otherwise it is **open**, shown by `…`. The
number of records that match is a span: at least those that surely match, at most those that may, and without
an upper end while the list is open. `some` is "at least one": one sure match is enough, even in an open list;
a no needs the list to be complete.
"""

COUNT = Example(
    "How many match",
    """
    A record of which nothing is told (`?`) may match.
    """,
    """
    | visits                   | answer |
    | pain=T; pain=T; pain=F   | 2      |
    | pain=T; pain=T; pain=F … | 2..    |
    | pain=T; ?                | 1..2   |
    | pain=T; ? …              | 1..    |
    | none                     | 0      |
    | none …                   | 0..    |
    """,
    "count('visits', visit.pain)",
    count("visits", visit.pain),
)

THREE = Example(
    "Three or more",
    """
    Compared with a limit as any other number.
    """,
    """
    | visits                   | answer |
    | pain=T; pain=T; pain=T   | T      |
    | pain=T; pain=T; pain=T … | T      |
    | pain=T; pain=T; ?        |        |
    | pain=T; pain=T; pain=F   | F      |
    | pain=T; pain=T …         |        |
    """,
    "count('visits', visit.pain) >= 3",
    count("visits", visit.pain) >= 3,
)

TWO = Example(
    "Two or more",
    "One sure match and one possible match may be two.",
    """
    | visits                 | answer |
    | pain=T; pain=T         | T      |
    | pain=T; pain=T; pain=T | T      |
    | pain=T; ?              |        |
    | pain=T; pain=F         | F      |
    """,
    "count('visits', visit.pain) >= 2",
    count("visits", visit.pain) >= 2,
)

SOME = Example(
    "Some record",
    """
    An empty list says no only when it is complete.
    """,
    """
    | visits         | answer |
    | pain=F; pain=T | T      |
    | pain=T …       | T      |
    | pain=F; ?      |        |
    | pain=F         | F      |
    | pain=F …       |        |
    | none           | F      |
    | none …         |        |
    """,
    "some('visits', visit.pain)",
    some("visits", visit.pain),
)

ONE_RECORD = Example(
    "Of one and the same record",
    """
    The condition is asked of each record for itself: pain at one visit and bleeding at another are not both at
    one.
    """,
    """
    | visits                               | answer |
    | pain=T bleeding=T                    | T      |
    | pain=T bleeding=F; pain=F bleeding=T | F      |
    | pain=T; bleeding=F                   |        |
    | pain=T                               |        |
    """,
    "some('visits', all_of(visit.pain, visit.bleeding))",
    some("visits", all_of(visit.pain, visit.bleeding)),
)

ABOUT = Example(
    "Of a record known only about",
    """
    A span inside a record makes the match uncertain, and so the count.
    """,
    """
    | visits            | answer |
    | week=4; week=5    | 2      |
    | week=3..5; week=5 | 1..2   |
    | week=3..5         | 0..1   |
    | week=1..2         | 0      |
    """,
    "count('visits', visit.week >= 4)",
    count("visits", visit.week >= 4),
)

EXAMPLES = (
    COUNT,
    TWO,
    THREE,
    SOME,
    ONE_RECORD,
    ABOUT,
)


@chapter(*EXAMPLES)
def test_a_count_runs_from_the_sure_matches_to_the_possible_ones(example: Example, engine: str) -> None:
    check(example, engine)
