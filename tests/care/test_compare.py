"""The hospital's protocol beside the documents: nothing is passed over, and nothing is said that was not read."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

import pytest

from fullterm.care.assess.compare_protocol import Comparison, compare, stricter
from fullterm.care.assess.compare_text import compared_plain, span
from fullterm.care.assess.followed import must_answer
from fullterm.care.protocol.model import Protocol, available, read_protocol
from fullterm.guidelines import register
from fullterm.guidelines.model import Recommendation, Window
from fullterm.logic.language import ALWAYS, weeks

ON = date(2026, 12, 1)
RULES = {one.key: one for one in register.recommendations()}
UI_1 = RULES["rcog-gtg75 UI-1"]


def beside(protocol: Protocol, rules: Iterable[Recommendation] = RULES.values(), on: date = ON) -> Comparison:
    return compare(protocol, rules, register.GUIDELINES, on)


def relation(found: Comparison, key: str) -> str:
    return next(
        (one.relation for document in found.documents for one in document.advice if one.advice.key == key), "not there"
    )


@pytest.mark.parametrize("name", available())
def test_each_protocol_of_ours_departs_nowhere_without_a_reason(name: str) -> None:
    assert [one.advice.key for one in beside(read_protocol(name, RULES)).without_reason] == []


@pytest.mark.parametrize("name", available())
def test_all_a_protocol_must_answer_is_followed_or_departed_from_and_never_passed_over(name: str) -> None:
    protocol = read_protocol(name, RULES)
    found = beside(protocol)
    asked = [key for key, one in RULES.items() if must_answer(one, protocol, ON)]
    assert len(asked) > 40
    assert {relation(found, key) for key in asked} <= {"follows", "stricter", "departs"}


@pytest.mark.parametrize("name", available())
def test_what_nobody_read_there_is_only_not_read_there(name: str) -> None:
    for document in beside(read_protocol(name, RULES)).documents:
        for one in document.advice:
            assert (one.relation == "not_read") is (one.advice.read not in ("full text", "abstract"))
    (unread,) = [
        each for each in compared_plain(read_protocol(name, RULES), ON, "en")["documents"] if each["id"] == "who-2015"
    ]
    assert unread["read"] is False
    assert all(one["says"] == one["source"] == "" for group in unread["groups"] for one in group["advice"])


def test_advice_a_step_follows_is_not_followed_while_nobody_read_it() -> None:
    protocol = read_protocol("antai", RULES)
    assert relation(beside(protocol), UI_1.key) == "follows"
    recalled = [replace(one, read="recalled") if one is UI_1 else one for one in RULES.values()]
    assert relation(beside(protocol, recalled), UI_1.key) == "not_read"


def test_a_departure_whose_reason_is_gone_is_a_departure_without_a_reason() -> None:
    protocol = read_protocol("antai", RULES)
    named = {one.advice for one in protocol.departs}
    found = beside(replace(protocol, departs=()))
    assert {one.advice.key for one in found.without_reason} == named - {
        one.advice for step in protocol.steps for one in step.departs
    }
    said = compared_plain(replace(protocol, departs=()), ON, "zh")
    reasons = {text for document in said["documents"] for group in document["groups"] for text in group["reasons"]}
    assert "未说明原因" in reasons
    assert said["without_reason"]


def test_of_a_document_it_does_not_answer_a_protocol_is_silent_and_departs_from_nothing() -> None:
    protocol = read_protocol("antai", RULES)
    assert relation(beside(protocol), "sbl3 HI") == "silent"
    assert relation(beside(replace(protocol, documents=(*protocol.documents, "sbl3"))), "sbl3 HI") == "departs"


def test_advice_followed_and_departed_from_is_a_departure_in_part_with_its_reason() -> None:
    found = beside(read_protocol("antai", RULES))
    one = next(one for one in found.advice("departs") if one.advice.key == "rcog-gtg75 REM-1")
    assert one.in_part
    assert one.reasons[0].en.startswith("RCOG begins at 36+1")


def test_only_what_is_in_force_on_the_day_stands_beside_it() -> None:
    protocol = read_protocol("antai", RULES)
    ended = [replace(one, until=ON) if one is UI_1 else one for one in RULES.values()]
    later = [replace(one, since=ON + timedelta(1)) if one is UI_1 else one for one in RULES.values()]
    assert relation(beside(protocol, ended), UI_1.key) == "not there"
    assert relation(beside(protocol, ended, ON - timedelta(1)), UI_1.key) == "follows"
    assert relation(beside(protocol, later), UI_1.key) == "not there"


Ends = tuple[int | None, int | None]


@pytest.mark.parametrize(
    ("step", "printed", "said"),
    [
        ((84, 105), (77, 105), True),
        ((77, 98), (77, 105), True),
        ((77, 105), (77, 105), False),
        ((70, 98), (77, 105), False),  # narrower at one end and wider at the other
        ((84, 106), (77, 105), False),
        ((84, None), (77, 105), False),  # it never closes, and the document does
        ((None, 98), (77, 105), False),
        ((84, 98), (None, 105), True),
        ((84, 105), (None, 105), False),  # where the document gives no first day, ours is no stricter
        ((84, 98), (77, None), True),
        ((84, 98), (None, None), False),
    ],
)
def test_stricter_is_a_window_inside_the_printed_one_and_nothing_else(step: Ends, printed: Ends, said: bool) -> None:
    any_step = read_protocol("antai", RULES).steps[-1]
    ours = replace(any_step, opens=step[0], closes=step[1], trigger=None, custody=None)
    opens, closes = (None if end is None else weeks(end // 7, end % 7) for end in printed)
    advice = replace(UI_1, window=Window(opens, closes))
    assert stricter(ours, advice) is said
    assert not stricter(replace(ours, trigger=ALWAYS), advice), "a line of the safety net has limits and no window"
    assert not stricter(ours, replace(advice, window=None))


@pytest.mark.parametrize("name", available())
def test_the_steps_and_the_documents_tell_the_same(name: str) -> None:
    found = beside(read_protocol(name, RULES))
    by_step = {(one.step.id, each.advice.key) for one in found.steps for each in one.advice}
    by_document = {
        (step.id, one.advice.key) for document in found.documents for one in document.advice for step in one.steps
    }
    assert by_document <= by_step
    unread = {(step, key) for step, key in by_step if relation(found, key) == "not_read"}
    assert by_step - by_document == unread


NAMES = {"id", "edition", "publisher", "name", "ref", "source", "silent", "protocol", "on", "without_reason"}
"""What is the same in both languages: names, numbers and where a sentence stands."""


def words(told: object) -> Iterable[str]:
    match told:
        case dict():
            for key, value in told.items():
                yield from () if key in NAMES else words(value)
        case list():
            for value in told:
                yield from words(value)
        case str() if told:
            yield told


@pytest.mark.parametrize("name", available())
def test_every_word_of_it_is_there_in_chinese(name: str) -> None:
    protocol = read_protocol(name, RULES)
    english, chinese = (list(words(compared_plain(protocol, ON, language))) for language in ("en", "zh"))
    relations = {"follows", "stricter", "departs", "silent", "not_read", "doctor", "nurse", "surgeon", "woman"}
    same = {one for one, other in zip(english, chinese, strict=True) if one == other}
    assert same - relations == set()


@pytest.mark.parametrize(
    ("opens", "closes", "said"),
    [
        (0, 85, "up to 12w0d"),
        (112, 168, "16w0d to 23w6d"),
        (112, None, "from 16w0d"),
        (None, 168, "up to 23w6d"),
        (None, None, ""),
    ],
)
def test_a_window_is_said_with_both_its_days(opens: int | None, closes: int | None, said: str) -> None:
    assert span(opens, closes, "en") == said


def test_the_counts_are_those_of_the_documents() -> None:
    said = compared_plain(read_protocol("rcog_nice", RULES), ON, "en")
    groups = [group for document in said["documents"] for group in document["groups"]]
    for one in said["counts"]:
        assert one["number"] == sum(len(group["advice"]) for group in groups if group["relation"] == one["relation"])
