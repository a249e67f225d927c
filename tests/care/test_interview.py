"""An answer is written where the case file keeps it, and one that cannot stand changes nothing."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from fullterm.care.case.facts_on import known_on
from fullterm.care.case.model import Case
from fullterm.care.case.read import read_case
from fullterm.care.interview.sitting import sitting
from fullterm.care.interview.turn import answered, next_turn
from fullterm.care.protocol.model import read_protocol
from fullterm.care.record.answer_text import PLACES, is_unknown
from fullterm.guidelines import register
from fullterm.logic.facts import Facts
from fullterm.logic.quantity import exactly

HOSPITAL = read_protocol("antai", {one.key: one for one in register.recommendations()})
EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.yaml"))
TOLD = date(2026, 3, 2)
LATER = date(2026, 3, 9)
START = "told: 2026-03-02\n"
EXPECTING = START + "pregnancy:\n  due: 2026-08-01 # by the first scan\n  fetuses: 1\n"


def read(text: str) -> Case:
    case, problems = read_case(text)
    assert problems == ()
    assert case is not None
    return case


def facts(text: str, on: date = TOLD) -> Facts:
    return known_on(read(text), on).facts


# -- every kind of question -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "key", "said", "value"),
    [
        (START, "adhesions", "no", False),
        (START, "pregnant", "是", True),
        (START, "curettages", "2", exactly(2)),
        (START, "uterine_anomaly", "septate", "septate"),
        (EXPECTING, "contractions", "yes", True),
        (EXPECTING, "dilatation", "2 cm", exactly(200)),
        (EXPECTING, "membranes", "bulging", "bulging"),
        ("", "adhesions", "yes", True),
    ],
)
def test_an_answer_becomes_the_fact_that_was_asked(text: str, key: str, said: str, value: object) -> None:
    assert facts(answered(text, key, said, TOLD)).values[key] == value


def test_a_gestation_dates_the_pregnancy_by_the_day_it_is_told() -> None:
    text = answered(START + "woman: {pregnant: yes}\n", "gestation", "18w2d", TOLD)

    assert facts(text).values["gestation"] == exactly(18 * 7 + 2)
    assert facts(text, LATER).values["gestation"] == exactly(19 * 7 + 2)


def test_a_gestation_is_refused_once_the_pregnancy_is_dated_another_way() -> None:
    with pytest.raises(ValueError, match=r"^the pregnancy is dated by due and by measured: keep the one"):
        answered(EXPECTING, "gestation", "18w2d", TOLD)


@pytest.mark.parametrize("rows", ["earlier", "procedures", "scans"])
def test_a_list_is_asked_for_its_first_record_then_whether_that_is_all(rows: str) -> None:
    none = answered(EXPECTING, rows, "no", TOLD)
    assert (facts(none).lists[rows].records, facts(none).lists[rows].complete) == ((), True)

    one = answered(EXPECTING, rows, "yes", TOLD)
    assert (len(facts(one).lists[rows].records), facts(one).lists[rows].complete) == (1, False)
    another = answered(one, rows, "no", TOLD)
    assert (len(facts(another).lists[rows].records), facts(another).lists[rows].complete) == (2, False)
    all_told = answered(another, rows, "yes", TOLD)
    assert (len(facts(all_told).lists[rows].records), facts(all_told).lists[rows].complete) == (2, True)


@pytest.mark.parametrize(
    "earlier",
    [
        "earlier: [{outcome: loss}, {outcome: loss}]\n",
        "earlier: {pregnancies: [{outcome: loss}, {outcome: loss}]}\n",
        "earlier:\n  complete: no\n  pregnancies:\n    - outcome: loss\n    - outcome: loss\n",
    ],
)
def test_an_answer_about_one_record_is_written_in_that_record_however_the_list_is_written(earlier: str) -> None:
    found = facts(answered(START + earlier, "earlier[2].abruption", "yes", TOLD)).lists["earlier"].records

    assert found == ({"outcome": "loss"}, {"outcome": "loss", "abruption": True})


def test_a_list_of_one_written_without_its_dash_is_answered_and_grows() -> None:
    text = START + "earlier: {pregnancies: {outcome: loss}}\n"

    assert facts(answered(text, "earlier[1].abruption", "yes", TOLD)).lists["earlier"].records[0]["abruption"] is True
    assert len(facts(answered(text, "earlier", "no", TOLD)).lists["earlier"].records) == 2


def test_a_scan_and_an_operation_are_answered_in_their_records() -> None:
    text = EXPECTING + "  scans: [{on: 2026-02-20}]\nprocedures: [{kind: lletz}]\n"
    text = answered(answered(text, "scans[1].length", "22 mm", TOLD), "procedures[1].depth", "12 mm", TOLD)

    assert facts(text).lists["scans"].records[0]["length"] == exactly(220)
    assert facts(text).lists["procedures"].records[0]["depth"] == exactly(120)


def test_a_gestation_may_be_answered_by_another_pregnancy() -> None:
    text = START + "earlier: [{gestation: 20w0d}, {outcome: loss}]\n"
    found = facts(answered(text, "earlier[2].gestation", "10 days before pregnancy 1", TOLD))

    assert found.lists["earlier"].records[1]["gestation"] == exactly(130)


# -- unknown, refused -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("said", ["unknown", "Don't know", "不清楚", " ? "])
@pytest.mark.parametrize("key", ["adhesions", "contractions", "earlier[1].abruption"])
def test_what_nobody_knows_is_kept_and_not_asked_again(key: str, said: str) -> None:
    text = answered(EXPECTING + "earlier: [{outcome: loss}]\n", key, said, TOLD)

    assert is_unknown(said)
    assert read(text).not_known == {key}
    assert known_on(read(text), TOLD).facts == facts(EXPECTING + "earlier: [{outcome: loss}]\n")


def test_an_answer_may_be_corrected() -> None:
    text = answered(answered(START, "adhesions", "unknown", TOLD), "adhesions", "yes", TOLD)

    assert (facts(text).values["adhesions"], read(text).not_known) == (True, frozenset())


@pytest.mark.parametrize(
    ("key", "said", "sentence"),
    [
        ("contractions", "sometimes", "'sometimes' is neither yes, no nor unknown: write one of these three"),
        ("curettages", "99", "'99' is not possible here: write a value from 0 to 20, or unknown"),
        ("scans", "maybe", "'maybe' is neither yes nor no: write one of the two, or don't know"),
        ("earlier[1].gestation", "10 days before pregnancy 7", "there is no pregnancy 7 in the list"),
        ("earlier[1].gestation", "9w", "a baby is not born alive this early"),
        ("contractions", "", "'' is neither yes, no nor unknown: write one of these three"),
    ],
)
def test_an_answer_that_cannot_stand_is_refused_in_the_readers_words(key: str, said: str, sentence: str) -> None:
    text = EXPECTING + "earlier: [{outcome: live_birth}]\n"
    with pytest.raises(ValueError) as refused:  # noqa: PT011 - the sentence is looked at below
        answered(text, key, said, TOLD)

    assert sentence in str(refused.value)


def test_what_is_asked_of_a_pregnancy_makes_none() -> None:
    """ "Don't know" to the number of babies is not a pregnancy."""
    for said in ("unknown", "2"):
        with pytest.raises(ValueError, match=r"^this is asked of a pregnancy, and none is told: say first whether"):
            answered(START, "fetuses", said, TOLD)

    assert facts(answered(START + "woman: {pregnant: yes}\n", "fetuses", "2", TOLD)).values["fetuses"] == exactly(2)


def test_a_case_that_cannot_be_read_and_one_told_later_take_no_answer() -> None:
    with pytest.raises(ValueError, match="not YAML"):
        answered("told: [2026", "adhesions", "no", TOLD)
    with pytest.raises(ValueError, match="lies in the future"):
        answered("told: 2026-04-01\n", "adhesions", "no", TOLD)


# -- an ended pregnancy -----------------------------------------------------------------------------------------

ENDED = EXPECTING + "  outcome: {on: 2026-02-27, outcome: loss}\nearlier: [{outcome: loss}]\n"


def test_an_answer_about_a_pregnancy_that_has_ended_is_written_under_its_outcome() -> None:
    text = answered(ENDED, "earlier[2].abruption", "yes", TOLD)

    assert facts(text).lists["earlier"].records[1]["abruption"] is True
    assert "abruption" not in facts(text).lists["earlier"].records[0]
    assert answered(ENDED, "earlier[1].abruption", "yes", TOLD) != text
    assert read(answered(ENDED, "earlier[2].abruption", "unknown", TOLD)).not_known == {"earlier[2].abruption"}


def test_an_outcome_in_one_word_keeps_that_word() -> None:
    text = EXPECTING + "  outcome: loss\n"
    found = facts(answered(text, "earlier[1].abruption", "no", TOLD)).lists["earlier"].records

    assert found == ({"outcome": "loss", "abruption": False},)


def test_a_pregnancy_that_has_ended_is_one_of_those_she_had() -> None:
    """ "Are these all?", not "has she ever?": the list on paper is empty, and she has been pregnant."""
    text = EXPECTING + "  outcome: loss\n"
    all_told, more = answered(text, "earlier", "yes", TOLD), answered(text, "earlier", "no", TOLD)

    assert (len(facts(all_told).lists["earlier"].records), facts(all_told).lists["earlier"].complete) == (1, True)
    assert len(read(more).earlier) == 1


def test_nothing_is_written_into_a_pregnancy_that_has_ended() -> None:
    with pytest.raises(ValueError, match=r"^this is asked of a pregnancy, and none is told"):
        answered(ENDED, "contractions", "yes", TOLD)


# -- another day ------------------------------------------------------------------------------------------------


def test_an_interview_taken_up_another_day_keeps_what_was_told_before_on_its_day() -> None:
    text = EXPECTING + "  contractions: no\n  dilatation: [0 cm, less than 1 cm]\nwoman: {age: 33, pregnant: yes}\n"
    after = answered(text, "membranes", "not_visible", LATER)
    known = known_on(read(after), LATER)

    assert read(after).told == LATER
    assert known.facts.values["membranes"] == "not_visible"
    assert (known.facts.values["gestation"], known.facts.values["dilatation"]) == (exactly(135), exactly(0))
    assert known.sources["age"].on == TOLD
    assert known.stale["contractions"].on == TOLD


def test_the_scans_said_to_be_all_may_be_more_another_day() -> None:
    text = EXPECTING + "  scans: {complete: yes, scans: [{on: 2026-02-20, length: 30 mm}]}\nearlier: none\n"
    after = facts(answered(text, "adhesions", "no", LATER), LATER)

    assert (len(after.lists["scans"].records), after.lists["scans"].complete) == (1, False)
    assert not facts(answered(EXPECTING + "  scans: none\n", "adhesions", "no", LATER), LATER).lists["scans"].complete
    assert after.lists["earlier"].complete


def test_what_was_told_with_its_own_day_keeps_it() -> None:
    text = EXPECTING + "  contractions: [{value: no, on: 2026-02-20}, {value: yes}]\n  declined: [{step: scans}]\n"
    pregnancy = read(answered(text, "adhesions", "no", LATER)).pregnancy
    assert pregnancy is not None

    assert [one.on for one in pregnancy.observations if one.fact == "contractions"] == [date(2026, 2, 20), TOLD]
    assert pregnancy.declined[0].on == TOLD


# -- the text ---------------------------------------------------------------------------------------------------


def test_the_rest_of_the_text_stays_as_it_was_written() -> None:
    text = answered(EXPECTING, "contractions", "no", TOLD)

    assert text == EXPECTING + "  contractions: no\n"
    assert answered(text, "contractions", "no", TOLD) == text


def _asked(case: Case, on: date) -> list[str]:
    """Every question put to somebody who knows nothing more."""
    asked: list[str] = []
    while (turn := next_turn(sitting(case, on, HOSPITAL, frozenset(asked)), "en")) is not None:
        assert turn.key not in asked
        assert turn.words.strip()
        asked.append(turn.key)
    return asked


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_answering_every_question_with_dont_know_ends_and_changes_nothing_known(path: Path) -> None:
    before = text = path.read_text(encoding="utf-8")
    on = read(text).told
    asked = _asked(read(text), on)
    written = [key for key in asked if key not in (*PLACES, "gestation")][::4]  # the others she is only asked: time
    for key in written:
        text = answered(text, key, "don't know", on)

    assert written
    assert facts(text, on) == facts(before, on)
    assert set(written) <= read(text).not_known
    assert next_turn(sitting(read(text), on, HOSPITAL, frozenset(asked) - set(written)), "zh") is None
