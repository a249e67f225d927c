"""What is known of one agreement: its state, its days, its money. Values only; how it moves stands in `agreement`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Literal, TypeAlias

from fullterm.care.agreement.eligibility import Eligibility
from fullterm.care.agreement.ledger import NOTHING
from fullterm.care.agreement.terms import Terms
from fullterm.logic.facts import Value
from fullterm.vocabulary.fact import Text

State: TypeAlias = Literal[
    "offered", "signed", "paid", "treated", "reported", "refund_due",
    "fulfilled", "refunded", "outside", "voided", "lapsed", "ended", "withdrawn",
]  # fmt: skip
Action: TypeAlias = Literal[
    "offered", "withdrawn", "signed", "paid", "corrected", "treated", "fulfilled", "reported", "reviewed", "refunded",
    "ended",
]  # fmt: skip
STATES: Mapping[State, Text] = {
    "offered": Text("offered, not yet signed", "已提供，未签署"),
    "signed": Text("signed", "已签署"),
    "paid": Text("signed and paid", "已签署、费用付清"),
    "treated": Text("treated, outcome awaited", "已手术，等待结局"),
    "reported": Text("recurrence reported, under review", "已报告复发，审核中"),
    "refund_due": Text("refund due", "待退款"),
    "fulfilled": Text("fulfilled", "已履行"),
    "refunded": Text("refunded", "已退款"),
    "outside": Text("a loss outside the terms", "不属于协议约定的复发"),
    "voided": Text("void", "已作废"),
    "lapsed": Text("lapsed", "已逾期终止"),
    "ended": Text("ended", "已终止"),
    "withdrawn": Text("offer withdrawn", "已撤回"),
}
"""Every state, in the order of a life, and how it is called."""
FINAL: tuple[State, ...] = ("fulfilled", "refunded", "outside", "voided", "lapsed", "ended", "withdrawn")
ACTIONS: Mapping[Action, Text] = {
    "offered": Text("offer", "提供协议"),
    "withdrawn": Text("withdraw the offer", "撤回"),
    "signed": Text("sign", "签署"),
    "paid": Text("record a payment", "登记付款"),
    "corrected": Text("correct a payment", "冲正付款"),
    "treated": Text("record the treatment", "登记已手术"),
    "fulfilled": Text("close as fulfilled", "登记履行完毕"),
    "reported": Text("report a recurrence", "报告复发"),
    "reviewed": Text("review", "审核"),
    "refunded": Text("refund", "退款"),
    "ended": Text("end it", "终止协议"),
}
OUTSIDE_WEEKS = "outside-weeks"
"""The clause of the terms that the weeks themselves decide; every other one is the reviewer's finding."""


@dataclass(frozen=True, slots=True)
class AgreementDone:
    """One thing done to an agreement: by whom (user name), about which day, and what it carries; amounts as text."""

    action: Action
    on: date
    by: str
    data: Mapping[str, Any]
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Payment:
    """A part of the fee. `number` is that of the event that recorded it."""

    number: int
    on: date
    amount: Decimal
    account: str
    corrected: bool = False


@dataclass(frozen=True, slots=True)
class Life:
    """An agreement as everything done to it leaves it. `because`: the state it ends in once the money is back.

    `hospital` signed for the hospital, `reporter` reported the recurrence; `due` is the latest due date when it was
    signed. `returned` and `earned` are what left the money held.
    """

    fee: Decimal
    currency: str
    state: State | None = None
    events: int = 0
    payments: tuple[Payment, ...] = ()
    returned: Decimal = NOTHING
    earned: Decimal = NOTHING
    offered_on: date | None = None
    signed_on: date | None = None
    treated_on: date | None = None
    reported_on: date | None = None
    reviewed_on: date | None = None
    ended_on: date | None = None
    moved_on: date | None = None
    due: date | None = None
    hospital: str = ""
    reporter: str = ""
    because: State | None = None
    clause: str = ""

    @property
    def received(self) -> Decimal:
        """What was paid, without the payments that were corrected."""
        return sum((one.amount for one in self.payments if not one.corrected), NOTHING)

    @property
    def held(self) -> Decimal:
        """What is held for her now."""
        return self.received - self.returned - self.earned

    @property
    def unpaid(self) -> Decimal:
        """What is still to be paid of the fee."""
        return self.fee - self.received


@dataclass(frozen=True, slots=True)
class OperationShown:
    """A suture placed after the agreement was offered, and who recorded it."""

    on: date
    indication: str | None
    by: str


@dataclass(frozen=True, slots=True)
class Ending:
    """How the pregnancy of the agreement ended: the day, and what is known of it, by fact of an earlier pregnancy."""

    on: date
    values: Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Around:
    """What a guard looks at besides the agreement: the day, its terms, and what her record says.

    `eligible` is read only where somebody is about to be bound; `treating` are those who signed her diagnosis or
    operated.
    """

    today: date
    terms: Terms
    eligible: Eligibility | None = None
    operations: tuple[OperationShown, ...] = ()
    ending: Ending | None = None
    treating: frozenset[str] = frozenset()


def add_months(on: date, months: int) -> date:
    """The same day so many months later, the last of the month where it has none. Contracts count so; nothing else."""
    year, month = divmod(on.year * 12 + on.month - 1 + months, 12)
    for day in range(on.day, 27, -1):  # 28 exists in every month
        try:
            return date(year, month + 1, day)
        except ValueError:
            continue
    return date(year, month + 1, on.day)
