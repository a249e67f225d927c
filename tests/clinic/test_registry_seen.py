"""The registry in Chromium: both languages, light and dark, a phone, a desk, and paper. Pictures: tests/artefacts."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.test import Client

from fullterm.clinic.models import Course, User, Woman
from tests.clinic.ward import DAY

PICTURES = Path(__file__).parent.parent / "artefacts"
pytestmark = pytest.mark.django_db(transaction=True)
KINDS = (("history", 98, 262, "in_window"), ("ultrasound", 140, 230, "untold"), ("examination", 152, 190, "before"))


def a_ward() -> None:
    """Thirty invented courses: three indications, ten each, ending some days apart; the first of each is lost."""
    for place, (care, enters, leaves, removal) in enumerate(KINDS):
        for number in range(10):
            woman = Woman.objects.create(number=f"R-{place}{number}", name="nobody")
            end = leaves - 4 * number if number else 150 + number
            Course.objects.create(
                woman=woman, number=1, ours=True, care=care, technique="mcdonald", route="vaginal", fetuses=1,
                enters=min(enters, end), leaves=end, ending="spontaneous", outcome="live_birth" if number else "loss",
                induced=False, first=end, last=end, removal=removal, began=DAY - timedelta(days=500),
                dated=DAY - timedelta(days=400), data={"placed": [enters, enters], "end": [end, end]},
            )  # fmt: skip


@pytest.mark.parametrize("spoken", ["en", "zh-hans"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_registry_is_read_on_a_phone_at_a_desk_and_on_paper(
    browser: Any, live_server: Any, staff: dict[str, User], spoken: str, scheme: str
) -> None:
    a_ward()
    client = Client()
    client.force_login(staff["registrar"], backend="django.contrib.auth.backends.ModelBackend")
    context = browser.new_context(base_url=live_server.url, color_scheme=scheme)
    context.add_cookies(
        [{"name": name, "value": value, "url": live_server.url}
         for name, value in ((settings.SESSION_COOKIE_NAME, client.session.session_key), ("language", spoken))]
    )  # fmt: skip
    page, complaints = context.new_page(), []
    page.on("console", lambda one: complaints.append(one.text) if one.type in ("error", "warning") else None)
    PICTURES.mkdir(exist_ok=True)
    for width in (1280, 390):
        page.set_viewport_size({"width": width, "height": 900})
        page.goto("/registry/")
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        seen = page.locator(".registry-picture svg:visible")
        assert seen.count() == 5, "one of the two drawings of each picture"
        for place in range(5):
            assert seen.nth(place).bounding_box()["width"] <= width
        shade = seen.first.locator("text").first.evaluate("one => getComputedStyle(one).fill")
        assert shade == ("rgb(22, 32, 31)" if scheme == "light" else "rgb(228, 234, 233)"), (
            "words in the page's own ink"
        )
        page.screenshot(path=PICTURES / f"registry-{spoken}-{scheme}-{width}.png", full_page=True)
    page.get_by_role("link", name="10", exact=True).first.click()
    assert page.locator("table tbody tr").count() == 10, "a number leads to its women"
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.screenshot(path=PICTURES / f"registry-women-{spoken}-{scheme}-390.png", full_page=True)
    if scheme == "light":
        page.goto("/registry/")
        page.pdf(path=PICTURES / f"registry-{spoken}.pdf", format="A4", prefer_css_page_size=True)
    context.close()
    assert complaints == []
