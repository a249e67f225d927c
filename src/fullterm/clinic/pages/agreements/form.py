"""The fields of each step of an agreement: what may be typed, and what is chosen from the agreement itself."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from fullterm.care.agreement.ledger import HANDED, show
from fullterm.care.agreement.record_guards import DECISIONS, planned_operation
from fullterm.care.agreement.state import Action, Around, Life, Payment
from fullterm.care.agreement.terms import Clause, Terms, said
from fullterm.clinic.base.form import Field
from fullterm.clinic.base.refused import LONGEST_REASON
from fullterm.clinic.words import WORDS
from fullterm.vocabulary.fact import Text

ON = Field("on", WORDS["agreement.on"], "day", required=True)
REASON = Field("reason", WORDS["agreement.reason"], "long", help=WORDS["agreement.reason.help"], longest=LONGEST_REASON)
ACCOUNT = Field(
    "account", WORDS["agreement.account"], "choice",
    tuple((one, WORDS[f"agreement_account.{one}"]) for one in HANDED), required=True,
)  # fmt: skip
REFERENCE = Field("reference", WORDS["agreement.reference"], help=WORDS["agreement.reference.help"])
SIGNING = (
    Field("woman", WORDS["agreement.by_woman"], required=True, help=WORDS["agreement.by_woman.help"]),
    Field("hospital", WORDS["agreement.by_hospital"], required=True),
    ON,
    Field(
        "understood", WORDS["agreement.understood"], "choice", (("yes", WORDS["agreement.understood.tick"]),),
        required=True,
    ),
)  # fmt: skip
NOT_TYPED = ("on", "reason")
"""Fields that are the step's own, not part of what it carries."""


def fields_of(action: Action, life: Life, terms: Terms, around: Around) -> tuple[Field, ...]:
    """What is asked for one step of this agreement."""
    match action:
        case "withdrawn":
            return (replace(REASON, required=True), ON)
        case "signed":
            return SIGNING
        case "paid":
            left = show(life.unpaid, life.currency)
            amount = Field(
                "amount", WORDS["agreement.amount"], required=True, help=_filled("agreement.amount.help", left)
            )
            return (amount, ACCOUNT, REFERENCE, ON)
        case "corrected":
            return (_payments(life), replace(REASON, required=True), ON)
        case "treated":
            placed = planned_operation(life, around)
            return (replace(ON, usual="" if placed is None else placed.on.isoformat()),)
        case "fulfilled":
            return (_living("survived", "yes", terms), REASON, ON)
        case "reported":
            return (Field("said", WORDS["agreement.said"], "long", help=WORDS["agreement.said.help"]), ON)
        case "reviewed":
            return _review(terms)
        case "refunded":
            return (ACCOUNT, REFERENCE, ON)
        case "ended":
            return _ending(life, terms)
        case "offered":
            return (ON,)


def data_of(action: Action, told: dict[str, str]) -> dict[str, Any]:
    """What the step carries, from what was typed."""
    data: dict[str, Any] = {name: value for name, value in told.items() if name not in NOT_TYPED}
    if action == "corrected":
        data["payment"] = int(told["payment"])
    return data


def _payments(life: Life) -> Field:
    options = tuple((str(one.number), _payment(one, life.currency)) for one in life.payments if not one.corrected)
    which, how = WORDS["agreement.payment"], WORDS["agreement.payment.help"]
    return Field("payment", which, "choice", options, required=True, help=how)


def _payment(one: Payment, currency: str) -> Text:
    account = WORDS[f"agreement_account.{one.account}"]
    said_of = f"{one.number} · {one.on} · {show(one.amount, currency)} · "
    return Text(said_of + account.en, said_of + account.zh)


def _review(terms: Terms) -> tuple[Field, ...]:
    decisions = tuple((one, WORDS[f"agreement_decision.{one}"]) for one in DECISIONS)
    return (
        Field("decision", WORDS["agreement.decision"], "choice", decisions, required=True),
        Field(
            "clause",
            WORDS["agreement.excluded"],
            "choice",
            _clauses(terms.excluded, terms),
            help=WORDS["agreement.excluded.help"],
        ),
        _living("survived", "no", terms),
        Field("evidence", WORDS["agreement.evidence"], "long", required=True, help=WORDS["agreement.evidence.help"]),
        ON,
    )  # fmt: skip


def _ending(life: Life, terms: Terms) -> tuple[Field, ...]:
    stage = "before treatment" if life.treated_on is None else "after treatment"
    clauses = tuple(one for one in terms.ends if one.stage == stage)
    sides = tuple((one, WORDS[f"agreement_side.{one}"]) for one in ("woman", "hospital"))
    return (
        Field("clause", WORDS["agreement.ends"], "choice", _clauses(clauses, terms), required=True),
        Field("side", WORDS["agreement.side"], "choice", sides),
        replace(REASON, required=True),
        ON,
    )


def _clauses(clauses: tuple[Clause, ...], terms: Terms) -> tuple[tuple[str, Text], ...]:
    return tuple((one.id, Text(said(one, terms, "en"), said(one, terms, "zh"))) for one in clauses)


def _living(name: str, value: str, terms: Terms) -> Field:
    tick = _filled(f"agreement.survived.{value}", str(terms.survives_days))
    return Field(name, WORDS["agreement.survived"], "choice", ((value, tick),), help=WORDS["agreement.survived.help"])


def _filled(key: str, *values: str) -> Text:
    words = WORDS[key]
    return Text(words.en.format(*values), words.zh.format(*values))
