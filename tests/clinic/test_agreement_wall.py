"""The wall, on the pages: her clinical page, Today and a guideline read the same with an agreement and without one."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from fullterm.clinic.models import AccessLog, Row, User, Woman
from fullterm.guidelines import register
from tests.clinic import agreed
from tests.clinic.agreed import make_eligible, offer, pay, sign

pytestmark = pytest.mark.django_db
ADVICE = register.recommendations()[0]


def pages(client: Client, woman: Woman) -> list[str]:
    paths = [
        reverse("woman", args=(woman.pk,)), reverse("today"), reverse("women"),
        reverse("why", args=(woman.pk, ADVICE.guideline, ADVICE.ref)), reverse("history", args=(woman.pk,)),
    ]  # fmt: skip
    return [
        re.sub(r'name="(csrfmiddlewaretoken|key)" value="[^"]*"', "", client.get(path).content.decode())
        for path in paths
    ]


def test_no_page_about_her_care_changes_when_she_signs_and_pays(
    ms_wang: Woman, staff: dict[str, User], client_of: Callable[[str], Client]
) -> None:
    people = agreed.people()
    make_eligible(ms_wang, people["treating"])
    client = client_of("doctor")
    before, rows = pages(client, ms_wang), list(Row.objects.order_by("step").values())
    agreement = offer(ms_wang, people["office"]).agreement
    sign(agreement, people["office"])
    pay(agreement, people["office"], "20000")
    assert pages(client, ms_wang) == before
    assert list(Row.objects.order_by("step").values()) == rows


def test_every_look_at_an_agreement_is_kept_and_the_office_reads_no_fact_of_her_record(
    ms_wang: Woman, staff: dict[str, User], client_of: Callable[[str], Client]
) -> None:
    people = agreed.people()
    make_eligible(ms_wang, people["treating"])
    agreement = offer(ms_wang, people["office"]).agreement
    office, doctor = client_of("outsider"), client_of("doctor")
    paths = [reverse("woman_agreement", args=(ms_wang.pk,)), reverse("agreement_step", args=(agreement.pk, "signed"))]
    for path in (*paths, *(reverse(name, args=(agreement.pk,)) for name in ("agreement", "agreement_text"))):
        looked = AccessLog.objects.count()
        page = office.get(path).content.decode()
        assert AccessLog.objects.count() == looked + 1, path
        assert "0 cm" not in page
        assert reverse("woman", args=(ms_wang.pk,)) + '"' not in page
    assert "0 cm" in doctor.get(reverse("woman_agreement", args=(ms_wang.pk,))).content.decode()
