"""One field of a form and what somebody typed in it.

A fact is read by `vocabulary.phrases`, so that "2.2" for a length is questioned as centimetres here as in a case file.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Literal, TypeAlias

from fullterm.care.case.days import read_day, read_duration
from fullterm.clinic.base.refused import LONGEST, too_long
from fullterm.clinic.text.refusals_zh import in_words
from fullterm.clinic.words import WORDS
from fullterm.logic.quantity import Unit
from fullterm.vocabulary.fact import VOCABULARY, Fact, Language, Text
from fullterm.vocabulary.phrases import parse_value
from fullterm.vocabulary.punctuation import chinese

Kind: TypeAlias = Literal["choice", "select", "text", "long", "day", "tick"]
YES_NO = (("yes", WORDS["yes"]), ("no", WORDS["no"]), ("unknown", WORDS["unknown"]))
EXAMPLES: dict[Unit, Text] = {
    Unit.DAYS: Text(
        "20w3d · about 20 weeks · 18-22 weeks · just after 5 months", "20w3d · 18-22周 · 大约5个月 · 刚过5个月"
    ),
    Unit.MILLIMETRES: Text("25 · 20..25 · less than 25", "25 · 20..25 · 小于25"),
    Unit.CENTIMETRES: Text("2 · 1..3", "2 · 1..3"),
    Unit.CELSIUS: Text("36.8", "36.8"),
}
"""What may be typed for a number, by its unit."""


@dataclass(frozen=True, slots=True)
class Field:
    """One field: how it is labelled, what may be typed, and what stands in it when the page is opened."""

    name: str
    label: Text
    kind: Kind = "text"
    options: tuple[tuple[str, Text], ...] = ()
    fact: Fact | None = None
    help: Text | None = None
    example: Text | None = None
    required: bool = False
    usual: str = ""
    within: Literal["", "days"] = ""
    unit: str = ""
    longest: int = LONGEST

    def problem(self, typed: str, today: date) -> str | None:
        """What is wrong with what was typed, as one English sentence; None when it can be read."""
        if not typed:
            return "this is needed: fill it in" if self.required else None
        if len(typed) > self.longest:
            return too_long(self.longest)
        if self.options and typed not in dict(self.options):
            return f"{typed!r} is none of its options: choose one of them"
        try:
            if self.kind == "day" and read_day(typed) > today:
                return f"{typed} lies in the future (today is {today}): correct the day"
            if self.within == "days":
                read_duration(typed)
            if self.fact is not None:
                parse_value(self.fact, typed)
        except ValueError as error:
            return str(error)
        return self.refuses(typed)

    def refuses(self, typed: str) -> str | None:  # noqa: ARG002  # a kind of field that reads more says more
        """What a special kind of field has against what was typed; a plain one has nothing."""
        return None


@dataclass(frozen=True, slots=True)
class ShownField:
    """A field as a template draws it, in one language."""

    name: str
    label: str
    kind: Kind
    options: tuple[tuple[str, str, bool], ...]
    value: str
    wrong: str | None
    help: str
    example: str
    unit: str
    required: bool


@dataclass(slots=True)
class Form:
    """Several fields and what was typed in them; `wrong` holds one sentence by field, in the reader's language."""

    fields: tuple[Field, ...]
    typed: dict[str, str]
    language: Language
    today: date
    wrong: dict[str, str] = field(default_factory=dict)

    def check(self) -> bool:
        """Whether everything typed can be read; what cannot is noted beside its field."""
        for one in self.fields:
            sentence = one.problem(self.typed.get(one.name, ""), self.today)
            if sentence is not None:
                self.wrong[one.name] = in_words(sentence, self.language)
        return not self.wrong

    def told(self) -> dict[str, str]:
        """What was typed, by field, without what was left empty."""
        return {one.name: typed for one in self.fields if (typed := self.typed.get(one.name, ""))}

    def day(self, name: str = "on") -> date:
        """The day typed in a field that has been checked; today when it was left empty."""
        return read_day(typed) if (typed := self.typed.get(name)) else self.today

    def shown(self, names: Iterable[str] | None = None) -> list[ShownField]:
        """The fields as a template draws them, all or those named."""
        wanted = None if names is None else set(names)
        return [self._shown(one) for one in self.fields if wanted is None or one.name in wanted]

    def _shown(self, one: Field) -> ShownField:
        typed, label = self.typed.get(one.name, ""), self._said(one.label)
        return ShownField(
            one.name, label[:1].upper() + label[1:], one.kind,
            tuple((value, self._said(label), value == typed) for value, label in one.options),
            typed, self.wrong.get(one.name),
            self._said(one.help),
            self._said(one.example),
            one.unit or _unit(one.fact),
            one.required,
        )  # fmt: skip

    def _said(self, text: Text | None) -> str:
        """In the reader's language, with its own marks; nothing for nothing."""
        if text is None:
            return ""
        return chinese(text.zh) if self.language == "zh" else text.en


def _unit(fact: Fact | None) -> str:
    counted = (None, Unit.DAYS, Unit.COUNT, Unit.YEARS)
    return fact.unit.symbol if fact is not None and fact.unit is not None and fact.unit not in counted else ""


def opened(fields: tuple[Field, ...], language: Language, today: date) -> Form:
    """A form nobody has typed in yet: days stand on today."""
    usual = {one.name: one.usual or (today.isoformat() if one.kind == "day" and one.required else "") for one in fields}
    return Form(fields, usual, language, today)


def typed_in(fields: tuple[Field, ...], data: Mapping[str, str], language: Language, today: date) -> Form:
    """What was sent, not yet checked."""
    return Form(fields, {one.name: data.get(one.name, "").strip() for one in fields}, language, today)


def answers(fact: Fact) -> tuple[tuple[str, Text], ...]:
    """The buttons of a yes/no fact: yes, no and don't know, or its own words for them."""
    own = fact.answers
    return YES_NO if own is None else (("yes", own.yes), ("no", own.no), ("unknown", own.unknown))


def of_fact(name: str, rows: str | None = None, *, short: bool = False, **more: object) -> Field:
    """The field of one fact of the vocabulary, under its own label; `short`: a list to choose from, not buttons."""
    fact = VOCABULARY.facts[name if rows is None else f"{rows}.{name}"]
    options = answers(fact) if fact.kind == "yes/no" else (*fact.options, YES_NO[2]) if fact.kind == "option" else ()
    kind: Kind = "text" if not options else "select" if short else "choice"
    example = EXAMPLES.get(fact.unit) if fact.unit is not None else None
    made = Field(name, fact.label, kind, options, fact, help=fact.hint, example=example)
    return replace(made, **more)  # type: ignore[arg-type]  # the names of Field's own fields
