"""`show`, `check` and `guidelines`: what a clinician reads before signing a page."""

import re

import pytest

from fullterm.guidelines import register
from tests.cli.cases import fullterm


def printed(*arguments: str) -> str:
    result = fullterm(*arguments)
    assert (result.exit_code, result.stderr) == (0, "")
    return result.stdout


def test_a_recommendation_is_shown_with_its_page_and_what_the_software_reads() -> None:
    said = printed("show", "nice-ng25", "1.2.1")
    for part in ("1.2.1  OFFER  ", "  page: ", "  fullterm reads:", "25 mm or less", "  our reading: "):
        assert part in said


def test_a_window_is_shown_with_its_last_day() -> None:
    assert "window: 36w1d to 37w0d" in printed("show", "rcog-gtg75", "REM-1")


def test_a_recommendation_is_shown_in_chinese() -> None:
    said = printed("show", "rcog-gtg75", "REM-1", "--lang", "zh")
    assert "REM-1  建议  拆除宫颈缝线" in said
    assert "时间窗\uff1a36周1天至37周" in said
    assert not re.search("OFFER|grade|read:|unless|window", said)


@pytest.mark.parametrize("guideline", register.GUIDELINES)
def test_every_guideline_can_be_shown_in_both_languages(guideline: str) -> None:
    for lang in ("en", "zh"):
        said = printed("show", guideline, "--lang", lang)
        assert all(f"\n{ref}  " in said for ref in register.GUIDELINES[guideline].recommendations)


def test_the_pages_pass_their_check() -> None:
    assert ", 0 refused" in printed("check")


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_every_guideline_is_listed_with_its_whole_id(lang: str) -> None:
    said = printed("guidelines", "--lang", lang)
    assert all(f" {one} " in said for one in register.GUIDELINES)


def test_no_row_of_the_sources_is_missing() -> None:
    said = printed("guidelines", "--coverage")
    assert "MISSING" not in said
    assert re.search(r"\n\d+: \d+ encoded, ", said)
