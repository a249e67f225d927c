"""The command line as a person runs it, in this process, and the examples by their short names."""

import json
import sys
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from typer.testing import CliRunner, Result

from fullterm.cli.app import app

ROOT = Path(__file__).parent.parent.parent
EXAMPLES = {path.stem: path for path in sorted((ROOT / "examples").glob("*.yaml"))}
FIRST, TWELVE, REMOVAL, SECOND = (EXAMPLES[name] for name in sorted(EXAMPLES) if name.startswith("ms-wang"))


TODAY = date(2026, 11, 30)
"""The day it is in every test: none depends on the clock of the machine."""
COMMAND = (
    sys.executable,
    "-c",
    f"from datetime import date; from fullterm.cli import main; main(date.fromisoformat('{TODAY}'))",
)
"""The command as a process of its own, on that day."""


def fullterm(*arguments: object, told: str | None = None, columns: int = 120, today: date = TODAY) -> Result:
    """Run one command with its own standard input; exit code, stdout and stderr are kept apart."""
    runner = CliRunner(env={"COLUMNS": str(columns)})
    return runner.invoke(app, [str(one) for one in arguments], input=told, obj=today)


@cache
def page(case: Path, *options: str, columns: int = 120) -> str:
    """The printed page of a case that has no problem."""
    result = fullterm("assess", case, *options, columns=columns)
    assert (result.exit_code, result.stderr) == (0, "")
    return result.stdout


@cache
def decided(case: Path, *options: str) -> dict[str, Any]:
    """The JSON of a case that has no problem."""
    found: dict[str, Any] = json.loads(page(case, "--json", *options))
    return found


def plan_of(case: Path, *options: str) -> dict[str, dict[str, Any]]:
    return {step["step"]: step for step in decided(case, *options)["plan"]}
