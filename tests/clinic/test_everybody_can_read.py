"""Every page, in Chromium, as each role that may open it: axe finds no serious fault, the keyboard reaches everything,
nothing needs scripts to be read, and nothing is wider than a phone."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from fullterm.clinic.models import Agreement, Row, User, Woman
from fullterm.clinic.write import links
from fullterm.vocabulary.punctuation import chinese
from tests.clinic import agreed, ward
from tests.clinic.test_access import PEOPLE, TABLE, WOMAN, path_of
from tests.clinic.test_registry_seen import a_ward

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


def looked_at(page: Any, name: str, language: str) -> list[str]:
    """What is wrong with the page as it stands: axe's faults, narrow marks in Chinese, wider than its screen."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    wrong: list[str] = []
    if language != "en":
        lines = page.inner_text("body").splitlines()
        wrong += [f"an English mark in Chinese: {one}" for one in lines if chinese(one) != one]
    for size in (DESK, PHONE):
        page.set_viewport_size(size)
        wrong += faults(page)
        page.screenshot(path=PICTURES / f"{name}-{language[:2]}-{size['width']}.png", full_page=True)
        wide = page.evaluate("document.documentElement.scrollWidth")
        if wide > size["width"]:
            wrong.append(f"{wide} px wide on a screen of {size['width']}")
    page.set_viewport_size(DESK)
    return wrong


def a_full_ward(ms_wang: Woman, staff: dict[str, User]) -> Agreement:
    """Ms. Wang under a signed agreement, paid in part; thirty past courses; lines under three headings of Today."""
    doctor, office = staff["doctor"], staff["outsider"]
    agreed.make_eligible(ms_wang, doctor)
    agreed.offer(ms_wang, office)
    agreement = Agreement.objects.get(woman=ms_wang)
    agreed.sign(agreement, office)
    agreed.pay(agreement, office, "8000")
    soon = (ward.DAY + timedelta(2)).isoformat()
    for number, action, told in (
        ("W-2", "snoozed", {"until": soon, "reason": "she asked for Wednesday"}),
        ("W-3", "called", {"outcome": "promised", "until": soon}),
        ("W-4", "called", {"outcome": "unreachable"}),
    ):
        ward.tell(ward.ms_wang(doctor, number, "Zhao Yan"), doctor, action, step="cerclage", **told)
    a_ward()
    return agreement


def made_pages(
    visitor: Callable[..., Any], ms_wang: Woman, agreement: Agreement, staff: dict[str, User], **how: Any
) -> Iterator[tuple[str, Any]]:
    """Each page of the full ward in turn, by whoever works there."""
    page = visitor("doctor", **how)
    for name, path in [
        ("signed", reverse("signed", args=[ms_wang.pk, 1])),
        ("registry-full", reverse("registry")),
        ("registry_women-full", reverse("registry_women")),
        *[
            (f"today-{tab}", reverse("today_tab", args=[tab]))
            for tab in sorted(set(Row.objects.values_list("tab", flat=True)))
        ],
    ]:
        page.goto(path)
        yield name, page
    page = visitor("outsider", **how)
    for name, path in [
        ("agreement", reverse("agreement", args=[agreement.pk])),
        ("agreement_text", reverse("agreement_text", args=[agreement.pk])),
        ("agreement_step-paid", reverse("agreement_step", args=[agreement.pk, "paid"])),
        ("agreement_step-ended", reverse("agreement_step", args=[agreement.pk, "ended"])),
        ("agreements-full", reverse("agreements")),
        ("agreement_month-full", reverse("agreement_month")),
        ("reserve-full", reverse("reserve")),
    ]:
        page.goto(path)
        yield name, page
    page = visitor("nurse", **how)
    page.goto(reverse("link", args=[ms_wang.pk]))
    page.click("button[name=give]")
    yield "link_given", page
    page.goto(reverse("link", args=[ms_wang.pk]))
    yield "link-full", page
    given = links.give(ms_wang, staff["nurse"], ward.DAY + timedelta(60), uuid.uuid4())
    page = visitor("nobody", **how, size=PHONE)
    page.goto(reverse("her_enter", args=[given.token]))
    yield "her_enter", page
    page.fill("#code", given.code)
    page.click(".her-door button")
    yield "her", page
    page = visitor("surgeon", **how)
    page.goto(reverse("enter", args=[ms_wang.pk, "cerclage"]))
    page.check("input[name=technique][value=mcdonald]")
    page.check("input[name=indication][value=history]")
    page.click(".entry button:not(.plain)")
    yield "entry_saved", page


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
        if found := looked_at(page, name, language):
            wrong[name] = found
    assert wrong == {}


@pytest.mark.parametrize(
    ("language", "dark"), [("en", False), ("zh-hans", True)], ids=["English light", "Chinese dark"]
)
def test_pages_that_need_more_than_her_twelve_weeks_are_read_as_well(
    visitor: Callable[..., Any], ms_wang: Woman, staff: dict[str, User], language: str, dark: bool
) -> None:
    """A signed agreement, a signed version, an operation, a link just given and her own page behind it, a full ward."""
    if not AXE.exists():
        pytest.skip("axe was not run: npm ci --prefix tests/axe")
    agreement = a_full_ward(ms_wang, staff)
    wrong: dict[str, list[str]] = {}
    for name, page in made_pages(visitor, ms_wang, agreement, staff, language=language, dark=dark):
        found = looked_at(page, name, language)
        for _ in range(page.evaluate(REACHABLE) + 5):
            page.keyboard.press("Tab")
        if found := found + page.evaluate(MISSED):
            wrong[name] = found
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
