"""What is asked and in which order: readable women, one after another."""

from __future__ import annotations

from datetime import date

import pytest

from fullterm.care.case.read import read_case
from fullterm.care.interview.sitting import Sitting, sitting
from fullterm.care.interview.tiers import NONE_OF_THESE, InterviewPage, page_of, tier_of
from fullterm.care.interview.turn import answered, next_turn, put_words
from fullterm.care.protocol.model import read_protocol
from fullterm.guidelines import register
from fullterm.vocabulary.fact import VOCABULARY, Language

DAY = date(2026, 3, 2)
HOSPITAL = read_protocol("antai", {one.key: one for one in register.recommendations()})
START = "told: 2026-03-02\n"
NOT_PREGNANT = START + "woman: {pregnant: no, wishes_to_conceive: yes}\n"
CALM = (
    "bleeding: no, ruptured_membranes: no, contractions: no, labour: no, infection: no, infection_suspected: no, "
    "dilatation: 0 cm, membranes: not_visible, alive: present, fetal_compromise: no"
)
EXPECTING = START + f"pregnancy: {{due: 2026-08-01, fetuses: 1, suture: none, {CALM}}}\n"


def asked(text: str, *skipped: str) -> Sitting:
    case, problems = read_case(text)
    assert problems == ()
    assert case is not None
    return sitting(case, DAY, HOSPITAL, frozenset(skipped))


def all_asked(text: str) -> set[str]:
    """Every key put to her while nobody knows any more than this, all verdicts included."""
    found: set[str] = set()
    while (question := asked(text, *found).question()) is not None:
        found.add(question.key)
    return found


def test_of_a_woman_nobody_knows_danger_is_asked_first_and_whether_she_is_pregnant_at_all() -> None:
    page = asked(START).page()

    assert page is not None
    assert page[0] == InterviewPage("danger")
    assert page[1][:4] == ("pregnant", "bleeding", "ruptured_membranes", "contractions")
    assert {"dilatation", "membranes", "alive"} <= set(page[1])


def test_a_woman_who_is_not_pregnant_is_asked_of_no_danger_of_a_pregnancy() -> None:
    page = asked(START + "woman: {pregnant: no}\n").page()

    assert page is not None
    assert page[0] == InterviewPage("now")


def test_while_nobody_knows_whether_she_is_pregnant_she_is_asked_as_one_who_is() -> None:
    question = asked(START + "woman: {pregnant: unknown}\n").question()

    assert question is not None
    assert question.key == "bleeding"


def test_each_earlier_pregnancy_is_told_to_its_end_before_the_next() -> None:
    two = "earlier: {complete: yes, pregnancies: [{outcome: loss, gestation: 20w0d}, {outcome: loss}]}\n"
    keys = [one.key for one in asked(NOT_PREGNANT + two).for_today()]
    records = [key.partition("]")[0] for key in keys if key.startswith("earlier[")]

    assert records == sorted(records)
    assert keys.index("earlier[2].gestation") == next(n for n, key in enumerate(keys) if key.startswith("earlier[2]"))


@pytest.mark.parametrize(
    ("earlier", "never"),
    [
        ("{outcome: molar, gestation: 10w0d}", {"painless_dilatation", "contractions_first", "cerclage", "caesarean"}),
        ("{outcome: ectopic}", {"painless_dilatation", "membranes_bulging", "cerclage", "infection"}),
        ("{outcome: loss, gestation: 8w0d}", {"painless_dilatation", "membranes_bulging", "cerclage", "caesarean"}),
        ("{outcome: loss, gestation: 19w0d}", {"caesarean"}),
        ("{outcome: live_birth, gestation: 39w0d, cerclage: none}", {"cerclage_route", "cerclage_removed"}),
    ],
)
def test_what_cannot_have_been_in_an_earlier_pregnancy_is_never_asked(earlier: str, never: set[str]) -> None:
    keys = all_asked(NOT_PREGNANT + f"earlier: {{complete: yes, pregnancies: [{earlier}]}}\n")

    assert not {f"earlier[1].{name}" for name in never} & keys


@pytest.mark.parametrize(
    ("due", "never"),
    [
        ("2026-10-20", {"alive", "anomaly_scan", "first_trimester_scan"}),
        ("2026-10-01", {"anomaly_scan", "first_trimester_scan"}),
        ("2026-09-05", set[str]()),
    ],
)
def test_what_cannot_be_known_yet_is_not_asked(due: str, never: set[str]) -> None:
    keys = all_asked(START + f"pregnancy: {{due: {due}}}\nearlier: none\n")

    assert not never & keys
    assert {"alive", "anomaly_scan"} - never <= keys


def test_less_than_five_months_drops_none_of_the_decisive_questions_of_that_loss() -> None:
    loss = "earlier: {complete: yes, pregnancies: [{outcome: loss, gestation: less than 5 months}]}\n"
    keys = all_asked(NOT_PREGNANT + loss)

    assert {f"earlier[1].{name}" for name in ("gestation", "painless_dilatation", "contractions_first")} <= keys


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "Before 12w0d or 14w0d, or later (that day included)?"),
        ("zh", "是在12w0d、14w0d之前,还是之后(含当日)?"),
    ],
)
def test_an_answer_too_wide_to_decide_is_asked_again_with_the_limits_it_straddles(
    language: Language, words: str
) -> None:
    loss = "earlier: {complete: yes, pregnancies: [{outcome: loss, gestation: 11-15 weeks}]}\n"
    told = asked(NOT_PREGNANT + loss)
    turn = next_turn(told, language)

    assert turn is not None
    assert turn.key == "earlier[1].gestation"
    assert turn.limits == (12 * 7, 14 * 7)
    assert turn.words.replace("，", ",").replace("？", "?").endswith(words)


def test_what_no_limit_divides_is_not_asked_more_exactly_today() -> None:
    loss = "earlier: {complete: yes, pregnancies: [{outcome: loss, gestation: 20w2d..20w4d}]}\n"

    assert "earlier[1].gestation" not in {one.key for one in asked(NOT_PREGNANT + loss).for_today()}


def test_enough_is_said_only_when_every_sign_of_the_day_is_answered() -> None:
    calm = EXPECTING + "earlier: none\nprocedures: none\n"
    keys = {one.key for one in asked(calm).for_today()}
    assert not keys & set(NONE_OF_THESE)

    unasked = asked(calm.replace("infection_suspected: no, ", ""))
    assert not unasked.enough
    assert unasked.question().key == "infection_suspected"  # type: ignore[union-attr]  # not enough: there is one


def test_of_a_suture_there_is_one_question_for_which_it_is() -> None:
    text = EXPECTING.replace("suture: none", "suture_in: yes")
    keys = [one.key for one in asked(text).for_today()]

    assert "suture" in keys
    assert not {"suture_vaginal", "suture_abdominal"} & set(keys)


def test_in_an_emergency_what_could_stop_it_is_asked_before_her_history() -> None:
    text = EXPECTING.replace("dilatation: 0 cm", "dilatation: 2 cm").replace("bleeding: no, ", "")
    question = asked(text).question()

    assert question is not None
    assert question.key == "bleeding"


def test_every_fact_has_its_tier_and_its_place_on_a_page() -> None:
    for name, fact in VOCABULARY.facts.items():
        key = name if fact.rows is None else f"{fact.rows}[1].{fact.name}"
        assert page_of(key, {"earlier": 1}).tier == tier_of(key)


def test_her_own_words_are_kept_as_she_said_them() -> None:
    text = answered(NOT_PREGNANT, "earlier", "yes", DAY)
    case, problems = read_case(put_words(text, 1, "I was only cleaning; then water: a lot", DAY))

    assert problems == ()
    assert case is not None
    assert case.earlier[0].said == "I was only cleaning; then water: a lot"
