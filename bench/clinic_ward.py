"""A large ward to measure in, made from the demonstration ward: `python -m bench.clinic_ward --women 100000`.

Three hundred women are made as the demonstration makes them; the others are their copies, with numbers, names and
telephones of their own, copied by the database: documents, events, lines of Today and looks. So every heading grows
with the ward. DATABASE_URL and FULLTERM_DATA say where. A ward that is there for today is kept.
"""

from __future__ import annotations

import argparse
import json
import sys
import uuid
from collections.abc import Iterator
from datetime import timedelta
from random import Random
from typing import Any

import django

if __name__ == "__main__":
    django.setup()

from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from django.core.management import call_command
from django.db import connection, transaction
from django.utils import timezone

from fullterm.clinic.base import settings_in_force as hospital
from fullterm.clinic.base.clock import today
from fullterm.clinic.demo.ward import FAMILY, GIVEN
from fullterm.clinic.derived import nightly as nights
from fullterm.clinic.derived.counters import recount
from fullterm.clinic.models import AccessLog, Course, Event, Role, Row, Run, User, Woman
from fullterm.clinic.models.quick import find_by

SEED = 17
ANOTHER_DAY = 3
"""Exit code."""
SOME = 3000
"""How many women are told to those who open their pages."""
USUAL = "王李张刘陈" * 8
"""The five most frequent family names; about every third copy has one of them."""
LATIN = ("Wang Xiulan", "Li Na", "Zhang Min", "Aisha Rahman", "Maria Silva", "Zhou Yan", "Anna Kowalska", "Chen Jing")
LOOKS = 5
"""Earlier looks of each woman, so that the log of readings is as long as after some days."""


def main() -> None:
    """Make the ward and the sessions, and print the sessions' keys and some women as JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--women", type=int, default=1000)
    parser.add_argument("--users", type=int, default=20)
    asked = parser.parse_args()
    call_command("migrate", verbosity=0)
    if not Run.objects.filter(on=today(), women=asked.women, under=hospital.read_again().under).exists():
        fill(asked.women)
    some = Woman.objects.order_by("pk").values_list("pk", "name", "number", "phone")[:SOME]
    women = [[str(one) for one in told] for told in some]
    print(json.dumps({"sessions": list(sessions(asked.users)), "women": women}))


def fill(women: int) -> None:
    """Make a ward of this many women in an empty database."""
    if Event.objects.exists():
        sys.stderr.write("a ward of another day is here: drop the database, then run this again (bench.clinic does)\n")
        sys.exit(ANOTHER_DAY)
    call_command("demonstration", stdout=sys.stderr)  # whole, so that `serve` finds nothing left to make
    with transaction.atomic():
        _copy(women)
        find_by(Woman.objects.filter(number__startswith="B").only("pk", "number", "name", "phone").iterator())
    recount()
    Run.objects.all().delete()
    run = nights.begin(today())  # computed already: `serve` would begin the night's work beside the measurement
    run.women, run.finished = women, timezone.now()
    run.save()
    _settle()


def _copies(women: int) -> Iterator[tuple[Any, ...]]:
    draw = Random(SEED)
    old = list(Woman.objects.order_by("number").values_list("pk", flat=True))
    convert = Woman._meta.pk.get_db_prep_value  # type: ignore[union-attr]  # a model has a key
    for place in range(len(old), women):
        name = draw.choice(FAMILY + USUAL) + "".join(draw.choice(GIVEN) for _ in range(draw.choice((1, 2, 2, 2))))
        if draw.random() < 0.1:
            name = f"{draw.choice(LATIN)} {draw.choice(LATIN).split()[1]}"
        new = uuid.UUID(int=draw.getrandbits(128), version=4)
        yield (
            convert(old[place % len(old)], connection), convert(new, connection), f"B{place:07}", name,
            f"13{draw.randrange(10**9):09}",
        )  # fmt: skip


def _copy(women: int) -> None:
    kind = "uuid" if connection.vendor == "postgresql" else "char(32)"
    key = "gen_random_uuid()" if connection.vendor == "postgresql" else "lower(hex(randomblob(16)))"
    with connection.cursor() as cursor:
        cursor.execute(
            f"CREATE TEMPORARY TABLE copy (old {kind}, new {kind}, number varchar, name varchar, phone varchar)"
        )
        cursor.executemany("INSERT INTO copy VALUES (%s, %s, %s, %s, %s)", list(_copies(women)))
        cursor.execute("CREATE INDEX copy_old ON copy (old)")
        for model, given in (
            (Woman, {"id": "copy.new", "number": "copy.number", "name": "copy.name", "phone": "copy.phone"}),
            (Event, {"woman_id": "copy.new", "key": key}),
            (Row, {"woman_id": "copy.new"}),
            (Course, {"woman_id": "copy.new"}),
        ):
            of = "id" if model is Woman else "woman_id"
            names = [one.column for one in model._meta.concrete_fields if one.column != "id" or model is Woman]
            told = ", ".join(given.get(name, f'one."{name}"') for name in names)
            columns = ", ".join(f'"{name}"' for name in names)
            table = model._meta.db_table
            cursor.execute(
                f"INSERT INTO {table} ({columns}) SELECT {told} FROM {table} one JOIN copy ON copy.old = one.{of}"
            )
        table, users = AccessLog._meta.db_table, User._meta.db_table
        for page in ("list", "woman", "list", "history", "woman")[:LOOKS]:
            cursor.execute(
                f"INSERT INTO {table} (woman_id, actor_id, page, at) SELECT copy.new, "
                f"(SELECT min(id) FROM {users}), '{page}', %s FROM copy",
                [timezone.now() - timedelta(days=2)],
            )


def _settle() -> None:
    """What a database does by itself in a quiet hour."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("VACUUM ANALYZE")
        else:
            cursor.execute("ANALYZE")
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def sessions(users: int) -> Iterator[str]:
    """A signed-in session for each of this many nurses."""
    for number in range(1, users + 1):
        user, _ = User.objects.get_or_create(username=f"bench-{number:02}", defaults={"role": Role.NURSE})
        session = SessionStore()
        session[SESSION_KEY], session[HASH_SESSION_KEY] = str(user.pk), user.get_session_auth_hash()
        session[BACKEND_SESSION_KEY] = "django.contrib.auth.backends.ModelBackend"
        session.save()
        yield str(session.session_key)


if __name__ == "__main__":
    main()
