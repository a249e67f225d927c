"""A woman's pages, as somebody who works on the ward opens them."""

from __future__ import annotations

import re
import uuid
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any
from urllib.parse import urljoin

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from fullterm.clinic.models import AccessLog, Event, User, Woman
from fullterm.clinic.words.woman import WORDS
from fullterm.clinic.write import links
from fullterm.guidelines import newer, register
from tests.clinic import ward

pytestmark = pytest.mark.django_db
As = Callable[[str], Client]


def her(woman: Woman, name: str = "woman", *args: str) -> str:
    return reverse(name, args=(woman.pk, *args))


def page(client: Client, url: str, **headers: Any) -> str:
    response = client.get(url, **headers)
    assert response.status_code == 200
    return response.content.decode()


def chinese(client: Client) -> Client:
    client.cookies["language"] = "zh-hans"
    return client


def test_the_page_says_where_she_is_and_what_stands_open(client_of: As, ms_wang: Woman) -> None:
    shown = page(client_of("nurse"), her(ms_wang))
    assert "11w5d to 12w2d" in shown
    assert "2026-10-17 to 2026-10-21" in shown
    assert "± 2 days" in shown
    pressing = shown[shown.index('class="woman-pressing"') :]
    assert pressing.index("Cerclage") < pressing.index('id="earlier"')


def test_a_pressing_step_leads_to_the_entry_that_settles_it(client_of: As, ms_wang: Woman) -> None:
    as_surgeon = page(client_of("surgeon"), her(ms_wang))
    assert her(ms_wang, "enter", "cerclage") + "?step=cerclage" in as_surgeon
    assert her(ms_wang, "enter", "decline") + "?step=cerclage" in as_surgeon
    as_nurse = page(client_of("nurse"), her(ms_wang))
    assert her(ms_wang, "enter", "cerclage") not in as_nurse  # a nurse places no suture
    assert her(ms_wang, "enter", "scan") in as_nurse


def test_a_woman_who_is_not_pregnant_is_offered_a_pregnancy_and_no_scan(client_of: As) -> None:
    woman = Woman.objects.create(number="N-1", name="Nobody Yet")
    shown = page(client_of("doctor"), her(woman))
    assert "Whether she is pregnant is not told" in shown
    assert her(woman, "enter", "begin") in shown
    assert her(woman, "enter", "scan") not in shown


def test_every_sentence_of_the_page_has_both_languages(client_of: As, ms_wang: Woman) -> None:
    shown = page(chinese(client_of("doctor")), her(ms_wang))
    assert "11周5天至12周2天" in shown
    assert "既往妊娠" in shown
    for text in WORDS.values():
        assert text.en.strip() or text.zh.strip()
        assert text.en.count("{}") == text.zh.count("{}")


@pytest.mark.parametrize("name", ["woman", "events"])
def test_her_name_is_in_no_title_and_no_address(client_of: As, ms_wang: Woman, name: str) -> None:
    shown = page(client_of("doctor"), her(ms_wang, name))
    title = re.search(r"<title>(.*?)</title>", shown, re.DOTALL)
    assert title is not None
    assert ward.NAME not in title[1]
    assert not re.findall(rf'(?:href|action|src)="[^"]*{ward.NAME}', shown)


def test_no_page_carries_a_style_or_a_script_of_its_own(client_of: As, ms_wang: Woman) -> None:
    client = client_of("doctor")
    pages = [her(ms_wang), her(ms_wang, "events"), her(ms_wang, "why", "rcog-gtg75", "UI-1"), reverse("women")]
    for url in pages:
        shown = page(client, url)
        assert not re.search(r"\sstyle=", shown), url
        assert "<style" not in shown
        assert not re.search(r"\son\w+=", shown)


def test_the_page_asks_the_database_few_things(client_of: As, ms_wang: Woman) -> None:
    client = client_of("doctor")
    page(client, her(ms_wang))
    with CaptureQueriesContext(
        connection,
    ) as asked:
        page(client, her(ms_wang))
    assert len(asked) < 10, [one["sql"] for one in asked]


def test_each_look_is_logged_and_shown_with_the_events(client_of: As, ms_wang: Woman, nurse: User) -> None:
    page(client_of("nurse"), her(ms_wang))
    assert AccessLog.objects.filter(woman=ms_wang, actor=nurse, page="woman").count() == 1
    shown = page(client_of("doctor"), her(ms_wang, "events"))
    looked = shown[shown.index('id="looked"') :]
    assert "nurse" in looked


def test_her_own_looks_stand_among_them_and_a_wrong_code_is_nobodys(client_of: As, ms_wang: Woman, nurse: User) -> None:
    page(client_of("nurse"), her(ms_wang, "emergency"))
    given = links.give(ms_wang, nurse, ward.DAY + timedelta(30), uuid.uuid4())
    links.try_code(given.link, given.token, "not it")
    links.try_code(given.link, given.token, given.code)
    links.used(given.link, "page")
    shown = page(client_of("doctor"), her(ms_wang, "events"))
    rows = re.findall(r"<tr>(.*?)</tr>", shown[shown.index('id="looked"') :])[1:]
    told = [re.sub(r"<[^>]*>", " ", row).split(maxsplit=2)[2] for row in rows]
    assert [" ".join(one.split()) for one in told] == [
        "doctor doctor all events",
        "the woman herself looked at her page",
        "the woman herself opened with the code",
        "somebody with her link a wrong code",
        "nurse nurse emergency page",
    ]


@pytest.mark.parametrize("role", ["registrar", "administrator", "outsider"])
def test_who_is_no_part_of_her_care_sees_nothing(client_of: As, ms_wang: Woman, role: str) -> None:
    client = client_of(role)
    for url in (reverse("women"), her(ms_wang), her(ms_wang, "events"), her(ms_wang, "why", "rcog-gtg75", "UI-1")):
        response = client.get(url)
        assert response.status_code == 403
        assert ward.NAME not in response.content.decode()


def test_a_woman_who_is_not_here_is_not_found(client_of: As) -> None:
    assert client_of("doctor").get(reverse("woman", args=(uuid.uuid4(),))).status_code == 404


def test_why_shows_the_sentence_the_reasons_and_the_page(client_of: As, ms_wang: Woman) -> None:
    shown = page(client_of("doctor"), her(ms_wang, "why", "rcog-gtg75", "UI-1"))
    one = register.find("rcog-gtg75", "UI-1")
    assert one.says.en in shown
    assert one.locus in shown
    assert one.note is not None
    assert register.GUIDELINES["rcog-gtg75"].edition in shown
    assert "cannot tell" in shown
    assert "number of babies: 2 or more" in shown  # what the software reads, opened
    assert "[1]" in shown  # what is known of her


def test_why_shows_what_is_newer_dated_with_its_weakness_in_both_languages(client_of: As, ms_wang: Woman) -> None:
    study = next(one for one in newer.STUDIES if one.row == "E-1")
    english = page(client_of("doctor"), her(ms_wang, "why", "rcog-gtg75", "PROG"))
    for said in ("Newer than this edition", study.day, study.name.en, study.found.en, study.weakness.en):
        assert said in english
    spoken = page(chinese(client_of("doctor")), her(ms_wang, "why", "rcog-gtg75", "PROG"))
    assert WORDS["woman.why.newer"].zh in spoken
    assert study.day in spoken
    assert WORDS["woman.why.newer"].en not in page(client_of("doctor"), her(ms_wang, "why", "rcog-gtg75", "CI"))


def test_why_says_that_a_document_is_past_its_own_review(client_of: As, ms_wang: Woman) -> None:
    there = page(
        client_of("doctor"),
        her(ms_wang, "why", "qld-2020", next(iter(register.GUIDELINES["qld-2020"].recommendations))),
    )
    assert "past its own review date" in there
    assert "past its own review date" not in page(client_of("doctor"), her(ms_wang, "why", "rcog-gtg75", "PROG"))


def test_why_of_a_recommendation_that_is_not_there_is_not_found(client_of: As, ms_wang: Woman) -> None:
    assert client_of("doctor").get(her(ms_wang, "why", "rcog-gtg75", "NONE")).status_code == 404


def test_every_cell_of_the_matrix_opens(client_of: As, ms_wang: Woman) -> None:
    client = client_of("doctor")
    shown = page(client, her(ms_wang))
    links = sorted(set(re.findall(r'href="(why/[^"]*)"', shown)))
    assert len(links) > 20
    for link in links[::7]:
        page(client, urljoin(her(ms_wang), link))


def test_how_far_along_she_is_is_never_asked_of_a_dated_pregnancy(client_of: As, ms_wang: Woman) -> None:
    """An answer would overwrite the day of the scan it was dated by."""
    client, there = client_of("doctor"), reverse("history", args=[ms_wang.pk])
    before = ms_wang.document["pregnancy"]
    for answer in (
        client.get(there, {"ask": "gestation"}),
        client.post(there, {"question": "gestation", "said": "23w"}),
    ):
        assert (answer.status_code, answer["Location"]) == (302, reverse("enter", args=[ms_wang.pk, "begin"]))
    ms_wang.refresh_from_db()
    assert ms_wang.document["pregnancy"] == before


def test_all_events_stand_in_order_with_who_and_what(client_of: As, ms_wang: Woman) -> None:
    shown = page(client_of("doctor"), her(ms_wang, "events"))
    numbers = [int(one) for one in re.findall(r'id="e(\d+)"', shown)]
    assert numbers == list(range(1, Event.objects.filter(woman=ms_wang).count() + 1))
    assert "pregnancy began" in shown
    assert "due date" in shown


def test_nothing_follows_from_what_has_grown_too_old(
    client_of: As, ms_wang: Woman, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("django.utils.timezone.localdate", lambda *_: date(2026, 4, 9))
    shown = page(client_of("doctor"), her(ms_wang))
    stale = shown[shown.index("Too old to count") :]
    assert "contractions: no" in stale
    assert "told 2026-04-06, true for 1 d" in stale


def test_a_record_that_cannot_be_read_says_so_and_decides_nothing(client_of: As) -> None:
    woman = Woman.objects.create(number="B-1", name="Broken", document={"told": "not a day"})
    response = client_of("doctor").get(her(woman))
    assert response.status_code == 200
    shown = response.content.decode()
    assert 'role="alert"' in shown
    assert 'id="guidelines"' not in shown or "fault" in shown


def found(client: Client, sought: str) -> str:
    response = client.post(reverse("women"), {"sought": sought}, follow=True)
    assert response.status_code == 200
    assert all(sought not in url for url, _ in response.redirect_chain)
    return response.content.decode()


def test_she_is_found_by_name_by_telephone_and_by_number(client_of: As, ms_wang: Woman) -> None:
    Woman.objects.create(number="W-2", name="Li Na", phone="13911112222")
    client = client_of("nurse")
    assert her(ms_wang) in found(client, "xiulan")
    assert "Li Na" not in found(client, "xiulan")
    assert "Li Na" in found(client, "2222")
    assert "11w5d to 12w2d" in found(client, "W-1")  # the whole number opens her page


def test_what_was_sought_stays_out_of_every_address(client_of: As, ms_wang: Woman) -> None:
    for number in range(30):
        Woman.objects.create(number=f"X-{number:02}", name=f"Wang {number}")
    shown = found(client_of("nurse"), "wang")
    assert "1 to 25 of 31" in shown
    assert not re.findall(r'(?:href|action)="[^"]*wang', shown, re.IGNORECASE)
    assert ms_wang.name in shown


def test_the_next_page_keeps_what_was_sought(client_of: As) -> None:
    for number in range(30):
        Woman.objects.create(number=f"X-{number:02}", name=f"Wang {number}")
    Woman.objects.create(number="A-1", name="Li")
    client = client_of("nurse")
    following = re.findall(r'rel="next" href="([^"]*)"', found(client, "wang"))[0].replace("&amp;", "&")
    second = page(client, reverse("women") + following)
    assert "X-29" in second
    assert "Women: 30" in second
    assert "26 to 30 of 30" in second
    back = re.findall(r'rel="prev" href="([^"]*)"', second)[0].replace("&amp;", "&")
    assert "X-00" in page(client, reverse("women") + back)
    assert "Women: 31" in page(client, reverse("women"))


def test_nobody_found_is_said_with_what_to_try(client_of: As, ms_wang: Woman) -> None:
    shown = found(client_of("nurse"), "nobody of this name")
    assert "Nobody found." in shown
    assert her(ms_wang) not in shown
    assert reverse("register") in shown
