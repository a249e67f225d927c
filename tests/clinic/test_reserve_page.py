"""The reserve's page: the figure, the months, what they rest on; for the agreement office, and naming no woman."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal
from random import Random
from typing import Any

import pytest
from django.core.management import call_command
from django.test import Client
from django.urls import reverse

from fullterm.care.agreement.reserve import Promise
from fullterm.care.agreement.reserve_backtest import measured
from fullterm.care.agreement.reserve_rates import PRIORS, Experience
from fullterm.care.agreement.terms import TIERS
from fullterm.clinic.models import AccessLog, Role
from fullterm.clinic.pages.agreements import reserve
from fullterm.clinic.pages.agreements.reserve_chart import INK, SHAPES
from fullterm.logic.quantity import Span
from tests.clinic.ward import DAY

pytestmark = pytest.mark.django_db
SignIn = Callable[[str], Client]
WEEKS = (84, 196)


def portfolio(currency: str = "CNY", women: int = 60) -> tuple[Promise, ...]:
    """Open agreements at every week, some not yet treated and two owed: the same ones every time."""
    draw = Random(20260406)
    made = []
    for number in range(women):
        at = draw.randrange(84, 190)
        due = (DAY + timedelta(days=280 - at)).toordinal()
        state: Any = "untreated" if number % 15 == 14 else "owed" if number % 30 == 7 else "treated"
        made.append(
            Promise(
                draw.choices(TIERS, (75, 10, 15))[0],
                Decimal(draw.choice((18_000, 20_000))),
                currency,
                WEEKS,
                state,
                gestation=Span(at - 2, at + 2),
                due=Span(due - 2, due + 2),
            )
        )
    return tuple(made)


@pytest.fixture
def open_agreements(monkeypatch: pytest.MonkeyPatch) -> tuple[Promise, ...]:
    held = portfolio()
    monkeypatch.setattr(reserve, "promises", lambda: held)
    return held


@pytest.fixture
def office(client_of: SignIn) -> Client:
    """The agreement office."""
    return client_of("outsider")


def page(client: Client, language: str = "en") -> str:
    return client.get(reverse("reserve"), headers={"accept-language": language}).content.decode()


def words(text: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", text))


def test_where_nothing_is_promised_it_says_so_and_still_shows_what_it_would_rest_on(office: Client) -> None:
    text = words(page(office))
    assert "No agreement is open, so nothing has to be set aside." in text
    assert PRIORS[0].paper in text
    assert "fullterm manage reserve_backtest" in text
    assert "Month by month" not in text


def test_the_office_sees_what_to_set_aside(office: Client, open_agreements: tuple[Promise, ...]) -> None:
    found = reserve.reserves(reserve.promises(), (), DAY)[0]
    text = words(page(office))
    whole = sum(one.amount for one in open_agreements if one.state != "treated")
    assert found.to_hold == found.total.at95 + whole
    assert f"CNY {found.to_hold:,.0f}" in text
    for need in (found.total, *found.tiers):
        for amount in (need.promised, need.at95, need.at99):
            assert f" {amount:,.0f} " in text
    assert "Not yet treated: in full" in text


def test_every_prior_stands_there_with_its_paper_its_counts_and_its_weight(
    office: Client, open_agreements: tuple[Promise, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reserve, "experience", lambda _: (Experience("planned vaginal", 120, 11),))
    text = words(page(office))
    for one in PRIORS:
        assert one.paper in text
        assert f"{one.events} of {one.women}: {one.counted.en}" in text
        assert f"weight {one.weight:g}" in text
    assert "11 of 120" in text
    assert "Every weight times 0.5" in text
    assert "no paper we have read gives it by week" in text


def test_the_back_test_and_what_happens_when_the_model_is_wrong_are_printed(office: Client) -> None:
    text = words(page(office))
    kept = {one.scenario.name: one for one in measured()}
    for one in kept.values():
        assert f"{one.scenario.says.en} {one.cohorts:,} {one.at95:.1%} {one.at99:.1%}" in text
    wrong, right, late = (kept[name].at95 for name in ("higher, unseen", "as believed", "late"))
    assert f"enough in {wrong:.1%} of cohorts instead of {right:.1%}; if losses gather late, in {late:.1%}." in text


def test_in_chinese_it_says_the_same(office: Client, open_agreements: tuple[Promise, ...]) -> None:
    text = words(page(office, "zh-CN").partition("<main")[2].partition("</main>")[0])
    found = reserve.reserves(reserve.promises(), (), DAY)[0]
    for said in ("退费准备金", "应预留", f"CNY {found.to_hold:,.0f}", "逐月变化", "计划性经阴道环扎", "模型有误时"):
        assert said in text
    assert not re.search(r"[\u4e00-\u9fff][,;:?!]|[,;:?!][\u4e00-\u9fff]", text)


def test_no_woman_is_named_counted_out_or_looked_at(office: Client, ms_wang: Any) -> None:
    before = AccessLog.objects.count()
    assert ms_wang.name not in page(office)
    assert AccessLog.objects.count() == before


# ---- the picture


@pytest.mark.parametrize("ground", INK)
@pytest.mark.parametrize("shape", SHAPES)
def test_the_months_are_drawn_for_desk_and_phone_in_light_and_dark(
    office: Client, open_agreements: tuple[Promise, ...], shape: str, ground: str
) -> None:
    answer = office.get(reverse("reserve_picture", args=["CNY", shape, ground]))
    svg = answer.content.decode()
    assert answer["Content-Type"] == "image/svg+xml"
    assert svg.startswith("<svg")
    assert not re.search(r"\sstyle=|<style|<script|https?://(?!www\.w3\.org)", svg), "the policy forbids it"
    for colour in (INK[ground][figure] for figure in ("expected", "at95", "at99")):
        assert colour in svg
    for month in ("Apr", "May", "Jun"):
        assert month in svg


def test_the_picture_speaks_the_language_of_the_page(office: Client, open_agreements: tuple[Promise, ...]) -> None:
    svg = office.get(reverse("reserve_picture", args=["CNY", "wide", "light"]), headers={"accept-language": "zh-CN"})
    for said in ("预期退费", "95%情况下足够", "5月1日"):
        assert said in svg.content.decode()


@pytest.mark.parametrize("args", [["GBP", "wide", "light"], ["CNY", "huge", "light"], ["CNY", "wide", "pink"]])
def test_what_is_not_drawn_is_not_there(office: Client, open_agreements: tuple[Promise, ...], args: list[str]) -> None:
    assert office.get(reverse("reserve_picture", args=args)).status_code == 404


# ---- the numbers


def test_the_months_as_csv_to_the_cent(office: Client, open_agreements: tuple[Promise, ...]) -> None:
    answer = office.get(reverse("reserve_months", args=["CNY"]))
    assert answer["Content-Disposition"] == f'attachment; filename="reserve-CNY-{DAY}.csv"'
    rows = list(csv.DictReader(io.StringIO(answer.content.decode())))
    found = reserve.reserves(reserve.promises(), (), DAY)[0]
    assert [row["day"] for row in rows] == [str(DAY), *(str(month.on) for month in found.months)]
    assert rows[0]["expected"] == str(found.total.expected)
    assert rows[-1] == {
        "day": str(found.months[-1].on), "currency": "CNY", "agreements": "0", "held": "0", "expected": "0.00",
        "enough_in_95": "0.00", "enough_in_99": "0.00",
    }  # fmt: skip
    assert office.get(reverse("reserve_months", args=["GBP"])).status_code == 404


def test_each_currency_stands_by_itself(office: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reserve, "promises", lambda: (*portfolio(), *portfolio("GBP", 20)))
    text = words(page(office))
    for one in reserve.reserves(reserve.promises(), (), DAY):
        assert f"{one.currency} {one.to_hold:,.0f}" in text


# ---- who


def test_only_the_agreement_office_and_the_administrator_see_it(
    client_of: SignIn, open_agreements: tuple[Promise, ...]
) -> None:
    paths = [
        reverse("reserve"),
        reverse("reserve_months", args=["CNY"]),
        reverse("reserve_picture", args=["CNY", "wide", "light"]),
    ]
    for path in paths:
        for who, status in (
            ("outsider", 200),
            ("administrator", 200),
            ("doctor", 403),
            ("nurse", 403),
            ("nobody", 302),
        ):
            assert client_of(who).get(path).status_code == status, (who, path)
            assert client_of(who).post(path).status_code in (403, 405, 302)


def test_it_stands_in_the_navigation_of_who_may_open_it(client_of: SignIn) -> None:
    assert 'aria-current="page">Reserve' in page(client_of("outsider"))
    assert reverse("reserve") not in client_of("doctor").get("/").content.decode()
    assert Role.AGREEMENT not in (Role.DOCTOR, Role.NURSE)


def test_the_back_test_is_one_command(capsys: pytest.CaptureFixture[str]) -> None:
    call_command("reserve_backtest", cohorts=5)
    printed = capsys.readouterr().out.splitlines()
    assert printed[0].split() == ["cohorts", "95", "%", "99", "%", "short,", "on", "average", "by"]
    assert [line[:18].strip() for line in printed[1:]] == [one.scenario.name for one in measured()]
