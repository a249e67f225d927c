"""People: accounts made, changed and closed by administrators, and never by anybody else."""

from __future__ import annotations

import re
import uuid
from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from fullterm.clinic.base.refused import Refused
from fullterm.clinic.models import Change, Role, User
from fullterm.clinic.text.refusals_zh import in_words
from fullterm.clinic.write import accounts as people
from tests.clinic.ward import PASSWORD

SignIn = Callable[[str], Client]
NEW = {"username": "lihua", "name": "李华", "role": "nurse"}
PICTURES = Path(__file__).parent.parent / "artefacts"
OWN = "a long one of her own 42"


def made(client: Client, **more: str) -> Any:
    return client.post(reverse("people_new"), {**NEW, "key": str(uuid.uuid4()), **more})


def shown_password(answer: Any) -> str:
    found = re.search(r"<code>([a-z0-9-]+)</code>", answer.content.decode())
    assert found is not None
    return found[1]


def sign_in(name: str, password: str) -> tuple[Client, Any]:
    client = Client()
    return client, client.post(reverse("account_login"), {"login": name, "password": password})


def deed(client: Client, whom: User, what: str, **more: str) -> Any:
    return client.post(reverse("person_change", args=(whom.pk, what)), {"key": str(uuid.uuid4()), **more}, follow=True)


pytestmark = pytest.mark.django_db


# ---- an account is made


def test_a_new_account_gets_a_password_that_is_shown_once_and_kept_nowhere(client_of: SignIn) -> None:
    client = client_of("administrator")
    answer = made(client)
    password = shown_password(answer)
    user = User.objects.get(username="lihua")

    assert re.fullmatch(r"(\w{4}-){3}\w{4}", password)
    assert user.check_password(password)
    assert (user.role, user.first_name) == (Role.NURSE, "李华")
    assert "no-store" in answer["Cache-Control"]
    assert password not in client.get(reverse("person", args=(user.pk,))).content.decode()
    assert password not in str(list(Change.objects.values()))


def test_the_same_form_sent_twice_makes_one_account_and_shows_no_second_password(client_of: SignIn) -> None:
    client, key = client_of("administrator"), str(uuid.uuid4())
    made(client, key=key)
    again = made(client, key=key)
    assert again.status_code == 422
    assert "<code>" not in again.content.decode()
    assert Change.objects.filter(whom__username="lihua").count() == 1


@pytest.mark.parametrize(
    ("username", "said"),
    [
        ("nurse", "There is an account &#x27;nurse&#x27; already"),
        ("NURSE", "There is an account &#x27;NURSE&#x27; already"),
        ("li hua", "cannot be a sign-in name"),
        ("", "This is needed"),
    ],
)
def test_a_name_that_cannot_be_used_is_refused_beside_its_field_and_nothing_typed_is_lost(
    client_of: SignIn, username: str, said: str
) -> None:
    answer = made(client_of("administrator"), username=username)
    text = answer.content.decode()
    assert answer.status_code == 422
    assert said in text
    assert "李华" in text
    assert not Change.objects.exists()


def test_the_first_sign_in_leads_to_a_password_of_her_own_and_nowhere_else(client_of: SignIn) -> None:
    password = shown_password(made(client_of("administrator")))
    client, _ = sign_in("lihua", password)
    change = reverse("account_change_password")

    for path in ("/", "/today/", reverse("women"), reverse("mfa_index")):
        assert client.get(path)["Location"] == change, path
    same = client.post(change, {"oldpassword": password, "password1": password, "password2": password})
    assert "choose another one" in same.content.decode()
    assert client.get("/").status_code == 302
    client.post(change, {"oldpassword": password, "password1": OWN, "password2": OWN})
    assert client.get("/").status_code == 200
    assert sign_in("lihua", password)[1].status_code == 200, "the one-time password is worth nothing any more"
    assert Change.objects.filter(whom__username="lihua").last().action == "own password"  # type: ignore[union-attr]  # there is one


def test_a_one_time_password_lapses_after_a_week_and_says_so_only_to_who_has_it(client_of: SignIn) -> None:
    password = shown_password(made(client_of("administrator")))
    User.objects.filter(username="lihua").update(one_time=timezone.now() - timedelta(seconds=1))
    client, answer = sign_in("lihua", password)
    assert "has lapsed" in answer.content.decode()
    assert client.get("/").status_code == 302
    assert "has lapsed" not in sign_in("lihua", "another one")[1].content.decode()
    assert "lapsed" in client_of("administrator").get(reverse("people")).content.decode()


# ---- an account is changed


def test_a_new_password_ends_her_sessions_and_lifts_the_lock(client_of: SignIn, nurse: User) -> None:
    at_work = client_of("nurse")
    for _ in range(6):
        sign_in("nurse", "wrong")
    assert sign_in("nurse", PASSWORD)[1].status_code == 429
    password = shown_password(deed(client_of("administrator"), nurse, "password"))
    assert at_work.get("/today/").status_code == 302
    assert sign_in("nurse", password)[1].status_code == 302


def test_all_her_sessions_end_at_once_and_her_password_stays(client_of: SignIn, nurse: User) -> None:
    here, there = client_of("nurse"), client_of("nurse")
    assert here.get("/").status_code == there.get("/").status_code == 200
    deed(client_of("administrator"), nurse, "signed-out")
    assert (here.get("/").status_code, there.get("/").status_code) == (302, 302)
    assert sign_in("nurse", PASSWORD)[1].status_code == 302


def test_a_closed_account_opens_nothing_and_reopened_it_brings_no_old_session_back(
    client_of: SignIn, nurse: User
) -> None:
    at_work, administrator = client_of("nurse"), client_of("administrator")
    deed(administrator, nurse, "closed")
    assert at_work.get("/").status_code == 302
    assert "errorlist" in sign_in("nurse", PASSWORD)[1].content.decode()
    deed(administrator, nurse, "reopened")
    assert at_work.get("/").status_code == 302
    assert sign_in("nurse", PASSWORD)[1].status_code == 302


def test_a_lost_authenticator_is_taken_away(client_of: SignIn, nurse: User) -> None:
    from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret

    TOTP.activate(nurse, generate_totp_secret())
    assert sign_in("nurse", PASSWORD)[1]["Location"] == reverse("mfa_authenticate")
    page = deed(client_of("administrator"), nurse, "second-step").content.decode()
    assert "authenticator taken away" in page
    assert sign_in("nurse", PASSWORD)[1]["Location"] == "/"
    assert "nothing to take away" in deed(client_of("administrator"), nurse, "second-step").content.decode()


def test_a_role_and_a_name_are_changed_and_both_stand_in_the_history(client_of: SignIn, nurse: User) -> None:
    administrator = client_of("administrator")
    deed(administrator, nurse, "role", role="doctor")
    page = deed(administrator, nurse, "renamed", name="Zhang San").content.decode()
    nurse.refresh_from_db()
    assert (nurse.role, nurse.get_full_name()) == ("doctor", "Zhang San")
    assert "role: nurse → doctor" in page
    assert "name: – → Zhang San" in page
    everything = administrator.get(reverse("people_changes")).content.decode()
    assert "role: nurse → doctor" in everything
    assert "administrator" in everything


def test_the_same_change_sent_twice_is_carried_out_once(client_of: SignIn, nurse: User) -> None:
    client, key = client_of("administrator"), str(uuid.uuid4())
    first = shown_password(deed(client, nurse, "password", key=key))
    again = deed(client, nurse, "password", key=key)
    assert "shown only once" in again.content.decode()
    nurse.refresh_from_db()
    assert nurse.check_password(first)


def test_every_change_of_an_account_is_kept_for_good(client_of: SignIn, nurse: User) -> None:
    deed(client_of("administrator"), nurse, "closed")
    for spoil in (Change.objects.all().delete, lambda: Change.objects.update(action="made")):
        with pytest.raises(DatabaseError, match="never changed or deleted"), transaction.atomic():
            spoil()
    assert Change.objects.get().actor.username == "administrator"  # type: ignore[union-attr]  # she did it


# ---- the last administrator


@pytest.mark.parametrize("name", ["role", "closed", "password"])
def test_nobody_changes_her_own_account_by_mistake(client_of: SignIn, administrator: User, name: str) -> None:
    client = client_of("administrator")
    page = deed(client, administrator, name, role="nurse").content.decode()
    administrator.refresh_from_db()
    assert "This is your own account" in page
    assert (administrator.is_active, administrator.role) == (True, Role.ADMINISTRATOR)
    assert administrator.check_password(PASSWORD)
    assert not Change.objects.exists()


def test_who_is_no_administrator_any_more_changes_nobody(administrator: User, nurse: User) -> None:
    User.objects.filter(pk=administrator.pk).update(role=Role.NURSE)
    with pytest.raises(Refused, match="only an administrator"):
        people.change(nurse.pk, "closed", administrator)
    with pytest.raises(Refused, match="only an administrator"):
        people.make("new", "New", "nurse", administrator)


class Administrators(TestCase):
    """Whatever administrators do to each other, one of them can still act."""

    @hypothesis_settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
    @given(
        st.lists(
            st.tuples(st.integers(0, 3), st.integers(0, 3), st.sampled_from(["closed", "reopened", "role", "back"])),
            max_size=25,
        )
    )
    def test_one_administrator_is_always_left(self, deeds: list[tuple[int, int, str]]) -> None:
        everybody = [User.objects.create(username=f"a{n}", role=Role.ADMINISTRATOR) for n in range(4)]
        for by, whom, what in deeds:
            data = {"role": "administrator" if what == "back" else "nurse"}
            action = "role" if what in ("role", "back") else what
            with suppress(Refused):
                people.change(everybody[whom].pk, action, everybody[by], data)
        assert User.objects.filter(role=Role.ADMINISTRATOR, is_active=True).exists()


# ---- the first administrator, and the way back in


def test_the_first_administrator_is_made_on_the_command_line(db: None, capsys: pytest.CaptureFixture[str]) -> None:
    call_command("administrator", "--missing")
    assert "fullterm manage administrator NAME" in capsys.readouterr().out
    call_command("administrator", "chief")
    password = capsys.readouterr().out.split()[-1]
    assert sign_in("chief", password)[1].status_code == 302
    call_command("administrator", "--missing")
    assert capsys.readouterr().out == ""
    with pytest.raises(CommandError, match="there is an account 'chief' already"):
        call_command("administrator", "chief")


def test_an_administrator_who_was_locked_out_comes_back_with_again(
    administrator: User, capsys: pytest.CaptureFixture[str]
) -> None:
    from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret

    TOTP.activate(administrator, generate_totp_secret())
    User.objects.filter(pk=administrator.pk).update(is_active=False, role=Role.NURSE)
    call_command("administrator", "administrator", "--again")
    password = capsys.readouterr().out.split()[-1]
    assert sign_in("administrator", password)[1]["Location"] == "/"
    did = list(Change.objects.values_list("action", "actor"))
    assert did == [("reopened", None), ("role", None), ("second step", None), ("password", None)]
    with pytest.raises(CommandError, match="there is no account 'nobody'"):
        call_command("administrator", "nobody", "--again")


# ---- the list


def test_people_are_found_by_name_sign_in_name_and_role_in_both_languages(client_of: SignIn, nurse: User) -> None:
    nurse.first_name = "张护士长"
    nurse.save()
    client = client_of("administrator")

    def found(sought: str, language: str = "en") -> list[str]:
        page = client.get(reverse("people"), {"q": sought}, headers={"accept-language": language}).content.decode()
        return re.findall(r'<th scope="row"><a href="[^"]+">([^<]+)<', page)

    assert found("张护士") == found("nur") == ["nurse"]
    assert found("surgeon") == ["surgeon"]
    assert found("手术医生", "zh") == ["surgeon"]
    assert found("nobody like this") == []
    assert "Nobody fits" in client.get(reverse("people"), {"q": "nobody like this"}).content.decode()


def test_an_administrator_who_is_alone_is_told_what_to_do(db: None) -> None:
    client = Client()
    client.force_login(
        User.objects.create(username="chief", role=Role.ADMINISTRATOR), "django.contrib.auth.backends.ModelBackend"
    )
    assert "Nobody else has an account yet" in client.get(reverse("people")).content.decode()


def test_every_refusal_of_a_change_is_said_in_chinese() -> None:
    sentences = [
        "'li hua' cannot be a sign-in name: write letters, digits and . - _ @ + without a space",
        "this sign-in name is too long: write up to 150 letters",
        people._taken("lihua"),
        "this was done already, and a one-time password is shown only once: open the page again",
        "this is your own account: another administrator changes it, so that nobody locks herself out",
        "only an administrator changes accounts, and your account is none any more",
        "'boss' is no role here: choose one of them",
        "lihua has this role already: choose another, or leave the page",
        "this account is closed already",
        "this account is open already",
        "no authenticator is set up on this account: there is nothing to take away",
        "this account has not been signed on to through the hospital's directory: there is nothing to forget",
    ]
    for sentence in sentences:
        assert not re.search("[a-z]{8}", in_words(sentence, "zh")), sentence


# ---- the first page


def test_each_role_lands_where_its_work_begins(client_of: SignIn) -> None:
    assert client_of("administrator").get("/")["Location"] == reverse("people")
    for who in ("doctor", "nurse", "surgeon"):
        answer = client_of(who).get("/")
        assert answer.status_code == 200
        assert 'aria-current="page"' in answer.content.decode()
    for who in ("registrar", "outsider"):
        answer = client_of(who).get("/", follow=True)
        assert answer.status_code == 200
        assert "Not for your role" not in answer.content.decode()


def test_a_role_without_a_page_is_told_whom_to_ask(
    client_of: SignIn, administrator: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("fullterm.clinic.web.home.NAVIGATION", ("today", "people"))
    page = client_of("registrar").get("/").content.decode()
    assert "The registrar keeps the registry" in page
    assert "<li>administrator</li>" in page


# ---- in a browser


CHROMIUM_SAYS = {
    "en": {"new": "Make an account", "done": "I have passed it on", "out": "Sign out", "wrong": "This is needed",
           "own": "Choose your own password", "role": "nurse"},
    "zh-hans": {"new": "新建账户", "done": "已交给本人", "out": "退出登录", "wrong": "此项必填",
                "own": "设置您自己的密码", "role": "护士"},
}  # fmt: skip


def code_of(secret: str) -> str:
    from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time

    return format_hotp_value(hotp_value(secret, next(iter(yield_hotp_counters_from_time()))))


@pytest.mark.parametrize("language", ["en", "zh-hans"])
@pytest.mark.django_db(transaction=True)
def test_a_nurse_gets_an_account_and_signs_in_for_the_first_time(
    browser: Any, live_server: Any, staff: dict[str, User], settings: Any, language: str
) -> None:
    """The administrator's browser makes it; the nurse's phone chooses a password and sets up an authenticator."""
    said = CHROMIUM_SAYS[language]
    root = live_server.url

    def opened(width: int) -> Any:
        context = browser.new_context(viewport={"width": width, "height": 844})
        context.add_cookies([{"name": "language", "value": language, "url": root}])
        page = context.new_page()
        page.set_default_timeout(15_000)
        return page

    def fits(page: Any, name: str) -> None:
        PICTURES.mkdir(exist_ok=True)
        page.screenshot(path=PICTURES / f"people-{language}-{name}.png", full_page=True)
        width = page.viewport_size["width"]
        assert page.evaluate("document.documentElement.scrollWidth") <= width, name

    def signs_in(page: Any, name: str, password: str) -> None:
        page.goto(root + "/accounts/login/")
        page.locator('[name="login"]').fill(name)
        page.locator('[name="password"]').fill(password)
        page.locator("main button").click()

    office = opened(1280)
    signs_in(office, "administrator", PASSWORD)
    office.wait_for_url("**/people/")
    office.get_by_role("link", name=said["new"]).click()
    office.locator('[name="username"]').fill("lihua")
    office.get_by_role("button", name=said["new"]).click()
    assert said["wrong"] in office.locator("main").inner_text()
    assert office.locator('[name="username"]').input_value() == "lihua"
    fits(office, "1-wrong")
    office.locator('[name="name"]').fill("李华")
    office.get_by_label(said["role"], exact=True).check()
    office.get_by_role("button", name=said["new"]).click()
    password = office.locator(".people-password code").inner_text()
    fits(office, "2-password")
    office.get_by_role("link", name=said["done"]).click()
    fits(office, "3-person")
    person = office.url
    assert password not in office.content()

    settings.SECOND_STEP = True
    phone = opened(390)
    signs_in(phone, "lihua", password)
    phone.wait_for_url("**/password/change/")
    assert said["own"] in phone.locator("h1").inner_text()
    fits(phone, "4-own-password")
    for field, value in (("oldpassword", password), ("password1", OWN), ("password2", OWN)):
        phone.locator(f'[name="{field}"]').fill(value)
    phone.locator("main button").click()
    phone.wait_for_url("**/2fa/totp/activate/")
    fits(phone, "5-authenticator")
    secret = phone.locator("#authenticator_secret").input_value()
    phone.locator('[name="code"]').fill(code_of(secret))
    phone.locator("main form button").click()
    phone.wait_for_url("**/2fa/recovery-codes/")
    fits(phone, "6-codes")
    spare = phone.locator(".codes li").first.inner_text()
    phone.goto(root + "/")
    assert phone.locator("header nav [aria-current]").count() == 1
    phone.get_by_role("button", name=said["out"]).click()
    phone.wait_for_url("**/login/")
    signs_in(phone, "lihua", OWN)
    phone.wait_for_url("**/2fa/authenticate/")
    fits(phone, "7-code")

    assert phone.goto(root + "/").url.endswith("/2fa/authenticate/"), "a code short of inside"
    phone.locator('[name="code"]').fill(spare)
    phone.locator("main form button").first.click()
    phone.wait_for_url(root + "/")
    settings.SECOND_STEP = False  # this administrator has none
    office.goto(person)
    fits(office, "8-history")
    assert office.locator(".people-changes tbody tr").count() == 2
    office.context.close()
    phone.context.close()
