"""The ward of the tests. Every test here lives on one day: `clock.today()` is `ward.DAY`."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.cache import cache
from django.db import connection
from django.test import Client, TransactionTestCase

from fullterm.clinic.migrations.sql.append_only import allow, forbid
from fullterm.clinic.models import APPEND_ONLY, User, Woman
from tests.clinic import ward
from tests.clinic.through import DESK, PHONE, Ward

CHROMIUM = Path(os.environ.get("FULLTERM_CHROMIUM", "/usr/bin/chromium"))


@pytest.fixture(autouse=True)
def on_day(monkeypatch: pytest.MonkeyPatch) -> Callable[[date], None]:
    """The hospital's own day, wherever it is asked for: `ward.DAY`, until a test says `on_day(later)`."""

    def moved(to: date) -> None:
        monkeypatch.setattr("django.utils.timezone.localdate", lambda *_: to)

    moved(ward.DAY)
    return moved


@pytest.fixture(autouse=True)
def _nobody_has_signed_in_yet() -> None:
    """Too many sign-ins a minute from one address are refused: every test begins its own minute."""
    cache.clear()


@pytest.fixture
def staff(db: None) -> dict[str, User]:
    """One user of each role, by name: doctor, nurse, surgeon, registrar, administrator, outsider."""
    return ward.staff()


@pytest.fixture
def doctor(staff: dict[str, User]) -> User:
    return staff["doctor"]


@pytest.fixture
def nurse(staff: dict[str, User]) -> User:
    return staff["nurse"]


@pytest.fixture
def surgeon(staff: dict[str, User]) -> User:
    return staff["surgeon"]


@pytest.fixture
def registrar(staff: dict[str, User]) -> User:
    return staff["registrar"]


@pytest.fixture
def administrator(staff: dict[str, User]) -> User:
    return staff["administrator"]


@pytest.fixture
def outsider(staff: dict[str, User]) -> User:
    """The agreement office: signed in, and no part of anybody's care."""
    return staff["outsider"]


@pytest.fixture
def ms_wang(doctor: User) -> Woman:
    """Ms. Wang at twelve weeks, told event by event."""
    return ward.ms_wang(doctor)


@pytest.fixture
def client_of(staff: dict[str, User]) -> Callable[[str], Client]:
    """`client_of("nurse")`: a browser in which she is signed in; `client_of("nobody")`: one in which nobody is."""

    def signed_in(name: str) -> Client:
        client = Client()
        if name != "nobody":
            client.force_login(staff[name], backend="django.contrib.auth.backends.ModelBackend")
        return client

    return signed_in


@pytest.fixture(scope="module")  # two drivers cannot run at once in one process, and a module may bring its own
def browser() -> Iterator[Any]:
    """Chromium, once a module; `browser.new_context(base_url=live_server.url)` gives a fresh visitor."""
    if not CHROMIUM.exists():
        pytest.skip("the browser tests were skipped: apt-get install chromium")
    from playwright.sync_api import sync_playwright  # a ward without a browser need not load it

    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=str(CHROMIUM), args=["--no-sandbox"])
        yield opened
        opened.close()


@pytest.fixture
def on_the_ward(
    browser: Any, live_server: Any, staff: dict[str, User], on_day: Callable[[date], None]
) -> Iterator[Callable[..., Ward]]:
    """`on_the_ward("doctor", "zh-hans", "wang")`: a browser in which she is signed in; "nobody" has a phone."""
    contexts: list[Any] = []
    taken: Counter[str] = Counter()

    def signed_in(name: str, language: str, pictures: str, *, scripts: bool = True) -> Ward:
        cookies = {settings.LANGUAGE_COOKIE_NAME: language}
        if name != "nobody":
            client = Client()
            client.force_login(staff[name], backend="django.contrib.auth.backends.ModelBackend")
            cookies[settings.SESSION_COOKIE_NAME] = client.cookies[settings.SESSION_COOKIE_NAME].value
        size = PHONE if name == "nobody" else DESK
        context = browser.new_context(java_script_enabled=scripts, viewport=size)
        contexts.append(context)
        context.add_cookies([{"name": one, "value": value, "url": live_server.url} for one, value in cookies.items()])
        page = context.new_page()
        page.set_default_timeout(15_000)
        return Ward(page, live_server.url, pictures, on_day, taken)

    yield signed_in
    for context in contexts:
        context.close()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Where everything is to be tested, a test that was skipped has failed."""
    report = yield
    if report.skipped and os.environ.get("FULLTERM_SKIP_NOTHING") == "1":
        report.outcome = "failed"
    return report


@pytest.fixture(scope="session", autouse=True)
def _emptied_between_browser_tests() -> Iterator[None]:
    """A test with a live server ends by emptying the tables, which the append-only triggers rightly refuse."""
    emptied = TransactionTestCase._fixture_teardown

    def teardown(self: Any) -> None:
        with _writable():
            emptied(self)

    TransactionTestCase._fixture_teardown = teardown
    yield
    TransactionTestCase._fixture_teardown = emptied


@contextmanager
def _writable() -> Iterator[None]:
    tables = [one._meta.db_table for one in APPEND_ONLY]
    with connection.schema_editor() as editor:
        for table in tables:
            allow(editor, table)
    yield
    with connection.schema_editor() as editor:
        for table in tables:
            forbid(editor, table)
