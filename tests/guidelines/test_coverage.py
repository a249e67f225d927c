"""Nothing that was read is lost: each row of the sources is used, or left out for a reason a doctor accepts."""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from fullterm.guidelines import register
from fullterm.guidelines.coverage import Covered, coverage, left_out, missing, rows
from fullterm.guidelines.figures import FIGURES
from fullterm.guidelines.model import ADVISING

CLINICAL = Path(__file__).parents[3] / "shared" / "clinical"
SECTIONS = {"guidelines-english.md": (1, 9), "guidelines-world.md": (1, 11), "guidelines-2026-11.md": (15, 23)}
OUTCOMES: dict[str, Covered] = {f"{one.row.file} {one.row.id}": one for one in coverage()}


def test_no_row_is_missing() -> None:
    assert [f"{row.file} {row.section}: {row.id}" for row in missing()] == []


def test_a_row_is_listed_once_in_its_file() -> None:
    twice = [row for row, times in Counter((row.file, row.id) for row in rows()).items() if times > 1]
    assert twice == []


def test_a_recommendation_cites_a_row_that_exists() -> None:
    known = {row.id for row in rows()}
    assert {one.key: one.row for one in register.recommendations() if one.row not in known} == {}


def test_a_row_its_author_only_recalled_or_read_at_second_hand_never_advises() -> None:
    seen = {row.id for row in rows() if "V" in re.split(r"[/ ]", row.confidence)}
    advising = {one.key: one.row for one in register.recommendations() if one.read in ADVISING}
    assert {key: row for key, row in advising.items() if row not in seen} == {}


def test_a_row_left_out_has_a_reason_and_is_not_also_used() -> None:
    outcomes = {one.row.id: one.outcome for one in OUTCOMES.values()}
    for row, reason in left_out().items():
        assert outcomes.get(row) == "left out", f"{row} is {outcomes.get(row, 'in no file')}: take it off left_out.yaml"
        assert len(reason.split()) >= 5, row


def test_a_row_that_repeats_others_names_rows_that_exist() -> None:
    known = {row.id for row in rows()}
    assert [row.id for row in rows() if not known.issuperset(row.repeats)] == []


def test_a_figure_cites_a_row_and_says_itself_in_both_languages() -> None:
    known = {row.id for row in rows()}
    for figure in FIGURES:
        assert figure.row in known
        assert figure.says.en.strip()
        assert figure.says.zh.strip()
        assert figure.source.strip()


def test_a_row_says_what_became_of_it_and_by_what() -> None:
    assert OUTCOMES["guidelines-world.md FIGO21-CER-02"].by == ("figo-2021-cerclage CER-02",)
    assert OUTCOMES["guidelines-world.md FIGO21-CER-02"].outcome == "encoded"
    assert OUTCOMES["guidelines-world.md AWMF025-PRG"].outcome == "carried"
    assert OUTCOMES["guidelines-world.md WHO-28"].outcome == "defined"
    assert OUTCOMES["guidelines-world.md FIG-MAVRIC"].outcome == "evidence"
    assert OUTCOMES["guidelines-world.md CL-FIGO-25"].outcome == "repeated"
    assert OUTCOMES["guidelines-world.md CN24-R7..R18"].outcome == "left out"


def test_a_row_cited_elsewhere_counts_as_evidence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("fullterm.guidelines.coverage.left_out", dict)
    assert "CN-LAP" in {row.id for row in missing()}
    assert "CN-LAP" not in {row.id for row in missing(evidence=["CN-LAP"])}


def _spellings(first: str) -> set[str]:
    """A row's id as it is printed, and without what a first cell says beside it: "RCOG75-AMNIO-2 (new)"."""
    plain = first.replace("*", "")
    return {plain, plain.partition(" (")[0]}


def _table_rows(file: str) -> Iterator[tuple[int, bool, str]]:
    """Each table row as (section, whether its table prints ids, first cell)."""
    section, header = 0, ""
    for line in (CLINICAL / file).read_text(encoding="utf-8").splitlines():
        if found := re.match(r"#{2,3} (\d+)", line):
            section = int(found[1])
        if not line.startswith("|"):
            header = ""
            continue
        first = line.strip("|").split("|")[0].strip()
        if not header:
            header = first
        elif not set(first) <= set("-: "):
            yield section, header.lower() == "id" or bool(re.fullmatch("[EXO]-[0-9]+", first)), first


def test_the_disagreements_of_the_newest_file_are_rows() -> None:
    assert {"D28", "D29", "D30", "D31"} <= {row.id for row in rows() if row.file == "guidelines-2026-11.md"}


@pytest.mark.parametrize("file", SECTIONS)
def test_every_table_row_of_the_sources_is_listed(file: str) -> None:
    if not CLINICAL.is_dir():
        pytest.skip(
            f"the clinical sources are not beside the checkout ({CLINICAL}): only the committed list was checked"
        )
    listed = {row.id for row in rows() if row.file == file}
    first_section, last_section = SECTIONS[file]
    told = [one for one in _table_rows(file) if first_section <= one[0] <= last_section]
    assert len(told) > 70
    assert [first for _, printed, first in told if printed and not listed & _spellings(first)] == []
    sections = Counter(row.section.split(".")[0] for row in rows() if row.file == file)
    for section, count in Counter(str(one[0]) for one in told).items():
        assert sections[section] >= count, f"section {section} has {count} table rows, rows.yaml {sections[section]}"
