"""The three women of the hospital's promise, through the agreement's pages in Chromium. Pictures: tests/artefacts."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.urls import reverse

from fullterm.clinic.models import Agreement, Transaction, User, Woman
from tests.clinic import agreed, ward
from tests.clinic.agreed import AT_21_WEEKS, OPERATED, TERM
from tests.clinic.test_story import CHROMIUM, Ward, on_the_ward  # noqa: F401  # the fixture

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(not CHROMIUM.exists(), reason="apt-get install -y chromium installs the browser"),
]
SUTURE = {"indication": "history", "technique": "mcdonald", "route": "vaginal"}


@pytest.fixture
def enter(request: pytest.FixtureRequest, staff: dict[str, User]) -> Callable[..., Ward]:
    """Somebody of the ward, or of those an agreement needs, at a browser."""
    staff |= agreed.people()
    come: Callable[..., Ward] = request.getfixturevalue("on_the_ward")
    return come


def step(at: Ward, agreement: Agreement, action: str, **typed: str) -> str:
    """One step by its form; what the page says afterwards."""
    at.go("agreement_step", agreement.pk, action)
    at.fill(**typed)
    at.page.locator("main form button").first.click()
    at.page.wait_for_load_state()
    said: str = at.page.locator("main").inner_text()
    return said


def offered(at: Ward, woman: Woman) -> Agreement:
    """Found by her number, offered on her page."""
    at.go("agreements")
    at.fill(number=woman.number)
    at.page.locator(".agreements-find button").click()
    at.page.get_by_role("button", name="提供协议").click()
    at.page.wait_for_load_state()
    return Agreement.objects.get(woman=woman)


def test_ms_wang_signs_pays_in_two_parts_and_gives_birth_at_term(
    enter: Callable[..., Ward], ms_wang: Woman, doctor: User, surgeon: User
) -> None:
    office = enter("office", "zh-hans", "agreement-kept")
    office.set_day(ward.DAY)
    office.go("woman_agreement", ms_wang.pk)
    said = office.page.locator("main").inner_text()
    assert "尚不能判断" in said
    assert "宫口扩张" in said, "what would settle it"
    assert "研究结果" in said, "the published figures stand on the page before anything is signed"
    assert "签与不签" in said
    agreed.make_eligible(ms_wang, doctor)
    agreement = offered(office, ms_wang)
    office.picture("offered")
    said = step(office, agreement, "signed", woman="王秀兰", hospital="协议办公室 李", understood="yes")
    assert "已完成并记录" in said
    step(office, agreement, "paid", amount="8,000", account="bank", reference="R1")
    said = step(office, agreement, "paid", amount="13000", account="cash")
    assert "尚未支付的费用只有 12,000.00 CNY" in said, "refused, and what was typed is still there"
    assert office.page.locator('[name="amount"]').input_value() == "13000"
    said = step(office, agreement, "paid", amount="12000", account="cash")
    assert "已签署、费用付清" in said
    office.go("agreement_text", agreement.pk)
    assert "王秀兰" in office.page.locator("main").inner_text()
    office.set_day(OPERATED)
    ward.tell(ms_wang, surgeon, "cerclage placed", OPERATED, **SUTURE)
    assert "已手术，等待结局" in step(office, agreement, "treated")
    office.set_day(TERM)
    ward.tell(ms_wang, surgeon, "suture removed", TERM)
    ward.tell(ms_wang, doctor, "pregnancy ended", TERM, outcome="live_birth")
    assert "已履行" in step(office, agreement, "fulfilled")
    office.picture("fulfilled")
    assert [one.kind for one in agreement.transactions.all()] == ["payment", "payment", "earned"]
    office.go("agreement_month")
    assert "20,000.00 CNY" in office.page.locator("main").inner_text()


def test_a_loss_at_21_weeks_is_reviewed_by_another_doctor_and_refunded_once(
    enter: Callable[..., Ward], ms_wang: Woman, doctor: User, surgeon: User
) -> None:
    office = enter("office", "zh-hans", "agreement-refunded")
    office.set_day(ward.DAY)
    agreed.make_eligible(ms_wang, doctor)
    agreement = offered(office, ms_wang)
    step(office, agreement, "signed", woman="王秀兰", hospital="协议办公室 李", understood="yes")
    step(office, agreement, "paid", amount="20000", account="bank")
    office.set_day(AT_21_WEEKS)
    ward.tell(ms_wang, surgeon, "cerclage placed", OPERATED, **SUTURE)
    step(office, agreement, "treated")
    ward.tell(ms_wang, doctor, "pregnancy ended", AT_21_WEEKS, outcome="loss")
    treating = enter("doctor", "zh-hans", "agreement-treating")
    treating.set_day(AT_21_WEEKS)
    assert "审核中" in step(treating, agreement, "reported", said="夜间破水")
    said = step(treating, agreement, "reviewed", decision="recurrence", evidence="住院病历")
    assert "请由其他医生审核" in said
    reviewer = enter("reviewer", "zh-hans", "agreement-reviewer")
    reviewer.set_day(AT_21_WEEKS)
    assert "待退款" in step(reviewer, agreement, "reviewed", decision="recurrence", evidence="住院病历")
    office.go("agreement_step", agreement.pk, "refunded")
    assert "20,000.00 CNY" in office.page.locator("main").inner_text()
    office.fill(account="bank")
    office.page.locator("main form button").first.dblclick()
    office.page.wait_for_url(f"**{reverse('agreement', args=(agreement.pk,))}")
    office.page.wait_for_load_state("networkidle")
    assert "已退款" in office.page.locator("main").inner_text()
    office.picture("refunded")
    office.go("agreement_step", agreement.pk, "refunded")
    assert "退款只有一次" in office.page.locator("main").inner_text()
    assert office.page.locator("main form").count() == 0
    assert Transaction.objects.filter(kind="refund").count() == 1


def test_the_rescue_woman_is_refused_with_the_reason(
    enter: Callable[..., Ward], ms_wang: Woman, doctor: User, live_server: Any
) -> None:
    agreed.diagnose(ms_wang, doctor)
    ward.tell(ms_wang, doctor, "examined", ward.DAY, dilatation="2 cm", membranes="bulging")
    office = enter("office", "en", "agreement-rescue")
    office.set_day(ward.DAY)
    office.go("woman_agreement", ms_wang.pk)
    said = office.page.locator("main").inner_text()
    assert "may not sign" in said
    assert "there is rescue care, and no agreement" in said
    assert "2 cm" not in said, "the office reads the criteria, not her record"
    assert office.page.get_by_role("button", name="Offer").count() == 0
    office.picture("refused")
    assert not Agreement.objects.exists()
    assert office.page.goto(live_server.url + reverse("woman", args=(ms_wang.pk,))).status == 403
