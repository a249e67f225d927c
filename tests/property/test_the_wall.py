"""Law 6, the wall: recommendations are identical with and without an agreement.

Here for the stages of the demonstration ward, drawn again and again: whatever is done to an agreement of hers, in any
order and at any point of her record, her document, her assessment, her plan and her lines of Today stay as they are.
With the tables themselves: tests/clinic/test_the_wall.py. By the source: tests/test_architecture.py.
"""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from datetime import date, timedelta
from random import Random
from typing import Any, get_args, get_type_hints
from unittest.mock import patch

from hypothesis import given
from hypothesis import strategies as st

from fullterm.care.agreement.state import ACTIONS
from fullterm.care.assess.assessment import Assessment, assess
from fullterm.care.case.model import Case
from fullterm.care.plan.worklist import Line, follow_ups, lines
from fullterm.care.protocol.model import read_protocol
from fullterm.care.record import events as record
from fullterm.care.record.events import RecordEvent, fold, read
from fullterm.clinic.demo.stages import WARD
from fullterm.clinic.demo.stories import Story
from fullterm.guidelines import register
from tests.logic.strategies import examples
from tests.wall import OVER_THERE

ON = date(2026, 4, 6)
PROTOCOL = read_protocol("antai", {one.key: one for one in register.recommendations()})
STAGES = tuple(stage for _, stage in WARD)
DONE = tuple(f"agreement {action}" for action in ACTIONS) + tuple(ACTIONS)
"""What may be done to an agreement, also under names that an event of her record might bear."""
WORDS = (
    "terms",
    "antai-cn-1",
    "amount",
    "20000.00",
    "clause",
    "termination",
    "decision",
    "recurrence",
    "due",
    "2026-01-01",
)

SEEDS = st.integers(0, 2**32)
"""Her story and her agreement are each drawn from one number."""


def drawn(seed: int) -> list[tuple[str, float, int, dict[str, str]]]:
    """Up to eight things done to an agreement: what, how far into her record, how many days off, with what."""
    draw = Random(seed)
    may = [one for one in DONE if one not in (*record.WRITES, "withdrawn")]  # those are her record's own
    return [
        (draw.choice(may), draw.random(), draw.randint(-60, 60), {draw.choice(WORDS): draw.choice(WORDS)})
        for _ in range(draw.randint(1, 8))
    ]


def told_of(story: Story) -> list[RecordEvent]:
    history = [RecordEvent("answered", story.first, {"key": key, "said": said}) for key, said in story.history]
    return [replace(one, number=place) for place, one in enumerate((*history, *story.events()), 1)]


def with_agreement(events: list[RecordEvent], done: list[tuple[str, float, int, dict[str, str]]]) -> list[RecordEvent]:
    """The same events with those of an agreement laid between them, each on the day of its neighbour or near it."""
    events = list(events)
    for action, place, days, data in done:
        at = int(place * len(events))
        near = events[min(at, len(events) - 1)].on
        events.insert(at, RecordEvent(action, near + timedelta(days=days), data))
    return events


def decided(events: list[RecordEvent]) -> tuple[Any, Assessment, tuple[Line, ...]]:
    """Everything the software says of her: her document, her assessment with its plan, her lines of Today."""
    document = fold(events)
    case, _ = read(document)
    assert case is not None
    found = assess(case, ON, PROTOCOL)
    return document, found, lines(found.plan, found.plan, follow_ups(events, PROTOCOL.steps), ON)


@given(st.sampled_from(STAGES), SEEDS, SEEDS)
@examples(20)
def test_her_record_her_assessment_and_her_lines_are_the_same_with_and_without_an_agreement(
    stage: Any, seed: int, done: int
) -> None:
    events = told_of(stage(ON, Random(seed)))
    assert decided(with_agreement(events, drawn(done))) == decided(events)


def test_a_read_planted_in_the_record_is_found() -> None:
    """Were a payment to leave anything in her record, the property above would say so."""

    def paid(document: dict[str, Any], event: RecordEvent) -> None:
        record.WRITES["answered"](
            document, RecordEvent("answered", event.on, {"key": "other_cause_found", "said": "yes"})
        )

    events = told_of(STAGES[3](ON, Random(1)))
    after = with_agreement(events, [("agreement paid", 1.0, 0, {})])
    assert decided(after) == decided(events)
    with patch.dict(record.WRITES, {"agreement paid": paid}):
        assert decided(after) != decided(events)


def test_a_case_and_an_assessment_have_no_place_for_an_agreement() -> None:
    """What decides is a function of these values alone; none of their fields can hold one."""
    assert {one for one in _field_names(Assessment, set()) if OVER_THERE.match(one)} <= {"agreement"}
    assert not {one for one in _field_names(Case, set()) if OVER_THERE.match(one)}


def _field_names(kind: Any, seen: set[Any]) -> set[str]:
    if kind in seen:
        return set()
    seen.add(kind)
    names: set[str] = set()
    if is_dataclass(kind):
        names |= {one.name for one in fields(kind)}
        for hint in get_type_hints(kind).values():
            names |= _field_names(hint, seen)
    for argument in get_args(kind):
        names |= _field_names(argument, seen)
    return names
