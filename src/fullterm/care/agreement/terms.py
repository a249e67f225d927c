"""The terms of a treatment agreement: versioned text with its parameters, in both languages.

Terms are data, `terms/NAME-VERSION.toml`: what was once offered is never edited, a change is a new version. The hash of
the exact text in one language is what a signature refers to. Gestations in days, money in `currency`. Read by
`terms_file`; nothing that decides about treatment may import this (law 6).
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal, TypeAlias

from fullterm.guidelines.model import Read
from fullterm.vocabulary.fact import Language, Text

By: TypeAlias = Literal["woman", "hospital", "either", "time"]
Stage: TypeAlias = Literal["before treatment", "after treatment"]
Returns: TypeAlias = Literal["everything", "nothing"]
Tier: TypeAlias = Literal["planned vaginal", "repeat low vaginal", "abdominal"]
TIERS: tuple[Tier, ...] = ("planned vaginal", "repeat low vaginal", "abdominal")
"""The treatments an agreement may be about, as far as the published chance differs. Rescue is never one."""
MONEY = {"CNY": Text("CNY {}", "人民币{}元"), "GBP": Text("£{}", "{}英镑")}


@dataclass(frozen=True, slots=True)
class Clause:
    """One clause that may exclude a loss, end or void the agreement; `id` is what a decision names.

    For a clause that ends it: by whom, at which stage, and whether everything paid comes back or nothing does.
    """

    id: str
    says: Text
    by: By = "either"
    stage: Stage = "before treatment"
    returns: Returns = "everything"


@dataclass(frozen=True, slots=True)
class Alternative:
    """Another way than the agreement. `source`: a recommendation's key, or who says so."""

    says: Text
    source: str


@dataclass(frozen=True, slots=True)
class Chance:
    """One published figure: of whom, counting what, from which paper, and how it was read. Never a figure of hers."""

    tier: Tier | Literal["none"]
    population: Text
    outcome: Text
    figure: Text
    source: str
    read: Read


@dataclass(frozen=True, slots=True)
class Terms:
    """One version of the terms.

    A recurrence is a pregnancy that ends at `recurs_from` or later and before `recurs_before`, with no child of it
    alive `survives_days` later, that no clause of `excluded` names. It is fulfilled by a live birth at `success_from`
    or later, or an earlier one whose child is alive after those days. `months` after signing it lapses if nothing was
    treated; `claim_months` after the due date no loss can be reported any more. `review_days` run from report to
    answer, `refund_days` from answer to payment.
    """

    id: str
    version: int
    jurisdiction: str
    published: date
    currency: str
    fee: Decimal
    recurs_from: int
    recurs_before: int
    success_from: int
    survives_days: int
    months: int
    claim_months: int
    review_days: int
    refund_days: int
    excluded: tuple[Clause, ...]
    ends: tuple[Clause, ...]
    alternatives: tuple[Alternative, ...]
    chances: tuple[Chance, ...]
    title: Text
    held_by: Text
    complaints: Text
    body: Text

    @property
    def key(self) -> str:
        """The name a signature keeps: `antai-cn-1`."""
        return f"{self.id}-{self.version}"

    def clause(self, name: str) -> Clause:
        """The clause of this id, of either list. Raises KeyError when these terms have none."""
        return {one.id: one for one in (*self.excluded, *self.ends)}[name]


def text_of(terms: Terms, language: Language) -> str:
    """The exact text that is shown, hashed and signed: the title, and the body with every parameter filled in.

    Plain lines: `## ` begins a heading, `- ` an item of a list, anything else is a paragraph.
    """
    filled = parameters(terms, language)
    listed = {
        "excluded": _items(one.says[language].format(**filled) for one in terms.excluded),
        "ends": _items(one.says[language].format(**filled) for one in terms.ends),
        "alternatives": _items(one.says[language] for one in terms.alternatives),
        "chances": _items(_chance(one, language) for one in terms.chances),
    }
    body = terms.body[language].strip().format(**filled, **listed)
    return f"# {terms.title[language]}\n\n{body}\n"


def text_hash(terms: Terms, language: Language) -> str:
    """SHA-256 of the exact text in one language, in hexadecimal."""
    return hashlib.sha256(text_of(terms, language).encode()).hexdigest()


def said(clause: Clause, terms: Terms, language: Language) -> str:
    """One clause as the text has it, its parameters filled in."""
    return clause.says[language].format(**parameters(terms, language))


def parameters(terms: Terms, language: Language) -> dict[str, str]:
    """Every parameter a text may name, as it is written in one language."""
    amount = f"{terms.fee:,.2f}"
    return {
        "key": terms.key,
        "fee": MONEY[terms.currency][language].format(amount),
        "currency": terms.currency,
        "recurs_from": weeks(terms.recurs_from, language),
        "recurs_before": weeks(terms.recurs_before, language),
        "success_from": weeks(terms.success_from, language),
        "survives_days": str(terms.survives_days),
        "months": str(terms.months),
        "claim_months": str(terms.claim_months),
        "review_days": str(terms.review_days),
        "refund_days": str(terms.refund_days),
        "published": day(terms.published, language),
        "held_by": terms.held_by[language],
        "complaints": terms.complaints[language],
    }


def weeks(gestation: int, language: Language) -> str:
    """A gestation as an agreement writes it: `16+0 weeks`, `16+0周`."""
    return f"{gestation // 7}+{gestation % 7}" + ("周" if language == "zh" else " weeks")


def day(on: date, language: Language) -> str:
    """A date as an agreement writes it: `5 January 2026`, `2026年1月5日`."""
    return f"{on.year}年{on.month}月{on.day}日" if language == "zh" else f"{on.day} {on:%B %Y}"


def _items(lines: Iterable[str]) -> str:
    return "\n".join(f"- {line}" for line in lines)


def _chance(one: Chance, language: Language) -> str:
    read = READ[one.read][language]
    if language == "zh":
        return f"{one.population.zh}。{one.outcome.zh}：{one.figure.zh}。（{one.source}；{read}）"
    return (
        f"{one.population.en}. {one.outcome.en[0].upper()}{one.outcome.en[1:]}: {one.figure.en}. ({one.source}; {read})"
    )


READ: dict[Read, Text] = {
    "full text": Text("read in full", "已读全文"),
    "abstract": Text("read in its abstract", "已读摘要"),
    "in part": Text("read in part", "只读到一部分"),
    "secondary": Text("quoted by others", "转引自他人"),
    "recalled": Text("not yet checked", "尚未核对"),
}
