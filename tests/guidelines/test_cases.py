"""Each woman beside each page: the page must say of her what a clinician wrote down."""

import pytest

from fullterm.guidelines import register
from fullterm.guidelines.cases import CaseOfPage, cases_of, files
from fullterm.guidelines.verdict import judge

PAGES = sorted(files())
WOMEN = [pytest.param(page, case, id=f"{page}:{case.line} {case.woman}") for page in PAGES for case in cases_of(page)]


@pytest.mark.parametrize(("page", "case"), WOMEN)
def test_the_page_says_of_her_what_was_written_down(page: str, case: CaseOfPage) -> None:
    for expected in case.expected:
        verdict = judge(register.of_page(page, expected.ref), case.facts)
        assert (expected.ref, verdict.kind) == (expected.ref, expected.verdict)
        assert expected.missing <= verdict.missing
