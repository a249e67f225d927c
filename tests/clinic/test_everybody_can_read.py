"""Every page, in Chromium, as each role that may open it: axe finds no serious fault, the keyboard reaches everything,
nothing needs scripts to be read, and nothing is wider than a phone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.test import Client

from fullterm.clinic.models import User, Woman
from tests.clinic.test_access import PEOPLE, TABLE, WOMAN, path_of

AXE = Path(__file__).parent.parent / "axe" / "node_modules" / "axe-core" / "axe.min.js"
PICTURES = Path(__file__).parent.parent / "artefacts" / "pages"
SERIOUS = ("serious", "critical")
PHONE, DESK = {"width": 390, "height": 844}, {"width": 1280, "height": 800}
REACHABLE = """
() => {
  const shown = one => one.checkVisibility({visibilityProperty: true}) && !one.disabled && one.tabIndex >= 0;
  const every = 'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]';
  const found = [...document.querySelectorAll(every)].filter(shown);
  const groups = new Set();
  window.reachable = found.filter(one => {
    if (one.type !== 'radio') return true;
    const group = `${one.form ? [...document.forms].indexOf(one.form) : ''} ${one.name}`;
    if (groups.has(group)) return false;
    groups.add(group);
    return true;
  });
  window.reached = new Set();
  document.addEventListener('focusin', () => {
    const now = document.activeElement;
    for (const one of window.reachable)
      if (one === now || (one.type === 'radio' && one.name === now.name && one.form === now.form))
        window.reached.add(one);
  });
  return window.reachable.length;
}
"""
MISSED = """() => window.reachable.filter(one => !window.reached.has(one))
  .map(one => one.outerHTML.slice(0, 120))"""
pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def visitor(browser: Any, live_server: Any, staff: dict[str, User]) -> Iterator[Callable[..., Any]]:
    """`visitor("doctor", "zh-hans", dark=True)`: a page of a browser in which she is signed in."""
    contexts: list[Any] = []

    def come(name: str, language: str = "en", *, dark: bool = False, size: Any = DESK, scripts: bool = True) -> Any:
        context = browser.new_context(
            base_url=live_server.url,
            viewport=size,
            color_scheme="dark" if dark else "light",
            java_script_enabled=scripts,
        )
        contexts.append(context)
        cookies = {settings.LANGUAGE_COOKIE_NAME: language}
        if name != "nobody":
            client = Client()
            client.force_login(staff[name], backend="django.contrib.auth.backends.ModelBackend")
            cookies[settings.SESSION_COOKIE_NAME] = client.cookies[settings.SESSION_COOKIE_NAME].value
        context.add_cookies([{"name": one, "value": text, "url": live_server.url} for one, text in cookies.items()])
        page = context.new_page()
        page.set_default_timeout(20_000)
        return page

    yield come
    for context in contexts:
        context.close()


def pages(woman: Woman) -> dict[str, list[tuple[str, str]]]:
    """Every page that draws itself, by the first role that may open it: its name and its path."""
    found: dict[str, list[tuple[str, str]]] = {}
    for row, (get, _) in TABLE.items():
        who = next((one for one, status in zip(PEOPLE, get, strict=True) if status == 200), None)
        if who is not None:
            name = "-".join(str(one).replace("/", "_").replace(" ", "_") for one in row if one is not WOMAN)
            found.setdefault(who, []).append((name, path_of(row, woman)))
    return found


def is_a_page(page: Any, path: str) -> bool:
    """Open it; whether it is a page and not a file."""
    try:
        answer = page.goto(path)
    except Exception as error:
        if "Download is starting" in str(error):
            return False
        raise
    return "text/html" in (answer.headers.get("content-type") or "")


def faults(page: Any) -> list[str]:
    """The serious faults axe finds on the page as it stands."""
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    return [
        f"{one['id']}: {node['html'][:160]}: {node['failureSummary'].splitlines()[-1].strip()}"
        for one in found["violations"]
        if one["impact"] in SERIOUS
        for node in one["nodes"][:3]
    ]


def every_page(visitor: Callable[..., Any], woman: Woman, **how: Any) -> Iterator[tuple[str, Any]]:
    """Each page opened in turn, by whoever may open it."""
    for who, addresses in pages(woman).items():
        page = visitor(who, **how)
        for name, path in addresses:
            if is_a_page(page, path):
                yield name, page


@pytest.mark.parametrize(
    ("language", "dark"), [("en", False), ("zh-hans", True)], ids=["English light", "Chinese dark"]
)
def test_axe_finds_no_serious_fault_on_any_page(
    visitor: Callable[..., Any], ms_wang: Woman, language: str, dark: bool
) -> None:
    if not AXE.exists():
        pytest.skip("axe was not run: npm ci --prefix tests/axe")
    PICTURES.mkdir(parents=True, exist_ok=True)
    wrong: dict[str, list[str]] = {}
    for name, page in every_page(visitor, ms_wang, language=language, dark=dark):
        if found := faults(page):
            wrong[name] = found
        for size in (DESK, PHONE):
            page.set_viewport_size(size)
            page.screenshot(path=PICTURES / f"{name}-{language[:2]}-{size['width']}.png", full_page=True)
            wide = page.evaluate("document.documentElement.scrollWidth")
            if wide > size["width"]:
                wrong.setdefault(name, []).append(f"{wide} px wide on a screen of {size['width']}")
        page.set_viewport_size(DESK)
    assert wrong == {}


def test_the_keyboard_reaches_everything_on_every_page(visitor: Callable[..., Any], ms_wang: Woman) -> None:
    missed: dict[str, list[str]] = {}
    for name, page in every_page(visitor, ms_wang):
        for _ in range(page.evaluate(REACHABLE) + 5):
            page.keyboard.press("Tab")
        if left := page.evaluate(MISSED):
            missed[name] = left
    assert missed == {}


def test_no_page_needs_scripts_to_be_read(visitor: Callable[..., Any], ms_wang: Woman) -> None:
    """The same words stand on it with scripts and without, those with a digit (times, looks counted) aside."""
    said = {name: _words(page) for name, page in every_page(visitor, ms_wang)}
    plain = {name: _words(page) for name, page in every_page(visitor, ms_wang, scripts=False)}
    assert said.keys() == plain.keys()
    assert {name: said[name] ^ plain[name] for name in said if said[name] != plain[name]} == {}


def _words(page: Any) -> set[str]:
    text = page.inner_text("body")
    for looks in page.locator(".woman-looks").all_inner_texts():  # each look of this test is one more
        text = text.replace(looks, "")
    return {word for word in text.split() if not any(letter.isdigit() for letter in word)}
