"""`fullterm serve` and `fullterm manage`: the clinic is started as programs of its own, so that no command needs it."""

from __future__ import annotations

import ctypes
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from types import FrameType

SETTINGS = "fullterm.settings"
NO_SECRET = (
    "FULLTERM_SECRET_KEY is not set: put a long random secret in it, the same at every start "
    "(python3 -c 'import secrets; print(secrets.token_urlsafe(50))'), or FULLTERM_DEMO=1 for the demonstration\n"
)
NO_PROXY = (
    ": FULLTERM_PROXY=1 says that one is there. Without it everybody is sent on to an https address that "
    "nobody answers; docs/serving.md says how to set it up"
)
BAD_INPUT = 2
PATIENCE = 30.0
"""Seconds the server is given to answer what it has begun, before it is killed."""
AGAIN_AFTER = 5.0
"""Seconds before the nights are started again when they ended by themselves."""
YEAR = 365 * 24 * 60 * 60
"""Seconds a browser keeps a static file: its name carries a hash of its content."""
PR_SET_PDEATHSIG = 1  # of Linux's prctl(2)


def manage(arguments: Sequence[str]) -> int:
    """Run one command of Django's; its exit code. 2 when the secret is missing."""
    if _without_secret() and list(arguments[:1]) not in ([], ["help"]):
        sys.stderr.write(NO_SECRET)
        return BAD_INPUT
    _data()
    return subprocess.run([sys.executable, "-m", "django", *arguments], env=_environment(), check=False).returncode


def run(host: str, port: int, workers: int) -> int:
    """Prepare the database and the static files, then serve, and keep the nights beside it; the server's exit code."""
    if _without_secret():
        sys.stderr.write(NO_SECRET)
        return BAD_INPUT
    if taken := _taken(host, port):
        sys.stderr.write(
            f"the clinic is not started: {host}:{port} cannot be listened on ({taken}); choose another --port\n"
        )
        return BAD_INPUT
    steps = [
        ["migrate", "--verbosity", "0"],
        ["check", "--database", "default", "--verbosity", "0"],
        ["collectstatic", "--noinput", "--verbosity", "0"],
        ["demonstration"] if _demonstration() else ["administrator", "--missing"],
    ]
    os.environ["FULLTERM_ADDRESS"] = f"http://{host}:{port}"
    for step in steps:
        code = manage(step)
        if code:
            sys.stderr.write(f"the clinic is not started: {' '.join(step)} failed\n")
            return code
    sys.stdout.write(f"The clinic answers at http://{host}:{port}/ (Ctrl-C ends it)\n")
    if not _demonstration():
        sys.stdout.write(f"People come to it by https, through a proxy{'' if _behind_proxy() else NO_PROXY}\n")
    sys.stdout.flush()
    return _both(_server(host, port, workers), [sys.executable, "-m", "django", "nights"])


def _taken(host: str, port: int) -> str:
    """Why nobody can listen there; empty when one can. Two servers of ours would share a port without a word."""
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        with socket.socket(family, kind, protocol) as tried:
            tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # a port whose server has just ended is free
            tried.bind(address)
    except OSError as error:
        return error.strerror or str(error)
    return ""


def _server(host: str, port: int, workers: int) -> list[str]:
    return [
        sys.executable, "-m", "granian", "--interface", "wsgi", "--host", host, "--port", str(port),
        "--workers", str(workers), "--blocking-threads", "4", "--respawn-failed-workers", "--log-level", "warning",
        "--static-path-route", "/static", "--static-path-mount", str(_data() / "static"),
        "--static-path-expires", str(YEAR), "fullterm.clinic.wsgi:application",
    ]  # fmt: skip


def _both(server: list[str], nights: list[str]) -> int:
    """Run both until the server ends, or a signal ends this program and with it both; the server's exit code."""
    stopped: list[int] = []

    def stop(number: int, _: FrameType | None) -> None:
        stopped.append(number)

    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, stop)
    serving, keeping, ended = _start(server), _start(nights), 0.0
    while serving.poll() is None and not stopped:
        if keeping.poll() is not None:
            ended = ended or time.monotonic()
            if time.monotonic() - ended > AGAIN_AFTER:
                sys.stderr.write("the nights ended by themselves and are started again\n")
                keeping, ended = _start(nights), 0.0
        time.sleep(0.2)
    code = _end(serving)
    _end(keeping)
    if stopped:
        return 0
    return code if code >= 0 else 128 - code


def _start(program: list[str]) -> subprocess.Popen[bytes]:
    """Start a program in a session of its own: Ctrl-C reaches it through us alone, and only once."""
    return subprocess.Popen(program, env=_environment(), start_new_session=True, preexec_fn=_not_without_parent)


def _not_without_parent() -> None:
    """On Linux: have the kernel end this child when its parent is killed, which cannot say so itself."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)


def _end(child: subprocess.Popen[bytes]) -> int:
    """End a child, and whatever it leaves behind; killed when it does not end in time. Its exit code."""
    child.terminate()
    try:
        code = child.wait(PATIENCE)
    except subprocess.TimeoutExpired:
        child.kill()
        code = child.wait()
    with suppress(ProcessLookupError):
        os.killpg(child.pid, signal.SIGKILL)  # workers that outlived their server would keep its port
    return code


def _demonstration() -> bool:
    return os.environ.get("FULLTERM_DEMO") == "1"


def _behind_proxy() -> bool:
    return os.environ.get("FULLTERM_PROXY") == "1"


def _without_secret() -> bool:
    return not _demonstration() and not os.environ.get("FULLTERM_SECRET_KEY")


def _data() -> Path:
    """Where the clinic keeps its files, as `settings` reads it; made when it is not there."""
    data = Path(os.environ.get("FULLTERM_DATA", "var")).resolve()
    data.mkdir(parents=True, exist_ok=True)
    return data


def _environment() -> dict[str, str]:
    return {**os.environ, "DJANGO_SETTINGS_MODULE": SETTINGS}
