"""latest: the value in the record with the greatest `by`."""

from __future__ import annotations

from fullterm.logic.language import latest
from tests.spec.table import Example, chapter, check
from tests.spec.words import visit

TITLE = "latest: the most recent"
ORDER = 9
PROSE = """
The value in the matching record whose `by` is greatest. It is unknown while the list is open (a later one may
not have been told) and while no record surely matches. When it cannot be told which of several records is the
latest, the answer spans all that may be.
"""

ALL = Example(
    "Of all records",
    """
    The order of telling does not matter. Two on the same day are both the latest.
    """,
    """
    | visits                           | answer |
    | week=2 length=1; week=5 length=3 | 3      |
    | week=5 length=3; week=2 length=1 | 3      |
    | week=5 length=1; week=5 length=3 | 1..3   |
    | week=5 length=3 …                |        |
    | none                             |        |
    """,
    "latest(visit.length, visit.week)",
    latest(visit.length, visit.week),
)

WHEN = Example(
    "On days known only about",
    """
    A record whose day may be later than the latest known one may be the latest; one whose day is surely earlier
    may not.
    """,
    """
    | visits                              | answer |
    | week=2 length=1; week=4..5 length=3 | 3      |
    | week=4 length=1; week=3..5 length=3 | 1..3   |
    | week=4 length=1; length=3           | 1..3   |
    """,
    "latest(visit.length, visit.week)",
    latest(visit.length, visit.week),
)

WHERE = Example(
    "Of those that match",
    "",
    """
    | visits                                         | answer |
    | week=2 length=1 pain=T; week=5 length=3 pain=F | 1      |
    | week=2 length=1 pain=T; week=5 length=3        | 1..3   |
    | week=5 length=3                                |        |
    """,
    "latest(visit.length, visit.week, visit.pain)",
    latest(visit.length, visit.week, visit.pain),
)

EXAMPLES = (
    ALL,
    WHEN,
    WHERE,
)


@chapter(*EXAMPLES)
def test_the_latest_spans_every_record_that_may_be_the_latest(example: Example, engine: str) -> None:
    check(example, engine)
