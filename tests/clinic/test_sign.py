"""Decide and sign: nothing chosen beforehand, frozen as shown, a new version each time, and what has changed since."""

from __future__ import annotations

import re
from collections.abc import Callable
from copy import deepcopy
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from fullterm.care.record.events import RecordEvent
from fullterm.care.signing.signature import diagnosed, is_whole
from fullterm.clinic.base import settings_in_force as hospital
from fullterm.clinic.base.refused import Refused
from fullterm.clinic.models import Event, Row, User, Woman
from fullterm.clinic.write.once import Command
from fullterm.clinic.write.record import act
from tests.clinic import ward
from tests.clinic.ward import DAY, PASSWORD, tell

pytestmark = pytest.mark.django_db
In = Callable[[str], Client]
PICTURES = Path(__file__).parent.parent / "artefacts"
CONFIRMED = {"cause:cervical_insufficiency": "confirmed"}


def address(woman: Woman) -> str:
    return reverse("sign", args=(woman.pk,))


def hidden(client: Client, woman: Woman) -> dict[str, str]:
    page = client.get(address(woman)).content.decode()
    return {name: re.findall(rf'name="{name}" value="([^"]*)"', page)[0] for name in ("seen", "key", "shown")}


def send(client: Client, woman: Woman, *, password: str = PASSWORD, **typed: Any) -> Any:
    return client.post(address(woman), {**hidden(client, woman), "password": password, **typed.get("said", {})})


def signatures(woman: Woman) -> list[Event]:
    return list(woman.history.filter(action="signed").order_by("number"))


def text_of(answer: HttpResponse) -> str:
    return answer.content.decode()


# ---- the page


def test_nothing_on_the_page_is_chosen_beforehand(ms_wang: Woman, client_of: In) -> None:
    page = text_of(client_of("doctor").get(address(ms_wang)))

    assert page.count('type="radio"') > 200
    assert " checked>" not in page
    assert re.findall(r'name="reason:[^"]*" value="([^"]*)"', page) != []
    assert not any(re.findall(r'name="reason:[^"]*" value="([^"]*)"', page))


def test_the_page_shows_the_causes_the_plan_first_and_the_advice_that_applies_or_cannot_be_told(
    ms_wang: Woman, client_of: In
) -> None:
    page = text_of(client_of("doctor").get(address(ms_wang)))
    fields = re.findall(r'name="choice:([^"]*)" value="accepted"', page)

    assert 'name="cause:cervical_insufficiency"' in page
    assert fields[0] == "cerclage"
    assert {"cerclage", "scans", "removal", "acog-142 HI", "nice-ng25 1.2.1"} <= set(fields)
    assert not {"work-up", "correct-uterus", "removal-now"} & set(fields), "done, or not for her"
    assert len(fields) == len(set(fields))
    ids = re.findall(r'\bid="([^"]*)"', page)
    assert len(ids) == len(set(ids))


def test_before_anything_is_told_the_page_leads_to_the_history(client_of: In, doctor: User) -> None:
    woman = Woman.objects.create(number="W-9", name="somebody")
    page = client_of("doctor").get(address(woman))

    assert page.status_code == 200
    assert reverse("history", args=(woman.pk,)) in text_of(page)
    assert "password" not in text_of(page)


# ---- signing


def test_what_is_signed_is_one_event_with_what_was_decided_and_what_was_shown(ms_wang: Woman, client_of: In) -> None:
    said = {
        **CONFIRMED, "choice:cerclage": "accepted", "choice:progesterone": "declined",
        "reason:progesterone": "allergic to it", "choice:acog-142 HI": "deferred", "choice:scans": "open",
    }  # fmt: skip
    before, document = ms_wang.events, deepcopy(ms_wang.document)
    answer = send(client_of("doctor"), ms_wang, said=said)
    (event,) = signatures(ms_wang)
    ms_wang.refresh_from_db()

    assert answer["Location"] == reverse("signed", args=(ms_wang.pk, 1))
    assert (event.number, ms_wang.events, event.actor.username) == (before + 1, before + 1, "doctor")
    data = event.data
    assert is_whole(data)
    assert (data["version"], data["previous"], data["in_pregnancy"]) == (1, "", True)
    assert data["diagnosis"] == {"cervical_insufficiency": "confirmed"}
    assert data["decisions"] == [
        {"of": "cerclage", "kind": "step", "choice": "accepted", "reason": ""},
        {"of": "progesterone", "kind": "step", "choice": "declined", "reason": "allergic to it"},
        {"of": "acog-142 HI", "kind": "advice", "choice": "deferred", "reason": ""},
    ]
    assert data["woman"] == {"number": "W-1", "name": ward.NAME}
    assert data["signer"]["username"] == "doctor"
    assert data["shown"]["document"] == document, "the record as it was before"
    assert PASSWORD not in str(data)
    assert diagnosed(RecordEvent(one.action, one.on, one.data) for one in ms_wang.history.all()) == "confirmed"


@pytest.mark.parametrize(
    ("said", "password", "sentence"),
    [
        ({}, PASSWORD, "Nothing is decided yet"),
        (CONFIRMED, "", "This is not your password"),
        (CONFIRMED, "wrong", "This is not your password"),
        ({"choice:scans": "declined"}, PASSWORD, "Why it is declined is missing: write the reason."),
        ({"choice:scans": "declined", "reason:scans": "  "}, PASSWORD, "Why it is declined is missing"),
    ],
)
def test_what_is_not_signed_is_said_and_nothing_typed_is_lost(
    ms_wang: Woman, client_of: In, said: dict[str, str], password: str, sentence: str
) -> None:
    typed = {**said, "choice:cerclage": "accepted", "reason:removal": "typed & kept"} if said else said
    answer = send(client_of("doctor"), ms_wang, said=typed, password=password)
    page = text_of(answer)

    assert answer.status_code == 200
    assert sentence in page
    assert signatures(ms_wang) == []
    if said:
        assert 'name="choice:cerclage" value="accepted" checked' in page
        assert "typed &amp; kept" in page
    assert "wrong" not in re.findall(r'value="([^"]*)"', page), "a password is never sent back"


def test_what_is_refused_is_refused_in_chinese_too(ms_wang: Woman, client_of: In) -> None:
    client = client_of("doctor")
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = "zh-hans"

    assert "尚未作出任何决定" in text_of(send(client, ms_wang))
    assert "密码不正确" in text_of(send(client, ms_wang, said=CONFIRMED, password="wrong"))
    assert "缺少不采纳的理由" in text_of(send(client, ms_wang, said={"choice:scans": "declined"}))


def test_wrong_passwords_are_counted_as_at_sign_in_and_a_right_one_ends_the_count(
    ms_wang: Woman, client_of: In
) -> None:
    client = client_of("doctor")
    for _ in range(4):
        send(client, ms_wang, said=CONFIRMED, password="wrong")
    assert send(client, ms_wang, said=CONFIRMED).status_code == 302
    answers = [send(client, ms_wang, said=CONFIRMED, password="wrong").status_code for _ in range(6)]
    assert answers == [200] * 5 + [429]
    assert send(client, ms_wang, said=CONFIRMED).status_code == 429, "even with the right one"
    assert len(signatures(ms_wang)) == 1


def test_whoever_is_locked_out_while_signing_keeps_what_was_decided(ms_wang: Woman, client_of: In) -> None:
    client = client_of("doctor")
    typed = {**CONFIRMED, "choice:scans": "declined", "reason:scans": "she lives far away"}
    for _ in range(6):
        answer = send(client, ms_wang, said=typed, password="wrong")
    page = text_of(answer)

    assert answer.status_code == 429
    assert "nothing is signed under your name from here for an hour" in page
    assert "she lives far away" in page
    assert 'name="choice:scans" value="declined" checked' in page
    assert signatures(ms_wang) == []


def test_another_doctors_password_signs_nothing(ms_wang: Woman, client_of: In) -> None:
    User.objects.create_user("colleague", password="a quite different one", role="doctor")
    assert "This is not your password" in text_of(
        send(client_of("doctor"), ms_wang, said=CONFIRMED, password="a quite different one")
    )


def test_a_record_changed_meanwhile_is_said_and_what_was_decided_is_kept(
    ms_wang: Woman, client_of: In, nurse: User
) -> None:
    client = client_of("doctor")
    page = hidden(client, ms_wang)
    tell(ms_wang, nurse, "answered", key="bleeding", said="yes")
    typed = {**CONFIRMED, "choice:scans": "declined", "reason:scans": "she lives far away", "password": PASSWORD}
    answer = client.post(address(ms_wang), {**page, **typed})

    assert "nurse" in text_of(answer)
    assert "she lives far away" in text_of(answer)
    assert signatures(ms_wang) == []
    assert send(client, ms_wang, said=CONFIRMED).status_code == 302, "once the news is seen"


def test_a_page_opened_yesterday_is_read_again_before_it_is_signed(
    ms_wang: Woman, client_of: In, on_day: Callable[[date], None]
) -> None:
    client = client_of("doctor")
    page = hidden(client, ms_wang)
    on_day(DAY + timedelta(1))
    answer = client.post(address(ms_wang), {**page, **CONFIRMED, "password": PASSWORD})

    assert "What this page shows has changed since you opened it" in text_of(answer)
    assert 'value="confirmed" checked' in text_of(answer)
    assert signatures(ms_wang) == []


def test_the_same_signature_sent_twice_is_signed_once(ms_wang: Woman, client_of: In) -> None:
    client = client_of("doctor")
    page = {**hidden(client, ms_wang), **CONFIRMED, "password": PASSWORD}
    answers = [client.post(address(ms_wang), page) for _ in range(2)]

    assert [one["Location"] for one in answers] == [reverse("signed", args=(ms_wang.pk, 1))] * 2
    assert len(signatures(ms_wang)) == 1


def test_only_a_doctor_signs_and_only_what_is_whole(ms_wang: Woman, staff: dict[str, User], client_of: In) -> None:
    send(client_of("doctor"), ms_wang, said=CONFIRMED)
    (event,) = signatures(ms_wang)
    ms_wang.refresh_from_db()
    for name in ("nurse", "surgeon", "registrar", "outsider"):
        with pytest.raises(Refused, match="may not record 'signed'"):
            act(ms_wang.pk, Command("signed", DAY, event.data), staff[name])
    with pytest.raises(Refused, match="version 2 is the next to be signed"):
        act(ms_wang.pk, Command("signed", DAY, event.data), staff["doctor"])


# ---- what a decision does


def test_a_step_the_doctor_declined_stands_under_declined_with_the_reason(ms_wang: Woman, client_of: In) -> None:
    assert Row.objects.get(woman=ms_wang, step="cerclage").tab != "declined"
    said = {"choice:cerclage": "declined", "reason:cerclage": "vaginal surgery is unsafe for her"}
    client = client_of("doctor")
    send(client, ms_wang, said=said)

    assert Row.objects.get(woman=ms_wang, step="cerclage").tab == "declined"
    today = text_of(client.get(reverse("today_tab", args=("declined",))))
    assert "vaginal surgery is unsafe for her" in today
    assert "the doctor decided against it" in today
    page = text_of(client.get(reverse("woman", args=(ms_wang.pk,))))
    assert f"the doctor decided against it on {DAY}" in page
    assert "vaginal surgery is unsafe for her" in page


def test_a_step_accepted_or_deferred_stays_on_today_and_her_page_says_so(ms_wang: Woman, client_of: In) -> None:
    before = Row.objects.get(woman=ms_wang, step="cerclage").tab
    client = client_of("doctor")
    send(client, ms_wang, said={"choice:cerclage": "accepted", "choice:scans": "deferred"})

    assert Row.objects.get(woman=ms_wang, step="cerclage").tab == before
    page = text_of(client.get(reverse("woman", args=(ms_wang.pk,))))
    assert f"The doctor: accepted on {DAY}" in page
    assert f"The doctor: deferred on {DAY}" in page


def test_a_signature_leaves_the_next_pregnancy_alone(
    ms_wang: Woman, client_of: In, doctor: User, on_day: Callable[[date], None]
) -> None:
    """Law 5, through the real database."""
    steps = [one.id for one in hospital.protocol().steps]
    said = {f"choice:{one}": "declined" for one in steps} | {f"reason:{one}": "because" for one in steps}
    send(client_of("doctor"), ms_wang, said=said)
    ended = DAY + timedelta(60)
    on_day(ended + timedelta(400))
    tell(ms_wang, doctor, "pregnancy ended", ended, outcome="loss")
    began = ended + timedelta(390)
    tell(ms_wang, doctor, "pregnancy began", began, due=(began + timedelta(200)).isoformat(), dating="crl")

    assert "decided" not in str(ms_wang.document)
    assert not Row.objects.filter(woman=ms_wang, tab="declined").exists()


# ---- versions


def test_a_signed_version_is_drawn_from_what_was_frozen_alone(
    ms_wang: Woman, client_of: In, doctor: User, on_day: Callable[[date], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    client = client_of("doctor")
    send(client, ms_wang, said={**CONFIRMED, "choice:cerclage": "accepted", "choice:acog-142 HI": "accepted"})
    there = reverse("signed", args=(ms_wang.pk, 1))
    before = text_of(client.get(there))
    on_day(DAY + timedelta(300))
    ms_wang.refresh_from_db()
    tell(ms_wang, doctor, "pregnancy ended", DAY + timedelta(60), outcome="loss")
    ms_wang.refresh_from_db()
    ms_wang.name, ms_wang.document = "Another Name", {"told": "2026-05-01"}
    ms_wang.save(update_fields=["name", "document"])
    doctor.first_name = "Renamed"
    doctor.save()

    def plain(page: str) -> str:
        inner = page.partition('<header class="signed-head">')[2].partition("</main>")[0]
        return re.sub(r'name="csrfmiddlewaretoken"[^>]*', "", inner)

    monkeypatch.setattr("fullterm.care.assess.assessment.assess", None)
    after = text_of(client.get(there))
    assert plain(after) == plain(before) != ""
    for shown in (ward.NAME, "W-1", DAY.isoformat(), signatures(ms_wang)[0].data["hash"], "Signed by", "12w0d"):
        assert shown in after


def test_a_signed_version_can_be_read_by_the_ward_in_both_languages(ms_wang: Woman, client_of: In) -> None:
    send(client_of("doctor"), ms_wang, said={**CONFIRMED, "choice:cerclage": "accepted"})
    there = reverse("signed", args=(ms_wang.pk, 1))
    for who in ("nurse", "surgeon"):
        client = client_of(who)
        assert "cervical insufficiency" in text_of(client.get(there))
        client.cookies[settings.LANGUAGE_COOKIE_NAME] = "zh-hans"
        page = text_of(client.get(there))
        assert "宫颈机能不全" in page
        assert "采纳" in page
        assert address(ms_wang) not in page, "only a doctor signs again"
    assert client_of("doctor").get(reverse("signed", args=(ms_wang.pk, 2))).status_code == 404


def test_the_keyboard_scrolls_the_facts_where_a_phone_cuts_them_off(ms_wang: Woman, client_of: In) -> None:
    page = client_of("doctor").get(reverse("sign", args=(ms_wang.pk,))).content.decode()

    assert '<div class="scroll" tabindex="0" role="group" aria-label="The facts it rests on">' in page


def test_a_later_signature_is_a_new_version_and_says_what_changed(ms_wang: Woman, client_of: In, doctor: User) -> None:
    client = client_of("doctor")
    send(client, ms_wang, said={**CONFIRMED, "choice:cerclage": "accepted"})
    her_page = reverse("woman", args=(ms_wang.pk,))
    assert "nothing has changed since" in text_of(client.get(her_page))
    ms_wang.refresh_from_db()
    tell(ms_wang, doctor, "answered", key="bleeding", said="yes")
    tell(ms_wang, doctor, "answered", key="diabetes", said="no")

    notice = re.findall(r"Signed as version 1 by doctor on .*?</p>", text_of(client.get(her_page)), re.DOTALL)[0]
    assert "new facts 1 · facts changed 1" in notice
    assert "advice reading differently" in notice
    page = text_of(client.get(address(ms_wang)))
    assert "Since version 1" in page
    assert "<del>no</del> → yes" in page
    assert " checked>" not in page, "what was decided before is shown beside it, and chosen by nobody"
    assert "Version 1: confirmed" in re.sub(r"\s+", " ", page)
    send(client, ms_wang, said={"cause:cervical_insufficiency": "rejected"})
    first, second = signatures(ms_wang)
    assert (second.data["version"], second.data["previous"]) == (2, first.data["hash"])
    assert "A newer version was signed" in text_of(client.get(reverse("signed", args=(ms_wang.pk, 1))))


def test_what_was_decided_before_is_taken_over_only_where_it_still_stands_and_only_when_asked(
    ms_wang: Woman, client_of: In, doctor: User
) -> None:
    client = client_of("doctor")
    said = {
        **CONFIRMED,
        "choice:scans": "declined",
        "reason:scans": "she lives far away",
        "choice:cerclage": "accepted",
    }
    send(client, ms_wang, said=said)
    ms_wang.refresh_from_db()
    tell(ms_wang, doctor, "cerclage placed", technique="mcdonald", indication="history", route="vaginal")
    page = text_of(client.get(address(ms_wang) + "?from=1"))
    chosen = re.findall(r'name="([^"]*)" value="([^"]*)" checked', page)

    assert ("cause:cervical_insufficiency", "confirmed") in chosen
    assert not [one for one in chosen if one[0] in ("choice:cerclage", "choice:scans")], "done, and no longer for her"
    assert " checked>" not in text_of(client.get(address(ms_wang) + "?from=7"))


def test_what_was_altered_behind_the_page_is_said(ms_wang: Woman, client_of: In, doctor: User) -> None:
    send(client_of("doctor"), ms_wang, said=CONFIRMED)
    (event,) = signatures(ms_wang)
    forged = event.data | {"version": 2, "diagnosis": {"cervical_insufficiency": "rejected"}}
    Event.objects.create(woman=ms_wang, number=event.number + 1, action="signed", on=DAY, data=forged, actor=doctor,
                         key=ms_wang.pk)  # fmt: skip

    assert "What is kept does not match this hash" in text_of(
        client_of("doctor").get(reverse("signed", args=(ms_wang.pk, 2)))
    )
    assert "matches what is kept" in text_of(client_of("doctor").get(reverse("signed", args=(ms_wang.pk, 1))))


# ---- a step done


def test_a_step_is_marked_done_on_the_page_of_its_own(ms_wang: Woman, client_of: In, doctor: User) -> None:
    woman = Woman.objects.create(number="W-3", name="another")
    for key, said in (("pregnant", "no"), ("adhesions", "yes")):
        tell(woman, doctor, "answered", key=key, said=said)
    client, there = client_of("nurse"), reverse("enter", args=(woman.pk, "done"))
    assert Row.objects.filter(woman=woman, step="correct-uterus", tab="due").exists()
    assert f"{there}?step=correct-uterus" in text_of(client.get(reverse("woman", args=(woman.pk,))))
    page = text_of(client.get(there + "?step=correct-uterus"))
    steps = {one.id: one.done_by for one in hospital.protocol().steps}
    assert {steps[one] for one in re.findall(r'name="step" value="([^"]*)"', page)} == {"nothing"}
    assert re.findall(r'name="step" value="([^"]*)" checked', page) == ["correct-uterus"]
    kept = {name: re.findall(rf'name="{name}" value="([^"]*)"', page)[0] for name in ("seen", "key")}
    answer = client.post(there, {**kept, "step": "correct-uterus", "on": DAY.isoformat(), "note": "hysteroscopy"})

    assert answer.status_code == 302
    assert not Row.objects.filter(woman=woman, step="correct-uterus").exists()
    her = text_of(client.get(reverse("woman", args=(woman.pk,))))
    assert f"marked done on {DAY}" in her
    assert "No step of her plan is to be marked" in text_of(client.get(reverse("enter", args=(ms_wang.pk, "done"))))


def test_a_step_that_something_records_is_not_marked_done(ms_wang: Woman, nurse: User) -> None:
    with pytest.raises(Refused, match="cerclage is not marked done"):
        act(ms_wang.pk, Command("done", DAY, {"step": "cerclage"}), nurse)


# ---- in the browser


@pytest.mark.django_db(transaction=True)
def test_ms_wangs_doctor_decides_signs_and_prints_in_chinese(
    browser: Any, live_server: Any, ms_wang: Woman, client_of: In, tmp_path: Path
) -> None:
    client = client_of("doctor")
    context = browser.new_context(viewport={"width": 390, "height": 844})
    cookies = {
        settings.SESSION_COOKIE_NAME: client.cookies[settings.SESSION_COOKIE_NAME].value,
        settings.LANGUAGE_COOKIE_NAME: "zh-hans",
    }
    context.add_cookies([{"name": one, "value": value, "url": live_server.url} for one, value in cookies.items()])
    page = context.new_page()
    page.set_default_timeout(15_000)
    page.goto(live_server.url + reverse("woman", args=(ms_wang.pk,)))
    page.get_by_role("link", name="决定与签署").click()
    assert page.locator("input:checked").count() == 0
    page.locator('[name="cause:cervical_insufficiency"][value=confirmed]').check()
    page.locator('[name="choice:cerclage"][value=accepted]').check()
    reason = page.locator('[name="reason:progesterone"]')
    assert not reason.is_visible()
    page.locator('[name="choice:progesterone"][value=declined]').check()
    reason.fill("对孕酮过敏")
    page.locator(".sign-group > summary").nth(2).click()
    page.locator('[name="choice:acog-142 HI"][value=accepted]').check()
    page.locator("#password").fill("记错了")
    page.locator("#password").press("Enter")
    assert "密码不正确" in page.locator(".sign-here").inner_text()
    assert reason.input_value() == "对孕酮过敏"
    page.locator("#password").fill(PASSWORD)
    page.locator(".sign-here button").click()

    assert page.url.endswith("/signed/1/")
    for shown in (
        "诊疗决定书",
        ward.NAME,
        "W-1",
        "宫颈机能不全",
        "确诊",
        "对孕酮过敏",
        "12周",
        signatures(ms_wang)[0].data["hash"],
    ):
        assert shown in page.locator("main").inner_text(), shown
    PICTURES.mkdir(exist_ok=True)
    page.set_viewport_size({"width": 1280, "height": 900})
    page.screenshot(path=PICTURES / "sign-诊疗决定书-1280.png", full_page=True)
    page.pdf(path=tmp_path / "signed.pdf", format="A4")
    printed = (tmp_path / "signed.pdf").read_bytes()
    assert printed.startswith(b"%PDF")
    page.emulate_media(media="print")
    assert page.locator(".signed-hand").is_visible()
    assert not page.locator("header.frame").is_visible()
    assert not page.locator(".message").is_visible()
    context.close()
