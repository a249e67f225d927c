"""People at work in the clinic, each signed in: `python -m bench.clinic_users` reads its orders as JSON from stdin.

Each opens a page, reads it for a moment and opens the next: headings of Today and their further pages, women, searches.
Prints the milliseconds of every answer as JSON. Standard library only: it shares the machine with the server.
"""

from __future__ import annotations

import http.client
import json
import random
import re
import sys
import threading
import time
from collections import defaultdict
from typing import Any
from urllib.parse import urlencode

TABS = ("now", "closing", "due", "overdue", "unreachable", "promised", "snoozed", "declined", "missed")
NEXT = re.compile(rb'rel="next"[^>]* href="([^"]*)"')
TOKEN = re.compile(rb'name="csrfmiddlewaretoken" value="([^"]*)"')
PATIENCE = 30
"""Seconds."""
A_PAGE = 50
"""Lines."""


class Person:
    """One signed-in person and what the pages she opened cost her, in milliseconds."""

    def __init__(self, orders: dict[str, Any], number: int) -> None:
        self.orders = orders
        self.draw = random.Random(orders["seed"] * 1000 + number)
        self.cookies = {"sessionid": orders["sessions"][number]}
        self.waits: dict[str, list[float]] = defaultdict(list)
        self.wrong: list[str] = []
        self.token = ""
        self.link: http.client.HTTPConnection | None = None

    def ask(self, page: str, method: str, path: str, body: str | None = None, expected: int = 200) -> tuple[bytes, str]:
        """One request, timed; its body and where it sends her."""
        headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())}
        if body is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        start = time.perf_counter()
        if self.link is None:
            self.link = http.client.HTTPConnection("127.0.0.1", self.orders["port"], timeout=PATIENCE)
        try:
            self.link.request(method, path, body, headers)
            answer = self.link.getresponse()
            read = answer.read()
        except (OSError, http.client.HTTPException) as error:
            self.link = None
            self.wrong.append(f"{page}: {type(error).__name__}")
            return b"", ""
        if page.startswith("Today") and read.count(b'id="line-') < A_PAGE:  # a small ward has short pages, and sooner
            page = "Today, a short page"
        self.waits[page].append((time.perf_counter() - start) * 1e3)
        if answer.status != expected:
            self.wrong.append(f"{page}: answered {answer.status}")
        for cookie in answer.headers.get_all("Set-Cookie") or ():
            name, _, value = cookie.partition(";")[0].partition("=")
            self.cookies[name] = value
        return read, answer.headers.get("Location", "")

    def work(self, until: float) -> None:
        """Open pages until the time is over."""
        token = TOKEN.search(self.ask("begin", "GET", "/women/")[0])
        self.token = token[1].decode() if token else ""
        think = self.orders["think"]
        time.sleep(self.draw.random() * think)
        deeds = (self.today, self.woman, self.search, self.nothing)
        while time.perf_counter() < until:
            self.draw.choices(deeds, (5, 5, 3, 1))[0]()
            time.sleep(think * self.draw.uniform(0.5, 1.5))

    def today(self) -> None:
        """A heading of Today, and now and then a few pages on."""
        tab = self.draw.choice(TABS)
        page, _ = self.ask("Today", "GET", f"/today/{tab}/")
        for _ in range(self.draw.choice((0, 0, 1, 3))):
            further = NEXT.search(page)
            if further is None:
                return
            time.sleep(self.orders["think"] * self.draw.uniform(0.5, 1.5))
            page, _ = self.ask("Today, further on", "GET", f"/today/{tab}/{further[1].decode()}")

    def woman(self) -> None:
        """Anybody's page."""
        self.ask("a woman", "GET", f"/women/{self.draw.choice(self.orders['women'])[0]}/")

    def search(self) -> None:
        """A name, two letters of one, the end of a telephone, the beginning of a number."""
        _, name, number, phone = self.draw.choice(self.orders["women"])
        sought = self.draw.choice((name, name[:2], name[-2:], phone[-5:], number[:6]))
        body = urlencode({"sought": sought, "csrfmiddlewaretoken": self.token})
        _, place = self.ask("search", "POST", "/women/", body, 302)
        if place:
            self.ask("search, shown", "GET", place)

    def nothing(self) -> None:
        """A page that holds nothing: the frame, the session, the person."""
        self.ask("limit: an empty page", "GET", "/nowhere/", expected=404)


def main() -> None:
    """Let everybody work at once, and print what it took."""
    orders = json.load(sys.stdin)
    people = [Person(orders, number) for number in range(orders["users"])]
    start = time.perf_counter()
    threads = [threading.Thread(target=one.work, args=(start + orders["seconds"],)) for one in people]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    waits: dict[str, list[float]] = defaultdict(list)
    for one in people:
        for page, taken in one.waits.items():
            waits[page] += taken
    waits.pop("begin", None)
    wrong = [sentence for one in people for sentence in one.wrong]
    print(json.dumps({"waits": waits, "wrong": wrong, "took": time.perf_counter() - start}))


if __name__ == "__main__":
    main()
