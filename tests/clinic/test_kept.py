"""A session that ends while somebody types, and a token from before the last sign-in: nothing typed is lost."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from fullterm.clinic.models import Event, Row, User, Woman
from fullterm.clinic.words import WORDS
from tests.clinic.ward import NAME, PASSWORD, address, tell

pytestmark = pytest.mark.django_db
HERE = {"Origin": "http://testserver"}
WORDY = "ein Satz\nund noch einer & <b>"


def signs_in(client: Client, name: str) -> None:
    page = client.get(reverse("account_login"))
    token = re.findall(r'name="csrfmiddlewaretoken" value="([^"]+)"', page.content.decode())[0]
    told = {"login": name, "password": PASSWORD, "csrfmiddlewaretoken": token}
    assert client.post(reverse("account_login"), told).status_code == 302


def fields(page: Any) -> dict[str, str]:
    """Everything the page of the kept sends when its button is pressed."""
    text = page.content.decode()
    hidden = re.findall(r'<textarea name="([^"]+)" hidden>\n(.*?)</textarea>', text, re.DOTALL)
    form = text[text.index("<main") :]
    token = re.findall(r'name="csrfmiddlewaretoken" value="([^"]+)"', form)[0]
    return {name: unescape(value) for name, value in hidden} | {"csrfmiddlewaretoken": token}


def page_fields(client: Client, there: str) -> dict[str, str]:
    text = client.get(there).content.decode()
    return dict(re.findall(r'name="(csrfmiddlewaretoken|seen|key)" value="([^"]*)"', text[text.index("<main") :]))


@pytest.mark.parametrize("language", ["en", "zh"])
def test_what_was_typed_outlives_the_session_and_the_sign_in(language: str, ms_wang: Woman, staff: Any) -> None:
    client, there = Client(enforce_csrf_checks=True), address(ms_wang, "scan")
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = {"en": "en", "zh": "zh-hans"}[language]
    signs_in(client, "nurse")
    sent = page_fields(client, there) | {"on": "2026-04-06", "length": "31", "said": WORDY}
    client.cookies.pop(settings.SESSION_COOKIE_NAME)
    answer = client.post(there, sent, headers=HERE)
    assert answer.status_code == 401
    assert WORDS["kept.signed_out"][language] in answer.content.decode()  # type: ignore[index]  # one of the two
    assert NAME not in answer.content.decode()
    kept = fields(answer)
    assert kept["said"].replace("\r", "") == WORDY
    signs_in(client, "nurse")  # which makes a new token
    again = client.post(there, kept, headers=HERE)
    assert again.status_code == 403
    assert WORDS["kept.again"][language] in again.content.decode()  # type: ignore[index]  # one of the two
    assert not Event.objects.filter(woman=ms_wang, action="scanned").exists()
    assert client.post(there, fields(again), headers=HERE).status_code == 302
    scan = Event.objects.get(woman=ms_wang, action="scanned")
    assert scan.data["length"] == "31"


def test_what_somebody_else_did_meanwhile_is_told_all_the_same(ms_wang: Woman, doctor: User, staff: Any) -> None:
    client, there = Client(enforce_csrf_checks=True), address(ms_wang, "scan")
    signs_in(client, "nurse")
    sent = page_fields(client, there) | {"on": "2026-04-06", "length": "31"}
    client.cookies.pop(settings.SESSION_COOKIE_NAME)
    kept = fields(client.post(there, sent, headers=HERE))
    tell(ms_wang, doctor, "answered", key="diabetes", said="yes")
    signs_in(client, "nurse")
    told = client.post(there, fields(client.post(there, kept, headers=HERE)), headers=HERE)
    assert "doctor answered a question" in told.content.decode()
    assert 'value="31"' in told.content.decode()


@pytest.mark.parametrize("origin", [{}, {"Origin": "https://evil.example"}, {"Origin": "null"}])
def test_a_form_of_another_site_is_never_drawn_to_be_sent_once_more(
    origin: dict[str, str], ms_wang: Woman, client_of: Callable[[str], Client]
) -> None:
    client = Client(enforce_csrf_checks=True)
    signs_in(client, "nurse")
    answer = client.post(address(ms_wang, "scan"), {"on": "2026-04-06", "length": "7777"}, headers=origin)
    assert answer.status_code == 403
    assert "7777" not in answer.content.decode()


def test_a_password_is_written_into_no_page(ms_wang: Woman, staff: Any) -> None:
    client = Client(enforce_csrf_checks=True)
    for there in (reverse("sign", args=[ms_wang.pk]), reverse("account_login")):
        told = {"login": "doctor", "password": "do not show me", "choice:x": "accepted"}
        answer = client.post(there, told, headers=HERE)
        assert answer.status_code == 403
        assert "do not show me" not in answer.content.decode()


def test_a_part_of_a_page_sends_the_whole_page_to_the_sign_in(ms_wang: Woman, staff: Any) -> None:
    row = Row.objects.filter(woman=ms_wang)[0]
    there = reverse("call", args=[ms_wang.pk, row.step])
    parts = {"HX-Request": "true", "HX-Current-URL": "http://testserver/today/due/?after=1"}
    answer = Client().get(there, headers=parts)
    assert (answer.status_code, answer["HX-Redirect"]) == (204, "/accounts/login/?next=/today/due/%3Fafter%3D1")
    answer = Client().post(there, {"said": "declined", "why": "moved away"}, headers=parts)
    assert (answer.status_code, answer["HX-Retarget"]) == (200, "body")
    assert fields(answer)["why"] == "moved away"


@pytest.mark.parametrize("verb", ["put", "delete", "patch", "options", "trace"])
def test_no_other_verb_opens_a_page(verb: str, ms_wang: Woman, client_of: Callable[[str], Client]) -> None:
    answer = getattr(client_of("doctor"), verb)(reverse("woman", args=[ms_wang.pk]))
    assert answer.status_code == 405
    assert NAME not in answer.content.decode()
