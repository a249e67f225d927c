"""A fact: yes, no or unknown; one of several options; a number."""

from __future__ import annotations

from fullterm.logic.language import not_
from tests.spec.table import Example, chapter, check
from tests.spec.words import bleeding, stitch

TITLE = "Facts"
ORDER = 1
PROSE = """
A fact is told or it is not. What is not told is **unknown**, and unknown is never read as no. No clinical
fact has a default.
"""

YES_NO = Example(
    "A yes/no fact",
    """
    Told yes, told no, not told.
    """,
    """
    | bleeding | answer |
    | T        | T      |
    | F        | F      |
    |          |        |
    """,
    "bleeding",
    bleeding,
)

OPTION = Example(
    "A fact with options",
    """
    The expression names the options it accepts; another option is a no, and nothing told is unknown.
    """,
    """
    | stitch | answer |
    | high   | T      |
    | low    | T      |
    | none   | F      |
    |        |        |
    """,
    "stitch.is_('high', 'low')",
    stitch.is_("high", "low"),
)

NOT_OPTION = Example(
    "None of the options",
    """
    Not to have been asked is not to be without: `not_` leaves the unknown unknown.
    """,
    """
    | stitch | answer |
    | high   | F      |
    | none   | T      |
    |        |        |
    """,
    "not_(stitch.is_('high', 'low'))",
    not_(stitch.is_("high", "low")),
)

EXAMPLES = (
    YES_NO,
    OPTION,
    NOT_OPTION,
)


@chapter(*EXAMPLES)
def test_a_fact_not_told_is_unknown(example: Example, engine: str) -> None:
    check(example, engine)
