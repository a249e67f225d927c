"""Whatever a document says, and whatever day is asked for, it is decided and printed, or refused: no traceback."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from fullterm.care.assess.assessment import assess
from fullterm.care.assess.report import report
from fullterm.care.case.read import read_case, read_document
from fullterm.care.protocol.model import read_protocol
from fullterm.guidelines import register
from tests.logic.strategies import examples
from tests.property.test_two_roads import DOCUMENTS

RECOMMENDATIONS = {one.key: one for one in register.recommendations()}
ODD_DAYS = st.one_of(
    st.dates().map(str),
    st.dates(date(1940, 1, 1), date(2100, 12, 31)).map(str),
    st.dates(date(2025, 1, 1), date(2027, 12, 31)).map(str),
    st.sampled_from(("1940-01-01", "2100-12-31", "2026", "1940..2100", "unknown")),
)
ODD_GESTATIONS = st.sampled_from(
    (">= 20w", "<20w", "-1w", "0w", "0w0d", "20w0d", "44w6d", "about 3 weeks", "足月", "4 or 5 months", "5月", "99w")
)
PLACED = st.fixed_dictionaries(
    {}, optional={"on": ODD_DAYS, "gestation": ODD_GESTATIONS, "technique": st.just("mcdonald")}
)
IMPOSSIBLE = st.fixed_dictionaries(
    {"told": ODD_DAYS},
    optional={
        "earlier": st.lists(
            st.fixed_dictionaries({"outcome": st.sampled_from(("loss", "live_birth"))},
                                  optional={"gestation": ODD_GESTATIONS, "ended": ODD_DAYS}), max_size=3),
        "cerclage": PLACED, "removed": ODD_DAYS,
        "pregnancy": st.fixed_dictionaries({}, optional={
            "due": ODD_DAYS, "gestation": ODD_GESTATIONS, "lmp": ODD_DAYS,
            "within": st.sampled_from(("5d", "-5d", "400d")),
            "scans": st.lists(st.fixed_dictionaries({"length": st.just("22 mm")},
                              optional={"on": ODD_DAYS, "gestation": ODD_GESTATIONS}), max_size=2),
            "cerclage": st.lists(PLACED, max_size=2), "removed": st.lists(ODD_DAYS, max_size=2),
            "planned_caesarean_at": ODD_GESTATIONS, "membranes": st.just("bulging"), "dilatation": st.just(">3"),
            "outcome": st.fixed_dictionaries({"outcome": st.just("live_birth")}, optional={"on": ODD_DAYS}),
        }),
    },
)  # fmt: skip


def decided(document: dict[str, Any], on: date | None) -> None:
    """Read one document and decide it, on the day it was told and on another."""
    case, problems = read_document(document)
    assert case is not None or any(one.fatal for one in problems)
    if case is None:
        return
    hospital = read_protocol("antai", RECOMMENDATIONS)
    for day in {case.told, on or case.told}:
        for language in ("en", "zh"):
            json.dumps(report(assess(case, day, hospital), language), ensure_ascii=False)  # type: ignore[arg-type]  # both are languages


@examples(60)
@given(IMPOSSIBLE, st.dates())
def test_an_impossible_case_is_decided_on_any_day_from_year_1_to_9999(document: dict[str, Any], on: date) -> None:
    decided(document, on)


@examples(60)
@given(DOCUMENTS, st.one_of(st.none(), st.dates(date(2026, 1, 1), date(2028, 1, 1))))
def test_a_random_case_is_decided_or_refused(document: dict[str, Any], on: date | None) -> None:
    decided(document, on)


SIGNS = st.sampled_from([*">|?!&*%@`{}[],:#'\"-~<= \n\t\\", "  ", "\n  ", "told: 2026-03-02\n", "a: ", "20w", "3 cm"])


@examples(400)
@given(st.lists(SIGNS, max_size=12).map("".join))
def test_any_signs_at_all_are_a_case_or_a_problem(text: str) -> None:
    case, problems = read_case("told: 2026-03-02\npregnancy:\n  dilatation: " + text)
    assert case is not None or any(one.fatal for one in problems)
