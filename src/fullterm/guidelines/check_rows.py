"""Every row that is cited exists: a rule, a figure, a cause or a definition names a line of `rows.yaml`, or is refused."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from fullterm.guidelines import register
from fullterm.guidelines.causes import CAUSES
from fullterm.guidelines.check import Refusal
from fullterm.guidelines.counselling import COUNSELLED
from fullterm.guidelines.coverage import CoverageRow, left_out, rows
from fullterm.guidelines.figures import FIGURES
from fullterm.guidelines.newer import STUDIES
from fullterm.vocabulary.definitions import DEFINITIONS

NO_ROW = "-"
"""What an argument cites that somebody only recalled: no text was seen, so there is no row. It never counts."""


def check_rows() -> tuple[Refusal, ...]:
    """Every citation of a row that does not exist, and every mark on a row that does not."""
    known = rows()
    return (*unlisted(cited(), known), *unlisted(marked(), known), *repeats_nothing(known))


def cited() -> Iterator[tuple[str, str]]:
    """Who cites which row: each recommendation, argument of a cause, figure, definition and newer study."""
    yield from ((one.key, one.row) for one in register.recommendations())
    for cause in CAUSES:
        for argument in cause.arguments:
            if (argument.citation.read, argument.citation.row) != ("recalled", NO_ROW):
                yield f"cause {cause.id}, {argument.citation.document}", argument.citation.row
    yield from ((f"figure of {one.source}", one.row) for one in (*FIGURES, *COUNSELLED))
    yield from ((f"definition {one.id}", one.row) for one in DEFINITIONS)
    yield from ((f"newer.py {one.row}", one.row) for one in STUDIES)
    yield from ((f"newer.py {one.row}", one.row) for one in STUDIES)


def marked() -> Iterator[tuple[str, str]]:
    """The rows said to be left out."""
    yield from (("left_out.yaml", row) for row in left_out())


def unlisted(citations: Iterable[tuple[str, str]], known: Iterable[CoverageRow]) -> Iterator[Refusal]:
    """Refuse each citation of a row that is not listed, once for each place that cites it."""
    ids = {row.id for row in known}
    for where, row in dict.fromkeys(citations):
        if row not in ids:
            yield Refusal(
                where,
                f"there is no row {row!r}: write the id of a row of clinical/, or add its line to guidelines/rows.yaml",
            )


def repeats_nothing(known: Iterable[CoverageRow]) -> Iterator[Refusal]:
    """Refuse a row that is said to repeat a row which is not listed."""
    listed = tuple(known)
    ids = {row.id for row in listed}
    for row in listed:
        for name in row.repeats:
            if name not in ids:
                yield Refusal(
                    f"rows.yaml {row.id}",
                    f"it repeats {name!r}, which is no row: write the id of the row it says again, or quote its words",
                )
