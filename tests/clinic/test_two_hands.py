"""Two people at one woman, and one who presses twice: whatever goes wrong between, nobody's word is passed over."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from fullterm.clinic.base import settings_in_force as hospital
from fullterm.clinic.models import Event, Hospital, User, Woman
from tests.clinic import agreed
from tests.clinic.test_history import opened, whole_form
from tests.clinic.test_settings_page import TOLD
from tests.clinic.ward import address, tell

pytestmark = pytest.mark.django_db
In = Callable[[str], Client]


def hidden(page: Any) -> dict[str, str]:
    pairs = re.findall(r'type="hidden" name="(seen|key|shown)" value="([^"]*)"', page.content.decode())
    return dict(pairs)


FORMS: dict[str, tuple[Any, dict[str, str], dict[str, str]]] = {
    # the page; what is typed wrong at first; what is typed at last
    "scan": (lambda one: address(one, "scan"), {"on": "2026-04-06", "length": "long"}, {"length": "31"}),
    "examination": (lambda one: address(one, "examination"), {"on": "2026-04-06", "dilatation": "wide"},
                    {"dilatation": "2"}),
    "question": (lambda one: reverse("history", args=[one.pk]), {"question": "bmi", "said": ""}, {"said": "22"}),
    "form": (whole_form, {"bmi": "much"}, {"bmi": "22"}),
    "withdraw": (lambda one: reverse("withdraw", args=[one.pk, one.events]), {}, {"why": "typing"}),
    "emergency": (lambda one: reverse("emergency", args=[one.pk]), {"dilatation": "wide"}, {"dilatation": "2"}),
}  # fmt: skip


@pytest.mark.parametrize("name", FORMS)
def test_a_slip_of_the_pen_hides_nothing_that_somebody_else_did(
    name: str, ms_wang: Woman, doctor: User, client_of: In
) -> None:
    place, wrong, right = FORMS[name]
    nurse, there = client_of("nurse"), place(ms_wang)
    sent = {**(opened(nurse, ms_wang) if name == "form" else hidden(nurse.get(there))), **wrong}
    tell(ms_wang, doctor, "answered", key="diabetes", said="yes")
    slipped = nurse.post(there, sent)
    assert slipped.status_code == 200
    told = nurse.post(there, {**sent, **right, **hidden(slipped)})
    assert told.status_code == 200
    assert "doctor answered a question" in told.content.decode()
    assert not Event.objects.filter(woman=ms_wang, actor__username="nurse").exists()
    again = {**sent, **right, **hidden(told)}
    if name == "form":
        again |= {"diabetes": "yes"}  # as the page now shows it
        assert re.search(r'name="diabetes"[^>]*value="yes" (checked|selected)|value="yes" selected', unescape(
            told.content.decode()))  # fmt: skip
    assert nurse.post(there, again).status_code == 302
    ms_wang.refresh_from_db()
    assert ms_wang.document["woman"]["diabetes"]["value"] == "yes"
    assert Event.objects.filter(woman=ms_wang, actor__username="nurse").count() == 1


def test_a_pregnancy_ended_by_somebody_else_meanwhile_loses_nothing_typed(
    ms_wang: Woman, doctor: User, client_of: In
) -> None:
    nurse, there = client_of("nurse"), address(ms_wang, "end")
    sent = hidden(nurse.get(there)) | {"on": "2026-04-06", "outcome": "loss", "said": "she called at night"}
    tell(ms_wang, doctor, "pregnancy ended", outcome="loss")
    answer = nurse.post(there, sent).content.decode()
    assert "doctor recorded the end of the pregnancy" in answer
    assert "she called at night" in answer


def test_a_slip_in_a_step_of_an_agreement_hides_nothing_either(ms_wang: Woman, client_of: In) -> None:
    people = agreed.people()
    agreed.make_eligible(ms_wang, people["treating"])
    agreement = agreed.offer(ms_wang, people["office"]).agreement
    agreed.sign(agreement, people["office"])
    client, there = client_of("outsider"), reverse("agreement_step", args=[agreement.pk, "paid"])
    sent = hidden(client.get(there)) | {"on": "2026-04-06", "amount": "100", "reference": "x"}
    agreed.pay(agreement, people["office"], "8000")
    slipped = client.post(there, sent)
    told = client.post(there, {**sent, "account": "bank", **hidden(slipped)})
    assert "has changed this agreement since you opened it" in told.content.decode()


def test_a_slip_in_the_settings_does_not_overwrite_what_somebody_else_saved(client_of: In, administrator: User) -> None:
    client, there = client_of("administrator"), reverse("hospital")
    sent = {**TOLD, **hidden(client.get(there)), "name_en": ""}
    saved = {**TOLD, "telephone": "021-7", "language": "", "second_step": False}
    hospital.save(saved, administrator, seen=0)
    slipped = client.post(there, sent)
    told = client.post(there, {**sent, "name_en": "Harbour", **hidden(slipped)})
    assert told.status_code == 409
    assert Hospital.objects.count() == 1
    asked = client.post(there, {**TOLD, "seen": "0", "protocol": "rcog_nice"})  # what it would change is shown first
    assert (
        client.post(there, {**TOLD, "protocol": "rcog_nice", "confirmed": "rcog_nice", **hidden(asked)}).status_code
        == 409
    )


TWICE: dict[str, dict[str, str]] = {
    "begin": {"by": "crl", "day": "2026-04-06", "gestation": "12w0d", "within": "2", "correction": "yes"},
    "end": {"outcome": "loss"},
    "examination": {"dilatation": "2"},
    "decline": {"step": "cerclage", "reason": "not now"},
}


@pytest.mark.parametrize("kind", TWICE)
def test_a_button_pressed_twice_saves_once_and_says_that_it_was_saved(kind: str, ms_wang: Woman, client_of: In) -> None:
    client, there = client_of("doctor"), address(ms_wang, kind)
    sent = {**hidden(client.get(there)), "on": "2026-04-06", **TWICE[kind]}
    events = Event.objects.count()
    answers = [client.post(there, sent) for _ in range(2)]
    assert [one.status_code for one in answers] == [302, 302]
    assert answers[0]["Location"] == answers[1]["Location"]
    assert Event.objects.count() == events + 1
