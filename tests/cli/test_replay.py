"""`fullterm replay`: the table, the JSON, both languages, and every refusal in a sentence."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.cases import EXAMPLES, REMOVAL, ROOT, fullterm

FAILURES = {path.stem: path for path in sorted((ROOT / "examples" / "replay").glob("*.yaml"))}
CASE = """
told: 2026-06-10
pregnancy:
  due: 2026-10-19
  examinations:
    - {on: 2026-06-01, recorded: 2026-06-03, labour: yes}
    - {on: 2026-06-05, labour: no}
"""


def replayed(case: Path | str, *options: str) -> dict[str, Any]:
    path, told = (case, None) if isinstance(case, Path) else ("-", case)
    result = fullterm("replay", path, "--json", *options, told=told)
    assert (result.exit_code, result.stderr) == (0, "")
    found: dict[str, Any] = json.loads(result.stdout)
    return found


def test_the_table_says_when_a_line_rose_how_long_it_stood_and_what_ended_it() -> None:
    result = fullterm("replay", "-", told=CASE)

    assert (result.exit_code, result.stderr) == (0, "")
    assert "Replayed from 2026-06-03 to 2026-06-10 · An Tai hospital" in result.stdout
    assert "2026-06-03  NOW Labour before 37+0: senior doctor now 20w2d · doctor" in result.stdout
    assert "stood 2 days; recorded on 2026-06-05: established labour: no" in result.stdout


def test_the_same_in_chinese() -> None:
    said = fullterm("replay", "-", "--lang", "zh", told=CASE).stdout

    assert "逐日回放 2026-06-03 至 2026-06-10 · 安泰医院" in said
    assert "立即 孕37+0周前临产：立即请高年资医生" in said
    assert "持续2天；2026-06-05记录" in said
    assert "stood" not in said


def test_the_data_say_the_same_as_the_table() -> None:
    (line,) = [one for one in replayed(CASE)["lines"] if one["step"] == "labour"]

    assert (line["first"], line["last"], line["days"], line["urgent"]) == ("2026-06-03", "2026-06-04", 2, True)
    assert line["ended_by"]["how"] == "told"
    assert [(one["kind"], one["name"]) for one in line["ended_by"]["told"]] == [("fact", "labour")]


def test_from_shows_what_still_stood_then_and_keeps_the_day_it_rose() -> None:
    assert [one["first"] for one in replayed(CASE, "--from", "2026-06-04")["lines"]] == ["2026-06-03"]
    assert [one["step"] for one in replayed(CASE, "--from", "2026-06-05")["lines"]] == []


def test_to_goes_on_beyond_the_day_of_telling() -> None:
    lines = replayed(REMOVAL, "--to", "2026-10-01")["lines"]
    removal = next(one for one in lines if one["step"] == "removal")
    assert (removal["last"], removal["ended_by"]) == ("2026-10-01", None)


@pytest.mark.parametrize("name", [*sorted(EXAMPLES), *FAILURES])
@pytest.mark.parametrize("protocol", ["antai", "rcog_nice"])
def test_every_example_is_replayed(name: str, protocol: str) -> None:
    found = replayed((EXAMPLES | FAILURES)[name], "--protocol", protocol)
    assert found["from"] <= found["to"]


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (("--from", "5/1/2026"), "--from '5/1/2026' is not a day: write it as 2026-03-02\n"),
        (("--to", "soon"), "--to 'soon' is not a day: write it as 2026-03-02\n"),
        (("--from", "2026-06-09", "--to", "2026-06-04"),
         "--from 2026-06-09 is after --to 2026-06-04: correct one of them\n"),
        (("--from", "2026-07-01"), "--from 2026-07-01 is after the day of telling 2026-06-10: correct one of them\n"),
        (("--to", "2026-06-02"), "--to 2026-06-02 is before anything was recorded: write 2026-06-03 or a later day\n"),
        (("--to", "2126-01-01"),
         "from 2026-06-03 to 2126-01-01 are more than 3660 days: write an earlier --to\n"),
        (("--protocol", "anzhen"), "there is no protocol 'anzhen': write one of antai, rcog_nice\n"),
    ],
)  # fmt: skip
def test_what_cannot_be_replayed_is_refused_in_a_sentence(options: tuple[str, ...], sentence: str) -> None:
    result = fullterm("replay", "-", *options, told=CASE)
    assert (result.exit_code, result.stdout, result.stderr) == (2, "", sentence)


def test_a_record_in_which_nothing_has_a_day_stands_on_the_day_of_telling() -> None:
    found = replayed("told: 2026-06-10\nname: nobody\n")
    assert (found["from"], found["to"], found["lines"], found["closed"]) == ("2026-06-10", "2026-06-10", [], [])
    assert "No line rose on any of these days." in fullterm("replay", "-", told="told: 2026-06-10\nname: x\n").stdout


def test_a_wrong_field_is_said_and_the_rest_is_replayed() -> None:
    result = fullterm("replay", "-", told=CASE + "  bleeding: maybe\n")
    assert result.exit_code == 2
    assert "pregnancy.bleeding" in result.stderr
    assert "2026-06-03  NOW Labour" in result.stdout


# -- the two real failures: guidelines-2026-11.md, section 23, rows O-1 and O-2


def called(name: str, protocol: str, *steps: str, instead: tuple[str, str] = ("", "")) -> dict[str, str]:
    """The first day on which each of these lines rose. `instead`: what is written in the place of something else."""
    text = FAILURES[name].read_text(encoding="utf-8")
    assert instead[0] in text
    lines = replayed(text.replace(*instead) if instead[0] else text, "--protocol", protocol)["lines"]
    found: dict[str, str] = {}
    for one in lines:
        if one["step"] in steps:
            found.setdefault(one["step"], one["first"])
    return found


SUTURES = ("cerclage", "ultrasound-cerclage", "scans", "progesterone", "rescue")
"""The steps that would have changed her care; a work-up before treatment would not."""
SHE_ASKED, PLACED = "2023-05-10", "2023-05-19"
SEEN_OPEN = "2026-04-10"


@pytest.mark.parametrize("protocol", ["antai", "rcog_nice"])
def test_o_1_as_given_calls_nobody_before_the_loss(protocol: str) -> None:
    assert called("o-1-as-given", protocol, *SUTURES) == {}


def test_o_1_with_the_history_it_does_not_give_calls_on_the_day_she_was_not_referred() -> None:
    found = called("o-1-history-assumed", "antai", *SUTURES)
    assert found["cerclage"] == "2023-04-19"
    assert found["cerclage"] < SHE_ASKED < PLACED


@pytest.mark.parametrize(
    ("gestation", "first"),
    [("9w3d", "2023-05-07"), ("11w0d", "2023-04-26"), ("12w0d", "2023-04-19"), ("13w2d", "2023-04-19")],
)
def test_o_1_calls_before_she_asked_however_far_along_she_was(gestation: str, first: str) -> None:
    moved = ("on: 2023-04-19, gestation: 12w0d", f"on: 2023-04-19, gestation: {gestation}")
    assert called("o-1-history-assumed", "antai", "cerclage", instead=moved) == {"cerclage": first}
    assert first < SHE_ASKED


def test_o_1_without_painless_opening_calls_only_for_a_work_up() -> None:
    untold = (", painless_dilatation: yes, contractions_first: no", "")
    found = called("o-1-history-assumed", "antai", "cerclage", "work-up", instead=untold)
    assert found == {"work-up": "2023-04-19"}


def test_o_1_under_the_british_protocol_would_not_have_called_earlier_than_the_suture_was_due() -> None:
    found = called("o-1-history-assumed", "rcog_nice", *SUTURES)
    assert min(found.values()) == "2023-05-17", "two days before the suture, a week after she asked"


@pytest.mark.parametrize("protocol", ["antai", "rcog_nice"])
def test_o_2_as_given_calls_on_the_day_the_canal_was_seen_open_and_no_earlier(protocol: str) -> None:
    assert called("o-2-as-given", protocol, *SUTURES) == {"rescue": SEEN_OPEN}


def test_o_2_with_a_length_calls_on_the_day_of_the_scan_or_at_sixteen_weeks() -> None:
    assert called("o-2-length-assumed", "antai", *SUTURES)["ultrasound-cerclage"] == "2026-04-02"
    assert called("o-2-length-assumed", "rcog_nice", *SUTURES)["ultrasound-cerclage"] == "2026-04-07"
