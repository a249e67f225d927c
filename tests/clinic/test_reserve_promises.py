"""What the clinic hands to the reserve: each open agreement as her record and its money leave it, without her name."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest

from fullterm.care.agreement.reserve import Promise
from fullterm.care.agreement.reserve_rates import Experience
from fullterm.clinic.models import Agreement, User, Woman
from fullterm.clinic.pages.agreements.reserve import experience, promises
from tests.clinic import agreed
from tests.clinic.agreed import AT_21_WEEKS, OPERATED, TERM, do, make_eligible, offer, pay, sign
from tests.clinic.ward import DAY, tell

pytestmark = pytest.mark.django_db
FEE = Decimal("20000.00")
OnDay = Callable[[date], None]


@pytest.fixture
def people(staff: dict[str, User]) -> dict[str, User]:
    return agreed.people()


@pytest.fixture
def signed(ms_wang: Woman, people: dict[str, User]) -> Agreement:
    make_eligible(ms_wang, people["treating"])
    agreement = offer(ms_wang, people["office"]).agreement
    sign(agreement, people["office"])
    return agreement


def treat(agreement: Agreement, people: dict[str, User], on_day: OnDay, **how: Any) -> None:
    """Paid in full, operated on and the treatment recorded, at 13w1d."""
    pay(agreement, people["office"], "20000")
    on_day(OPERATED)
    told = {"indication": "history", "technique": "mcdonald", "route": "vaginal", **how}
    tell(agreement.woman, people["operator"], "cerclage placed", OPERATED, **told)
    do(agreement, people["office"], "treated", OPERATED)


def only() -> Promise:
    (found,) = promises()
    return found


def test_nothing_paid_is_nothing_held_and_what_is_paid_is_held_whole_until_she_is_treated(
    signed: Agreement, people: dict[str, User]
) -> None:
    assert promises() == ()
    pay(signed, people["office"], "7000")
    assert (only().state, only().amount, only().currency) == ("untreated", Decimal(7000), "CNY")
    pay(signed, people["office"], "13000")
    assert (only().state, only().amount) == ("untreated", FEE)


def test_once_treated_it_is_at_risk_from_the_gestation_at_which_she_was_last_seen(
    signed: Agreement, people: dict[str, User], on_day: OnDay
) -> None:
    treat(signed, people, on_day)
    assert (only().state, only().tier, only().weeks) == ("treated", "planned vaginal", (84, 196))
    assert only().gestation == (90, 94)  # 13w1d, the due date known to two days either way
    on_day(AT_21_WEEKS)
    assert only().gestation == (90, 94), "nobody has seen her since: the calendar alone releases nothing"
    tell(signed.woman, people["treating"], "scanned", DAY + timedelta(50), length="31 mm", method="transvaginal")
    assert only().gestation == (132, 136)
    due = only().due
    assert due is not None
    assert due.high - due.low == 4


def test_a_baby_found_dead_or_a_loss_on_record_is_owed_before_anybody_reports_it(
    signed: Agreement, people: dict[str, User], on_day: OnDay
) -> None:
    treat(signed, people, on_day)
    on_day(AT_21_WEEKS)
    tell(signed.woman, people["treating"], "examined", AT_21_WEEKS, alive="no")
    assert (only().state, only().amount) == ("owed", FEE)
    tell(signed.woman, people["treating"], "pregnancy ended", AT_21_WEEKS, outcome="loss")
    assert (only().state, only().amount) == ("owed", FEE)
    do(signed, people["treating"], "reported")
    assert only().state == "owed"
    do(signed, people["reviewer"], "reviewed", decision="recurrence", evidence="record")
    assert only().state == "owed"
    do(signed, people["office"], "refunded", account="bank")
    assert promises() == ()


def test_a_birth_on_record_past_the_weeks_needs_nothing_even_before_it_is_closed(
    signed: Agreement, people: dict[str, User], on_day: OnDay
) -> None:
    treat(signed, people, on_day)
    on_day(TERM)
    tell(signed.woman, people["treating"], "pregnancy ended", TERM, outcome="live_birth")
    found = only()
    assert found.state == "treated"
    assert found.gestation is not None
    assert found.gestation.low >= 196
    do(signed, people["office"], "fulfilled")
    assert promises() == ()


def test_the_treatment_is_read_from_the_suture_and_from_one_that_failed_before(
    signed: Agreement, people: dict[str, User], on_day: OnDay
) -> None:
    tell(signed.woman, people["treating"], "answered", key="earlier[2].cerclage", said="ultrasound")
    treat(signed, people, on_day)
    assert only().tier == "repeat low vaginal"


def test_an_abdominal_suture_is_its_own_treatment(signed: Agreement, people: dict[str, User], on_day: OnDay) -> None:
    treat(signed, people, on_day, technique="laparoscopic", route="abdominal")
    assert only().tier == "abdominal"


def test_a_suture_or_a_scan_entered_in_error_and_withdrawn_counts_for_nothing(
    signed: Agreement, people: dict[str, User], on_day: OnDay
) -> None:
    operator = people["operator"]
    pay(signed, people["office"], "20000")
    on_day(OPERATED)
    told = {"indication": "history", "technique": "laparoscopic", "route": "abdominal"}
    tell(signed.woman, operator, "cerclage placed", OPERATED, **told)
    assert only().tier == "abdominal"
    tell(signed.woman, operator, "withdrawn", OPERATED, number=signed.woman.events, reason="typing error")
    told = {"indication": "history", "technique": "mcdonald", "route": "vaginal"}
    tell(signed.woman, operator, "cerclage placed", OPERATED, **told)
    do(signed, people["office"], "treated", OPERATED)
    assert only().tier == "planned vaginal"
    on_day(AT_21_WEEKS)
    tell(signed.woman, people["treating"], "scanned", DAY + timedelta(50), length="31 mm", method="transvaginal")
    tell(signed.woman, people["treating"], "withdrawn", AT_21_WEEKS, number=signed.woman.events, reason="wrong woman")
    assert only().gestation == (90, 94), "nobody has seen her since the operation"


def test_own_outcomes_count_once_her_due_date_is_well_past_and_not_before(
    signed: Agreement, people: dict[str, User], on_day: OnDay
) -> None:
    """A loss is known sooner than a birth: counted as they come, the rate would be read too high."""
    treat(signed, people, on_day)
    on_day(AT_21_WEEKS)
    tell(signed.woman, people["treating"], "pregnancy ended", AT_21_WEEKS, outcome="loss")
    do(signed, people["treating"], "reported")
    do(signed, people["reviewer"], "reviewed", decision="recurrence", evidence="record")
    due = date(2026, 10, 21)  # the latest
    assert experience(due + timedelta(27))[0] == Experience("planned vaginal", 0, 0)
    assert experience(due + timedelta(28))[0] == Experience("planned vaginal", 1, 1)


def test_a_birth_counts_as_treated_and_not_refunded(signed: Agreement, people: dict[str, User], on_day: OnDay) -> None:
    treat(signed, people, on_day)
    on_day(TERM)
    tell(signed.woman, people["treating"], "pregnancy ended", TERM, outcome="live_birth")
    do(signed, people["office"], "fulfilled")
    assert experience(date(2027, 1, 1))[0] == Experience("planned vaginal", 1, 0)
