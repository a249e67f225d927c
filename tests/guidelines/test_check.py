"""A page may advise only when it is declarative, bounded and tried; each refusal says what to write."""

from datetime import date

import pytest

from fullterm.guidelines import register
from fullterm.guidelines.cases import CaseOfPage, Expected
from fullterm.guidelines.check import check_page, imperative, unbounded, untried
from fullterm.guidelines.model import Guideline, Window, offer
from fullterm.logic.facts import Facts
from fullterm.logic.language import ALWAYS, all_of, mm, weeks
from fullterm.logic.quantity import exactly
from fullterm.vocabulary import pregnancy, treatments, woman
from fullterm.vocabulary.fact import Text


@pytest.mark.parametrize("page", register.PAGES, ids=lambda page: page.__name__.rpartition(".")[2])
def test_every_page_may_advise(page) -> None:
    refusals = [str(one) for one in check_page(page, register.on_page(page))]
    assert refusals == []


def guideline() -> Guideline:
    return Guideline("body", "Body", Text("t", "t"), "B", "XX", date(2020, 1, 1), "https://example.org", "1")


def recommend(body: Guideline, ref: str = "1", **changes):
    told = {
        "row": "R1", "decision": "cerclage", "says": Text("s", "s"), "grade": "-", "locus": "p.1", "read": "full text",
        "when": all_of(woman.pregnant, pregnancy.dilatation >= pregnancy_limit()),
    }  # fmt: skip
    body.recommend(ref, offer(treatments.ultrasound_cerclage), **{**told, **changes})
    return body.recommendations[ref]


def pregnancy_limit():
    from fullterm.logic.quantity import cm

    return cm(4)


def test_control_flow_on_a_page_is_refused_in_words_that_say_what_to_write() -> None:
    (refusal,) = imperative("page.py", "x = [1 for _ in y]")
    assert str(refusal) == (
        "page.py line 1: a loop is not allowed on a page: write all_of, any_of, not_, count or choose, "
        "and move what is derived to vocabulary/findings.py"
    )


def test_an_uncited_recommendation_does_not_construct() -> None:
    with pytest.raises(ValueError, match=r"body 1 has an empty locus: write what the document gives"):
        recommend(guideline(), locus=" ")


@pytest.mark.parametrize("read", ["in part", "secondary", "recalled"])
def test_what_was_not_read_closely_never_advises(read: str) -> None:
    assert recommend(guideline(), read=read).standing(date(2026, 12, 1)) == "not_yet_checked"


def test_the_same_number_twice_is_refused() -> None:
    body = guideline()
    recommend(body)
    with pytest.raises(ValueError, match="body 1 is written twice: give the second its own number"):
        recommend(body)


def test_timed_treatment_without_a_gestation_limit_is_refused() -> None:
    (refusal,) = unbounded(recommend(guideline()))
    assert str(refusal).startswith("body 1: no gestation bounds it: write window=Window(opens, closes)")
    assert not list(unbounded(recommend(guideline(), window=Window(weeks(16), weeks(24)))))


def test_an_untried_limit_is_refused() -> None:
    one = recommend(guideline())
    at = Facts({"pregnant": True, "dilatation": exactly(400)})
    women = (CaseOfPage("f", 1, "w", at, (Expected("1", "applies"),)),)
    refusals = [refusal.sentence for refusal in untried(one, women)]
    assert refusals == [
        "no woman to whom it does not apply: add one to its cases.yaml",
        "no woman of whom it cannot tell: add one with a fact left out, and what is then asked",
        "the limit >= 4 cm of dilatation is untried: add a woman exactly at it and one just across",
    ]


def test_advice_for_every_woman_needs_only_one_case() -> None:
    one = recommend(guideline(), when=ALWAYS)
    women = (CaseOfPage("f", 1, "w", Facts(), (Expected("1", "applies"),)),)
    assert not list(untried(one, women))


def test_a_number_without_a_unit_is_refused() -> None:
    with pytest.raises(TypeError, match=r"the bare number 25 has no unit: write mm\(\.\.\.\)"):
        _ = pregnancy.scan_length <= 25
    with pytest.raises(TypeError, match="a number in days cannot be compared with 25 mm"):
        _ = pregnancy.gestation <= mm(25)
