"""The hospital's protocol beside the national documents, on its page: what it follows, where it departs, and why."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from html import unescape
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from fullterm.care.assess.compare_text import compared_plain
from fullterm.care.protocol.model import Protocol
from fullterm.clinic.base import settings_in_force as hospital
from tests.clinic import ward

pytestmark = pytest.mark.django_db
SignIn = Callable[[str], Client]


def page(client: Client, language: str = "en") -> str:
    answer = client.get(reverse("protocol_compare"), headers={"accept-language": language})
    assert answer.status_code == 200
    return unescape(answer.content.decode())


def under(monkeypatch: pytest.MonkeyPatch, ruled: Protocol) -> None:
    monkeypatch.setattr(hospital, "protocol", lambda: ruled)


@pytest.mark.parametrize("name", ["antai", "rcog_nice"])
def test_everything_the_command_says_stands_on_the_page(name: str, client_of: SignIn, settings: Any) -> None:
    settings.PROTOCOL = name
    said = page(client_of("nurse"))
    told = compared_plain(hospital.read(name), ward.DAY, "en")
    for document in told["documents"]:
        card = said.partition(f'<article class="card" id="{document["id"]}">')[2].partition("</article>")[0]
        assert document["name"] in card
        groups = document["groups"] if document["read"] else []
        for group in groups:
            assert group["label"] in card
            assert all(reason in card for reason in group["reasons"])
            assert all(f"{one['ref']}</strong> {one['says']}" in card for one in group["advice"] if one["says"])
    for step in told["steps"]:
        assert f'href="{reverse("protocol")}#{step["id"]}">{step["title"]}</a>' in said
    for one in told["counts"]:
        assert re.search(rf">{one['label']}</span> <strong>{one['number']}</strong>", said)
    assert "Every departure has its reason." in said


def test_a_step_names_both_windows_where_it_is_stricter_and_the_documents_it_is_silent_on(client_of: SignIn) -> None:
    said = page(client_of("doctor"))
    row = said[said.index(f'{reverse("protocol")}#cerclage"') :].partition("</tr>")[0]
    assert "here 12w0d to 14w6d, there 11w0d to 14w6d" in row
    assert "this hospital also places it after one typical loss" in row
    assert "China 2024 · NICE NG25" in row


def test_a_document_nobody_read_is_only_not_read_there(client_of: SignIn) -> None:
    card = page(client_of("doctor")).partition('id="who-2015">')[2].partition("</article>")[0]
    assert "was seen neither in full text nor in an abstract" in card
    assert "follows" not in card
    assert "silent" not in card


def test_a_departure_without_a_reason_stands_on_top_and_says_so(
    client_of: SignIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    under(monkeypatch, replace(hospital.read("antai"), departs=()))
    said = page(client_of("administrator"))
    assert "Every departure has its reason." not in said
    notice = said.partition('<p class="notice stop" role="alert">')[2].partition("</p>")[0]
    assert notice.startswith("Departs without a reason: ")
    assert "RCOG GTG 75 TAC-3" in notice
    assert '<p class="why stop">no reason given</p>' in said
    assert "未说明原因" in page(client_of("administrator"), "zh")


def test_a_protocol_that_answers_and_names_nothing_says_that_nothing_can_be_compared(
    client_of: SignIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    ruled = hospital.read("antai")
    bare = tuple(replace(step, follows=(), departs=()) for step in ruled.steps)
    under(monkeypatch, replace(ruled, documents=(), departs=(), steps=bare))
    said = page(client_of("nurse"))
    assert "nothing of it can be compared" in said
    assert "It answers no document." in said
    assert "Every departure has its reason." not in said
    assert "无从对照" in page(client_of("nurse"), "zh")


def test_it_is_all_there_in_chinese(client_of: SignIn) -> None:
    said = page(client_of("nurse"), "zh")
    assert "本院方案与各国文件对照" in said
    assert "本院12周至14周6天，该文件11周至14周6天" in said
    assert "一次典型流产" in said
    text = re.sub(r"<[^>]+>", " ", said.partition("<main")[2].partition("</main>")[0])
    assert not re.search("follows|departs|stricter|silent|not read|names no|Step ", text)


def test_the_protocol_and_the_settings_lead_to_it(client_of: SignIn) -> None:
    link = f'href="{reverse("protocol_compare")}"'
    assert link in client_of("nurse").get(reverse("protocol")).content.decode()
    assert link in client_of("administrator").get(reverse("hospital")).content.decode()
    back = client_of("nurse").get(reverse("protocol_compare")).content.decode()
    assert f'href="{reverse("protocol")}"' in back
