"""How long a decision takes: every condition of the knowledge base, for one woman and for a hundred thousand.

`python -m bench.decide`. The women are generated near the rules' limits from a fixed seed, much of each unknown.
"""

from __future__ import annotations

import json
import os
import platform
import statistics
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

import duckdb
from tests.logic.women import a_woman_for, limits_in

from fullterm.guidelines.decide import decider
from fullterm.guidelines.register import recommendations
from fullterm.guidelines.verdict import body
from fullterm.logic.compiled import compile_rules
from fullterm.logic.evaluate import truth
from fullterm.logic.facts import Facts
from fullterm.logic.nodes import Bool
from fullterm.population.sql import select_rules
from fullterm.population.table import columns, row_of

SEED = 20260101
ONE_BY_ONE = 500
MANY = 100_000


@dataclass(frozen=True, slots=True)
class Measured:
    """One line of the report: the median of `times`, with the fastest and slowest run."""

    what: str
    times: tuple[float, ...]
    unit: str

    def __str__(self) -> str:
        low, middle, high = min(self.times), statistics.median(self.times), max(self.times)
        return f"{self.what:<52} {middle:>12,.1f} {self.unit:<14} ({low:,.1f} to {high:,.1f}, {len(self.times)} runs)"


def whole_base() -> dict[str, Bool]:
    """Both conditions of every recommendation."""
    base: dict[str, Bool] = {}
    for one in recommendations():
        base |= {f"{one.key}: women": one.women, f"{one.key}: body": body(one)}
    return base


def made_up_women(base: dict[str, Bool], number: int) -> list[Facts]:
    random, rules, limits = Random(SEED), tuple(base.values()), limits_in(base.values())
    return [a_woman_for(random, rules, limits) for _ in range(number)]


def per_woman(what: str, decide: Callable[[Facts], object], women: Sequence[Facts], runs: int) -> Measured:
    """Microseconds per woman, every condition decided."""
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        for woman in women:
            decide(woman)
        times.append((time.perf_counter() - start) / len(women) * 1e6)
    return Measured(what, tuple(times), "µs/woman")


def population(base: dict[str, Bool], women: Sequence[Facts], runs: int) -> list[Measured]:
    """Women a second in DuckDB, from a Parquet file to a table of verdicts, planning included."""
    with tempfile.TemporaryDirectory() as folder, duckdb.connect() as connection:
        file = Path(folder) / "women.ndjson"
        with file.open("w", encoding="utf-8") as out:
            out.writelines(json.dumps(row_of(woman)) + "\n" for woman in women)
        types = ", ".join(f"'{name}': '{kind}'" for name, kind in columns().items())
        table = Path(folder) / "women.parquet"
        connection.execute(
            f"COPY (SELECT * FROM read_json('{file}', format='newline_delimited', columns={{{types}}})) TO '{table}'"
        )
        connection.execute(f"CREATE VIEW women AS FROM '{table}'")
        query = select_rules(base, "women").sql("duckdb")
        plans, speeds = [], []
        for _ in range(runs):
            start = time.perf_counter()
            connection.execute(f"EXPLAIN {query}")
            plans.append((time.perf_counter() - start) * 1e3)
            start = time.perf_counter()
            connection.execute(f"CREATE OR REPLACE TEMP TABLE verdicts AS {query}")
            speeds.append(len(women) / (time.perf_counter() - start))
    return [
        Measured(f"DuckDB {duckdb.__version__}, {len(women):,} women", tuple(speeds), "women/s"),
        Measured("  of which planning", tuple(plans), "ms"),
    ]


def compiling(base: dict[str, Bool], runs: int) -> Measured:
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        compile_rules(base)
        times.append((time.perf_counter() - start) * 1e3)
    return Measured("compiling the knowledge base, once per process", tuple(times), "ms")


def machine() -> str:
    return f"{platform.machine()}, {os.cpu_count()} cores, {platform.system()}, Python {platform.python_version()}"


def measure(many: int = MANY, runs: int = 5) -> list[Measured]:
    """Every measurement of this page."""
    base = whole_base()
    few, ready = made_up_women(base, ONE_BY_ONE), compile_rules(base)
    one_by_one = [  # before the population is made up: a hundred thousand women in memory slow Python itself
        per_woman(
            "interpreter, answers only", lambda woman: [truth(rule, woman) for rule in base.values()], few[:20], runs
        ),
        per_woman("every verdict, generated Python", decider(), few, runs * 4),
        per_woman("every condition, generated Python", ready.decide, few, runs * 4),
        compiling(base, runs),
    ]
    return one_by_one + population(base, made_up_women(base, many), runs)


if __name__ == "__main__":
    print(machine())
    print(f"{len(recommendations())} recommendations, {2 * len(recommendations())} conditions")
    for line in measure():
        print(line)
