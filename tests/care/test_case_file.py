"""A case file is read whole: what is right stands, and everything wrong is said at once, with its place."""

from __future__ import annotations

import json
import random
from datetime import date
from pathlib import Path

import pytest

from fullterm.care.case.model import Case, Problem, show_days, show_gestation
from fullterm.care.case.read import read_case
from fullterm.care.case.text import LARGEST
from fullterm.logic.quantity import Span, Unit, show_span, weeks
from fullterm.vocabulary.fact import VOCABULARY

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.yaml"))
TOLD = "told: 2026-03-02\n"


def good(text: str) -> Case:
    """The case of a text without any problem."""
    case, problems = read_case(text)
    assert problems == ()
    assert case is not None
    return case


def partly(text: str) -> tuple[Case, tuple[Problem, ...]]:
    """The case of a text with problems that leave the rest."""
    case, problems = read_case(text)
    assert problems
    assert case is not None
    return case, problems


def pregnancy(*lines: str) -> str:
    return TOLD + "pregnancy:\n" + "".join(f"  {line}\n" for line in lines)


def earlier(*records: str) -> str:
    return TOLD + "earlier:\n  pregnancies:\n" + "".join(f"    - {{{record}}}\n" for record in records)


def gestation_of(case: Case, number: int) -> str:
    value = case.earlier[number - 1].values["gestation"]
    assert isinstance(value, Span)
    return show_span(value, Unit.DAYS)


# -- what is read -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_every_example_reads_without_a_problem_and_is_told_in_2026(path: Path) -> None:
    case, problems = read_case(path)

    assert problems == ()
    assert case is not None
    assert case.told.year == 2026


def test_ms_wangs_own_words_become_spans_and_stay_kept() -> None:
    case, _ = read_case(next(path for path in EXAMPLES if "first-visit" in path.name))
    assert case is not None

    assert gestation_of(case, 1) == "20w0d..23w6d"
    assert gestation_of(case, 2) == "18w4d..21w5d"
    assert case.earlier_complete
    words = {one.fact: one.said for one in case.earlier[1].observations}
    assert words["gestation"] == "less than 5 months; 10 days before pregnancy 1"
    assert "sac is bulging" in (case.earlier[1].said or "")
    assert "contractions_first" not in case.earlier[0].values
    assert {one.source for one in case.observations} == {"said by her"}


def test_what_is_not_written_is_unknown_and_no_list_is_complete() -> None:
    case = good(TOLD)

    assert case == Case(told=date(2026, 3, 2))


def test_a_field_left_empty_was_not_told_and_unknown_was_asked() -> None:
    case = good(TOLD + "woman: {age: , diabetes: unknown}\nearlier: [{outcome: loss, abruption: 不清楚}]\n")

    assert case.observations == ()
    assert case.not_known == {"diabetes", "earlier[1].abruption"}


def test_a_value_may_carry_its_own_day_source_and_words() -> None:
    text = pregnancy("contractions: {value: no, on: 2026-03-01, source: seen in notes, said: nothing felt}")
    (one,) = good(text).pregnancy.observations  # type: ignore[union-attr]  # good() has a pregnancy here

    assert (one.value, one.on, one.source, one.said) == (False, date(2026, 3, 1), "seen in notes", "nothing felt")


def test_the_same_fact_may_be_told_for_several_days() -> None:
    text = pregnancy("contractions: [{value: no, on: 2026-03-01}, {value: yes, on: 2026-03-02}]")
    found = good(text).pregnancy

    assert found is not None
    assert [one.value for one in found.observations] == [False, True]


def test_none_is_a_complete_and_empty_list() -> None:
    case = good(TOLD + "earlier: none\nprocedures: none\n")

    assert (case.earlier, case.earlier_complete) == ((), True)
    assert (case.procedures, case.procedures_complete) == ((), True)


def test_json_is_read_as_yaml_is() -> None:
    told = {"told": "2026-03-02", "woman": {"age": 33, "pregnant": False, "bmi": None},
            "earlier": {"complete": True, "pregnancies": [{"outcome": "loss", "gestation": "19w"}]}}  # fmt: skip

    assert good(json.dumps(told, indent="\t")) == good(
        TOLD
        + "woman: {age: 33, pregnant: no}\nearlier: {complete: yes, pregnancies: [{outcome: loss, gestation: 19w}]}"
    )


@pytest.mark.parametrize(
    ("line", "gestation"),
    [
        ("due: 2026-08-01", "18w2d"),
        ("lmp: 2025-10-25", "18w2d"),
        ("conceived: 2025-11-08", "18w2d"),
        ("measured: {on: 2026-02-23, gestation: 17w2d}", "18w2d"),
        ("gestation: 18w2d", "18w2d"),
        ("lmp: 2025-10", "17w3d..21w5d"),
        ("gestation: 18w", "18w0d..18w6d"),
    ],
)
def test_each_way_of_dating_gives_the_gestation_in_days(line: str, gestation: str) -> None:
    found = good(pregnancy(line)).pregnancy

    assert found is not None
    assert show_gestation(found.gestation(date(2026, 3, 2))) == gestation


def test_the_due_date_widens_by_what_was_stated_and_says_when_nothing_was() -> None:
    exact, wide = (good(pregnancy("due: 2026-08-01", *more)).pregnancy for more in ((), ("within: 5d",)))
    assert exact is not None
    assert exact.dating is not None
    assert wide is not None
    assert wide.dating is not None

    assert (show_days(exact.dating.due), exact.dating.stated) == ("2026-08-01", False)
    assert (show_days(wide.dating.due), wide.dating.stated) == ("2026-07-27..2026-08-06", True)
    assert show_gestation(wide.gestation(date(2026, 3, 2))) == "17w4d..19w0d"


def test_a_scan_is_placed_by_its_day_or_by_its_gestation() -> None:
    text = pregnancy(
        "due: 2026-08-01",
        "scans: {complete: yes, scans: [{on: 2026-03-01, length: 22 mm}, {gestation: 16w0d, length: 30 mm}]}",
    )
    found = good(text).pregnancy
    assert found is not None

    assert [show_gestation(one.gestation) for one in found.scans] == ["18w1d", "16w0d"]
    assert [show_days(one.on) for one in found.scans] == ["2026-03-01", "2026-02-14"]
    assert found.scans_complete


def test_a_suture_and_its_removal_keep_their_days_and_the_operation_note() -> None:
    text = pregnancy(
        "due: 2026-04-01",
        "cerclage: {on: 2025-09-30, technique: shirodkar, indication: history, material: tape, level: at the os}",
        "removed: 2026-03-01",
    )
    found = good(text).pregnancy
    assert found is not None

    assert found.cerclages[0].suture == "shirodkar"
    assert found.cerclages[0].details == (("level", "at the os"), ("material", "tape"))
    assert show_gestation(found.cerclages[0].gestation) == "13w6d"
    assert show_gestation(found.removals[0].gestation) == "35w4d"


def test_an_abdominal_suture_may_be_older_than_the_pregnancy() -> None:
    case = good(TOLD + "cerclage: {on: 2025-01-10, technique: laparoscopic, indication: history}\n")

    assert case.cerclages[0].suture == "abdominal"


def test_an_ended_pregnancy_reckons_its_gestation_from_the_due_date() -> None:
    found = good(pregnancy("due: 2026-03-01", "outcome: {on: 2026-02-27, outcome: live_birth}")).pregnancy
    assert found is not None
    assert found.outcome is not None

    assert found.outcome.values["gestation"] == Span(weeks(39, 5).amount, weeks(39, 5).amount)
    assert found.outcome.number == 1


@pytest.mark.parametrize(
    ("said", "gestation"),
    [
        ("10 days before pregnancy 1", "18w4d"),
        ("2 weeks later than the first", "22w0d"),
        ("about 10 days earlier than the previous one", "17w4d..19w4d"),
        ("same as pregnancy 1", "20w0d"),
        ("比第1次早10天", "18w4d"),
    ],
)
def test_a_gestation_may_be_told_by_another_pregnancy(said: str, gestation: str) -> None:
    assert gestation_of(good(earlier("gestation: 20w0d", f'gestation: "{said}"')), 2) == gestation


def test_a_gestation_may_be_told_by_a_later_one_and_moves_when_that_is_narrowed() -> None:
    vague = good(earlier("gestation: 10 days after pregnancy 2", "gestation: about 18w"))
    sharp = good(earlier("gestation: 10 days after pregnancy 2", "gestation: 18w2d"))

    assert (gestation_of(vague, 1), gestation_of(sharp, 1)) == ("18w3d..21w2d", "19w5d")


# -- what is wrong, said in one sentence ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "field", "sentence"),
    [
        (TOLD + "womn: {age: 33}", "womn", "'womn' is not a field here: did you mean woman?"),
        (TOLD + "woman: {agee: 33}", "woman.agee", "'agee' is not a field here: did you mean age?"),
        (TOLD + "woman: {Diabetes: no}", "woman.Diabetes", "'Diabetes' is not a field here: write diabetes"),
        (TOLD + "contractions: no", "contractions", "'contractions' is not a field here: it belongs under pregnancy"),
        (pregnancy("diabetes: no"), "pregnancy.diabetes", "'diabetes' is not a field here: it belongs under woman"),
        (
            earlier("outcome: loss, gestation: 60 weeks"), "earlier.pregnancies[1].gestation",
            "'60 weeks' is not possible here: write a value from 3w0d to 45w0d, or unknown",
        ),
        (
            earlier("outcome: live_birth, gestation: 9w"), "earlier.pregnancies[1].outcome",
            "outcome live_birth and gestation 9w0d..9w6d: a baby is not born alive this early: correct the outcome "
            "(loss?) or the gestation",
        ),
        (
            earlier("outcome: loss, gestation: 8w, caesarean: full_dilatation"), "earlier.pregnancies[1].gestation",
            "gestation 8w0d..8w6d and caesarean full_dilatation: a caesarean is not done this early: write caesarean: "
            "none, or correct the gestation",
        ),
        (
            earlier("painless_dilatation: yes, contractions_first: yes"), "earlier.pregnancies[1].painless_dilatation",
            "painless_dilatation yes and contractions_first yes: the cervix cannot have opened without pain after "
            "painful contractions came first: keep the one that is true, or write unknown",
        ),
        (
            earlier("gestation: 20w, cerclage_placed: 22w"), "earlier.pregnancies[1].gestation",
            "gestation 20w0d..20w6d and cerclage_placed 22w0d..22w6d: the suture cannot have been placed after the "
            "pregnancy ended: correct one of the two gestations",
        ),
        (
            earlier("gestation: [less than 18w, over 20w]"), "earlier.pregnancies[1].gestation",
            "'less than 18w' and 'over 20w' cannot both be true: keep the one that is, or write unknown",
        ),
        (
            earlier("gestation: 10 days before pregnancy 3"), "earlier.pregnancies[1].gestation",
            "'10 days before pregnancy 3': there is no pregnancy 3 in the list: correct the number",
        ),
        (
            earlier("ended: 2019-02-30"), "earlier.pregnancies[1].ended",
            "'2019-02-30' is a day that does not exist: that month ends on 2019-02-28",
        ),
        (
            earlier("ended: 12/05/2019"), "earlier.pregnancies[1].ended",
            "'12/05/2019' is not a date: write the year first, as 2026-03-02, or unknown",
        ),
        (
            earlier("ended: 2027"), "earlier.pregnancies[1].ended",
            "2027 is after the day the case was told (2026-03-02): correct one",
        ),
        (
            earlier("ended: 2021", "ended: 2019"), "earlier.pregnancies[2].ended",
            "it ended before pregnancy 1: tell the earliest first",
        ),
        (
            pregnancy("lmp: 2026-01-01", "scans: [{on: 2025-12-20, length: 22}]"), "pregnancy.scans[1].on",
            "a scan on 2025-12-20 lies before conception (2026-01-15): correct its day or the due date",
        ),
        (
            pregnancy("lmp: 2026-01-01", "scans: [{on: 2026-04-20, length: 22}]"), "pregnancy.scans[1].on",
            "2026-04-20 is after the day the case was told (2026-03-02): correct one",
        ),
        (
            pregnancy("lmp: 2026-01-01", "scans: [{gestation: 12w0d, length: 22}]"), "pregnancy.scans[1].gestation",
            "12w0d is reached on 2026-03-26, after the day the case was told (2026-03-02): correct one",
        ),
        (
            pregnancy("due: 2026-08-01", "scans: [{on: 2026-03-01, gestation: 20w0d}]"), "pregnancy.scans[1].gestation",
            "by the due date she was 18w1d on that day, not 20w0d: keep on: or gestation:, or correct the due date",
        ),
        (
            pregnancy("scans: [{length: -3 mm}]"), "pregnancy.scans[1].length",
            "'-3 mm' is negative: write the amount measured, or unknown",
        ),
        (
            pregnancy("scans: [{length: 2.2}]"), "pregnancy.scans[1].length",
            "'2.2' looks like centimetres: write 22 mm, or 2.2 mm if you mean it",
        ),
        (
            pregnancy("lmp: 2025-01-01"), "pregnancy.lmp",
            "by this she is 60w5d pregnant on 2026-03-02: how did it end? Write it under outcome:, or correct the date",
        ),
        (
            pregnancy("due: 2027-11-01"), "pregnancy.due",
            "by this the pregnancy has not begun on 2026-03-02: correct the date or told:",
        ),
        (
            pregnancy("due: 2026-08-01", "lmp: 2025-10-25"), "pregnancy.lmp",
            "the pregnancy is dated by due and by lmp: keep the one the clinic goes by",
        ),
        (
            pregnancy("measured: {gestation: 12w3d}"), "pregnancy.measured",
            "both on: and gestation: are needed: write the day and how far along she was",
        ),
        (
            pregnancy("contractions: no", "examinations: [{on: 2026-03-02, contractions: yes}]"),
            "pregnancy.examinations[1].contractions",
            "contractions is told twice for 2026-03-02, as no and as yes (see pregnancy.contractions): keep the "
            "value that is true; until then the more dangerous counts: contractions yes",
        ),
        (
            pregnancy("membranes: bulging", "dilatation: 0 cm"), "pregnancy.dilatation",
            "dilatation 0 cm and membranes bulging: membranes cannot bulge through a cervix that is not open: correct "
            "one of them; until then the more dangerous counts: membranes bulging",
        ),
        (
            pregnancy("contractions: {value: no, on: 2026-03-05}"), "pregnancy.contractions.on",
            "2026-03-05 is after the day the case was told (2026-03-02): correct one",
        ),
        (
            pregnancy("examinations: [{contractions: no}]"), "pregnancy.examinations[1]",
            "the examination has no day: write on:, or it cannot be told from today's",
        ),
        (
            pregnancy("due: 2026-08-01", "suture: none", "cerclage: {on: 2026-02-01, technique: mcdonald}"),
            "pregnancy.suture",
            "suture none, yet a mcdonald was placed on 2026-02-01 and not removed: write removed: with its day, or "
            "correct the suture",
        ),
        (
            pregnancy("due: 2026-08-01", "cerclage: {on: 2026-02-01, technique: mcdonald}", "removed: 2026-01-20"),
            "pregnancy.removed",
            "the suture came out on 2026-01-20, before it was placed (2026-02-01): correct one of the days",
        ),
        (
            pregnancy("removed: 2026-01-20"), "pregnancy.removed",
            "a suture came out, yet none is told: write cerclage: with the day it was placed",
        ),
        (
            pregnancy("cerclage: {technique: mcdonald, route: abdominal}"), "pregnancy.cerclage.route",
            "mcdonald is not done by the abdominal route: correct one of them",
        ),
        (
            TOLD + "woman: [33]", "woman",
            "fields belong here, each on its line: write one of age, bmi, pregnant, wishes_to_conceive, "
            "uterine_anomaly, adhesions, adhesions_before_loss, submucous_fibroid, intramural_fibroid, polyps, "
            "lesion_before_loss, des_exposure, connective_tissue_disorder, short_cervix_not_pregnant … (all are in "
            "docs/case-file.md)",
        ),
        (TOLD + "earlier: 3", "earlier", "'3' is not a list: write complete: and pregnancies:, or none"),
    ],
)  # fmt: skip
def test_a_wrong_field_is_named_with_what_to_write_instead(text: str, field: str, sentence: str) -> None:
    _, (problem,) = partly(text)

    assert (problem.field, problem.sentence) == (field, sentence)
    assert problem.line > 0
    assert not problem.fatal


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (
            "woman: {age: 33}",
            "the case line 1, column 1: told: the day it was told is missing: write told: 2026-03-02 with that day",
        ),
        (
            "told: 2026-13-02",
            "the case line 1, column 7: told: '2026-13-02' has no such month: write a month from 01 to 12",
        ),
        ("told: 2026-03", "the case line 1, column 7: told: '2026-03' is not one day: write it as 2026-03-02"),
        (
            TOLD + "woman: {pregnant: no}\npregnancy: {due: 2026-08-01}",
            "the case line 2, column 9: woman.pregnant: pregnant: no, yet this pregnancy is told without an end: write "
            "pregnant: yes, or how it ended under pregnancy.outcome",
        ),
        ("", "the case: there is nothing to read in it: write what she told, or begin from a file in examples/"),
        ("# -", "the case: there is nothing to read in it: write what she told, or begin from a file in examples/"),
        (
            "She lost two.",
            "the case line 1, column 1: this is one line of text, not a case: write fields such as 'told: 2026-03-02', "
            "each on its line",
        ),
        (
            "services: {web: 1}",
            "the case line 1, column 1: no field of a case is in it: write some of told, name, source, woman, earlier, "
            "procedures, cerclage, removed, custody, done, decided, pregnancy",
        ),
        (TOLD + "woman:\n\tage: 33", "the case line 3, column 1: this line is indented with a tab: indent with spaces"),
        (
            TOLD + "name: a: b",
            "the case line 2, column 8: there is a second ':' on this line: put the text after the first one in quotes",
        ),
        (
            TOLD + "woman: {age: 33",
            "the case line 2, column 16: this is not YAML or JSON from here on (expected ',' or '}', but got '<stream "
            "end>'): compare it with a file in examples/",
        ),
        (
            '{"told": "2026-03-02",\n// her age\n"woman": {}}',
            "the case line 2, column 1: JSON has no comments: remove this line, or begin it with #",
        ),
        (TOLD + TOLD, "the case line 2, column 1: told: the field is written twice (first on line 1): keep one"),
        (
            TOLD + "---\n" + TOLD,
            "the case line 2, column 1: a second case begins here: give one woman's case per file",
        ),
        (
            TOLD + "woman: &her {age: *her}",
            "the case line 2, column 19: *her stands inside the value it repeats, without end: write the value itself",
        ),
        (
            TOLD + "woman: *her",
            "the case line 2, column 8: *her repeats something that is not named above: write the value itself",
        ),
        (
            TOLD + "woman: " + "[" * 30 + "]" * 30,
            "the case line 2, column 28: values are nested deeper than 20 levels: a case needs four",
        ),
        (
            TOLD + "woman: " + "[" * 100_000,
            "the case line 2, column 28: values are nested deeper than 20 levels: a case needs four",
        ),
        (
            TOLD + "name: \x07",
            "the case line 2, column 7: the text holds a character that no text should (U+0007): remove it",
        ),
    ],
)  # fmt: skip
def test_what_leaves_nothing_to_assess_is_refused_in_one_sentence(text: str, shown: str) -> None:
    case, (problem,) = read_case(text)

    assert case is None
    assert str(problem) == shown
    assert problem.fatal


def test_a_bomb_of_aliases_is_refused_at_once() -> None:
    bomb = "a: &a [x,x,x,x,x,x,x,x,x]\n"
    for before, name in zip("abcdefgh", "bcdefghi", strict=True):
        bomb += f"{name}: &{name} [{','.join([f'*{before}'] * 9)}]\n"

    case, (problem,) = read_case(bomb)

    assert case is None
    assert problem.sentence == "it holds more than 20,000 values, repeated ones counted: this is not a case"


def test_a_file_of_ten_megabytes_is_refused_by_its_size(tmp_path: Path) -> None:
    path = tmp_path / "export.yaml"
    path.write_bytes(b"x" * 10 * LARGEST)

    case, (problem,) = read_case(path)

    assert case is None
    assert str(problem) == (
        f"{path}: the file has 10.0 MB, and a case may have 1 MB: give one woman's case per file"
    )  # fmt: skip


def test_a_file_in_another_encoding_is_refused_with_the_place_of_the_first_bad_byte(tmp_path: Path) -> None:
    path = tmp_path / "gbk.yaml"
    path.write_bytes(TOLD.encode() + "name: 王".encode("gbk"))

    _, (problem,) = read_case(path)

    assert str(problem) == (
        f"{path} line 2, column 7: the file is not UTF-8 text (byte 0xcd): save it again with the encoding UTF-8"
    )  # fmt: skip


def test_a_file_that_is_not_there_is_a_problem_and_not_a_crash(tmp_path: Path) -> None:
    _, (problem,) = read_case(tmp_path / "no.yaml")

    assert problem.sentence == "the file cannot be opened (No such file or directory): check its name and permissions"


def test_today_stands_in_for_a_missing_day_and_no_case_is_told_after_it() -> None:
    case, problems = read_case("woman: {age: 33}", today=date(2026, 5, 5))
    later, (problem,) = read_case("told: 2027-01-01", today=date(2026, 5, 5))

    assert case is not None
    assert (case.told, problems) == (date(2026, 5, 5), ())
    assert later is None
    assert problem.sentence == "2027-01-01 lies in the future (today is 2026-05-05): correct the day"


# -- what a problem leaves standing -----------------------------------------------------------------------------


def test_every_problem_is_said_at_once_in_the_order_of_the_file() -> None:
    _, problems = partly(
        TOLD + "woman: {agee: 1, bmi: x}\nearlier: [{gestation: 60w}, {outcome: lost}]\nprocedures: [{kind: leep}]\n"
    )

    assert [(one.line, one.field) for one in problems] == [
        (2, "woman.agee"), (2, "woman.bmi"), (3, "earlier[1].gestation"), (3, "earlier[2].outcome"),
        (4, "procedures[1].kind"),
    ]  # fmt: skip


def test_one_bad_pregnancy_stays_as_a_record_and_hides_no_other() -> None:
    case, _ = partly(earlier("outcome: loss, gestation: 60w", "outcome: loss, gestation: 19w0d"))

    assert dict(case.earlier[0].values) == {"outcome": "loss"}
    assert gestation_of(case, 2) == "19w0d"


def test_of_two_facts_that_contradict_each_other_neither_is_known() -> None:
    case, _ = partly(earlier("painless_dilatation: yes, contractions_first: yes, abruption: no"))

    assert dict(case.earlier[0].values) == {"abruption": False}


def test_two_values_that_can_both_be_true_are_no_contradiction() -> None:
    good(pregnancy("dilatation: 2 cm", "examinations: [{on: 2026-03-02, dilatation: 1..3 cm}]"))
    good(earlier("outcome: live_birth, gestation: 15w..24w"))


def test_a_scan_on_an_impossible_day_keeps_its_length_and_loses_its_gestation() -> None:
    case, _ = partly(pregnancy("due: 2026-08-01", "scans: [{on: 2027-03-01, length: 22 mm}]"))
    assert case.pregnancy is not None

    assert case.pregnancy.scans[0].gestation.unknown
    assert "length" in case.pregnancy.scans[0].values


def test_a_suture_removed_on_an_impossible_day_is_not_taken_as_out() -> None:
    case, _ = partly(
        pregnancy("due: 2026-08-01", "cerclage: {on: 2026-02-01, technique: mcdonald}", "removed: 2026-07-01")
    )
    assert case.pregnancy is not None

    assert len(case.pregnancy.cerclages) == 1
    assert case.pregnancy.removals == ()


def test_a_due_date_that_is_no_dating_leaves_the_pregnancy_undated() -> None:
    case, _ = partly(pregnancy("due: 2027-11-01", "fetuses: 1"))
    assert case.pregnancy is not None

    assert case.pregnancy.dating is None
    assert case.pregnancy.gestation(date(2026, 3, 2)).unknown


@pytest.mark.parametrize(
    "text",
    [
        TOLD + "name: Ms. Wang\nwoman: {age: Ms. Wang, Wang: 1}\nsource: x\nwang: 2\n",
        TOLD + "name: 王芳\nwoman: {age: 王芳不知}\npregnancy: {dating: 王芳}\n",
        TOLD + "woman: {age: 'O''Wang'}\nname: Wang\n",
    ],
)
def test_no_problem_repeats_the_womans_name(text: str) -> None:
    _, problems = partly(text)

    shown = "\n".join(map(str, problems)).lower()
    assert "wang" not in shown
    assert "王芳" not in shown


@pytest.mark.parametrize("seed", range(60))
def test_a_damaged_file_is_a_list_of_problems_and_never_a_crash(seed: int) -> None:
    chance = random.Random(seed)
    text = chance.choice(EXAMPLES).read_text(encoding="utf-8")
    scraps = ["{", "]", ":", "- ", "&a ", "*a", "'", "\n", "\t", "-1", "9" * 30, "2026-02-30", "..", "~", "五个月", "²"]
    for _ in range(chance.randint(1, 6)):
        place = chance.randrange(len(text))
        text = text[:place] + chance.choice(scraps) + text[place + chance.randint(0, 5) :]

    case, problems = read_case(text, date(2026, 12, 1))

    assert case is not None or any(one.fatal for one in problems)


def test_every_fact_of_the_vocabulary_has_a_place_in_a_case() -> None:
    from fullterm.care.case.fields import PREGNANCY_FACTS, WOMAN_FACTS

    scalars = {name for name, fact in VOCABULARY.facts.items() if fact.rows is None}
    assert scalars == WOMAN_FACTS.keys() | PREGNANCY_FACTS.keys()
    assert {fact.rows for fact in VOCABULARY.facts.values()} == {None, "earlier", "procedures", "scans"}


def test_the_page_about_the_case_file_names_every_field() -> None:
    page = (Path(__file__).parents[2] / "docs" / "case-file.md").read_text(encoding="utf-8")

    missing = [fact.full_name for fact in VOCABULARY.facts.values() if f"`{fact.name}`" not in page]

    assert missing == []


def test_a_scan_told_for_two_gestations_has_neither() -> None:
    case, _ = partly(pregnancy("due: 2026-08-01", "scans: [{on: 2026-03-01, gestation: 20w0d, length: 22 mm}]"))
    assert case.pregnancy is not None

    assert case.pregnancy.scans[0].gestation.unknown


def test_a_fact_told_twice_for_one_day_with_different_values_is_unknown_where_neither_is_dangerous() -> None:
    case, _ = partly(pregnancy("progesterone: no", "examinations: [{on: 2026-03-02, progesterone: yes}]"))
    assert case.pregnancy is not None

    assert case.pregnancy.observations == ()


@pytest.mark.parametrize(
    ("lines", "counts"),
    [
        ("contractions: no|examinations: [{on: 2026-03-02, contractions: yes}]", {"contractions": True}),
        ("bleeding: yes|examinations: [{on: 2026-03-02, bleeding: no}]", {"bleeding": True}),
        ("dilatation: 3 cm|examinations: [{on: 2026-03-02, dilatation: 1 cm}]", {"dilatation": (300, 300)}),
        ("membranes: bulging|examinations: [{on: 2026-03-02, membranes: at_os}]", {"membranes": "bulging"}),
        ("alive: yes|examinations: [{on: 2026-03-02, alive: absent}]", {"alive": False}),
        ("suture: none|examinations: [{on: 2026-03-02, suture: mcdonald}]", {"suture": "mcdonald"}),
        ("infection: yes|infection_suspected: no", {"infection": True}),
        ("labour: yes|contractions: no", {"labour": True}),
        ("membranes: ruptured|ruptured_membranes: no", {"membranes": "ruptured"}),
        ("membranes: bulging|dilatation: 0 cm", {"membranes": "bulging"}),
        ("suture: none|suture_indication: history", {"suture_indication": "history"}),
        ("suture_in: no|suture: mcdonald", {"suture": "mcdonald"}),
    ],
)
def test_of_two_answers_of_one_day_the_dangerous_one_counts_and_the_conflict_is_said(
    lines: str, counts: dict[str, object]
) -> None:
    case, (problem,) = partly(pregnancy(*lines.split("|")))
    assert case.pregnancy is not None

    assert {one.fact: one.value for one in case.pregnancy.observations} == counts
    assert problem.conflict is not None
    assert {one.fact: one.value for one in problem.conflict.counts} == counts
    assert "; until then the more dangerous counts: " in problem.sentence


def test_what_may_both_be_true_reaches_as_far_as_either_and_is_no_conflict() -> None:
    found = good(pregnancy("dilatation: 1..3 cm", "examinations: [{on: 2026-03-02, dilatation: 2 cm}]")).pregnancy
    assert found is not None

    assert [one.value for one in found.observations] == [(200, 300)]


def test_what_she_declined_is_kept_with_its_day_and_reason() -> None:
    found = good(pregnancy("declined: [{step: scans, on: 2026-02-01, reason: too far}, {step: cerclage}]")).pregnancy
    assert found is not None

    assert [(one.step, one.on, one.reason) for one in found.declined] == [
        ("scans", date(2026, 2, 1), "too far"), ("cerclage", date(2026, 3, 2), None),
    ]  # fmt: skip
