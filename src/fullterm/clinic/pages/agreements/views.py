"""The agreements: the list, one agreement, whether she may sign one, the text before and after signing.

Doctors read; the office acts. The office is shown a woman's name, number and the criteria in their own words, and no
page of her record; every look is logged.
"""

from __future__ import annotations

import uuid
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import OuterRef, Subquery
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from fullterm.care.agreement import ledger
from fullterm.care.agreement.record_guards import planned_operation
from fullterm.care.agreement.state import FINAL, Life
from fullterm.care.agreement.state_machine import answer_by, runs_out
from fullterm.care.agreement.terms import Terms, text_hash, text_of
from fullterm.care.agreement.terms_file import read_terms
from fullterm.care.case.facts_on import known_on
from fullterm.clinic.base import clock
from fullterm.clinic.base.access import CARE, actor, for_roles, looked, may_do_to_agreement, woman_of_agreement
from fullterm.clinic.base.form_token import key_of
from fullterm.clinic.base.language import language
from fullterm.clinic.base.refused import Refused
from fullterm.clinic.models import Agreement, AgreementEvent, Role, Woman
from fullterm.clinic.pages.agreements.page import blocks, conditions, line, next_steps, statement, timeline
from fullterm.clinic.pages.agreements.steps import refused_in, told_hash
from fullterm.clinic.text.wording import written
from fullterm.clinic.words import WORDS
from fullterm.clinic.write.agreements import (
    around_of,
    case_of,
    eligibility_of,
    life_of,
    offer,
    open_agreement,
    terms_offered,
)
from fullterm.clinic.write.once import Command
from fullterm.vocabulary.fact import Language

A_PAGE = 25
TABS = {
    "open": ("refund_due", "reported", "offered", "signed", "paid", "treated"),
    "offered": ("offered",), "signed": ("signed",), "paid": ("paid",), "treated": ("treated",),
    "reported": ("reported",), "refund_due": ("refund_due",), "closed": FINAL,
}  # fmt: skip
"""The headings of the list, and the states under each; what the hospital owes comes first."""


@for_roles(Role.AGREEMENT, Role.DOCTOR)
def show(request: HttpRequest, tab: str = "open") -> HttpResponse:
    """The agreements under one heading, the most pressing first."""
    if tab not in TABS:
        raise Http404
    every, states = _by_state(), TABS[tab]
    keys = [key for state in states for key in every.get(state, ())]
    shown = Paginator(keys[::-1] if tab == "closed" else keys, A_PAGE).get_page(request.GET.get("page"))
    found = Agreement.objects.select_related("woman").in_bulk(list(shown))
    looked(actor(request), (one.woman_id for one in found.values()), "agreements")
    today = clock.today()
    lines = [line(one, life_of(one), read_terms(one.terms), today, language()) for one in map(found.__getitem__, shown)]
    context = {
        "tab": tab,
        "tabs": [(name, sum(len(every.get(state, ())) for state in within)) for name, within in TABS.items()],
        "shown": shown, "lines": lines, "any": bool(every),
        "nobody": request.session.pop("agreement_nobody", False),
    }  # fmt: skip
    return render(request, "agreements/agreements.html", context)


def _by_state() -> dict[str, list[uuid.UUID]]:
    """The agreements in each state, the one longest in it first: an agreement's state is that of its newest event."""
    newest = AgreementEvent.objects.filter(agreement=OuterRef("agreement")).order_by("-number").values("pk")[:1]
    found: dict[str, list[uuid.UUID]] = {}
    last = AgreementEvent.objects.filter(pk=Subquery(newest)).order_by("on", "pk")
    for state, agreement in last.values_list("state", "agreement_id"):
        found.setdefault(state, []).append(agreement)
    return found


@require_POST
@for_roles(Role.AGREEMENT, Role.DOCTOR)
def find(request: HttpRequest) -> HttpResponse:
    """Her agreement page, by her whole record number; nobody is found by less. It never stands in an address."""
    woman = Woman.objects.filter(number__iexact=request.POST.get("number", "").strip()).first()
    if woman is not None:
        return redirect("woman_agreement", woman.pk)
    request.session["agreement_nobody"] = True
    return redirect("agreements")


@for_roles(Role.AGREEMENT, Role.DOCTOR)
def one(request: HttpRequest, agreement_id: uuid.UUID) -> HttpResponse:
    """One agreement: its terms, its money, everything done, and what can be done next and by whom."""
    agreement = agreement_for(request, agreement_id)
    life, terms, spoken = life_of(agreement), read_terms(agreement.terms), language()
    around = around_of(agreement, terms, "signed" if life.state == "offered" else "treated")
    open_still = life.state not in FINAL
    context = _head(agreement, life, terms) | {
        "steps": next_steps(life, around, actor(request), spoken) if open_still else [],
        "operation_gone": open_still and life.treated_on is not None and planned_operation(life, around) is None,
        "timeline": written(timeline(agreement, terms, spoken), spoken),
        "money": statement(agreement),
    }
    return render(request, "agreements/agreement.html", context)


def agreement_for(request: HttpRequest, agreement_id: uuid.UUID) -> Agreement:
    """The agreement, if whoever asks may see it; the look is logged. 404 otherwise."""
    agreement = Agreement.objects.filter(pk=agreement_id).first()
    if agreement is None:
        raise Http404
    agreement.woman = woman_of_agreement(request, agreement.woman_id, "agreement")
    return agreement


def _head(agreement: Agreement, life: Life, terms: Terms) -> dict[str, Any]:
    signed = agreement.history.filter(action="signed").first()
    return {
        "agreement": agreement, "woman": agreement.woman, "life": life, "terms": terms,
        "title": terms.title[language()], "closed": life.state in FINAL, "signed": signed,
        "owed": answer_by(life, terms), "out": runs_out(life, terms), "today_is": clock.today(),
        "fee": ledger.show(life.fee, life.currency), "received": ledger.show(life.received, life.currency),
        "unpaid": ledger.show(life.unpaid, life.currency), "held": ledger.show(life.held, life.currency),
    }  # fmt: skip


@for_roles(Role.AGREEMENT, Role.DOCTOR)
def text(request: HttpRequest, agreement_id: uuid.UUID) -> HttpResponse:
    """The text to read and print: before it is signed with room for both hands, afterwards exactly as it was signed."""
    agreement = agreement_for(request, agreement_id)
    signed = agreement.history.filter(action="signed").select_related("actor").first()
    context: dict[str, Any] = {"agreement": agreement, "woman": agreement.woman, "signed": signed}
    if signed is None:
        context |= _text(read_terms(agreement.terms), shown_language(request, agreement.woman))
    else:
        context |= {
            "blocks": blocks(signed.data["text"]), "hash": signed.data["hash"],
            "same": told_hash(signed.data["text"]) == signed.data["hash"],
            "text_lang": "zh-Hans" if signed.data["language"] == "zh" else "en",
        }  # fmt: skip
    return render(request, "agreements/agreement_text.html", context)


@for_roles(Role.AGREEMENT, Role.DOCTOR)
def of_woman(request: HttpRequest, woman_id: uuid.UUID) -> HttpResponse:
    """Whether she may sign, with reasons; the whole text she reads before; and the offer, by the office."""
    terms, who = terms_offered(), actor(request)
    context: dict[str, Any] = {"key": uuid.uuid4(), "may_offer": may_do_to_agreement(who, "offered")}
    if request.method == "POST" and not context["may_offer"]:
        raise PermissionDenied
    woman = woman_of_agreement(request, woman_id, "agreement")
    if request.method == "POST":
        try:
            event = offer(woman.pk, Command("offered", clock.today(), {}, key=key_of(request)), who)
        except Refused as refused:
            context["refused"] = refused_in(refused, language())
        else:
            messages.success(request, WORDS["agreement.saved"][language()])
            return redirect("agreement", event.agreement_id)
    context |= {"woman": woman, "today_is": clock.today(), "clinical": who.role in CARE}
    context |= {"hers": [(one, life_of(one)) for one in Agreement.objects.filter(woman=woman).order_by("-number")]}
    if terms is not None:
        context |= _may_sign(woman, clinical=who.role in CARE) | _text(terms, shown_language(request, woman))
    return render(request, "agreements/agreement_woman.html", context)


def _may_sign(woman: Woman, *, clinical: bool) -> dict[str, Any]:
    under = open_agreement(woman) is not None
    found, case = eligibility_of(woman, under=under), case_of(woman)
    if found is None or case is None:
        return {"unreadable": True}
    facts = known_on(case, clock.today()).facts
    return {
        "verdict": found.verdict,
        "conditions": written(conditions(found, facts, language(), clinical=clinical), language()),
    }


def _text(terms: Terms, spoken: Language) -> dict[str, Any]:
    return {
        "terms": terms, "blocks": blocks(text_of(terms, spoken)), "text_language": spoken,
        "text_lang": "zh-Hans" if spoken == "zh" else "en", "hash": text_hash(terms, spoken),
    }  # fmt: skip


def shown_language(request: HttpRequest, woman: Woman) -> Language:
    """The language the text is shown in: as chosen on the page, else hers."""
    chosen = request.GET.get("text") or woman.language
    return "en" if chosen == "en" else "zh"
