"""What one fact is: its name, type, unit, question, codes and how long it stays true.

Everything that shows, stores or exchanges a fact reads it from here. Declaring a fact returns the node a rule uses:

    contractions = yes_no("contractions", Text("painful contractions now", "目前有痛性宫缩"), ...)
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from fullterm.logic.nodes import Bool, Measure, Named, OneOf, YesNo
from fullterm.logic.quantity import Quantity, Unit

Language: TypeAlias = Literal["en", "zh"]
Kind: TypeAlias = Literal["yes/no", "number", "option"]


@dataclass(frozen=True, slots=True)
class Text:
    """One sentence or label in both languages: `text["zh"]`."""

    en: str
    zh: str

    def __getitem__(self, language: Language) -> str:
        return self.zh if language == "zh" else self.en


@dataclass(frozen=True, slots=True)
class Code:
    """A code another system knows this fact by. Only codes that `interop.md` marks VERIFIED are entered."""

    system: Literal["LOINC", "SNOMED CT", "ICD-10", "ICD-10-CM", "OPCS-4"]
    code: str


@dataclass(frozen=True, slots=True)
class Answers:
    """The words of a yes/no fact whose "no" would be misread: its three answers, and what is known once it is told.

    "Has a heartbeat been seen?" no, may mean that nobody looked; "absent" and "not looked for" cannot be confused.
    """

    yes: Text
    no: Text
    unknown: Text
    when_yes: Text
    when_no: Text


@dataclass(frozen=True, slots=True)
class Fact:
    """The definition of one fact. `lasts`: days an answer stays true; None means it does not age.

    `hint` stands beside its question; `by_doctor`: only a doctor may record it, or take it back.
    `vague`: options that may be told and leave the fact unknown ("one is in, kind not known"); no rule names one.
    """

    name: str
    kind: Kind
    label: Text
    question: Text
    rows: str | None = None
    unit: Unit | None = None
    options: tuple[tuple[str, Text], ...] = ()
    lowest: int | None = None
    highest: int | None = None
    lasts: int | None = None
    codes: tuple[Code, ...] = ()
    answers: Answers | None = None
    hint: Text | None = None
    by_doctor: bool = False
    vague: tuple[str, ...] = ()

    @property
    def settles(self) -> tuple[str, ...]:
        """The options that say which it is."""
        return tuple(name for name, _ in self.options if name not in self.vague)

    @property
    def full_name(self) -> str:
        """`contractions`, or `earlier.gestation` for a field of a list."""
        return self.name if self.rows is None else f"{self.rows}.{self.name}"


@dataclass(frozen=True, slots=True)
class ListOf:
    """The definition of one list of records: how one record and the whole list are called and asked for."""

    name: str
    one: Text
    label: Text
    question: Text
    complete: Text


@dataclass(frozen=True, slots=True)
class Derived:
    """A fact computed from others, written once for one woman and for a million."""

    name: str
    label: Text
    of: Bool


@dataclass(slots=True)
class Vocabulary:
    """All that may be known. Filled while the vocabulary's modules load, and only then."""

    facts: dict[str, Fact] = field(default_factory=dict)
    lists: dict[str, ListOf] = field(default_factory=dict)
    derived: dict[str, Derived] = field(default_factory=dict)

    def fields(self, rows: str | None) -> dict[str, Fact]:
        """The facts of one list by short name, or the woman's own when `rows` is None."""
        return {fact.name: fact for fact in self.facts.values() if fact.rows == rows}


VOCABULARY = Vocabulary()


def _add(fact: Fact) -> None:
    if fact.full_name in VOCABULARY.facts:
        raise ValueError(f"the fact {fact.full_name} is defined twice: give one of them another name")
    VOCABULARY.facts[fact.full_name] = fact


def yes_no(
    name: str,
    label: Text,
    question: Text,
    *,
    rows: str | None = None,
    lasts: int | None = None,
    codes: tuple[Code, ...] = (),
    answers: Answers | None = None,
    hint: Text | None = None,
) -> YesNo:
    """Declare a yes/no fact; `lasts` in days. `answers`: its own words for yes, no and unknown."""
    _add(Fact(name, "yes/no", label, question, rows, lasts=lasts, codes=codes, answers=answers, hint=hint))
    return YesNo(name, rows)


def number(
    name: str,
    label: Text,
    question: Text,
    unit: Unit,
    *,
    between: tuple[Quantity, Quantity],
    rows: str | None = None,
    lasts: int | None = None,
    codes: tuple[Code, ...] = (),
    hint: Text | None = None,
    by_doctor: bool = False,
) -> Measure:
    """Declare a number fact. `between`: the least and greatest value anybody should believe, included."""
    low, high = between
    if low.unit is not unit or high.unit is not unit:
        raise ValueError(f"{name}: its bounds must be in {unit.name.lower()}")
    _add(
        Fact(
            name,
            "number",
            label,
            question,
            rows,
            unit,
            lowest=low.amount,
            highest=high.amount,
            lasts=lasts,
            codes=codes,
            hint=hint,
            by_doctor=by_doctor,
        )
    )
    return Measure(name, unit, rows)


@dataclass(frozen=True, slots=True)
class Options:
    """A fact with options, as a page uses it: `procedure.kind.is_("lletz", "cone")`."""

    name: str
    options: tuple[str, ...]
    rows: str | None = None

    def is_(self, *options: str) -> OneOf:
        """Whether the fact is one of `options`. Raises ValueError for an option it does not have."""
        for option in options:
            if option not in self.options:
                raise ValueError(f"{self.name} cannot be {option!r}: write one of {', '.join(self.options)}")
        return OneOf(self.name, options, self.rows)


def option(
    name: str,
    label: Text,
    question: Text,
    options: dict[str, Text],
    *,
    rows: str | None = None,
    lasts: int | None = None,
    codes: tuple[Code, ...] = (),
    vague: tuple[str, ...] = (),
) -> Options:
    """Declare a fact that is one of several named options; a rule reads any but the `vague`."""
    fact = Fact(
        name, "option", label, question, rows, options=tuple(options.items()), lasts=lasts, codes=codes, vague=vague
    )
    _add(fact)
    return Options(name, fact.settles, rows)


def list_of(name: str, *, one: Text, label: Text, question: Text, complete: Text) -> str:
    """Declare a list of records and return its name."""
    VOCABULARY.lists[name] = ListOf(name, one, label, question, complete)
    return name


def derived(name: str, label: Text, of: Bool) -> Named:
    """Declare a derived fact: an expression over others, under one name."""
    if name in VOCABULARY.derived or name in VOCABULARY.facts:
        raise ValueError(f"the fact {name} is defined twice: give one of them another name")
    VOCABULARY.derived[name] = Derived(name, label, of)
    return Named(name, of)
