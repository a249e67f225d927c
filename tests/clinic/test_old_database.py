"""A database of an earlier release (commit a2fa712, before sutures were a list) is migrated and reads as before.

`fixtures/a2fa712.sql.gz` was written by that release: women with a suture in, out, abdominal, left in after a birth,
only told, and none; three signatures. `fixtures/a2fa712.json` holds the facts it read of each on 2026-09-10.
"""

from __future__ import annotations

import gzip
import json
import os
import sqlite3
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

FIXTURES = Path(__file__).parent / "fixtures"
ROOT = Path(__file__).parents[2]
READ = """
import json, os
from datetime import date
import django
django.setup()
from django.core.management import call_command
call_command("migrate", verbosity=0)
from fullterm.clinic.base import settings_in_force as hospital
from fullterm.care.assess.assessment import assess
from fullterm.care.case.facts_on import known_on
from fullterm.care.record.events import fold, read
from fullterm.care.signing.changes_since import since
from fullterm.care.case.sutures import state, sutures
from fullterm.clinic.models import Woman
from fullterm.clinic.base.effective_events import signatures_of, told
from fullterm.logic.quantity import Span
ON, found = date(2026, 9, 10), {}
for woman in Woman.objects.order_by("number"):
    case, problems = read(woman.document)
    facts = known_on(case, ON).facts.values
    signed = {}
    for event in signatures_of(woman):
        changes = since(event.data["shown"], assess(case, event.on, hospital.protocol()))
        parts = (changes.added, changes.changed, changes.removed)
        signed[event.number] = [[one["fact"] for one in part] for part in parts]
    found[woman.number] = {
        "facts": {name: [one.low, one.high] if isinstance(one, Span) else one for name, one in facts.items()},
        "problems": [str(one) for one in problems],
        "sutures": [[one.id, state(one, ON), one.owner] for one in sutures(case, ON)],
        "signed": signed,
        "folds": fold(told(one) for one in woman.history.order_by("number")) == woman.document,
    }
print(json.dumps(found))
"""


@pytest.fixture(scope="module")
def now(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What today's release reads of that database, once it is migrated."""
    data = tmp_path_factory.mktemp("old")
    with sqlite3.connect(data / "clinic.sqlite3") as old:
        old.executescript(gzip.decompress((FIXTURES / "a2fa712.sql.gz").read_bytes()).decode())
    old.close()
    told = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    told |= {"FULLTERM_DEMO": "1", "FULLTERM_DATA": str(data), "DJANGO_SETTINGS_MODULE": "fullterm.settings"}
    told["PYTHONPATH"] = str(ROOT / "src")
    done = subprocess.run([sys.executable, "-c", READ], capture_output=True, text=True, env=told, cwd=ROOT, check=False)
    assert done.returncode == 0, done.stderr
    return dict(json.loads(done.stdout))


def test_every_fact_is_read_as_it_was(now: dict[str, Any]) -> None:
    before: dict[str, dict[str, Any]] = json.loads((FIXTURES / "a2fa712.json").read_text())

    assert now.keys() == before.keys()
    for number, facts in before.items():
        assert {name: now[number]["facts"].get(name) for name in facts} == facts, number
        more = now[number]["facts"].keys() - facts.keys()
        assert more <= {"suture_in", "suture_vaginal", "suture_abdominal"}, number
        assert (now[number]["problems"], now[number]["folds"]) == ([], True), number


def test_each_suture_has_its_name_its_state_and_its_owner(now: dict[str, Any]) -> None:
    assert {number: one["sutures"] for number, one in now.items()} == {
        "F-1": [["3", "in", "Dr Li"]],
        "F-2": [["3", "out", None]],
        "F-3": [["3", "in", None]],
        "F-4": [["3", "in", "Dr Zhou"]],
        "F-5": [["told", "in", "Dr Wu"]],
        "F-6": [],
    }


def test_no_signature_reads_changed_by_the_list_of_sutures_alone(now: dict[str, Any]) -> None:
    signed = {number: one["signed"] for number, one in now.items() if one["signed"]}

    assert signed.keys() == {"F-1", "F-4", "F-5"}
    assert all(changes == [[], [], []] for one in signed.values() for changes in one.values()), signed
