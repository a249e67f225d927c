"""Signing on through the hospital's directory: allauth against a real OpenID provider on this machine."""

from __future__ import annotations

import html
import http.client
import re
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from allauth.socialaccount.models import SocialAccount
from django.test import Client
from django.urls import reverse

from fullterm.clinic.charts.signature import latest
from fullterm.clinic.models import Change, Role, User, Woman
from fullterm.clinic.web.oidc import role_of
from tests.clinic.directory import CLIENT, SECRET, Directory
from tests.clinic.test_frame import manage
from tests.clinic.ward import PASSWORD, tell

pytestmark = pytest.mark.django_db
BEGIN = "/accounts/oidc/hospital/login/"
NURSE = {"sub": "7f3a", "preferred_username": "nurse", "name": "李护士", "email": "li@hospital.example"}


@pytest.fixture
def directory(settings: Any) -> Iterator[Directory]:
    """The directory, and a clinic that is set up for it."""
    with Directory() as one:
        settings.OIDC, settings.OIDC_NAME = True, "院内统一登录"
        settings.SOCIALACCOUNT_PROVIDERS = {
            "openid_connect": {
                "OAUTH_PKCE_ENABLED": True,
                "SCOPE": ["openid", "profile"],
                "APPS": [
                    {
                        "provider_id": "hospital", "name": "院内统一登录", "client_id": CLIENT, "secret": SECRET,
                        "settings": {"server_url": one.issuer},
                    }
                ],
            }
        }  # fmt: skip
        one.at_desk = dict(NURSE)
        yield one


def signed_on(client: Client | None = None, begin: str = BEGIN) -> tuple[Client, Any]:
    """A browser that goes there and comes back, and the clinic's answer to it."""
    client = client or Client()
    away = client.get(begin)
    assert away.status_code == 302
    there = urlsplit(away["Location"])
    line = http.client.HTTPConnection(there.netloc, timeout=20)
    line.request("GET", f"{there.path}?{there.query}")
    back = urlsplit(line.getresponse().headers["Location"])
    line.close()
    return client, client.get(f"{back.path}?{back.query}")


def text(answer: Any) -> str:
    return str(answer.content.decode())


# ---- who comes in


def test_an_account_of_the_same_name_is_opened_and_known_by_its_number_ever_after(
    directory: Directory, staff: dict[str, User]
) -> None:
    client, answer = signed_on()
    assert (answer.status_code, answer["Location"]) == (302, "/")
    assert client.get("/").status_code == 200
    assert client.get("/").wsgi_request.user == staff["nurse"]
    assert Change.objects.get().action == "linked"

    directory.at_desk["preferred_username"] = "somebody.else"  # renamed there; the number is hers
    again, _ = signed_on()
    assert again.get("/").wsgi_request.user == staff["nurse"]
    assert SocialAccount.objects.count() == 1
    staff["nurse"].refresh_from_db()
    assert (staff["nurse"].role, staff["nurse"].email) == (Role.NURSE, "")


def test_the_button_stands_on_the_sign_in_page_and_leads_to_the_directory_with_a_proof(
    directory: Directory, staff: dict[str, User]
) -> None:
    assert "院内统一登录" in text(Client().get(reverse("account_login")))
    away = urlsplit(Client().get(BEGIN)["Location"])
    asked = parse_qs(away.query)
    assert f"{away.scheme}://{away.netloc}" == directory.issuer
    assert asked["code_challenge_method"] == ["S256"]
    assert asked["redirect_uri"] == [f"http://testserver{BEGIN}callback/"]
    assert sorted(asked["scope"][0].split()) == ["openid", "profile"]


def test_nobody_without_an_account_comes_in_and_none_is_made(directory: Directory, staff: dict[str, User]) -> None:
    directory.at_desk = {"sub": "1", "preferred_username": "stranger", "groups": ["doctors"]}
    client, answer = signed_on()
    assert answer.status_code == 403
    assert "you have no account here" in text(answer)
    assert client.get("/").status_code == 302
    assert not User.objects.filter(username="stranger").exists()


@pytest.mark.parametrize("groups", [["doctors"], "doctors"])
def test_a_mapped_group_makes_an_account_with_its_role(
    directory: Directory, staff: dict[str, User], settings: Any, groups: Any
) -> None:
    settings.OIDC_ROLES = [("groups", "nurses", "nurse"), ("groups", "doctors", "doctor")]
    directory.at_desk = {"sub": "1", "preferred_username": "dr.zhao", "name": "赵医生", "groups": groups}
    client, answer = signed_on()
    assert answer["Location"] == "/"
    made = User.objects.get(username="dr.zhao")
    assert (made.role, made.get_full_name(), made.has_usable_password()) == ("doctor", "赵医生", False)
    assert client.get("/").status_code == 200
    kept = Change.objects.get()
    assert (kept.action, kept.actor, kept.data["by"]) == ("made", None, "directory")
    assert reverse("account_change_password") not in text(client.get(reverse("mfa_index")))


def test_a_mapping_never_changes_the_role_of_an_account_that_is_there(
    directory: Directory, staff: dict[str, User], settings: Any
) -> None:
    settings.OIDC_ROLES = [("groups", "admins", "administrator")]
    directory.at_desk["groups"] = ["admins"]
    signed_on()
    staff["nurse"].refresh_from_db()
    assert staff["nurse"].role == Role.NURSE


@pytest.mark.parametrize("name", ["", "NURSE", "two words"])
def test_a_mapped_role_does_not_make_an_account_whose_name_is_empty_taken_or_none(
    directory: Directory, staff: dict[str, User], settings: Any, name: str
) -> None:
    settings.OIDC_ROLES = [("groups", "nurses", "nurse")]
    directory.at_desk = {"sub": "9", "preferred_username": name, "groups": ["nurses"]}
    _, answer = signed_on()
    assert answer.status_code == 403
    assert User.objects.count() == len(staff)


def test_a_closed_account_stays_closed(directory: Directory, staff: dict[str, User]) -> None:
    User.objects.filter(username="nurse").update(is_active=False)
    client, answer = signed_on()
    assert answer["Location"] == reverse("account_inactive")
    assert "This account is closed" in text(client.get(answer["Location"]))
    assert client.get("/").status_code == 302
    assert not SocialAccount.objects.exists()

    User.objects.filter(username="nurse").update(is_active=True)
    signed_on()
    User.objects.filter(username="nurse").update(is_active=False)
    client, answer = signed_on()
    assert answer["Location"] == reverse("account_inactive")
    assert client.get("/").status_code == 302


def test_a_second_person_of_the_same_name_does_not_get_the_first_ones_account(
    directory: Directory, staff: dict[str, User], client_of: Callable[[str], Client]
) -> None:
    signed_on()
    directory.at_desk["sub"] = "another"
    _, answer = signed_on()
    assert answer.status_code == 403
    assert "belongs to somebody else in the directory" in text(answer)
    client_of("administrator").post(reverse("person_change", args=(staff["nurse"].pk, "unlinked")))
    assert signed_on()[1]["Location"] == "/"
    assert SocialAccount.objects.get().uid == "another"


# ---- the second step is the directory's


def test_who_signs_on_there_is_not_asked_here_and_who_signs_in_here_is(
    directory: Directory, staff: dict[str, User], settings: Any
) -> None:
    from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret

    settings.SECOND_STEP = True
    client, _ = signed_on()
    assert client.get("/").status_code == 200
    assert "院内统一登录: it asks for the second step" in text(client.get(reverse("mfa_index")))
    TOTP.activate(staff["nurse"], generate_totp_secret())
    client, answer = signed_on()
    assert answer["Location"] == "/"
    assert client.get("/").status_code == 200

    by_password = Client()
    answer = by_password.post(reverse("account_login"), {"login": "nurse", "password": PASSWORD})
    assert answer["Location"] == reverse("mfa_authenticate")
    assert by_password.get("/").status_code == 302


def test_a_directory_that_turned_her_away_opens_no_second_step_for_a_password(
    directory: Directory, staff: dict[str, User], settings: Any
) -> None:
    """The nurse signs on, is closed in between, and somebody tries the doctor's password in the same browser."""
    from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret

    signed_on()
    User.objects.filter(username="nurse").update(is_active=False)
    TOTP.activate(staff["doctor"], generate_totp_secret())
    client, _ = signed_on()
    answer = client.post(reverse("account_login"), {"login": "doctor", "password": PASSWORD})
    assert answer["Location"] == reverse("mfa_authenticate")


# ---- a signature: the directory's proof in the place of a password


DOCTOR = {"sub": "d1", "preferred_username": "doctor", "name": "陈医生"}
DECIDED = {"cause:cervical_insufficiency": "confirmed", "choice:cerclage": "deferred", "reason:cerclage": "kept & sent"}


def decide(client: Client, woman: Woman, **typed: str) -> Any:
    there = reverse("sign", args=(woman.pk,))
    page = text(client.get(there))
    hidden = {name: re.findall(rf'name="{name}" value="([^"]*)"', page)[0] for name in ("seen", "key", "shown")}
    return client.post(there, {**hidden, **DECIDED, **typed})


def way_back(answer: Any) -> str:
    """The link to the directory that stands on a page where nothing was signed."""
    return html.unescape(re.findall(rf'href="({BEGIN}[^"]*)"', text(answer))[0])


@pytest.fixture
def by_directory(directory: Directory, staff: dict[str, User]) -> Client:
    """The doctor, whom the directory let in without asking her: it had asked her an hour before."""
    staff["doctor"].set_unusable_password()
    staff["doctor"].save()
    directory.at_desk, directory.asked_at = dict(DOCTOR), time.time() - 3600
    return signed_on()[0]


def test_a_doctor_without_a_password_proves_at_the_directory_who_she_is_and_signs_what_she_had_decided(
    by_directory: Client, ms_wang: Woman
) -> None:
    answer = decide(by_directory, ms_wang)
    page = text(answer)
    assert "your sign-on is older than 5 minutes" in page
    assert 'name="password"' not in page
    assert 'name="choice:cerclage" value="deferred" checked' in page
    assert latest(ms_wang) is None

    _, back = signed_on(by_directory, way_back(answer))
    assert back["Location"] == reverse("sign", args=(ms_wang.pk,)) + "?back=1"
    page = text(by_directory.get(back["Location"]))
    assert "You have just proved in 院内统一登录 who you are" in page
    assert 'name="choice:cerclage" value="deferred" checked' in page
    assert "kept &amp; sent" in page
    hidden = {name: re.findall(rf'name="{name}" value="([^"]*)"', page)[0] for name in ("seen", "key", "shown")}
    answer = by_directory.post(back["Location"], {**hidden, **DECIDED})
    assert answer["Location"] == reverse("signed", args=(ms_wang.pk, 1))
    event = latest(ms_wang)
    assert event is not None
    assert (event.actor.username, event.data["decisions"][0]["reason"]) == ("doctor", "kept & sent")
    assert "kept" not in str(dict(by_directory.session)), "once signed, nothing of it stays in her session"


def test_an_open_session_there_proves_nothing_and_neither_does_a_directory_that_does_not_say_when_it_asked(
    by_directory: Client, ms_wang: Woman, directory: Directory
) -> None:
    answer = decide(by_directory, ms_wang)
    quietly = re.sub(r"&auth_params=[^&]*", "", way_back(answer))
    _, back = signed_on(by_directory, quietly)
    assert "did not say that you have just proved who you are" in text(by_directory.get(back["Location"]))
    assert "older than 5 minutes" in text(decide(by_directory, ms_wang))

    directory.says_when = False
    _, back = signed_on(by_directory, way_back(answer))
    assert "did not say that you have just proved who you are" in text(by_directory.get(back["Location"]))
    assert decide(by_directory, ms_wang).status_code == 200
    assert latest(ms_wang) is None


def test_a_proof_is_good_for_five_minutes_and_for_her_alone(
    by_directory: Client, ms_wang: Woman, directory: Directory, monkeypatch: pytest.MonkeyPatch
) -> None:
    way = way_back(decide(by_directory, ms_wang))
    directory.at_desk = dict(NURSE)
    _, answer = signed_on(by_directory, way)
    assert answer.status_code == 403
    assert "is not the person signed in here" in text(answer)
    assert decide(by_directory, ms_wang).status_code == 200, "the nurse proved nothing for the doctor"
    assert by_directory.get("/").wsgi_request.user.username == "doctor"

    directory.at_desk = dict(DOCTOR)
    signed_on(by_directory, way)
    now = time.time()
    monkeypatch.setattr("fullterm.clinic.base.second_step.time.time", lambda: now + 301)
    assert "older than 5 minutes" in text(decide(by_directory, ms_wang))
    monkeypatch.setattr("fullterm.clinic.base.second_step.time.time", lambda: now + 290)
    assert decide(by_directory, ms_wang).status_code == 302


def test_whoever_signs_in_with_a_password_is_asked_for_it_and_not_for_the_directory(
    directory: Directory, ms_wang: Woman, client_of: Callable[[str], Client]
) -> None:
    client = client_of("doctor")
    assert "This is not your password" in text(decide(client, ms_wang))
    directory.at_desk = dict(DOCTOR)
    signed_on()  # elsewhere
    assert decide(client, ms_wang).status_code == 200
    assert decide(client, ms_wang, password=PASSWORD).status_code == 302


def test_what_changed_while_she_was_away_is_said_and_what_she_decided_is_kept(
    by_directory: Client, ms_wang: Woman, nurse: User
) -> None:
    answer = decide(by_directory, ms_wang)
    tell(ms_wang, nurse, "scanned", length="21 mm", method="transvaginal")
    _, back = signed_on(by_directory, way_back(answer))
    page = text(by_directory.get(back["Location"]))
    assert "What this page shows has changed since you opened it" in page
    assert "kept &amp; sent" in page


# ---- answers that cannot be trusted


@pytest.mark.parametrize(
    "spoil",
    [{"iss": "https://elsewhere.example"}, {"aud": "another client"}, {"exp": 1}, {"sub": "not who asked userinfo"}],
    ids=lambda one: next(iter(one)),
)
def test_a_token_for_somebody_or_something_else_opens_nothing(
    directory: Directory, staff: dict[str, User], spoil: dict[str, Any]
) -> None:
    directory.spoil, directory.userinfo = spoil, dict(NURSE)
    client, answer = signed_on()
    assert client.get("/").status_code == 302
    assert "No account here" in text(answer) or "Signing on did not work" in text(answer)
    assert not SocialAccount.objects.exists()


def test_a_code_used_twice_a_state_made_up_and_a_refusal_there_open_nothing(
    directory: Directory, staff: dict[str, User]
) -> None:
    client = Client()
    client.get(BEGIN)
    answer = client.get(f"{BEGIN}callback/", {"code": "made up", "state": "made up"})
    assert "Signing on did not work" in text(answer)
    directory.refuses = True
    client, answer = signed_on()
    assert answer.status_code == 302
    assert "Signing on did not work" in text(client.get(answer["Location"]))
    assert client.get("/").status_code == 302


def test_a_directory_that_does_not_answer_is_said_in_words(directory: Directory, staff: dict[str, User]) -> None:
    client = Client()
    client.get(BEGIN)
    directory.server.shutdown()
    directory.server.server_close()
    answer = client.get(BEGIN)
    assert answer.status_code == 502
    assert "Signing on did not work" in text(answer)


# ---- what stays closed


def test_with_a_directory_its_other_doors_stay_closed(directory: Directory, client_of: Callable[[str], Client]) -> None:
    for who in ("nobody", "nurse"):
        client = client_of(who)
        for name in ("socialaccount_signup", "socialaccount_connections"):
            assert client.get(reverse(name)).status_code == client.post(reverse(name)).status_code == 404
        for path in ("social/signup/", "social/connections/", "social/login/error/", "oidc/elsewhere/login/"):
            assert client.get(f"/accounts/{path}").status_code == 404, path
    client = client_of("nurse")
    assert client.get(BEGIN, {"process": "connect"}).status_code == 302
    away = urlsplit(client.get(BEGIN, {"process": "connect"})["Location"])
    line = http.client.HTTPConnection(away.netloc, timeout=20)
    line.request("GET", f"{away.path}?{away.query}")
    back = urlsplit(line.getresponse().headers["Location"])
    line.close()
    assert client.get(f"{back.path}?{back.query}").status_code == 403, "nobody links an account by herself"
    assert not SocialAccount.objects.exists()


def test_without_a_directory_there_is_no_button_and_no_door(staff: dict[str, User]) -> None:
    assert "Sign on with" not in text(Client().get(reverse("account_login")))
    assert Client().get(BEGIN).status_code == 404


def test_the_first_mapping_that_fits_counts_and_a_claim_that_is_missing_fits_none(settings: Any) -> None:
    settings.OIDC_ROLES = [
        ("groups", "chiefs", "administrator"),
        ("groups", "doctors", "doctor"),
        ("post", "rn", "nurse"),
    ]
    assert role_of({"groups": ["doctors", "chiefs"]}) == Role.ADMINISTRATOR
    assert role_of({"groups": "doctors"}) == Role.DOCTOR
    assert role_of({"post": "rn"}) == Role.NURSE
    assert role_of({"groups": ["doctors-emeriti"]}) is None
    assert role_of({"groups": "doctors-emeriti"}) is None
    assert role_of({}) is None


# ---- the environment


SET = {"FULLTERM_OIDC_ISSUER": "https://id.example", "FULLTERM_OIDC_CLIENT_ID": "a", "FULLTERM_OIDC_SECRET": "b"}


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"FULLTERM_OIDC_SECRET": ""}, "set FULLTERM_OIDC_CLIENT_ID and FULLTERM_OIDC_SECRET too"),
        ({"FULLTERM_OIDC_ISSUER": "http://id.example"}, "must begin with https://"),
        ({"FULLTERM_OIDC_ROLES": "groups:doctors=docter"}, "names no role of the clinic: docter"),
    ],
)
def test_a_directory_half_set_up_stops_the_start_in_one_sentence(
    tmp_path: Path, more: dict[str, str], said: str
) -> None:
    run = manage("check", FULLTERM_DATA=str(tmp_path), FULLTERM_DEMO="1", **(SET | more))
    assert run.returncode == 1
    assert said in run.stderr
    assert len(run.stderr.splitlines()) == 1


def test_the_environment_sets_it_up(tmp_path: Path) -> None:
    shown = "from django.conf import settings as s; print(s.OIDC, s.OIDC_NAME, s.OIDC_ROLES, s.SOCIALACCOUNT_PROVIDERS)"
    told = SET | {"FULLTERM_OIDC_NAME": "Hospital", "FULLTERM_OIDC_ROLES": "groups:a=doctor, groups:b=nurse"}
    run = manage("shell", "--no-imports", "-c", shown, FULLTERM_DATA=str(tmp_path), FULLTERM_DEMO="1", **told)
    assert run.stdout.startswith("True Hospital [('groups', 'a', 'doctor'), ('groups', 'b', 'nurse')]"), run.stderr
    assert "'server_url': 'https://id.example'" in run.stdout


# ---- in a browser


@pytest.mark.django_db(transaction=True)
def test_a_browser_goes_there_and_comes_back_signed_on(
    browser: Any, live_server: Any, directory: Directory, staff: dict[str, User]
) -> None:
    """With our policy and its cookies: the button is a link, because a form may not be sent on to another host."""
    context = browser.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda one: complaints.append(one.text) if one.type == "error" else None)
    page.goto(live_server.url + "/women/")
    page.get_by_role("link", name="院内统一登录").click()
    page.wait_for_url(live_server.url + "/women/")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert directory.asked[-1] != "/authorize"
    assert complaints == []
    context.close()
