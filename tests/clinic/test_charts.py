"""What the pictures of a woman's page show: positions, shapes, limits, and the words beside them."""

from __future__ import annotations

import re
from datetime import date, timedelta
from pathlib import Path

import pytest

from fullterm.care.assess.assessment import assess
from fullterm.care.assess.report import report
from fullterm.care.assess.still import standing_of
from fullterm.care.case.model import Case, Dating, Observation, Pregnancy, Scan
from fullterm.care.case.read import read_case
from fullterm.care.protocol.model import read_protocol
from fullterm.care.verdicts.compare_guidelines import side_by_side
from fullterm.clinic.charts.axis import FIRST, LAST, across
from fullterm.clinic.charts.earlier import SHAPES, earlier_rows
from fullterm.clinic.charts.matrix import matrix
from fullterm.clinic.charts.windows import plan_lane
from fullterm.clinic.pages.woman.cervix_chart import bands, cervix
from fullterm.clinic.pages.woman.page import changes
from fullterm.clinic.pages.woman.percentiles import percentiles, place_of
from fullterm.clinic.text.event_text import told_in
from fullterm.clinic.text.wording import missing_in, written
from fullterm.clinic.words.woman import WORDS
from fullterm.guidelines import register
from fullterm.logic.quantity import Span, exactly
from fullterm.vocabulary.fact import Language
from fullterm.vocabulary.punctuation import chinese

PROTOCOL = read_protocol("antai", {one.key: one for one in register.recommendations()})
EXAMPLES = Path(__file__).parents[2] / "examples"
DAY = date(2026, 6, 10)
CRL = Dating(Span(date(2026, 10, 2).toordinal(), date(2026, 10, 8).toordinal()), "crl", True)


@pytest.mark.parametrize(("week", "printed"), [(23, (20, 36, 47)), (28, (17, 33, 43)), (34, (10, 29, 43))])
def test_the_percentiles_are_the_published_table(week: int, printed: tuple[int, int, int]) -> None:
    curves = percentiles(week)
    assert curves is not None
    assert tuple(curves) == pytest.approx(printed, abs=0.6)  # the paper prints whole millimetres


@pytest.mark.parametrize("week", [0, 19, 35, 42])
def test_no_percentile_is_known_outside_twenty_to_thirty_four_weeks(week: int) -> None:
    assert percentiles(week) is None
    assert place_of(30, week) is None


def test_the_bands_end_where_the_published_weeks_end() -> None:
    drawn = bands()
    found = re.search(r'<svg x="([\d.]+)%" y="\d+" width="([\d.]+)%"', drawn)
    assert found is not None
    left, width = float(found[1]), float(found[2])
    assert left == across(20 * 7)
    assert left + width == pytest.approx(across(35 * 7), abs=0.02)  # the end of the 34th completed week
    longest = max(float(x) for x in re.findall(r"([\d.]+),[\d.]+", drawn))
    assert longest == 15


def _scan(number: int, on: date, length: int, method: str = "transvaginal") -> Scan:
    seen = (
        Observation("length", exactly(length * 10), on, "seen in notes"),
        Observation("method", method, on, "seen in notes"),
    )
    day = exactly(on.toordinal())
    return Scan(number, seen, day, CRL.gestation(day))


def test_a_scan_is_placed_among_the_percentiles_only_where_the_reference_measured() -> None:
    scans = (
        _scan(1, DAY - timedelta(days=44), 38),  # 16 weeks: before the curves
        _scan(2, DAY, 15),
        _scan(3, DAY, 15, "transabdominal"),
    )
    exact = Dating(exactly(date(2026, 10, 5).toordinal()), "crl", True)
    scans = tuple(Scan(one.number, one.observations, one.on, exact.gestation(one.on)) for one in scans)
    rows = cervix(Pregnancy(exact, scans=scans), DAY, exactly(1), "en")["scans"]
    assert [row["place"] for row in rows] == [None, "below_p5", None]
    assert [row["short"] for row in rows] == [False, True, True]


@pytest.mark.parametrize(("length", "short"), [(24, True), (25, True), (26, False)])
def test_a_cervix_of_25_mm_or_less_is_short(length: int, short: bool) -> None:
    exact = Dating(exactly(date(2026, 10, 5).toordinal()), "crl", True)
    shown = cervix(Pregnancy(exact, scans=(_scan(1, DAY, length),)), DAY, exactly(1), "en")
    assert shown["scans"][0]["short"] is short
    assert ('class="scan vaginal short"' in shown["svg"]) is short


def test_twins_are_shown_without_the_percentiles_of_singletons() -> None:
    shown = cervix(Pregnancy(CRL, scans=(_scan(1, DAY, 20),)), DAY, exactly(2), "en")
    assert 'class="p50"' not in shown["svg"]
    assert shown["scans"][0]["place"] is None
    single = cervix(Pregnancy(CRL, scans=(_scan(1, DAY, 20),)), DAY, exactly(1), "en")
    assert 'class="p50"' in single["svg"]


def test_a_scan_still_to_come_is_not_drawn() -> None:
    later = cervix(Pregnancy(CRL, scans=(_scan(1, DAY + timedelta(days=1), 20),)), DAY, None, "en")
    assert later["scans"] == []
    assert later["svg"] == ""


def _case(text: str) -> Case:
    case, problems = read_case(text)
    assert case is not None
    assert not problems
    return case


EARLIER = """
told: 2026-06-10
earlier:
  - {outcome: live_birth, gestation: 37w1d, cerclage: history, cerclage_placed: 13w2d}
  - {outcome: loss, gestation: just after five months, said: suddenly}
  - {outcome: loss, gestation: less than 24w}
  - {gestation: unknown}
"""


def test_an_exact_gestation_is_a_point_and_an_approximate_one_a_soft_band() -> None:
    born, lost, before, untold = earlier_rows(_case(EARLIER), "en")
    assert "band" not in born["lane"]
    assert SHAPES["live_birth"] in born["lane"]
    assert f'x="{across(37 * 7 + 1)}%"' in born["lane"]
    assert 'mask="url(#soft)"' in lost["lane"]
    assert SHAPES["loss"] in lost["lane"]
    assert 'mask="url(#soft-left)"' in before["lane"]
    assert "untold" in untold["lane"]
    assert SHAPES[""] not in untold["lane"]  # nobody knows where it ended: no point claims to


def test_what_a_lane_shows_stands_in_words_beside_it() -> None:
    born, lost, _, untold = earlier_rows(_case(EARLIER), "en")
    assert (born["outcome"], born["gestation"]) == ("born alive", "37w1d")
    assert "13w2d" in born["suture"]
    assert 'class="stitch"' in born["lane"]
    assert lost["gestation"] == "20w0d to 23w6d"
    assert lost["suture"] == ""
    assert untold["gestation"] == ""


def test_outcomes_differ_by_shape_not_by_colour_alone() -> None:
    assert len(set(SHAPES.values())) == len(SHAPES)


def test_her_words_cannot_become_part_of_the_page() -> None:
    case = _case(EARLIER.replace("suddenly", "'<script>x</script>'"))
    assert all("<script" not in row["lane"] for row in earlier_rows(case, "en"))


def test_what_lies_outside_the_axis_is_drawn_at_its_end() -> None:
    assert across(FIRST - 10) == 0
    assert across(LAST + 10) == 100


TWELVE_WEEKS = """
told: 2026-04-06
woman: {pregnant: yes}
earlier: {complete: yes, pregnancies: [
  {outcome: loss, gestation: 20w0d, painless_dilatation: yes, contractions_first: no}]}
procedures: none
pregnancy: {due: 2026-10-19, dating: crl, within: 2d, fetuses: 1, suture: none}
"""


def _bars(lane: str) -> dict[str, tuple[float, float]]:
    found = re.findall(r'class="window (\w+)[^"]*" x="([\d.]+)%" y="[\d.]+" width="([\d.]+)%"', lane)
    return {kind: (float(left), float(left) + float(width)) for kind, left, width in found}


def test_a_window_is_solid_where_every_due_date_agrees_and_hatched_where_some_do() -> None:
    case = _case(TWELVE_WEEKS)
    found = assess(case, case.told, PROTOCOL)
    step = next(one for one in found.plan if one.step.id == "cerclage")
    assert case.pregnancy is not None
    bars = _bars(plan_lane(step, 2, case.pregnancy.gestation(case.told)))
    assert step.opens is not None
    assert step.closes is not None
    assert bars["possible"] == pytest.approx(
        (across(step.opens.gestation - 2), across(step.closes.gestation + 2)), abs=0.02
    )
    assert bars["sure"] == pytest.approx(
        (across(step.opens.gestation + 2), across(step.closes.gestation - 2)), abs=0.02
    )


def test_a_step_nobody_can_yet_say_is_for_her_has_no_solid_part() -> None:
    case = _case(TWELVE_WEEKS)
    found = assess(case, case.told, PROTOCOL)
    unsure = next(one for one in found.plan if one.state == "cannot_tell" and one.closes is not None)
    assert case.pregnancy is not None
    assert set(_bars(plan_lane(unsure, 0, case.pregnancy.gestation(case.told)))) == {"possible"}


def test_the_matrix_keeps_a_disagreement_and_says_who_holds_what() -> None:
    case, _ = read_case(TWELVE_WEEKS)
    assert case is not None
    found = assess(case, case.told, PROTOCOL)
    shown = matrix(found.verdicts, standing_of(found), "en")
    rows = {row["treatment"]: row for group in shown["main"]["groups"] for row in group["rows"]}
    history = rows["history-indicated cerclage"]
    assert history["differ"]
    by_body = {cell["name"]: cell.get("position") for cell in history["cells"]}
    assert by_body["NHS England"] == "for"
    assert by_body["RCOG"] in ("not_met", "cannot_tell")
    for row in rows.values():
        assert len(row["cells"]) == len(shown["main"]["columns"])
        for cell in row["cells"]:
            if cell.get("position"):
                register.find(cell["guideline"], cell["ref"])  # every cell opens to a recommendation that is there
                assert cell["word"]
                assert cell["symbol"]


def test_two_guidelines_of_one_body_that_differ_are_shown_to_differ() -> None:
    for example in sorted(EXAMPLES.glob("*.yaml")):
        case, _ = read_case(example)
        assert case is not None
        found = assess(case, case.told, PROTOCOL)
        differ = {
            (one.decision, one.treatment.label.en) for one in side_by_side(found.verdicts, case.told) if one.differ
        }
        shown = matrix(found.verdicts, standing_of(found), "en")
        marked = {
            (group["decision"], row["treatment"])
            for table in (shown["main"], shown["rest"])
            for group in table["groups"]
            for row in group["rows"]
            if row["differ"]
        }
        assert marked == {(WORDS[f"woman_decision.{decision}"].en, treatment) for decision, treatment in differ}


def test_a_fact_missing_of_several_pregnancies_is_named_once() -> None:
    assert missing_in(["earlier[2].abruption", "earlier[1].abruption"], "en") == [
        "placental abruption (earlier pregnancy 1, 2)"
    ]


def test_chinese_marks_never_touch_her_own_words_or_an_english_citation() -> None:
    assert chinese("宫颈环扎(病史指征): 是") == "宫颈环扎（病史指征）： 是"
    assert chinese("RCOG 75, §6.1") == "RCOG 75, §6.1"
    kept = written({"said": "突然流液,肚子痛", "title": "既往妊娠:2次"}, "zh")
    assert kept == {"said": "突然流液,肚子痛", "title": "既往妊娠：2次"}


def test_an_event_is_told_in_the_words_of_the_language() -> None:
    asked = told_in("answered", {"key": "earlier[1].outcome", "said": "loss"}, PROTOCOL, "en")
    assert asked == [{"label": "earlier pregnancy 1: outcome", "value": "lost before or at birth"}]
    scan = told_in("scanned", {"length": "22 mm", "method": "transvaginal"}, PROTOCOL, "zh")
    assert [one["value"] for one in scan] == ["22 mm", "经阴道"]
    declined = told_in("declined", {"step": "cerclage", "reason": "no"}, PROTOCOL, "en")
    assert declined[0]["value"] == "Cerclage"


def test_an_answer_is_told_with_its_source_her_words_and_no_word_of_the_machine() -> None:
    heard = {"key": "earlier[1].gestation", "said": "刚过5个月", "source": "seen in notes", "words": "突然流液,<b>"}
    shown = written(told_in("answered", heard, PROTOCOL, "zh"), "zh")
    assert [one["value"] for one in shown] == ["刚过5个月", "见于病历", "突然流液,&lt;b&gt;"]
    of_lists = {"earlier": "another", "procedures": "complete", "earlier[2]": "withdrawn", "polyps": "untold"}
    for key, said in of_lists.items():
        (shown,) = told_in("answered", {"key": key, "said": said}, PROTOCOL, "zh")
        assert not re.search(r"[a-z\[]", shown["label"] + shown["value"]), shown


def test_a_number_typed_without_its_unit_is_told_with_it() -> None:
    assert told_in("examined", {"dilatation": "3"}, PROTOCOL, "en")[0]["value"] == "3 cm"
    assert told_in("scanned", {"length": "20..25"}, PROTOCOL, "en")[0]["value"] == "20 mm to 25 mm"
    (began,) = told_in("pregnancy began", {"measured": {"on": "2026-09-01", "gestation": "12w0d"}}, PROTOCOL, "zh")
    assert began["value"] == "日期 2026-09-01；孕周 12周"


@pytest.mark.parametrize("language", ["en", "zh"])
def test_what_would_change_it_names_treatments_as_people_do(language: Language) -> None:
    case, _ = read_case(EXAMPLES / "ms-wang-2-twelve-weeks.yaml")
    assert case is not None
    told = report(assess(case, case.told, PROTOCOL), language)
    shown = changes(told, language)
    named = [brought["treatments"] for one in (*shown["shown"], *shown["more"]) for brought in one["brings"]]
    assert named
    assert not any("_" in one for one in named)
