"""What was read in full is told truly: a reading of no document, edition or rule of ours is refused in a sentence."""

from datetime import date
from pathlib import Path

import pytest
from tests.cli.cases import fullterm

from fullterm.guidelines import readings
from fullterm.guidelines.model import Guideline, inform
from fullterm.guidelines.readings import READINGS, DocumentReading, counted, read_reading, refused
from fullterm.logic.language import ALWAYS
from fullterm.vocabulary.fact import Text

WHOLE = """
document: body
edition: "1"
pages: 12
on: 2026-11-30
compared: 2
corrected: {"1.10": it was wider}
added: {}
not_read: [the appendix]
"""


def body() -> Guideline:
    one = Guideline("body", "Body", Text("t", "t"), "B", "XX", date(2020, 1, 1), "https://example.org", "1")
    one.recommend(
        "1.10", inform(), row="R", decision="diagnosis", says=Text("s", "s"), when=ALWAYS, grade="-", locus="p.1",
        read="full text",
    )  # fmt: skip
    return one


def refusals(text: str, file: str = "body.yaml") -> list[str]:
    one = read_reading(file, text)
    return [str(each) for each in (refused(file, one, {"body": body()}) if isinstance(one, DocumentReading) else one)]


def test_a_whole_reading_is_taken_as_it_is_written() -> None:
    one = read_reading("body.yaml", WHOLE)
    assert isinstance(one, DocumentReading)
    assert (one.pages, one.on, one.compared) == (12, date(2026, 11, 30), 2)
    assert (one.corrected, one.added, one.not_read) == ((("1.10", "it was wider"),), (), ("the appendix",))
    assert refusals(WHOLE) == []


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("document: body", "document: bodi", "body.yaml: there is no guideline 'bodi': write one of body"),
        ('edition: "1"', 'edition: "2"', "body.yaml: it was read in the edition '2', and the register has '1': read"),
        ('"1.10"', "1.10", "body.yaml: corrected names '1.1', which is no recommendation of body: write its number"),
        ("added: {}", "added: {NEW: a}", "body.yaml: added names 'NEW', which is no recommendation of body"),
        ("pages: 12", "", "body.yaml: pages is missing: write how many printed pages were read"),
        ("pages: 12", "pages: all", "body.yaml: pages is not right: write how many printed pages were read"),
        ("added: {}", "added: {}\npage: 3", "body.yaml: 'page' is no field here: write document, edition"),
        ("added: {}", "added: {", "body.yaml: it is not YAML: "),
        ("added: {}", 'added: {}\nwithdrawn: {"1.10": x}', "body.yaml: withdrawn names '1.10', which body still has"),
    ],
)
def test_a_reading_that_cannot_be_true_is_refused_in_a_sentence(before: str, after: str, said: str) -> None:
    (sentence,) = refusals(WHOLE.replace(before, after))
    assert sentence.startswith(said)
    assert "\n" not in sentence


def test_a_file_that_holds_nothing_and_one_under_another_name_are_refused() -> None:
    assert [said.partition(", pages")[0] for said in refusals("[]")] == [
        "body.yaml: it holds no fields: write document, edition"
    ]
    assert refusals(WHOLE, "other.yaml") == ["other.yaml: it speaks of body: name the file body.yaml"]


def test_check_refuses_a_reading_and_counts_what_was_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for path in READINGS.glob("*.yaml"):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    monkeypatch.setattr(readings, "READINGS", tmp_path)
    said = fullterm("check").stdout.splitlines()[-1]
    assert said == "{} documents read in full: {} rules compared, {} corrected, {} added".format(
        *counted(readings.readings())
    )
    wrong = tmp_path / "nice-ng25.yaml"
    wrong.write_text(wrong.read_text(encoding="utf-8").replace("edition: 2015", "edition: 2031"), encoding="utf-8")
    result = fullterm("check")
    assert result.exit_code == 1
    assert result.stdout.startswith("nice-ng25.yaml: it was read in the edition '2031")


def test_a_rule_taken_away_is_counted_with_the_corrected_and_what_changed_in_the_causes_is_kept() -> None:
    text = WHOLE + "withdrawn: {OLD: only recalled}\ncauses: [the arcuate uterus is a variant]\n"
    assert refusals(text) == []
    one = read_reading("body.yaml", text)
    assert isinstance(one, DocumentReading)
    assert (one.withdrawn, one.causes) == ((("OLD", "only recalled"),), ("the arcuate uterus is a variant",))
    assert counted([one]) == (1, 2, 2, 0)


def test_a_document_whose_pages_were_not_open_is_not_counted_as_read_in_full() -> None:
    one = read_reading("body.yaml", WHOLE)
    other = read_reading("body.yaml", WHOLE.replace("pages: 12", "pages: 0"))
    assert isinstance(one, DocumentReading)
    assert isinstance(other, DocumentReading)
    assert counted([one, other]) == (1, 4, 2, 0)
