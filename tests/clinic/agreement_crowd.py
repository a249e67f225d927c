"""Fifty hands at one refund, and sudden deaths in the middle of money: `python -m tests.clinic.agreement_crowd TALE`.

As `crowd`: on a database of its own, in a process of its own, with real connections. Prints what it found as JSON.
"""

from __future__ import annotations

import json
import os
import signal
import sys
import uuid
from typing import Any
from unittest.mock import patch

import django

if __name__ == "__main__":
    django.setup()

from datetime import timedelta

from django.core.management import call_command
from django.db import connection

from fullterm.care.agreement.ledger import balances, held
from fullterm.clinic.base import clock
from fullterm.clinic.models import Agreement, AgreementEvent, Transaction, User, Woman
from fullterm.clinic.write.agreements import Refused, carry_out, life_of
from fullterm.clinic.write.once import Command
from tests.clinic import agreed, ward
from tests.clinic.crowd import in_a_child, together

CROWD = 50
PLACES = ("AgreementEvent.objects.create", "Transaction.objects.create", "commit", "afterwards")
"""Where a process is killed: each step of a payment or a refund, the last one after it was answered for."""


def due(number: str, people: dict[str, User], until: str = "refund_due") -> Agreement:
    """An agreement whose refund is due, or signed and not yet paid: her record bears it out."""
    today = clock.today()
    woman = Woman.objects.create(number=number, name="nobody")
    ward.tell(woman, people["treating"], "pregnancy began", today - timedelta(60), **ward.PREGNANCY | {
        "due": (today + timedelta(280 - 150)).isoformat()
    })  # fmt: skip
    agreement = Agreement.objects.create(woman=woman, number=1, terms="antai-cn-1", currency="CNY", fee=2_000_000)
    from fullterm.care.agreement.state import (  # the steps are laid down: the guards are not what is tried
        AgreementDone,
        Life,
    )
    from fullterm.clinic.write.agreements import write

    def lay(action: str, by: str, back: int, **data: Any) -> None:
        life = life_of(agreement) if action != "offered" else Life(agreement.price, agreement.currency)
        done = AgreementDone(action, today - timedelta(back), by, data)  # type: ignore[arg-type]  # an action
        write(agreement, life, done, people[by], uuid.uuid4())

    lay("offered", "office", 60)
    lay("signed", "office", 60, **agreed.signature(agreement), due=None)
    if until == "signed":
        return agreement
    lay("paid", "office", 60, amount="12000", account="bank")
    lay("paid", "office", 59, amount="8000", account="cash")
    lay("treated", "treating", 55)
    lay("reported", "treating", 3)
    lay("reviewed", "reviewer", 2, decision="recurrence", evidence="seen")
    return agreement


def state(agreement: Agreement) -> dict[str, Any]:
    """Whether the ledger balances and hangs together with what was done."""
    moved = [one.plain for one in Transaction.objects.filter(agreement=agreement).select_related("event", "reverses")]
    life = life_of(agreement)
    numbers = list(agreement.history.values_list("number", flat=True))
    money = [one for one in agreement.history.all() if one.action in ("paid", "corrected", "refunded")]
    return {
        "sum": str(sum(balances(moved).values())),
        "state": life.state,
        "held": str(life.held),
        "agrees": held(moved) == life.held,
        "whole": numbers == list(range(1, len(numbers) + 1)),
        "an event a movement": len(money) == len([one for one in moved if one.kind != "earned"]),
        "refunds": [str(one.amount) for one in moved if one.kind == "refund"],
    }


def refund(key: uuid.UUID | None = None) -> Command:
    return Command("refunded", clock.today(), {"account": "bank"}, key=key or uuid.uuid4())


def payment() -> Command:
    return Command("paid", clock.today(), {"amount": "20000", "account": "bank"}, key=uuid.uuid4())


def refused(error: Exception) -> str:
    """How a deed ended that was not done: a refusal in its own words."""
    return str(error) if isinstance(error, Refused) else repr(error)


def fifty(people: dict[str, User]) -> dict[str, Any]:
    """Fifty requests to refund at once, each its own; and the same request fifty times; and fifty whole payments."""
    own, same, paid = due("own", people), due("same", people), due("paid", people, "signed")
    office, key = people["office"], uuid.uuid4()
    return {
        "own": [together([lambda: carry_out(own.pk, refund(), office)] * CROWD, refused), state(own)],
        "same": [together([lambda: carry_out(same.pk, refund(key), office)] * CROWD, refused), state(same)],
        "paid": [together([lambda: carry_out(paid.pk, payment(), office)] * CROWD, refused), state(paid)],
    }


def killed(people: dict[str, User]) -> dict[str, Any]:
    """A process killed at each step of a payment and of a refund; then the same is asked for again, as people do."""
    found: dict[str, Any] = {}
    for what, until, deed in (("payment", "signed", payment()), ("refund", "refund_due", refund())):
        for place in PLACES:
            agreement = due(f"{what} {place}"[:30], people, until)
            asked = Command(deed.action, deed.on, deed.data, key=uuid.uuid4())
            code = in_a_child(lambda at=place, of=agreement, deed=asked: _die(at, of, deed, people["office"]))
            left = state(agreement)
            carry_out(agreement.pk, asked, people["office"])
            found[f"{what}: {place}"] = [code, left, state(agreement)]
    return found


def _die(place: str, agreement: Agreement, deed: Command, by: User) -> None:
    def now(*_: Any, **__: Any) -> None:
        os.kill(os.getpid(), signal.SIGKILL)

    places = {
        "AgreementEvent.objects.create": (AgreementEvent.objects, "create"),
        "Transaction.objects.create": (Transaction.objects, "create"),
        "commit": (connection, "_commit"),
    }
    if place in places:
        with patch.object(*places[place], now):
            carry_out(agreement.pk, deed, by)
    carry_out(agreement.pk, deed, by)
    now()


if __name__ == "__main__":
    call_command("migrate", verbosity=0)
    print(json.dumps({tale.__name__: tale for tale in (fifty, killed)}[sys.argv[1]](agreed.people())))
