"""Comparisons of a number that is known to a span."""

from __future__ import annotations

from fullterm.logic.language import all_of
from tests.spec.table import Example, chapter, check
from tests.spec.words import week

TITLE = "Numbers known only about"
ORDER = 5
PROSE = """
Every number is a **span** from its lowest to its highest possible value, both included. A number measured is
a span whose ends meet. "About five months" is a wider one. "Before 20 weeks" has no lower end, written `..5`
below, and a number of which nothing is known has neither end. A comparison is **yes** when it holds over the
whole span, **no** when it fails over the whole span, and unknown when the limit falls inside. So an imprecise
memory decides whatever it is precise enough to decide.
"""

AT_LEAST = Example(
    "At least",
    """
    The limit itself counts. `4..6` decides; `3..6` does not; `5..` (five or more) does, `..4` does not.
    """,
    """
    | week | answer |
    | 4    | T      |
    | 3    | F      |
    | 4..6 | T      |
    | 3..6 |        |
    | 1..3 | F      |
    | 5..  | T      |
    | ..4  |        |
    |      |        |
    """,
    "week >= 4",
    week >= 4,
)

MORE = Example(
    "More than",
    """
    The limit itself does not count.
    """,
    """
    | week | answer |
    | 5    | T      |
    | 4    | F      |
    | 4..6 |        |
    | 5..6 | T      |
    | ..4  | F      |
    |      |        |
    """,
    "week > 4",
    week > 4,
)

AT_MOST = Example(
    "At most",
    """
    The limit itself counts.
    """,
    """
    | week | answer |
    | 4    | T      |
    | 5    | F      |
    | 2..4 | T      |
    | 4..5 |        |
    | 5..6 | F      |
    | ..3  | T      |
    | 3..  |        |
    """,
    "week <= 4",
    week <= 4,
)

LESS = Example(
    "Less than",
    """
    The limit itself does not count: 23+6 is before 24+0, and 24+0 is not.
    """,
    """
    | week | answer |
    | 3    | T      |
    | 4    | F      |
    | 2..4 |        |
    | 2..3 | T      |
    | 4..  | F      |
    """,
    "week < 4",
    week < 4,
)

WINDOW = Example(
    "A window",
    """
    Two comparisons make a window. Each is read for itself, so a span that sticks out on both sides leaves it
    unknown.
    """,
    """
    | week | answer |
    | 2    | T      |
    | 4    | F      |
    | 2..3 | T      |
    | 3..4 |        |
    | 4..5 | F      |
    | 1..5 |        |
    |      |        |
    """,
    "all_of(week >= 2, week < 4)",
    all_of(week >= 2, week < 4),
)

EXAMPLES = (
    AT_LEAST,
    MORE,
    AT_MOST,
    LESS,
    WINDOW,
)


@chapter(*EXAMPLES)
def test_a_comparison_is_settled_when_it_is_so_over_the_whole_span(example: Example, engine: str) -> None:
    check(example, engine)
