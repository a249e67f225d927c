"""Somebody at a browser on some day: what is done with the mouse and the keyboard. Pictures go to tests/artefacts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from django.urls import reverse

from fullterm.clinic.models import Agreement, Woman
from tests.clinic.ward import PASSWORD

PICTURES = Path(__file__).parent.parent / "artefacts"
DESK, PHONE = {"width": 1280, "height": 800}, {"width": 390, "height": 844}


class Ward:
    """One person's browser; `taken` numbers the pictures of a story that several people tell."""

    def __init__(
        self, page: Any, root: str, pictures: str, set_day: Callable[[date], None], taken: Counter[str]
    ) -> None:
        self.page, self.root, self.pictures, self.set_day, self.taken = page, root, pictures, set_day, taken

    def address(self, name: str, *args: object) -> str:
        return self.root + reverse(name, args=args)

    def go(self, name: str, *args: object) -> None:
        self.page.goto(self.address(name, *args))

    def follow(self, name: str, *args: object) -> None:
        """Click the link of this page that leads there, opening what it is folded in: without one, the test fails."""
        there = reverse(name, args=args)
        link = f'a[href="{there}"], a[href^="{there}?"]'
        self.page.locator(link).first.wait_for(state="attached")  # the page may still be on its way
        folded = self.page.locator("details:not([open])", has=self.page.locator(link)).locator("> summary")
        if not self.page.locator(link).locator("visible=true").count() and folded.count():
            folded.first.click()
        self.press(self.page.locator(link).locator("visible=true").first)

    def press(self, button: Any) -> None:
        """Click what leads to another page, and be there: a click alone does not wait, and the old page answers."""
        with self.page.expect_navigation():
            button.click()

    def of_her(self, woman: Woman, name: str, *args: object) -> None:
        """From her page, on which every entry and saved answer ends, to one that it leads to."""
        if self.page.url != self.address("woman", woman.pk):
            self.go("woman", woman.pk)
        self.follow(name, woman.pk, *args)

    def said(self) -> str:
        """What can be read on the page."""
        self.page.wait_for_load_state()
        text: str = self.page.locator("main").inner_text()
        return text

    def picture(self, name: str) -> None:
        self.taken[self.pictures] += 1
        PICTURES.mkdir(exist_ok=True)
        stem, before = f"{self.pictures}-{self.taken[self.pictures]:02}-{name}", self.page.viewport_size
        for size in (DESK, PHONE):
            self.page.set_viewport_size(size)
            self.page.screenshot(path=PICTURES / f"{stem}-{size['width']}.png", full_page=True)
            wide = self.page.evaluate("document.documentElement.scrollWidth")
            assert wide <= size["width"], f"{name} is {wide} px wide on a screen of {size['width']}"
        self.page.set_viewport_size(before)

    def fill(self, **typed: str) -> None:
        """Type in fields by name; buttons and lists are chosen, and what is folded is unfolded first."""
        for name, value in typed.items():
            field = self.page.locator(f'main [name="{name}"]').first
            field.wait_for(state="attached")  # the page may still be on its way
            if not field.is_visible():
                folded = self.page.locator("main details:not([open])", has=self.page.locator(f'[name="{name}"]'))
                folded.first.locator("summary").first.click()
            if field.get_attribute("type") == "radio":
                self.page.locator(f'main input[name="{name}"][value="{value}"]').check()
            elif field.evaluate("one => one.tagName") == "SELECT":
                field.select_option(value)
            else:
                field.fill(value)

    def save(self) -> None:
        self.page.locator("main form button:visible").first.click()

    def enter(self, woman: Woman, kind: str, on: date, **typed: str) -> None:
        """One entry, from her page."""
        self.set_day(on)
        self.of_her(woman, "enter", kind)
        self.fill(**typed)
        self.save()

    def sign(self, woman: Woman, decided: dict[str, str]) -> None:
        """Decide and sign with the password, from her page."""
        self.of_her(woman, "sign")
        self.fill(**decided, password=PASSWORD)
        self.save()
        self.page.wait_for_url("**/signed/*/")

    def step(self, agreement: Agreement, action: str, **typed: str) -> str:
        """One step of an agreement, from its page; what is said afterwards."""
        if self.page.url != self.address("agreement", agreement.pk):
            self.go("agreements")
            self.follow("agreement", agreement.pk)
        self.follow("agreement_step", agreement.pk, action)
        self.fill(**typed)
        self.save()
        return self.said()

    def offer(self, woman: Woman) -> Agreement:
        """An agreement, offered on the page that her number leads to."""
        self.find_agreement(woman)
        self.press(self.page.get_by_role("button", name="提供协议"))
        return Agreement.objects.get(woman=woman)

    def find_agreement(self, woman: Woman) -> None:
        """Her agreement page, by her whole number from the navigation."""
        self.go("home")
        self.follow("agreements")
        self.fill(number=woman.number)
        self.page.locator(".agreements-find button").click()
        self.page.wait_for_url("**/agreement/")
