"""Eligibility as a rule with reasons, and the life of an agreement as a machine: pure."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from fullterm.care.agreement.eligibility import Eligibility, eligibility
from fullterm.care.agreement.state import FINAL, STATES, AgreementDone, Around, Ending, Life, OperationShown, add_months
from fullterm.care.agreement.state_machine import LIFE, fold, possible, refusal
from fullterm.care.agreement.terms_file import read_terms
from fullterm.care.assess.assessment import assess
from fullterm.care.case.read import read_case
from fullterm.care.protocol.model import read_protocol
from fullterm.care.record.places import RecordEvent
from fullterm.guidelines import register
from fullterm.logic.quantity import exactly

EXAMPLES = Path(__file__).parent.parent.parent / "examples"
PROTOCOL = read_protocol("antai", {one.key: one for one in register.recommendations()})
TERMS = read_terms("antai-cn-1")


def signature(finding: str, *decisions: dict[str, str]) -> RecordEvent:
    data = {"version": 1, "diagnosis": {"cervical_insufficiency": finding}, "decisions": list(decisions)}
    return RecordEvent("signed", date(2026, 1, 5), data)


CONFIRMED, REJECTED = signature("confirmed"), signature("rejected")
DECLINED = signature("confirmed", {"of": "cerclage", "choice": "declined"})
DAY = date(2026, 4, 6)


def found(example: str, on: date, *events: RecordEvent, under: bool = False, more: str = "") -> Eligibility:
    text = (EXAMPLES / f"{example}.yaml").read_text(encoding="utf-8")
    case, _ = read_case(text.replace("pregnancy:\n", f"pregnancy:\n{more}", 1))
    assert case is not None
    assessed = assess(case, on, PROTOCOL)
    return eligibility(PROTOCOL, case, assessed.known, assessed.plan, events, under=under)


def wang(*events: RecordEvent, more: str = "  dilatation: 0 cm\n", **how: Any) -> Eligibility:
    return found("ms-wang-2-twelve-weeks", DAY, *events, more=more, **how)


def standing(one: Eligibility, name: str) -> bool | None:
    return next(condition.value for condition in one.conditions if condition.id == name)


def test_ms_wang_at_twelve_weeks_may_sign_once_diagnosed_and_examined() -> None:
    assert wang(CONFIRMED).verdict == "eligible"


def test_unknown_is_never_eligible_and_says_what_would_settle_it() -> None:
    unexamined = wang(CONFIRMED, more="")
    assert unexamined.verdict == "cannot_tell"
    [open_one] = unexamined.standing(None)
    assert (open_one.id, open_one.missing) == ("closed", {"dilatation"})
    undiagnosed = wang()
    [open_one] = undiagnosed.standing(None)
    assert open_one.id == "diagnosed"
    assert open_one.needs is not None


@pytest.mark.parametrize(
    ("name", "events", "how"),
    [
        ("diagnosed", (REJECTED,), {}),
        ("not-under-one", (CONFIRMED,), {"under": True}),
        ("closed", (CONFIRMED,), {"more": "  dilatation: 1 cm\n"}),
        ("closed", (CONFIRMED,), {"more": "  membranes: bulging\n"}),
    ],
    ids=["diagnosis rejected", "under one already", "cervix open", "membranes outside it"],
)
def test_one_condition_that_fails_refuses(name: str, events: tuple[RecordEvent, ...], how: dict[str, Any]) -> None:
    refused = wang(*events, **how)
    assert refused.verdict == "refused"
    assert standing(refused, name) is False


def test_a_suture_she_declined_over_the_doctors_signature_is_not_to_come() -> None:
    """A short cervix may still call for one, so it cannot be told; it is not eligible either way."""
    declined = wang(DECLINED)
    assert declined.verdict == "cannot_tell"
    assert standing(declined, "planned") is None


def test_the_rescue_woman_is_refused_because_the_cervix_has_opened() -> None:
    rescue = found("rescue-21w3d", date(2026, 5, 12), CONFIRMED)
    assert rescue.verdict == "refused"
    assert standing(rescue, "closed") is False


def test_once_operated_it_is_too_late() -> None:
    late = found("ms-wang-3-thirty-six-weeks", date(2026, 9, 23), CONFIRMED)
    assert late.verdict == "refused"
    assert standing(late, "not-operated") is False


def test_twins_are_outside_the_hospitals_own_criteria() -> None:
    assert standing(found("twins-20mm", date(2026, 5, 12), CONFIRMED), "not_multiple") is not True


# ---- the life


def test_every_state_has_a_way_to_an_end() -> None:
    """Read from the table: from each state some action starts, or it is final; and each is somewhere arrived at."""
    for state in STATES:
        starts = [action for action, move in LIFE.items() if state in move.of]
        assert bool(starts) is (state not in FINAL), state


def done(action: str, on: date = DAY, who: str = "office", reason: str = "because", **data: Any) -> AgreementDone:
    return AgreementDone(action, on, who, data, reason)  # type: ignore[arg-type]  # an action


SIGNED = (done("offered"), done("signed", due="2026-10-21"))
PAID = (*SIGNED, done("paid", amount="20000", account="bank"))
TREATED = (*PAID, done("treated", DAY + timedelta(8)))
REPORTED = (*TREATED, done("reported", DAY + timedelta(70), "treating"))


def life(*steps: AgreementDone) -> Life:
    return fold(TERMS.fee, TERMS.currency, steps)


def ended(weeks: int, outcome: str, on: date = DAY + timedelta(63)) -> Ending:
    return Ending(on, {"outcome": outcome, "gestation": exactly(weeks * 7)})


def around(today: date = DAY + timedelta(200), ending: Ending | None = None) -> Around:
    placed = OperationShown(DAY + timedelta(8), "history", "surgeon")
    return Around(today, TERMS, None, (placed,), ending, frozenset({"treating", "surgeon"}))


def why(now: Life, step: AgreementDone, where: Around) -> str:
    sentence = refusal(now, step, where)
    assert sentence is None or sentence.zh
    return "" if sentence is None else sentence.en


def review(decision: str, by: str = "other", **more: str) -> AgreementDone:
    return done("reviewed", DAY + timedelta(80), by, decision=decision, evidence="seen", **more)


@pytest.mark.parametrize(
    ("ending", "step", "says"),
    [
        (ended(21, "loss"), review("recurrence"), ""),
        (ended(21, "loss"), review("recurrence", "treating"), "signed her diagnosis or operated"),
        (ended(21, "loss"), review("recurrence", "office"), "signed for the hospital"),
        (ended(11, "loss"), review("recurrence"), "outside the weeks"),
        (ended(28, "stillbirth"), review("recurrence"), "outside the weeks"),
        (ended(11, "loss"), review("outside", clause="outside-weeks"), ""),
        (ended(21, "loss"), review("outside", clause="outside-weeks"), "does not fit"),
        (ended(21, "loss"), review("outside", clause="other-cause"), ""),
        (ended(21, "loss"), review("outside"), "name the clause"),
        (ended(25, "live_birth"), review("recurrence"), "only if the child has died"),
        (ended(25, "live_birth"), review("recurrence", survived="no"), ""),
        (Ending(DAY, {"outcome": "loss"}), review("recurrence"), "needs the gestation at the end"),
        (
            ended(21, "loss"),
            done("reviewed", DAY + timedelta(80), "other", decision="recurrence"),
            "write the evidence",
        ),
    ],
)
def test_a_review_keeps_to_the_terms(ending: Ending, step: AgreementDone, says: str) -> None:
    found_ = why(life(*REPORTED), step, around(ending=ending))
    assert says in found_
    assert bool(says) is bool(found_)


@pytest.mark.parametrize(
    ("ending", "survived", "says"),
    [
        (ended(38, "live_birth"), "", ""),
        (ended(28, "live_birth"), "", ""),
        (ended(27, "live_birth"), "", "it counts once the child is alive"),
        (ended(27, "live_birth"), "yes", ""),
        (ended(21, "loss"), "", "no live birth"),
        (None, "", "does not show how this pregnancy ended"),
    ],
)
def test_it_is_fulfilled_by_a_birth_the_terms_count(ending: Ending | None, survived: str, says: str) -> None:
    step = done("fulfilled", DAY + timedelta(200), survived=survived)
    assert says in why(life(*TREATED), step, around(ending=ending))


@pytest.mark.parametrize(
    ("steps", "clause", "side", "on", "says"),
    [
        (PAID, "woman-leaves", "woman", 3, "planned suture, placed on"),
        (TREATED, "woman-leaves-later", "woman", 20, ""),
        (TREATED, "woman-leaves", "woman", 20, "before the treatment"),
        (TREATED, "woman-leaves-later", "hospital", 20, "only the woman"),
        (TREATED, "not-reported", "time", 20, "its time has not come"),
        (PAID, "lapsed", "time", 20, "its time has not come"),
        (PAID, "no-such", "woman", 20, "name the clause"),
    ],
)
def test_it_ends_only_as_the_terms_say(
    steps: tuple[AgreementDone, ...], clause: str, side: str, on: int, says: str
) -> None:
    step = done("ended", DAY + timedelta(on), clause=clause, side=side)
    assert says in why(life(*steps), step, around())


def test_before_the_treatment_everything_comes_back_whoever_ends_it() -> None:
    step = done("ended", clause="hospital-leaves", side="hospital", returns="everything", by="hospital")
    back = life(*PAID, step)
    assert (back.state, back.held) == ("refund_due", TERMS.fee)
    assert life(*SIGNED, step).state == "voided"


def test_a_closed_agreement_takes_nothing_more_and_says_so() -> None:
    closed = life(
        *PAID, done("ended", clause="woman-leaves", returns="everything", by="woman"), done("refunded", account="bank")
    )
    assert possible(closed) == ()
    assert "a refund is made once" in why(closed, done("refunded", account="bank"), around())


def test_contract_months_end_on_the_last_day_a_month_has() -> None:
    assert add_months(date(2026, 8, 31), 6) == date(2027, 2, 28)
    assert add_months(date(2026, 12, 5), 12) == date(2027, 12, 5)
