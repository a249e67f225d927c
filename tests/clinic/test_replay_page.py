"""What stood on each day of one woman's record, by the day it was recorded: in both languages, and on paper."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from fullterm.clinic.models import AccessLog, Event, User, Woman
from fullterm.clinic.pages.replay import views as replay
from tests.clinic import ward

pytestmark = pytest.mark.django_db
In = Callable[[str], Client]


@pytest.fixture
def recorded(monkeypatch: pytest.MonkeyPatch) -> dict[int, date]:
    """The day on which each event was recorded, by its number: the day it is about unless it says otherwise."""
    late: dict[int, date] = {}
    monkeypatch.setattr(replay, "recorded_on", lambda event: late.get(event.number, event.on))
    return late


def page(client: Client, woman: Woman, language: str = "en") -> str:
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = "zh-hans" if language == "zh" else "en"
    answer = client.get(reverse("replay", args=[woman.pk]))
    assert answer.status_code == 200
    return answer.content.decode()


def told(woman: Woman, doctor: User, on: date, **signs: str) -> Event:
    return ward.tell(woman, doctor, "examined", on, **signs)


def test_nothing_is_said_of_a_woman_of_whom_nothing_is_recorded(client_of: In, doctor: User) -> None:
    woman = Woman.objects.create(number="W-9", name="Li Na")
    assert "Nothing is recorded yet." in page(client_of("nurse"), woman)
    assert "尚无任何记录。" in page(client_of("nurse"), woman, "zh")


def test_a_line_stands_from_the_day_it_was_recorded_to_the_answer(
    client_of: In, ms_wang: Woman, doctor: User, recorded: dict[int, date], on_day: Callable[[date], None]
) -> None:
    day = ward.DAY
    on_day(day + timedelta(9))
    late = told(ms_wang, doctor, day + timedelta(1), infection="yes")
    recorded[late.number] = day + timedelta(3)
    told(ms_wang, doctor, day + timedelta(5), infection="no", infection_suspected="no")

    said = page(client_of("doctor"), ms_wang)
    row = said[
        said.index("Infection in the womb, seen or suspected") - 400 : said.index(
            "Infection in the womb, seen or suspected"
        )
        + 400
    ]
    assert f'<td class="number">{day + timedelta(3)}</td>' in row
    assert '<td class="number">2</td>' in row
    assert f"recorded on {day + timedelta(5)}: clinical signs of infection in the womb: no" in row
    chinese = page(client_of("doctor"), ms_wang, "zh")
    assert "宫内感染（已见或可疑）：立即请高年资医生" in chinese
    assert f"{day + timedelta(5)}记录" in chinese


def test_an_entry_withdrawn_counted_until_the_day_it_was_withdrawn(
    client_of: In, ms_wang: Woman, doctor: User, recorded: dict[int, date], on_day: Callable[[date], None]
) -> None:
    on_day(ward.DAY + timedelta(9))
    wrong = told(ms_wang, doctor, ward.DAY + timedelta(1), infection="yes")
    ward.tell(ms_wang, doctor, "withdrawn", ward.DAY + timedelta(4), number=wrong.number, reason="wrong woman")
    said = page(client_of("doctor"), ms_wang)
    assert f"recorded on {ward.DAY + timedelta(4)}: withdrawn: clinical signs of infection in the womb: yes" in said


def test_a_window_that_closed_unanswered_is_named(
    client_of: In, ms_wang: Woman, recorded: dict[int, date], on_day: Callable[[date], None]
) -> None:
    on_day(ward.DAY + timedelta(30))
    said = page(client_of("nurse"), ms_wang)
    closed = said[said.index('id="closed"') :]
    assert "Cerclage" in closed
    assert "its line stood, and nothing was recorded" in closed


def test_an_older_record_is_cut_and_says_so(
    client_of: In, ms_wang: Woman, recorded: dict[int, date], on_day: Callable[[date], None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.setattr(replay, "LONGEST", 10)
    on_day(ward.DAY + timedelta(30))
    said = page(client_of("nurse"), ms_wang)
    assert "Only the last 10 days are shown" in said
    assert f"From {ward.DAY + timedelta(21)} to {ward.DAY + timedelta(30)}" in said


def test_her_page_leads_to_it_and_a_look_is_kept(client_of: In, ms_wang: Woman) -> None:
    client = client_of("surgeon")
    assert reverse("replay", args=[ms_wang.pk]) in client.get(reverse("woman", args=[ms_wang.pk])).content.decode()
    page(client, ms_wang)
    assert AccessLog.objects.filter(woman=ms_wang, page="replay", actor__username="surgeon").count() == 1
    assert client.get(reverse("replay", args=[uuid.UUID(int=1)])).status_code == 404
