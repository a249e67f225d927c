"""Her own page: who gets in, what it shows and never shows, and that its address is written nowhere."""

from __future__ import annotations

import io
import logging
import re
import uuid
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from http.cookies import SimpleCookie
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction
from django.test import Client
from django.urls import reverse
from icalendar import Calendar

from fullterm.care.plan.arranged import day_named
from fullterm.clinic.demo import ward as demonstration
from fullterm.clinic.models import AccessLog, Event, Link, LinkUse, User, Woman
from fullterm.clinic.pages.portal import content as her_plan
from fullterm.clinic.pages.portal import views as her
from fullterm.clinic.web.logs import Discreet
from fullterm.clinic.words import WORDS
from fullterm.clinic.write import links
from fullterm.guidelines import register
from fullterm.guidelines.causes import CAUSES
from tests.clinic import ward
from tests.clinic.ward import DAY, NAME

pytestmark = pytest.mark.django_db
SignIn = Callable[[str], Client]
ROLES = ("nobody", "doctor", "nurse", "surgeon", "registrar", "administrator", "outsider")
FORBIDDEN = re.compile(
    r"%|％|\bper cent|insufficien|incompeten|miscarr|\bloss\b|\blost\b|preterm|abort|diagnos|antiphosph|syndrome|"
    r"infect|guarantee|promise|ensure|refund|agreement|guideline|\brisk|chance|probab|RCOG|NICE|ACOG|cerclage|"
    r"机能不全|流产|早产|诊断|抗磷脂|综合征|感染|包成功|无效退款|保证|承诺|确保|退款|协议|指南|概率|风险|死产|畸形",
    re.IGNORECASE,
)
"""Diagnoses, figures, promises, guidelines, the agreement: nothing of this is ever said to her."""


@pytest.fixture
def wang(ms_wang: Woman) -> Woman:
    ms_wang.language = "en"
    ms_wang.save(update_fields=["language"])
    return ms_wang


@pytest.fixture
def given(wang: Woman, nurse: User) -> links.Given:
    return links.give(wang, nurse, DAY + timedelta(days=60), uuid.uuid4())


def door(given: links.Given) -> str:
    return reverse("her_enter", args=[given.token])


def let_in(given: links.Given) -> Client:
    client = Client()
    assert client.post(door(given), {"code": given.code})["Location"] == "/her/"
    return client


def wrong_code(given: links.Given) -> str:
    return "000000" if given.code != "000000" else "111111"


def text_of(client: Client, path: str = "/her/") -> str:
    return client.get(path).content.decode()


# ---- the door


def test_her_link_and_her_code_open_her_page(given: links.Given) -> None:
    client = Client()
    page = client.get(door(given))
    assert page.status_code == 200
    assert "Enter your code" in page.content.decode()
    assert NAME not in page.content.decode(), "whoever finds the link learns nothing"
    answer = client.post(door(given), {"code": f"{given.code[:3]} {given.code[3:]}"})
    assert (answer.status_code, answer["Location"]) == (302, "/her/")
    assert "about 12 weeks" in text_of(client)


def test_the_cookie_is_for_her_pages_alone_and_ends_with_the_browser(given: links.Given, settings: Any) -> None:
    settings.SESSION_COOKIE_SECURE = True
    cookies: SimpleCookie = Client().post(door(given), {"code": given.code}, secure=True).cookies
    assert set(cookies) == {"her"}, "Django's own session is not touched"
    cookie = cookies["her"]
    assert (cookie["path"], cookie["httponly"], cookie["secure"], cookie["samesite"]) == ("/her/", True, True, "Lax")
    assert not cookie["max-age"]
    assert not cookie["expires"]
    assert given.token not in cookie.value


def test_her_session_opens_nothing_of_the_clinic(given: links.Given, wang: Woman) -> None:
    client = let_in(given)
    for path in ("/", f"/women/{wang.pk}/", f"/women/{wang.pk}/link/", f"/women/{wang.pk}/letters/", "/women/"):
        answer = client.get(path)
        assert answer.status_code == 302
        assert answer["Location"].startswith(reverse("account_login"))


@pytest.mark.parametrize("who", ROLES)
def test_no_account_opens_her_page(who: str, given: links.Given, client_of: SignIn) -> None:
    client = client_of(who)
    for path in ("/her/", "/her/visits.ics"):
        assert client.get(path).status_code == 403
    assert client.get(door(given)).status_code == 200, "it asks everybody for the code"
    assert client.post("/her/", {"subscribe": "yes"}).status_code == 403
    assert not LinkUse.objects.exists()


def test_she_may_be_signed_in_nowhere_and_a_nurse_stays_signed_in(given: links.Given, client_of: SignIn) -> None:
    client = client_of("nurse")
    client.post(door(given), {"code": given.code})
    assert client.get("/her/").status_code == 200
    assert client.get("/").status_code == 200, "the nurse who tried it out is still at her work"


def test_a_wrong_code_is_counted_and_five_close_the_link_even_to_the_right_one(given: links.Given) -> None:
    for left in (4, 3, 2, 1):
        answer = Client().post(door(given), {"code": wrong_code(given)})
        assert answer.status_code == 422
        assert f"try {left} more times" in answer.content.decode()
    assert Client().post(door(given), {"code": wrong_code(given)}).status_code == 429
    answer = Client().post(door(given), {"code": given.code})
    assert answer.status_code == 429
    assert "This link is closed" in answer.content.decode()
    assert "her" not in answer.cookies
    assert given.link.uses.filter(what="wrong").count() == 5


def test_the_right_code_begins_the_count_anew_but_not_for_ever(given: links.Given) -> None:
    for _ in range(4):
        for _ in range(4):
            links.try_code(given.link, given.token, wrong_code(given))
        assert links.try_code(given.link, given.token, given.code)
    for _ in range(4):
        links.try_code(given.link, given.token, wrong_code(given))
    assert given.link.uses.filter(what="wrong").count() == links.WRONG_EVER
    assert not links.try_code(given.link, given.token, given.code), "twenty wrong codes in all close it too"


def test_a_code_typed_wide_or_with_spaces_is_the_code(given: links.Given) -> None:
    wide = "".join(chr(ord(one) + 0xFEE0) for one in given.code)
    for typed in (wide, f" {given.code[:3]} {given.code[3:]} ", f"{given.code[:3]}-{given.code[3:]}"):
        assert links.try_code(given.link, given.token, typed), typed


def test_within_the_hour_her_link_opens_at_once_and_no_other_does(given: links.Given, wang: Woman, nurse: User) -> None:
    client = let_in(given)
    assert client.get(door(given))["Location"] == "/her/"
    other = links.give(wang, nurse, DAY + timedelta(days=60), uuid.uuid4())
    assert client.get(door(other)).status_code == 200


@pytest.mark.parametrize("code", ["", "12", "abcdef", "１２３４５６", "0" * 200])
def test_anything_else_is_a_wrong_code(given: links.Given, code: str) -> None:
    assert Client().post(door(given), {"code": code}).status_code == 422


def test_an_unknown_an_expired_and_a_revoked_link_answer_alike(
    given: links.Given, nurse: User, on_day: Callable[[date], None]
) -> None:
    client = let_in(given)
    unknown = Client().get(reverse("her_enter", args=["A" * 32]))
    assert unknown.status_code == 404
    assert "This link opens nothing" in unknown.content.decode()
    on_day(given.link.expires - timedelta(days=1))
    assert client.get("/her/").status_code == 200
    on_day(given.link.expires)
    assert client.get("/her/").status_code == 403, "who is already in is out on that day"
    assert Client().get(door(given)).content == unknown.content
    assert Client().post(door(given), {"code": given.code}).status_code == 404
    on_day(DAY)
    links.revoke(given.link, nurse)
    assert client.get("/her/").status_code == 403
    assert Client().get(door(given)).content == unknown.content
    assert not links.try_code(given.link, given.token, given.code)


def test_her_page_closes_after_an_hour(given: links.Given, monkeypatch: pytest.MonkeyPatch) -> None:
    client = let_in(given)
    monkeypatch.setattr(her, "OPEN_FOR", -1)
    answer = client.get("/her/")
    assert answer.status_code == 403
    assert "open your link again" in answer.content.decode()


def test_a_cookie_somebody_made_opens_nothing(given: links.Given) -> None:
    client = let_in(given)
    value = client.cookies["her"].value
    for forged in ("", str(given.link.pk), value[:-2] + "xx", value.replace(":", ".")):
        client.cookies["her"] = forged
        assert client.get("/her/").status_code == 403


def test_she_leaves_and_is_out(given: links.Given) -> None:
    client = let_in(given)
    assert client.post("/her/", {"leave": "yes"}).status_code == 302
    assert client.get("/her/").status_code == 403


def test_nothing_is_done_without_the_token_of_the_page(given: links.Given) -> None:
    client = Client(enforce_csrf_checks=True)
    answer = client.post(door(given), {"code": given.code})
    assert answer.status_code == 403
    assert "nothing was saved" in answer.content.decode()
    assert given.token not in answer.content.decode()
    assert not LinkUse.objects.exists()


# ---- kept and not kept


def test_neither_the_address_nor_the_code_is_kept(given: links.Given) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM clinic_link")
        kept = str(cursor.fetchall()) + str([one.data for one in Event.objects.all()])
    assert given.token not in kept
    assert given.code not in kept
    assert len(given.token) == 32
    assert given.link.code_hash not in {
        links._code(other, given.code) for other in ("", given.link.token_hash, str(given.link.pk))
    }, "without the address the code cannot even be guessed at"


def test_tokens_and_codes_are_not_guessed_from_one_another(wang: Woman, nurse: User) -> None:
    made = [links.give(wang, nurse, DAY + timedelta(days=9), uuid.uuid4()) for _ in range(12)]
    assert len({one.token for one in made}) == 12
    assert len({one.code for one in made}) > 9
    assert all(re.fullmatch(r"\d{6}", one.code) for one in made)


@pytest.fixture
def logged() -> Iterator[io.StringIO]:
    """Everything that reaches the server's log, as the server writes it."""
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(Discreet())
    loggers = [logging.getLogger(), logging.getLogger("django")]
    for one in loggers:
        one.addHandler(handler)
    yield stream
    for one in loggers:
        one.removeHandler(handler)


def test_her_address_reaches_no_log_whatever_happens(
    given: links.Given, nurse: User, logged: io.StringIO, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = let_in(given)
    feed = links.subscribe(given.link)
    gone = links.subscribe(given.link)
    paths = [door(given), reverse("visits", args=[feed.token]), reverse("visits", args=[gone.token])]
    Client().post(paths[0], {"code": wrong_code(given)})  # 422
    Client(enforce_csrf_checks=True).post(paths[0])  # 403
    Client().put(paths[0])  # 405
    Client().get(paths[0] + "more/")  # 404
    client.get(paths[1])  # revoked by the next: 404
    monkeypatch.setattr(links, "behind", lambda *_: 1 / 0)
    for path in paths:
        Client(raise_request_exception=False).get(path)  # 500
    said = logged.getvalue()
    assert said.count("/her/…") >= 4
    assert said.count("/visits/…") >= 2
    assert "ZeroDivisionError" in said
    for one in (given, feed, gone):
        assert one.token not in said
        assert one.token[:8] not in said


def test_her_address_goes_along_nowhere(given: links.Given) -> None:
    client = let_in(given)
    for path in (door(given), "/her/", "/her/visits.ics", reverse("her_enter", args=["B" * 32])):
        answer = client.get(path)
        assert answer["Referrer-Policy"] == "strict-origin"  # the path is never sent, not even to ourselves
        assert answer["Cache-Control"] == "no-store"
        assert "noindex" in answer["X-Robots-Tag"]
        assert given.token not in answer.content.decode()


def test_that_she_looked_is_kept_and_cannot_be_changed(given: links.Given, wang: Woman) -> None:
    client = let_in(given)
    client.get("/her/")
    client.get("/her/visits.ics")
    assert list(given.link.uses.order_by("pk").values_list("what", flat=True)) == ["opened", "page", "file"]
    assert not AccessLog.objects.filter(woman=wang, page="her").exists(), "those are looks of the clinic's own people"
    for change in (lambda: LinkUse.objects.update(what="page"), lambda: LinkUse.objects.all().delete()):
        with pytest.raises(DatabaseError, match="never changed or deleted"), transaction.atomic():
            change()


# ---- the clinic's side


def test_a_link_is_given_once_with_its_code_and_its_picture(wang: Woman, client_of: SignIn) -> None:
    client = client_of("nurse")
    page = client.get(reverse("link", args=[wang.pk]))
    form = {"key": page.context["key"], "expires": page.context["expires"], "give": "yes"}
    assert date.fromisoformat(form["expires"]) == date(2026, 10, 21) + timedelta(links.AFTER_DUE)
    answer = client.post(reverse("link", args=[wang.pk]), form)
    sheet = answer.content.decode()
    found = re.search(r'class="sheet-code">(\d{3}) (\d{3})<', sheet)
    assert found is not None
    address = re.search(r"http://testserver(/her/[\w-]{32}/)", sheet)
    assert address is not None
    assert 'src="data:image/svg+xml' in sheet
    last = date.fromisoformat(form["expires"]) - timedelta(days=1)
    assert f"opens until {her_plan.day_in(last, 'en')}" in sheet, "the last day it opens, not the first it does not"
    assert WORDS["link.sheet.code"].en in sheet, "the sheet is in her language"
    assert NAME not in sheet, "whoever finds the sheet does not learn whose it is"
    assert Client().post(address[1], {"code": found[1] + found[2]}).status_code == 302
    again = client.post(reverse("link", args=[wang.pk]), form)
    assert again.status_code == 422
    assert "was given already" in again.content.decode()
    listed = text_of(client, reverse("link", args=[wang.pk]))
    assert found[1] + found[2] not in listed
    assert address[1] not in listed
    assert list(wang.history.order_by("-number").values_list("action", flat=True)[:1]) == ["link given"]


@pytest.mark.parametrize(
    ("expires", "said"),
    [
        ("", "needed"),
        ("soon", "is not a date"),
        ("2026-04-06", "write a day after today"),
        ("2027-04-07", "a year at most: write a day up to 2027-04-06"),
    ],
)
def test_a_link_that_would_end_too_soon_or_too_late_is_refused_in_a_sentence(
    wang: Woman, client_of: SignIn, expires: str, said: str
) -> None:
    client, path = client_of("doctor"), reverse("link", args=[wang.pk])
    answer = client.post(path, {"expires": expires, "key": uuid.uuid4()})
    assert answer.status_code == 422
    assert said in answer.content.decode()
    client.cookies["language"] = "zh-hans"
    chinese = client.post(path, {"expires": expires, "key": uuid.uuid4()}).content.decode()
    assert said not in chinese
    assert not Link.objects.exists()


def test_the_day_a_link_ends_by_itself_is_never_more_than_a_year_away(wang: Woman) -> None:
    assert links.default_expiry(Woman(document={}), DAY) == DAY + timedelta(links.UNDATED)
    assert links.default_expiry(wang, date(2026, 1, 20)) <= date(2026, 1, 20) + timedelta(links.LONGEST)


def test_every_link_is_listed_with_its_last_opening_and_revoked_at_once(
    given: links.Given, wang: Woman, client_of: SignIn
) -> None:
    client, path = client_of("surgeon"), reverse("link", args=[wang.pk])
    assert "never" in text_of(client, path)
    hers = let_in(given)
    hers.post("/her/", {"subscribe": "yes"})
    listed = text_of(client, path)
    assert "looked at her page" not in listed
    assert "opened with the code" in listed
    assert "by herself, on her page" in listed
    assert client.post(path, {"revoke": str(given.link.pk)}).status_code == 302
    assert hers.get("/her/").status_code == 403
    assert {links.standing(one, DAY) for one in wang.links.all()} == {"revoked"}, "her calendar with it"
    revoked = wang.history.filter(action="link revoked")
    client.post(path, {"revoke": str(given.link.pk)})
    assert revoked.count() == 1
    assert client.post(path, {"revoke": "nonsense"}).status_code == 404


def test_a_link_of_one_woman_is_not_revoked_from_anothers_page(
    given: links.Given, doctor: User, client_of: SignIn
) -> None:
    other = Woman.objects.create(number="W-9", name="Zhao")
    answer = client_of("doctor").post(reverse("link", args=[other.pk]), {"revoke": str(given.link.pk)})
    assert answer.status_code == 404
    given.link.refresh_from_db()
    assert given.link.revoked is None


# ---- her calendar


def test_her_calendar_is_asked_for_without_a_code_and_ended_apart(given: links.Given, wang: Woman) -> None:
    client = let_in(given)
    page = client.post("/her/", {"subscribe": "yes"}).content.decode()
    found = re.search(r"http://testserver(/visits/[\w-]{32}\.ics)", page)
    assert found is not None
    assert f"webcal://testserver{found[1]}" in page
    assert found[1] not in text_of(client), "it is shown once"
    feed = Client().get(found[1])
    assert feed["Content-Type"] == "text/calendar; charset=utf-8"
    assert feed["Content-Disposition"] == 'attachment; filename="visits.ics"'
    assert feed.content == client.get("/her/visits.ics").content, "the file and the subscription are the same events"
    events = Calendar.from_ical(feed.content).walk("VEVENT")
    assert {str(one["summary"]) for one in events} == {"Clinic visit"}
    assert not re.search(f"{NAME}|W-1|1380|pregnan|hospital|fullterm", feed.content.decode(), re.IGNORECASE)
    client.post("/her/", {"subscribe": "yes"})
    assert Client().get(found[1]).status_code == 404, "a new address ends the old one"
    assert client.get("/her/").status_code == 200


def test_a_calendar_that_asks_every_hour_is_kept_once_a_day(given: links.Given) -> None:
    feed = links.subscribe(given.link)
    for _ in range(5):
        assert Client().get(reverse("visits", args=[feed.token])).status_code == 200
    assert feed.link.uses.count() == 1


def test_the_address_of_one_opens_not_the_other(given: links.Given) -> None:
    feed = links.subscribe(given.link)
    assert Client().get(reverse("her_enter", args=[feed.token])).status_code == 404
    assert Client().get(reverse("visits", args=[given.token])).status_code == 404


def test_the_day_she_agreed_to_stands_in_her_calendar_instead_of_the_window(
    given: links.Given, wang: Woman, nurse: User
) -> None:
    agreed = date(2026, 4, 17)
    ward.tell(wang, nurse, "called", step="cerclage", outcome="promised", until=agreed.isoformat())
    client = let_in(given)
    assert "Visit on Fri 17 Apr" in text_of(client)
    feed = Calendar.from_ical(client.get("/her/visits.ics").content)
    days = [(one.decoded("dtstart"), one.decoded("dtend")) for one in feed.walk("VEVENT")]
    assert (agreed, agreed + timedelta(days=1)) in days
    assert not any(first < agreed < last for first, last in days if last - first > timedelta(days=1))


# ---- what it shows


def test_on_top_stands_when_to_call_and_the_number(given: links.Given, settings: Any) -> None:
    settings.EMERGENCY_TELEPHONE, settings.TELEPHONE = "0000-112", "0000-113"
    page = text_of(let_in(given))
    assert page.index('href="tel:0000-112"') < page.index("you bleed, even a little") < page.index("Where you are")
    assert 'href="tel:0000-113"' in page
    assert 'href="tel:0000-112"' in text_of(Client(), door(given)), "even before the code"
    settings.EMERGENCY_TELEPHONE = ""
    page = text_of(let_in(given))
    assert "tel:0000-112" not in page
    assert "on your record book" in page


def test_whoever_may_be_pregnant_is_told_to_call_as_if_she_were(nurse: User, doctor: User) -> None:
    woman = Woman.objects.create(number="W-9", name="Zhao Yan", language="en")
    given = links.give(woman, nurse, DAY + timedelta(30), uuid.uuid4())
    client = let_in(given)
    period = "more than in your heaviest period"
    assert "you bleed, even a little" in text_of(client), "nobody has asked her yet"
    assert period not in text_of(client)
    ward.tell(woman, doctor, "answered", key="age", said="33")
    assert "you bleed, even a little" in text_of(client), "something is told, and of a pregnancy nothing"
    assert period not in text_of(client)
    ward.tell(woman, doctor, "answered", key="pregnant", said="yes")
    assert "you bleed, even a little" in text_of(client), "not yet dated"
    ward.tell(woman, doctor, "answered", key="pregnant", said="no")
    assert period in text_of(client)
    assert "you bleed, even a little" not in text_of(client)


def test_what_nobody_has_asked_her_today_is_a_sentence_in_her_own_words(
    given: links.Given, wang: Woman, nurse: User, on_day: Callable[[date], None]
) -> None:
    """Of what she cannot see herself nothing is asked: on the day itself only the cervix was not looked at."""
    client = let_in(given)
    assert re.search(r"we have not asked you about: [^.]*something coming down[^.]*\. If you have any", text_of(client))
    assert "not asked you about: bleeding" not in text_of(client), "asked today"
    later = DAY + timedelta(days=20)
    on_day(later)
    page = text_of(client)
    assert "not asked you about: bleeding; your belly tightening" in page
    assert not FORBIDDEN.search(page)
    closed = {"dilatation": "0 cm", "membranes": "not_visible", "labour": "no"}
    asked = ("bleeding", "contractions", "ruptured_membranes", "infection", "infection_suspected")
    ward.tell(wang, nurse, "examined", later, **closed, **dict.fromkeys(asked, "no"))
    assert "not asked you about" not in text_of(client)


def test_an_emergency_of_hers_is_please_call_now_and_no_finding(
    given: links.Given, wang: Woman, nurse: User, on_day: Callable[[date], None]
) -> None:
    """Whichever line of the safety net stands for her, also grown old: her page reads the first line."""
    client = let_in(given)
    assert "Please call the hospital now" not in text_of(client)
    later = DAY + timedelta(days=40)
    on_day(later)
    ward.tell(wang, nurse, "examined", later, infection="yes")
    assert "Please call the hospital now" in text_of(client)
    assert not FORBIDDEN.search(text_of(client))
    assert "not asked you about" not in text_of(client)
    on_day(later + timedelta(days=9))
    assert "Please call the hospital now" in text_of(client)


def test_an_operation_is_named_only_once_her_doctor_has_signed_it(
    given: links.Given, wang: Woman, doctor: User
) -> None:
    client = let_in(given)
    assert "A talk with your doctor" in text_of(client)
    assert "stitch" not in text_of(client)
    sign(wang, doctor, "cerclage", "deferred")
    assert "stitch" not in text_of(client)
    sign(wang, doctor, "cerclage", "accepted")
    assert "The stitch you agreed on" in text_of(client)
    sign(wang, doctor, "cerclage", "declined")
    assert "A talk with your doctor" not in text_of(client)
    assert "stitch" not in text_of(client)


def sign(woman: Woman, by: User, step: str, choice: str, on: date = DAY) -> None:
    """A signature as `care.signing.signature` reads it, laid down as an event."""
    woman.refresh_from_db()
    woman.events += 1
    decisions = [{"of": step, "choice": choice, "reason": "r"}]
    data = {"version": woman.events, "diagnosis": {"cervical_insufficiency": "confirmed"}, "decisions": decisions}
    Event.objects.create(
        woman=woman, number=woman.events, action="signed", on=on, data=data, actor=by, key=uuid.uuid4()
    )
    woman.save(update_fields=["events"])


def test_what_was_signed_in_one_pregnancy_is_no_decision_of_the_next(
    given: links.Given, wang: Woman, doctor: User, surgeon: User, on_day: Callable[[date], None]
) -> None:
    sign(wang, doctor, "cerclage", "accepted")
    later = DAY + timedelta(days=21)
    on_day(later)
    ward.tell(wang, surgeon, "pregnancy ended", later, outcome="loss")
    page = text_of(let_in(given))
    for of_pregnancy in ("weeks", "Due date", "Scan", "baby", "stitch", "tightens", "even a little"):
        assert of_pregnancy not in page, of_pregnancy
    assert "We are here for you" in page
    begun = later + timedelta(days=120)
    on_day(begun)
    due = begun + timedelta(days=280 - 84)
    ward.tell(wang, doctor, "pregnancy began", begun, **{**ward.PREGNANCY, "due": due.isoformat()})
    again = links.give(wang, doctor, begun + timedelta(days=90), uuid.uuid4())
    page = text_of(let_in(again))
    assert "about 12 weeks" in page
    assert "stitch" not in page, "the new pregnancy is decided anew"
    assert "2026-04" not in page
    assert "Oct 2026" not in page, "nothing of the pregnancy before"


def test_the_stitch_is_taken_out_only_when_one_is_in(given: links.Given, wang: Woman, surgeon: User) -> None:
    client = let_in(given)
    assert "taken out" not in text_of(client)
    ward.tell(wang, surgeon, "cerclage placed", DAY, technique="mcdonald", indication="history", route="vaginal")
    page = text_of(client)
    assert "The stitch is taken out" in page
    assert "Thu 24 Sep to Sat 26 Sep" in page, "under every plausible due date: 36w1d to 37w0d of 17 to 21 October"


def test_the_day_arranged_for_the_stitch_stands_instead_of_its_window(
    given: links.Given, wang: Woman, surgeon: User, nurse: User
) -> None:
    client = let_in(given)
    operation = {"remover": "Dr Li", "remove_when": "2026-09-24 上午"}
    told = {"technique": "mcdonald", "indication": "history", "route": "vaginal", "operation": operation}
    ward.tell(wang, surgeon, "cerclage placed", DAY, **told)
    page = text_of(client)
    assert "Visit on Thu 24 Sep" in page
    assert "Thu 24 Sep to Sat 26 Sep" not in page
    assert "If labour begins before, call at once" in page
    assert "Dr Li" not in page, "free text of the operation is not hers to read"
    feed = Calendar.from_ical(client.get("/her/visits.ics").content)
    assert date(2026, 9, 24) in [one.decoded("dtstart") for one in feed.walk("VEVENT")]

    ward.tell(wang, nurse, "removal arranged", remover="Dr Chen", remove_when="2026年9月25日")
    assert "Visit on Fri 25 Sep" in text_of(client)
    ward.tell(wang, nurse, "called", step="removal", outcome="promised", until="2026-09-26")
    assert "Visit on Sat 26 Sep" in text_of(client), "said last"
    ward.tell(wang, nurse, "removal arranged", remover="Dr Chen", remove_when="2026-09-25, else 2026-09-26")
    assert "Visit on" not in text_of(client), "two days are none, and the day said before no longer holds"
    assert "Thu 24 Sep to Sat 26 Sep" in text_of(client)
    ward.tell(wang, nurse, "removal arranged", remover="Dr Chen", remove_when="2026-09-25")
    ward.tell(wang, nurse, "escalated", step="removal", to="surgeon")
    assert "Visit on Fri 25 Sep" in text_of(client), "passing it on is no word about the day"
    for key in ("contractions", "labour"):
        ward.tell(wang, nurse, "answered", key=key, said="yes")
    assert text_of(client).count("Visit on") == 1, "an emergency is no visit days ahead"
    ward.tell(wang, surgeon, "suture removed")
    assert "taken out" not in re.sub(r"(?s)Behind you.*", "", text_of(client))


@pytest.mark.parametrize(
    "told", ["", "36w4d", "入院当日", "2026-02-30", "12026-09-24", "2026-09-24 or 2026-09-25", "2026-09-24至26日"]
)
def test_a_text_that_names_no_day_names_none(told: str) -> None:
    assert day_named(told) is None


def test_a_day_is_told_without_its_year_only_in_the_same_year() -> None:
    assert her_plan.day_in(date(2026, 4, 16), "en") == "Thu 16 Apr 2026"
    assert her_plan.day_in(date(2026, 4, 16), "zh", DAY) == "4月16日（周四）"
    assert her_plan.day_in(date(2027, 1, 1), "en", DAY) == "Fri 1 Jan 2027"


def test_every_step_she_may_be_shown_has_words_for_her() -> None:
    """An emergency is "call now" and what the safety net asks is the clinic's to ask: neither is a step of hers."""
    from fullterm.care.protocol.model import available, read_protocol

    rules = {one.key: one for one in register.recommendations()}
    for name in available():
        for step in read_protocol(name, rules).steps:
            hers = not (step.urgent or step.always)
            assert (f"her_step.{step.id}" in WORDS) is hers, (name, step.id)
            assert (f"her_says.{step.id}" in WORDS) is hers, (name, step.id)


def test_no_word_of_hers_diagnoses_counts_or_promises() -> None:
    own = {name: text for name, text in WORDS.items() if name.startswith(("her.", "her_"))}
    assert len(own) > 80
    for name, text in own.items():
        for said in (text.en, text.zh):
            assert not FORBIDDEN.search(said), (name, said)


def test_the_words_she_must_not_read_are_those_the_clinic_uses() -> None:
    """The pattern above is tried on what it is to keep away: every cause by its name, and what the protocol says."""
    named = [one.label for one in CAUSES if one.of_the_cervix]
    assert named
    assert FORBIDDEN.search("宫颈机能不全")
    assert FORBIDDEN.search("Cervical insufficiency: supported")
    assert FORBIDDEN.search("15% against 32%")


@pytest.mark.parametrize("protocol", ["antai", "rcog_nice"])
def test_of_three_hundred_women_none_reads_a_diagnosis_a_figure_a_name_or_anothers_pregnancy(
    db: None, settings: Any, protocol: str
) -> None:
    settings.PROTOCOL = protocol
    demonstration.make(DAY)
    causes = {text for one in CAUSES for text in (one.label.en, one.label.zh)}
    shown = 0
    for woman in Woman.objects.order_by("number")[:: 1 if protocol == "antai" else 3]:
        link = Link(woman=woman, kind="page", token_hash=uuid.uuid4().hex, expires=DAY + timedelta(days=9))
        link.save()
        client = Client()
        response = her.redirect("her")
        her._let_in(response, link)
        client.cookies["her"] = response.cookies["her"].value
        for language in ("en", "zh"):
            client.cookies["her_language"] = language
            page = _read(text_of(client))
            assert not FORBIDDEN.search(page), (woman.number, FORBIDDEN.search(page))
            assert not any(one in page for one in causes), woman.number
            assert woman.name not in page
            assert woman.number not in page
            _only_this_pregnancy(woman, page)
            shown += 1
    assert shown > 2 * 300 / (1 if protocol == "antai" else 3) - 1


def _read(page: str) -> str:
    """The words of a page, without its tags."""
    return re.sub(r"<[^>]*>", " ", page.partition("<body")[2])


def _only_this_pregnancy(woman: Woman, page: str) -> None:
    told = woman.document.get("earlier", {})
    for one in told.get("pregnancies", ()) if isinstance(told, dict) else ():
        said = one.get("said")
        assert not said or said not in page
        if one.get("ended"):
            ended = date.fromisoformat(str(one["ended"]))
            assert not any(her_plan.day_in(ended, language, DAY)[:-5] in page for language in ("en", "zh"))
    if not woman.document.get("pregnancy") or "outcome" in woman.document["pregnancy"]:
        assert "Due date" not in page
        assert "预产期" not in page
        assert "孕周" not in page
        assert "超声检查" not in page
        assert "孕期" not in page


# ---- on her phone


@pytest.fixture
def phone(browser: Any, live_server: Any, request: pytest.FixtureRequest) -> Iterator[Any]:
    """Her phone, with whatever the browser complained of in `phone.complaints`; scripts are off: none are needed."""
    context = browser.new_context(
        viewport={"width": 390, "height": 844}, base_url=live_server.url, java_script_enabled=False
    )
    opened = context.new_page()
    opened.complaints = []
    opened.on("console", lambda one: opened.complaints.append(one.text) if one.type in ("error", "warning") else None)
    yield opened
    context.close()


@pytest.mark.django_db(transaction=True)
def test_on_her_phone_in_chinese_and_english_without_scripts(phone: Any, ms_wang: Woman, nurse: User) -> None:
    """A real browser sends no referrer and an origin: the page must open under the policies it is sent with."""
    opened = links.give(ms_wang, nurse, DAY + timedelta(days=60), uuid.uuid4())
    phone.goto(door(opened))
    assert phone.locator("html").get_attribute("lang") == "zh-Hans"
    phone.get_by_label("验证码").fill(wrong_code(opened))
    phone.get_by_role("button", name="打开").click()
    assert "还可以再试4次" in phone.get_by_role("alert").inner_text()
    phone.get_by_label("验证码").fill(opened.code)
    phone.get_by_role("button", name="打开").click()
    assert phone.url.endswith("/her/"), "the address with the token is left at once"
    assert phone.get_by_text("约孕12周").is_visible()
    call = phone.get_by_role("link", name="拨打")
    assert call.bounding_box()["y"] + call.bounding_box()["height"] < 844, "the number is seen without a finger moved"
    assert call.bounding_box()["height"] >= 44
    for one in phone.locator("main a, main button").all():
        assert one.bounding_box()["height"] >= 24
    phone.get_by_role("button", name="English").click()
    assert phone.get_by_role("heading", name="What comes next").is_visible()
    phone.get_by_role("button", name="Keep my calendar up to date").click()
    assert phone.get_by_role("link", name="Open in my calendar").get_attribute("href").startswith("webcal://")
    phone.get_by_role("button", name="Close this page").click()
    assert phone.get_by_role("heading", name="Please open your link again").is_visible()
    assert [one for one in phone.complaints if "status of 4" not in one] == []


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_page_of_hers_is_wider_than_her_phone(
    browser: Any, live_server: Any, ms_wang: Woman, nurse: User, scheme: str
) -> None:
    opened = links.give(ms_wang, nurse, DAY + timedelta(days=60), uuid.uuid4())
    context = browser.new_context(viewport={"width": 320, "height": 600}, base_url=live_server.url, color_scheme=scheme)
    page = context.new_page()
    for path in (door(opened), "/her/", "/her/none/"):
        page.goto(path)
        if page.locator("#code").count():
            page.fill("#code", opened.code)
            page.click("main button")
        for language in range(2):
            assert page.locator("html").evaluate("one => one.scrollWidth") <= 320, (path, language)
            if page.locator("form.language button").count():
                page.click("form.language button")
    context.close()
