"""The woman who loses again at 21 weeks, through the pages in Chromium: reviewed by another doctor, refunded once."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from fullterm.clinic.models import Transaction, User, Woman
from tests.clinic import agreed, ward
from tests.clinic.agreed import AT_21_WEEKS, OPERATED
from tests.clinic.through import Ward

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_loss_at_21_weeks_is_reviewed_by_another_doctor_and_refunded_once(
    on_the_ward: Callable[..., Ward], staff: dict[str, User], ms_wang: Woman
) -> None:
    staff |= agreed.people()
    nurse, doctor, surgeon, office, reviewer = (
        on_the_ward(one, "zh-hans", "refunded") for one in ("nurse", "doctor", "surgeon", "office", "reviewer")
    )
    nurse.enter(ms_wang, "examination", ward.DAY, dilatation="0", membranes="not_visible")
    doctor.sign(ms_wang, {"cause:cervical_insufficiency": "confirmed", "choice:cerclage": "accepted"})
    agreement = office.offer(ms_wang)
    office.step(agreement, "signed", woman="王秀兰", hospital="协议办公室 李", understood="yes")
    office.step(agreement, "paid", amount="20000", account="bank")
    surgeon.enter(ms_wang, "cerclage", OPERATED, technique="mcdonald", indication="history")
    assert "已手术，等待结局" in office.step(agreement, "treated")

    doctor.enter(ms_wang, "end", AT_21_WEEKS, outcome="loss", said="夜间破水", suture="out",
                 removed_on=AT_21_WEEKS.isoformat(), baby1_survival="before_birth")  # fmt: skip
    doctor.picture("流产")
    assert "审核中" in doctor.step(agreement, "reported", said="夜间破水")
    said = doctor.step(agreement, "reviewed", decision="recurrence", evidence="住院病历")
    assert "请由其他医生审核" in said
    assert "待退款" in reviewer.step(agreement, "reviewed", decision="recurrence", evidence="住院病历")
    reviewer.picture("审核")

    office.go("agreements")
    office.follow("agreement", agreement.pk)
    office.follow("agreement_step", agreement.pk, "refunded")
    assert "20,000.00 CNY" in office.said()
    office.fill(account="bank")
    office.page.locator("main form button").first.dblclick()
    office.page.wait_for_url(office.address("agreement", agreement.pk))
    office.page.wait_for_load_state("networkidle")
    assert "已退款" in office.said()
    office.picture("已退款")
    office.go("agreement_step", agreement.pk, "refunded")
    assert "退款只有一次" in office.said()
    assert office.page.locator("main form").count() == 0
    assert Transaction.objects.filter(kind="refund").count() == 1
