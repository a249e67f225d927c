"""any_of: yes when some part is yes."""

from __future__ import annotations

from fullterm.logic.language import any_of
from tests.spec.table import Example, chapter, check
from tests.spec.words import bleeding, pain

TITLE = "any_of: some part"
ORDER = 3
PROSE = """
`any_of` is **yes** as soon as one part is yes. It is **no** only when every part is no. One contraindication
that is present decides, even if nobody has looked for the others; one that is absent decides nothing while
another is unknown.
"""

TWO = Example(
    "Two parts",
    """
    All nine cases.
    """,
    """
    | bleeding | pain | answer |
    | T        | T    | T      |
    | T        |      | T      |
    | T        | F    | T      |
    |          | T    | T      |
    |          |      |        |
    |          | F    |        |
    | F        | T    | T      |
    | F        |      |        |
    | F        | F    | F      |
    """,
    "any_of(bleeding, pain)",
    any_of(bleeding, pain),
)

EXAMPLES = (TWO,)


@chapter(*EXAMPLES)
def test_any_of_is_yes_when_some_part_is(example: Example, engine: str) -> None:
    check(example, engine)
