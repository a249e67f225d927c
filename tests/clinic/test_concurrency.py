"""Many hands at one record, and processes killed in the middle: on a real database file, or a PostgreSQL of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest

from tests.clinic.crowd import CROWD, PLACES

ROOT = Path(__file__).parent.parent.parent
SERVER = os.environ.get("FULLTERM_TEST_DATABASE", "sqlite")
KILLED = -9


@pytest.fixture
def database(tmp_path: Path) -> Iterator[str]:
    """An empty database nobody else uses."""
    if SERVER == "sqlite":
        yield f"sqlite:///{tmp_path / 'crowd.sqlite3'}"
        return
    name = f"crowd_{uuid.uuid4().hex[:12]}"
    with psycopg.connect(SERVER, autocommit=True) as server:
        server.execute(f"CREATE DATABASE {name}")
        try:
            yield f"{SERVER.rpartition('/')[0]}/{name}"
        finally:
            server.execute(f"DROP DATABASE {name} WITH (FORCE)")


def told(tale: str, database: str, folder: Path, crowd: str = "crowd") -> dict[str, Any]:
    """What a tale of `crowd`, or of another module of many hands, found on this database."""
    surroundings = {
        **os.environ, "DATABASE_URL": database, "FULLTERM_DATA": str(folder), "FULLTERM_DEMO": "1",
        "DJANGO_SETTINGS_MODULE": "fullterm.settings",
    }  # fmt: skip
    run = subprocess.run(
        [sys.executable, "-m", f"tests.clinic.{crowd}", tale],
        cwd=ROOT, env=surroundings, capture_output=True, text=True, timeout=240, check=False,
    )  # fmt: skip
    assert run.returncode == 0, run.stderr[-3000:]
    found: dict[str, Any] = json.loads(run.stdout)
    return found


def whole(state: dict[str, Any], events: int) -> bool:
    """Numbers without a gap, and document and rows as the events leave them."""
    assert state == {"numbers": list(range(1, events + 1)), "counted": events, "folds": True, "rows": True}
    return True


def test_headings_are_counted_right_while_their_lines_change_and_all_is_counted_anew(
    database: str, tmp_path: Path
) -> None:
    found = told("counting", database, tmp_path)
    assert found["ended"] == {"done": 20}
    assert found["counted"] == found["by hand"]
    assert found["counted"]["women"] == 10


def test_twenty_people_at_one_record_lose_nothing_and_leave_no_gap(database: str, tmp_path: Path) -> None:
    found = told("threads", database, tmp_path)
    ended, state = found["own"]
    assert ended == {"done": CROWD}
    assert whole(state, 1 + CROWD)
    ended, state = found["page"]
    assert ended == {"done": 1, "Changed": CROWD - 1}, "from the same page, the first is saved and the others told"
    assert whole(state, 2)
    ended, state = found["same"]
    assert ended == {"done": CROWD}, "the same request sent twenty times is answered twenty times and carried out once"
    assert whole(state, 2)


def test_the_nightly_run_twice_at_once_while_people_work_doubles_and_loses_nothing(
    database: str, tmp_path: Path
) -> None:
    found = told("nightly", database, tmp_path)
    ended, state = found["night"]
    assert ended == {"done": 10}
    assert whole(state, 9)
    assert found["doubled"] == 0
    assert found["counted"] == found["by hand"]


def test_twenty_who_guess_at_her_code_at_once_are_counted_one_by_one(database: str, tmp_path: Path) -> None:
    found = told("guessers", database, tmp_path)
    assert found == {"ended": {"done": CROWD}, "counted": 5, "let in": False}


def test_a_process_killed_in_the_middle_leaves_the_event_and_its_rows_or_neither(database: str, tmp_path: Path) -> None:
    found = told("killed", database, tmp_path)
    assert list(found) == list(PLACES)
    for place, (code, state, written) in found.items():
        assert code == KILLED, place
        assert written == (1 if place == "afterwards" else 0), place
        assert whole(state, 1 + written), place


def test_what_a_process_was_told_is_saved_is_saved_however_it_dies(database: str, tmp_path: Path) -> None:
    found = told("worn", database, tmp_path)
    assert found["ended"] == [KILLED] * len(found["ended"])
    assert len(found["told"]) > len(found["ended"]), "it worked between the deaths"
    saved = found["state"]["counted"]
    assert whole(found["state"], saved)
    assert set(found["told"]) <= set(found["state"]["numbers"])
    unheard = saved - 1 - len(found["told"])
    assert 0 <= unheard <= len(found["ended"]), "at most one a death was saved with nobody left to be told"
