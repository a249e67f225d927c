"""Every write about a treatment agreement: one action, one actor, one reason, one transaction, one event, its money.

The one door, as `clinic.write.record` is for her record; the record itself is only read. Her row is held until it is
done, so that nobody operates, pays or refunds in between, and the same request sent twice is carried out once.
"""

from __future__ import annotations

import uuid
from datetime import date
from typing import Any, cast

from fullterm.care.agreement.eligibility import Eligibility, eligibility
from fullterm.care.agreement.ledger import minor
from fullterm.care.agreement.state import FINAL, Action, AgreementDone, Around, Ending, Life, OperationShown
from fullterm.care.agreement.state_machine import after, fold, money, refusal
from fullterm.care.agreement.terms import Terms, text_of
from fullterm.care.agreement.terms_file import offered, read_terms
from fullterm.care.assess.assessment import assess
from fullterm.care.case.model import Case, EarlierPregnancy
from fullterm.care.record.events import read
from fullterm.clinic.base import clock
from fullterm.clinic.base import settings_in_force as hospital
from fullterm.clinic.base.access import may_do_to_agreement
from fullterm.clinic.base.effective_events import signatures_of, standing_of, told
from fullterm.clinic.base.refused import Refused
from fullterm.clinic.models import Agreement, AgreementEvent, Transaction, User, Woman
from fullterm.clinic.write.once import Changed, Command, once, same
from fullterm.vocabulary.fact import Language, Text

BINDING = ("offered", "signed")
"""Where somebody is about to be bound: what the record says of her eligibility is read again."""
BY_THE_RECORD = ("treated", "fulfilled", "reported", "reviewed", "ended")
"""What her record has to bear out; money alone needs no look at it."""

NONE_OFFERED = Text("this hospital offers no agreements: its protocol names none", "本院方案未设治疗协议，不提供协议")


class NotDone(Refused):
    """A step that was not carried out, in one sentence in both languages."""

    def __init__(self, says: Text) -> None:
        self.says = says
        super().__init__(says.en)


def offer(woman_id: uuid.UUID, deed: Command, actor: User) -> AgreementEvent:
    """Offer her an agreement by the hospital's present terms, while she may sign one. Raises Refused."""
    _may(actor, deed.action)
    key = deed.key or uuid.uuid4()
    return once(
        key, AgreementEvent.objects.select_related("agreement"),
        lambda: Woman.objects.select_for_update().get(pk=woman_id),
        lambda woman: _offer(woman, deed, actor, key),
        lambda before: same(before, before.agreement.woman_id == woman_id, before.action, deed),
    )  # fmt: skip


def carry_out(agreement_id: uuid.UUID, deed: Command, actor: User, *, seen: int | None = None) -> AgreementEvent:
    """Do one thing to an agreement, with the money it moves, all or nothing.

    `seen`: how many events the actor had before them; None for an action that cannot conflict. Raises Refused.
    """
    _may(actor, deed.action)
    key = deed.key or uuid.uuid4()
    return once(
        key, AgreementEvent.objects.all(), lambda: _held(agreement_id),
        lambda agreement: _carry_out(agreement, deed, actor, seen, key),
        lambda before: same(before, before.agreement_id == agreement_id, before.action, deed),
    )  # fmt: skip


def _may(actor: User, action: str) -> None:
    if not may_do_to_agreement(actor, action):
        raise Refused(f"a {actor.role} may not do this to an agreement ({action!r})")


def _held(agreement_id: uuid.UUID) -> Agreement:
    """The agreement, with her row held: whatever touches her waits, in one order."""
    agreement = Agreement.objects.get(pk=agreement_id)
    agreement.woman = Woman.objects.select_for_update().get(pk=agreement.woman_id)
    return agreement


def _offer(woman: Woman, deed: Command, actor: User, key: uuid.UUID) -> AgreementEvent:
    terms = terms_offered()
    if terms is None:
        raise NotDone(NONE_OFFERED)
    under = open_agreement(woman) is not None
    around = Around(clock.today(), terms, eligibility_of(woman, under=under))
    done = AgreementDone("offered", deed.on, actor.get_username(), _offered(deed, terms, around.eligible), deed.reason)
    life = Life(terms.fee, terms.currency)
    _refuse(life, done, around)
    agreement = Agreement.objects.create(
        woman=woman, number=Agreement.objects.filter(woman=woman).count() + 1, terms=terms.key, currency=terms.currency,
        fee=minor(terms.fee, terms.currency),
    )  # fmt: skip
    return write(agreement, life, done, actor, key)


def _offered(deed: Command, terms: Terms, found: Eligibility | None) -> dict[str, Any]:
    """What an offer keeps: the terms, and that every condition held; nothing of her record."""
    held = [] if found is None else [one.id for one in found.standing(True)]
    return {**deed.data, "terms": terms.key, "held": held}


def _carry_out(agreement: Agreement, deed: Command, actor: User, seen: int | None, key: uuid.UUID) -> AgreementEvent:
    life = life_of(agreement)
    if seen is not None and life.events != seen:
        raise Changed(list(agreement.history.filter(number__gt=seen).select_related("actor")), "agreement")
    terms = read_terms(agreement.terms)
    action = cast(Action, deed.action)  # `_may` has refused every other word
    around = around_of(agreement, terms, action)
    data = _completed(deed, terms, agreement.woman, life)
    done = AgreementDone(action, deed.on, actor.get_username(), data, deed.reason)
    _refuse(life, done, around)
    return write(agreement, life, done, actor, key)


def _completed(deed: Command, terms: Terms, woman: Woman, life: Life) -> dict[str, Any]:
    """What the step carries, with what nobody types: the text signed, the clause's own rule, the amount."""
    data = dict(deed.data)
    language: Language = "zh" if data.get("language") == "zh" else "en"
    match deed.action:
        case "signed":
            data |= {"terms": terms.key, "text": text_of(terms, language), "due": latest_due(woman)}
        case "ended":
            clause = next((one for one in terms.ends if one.id == data.get("clause")), None)
            data |= {} if clause is None else {"returns": clause.returns, "by": clause.by, "stage": clause.stage}
        case "refunded":
            data |= {"amount": str(life.held)}
    return data


def latest_due(woman: Woman) -> str | None:
    """The last day her due date may fall on, as a signature keeps it; None while nothing dates the pregnancy."""
    case = case_of(woman)
    dating = case.pregnancy.dating if case is not None and case.pregnancy is not None else None
    known = dating is not None and dating.due.high <= date.max.toordinal()
    return date.fromordinal(dating.due.high).isoformat() if dating is not None and known else None


def _refuse(life: Life, done: AgreementDone, around: Around) -> None:
    sentence = refusal(life, done, around)
    if sentence is not None:
        raise NotDone(sentence)


def write(agreement: Agreement, life: Life, done: AgreementDone, actor: User, key: uuid.UUID) -> AgreementEvent:
    """Write down the event and the money it moves. Nothing is checked here: `carry_out` and `offer` have."""
    moved = after(life, done)
    event = AgreementEvent.objects.create(
        agreement=agreement, number=moved.events, action=done.action, state=moved.state or "", on=done.on,
        data=dict(done.data), actor=actor, reason=done.reason, key=key,
    )  # fmt: skip
    movement = money(life, done, str(agreement.pk), moved.events)
    if movement is not None:
        reverses = movement.reverses and Transaction.objects.get(agreement=agreement, event__number=movement.reverses)
        Transaction.objects.create(
            agreement=agreement, event=event, kind=movement.kind, debit=movement.debit, credit=movement.credit,
            amount=minor(movement.amount, movement.currency), currency=movement.currency, on=movement.on,
            reverses=reverses or None,
        )  # fmt: skip
    return event


def terms_offered() -> Terms | None:
    """The terms this hospital offers now; None where its protocol has no agreements."""
    own = hospital.protocol().agreement
    return None if own is None else offered(own.jurisdiction)


def life_of(agreement: Agreement) -> Life:
    """The agreement as everything done to it leaves it."""
    events = agreement.history.select_related("actor")
    return fold(agreement.price, agreement.currency, (done_of(one) for one in events))


def done_of(event: AgreementEvent) -> AgreementDone:
    """An event as the life reads it."""
    return AgreementDone(event.action, event.on, event.actor.get_username(), event.data, event.reason)  # type: ignore[arg-type]  # only `carry_out` writes


def open_agreement(woman: Woman) -> Agreement | None:
    """Her agreement that is not closed; None without any."""
    newest = Agreement.objects.filter(woman=woman).order_by("-number").first()
    return newest if newest is not None and newest.history.order_by("-number")[0].state not in FINAL else None


def eligibility_of(woman: Woman, *, under: bool) -> Eligibility | None:
    """Whether she may sign, by her record as it is today; None when it cannot be read."""
    case = case_of(woman)
    if case is None:
        return None
    today = clock.today()
    found = assess(case, today, hospital.protocol())
    events = (told(one) for one in signatures_of(woman))
    return eligibility(hospital.protocol(), case, found.known, found.plan, events, under=under)


def around_of(agreement: Agreement, terms: Terms, action: Action) -> Around:
    """What the guards of an action look at: the day, the terms, and what her record says of this pregnancy."""
    today, woman = clock.today(), agreement.woman
    if action in BINDING:
        return Around(today, terms, eligibility_of(woman, under=False))
    if action not in BY_THE_RECORD:
        return Around(today, terms)
    since = agreement.history.get(number=1).on
    ending = _ending(case_of(woman), since)
    placed = standing_of(woman, "cerclage placed").filter(on__gte=since).select_related("actor")
    signers = signatures_of(woman).values_list("actor__username", flat=True)
    operations = tuple(
        OperationShown(one.on, one.data.get("indication"), one.actor.get_username())
        for one in placed
        if ending is None or one.on <= ending.on
    )
    treating = frozenset({*(one.by for one in operations), *signers})
    return Around(today, terms, None, operations, ending, treating)


def case_of(woman: Woman) -> Case | None:
    """Her record as a case; an empty one while nothing is told, None when it cannot be read."""
    return read(woman.document)[0] if woman.document else Case(clock.today())


def _ending(case: Case | None, since: date) -> Ending | None:
    """How the pregnancy of an agreement offered on a day ended: the first that ended on that day or later."""
    if case is None:
        return None
    outcome = case.pregnancy.outcome if case.pregnancy is not None else None
    every: list[EarlierPregnancy] = [*case.earlier, *([] if outcome is None else [outcome])]
    later = [one for one in every if not one.ended.unknown and one.ended.low >= since.toordinal()]
    first = min(later, key=lambda one: one.ended.low, default=None)
    return None if first is None else Ending(date.fromordinal(first.ended.low), first.values)
