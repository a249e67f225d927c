"""What happens in a woman's care, entered: a scan, an examination, a suture, how it began and how it ended."""

from __future__ import annotations

import uuid
from dataclasses import astuple, replace
from datetime import date
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from fullterm.care.assess.assessment import assess
from fullterm.care.case.facts_on import current_pregnancy, known_on
from fullterm.care.case.model import Case
from fullterm.care.case.outcome import outcome_of
from fullterm.care.case.sutures import standing
from fullterm.care.record.events import read
from fullterm.care.record.history_of_ended import followable
from fullterm.clinic.base import clock
from fullterm.clinic.base import settings_in_force as hospital
from fullterm.clinic.base.access import CARE, actor, for_roles, may_do, may_tell, woman_for
from fullterm.clinic.base.form import Field, Form, of_fact, opened, typed_in
from fullterm.clinic.base.form_token import key_of, seen_by, sent_before, since
from fullterm.clinic.base.language import language
from fullterm.clinic.base.refused import Refused
from fullterm.clinic.base.undo import saved
from fullterm.clinic.derived import recompute as worklist
from fullterm.clinic.models import User, Woman
from fullterm.clinic.pages.entries import operation_saved as operation
from fullterm.clinic.pages.entries import outcome_form as outcome
from fullterm.clinic.pages.entries.forms import ENTRIES, HOW_IT_BEGAN, OF_A_SUTURE, WHICH, EntryForm, sutures_at_the_end
from fullterm.clinic.text.refusals_zh import in_words
from fullterm.clinic.text.sutures import chosen_among
from fullterm.clinic.text.wording import weeks_in
from fullterm.clinic.words import WORDS
from fullterm.clinic.write.once import Changed, Command
from fullterm.clinic.write.record import act
from fullterm.logic.quantity import UNKNOWN, Span
from fullterm.vocabulary.fact import Text

CAN_BE_DECLINED = ("open", "closing", "not_yet_due", "cannot_tell", "missed")
CAN_BE_DONE = ("open", "closing", "cannot_tell", "missed", "declined")


@for_roles(*CARE)
def enter(request: HttpRequest, woman_id: uuid.UUID, kind: str) -> HttpResponse:
    """One entry: the empty form, the form with what was refused beside each field, or her page once it is saved."""
    if kind not in ENTRIES:
        raise Http404
    woman = woman_for(request, woman_id, kind)
    entry, today = ENTRIES[kind], clock.today()
    if not may_do(actor(request), entry.action):
        raise PermissionDenied
    case = read(woman.document)[0] or Case(today) if woman.document else Case(today)
    if kind == "cerclage" and "saved" in request.GET:
        return operation.saved(request, woman, case, today)
    before = sent_before(request, woman) if request.method == "POST" else None
    if before is not None and before.action == entry.action:
        return _answered(request, woman, kind, entry, before.number)
    entry = _for_role(_for_her(kind, entry, case, today), actor(request))
    page = {"woman": woman, "kind": kind, "heading": f"entry.{kind}", "seen": woman.events, "key": uuid.uuid4()}
    page |= {"focus": _typed_first(entry)} | _beside(kind, entry, case, today, sent=request.method == "POST")
    if request.method != "POST" or "nothing" in page:
        form = opened(entry.fields, language(), today)
        if request.GET.get("step"):  # the step whose button led here
            form.typed["step"] = request.GET["step"]
        if kind == "arrange":
            form.typed |= _agreed(case, today)
        form.typed |= _asked_for(entry, request)
        return render(request, "entries/entry.html", page | {"groups": _groups(entry, form)})
    form = typed_in((*entry.fields, outcome.CONFIRM), request.POST, language(), today)
    form.fields = entry.fields
    page |= {"key": key_of(request), "seen": seen_by(request, woman)}
    if form.check() and _whole(kind, form, case):
        try:
            number = _carry_out(woman, kind, entry, form, actor(request), request)
        except Changed as changed:
            woman.refresh_from_db()
            page |= {"since": since(changed.since), "seen": woman.events}
        except Refused as refused:
            page["refused"] = in_words(str(refused), language())
        else:
            return _answered(request, woman, kind, entry, number)
    return render(request, "entries/entry.html", page | {"groups": _groups(_asking_again(entry, form), form)})


def _answered(request: HttpRequest, woman: Woman, kind: str, entry: EntryForm, number: int) -> HttpResponse:
    messages.success(request, saved(woman, number, f"entry.saved.{entry.action.replace(' ', '_')}"))
    there = reverse("enter", args=(woman.pk, kind)) + "?saved=1"
    return redirect(there) if kind == "cerclage" else redirect("woman", woman.pk)


def _asked_for(entry: EntryForm, request: HttpRequest) -> dict[str, str]:
    """What the page that led here already chose, such as `?indication=examination`: an option, never a typed word."""
    return {
        one.name: request.GET[one.name]
        for one in entry.fields
        if one.options and request.GET.get(one.name) in dict(one.options)
    }


def _agreed(case: Case, today: date) -> dict[str, str]:
    """Who takes the suture out as last agreed, to be changed; of several nobody can tell which is meant."""
    agreed = worklist.arranged_for(case, today) if len(standing(case, today)) == 1 else None
    return {} if agreed is None else dict(zip(("remover", "remove_where", "remove_when"), astuple(agreed), strict=True))


def _groups(entry: EntryForm, form: Form) -> list[tuple[str, Any, str]]:
    """Each group's heading and fields; of one that is folded `closed`, or `open` where something stands in it."""
    found = []
    for heading, fields in entry.groups:
        told = any(form.typed.get(one.name) for one in fields) or any(one.name in form.wrong for one in fields)
        folded = ("open" if told else "closed") if outcome.is_folded(heading) else ""
        found.append((heading, form.shown(one.name for one in fields), folded))
    return found


def _typed_first(entry: EntryForm) -> str:
    """The field to type in at once: the day stands already, and the keyboard need not walk through the frame."""
    first = next((one for one in entry.fields if one.kind != "day"), None)
    return first.name if first is not None and first.kind == "text" else ""


def _asking_again(entry: EntryForm, form: Form) -> EntryForm:
    """The entry with the field that confirms a birth weight nobody would expect, once one was typed."""
    if outcome.WEIGHED not in {one.name for one in form.fields}:
        return entry
    first, *rest = entry.groups
    return replace(entry, groups=((first[0], (*first[1], outcome.CONFIRM)), *rest))


def _beside(kind: str, entry: EntryForm, case: Case, today: date, *, sent: bool) -> dict[str, Any]:
    """What stands above an entry: the gestation by the dating, a suture already in, or that nothing is to be told.

    `sent`: where somebody ended it while this was typed, what was typed stays, and what she did is told.
    """
    if kind == "followed" and not entry.fields[0].options:
        return {"nothing": WORDS["entry.followed.none"][language()]}
    if kind == "arrange" and not sent and not any(one.route != "abdominal" for one in standing(case, today)):
        return {"nothing": WORDS["entry.arrange.none"][language()]}
    if kind in ("left", "handover") and not sent and not standing(case, today):
        return {"nothing": WORDS["entry.suture.none"][language()]}
    pregnancy = case.pregnancy
    if kind == "cerclage":
        return operation.already_in(case, today)
    if kind != "end":
        return {}
    if pregnancy is None or pregnancy.outcome is not None:
        said = WORDS["entry.end.none" if pregnancy is None else "entry.end.ended"][language()]
        return {} if sent else {"nothing": said}
    if pregnancy.dating is None:
        return {}
    weeks = weeks_in(pregnancy.gestation(today), language())
    return {"note": WORDS["entry.core.gestation"][language()].format(weeks, today.isoformat())}


def _for_her(kind: str, entry: EntryForm, case: Case, today: date) -> EntryForm:
    """The entry with what is asked of this woman only: her plan's steps, a suture still in, a dating to correct."""
    pregnancy = current_pregnancy(case, today)
    (heading, fields), *rest = entry.groups
    more: tuple[tuple[str, tuple[Field, ...]], ...] = ()
    if kind in ("decline", "done"):
        steps = _steps(kind, case, today)
        none = None if steps else WORDS["entry.step.none" if kind == "decline" else "entry.step.none_done"]
        fields = (replace(fields[0], options=steps, help=none), *fields[1:])
    elif kind == "begin" and pregnancy is not None and pregnancy.dating is not None:
        tick = (("yes", WORDS["entry.correction.tick"]),)
        fields = (Field("correction", WORDS["entry.correction"], "choice", tick, required=True), *fields)
    elif kind == "end" and case.pregnancy is not None:
        if there := standing(case, today):
            more = (("entry.group.suture", sutures_at_the_end(chosen_among(there))),)
        elif not case.pregnancy.cerclages:
            fields = (*fields[:-1], of_fact("cerclage", "earlier"), fields[-1])
        if case.pregnancy.dating is None:
            fields = (*fields[:1], of_fact("gestation", "earlier"), *fields[1:])
        more = (*more, ("entry.group.began", HOW_IT_BEGAN))
        more = (*more, *outcome.core_groups(outcome.counted(known_on(case, today).facts.values.get("fetuses"))))
    elif kind in OF_A_SUTURE and len(there := standing(case, today)) > 1:
        fields = (replace(WHICH, options=chosen_among(there)), *fields)
    elif kind == "followed":
        several = followable(case)
        fields = (replace(fields[0], options=outcome.choices(several), usual=next(iter(several), "")), *fields[1:])
        most = max((len(outcome_of(one).babies) for one in several.values()), default=1)
        more = outcome.core_groups(most)
    return replace(entry, groups=((heading, fields), *more, *rest))


def _for_role(entry: EntryForm, who: User) -> EntryForm:
    """The entry without what only a doctor may tell, where somebody else fills it in."""
    groups = ((heading, tuple(one for one in fields if may_tell(who, one.name))) for heading, fields in entry.groups)
    return replace(entry, groups=tuple(groups))


def _steps(kind: str, case: Case, today: date) -> tuple[tuple[str, Text], ...]:
    """The steps that may be declined; or those that may be marked done, because nothing else records them."""
    planned = assess(case, today, hospital.protocol()).plan
    if kind == "done":
        planned = tuple(one for one in planned if one.step.done_by == "nothing")
    states = CAN_BE_DONE if kind == "done" else CAN_BE_DECLINED
    return tuple((one.step.id, one.step.title) for one in planned if one.state in states)


def _whole(kind: str, form: Form, case: Case) -> bool:
    """What one field asks of another."""
    empty = in_words("this is needed: fill it in", form.language)
    if kind == "begin" and form.typed["by"] in ("crl", "scan") and not form.typed["gestation"]:
        form.wrong["gestation"] = empty
    if kind == "end" and _taken_out(form) and not form.typed["removed_on"]:
        form.wrong["removed_on"] = empty
    if kind == "examination" and form.told().keys() <= {"on"}:  # an entry of nothing would count as an examination
        form.wrong["dilatation"] = WORDS["entry.examination.none"][form.language]
    gestation = UNKNOWN
    if kind == "end" and case.pregnancy is not None:
        gestation = case.pregnancy.gestation(form.day())
    elif kind == "followed":
        gestation = _followed_whole(form, case)
    if outcome.asks_again(form, gestation):
        form.fields = (*form.fields, outcome.CONFIRM)
    return not form.wrong


def _taken_out(form: Form) -> list[str]:
    """The fields of the sutures that came out with the end of the pregnancy."""
    return [one.name for one in form.fields if one.name.startswith("suture") and form.typed.get(one.name) == "out"]


def _followed_whole(form: Form, case: Case) -> Span:
    """A follow-up tells something, of as many babies as that pregnancy had; its gestation."""
    one = outcome_of(followable(case)[form.typed["of"]])
    told = outcome.core_of(form.told())
    if not told:
        form.wrong["of"] = in_words("nothing is told of the outcome: tell at least one item", form.language)
    elif len(told.get("babies", ())) > len(one.babies):
        sentence = f"that pregnancy had {len(one.babies)} recorded: leave the others empty, or correct the number"
        form.wrong["of"] = in_words(sentence, form.language)
    return one.gestation


def _carry_out(woman: Woman, kind: str, entry: EntryForm, form: Form, who: User, request: HttpRequest) -> int:
    """Save the entry; with the end of a pregnancy the suture that came out with it, both or neither.

    The number of the last event.
    """
    told, key = form.told(), key_of(request)
    deeds = [Command(entry.action, form.day(), entry.data(told), told.get("reason", ""), key)]
    for name in _taken_out(form) if kind == "end" else ():
        there = standing(read(woman.document)[0] or Case(form.today), form.today) if name != "suture" else ()
        which = {"suture": there[int(name.removeprefix("suture")) - 1].id} if there else {}
        out = Command("suture removed", form.day("removed_on"), which, key=uuid.uuid5(key, f"{name} removed"))
        deeds.insert(0 if out.on <= form.day() else len(deeds), out)
    seen = seen_by(request, woman)
    with transaction.atomic():
        for deed in deeds:
            seen = act(woman.pk, deed, who, seen=seen).number
    return seen
