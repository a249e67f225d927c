"""What is signed: whole, once a version, with a reason for what was declined; and what has changed since."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from tests.care.test_record import MS_WANG, PREGNANT, SUTURE, TWELVE_WEEKS, answer, whole

from fullterm.care.assess.assessment import Assessment, assess
from fullterm.care.protocol import rules_version as rules
from fullterm.care.protocol.model import read_protocol
from fullterm.care.protocol.rules_version import edition
from fullterm.care.record.events import RecordEvent, fold
from fullterm.care.signing.changes_since import differs, since
from fullterm.care.signing.signature import diagnosed, hash_of, is_whole, last_signed, refusal_of, sealed
from fullterm.care.signing.snapshot import frozen, spoken
from fullterm.guidelines import register
from fullterm.vocabulary.sutures import FACTS

PROTOCOL = read_protocol("antai", {one.key: one for one in register.recommendations()})
TOLD = (
    *MS_WANG, PREGNANT, answer("earlier[2].painless_dilatation", "yes", TWELVE_WEEKS),
    answer("earlier[2].contractions_first", "no", TWELVE_WEEKS), answer("suture", "none", TWELVE_WEEKS),
    answer("bleeding", "no", TWELVE_WEEKS),
)  # fmt: skip


def found(*more: RecordEvent, on: date = TWELVE_WEEKS) -> Assessment:
    return assess(whole(fold((*TOLD, *more))), on, PROTOCOL)


def data(version: int = 1, previous: str = "", **more: Any) -> dict[str, Any]:
    given = {
        "version": version,
        "diagnosis": {"cervical_insufficiency": "confirmed"},
        "decisions": [{"of": "cerclage", "kind": "step", "choice": "declined", "reason": "her wish"}],
        "shown": {},
        "previous": previous,
    }
    return sealed(given | more)


# ---- reading signatures


def test_the_newest_signature_says_what_is_diagnosed() -> None:
    events = [
        RecordEvent("signed", TWELVE_WEEKS, data()),
        RecordEvent("scanned", TWELVE_WEEKS, {}),
        RecordEvent("signed", TWELVE_WEEKS, data(2, diagnosis={"abruption": "rejected"})),
    ]

    assert diagnosed(events[:2]) == "confirmed"
    assert diagnosed(events) is None, "the newest says neither"
    assert diagnosed(events, "abruption") == "rejected"
    signed = last_signed(events)
    assert signed is not None
    assert (signed.version, signed.decisions[0].choice) == (2, "declined")
    assert last_signed([]) is None


# ---- what can be signed


def test_a_first_and_a_next_version_can_be_signed() -> None:
    first = data()

    assert refusal_of(first, None) is None
    assert refusal_of(data(2, first["hash"]), first) is None


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"version": 2}, "version 1 is the next to be signed"),
        ({"previous": "another"}, "version 1 is the next to be signed"),
        ({"decisions": [], "diagnosis": {}}, "nothing is decided yet"),
        ({"decisions": [{"of": "scans", "choice": "perhaps"}]}, "a decision is one of accepted, declined, deferred"),
        ({"diagnosis": {"abruption": "likely"}}, "a decision is one of accepted, declined, deferred"),
        ({"decisions": [{"of": "scans", "choice": "declined", "reason": " "}]}, "why scans is declined is missing"),
    ],
)
def test_what_cannot_be_signed_is_said(wrong: dict[str, Any], sentence: str) -> None:
    assert str(refusal_of(data(**wrong), None)).startswith(sentence)


def test_a_changed_letter_is_seen_however_the_database_orders_the_names() -> None:
    signed = data()
    stored = dict(reversed(json.loads(json.dumps(signed)).items()))

    assert is_whole(stored)
    assert hash_of(signed) == hash_of({name: one for name, one in signed.items() if name != "hash"})
    stored["decisions"][0]["reason"] = "her wisH"
    assert not is_whole(stored)
    assert "changed on the way" in str(refusal_of(stored, None))


# ---- what is shown


def test_only_what_is_decided_upon_is_frozen_and_in_both_languages() -> None:
    now = found()
    shown = frozen(now, {})

    assert json.loads(json.dumps(shown)) == shown, "plain values only"
    assert len(json.dumps(shown, ensure_ascii=False)) < 240_000  # every rule brings its note
    verdicts = {one.recommendation.key: one for one in now.verdicts}
    assert shown["advice"]
    for one in shown["advice"]:
        verdict = verdicts[one["of"]]
        assert one["verdict"] == verdict.kind
        assert verdict.kind in ("applies", "cannot_tell")
        assert verdict.recommendation.standing(TWELVE_WEEKS) == "in_force"
        assert verdict.recommendation.advice.kind not in ("inform", "no_recommendation")
        assert set(one["says"]) == {"en", "zh"}
    assert {one["of"] for one in shown["steps"]} == {one.step.id for one in now.plan if one.state != "not_for_her"}
    chinese = spoken(shown, "zh")
    assert "宫颈环扎" in [one["title"] for one in chinese["steps"]]


def test_every_fact_known_stands_in_it_with_its_source_and_day() -> None:
    now = found()
    shown = {one["fact"]: one for one in frozen(now, {})["facts"]}

    assert shown.keys() >= now.known.sources.keys()
    assert shown.keys() >= now.known.facts.values.keys() - set(FACTS), "which suture it is says the three facts too"
    assert not shown.keys() & set(FACTS)
    assert (shown["bleeding"]["value"]["en"], shown["bleeding"]["on"]) == ("no", TWELVE_WEEKS.isoformat())


def test_the_rules_edition_is_stable_and_moves_with_a_word_of_the_protocol() -> None:
    changed = replace(PROTOCOL, closing=PROTOCOL.closing + 1)

    assert edition(PROTOCOL) == edition(read_protocol("antai", {one.key: one for one in register.recommendations()}))
    assert len({edition(PROTOCOL), edition(changed)}) == 2
    assert len(edition(PROTOCOL)) == rules.LENGTH


# ---- what has changed since


def test_nothing_has_changed_since_what_was_just_signed() -> None:
    assert not since(frozen(found(), {}), found())


def test_a_fact_added_changed_and_removed_are_told_apart() -> None:
    events = (answer("polyps", "no", TWELVE_WEEKS),)
    shown = frozen(found(*events), {})
    after = (*events, answer("bleeding", "yes", TWELVE_WEEKS), answer("diabetes", "no", TWELVE_WEEKS),
             answer("polyps", "untold", TWELVE_WEEKS))  # fmt: skip
    changes = since(shown, found(*after))

    assert [one["fact"] for one in changes.added] == ["diabetes"]
    assert [(one["fact"], one["before"]["en"], one["value"]["en"]) for one in changes.changed] == [
        ("bleeding", "no", "yes")
    ]
    assert [one["fact"] for one in changes.removed] == ["polyps"]
    assert changes


def test_a_day_that_passes_changes_no_fact_but_what_follows_from_an_answer_grown_old() -> None:
    shown = frozen(found(), {})
    changes = since(shown, found(on=TWELVE_WEEKS + timedelta(7)))

    assert (changes.added, changes.changed, changes.removed, changes.rules) == ((), (), (), False)
    assert all(one["before"] != one["now"] for one in (*changes.steps, *changes.advice))


def test_a_step_done_and_advice_that_turned_are_named_with_before_and_now() -> None:
    shown = frozen(found(), {})
    on = SUTURE.on
    changes = since(shown, found(SUTURE, on=on))
    steps = {one["of"]: (one["before"], one["now"]) for one in changes.steps}
    was = {one["of"]: one["verdict"] for one in shown["advice"]}

    assert steps["cerclage"] == ("open", "done_in_window")
    assert changes.advice
    for one in changes.advice:
        assert one["before"] == was.get(one["of"])


def test_rules_of_another_edition_are_said() -> None:
    shown = frozen(found(), {})
    shown["rules"]["edition"] = "0" * rules.LENGTH

    assert since(shown, found()).rules


def test_a_fact_put_in_better_words_has_not_changed_and_one_frozen_without_its_value_is_compared_by_words() -> None:
    now = {"fact": "age", "value": {"en": "33", "zh": "33岁"}, "raw": [33, 33]}
    assert not differs({**now, "value": {"en": "33 y", "zh": "33 y"}}, now)
    assert differs({**now, "raw": [34, 34]}, now)
    frozen_once = {"fact": "age", "value": {"en": "33", "zh": "33岁"}}
    assert not differs(frozen_once, now)
    assert differs({**frozen_once, "value": {"en": "34", "zh": "34岁"}}, now)
