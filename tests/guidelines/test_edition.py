"""What changed between two editions is said rule by rule, once, and nothing else is said."""

from __future__ import annotations

import copy
import json
import random
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.cli.cases import fullterm
from tests.logic.strategies import conditions, examples, many_women

from fullterm.cli.edition_words import FIELD
from fullterm.guidelines import edition_changes, edition_file
from fullterm.guidelines.edition_changes import COMPARED, changes
from fullterm.guidelines.edition_file import DOCUMENT, RULE, edition, in_order, installed, kept, read, write
from fullterm.logic.evaluate import truth
from fullterm.logic.nodes import And, Bool, Choice, Compare, Count, Not, Or
from fullterm.vocabulary.fact import VOCABULARY

NOW = installed()
KEYS = {(one["guideline"], one["ref"]): one for one in NOW["rules"]}
RULE_75 = ("rcog-gtg75", "UI-1")


def text(word: str) -> dict[str, str]:
    return {"en": f"an {word}", "zh": f"某{word}"}


OTHERWISE: dict[str, Any] = {
    "kind": "no_recommendation",
    "treatments": [text("other treatment")],
    "decision": "counselling",
    "for": {"en": ["all of", "  another woman"], "zh": ["以下全部", "  其他人"]},
    "applies": {"en": ["on another day"], "zh": ["另一天"]},
    "unless": {"en": ["another bar"], "zh": ["另一禁忌"]},
    "window": [7, 15],
    "grade": "another grade",
    "locus": "p.999",
    "says": text("other sentence"),
    "note": text("other reading"),
    "read": "recalled",
    "since": "1999-01-01",
    "until": "2031-01-02",
}
SEEN = {
    "kind": "no recommendation", "treatments": "an other treatment", "decision": "Counselling",
    "for": "+ another woman", "applies": "+ on another day", "unless": "+ another bar", "window": "1w0d to 2w0d",
    "grade": "→ another grade", "locus": "→ p.999", "says": "+ an other sentence", "note": "+ an other reading",
    "read": "from memory", "since": "→ 1999-01-01", "until": "until 2031-01-01",
}  # fmt: skip


def changed(key: tuple[str, str], **fields: Any) -> dict[str, Any]:
    told = copy.deepcopy(NOW)
    rule = next(one for one in told["rules"] if (one["guideline"], one["ref"]) == key)
    assert all(rule[name] != value for name, value in fields.items())
    rule.update(fields)
    return told


@pytest.fixture
def file(tmp_path: Path) -> Callable[[dict[str, Any]], Path]:
    """An edition as a file."""

    def written(told: dict[str, Any], name: str = "other") -> Path:
        path = tmp_path / f"{name}.json"
        path.write_text("".join(edition_file._lines({"edition": name, "written": "2026-12-01", **told})), "utf-8")
        return path

    return written


def printed(*arguments: object) -> str:
    result = fullterm("edition", *arguments)
    assert (result.exit_code, result.stderr) == (0, "")
    return result.stdout


# ---- an edition against itself


@pytest.mark.parametrize("name", [*kept(), "now"])
def test_an_edition_against_itself_says_that_nothing_changed(name: str) -> None:
    assert changes(edition(name), edition(name)).nothing
    assert printed(name, name).splitlines()[1:] == ["nothing changed"]
    assert printed(name, name, "--lang", "zh").splitlines()[1:] == ["没有变更"]


def test_what_is_written_is_read_again_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "2026-12.json"
    assert write(path, date(2026, 12, 1)) == len(NOW["rules"])
    told = read("x", path.read_text("utf-8"))
    assert (told["edition"], told["written"]) == ("2026-12", "2026-12-01")
    assert {name: told[name] for name in NOW} == NOW
    assert printed(path, "now").splitlines()[1:] == ["nothing changed"]


@examples(10)
@given(seed=st.integers(0, 10_000))
def test_the_order_of_rules_and_documents_is_no_change(seed: int) -> None:
    told = copy.deepcopy(NOW)
    random.Random(seed).shuffle(told["rules"])
    told["documents"] = dict(reversed(told["documents"].items()))
    assert changes(NOW, told).nothing


@examples(200)
@given(node=conditions(), seed=st.integers(0, 100))
def test_the_order_of_the_parts_of_a_condition_is_no_change_and_its_meaning_stays(node: Bool, seed: int) -> None:
    for woman in many_women({"rule": node}, seed, 5):
        assert truth(in_order(node), woman) is truth(node, woman)
    assert in_order(shuffled(node, random.Random(seed))) == in_order(node)


def shuffled(node: Bool, order: random.Random) -> Bool:
    """The same condition with the parts of its "all of" and "any of" in another order, some written twice."""
    match node:
        case And() | Or():
            parts = [shuffled(part, order) for part in node.parts]
            return type(node)(tuple(order.sample(twice := [*parts, *parts[:1]], len(twice))))
        case Not():
            return Not(shuffled(node.part, order))
        case Choice():
            cases = tuple((shuffled(when, order), shuffled(then, order)) for when, then in node.cases)
            return Choice(cases, shuffled(node.otherwise, order))
        case Compare() if isinstance(node.left, Count):
            return replace(node, left=replace(node.left, where=shuffled(node.left.where, order)))
        case _:
            return node


# ---- one change at a time


@pytest.mark.parametrize("field", COMPARED)
def test_each_field_changed_once_shows_as_that_field_old_and_new(
    field: str, file: Callable[[dict[str, Any]], Path]
) -> None:
    told = changed(RULE_75, **{field: OTHERWISE[field]})
    (document,) = changes(NOW, told).documents
    (rule,) = document.rules
    assert (document.id, rule.kind, rule.rule["ref"]) == (*RULE_75[:1], "changed", RULE_75[1])
    assert [(one.field, one.after) for one in rule.fields] == [(field, OTHERWISE[field])]
    said = printed("now", file(told))
    assert "rules: 0 added, 0 withdrawn, 1 changed, in 1 documents" in said
    assert f"    {FIELD[field].en}: " in said or f"    {FIELD[field].en}:\n" in said
    assert SEEN[field] in said
    chinese = printed("now", file(told), "--lang", "zh")
    assert FIELD[field].zh in chinese
    assert "UI-1 更改" in chinese


@examples(25)
@given(data=st.data())
def test_any_changes_are_each_told_and_no_other(data: st.DataObject) -> None:
    fields = st.sets(st.sampled_from(COMPARED), min_size=1)
    asked = data.draw(st.dictionaries(st.sampled_from(sorted(KEYS)), fields, max_size=4))
    told = copy.deepcopy(NOW)
    expected = {}
    for one in told["rules"]:
        key = (one["guideline"], one["ref"])
        names = {name for name in asked.get(key, ()) if one[name] != OTHERWISE[name]}
        one.update({name: OTHERWISE[name] for name in names})
        if names:
            expected[key] = names
    found = changes(NOW, told)
    assert {
        (document.id, rule.rule["ref"]): {one.field for one in rule.fields}
        for document in found.documents
        for rule in document.rules
    } == expected


def test_a_rule_that_came_and_one_that_went_are_told_with_their_sentence(
    file: Callable[[dict[str, Any]], Path],
) -> None:
    told = copy.deepcopy(NOW)
    told["rules"] = [one for one in told["rules"] if (one["guideline"], one["ref"]) != RULE_75]
    went, came = printed("now", file(told)), printed(file(told), "now")
    sentence = " ".join(KEYS[RULE_75]["says"]["en"].split()[:6])
    for said, word in ((went, "withdrawn"), (came, "added")):
        assert f"1 {word}" in said
        assert f"  UI-1 {word}\n    offer ultrasound-indicated cerclage\n    {sentence}" in said


def test_a_document_that_came_or_has_another_edition_is_told(file: Callable[[dict[str, Any]], Path]) -> None:
    told = copy.deepcopy(NOW)
    told["rules"] = [one for one in told["rules"] if one["guideline"] != "who-2015"]
    del told["documents"]["who-2015"]
    told["documents"]["rcog-gtg75"]["edition"] = "1st edition, 2011"
    said = printed(file(told), "now")
    assert "who-2015 " in said
    assert said[said.index("who-2015 ") :].splitlines()[0].endswith(" added")
    assert "  edition: 1st edition, 2011 → 2nd edition, June 2022" in said


def test_a_definition_that_means_something_else_is_told_once_with_the_rules_that_read_it(
    file: Callable[[dict[str, Any]], Path],
) -> None:
    name = next(name for name in NOW["words"] if sum(name in one["words"] for one in NOW["rules"]) > 1)
    told = copy.deepcopy(NOW)
    told["words"][name]["means"] = {"en": ["something else"], "zh": ["另一含义"]}
    found = changes(NOW, told)
    assert found.documents == ()
    (word,) = found.words
    assert set(word.rules) == {f"{one['guideline']} {one['ref']}" for one in NOW["rules"] if name in one["words"]}
    said = printed("now", file(told))
    assert "+ something else" in said
    assert f"read by {word.rules[0]}, " in said
    assert "另一含义" in printed("now", file(told), "--lang", "zh")


def test_no_two_definitions_share_a_label_so_that_a_rule_cannot_read_another_under_the_same_words() -> None:
    for language in ("en", "zh"):
        labels = [one.label[language] for one in VOCABULARY.derived.values()]
        assert len(set(labels)) == len(labels)


def test_a_sentence_changed_only_in_the_other_language_is_shown_in_that_language(
    file: Callable[[dict[str, Any]], Path],
) -> None:
    says = KEYS[RULE_75]["says"]
    said = printed("now", file(changed(RULE_75, says={**says, "zh": "改过的中文"})))
    assert "sentence (in Chinese):" in said
    assert "+ 改过的中文" in said
    chinese = printed("now", file(changed(RULE_75, says={**says, "en": "Changed."})), "--lang", "zh")
    assert "建议原意（英文）" in chinese
    assert "+ Changed." in chinese


def test_a_condition_joined_by_another_is_not_said_to_have_changed_itself(
    file: Callable[[dict[str, Any]], Path],
) -> None:
    lines = KEYS["nice-ng25", "1.6.4"]["for"]["en"]
    assert lines[0] == "all of"
    joined = {"en": [*lines[:2], "  and one more"], "zh": ["以下全部"]}
    alone = {"en": [lines[1].strip()], "zh": ["x"]}
    old = changed(("nice-ng25", "1.6.4"), **{"for": alone})
    new = changed(("nice-ng25", "1.6.4"), **{"for": joined})
    said = printed(file(old, "old"), file(new, "new"))
    block = said[said.index("for whom:") :].splitlines()[1:]
    assert [line.strip() for line in block] == ["· all of", f"· {lines[1].strip()}", "+ and one more"]


# ---- the edition that is kept, and what is none


def test_the_edition_before_issue_10_is_kept_and_compared_with_the_rules_of_today() -> None:
    assert len(edition("2026-11")["rules"]) == 370
    said = printed("2026-11", "now")
    block = said[said.index("  1.6.2 changed") :].partition("\n\n")[0]
    assert "- in every case" in block
    assert "+ not a multiple pregnancy" in block


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"not json", "it is not such a file"),
        (b"[]", "it is not such a file"),
        (b"\xff\xfe", "it is not text"),
        (b"{}", "it has no documents"),
        (json.dumps({**NOW, "rules": [{}]}).encode(), "rule 1 does not hold guideline, ref"),
        (json.dumps(changed(RULE_75, says="a sentence")).encode(), "has another says than it could have"),
        (json.dumps(changed(RULE_75, says={"en": "x"})).encode(), "has another says than it could have"),
        (json.dumps({**NOW, "documents": {}}).encode(), "names a document or a word that it does not hold"),
        (json.dumps({**NOW, "rules": [*NOW["rules"], NOW["rules"][0]]}).encode(), "stands in it twice"),
    ],
)
def test_a_file_that_is_no_edition_is_refused_in_one_sentence(content: bytes, said: str, tmp_path: Path) -> None:
    path = tmp_path / "wrong.json"
    path.write_bytes(content)
    result = fullterm("edition", path, "now")
    assert (result.exit_code, result.stdout) == (2, "")
    assert said in result.stderr
    assert len(result.stderr.splitlines()) == 1


def test_an_edition_that_is_not_there_is_said_with_those_that_are(tmp_path: Path) -> None:
    result = fullterm("edition", "2026-13", "now")
    assert result.exit_code == 2
    assert result.stderr == (
        "there is no edition '2026-13' (no such file or directory): write one of 2026-11, now, or a file\n"
    )
    assert fullterm("edition", tmp_path, "now").exit_code == 2


def test_an_edition_is_written_once_and_never_over_another(tmp_path: Path) -> None:
    path = tmp_path / "2026-12.json"
    assert f"an edition of {len(NOW['rules'])} rules was written" in " ".join(printed("--write", path).split())
    before = path.read_bytes()
    again = fullterm("edition", "--write", path)
    assert again.exit_code == 2
    assert "is there already: an edition is never overwritten" in again.stderr
    assert path.read_bytes() == before
    nowhere = fullterm("edition", "--write", tmp_path / "no" / "x.json")
    assert nowhere.exit_code == 2
    assert "cannot be written" in nowhere.stderr


@pytest.mark.parametrize("arguments", [(), ("2026-11",), ("2026-11", "now", "--write", "x.json")])
def test_a_call_that_names_no_two_editions_says_how(arguments: tuple[str, ...]) -> None:
    result = fullterm("edition", *arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("name two editions, fullterm edition 2026-11 now")


def test_every_field_of_the_file_is_compared_or_says_which_rule_it_is() -> None:
    assert set(COMPARED) | {"guideline", "ref", "words"} == set(RULE)
    assert set(FIELD) == {*COMPARED, *DOCUMENT, "label", "means"}
    assert edition_changes.COMPARED is COMPARED
