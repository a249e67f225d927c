"""A row that is cited exists: `fullterm check` refuses a rule, figure, cause or definition that rests on no row."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from tests.cli.cases import fullterm

from fullterm.guidelines import check_rows, register
from fullterm.guidelines.causes import CAUSES
from fullterm.guidelines.counselling import COUNSELLED
from fullterm.guidelines.coverage import CoverageRow, rows
from fullterm.guidelines.figures import FIGURES
from fullterm.vocabulary.definitions import DEFINITIONS

NOWHERE = "RCOG75-NOWHERE"


def rule() -> tuple[str, object]:
    wrong = (replace(register.recommendations()[0], row=NOWHERE),)
    return "recommendations", lambda: wrong


def cause() -> tuple[str, object]:
    first = CAUSES[0]
    argument = replace(first.arguments[0], citation=replace(first.arguments[0].citation, row=NOWHERE))
    return "CAUSES", (replace(first, arguments=(argument,)),)


def figure() -> tuple[str, object]:
    return "FIGURES", (replace(FIGURES[0], row=NOWHERE),)


def counselled() -> tuple[str, object]:
    return "COUNSELLED", (replace(COUNSELLED[0], row=NOWHERE),)


def definition() -> tuple[str, object]:
    return "DEFINITIONS", (replace(DEFINITIONS[0], row=NOWHERE),)


@pytest.mark.parametrize("wrong", [rule, cause, figure, counselled, definition])
def test_check_refuses_what_rests_on_a_row_that_does_not_exist(
    wrong: Callable[[], tuple[str, object]], monkeypatch: pytest.MonkeyPatch
) -> None:
    name, value = wrong()
    target = check_rows.register if name == "recommendations" else check_rows
    monkeypatch.setattr(target, name, value)
    refusals = [str(one) for one in check_rows.check_rows()]
    assert len(refusals) == 1
    assert f": there is no row {NOWHERE!r}: write the id of a row of clinical/" in refusals[0]


def test_check_prints_the_refusal_and_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(check_rows, "FIGURES", (replace(FIGURES[0], row=NOWHERE),))
    result = fullterm("check")
    assert result.exit_code == 1
    assert result.stdout.startswith(f"figure of {FIGURES[0].source}: there is no row {NOWHERE!r}")


def test_a_row_that_repeats_no_row_and_a_mark_on_no_row_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    wrong = CoverageRow("DIG-X", "f.md", "1", "V", "about", ("RCOG75-DEF", "V 2"))
    monkeypatch.setattr(check_rows, "rows", lambda: (*rows(), wrong))
    monkeypatch.setattr(check_rows, "left_out", lambda: {"GONE": "a reason"})
    said = [str(one) for one in check_rows.check_rows()]
    assert [one.partition(":")[0] for one in said] == ["left_out.yaml", "rows.yaml DIG-X"]
    assert "it repeats 'V 2', which is no row" in said[1]


def test_only_what_nobody_read_may_cite_no_row() -> None:
    without = [
        (argument.citation.document, argument.citation.read)
        for cause in CAUSES
        for argument in cause.arguments
        if argument.citation.row == check_rows.NO_ROW
    ]
    assert {read for _, read in without} <= {"recalled"}
