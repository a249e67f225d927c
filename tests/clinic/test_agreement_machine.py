"""Law 7, driven: every action in every order, refused ones included, on whichever database the tests run on.

After every step the postings of each currency sum to zero, what is held is what the life says, no agreement was
refunded twice or more than was paid, a refused action changed nothing, and every state has a way out or is final.
"""

from __future__ import annotations

import contextlib
import uuid
from datetime import date, timedelta
from typing import Any
from unittest.mock import patch

import pytest
from django.db import transaction
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from fullterm.care.agreement.ledger import balances, held
from fullterm.care.agreement.state import FINAL, STATES
from fullterm.care.agreement.state_machine import LIFE, possible
from fullterm.care.agreement.terms_file import read_terms
from fullterm.clinic.base.access import may_do_to_agreement
from fullterm.clinic.base.refused import Refused
from fullterm.clinic.derived import recompute as worklist
from fullterm.clinic.models import Agreement, AgreementEvent, Transaction, User
from fullterm.clinic.write import agreements
from fullterm.clinic.write.agreements import NotDone, carry_out, life_of
from fullterm.clinic.write.once import Command
from fullterm.clinic.write.record import act
from tests.clinic import agreed, ward

pytestmark = pytest.mark.django_db
TERMS = read_terms("antai-cn-1")
OFTEN = (True,) * 5 + (False,)


def mostly(*right: Any, wrong: tuple[Any, ...]) -> st.SearchStrategy[Any]:
    """What a careful hand would send, five times in six; otherwise something that must be refused."""
    return st.sampled_from(OFTEN).flatmap(lambda well: st.sampled_from(right if well else wrong))


OFFICE = mostly("office", wrong=("treating", "operator"))
REPORTERS = mostly("treating", "office", wrong=("operator", "reviewer"))
REVIEWERS = mostly("reviewer", wrong=("treating", "office", "operator"))
BACK = mostly(0, wrong=(1, 20, 200, -1))
"""How many days ago something is said to have been done; -1: tomorrow."""
AMOUNTS = mostly("20000", "7000", "13000", "0.01", wrong=("20000.01", "0", "-5", "1e3", "ten", "0.001", "", "NaN"))
ACCOUNTS = mostly("bank", "cash", wrong=("held", "revenue", ""))
PAYMENTS = st.integers(1, 8)
EXCLUDED = mostly(*[one.id for one in TERMS.excluded], wrong=("no-such-clause", ""))
REASONS = mostly("because", wrong=("", " "))
ENDINGS = st.sampled_from(("loss", "loss", "live_birth", "live_birth", "stillbirth", "termination"))
STAGES = ("nothing", "eligible", "offered", "signed", "paid", "operated", "treated", "lost", "reported", "refund_due")
"""How far a life has come when the driving begins: random steps alone seldom reach a refund."""


class Everything(RuleBasedStateMachine):
    """One woman, the people around her agreement, and every button there is."""

    def __init__(self) -> None:
        super().__init__()
        self.atomic = transaction.atomic()
        self.atomic.__enter__()
        self.today = ward.DAY
        self.last: tuple[Any, Command, Any] | None = None
        self.day = patch("django.utils.timezone.localdate", lambda *_: self.today)
        self.rows = patch.object(worklist, "recompute")  # rows of Today are no part of an agreement, and slow
        self.day.start()
        self.rows.start()

    def teardown(self) -> None:
        self.rows.stop()
        self.day.stop()
        transaction.set_rollback(True)
        self.atomic.__exit__(None, None, None)

    @initialize(stage=st.sampled_from((*STAGES, *STAGES[3:], *STAGES[6:])))
    def begin(self, stage: str) -> None:
        self.people = agreed.people()
        self.woman = ward.ms_wang(self.people["treating"], f"M-{uuid.uuid4().hex[:8]}")
        for name, step in self.straight()[: STAGES.index(stage)]:
            step()
            self.woman.refresh_from_db()
            assert name in STAGES

    def straight(self) -> list[tuple[str, Any]]:
        """The straight way to a refund, a stage each."""
        office, treating = self.people["office"], self.people["treating"]

        def lost() -> None:
            self.today = agreed.AT_21_WEEKS
            self.tell("pregnancy ended", outcome="loss")

        def operated() -> None:
            self.today = agreed.OPERATED
            self.operated("history")

        return [
            ("eligible", lambda: agreed.make_eligible(self.woman, treating)),
            ("offered", lambda: agreed.offer(self.woman, office)),
            ("signed", lambda: agreed.sign(self.its(), office)),
            ("paid", lambda: agreed.pay(self.its(), office, "20000")),
            ("operated", operated),
            ("treated", lambda: agreed.do(self.its(), office, "treated", agreed.OPERATED)),
            ("lost", lost),
            ("reported", lambda: agreed.do(self.its(), treating, "reported")),
            (
                "refund_due",
                lambda: agreed.do(
                    self.its(), self.people["reviewer"], "reviewed", decision="recurrence", evidence="seen"
                ),
            ),
        ]

    def its(self) -> Agreement:
        agreement = self.newest()
        assert agreement is not None
        return agreement

    # ---- what happens to her

    @rule(days=st.sampled_from((1, 8, 63, 182, 400)))
    def days_pass(self, days: int) -> None:
        self.today += timedelta(days)

    @rule(dilatation=st.sampled_from(("0 cm", "0 cm", "2 cm")))
    def examined(self, dilatation: str) -> None:
        self.tell("examined", dilatation=dilatation)

    @rule(finding=st.sampled_from(("confirmed", "confirmed", "rejected")))
    def diagnosed(self, finding: str) -> None:
        with contextlib.suppress(Refused):  # years on, nobody signs upon a pregnancy that should have ended
            agreed.diagnose(self.woman, self.people["treating"], finding, self.today)

    @rule(indication=st.sampled_from(("history", "history", "ultrasound", "examination")))
    def operated(self, indication: str) -> None:
        self.tell("cerclage placed", by="operator", indication=indication, technique="mcdonald", route="vaginal")

    @rule(outcome=ENDINGS)
    def pregnancy_ended(self, outcome: str) -> None:
        self.tell("pregnancy ended", outcome=outcome)

    def tell(self, action: str, by: str = "treating", **data: Any) -> None:
        with contextlib.suppress(Refused):
            act(self.woman.pk, Command(action, self.today, data), self.people[by])
        self.woman.refresh_from_db()

    # ---- what is done to the agreement

    @rule(by=OFFICE, back=BACK)
    def offered(self, by: str, back: int) -> None:
        self.attempt(None, by, Command("offered", self.on(back), {}, key=uuid.uuid4()))

    @precondition(lambda self: self.newest() is not None)
    @rule(by=OFFICE, back=BACK, reason=REASONS)
    def withdrawn(self, by: str, back: int, reason: str) -> None:
        self.act("withdrawn", by, back, reason)

    @precondition(lambda self: self.newest() is not None)
    @rule(
        by=OFFICE,
        back=BACK,
        language=st.sampled_from(("zh", "zh", "en", "fr")),
        whole=st.sampled_from((True, True, False)),
    )
    def signed(self, by: str, back: int, language: str, whole: bool) -> None:
        agreement = self.newest()
        data = agreed.signature(agreement, "en" if language == "fr" else language) if agreement else {}
        self.act("signed", by, back, "", **{**data, "language": language, **({} if whole else {"woman": " "})})

    @precondition(lambda self: self.newest() is not None)
    @rule(by=OFFICE, back=BACK, amount=AMOUNTS, account=ACCOUNTS)
    def paid(self, by: str, back: int, amount: str, account: str) -> None:
        self.act("paid", by, back, "", amount=amount, account=account)

    @precondition(lambda self: self.newest() is not None)
    @rule(by=OFFICE, back=BACK, payment=PAYMENTS, reason=REASONS)
    def corrected(self, by: str, back: int, payment: int, reason: str) -> None:
        self.act("corrected", by, back, reason, payment=payment)

    @precondition(lambda self: self.newest() is not None)
    @rule(by=REPORTERS, back=BACK)
    def treated(self, by: str, back: int) -> None:
        placed = self.woman.history.filter(action="cerclage placed").order_by("-number").first()
        self.act("treated", by, (self.today - placed.on).days if placed and back == 0 else back, "")

    @precondition(lambda self: self.newest() is not None)
    @rule(by=OFFICE, back=BACK, survived=st.sampled_from(("", "yes")), reason=REASONS)
    def fulfilled(self, by: str, back: int, survived: str, reason: str) -> None:
        self.act("fulfilled", by, back, reason, survived=survived)

    @precondition(lambda self: self.newest() is not None)
    @rule(by=REPORTERS, back=BACK)
    def reported(self, by: str, back: int) -> None:
        self.act("reported", by, back, "")

    @precondition(lambda self: self.newest() is not None)
    @rule(by=REVIEWERS, back=BACK, decision=mostly("recurrence", "outside", "mistaken", wrong=("", "refunded")),
          clause=EXCLUDED, evidence=REASONS, survived=st.sampled_from(("", "no")))  # fmt: skip
    def reviewed(self, by: str, back: int, decision: str, clause: str, evidence: str, survived: str) -> None:
        self.act("reviewed", by, back, "", decision=decision, clause=clause, evidence=evidence, survived=survived)

    @precondition(lambda self: self.newest() is not None)
    @rule(by=OFFICE, back=BACK, account=ACCOUNTS)
    def refunded(self, by: str, back: int, account: str) -> None:
        self.act("refunded", by, back, "", account=account)

    @precondition(lambda self: self.newest() is not None)
    @rule(
        by=OFFICE,
        back=BACK,
        pick=st.integers(0, 9),
        side=mostly("woman", "hospital", wrong=("", "time")),
        reason=REASONS,
    )
    def ended(self, by: str, back: int, pick: int, side: str, reason: str) -> None:
        clause = (*[one.id for one in TERMS.ends], "no-such-clause")[pick % (len(TERMS.ends) + 1)]
        self.act("ended", by, back, reason, clause=clause, side=side)

    @precondition(lambda self: self.newest() is not None)
    @rule(pick=st.integers(0, 99), decision=st.sampled_from(("recurrence", "recurrence", "outside", "mistaken")))
    def what_may_be_done(self, pick: int, decision: str) -> None:
        """Random hands seldom hit the one button that works: this one tries only those the state allows, sent well."""
        actions = possible(life_of(self.its()))
        match actions[pick % len(actions)] if actions else "offered":
            case "signed":
                self.signed("office", 0, "zh", True)
            case "paid":
                self.paid("office", 0, "20000" if pick % 2 else "7000", "bank")
            case "corrected":
                self.corrected("office", 0, 3 + pick % 4, "because")
            case "treated":
                self.treated("office", 0)
            case "fulfilled":
                self.fulfilled("office", 0, "yes", "because")
            case "reported":
                self.reported("treating", 0)
            case "reviewed":
                self.reviewed("reviewer", 0, decision, "other-cause", "seen", "no")
            case "refunded":
                self.refunded("office", 0, "cash")
            case "ended":
                self.ended("office", 0, pick, "woman", "because")
            case "withdrawn":
                self.withdrawn("office", 0, "because")
            case _:
                self.offered("office", 0)

    what_may_be_done_again = precondition(lambda self: self.newest() is not None)(
        rule(pick=st.integers(0, 99))(lambda self, pick: self.what_may_be_done(pick, "recurrence"))
    )

    @rule()
    def the_last_request_again(self) -> None:
        """A button pressed twice, a request the network repeated: the answer is the same, and nothing happens again."""
        if self.last is not None:
            agreement, deed, first = self.last
            before = self.everything()
            by = first.actor
            again = (
                carry_out(agreement.pk, deed, by)
                if deed.action != "offered"
                else agreements.offer(self.woman.pk, deed, by)
            )
            assert again == first
            assert self.everything() == before

    def act(self, action: str, by: str, back: int, reason: str, **data: Any) -> None:
        agreement = self.newest()
        if agreement is not None:
            self.attempt(agreement, by, Command(action, self.on(back), data, reason, uuid.uuid4()))  # type: ignore[arg-type]  # an action

    def attempt(self, agreement: Agreement | None, by: str, deed: Command) -> None:
        """Do it; when it is refused, a sentence says why, in both languages, and nothing at all has changed."""
        before = self.everything()
        who = self.people[by]
        try:
            event = carry_out(agreement.pk, deed, who) if agreement else agreements.offer(self.woman.pk, deed, who)
        except Refused as refused:
            self.refused(refused, who, deed)
            assert self.everything() == before
        else:
            self.last = (event.agreement, deed, event)

    def refused(self, why: Refused, who: User, deed: Command) -> None:
        if isinstance(why, NotDone):
            assert len(why.says.en) > 10
            assert len(why.says.zh) > 3
        else:
            assert not may_do_to_agreement(who, deed.action)

    def newest(self) -> Agreement | None:
        return Agreement.objects.filter(woman=self.woman).order_by("-number").first()

    def on(self, back: int) -> date:
        return self.today - timedelta(back)

    def everything(self) -> tuple[Any, ...]:
        tables = (Agreement, AgreementEvent, Transaction)
        return tuple(list(one.objects.order_by("pk").values()) for one in tables)

    # ---- what always holds

    @invariant()
    def money_adds_up(self) -> None:
        if not hasattr(self, "woman"):
            return
        for agreement in Agreement.objects.filter(woman=self.woman):
            life = life_of(agreement)
            moved = [one.plain for one in agreement.transactions.select_related("event", "reverses__event")]
            assert sum(balances(moved).values()) == 0
            assert held(moved) == life.held >= 0
            assert life.received <= life.fee
            refunds = [one for one in moved if one.kind == "refund"]
            assert len(refunds) <= 1
            assert sum(one.amount for one in refunds) <= life.received
            assert len([one for one in moved if one.kind in ("refund", "earned")]) <= 1

    @invariant()
    def the_state_is_what_was_done(self) -> None:
        if not hasattr(self, "woman"):
            return
        open_ones = 0
        for agreement in Agreement.objects.filter(woman=self.woman):
            life = life_of(agreement)
            last = agreement.history.order_by("-number")[0]
            assert (last.state, last.number) == (life.state, life.events)
            assert (life.state in FINAL) == (possible(life) == ())
            if life.state in FINAL:
                assert life.held == 0, "nothing is kept of anybody when an agreement is closed"
            open_ones += life.state not in FINAL
        assert open_ones <= 1


def test_every_action_in_every_order_keeps_law_seven() -> None:
    run_state_machine_as_test(
        Everything,
        settings=settings(
            max_examples=40, stateful_step_count=25, deadline=None, suppress_health_check=list(HealthCheck)
        ),
    )


def test_every_state_is_reached_has_a_way_out_or_is_final() -> None:
    leaves = {state: [action for action, move in LIFE.items() if state in move.of] for state in STATES}
    assert {state for state, actions in leaves.items() if not actions} == set(FINAL)
