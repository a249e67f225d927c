"""Every word of the interface in both languages: one module a page, joined here. A `Text` cannot lack a language."""

from __future__ import annotations

from fullterm.clinic.words import (
    agreement,
    base,
    compare,
    emergency,
    entries,
    her,
    history,
    hospital,
    letters,
    link,
    people,
    registry,
    replay,
    reserve,
    sign,
    sutures,
    today,
    withdraw,
    woman,
)
from fullterm.vocabulary.fact import Text

WORDS: dict[str, Text] = {}
for page in (
    base,
    today,
    woman,
    history,
    entries,
    sign,
    withdraw,
    emergency,
    registry,
    link,
    her,
    letters,
    people,
    hospital,
    compare,
    agreement,
    reserve,
    replay,
    sutures,
):
    for name, text in page.WORDS.items():
        if name in WORDS:
            raise ValueError(f"the word {name!r} stands on two pages: keep it in words.base")
        WORDS[name] = text
