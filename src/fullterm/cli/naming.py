"""How the page names what is missing, where a sentence comes from, and when a window is open."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from rich.markup import escape

from fullterm.cli.lines import BRACKETS, CLAUSE, COLON, SEMICOLON, TO, day_before, gestation, numbered
from fullterm.cli.words import HEAD, NEWER, READ
from fullterm.guidelines.model import Guideline
from fullterm.guidelines.newer import newer
from fullterm.vocabulary.fact import VOCABULARY, Language
from fullterm.vocabulary.wording import fact_named, name_of, place_of

_KEY = re.compile(r"^(\w+)\[(\d+)\]\.(\w+)$")
_SEVERAL = {"earlier": "earlier pregnancies", "procedures": "cervical operations", "scans": "cervical scans"}


def names(keys: Iterable[str], language: Language, most: int = 6, *, in_order: bool = True) -> str:
    """Missing facts as people call them, in the order a history is taken, or (`in_order=False`) as given.

    One fact missing of several pregnancies is named once, with their numbers.
    """
    grouped: dict[tuple[str, str], list[int]] = {}
    for key in sorted(keys, key=place_of) if in_order else keys:
        found = _KEY.match(key)
        grouped.setdefault((found[1], found[3]) if found else ("", key), []).extend([int(found[2])] if found else [])
    said = [_name(rows, name, sorted(numbers), language) for (rows, name), numbers in grouped.items()]
    more = HEAD["or_more"][language].format(len(said) - most) if len(said) > most else ""
    return SEMICOLON[language].join(said[:most]) + more


def _name(rows: str, name: str, numbers: list[int], language: Language) -> str:
    if not rows:
        return name_of(name, language)
    label = fact_named(name, rows).label[language]
    one = VOCABULARY.lists[rows].one[language]
    if language == "zh":
        return label + BRACKETS[language].format(one + numbered(numbers, language))
    called = one if len(numbers) == 1 else _SEVERAL[rows]
    return label + BRACKETS[language].format(f"{called} {numbered(numbers, language)}")


def source_of(one: dict[str, Any], language: Language) -> str:
    """Where a sentence stands in its document, its grade if it has one, and how the document was read."""
    parts = [one["citation"]["locus"], graded(one["citation"]["grade"], language), READ[one["read"]][language]]
    return escape(SEMICOLON[language].join(part for part in parts if part))


def graded(grade: str, language: Language) -> str:
    """A grade as printed: `grade C`. One that is a word already (`offer`, `evidence level 3`) needs no other."""
    if grade == "-":
        return ""
    return grade if re.search("[a-z]{3}|GRADE", grade) else f"{HEAD['grade'][language]} {grade}"


def newer_lines(key: str, on: date, language: Language) -> list[str]:
    """What was published after the edition a recommendation stands in, as known on a day, the newest first."""
    colon, semicolon = COLON[language], SEMICOLON[language]
    lines: list[str] = []
    for one in newer(key, on):
        source = BRACKETS[language].format(f"{READ[one.read][language]}{semicolon}{one.row}, {one.source}")
        lines += [
            f"{NEWER[one.kind][language]}{CLAUSE[language]}{one.day}{colon}{one.name[language]}{source}",
            f"  {one.design[language]}{'' if language == 'zh' else ' '}{one.found[language]}",
            f"  {NEWER['weakness'][language]}{colon}{one.weakness[language]}",
        ]
    return lines


def review_line(guideline: Guideline, on: date | None, language: Language) -> str:
    """When a document is to be looked at again by its own word, and whether that has gone by on a day; else nothing."""
    if guideline.review is None:
        return ""
    past = on is not None and guideline.past_review(on)
    return NEWER["past_review" if past else "review"][language].format(guideline.review.isoformat())


def window_of(opens: str | None, closes: str | None, language: Language) -> str:
    """A window in gestation, both ends included. The report's `closes` is the first day too late."""
    last = None if closes is None else gestation(day_before(closes), language)
    if opens == "0w0d":  # a step that may come before conception
        start = HEAD["before"][language]
        return start if last is None else f"{start}{CLAUSE[language]}{HEAD['until'][language].format(last)}"
    first = None if opens is None else gestation(opens, language)
    return between(first, last, language)


def between(first: str | None, last: str | None, language: Language) -> str:
    """`A to B`, `from A`, `until B`, or nothing."""
    if first and last:
        return first if first == last else f"{first}{TO[language]}{last}"
    if first:
        return HEAD["from"][language].format(first)
    return HEAD["until"][language].format(last) if last else ""


def day_before_iso(said: str | None) -> str | None:
    """The day before `2026-09-27`: a window's end in the report is the first day too late."""
    return None if said is None else (date.fromisoformat(said) - timedelta(days=1)).isoformat()
