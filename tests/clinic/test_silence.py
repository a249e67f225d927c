"""After a death, through the clinic: no row, call, page, calendar, letter or link serves the dead; her own stays."""

from __future__ import annotations

import re
import uuid
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from icalendar import Calendar

from fullterm.care.record.events import read
from fullterm.clinic.base.refused import Refused
from fullterm.clinic.derived import recompute as worklist
from fullterm.clinic.models import Row, User, Woman
from fullterm.clinic.write import links
from tests.clinic import ward
from tests.clinic.test_her_page import door, let_in, text_of
from tests.clinic.ward import DAY

pytestmark = pytest.mark.django_db
SignIn = Callable[[str], Client]
LATER = DAY + timedelta(days=35)
"""17w0d."""
FOR_BABY = {"first-scan", "cerclage", "scans", "progesterone", "ultrasound-cerclage", "abdominal-cerclage"}


@pytest.fixture
def wang(ms_wang: Woman) -> Woman:
    ms_wang.language = "en"
    ms_wang.save(update_fields=["language"])
    return ms_wang


@pytest.fixture
def given(wang: Woman, nurse: User) -> links.Given:
    return links.give(wang, nurse, DAY + timedelta(days=200), uuid.uuid4())


@pytest.fixture
def sutured(wang: Woman, surgeon: User) -> Woman:
    ward.tell(wang, surgeon, "cerclage placed", DAY, technique="mcdonald", indication="history", route="vaginal")
    return wang


def dies(woman: Woman, by: User, on_day: Callable[[date], None], **told: str) -> None:
    """The heartbeat is gone, and (unless told otherwise) a doctor has confirmed it."""
    on_day(LATER)
    ward.tell(woman, by, "examined", LATER, **(told or {"alive": "no", "babies_died": "1"}))


def rows(woman: Woman) -> set[str]:
    return set(Row.objects.filter(woman=woman).values_list("step", flat=True))


def events(client: Client) -> list[object]:
    return list(Calendar.from_ical(client.get("/her/visits.ics").content).walk("VEVENT"))


# ---- a baby known dead


def test_before_it_the_baby_is_served(
    wang: Woman, given: links.Given, on_day: Callable[[date], None], nurse: User
) -> None:
    on_day(LATER)
    ward.tell(wang, nurse, "examined", LATER, alive="yes")
    client = let_in(given)
    assert rows(wang) & FOR_BABY
    assert "17 weeks" in text_of(client)
    assert events(client)


@pytest.mark.parametrize("told", [{}, {"alive": "no"}], ids=["confirmed", "not seen"])
def test_today_calls_her_for_nothing_of_the_baby_and_for_all_that_is_hers(
    sutured: Woman, doctor: User, on_day: Callable[[date], None], client_of: SignIn, told: dict[str, str]
) -> None:
    dies(sutured, doctor, on_day, **told)
    found = rows(sutured)
    assert not found & FOR_BABY
    assert ("suture-loss" if not told else "heartbeat") in found
    if not told:
        assert "after-death" in found
    client = client_of("nurse")
    for step in FOR_BABY:
        assert client.get(reverse("call", args=[sutured.pk, step])).status_code == 404
    for step in found:
        assert client.get(reverse("call", args=[sutured.pk, step])).status_code == 200


@pytest.mark.parametrize("told", [{"alive": "no"}, {"anomaly_scan": "lethal"}], ids=["not seen", "lethal"])
def test_an_open_cervix_stays_on_today_whatever_forbids_a_suture(
    wang: Woman, doctor: User, on_day: Callable[[date], None], client_of: SignIn, told: dict[str, str]
) -> None:
    dies(wang, doctor, on_day, dilatation="3 cm", membranes="bulging", **told)
    assert Row.objects.filter(woman=wang, step="rescue", tab="now").exists()
    assert client_of("nurse").get(reverse("call", args=[wang.pk, "rescue"])).status_code == 200


def test_a_row_left_from_before_calls_nobody(
    wang: Woman, doctor: User, on_day: Callable[[date], None], client_of: SignIn
) -> None:
    """The list is last night's: whoever opens a call asks her record."""
    on_day(LATER)
    worklist.recompute(wang, LATER)
    left = Row.objects.filter(woman=wang, step__in=FOR_BABY).first()
    assert left is not None
    dies(wang, doctor, on_day)
    left.pk = None
    left.save(force_insert=True)
    assert client_of("nurse").get(reverse("call", args=[wang.pk, left.step])).status_code == 404


@pytest.mark.parametrize("told", [{}, {"alive": "no"}], ids=["confirmed", "not seen"])
def test_her_page_and_her_calendar_are_quiet_and_tell_her_to_call(
    sutured: Woman, given: links.Given, doctor: User, on_day: Callable[[date], None], told: dict[str, str]
) -> None:
    dies(sutured, doctor, on_day, **told)
    client = let_in(given)
    page = text_of(client)
    for word in ("weeks", "Due date", "baby", "Scan", "Your medicine", "a medicine", "Behind you", "24 Sep", "Sep"):
        assert word not in page, word
    assert "We are here for you" in page
    assert "Please call the hospital now." in page
    assert "The stitch is taken out" in page, "what is owed to her stays"
    assert events(client) == []


def test_letters_of_an_operation_for_the_baby_are_not_printed_and_the_passport_says_what_happened(
    sutured: Woman, doctor: User, on_day: Callable[[date], None], client_of: SignIn
) -> None:
    dies(sutured, doctor, on_day)
    client = client_of("doctor")
    for letter in ("consent", "consent-emergency", "consent-abdominal"):
        assert client.get(reverse("letter", args=[sutured.pk, letter])).status_code == 404
    page = client.get(reverse("letters", args=[sutured.pk]) + "?letter=passport&language=en").content.decode()
    assert "Information before" not in page
    assert "Babies confirmed dead by a doctor" in page
    assert "a senior doctor decides now with her" in page
    assert "Due date" not in page


def test_the_matrix_keeps_the_verdict_and_says_why_nothing_is_offered(
    wang: Woman, doctor: User, on_day: Callable[[date], None], client_of: SignIn
) -> None:
    on_day(LATER)
    client = client_of("doctor")
    assert "not now:" in client.get(reverse("woman", args=[wang.pk])).content.decode()  # a window has closed
    dies(wang, doctor, on_day)
    page = client.get(reverse("woman", args=[wang.pk])).content.decode()
    assert "not now: ended" in page
    assert "●" in page
    why = client.get(reverse("why", args=[wang.pk, "china-2024", "5"])).content.decode()
    assert "no longer stands: nothing is offered for the baby" in why
    sign = client.get(reverse("sign", args=[wang.pk])).content.decode()
    assert "no longer stands: nothing is offered for the baby" in sign


# ---- a woman known dead


@pytest.fixture
def died(
    sutured: Woman, given: links.Given, surgeon: User, on_day: Callable[[date], None]
) -> Woman:  # the link is hers from before
    on_day(LATER)
    ward.tell(sutured, surgeon, "pregnancy ended", LATER, outcome="loss", mother={"died": "yes"})
    return sutured


def test_nobody_calls_a_woman_who_has_died(died: Woman, client_of: SignIn) -> None:
    assert rows(died) == set(), "not even for the suture that is in"
    client = client_of("nurse")
    assert client.get(reverse("call", args=[died.pk, "removal-after"])).status_code == 404
    assert client.get(reverse("woman", args=[died.pk])).status_code == 200, "her record stays readable"
    assert client.get(reverse("events", args=[died.pk])).status_code == 200


def test_her_private_page_says_nothing_of_her(given: links.Given, died: Woman) -> None:
    for client, path in ((Client(), door(given)), (Client(), "/her/")):
        if path == "/her/":
            client.cookies["her"] = _inside(given)
        answer = client.get(path)
        page = answer.content.decode()
        assert answer.status_code == 200
        assert "This page is closed" in page or "本页面已停用" in page
        for word in ("Enter your code", "stitch", "visit", "weeks", "next", died.name, "缝", "孕"):
            assert word not in page, word
    inside = Client()
    inside.cookies["her"] = _inside(given)
    assert events(inside) == []


def _inside(given: links.Given) -> str:
    from django.core import signing

    return signing.dumps(str(given.link.pk), salt="clinic.her")


def test_a_calendar_she_subscribed_to_becomes_empty(sutured: Woman, given: links.Given, surgeon: User) -> None:
    feed = reverse("visits", args=[links.subscribe(given.link).token])
    assert b"VEVENT" in Client().get(feed).content
    ward.tell(sutured, surgeon, "pregnancy ended", DAY, outcome="loss", mother={"died": "yes"})
    answer = Client().get(feed)
    assert answer.status_code == 200, "a calendar that finds nothing keeps what it had"
    assert b"VEVENT" not in answer.content


def test_no_link_is_given_and_no_letter_addressed_to_her(
    given: links.Given, died: Woman, nurse: User, client_of: SignIn
) -> None:
    with pytest.raises(Refused, match="she has died"):
        links.give(died, nurse, LATER + timedelta(days=9), uuid.uuid4())
    client = client_of("doctor")
    page = client.get(reverse("link", args=[died.pk])).content.decode()
    assert 'name="give"' not in page
    assert 'name="revoke"' in page, "what was given can be revoked"
    letters = client.get(reverse("letters", args=[died.pk])).content.decode()
    assert re.findall(r'name="letter" value="([^"]+)"', letters) == ["referral"]
    for letter in ("passport", "consent"):
        assert client.get(reverse("letter", args=[died.pk, letter])).status_code == 404


def test_told_by_mistake_it_is_withdrawn_and_everything_stands_again(
    died: Woman, surgeon: User, on_day: Callable[[date], None]
) -> None:
    on_day(LATER)
    last = died.history.last()
    assert last is not None
    ward.tell(died, surgeon, "withdrawn", LATER, number=last.number, reason="another woman's record")
    died.refresh_from_db()
    case, _ = read(died.document)
    assert case is not None
    removal = next(one for one in worklist.plan_as_last_told(case, LATER) if one.step.id == "removal")
    assert removal.state != "not_for_her", "the suture that is in has to come out again"
