"""`assess --json` is as docs/assess-json.md says: every key, and every word a closed field may be."""

import json
import re
from collections.abc import Iterator
from typing import Any, get_args

import pytest

from fullterm.care.assess.still import WHYS
from fullterm.care.case.model import CHOICES, DatingMethod
from fullterm.care.plan.planned import State
from fullterm.care.protocol.model import WHO
from fullterm.care.verdicts.compare_guidelines import Position
from fullterm.care.verdicts.differential import CauseStanding
from fullterm.guidelines.cause_model import Effect
from fullterm.guidelines.model import DECISIONS, AdviceKind, Read, Standing
from fullterm.guidelines.verdict import VerdictKind
from tests.cli.cases import EXAMPLES, FIRST, REMOVAL, ROOT, TWELVE, decided, fullterm

PAGE = (ROOT / "docs" / "assess-json.md").read_text(encoding="utf-8")
ROWS = dict(re.findall(r"^\| `([^`]+)` \| (.+?) \|", PAGE, re.MULTILINE))
PLURAL = ("guidelines", "side_by_side[].positions")
DECLINED = (
    TWELVE.read_text(encoding="utf-8")
    + """
  declined: [{step: cerclage, on: 2026-04-06, reason: she would rather not}]
  decided: [{step: progesterone, choice: deferred, on: 2026-04-06}]
"""
)
CLOSED = {
    "pregnancy.dating": get_args(DatingMethod),
    "causes[].standing": get_args(CauseStanding),
    "causes[].arguments[].effect": get_args(Effect),
    "causes[].arguments[].read": get_args(Read),
    "definitions[].read": get_args(Read),
    "side_by_side[].positions.*": get_args(Position),
    "recommendations[].advice": get_args(AdviceKind),
    "recommendations[].verdict": get_args(VerdictKind),
    "recommendations[].standing": get_args(Standing),
    "recommendations[].read": get_args(Read),
    "recommendations[].still.why": WHYS,
    "plan[].state": get_args(State),
    "plan[].who": WHO,
    "plan[].declined.by": ("woman", "doctor"),
    "plan[].decided.choice": CHOICES,
}


def leaves(value: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    """Every path of a JSON value, with what stands there; a list or object that may be null is a path of its own."""
    match value:
        case dict():
            yield path, {}
            for key, inner in value.items():
                yield from leaves(inner, f"{path}.{'*' if path in PLURAL else key}".lstrip("."))
        case list():
            yield path, []
            for inner in value:
                yield from leaves(inner, f"{path}[]")
        case _:
            yield path, value


@pytest.fixture(scope="module")
def printed() -> list[tuple[str, Any]]:
    declined = json.loads(fullterm("assess", "-", "--json", told=DECLINED).stdout)
    stopped = TWELVE.read_text(encoding="utf-8").replace("bleeding: no", "bleeding: yes")
    against = EXAMPLES["rescue-21w3d"].read_text(encoding="utf-8").replace("labour: no", "labour: yes")
    against = against.replace("contractions: no", "contractions: yes")
    more = [json.loads(fullterm("assess", "-", "--json", told=told).stdout) for told in (stopped, against)]
    later = (decided(case, "--on", "2026-11-20") for case in (FIRST, REMOVAL))
    reports = [declined, *more, *later, *(decided(case) for case in EXAMPLES.values())]
    return [leaf for report in reports for leaf in leaves(report)]


def test_every_key_that_is_printed_is_documented(printed: list[tuple[str, Any]]) -> None:
    holding = {path[: found.start()] for path in ROWS for found in re.finditer(r"\[]|\.", path)}
    holding |= {f"{path}[]" for path in holding} | {f"{path}.*" for path in PLURAL} | {""}
    assert {path for path, _ in printed} - set(ROWS) - holding == set()


def test_every_key_that_is_documented_is_printed(printed: list[tuple[str, Any]]) -> None:
    assert set(ROWS) - {path for path, _ in printed} == set()


def test_nothing_is_null_that_is_not_documented_so(printed: list[tuple[str, Any]]) -> None:
    null = {path for path, value in printed if value is None}
    assert {path for path in null if "null" not in ROWS[path]} == set()


def test_a_closed_field_is_only_ever_one_of_its_documented_words(printed: list[tuple[str, Any]]) -> None:
    words = {path: set(re.findall("`([^`]+)`", kind)) for path, kind in ROWS.items() if kind.startswith("one of")}
    wrong = {
        (path, value) for path, value in printed if path in words and value is not None and value not in words[path]
    }
    assert wrong == set()


@pytest.mark.parametrize("path", CLOSED)
def test_the_documented_words_are_those_of_the_code(path: str) -> None:
    assert set(re.findall("`([^`]+)`", ROWS[path])) == set(CLOSED[path])


def test_the_decisions_are_documented() -> None:
    listed = PAGE.partition("A *decision* is one of")[2].partition(".\n")[0]
    assert re.findall("`([^`]+)`", listed) == list(DECISIONS)


def test_the_numbers_and_truths_are_of_their_documented_kind(printed: list[tuple[str, Any]]) -> None:
    kinds = {"true or false": bool, "number": int}
    for path, value in printed:
        kind = kinds.get(ROWS.get(path, ""))
        assert kind is None or type(value) is kind, path


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_language_changes_sentences_and_nothing_else(name: str) -> None:
    sentences = {path for path, kind in ROWS.items() if kind.startswith("sentence")} | {"language"}
    english, chinese = (list(leaves(decided(EXAMPLES[name], "--lang", lang))) for lang in ("en", "zh"))
    # which reasons a sentence lists may differ in number: the Chinese may say two facts in one
    plain = [[leaf for leaf in leaves if leaf[0] not in sentences] for leaves in (english, chinese)]
    assert plain[0] == plain[1]
