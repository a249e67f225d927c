"""Law 7, driven: every action in every order, refused ones included, on whichever database the tests run on.

After every step the postings of each currency sum to zero, what is held is what the life says, no agreement was
refunded twice or more than was paid, a refused action changed nothing, and every state has a way out or is final.
"""

from __future__ import annotations

import uuid
from datetime import date, timedelta
from typing import Any
from unittest.mock import patch

import pytest
from django.db import transaction
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from fullterm.care.agreement import LIFE, possible
from fullterm.care.agreement_life import FINAL, STATES
from fullterm.care.ledger import balances, held
from fullterm.care.terms_file import read_terms
from fullterm.clinic import agreements, worklist
from fullterm.clinic.actions import Refused
from fullterm.clinic.actions import Deed as Told
from fullterm.clinic.actions import act
from fullterm.clinic.agreements import Deed, NotDone, carry_out, life_of
from fullterm.clinic.models import Agreement, AgreementEvent, Transaction, Woman
from tests.clinic import agreed, ward

pytestmark = pytest.mark.django_db
TERMS = read_terms("antai-cn-1")
ACTORS = st.sampled_from(("office", "treating", "reviewer", "operator"))
OFFICE = st.sampled_from(("office", "office", "office", "treating"))
REVIEWERS = st.sampled_from(("reviewer", "reviewer", "treating", "office"))
BACK = st.sampled_from((0, 0, 0, 0, 1, 20, -1))
"""How many days ago something is said to have been done; -1: tomorrow."""
AMOUNTS = st.sampled_from(
    ("1", "0.01", "7000", "9999.99", "10000", "20000", "20000.01", "0", "-5", "1e3", "ten", "0.001")
)
ACCOUNTS = st.sampled_from(("bank", "cash", "cash", "held", ""))
PAYMENTS = st.integers(1, 12)
CLAUSES = st.sampled_from((*[one.id for one in TERMS.ends], "no-such-clause"))
EXCLUDED = st.sampled_from((*[one.id for one in TERMS.excluded], "no-such-clause"))
REASONS = st.sampled_from(("", "because", "because"))
ENDINGS = st.sampled_from(("loss", "loss", "live_birth", "live_birth", "stillbirth", "termination"))


class Everything(RuleBasedStateMachine):
    """One woman, the people around her agreement, and every button there is."""

    def __init__(self) -> None:
        super().__init__()
        self.atomic = transaction.atomic()
        self.atomic.__enter__()
        self.today = ward.DAY
        self.last: tuple[Any, Deed, Any] | None = None
        self.day = patch("django.utils.timezone.localdate", lambda *_: self.today)
        self.rows = patch.object(worklist, "recompute")  # rows of Today are no part of an agreement, and slow
        self.day.start()
        self.rows.start()

    def teardown(self) -> None:
        self.rows.stop()
        self.day.stop()
        transaction.set_rollback(True)
        self.atomic.__exit__(None, None, None)

    @initialize(eligible=st.sampled_from((True, True, True, False)))
    def begin(self, eligible: bool) -> None:
        self.people = agreed.people()
        self.woman = ward.ms_wang(self.people["treating"], f"M-{uuid.uuid4().hex[:8]}")
        if eligible:
            agreed.make_eligible(self.woman, self.people["treating"])
        self.used: set[str] = set()

    # ---- what happens to her

    @rule(days=st.sampled_from((1, 8, 40, 63, 130, 182, 400)))
    def days_pass(self, days: int) -> None:
        self.today += timedelta(days)

    @rule(dilatation=st.sampled_from(("0 cm", "0 cm", "2 cm")))
    def examined(self, dilatation: str) -> None:
        self.tell("examined", dilatation=dilatation)

    @rule(finding=st.sampled_from(("confirmed", "confirmed", "rejected")))
    def diagnosed(self, finding: str) -> None:
        agreed.diagnose(self.woman, self.people["treating"], finding, self.today)

    @rule(indication=st.sampled_from(("history", "history", "ultrasound", "examination")))
    def operated(self, indication: str) -> None:
        self.tell("cerclage placed", by="operator", indication=indication, technique="mcdonald", route="vaginal")

    @rule(outcome=ENDINGS)
    def pregnancy_ended(self, outcome: str) -> None:
        self.tell("pregnancy ended", outcome=outcome)

    def tell(self, action: str, by: str = "treating", **data: Any) -> None:
        try:
            act(self.woman.pk, Told(action, self.today, data), self.people[by])
        except Refused:
            pass
        self.woman.refresh_from_db()

    # ---- what is done to the agreement

    @rule(by=OFFICE, back=BACK)
    def offered(self, by: str, back: int) -> None:
        self.attempt(None, by, Deed("offered", self.on(back), {}, key=uuid.uuid4()))

    @rule(by=OFFICE, back=BACK, reason=REASONS)
    def withdrawn(self, by: str, back: int, reason: str) -> None:
        self.act("withdrawn", by, back, reason)

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

    @rule(by=OFFICE, back=BACK, amount=AMOUNTS, account=ACCOUNTS)
    def paid(self, by: str, back: int, amount: str, account: str) -> None:
        self.act("paid", by, back, "", amount=amount, account=account)

    @rule(by=OFFICE, back=BACK, payment=PAYMENTS, reason=REASONS)
    def corrected(self, by: str, back: int, payment: int, reason: str) -> None:
        self.act("corrected", by, back, reason, payment=payment)

    @rule(by=ACTORS, back=BACK)
    def treated(self, by: str, back: int) -> None:
        placed = self.woman.history.filter(action="cerclage placed").order_by("-number").first()
        self.act("treated", by, (self.today - placed.on).days if placed and back == 0 else back, "")

    @rule(by=OFFICE, back=BACK, survived=st.sampled_from(("", "yes")), reason=REASONS)
    def fulfilled(self, by: str, back: int, survived: str, reason: str) -> None:
        self.act("fulfilled", by, back, reason, survived=survived)

    @rule(by=ACTORS, back=BACK)
    def reported(self, by: str, back: int) -> None:
        self.act("reported", by, back, "")

    @rule(by=REVIEWERS, back=BACK, decision=st.sampled_from(("recurrence", "recurrence", "outside", "mistaken", "")),
          clause=EXCLUDED, evidence=REASONS, survived=st.sampled_from(("", "no")))  # fmt: skip
    def reviewed(self, by: str, back: int, decision: str, clause: str, evidence: str, survived: str) -> None:
        self.act("reviewed", by, back, "", decision=decision, clause=clause, evidence=evidence, survived=survived)

    @rule(by=OFFICE, back=BACK, account=ACCOUNTS)
    def refunded(self, by: str, back: int, account: str) -> None:
        self.act("refunded", by, back, "", account=account)

    @rule(by=OFFICE, back=BACK, clause=CLAUSES, side=st.sampled_from(("woman", "hospital", "")), reason=REASONS)
    def ended(self, by: str, back: int, clause: str, side: str, reason: str) -> None:
        self.act("ended", by, back, reason, clause=clause, side=side)

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
            self.attempt(agreement, by, Deed(action, self.on(back), data, reason, uuid.uuid4()))  # type: ignore[arg-type]  # an action

    def attempt(self, agreement: Agreement | None, by: str, deed: Deed) -> None:
        """Do it; when it is refused, a sentence says why, in both languages, and nothing at all has changed."""
        before = self.everything()
        who = self.people[by]
        try:
            event = carry_out(agreement.pk, deed, who) if agreement else agreements.offer(self.woman.pk, deed, who)
        except NotDone as refused:
            assert len(refused.says.en) > 10
            assert len(refused.says.zh) > 3
            assert self.everything() == before
        except Refused:
            assert not agreements.may_do_to_agreement(who, deed.action)
            assert self.everything() == before
        else:
            self.last = (event.agreement, deed, event)

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
            max_examples=60, stateful_step_count=40, deadline=None, suppress_health_check=list(HealthCheck)
        ),
    )


def test_every_state_is_reached_has_a_way_out_or_is_final() -> None:
    leaves = {state: [action for action, move in LIFE.items() if state in move.of] for state in STATES}
    assert {state for state, actions in leaves.items() if not actions} == set(FINAL)
