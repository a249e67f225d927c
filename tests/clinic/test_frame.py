"""The frame around every page: its language, headers and error pages, and settings that refuse to be unsafe."""

from __future__ import annotations

import ast
import logging
import os
import re
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.contrib.staticfiles import finders
from django.db import OperationalError, connection
from django.test import Client
from django.urls import reverse

import fullterm.clinic
from fullterm.clinic.base.access import DOES
from fullterm.clinic.models import Woman
from fullterm.clinic.pages.entries.forms import ENTRIES
from fullterm.clinic.pages.letters.views import LETTERS
from fullterm.clinic.web.logs import Discreet
from fullterm.clinic.words import WORDS
from tests.clinic.ward import NAME, PASSWORD

pytestmark = pytest.mark.django_db
SignIn = Callable[[str], Client]
ROOM = Path(fullterm.clinic.__file__).parent
TEMPLATES = sorted(ROOM.rglob("*.html"))
LOGIN = "/accounts/login/"


def text_of(client: Client, path: str, **more: Any) -> str:
    return client.get(path, **more).content.decode()


# ---- language


def test_the_language_is_the_browsers_until_somebody_chooses_one() -> None:
    client = Client()
    assert '<html lang="en">' in text_of(client, LOGIN)
    assert '<html lang="zh-Hans">' in text_of(client, LOGIN, headers={"accept-language": "zh-CN,zh;q=0.9"})
    answer = client.post(reverse("language"), {"language": "zh-hans", "next": LOGIN})
    assert (answer.status_code, answer["Location"]) == (302, LOGIN)
    assert answer.cookies["language"]["httponly"]
    page = text_of(client, LOGIN, headers={"accept-language": "en"})
    assert '<html lang="zh-Hans">' in page
    assert "登录" in page
    client.post(reverse("language"), {"language": "en"})
    assert '<html lang="en">' in text_of(client, LOGIN)


@pytest.mark.parametrize("away", ["https://example.org/", "//example.org", "javascript:alert(1)", ""])
def test_the_language_switch_never_leads_out_of_the_clinic(away: str) -> None:
    assert Client().post(reverse("language"), {"language": "en", "next": away})["Location"] == "/"


def test_a_language_nobody_speaks_here_changes_nothing() -> None:
    assert "language" not in Client().post(reverse("language"), {"language": "xx"}).cookies


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_every_word_a_template_says_is_there(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    said = set(re.findall(r"""{%\s*say\s+["']([^"']+)["'](?!\|)""", text))  # a filter makes another word of it
    assert said <= set(WORDS), sorted(said - set(WORDS))


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_a_template_has_no_words_of_its_own(path: Path) -> None:
    text = re.sub(
        r"{% comment.*?endcomment %}|{% block body_class.*?endblock %}", " ", path.read_text("utf-8"), flags=re.DOTALL
    )
    text = re.sub(r"{#.*?#}|{%.*?%}|{{.*?}}|<[^>]*>", " ", text)
    left = re.sub(r"&\w+;|fullterm|English|中文", " ", text)
    assert re.findall(r"[A-Za-z]{3,}|[\u4e00-\u9fff]+", left) == []


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_nothing_is_inline_so_that_the_policy_can_forbid_it(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert not re.search(r"\sstyle\s*=|<style|\son\w+\s*=|javascript:|<script(?![^>]*src=)", text)


def test_both_languages_say_every_word_and_take_the_same_values() -> None:
    def values(text: str) -> list[str]:
        return sorted(re.findall(r"{(\w*)}", text))

    for name, text in WORDS.items():
        assert text.en.strip(), name
        assert text.zh.strip(), name
        assert len(values(text.en)) == len(values(text.zh)), name


NAMED = {
    "today.outcome.escalated", "today.moved", "today.gone", "today.changed", "emergency.by", "emergency.passed_to",
    "people.done.role", "people.done.renamed", "people.done.second-step", "people.done.signed-out",
    "people.done.unlinked", "people.done.closed", "people.done.reopened", "people.password.says", "form.stale",
    "her.call.number", "entry.example", "letter.foot",
}  # fmt: skip
"""Chinese sentences in which what is filled in is a name, a telephone number or an example: a space sets it apart."""


def test_in_chinese_a_number_and_a_day_stand_without_spaces() -> None:
    spaced = re.compile(r"[\u3400-\u9fff] (?:{\d*}|\d)|(?:{\d*}|\d) [\u3400-\u9fff]")
    assert {name for name, text in WORDS.items() if spaced.search(text.zh)} <= NAMED


LOGS = {"woman_for", "looked", "woman_of_agreement"}
COMPUTED = {"kind": list(ENTRIES), "f'letter {letter}'": [f"letter {one}" for one in LETTERS]}
"""Pages whose name is put together, and what it can come to."""


def pages_logged() -> set[str]:
    """The name of every page under which a look at a woman is kept, as the views write it."""
    found: set[str] = set()
    for path in (ROOM / "pages").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in LOGS:
                page = node.args[2]
                found |= {str(page.value)} if isinstance(page, ast.Constant) else set(COMPUTED[ast.unparse(page)])
    return found


def test_every_page_a_look_is_kept_under_has_a_word() -> None:
    pages = pages_logged()
    assert {"woman", "list", "today", "registry", "scan", "letter passport", "agreement", "emergency"} <= pages
    assert sorted(page for page in pages if f"woman_page.{page}" not in WORDS) == []


@pytest.mark.parametrize("action", sorted(DOES))
def test_every_action_has_its_words(action: str) -> None:
    """What it is called in the list of events, and what somebody did, where two wrote in one record at once."""
    assert f"woman_action.{action}" in WORDS
    assert f"entry.did.{action.replace(' ', '_')}" in WORDS


# ---- what every answer carries


def test_every_answer_carries_the_policy_and_asks_for_no_copy(client_of: SignIn, ms_wang: Woman) -> None:
    for path in (LOGIN, "/", f"/women/{ms_wang.pk}/", "/nowhere/"):
        answer = client_of("doctor").get(path)
        policy = answer["Content-Security-Policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert "frame-ancestors 'none'" in policy
        assert answer["Cache-Control"] in ("no-store", "max-age=0, no-cache, no-store, must-revalidate, private")
        assert (answer["X-Frame-Options"], answer["Referrer-Policy"]) == ("DENY", "same-origin")
        assert answer["X-Content-Type-Options"] == "nosniff"


def test_the_files_the_frame_asks_for_are_served() -> None:
    asked = re.findall(r'(?:href|src)="/static/([^"]+)"', text_of(Client(), LOGIN))
    assert "clinic/clinic.css" in asked
    assert any("htmx" in one for one in asked)
    assert all(finders.find(one) for one in asked)


def test_the_navigation_leads_only_where_the_role_may_go(client_of: SignIn) -> None:
    for who in ("doctor", "nurse", "surgeon", "registrar", "administrator", "outsider"):
        client = client_of(who)
        nav = re.search(r"<nav.*?</nav>", text_of(client, "/accounts/2fa/"), re.DOTALL)
        assert nav is not None
        for path in re.findall(r'href="([^"]+)"', nav[0]):
            assert client.get(path).status_code == 200, (who, path)


# ---- pages that say something went wrong


def test_a_page_that_is_not_there_and_one_that_is_not_yours_say_so_in_both_languages(client_of: SignIn) -> None:
    client = client_of("outsider")
    assert "Nothing here" in text_of(client, "/nowhere/")
    assert "Not for your role" in text_of(client, "/today/")
    client.cookies["language"] = "zh-hans"
    assert "没有找到此页" in text_of(client, "/nowhere/")
    assert "您的角色无权查看此页" in text_of(client, "/today/")


def test_a_page_that_broke_names_nobody_and_needs_nothing_that_may_be_broken(
    client_of: SignIn, ms_wang: Woman, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    client = client_of("doctor")
    client.raise_request_exception = False

    def broken(*_: Any, **__: Any) -> None:
        raise OperationalError(f"Failing row contains ({NAME}, 13800000000)")

    monkeypatch.setattr(connection, "cursor", broken)
    answer = client.get(f"/women/{ms_wang.pk}/")
    assert answer.status_code == 500
    assert "The fault is ours" in answer.content.decode()
    assert not re.search("Wang|1380", answer.content.decode())


def test_a_log_keeps_where_it_failed_and_not_about_whom() -> None:
    row = f"Failing row contains ({NAME}, 13800000000)"
    try:
        raise OperationalError(row)
    except OperationalError:
        record = logging.LogRecord("django.request", logging.ERROR, __file__, 1, "failed", (), sys.exc_info())
    said = Discreet().format(record)
    assert "OperationalError" in said
    assert "test_frame.py" in said
    assert not re.search("Wang|1380", said)


def test_a_name_this_server_does_not_have_is_refused_and_not_a_page_that_broke() -> None:
    client = Client(raise_request_exception=False)
    assert client.get(LOGIN, headers={"host": "evil.example"}).status_code == 400


# ---- settings


def manage(*arguments: str, **surroundings: str) -> subprocess.CompletedProcess[str]:
    kept = {
        name: value for name, value in os.environ.items() if not name.startswith(("FULLTERM_", "DATABASE_", "DJANGO_"))
    }
    return subprocess.run(
        [sys.executable, "-m", "django", *arguments],
        env={**kept, "DJANGO_SETTINGS_MODULE": "fullterm.settings", **surroundings},
        capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip


@pytest.mark.parametrize("secret", [{}, {"FULLTERM_SECRET_KEY": "short"}, {"FULLTERM_SECRET_KEY": "a" * 60}])
def test_without_a_secret_the_clinic_refuses_to_start_in_one_sentence(secret: dict[str, str], tmp_path: Path) -> None:
    run = manage("check", FULLTERM_DATA=str(tmp_path), **secret)
    assert run.returncode == 1
    assert run.stderr.startswith("fullterm does not start without its secret")
    assert len(run.stderr.splitlines()) == 1


def test_the_first_administrator_is_made_on_a_fresh_machine(tmp_path: Path) -> None:
    """As the README says it: before anything else was run there."""
    run = manage("administrator", "chief", FULLTERM_DATA=str(tmp_path), FULLTERM_DEMO="1")
    assert run.returncode == 0, run.stderr
    assert "its tables are made first" in run.stdout
    assert re.search(r"chief signs in once with this password.*\n[a-z0-9-]{19}\n", run.stdout)


def test_a_port_that_is_taken_is_not_shared_with_whoever_has_it(tmp_path: Path) -> None:
    with socket.socket() as other:
        other.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)  # as our own server listens
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        run = subprocess.run(
            [sys.executable, "-c", "from fullterm.cli import main; main()", "serve", "--port", str(port)],
            env={**os.environ, "FULLTERM_DATA": str(tmp_path / "data"), "FULLTERM_DEMO": "1"},
            capture_output=True, text=True, timeout=60, check=False,
        )  # fmt: skip
    assert run.returncode == 2
    assert f"127.0.0.1:{port} cannot be listened on" in run.stderr
    assert not (tmp_path / "data").exists(), "nothing was begun"


def test_outside_the_demonstration_the_deployment_check_finds_nothing(tmp_path: Path) -> None:
    secret = "".join(chr(33 + (7 * one) % 90) for one in range(64))
    run = manage(
        "check", "--deploy", "--fail-level", "WARNING", FULLTERM_DATA=str(tmp_path), FULLTERM_SECRET_KEY=secret
    )
    assert run.returncode == 0, run.stderr
    assert run.stderr.strip() == ""


def test_a_protocol_that_cannot_be_read_stops_the_clinic(tmp_path: Path) -> None:
    run = manage("check", FULLTERM_DATA=str(tmp_path), FULLTERM_DEMO="1", FULLTERM_PROTOCOL="nowhere")
    assert run.returncode == 1
    assert "there is no protocol 'nowhere'" in run.stderr


def test_the_demonstration_answers_on_this_machine_only(tmp_path: Path) -> None:
    shown = ("diffsettings", "--all")
    run = manage(*shown, FULLTERM_DATA=str(tmp_path), FULLTERM_DEMO="1", FULLTERM_HOSTS="ward.example.org")
    assert "ALLOWED_HOSTS = ['localhost', '127.0.0.1', '[::1]']" in run.stdout


def test_the_models_and_the_migrations_agree(tmp_path: Path) -> None:
    run = manage("makemigrations", "--check", "--dry-run", FULLTERM_DATA=str(tmp_path), FULLTERM_DEMO="1")
    assert run.returncode == 0, run.stdout


def test_sqlite_waits_for_its_turn_and_keeps_what_it_said_it_saved(tmp_path: Path) -> None:
    asked = "from django.db import connection as c; k = c.cursor(); print(*(k.execute('PRAGMA ' + one).fetchone()[0] "
    asked += "for one in ('journal_mode', 'synchronous', 'foreign_keys')), c.transaction_mode)"
    run = manage("shell", "--no-imports", "-c", asked, FULLTERM_DATA=str(tmp_path), FULLTERM_DEMO="1")
    assert run.stdout.split() == ["wal", "2", "1", "IMMEDIATE"], run.stderr


# ---- in a browser


@pytest.fixture
def page(browser: Any, live_server: Any, request: pytest.FixtureRequest) -> Iterator[Any]:
    """A page on a phone, with whatever the browser complained of in `page.complaints`."""
    context = browser.new_context(
        viewport={"width": 390, "height": 844}, base_url=live_server.url, **getattr(request, "param", {})
    )
    opened = context.new_page()
    opened.complaints = []
    opened.on("console", lambda one: opened.complaints.append(one.text) if one.type in ("error", "warning") else None)
    yield opened
    context.close()


@pytest.mark.parametrize("page", [{}, {"java_script_enabled": False}], indirect=True, ids=["", "without scripts"])
def test_a_nurse_signs_in_on_her_phone_and_out_again(page: Any, staff: Any) -> None:
    page.goto(LOGIN)
    page.get_by_label("Username").fill("nurse")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("main").get_by_role("button").click()
    page.wait_for_url("**/")
    page.get_by_role("button", name="中文").click()
    assert page.locator("html").get_attribute("lang") == "zh-Hans"
    page.get_by_role("button", name="退出登录").click()
    page.wait_for_url(f"**{LOGIN}")
    assert page.complaints == []


def test_the_keyboard_reaches_the_page_first_and_focus_is_seen(page: Any) -> None:
    page.goto(LOGIN)
    page.keyboard.press("Tab")
    skip = page.locator(":focus")
    assert skip.get_attribute("href") == "#main"
    assert skip.bounding_box()["x"] >= 0, "the link that skips the frame is shown once it has the keyboard"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.locator(":focus").get_attribute("name") == "login"
    assert page.locator(":focus").evaluate("one => getComputedStyle(one).outlineStyle") == "solid"


@pytest.mark.parametrize("page", [{"color_scheme": "light"}, {"color_scheme": "dark"}], indirect=True, ids=str)
def test_the_colours_of_the_frame_can_be_read(page: Any) -> None:
    """Every pair of words and ground in the stylesheet is at least 4.5 to 1 (WCAG AA)."""
    page.goto(LOGIN)
    pairs = [(ink, ground) for ink in ("ink", "quiet", "link") for ground in ("ground", "paper", "wash")]
    pairs += [(one, f"{one}-wash") for one in ("stop", "soon", "go", "ask")] + [("on-act", "act")]
    pairs += [(one, "paper") for one in ("stop", "soon", "go", "ask")]
    colour = "one => getComputedStyle(document.documentElement).getPropertyValue('--' + one).trim()"
    for ink, ground in pairs:
        lighter, darker = sorted((luminance(page.evaluate(colour, one)) for one in (ink, ground)), reverse=True)
        assert (lighter + 0.05) / (darker + 0.05) >= 4.5, (ink, ground)


def luminance(colour: str) -> float:
    """Relative luminance of `#rrggbb`, by WCAG 2."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_no_page_of_the_frame_is_wider_than_a_phone(page: Any, staff: Any) -> None:
    for path in (LOGIN, "/nowhere/"):
        page.goto(path)
        assert page.evaluate("document.documentElement.scrollWidth") <= 390, path
