"""What one page costs by itself: CPU milliseconds in the process that answers, its queries and the time they took.

`python -m bench.clinic_alone` (DATABASE_URL and FULLTERM_DATA say which ward): no server, no network, nobody else, so
that a busy machine disturbs it least. Prints JSON.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Callable
from random import Random
from statistics import median
from typing import Any

import django

if __name__ == "__main__":
    django.setup()

from django.db import connection, reset_queries
from django.test import Client

from fullterm.clinic.models import User, Woman

SEED = 5


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=40, help="how many of each kind")
    asked = parser.parse_args()
    draw = Random(SEED)
    client = Client(HTTP_HOST="localhost")
    user = User.objects.filter(username__startswith="bench-").first()
    assert user is not None
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    women = list(Woman.objects.order_by("pk").values_list("pk", "name", "number", "phone")[:2000])
    some = draw.sample(women, min(asked.pages, len(women)))

    def page(address: str, expected: int = 200) -> None:
        answer = client.get(address)
        assert answer.status_code == expected, f"{address} answered {answer.status_code}"

    def search(sought: str) -> None:
        answer = client.post("/women/", {"sought": sought}, follow=True)
        assert answer.status_code == 200, f"a search answered {answer.status_code}"

    pages: dict[str, list[Callable[[], Any]]] = {
        "empty": [lambda: page("/nowhere/", 404)] * asked.pages,
        "Today, fifty lines": [lambda: page("/today/due/")] * asked.pages,
        "a woman": [lambda one=one: page(f"/women/{one[0]}/") for one in some],
        "search a name": [lambda one=one: search(one[1]) for one in some],
        "search a name's two letters": [lambda one=one: search(one[1][:2]) for one in some],
        "search a number": [lambda one=one: search(one[2][:6]) for one in some],
        "search a telephone": [lambda one=one: search(one[3][-6:]) for one in some],
    }
    print(json.dumps({name: _measured(deeds) for name, deeds in pages.items()}))


def _measured(deeds: list[Callable[[], Any]]) -> dict[str, float]:
    """Medians over the pages of one kind, after one that is not counted."""
    deeds[0]()
    spent, waited = [], []
    for deed in deeds:
        cpu, wall = time.process_time(), time.perf_counter()
        deed()
        spent.append(time.process_time() - cpu)
        waited.append(time.perf_counter() - wall)
    connection.force_debug_cursor = True
    sql, queries = [], []
    for deed in deeds[:10]:
        reset_queries()
        deed()
        sql.append(sum(float(one["time"]) for one in connection.queries))
        queries.append(len(connection.queries))
    connection.force_debug_cursor = False
    return {
        "cpu": median(spent) * 1e3, "wall": median(waited) * 1e3, "sql": median(sql) * 1e3, "queries": median(queries),
    }  # fmt: skip


if __name__ == "__main__":
    main()
