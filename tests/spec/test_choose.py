"""choose: an ordered choice."""

from __future__ import annotations

from fullterm.logic.language import choose
from tests.spec.table import Example, chapter, check
from tests.spec.words import bleeding, length, pain, week

TITLE = "choose: the first that is yes"
ORDER = 10
PROSE = """
The conditions are read in order, and the answer beside the first that is yes is the answer. **A choice stops
at the first unknown**: while nobody knows whether an earlier line applies, a later one is not taken, even if
every line would say the same. The last line answers only when every condition is surely no.
"""

ONE = Example(
    "One condition",
    "",
    """
    | bleeding | pain | answer |
    | T        | T    | T      |
    | T        | F    | F      |
    | T        |      |        |
    | F        | T    | T      |
    | F        | F    | F      |
    | F        |      |        |
    |          | T    |        |
    |          | F    |        |
    |          |      |        |
    """,
    "choose((bleeding, pain), otherwise=pain)",
    choose((bleeding, pain), otherwise=pain),
)

TWO = Example(
    "Two conditions",
    """
    The second is reached only past a sure no.
    """,
    """
    | week | length | pain | answer |
    | 5    |        | T    | T      |
    | 1    | 3      | T    | T      |
    | 1    | 1      | T    |        |
    | 1    |        | T    |        |
    |      | 3      | T    |        |
    | 3..5 | 3      | F    |        |
    """,
    "choose((week >= 4, pain), (length >= 2, pain), otherwise=bleeding)",
    choose((week >= 4, pain), (length >= 2, pain), otherwise=bleeding),
)

EXAMPLES = (
    ONE,
    TWO,
)


@chapter(*EXAMPLES)
def test_a_choice_stops_at_the_first_unknown(example: Example, engine: str) -> None:
    check(example, engine)
