"""Whatever is sent, every form answers with one sentence: too long, no text, no number. Never a page that broke."""

from __future__ import annotations

import re
import uuid
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from fullterm.clinic.models import Event, Hospital, User, Woman
from fullterm.clinic.write import record as actions
from tests.clinic.test_access import TABLE, path_of
from tests.clinic.ward import DAY

pytestmark = pytest.mark.django_db
In = Callable[[str], Client]
ODD = ("x" * 500, "王" * 3000, "9" * 5000, "-1", "0000-00-00", "9999-12-31", "\ufeff\u202e", "²", "{0}%s", "{}")
OPENS = {"doctor": 1, "administrator": 5, "outsider": 6}
"""Who opens a page, by her place in the table of `test_access`."""


class Forms(HTMLParser):
    """The forms of a page that write: where each goes, and its fields with what stands in them."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str]]] = []
        self.within = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.within = told.get("method", "").lower() == "post"
            if self.within:
                self.found.append((told.get("action", ""), {}))
        elif self.within and tag in ("input", "textarea", "select", "button") and told.get("name"):
            radio = told.get("type") == "radio" and "checked" not in told
            self.found[-1][1].setdefault(told["name"], "" if radio else told.get("value", ""))

    def handle_endtag(self, tag: str) -> None:
        self.within = self.within and tag != "form"


def forms(client: Client, path: str) -> Iterator[tuple[str, dict[str, str]]]:
    page = client.get(path)
    if page.status_code != 200 or not page["Content-Type"].startswith("text/html"):
        return
    reader = Forms()
    reader.feed(page.content.decode())
    for action, fields in reader.found:
        if action not in (reverse("language"), reverse("account_logout")):
            yield action or path, fields


def pages() -> Iterator[tuple[str, tuple[Any, ...]]]:
    for row, (get, _) in TABLE.items():
        for who, place in OPENS.items():
            if get[place] == 200 and not row[0].startswith(("account_", "mfa_")):
                yield who, row
                break


@pytest.mark.parametrize(("who", "row"), list(pages()), ids=lambda one: one if isinstance(one, str) else one[0])
def test_no_form_breaks_whatever_stands_in_one_of_its_fields(who: str, row: Any, ms_wang: Woman, client_of: In) -> None:
    client = client_of(who)
    for there, fields in forms(client, path_of(row, ms_wang)):
        for odd in ODD:
            sent = {name: odd for name in fields if name not in ("key", "csrfmiddlewaretoken")}
            answer = client.post(there, {**sent, "key": str(uuid.uuid4())})
            assert answer.status_code < 500, (there, odd[:20])
        for name in list(fields)[:12]:
            answer = client.post(there, {**fields, name: "9" * 5000})
            assert answer.status_code < 500, (there, name)


@pytest.mark.parametrize("name", ["number", "name", "phone"])
@pytest.mark.parametrize("page", ["register", "emergency_start"])
def test_what_a_column_cannot_hold_is_refused_in_a_sentence_and_stays(page: str, name: str, client_of: In) -> None:
    told = {"number": "W-9", "name": "somebody", "phone": "1", "language": "zh", name: "1" * 200}
    client = client_of("nurse")
    answer = client.post(reverse(page), told)
    assert "This is too long: write up to" in answer.content.decode() or "this is too long" in answer.content.decode()
    assert "1" * 200 in answer.content.decode(), "what was typed stays"
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = "zh-hans"
    assert "内容过长" in client.post(reverse(page), told).content.decode()
    assert not Woman.objects.exists()


def test_many_short_answers_together_are_not_too_long(ms_wang: Woman, doctor: User) -> None:
    babies = [{f"item{n}": "a short answer of some forty letters or so" for n in range(13)} for _ in range(4)]
    assert actions._longest({"babies": babies, "mother": {"said": "x" * 50}}) == 50
    with pytest.raises(actions.Refused, match="too long"):
        actions.act(ms_wang.pk, actions.Command("examined", DAY, {"a": {"b": ["x" * 2001]}}), doctor)


def test_a_reason_is_never_cut_off(ms_wang: Woman, client_of: In) -> None:
    client, events = client_of("doctor"), Event.objects.count()
    told = {"on": "2026-04-06", "step": "cerclage", "reason": "because " * 60, "seen": str(ms_wang.events)}
    assert "too long" in client.post(reverse("enter", args=[ms_wang.pk, "decline"]), told).content.decode()
    there = reverse("withdraw", args=[ms_wang.pk, ms_wang.events])
    told = {"why": "other", "more": "because " * 60, "seen": str(ms_wang.events)}
    answer = client.post(there, told)
    assert "too long" in answer.content.decode()
    assert "because " * 59 in answer.content.decode()
    assert Event.objects.count() == events


def test_the_settings_and_the_accounts_hold_what_their_columns_hold(client_of: In, nurse: User) -> None:
    client = client_of("administrator")
    told = {"name_en": "x" * 500, "name_zh": "y", "protocol": "antai", "language": "browser", "second_step": "no"}
    assert client.post(reverse("hospital"), {**told, "seen": "0"}).status_code == 422
    assert client.post(reverse("person_change", args=[nurse.pk, "renamed"]), {"name": "x" * 500}).status_code == 422
    assert not Hospital.objects.exists()


@pytest.mark.parametrize("language", ["en", "zh-hans"])
def test_a_nul_is_refused_everywhere_in_one_sentence(language: str, ms_wang: Woman, client_of: In) -> None:
    client = client_of("doctor")
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = language
    events = Event.objects.count()
    for answer in (
        client.post(reverse("register"), {"number": "1", "name": "a\0", "language": "zh"}),
        client.post(reverse("women"), {"sought": "a\0"}),
        client.get(reverse("today"), {"after\0": "a"}),
        client.post(reverse("account_login"), {"login": "\0", "password": "x"}),
        client.post(reverse("register"), {"name": "a" * 3_000_000}),
        client.post(reverse("her_enter", args=["A" * 32]), {"code": "\0"}),
    ):
        assert answer.status_code == 400
        assert re.search("nothing was saved|没有保存|This link|链接|opens nothing", answer.content.decode())
    assert Event.objects.count() == events


def test_where_an_answer_is_from_is_one_of_two(ms_wang: Woman, client_of: In) -> None:
    told = {"question": "bmi", "said": "22", "source": "a neighbour", "seen": str(ms_wang.events)}
    client_of("doctor").post(reverse("history", args=[ms_wang.pk]), told)
    assert Event.objects.filter(woman=ms_wang, data__key="bmi").get().data["source"] == "said by her"
