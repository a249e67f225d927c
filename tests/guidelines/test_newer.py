"""Newer than the guideline: each study stands beside advice that is there and is older, dated, with its weakness."""

from dataclasses import replace
from datetime import date

import pytest
from tests.cli.cases import EXAMPLES, fullterm

from fullterm.guidelines import newer, register
from fullterm.guidelines.coverage import left_out, rows
from fullterm.guidelines.model import Guideline
from fullterm.vocabulary.fact import Text

ON = date(2026, 12, 1)
C_STICH, COLORADO, TOPS = (next(one for one in newer.STUDIES if one.row == row) for row in ("E-1", "E-2", "E-3"))


def test_no_study_of_the_table_is_refused() -> None:
    assert [str(one) for one in newer.refusals()] == []


def test_a_study_beside_advice_that_does_not_exist_is_refused() -> None:
    (refusal,) = newer.refusals([replace(TOPS, beside=("rcog-gtg75 ALT-Z",))])
    assert str(refusal) == ("newer.py E-3 beside rcog-gtg75 ALT-Z: there is no such recommendation: correct its number")


def test_a_study_that_stands_beside_nothing_is_refused() -> None:
    (refusal,) = newer.refusals([replace(TOPS, beside=())])
    assert "it stands beside nothing" in str(refusal)


@pytest.mark.parametrize(
    ("day", "key", "fine"),
    [
        ("2022-05-31", "rcog-gtg75 ALT-A", False),  # June 2022, in our table from its first day
        ("2022-06-01", "rcog-gtg75 ALT-A", False),
        ("2022-06-02", "rcog-gtg75 ALT-A", True),
        ("2022", "rcog-gtg75 ALT-A", False),  # some day of that year, perhaps before June
        ("2023", "rcog-gtg75 ALT-A", True),
        ("2024-12-31", "smfm-70 7", False),  # 2024, no day known: its last day counts
        ("2025-01-01", "smfm-70 7", True),
    ],
)
def test_a_study_that_is_not_surely_newer_than_the_edition_is_refused(day: str, key: str, fine: bool) -> None:
    found = [str(one) for one in newer.refusals([replace(TOPS, day=day, beside=(key,))])]
    assert (found == []) is fine
    assert all("not surely after that edition" in one for one in found)


def test_check_prints_what_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(newer.refusals, "__defaults__", ((replace(TOPS, day="2012"),),))
    result = fullterm("check")
    assert result.exit_code == 1
    assert "newer.py E-3 beside rcog-gtg75 ALT-A: published 2012, not surely after that edition" in result.stdout


def test_two_studies_that_point_in_opposite_directions_both_stand_there() -> None:  # D30
    beside = newer.newer("rcog-gtg75 PROG", ON)
    assert [one.row for one in beside] == ["E-1", "E-2"]
    assert "0.70 (0.50-0.99)" in C_STICH.found.en
    assert "1.78 (1.14-2.80)" in COLORADO.found.en
    assert "E-2" in C_STICH.weakness.en
    assert "E-1" in COLORADO.weakness.en


def test_the_pessary_of_july_2023_has_its_trial_beside_it() -> None:  # D31
    for key in ("sbl3 UI-pessary", "sbl3 NOHX-pessary", "rcog-gtg75 ALT-A"):
        assert "E-3" in [one.row for one in newer.newer(key, ON)]
    assert "E-3" not in [one.row for one in newer.newer("smfm-70 7", ON)]  # it was written with the trial known


def test_a_study_is_shown_from_the_day_it_had_surely_been_published() -> None:
    assert newer.newer("sbl3 NOHX-pessary", date(2023, 7, 24)) == ()
    assert [one.row for one in newer.newer("sbl3 NOHX-pessary", date(2023, 7, 25))] == ["E-3"]
    assert "E-6" not in [one.row for one in newer.newer("rcog-gtg75 EM-3", date(2025, 12, 30))]
    assert "E-6" in [one.row for one in newer.newer("rcog-gtg75 EM-3", date(2025, 12, 31))]


@pytest.mark.parametrize("study", newer.STUDIES, ids=lambda one: one.row)
def test_a_study_has_a_row_and_says_everything_in_both_languages(study: newer.Newer) -> None:
    assert study.row in {row.id for row in rows()}
    for said in (study.name, study.design, study.found, study.weakness):
        assert said.en.strip()
        assert said.zh.strip()
    assert study.source.strip()
    assert study.read == "abstract"


def test_every_study_of_the_sources_stands_beside_advice_or_is_left_out_with_a_reason() -> None:
    there = {row.id for row in rows() if row.section == "23" and row.id[:2] in ("E-", "X-", "O-")}
    assert len(there) == 16 + 7 + 2
    beside, out = {one.row for one in newer.STUDIES}, there & left_out().keys()
    assert beside | out == there
    assert not beside & out


# ---- where it is shown


def test_why_shows_it_dated_with_its_weakness_in_both_languages() -> None:
    case = str(EXAMPLES["ms-wang-3-thirty-six-weeks"])
    said = fullterm("assess", case, "--why", "rcog-gtg75 PROG").stdout
    assert "Newer than this edition, 2026-01-23: C-STICH" in said
    assert "Weakness: Progesterone was not randomised" in said
    chinese = fullterm("assess", case, "--why", "rcog-gtg75 PROG", "--lang", "zh").stdout
    assert "晚于本版的研究\uff0c2026-01-23" in chinese
    assert "局限\uff1a" in chinese
    before = fullterm("assess", "-", "--why", "rcog-gtg75 PROG", told="told: 2025-01-02\nwoman: {age: 30}\n").stdout
    assert "2026-01-23" not in before


def test_the_page_names_it_beside_the_advice() -> None:
    said = fullterm("assess", str(EXAMPLES["ms-wang-3-thirty-six-weeks"])).stdout
    assert "newer than this edition: 2026-01-23 C-STICH" in " ".join(said.split())


# ---- a document past its own review date


def guideline(review: date | None) -> Guideline:
    return Guideline("body", "Body", Text("t", "t"), "B", "XX", date(2020, 1, 1), "-", "1", review=review)


def test_a_document_is_past_its_review_on_the_day_after_it() -> None:
    due = guideline(date(2026, 12, 31))
    assert not due.past_review(date(2026, 12, 31))
    assert due.past_review(date(2027, 1, 1))
    assert not guideline(None).past_review(date(2099, 1, 1))


def test_the_documents_that_print_a_day_of_review_say_so() -> None:
    printed = {one.id: one.review for one in register.GUIDELINES.values() if one.review is not None}
    assert printed == {
        "qld-2020": date(2025, 6, 30),
        "ranzcog": date(2015, 12, 31),
        "russia-2024": date(2026, 12, 31),
    }


def test_show_and_the_list_say_that_a_document_is_past_its_review() -> None:
    assert "PAST ITS OWN REVIEW DATE (2015-12-31)" in fullterm("show", "ranzcog").stdout
    assert "已过该文件自定的复审期限" in fullterm("show", "ranzcog", "--lang", "zh").stdout
    listed = "".join(fullterm("guidelines").stdout.split())
    assert "2015-12-31" in listed
    told = fullterm("assess", "-", "--why", "russia-2024 DEF", told="told: 2026-04-06\nwoman: {age: 30}\n").stdout
    assert "by its own word to be reviewed by 2026-12-31" in told
    later = fullterm("assess", "-", "--on", "2027-01-01", "--why", "russia-2024 DEF", told="told: 2026-04-06\n").stdout
    assert "PAST ITS OWN REVIEW DATE (2026-12-31)" in later
