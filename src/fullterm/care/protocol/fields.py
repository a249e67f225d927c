"""How one field of a protocol's file is read: a condition, a gestation, words in two languages, a departure.

What is wrong is added to `problems` as a sentence that says where it is and what to write.
"""

from __future__ import annotations

import difflib
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from fullterm.guidelines.model import Recommendation
from fullterm.logic.language import any_of
from fullterm.logic.nodes import Bool, Named, YesNo
from fullterm.vocabulary import phrases
from fullterm.vocabulary.fact import VOCABULARY, Fact, Text


@dataclass(frozen=True, slots=True)
class Departure:
    """Advice the protocol does not follow, follows only in part, or keeps without a step of its own, and why."""

    advice: str
    why: Text


def departures(
    where: str, told: Iterable[dict[str, Any]], known: Mapping[str, Recommendation], problems: list[str]
) -> tuple[Departure, ...]:
    """What is departed from, each with its reason."""
    found = tuple(Departure(one["advice"], Text(**one["why"])) for one in told)
    problems += advice_nobody_gives(where, (one.advice for one in found), known)
    return found


def advice_nobody_gives(where: str, keys: Iterable[str], known: Mapping[str, Recommendation]) -> list[str]:
    """A sentence for each advice that no document gives."""
    return [f"{where}: there is no advice {key!r}{nearest(key, known)}" for key in keys if key not in known]


def bilingual(text: object) -> bool:
    """Whether words are there in both languages."""
    return isinstance(text, dict) and set(text) == {"en", "zh"} and all(visible(one) for one in text.values())


def visible(text: object) -> bool:
    """Whether words can be read in it: letters or figures, not only spaces and signs without width."""
    return isinstance(text, str) and any(unicodedata.category(sign)[0] in "LN" and sign not in _BLANK for sign in text)


def in_both(told: str | dict[str, str]) -> Text:
    """Words in two languages; a citation alone is the same in both."""
    return Text(told, told) if isinstance(told, str) else Text(**told)


def condition(where: str, names: Iterable[str], problems: list[str]) -> Bool | None:
    """Any of several yes/no facts, by their names; None where none is named."""
    found: list[Bool] = []
    for name in names:
        fact = VOCABULARY.facts.get(name)
        if name in VOCABULARY.derived:
            found.append(Named(name, VOCABULARY.derived[name].of))
        elif fact is not None and fact.kind == "yes/no" and fact.rows is None:
            found.append(YesNo(name))
        else:
            problems.append(f"{where}: {name!r} is no yes/no fact{nearest(name, _yes_no_names())}")
    return any_of(*found) if found else None


def _yes_no_names() -> list[str]:
    own = VOCABULARY.fields(None)
    return [*VOCABULARY.derived, *(name for name, fact in own.items() if fact.kind == "yes/no")]


def gestation(where: str, said: str | None, problems: list[str]) -> int | None:
    """One day of gestation (days), as a case file writes it; None where none is written."""
    if said is None:
        return None
    try:
        span = phrases.parse_span(_GESTATION, said)
    except ValueError as error:
        problems.append(f"{where}: {error}")
        return None
    if not span.exact:
        problems.append(f"{where}: {said!r} is not one day: write it as 14w0d")
    return span.low


def nearest(word: str, words: Iterable[str]) -> str:
    """What was probably meant by a word that is none of several, as the end of a sentence."""
    near = difflib.get_close_matches(word, list(words), n=1, cutoff=0.5)
    return f": did you mean {near[0]!r}?" if near else ""


_GESTATION: Fact = VOCABULARY.facts["gestation"]
_BLANK = "\u115f\u1160\u3164\uffa0"
"""Letters that show nothing."""
