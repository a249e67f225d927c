"""One step of an agreement, taken: its form, what was refused beside it, or the agreement once it is done."""

from __future__ import annotations

import hashlib
import uuid
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from fullterm.care.agreement.ledger import show
from fullterm.care.agreement.state import Action
from fullterm.care.agreement.state_machine import LIFE, not_now, possible, waits
from fullterm.care.agreement.terms import text_hash, text_of
from fullterm.care.agreement.terms_file import read_terms
from fullterm.clinic.base import clock
from fullterm.clinic.base.access import actor, for_roles, may_do_to_agreement, woman_of_agreement
from fullterm.clinic.base.form import Form, opened, typed_in
from fullterm.clinic.base.form_token import key_of, number_in
from fullterm.clinic.base.language import language
from fullterm.clinic.base.refused import Refused
from fullterm.clinic.models import Agreement, Role, User
from fullterm.clinic.pages.agreements.form import data_of, fields_of
from fullterm.clinic.pages.agreements.page import blocks
from fullterm.clinic.text.refusals_zh import in_words
from fullterm.clinic.words import WORDS
from fullterm.clinic.write.agreements import NotDone, around_of, carry_out, life_of
from fullterm.clinic.write.once import Changed, Command
from fullterm.vocabulary.fact import Language


@for_roles(Role.AGREEMENT, Role.DOCTOR)
def step(request: HttpRequest, agreement_id: uuid.UUID, action: str) -> HttpResponse:
    """The form of one step, and the step itself. 404 for a step there is not, 403 for one that is not this role's."""
    who = actor(request)
    if action not in LIFE or action == "offered":
        raise Http404
    if not may_do_to_agreement(who, action):
        raise PermissionDenied
    agreement = Agreement.objects.filter(pk=agreement_id).first()
    if agreement is None:
        raise Http404
    agreement.woman = woman_of_agreement(request, agreement.woman_id, "agreement")
    return _step(request, agreement, action, who)  # type: ignore[arg-type]  # one of LIFE's, looked up above


def _step(request: HttpRequest, agreement: Agreement, action: Action, who: User) -> HttpResponse:
    life, terms, spoken, today = life_of(agreement), read_terms(agreement.terms), language(), clock.today()
    around = around_of(agreement, terms, action)
    fields = fields_of(action, life, terms, around)
    page: dict[str, Any] = {
        "agreement": agreement, "woman": agreement.woman, "life": life, "action": action, "key": uuid.uuid4(),
        "seen": life.events, "possible": action in possible(life),
        "refund": show(life.held, life.currency) if action == "refunded" else "",
    }  # fmt: skip
    if action in possible(life):
        waiting = waits(life, action, who.get_username(), around)
        page["waits"] = "" if waiting is None else _sentence(waiting[spoken])
    else:
        page["refused"] = _sentence(not_now(life)[spoken])
    form = typed_in(fields, request.POST, spoken, today) if request.method == "POST" else opened(fields, spoken, today)
    if action == "signed":
        page |= _to_be_signed(request, agreement)
        form.typed.setdefault("hospital", "")
        form.typed["hospital"] = form.typed["hospital"] or who.called
    if request.method == "POST":
        seen = number_in(request.POST.get("seen", ""))
        page |= {"key": key_of(request), "seen": 0 if seen is None or seen > life.events else seen}
        if form.check():
            answer = _carry_out(request, agreement, action, form, page, who)
            if answer is not None:
                return answer
    return render(request, "agreements/agreement_step.html", page | {"fields": form.shown()})


def _to_be_signed(request: HttpRequest, agreement: Agreement) -> dict[str, Any]:
    """The exact text, in the language she signs, with the fingerprint that comes back with the signature."""
    chosen = request.POST.get("language") or request.GET.get("text") or agreement.woman.language
    signs: Language = "en" if chosen == "en" else "zh"
    terms = read_terms(agreement.terms)
    return {
        "text_language": signs, "text_lang": "zh-Hans" if signs == "zh" else "en",
        "hash": text_hash(terms, signs), "blocks": blocks(text_of(terms, signs)),
    }  # fmt: skip


def _carry_out(
    request: HttpRequest, agreement: Agreement, action: Action, form: Form, page: dict[str, Any], who: User
) -> HttpResponse | None:
    """The agreement's page once it is done; None when it was refused, and `page` says why."""
    told = form.told()
    data = data_of(action, told)
    if action == "signed":
        data |= {"language": request.POST.get("language", ""), "hash": request.POST.get("hash", "")}
    deed = Command(action, form.day(), data, told.get("reason", ""), page["key"])
    try:
        carry_out(agreement.pk, deed, who, seen=page["seen"])
    except Changed as changed:
        page |= {"since": changed.since, "seen": changed.since[-1].number}
        page["refused"] = refused_in(changed, language())
    except Refused as refused:
        page["refused"] = refused_in(refused, language())
    else:
        messages.success(request, WORDS["agreement.saved"][language()])
        return redirect("agreement", agreement.pk)
    return None


def refused_in(refused: Refused, spoken: Language) -> str:
    """Why it was refused, in the reader's language, as a sentence."""
    return _sentence(refused.says[spoken]) if isinstance(refused, NotDone) else in_words(str(refused), spoken)


def _sentence(said: str) -> str:
    return said[:1].upper() + said[1:]


def told_hash(text: str) -> str:
    """The fingerprint of a text as kept, to be held against the one that was signed."""
    return hashlib.sha256(text.encode()).hexdigest()
