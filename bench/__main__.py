"""All measurements in one run, on this machine: `make bench`, or `python -m bench --women 500 --repeats 7`.

Every number stands beside the limit it approaches: reading the facts without deciding anything, Python starting
without doing anything. Engines are compared in the same run, on the same rules and women, and must agree on each.
"""

from __future__ import annotations

import argparse
import gc
import importlib.metadata
import os
import platform
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from random import Random
from statistics import median

from bench import hl7
from tests.logic.women import a_woman_for, limits_in

from fullterm.guidelines.decide import decider
from fullterm.guidelines.register import recommendations
from fullterm.guidelines.verdict import body
from fullterm.logic.compiled import compile_rules
from fullterm.logic.evaluate import Truth, truth
from fullterm.logic.facts import EMPTY, Facts
from fullterm.logic.nodes import Bool, leaves

ROOT = Path(__file__).parent.parent
STORY = "examples/ms-wang-1-first-visit.yaml"
SEED = 7
RULES = 20
WARMUPS = 5


@dataclass(frozen=True, slots=True)
class Timed:
    """The time of each repeated pass, in seconds."""

    passes: tuple[float, ...]

    def each(self, things: int) -> str:
        """Microseconds for one of `things`: median, and in brackets the quickest and the slowest pass."""
        low, mid, high = (f(self.passes) / things * 1e6 for f in (min, median, max))
        return f"{mid:10.3f} ({low:.3f}..{high:.3f})"


def timed(run: Callable[[], object], repeats: int) -> Timed:
    """Time `run` after a warm-up, without the garbage collector's pauses."""
    for _ in range(WARMUPS):
        run()
    gc.collect()
    gc.disable()
    try:
        passes = []
        for _ in range(repeats):
            start = time.perf_counter()
            run()
            passes.append(time.perf_counter() - start)
    finally:
        gc.enable()
    return Timed(tuple(passes))


def main() -> int:
    """Measure and print. Returns 1 when engines disagree: then no number counts."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--women", type=int, default=500, help="how many made-up women the engines decide")
    parser.add_argument("--repeats", type=int, default=7, help="how often each pass is timed")
    parser.add_argument("--interview", action="store_true", help="also count the interview's questions (minutes)")
    parser.add_argument("--clinic", action="store_true", help="also the clinic with 100,000 women (ten minutes or so)")
    asked = parser.parse_args()
    print(machine())
    agreed = in_its_own_process("bench.decide", "1  Deciding: interpreter, compiled, DuckDB")
    agreed &= against_hl7(asked.women, asked.repeats)
    reasons(asked.repeats)
    cold_start(asked.repeats)
    if asked.interview:
        agreed &= in_its_own_process("bench.interview", "5  The interview")
    else:
        section("5  The interview")
        print("  not run: it takes minutes; add --interview, or run python -m bench.interview")
    large = [] if asked.clinic else ["--women", "10000", "--database", "sqlite", "--seconds", "10"]
    agreed &= in_its_own_process("bench.clinic", "6  The clinic: many women, many people at once", *large)
    if not asked.clinic:
        print("  with 100,000 women and on PostgreSQL: add --clinic, or run python -m bench.clinic; it takes minutes")
    return 0 if agreed else 1


def machine() -> str:
    """What this runs on, in two lines."""
    cpuinfo = Path("/proc/cpuinfo")
    lines = cpuinfo.read_text(encoding="utf-8").splitlines() if cpuinfo.exists() else []
    cpu = next((line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")), platform.processor())
    load = f"{os.getloadavg()[0]:.1f}"
    return (
        f"{datetime.now().astimezone():%Y-%m-%d %H:%M %Z}, {cpu}, {os.cpu_count()} cores, load {load} at the start\n"
        f"Python {platform.python_version()}, DuckDB {importlib.metadata.version('duckdb')}, {platform.system()}"
        f" {platform.release()}, {len(recommendations())} recommendations"
    )


def section(title: str) -> None:
    print(f"\n{title}", flush=True)


def row(label: str, number: str, remark: str = "") -> None:
    print(f"  {label:<42}{number:<34}{remark}".rstrip(), flush=True)


def in_its_own_process(module: str, title: str, *arguments: str) -> bool:
    """Run another measurement of this folder and let it print. Whether it succeeded, or is not written yet."""
    section(title)
    if not (ROOT / f"{module.replace('.', '/')}.py").exists():
        print(f"  not there yet: {module}")
        return True
    return subprocess.run([sys.executable, "-m", module, *arguments], cwd=ROOT, check=False).returncode == 0


# -- the HL7 engines --------------------------------------------------------------------------------------------------


def against_hl7(many: int, repeats: int) -> bool:
    """The same rules for the same women by us and by both HL7 engines. Whether all agree on every woman."""
    rules = some_rules()
    section(f"2  The HL7 CQL engines: {len(rules)} recommendations, {many} women, microseconds a rule a woman")
    every = tuple(rules.values())
    random, limits = Random(SEED), limits_in(every)
    women = [a_woman_for(random, every, limits) for _ in range(many)]
    ours = compile_rules(rules)
    expected = [tuple(truth(rule, woman) for rule in every) for woman in women]
    found: dict[str, Sequence[tuple[Truth, ...]]] = {"compiled": [ours.decide(woman) for woman in women]}
    answers = Counter(said for woman in expected for said in woman)
    share = {name: answers[said] / answers.total() for name, said in (("yes", True), ("no", False), ("unknown", None))}
    print("  answers: " + ", ".join(f"{name} {part:.0%}" for name, part in share.items()) + f"; seed {SEED}")

    things = many * len(rules)
    read = bare_reads(every)
    row("limit: a call that does nothing", timed(lambda: [nothing(woman) for woman in women], repeats).each(things))
    limit = timed(lambda: [read(woman) for woman in women], repeats)
    row("limit: reading these facts, deciding nothing", limit.each(things))
    compiled = timed(lambda: [ours.decide(woman) for woman in women], repeats)
    ratio = median(compiled.passes) / median(limit.passes)
    row("fullterm, compiled", compiled.each(things), f"{ratio:.1f} times that limit")
    judge = timed(lambda: [truth(rule, woman) for woman in women for rule in every], min(repeats, 3))
    row("fullterm, interpreter (with reasons)", judge.each(things))

    if (why := hl7.install()) is not None:
        print(f"  not compared: {why}")
        return agree(expected, found, rules, women)
    answer = hl7.decide(rules, women, warmups=WARMUPS, repeats=repeats)
    quickest = min(median(one.passes) for one in answer.decided)
    for one in answer.decided:
        times = median(one.passes) / median(compiled.passes)
        row(f"{one.engine} {one.version}", Timed(one.passes).each(things), f"{times:.0f} times ours")
        found[one.engine] = one.answers
    worst = min(min(one.passes) for one in answer.decided) / max(compiled.passes)
    row(
        "times as fast as the quicker of the two",
        f"{quickest / median(compiled.passes):10.0f}",
        f"worst case {worst:.0f}",
    )
    print(f"  Node {answer.node}; translating the library once took {answer.translated:.1f} s, not counted above.")
    print("  Worst case: their quickest pass against our slowest. The machine was not idle if the ranges are wide.")
    print("  Inside lists CQL takes unknown for no, so each rule is two definitions; all engines here answer both.")
    return agree(expected, found, rules, women)


def some_rules() -> dict[str, Bool]:
    """Twenty recommendations that read something, all different, evenly spread over the register."""
    distinct: dict[Bool, str] = {}
    for one in recommendations():
        if next(leaves(body(one)), None) is not None:
            distinct.setdefault(body(one), one.key)
    rules = [(name, rule) for rule, name in distinct.items()]
    return dict(rules[place * len(rules) // RULES] for place in range(min(RULES, len(rules))))


def agree(
    expected: Sequence[tuple[Truth, ...]],
    found: Mapping[str, Sequence[tuple[Truth, ...]]],
    rules: Mapping[str, Bool],
    women: Sequence[Facts],
) -> bool:
    """Whether every engine answered as the interpreter for every woman; the first difference is printed."""
    for engine, answers in found.items():
        for woman, said, told in zip(women, expected, answers, strict=True):
            if said != tuple(told):
                rule = next(name for name, a, b in zip(rules, said, told, strict=True) if a is not b)
                print(f"  DISAGREEMENT: {engine} differs from the interpreter on {rule} of {woman}")
                return False
    print(f"  all agree on every woman: interpreter, {', '.join(found)}")
    return True


def nothing(facts: Facts) -> None:
    """The least a decision could cost."""


def bare_reads(rules: Sequence[Bool]) -> Callable[[Facts], None]:
    """A generated function that looks up every fact the rules read, in every record, once, and does nothing with it."""
    names = sorted({(leaf.rows or "", leaf.name) for rule in rules for leaf in leaves(rule)})
    lines = ["def read(facts):", "    fact = facts.values.get"]
    lines += [f"    fact({name!r})" for rows, name in names if not rows]
    for rows in sorted({rows for rows, _ in names if rows}):
        lines.append(f"    for record in facts.lists.get({rows!r}, EMPTY).records:")
        lines.append("        field = record.get")
        lines += [f"        field({name!r})" for one, name in names if one == rows]
    made: dict[str, Callable[[Facts], None]] = {}
    exec("\n".join(lines), {"EMPTY": EMPTY}, made)
    return made["read"]


# -- one woman, as the doctor meets it --------------------------------------------------------------------------------


def reasons(repeats: int) -> None:
    """Everything shown of one woman, with its reasons: the care layer, from her record to the printed report."""
    section("3  One woman with reasons: milliseconds, median of repeated runs")
    try:
        from fullterm.care.assess.assessment import assess
        from fullterm.care.assess.report import report
        from fullterm.care.case.read import read_case
        from fullterm.care.protocol.model import read_protocol
        from fullterm.vocabulary.why import reasons as reasons_of
    except ImportError as error:
        print(f"  not there yet: {error}")
        return
    case, _ = read_case(ROOT / STORY)
    assert case is not None
    protocol = read_protocol("antai", {one.key: one for one in recommendations()})
    found = assess(case, case.told, protocol)
    decide = decider()
    shown = [one for one in found.verdicts if one.kind in ("applies", "cannot_tell")]
    for label, run in (
        ("limit: every verdict, without reasons", lambda: decide(found.known.facts)),
        (
            f"the reasons of the {len(shown)} verdicts shown",
            lambda: [reasons_of(one.body, found.known.facts, "en") for one in shown],
        ),
        ("her file read and checked", lambda: read_case(ROOT / STORY)),
        ("assessed: verdicts, causes, plan, question", lambda: assess(case, case.told, protocol)),
        ("reported: the reasons for what is shown", lambda: report(found, "en")),
    ):
        passes = timed(run, repeats).passes
        row(label, f"{median(passes) * 1e3:10.3f} ({min(passes) * 1e3:.3f}..{max(passes) * 1e3:.3f})")


def cold_start(repeats: int) -> None:
    """`fullterm assess`, from nothing to the printed page, as a process of its own."""
    section("4  Cold start: CPU seconds (wall) of a new process, median")
    command = Path(sys.executable).with_name("fullterm")
    if not command.exists() or not (ROOT / STORY).exists():
        print(f"  not there yet: fullterm assess {STORY}")
        return
    for label, arguments in (
        ("limit: Python starts and ends", [sys.executable, "-c", "pass"]),
        (
            "the guidelines imported",
            [sys.executable, "-c", "import fullterm.guidelines.register as r; r.recommendations()"],
        ),
        ("fullterm assess", [str(command), "assess", STORY]),
    ):
        spent = [process_time(arguments) for _ in range(repeats + 1)][1:]  # the first may write bytecode
        if any(code != 0 for *_, code in spent):
            row(label, "failed", f"exit code {spent[-1][2]}")
            continue
        cpu, wall = median(one[0] for one in spent), median(one[1] for one in spent)
        row(label, f"{cpu:10.3f} ({wall:.3f})")


def process_time(arguments: Sequence[str]) -> tuple[float, float, int]:
    """CPU seconds (user and system), wall seconds and exit code of one run of a command."""
    start = time.perf_counter()
    child = subprocess.Popen(arguments, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    wall = time.perf_counter() - start
    child.returncode = os.waitstatus_to_exitcode(status)
    return usage.ru_utime + usage.ru_stime, wall, child.returncode


if __name__ == "__main__":
    sys.exit(main())
