"""Lines on a terminal or in a pipe: one width, hanging indents, and breaks that Chinese and English both allow."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable

from rich.cells import cell_len
from rich.console import Console
from rich.markup import escape
from rich.text import Text as Styled

from fullterm.logic.quantity import Unit
from fullterm.vocabulary.fact import Language, Text
from fullterm.vocabulary.punctuation import chinese
from fullterm.vocabulary.wording import amount_in

PIPED_WIDTH = 120
_CLOSING = frozenset(",.;:!?)]\u3001\u3002\u3011\u300b\u201d\u2019\u2026\uff0c\uff1a\uff1b\uff1f\uff01\uff09")
_OPENING = frozenset("([\u3010\u300a\u201c\u2018\uff08")
_GESTATION = re.compile(r"\b(\d{1,2})w(\d)d\b")

COLON = Text(": ", ":")
COMMA = Text(", ", "、")
SEMICOLON = Text("; ", ";")
CLAUSE = Text(", ", ",")
LISTED = Text("; ", "、")
"""Between documents: some have a comma in their own name."""
BRACKETS = Text(" ({})", "({})")
TO = Text(" to ", "至")


def console() -> Console:
    """Standard output as wide as the terminal, as COLUMNS says, or 120 columns when piped."""
    wide = None if sys.stdout.isatty() or os.environ.get("COLUMNS", "").isdigit() else PIPED_WIDTH
    return Console(highlight=False, width=wide)


def written(text: str, language: Language) -> str:
    """A text as it is shown in a language."""
    return chinese(text) if language == "zh" else text


def put(out: Console, markup: str, *, indent: int = 0, hang: int = 2, quoted: bool = False) -> None:
    """Print one paragraph: its first line `indent` columns in, the others `hang` more, nothing ever cut off.

    `quoted`: somebody's own words, of which not even a comma is changed.
    """
    text = Styled.from_markup(markup)
    if not quoted:
        text.plain = chinese(text.plain)
    width = max(out.width - indent - hang, 20)
    for place, line in enumerate(wrap(text, width + hang, width)):
        line.pad_left(indent + (hang if place else 0))
        out.print(line, soft_wrap=True)


def put_tree(out: Console, lines: Iterable[str]) -> None:
    """Print lines that carry their own indent; one too long goes on a little further in."""
    for line in lines:
        said = line.lstrip()
        put(out, escape(said), indent=len(line) - len(said))


def put_whole(out: Console, line: str) -> None:
    """Print one dim line unbroken: a command is there to be copied."""
    out.print(Styled(line, style="dim"), soft_wrap=True)


def wrap(text: Styled, first: int, rest: int) -> list[Styled]:
    """A text in lines of `first` cells, then of `rest`. Chinese breaks between characters, but not before a comma."""
    plain, cuts = text.plain, []
    room, used, last, start = first, 0, -1, 0
    for place, letter in enumerate(plain):
        size = cell_len(letter)
        if used + size > room and letter != " ":
            cut = last if last > start else place
            cuts.append(cut)
            start, room = cut, rest
            used = cell_len(plain[cut:place])
        used += size
        if _may_break(plain, place):
            last = place + 1
    lines = list(text.divide(cuts))
    for line in lines:
        line.rstrip()
    return lines


def _may_break(plain: str, place: int) -> bool:
    here, after = plain[place], plain[place + 1 : place + 2]
    if not after or here == " ":
        return here == " "
    if after in _CLOSING or after == " " or here in _OPENING:
        return False
    return cell_len(here) == 2 or cell_len(after) == 2


def pad(word: str, width: int) -> str:
    """A word filled with blanks to a width in terminal cells: a Chinese character is two."""
    return word + " " * max(width - cell_len(word), 0)


def gestation(said: str, language: Language) -> str:
    """A gestation or day of the report in words: `36w0d..36w4d` is 36w0d to 36w4d, or 36周至36周4天."""
    low, between, high = said.partition("..")
    ends = [_GESTATION.sub(lambda one: amount_in(_days(one), Unit.DAYS, language), end) for end in (low, high)]
    if not between:
        return ends[0]
    if not low or not high:
        return (Text("up to {}", "{}及以前") if high else Text("{} or later", "{}及以后"))[language].format(
            ends[0] or ends[1]
        )
    return TO[language].join(ends)


def day_before(said: str) -> str:
    """The last gestation before `37w1d`: a window's end in the report is the first day too late."""
    found = _GESTATION.fullmatch(said)
    assert found is not None
    return amount_in(_days(found) - 1, Unit.DAYS, "en")


def _days(found: re.Match[str]) -> int:
    return int(found[1]) * 7 + int(found[2])


def numbered(numbers: list[int], language: Language) -> str:
    """`1`, `1 and 2`, `1, 2 and 3`; `1、2、3`."""
    words = [str(one) for one in numbers]
    if language == "zh" or len(words) == 1:
        return COMMA[language].join(words)
    return f"{', '.join(words[:-1])} and {words[-1]}"
