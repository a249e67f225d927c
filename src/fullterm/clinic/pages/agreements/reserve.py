"""What the clinic hands to the reserve: its open agreements and its own outcomes, and the reserve of each currency.

Only amounts, treatments and weeks cross here; no woman does. What is not clear in a record is taken as what needs more.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from itertools import groupby
from typing import Any

from django.db.models import Prefetch, QuerySet

from fullterm.care.agreement.reserve import Promise, Reserve, State, reserve
from fullterm.care.agreement.reserve_rates import Experience, rates
from fullterm.care.agreement.state import Life
from fullterm.care.agreement.state_machine import fold
from fullterm.care.agreement.terms import TIERS, Tier
from fullterm.care.agreement.terms_file import read_terms
from fullterm.care.case.model import Case, EarlierPregnancy, values_of
from fullterm.care.record.events import RecordEvent, read, standing
from fullterm.clinic.base.effective_events import told
from fullterm.clinic.models import Agreement, AgreementEvent, Event
from fullterm.clinic.write.agreements import done_of
from fullterm.logic.quantity import Span

SEEN = ("scanned", "examined", "cerclage placed")
"""Entries at which the pregnancy was seen to go on."""
ABDOMINAL = ("open_abdominal", "laparoscopic")
FAILED_BEFORE = 28 * 7
"""Days: after a suture, a birth before 28+0 counts as its failure, as a loss does. Our own reading of "failed"."""
DECIDED = timedelta(days=28)
"""After the due date: by then births are recorded as well as losses, and neither is counted sooner than the other."""
STATES: dict[str, State] = {
    "signed": "untreated", "paid": "untreated", "treated": "treated", "reported": "owed", "refund_due": "owed",
}  # fmt: skip
"""Of an agreement's open states, what each means for the reserve. In every other state nothing is held."""


def promises() -> tuple[Promise, ...]:
    """One for each agreement under which money is held."""
    found = ((one, _life(one)) for one in _agreements())
    return tuple(_promise(one, life) for one, life in found if life.state in STATES and life.held)


def experience(on: date) -> tuple[Experience, ...]:
    """The outcomes of treated agreements, by treatment, of women whose due date is well past on a day."""
    counted: dict[Tier, list[bool]] = {tier: [] for tier in TIERS}
    for one in _agreements():
        life = _life(one)
        over = life.due is not None and life.due + DECIDED <= on
        recurred = life.state in ("refund_due", "refunded") and life.because == "ended"
        if life.treated_on is not None and over and (recurred or life.state in ("fulfilled", "outside")):
            counted[_tier(one, life)].append(recurred)
    return tuple(Experience(tier, len(found), sum(found)) for tier, found in counted.items())


def reserves(
    held: Iterable[Promise], own: Iterable[Experience], on: date, *, trust: float = 1, months: bool = True
) -> tuple[Reserve, ...]:
    """What these promises need on a day: one for each currency. `trust` scales the weight of every paper."""
    believed = rates(own, trust=trust)
    ordered = sorted(held, key=lambda one: one.currency)
    by_currency = (tuple(some) for _, some in groupby(ordered, key=lambda one: one.currency))
    return tuple(reserve(some, believed, on, months=months) for some in by_currency)


def reserve_in(currency: str, on: date) -> Reserve | None:
    """The reserve of one currency; None where nothing is promised in it."""
    held = [one for one in promises() if one.currency == currency]
    return reserves(held, experience(on), on)[0] if held else None


def _agreements() -> QuerySet[Agreement]:
    history = AgreementEvent.objects.select_related("actor").order_by("number")
    seen = Event.objects.filter(action__in=(*SEEN, "withdrawn")).order_by("number")
    return Agreement.objects.order_by("pk").prefetch_related(
        Prefetch("history", history), Prefetch("woman__history", seen, to_attr="seen")
    )


def _life(one: Agreement) -> Life:
    return fold(one.price, one.currency, (done_of(event) for event in one.history.all()))


def _promise(one: Agreement, life: Life) -> Promise:
    terms = read_terms(one.terms)
    weeks = (terms.recurs_from, terms.recurs_before)
    state = STATES[life.state or ""]
    if state != "treated":
        return Promise(_tier(one, life), life.held, one.currency, weeks, state)
    case = _case(one)
    ended = _ended(case, life)
    if ended is not None:
        state = "treated" if _past(ended, weeks[1]) else "owed"
        return Promise(_tier(one, life), life.held, one.currency, weeks, state, _gestation(ended))
    state, gestation, due = _going_on(one, case, life)
    return Promise(_tier(one, life), life.held, one.currency, weeks, state, gestation, due)


def _going_on(one: Agreement, case: Case | None, life: Life) -> tuple[State, Span | None, Span | None]:
    """Where a pregnancy was last seen to go on. What is not dated, or not seen since the treatment, begins there."""
    pregnancy = None if case is None else case.pregnancy
    if pregnancy is None or pregnancy.dating is None or life.treated_on is None:
        return "treated", None, None
    if values_of(pregnancy.observations).get("alive") is False:
        return "owed", None, None
    seen = max([life.treated_on, *(event.on for event in _seen(one) if event.on >= life.treated_on)])
    return "treated", pregnancy.gestation(seen), pregnancy.dating.due


def _ended(case: Case | None, life: Life) -> EarlierPregnancy | None:
    """How the pregnancy under the agreement ended: the first that ended since it was offered."""
    if case is None or life.offered_on is None:
        return None
    since = life.offered_on.toordinal()
    outcome = None if case.pregnancy is None else case.pregnancy.outcome
    every = (*case.earlier, *(() if outcome is None else (outcome,)))
    later = [ended for ended in every if not ended.ended.unknown and ended.ended.low >= since]
    return min(later, key=lambda ended: ended.ended.low, default=None)


def _past(ended: EarlierPregnancy, last: int) -> bool:
    """Whether it surely ended past the terms' weeks."""
    gestation = _gestation(ended)
    return gestation is not None and gestation.low >= last


def _gestation(ended: EarlierPregnancy) -> Span | None:
    found = ended.values.get("gestation")
    return found if isinstance(found, Span) else None


def _tier(one: Agreement, life: Life) -> Tier:
    """The treatment: by the suture placed since the offer, and by whether a vaginal one had failed before."""
    since = life.offered_on
    placed = [event.data for event in _seen(one) if event.action == "cerclage placed" and since and event.on >= since]
    if any(_abdominal(data) for data in placed):
        return "abdominal"
    case = _case(one)
    before = [] if case is None or since is None else [e for e in case.earlier if e.ended.low < since.toordinal()]
    return "repeat low vaginal" if any(_failed(ended) for ended in before) else "planned vaginal"


def _abdominal(data: Mapping[str, Any]) -> bool:
    return data.get("route") == "abdominal" or data.get("technique") in ABDOMINAL


def _failed(ended: EarlierPregnancy) -> bool:
    """Whether a vaginal suture was in that pregnancy and it was lost, or ended before 28+0."""
    told, gestation = ended.values, _gestation(ended)
    sutured = told.get("cerclage") not in (None, "none") and told.get("cerclage_route") != "abdominal"
    early = gestation is not None and gestation.high < FAILED_BEFORE
    return sutured and (told.get("outcome") == "loss" or early)


def _seen(one: Agreement) -> list[RecordEvent]:
    """What was recorded of her and still stands, from what `_agreements` fetched for everybody at once."""
    events: list[Event] = one.woman.seen  # type: ignore[attr-defined]  # prefetched beside her by `_agreements`
    return [event for _, event in standing((one.number, told(one)) for one in events) if event.action in SEEN]


def _case(one: Agreement) -> Case | None:
    return read(one.woman.document)[0] if one.woman.document else None
