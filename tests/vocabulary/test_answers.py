"""A yes/no fact with its own words for yes, no and unknown: every form, reader and sentence takes them from it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from fullterm.clinic.base.form import of_fact
from fullterm.clinic.pages.history.question import question
from fullterm.logic.evaluate import evaluate
from fullterm.logic.facts import Facts
from fullterm.logic.language import not_
from fullterm.logic.nodes import YesNo
from fullterm.vocabulary import fact as facts
from fullterm.vocabulary.explain import explain, show
from fullterm.vocabulary.fact import VOCABULARY, Answers, Fact, Language, Text, yes_no
from fullterm.vocabulary.phrases import is_unknown, parse_value
from fullterm.vocabulary.why import reasons
from fullterm.vocabulary.wording import said_in, value_in

LANGUAGES: tuple[Language, ...] = ("en", "zh")
OWN = Answers(
    yes=Text("seen", "见"), no=Text("missing", "缺"), unknown=Text("nobody looked", "没看"),
    when_yes=Text("it is there", "在"), when_no=Text("it is gone", "不在"),
)  # fmt: skip


@pytest.fixture(params=["alive", "invented"])
def own(request: pytest.FixtureRequest) -> Iterator[Fact]:
    """The heartbeat, and a fact declared a moment ago: the next one costs its declaration and nothing else."""
    if request.param == "alive":
        yield VOCABULARY.facts["alive"]
        return
    yes_no("invented", Text("a sign", "征象"), Text("Is there a sign?", "有征象吗?"), answers=OWN)
    try:
        yield facts.VOCABULARY.facts["invented"]
    finally:
        del facts.VOCABULARY.facts["invented"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_one_of_its_words_is_read_back(own: Fact, language: Language) -> None:
    assert own.answers is not None
    said = own.answers.yes[language], own.answers.no[language], own.answers.unknown[language]

    assert [parse_value(own, one) for one in said] == [True, False, None]
    assert [value_in(own, one, language) for one in (True, False, None)] == list(said)
    assert is_unknown(own.answers.unknown[language])


@pytest.mark.parametrize(("said", "value"), [("yes", True), ("no", False), ("有", True), ("无", False), ("?", None)])
def test_yes_and_no_are_still_read(own: Fact, said: str, value: bool | None) -> None:
    assert parse_value(own, said) is value


def test_a_word_that_is_none_of_them_is_refused_with_its_own_three(own: Fact) -> None:
    assert own.answers is not None
    with pytest.raises(ValueError, match=f"neither {own.answers.yes.en}, {own.answers.no.en} nor"):
        parse_value(own, "perhaps")


@pytest.mark.parametrize("language", LANGUAGES)
def test_forms_and_the_question_carry_its_three_answers(own: Fact, language: Language) -> None:
    assert own.answers is not None
    said = (own.answers.yes, own.answers.no, own.answers.unknown)
    asked = question(own.name, Facts({}, {}), language)

    assert of_fact(own.name).options == tuple(zip(("yes", "no", "unknown"), said, strict=True))
    assert [label for _, label in asked.buttons] == [one[language] for one in said[:2]]
    assert asked.unknown == said[2][language]


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_known_is_a_sentence_and_a_rule_reads_like_one(own: Fact, language: Language) -> None:
    assert own.answers is not None
    node, no = YesNo(own.name), own.answers.when_no[language]
    absent = Facts({own.name: False}, {})

    assert said_in(own, False, language) == no
    assert show(explain(not_(node), language), language) == no
    assert [one.text for one in reasons(evaluate(node, absent), absent, language)] == [no]


def test_no_heartbeat_is_never_a_bare_no() -> None:
    alive = VOCABULARY.facts["alive"]

    assert said_in(alive, False, "en") == "no heartbeat was seen"
    assert said_in(alive, False, "zh") == "未见胎心"
    assert [parse_value(alive, said) for said in ("present", "absent", "not looked for", "有", "无", "未查")] == [
        True, False, None, True, False, None,
    ]  # fmt: skip
