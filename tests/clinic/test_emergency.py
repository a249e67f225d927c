"""The emergency page: from the navigation to the printed page, with nothing unknown taken as absent."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from fullterm.clinic.derived import recompute as worklist
from fullterm.clinic.models import AccessLog, Event, User, Woman
from tests.clinic import ward

pytestmark = pytest.mark.django_db
In = Callable[[str], Client]
PICTURES = Path(__file__).parent.parent / "artefacts"
ANSWERS = {
    "dilatation": "3", "membranes": "bulging", "ruptured_membranes": "no", "pains": "none", "bleeding": "no",
    "signs": "none", "alive": "yes", "fetal_compromise": "no",
}  # fmt: skip
ONCE = {"gestation": "22w3d", "dated_by": "scan", "fetuses": "1", "anomaly_scan": "normal", "suture": "none"}


@pytest.fixture
def walk_in(db: None) -> Woman:
    """Registered a minute ago, and nothing else."""
    return Woman.objects.create(number="E-1", name="Mary Fields", language="en")


def address(woman: Woman) -> str:
    return reverse("emergency", args=[woman.pk])


def hidden(text: str) -> dict[str, str]:
    return {name: re.findall(rf'name="{name}" value="([^"]*)"', text)[0] for name in ("seen", "key")}


def send(client: Client, woman: Woman, **typed: str) -> str:
    page = client.get(address(woman)).content.decode()
    return client.post(address(woman), {**hidden(page), **typed}, follow=True).content.decode()


def section(page: str, name: str) -> str:
    return page.split(f'id="{name}"', 1)[1].split("</section>", 1)[0]


# ---- how she comes in


def test_who_is_not_registered_is_registered_in_two_fields_and_stands_at_the_six_answers(client_of: In) -> None:
    client = client_of("nurse")
    answer = client.post(reverse("emergency_start"), {"number": "E-7", "name": "Mary Fields", "language": "en"})
    woman = Woman.objects.get(number="E-7")

    assert answer.url == address(woman)  # type: ignore[attr-defined]  # a redirect
    page = client.get(address(woman)).content.decode()
    assert page.count('<fieldset class="em-card">') == 6
    assert 'name="gestation"' in page
    assert [one.action for one in Event.objects.all()] == ["registered"], "nothing is told of her yet"


def test_a_number_that_is_registered_leads_to_her_instead_of_a_second_record(ms_wang: Woman, client_of: In) -> None:
    page = client_of("nurse").post(reverse("emergency_start"), {"number": "w-1", "name": "Wang"}).content.decode()

    assert address(ms_wang) in page
    assert Woman.objects.count() == 1


def test_who_is_registered_is_found_without_her_name_in_an_address(ms_wang: Woman, client_of: In) -> None:
    client = client_of("nurse")
    answer = client.post(reverse("emergency_start"), {"sought": "Xiulan"})

    assert answer.status_code == 200
    assert address(ms_wang) in answer.content.decode()
    assert "Nobody found" in client.post(reverse("emergency_start"), {"sought": "nobody"}).content.decode()


# ---- the six answers


def test_the_answers_are_one_examination_with_the_missing_dating_before_it(walk_in: Woman, client_of: In) -> None:
    send(client_of("doctor"), walk_in, **ANSWERS, **ONCE)

    began, examined = walk_in.history.order_by("number")
    assert (began.action, began.data) == ("pregnancy began", {"gestation": "22w3d", "dating": "scan"})
    assert examined.action == "examined"
    assert examined.data["contractions"] == examined.data["labour"] == "no"
    assert examined.data["alive"] == "yes"


def test_when_one_answer_is_impossible_not_even_the_dating_is_saved(walk_in: Woman, client_of: In) -> None:
    page = send(client_of("doctor"), walk_in, **ANSWERS | {"dilatation": "0"}, **ONCE)

    assert "membranes cannot bulge through a cervix that is not open" in page
    assert 'value="22w3d"' in page
    assert walk_in.history.count() == 0


def test_sent_twice_it_is_carried_out_once(walk_in: Woman, client_of: In) -> None:
    client = client_of("doctor")
    sent = {**hidden(client.get(address(walk_in)).content.decode()), **ANSWERS, **ONCE}
    client.post(address(walk_in), sent)
    client.post(address(walk_in), sent)

    assert walk_in.history.count() == 2


def test_an_empty_form_writes_nothing_and_says_so(walk_in: Woman, client_of: In) -> None:
    assert "tell at least one of the six" in send(client_of("doctor"), walk_in)
    assert walk_in.history.count() == 0


def test_how_she_is_dated_without_a_gestation_is_nothing_told(walk_in: Woman, client_of: In) -> None:
    assert "tell at least one of the six" in send(client_of("doctor"), walk_in, dated_by="lmp", gestation="unknown")
    assert walk_in.history.count() == 0


def test_once_a_suture_is_in_the_page_says_so_and_decides_no_other(walk_in: Woman, client_of: In) -> None:
    client = client_of("surgeon")
    send(client, walk_in, **ANSWERS, **ONCE)
    there = reverse("enter", args=[walk_in.pk, "cerclage"])
    sent = {**hidden(client.get(there).content.decode()), "on": ward.DAY.isoformat(), "technique": "mcdonald"}
    client.post(there, {**sent, "indication": "examination"})
    page = client.get(address(walk_in)).content.decode()

    assert "A suture is in the cervix already" in page
    assert "Examine first" in page, "what was seen before it was placed says nothing of the cervix since"
    assert "If a suture is decided" not in page
    assert 'value="pass"' not in page


def test_a_gestation_nobody_knows_still_records_what_was_seen(walk_in: Woman, client_of: In) -> None:
    page = send(client_of("doctor"), walk_in, **ANSWERS)

    assert walk_in.history.count() == 2
    assert 'name="gestation"' in page, "it is asked again"
    assert "cannot tell" in section(page, "bodies")


def test_what_changed_today_is_answered_again_and_the_newer_answer_counts(walk_in: Woman, client_of: In) -> None:
    client = client_of("doctor")
    page = send(client, walk_in, **ANSWERS, **ONCE)
    assert re.search(r'name="bleeding" value="no" checked', page), "today's own answers stand in the form"
    page = send(client, walk_in, **ANSWERS | {"bleeding": "yes", "dilatation": "4"})

    assert "Present" in section(page, "against")
    assert "vaginal bleeding" in section(page, "against").split("Not present")[0]
    assert walk_in.history.filter(action="examined").count() == 2


@pytest.mark.parametrize(
    ("language", "told", "how"),
    [
        ("en", "told as “vaginal bleeding: yes” and “vaginal bleeding: no”. What counts is “vaginal bleeding: yes”.",
         "If one of them was recorded in error, withdraw that entry"),
        ("zh-hans", "记有“阴道出血：是”和“阴道出血：否”，现按“阴道出血：是”判断。", "如某条录入有误，请撤销该条"),
    ],
)  # fmt: skip
def test_bleeding_answered_no_after_yes_on_one_day_still_counts_and_the_wrong_entry_can_be_withdrawn(
    walk_in: Woman, client_of: In, on_day: Callable[[date], None], language: str, told: str, how: str
) -> None:
    client = client_of("doctor")
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = language
    send(client, walk_in, **ANSWERS | {"bleeding": "yes"}, **ONCE)
    page = send(client, walk_in, **ANSWERS)
    wrong = reverse("withdraw", args=[walk_in.pk, 2])

    for shown in (page, client.get(reverse("woman", args=[walk_in.pk])).content.decode()):
        assert told in shown
        assert how in shown
        assert wrong in shown
        assert reverse("withdraw", args=[walk_in.pk, 3]) in shown
    assert '<h3 class="stop">' in section(page, "against")
    assert re.search(r'name="bleeding" value="yes" checked', page), "sent again as it stands, nothing is lost"

    client.post(wrong, {**hidden(client.get(wrong).content.decode()), "why": "error"})
    page = client.get(address(walk_in)).content.decode()
    assert told not in page
    assert '<h3 class="stop">' not in section(page, "against")


def test_tomorrow_the_newer_answer_counts_and_the_conflict_is_no_longer_said(
    walk_in: Woman, client_of: In, on_day: Callable[[date], None]
) -> None:
    client = client_of("doctor")
    send(client, walk_in, **ANSWERS | {"bleeding": "yes"}, **ONCE)
    assert "contradict each other" in send(client, walk_in, **ANSWERS)
    on_day(date(2026, 4, 7))
    assert "contradict each other" in client.get(address(walk_in)).content.decode(), "it still counts"
    page = send(client, walk_in, **ANSWERS)

    assert "contradict each other" not in page
    assert '<h3 class="stop">' not in section(page, "against")


@pytest.mark.parametrize("later", [{"dilatation": "0", "membranes": "not_visible"}, {"dilatation": "1"}])
def test_a_cervix_found_open_and_then_closed_on_one_day_is_open(
    walk_in: Woman, client_of: In, later: dict[str, str]
) -> None:
    client = client_of("doctor")
    send(client, walk_in, **ANSWERS, **ONCE)
    page = send(client, walk_in, **ANSWERS | later)

    assert "told as “dilatation of the cervix: 3 cm”" in page
    assert "hours count" in section(page, "step")


def test_yesterdays_answers_are_dated_and_never_sent_again_as_todays(
    walk_in: Woman, client_of: In, on_day: Callable[[date], None]
) -> None:
    client = client_of("doctor")
    send(client, walk_in, **ANSWERS, **ONCE)
    on_day(date(2026, 4, 7))
    page = client.get(address(walk_in)).content.decode()
    assert "of 2026-04-06" in page
    assert " checked>" not in page.split("em-form")[1].split("</form>")[0]
    on_day(date(2026, 4, 9))
    page = client.get(address(walk_in)).content.decode()
    assert "no contractions on 2026-04-06: too old" in page or "contractions: no" in page
    assert "too old, ask again" in page


def test_a_second_reader_sees_what_the_first_did_and_loses_nothing(walk_in: Woman, client_of: In) -> None:
    nurse, doctor = client_of("nurse"), client_of("doctor")
    sent = hidden(nurse.get(address(walk_in)).content.decode())
    send(doctor, walk_in, **ANSWERS, **ONCE)
    page = nurse.post(address(walk_in), {**sent, **ANSWERS, "dilatation": "5"}).content.decode()

    assert "doctor" in page
    assert 'value="5"' in page
    assert walk_in.history.count() == 2


# ---- what the page says


def test_contraindications_come_first_and_an_unanswered_one_is_asked_never_absent(
    walk_in: Woman, client_of: In
) -> None:
    page = send(client_of("doctor"), walk_in, **{**ANSWERS, "alive": "", "fetal_compromise": ""}, **ONCE)
    against = section(page, "against")

    assert page.index('id="against"') < page.index('id="step"') < page.index('id="bodies"') < page.index('id="hour"')
    open_, absent = against.split("Not present")
    assert "<b>heartbeat</b>" in open_, "nobody looked: it is asked for, and not said to be absent"
    assert "fetal compromise" in open_
    assert "heartbeat" not in absent
    assert "contractions" in absent


@pytest.mark.parametrize(
    ("language", "said", "confirm"),
    [("en", "no heartbeat was seen", "a finding to confirm, not yet a death"),
     ("zh-hans", "未见胎心", "这是待确认的所见，尚不等于胎儿死亡")],
)  # fmt: skip
def test_an_absent_heartbeat_is_said_aloud_to_be_confirmed_and_one_not_looked_for_is_asked(
    walk_in: Woman, client_of: In, language: str, said: str, confirm: str
) -> None:
    client = client_of("doctor")
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = language
    page = send(client, walk_in, **{**ANSWERS, "alive": "unknown"}, **ONCE)
    assert confirm not in page
    assert said not in section(page, "against")

    page = send(client, walk_in, **{**ANSWERS, "alive": "no"})
    assert confirm in page
    assert said in section(page, "against")
    there = reverse("enter", args=[walk_in.pk, "examination"])
    client.post(there, {**hidden(client.get(there).content.decode()), "on": ward.DAY.isoformat(), "babies_died": "1"})
    assert confirm not in client.get(address(walk_in)).content.decode()


def test_each_body_stands_with_its_own_limit(walk_in: Woman, client_of: In) -> None:
    bodies = section(send(client_of("doctor"), walk_in, **ANSWERS, **ONCE | {"gestation": "25w0d"}), "bodies")
    words = re.sub(r"<[^>]+>", " ", bodies)

    assert re.search(r"SOGC No. 373\s+–\s+not met\s+gestation today: before 24w0d\s+outside", words)
    assert re.search(r"NICE NG25\s+◐\s+may\s+gestation today: from 16w0d to 27w6d\s+inside", words)
    assert re.search(r"not routinely: gestation today: after 24w0d\s+reached", words)
    assert re.search(
        r"to know: membranes on examination: bulging beyond the external os into the vagina\s+present", words
    )
    assert "more than 4 cm" not in words, "of the two findings in one sentence of RCOG the one she has"


def test_a_contraindication_changes_what_is_done_and_never_takes_the_line_away(walk_in: Woman, client_of: In) -> None:
    page = send(client_of("doctor"), walk_in, **ANSWERS | {"pains": "labour"}, **ONCE)
    step = section(page, "step")

    assert re.search(r"no suture, because established labour \([^)]*RCOG[^)]*\); senior doctor now", step)
    assert "Labour before 37+0: senior doctor now" in step
    assert "She declines" not in step
    assert "If a suture is decided" not in page


def test_what_was_told_days_ago_is_asked_again_and_still_stands(
    walk_in: Woman, client_of: In, on_day: Callable[[date], None]
) -> None:
    client = client_of("doctor")
    send(client, walk_in, **ANSWERS, **ONCE)
    on_day(ward.DAY + timedelta(days=1))
    assert "last told" not in client.get(address(walk_in)).content.decode()
    on_day(ward.DAY + timedelta(days=9))
    told = worklist.lines_of(Woman.objects.get(pk=walk_in.pk), ward.DAY + timedelta(days=9))[0].planned

    assert (told.step.id, told.last_told) == ("rescue", ward.DAY)
    for there in (address(walk_in), reverse("woman", args=[walk_in.pk])):
        assert f"last told {ward.DAY}: ask again" in client.get(there).content.decode()


def test_a_body_that_still_allows_a_suture_is_said_to_name_none_of_what_she_has(walk_in: Woman, client_of: In) -> None:
    """FIGO's abstract names no contraindication: its "may" must not read as consent in labour."""
    client = client_of("doctor")
    page = send(client, walk_in, **ANSWERS | {"pains": "labour"}, **ONCE)
    figo = section(page, "bodies").split("FIGO 2021 cerclage")[1].split("</li>")[0]

    assert "it names none of the contraindications she has" in figo
    assert section(page, "bodies").count("names none") == 1
    well = Woman.objects.create(number="E-2", name="Ann Fields", language="en")
    assert "names none" not in section(send(client, well, **ANSWERS, **ONCE), "bodies")


def test_figures_are_of_studies_and_no_agreement_may_be_signed(walk_in: Woman, client_of: In) -> None:
    tell = section(send(client_of("doctor"), walk_in, **ANSWERS, **ONCE), "tell")

    assert "nobody can give her own chance" in tell
    assert "No treatment agreement may be signed" in tell
    assert "never her chance" in tell
    assert "twins" not in tell
    assert not re.search("guarantee|包成功|无效退款", tell)


def test_every_task_can_be_opened_down_to_its_page(walk_in: Woman, client_of: In) -> None:
    client = client_of("doctor")
    hour = section(send(client, walk_in, **ANSWERS, **ONCE), "hour")
    links = set(re.findall(r'href="([^"]+/why/[^"]+)"', hour))

    assert len(links) > 5
    assert {client.get(link).status_code for link in links} == {200}


# ---- deciding


def test_a_cervix_that_is_closed_is_not_called_open(walk_in: Woman, client_of: In) -> None:
    page = send(client_of("nurse"), walk_in, **ANSWERS | {"dilatation": "0", "membranes": "not_visible"}, **ONCE)

    assert "As told, the cervix is not open" in section(page, "step")
    assert "The cervix is open" not in section(page, "step")


def test_the_decision_is_passed_to_a_named_person_and_says_so(walk_in: Woman, client_of: In) -> None:
    client = client_of("nurse")
    page = send(client, walk_in, **ANSWERS, **ONCE)
    assert '<option value="">Choose a person.</option>' in page  # nobody stands there chosen

    User.objects.filter(username="surgeon").update(first_name="Lin Hua")
    page = send(client, walk_in, do="pass", to="surgeon", why="bulging, 3 cm")
    assert "passed to Lin Hua" in section(page, "step")
    last = walk_in.history.last()
    assert last is not None
    assert (last.action, last.data) == ("escalated", {"step": "rescue", "to": "surgeon", "reason": "bulging, 3 cm"})
    assert "Choose a person" in send(client, walk_in, do="pass", to="outsider")


def test_the_operation_opens_with_its_indication_and_a_nurse_is_not_led_there(walk_in: Woman, client_of: In) -> None:
    client = client_of("surgeon")
    page = send(client, walk_in, **ANSWERS, **ONCE)
    there = reverse("enter", args=[walk_in.pk, "cerclage"]) + "?indication=examination"

    assert there in page
    assert re.search(r'name="indication" value="examination" checked', client.get(there).content.decode())
    assert there not in client_of("nurse").get(address(walk_in)).content.decode()


def test_looking_is_logged_and_another_role_sees_nothing(walk_in: Woman, client_of: In) -> None:
    client_of("doctor").get(address(walk_in))
    assert AccessLog.objects.filter(woman=walk_in, page="emergency").count() == 1
    assert client_of("outsider").get(address(walk_in)).status_code == 403
    assert client_of("outsider").get(reverse("emergency_start")).status_code == 403


# ---- in a browser


@pytest.fixture
def signed_in(browser: Any, live_server: Any, staff: dict[str, User]) -> Iterator[Callable[[str, str], Any]]:
    """`signed_in("doctor", "zh-hans")`: a page of the browser in which she is signed in."""
    contexts: list[Any] = []

    def opened(name: str, language: str) -> Any:
        client = Client()
        client.force_login(staff[name], backend="django.contrib.auth.backends.ModelBackend")
        context = browser.new_context(base_url=live_server.url, viewport={"width": 1280, "height": 800})
        contexts.append(context)
        cookies = {
            settings.SESSION_COOKIE_NAME: client.cookies[settings.SESSION_COOKIE_NAME].value,
            settings.LANGUAGE_COOKIE_NAME: language,
        }
        context.add_cookies([{"name": one, "value": value, "url": live_server.url} for one, value in cookies.items()])
        page = context.new_page()
        page.set_default_timeout(15_000)
        return page

    yield opened
    for one in contexts:
        one.close()


def _walk_in(page: Any, name: str, pictures: str) -> None:
    """From the navigation to the answer, typing only what is new."""
    page.goto("/")
    page.locator('header nav a[href="/emergency/"]').click()
    page.fill('[name="number"]', "E-9")
    page.fill('[name="name"]', name)
    page.locator("main form button").first.click()
    for field, value in {**ONCE, **ANSWERS}.items():
        one = page.locator(f'[name="{field}"]').first
        if one.get_attribute("type") == "radio":
            page.check(f'[name="{field}"][value="{value}"]')
        else:
            one.fill(value)
    page.locator(".em-save button").click()
    page.wait_for_selector(".em-top")
    PICTURES.mkdir(exist_ok=True)
    for width in (1280, 390):
        page.set_viewport_size({"width": width, "height": 844})
        page.screenshot(path=PICTURES / f"{pictures}-{width}.png", full_page=True)
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.set_viewport_size({"width": 1280, "height": 800})


def _printed(page: Any, name: str) -> tuple[int, str]:
    """How many A4 pages it prints on, and the words on them."""
    path = PICTURES / f"{name}.pdf"
    page.pdf(path=path, prefer_css_page_size=True)
    pages = len(re.findall(rb"/Type\s*/Page\b", path.read_bytes()))
    text = subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, text=True, check=False).stdout
    return pages, " ".join(text.split())


@pytest.mark.django_db(transaction=True)
def test_a_woman_walks_in_and_two_pages_are_printed(signed_in: Callable[[str, str], Any]) -> None:
    page = signed_in("doctor", "en")
    _walk_in(page, "Mary Fields", "emergency-en")
    assert page.locator("#against").bounding_box()["y"] < 800, "the contraindications are in the first screen"
    assert page.locator("#step").bounding_box()["y"] < 800
    assert page.locator("#bodies").bounding_box()["y"] < 800
    assert "None is present; all are answered." in page.locator(".em-against").inner_text()
    assert "open: hours count" in page.locator(".em-step").inner_text()

    pages, words = _printed(page, "emergency-en")
    assert pages <= 2
    if words:
        assert "Where each body stands" in words
        assert "27w6d" in words
        assert "What to tell her" in words
        assert "Pass the decision on" not in words


@pytest.mark.django_db(transaction=True)
def test_the_same_in_chinese(signed_in: Callable[[str, str], Any]) -> None:
    page = signed_in("doctor", "zh-hans")
    _walk_in(page, "李秀英", "emergency-zh")
    assert "均已回答，均不存在。" in page.locator(".em-against").inner_text()
    assert "22周3天" in page.locator(".em-gestation").inner_text()
    shown = re.sub(r"<[^>]+>", " ", page.locator("main").inner_html())
    assert "宫口已开后，不得签署治疗协议" in shown
    assert _printed(page, "emergency-zh")[0] <= 2


def test_nothing_of_it_stands_on_the_page_of_a_woman_who_is_not_in_the_emergency(ms_wang: Woman, client_of: In) -> None:
    page = client_of("doctor").get(address(ms_wang)).content.decode()

    assert "Examine first" in page
    assert 'name="gestation"' not in page, "she is dated"
    assert 'id="bodies"' not in page
    assert ward.NAME in page
