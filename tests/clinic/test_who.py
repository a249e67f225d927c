"""Who a woman is can be corrected, and what stood there before stays in her record."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from fullterm.clinic.derived.search import found
from fullterm.clinic.models import Event, Woman

pytestmark = pytest.mark.django_db
In = Callable[[str], Client]


def send(client: Client, woman: Woman, key: uuid.UUID | None = None, **changed: Any) -> Any:
    now = {name: getattr(woman, name) for name in ("number", "name", "phone", "language")}
    sent = {**now, "seen": woman.events, "key": key or uuid.uuid4(), **changed}
    return client.post(reverse("who", args=[woman.pk]), sent)


def test_a_wrong_telephone_is_corrected_and_she_is_found_by_the_new_one(ms_wang: Woman, client_of: In) -> None:
    before, nurse = ms_wang.phone, client_of("nurse")
    assert f'value="{before}"' in nurse.get(reverse("who", args=[ms_wang.pk])).content.decode()

    assert send(nurse, ms_wang, phone="139 5555 0199").status_code == 302

    last = ms_wang.history.latest("number")
    assert (last.action, last.actor.username) == ("identity corrected", "nurse")
    assert last.data == {"phone": "139 5555 0199", "before": {"phone": before}}
    assert found("55550199") == ([ms_wang.pk], False)
    assert ms_wang.pk not in found(before)[0]
    told = nurse.get(reverse("events", args=[ms_wang.pk])).content.decode()
    assert f"telephone {before}" in told
    assert "139 5555 0199" in nurse.get(reverse("woman", args=[ms_wang.pk])).content.decode()


def test_every_part_of_it_is_told_in_chinese(ms_wang: Woman, client_of: In) -> None:
    nurse = client_of("nurse")
    send(nurse, ms_wang, number="W-77", name="王秀兰", language="en")
    nurse.cookies["language"] = "zh-hans"
    told = nurse.get(reverse("events", args=[ms_wang.pk])).content.decode()
    for said in ("更正身份信息", "病案号", "W-77", "王秀兰", "英文", "原为", "患者语言 中文"):
        assert said in told


def test_pressed_twice_it_is_corrected_once(ms_wang: Woman, client_of: In) -> None:
    key, nurse = uuid.uuid4(), client_of("nurse")
    assert [send(nurse, ms_wang, key, name="Wang Lan").status_code for _ in range(2)] == [302, 302]
    assert Event.objects.filter(action="identity corrected").count() == 1


def test_a_number_of_another_woman_and_an_unchanged_form_are_refused_in_a_sentence(
    ms_wang: Woman, client_of: In
) -> None:
    Woman.objects.create(number="W-2", name="Li Na")
    nurse, events = client_of("nurse"), ms_wang.history.count()
    page = send(nurse, ms_wang, number="W-2", name="Wang Lan").content.decode()
    assert "nother woman has this number" in page
    assert 'value="Wang Lan"' in page, "what was typed stays"
    assert "othing is changed here" in send(nurse, ms_wang).content.decode()
    assert "nother woman has this number" in send(nurse, ms_wang, number="w-2").content.decode(), "in capitals or not"
    ms_wang.refresh_from_db()
    assert (ms_wang.number, ms_wang.history.count()) == ("W-1", events)


def test_the_second_of_two_sees_what_the_first_did(ms_wang: Woman, client_of: In) -> None:
    send(client_of("doctor"), ms_wang, phone="139 5555 0199")
    page = send(client_of("nurse"), ms_wang, name="Wang Lan").content.decode()
    assert "corrected who she is" in page
    assert 'value="139 5555 0199"' in page, "what she did not touch is as the other left it"
    assert 'value="Wang Lan"' in page
