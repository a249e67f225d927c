"""The HL7 CQL engines, run by Node on the CQL that fullterm exports: `cql-execution` and `@cqframework/cql`.

Both judge and rival: the tests compare their answers with the interpreter's, the bench their speed with ours.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from fullterm.exchange.cql import library, possibly, surely, tuple_of
from fullterm.logic.evaluate import Truth
from fullterm.logic.facts import Facts
from fullterm.logic.nodes import Bool

HERE = Path(__file__).parent / "hl7"
ENGINES = ("cql-execution", "@cqframework/cql")
RULES_A_LIBRARY = 40
"""Translation takes longer than in proportion, and `@cqframework/cql` keeps 300 definitions' answers at most."""
TRUTHS: dict[str, Truth] = {"11": True, "01": None, "00": False}


@dataclass(frozen=True, slots=True)
class Decided:
    """What one engine said of every woman, by rule in the order asked, and how long each pass took (seconds)."""

    engine: str
    version: str
    answers: tuple[tuple[Truth, ...], ...]
    passes: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """The engines' answers, the time to translate the rules once (seconds), and the version of Node."""

    decided: tuple[Decided, ...]
    translated: float
    node: str


def missing() -> str | None:
    """Why the engines cannot run here, and what to do; None when they can."""
    if shutil.which("node") is None:
        return "the HL7 CQL engines need Node 20 or later: install it, then run `npm ci` in bench/hl7"
    if not all((HERE / "node_modules" / engine / "package.json").exists() for engine in ENGINES):
        return "the HL7 CQL engines are not installed: run `npm ci` in bench/hl7"
    return None


def install() -> str | None:
    """Install the engines as locked, if they are not there; why it failed, or None."""
    if missing() is not None and shutil.which("npm") is not None:
        done = subprocess.run(["npm", "ci", "--no-audit", "--no-fund"], cwd=HERE, capture_output=True, text=True)
        if done.returncode != 0:
            return f"`npm ci` in bench/hl7 failed: {' '.join(done.stderr.split()[-40:])}"
    return missing()


def decide(
    rules: Mapping[str, Bool],
    women: Sequence[Facts],
    *,
    engines: Mapping[str, int] | None = None,
    warmups: int = 0,
    repeats: int = 1,
) -> Answer:
    """Every rule for every woman, by each engine, or for the first few that `engines` gives it.

    Raises RuntimeError with what Node said when anything fails.
    """
    names = list(rules)
    several = [names[at : at + RULES_A_LIBRARY] for at in range(0, len(names), RULES_A_LIBRARY)]
    job = {
        "libraries": [
            _library(f"Fullterm{place}", {name: rules[name] for name in some}) for place, some in enumerate(several)
        ],
        "women": [tuple_of(woman) for woman in women],
        "engines": engines or dict.fromkeys(ENGINES, len(women)),
        "warmups": warmups,
        "repeats": repeats,
    }
    with tempfile.TemporaryDirectory() as folder:
        asked, told = Path(folder, "job.json"), Path(folder, "answer.json")
        asked.write_text(json.dumps(job), encoding="utf-8")
        done = subprocess.run(
            ["node", str(HERE / "decide.mjs"), str(asked), str(told)], capture_output=True, text=True, check=False
        )
        if done.returncode != 0:
            raise RuntimeError(f"the HL7 engines failed: {done.stderr.strip()}")
        answer = json.loads(told.read_text(encoding="utf-8"))
    return Answer(
        tuple(_decided(name, one) for name, one in answer["engines"].items()),
        answer["translated"] / 1000,
        answer["node"],
    )


def _library(name: str, rules: Mapping[str, Bool]) -> dict[str, object]:
    rails = [rail for rule in rules for rail in (surely(rule), possibly(rule))]
    return {"name": name, "text": library(name, rules), "names": rails}


def _decided(engine: str, told: Mapping[str, object]) -> Decided:
    answers, passes = told["answers"], told["passes"]
    assert isinstance(answers, list)
    assert isinstance(passes, list)
    return Decided(
        engine,
        str(told["version"]),
        tuple(tuple(TRUTHS[woman[at : at + 2]] for at in range(0, len(woman), 2)) for woman in answers),
        tuple(one / 1000 for one in passes),
    )
