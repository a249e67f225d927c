"""Terms read from `terms/NAME-VERSION.toml`: everything wrong is said at once, with the file and the field."""

from __future__ import annotations

import string
import tomllib
from collections.abc import Iterable
from datetime import date
from decimal import Decimal, InvalidOperation
from functools import cache
from pathlib import Path
from typing import Any, get_args

from fullterm.care.agreement.promise_words import promises
from fullterm.care.agreement.terms import (
    MONEY,
    READ,
    TIERS,
    Alternative,
    By,
    Chance,
    Clause,
    Returns,
    Stage,
    Terms,
    text_of,
)
from fullterm.vocabulary import phrases
from fullterm.vocabulary.fact import VOCABULARY, Language, Text

TERMS = Path(__file__).parents[2] / "terms"
LANGUAGES: tuple[Language, ...] = ("en", "zh")
GESTATIONS = ("recurs_from", "recurs_before", "success_from")
NUMBERS = ("version", "survives_days", "months", "claim_months", "review_days", "refund_days")
TEXTS = ("title", "held_by", "complaints", "body")
LISTS = {
    "excluded": ("id", "says"),
    "ends": ("id", "says", "by", "stage", "returns"),
    "alternative": ("says", "source"),
    "chance": ("tier", "population", "outcome", "figure", "source", "read"),
}
BOTH = frozenset({"says", "population", "outcome", "figure"})
ONE_OF: dict[str, tuple[str, ...]] = {
    "by": get_args(By),
    "stage": get_args(Stage),
    "returns": get_args(Returns),
    "tier": (*TIERS, "none"),
    "read": tuple(READ),
}
FILLED = frozenset(
    (*GESTATIONS, *NUMBERS[1:], "key", "fee", "currency", "published", "held_by", "complaints",
     "excluded", "ends", "alternatives", "chances")
)  # fmt: skip
"""What a text may name in braces."""
SHOWN = ("fee", "recurs_from", "recurs_before", "success_from", "held_by", "complaints", "excluded", "ends",
         "alternatives", "chances", "key")  # fmt: skip
"""What the body must name in both languages: a woman signs nothing she was not shown."""


def available() -> tuple[str, ...]:
    """The keys of the terms the software carries: `antai-cn-1`."""
    return tuple(sorted(path.stem for path in TERMS.glob("*.toml")))


@cache
def offered(jurisdiction: str) -> Terms | None:
    """The terms offered in a jurisdiction: those published last; None where there are none."""
    found = [one for key in available() if (one := read_terms(key)).jurisdiction == jurisdiction]
    return max(found, key=lambda one: (one.published, one.version), default=None)


@cache
def read_terms(key: str) -> Terms:
    """The terms of this key, old or new. Raises ValueError listing everything wrong with the file, a sentence each."""
    if key not in available():  # a name, never a path
        raise ValueError(f"there are no terms {key!r}: write one of {', '.join(available())}")
    return parsed(f"{key}.toml", (TERMS / f"{key}.toml").read_text(encoding="utf-8"))


def parsed(file: str, text: str) -> Terms:
    """The terms written in a text; `file` is the name it has or will have. Raises ValueError as `read_terms` does."""
    try:
        told = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ValueError(f"{file} is not TOML: {error}") from None
    wrong = [*_incomplete(file, told), *_unknown(file, told)]
    _refuse(wrong)
    gestations = {name: _gestation(file, name, told[name], wrong) for name in GESTATIONS}
    fee = _amount(file, told["fee"], wrong)
    wrong += _choices(file, told)
    _refuse(wrong)
    terms = _terms(told, gestations, fee)
    wrong += _contradictions(file, terms)
    _refuse(wrong)  # a text that names what does not exist cannot be filled in
    wrong += [
        f"{file} [{language}]: {one.word!r} is a promise: say it without ({one.source})"
        for language in LANGUAGES
        for one in promises(text_of(terms, language), terms.jurisdiction)
    ]
    _refuse(wrong)
    return terms


def _refuse(wrong: list[str]) -> None:
    if wrong:
        raise ValueError("\n".join(wrong))


def _terms(told: dict[str, Any], gestations: dict[str, int], fee: Decimal) -> Terms:
    plain: dict[str, Any] = {name: told[name] for name in NUMBERS}
    plain |= gestations | {name: Text(**told[name]) for name in TEXTS}
    return Terms(
        **plain,
        id=told["id"],
        jurisdiction=told["jurisdiction"],
        published=told["published"],
        currency=told["currency"],
        fee=fee,
        excluded=tuple(Clause(one["id"], Text(**one["says"])) for one in told["excluded"]),
        ends=tuple(
            Clause(one["id"], Text(**one["says"]), one["by"], one["stage"], one["returns"]) for one in told["ends"]
        ),
        alternatives=tuple(Alternative(Text(**one["says"]), one["source"]) for one in told["alternative"]),
        chances=tuple(
            Chance(one["tier"], Text(**one["population"]), Text(**one["outcome"]), Text(**one["figure"]),
                   one["source"], one["read"])
            for one in told["chance"]
        ),
    )  # fmt: skip


def _incomplete(file: str, told: dict[str, Any]) -> list[str]:
    """What terms cannot be without."""
    kinds: dict[str, type] = dict.fromkeys(("id", "jurisdiction", "currency", "fee", *GESTATIONS), str)
    kinds |= dict.fromkeys(NUMBERS, int) | {"published": date} | dict.fromkeys(LISTS, list)
    called = {str: "text in quotes", int: "a whole number", date: "a date, 2026-01-05", list: "a list of tables"}
    wrong = []
    for name, kind in kinds.items():
        if name not in told:
            wrong.append(f"{file}: {name} is missing: write it")
        elif not isinstance(told[name], kind) or told[name] in ("", [], 0):
            wrong.append(f"{file}: {name} = {told[name]!r} is not {called[kind]}")
    wrong += [f"{file}: {name} is needed in en and in zh" for name in TEXTS if not _both(told.get(name))]
    for name, fields in LISTS.items():
        for number, one in enumerate(told.get(name) or (), 1):
            where = f"{file} {name} {one.get('id', number)}"
            wrong += [f"{where}: {field} is missing: write it" for field in fields if not one.get(field)]
            wrong += [
                f"{where}: {field} is needed in en and in zh"
                for field in BOTH & one.keys()
                if not _both(one[field])
            ]  # fmt: skip
    return wrong


def _unknown(file: str, told: dict[str, Any]) -> Iterable[str]:
    fields = {"id", "jurisdiction", "published", "currency", "fee", *GESTATIONS, *NUMBERS, *TEXTS, *LISTS}
    yield from (f"{file}: {name!r} is no field of terms: take it out" for name in told if name not in fields)
    for name, known in LISTS.items():
        for number, one in enumerate(told.get(name) or (), 1):
            yield from (
                f"{file} {name} {one.get('id', number)}: {field!r} is no field here: take it out"
                for field in one
                if field not in known
            )


def _both(text: object) -> bool:
    return isinstance(text, dict) and set(text) == {"en", "zh"} and all(text.values())


def _gestation(file: str, name: str, said: str, wrong: list[str]) -> int:
    try:
        span = phrases.parse_span(VOCABULARY.facts["gestation"], said)
    except ValueError as error:
        wrong.append(f"{file} {name}: {error}")
        return 0
    if not span.exact:
        wrong.append(f"{file} {name}: {said!r} is not one day: write it as 14w0d")
    return span.low


def _amount(file: str, said: str, wrong: list[str]) -> Decimal:
    try:
        amount = Decimal(said)
        if amount.is_finite() and amount > 0 and amount == amount.quantize(Decimal("0.01")):
            return amount.quantize(Decimal("0.01"))
    except InvalidOperation:
        pass
    wrong.append(f'{file} fee: {said!r} is no amount above nothing with two decimals: write it as "20000.00"')
    return Decimal(0)


def _choices(file: str, told: dict[str, Any]) -> Iterable[str]:
    if told["currency"] not in MONEY:
        yield f"{file} currency: {told['currency']!r} is not known: write one of {', '.join(MONEY)}"
    if file != f"{told['id']}-{told['version']}.toml":
        yield f"{file}: id and version make {told['id']}-{told['version']}: give the file that name"
    for name, fields in LISTS.items():
        for number, one in enumerate(told[name], 1):
            yield from (
                f"{file} {name} {one.get('id', number)}: {field} = {one[field]!r} is none of {', '.join(ONE_OF[field])}"
                for field in fields
                if field in ONE_OF and one[field] not in ONE_OF[field]
            )


def _contradictions(file: str, terms: Terms) -> Iterable[str]:
    if not terms.recurs_from < terms.recurs_before <= terms.success_from:
        yield f"{file}: the weeks run backwards: write recurs_from < recurs_before <= success_from"
    if min(terms.survives_days, terms.months, terms.claim_months, terms.review_days, terms.refund_days) < 1:
        yield f"{file}: days and months are counted from 1 up"
    ids = [one.id for one in (*terms.excluded, *terms.ends)]
    yield from (f"{file}: two clauses are called {one!r}: a decision names one" for one in sorted(set(ids))
                if ids.count(one) > 1)  # fmt: skip
    for one in terms.ends:
        if one.stage == "before treatment" and one.returns != "everything":
            yield f'{file} ends {one.id}: before the treatment everything comes back: write returns = "everything"'
        if one.stage == "after treatment" and one.by == "hospital":
            yield f"{file} ends {one.id}: after the treatment the hospital cannot end it: take the clause out"
    for language in LANGUAGES:
        named = _named(terms.body[language])
        yield from (f"{file} body [{language}]: it never says {{{name}}}: write it" for name in SHOWN
                    if name not in named)  # fmt: skip
        for where, text in _texts(terms, language):
            yield from (f"{file} {where} [{language}]: {{{name}}} is nothing that can be filled in"
                        for name in sorted(_named(text) - FILLED))  # fmt: skip


def _texts(terms: Terms, language: Language) -> Iterable[tuple[str, str]]:
    yield "body", terms.body[language]
    yield from ((one.id, one.says[language]) for one in (*terms.excluded, *terms.ends))


def _named(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}
