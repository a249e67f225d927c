"""What is newer than a guideline is shown and decides nothing: with the table emptied every woman is decided alike."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from random import Random
from typing import Any
from unittest.mock import patch

from hypothesis import given
from hypothesis import strategies as st

from fullterm.care.assess.assessment import assess
from fullterm.care.assess.report import report
from fullterm.care.case.model import Case
from fullterm.care.protocol.model import read_protocol
from fullterm.care.protocol.rules_version import edition
from fullterm.care.record.events import RecordEvent, fold, read
from fullterm.clinic.demo.stages import WARD
from fullterm.guidelines import newer, register
from fullterm.guidelines.decide import every_verdict
from fullterm.guidelines.model import Recommendation
from fullterm.guidelines.verdict import body
from fullterm.logic.language import all_of
from tests.logic.strategies import examples
from tests.logic.women import a_woman_for, limits_in

ON = date(2026, 12, 1)
SOURCE = Path(newer.__file__).parents[1]
PROTOCOL = read_protocol("antai", {one.key: one for one in register.recommendations()})
TOUCHED = tuple(one for one in register.recommendations() if one.key in newer.BESIDE)
MAY_READ = {
    "guidelines/newer.py", "guidelines/coverage.py", "guidelines/check_rows.py",
    "care/verdicts/documents.py", "cli/naming.py", "cli/guidelines.py",
    "clinic/charts/matrix.py",
}  # fmt: skip
"""Those that show it, check it, or count its rows. None of them decides."""


@contextmanager
def emptied() -> Iterator[None]:
    with patch.dict(newer.BESIDE, clear=True):
        assert newer.newer("rcog-gtg75 PROG", ON) == ()
        yield


@examples(150)
@given(st.integers(0, 2**32 - 1))
def test_every_verdict_of_a_generated_woman_is_the_same_without_it(seed: int) -> None:
    random = Random(seed)
    one = random.choice(TOUCHED)
    rule = all_of(one.women, body(one))
    facts = a_woman_for(random, (rule,), limits_in((rule,)))
    with_it = [(found.recommendation.key, found.kind) for found in every_verdict()(facts)]
    with emptied():
        assert [(found.recommendation.key, found.kind) for found in every_verdict()(facts)] == with_it


def drawn(seed: int) -> Case:
    random = Random(seed)
    story = random.choice([stage for _, stage in WARD])(ON, random)
    history = [RecordEvent("answered", story.first, {"key": key, "said": said}) for key, said in story.history]
    case, _ = read(fold([*history, *story.events()]))
    assert case is not None
    return case


def decided(case: Case) -> dict[str, Any]:
    """Everything said of her, but for what is newer."""
    told = report(assess(case, ON, PROTOCOL), "en")
    return told | {"recommendations": [{**one, "newer": None} for one in told["recommendations"]]}


@examples(15)
@given(st.integers(0, 2**32 - 1))
def test_her_whole_assessment_is_the_same_without_it(seed: int) -> None:
    case = drawn(seed)
    with_it, name = decided(case), edition.__wrapped__(PROTOCOL)  # as reckoned, not as kept
    with emptied():
        assert decided(case) == with_it
        assert edition.__wrapped__(PROTOCOL) == name


def test_a_read_that_was_planted_is_found() -> None:
    """Were a study to take advice away, the property above would say so."""
    stands = Recommendation.standing

    def outdated(one: Recommendation, on: date) -> Any:
        return "superseded" if newer.newer(one.key, on) else stands(one, on)

    case = drawn(1)
    with patch.object(Recommendation, "standing", outdated):
        with_it = decided(case)
        with emptied():
            assert decided(case) != with_it


def test_nothing_that_decides_reads_the_table() -> None:
    reads = re.compile(r"guidelines\.newer import|guidelines import .*\bnewer$", re.MULTILINE)
    files = [path for path in SOURCE.rglob("*.py") if reads.search(path.read_text(encoding="utf-8"))]
    readers = {str(path.relative_to(SOURCE)) for path in files}
    assert readers | {"guidelines/newer.py"} == MAY_READ
