"""Treatment agreements and their money. Nothing here is ever changed or deleted, and nothing about care reads it.

A transaction is one row with both sides, so that one out of balance cannot be written down at all. What a row must be
besides stands in constraints here and in `clinic.migrations.sql.money_rules`: the database has the last word.
"""

from __future__ import annotations

import uuid
from decimal import Decimal

from django.db import models
from django.db.models import F, Q

from fullterm.care.agreement import ledger
from fullterm.clinic.models.ward import User, Woman

IN_OUT = (("bank", "bank"), ("cash", "cash"))
ACCOUNTS = (*IN_OUT, ("held", "held"), ("revenue", "revenue"))


class Agreement(models.Model):
    """One agreement of one woman, the `number`th of hers. `fee` in minor units (fen, pence)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    woman = models.ForeignKey(Woman, on_delete=models.PROTECT, related_name="agreements")
    number = models.PositiveIntegerField()
    terms = models.CharField(max_length=64)
    currency = models.CharField(max_length=3)
    fee = models.BigIntegerField()
    created = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("woman", "number"), name="one_agreement_a_number"),
            models.CheckConstraint(condition=Q(fee__gt=0), name="a_fee_is_more_than_nothing"),
        )

    def __str__(self) -> str:
        return str(self.pk)  # never whose it is: this string reaches logs

    @property
    def code(self) -> str:
        """How people call it: `D0012-A1`."""
        return f"{self.woman.number}-A{self.number}"

    @property
    def price(self) -> Decimal:
        """The fee as an amount of its currency."""
        return ledger.of_minor(self.fee, self.currency)


class AgreementEvent(models.Model):
    """One thing done to an agreement. `state` is where it led: written with it, and what folding the events gives."""

    agreement = models.ForeignKey(Agreement, on_delete=models.PROTECT, related_name="history")
    number = models.PositiveIntegerField()
    action = models.CharField(max_length=12)
    state = models.CharField(max_length=12)
    on = models.DateField()
    data = models.JSONField()
    actor = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    reason = models.CharField(max_length=400, blank=True)
    at = models.DateTimeField(auto_now_add=True)
    key = models.UUIDField(unique=True)

    class Meta:
        ordering = ("agreement_id", "number")
        constraints = (models.UniqueConstraint(fields=("agreement", "number"), name="one_agreement_event_a_number"),)


class Transaction(models.Model):
    """One movement of money: `amount` (minor units) from the credited account to the debited one, through one event."""

    agreement = models.ForeignKey(Agreement, on_delete=models.PROTECT, related_name="transactions")
    event = models.OneToOneField(AgreementEvent, on_delete=models.PROTECT, related_name="transaction")
    kind = models.CharField(max_length=10, choices=[(one, one) for one in ledger.KINDS])
    debit = models.CharField(max_length=8, choices=ACCOUNTS)
    credit = models.CharField(max_length=8, choices=ACCOUNTS)
    amount = models.BigIntegerField()
    currency = models.CharField(max_length=3)
    on = models.DateField()
    reverses = models.OneToOneField("self", on_delete=models.PROTECT, null=True, related_name="reversed_by")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("pk",)
        indexes = (models.Index(fields=("on",), name="transactions_by_day"),)
        constraints = (
            models.CheckConstraint(condition=Q(amount__gt=0), name="an_amount_is_more_than_nothing"),
            models.CheckConstraint(condition=~Q(debit=F("credit")), name="two_sides_are_two_accounts"),
            models.CheckConstraint(
                condition=Q(kind="payment", debit__in=("bank", "cash"), credit="held", reverses=None)
                | Q(kind="correction", debit="held", credit__in=("bank", "cash"), reverses__isnull=False)
                | Q(kind="refund", debit="held", credit__in=("bank", "cash"), reverses=None)
                | Q(kind="earned", debit="held", credit="revenue", reverses=None),
                name="a_kind_has_its_accounts",
            ),
            models.UniqueConstraint(
                fields=("agreement",), condition=Q(kind__in=("refund", "earned")), name="held_money_leaves_once"
            ),
        )

    @property
    def plain(self) -> ledger.LedgerTransaction:
        """As the ledger reads it; `number` is that of the event that moved the money."""
        reverses = None if self.reverses is None else self.reverses.event.number
        return ledger.LedgerTransaction(
            str(self.agreement_id), self.event.number, self.on, self.kind, self.debit, self.credit,  # type: ignore[arg-type]  # the database knows no other
            ledger.of_minor(self.amount, self.currency), self.currency, reverses,
        )  # fmt: skip
