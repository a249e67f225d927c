"""not_: yes when the part is no."""

from __future__ import annotations

from fullterm.logic.language import all_of, not_
from tests.spec.table import Example, chapter, check
from tests.spec.words import bleeding, pain

TITLE = "not_: the opposite"
ORDER = 4
PROSE = """
`not_` turns yes into no and no into yes. Unknown stays unknown: an unknown contraindication is not an absent
one.
"""

ONE = Example(
    "One fact",
    """
    All three cases.
    """,
    """
    | pain | answer |
    | T    | F      |
    | F    | T      |
    |      |        |
    """,
    "not_(pain)",
    not_(pain),
)

UNLESS = Example(
    "A contraindication",
    """
    How a recommendation's `unless=` is read: what she has, and not the contraindication. An unknown
    contraindication makes the whole unknown, never a yes.
    """,
    """
    | bleeding | pain | answer |
    | T        | F    | T      |
    | T        | T    | F      |
    | T        |      |        |
    | F        |      | F      |
    """,
    "all_of(bleeding, not_(pain))",
    all_of(bleeding, not_(pain)),
)

EXAMPLES = (
    ONE,
    UNLESS,
)


@chapter(*EXAMPLES)
def test_not_leaves_the_unknown_unknown(example: Example, engine: str) -> None:
    check(example, engine)
