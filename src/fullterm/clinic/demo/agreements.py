"""The demonstration's agreements: one or two in every state, of women of the ward whose records bear them out.

Most of what they tell happened before today, when the record said something else; so the steps are written down as the
life leaves them, without the guards, which read today's record. The two newest are eligible today and may be signed.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from random import Random
from typing import Any

from fullterm.care.agreement.ledger import minor
from fullterm.care.agreement.state import Action, AgreementDone
from fullterm.care.agreement.state_machine import fold
from fullterm.care.agreement.terms import Terms, text_hash, text_of
from fullterm.care.assess.assessment import assess
from fullterm.care.case.model import Case
from fullterm.care.record.events import RecordEvent, after, read
from fullterm.care.record.events import fold as fold_record
from fullterm.care.signing.signature import INSUFFICIENCY
from fullterm.care.signing.snapshot import frozen
from fullterm.clinic.base import settings_in_force as hospital
from fullterm.clinic.base.effective_events import standing_of
from fullterm.clinic.base.effective_events import told as as_told
from fullterm.clinic.charts.signature import to_sign
from fullterm.clinic.models import Agreement, Event, Role, User, Woman
from fullterm.clinic.write.agreements import latest_due, life_of, terms_offered, write

SEED = 20260103
OTHER_DOCTOR = ("reviewer", "演示审核医生")
WEEK = timedelta(7)
Step = tuple[Action, date, str, dict[str, Any], str]


def make(on: date, users: dict[str, User], password: str) -> int:
    """Make them as of a day, once. Returns how many; none where the hospital offers no agreements."""
    terms = terms_offered()
    if terms is None or Agreement.objects.exists():
        return 0
    users = {**users, "reviewer": _reviewer(password)}
    draw = Random(SEED)
    made = 0
    for woman, signed_on, steps in _stories(on, terms):
        _diagnose(woman, signed_on, users["doctor"], draw)
        _write(woman, terms, steps, users, draw)
        made += 1
    for woman in _waiting():
        _diagnose(woman, on - timedelta(1), users["doctor"], draw)
        _tell(woman, RecordEvent("examined", on, {"dilatation": "0 cm"}), users["doctor"], draw)
    return made


def _reviewer(password: str) -> User:
    """A doctor who treats nobody: somebody has to review."""
    user, new = User.objects.get_or_create(
        username=OTHER_DOCTOR[0], defaults={"role": Role.DOCTOR, "first_name": OTHER_DOCTOR[1]}
    )
    if new:
        user.set_password(password)
        user.save(update_fields=["password"])
    return user


def _stories(on: date, terms: Terms) -> Iterator[tuple[Woman, date, list[Step]]]:
    """Whose agreement is in which state, with the steps that led there."""
    awaited = _women("cerclage placed", ended=False)
    born, lost = (
        _women("cerclage placed", ended=True, outcome="live_birth"),
        _women("cerclage placed", ended=True, outcome="loss"),
    )
    early = _waiting(most=9)[2:]
    for number, (woman, operated) in enumerate(awaited[:6]):
        yield woman, operated - WEEK, _treated(operated, on, parts=1 + number % 3)
    given_up: Step = ("ended", on, "agreement", _clause(terms, "woman-leaves-later", "woman"), "她书面放弃")
    for woman, operated in awaited[6:7]:
        yield woman, operated - WEEK, [*_treated(operated, on), given_up]
    for woman, operated in born[:3]:
        ended = _ended(woman)
        yield woman, operated - WEEK, [*_treated(operated, on, parts=2), ("fulfilled", ended, "agreement", {}, "")]
    for (woman, operated), last in zip(lost, ("reported", "refund_due", "refunded", "outside"), strict=False):
        yield woman, operated - WEEK, [*_treated(operated, on), *_reported(_ended(woman), on, last)]
    for woman, (begun, told) in zip(early, _untreated(on, terms), strict=False):
        yield woman, begun, told


def _untreated(on: date, terms: Terms) -> Iterator[tuple[date, list[Step]]]:
    """Every way an agreement stands or ends before the treatment: since when, and the steps."""
    yield on, [_offered(on)]
    yield on - WEEK, [_offered(on - WEEK), ("withdrawn", on, "agreement", {}, "她决定不签")]
    before = on - timedelta(3)
    wrong: Step = ("corrected", on, "agreement", {"payment": 3}, "金额录错")
    in_parts = [_paid(before, "18000", "cash"), wrong, _paid(on, "8000", "cash")]
    yield before, [_offered(before), _signed(before), *in_parts]
    yield before, [_offered(before), _signed(before), _paid(on, "20000", "bank")]
    end: Step = ("ended", on, "agreement", _clause(terms, "woman-leaves", "woman"), "她决定到外院治疗")
    yield on - WEEK, [_offered(on - WEEK), _signed(on - WEEK), end]
    long_ago = on - timedelta(400)
    lapsed: Step = ("ended", on - WEEK, "agreement", _clause(terms, "lapsed", "time"), "满期未治疗")
    yield long_ago, [_offered(long_ago), _signed(long_ago), lapsed]


def _offered(on: date) -> Step:
    return ("offered", on, "agreement", {}, "")


def _signed(on: date) -> Step:
    return ("signed", on, "agreement", {"language": "zh"}, "")


def _paid(on: date, amount: str, account: str) -> Step:
    return ("paid", on, "agreement", {"amount": amount, "account": account, "reference": f"R{on:%y%m%d}"}, "")


def _treated(operated: date, on: date, parts: int = 1) -> list[Step]:
    """Offered, signed and paid in the week before the operation, and treated."""
    signed = operated - timedelta(6)
    amounts = {1: ("20000",), 2: ("12000", "8000"), 3: ("10000", "6000", "4000")}[parts]
    payments = [_paid(min(signed + timedelta(place), on), one, "bank") for place, one in enumerate(amounts)]
    return [_offered(operated - WEEK), _signed(signed), *payments, ("treated", operated, "doctor", {}, "")]


def _reported(ended: date, on: date, last: str) -> list[Step]:
    """A recurrence from the report to where it stands."""
    steps: list[Step] = [("reported", min(ended + timedelta(2), on), "doctor", {"said": "家属来院告知"}, "")]
    if last == "reported":
        return steps
    reviewed = min(ended + timedelta(6), on)
    outside = {"decision": "outside", "clause": "other-cause", "evidence": "病理报告：胎盘早剥"}
    found = outside if last == "outside" else {"decision": "recurrence", "evidence": "住院病历与分娩记录"}
    steps.append(("reviewed", reviewed, "reviewer", found, ""))
    if last == "refunded":
        steps.append(
            ("refunded", min(reviewed + timedelta(3), on), "agreement", {"account": "bank", "reference": "TF-0031"}, "")
        )
    return steps


def _clause(terms: Terms, name: str, side: str) -> dict[str, Any]:
    clause = terms.clause(name)
    return {"clause": name, "side": side, "returns": clause.returns, "by": clause.by, "stage": clause.stage}


def _women(action: str, *, ended: bool, outcome: str = "") -> list[tuple[Woman, date]]:
    """Women with one vaginal suture placed for their history, and the day; ended as told, or still pregnant."""
    found = []
    placed = Event.objects.filter(action=action).select_related("woman").order_by("woman__number")
    for event in placed:
        if event.data.get("route") == "vaginal" and list(standing_of(event.woman, action)) == [event]:
            end = standing_of(event.woman, "pregnancy ended").first()
            if (end is not None) is ended and (end is None or end.data.get("outcome") == outcome):
                found.append((event.woman, event.on))
    return found


def _ended(woman: Woman) -> date:
    return standing_of(woman, "pregnancy ended")[0].on


def _waiting(most: int = 2) -> list[Woman]:
    """Women whose planned suture is still to come, Ms. Wang first: who may sign today."""
    women = Woman.objects.filter(rows__step="cerclage", rows__state="open", rows__tab__in=("due", "now", "closing"))
    return list(women.exclude(history__action="cerclage placed").distinct().order_by("number")[:most])


def _diagnose(woman: Woman, on: date, by: User, draw: Random) -> None:
    """The doctor confirmed her diagnosis on a day: signed with what her record said by then."""
    document = fold_record(as_told(one) for one in woman.history.filter(on__lte=on).order_by("number"))
    case = read(document)[0] or Case(on)
    shown = frozen(assess(case, on, hospital.protocol()), document)
    data = to_sign(woman, shown, {INSUFFICIENCY: "confirmed"}, (), by, None, "zh")
    _tell(woman, RecordEvent("signed", on, data), by, draw)


def _tell(woman: Woman, told: RecordEvent, by: User, draw: Random) -> None:
    woman.refresh_from_db()
    Event.objects.create(
        woman=woman, number=woman.events + 1, action=told.action, on=told.on, data=dict(told.data), actor=by,
        key=_key(draw),
    )  # fmt: skip
    numbered = replace(told, number=woman.events + 1)
    woman.document, woman.events = after(woman.document, numbered), woman.events + 1
    woman.save(update_fields=["document", "events"])


def _write(woman: Woman, terms: Terms, steps: Iterable[Step], users: dict[str, User], draw: Random) -> None:
    agreement = Agreement.objects.create(
        id=_key(draw), woman=woman, number=1, terms=terms.key, currency=terms.currency,
        fee=minor(terms.fee, terms.currency),
    )  # fmt: skip
    for action, on, who, told, reason in steps:
        data = dict(told)
        if action == "offered":
            data = {"terms": terms.key, "held": []}
        elif action == "signed":
            data |= {
                "terms": terms.key, "text": text_of(terms, "zh"), "hash": text_hash(terms, "zh"), "woman": woman.name,
                "hospital": users[who].first_name, "understood": "yes", "due": latest_due(woman),
            }  # fmt: skip
        life = life_of(agreement) if action != "offered" else fold(terms.fee, terms.currency, ())
        if action == "refunded":
            data["amount"] = str(life.held)
        write(agreement, life, AgreementDone(action, on, users[who].username, data, reason), users[who], _key(draw))


def _key(draw: Random) -> uuid.UUID:
    return uuid.UUID(int=draw.getrandbits(128), version=4)
