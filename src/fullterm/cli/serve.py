"""`fullterm serve` and `fullterm manage`: the clinic is started as programs of its own, so that no command needs it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

SETTINGS = "fullterm.settings"
NO_SECRET = (
    "FULLTERM_SECRET_KEY is not set: put a long random secret in it, the same at every start "
    "(python3 -c 'import secrets; print(secrets.token_urlsafe(50))'), or FULLTERM_DEMO=1 for the demonstration\n"
)
BAD_INPUT = 2


def manage(arguments: Sequence[str]) -> int:
    """Run one command of Django's; its exit code. 2 when the secret is missing."""
    if _without_secret() and list(arguments[:1]) not in ([], ["help"]):
        sys.stderr.write(NO_SECRET)
        return BAD_INPUT
    _data()
    return subprocess.run([sys.executable, "-m", "django", *arguments], env=_environment(), check=False).returncode


def run(host: str, port: int, workers: int) -> int:
    """Prepare the database and the static files, then become the server; returns only when something failed."""
    if _without_secret():
        sys.stderr.write(NO_SECRET)
        return BAD_INPUT
    steps = [["migrate", "--verbosity", "0"], ["collectstatic", "--noinput", "--verbosity", "0"]]
    if _demonstration():
        steps.append(["demonstration"])
    for step in steps:
        code = manage(step)
        if code:
            sys.stderr.write(f"the clinic is not started: {' '.join(step)} failed\n")
            return code
    sys.stdout.write(f"The clinic answers at http://{host}:{port}/ (Ctrl-C ends it)\n")
    sys.stdout.flush()
    return _become_server(host, port, workers)


def _become_server(host: str, port: int, workers: int) -> NoReturn:
    os.execve(
        sys.executable,
        [
            sys.executable, "-m", "granian", "--interface", "wsgi", "--host", host, "--port", str(port),
            "--workers", str(workers), "--blocking-threads", "4", "--respawn-failed-workers", "--log-level", "warning",
            "--static-path-route", "/static", "--static-path-mount", str(_data() / "static"),
            "--static-path-expires", "300", "fullterm.clinic.wsgi:application",
        ],
        _environment(),
    )  # fmt: skip


def _demonstration() -> bool:
    return os.environ.get("FULLTERM_DEMO") == "1"


def _without_secret() -> bool:
    return not _demonstration() and not os.environ.get("FULLTERM_SECRET_KEY")


def _data() -> Path:
    """Where the clinic keeps its files, as `settings` reads it; made when it is not there."""
    data = Path(os.environ.get("FULLTERM_DATA", "var")).resolve()
    data.mkdir(parents=True, exist_ok=True)
    return data


def _environment() -> dict[str, str]:
    return {**os.environ, "DJANGO_SETTINGS_MODULE": SETTINGS}
