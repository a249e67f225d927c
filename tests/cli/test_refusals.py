"""What is wrong is said in a sentence, on standard error, with exit code 2; never a traceback, never her name."""

import os
import re
import shlex
import subprocess
from datetime import date
from pathlib import Path

import pytest

from fullterm.care.plan.first_line import PRESSING
from tests.cli.cases import COMMAND, EXAMPLES, FIRST, ROOT, fullterm

NAME = "Zhang Guizhen"


def refused(result_of: tuple[object, ...], told: str | None = None) -> str:
    """The sentence a command refuses with."""
    result = fullterm(*result_of, told=told)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "Traceback" not in result.stderr
    assert result.stderr.endswith("\n")
    return result.stderr


BAD = {
    "empty": b"",
    "not YAML": b"woman: {age: 33\n  : [",
    "a list": b"- 1\n- 2\n",
    "a sentence": b"she lost two babies",
    "not UTF-8": b"told: 2026-01-05\nname: \xff\xfe\n",
    "a cyclic alias": b"told: 2026-01-05\nearlier: &all [*all]\n",
    "a billion laughs": b"a: &a [1,1]\nb: &b [*a,*a,*a]\nc: &c [*b,*b,*b]\nwoman: *c\n",
    "ten megabytes": b"told: 2026-01-05\nname: " + b"x" * 10_000_000,
    "control characters": b"told: 2026-01-05\nname: \x00\x01\n",
    "no field of a case": b"patient: 1\n",
}


@pytest.mark.parametrize("what", BAD)
def test_a_file_that_is_no_case_is_refused_in_a_sentence_that_names_it(what: str, tmp_path: Path) -> None:
    case = tmp_path / "case.yaml"
    case.write_bytes(BAD[what])
    result = fullterm("assess", case)
    assert result.exit_code == 2
    assert result.stderr.startswith(str(case))
    assert "Traceback" not in result.stderr + result.stdout
    assert len(result.stderr) < 2000


def test_a_file_that_is_not_there_or_a_folder_is_refused(tmp_path: Path) -> None:
    assert "cannot be opened" in refused(("assess", tmp_path / "none.yaml"))
    assert "cannot be opened" in refused(("assess", tmp_path))


def test_a_bad_day_is_refused_with_the_way_to_write_it() -> None:
    assert refused(("assess", FIRST, "--on", "5/1/2026")) == "--on '5/1/2026' is not a day: write it as 2026-03-02\n"


def test_a_day_before_it_was_told_is_refused_with_the_day_that_can_be_decided() -> None:
    for day in ("0001-01-01", "2010-01-01", "2026-01-04"):
        for more in ((), ("--json",), ("--why", "rcog-gtg75 UI-1")):
            assert refused(("assess", FIRST, "--on", day, *more)) == (
                f"--on {day} is before the day this was told (2026-01-05): on that day nothing of it had been "
                "recorded, so nothing can be decided. Leave --on out, or name 2026-01-05 or a later day\n"
            )
    assert refused(("assess", FIRST, "--on", "2010-01-01", "--lang", "zh")).startswith("--on 2010-01-01早于")


@pytest.mark.parametrize("day", ["2026-01-05", "2026-12-31", "2100-02-28", "9999-12-31"])
@pytest.mark.parametrize("case", EXAMPLES.values(), ids=EXAMPLES.keys())
def test_no_later_day_ends_in_a_traceback(case: Path, day: str) -> None:
    result = fullterm("assess", case, "--on", day)
    assert result.exception is None or isinstance(result.exception, SystemExit)
    assert bool(result.stdout) is (result.exit_code == 0)


def test_an_old_case_of_days_when_nothing_was_in_force_is_decided() -> None:
    result = fullterm("assess", "-", told="told: 1950-03-02\npregnancy: {due: 1950-08-01, fetuses: 1, bleeding: yes}\n")
    assert (result.exit_code, result.stderr) == (0, "")
    assert "--why" not in result.stdout


def test_a_case_told_in_the_future_is_refused_unless_a_later_day_is_meant() -> None:
    told = "told: 2026-12-01\nwoman: {pregnant: no}\n"
    sentence = "told: 2026-12-01 lies in the future (today is 2026-11-30): correct the day"
    assert sentence in refused(("assess", "-"), told)
    assert sentence in refused(("assess", "-", "--on", "2026-11-30"), told)
    assert fullterm("assess", "-", "--on", "2026-12-01", told=told).exit_code == 0  # planning ahead, on purpose
    assert fullterm("assess", "-", told=told, today=date(2026, 12, 1)).exit_code == 0


def test_a_case_without_a_day_is_not_taken_for_one_told_today() -> None:
    assert "the day it was told is missing" in refused(("assess", "-"), "woman: {pregnant: no}\n")


def test_the_interview_does_not_go_on_with_a_case_of_a_later_day(tmp_path: Path) -> None:
    case = tmp_path / "case.yaml"
    case.write_text("told: 2027-01-01\n", encoding="utf-8")
    assert "2027-01-01 lies in the future (today is 2026-11-30)" in refused(("ask", case))


def test_an_unknown_protocol_is_refused_with_those_there_are() -> None:
    said = refused(("assess", FIRST, "--protocol", "anzhen"))
    assert said == "there is no protocol 'anzhen': write one of antai, rcog_nice\n"


@pytest.mark.parametrize("name", ["../protocols/antai", "/etc/passwd", ""])
def test_a_protocol_is_a_name_and_never_a_path(name: str) -> None:
    assert refused(("assess", FIRST, "--protocol", name)).startswith("there is no protocol")


def test_an_unknown_guideline_or_number_is_refused_with_those_there_are() -> None:
    assert "write one of nice-ng25, " in refused(("show", "nice-ng26"))
    assert "write one of " in refused(("show", "nice-ng25", "9.9"))


def test_a_problem_is_said_and_the_rest_is_still_decided() -> None:
    told = FIRST.read_text(encoding="utf-8").replace("age: 33", "age: three")
    result = fullterm("assess", "-", told=told)
    assert result.exit_code == 2
    assert "woman.age" in result.stderr
    assert "cervical insufficiency: supported" in result.stdout


def test_her_name_is_in_no_error_and_on_no_page() -> None:
    told = f"told: 2026-01-05\nname: {NAME}\nwoman: {{age: {NAME}, bmi: {NAME.split()[0]}}}\nearlier: {NAME}\n"
    result = fullterm("assess", "-", told=told)
    assert result.exit_code == 2
    assert result.stderr
    for word in NAME.split():
        assert word not in result.stderr + result.stdout


def test_standard_input_is_read_for_a_dash() -> None:
    piped = fullterm("assess", "-", "--json", told=FIRST.read_text(encoding="utf-8"))
    assert piped.exit_code == 0
    assert piped.stdout == fullterm("assess", FIRST, "--json").stdout


def run(*arguments: object, cwd: Path, columns: str | None = None, told: bytes | None = None) -> tuple[int, str, str]:
    """The command as a process of its own, its output piped."""
    environment = {"PATH": "/usr/bin:/bin", "LANG": "C"} | ({"COLUMNS": columns} if columns else {})
    environment |= {"PYTHONPATH": os.environ["PYTHONPATH"]} if "PYTHONPATH" in os.environ else {}
    done = subprocess.run(
        [*COMMAND, *map(str, arguments)], cwd=cwd, env=environment, input=told, capture_output=True, check=False
    )
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def test_a_piped_page_is_120_columns_wide_or_as_columns_says(tmp_path: Path) -> None:
    for columns, width in ((None, 120), ("72", 72)):
        code, page, _ = run("assess", FIRST, cwd=tmp_path, columns=columns)
        longest = max(len(line) for line in page.splitlines() if "fullterm" not in line)
        assert (code, width - 12 < longest <= width) == (0, True)


def test_assessing_writes_nothing_anywhere_near(tmp_path: Path) -> None:
    case = tmp_path / "case.yaml"
    case.write_bytes(FIRST.read_bytes())
    tmp_path.chmod(0o555)
    assert run("assess", "case.yaml", "--lang", "zh", cwd=tmp_path)[0] == 0
    tmp_path.chmod(0o755)
    assert [one.name for one in tmp_path.iterdir()] == ["case.yaml"]
    assert case.read_bytes() == FIRST.read_bytes()


def test_chinese_comes_out_of_a_pipe_in_the_c_locale(tmp_path: Path) -> None:
    _, page, errors = run("assess", EXAMPLES["rescue-21w3d"], "--lang", "zh", cwd=tmp_path)
    assert page.startswith("立即  紧急环扎")
    assert errors == ""


def test_a_reader_that_stops_reading_is_no_error(tmp_path: Path) -> None:
    command = f"{shlex.join(COMMAND)} assess {FIRST} | head -n 1"
    done = subprocess.run(["bash", "-c", command], cwd=tmp_path, capture_output=True, check=False)
    assert done.stdout == b"OPEN  Find every cause before treatment is chosen\n"
    assert done.stderr == b""


def test_make_run_is_the_demonstration_ward() -> None:
    assert (
        "FULLTERM_DEMO=1 FULLTERM_EMPTY=$(EMPTY) FULLTERM_DATA=var/$(if $(EMPTY),empty,demo) $(BIN)/fullterm serve"
        in (ROOT / "Makefile").read_text("utf-8")
    )


NO_STEP = "told: 2026-01-05\npregnancy: {due: 2026-08-01, declined: [{step: banana}], bleeding: yes}\n"


def test_a_step_that_is_none_is_said_and_the_rest_is_decided() -> None:
    plain = fullterm("assess", "-", told=NO_STEP.replace("banana", "scans"))
    for command in ("assess", "replay"):
        result = fullterm(command, "-", told=NO_STEP)
        assert (result.exit_code, result.stderr.count("\n")) == (2, 1)
        assert "declined[1].step: there is no step 'banana' in the protocol antai: write one of" in result.stderr
        assert result.stdout
    assert plain.exit_code == 0
    assert fullterm("assess", "-", told=NO_STEP).stdout.splitlines()[0] == plain.stdout.splitlines()[0]


@pytest.mark.parametrize("command", ["assess", "replay"])
@pytest.mark.parametrize("raw", [b"caf\xe9", "王".encode("gbk"), b"\xff\xfe", b"x" * 10_000_000, b"\x00"])
def test_standard_input_is_judged_as_the_same_bytes_in_a_file_are(command: str, raw: bytes, tmp_path: Path) -> None:
    case = tmp_path / "case.yaml"
    case.write_bytes(b"told: 2026-01-05\nname: " + raw + b"\n")
    from_file, piped = (
        subprocess.run([*COMMAND, command, str(where)], input=case.read_bytes(), capture_output=True, check=False)
        for where in (case, "-")
    )
    assert (piped.returncode, piped.stdout) == (2, b"")
    assert piped.stderr.replace(b"the case", str(case).encode(), 1) == from_file.stderr


def test_a_contradiction_that_was_read_is_not_called_unread() -> None:
    told = "told: 2026-01-05\npregnancy: {gestation: 38 weeks, membranes: bulging, dilatation: 0 cm}\n"
    result = fullterm("assess", "-", told=told)
    assert result.exit_code == 2
    assert "until then the more dangerous counts: membranes bulging" in result.stderr
    assert "could not be read" not in result.stdout


def test_the_help_says_everything_that_exits_with_ten() -> None:
    shown = " ".join(re.sub(r"[│\n]", " ", fullterm("assess", "--help", columns=200).stdout).split())
    of_option = shown[shown.index("exit with 10") :]
    of_command = shown[shown.index("10 with --exit-code") : shown.index("exit with 10")]
    for said in (of_option, of_command):
        assert [word for word in ("danger", *PRESSING) if word not in said] == []
