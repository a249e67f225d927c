"""Law 11: ended is ended. Nothing is planned, offered, asked or said for a baby known dead or a woman known dead; what
is owed to the woman stays; in twins one death ends nothing; a lethal anomaly ends offers, never removal.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import cache
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from fullterm.care.assess.assessment import Assessment, assess
from fullterm.care.assess.still import OFFERS, standing_of
from fullterm.care.assess.what_would_change import changes
from fullterm.care.case.read import read_case
from fullterm.care.plan.first_line import Calm, Danger
from fullterm.care.plan.planned import DONE, Planned
from fullterm.care.plan.silence import CHANNELS, TO_COLLEAGUES, allowed, spoken
from fullterm.care.protocol.model import Protocol, read_protocol
from fullterm.exchange.calendar import visits
from fullterm.guidelines import register
from fullterm.vocabulary.treatments import TREATMENTS
from tests.logic.strategies import examples

LMP = date(2026, 1, 12)
LOSSES = (
    "{outcome: loss, gestation: 20w0d, painless_dilatation: yes, contractions_first: no, cerclage: none}",
    "{outcome: loss, gestation: 21w0d, painless_dilatation: yes, contractions_first: no, cerclage: history, "
    "cerclage_route: vaginal}",
    "{outcome: live_birth, gestation: 30w0d, induced: no}",
    "{outcome: loss, gestation: 9w0d}",
)
SIGNS = ("bleeding", "contractions", "labour", "infection", "infection_suspected", "ruptured_membranes")
SUTURES = ("none", "mcdonald", "shirodkar", "abdominal", "vaginal", "in", "unknown")
OTHERS = (
    ("progesterone", "yes"), ("alive", "no"), ("dilatation", "2 cm"), ("first_trimester_scan", "yes"),
    ("anomaly_scan", "normal"),
)  # fmt: skip
FOR_SUTURE = {"suture-loss", "removal", "removal-now", "suture-open", "suture-infection", "suture-waters"}


@dataclass(frozen=True)
class Course:
    """A pregnancy up to a day of it (days of gestation), what was told, and how many days ago."""

    gestation: int
    fetuses: int | None
    suture: str
    history: tuple[str, ...]
    facts: dict[str, str] = field(default_factory=dict)
    ago: int = 0
    scan: str = ""

    @property
    def on(self) -> date:
        return LMP + timedelta(days=self.gestation)

    def text(self, **told: str) -> str:
        """Her case file, with more facts told in the place of, or beside, her own."""
        lines = ["due: 2026-10-19", "within: 0d", f"suture: {self.suture}"]
        lines += [] if self.fetuses is None else [f"fetuses: {self.fetuses}"]
        lines += [self.scan] if self.scan else []
        day = self.on - timedelta(days=self.ago)
        lines += [f"{name}: {{value: {said}, on: {day}}}" for name, said in {**self.facts, **told}.items()]
        body = "".join(f"  {one}\n" for one in lines)
        history = f"earlier: {{complete: yes, pregnancies: [{', '.join(self.history)}]}}\n" if self.history else ""
        return f"told: {self.on}\nwoman: {{pregnant: yes}}\n{history}pregnancy:\n{body}"


def a_course(random: Random) -> Course:
    gestation = random.randint(8 * 7, 41 * 7)
    facts = {name: random.choice(["yes", "no"]) for name in SIGNS if random.random() < 0.3}
    if facts.get("labour") == "yes" or facts.get("infection") == "yes":  # what cannot both be so is told by other laws
        facts.pop("contractions", None)
        facts.pop("infection_suspected", None)
    facts |= {name: said for name, said in OTHERS if random.random() < 0.35}
    seen = LMP + timedelta(days=random.randint(50, gestation))
    scan = f"scans: [{{on: {seen}, length: {random.choice([8, 15, 22, 40])} mm, method: transvaginal}}]"
    return Course(
        gestation,
        random.choice([1, 1, None]),
        random.choice(SUTURES),
        tuple(random.sample(LOSSES, random.randint(0, 3))),
        facts,
        random.choice([0, 0, 1, 20, 39]) if gestation > 100 else 0,
        scan if random.random() < 0.5 else "",
    )


COURSES = st.builds(a_course, st.randoms(use_true_random=False))
PROTOCOLS = st.sampled_from(["antai", "rcog_nice"])


@cache
def protocol(name: str) -> Protocol:
    return read_protocol(name, {one.key: one for one in register.recommendations()})


def read(text: str, on: date, name: str) -> Assessment:
    case, problems = read_case(text)
    assert case is not None, (text, problems)
    assert problems == (), (text, problems)
    return assess(case, on, protocol(name))


def states(found: Assessment) -> dict[tuple[str, str], str]:
    return {(one.step.id, one.suture): one.state for one in found.plan}


def hers(one: Planned) -> bool:
    """Whether a step is the woman's: a danger is, once it says by what nothing is done for the baby."""
    return one.step.for_woman or one.instead is not None or (one.urgent and bool(one.stopped_by))


def dangers_are_said(found: Assessment) -> None:
    """Whatever has become of the baby, no danger leaves Today."""
    urgent = {one.step.id for one in found.plan if one.urgent}
    assert {one.step.id for one in spoken("worklist", found.plan, found.case, found.on) if one.urgent} == urgent


def nothing_serves_the_baby(found: Assessment) -> None:
    """No step, advice, question, line, call or entry of a calendar that serves the baby."""
    for one in found.plan:
        assert hers(one) or one.state in DONE | {"not_for_her"}, (one.step.id, one.state)
    standing = standing_of(found)
    for verdict in found.verdicts:
        advice = verdict.recommendation.advice
        for treatment in advice.treatments if advice.kind in OFFERS else ():
            assert not treatment.for_baby or standing.still(verdict, treatment) is not None, verdict.recommendation.key
    for told in changes(found, "en"):
        assert not all(TREATMENTS[name].for_baby for name in told["treatments"]), told
    dangers_are_said(found)
    assert not allowed("consent", found.case, found.on)
    for channel in ("worklist", "call", "her_page", "calendar"):
        for one in spoken(channel, found.plan, found.case, found.on):  # type: ignore[arg-type]  # each is a channel
            assert hers(one) or one.state == "not_for_her", (channel, one.step.id)
    of_baby = {one.step.id for one in found.plan if not one.step.for_woman}
    assert not {one.step for one in visits(spoken("calendar", found.plan, found.case, found.on))} & of_baby


@given(COURSES, PROTOCOLS, st.integers(0, 60))
@examples(120)
def test_after_a_confirmed_death_nothing_serves_the_baby_and_what_is_hers_stays(
    course: Course, name: str, later: int
) -> None:
    text = course.text(babies_died="1")
    for on in (course.on, course.on + timedelta(days=later)):
        found = read(text, on, name)
        nothing_serves_the_baby(found)
        assert not allowed("how_far", found.case, on)
        said = {one.step.id for one in spoken("worklist", found.plan, found.case, on) if one.state == "open"}
        assert ("after-death" if course.fetuses == 1 else "after-death-number") in said
        if course.fetuses == 1 and course.suture not in ("none", "unknown"):
            assert isinstance(found.first, Danger)
            assert "suture-loss" in said
        if course.suture in ("mcdonald", "shirodkar"):
            before = states(read(course.text(), on, name))
            after = states(found)
            assert {key: state for key, state in after.items() if key[0] == "removal"} == {
                key: state for key, state in before.items() if key[0] == "removal"
            }


@given(COURSES, PROTOCOLS)
@examples(80)
def test_in_twins_one_death_ends_nothing(course: Course, name: str) -> None:
    twins = replace(course, fetuses=2)
    one_died, both_live = (read(twins.text(**told), course.on, name) for told in ({"babies_died": "1"}, {}))
    assert states(one_died) == states(both_live)
    assert all(allowed(channel, one_died.case, one_died.on) for channel in CHANNELS)
    still, before = standing_of(one_died), standing_of(both_live)
    assert [still.still(one) for one in one_died.verdicts] == [before.still(one) for one in both_live.verdicts]
    both_died = read(twins.text(babies_died="2"), course.on, name)
    nothing_serves_the_baby(both_died)


@given(COURSES, PROTOCOLS)
@examples(80)
def test_a_lethal_anomaly_ends_what_is_offered_for_the_baby_and_never_removal(course: Course, name: str) -> None:
    course = replace(course, facts={key: said for key, said in course.facts.items() if key != "alive"})
    found = read(course.text(anomaly_scan="lethal"), course.on, name)
    dangers_are_said(found)
    dangers_are_said(read(replace(course, facts=course.facts | {"alive": "no"}).text(), course.on, name))
    for one in found.plan:
        if not (one.step.for_woman or one.step.net):
            assert one.state in DONE | {"not_for_her"}, (one.step.id, one.state)
    standing = standing_of(found)
    for verdict in found.verdicts:
        advice = verdict.recommendation.advice
        for treatment in advice.treatments if advice.kind in OFFERS else ():
            assert not treatment.for_baby or standing.still(verdict, treatment) is not None
    if course.suture == "none":  # a suture that is not placed any more has not to come out either
        return
    before = read(course.text(anomaly_scan="normal"), course.on, name)
    owed = {key: state for key, state in states(before).items() if key[0] in FOR_SUTURE}
    assert {key: state for key, state in states(found).items() if key[0] in FOR_SUTURE} == owed
    said = {one.step.id for one in spoken("worklist", found.plan, found.case, found.on)}
    assert {key[0] for key, state in owed.items() if state != "not_for_her"} <= said


@given(COURSES, PROTOCOLS, st.integers(0, 200))
@examples(60)
def test_of_a_woman_known_dead_nothing_is_planned_offered_asked_or_said(course: Course, name: str, later: int) -> None:
    ended = course.on
    outcome = f"  outcome: {{outcome: loss, ended: {ended}, core: [{{on: {ended}, mother: {{died: yes}}}}]}}\n"
    case, _ = read_case(course.text().replace("woman: {pregnant: yes}\n", "") + outcome)
    assert case is not None
    found = assess(case, ended + timedelta(days=later), protocol(name))
    assert {one.state for one in found.plan} == {"not_for_her"}
    assert found.first == Calm(died=True)
    assert found.question is None
    assert list(changes(found, "en")) == []
    assert {one for one in CHANNELS if allowed(one, case, found.on)} == TO_COLLEAGUES
    for channel in set(CHANNELS) - TO_COLLEAGUES:
        assert spoken(channel, found.plan, case, found.on) == ()
    standing = standing_of(found)
    for verdict in found.verdicts:
        gone = standing.still(verdict)
        assert (gone is None) is (verdict.recommendation.advice.kind not in OFFERS)
