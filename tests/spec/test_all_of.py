"""all_of: yes when every part is yes."""

from __future__ import annotations

from fullterm.logic.language import all_of
from tests.spec.table import Example, chapter, check
from tests.spec.words import bleeding, pain

TITLE = "all_of: every part"
ORDER = 2
PROSE = """
`all_of` is **no** as soon as one part is no, whatever the others are. It is **yes** only when every part is
yes. Between the two it is unknown, and the unknown parts are what is asked next.
"""

TWO = Example(
    "Two parts",
    """
    All nine cases.
    """,
    """
    | bleeding | pain | answer |
    | T        | T    | T      |
    | T        |      |        |
    | T        | F    | F      |
    |          | T    |        |
    |          |      |        |
    |          | F    | F      |
    | F        | T    | F      |
    | F        |      | F      |
    | F        | F    | F      |
    """,
    "all_of(bleeding, pain)",
    all_of(bleeding, pain),
)

EXAMPLES = (TWO,)


@chapter(*EXAMPLES)
def test_all_of_is_yes_when_every_part_is(example: Example, engine: str) -> None:
    check(example, engine)
