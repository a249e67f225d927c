"""What a candidate cause is: a name and its arguments, each a condition with a sentence and a citation."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from fullterm.guidelines.model import Read
from fullterm.logic.nodes import Bool
from fullterm.vocabulary.fact import Text

Effect: TypeAlias = Literal["supports", "opposes", "confirms", "excludes"]


@dataclass(frozen=True, slots=True)
class Citation:
    """Where an argument's sentence rests: the document, the place in it, how it was read, its row in `clinical/`."""

    document: str
    locus: str
    read: Read
    row: str


@dataclass(frozen=True, slots=True)
class Argument:
    """One reason for or against a cause, when its condition is yes."""

    effect: Effect
    when: Bool
    citation: Citation
    says: Text
    factor: Bool | None = None
    """The risk factor by itself, where the argument is one: it argues only `when` there is something to explain."""


@dataclass(frozen=True, slots=True)
class Cause:
    """A candidate cause of late losses. `of_the_cervix`: whether it is a weakness of the cervix."""

    id: str
    label: Text
    of_the_cervix: bool
    arguments: tuple[Argument, ...]


def supports(when: Bool, citation: Citation, says: Text) -> Argument:
    """An argument for the cause."""
    return Argument("supports", when, citation, says)


def risk(factor: Bool, when: Bool, citation: Citation, says: Text) -> Argument:
    """A risk factor: an argument for the cause `when` something came after it that it may explain."""
    return Argument("supports", when, citation, says, factor)


def opposes(when: Bool, citation: Citation, says: Text) -> Argument:
    """An argument against the cause."""
    return Argument("opposes", when, citation, says)


def confirms(when: Bool, citation: Citation, says: Text) -> Argument:
    """A finding that settles the cause as present."""
    return Argument("confirms", when, citation, says)


def excludes(when: Bool, citation: Citation, says: Text) -> Argument:
    """A finding that settles the cause as absent."""
    return Argument("excludes", when, citation, says)
