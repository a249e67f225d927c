"""`fullterm serve` keeps the nights by itself: real servers and signals, a database file or a PostgreSQL of its own."""

from __future__ import annotations

import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import psycopg
import pytest
from django.utils import timezone

from fullterm.clinic.base import settings_in_force as hospital
from fullterm.clinic.derived import nightly as nights
from fullterm.clinic.models import Run, User
from fullterm.clinic.pages.today.alarm import alarms
from tests.clinic import ward
from tests.clinic.crowd import CROWD
from tests.clinic.test_concurrency import ROOT, database

__all__ = ["database"]  # a fixture
PATIENCE = 90.0  # seconds: this machine is shared
SECRET = "".join(chr(33 + (7 * one) % 90) for one in range(64))


class Clinic:
    """A database, and the programs started on it."""

    def __init__(self, database: str, folder: Path) -> None:
        self.database, self.folder, self.started = database, folder, list[subprocess.Popen[str]]()
        self.zone = "Asia/Shanghai"

    @property
    def surroundings(self) -> dict[str, str]:
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("FULLTERM_", "DJANGO_"))}
        return {
            **kept, "DATABASE_URL": self.database, "FULLTERM_DATA": str(self.folder), "FULLTERM_SECRET_KEY": SECRET,
            "FULLTERM_TIME_ZONE": self.zone, "FULLTERM_PROXY": "1", "DJANGO_SETTINGS_MODULE": "fullterm.settings",
        }  # fmt: skip

    def start(self, *program: str) -> subprocess.Popen[str]:
        said = self.folder / f"said-{len(self.started)}.txt"
        with said.open("w") as file:
            started = subprocess.Popen(
                [sys.executable, *program], env=self.surroundings, cwd=ROOT, text=True, start_new_session=True,
                stdout=file, stderr=subprocess.STDOUT,
            )  # fmt: skip
        self.started.append(started)
        return started

    def said(self, by: subprocess.Popen[str]) -> str:
        return (self.folder / f"said-{self.started.index(by)}.txt").read_text()

    def ended(self, server: subprocess.Popen[str]) -> tuple[int, str]:
        return server.wait(PATIENCE), self.said(server)

    def manage(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "django", *arguments], env=self.surroundings, cwd=ROOT, text=True,
            capture_output=True, timeout=PATIENCE * 3, check=False,
        )  # fmt: skip

    def tale(self, name: str) -> dict[str, Any]:
        run = subprocess.run(
            [sys.executable, "-m", "tests.clinic.office", name], env=self.surroundings, cwd=ROOT, text=True,
            capture_output=True, timeout=PATIENCE * 3, check=False,
        )  # fmt: skip
        assert run.returncode == 0, run.stderr[-3000:]
        found: dict[str, Any] = json.loads(run.stdout)
        return found

    def serve(self) -> tuple[subprocess.Popen[str], int]:
        """A server that answers, and its port."""
        port = free()
        server = self.start(
            "-c", "from fullterm.cli import main; main()", "serve", "--port", str(port), "--workers", "1"
        )
        until(lambda: answers(port) or server.poll() is not None)
        assert server.poll() is None, self.said(server)
        return server, port

    def asked(self, sql: str) -> list[tuple[Any, ...]]:
        """What the database answers, on a connection of its own."""
        if self.database.startswith("sqlite"):
            import sqlite3

            with closing(sqlite3.connect(self.database.removeprefix("sqlite:///"), timeout=20)) as file, file:
                return list(file.execute(sql).fetchall())
        with psycopg.connect(self.database, autocommit=True) as server:
            cursor = server.execute(sql)  # type: ignore[call-overload]  # the test's own words
            return list(cursor.fetchall()) if cursor.description else []

    def runs(self) -> list[tuple[date, int, bool, int]]:
        """Day, attempt, whether it finished, how many women."""
        rows = self.asked('SELECT "on", attempt, finished, women FROM clinic_run ORDER BY id')
        return [(date.fromisoformat(str(on)), attempt, bool(done), women) for on, attempt, done, women in rows]

    def aged(self) -> None:
        """As if ten minutes had passed since the last sign of life."""
        old = (datetime.now(ZoneInfo("UTC")) - timedelta(minutes=10)).strftime("%Y-%m-%d %H:%M:%S")
        zone = "" if self.database.startswith("sqlite") else "+00"
        self.asked(f"UPDATE clinic_run SET beat = '{old}{zone}', started = '{old}{zone}' WHERE finished IS NULL")

    def children(self, parent: int) -> list[int]:
        found = []
        for one in Path("/proc").glob("[0-9]*/stat"):
            with suppress(OSError):
                pid, _, rest = one.read_text().partition(" ")
                if int(rest.rpartition(")")[2].split()[1]) == parent:
                    found.append(int(pid))
        return found


def free() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def answers(port: int) -> bool:
    with suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
        return True
    return False


def until(what: Callable[[], Any], seconds: float = PATIENCE) -> None:
    ends = time.monotonic() + seconds
    while not what():
        assert time.monotonic() < ends, "it took too long"
        time.sleep(0.1)


def alive(pid: int) -> bool:
    with suppress(OSError):
        return "Z" not in Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    return False


@pytest.fixture
def clinic(database: str, tmp_path: Path) -> Iterator[Clinic]:
    """A clinic whose tables are there."""
    made = Clinic(database, tmp_path)
    assert made.manage("migrate", "--verbosity", "0").returncode == 0
    yield made
    for one in made.started:
        if one.poll() is None:
            one.terminate()
            with suppress(subprocess.TimeoutExpired):
                one.wait(20)
        with suppress(ProcessLookupError):
            os.killpg(one.pid, signal.SIGKILL)


def today_in(zone: str) -> date:
    return datetime.now(ZoneInfo(zone)).date()


# ---- serve


def test_two_servers_on_one_database_run_the_night_once_and_stop_when_told(clinic: Clinic) -> None:
    first, here = clinic.serve()
    second, there = clinic.serve()
    until(lambda: any(done for _, _, done, _ in clinic.runs()))
    time.sleep(7)  # a look each, at least
    assert [(on, attempt) for on, attempt, *_ in clinic.runs()] == [(today_in(clinic.zone), 1)]
    children = clinic.children(first.pid) + clinic.children(second.pid)
    assert len(children) == 4

    first.send_signal(signal.SIGINT)
    second.send_signal(signal.SIGTERM)
    for server, port in ((first, here), (second, there)):
        code, said = clinic.ended(server)
        assert code == 0, said
        assert "Traceback" not in said
        assert "make the first administrator" in said
        assert not answers(port)
    until(lambda: not any(map(alive, children)), 10)


def test_the_nights_come_back_and_a_server_that_dies_ends_everything_with_its_code(clinic: Clinic) -> None:
    server, port = clinic.serve()
    granian, keeping = sorted(clinic.children(server.pid))
    until(lambda: clinic.runs())
    os.kill(keeping, signal.SIGKILL)
    until(lambda: len(clinic.children(server.pid)) == 2 and keeping not in clinic.children(server.pid), 30)
    assert answers(port), "the nights are no reason to stop answering"

    again = max(clinic.children(server.pid))
    workers = clinic.children(granian)
    os.kill(granian, signal.SIGKILL)
    code, said = clinic.ended(server)
    assert code == 128 + signal.SIGKILL, said
    until(lambda: not any(map(alive, [again, *workers])), 10)
    assert not answers(port)


def test_a_parent_that_is_killed_leaves_nobody_behind(clinic: Clinic) -> None:
    server, port = clinic.serve()
    children = clinic.children(server.pid)
    server.kill()
    until(lambda: not any(map(alive, children)), 40)
    until(lambda: not answers(port), 10)


def test_a_new_day_is_the_hospitals_own_and_a_server_that_was_away_at_midnight_catches_up(clinic: Clinic) -> None:
    """Niue is 25 hours behind Kiritimati: whenever this runs, the one has another day than the other."""
    clinic.zone = "Pacific/Niue"
    assert clinic.manage("nights", "--once").returncode == 0
    before = today_in(clinic.zone)
    clinic.zone = "Pacific/Kiritimati"
    clinic.serve()
    until(lambda: len([one for one in clinic.runs() if one[2]]) == 2)
    assert [on for on, *_ in clinic.runs()] == [before, today_in(clinic.zone)]


def test_static_files_are_named_after_their_content_and_kept_for_a_year(clinic: Clinic) -> None:
    _, port = clinic.serve()

    def got(path: str) -> Any:
        asked = urllib.request.Request(f"http://127.0.0.1:{port}{path}", headers={"X-Forwarded-Proto": "https"})
        return urllib.request.urlopen(asked, timeout=20)

    page = got("/accounts/login/").read().decode()
    files = re.findall(r'(?:href|src)="(/static/[^"]+)"', page)
    assert len(files) >= 3
    for path in files:
        assert re.search(r"\.[0-9a-f]{12}\.(css|js|svg)$", path), path
        with got(path) as answer:
            assert answer.status == 200
            assert answer.headers["Cache-Control"] == "max-age=31536000"


# ---- nights


def test_a_night_that_was_killed_is_begun_again_by_the_next(clinic: Clinic) -> None:
    women = clinic.tale("many")["women"]
    night = clinic.start("-m", "django", "nights", "--once")
    until(lambda: any(count > 0 for *_, count in clinic.runs()))
    night.kill()
    night.wait(PATIENCE)
    assert clinic.runs()[0][1:3] == (1, False)

    clinic.manage("nights", "--once")
    assert len(clinic.runs()) == 1, "it may still be alive: nobody doubles it yet"
    clinic.aged()
    assert clinic.manage("nights", "--once").returncode == 0
    assert [one[1:] for one in clinic.runs()][1] == (2, True, women)
    clinic.manage("nights", "--once")
    assert len(clinic.runs()) == 2


def test_a_night_that_fails_says_so_and_is_tried_again(clinic: Clinic) -> None:
    clinic.tale("one")
    clinic.asked("ALTER TABLE clinic_row RENAME TO clinic_row_away")
    failed = clinic.manage("nights", "--once")
    assert "a nightly run failed" in failed.stderr
    assert [one[1:3] for one in clinic.runs()] == [(1, False)]
    clinic.asked("ALTER TABLE clinic_row_away RENAME TO clinic_row")
    clinic.aged()
    assert clinic.manage("nights", "--once").stderr == ""
    assert [one[1:3] for one in clinic.runs()] == [(1, False), (2, True)]


def test_of_twenty_who_claim_a_night_one_has_it(clinic: Clinic) -> None:
    found = clinic.tale("claims")
    assert found["ended"] == [{"done": CROWD}, {"done": CROWD}]
    assert found["won"] == [1, 2]


def test_a_run_under_the_old_protocol_that_comes_late_leaves_the_new_one_standing(clinic: Clinic) -> None:
    found = clinic.tale("protocol")
    assert (found["due"], found["again"]) == (True, False)
    assert found["rows"] == found["meant"]
    assert found["meant"] != found["before"], "the two protocols mean different lines for her"
    assert found["under"] == ["antai 0", "rcog_nice 1"]


def test_two_administrators_who_close_each_other_at_once_never_both_succeed(clinic: Clinic) -> None:
    for said, left in clinic.tale("administrators")["rounds"]:
        assert (said, left) == (["closed", "refused"], 1)


# ---- when a run is due, in the tests' own database


@pytest.mark.django_db
def test_a_run_is_due_once_a_day_and_once_a_protocol(administrator: User) -> None:
    now = timezone.now()
    run = nights.claim(ward.DAY, now)
    assert run is not None
    assert not nights.due(ward.DAY, now), "somebody is at it"
    run.finished = now
    run.save()
    assert not nights.due(ward.DAY, now)
    assert nights.due(ward.DAY + timedelta(days=1), now)
    told = {name: getattr(hospital.current(), name) for name in hospital.FIELDS}
    hospital.save(told | {"telephone": "1"}, administrator, seen=0)
    assert not nights.due(ward.DAY, now), "a telephone number changes nobody's plan"
    hospital.save(told | {"protocol": "rcog_nice"}, administrator, seen=1)
    assert nights.due(ward.DAY, now)
    hospital.save(told, administrator, seen=2)
    assert nights.due(ward.DAY, now), "the first protocol again is not the first time"


@pytest.mark.django_db
def test_a_silent_run_is_tried_again_after_a_pause_that_grows(db: None) -> None:
    begun = timezone.now()
    for attempt, pause in ((1, 2), (2, 4), (3, 6), (40, 30)):
        Run.objects.create(on=ward.DAY, under=hospital.current().under, attempt=attempt, beat=begun)
        assert not nights.due(ward.DAY, begun + timedelta(minutes=pause)), attempt
        assert nights.due(ward.DAY, begun + timedelta(minutes=pause, seconds=1)), attempt


@pytest.mark.django_db
def test_a_run_that_keeps_failing_keeps_the_alarm_until_one_is_whole(db: None) -> None:
    now = timezone.now()
    Run.objects.create(on=ward.DAY, finished=now, attempt=1, under=hospital.current().under)
    Run.objects.filter(attempt=1).update(started=now - timedelta(hours=2))
    for attempt in (2, 3):
        Run.objects.create(on=ward.DAY, attempt=attempt, under=hospital.current().under)
    Run.objects.filter(attempt=2).update(started=now - timedelta(minutes=20))
    assert [one.word for one in alarms(ward.DAY, now)] == ["today.alarm.unfinished"]
    Run.objects.filter(attempt=3).update(finished=now)
    assert alarms(ward.DAY, now) == ()


@pytest.mark.django_db
def test_while_a_new_protocol_is_computed_today_says_that_it_may_not_be_whole(administrator: User) -> None:
    now = timezone.now()
    Run.objects.create(on=ward.DAY, finished=now, attempt=1, under=hospital.current().under)
    told = {name: getattr(hospital.current(), name) for name in hospital.FIELDS}
    hospital.save(told | {"protocol": "rcog_nice"}, administrator, seen=0)
    assert [one.word for one in alarms(ward.DAY, now)] == ["today.alarm.protocol"]
