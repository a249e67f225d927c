"""A treatment agreement from offer to end: who may, what is refused and why, what the database itself refuses."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest
from django.test import Client
from django.urls import reverse

from fullterm.clinic.models import Agreement, Transaction, User, Woman
from fullterm.clinic.write.agreements import NotDone, Refused, eligibility_of, life_of
from tests.clinic import agreed
from tests.clinic.agreed import AT_21_WEEKS, OPERATED, TERM, do, make_eligible, offer, pay, sign
from tests.clinic.ward import DAY, tell

pytestmark = pytest.mark.django_db


@pytest.fixture
def people(staff: dict[str, User]) -> dict[str, User]:
    return agreed.people()


@pytest.fixture
def signed(ms_wang: Woman, people: dict[str, User]) -> Agreement:
    """Ms. Wang's agreement, signed on the day of the tests."""
    make_eligible(ms_wang, people["treating"])
    agreement = offer(ms_wang, people["office"]).agreement
    sign(agreement, people["office"])
    return agreement


def operate(woman: Woman, by: User, on: date = OPERATED, indication: str = "history") -> None:
    tell(woman, by, "cerclage placed", on, indication=indication, technique="mcdonald", route="vaginal")


def end(woman: Woman, by: User, on: date, outcome: str) -> None:
    tell(woman, by, "pregnancy ended", on, outcome=outcome)


def test_a_promise_kept_signed_paid_in_two_parts_treated_and_fulfilled(
    signed: Agreement, people: dict[str, User], on_day: Callable[[date], None]
) -> None:
    pay(signed, people["office"], "8,000")
    assert life_of(signed).state == "signed"
    pay(signed, people["office"], "12000.00", "cash")
    assert life_of(signed).state == "paid"
    on_day(OPERATED)
    operate(signed.woman, people["operator"])
    do(signed, people["office"], "treated", OPERATED)
    on_day(TERM)
    end(signed.woman, people["treating"], TERM, "live_birth")
    do(signed, people["office"], "fulfilled")
    life = life_of(signed)
    assert (life.state, life.held, life.earned) == ("fulfilled", 0, Decimal(20000))
    assert [one.kind for one in signed.transactions.all()] == ["payment", "payment", "earned"]


def test_an_operation_entered_in_error_and_withdrawn_treats_nobody(
    signed: Agreement, people: dict[str, User], on_day: Callable[[date], None]
) -> None:
    pay(signed, people["office"], "20000")
    on_day(OPERATED)
    operate(signed.woman, people["operator"])
    wrong = signed.woman.events
    tell(signed.woman, people["operator"], "withdrawn", OPERATED, number=wrong, reason="wrong woman")
    with pytest.raises(NotDone, match="shows no planned suture since she signed"):
        do(signed, people["office"], "treated", OPERATED)
    assert life_of(signed).state == "paid"
    tell(signed.woman, people["operator"], "withdrawn", OPERATED, number=wrong + 1, reason="it was hers")
    do(signed, people["office"], "treated", OPERATED)
    assert life_of(signed).state == "treated"


def test_a_treatment_whose_operation_was_withdrawn_since_says_so_on_its_page(
    signed: Agreement, people: dict[str, User], on_day: Callable[[date], None], client_of: Callable[[str], Client]
) -> None:
    pay(signed, people["office"], "20000")
    on_day(OPERATED)
    operate(signed.woman, people["operator"])
    placed = signed.woman.events
    do(signed, people["office"], "treated", OPERATED)
    page, gone = reverse("agreement", args=[signed.pk]), "her record no longer shows the planned suture"
    assert gone not in client_of("outsider").get(page).content.decode()
    tell(signed.woman, people["operator"], "withdrawn", OPERATED, number=placed, reason="wrong woman")
    assert gone in client_of("outsider").get(page).content.decode()


def test_the_text_to_be_signed_names_both_sides(
    ms_wang: Woman, people: dict[str, User], client_of: Callable[[str], Client]
) -> None:
    make_eligible(ms_wang, people["treating"])
    agreement = offer(ms_wang, people["office"]).agreement
    page = client_of("outsider").get(reverse("agreement_text", args=[agreement.pk])).content.decode()
    text = page[page.index("<article") : page.index("</article>")]
    assert "An Tai hospital" in text
    assert ms_wang.name in text


def test_a_recurrence_is_reviewed_by_another_and_refunded_once(
    signed: Agreement, people: dict[str, User], on_day: Callable[[date], None]
) -> None:
    pay(signed, people["office"], "20000")
    on_day(AT_21_WEEKS)
    operate(signed.woman, people["operator"])
    do(signed, people["office"], "treated", OPERATED)
    end(signed.woman, people["treating"], AT_21_WEEKS, "loss")
    do(signed, people["treating"], "reported")
    found = {"decision": "recurrence", "evidence": "record of 8 June"}
    with pytest.raises(NotDone, match="signed her diagnosis or operated"):
        do(signed, people["treating"], "reviewed", **found)
    with pytest.raises(Refused):
        do(signed, people["operator"], "reviewed", **found)
    do(signed, people["reviewer"], "reviewed", **found)
    assert life_of(signed).state == "refund_due"
    do(signed, people["office"], "refunded", account="bank")
    with pytest.raises(NotDone, match="a refund is made once"):
        do(signed, people["office"], "refunded", account="bank")
    refund = Transaction.objects.get(kind="refund")
    assert (refund.amount, refund.debit, refund.credit) == (2_000_000, "held", "bank")


def test_a_woman_whose_cervix_has_opened_cannot_sign_and_the_reason_says_so(
    ms_wang: Woman, people: dict[str, User]
) -> None:
    agreed.diagnose(ms_wang, people["treating"])
    tell(ms_wang, people["treating"], "examined", DAY, dilatation="2 cm", membranes="bulging")
    with pytest.raises(NotDone, match="after that there is rescue care, and no agreement") as refused:
        offer(ms_wang, people["office"])
    assert "只提供紧急救治" in refused.value.says.zh
    assert not Agreement.objects.exists()


def test_unknown_is_never_eligible_and_says_what_it_needs(ms_wang: Woman, people: dict[str, User]) -> None:
    with pytest.raises(NotDone, match=r"needs: a doctor's signature that confirms .*; dilatation of the cervix"):
        offer(ms_wang, people["office"])
    found = eligibility_of(ms_wang, under=False)
    assert found is not None
    assert found.verdict == "cannot_tell"
    assert {one.id for one in found.standing(None)} == {"diagnosed", "closed"}
