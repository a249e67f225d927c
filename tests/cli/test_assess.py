"""`fullterm assess`: what a doctor reads of each example, in both languages, and the exit codes a script relies on."""

import re

import pytest
from rich.cells import cell_len

from fullterm.cli.lines import written
from fullterm.cli.words import POSITION
from fullterm.vocabulary.fact import Language
from tests.cli.cases import EXAMPLES, FIRST, REMOVAL, SECOND, TWELVE, decided, fullterm, page, plan_of

LANGUAGES: tuple[Language, ...] = ("en", "zh")
CLOSING = "\u3002\u3001\u201d\uff0c\uff1a\uff1b\uff1f\uff01\uff09"
BRACKETED = r"[(\uff08][^()\uff08\uff09]*(?:[(\uff08][^()\uff08\uff09]*[)\uff09][^()\uff08\uff09]*)*[)\uff09]"
NAMED = BRACKETED + r"|“[^”]*”|fullterm .*|--\w+"
"""Citations, her own words, and commands: they stay as they are."""
RESCUE, TWINS = EXAMPLES["rescue-21w3d"], EXAMPLES["twins-20mm"]
SPOKEN_OF = (
    "acog-142",
    "rcog-gtg75",
    "sogc-373",
    "nice-ng25",
    "sbl3",
    "figo-2021-cerclage",
    "china-2023",
    "china-2014",
)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", EXAMPLES)
def test_every_example_is_decided_without_a_problem(name: str, lang: str) -> None:
    assert len(page(EXAMPLES[name], "--lang", lang)) > 1000


@pytest.mark.parametrize("columns", [60, 100, 150])
@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", EXAMPLES)
def test_nothing_is_wider_than_the_screen_but_a_command_to_copy(name: str, lang: str, columns: int) -> None:
    lines = page(EXAMPLES[name], "--lang", lang, columns=columns).splitlines()
    assert [line for line in lines if cell_len(line) > columns and "fullterm" not in line] == []
    assert [line for line in lines if line != line.rstrip()] == []


@pytest.mark.parametrize("name", EXAMPLES)
def test_no_line_of_chinese_begins_with_a_closing_mark(name: str) -> None:
    lines = page(EXAMPLES[name], "--lang", "zh", columns=70).splitlines()
    assert [line for line in lines if line.strip() and line.lstrip()[0] in CLOSING] == []


@pytest.mark.parametrize("name", EXAMPLES)
def test_no_sentence_is_cut_short(name: str) -> None:
    for lang in LANGUAGES:
        flowed = re.sub(r"\s+", "", page(EXAMPLES[name], "--lang", lang, columns=70))
        told = decided(EXAMPLES[name], "--lang", lang)
        said = [one["says"] for one in told["plan"] if one["state"] in ("open", "closing", "not_yet_due")]
        said += [
            one["says"]
            for one in told["recommendations"]
            if (one["verdict"], one["standing"]) == ("applies", "in_force")
            and one["advice"] not in ("inform", "no_recommendation")
        ]
        assert [one for one in said if re.sub(r"\s+", "", written(one, lang)) not in flowed] == []


ENGLISH_WORDS = (
    r"\b(?:needs|unknown|cannot tell|not yet|done|open|missed|to|best|from|until|offer|consider|against|not pregnant"
    r"|grade|full text|for|found|excludes|due|EDD|crl|doctor|nurse|surgeon|ask next|or later)\b"
)
"""Words of the page's own. A citation (in brackets) and a document's name may stay in English."""


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_chinese_page_says_nothing_of_its_own_in_english(name: str) -> None:
    text = page(EXAMPLES[name], "--lang", "zh", columns=4000)
    own = re.sub(NAMED, "", text)
    assert re.findall(ENGLISH_WORDS, own) == []
    assert re.findall(r"\d+w\dd", own) == []
    assert re.findall(r"[\u4e00-\u9fff][,:;?!()]", re.sub("“[^”]*”|fullterm .*", "", text)) == []


def test_at_thirty_six_weeks_the_first_line_is_the_open_removal() -> None:
    assert page(REMOVAL).splitlines()[0].startswith("OPEN  Take the suture out — 36w0d to 37w0d")
    assert page(REMOVAL, "--lang", "zh").splitlines()[0].startswith("进行中  拆除宫颈缝线 — 36周至37周")


def test_the_removal_stays_on_the_first_line_once_its_window_has_passed() -> None:
    assert page(REMOVAL, "--on", "2026-10-05").startswith("MISSED  Take the suture out")


def test_a_windows_end_is_printed_as_its_last_day_not_the_first_day_too_late() -> None:
    removal = plan_of(REMOVAL)["removal"]
    assert (removal["gestation"]["closes"], removal["closes"]) == ("37w1d", "2026-09-27")
    assert "37w1d" not in page(REMOVAL)
    assert "2026-09-23 to 2026-09-26" in page(REMOVAL)


def test_ms_wangs_first_cause_is_the_cervix() -> None:
    first = decided(FIRST)["causes"][0]
    assert (first["id"], first["standing"]) == ("cervical_insufficiency", "supported")
    assert [one for one in first["arguments"] if one["holds"] == "yes" and one["effect"] == "supports"]


def test_ms_wangs_plan_has_the_suture_at_thirteen_weeks_and_its_removal_at_thirty_six() -> None:
    plan = plan_of(FIRST)
    assert plan["cerclage"]["gestation"]["best"] == ["13w0d", "14w0d"]
    assert plan["removal"]["gestation"]["opens"] == "36w0d"
    assert {plan["cerclage"]["state"], plan["removal"]["state"]} == {"not_yet_due"}
    assert {gone["from"] for gone in plan["cerclage"]["departs"]} == {"rcog-gtg75 HI-2"}


def test_at_twelve_weeks_the_cerclage_is_open() -> None:
    assert plan_of(TWELVE)["cerclage"]["state"] == "open"
    assert page(TWELVE).startswith("OPEN  Cerclage")


@pytest.mark.parametrize("guideline", SPOKEN_OF)
def test_every_body_has_a_stated_position_on_a_suture_for_the_history(guideline: str) -> None:
    side = next(one for one in decided(FIRST)["side_by_side"] if one["treatment"] == "history_cerclage")
    assert side["differ"]
    assert side["positions"][guideline] in POSITION


def test_where_guidelines_differ_each_position_is_a_line_with_its_bodies() -> None:
    assert re.search(r"They differ: history-indicated cerclage\n +offers +Saving Babies' Lives v3\.1\n", page(FIRST))


def test_a_rescue_is_urgent_and_first() -> None:
    first = decided(RESCUE)["plan"][0]
    assert (first["step"], first["urgent"], first["state"]) == ("rescue", True, "open")
    assert page(RESCUE).startswith("NOW  Rescue cerclage: decide today")


def test_in_twins_the_suture_is_advised_against_and_progesterone_is_offered_by_nice() -> None:
    text = page(TWINS)
    assert "do not offer   ACOG PB 142 TWIN" in text
    assert text.startswith("OPEN  Twins or triplets: vaginal progesterone")
    assert "Not known today: established labour, " in text
    assert plan_of(TWINS)["cerclage"]["state"] == "not_for_her"


def test_after_a_trachelectomy_the_abdominal_route_is_open_before_pregnancy() -> None:
    assert plan_of(EXAMPLES["trachelectomy"])["abdominal-cerclage"]["state"] == "open"
    assert page(EXAMPLES["trachelectomy"]).startswith("OPEN  Abdominal cerclage")
    assert "before pregnancy, until 21w6d" in page(EXAMPLES["trachelectomy"])
    assert "before pregnancy, until 13w6d" in page(EXAMPLES["trachelectomy"], "--protocol", "rcog_nice")


def test_after_an_abruption_the_suture_is_not_advised() -> None:
    told = decided(EXAMPLES["abruption"])
    assert told["causes"][0]["id"] != "cervical_insufficiency"
    assert plan_of(EXAMPLES["abruption"])["cerclage"]["state"] == "not_for_her"


def test_the_second_child_is_planned_before_it_begins() -> None:
    assert plan_of(SECOND)["next-pregnancy"]["state"] == "open"


def test_one_thing_missing_of_two_pregnancies_is_named_once() -> None:
    assert "placental abruption (earlier pregnancies 1 and 2)" in re.sub(r"\s+", " ", page(FIRST))


def test_a_woman_of_whom_nothing_is_told_is_not_called_childless_or_not_pregnant() -> None:
    result = fullterm("assess", "-", told="told: 2026-05-12\nwoman: {age: 30}\n")
    assert result.exit_code == 0
    assert "whether she is pregnant is not told" in result.stdout
    assert "No earlier pregnancy has been told; there may be some." in result.stdout
    assert "Ask next" in result.stdout


def test_a_woman_without_a_history_is_told_from_one_whose_history_is_not_told() -> None:
    assert "No earlier pregnancy.\n" in page(RESCUE)


def test_the_page_ends_with_the_commands_that_go_on_from_here() -> None:
    last = page(FIRST).splitlines()
    assert f"  Take the history from here: fullterm ask {FIRST}" in last
    assert last[-1].startswith(f"Open any line with --why: fullterm assess {FIRST} --why '")


def test_the_command_the_page_ends_with_opens_a_verdict() -> None:
    ref = page(RESCUE).splitlines()[-1].split("'")[1]
    assert fullterm("assess", RESCUE, "--why", ref).exit_code == 0


@pytest.mark.parametrize("ref", ["rcog-gtg75 UI-1", "RCOG GTG 75 UI-1", "rcog gtg 75  ui-1"])
def test_why_takes_the_id_or_the_name_the_page_prints(ref: str) -> None:
    result = fullterm("assess", FIRST, "--why", ref)
    assert result.exit_code == 0
    assert result.stdout.startswith("RCOG GTG 75 UI-1  offer: ultrasound-indicated cerclage\n")
    assert "\n= does not apply\n" in result.stdout


def test_why_names_what_would_settle_it_in_chinese() -> None:
    result = fullterm("assess", RESCUE, "--why", "rcog-gtg75 EM-1", "--lang", "zh")
    assert "= 尚不能判断" in result.stdout
    assert result.stdout.splitlines()[-1] == "还需\uff1a胎儿窘迫"


def test_why_of_nothing_suggests_the_nearest() -> None:
    result = fullterm("assess", FIRST, "--why", "rcog-gtg75 UI1")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("there is no recommendation 'rcog-gtg75 UI1': did you mean 'rcog-gtg75 UI-1'?")


def test_everything_also_shows_what_is_not_yet_checked() -> None:
    assert "China 2023" not in page(RESCUE).partition("Diagnosis")[2].partition("Investigations")[0]
    everything = page(RESCUE, "--all")
    assert "does not apply" in everything
    assert len(everything) > 2 * len(page(RESCUE))


def test_on_another_day_the_same_record_is_decided_anew() -> None:
    assert plan_of(TWELVE, "--on", "2026-05-25")["cerclage"]["state"] == "missed"
    assert decided(FIRST, "--on", "2026-06-01")["on"] == "2026-06-01"


def test_a_step_that_is_pressing_gives_ten_only_when_asked() -> None:
    assert fullterm("assess", REMOVAL).exit_code == 0
    assert fullterm("assess", REMOVAL, "--exit-code").exit_code == 10
    assert fullterm("assess", FIRST, "--protocol", "rcog_nice", "--exit-code").exit_code == 0


def test_the_other_protocol_decides_otherwise() -> None:
    # RCOG asks for three; she has lost two
    assert plan_of(FIRST)["cerclage"]["state"] == "not_yet_due"
    assert plan_of(FIRST, "--protocol", "rcog_nice")["cerclage"]["state"] == "not_for_her"


def test_what_is_insufficiency_in_one_country_stands_beside_what_the_others_say() -> None:
    told = EXAMPLES["rescue-21w3d"].read_text(encoding="utf-8")
    said = " ".join(fullterm("assess", "-", told=told).stdout.split())
    assert "Russia: cervical insufficiency — By measurement" in said
    assert "(read in part)" in said
    assert "China: cervical insufficiency: does not apply" in said
    chinese = fullterm("assess", "-", "--lang", "zh", told=told).stdout
    assert "俄罗斯\uff1a宫颈机能不全" in chinese
    assert "中国\uff1a宫颈机能不全\uff1a不符合" in chinese
