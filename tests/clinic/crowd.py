"""Many hands and sudden deaths on a database of its own, in a process of its own: `python -m tests.clinic.crowd TALE`.

A test database lives inside one transaction or in memory; what happens between real connections, and to a process that
is killed, can only be seen from outside. Each tale prints what it found as JSON.
"""

from __future__ import annotations

import itertools
import json
import os
import random
import signal
import sys
import threading
import uuid
from collections import Counter
from collections.abc import Callable
from datetime import timedelta
from typing import Any
from unittest.mock import patch

import django

if __name__ == "__main__":
    django.setup()

from django.core.management import call_command
from django.db import connection, connections

from fullterm.care.record.events import RecordEvent, fold
from fullterm.clinic.base import clock
from fullterm.clinic.derived import recompute as worklist
from fullterm.clinic.derived.counters import counts, recount
from fullterm.clinic.models import Event, Link, Role, Row, User, Woman
from fullterm.clinic.write import links
from fullterm.clinic.write.once import Changed, Command
from fullterm.clinic.write.record import act

CROWD = 20
PLACES = ("Event.objects.create", "Woman.save", "Row.objects.bulk_create", "commit", "afterwards")
"""Where a process is killed: each step of an action, the last one after it was answered for."""


def dated() -> dict[str, Any]:
    """A pregnancy of fourteen weeks on the day of the real clock."""
    return {"due": (clock.today() + timedelta(280 - 98)).isoformat(), "dating": "crl", "within": "2d", "fetuses": 1}


def a_woman(number: str, by: User) -> Woman:
    woman = Woman.objects.create(number=number, name="nobody")
    act(woman.pk, Command("pregnancy began", clock.today(), dated()), by)
    woman.refresh_from_db()
    return woman


def scan(key: uuid.UUID | None = None) -> Command:
    return Command("scanned", clock.today(), {"length": "31 mm"}, key=key)


def state(woman: Woman) -> dict[str, Any]:
    """Whether what is stored hangs together: numbers without a gap, document and rows as the events leave them."""
    woman.refresh_from_db()
    events = list(woman.history.all())
    lines = {(one.planned.step.id, one.tab, one.urgency) for one in worklist.lines_of(woman, clock.today())}
    return {
        "numbers": [event.number for event in events],
        "counted": woman.events,
        "folds": fold(RecordEvent(event.action, event.on, event.data) for event in events) == woman.document,
        "rows": set(woman.rows.values_list("step", "tab", "urgency")) == lines,
    }


def changed(error: Exception) -> str:
    """How a deed ended that was not done: a record somebody else changed first is named shortly."""
    return type(error).__name__ if isinstance(error, Changed) else repr(error)


def together(deeds: list[Callable[[], Any]], said: Callable[[Exception], str] = changed) -> Counter[str]:
    """All at once, each on its own connection; how each ended, what went wrong as `said` tells it."""
    gate, ended = threading.Barrier(len(deeds)), []

    def one(deed: Callable[[], Any]) -> None:
        gate.wait()
        try:
            deed()
            ended.append("done")
        except Exception as error:
            ended.append(said(error))
        finally:
            connection.close()

    threads = [threading.Thread(target=one, args=(deed,)) for deed in deeds]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return Counter(ended)


def in_a_child(deed: Callable[[], Any]) -> int:
    """What ended a process that did the deed: its exit code, negative for a signal."""
    connections.close_all()
    child = os.fork()
    if child == 0:
        try:
            deed()
        finally:
            os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def threads(by: User) -> dict[str, Any]:
    """Twenty at once on one woman: everybody's own deed; all from the same page; the same request again and again."""
    own, page, same = (a_woman(number, by) for number in ("own", "page", "same"))
    key = uuid.uuid4()
    return {
        "own": [together([lambda: act(own.pk, scan(), by)] * CROWD), state(own)],
        "page": [together([lambda: act(page.pk, scan(), by, seen=page.events)] * CROWD), state(page)],
        "same": [together([lambda: act(same.pk, scan(key), by, seen=same.events)] * CROWD), state(same)],
    }


def nightly(by: User) -> dict[str, Any]:
    """The nightly run twice at once while people work."""
    woman = a_woman("night", by)
    deeds: list[Callable[[], Any]] = [lambda: act(woman.pk, scan(), by)] * 8
    runs: list[Callable[[], Any]] = [lambda: worklist.recompute_all(clock.today())] * 2
    found = {"night": [together(deeds + runs), state(woman)], "doubled": Row.objects.count() - woman.rows.count()}
    return found | {"counted": counted(), "by hand": by_hand()}


def counting(by: User) -> dict[str, Any]:
    """Headings counted anew again and again while lines of many women change."""
    women = [a_woman(f"counted {number}", by) for number in range(6)]
    deeds: list[Callable[[], Any]] = [lambda of=one: act(of.pk, scan(), by) for one in women * 2]
    new: list[Callable[[], Any]] = [lambda n=number: a_woman(f"new {n}", by) for number in range(4)]
    return {"ended": together([*deeds, *new, *[recount] * 4]), "counted": counted(), "by hand": by_hand()}


def counted() -> dict[str, int]:
    return {name: number for name, number in counts().items() if number}


def by_hand() -> dict[str, int]:
    return {**Counter(Row.objects.values_list("tab", flat=True)), "women": Woman.objects.count()}


def guessers(by: User) -> dict[str, Any]:
    """Twenty at once who have her address and guess at the code; then she herself, with the right one."""
    woman = a_woman("guess", by)
    given = links.give(woman, by, clock.today() + timedelta(30), uuid.uuid4())
    wrong = "000000" if given.code != "000000" else "111111"
    ended = together([lambda: links.try_code(Link.objects.get(pk=given.link.pk), given.token, wrong)] * CROWD)
    let_in = links.try_code(given.link, given.token, given.code)
    return {"ended": ended, "counted": given.link.uses.filter(what="wrong").count(), "let in": let_in}


def killed(by: User) -> dict[str, Any]:
    """A process killed at each step of an action: the event and the rows, or neither."""
    found = {}
    for place in PLACES:
        woman = a_woman(place[:30], by)
        before = woman.events
        found[place] = [in_a_child(lambda at=place, of=woman: _die(at, of, by)), state(woman), woman.events - before]
    return found


def _die(place: str, woman: Woman, by: User) -> None:
    def now(*_: Any, **__: Any) -> None:
        os.kill(os.getpid(), signal.SIGKILL)

    places = {
        "Event.objects.create": (Event.objects, "create"),
        "Woman.save": (Woman, "save"),
        "Row.objects.bulk_create": (Row.objects, "bulk_create"),
        "commit": (connection, "_commit"),
    }
    if place in places:
        with patch.object(*places[place], now):
            act(woman.pk, scan(), by)
    act(woman.pk, scan(), by)
    now()


def worn(by: User) -> dict[str, Any]:
    """A process that works without a pause, killed at any moment: whatever it was told is saved, is saved."""
    woman = a_woman("worn", by)
    chance = random.Random(7)
    told, ended = [], []
    for _ in range(6):
        reader, writer = os.pipe()
        acts, seconds = chance.randint(2, 5), chance.uniform(0, 0.1)
        ended.append(in_a_child(lambda w=writer, n=acts, s=seconds: _work(woman, by, w, n, s)))
        os.close(writer)
        with os.fdopen(reader) as said:
            told += [int(number) for number in said.read().split()]
        chance.random()
    return {"told": told, "ended": ended, "state": state(woman)}


def _work(woman: Woman, by: User, writer: int, acts: int, seconds: float) -> None:
    """Work without a pause. So many acts are told, however slow the machine; the death comes so long after the last."""
    reaper = threading.Timer(seconds, os.kill, (os.getpid(), signal.SIGKILL))
    for number in itertools.count(1):
        os.write(writer, f"{act(woman.pk, scan(), by).number}\n".encode())
        if number == acts:
            reaper.start()


if __name__ == "__main__":
    call_command("migrate", verbosity=0)
    doctor = User.objects.create_user("doctor", role=Role.DOCTOR)
    tales = (threads, nightly, counting, guessers, killed, worn)
    print(json.dumps({tale.__name__: tale for tale in tales}[sys.argv[1]](doctor)))
