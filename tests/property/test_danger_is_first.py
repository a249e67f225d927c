"""Law 8: danger is on the first line; what was not asked is named; calm is said only when everything was asked."""

from __future__ import annotations

from datetime import timedelta
from functools import cache
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from fullterm.care.assess.assessment import Assessment, assess
from fullterm.care.assess.first_line_text import first_line_in
from fullterm.care.case.read import read_case
from fullterm.care.plan.first_line import MEASURED, Calm, Danger, NotAsked, Signs
from fullterm.care.plan.planned import PRESSING
from fullterm.care.protocol.model import Protocol, read_protocol
from fullterm.guidelines import register
from tests import danger
from tests.danger import Told
from tests.logic.strategies import examples

PROTOCOLS = st.sampled_from(["antai", "rcog_nice"])
WOMEN = st.builds(danger.a_woman, st.randoms(use_true_random=False))


@cache
def protocol(name: str) -> Protocol:
    return read_protocol(name, {one.key: one for one in register.recommendations()})


def read(told: Told, name: str, later: int = 0) -> Assessment:
    case, problems = read_case(told.text())
    assert case is not None, (told.text(), problems)
    assert problems == (), (told.text(), problems)
    return assess(case, told.on + timedelta(days=later), protocol(name))


@given(WOMEN, PROTOCOLS)
@examples(150)
def test_a_danger_is_on_the_first_line_whatever_else_is_unknown_and_nothing_else_is(told: Told, name: str) -> None:
    found = read(told, name)

    assert isinstance(found.first, Danger) is told.danger(), told.text()
    if told.danger():
        assert found.plan[0].urgent
        assert isinstance(found.first, Danger)
        assert all(one.planned.urgent for one in found.first.lines)


@given(WOMEN, PROTOCOLS, st.integers(1, 60))
@examples(60)
def test_a_danger_grown_old_stands_until_it_is_answered_and_says_when_it_was_told(
    told: Told, name: str, later: int
) -> None:
    before, after = read(told, name).first, read(told, name, later).first
    if isinstance(before, Danger):
        assert isinstance(after, Danger), told.text()
        ids = {one.planned.step.id for one in before.lines}
        assert ids <= {one.planned.step.id for one in after.lines} | NEVER_OLD
        if later > 7:  # the longest that a sign of the day lasts, but for a heartbeat
            aged = [one for one in after.lines if one.planned.step.id != "heartbeat"]
            assert all(one.planned.asks and one.planned.last_told == told.on for one in aged)


NEVER_OLD: set[str] = set()


@given(WOMEN, PROTOCOLS)
@examples(100)
def test_calm_is_said_only_when_every_sign_was_asked_or_cannot_be(told: Told, name: str) -> None:
    found = read(told, name)
    words = {language: first_line_in(found, language) for language in ("en", "zh")}  # type: ignore[arg-type]  # both

    if isinstance(found.first, Calm):
        known = {name for name, said in told.signs.items() if said != "unknown"}
        early = told.gestation is not None and told.gestation < 8 * 7
        assert {*danger.SIGNS, "dilatation", "membranes"} - {"fetal_compromise", "alive"} <= known
        assert early or "alive" in known
        assert told.suture is not None, "one that nobody told of has to come out all the same"
        assert not told.cervix_open
        assert not told.waters
        assert "temperature" not in told.signs
        assert all(told.signs.get(name) != "yes" for name in danger.SIGNS)
        assert told.signs.get("alive") != "no"
        assert not [one for one in found.plan if one.state in PRESSING]
    if isinstance(found.first, NotAsked | Signs):
        assert found.first.names or isinstance(found.first, Signs)
        for one in words.values():
            assert one["says"]
    assert ("Nothing is pressing" in str(words["en"]["says"])) is isinstance(found.first, Calm)


@given(WOMEN, PROTOCOLS, st.integers(1, 60))
@examples(60)
def test_what_was_asked_on_another_day_calms_nobody(told: Told, name: str, later: int) -> None:
    assert not isinstance(read(told, name, later).first, Calm)


SAYS_NOTHING = st.sampled_from(
    [
        "outcome: unknown", "outcome: {}", "outcome: {said: feared}", "outcome: {fetuses: 1}", "outcome: lsos",
        "outcome: {outcome: loss, on: 2035-01-01}",
        "outcome: {outcome: loss, on: 2026-13-12}", "outcome: {core: [{on: 2026-01-20, mother: {died: unknown}}]}",
        "removed: unknown",
        "removed: no", "removed: {}", "removed: {said: not yet}",
    ]
)  # fmt: skip


@given(WOMEN, PROTOCOLS, st.integers(1, 30))
@examples(60)
def test_what_was_told_and_nobody_answered_is_named_on_every_later_day(told: Told, name: str, later: int) -> None:
    first, after = read(told, name).first, read(told, name, later).first
    if isinstance(first, Signs):
        signs = set(first.signs) - set(MEASURED)
        assert isinstance(after, Danger) or signs <= set(after.signs if isinstance(after, Signs) else ()) or later > 90


@given(WOMEN, PROTOCOLS, SAYS_NOTHING)
@examples(150)
def test_what_says_nothing_or_cannot_be_takes_no_danger_off_the_first_line(told: Told, name: str, line: str) -> None:
    before = read(told, name).first
    case, problems = read_case(_with(told.text(), line))
    assert case is not None, problems
    after = assess(case, told.on, protocol(name), unread=len(problems)).first

    assert isinstance(after, Danger) is isinstance(before, Danger), (told.text(), line)
    if isinstance(before, Danger) and isinstance(after, Danger):
        assert [one.planned.step.id for one in before.lines] == [one.planned.step.id for one in after.lines]
    assert not (problems and isinstance(after, Calm))


def _with(text: str, line: str) -> str:
    return f"{text}  {line}\n" if "pregnancy:" in text else f"{text}pregnancy:\n  {line}\n"


@given(st.randoms(use_true_random=False), PROTOCOLS)
@examples(100)
def test_no_emergency_line_on_a_normal_pregnancy(random: Random, name: str) -> None:
    told = danger.a_normal_pregnancy(random)
    for place, (on, _) in enumerate(told):
        days = "".join(
            f"    - {{on: {seen}, {', '.join(f'{fact}: {said}' for fact, said in what.items())}}}\n"
            for seen, what in told[: place + 1]
            if what
        )
        text = (
            f"told: {on}\nwoman: {{pregnant: yes}}\npregnancy:\n  due: {danger.DUE}\n  within: 0d\n"
            f"  fetuses: 1\n  suture: none\n  examinations:\n{days}"
        )
        case, problems = read_case(text)
        assert case is not None, problems
        found = assess(case, on, protocol(name)).first
        assert not isinstance(found, Danger), (text, [one.planned.step.id for one in found.lines])
