"""A woman who walks in dilated: what forbids a rescue suture, where each body stands, what to do this hour.

Everything here is read off the recommendations in force and the hospital's protocol: no limit, no contraindication and
no task is written in this module. Pure: the same facts give the same page.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

from fullterm.care.case.death import no_offer
from fullterm.care.plan.planned import Planned
from fullterm.care.protocol.model import Step
from fullterm.care.verdicts.compare_guidelines import Position, position
from fullterm.care.verdicts.limits import Limit, limits
from fullterm.guidelines.model import ADVISING, Decision, Recommendation
from fullterm.guidelines.verdict import Verdict, body, judge
from fullterm.logic.evaluate import Truth, truth
from fullterm.logic.facts import Facts
from fullterm.logic.nodes import And, Bool, Named, Not, OneOf, Or, YesNo, leaves
from fullterm.logic.quantity import exactly
from fullterm.vocabulary import treatments

RESCUE = treatments.rescue_cerclage
IF_DECIDED = {"cerclage_planned_for": "examination", "cerclage_planned": "vaginal"}
"""What is supposed, and said to be, when asking what holds once a rescue suture is decided."""
SIGNS = frozenset({
    "dilatation", "membranes", "ruptured_membranes", "contractions", "labour", "bleeding", "infection",
    "infection_suspected", "preterm_symptoms", "leaking", "waters_test", "length_now", "fibronectin_now",
    "planned_preterm_birth", "steroid_courses", *IF_DECIDED,
})  # fmt: skip
"""A recommendation that reads one of these speaks to the hour; one that reads none belongs to another page."""
TASKS: tuple[Decision, ...] = ("emergencies", "investigations", "operation", "not_to_do", "birth")
HOW_MANY = frozenset({"fetuses"})
RESTING = treatments.bed_rest
"""Asked in every emergency, whatever the rule reads."""
SAME = {("membranes", "ruptured"): "ruptured_membranes"}
"""One finding under two names: membranes seen ruptured are waters broken."""

Task: TypeAlias = Literal["do", "do_not", "know"]
_TASK: dict[str, Task] = {
    "offer": "do", "consider": "do", "do_not_offer": "do_not", "not_routinely": "do_not", "inform": "know",
    "uncertain": "know",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Contraindication:
    """One finding that forbids a rescue suture: whether she has it, and who names it. `when_no`: it is its absence."""

    fact: str
    when_no: bool
    options: tuple[str, ...]
    holds: Truth
    named: tuple[Recommendation, ...]


@dataclass(frozen=True, slots=True)
class Stand:
    """What one recommendation says of a rescue suture for her. `position` is None where it takes none today."""

    verdict: Verdict
    position: Position | None
    limits: tuple[Limit, ...]


@dataclass(frozen=True, slots=True)
class EmergencyAdvice:
    """One thing to do, not to do, or to know this hour.

    `decided`: only once a rescue suture is decided. `unless`: it holds but for contraindications nobody has answered.
    """

    verdict: Verdict
    task: Task
    decided: bool
    unless: frozenset[str] = frozenset()


def contraindications(
    recommendations: Iterable[Recommendation], facts: Facts, on: date
) -> tuple[Contraindication, ...]:
    """What forbids a rescue suture by any body that may advise, the findings she has first, then those not answered."""
    named: dict[tuple[str, bool], dict[str, Recommendation]] = {}
    nodes: dict[tuple[str, bool], list[Bool]] = {}
    for one in _of_rescue(recommendations, on):
        against = one.advice.kind == "do_not_offer"
        for node, when_no in _any_of(one.when) if against else _excluded(body(one)):
            key = (_name(node), when_no)
            named.setdefault(key, {})[one.key] = one
            if node not in nodes.setdefault(key, []):
                nodes[key].append(node)
    found = [
        Contraindication(
            fact, when_no,
            next((node.options for node in nodes[fact, when_no] if isinstance(node, OneOf) and node.name == fact), ()),
            _holds([Not(node) if when_no else node for node in nodes[fact, when_no]], facts),
            tuple(bodies.values()),
        )
        for (fact, when_no), bodies in named.items()
    ]  # fmt: skip
    return tuple(sorted(found, key=lambda one: (True, None, False).index(one.holds)))


def _of_rescue(recommendations: Iterable[Recommendation], on: date) -> Iterator[Recommendation]:
    for one in recommendations:
        if RESCUE in one.advice.treatments and one.standing(on) == "in_force" and one.advice.kind in (
            "offer", "consider", "do_not_offer",
        ):  # fmt: skip
            yield one


def _excluded(node: Bool) -> Iterator[tuple[YesNo | OneOf, bool]]:
    """The findings that make a condition fail: what stands under a "not" in its conjunction."""
    match node:
        case And():
            for part in node.parts:
                yield from _excluded(part)
        case Named():
            yield from _excluded(node.of)
        case Not():
            yield from _any_of(node.part)
        case _:
            return


def _any_of(node: Bool) -> Iterator[tuple[YesNo | OneOf, bool]]:
    """The single findings of a list, any of which is enough; who is spoken of (pregnant, this far along) is none."""
    match node:
        case Or() | And():
            for part in node.parts:
                yield from _any_of(part)
        case Named():
            yield from _any_of(node.of)
        case Not(part=YesNo() as part):
            yield part, True
        case YesNo() | OneOf() if node.name != "pregnant" and node.rows is None and node.name != "fetuses":
            yield node, False
        case _:
            return


def _name(node: YesNo | OneOf) -> str:
    return SAME.get((node.name, node.options[0]), node.name) if isinstance(node, OneOf) else node.name


def _holds(nodes: list[Bool], facts: Facts) -> Truth:
    """Yes when one of the names of a finding is yes; unknown while one of them is."""
    found = [truth(node, facts) for node in nodes]
    return True if True in found else None if None in found else False


def stands(verdicts: Iterable[Verdict], facts: Facts, on: date) -> tuple[Stand, ...]:
    """What every recommendation on a rescue suture says of her today, those not yet checked among them."""
    found = []
    for one in verdicts:
        advice, standing = one.recommendation, one.recommendation.standing(on)
        shown = advice.decision in ("cerclage", "emergencies") and standing in ("in_force", "not_yet_checked")
        if RESCUE in advice.advice.treatments and shown:
            found.append(Stand(one, position(one, on), limits(one.recommendation.when, facts)))
    return tuple(found)


def if_decided(facts: Facts) -> Facts:
    """The same woman, supposing that a rescue suture is decided. Only ever shown as a supposition."""
    return Facts({**facts.values, **IF_DECIDED}, facts.lists)


def this_hour(recommendations: Iterable[Recommendation], facts: Facts, on: date) -> tuple[EmergencyAdvice, ...]:
    """What to do, not to do and to know: what holds now, then what holds once a rescue suture is decided.

    Of a baby for whom nothing is offered any more nothing is said.
    """
    supposed, found, ended = if_decided(facts), [], no_offer(facts) is not None
    for one in recommendations:
        task = _TASK.get(one.advice.kind)
        suture_itself = RESCUE in one.advice.treatments and one.advice.kind != "inform"
        if task is None or one.decision not in TASKS or suture_itself or not _speaks(one, on):
            continue
        if ended and _for_baby(one):
            continue
        now, then = judge(one, facts), judge(one, supposed)
        waits = frozenset[str]() if now.kind == "applies" else _open(now, facts)
        if waits is not None:
            found.append(EmergencyAdvice(now, task, decided=False, unless=waits))
        elif then.kind == "applies":
            found.append(EmergencyAdvice(then, task, decided=True))
    order: tuple[Task, ...] = ("do", "do_not", "know")
    return tuple(sorted(found, key=lambda one: (one.decided, order.index(one.task))))


def _for_baby(one: Recommendation) -> bool:
    return bool(one.advice.treatments) and all(each.for_baby for each in one.advice.treatments)


def _open(now: Verdict, facts: Facts) -> frozenset[str] | None:
    """What advice that cannot be told yet waits for, where that is only contraindications, or how many she carries.

    While nobody has said that there are several she is taken to carry one, and it is said. None: it waits for more.
    """
    if now.kind != "cannot_tell":
        return None
    if now.women.value is None and now.women.missing <= HOW_MANY:
        one_baby = judge(now.recommendation, Facts({**facts.values, "fetuses": exactly(1)}, facts.lists))
        found = frozenset[str]() if one_baby.kind == "applies" else _open(one_baby, one_baby.facts)
        return None if found is None else found | HOW_MANY
    open_ = now.women.value is True and truth(now.recommendation.when, facts) is True
    return now.missing if open_ else None


def to_tell(recommendations: Iterable[Recommendation], facts: Facts, on: date) -> tuple[Verdict, ...]:
    """What the documents want her told of a rescue suture, supposing one is considered."""
    supposed = if_decided(facts)
    asked = (one for one in recommendations if _speaks(one, on) and _TASK.get(one.advice.kind) in ("do", "know"))
    told = (one for one in asked if one.decision == "counselling" or treatments.information in one.advice.treatments)
    return tuple(found for one in told if (found := judge(one, supposed)).kind == "applies")


def _speaks(one: Recommendation, on: date) -> bool:
    """Whether it may advise, and reads a sign of the hour (or says whether she is put to bed)."""
    reads = {leaf.name for part in (one.women, one.when) for leaf in leaves(part) if leaf.rows is None}
    of_the_hour = bool(reads & SIGNS) or (RESTING in one.advice.treatments and one.decision == "not_to_do")
    return one.read in ADVISING and one.standing(on) == "in_force" and of_the_hour


def rescue_step(plan: Iterable[Planned]) -> Planned | None:
    """The hospital's own step for a woman who has dilated; None when its protocol has none."""
    return next((one for one in plan if rescues(one.step)), None)


def rescues(step: Step) -> bool:
    """Whether a step is a rescue suture, decided on the emergency page."""
    return step.urgent and step.done_by == "cerclage"
