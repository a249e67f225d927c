"""One sentence of a letter, where it stands and how it was read: a guideline's row, a figure, the protocol."""

from __future__ import annotations

from dataclasses import dataclass

from fullterm.care.protocol.model import Protocol
from fullterm.clinic.words import WORDS
from fullterm.guidelines import register
from fullterm.guidelines.figures import Figure
from fullterm.guidelines.model import ADVISING
from fullterm.vocabulary.fact import Language, Text
from fullterm.vocabulary.punctuation import chinese


@dataclass(frozen=True, slots=True)
class Cited:
    """What is said, by whom and where, and how it was read (empty for the hospital's own protocol)."""

    says: str
    source: str
    read: str = ""


def row(key: str, language: Language) -> Cited:
    """A guideline's row: `rcog-gtg75 REM-2`. Raises ValueError for one that was not read closely: it may not advise."""
    guideline, _, ref = key.partition(" ")
    found = register.find(guideline, ref)
    if found.read not in ADVISING:
        raise ValueError(f"{key} was read from {found.read}: a letter may not rest on it")
    return Cited(_said(found.says, language), f"{register.GUIDELINES[guideline].short}, {found.locus}", found.read)


def figure(one: Figure, language: Language) -> Cited:
    """A study's figure. Raises ValueError for one that was not read closely."""
    if one.read not in ADVISING:
        raise ValueError(f"{one.row} was read from {one.read}: a letter may not rest on it")
    return Cited(_said(one.says, language), one.source, one.read)


def step(protocol: Protocol, name: str, language: Language) -> Cited | None:
    """What the hospital's own protocol says of one of its steps; None when it has no such step."""
    found = next((one for one in protocol.steps if one.id == name), None)
    of_protocol = WORDS["letter.protocol"][language].format(protocol.title[language])
    return None if found is None else Cited(_said(found.says, language), of_protocol)


def _said(text: Text, language: Language) -> str:
    return chinese(text.zh) if language == "zh" else text.en
