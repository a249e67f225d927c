"""`fullterm ask`: a history taken at the prompt, saved after every answer, and taken up where it stopped."""

from pathlib import Path

import pytest

from fullterm.care.case.read import read_case
from fullterm.care.interview.next_question import words_of
from fullterm.care.interview.turn import Turn
from fullterm.cli import ask
from fullterm.logic.facts import Facts
from fullterm.vocabulary.fact import Language
from tests.cli.cases import FIRST, fullterm

ON = "2026-01-05"
FIRST_FEW = "don't know\n" * 5


def taken(case: Path, said: str, *options: str) -> str:
    """What is printed while these lines are answered."""
    result = fullterm("ask", case, "--on", ON, *options, told=said)
    assert (result.exit_code, result.stderr) == (0, "")
    return result.stdout


def test_a_new_case_is_begun_and_saved(tmp_path: Path) -> None:
    case = tmp_path / "new.yaml"
    said = taken(case, "no\nstop\n")
    assert "Saved. Go on later with: fullterm ask" in said
    assert read_case(case)[0] is not None
    assert read_case(case)[1] == ()


def test_the_end_of_input_is_a_stop(tmp_path: Path) -> None:
    assert "Saved." in taken(tmp_path / "new.yaml", "no\n")


def test_stopping_at_once_leaves_an_existing_case_as_it_was(tmp_path: Path) -> None:
    case = tmp_path / "case.yaml"
    case.write_bytes(FIRST.read_bytes())
    taken(case, "stop\n")
    assert case.read_bytes() == FIRST.read_bytes()


def test_going_back_restores_the_file_to_the_letter(tmp_path: Path) -> None:
    case = tmp_path / "case.yaml"
    case.write_bytes(FIRST.read_bytes())
    said = taken(case, "don't know\nback\nstop\n")
    assert "Taken back." in said
    assert case.read_bytes() == FIRST.read_bytes()


def test_there_is_nothing_before_the_first_question(tmp_path: Path) -> None:
    assert "There is nothing to go back to." in taken(tmp_path / "new.yaml", "back\nstop\n")


def questions(said: str) -> list[str]:
    return [line.partition("  [")[0] for line in said.splitlines() if line.endswith("]") and "  [" in line]


def test_it_resumes_where_it_stopped(tmp_path: Path) -> None:
    case = tmp_path / "new.yaml"
    first = questions(taken(case, "no\nstop\n"))
    again = questions(taken(case, "stop\n"))
    assert len(first) == 2
    assert again == first[1:]


def test_what_she_does_not_know_is_not_asked_again(tmp_path: Path) -> None:
    case = tmp_path / "new.yaml"
    case.write_bytes(FIRST.read_bytes())
    asked = questions(taken(case, "don't know\nstop\n"))
    later = questions(taken(case, "stop\n"))
    assert len(set(asked)) == 2
    assert asked[0] not in later


def test_an_answer_that_is_none_is_refused_and_asked_again(tmp_path: Path) -> None:
    said = taken(tmp_path / "new.yaml", "perhaps on Tuesday\nstop\n")
    assert "Not taken: " in said
    assert len(set(questions(said))) == 1


def test_it_speaks_chinese(tmp_path: Path) -> None:
    said = taken(tmp_path / "new.yaml", "停止\n", "--lang", "zh")
    assert said.startswith("可答")
    assert "已保存" in said


def test_no_question_is_put_twice_in_a_sitting(tmp_path: Path) -> None:
    case = tmp_path / "new.yaml"
    said = taken(case, FIRST_FEW)
    assert len(questions(said)) == len(set(questions(said))) == 6


@pytest.mark.parametrize("bad", [b"\xff\xfe", b"woman: [", b"told: never\n"])
def test_a_file_that_is_no_case_is_refused_and_kept(bad: bytes, tmp_path: Path) -> None:
    case = tmp_path / "case.yaml"
    case.write_bytes(bad)
    result = fullterm("ask", case, "--on", ON, told="no\n")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(str(case))
    assert case.read_bytes() == bad


def test_a_place_it_may_not_write_to_is_said(tmp_path: Path) -> None:
    result = fullterm("ask", tmp_path / "nowhere" / "case.yaml", "--on", ON, told="no\n")
    assert result.exit_code == 2
    assert "cannot be saved (No such file or directory): name a file in a folder you may write to" in result.stderr


def test_no_half_written_file_is_left_behind(tmp_path: Path) -> None:
    taken(tmp_path / "new.yaml", "no\nno\nstop\n")
    assert [one.name for one in tmp_path.iterdir()] == ["new.yaml"]


@pytest.mark.parametrize(
    ("said", "kept", "language"),
    [("absent", "absent", "en"), ("no", "no", "en"), ("not looked for", "unknown", "en"), ("未查", "unknown", "zh"),
     ("无", "无", "zh")],
)  # fmt: skip
def test_the_heartbeat_is_present_absent_or_not_looked_for(
    said: str, kept: str, language: Language, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = tmp_path / "case.yaml"
    case.write_text(f"told: {ON}\npregnancy: {{measured: {{on: {ON}, gestation: 22w0d}}}}\n", encoding="utf-8")
    turn = Turn("alive", words_of("alive", Facts({}, {}), language), 1, 1)
    monkeypatch.setattr(ask, "next_turn", lambda *_: turn)
    told = taken(case, f"{said}\nstop\n", "--lang", language)

    assert {"en": "present, absent, or not looked for?", "zh": "有、无，还是未查？"}[language] in told
    assert {"en": ": present, absent, not looked for", "zh": "有、无、未查"}[language] in told
    assert {"en": "a doctor then has to confirm it", "zh": "须由医生确认"}[language] in told
    assert f"alive: {kept}" in case.read_text(encoding="utf-8")


def test_an_answer_that_contradicts_another_of_its_day_is_taken_and_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = tmp_path / "case.yaml"
    lines = f"measured: {{on: {ON}, gestation: 30w0d}}, contractions: no"
    case.write_text(f"told: {ON}\npregnancy: {{{lines}}}\n", encoding="utf-8")
    monkeypatch.setattr(ask, "next_turn", lambda *_: Turn("labour", "Is she in labour?", 1, 1))
    told = taken(case, "yes\nstop\n")

    assert "Taken, but look: " in told
    assert "until then the more dangerous counts: labour yes" in told
    assert "labour: yes" in case.read_text(encoding="utf-8")


def test_none_of_these_answers_every_danger_of_the_list_and_nothing_that_has_to_be_looked_for(tmp_path: Path) -> None:
    case = tmp_path / "new.yaml"
    said = taken(case, "yes\nnone\nstop\n")
    kept = case.read_text(encoding="utf-8")

    assert "Is any of these so today? vaginal bleeding, waters broken, contractions" in said
    assert all(f"{name}: no\n" in kept for name in ("bleeding", "contractions", "labour", "infection"))
    assert not any(f"  {name}:" in kept for name in ("alive", "dilatation", "membranes"))


def test_several_answers_on_a_line_are_taken_one_after_another(tmp_path: Path) -> None:
    case = tmp_path / "new.yaml"
    taken(case, "yes\nno, yes, ?\nstop\n")
    kept = case.read_text(encoding="utf-8")

    assert "bleeding: no\n" in kept
    assert "ruptured_membranes: yes\n" in kept
    assert "contractions: unknown\n" in kept


def test_an_earlier_pregnancy_begins_with_her_own_words(tmp_path: Path) -> None:
    case = tmp_path / "new.yaml"
    said = taken(case, "no\nyes\nyes\nthe waters went while I slept\nloss\nstop\n")

    assert "what happened, in her own words?" in said
    assert "said: the waters went while I slept" in case.read_text(encoding="utf-8")
    assert "outcome: loss" in case.read_text(encoding="utf-8")


def test_an_answer_too_wide_is_asked_more_exactly_once_and_then_left(tmp_path: Path) -> None:
    case = tmp_path / "new.yaml"
    wide = "no\nyes\nyes\n\nloss\n11-15 weeks\n12-15 weeks\nstop\n"
    said = taken(case, wide)

    assert said.count("How far along was she?") == 2
    assert "Before 12w0d or 14w0d, or later" in said


def test_it_says_when_it_is_enough_for_today_and_goes_on_only_if_told(tmp_path: Path) -> None:
    on = taken(tmp_path / "on.yaml", "no\n" * 3 + "?\n" * 60)
    before, enough, after = on.partition("Enough for today: nothing that is still open changes the leading cause")
    stopped = taken(tmp_path / "stopped.yaml", "no\n" * 3 + "?\n" * (before.count("\n> ") - 3) + "stop\n")

    assert enough
    assert "verdicts waiting" not in before
    assert "verdicts waiting" in after
    assert enough in stopped
    assert "Saved. Go on later with" in stopped.partition(enough)[2]
    assert "verdicts waiting" not in stopped


def test_a_protocol_nobody_has_is_refused(tmp_path: Path) -> None:
    result = fullterm("ask", tmp_path / "new.yaml", "--on", ON, "--protocol", "nobody", told="no\n")

    assert result.exit_code == 2
    assert "there is no protocol 'nobody'" in result.stderr
