"""A treatment agreement's life: what may be done in which state, what stands in the way, and where it leads.

The state is never stored by itself: it is what everything done so far leaves, `fold`. `LIFE` is the whole machine.

    offered ─ signed ─ paid ─ treated ┬ fulfilled
       │         └──┬─────┘     │     └ reported ┬ refund_due ─ refunded
    withdrawn     ended       ended              └ outside
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal

from fullterm.care.agreement import guards as guard
from fullterm.care.agreement import record_guards as found
from fullterm.care.agreement.ledger import NOTHING, Account, Kind, LedgerTransaction, parse_amount
from fullterm.care.agreement.state import (
    ACTIONS,
    FINAL,
    STATES,
    Action,
    AgreementDone,
    Around,
    Life,
    Payment,
    State,
    add_months,
)
from fullterm.care.agreement.terms import Terms
from fullterm.vocabulary.fact import Text

BEFORE: tuple[State, ...] = ("signed", "paid")


@dataclass(frozen=True, slots=True)
class Move:
    """One action: the states it starts from (None: nothing is there yet), its guards in order, and what it leaves."""

    of: tuple[State | None, ...]
    guards: tuple[guard.Guard, ...]
    leaves: Callable[[Life, AgreementDone], Life]


def _to(state: State) -> Callable[[Life, AgreementDone], Life]:
    return lambda life, _: replace(life, state=state)


def _offered(life: Life, done: AgreementDone) -> Life:
    return replace(life, state="offered", offered_on=done.on)


def _signed(life: Life, done: AgreementDone) -> Life:
    due = done.data.get("due")
    return replace(
        life, state="signed", signed_on=done.on, hospital=done.by, due=date.fromisoformat(due) if due else None
    )


def _paid(life: Life, done: AgreementDone) -> Life:
    amount = parse_amount(str(done.data["amount"]), life.currency)
    payment = Payment(life.events, done.on, amount, str(done.data["account"]))
    life = replace(life, payments=(*life.payments, payment))
    return replace(life, state="paid") if life.state == "signed" and life.unpaid == NOTHING else life


def _corrected(life: Life, done: AgreementDone) -> Life:
    number = done.data["payment"]
    life = replace(
        life,
        payments=tuple(replace(one, corrected=True) if one.number == number else one for one in life.payments),
    )
    if life.state == "paid":
        return replace(life, state="signed")
    return _give_back(life) if life.state == "refund_due" else life


def _treated(life: Life, done: AgreementDone) -> Life:
    return replace(life, state="treated", treated_on=done.on)


def _earn(life: Life, state: State) -> Life:
    return replace(life, state=state, earned=life.held)


def _fulfilled(life: Life, _: AgreementDone) -> Life:
    return _earn(life, "fulfilled")


def _reported(life: Life, done: AgreementDone) -> Life:
    return replace(life, state="reported", reporter=done.by, reported_on=done.on)


def _reviewed(life: Life, done: AgreementDone) -> Life:
    life = replace(life, reviewed_on=done.on, clause=str(done.data.get("clause", "")))
    match done.data["decision"]:
        case "recurrence":
            return _give_back(replace(life, because="ended"))
        case "outside":
            return _earn(life, "outside")
        case _:
            return replace(life, state="treated", reporter="", reported_on=None)


def _give_back(life: Life) -> Life:
    """What is held is due to her; where nothing is held, it is closed at once."""
    assert life.because is not None
    return replace(life, state="refund_due" if life.held > NOTHING else life.because)


def _refunded(life: Life, _: AgreementDone) -> Life:
    return replace(life, state="refunded", returned=life.held)


def _ended(life: Life, done: AgreementDone) -> Life:
    life = replace(life, clause=str(done.data["clause"]), ended_on=done.on)
    if done.data["returns"] != "everything":
        return _earn(life, "ended")
    return _give_back(replace(life, because="lapsed" if done.data["by"] == "time" else "voided"))


LIFE: Mapping[Action, Move] = {
    "offered": Move((None,), (guard.in_order, guard.eligible), _offered),
    "withdrawn": Move(("offered",), (guard.in_order, guard.with_a_reason), _to("withdrawn")),
    "signed": Move(
        ("offered",), (guard.in_order, guard.eligible, guard.the_text_she_saw, guard.by_both), _signed
    ),
    "paid": Move((*BEFORE, "treated"), (guard.in_order, guard.a_part_of_the_fee), _paid),
    "corrected": Move(
        (*BEFORE, "treated", "reported", "refund_due"),
        (guard.in_order, guard.a_payment, guard.with_a_reason),
        _corrected,
    ),
    "treated": Move(BEFORE, (guard.in_order, found.operated), _treated),
    "fulfilled": Move(("treated",), (guard.in_order, found.born, found.paid_or_said_why), _fulfilled),
    "reported": Move(("treated",), (guard.in_order, found.lost), _reported),
    "reviewed": Move(("reported",), (guard.in_order, found.by_another, found.a_finding), _reviewed),
    "refunded": Move(("refund_due",), (guard.in_order, guard.handed), _refunded),
    "ended": Move(
        (*BEFORE, "treated"),
        (guard.in_order, found.a_clause, found.not_operated, guard.with_a_reason),
        _ended,
    ),
}  # fmt: skip
"""Every action there is. A state from which none starts is final."""


def possible(life: Life) -> tuple[Action, ...]:
    """What may be tried in its present state; a guard may still stand in the way."""
    return tuple(action for action, move in LIFE.items() if life.state in move.of)


def refusal(life: Life, done: AgreementDone, around: Around) -> Text | None:
    """Why something cannot be done now, in one sentence; None when it can."""
    move = LIFE[done.action]
    if life.state not in move.of:
        return not_now(life)
    for stands in move.guards:
        sentence = stands(life, done, around)
        if sentence is not None:
            return sentence
    return None


def not_now(life: Life) -> Text:
    """Why an action that does not start from its present state cannot be done, and what can."""
    if life.state is None:
        return Text("there is no agreement yet: offer one first", "尚无协议：请先提供协议")
    state, on = STATES[life.state], life.moved_on
    if life.state == "refunded":
        return Text(
            f"it was refunded on {on}: a refund is made once, and nothing more can be done",
            f"已于 {on} 退款：退款只有一次，不能再操作",
        )
    if life.state in FINAL:
        return Text(
            f"it is closed ({state.en}, {on}): nothing more can be done", f"协议已终结（{state.zh}，{on}），不能再操作"
        )
    names = [ACTIONS[one] for one in possible(life)]
    return Text(
        f"it is {state.en}; what can be done now: " + ", ".join(one.en for one in names),
        f"目前状态：{state.zh}；现在可以：" + "、".join(one.zh for one in names),
    )


OF_THE_RECORD = (guard.eligible, found.operated, found.born, found.lost, found.by_another)
"""The guards that nothing typed in a form can satisfy: what they miss is said before anybody tries."""


def waits(life: Life, action: Action, by: str, around: Around) -> Text | None:
    """What an action still waits for outside any form: her record, or another person. None when it could be done."""
    placed = found.planned_operation(life, around)
    on = placed.on if action == "treated" and placed is not None else around.today
    done = AgreementDone(action, on, by, {})
    told = (stands(life, done, around) for stands in LIFE[action].guards if stands in OF_THE_RECORD)
    return next((sentence for sentence in told if sentence is not None), None)


def answer_by(life: Life, terms: Terms) -> date | None:
    """The day by which the hospital owes her an answer to her report, or the money. None while it owes neither."""
    if life.state == "reported" and life.reported_on is not None:
        return life.reported_on + timedelta(terms.review_days)
    since = life.ended_on or life.reviewed_on
    return since + timedelta(terms.refund_days) if life.state == "refund_due" and since is not None else None


def runs_out(life: Life, terms: Terms) -> date | None:
    """The day on which time itself may end it: nothing treated, or no loss reported. None while it cannot."""
    if life.state in BEFORE and life.signed_on is not None:
        return add_months(life.signed_on, terms.months)
    last = found.last_report(life, terms) if life.state == "treated" else None
    return None if last is None else last + timedelta(1)


def after(life: Life, done: AgreementDone) -> Life:
    """The agreement after one more thing done; nothing is checked again."""
    moved = LIFE[done.action].leaves(replace(life, events=life.events + 1), done)
    return replace(moved, moved_on=done.on) if moved.state != life.state else moved


def fold(fee: Decimal, currency: str, everything: Iterable[AgreementDone]) -> Life:
    """An agreement as everything done to it, in its order, leaves it."""
    life = Life(fee, currency)
    for done in everything:
        life = after(life, done)
    return life


def money(life: Life, done: AgreementDone, of: str, number: int) -> LedgerTransaction | None:
    """The movement of money that a step is, if it is one; `life` is before it. `reverses` is a payment's event."""
    kind: Kind
    debit: Account
    credit: Account
    amount, reverses, data = life.held, None, done.data
    match done.action:
        case "paid":
            kind, debit, credit = "payment", _account(data["account"]), "held"
            amount = parse_amount(str(data["amount"]), life.currency)
        case "corrected":
            wrong = next(one for one in life.payments if one.number == data["payment"])
            kind, debit, credit = "correction", "held", _account(wrong.account)
            amount, reverses = wrong.amount, wrong.number
        case "refunded":
            kind, debit, credit = "refund", "held", _account(data["account"])
        case "fulfilled" | "reviewed" | "ended":
            kind, debit, credit = "earned", "held", "revenue"
            amount = after(life, done).earned - life.earned
        case _:
            return None
    if amount == NOTHING:
        return None
    return LedgerTransaction(of, number, done.on, kind, debit, credit, amount, life.currency, reverses)


def _account(name: object) -> Account:
    return "cash" if name == "cash" else "bank"
