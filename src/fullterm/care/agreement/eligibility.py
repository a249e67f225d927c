"""Who may sign a treatment agreement: a rule like any other, with its reasons, and unknown is never yes.

The hospital's document (A): "after receiving a confirmed diagnosis and undergoing treatment"; for a woman whose cervix
has opened "a treatment agreement cannot be signed". What the hospital asks beyond that stands in its protocol. Nothing
here is read by whatever decides about treatment (law 6).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

from fullterm.care.case.facts_on import Known, current_pregnancy
from fullterm.care.case.model import Case
from fullterm.care.plan.planned import Planned
from fullterm.care.protocol.model import Criteria, Protocol
from fullterm.care.record.places import RecordEvent
from fullterm.care.signing.signature import diagnosed, last_signed
from fullterm.logic.evaluate import AND, OR, Reading, Truth, evaluate
from fullterm.logic.facts import Facts
from fullterm.logic.language import any_of, not_
from fullterm.logic.nodes import Bool, Not
from fullterm.vocabulary import findings, woman
from fullterm.vocabulary.fact import VOCABULARY, Language, Text
from fullterm.vocabulary.why import reasons

Verdict: TypeAlias = Literal["eligible", "refused", "cannot_tell"]
BY_SUTURE = ("cerclage", "abdominal cerclage")
TO_COME = ("open", "closing", "not_yet_due")

DIAGNOSED = Text("A doctor has confirmed cervical insufficiency and signed it", "医生已确诊宫颈机能不全并签字")
NEEDS_A_SIGNATURE = Text("a doctor's signature that confirms or rejects the diagnosis", "医生签字确认或排除诊断")
PREGNANT = Text("She is pregnant: an agreement is for one pregnancy", "目前已妊娠：协议只针对一次妊娠")
PLANNED = Text(
    "A planned suture is still to come in her plan (for her history or a short cervix, never in rescue)",
    "方案中有尚未进行的计划性环扎（病史或超声指征，非紧急环扎）",
)
NOT_OPERATED = Text("She has not been operated on in this pregnancy", "本次妊娠尚未手术")
CLOSED = Text(
    "The cervix has not opened: after that there is rescue care, and no agreement",
    "宫口未扩张：宫口一旦扩张，只提供紧急救治，不签协议",
)
NOT_UNDER_ONE = Text("She is not under an agreement already", "目前没有未终结的协议")
OPENED = any_of(findings.dilated, findings.exposed_membranes)


@dataclass(frozen=True, slots=True)
class SigningCondition:
    """One condition as it stands for her: yes, no, or unknown with what would settle it.

    `readings` open it down to the facts; `missing` names those that would settle it, `needs` what no fact can say.
    """

    id: str
    says: Text
    value: Truth
    readings: tuple[Reading, ...] = ()
    missing: frozenset[str] = frozenset()
    needs: Text | None = None

    def because(self, facts: Facts, language: Language) -> tuple[str, ...]:
        """The facts it rests on, in sentences; none while it is unknown."""
        if self.value is None:
            return ()
        settled = (one for one in self.readings if one.value is not None)
        return tuple(dict.fromkeys(reason.text for one in settled for reason in reasons(one, facts, language)))


@dataclass(frozen=True, slots=True)
class Eligibility:
    """Every condition, and what they come to: one no refuses; else one unknown leaves it open."""

    on: date
    conditions: tuple[SigningCondition, ...]

    @property
    def verdict(self) -> Verdict:
        """Eligible only when every condition is yes."""
        value: Truth = True
        for one in self.conditions:
            value = AND[value, one.value]
        return "eligible" if value is True else "refused" if value is False else "cannot_tell"

    def standing(self, value: Truth) -> tuple[SigningCondition, ...]:
        """The conditions with this answer."""
        return tuple(one for one in self.conditions if one.value is value)


def eligibility(
    protocol: Protocol,
    case: Case,
    known: Known,
    planned: Iterable[Planned],
    events: Iterable[RecordEvent],
    *,
    under: bool,
) -> Eligibility:
    """Read every condition for one woman on the day of `known`. `under`: an agreement of hers is still open."""
    events, planned = tuple(events), tuple(planned)
    own = protocol.agreement
    return Eligibility(
        known.on,
        (
            _diagnosed(events),
            _read("pregnant", PREGNANT, woman.pregnant, known.facts),
            _planned(planned, events),
            _not_operated(case, known),
            _closed(planned, known.facts),
            SigningCondition("not-under-one", NOT_UNDER_ONE, not under),
            *(() if own is None else _own(own, known.facts)),
        ),
    )


def _read(name: str, says: Text, rule: Bool, facts: Facts) -> SigningCondition:
    reading = evaluate(rule, facts)
    return SigningCondition(name, says, _truth(reading), (reading,), reading.missing)


def _diagnosed(events: tuple[RecordEvent, ...]) -> SigningCondition:
    found = diagnosed(events)
    value: Truth = None if found is None else found == "confirmed"
    return SigningCondition("diagnosed", DIAGNOSED, value, needs=NEEDS_A_SIGNATURE if found is None else None)


def _planned(planned: tuple[Planned, ...], events: tuple[RecordEvent, ...]) -> SigningCondition:
    """Whether a suture of the plan, not the urgent one, is still to come; what a doctor signed as declined is not."""
    signed = last_signed(events)
    declined = {one.of for one in signed.decisions if one.choice == "declined"} if signed is not None else set()
    steps = [one for one in planned if one.step.done_by in BY_SUTURE and not one.step.urgent]
    value: Truth = False
    missing: set[str] = set()
    for one in steps:
        to_come: Truth = one.state in TO_COME if one.state != "cannot_tell" else None
        value = OR[value, False if one.step.id in declined else to_come]
        missing |= one.missing if one.step.id not in declined else set()
    deciding = [one for one in steps if value is False or one.state in TO_COME]
    readings = tuple(reading for one in deciding for reading in one.trigger)
    return SigningCondition("planned", PLANNED, value, readings, frozenset(missing if value is None else ()))


def _not_operated(case: Case, known: Known) -> SigningCondition:
    """No suture in the cervix now, and none placed in this pregnancy, be it out again or not."""
    reading = evaluate(not_(findings.has_suture), known.facts)
    pregnancy = current_pregnancy(case, known.on)
    placed = [one for one in (pregnancy.cerclages if pregnancy else ()) if one.on.low <= known.on.toordinal()]
    value: Truth = False if placed else _truth(reading)
    return SigningCondition(
        "not-operated", NOT_OPERATED, value, (reading,), reading.missing if value is None else frozenset()
    )


def _closed(planned: tuple[Planned, ...], facts: Facts) -> SigningCondition:
    """Refused by an open cervix, membranes seen outside it, or an open step of rescue; yes only when surely closed."""
    opened = evaluate(OPENED, facts)
    rescue = any(
        one.step.urgent and one.step.done_by in BY_SUTURE and one.state in ("open", "closing") for one in planned
    )
    if opened.value is True or rescue:
        return SigningCondition("closed", CLOSED, False, (opened,))
    return _read("closed", CLOSED, not_(findings.dilated), facts)


def _own(own: Criteria, facts: Facts) -> tuple[SigningCondition, ...]:
    """The hospital's own criteria, each a fact that must be yes, or must be no."""
    yes = (_read(name, _label(name), rule, facts) for name, rule in own.yes)
    no = (_read(f"not-{name}", _never(name), Not(rule), facts) for name, rule in own.no)
    return (*yes, *no)


def _label(name: str) -> Text:
    found = VOCABULARY.derived[name].label if name in VOCABULARY.derived else VOCABULARY.facts[name].label
    return Text(found.en[:1].upper() + found.en[1:], found.zh)


def _never(name: str) -> Text:
    label = VOCABULARY.derived[name].label if name in VOCABULARY.derived else VOCABULARY.facts[name].label
    return Text(f"Not: {label.en}", f"无此情况：{label.zh}")


def _truth(reading: Reading) -> Truth:
    assert reading.value is None or isinstance(reading.value, bool)
    return reading.value
