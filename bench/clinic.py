"""The clinic with many women: `python -m bench.clinic --women 100000 --users 20 --database sqlite|postgres|both`.

The real server (`fullterm serve`, as it comes) answers people on this machine, who share its processors with it: each
has a session of her own, opens a page, reads it for about a second and opens the next. Then the same without reading:
that is what the machine can do at most. Beside it the limit: a page that holds nothing. The wards stay in var/bench.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from statistics import median, quantiles
from typing import Any

import dj_database_url
import psycopg

ROOT = Path(__file__).parent.parent
KEPT = ROOT / "var" / "bench"
POSTGRES = os.environ.get("FULLTERM_BENCH_POSTGRES", "postgres://postgres@127.0.0.1:5432/fullterm_bench")
"""A server, and how the names of the databases made there begin."""
SMALL = 1000
AIM, AIM_95 = 200, 500
"""Milliseconds: what is aimed at, at the median and at the 95th percentile."""
ANOTHER_DAY = 3
Waits = Mapping[str, list[float]]


def main() -> int:
    """Measure and print. Returns 1 when a page was not answered as it should be: then no number counts."""
    parser = argparse.ArgumentParser(prog="python -m bench.clinic", description=__doc__)
    parser.add_argument("--women", type=int, default=100_000, help="the large ward; the small one has 1000")
    parser.add_argument("--users", type=int, default=20)
    parser.add_argument("--database", choices=("sqlite", "postgres", "both"), default="both")
    parser.add_argument(
        "--seconds", type=int, default=20, help="how long they work, and then half as long at most speed"
    )
    parser.add_argument("--think", type=float, default=1.0, help="seconds somebody reads a page, on average")
    parser.add_argument("--port", type=int, default=0)
    asked = parser.parse_args()
    print(
        f"  {asked.users} people at once, {asked.think:g} s between two pages; milliseconds, median / 95th percentile\n"
        "  No other clinic's software runs here from a registry to stand beside it; the limit is our own empty page."
    )
    whole = True
    for database in ("sqlite", "postgres") if asked.database == "both" else (asked.database,):
        if database == "postgres" and (why := _no_postgres()):
            print(f"  postgres: not measured: {why}")
            continue
        small, large = (_measured(database, women, asked) for women in (SMALL, asked.women))
        if small is None or large is None:
            whole = False
            continue
        _compare(database, small, large, asked.women)
    return 0 if whole else 1


def _measured(database: str, women: int, asked: argparse.Namespace) -> tuple[Waits, Waits] | None:
    """How long every page took, with and without reading; None when one went wrong, which is printed."""
    environment = _environment(database, women)
    orders = _ward(database, women, asked.users, environment) | {"users": asked.users}
    with _served(environment, asked.port) as (port, spent):
        found = []
        for think, seconds, seed in ((0.5, 3, 1), (asked.think, asked.seconds, 2), (0.0, asked.seconds / 2, 3)):
            given = orders | {"port": port, "think": think, "seconds": seconds, "seed": seed}
            found.append(_at_work(given))
    _warmed, reading, hurried = found
    wrong = [sentence for one in found for sentence in one["wrong"]]
    if wrong:
        print(f"  {database}, {women} women: {len(wrong)} answers went wrong, first: {wrong[0]}")
        return None
    pages = sum(len(taken) for one in found for taken in one["waits"].values())
    print(f"\n  {database}, {women} women; {hurried_of(hurried):.0f} pages a second at most, "
          f"{spent[0] * 1e3 / pages:.0f} ms of the server's processors a page", flush=True)  # fmt: skip
    for page, taken in sorted(reading["waits"].items(), key=lambda one: one[0].startswith("limit")):
        low, high = _both(taken)
        aim = "" if page.startswith("limit") else "met" if low <= AIM and high <= AIM_95 else "NOT MET"
        most = "{:.0f} / {:.0f}".format(*_both(hurried["waits"].get(page, taken)))
        print(f"    {page:<24}{low:7.0f} / {high:<7.0f}{aim:<9}at most speed {most}  ({len(taken)} pages)", flush=True)
    for page, cost in _alone(environment).items():
        print(f"    alone: {page:<30}{cost['cpu']:7.1f} ms of one processor, {cost['queries']:.0f} queries, "
              f"of which {cost['sql']:.0f} ms in SQL", flush=True)  # fmt: skip
    return reading["waits"], hurried["waits"]


def hurried_of(found: Mapping[str, Any]) -> float:
    """Pages answered a second."""
    return sum(len(taken) for taken in found["waits"].values()) / float(found["took"])


def _compare(database: str, small: tuple[Waits, Waits], large: tuple[Waits, Waits], women: int) -> None:
    print(f"\n  {database}: {women} women against {SMALL}, ratio of the medians (flat is 1)")
    for page in sorted(small[0].keys() & large[0].keys()):
        said = f"    {page:<24}{median(large[0][page]) / median(small[0][page]):6.2f}"
        if page in small[1] and page in large[1]:
            said += f"   at most speed {median(large[1][page]) / median(small[1][page]):.2f}"
        print(said)


def _both(taken: list[float]) -> tuple[float, float]:
    return median(taken), quantiles(taken, n=20)[-1] if len(taken) > 1 else taken[0]


# -- the ward, the server, the people: each a process of its own ------------------------------------------------------


def _environment(database: str, women: int) -> dict[str, str]:
    folder = KEPT / f"{database}-{women}"
    folder.mkdir(parents=True, exist_ok=True)
    added = {"FULLTERM_DEMO": "1", "FULLTERM_DATA": str(folder), "DJANGO_SETTINGS_MODULE": "fullterm.settings"}
    if database == "postgres":
        added["DATABASE_URL"] = f"{POSTGRES}_{women}"
    return {name: value for name, value in os.environ.items() if name != "DATABASE_URL"} | added


def _ward(database: str, women: int, users: int, environment: dict[str, str]) -> dict[str, Any]:
    """The ward of today, made where it is not there: its people's sessions, and some of its women."""
    command = [sys.executable, "-m", "bench.clinic_ward", "--women", str(women), "--users", str(users)]
    for _ in range(2):
        if database == "postgres":
            _database(environment["DATABASE_URL"])
        start = time.monotonic()
        made = subprocess.run(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, check=False)
        if made.returncode == 0:
            if (took := time.monotonic() - start) > 5:
                print(f"  a ward of {women} women was made on {database} in {took:.0f} s", flush=True)
            return dict(json.loads(made.stdout))
        if made.returncode != ANOTHER_DAY:
            break
        _forget(database, environment)
    raise SystemExit(f"the ward of {women} women could not be made on {database}")


def _forget(database: str, environment: dict[str, str]) -> None:
    if database == "postgres":
        with _server() as server:
            name = dj_database_url.parse(environment["DATABASE_URL"])["NAME"]
            server.execute(f'DROP DATABASE IF EXISTS "{name}"')
    shutil.rmtree(environment["FULLTERM_DATA"])
    Path(environment["FULLTERM_DATA"]).mkdir()


def _database(url: str) -> None:
    name = str(dj_database_url.parse(url)["NAME"])
    with _server() as server:
        if server.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone() is None:
            server.execute(f'CREATE DATABASE "{name}"')


def _server() -> psycopg.Connection[Any]:
    place = POSTGRES.rpartition("/")[0]
    return psycopg.connect(f"{place}/postgres", autocommit=True, connect_timeout=3)


def _no_postgres() -> str:
    try:
        _server().close()
    except psycopg.OperationalError as error:
        return f"no server answers ({str(error).strip().splitlines()[0]}); FULLTERM_BENCH_POSTGRES names one"
    return ""


@contextmanager
def _served(environment: dict[str, str], port: int) -> Iterator[tuple[int, list[float]]]:
    """The clinic as it is served; afterwards the list holds the seconds of processor it used."""
    port = port or _free()
    command = [str(Path(sys.executable).with_name("fullterm")), "serve", "--port", str(port)]
    with (Path(environment["FULLTERM_DATA"]) / "server.log").open("w") as log:
        server = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=log, stderr=log)
    spent: list[float] = []
    try:
        _wait_for(port, server)
        yield port, spent
    finally:
        server.terminate()
        _, _, usage = os.wait4(server.pid, 0)
        server.returncode = 0
        spent.append(usage.ru_utime + usage.ru_stime)


def _wait_for(port: int, server: subprocess.Popen[bytes]) -> None:
    for _ in range(600):
        if server.poll() is not None:
            raise SystemExit("the clinic did not start: see server.log in var/bench")
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.2)
        else:
            return
    raise SystemExit("the clinic did not answer within two minutes")


def _free() -> int:
    with socket.create_server(("127.0.0.1", 0)) as one:
        return int(one.getsockname()[1])


def _at_work(orders: dict[str, Any]) -> dict[str, Any]:
    command = [sys.executable, "-m", "bench.clinic_users"]
    done = subprocess.run(command, cwd=ROOT, input=json.dumps(orders).encode(), stdout=subprocess.PIPE, check=True)
    return dict(json.loads(done.stdout))


def _alone(environment: dict[str, str]) -> dict[str, dict[str, float]]:
    command = [sys.executable, "-m", "bench.clinic_alone"]
    done = subprocess.run(
        command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=True
    )
    return dict(json.loads(done.stdout))


if __name__ == "__main__":
    sys.exit(main())
