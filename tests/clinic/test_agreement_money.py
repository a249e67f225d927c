"""Money under many hands, sudden deaths and raw SQL: what the database refuses whoever asks, on either database."""

from __future__ import annotations

import uuid
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction

from fullterm.clinic.models import Agreement, AgreementEvent, Transaction, User, Woman
from tests.clinic import agreed
from tests.clinic.agreed import make_eligible, offer, pay, sign
from tests.clinic.agreement_crowd import CROWD, PLACES
from tests.clinic.test_concurrency import KILLED, database, told  # noqa: F401  # the fixture of an empty database
from tests.clinic.ward import DAY


@pytest.fixture
def empty(request: pytest.FixtureRequest) -> str:
    """An empty database nobody else uses."""
    place: str = request.getfixturevalue("database")
    return place


WHOLE = {"agrees": True, "whole": True, "an event a movement": True}


def hangs_together(state: dict[str, Any]) -> bool:
    return {name: state[name] for name in WHOLE} == WHOLE and Decimal(state["sum"]) == 0


def test_fifty_refunds_at_once_are_one_refund_and_forty_nine_clear_answers(empty: str, tmp_path: Path) -> None:
    found = told("fifty", empty, tmp_path, "agreement_crowd")
    ended, state = found["own"]
    assert sorted(ended.values()) == [1, CROWD - 1]
    assert ended["done"] == 1
    [answer] = [one for one in ended if one != "done"]
    assert "a refund is made once" in answer
    assert state["refunds"] == ["20000.00"]
    assert hangs_together(state)
    ended, state = found["same"]
    assert ended == {"done": CROWD}, "the same request fifty times is answered fifty times and carried out once"
    assert state["refunds"] == ["20000.00"]
    ended, state = found["paid"]
    assert ended["done"] == 1
    assert (state["state"], Decimal(state["held"])) == ("paid", 20000)
    assert hangs_together(state)


def test_a_process_killed_in_the_middle_leaves_the_money_and_its_event_or_neither(empty: str, tmp_path: Path) -> None:
    found = told("killed", empty, tmp_path, "agreement_crowd")
    assert len(found) == 2 * len(PLACES)
    for what, (code, left, again) in found.items():
        before, after = ("signed", "paid") if what.startswith("payment") else ("refund_due", "refunded")
        assert code == KILLED, what
        assert left["state"] == (after if what.endswith("afterwards") else before), what
        assert hangs_together(left), what
        assert again["state"] == after, "asked for again, it is done, and once"
        assert hangs_together(again), what
        assert len(again["refunds"]) == (after == "refunded"), what


# ---- raw SQL


@pytest.fixture
def paid(db: None, ms_wang: Woman, staff: dict[str, User]) -> Agreement:
    people = agreed.people()
    make_eligible(ms_wang, people["treating"])
    agreement = offer(ms_wang, people["office"]).agreement
    sign(agreement, people["office"])
    pay(agreement, people["office"], "8000")
    return agreement


def event(agreement: Agreement, action: str) -> int:
    """An event made by hand: whoever writes raw SQL can write that too."""
    last = agreement.history.order_by("-number")[0]
    return AgreementEvent.objects.create(
        agreement=agreement, number=last.number + 1, action=action, state="refund_due", on=DAY, data={},
        actor=last.actor, key=uuid.uuid4(),
    ).pk  # fmt: skip


def insert(agreement: Agreement, action: str, **more: Any) -> None:
    row = {
        "agreement_id": agreement.pk if connection.vendor == "postgresql" else agreement.pk.hex,
        "event_id": event(agreement, action), "kind": "payment", "debit": "bank", "credit": "held", "amount": 100,
        "currency": "CNY", "on": DAY.isoformat(), "at": f"{DAY} 00:00:00", "reverses_id": None, **more,
    }  # fmt: skip
    names = ", ".join(f'"{name}"' for name in row)
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO clinic_transaction ({names}) VALUES ({', '.join(['%s'] * len(row))})", list(row.values())
        )


REFUND = {"kind": "refund", "debit": "held", "credit": "bank"}
WRONG: list[tuple[str, str, dict[str, Any]]] = [
    ("one side only", "paid", {"credit": "bank"}),
    ("a side there is not", "paid", {"credit": "pocket"}),
    ("nothing", "paid", {"amount": 0}),
    ("less than nothing", "paid", {"amount": -100}),
    ("another currency", "paid", {"currency": "EUR"}),
    ("more than the fee", "paid", {"amount": 1_200_001}),
    ("a refund of less than was paid", "refunded", {**REFUND, "amount": 799_999}),
    ("a refund of more than was paid", "refunded", {**REFUND, "amount": 800_001}),
    ("a refund that is called a payment", "refunded", {}),
    ("money through the signature", "signed", {}),
    ("a correction of nothing", "corrected", {"kind": "correction", "debit": "held", "credit": "bank"}),
    ("a refund into revenue", "refunded", {**REFUND, "credit": "revenue", "amount": 800_000}),
    ("earned more than is held", "ended", {"kind": "earned", "debit": "held", "credit": "revenue", "amount": 800_001}),
]


@pytest.mark.parametrize(("action", "row"), [one[1:] for one in WRONG], ids=[one[0] for one in WRONG])
def test_the_database_refuses_by_itself(action: str, row: dict[str, Any], paid: Agreement) -> None:
    before = Transaction.objects.count()
    with pytest.raises(DatabaseError):
        insert(paid, action, **row)
    assert Transaction.objects.count() == before


def test_the_database_takes_what_is_right_so_that_the_refusals_above_mean_something(paid: Agreement) -> None:
    insert(paid, "paid", amount=1_200_000)
    insert(paid, "refunded", **REFUND, amount=2_000_000)


def test_a_second_refund_by_hand_is_refused_and_so_is_anything_after_it(paid: Agreement) -> None:
    insert(paid, "refunded", **REFUND, amount=800_000)
    for action, row in (
        ("refunded", {**REFUND, "amount": 800_000}),
        ("refunded", {**REFUND, "amount": 1}),
        ("paid", {}),
    ):
        with pytest.raises(DatabaseError):
            insert(paid, action, **row)
    assert Transaction.objects.filter(kind="refund").count() == 1


def test_a_correction_mirrors_its_payment_and_only_once(paid: Agreement) -> None:
    old = Transaction.objects.get()
    mirror = {"kind": "correction", "debit": "held", "credit": "bank", "amount": 800_000, "reverses_id": old.pk}
    for wrong in ({"amount": 1}, {"credit": "cash"}):
        with pytest.raises(DatabaseError):
            insert(paid, "corrected", **{**mirror, **wrong})
    insert(paid, "corrected", **mirror)
    insert(paid, "paid", amount=800_000)
    with pytest.raises(DatabaseError):
        insert(paid, "corrected", **mirror)


@pytest.mark.parametrize("table", ["clinic_agreement", "clinic_agreementevent", "clinic_transaction"])
@pytest.mark.parametrize("statement", ["DELETE FROM {}", "UPDATE {} SET {}"])
def test_nothing_about_an_agreement_is_changed_or_deleted(table: str, statement: str, paid: Agreement) -> None:
    column = {"clinic_agreement": "fee", "clinic_agreementevent": "number", "clinic_transaction": "amount"}[table]
    with pytest.raises(DatabaseError, match="never changed or deleted"), transaction.atomic():
        connection.cursor().execute(statement.format(table, f"{column} = 1"))


def test_money_can_move_only_through_an_event_of_its_own_agreement(
    paid: Agreement, staff: dict[str, User], ms_wang: Woman
) -> None:
    other = Agreement.objects.create(woman=ms_wang, number=2, terms="antai-cn-1", currency="CNY", fee=100_000)
    last = paid.history.order_by("-number")[0]
    AgreementEvent.objects.create(
        agreement=other,
        number=1,
        action="offered",
        state="offered",
        on=DAY,
        data={},
        actor=last.actor,
        key=uuid.uuid4(),
    )
    with pytest.raises(DatabaseError):
        insert(other, "paid", event_id=event(paid, "paid"))
