"""Administrators, claims and protocols at once on a database of their own: `python -m tests.clinic.office TALE`."""

from __future__ import annotations

import json
import sys
import threading
import time
import uuid
from datetime import timedelta
from typing import Any
from unittest.mock import patch

import django

if __name__ == "__main__":
    django.setup()

from django.core.management import call_command
from django.utils import timezone

from fullterm.clinic.base import clock
from fullterm.clinic.base import settings_in_force as hospital
from fullterm.clinic.base.refused import Refused
from fullterm.clinic.derived import nightly as nights
from fullterm.clinic.derived import recompute as worklist
from fullterm.clinic.models import Role, Run, User, Woman
from fullterm.clinic.write import accounts as people
from fullterm.clinic.write.once import Command
from fullterm.clinic.write.record import act
from tests.clinic.crowd import CROWD, a_woman, together

ROUNDS = 8


def administrators(by: User) -> dict[str, Any]:
    """Two administrators who close each other at the same moment, again and again: what each was told."""
    found = []
    for _ in range(ROUNDS):
        User.objects.update(role=Role.NURSE)
        two = [User.objects.create(username=uuid.uuid4().hex, role=Role.ADMINISTRATOR) for _ in range(2)]
        said: list[str] = []
        together([lambda of=two, said=said: _close(*of, said), lambda of=two, said=said: _close(*of[::-1], said)])
        found.append([sorted(said), User.objects.filter(role=Role.ADMINISTRATOR, is_active=True).count()])
    return {"rounds": found}


def _close(by: User, whom: User, said: list[str]) -> None:
    try:
        people.change(whom.pk, "closed", by)
    except Refused:
        said.append("refused")
    else:
        said.append("closed")


def claims(by: User) -> dict[str, Any]:
    """Twenty who would run the night at once; and twenty again when it fell silent."""
    won: list[int] = []

    def claim() -> None:
        run = nights.claim(clock.today(), timezone.now())
        if run is not None:
            won.append(run.attempt or 0)

    ended = [together([claim] * CROWD)]
    Run.objects.update(beat=timezone.now() - 2 * nights.SILENT)
    ended.append(together([claim] * CROWD))
    return {"ended": ended, "won": won}


def _sutured(number: str, by: User) -> Woman:
    """At 36w0d with a suture in: time to take it out by one protocol, a day too early by the other."""
    woman, on = Woman.objects.create(number=number, name="nobody"), clock.today()
    dated = {"due": (on + timedelta(28)).isoformat(), "dating": "crl", "within": "0d", "fetuses": 1}
    act(woman.pk, Command("pregnancy began", on, dated), by)
    act(woman.pk, Command("cerclage placed", on - timedelta(161), {"technique": "mcdonald"}), by)
    return woman


def protocol(by: User) -> dict[str, Any]:
    """A run that had computed under the old protocol and writes after the new one's run is through."""
    women = [_sutured(f"P{number}", by) for number in range(5)]
    before = [sorted(one.rows.values_list("step", "tab")) for one in women]
    computed, through = threading.Event(), threading.Event()
    replace = worklist._replace

    def late(*arguments: Any) -> Any:
        if threading.current_thread() is old:
            computed.set()
            through.wait(60)
        return replace(*arguments)

    old = threading.Thread(target=lambda: worklist.recompute_all(clock.today()))
    with patch.object(worklist, "_replace", late):
        old.start()
        computed.wait(60)
        told = {name: getattr(hospital.current(), name) for name in hospital.FIELDS} | {"protocol": "rcog_nice"}
        hospital.save(told, by, seen=0)
        due = nights.due(clock.today(), timezone.now())
        worklist.recompute_all(clock.today(), nights.claim(clock.today(), timezone.now()))
        through.set()
        old.join()
    return {
        "due": due,
        "again": nights.due(clock.today(), timezone.now()),
        "before": before,
        "rows": [sorted(one.rows.values_list("step", "tab")) for one in women],
        "meant": [sorted((line.planned.step.id, line.tab) for line in _lines(one)) for one in women],
        "under": sorted(Run.objects.values_list("under", flat=True)),
    }


def _lines(woman: Woman) -> Any:
    woman.refresh_from_db()
    return worklist.lines_of(woman, clock.today())


def one(by: User) -> dict[str, Any]:
    """A single woman."""
    return {"woman": a_woman("one", by).number}


def many(by: User) -> dict[str, Any]:
    """A ward large enough that a night takes a while."""
    first = a_woman("first", by)
    Woman.objects.bulk_create(
        Woman(number=f"M{number:05}", name="nobody", document=first.document, events=first.events)
        for number in range(1200)
    )
    return {"women": Woman.objects.count()}


if __name__ == "__main__":
    call_command("migrate", verbosity=0)
    somebody = User.objects.create_user(f"doctor{time.time_ns()}", role=Role.DOCTOR)
    tales = {tale.__name__: tale for tale in (administrators, claims, protocol, one, many)}
    print(json.dumps(tales[sys.argv[1]](somebody), default=str))
