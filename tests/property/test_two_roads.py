"""A stored document is read without being written as text, and says exactly what its text says."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fullterm.care.case.dating import DATED_BY
from fullterm.care.case.fields import PREGNANCY_FACTS, WOMAN_FACTS
from fullterm.care.case.model import Case, Problem
from fullterm.care.case.read import FIELDS, read_case, read_document
from fullterm.care.case.stored import tree_of
from fullterm.vocabulary.fact import VOCABULARY
from tests.logic.strategies import examples

SAID = (
    "yes", "no", "unknown", "none", "loss", "live_birth", "2026-03-02", "2025-11", "1 March", "19w3d", "23w0d", "25 mm",
    "just after five months", "10 days before pregnancy 1", "about 20 weeks", "crl", "5d", "abdominal", "mcdonald", "",
    "~", "null", "  yes ", "Wang Xiulan", "说不清", "a\nb", "a\tb", "a: b", "# no", "\u2028", "\x85", "\x00", "\x7f",
    "\ud800", "\ufeff", "😀", "*a", "&a", "'", '"', "\\", "%", "{", "- ",
)  # fmt: skip
PLAIN = st.one_of(
    st.sampled_from(SAID), st.text(max_size=12), st.integers(-3, 60), st.floats(), st.booleans(), st.none()
)
NAMES = st.one_of(st.sampled_from(("on", "value", "source", "said", "complete", *FIELDS)), st.text(max_size=8))
ANYTHING = st.recursive(
    PLAIN, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES, inner, max_size=3), max_leaves=6
)
DAYS = st.sampled_from(("2026-01-05", "2026-02-11", "2026-03-01"))


def told_as(names: Any, more: dict[str, Any] | None = None) -> Any:
    """A group of fields as records hold them: plain, dated, of several days, or something odd."""
    dated = st.fixed_dictionaries({"value": PLAIN}, optional={"on": DAYS | PLAIN, "source": PLAIN, "said": PLAIN})
    value = st.one_of(PLAIN, dated, st.lists(dated, max_size=2), ANYTHING)
    fields = st.dictionaries(st.sampled_from(sorted(names)), value, max_size=6)
    return st.builds(lambda a, b: a | b, fields, st.fixed_dictionaries({}, optional=more or {}))


ON = {"on": DAYS | PLAIN, "source": PLAIN, "said": PLAIN}
EARLIER = told_as(VOCABULARY.fields("earlier"), {"ended": DAYS | PLAIN})
SCANS = told_as(VOCABULARY.fields("scans"), ON)
PREGNANCY = told_as(
    [*PREGNANCY_FACTS, *DATED_BY, "dating", "within"],
    {
        "due": st.just("2026-10-19"), "scans": st.lists(SCANS, max_size=2) | ANYTHING,
        "examinations": st.lists(told_as(PREGNANCY_FACTS, ON), max_size=2),
        "cerclage": told_as(("technique", "route", "indication", "knot"), ON), "outcome": EARLIER | ANYTHING,
    },
)  # fmt: skip
DOCUMENTS = st.fixed_dictionaries(
    {"told": st.just("2026-03-02") | PLAIN},
    optional={
        "name": PLAIN, "source": PLAIN, "woman": told_as(WOMAN_FACTS) | ANYTHING,
        "earlier": st.fixed_dictionaries({"complete": PLAIN, "pregnancies": st.lists(EARLIER, max_size=3)}) | ANYTHING,
        "procedures": st.lists(told_as(VOCABULARY.fields("procedures"), {"date": PLAIN}), max_size=2) | ANYTHING,
        "pregnancy": PREGNANCY | ANYTHING, "cerclage": ANYTHING, "removed": ANYTHING, "odd": ANYTHING,
    },
)  # fmt: skip


def by_its_text(document: dict[str, Any]) -> tuple[Case | None, list[tuple[str, str, bool]]]:
    case, problems = read_case(json.dumps(document, ensure_ascii=False))
    return case, said(problems)


def said(problems: tuple[Problem, ...]) -> list[tuple[str, str, bool]]:
    return [(one.field, one.sentence, one.fatal) for one in problems]


@examples(300)
@given(DOCUMENTS)
def test_both_roads_tell_the_same_case_and_the_same_problems_in_the_same_order(document: dict[str, Any]) -> None:
    case, problems = read_document(document)
    assert (case, said(problems)) == by_its_text(document)
    assert all((one.line, one.column, one.file) == (0, 0, "") for one in problems)


DEEP: dict[str, Any] = {}
for _ in range(25):
    DEEP = {"told": DEEP}


@pytest.mark.parametrize(
    "document",
    [
        {}, {"told": []}, [], "told", DEEP, {"told": "2026-03-02", "odd": ["1"] * 20_001},
        {"told": "2026-03-02", "name": "王" * 400_000}, {"told": "2026-03-02", "x" * 2000: "1"},
        {"told": "2026-03-02", "name": "a\x7fb"}, {"told": "2026-03-02", "woman": {"age": float("nan")}},
    ],
)  # fmt: skip
def test_what_only_the_text_can_refuse_is_refused_in_its_words(document: Any) -> None:
    case, problems = read_document(document)
    assert (case, said(problems)) == by_its_text(document)
    assert problems


def test_a_record_is_read_without_being_written_as_text() -> None:
    assert (
        tree_of({"told": "2026-03-02", "woman": {"age": 33, "pregnant": True}, "earlier": [{}, None, 1.5]}) is not None
    )
