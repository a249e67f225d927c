"""What is entered in her care: typed in seconds, refused in words beside the field, with everything typed kept."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from fullterm.care.case.facts_on import known_on
from fullterm.care.case.model import Case
from fullterm.care.record.events import fold, read
from fullterm.clinic.models import Event, Woman
from fullterm.clinic.pages.entries.forms import ENTRIES
from fullterm.clinic.text.refusals_zh import in_words
from fullterm.clinic.words import WORDS
from tests.clinic import ward

pytestmark = pytest.mark.django_db
In = Callable[[str], Client]


def address(woman: Woman, kind: str) -> str:
    return reverse("enter", args=(woman.pk, kind))


def hidden(client: Client, url: str) -> dict[str, str]:
    """What the page itself sends along: how much was seen, and the key."""
    page = client.get(url).content.decode()
    return {name: re.findall(rf'name="{name}" value="([^"]*)"', page)[0] for name in ("seen", "key")}


def send(client: Client, woman: Woman, kind: str, **typed: str) -> Any:
    url = address(woman, kind)
    return client.post(url, {**hidden(client, url), "on": ward.DAY.isoformat(), **typed})


def case_of(woman: Woman) -> Case:
    woman.refresh_from_db()
    case, problems = read(woman.document)
    assert problems == ()
    assert case is not None
    return case


def at(monkeypatch: pytest.MonkeyPatch, day: date) -> None:
    monkeypatch.setattr("django.utils.timezone.localdate", lambda *_: day)


@pytest.mark.parametrize("kind", sorted(ENTRIES))
@pytest.mark.parametrize("language", ["en", "zh-hans"])
def test_every_entry_opens_in_both_languages(ms_wang: Woman, client_of: In, kind: str, language: str) -> None:
    client = client_of("surgeon")
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = language
    page = client.get(address(ms_wang, kind))

    assert page.status_code == 200
    assert WORDS[f"entry.{kind}"]["zh" if language != "en" else "en"] in page.content.decode()
    assert "style=" not in page.content.decode()
    assert ward.NAME not in re.findall(r"<title>(.*?)</title>", page.content.decode(), re.DOTALL)[0]


def test_a_scan_is_saved_and_stands_on_her_record(ms_wang: Woman, client_of: In) -> None:
    answer = send(client_of("nurse"), ms_wang, "scan", length="31", method="transvaginal", funnel="none")

    assert answer.url == reverse("woman", args=(ms_wang.pk,))
    (scan,) = case_of(ms_wang).pregnancy.scans  # type: ignore[union-attr]
    assert scan.values["length"] == (310, 310)
    assert scan.values["gestation"] == (82, 86)


def test_through_the_vagina_stands_already_in_a_new_scan_and_nothing_else_does(ms_wang: Woman, client_of: In) -> None:
    page = client_of("nurse").get(address(ms_wang, "scan")).content.decode()

    assert re.findall(r'value="(\w+)" checked', page) == ["transvaginal"]


@pytest.mark.parametrize(
    ("language", "sentence"),
    [("en", "looks like centimetres: write 22 mm"), ("zh-hans", "像是以厘米为单位：请写22 mm")],
)
def test_a_length_that_may_be_centimetres_is_questioned_and_what_was_typed_stays(
    ms_wang: Woman, client_of: In, language: str, sentence: str
) -> None:
    client = client_of("nurse")
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = language
    before = Event.objects.count()
    page = send(client, ms_wang, "scan", length="2.2", funnel="v").content.decode()

    assert sentence in page
    assert 'value="2.2"' in page
    assert 'value="v" checked' in page
    assert Event.objects.count() == before


def test_a_day_to_come_is_refused_beside_the_day(ms_wang: Woman, client_of: In) -> None:
    day = ward.DAY + timedelta(1)

    assert (
        "lies in the future"
        in send(client_of("nurse"), ms_wang, "scan", length="31", on=day.isoformat()).content.decode()
    )


def test_the_same_form_sent_twice_is_saved_once(ms_wang: Woman, client_of: In) -> None:
    client = client_of("nurse")
    sent = {**hidden(client, address(ms_wang, "scan")), "on": ward.DAY.isoformat(), "length": "31"}
    first, second = (client.post(address(ms_wang, "scan"), sent) for _ in range(2))

    assert first.status_code == second.status_code == 302
    assert ms_wang.history.filter(action="scanned").count() == 1


def test_a_record_changed_meanwhile_is_shown_and_what_was_typed_stays_and_can_be_saved(
    ms_wang: Woman, client_of: In
) -> None:
    nurse = client_of("nurse")
    sent = {**hidden(nurse, address(ms_wang, "scan")), "on": ward.DAY.isoformat(), "length": "31"}
    send(client_of("doctor"), ms_wang, "examination", contractions="no")
    page = nurse.post(address(ms_wang, "scan"), sent).content.decode()

    assert f"doctor recorded an examination ({ward.DAY}): contractions: no" in page
    assert 'value="31"' in page
    again = {name: re.findall(rf'name="{name}" value="([^"]*)"', page)[0] for name in ("seen", "key")}
    assert nurse.post(address(ms_wang, "scan"), {**sent, **again}).status_code == 302


@pytest.mark.parametrize(("kind", "first"), [("scan", "length"), ("examination", "dilatation"), ("decline", "")])
def test_the_keyboard_stands_on_what_is_typed_first(ms_wang: Woman, client_of: In, kind: str, first: str) -> None:
    page = client_of("doctor").get(address(ms_wang, kind)).content.decode()

    assert re.findall(r'<input id="f-(\w+)"[^>]* autofocus', page) == ([first] if first else [])


def test_an_examination_of_nothing_is_no_examination(ms_wang: Woman, client_of: In) -> None:
    page = send(client_of("doctor"), ms_wang, "examination")

    assert page.status_code == 200
    assert "Nothing is filled in: tell at least one finding" in page.content.decode()
    assert not ms_wang.history.filter(action="examined").exists()


def test_an_examination_keeps_what_was_found_and_leaves_the_rest_unknown(ms_wang: Woman, client_of: In) -> None:
    send(client_of("doctor"), ms_wang, "examination", dilatation="2", membranes="bulging", contractions="no",
         temperature="36.8")  # fmt: skip
    known = known_on(case_of(ms_wang), ward.DAY).facts.values

    assert known["dilatation"] == (200, 200)
    assert known["membranes"] == "bulging"
    assert "crp" not in known


def test_what_contradicts_is_refused_in_the_readers_words(ms_wang: Woman, client_of: In) -> None:
    page = send(client_of("doctor"), ms_wang, "examination", dilatation="0", membranes="bulging").content.decode()

    assert "membranes cannot bulge through a cervix that is not open" in page


def test_the_heartbeat_is_present_absent_or_not_looked_for(ms_wang: Woman, client_of: In) -> None:
    client = client_of("nurse")
    for language, words in (("en", "present|absent|not looked for"), ("zh-hans", "有|无|未查")):
        client.cookies[settings.LANGUAGE_COOKIE_NAME] = language
        page = client.get(address(ms_wang, "examination")).content.decode()
        assert re.findall(r'name="alive" value="\w+">([^<]*)<', page) == words.split("|")
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = "en"
    send(client, ms_wang, "examination", alive="unknown", dilatation="2")

    assert "alive" not in known_on(case_of(ms_wang), ward.DAY).facts.values
    assert "not looked for" in client.get(reverse("events", args=(ms_wang.pk,))).content.decode()


def test_only_a_doctor_records_a_death_or_takes_it_back(ms_wang: Woman, client_of: In) -> None:
    nurse, doctor = client_of("nurse"), client_of("doctor")
    assert 'name="babies_died"' not in nurse.get(address(ms_wang, "examination")).content.decode()
    send(nurse, ms_wang, "examination", alive="no", babies_died="1")
    assert "babies_died" not in known_on(case_of(ms_wang), ward.DAY).facts.values
    form = reverse("history_form", args=(ms_wang.pk,))
    refused = nurse.post(form, {**hidden(nurse, form), "babies_died": "1"}).content.decode()
    assert "may not record" in refused

    send(doctor, ms_wang, "examination", babies_died="1")
    assert known_on(case_of(ms_wang), ward.DAY + timedelta(200)).facts.values["babies_died"] == (1, 1)
    last = ms_wang.history.last()
    assert last is not None
    there = reverse("withdraw", args=(ms_wang.pk, last.number))
    assert "ask somebody who may record it" in nurse.get(there).content.decode()
    assert "ask somebody who may record it" not in doctor.get(there).content.decode()


def test_a_danger_told_by_an_examination_is_not_taken_away_by_an_answer_of_the_history(
    ms_wang: Woman, client_of: In
) -> None:
    client = client_of("doctor")
    send(client, ms_wang, "examination", labour="yes", contractions="yes")
    there = reverse("history", args=(ms_wang.pk,)) + "?ask=labour"
    client.post(there, {**hidden(client, there), "question": "labour", "said": "no", "again": "1"})
    send(client, ms_wang, "examination", contractions="no")
    ms_wang.refresh_from_db()
    case, problems = read(ms_wang.document)
    assert case is not None

    assert {one.conflict is not None for one in problems} == {True}
    known = known_on(case, ward.DAY).facts.values
    assert (known["labour"], known["contractions"]) == (True, True)
    assert ms_wang.history.filter(action="examined").count() == 2
    form = client.get(reverse("history_form", args=(ms_wang.pk,))).content.decode()
    assert '<option value="yes" selected>' in form.split('name="labour"')[1].split("</select>")[0]
    assert '<option value="yes" selected>' in form.split('name="contractions"')[1].split("</select>")[0]
    there = reverse("history_form", args=(ms_wang.pk,))
    client.post(there, {**hidden(client, there), "labour": ""})
    assert client.get(reverse("woman", args=(ms_wang.pk,))).status_code == 200


CERCLAGE = {
    "technique": "mcdonald", "indication": "history", "anaesthesia": "spinal", "material": "tape", "sutures": "1",
    "bites": "5", "depth_judged": "shallow", "blood_loss": "20", "membranes_before": "not_visible",
    "remove_where": "outpatients",
}  # fmt: skip


def test_a_cerclage_opens_the_removal_window_and_shows_it_at_once(
    ms_wang: Woman, client_of: In, monkeypatch: pytest.MonkeyPatch
) -> None:
    day = date(2026, 4, 16)
    at(monkeypatch, day)
    client = client_of("surgeon")
    answer = send(client, ms_wang, "cerclage", **CERCLAGE, on=day.isoformat())
    page = client.get(answer.url).content.decode()

    assert "2026-09-23" in page  # 36w0d under every due date two days either side
    assert "2026-09-26" in page  # 37w0d likewise: the last day inside, as Today says it
    assert "36w0d" in page
    assert "perhaps too shallow" in page  # kept as said, never scored
    placed = case_of(ms_wang).pregnancy.cerclages[0]  # type: ignore[union-attr]
    assert (placed.technique, placed.route, placed.indication) == ("mcdonald", "vaginal", "history")
    assert ms_wang.history.last().data["operation"]["bites"] == "5"  # type: ignore[union-attr]


def test_a_window_shorter_than_the_dating_is_uncertain_is_said_and_not_left_out(
    ms_wang: Woman, client_of: In, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = client_of("surgeon")
    send(client, ms_wang, "begin", by="crl", day="2026-04-06", gestation="12w0d", within="5", correction="yes")
    at(monkeypatch, date(2026, 4, 16))
    page = client.get(send(client, ms_wang, "cerclage", **CERCLAGE, on="2026-04-16").url).content.decode()

    assert "no day lies in it under every due date" in page
    assert "2026-09-16" in page
    assert "2026-10-03" in page  # 37w0d by the latest due date


def test_a_nurse_may_not_record_an_operation(ms_wang: Woman, client_of: In) -> None:
    assert client_of("nurse").get(address(ms_wang, "cerclage")).status_code == 403
    assert client_of("nurse").post(address(ms_wang, "removal")).status_code == 403


@pytest.mark.parametrize("role", ["registrar", "administrator", "outsider"])
def test_nobody_outside_her_care_opens_an_entry(ms_wang: Woman, client_of: In, role: str) -> None:
    assert client_of(role).get(address(ms_wang, "scan")).status_code == 403
    assert client_of(role).get(reverse("register")).status_code == 403


def test_an_unknown_kind_of_entry_is_not_found(ms_wang: Woman, client_of: In) -> None:
    assert client_of("doctor").get(address(ms_wang, "gossip")).status_code == 404


def test_the_end_asks_for_a_suture_that_is_in_and_saves_both_or_neither(
    ms_wang: Woman, client_of: In, monkeypatch: pytest.MonkeyPatch
) -> None:
    client, birth = client_of("surgeon"), date(2026, 10, 12)
    at(monkeypatch, birth)
    send(client, ms_wang, "cerclage", **CERCLAGE, on="2026-04-16")
    before = ms_wang.history.count()

    page = send(client, ms_wang, "end", outcome="live_birth", on=birth.isoformat())
    assert "A suture is recorded as in" in page.content.decode()
    page = send(client, ms_wang, "end", outcome="live_birth", suture="out", removed_on="2026-04-01", on=str(birth))
    assert "before it was placed" in page.content.decode()
    assert ms_wang.history.count() == before
    send(client, ms_wang, "end", outcome="live_birth", suture="out", removed_on="2026-09-24", on=birth.isoformat())

    third = known_on(case_of(ms_wang), birth).facts.lists["earlier"].records[2]
    assert (third["outcome"], third["cerclage"], third["cerclage_removed"]) == ("live_birth", "history", (253, 257))


def test_a_second_pregnancy_begins_with_the_first_in_her_history(
    ms_wang: Woman, client_of: In, monkeypatch: pytest.MonkeyPatch
) -> None:
    client, birth, later = client_of("doctor"), date(2026, 10, 12), date(2027, 3, 1)
    at(monkeypatch, birth)
    send(client, ms_wang, "end", outcome="live_birth", on=birth.isoformat())
    at(monkeypatch, later)
    send(client, ms_wang, "begin", by="lmp", day="2027-01-11", within="7", on=later.isoformat())
    case = case_of(ms_wang)

    assert len(case.earlier) == 3
    assert case.pregnancy is not None
    assert case.pregnancy.observations == ()


def test_a_dating_is_corrected_only_when_somebody_says_so(ms_wang: Woman, client_of: In) -> None:
    client = client_of("doctor")
    refused = send(client, ms_wang, "begin", by="lmp", day="2026-01-19")
    send(client, ms_wang, "begin", by="crl", day="2026-04-06", gestation="11w0d", within="3", correction="yes")

    assert refused.status_code == 200
    assert case_of(ms_wang).pregnancy.gestation(ward.DAY) == (74, 80)  # type: ignore[union-attr]


def test_a_scan_that_dates_needs_its_gestation(ms_wang: Woman, client_of: In) -> None:
    page = send(client_of("doctor"), ms_wang, "begin", by="crl", day="2026-04-06", correction="yes")

    assert 'id="wrong-gestation"' in page.content.decode()


def test_a_step_of_her_plan_is_declined_with_her_reason(ms_wang: Woman, client_of: In) -> None:
    client = client_of("nurse")
    refused = send(client, ms_wang, "decline", step="cerclage")
    send(client, ms_wang, "decline", step="cerclage", reason="wants to wait for the scan")

    assert 'id="wrong-reason"' in refused.content.decode()
    (declined,) = case_of(ms_wang).pregnancy.declined  # type: ignore[union-attr]
    assert (declined.step, declined.reason) == ("cerclage", "wants to wait for the scan")


def test_the_events_alone_give_the_record(ms_wang: Woman, client_of: In) -> None:
    from fullterm.care.record.events import RecordEvent

    send(client_of("nurse"), ms_wang, "scan", length="31")
    ms_wang.refresh_from_db()

    assert fold(RecordEvent(one.action, one.on, one.data) for one in ms_wang.history.all()) == ms_wang.document


def test_registering_a_woman_begins_her_history(client_of: In) -> None:
    client = client_of("nurse")
    answer = client.post(reverse("register"), {"number": "A-77", "name": "李梅", "phone": "139", "language": "zh"})
    woman = Woman.objects.get(number="A-77")

    assert answer.url == reverse("history", args=(woman.pk,))
    assert client.get(answer.url).status_code == 200
    twice = client.post(reverse("register"), {"number": "A-77", "name": "x", "language": "en"}).content.decode()
    assert "registered already" in twice
    assert 'value="x"' in twice


@pytest.mark.parametrize("page", ["register", "emergency_start"])
def test_who_registered_a_woman_when_and_as_whom_is_the_first_event_of_her_record(page: str, client_of: In) -> None:
    client = client_of("nurse")
    key = re.findall(r'name="key" value="([^"]*)"', client.get(reverse(page)).content.decode())[0]
    told = {"number": "A-78", "name": "李梅", "phone": "139", "language": "zh", "key": key}
    first, again = client.post(reverse(page), told), client.post(reverse(page), told)  # the button pressed twice
    woman = Woman.objects.get()
    event = woman.history.get()
    assert first.status_code == again.status_code == 302
    assert first["Location"] == again["Location"]
    assert (event.action, event.actor.username, event.on, woman.events) == ("registered", "nurse", ward.DAY, 1)
    assert event.data == {"record_number": "A-78", "name": "李梅", "phone": "139", "language": "zh"}
    assert woman.document == {}
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = "zh-hans"
    shown = client.get(reverse("events", args=[woman.pk])).content.decode()
    assert "病案号" in shown
    assert "中文" in shown
    assert client.get(reverse("woman", args=[woman.pk])).status_code == 200
    assert "woman_field" not in shown


def test_a_refusal_without_a_chinese_sentence_is_shown_as_it_is() -> None:
    assert in_words("something new is wrong", "zh") == "Something new is wrong"
