"""Every word of the interface in both languages, by its name. A `Text` cannot lack a language.

What several pages say stands here; a page's own words stand beside the page and are joined when Django starts.
"""

from __future__ import annotations

from collections.abc import Mapping

from fullterm.clinic.words import base, sutures, woman
from fullterm.vocabulary.fact import Text

WORDS: dict[str, Text] = {}


def add(words: Mapping[str, Text]) -> None:
    """Join these to the words of the interface. Raises ValueError where a name has two meanings."""
    for name, text in words.items():
        if WORDS.setdefault(name, text) != text:
            raise ValueError(f"the word {name!r} stands on two pages: keep it in words.base")


for shared in (base, sutures, woman):
    add(shared.WORDS)
