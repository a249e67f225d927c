"""Law 12: replay is steady. Day by day, an emergency or a suture line leaves only by something recorded, a window that
closes is named, and what was replayed up to a day is what stands in a longer replay up to that day."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from fullterm.care.assess.assessment import assess
from fullterm.care.assess.replay import Raised, Replay, days_between, replay
from fullterm.care.case.read import CaseRecord, read_record
from fullterm.care.protocol.model import Step, read_protocol
from fullterm.guidelines import register
from tests.danger import DUE, a_woman, day
from tests.logic.strategies import examples

RECOMMENDATIONS = {one.key: one for one in register.recommendations()}
PROTOCOLS = {name: read_protocol(name, RECOMMENDATIONS) for name in ("antai", "rcog_nice")}
SEEDS = st.integers(0, 2**32)
LONG = 45
"""Days replayed of each course."""


@dataclass
class Course:
    """Some weeks of one woman: her case file, and, by the hand that made it up, the days on which it was written in."""

    first: date
    lines: list[str] = field(default_factory=list)
    recorded: set[date] = field(default_factory=set)

    @property
    def days(self) -> tuple[date, ...]:
        return days_between(self.first, self.first + timedelta(days=LONG))

    def record(self) -> CaseRecord:
        loss = "outcome: loss, gestation: 19w, painless_dilatation: yes, membranes_bulging: yes, induced: no"
        text = f"told: {day(44)}\nearlier: {{recorded: {self.first}, pregnancies: [{{{loss}}}]}}\n"
        text += f"pregnancy:\n  recorded: {self.first}\n  due: {DUE}\n  within: 2d\n" + "".join(self.lines)
        found, problems = read_record(text)
        assert found is not None, problems
        return found


def a_course(seed: int) -> Course:
    """Visits at which anything may be told, some of it days late; scans, sutures, removals, perhaps an end."""
    random = Random(seed)
    course = Course(first=day(random.choice([11, 14, 19, 22, 30, 34])))
    course.recorded.add(course.first)
    visits, scans, placed, removed = [], [], [], []
    for _ in range(random.randint(1, 6)):
        on, late = a_day(random, course), random.choice([0, 0, 0, 1, 5])
        signs = {name: said for name, said in a_woman(random).signs.items() if name not in ("fetuses", "temperature")}
        visits.append(told(on, late, course, signs))
    for _ in range(random.randint(0, 2)):
        length = random.choice(["12 mm", "24 mm", "31 mm"])
        scans.append(
            told(a_day(random, course), random.choice([0, 3]), course, {"length": length, "method": "transvaginal"})
        )
    if random.random() < 0.5:
        placed.append(
            told(a_day(random, course), random.choice([0, 2]), course, {"technique": random.choice(TECHNIQUES)})
        )
        if random.random() < 0.5:
            removed.append(told(a_day(random, course), random.choice([0, 4]), course, {}))
    for name, those in (("examinations", visits), ("scans", scans), ("cerclage", placed), ("removed", removed)):
        if those:
            course.lines.append(f"  {name}:\n" + "".join(f"    - {one}\n" for one in those))
    if random.random() < 0.3:
        end = told(a_day(random, course), random.choice([0, 3]), course, {"outcome": "loss"})
        course.lines.append(f"  outcome: {end}\n")
    return course


TECHNIQUES = ("mcdonald", "shirodkar", "laparoscopic")


def a_day(random: Random, course: Course) -> date:
    return course.first + timedelta(days=random.randint(0, LONG))


def told(on: date, late: int, course: Course, said: dict[str, str]) -> str:
    """One entry as it is written, about a day and recorded then or later."""
    course.recorded.add(on + timedelta(days=late))
    fields = {"on": str(on), "recorded": str(on + timedelta(days=late)), **said}
    return "{" + ", ".join(f"{name}: {value}" for name, value in fields.items()) + "}"


def guarded(step: Step) -> bool:
    """An emergency, or a line about a suture."""
    return step.urgent or step.custody is not None or step.done_by == "removal"


@given(SEEDS, st.sampled_from(sorted(PROTOCOLS)))
@examples(40)
def test_an_emergency_or_a_suture_line_leaves_only_by_something_recorded(seed: int, hospital: str) -> None:
    course = a_course(seed)
    found = replay(course.record().at, course.days, PROTOCOLS[hospital])
    for one in found.raised:
        if guarded(one.step) and one.ended_by is not None:
            assert one.ended_by.on in course.recorded, f"{one.step.id} left on {one.ended_by.on} by {one.ended_by.how}"
            assert one.ended_by.told, f"{one.step.id} left on {one.ended_by.on} and nothing is named"


@given(SEEDS, st.sampled_from(sorted(PROTOCOLS)))
@examples(20)
def test_a_window_that_closes_is_named(seed: int, hospital: str) -> None:
    course = a_course(seed)
    record = course.record()
    named = {(one.step.id, one.suture, one.seen) for one in replay(record.at, course.days, PROTOCOLS[hospital]).closed}
    before: dict[tuple[str, str], str] = {}
    for on in course.days:
        case = record.at(on)
        assert case is not None
        states = {(one.step.id, one.suture): one.state for one in assess(case, on, PROTOCOLS[hospital]).plan}
        for key, state in states.items():
            if before.get(key) in ("open", "closing", "stopped") and state == "missed":
                assert (*key, on) in named
        before = states


@given(SEEDS, st.sampled_from(sorted(PROTOCOLS)), st.integers(0, LONG))
@examples(25)
def test_a_replay_up_to_a_day_is_the_beginning_of_a_longer_one(seed: int, hospital: str, end: int) -> None:
    course = a_course(seed)
    record, days = course.record(), course.days
    whole = replay(record.at, days, PROTOCOLS[hospital])
    assert replay(record.at, days[: end + 1], PROTOCOLS[hospital]) == upto(whole, days[end])


def upto(whole: Replay, last: date) -> Replay:
    """A replay as it was told on one of its days."""
    raised = tuple(cut(one, last) for one in whole.raised if one.first <= last)
    return replace(whole, last=last, raised=raised, closed=tuple(one for one in whole.closed if one.seen <= last))


def cut(one: Raised, last: date) -> Raised:
    if one.last < last:
        return one
    titles = tuple(title for title in one.titles if title[0] <= last)
    return replace(one, last=min(one.last, last), titles=titles, ended_by=None)
