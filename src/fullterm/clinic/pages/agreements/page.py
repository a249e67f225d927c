"""An agreement's pages as template contexts: the text, the conditions, everything done, the money, what is next."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from fullterm.care.agreement import ledger
from fullterm.care.agreement.eligibility import Eligibility, SigningCondition
from fullterm.care.agreement.state import ACTIONS, Action, Around, Life
from fullterm.care.agreement.state_machine import answer_by, possible, runs_out, waits
from fullterm.care.agreement.terms import Terms, said
from fullterm.clinic.base.access import DOES_TO_AGREEMENTS, may_do_to_agreement
from fullterm.clinic.charts.why import lines
from fullterm.clinic.models import Agreement, AgreementEvent, Role, User
from fullterm.clinic.text.wording import missing_in
from fullterm.clinic.words import WORDS
from fullterm.logic.facts import Facts
from fullterm.vocabulary.fact import Language
from fullterm.vocabulary.why import why

Plain = dict[str, Any]
ASIDE = ("corrected", "ended", "withdrawn")
"""Steps off the straight way: their buttons stand back."""
ANSWER = {True: "yes", False: "no", None: "unknown"}
TYPED = ("decision", "evidence", "said", "reference", "woman", "hospital", "survived", "side")
"""What a timeline repeats of what somebody typed or chose."""


def blocks(text: str) -> list[Plain]:
    """The text of an agreement for a template: headings, paragraphs, and lists of items."""
    found: list[Plain] = []
    for line in filter(None, text.splitlines()):
        if line.startswith("- "):
            if not found or found[-1]["kind"] != "list":
                found.append({"kind": "list", "items": []})
            found[-1]["items"].append(line[2:])
        else:
            kind = "title" if line.startswith("# ") else "heading" if line.startswith("## ") else "paragraph"
            found.append({"kind": kind, "text": line.lstrip("# ") if kind != "paragraph" else line})
    return found


def conditions(found: Eligibility, facts: Facts, language: Language, *, clinical: bool) -> list[Plain]:
    """Each condition with its answer. The office reads the criteria's words; the facts are for who cares for her."""
    return [_condition(one, facts, language, clinical=clinical) for one in found.conditions]


def _condition(one: SigningCondition, facts: Facts, language: Language, *, clinical: bool) -> Plain:
    needs = [] if one.value is not None else missing_in(one.missing, language)
    needs += [one.needs[language]] if one.needs is not None else []
    return {
        "says": one.says[language],
        "answer": ANSWER[one.value],
        "needs": needs,
        "because": one.because(facts, language) if clinical else (),
        "trees": [lines(why(reading, facts, language)) for reading in one.readings] if clinical else [],
    }


def line(agreement: Agreement, life: Life, terms: Terms, today: date, language: Language) -> Plain:
    """One agreement in a list: whose, its state, its money, and until when somebody owes something."""
    owed, out = answer_by(life, terms), runs_out(life, terms)
    by = owed or out
    return {
        "id": agreement.pk,
        "code": agreement.code,
        "woman": agreement.woman,
        "state": life.state,
        "since": life.moved_on,
        "fee": ledger.show(life.fee, life.currency),
        "received": ledger.show(life.received, life.currency).removesuffix(f" {life.currency}"),
        "held": ledger.show(life.held, life.currency),
        "by": by,
        "owed": owed is not None,
        "late": by is not None and by < today,
        "next": [ACTIONS[one][language] for one in sensible(life) if one != "corrected"],
    }


def timeline(agreement: Agreement, terms: Terms, language: Language) -> list[Plain]:
    """Everything done to it, in order: the day, what, by whom, and what it carried."""
    events = agreement.history.select_related("actor").order_by("number")
    return [_event(one, agreement, terms, language) for one in events]


def _event(event: AgreementEvent, agreement: Agreement, terms: Terms, language: Language) -> Plain:
    data = event.data
    told = [
        (WORDS[f"agreement_told.{name}"][language], _told(name, data[name], language))
        for name in TYPED
        if data.get(name)
    ]
    if event.action in ("paid", "refunded"):
        amount = ledger.parse_amount(str(data["amount"]), agreement.currency)
        way = WORDS[f"agreement_account.{data['account']}"][language]
        told.insert(0, (WORDS["agreement_told.amount"][language], f"{ledger.show(amount, agreement.currency)} · {way}"))
    if event.action == "corrected":
        told.insert(0, (WORDS["agreement_told.payment"][language], str(data["payment"])))
    if data.get("clause"):
        told.append((WORDS["agreement_told.clause"][language], said(terms.clause(data["clause"]), terms, language)))
    return {
        "number": event.number, "on": event.on, "action": event.action, "state": event.state, "reason": event.reason,
        "by": event.actor.called, "role": event.actor.role, "at": event.at,
        "told": told,
    }  # fmt: skip


def _told(name: str, value: str, language: Language) -> str:
    chosen = WORDS.get(f"agreement_{name}.{value}")
    return value if chosen is None else chosen[language]


def statement(agreement: Agreement) -> list[Plain]:
    """Her money: each movement with what was held after it."""
    moved = [one.plain for one in agreement.transactions.select_related("event", "reverses__event")]
    return [
        {
            "number": one.number, "on": one.on, "kind": one.kind, "debit": one.debit, "credit": one.credit,
            "amount": ledger.show(one.amount, one.currency), "held": ledger.show(held, one.currency),
            "reverses": one.reverses,
        }
        for one, held in ledger.running(moved)
    ]  # fmt: skip


def next_steps(life: Life, around: Around, who: User, language: Language) -> list[Plain]:
    """What can be done next: by whom, whether by this reader, and what it still waits for."""
    return [_step(action, life, around, who, language) for action in sensible(life)]


def sensible(life: Life) -> list[Action]:
    """What may be tried, without paying what is paid or correcting what was not."""
    pointless = {"paid": life.unpaid <= 0, "corrected": all(one.corrected for one in life.payments)}
    return [action for action in possible(life) if not pointless.get(action, False)]


def _step(action: Action, life: Life, around: Around, who: User, language: Language) -> Plain:
    waiting = waits(life, action, who.get_username(), around)
    sentence = "" if waiting is None else waiting[language]
    return {
        "action": action,
        "title": ACTIONS[action][language],
        "aside": action in ASIDE,
        "mine": may_do_to_agreement(who, action),
        "roles": [Role(one).value for one in sorted(DOES_TO_AGREEMENTS[action])],
        "waits": sentence[:1].upper() + sentence[1:],
    }


def months(days: Iterable[date], today: date) -> list[str]:
    """The months anything moved in, the newest first, and this one: `2026-04`."""
    return sorted({f"{one:%Y-%m}" for one in (*days, today)}, reverse=True)
