"""The operation record: whole, its numbers as numbers, and its suture tracked to a named person until it is out."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from fullterm.care.plan.arranged import Arranged
from fullterm.care.plan.worklist import arranged
from fullterm.care.record.events import RecordEvent
from fullterm.clinic.derived import recompute as worklist
from fullterm.clinic.models import Row, User, Woman
from fullterm.clinic.pages.entries.forms import ENTRIES
from tests.clinic import ward
from tests.clinic.ward import address, send

pytestmark = pytest.mark.django_db
In = Callable[[str], Client]
OnDay = Callable[[date], None]
PLACED, REMOVAL = date(2026, 4, 16), date(2026, 9, 24)
NEEDED = {"on": PLACED.isoformat(), "technique": "mcdonald", "indication": "history"}


def sutured(client: Client, woman: Woman, on_day: OnDay, **typed: str) -> Any:
    on_day(PLACED)
    return send(client, woman, "cerclage", **NEEDED, **typed)


def test_every_line_of_an_operation_can_be_written() -> None:
    assert {one.name for one in ENTRIES["cerclage"].fields} == {
        "on", "technique", "indication", "anaesthesia", "material", "knot", "sutures", "level", "to_external",
        "to_internal", "bites", "depth", "depth_judged", "membranes_before", "membranes_after", "blood_loss",
        "complications", "remover", "remove_where", "remove_when", "said",
    }  # fmt: skip


def test_numbers_are_kept_with_their_unit_and_the_route_follows_the_technique(
    ms_wang: Woman, client_of: In, on_day: OnDay
) -> None:
    client = client_of("surgeon")
    answer = sutured(client, ms_wang, on_day, to_external="2.2 cm", to_internal="12", depth="5 mm", blood_loss="20 ml",
                     sutures="1", bites="5", membranes_after="not_visible")  # fmt: skip
    event = ms_wang.history.last()

    assert event is not None
    assert event.data["route"] == "vaginal"
    assert event.data["depth"] == "5 mm"
    assert event.data["operation"] == {
        "sutures": "1", "to_external": "22 mm", "to_internal": "12 mm", "bites": "5", "blood_loss": "20 mL",
        "membranes_after": "not_visible",
    }  # fmt: skip
    page = client.get(answer.url).content.decode()
    assert "22 mm" in page
    assert "through the vagina" in page


@pytest.mark.parametrize(
    ("name", "typed", "en", "zh"),
    [
        (
            "to_external",
            "3",
            "looks like centimetres: write 30 mm, or 3 mm if you mean it",
            "像是以厘米为单位：请写30 mm",
        ),
        ("to_internal", "1.2", "looks like centimetres: write 12 mm", "像是以厘米为单位：请写12 mm"),
        ("depth", "60", "write a value from 1 to 25 mm", "请写1至25 mm之间的数值"),
        ("blood_loss", "some", "write a number in mL, from 0 to 3000", "请写0至3000之间的数字，单位mL"),
        ("bites", "4.5", "write a value from 1 to 12, or unknown", "请写1至12之间的数值"),
        ("sutures", "two", "write a whole number, from 1 to 4", "请写1至4之间的整数"),
    ],
)
def test_a_slip_in_a_number_is_one_sentence_beside_its_field_and_nothing_typed_is_lost(
    ms_wang: Woman, client_of: In, on_day: OnDay, name: str, typed: str, en: str, zh: str
) -> None:
    client = client_of("surgeon")
    for language, sentence in (("en", en), ("zh-hans", zh)):
        client.cookies[settings.LANGUAGE_COOKIE_NAME] = language
        page = sutured(client, ms_wang, on_day, **{name: typed}, material="tape").content.decode()
        wrong = re.search(rf'id="wrong-{name}"[^>]*>([^<]*)<', page)
        assert wrong is not None
        assert sentence in wrong[1]
        assert f'value="{typed}"' in page
        assert 'value="tape"' in page
    assert not ms_wang.history.filter(action="cerclage placed").exists()


@pytest.mark.parametrize("typed", ["unknown", "不清楚"])
def test_a_number_may_be_unknown(ms_wang: Woman, client_of: In, on_day: OnDay, typed: str) -> None:
    sutured(client_of("surgeon"), ms_wang, on_day, blood_loss=typed)
    assert ms_wang.history.last().data["operation"] == {"blood_loss": "unknown"}  # type: ignore[union-attr]


def test_depth_and_height_are_asked_and_what_is_published_is_shown_without_a_score(
    ms_wang: Woman, client_of: In, on_day: OnDay
) -> None:
    client = client_of("surgeon")
    page = client.get(sutured(client, ms_wang, on_day, to_external="15", depth_judged="deep").url).content.decode()

    assert "perhaps too deep" in page
    assert "nothing here is scored" in page
    assert "18 mm or more above the external os" in page
    assert "at second hand" in page


def test_the_note_is_read_in_words_among_all_events(ms_wang: Woman, client_of: In, on_day: OnDay) -> None:
    client = client_of("surgeon")
    sutured(client, ms_wang, on_day, bites="5", depth_judged="right", membranes_before="at_os")
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = "zh-hans"
    page = client.get(reverse("events", args=[ms_wang.pk])).content.decode()

    assert re.search(r"进针次数：</span>5", page)
    assert re.search(r"术者对深度的判断：</span>符合预期", page)
    assert re.search(r"术前胎膜：</span>外口可见", page)


# ---- who takes it out


def test_who_takes_it_out_stands_on_her_page_at_once_and_on_todays_line_when_it_comes(
    ms_wang: Woman, client_of: In, on_day: OnDay
) -> None:
    client = client_of("surgeon")
    sutured(client, ms_wang, on_day, remover="Dr Li", remove_where="outpatients", remove_when="36w4d")
    assert "Removal arranged: Dr Li · outpatients · 36w4d" in client.get(f"/women/{ms_wang.pk}/").content.decode()
    on_day(REMOVAL)
    worklist.recompute(ms_wang, REMOVAL)
    page = client.get(reverse("today_tab", args=["now"])).content.decode()
    assert "Removal arranged: Dr Li · outpatients · 36w4d" in page


@pytest.mark.parametrize(("past", "said"), [(0, "; that day is past the window"), (-1, "")])
def test_an_arranged_day_past_the_window_is_said_to_be(
    ms_wang: Woman, client_of: In, on_day: OnDay, past: int, said: str
) -> None:
    client = client_of("surgeon")
    sutured(client, ms_wang, on_day)
    on_day(REMOVAL)
    worklist.recompute(ms_wang, REMOVAL)
    closes = Row.objects.get(woman=ms_wang, step="removal").closes
    day = (closes + timedelta(days=past)).isoformat()
    send(client, ms_wang, "arrange", remover="Dr Li", remove_when=day)
    page = client.get(reverse("today_tab", args=["now"])).content.decode()

    assert re.search(rf"Removal arranged: Dr Li · {day}{said}<", page)


def test_where_nobody_is_named_both_pages_say_so_and_lead_to_where_it_is_written(
    ms_wang: Woman, client_of: In, on_day: OnDay
) -> None:
    client = client_of("nurse")
    sutured(client_of("surgeon"), ms_wang, on_day)
    page = client.get(f"/women/{ms_wang.pk}/").content.decode()
    assert "Nobody is named yet to take it out" in page
    assert address(ms_wang, "arrange") in page
    on_day(REMOVAL)
    worklist.recompute(ms_wang, REMOVAL)
    today = client.get(reverse("today_tab", args=["now"])).content.decode()
    assert "Nobody is named yet to take it out" in today
    assert address(ms_wang, "arrange") in today


def test_what_was_saved_says_when_nobody_is_named_and_leads_to_where_it_is_written(
    ms_wang: Woman, client_of: In, on_day: OnDay
) -> None:
    client = client_of("surgeon")
    page = client.get(sutured(client, ms_wang, on_day).url).content.decode()
    assert "Nobody is named yet to take it out" in page
    assert address(ms_wang, "arrange") in page
    named = client.get(sutured(client, ms_wang, on_day, remover="Dr Li").url).content.decode()
    assert "Dr Li" in named
    assert "Nobody is named yet" not in named


def test_a_second_suture_is_not_the_first_typed_twice(ms_wang: Woman, client_of: In, on_day: OnDay) -> None:
    client = client_of("surgeon")
    assert "recorded as in already" not in client.get(address(ms_wang, "cerclage")).content.decode()
    sutured(client, ms_wang, on_day)
    there = client.get(address(ms_wang, "cerclage")).content.decode()
    assert "A suture is recorded as in already: McDonald (low) · 2026-04-16." in there


def test_the_operation_of_one_pregnancy_is_not_shown_as_saved_in_the_next(
    ms_wang: Woman, client_of: In, on_day: OnDay
) -> None:
    client = client_of("surgeon")
    there = sutured(client, ms_wang, on_day).url
    assert client.get(there).status_code == 200
    on_day(REMOVAL)
    send(client, ms_wang, "end", on=REMOVAL.isoformat(), outcome="live_birth", suture="out",
         removed_on=REMOVAL.isoformat())  # fmt: skip
    assert client.get(there).url == f"/women/{ms_wang.pk}/"


def test_it_is_changed_later_by_a_nurse_and_the_line_follows_at_once(
    ms_wang: Woman, client_of: In, on_day: OnDay
) -> None:
    sutured(client_of("surgeon"), ms_wang, on_day, remover="Dr Li", remove_where="outpatients")
    on_day(REMOVAL)
    client = client_of("nurse")
    page = client.get(address(ms_wang, "arrange")).content.decode()
    assert 'value="Dr Li"' in page
    send(client, ms_wang, "arrange", remover="Dr Chen", remove_where="theatre 2", remove_when="36w2d")

    assert Row.objects.get(woman=ms_wang, step="removal").data["arranged"] == ["Dr Chen", "theatre 2", "36w2d"]
    assert "Dr Chen · theatre 2 · 36w2d" in client.get(f"/women/{ms_wang.pk}/").content.decode()


def test_once_it_is_out_nobody_is_named_and_there_is_nothing_to_arrange(
    ms_wang: Woman, client_of: In, on_day: OnDay
) -> None:
    client = client_of("surgeon")
    sutured(client, ms_wang, on_day, remover="Dr Li")
    on_day(REMOVAL)
    send(client, ms_wang, "removal", on=REMOVAL.isoformat())

    assert "Dr Li" not in client.get(f"/women/{ms_wang.pk}/").content.decode()
    assert "there is nothing to arrange" in client.get(address(ms_wang, "arrange")).content.decode()


def test_a_suture_left_in_after_the_pregnancy_keeps_who_takes_it_out(
    ms_wang: Woman, client_of: In, doctor: User, on_day: OnDay
) -> None:
    client = client_of("surgeon")
    sutured(client, ms_wang, on_day, remover="Dr Li")
    on_day(date(2026, 10, 12))
    send(client, ms_wang, "end", on="2026-10-12", outcome="live_birth", suture="in")

    assert Row.objects.get(woman=ms_wang, step="removal-after").data["arranged"] == ["Dr Li", "", ""]


def test_what_was_agreed_of_one_suture_is_not_agreed_of_the_next() -> None:
    first = RecordEvent("cerclage placed", PLACED, {"operation": {"remover": "Dr Li", "remove_when": "36w"}})
    agreed = RecordEvent("removal arranged", PLACED, {"remover": "Dr Chen"})
    out = RecordEvent("suture removed", REMOVAL, {})

    assert arranged([first]) == Arranged("Dr Li", "", "36w")
    assert arranged([first, agreed]) == Arranged("Dr Chen", "", "")
    assert arranged([first, agreed, out]) is None
    assert arranged([first, RecordEvent("cerclage placed", REMOVAL, {})]) is None
    assert ward.DAY < PLACED
