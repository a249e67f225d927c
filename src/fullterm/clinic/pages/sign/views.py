"""Decide and sign: everything the doctor decides upon on one page; and each version as it was signed."""

from __future__ import annotations

import uuid
from typing import Any
from urllib.parse import urlencode

from axes.utils import reset
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import authenticate
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from fullterm.care.assess.assessment import Assessment, assess
from fullterm.care.record.events import read
from fullterm.care.signing.signature import INSUFFICIENCY, hash_of, is_whole
from fullterm.care.signing.snapshot import frozen
from fullterm.clinic.base import clock
from fullterm.clinic.base import settings_in_force as hospital
from fullterm.clinic.base.access import CARE, actor, for_roles, woman_for
from fullterm.clinic.base.effective_events import signatures_of
from fullterm.clinic.base.form_token import key_of, seen_by, since
from fullterm.clinic.base.language import language
from fullterm.clinic.base.refused import Refused
from fullterm.clinic.base.second_step import LATELY, by_directory, proved_lately
from fullterm.clinic.charts.signature import differences, drawn, latest, to_sign
from fullterm.clinic.models import Event, Role, Woman
from fullterm.clinic.pages.sign.form import Decisions, taken_over
from fullterm.clinic.text.refusals_zh import in_words
from fullterm.clinic.text.wording import written
from fullterm.clinic.words import WORDS
from fullterm.clinic.write.once import Changed, Command
from fullterm.clinic.write.record import act

Plain = dict[str, Any]
DECIDED = ("cause", "choice", "reason")
KEPT = "to_sign"
"""What a doctor had decided when she was sent to the directory to prove who she is; her session keeps it until then."""


class Locked(Refused):
    """Too many wrong passwords: nobody signs under this name from here for a while."""


@for_roles(Role.DOCTOR)
def sign(request: HttpRequest, woman_id: uuid.UUID) -> HttpResponse:
    """The page of a signature; nothing on it is chosen beforehand. Refused, it comes back with everything typed."""
    woman = woman_for(request, woman_id, "sign")
    case = read(woman.document)[0] if woman.document else None
    if case is None:
        empty = "sign.unreadable" if woman.document else "sign.nothing"
        return render(request, "sign/sign.html", {"woman": woman, "empty": empty})
    found = assess(case, clock.today(), hospital.protocol())
    before, shown = latest(woman), frozen(found, woman.document)
    form = Decisions(shown, {}, language())
    page: Plain = {"key": uuid.uuid4()}
    status = 200
    if request.method == "POST":
        page["key"] = key_of(request)
        form.typed = {name: str(text) for name, text in request.POST.items() if name != "password"}
        try:
            event = _sign(request, woman, form, before)
        except Changed as changed:
            woman.refresh_from_db()
            page |= {"since": since(changed.since)}
            found = assess(read(woman.document)[0] or case, clock.today(), hospital.protocol())
            before, form.shown = latest(woman), frozen(found, woman.document)
        except Refused as refused:
            page |= {"refused": in_words(str(refused), language())}
            status = 429 if isinstance(refused, Locked) else 200
        else:
            request.session.pop(KEPT, None)
            messages.success(request, WORDS["sign.done"][language()].format(event.data["version"]))
            return redirect("signed", woman.pk, event.data["version"])
    elif "back" in request.GET:
        page |= _brought_back(request, woman, form)
    elif before is not None and request.GET.get("from") == str(before.data["version"]):
        form.typed = taken_over(shown, before.data)
        page |= {"taken_over": before.data["version"]}
    return render(request, "sign/sign.html", page | _page(request, woman, form, found, before), status=status)


def _sign(request: HttpRequest, woman: Woman, form: Decisions, before: Event | None) -> Event:
    """Sign what was decided. Raises Changed or Refused; what is wrong with one field is noted in the form."""
    key, seen = key_of(request), seen_by(request, woman)
    again = signatures_of(woman).filter(key=key).first()
    if again is not None:  # the same request sent twice
        return again
    if seen == woman.events:
        if request.POST.get("shown") != _digest(form.shown):
            raise Refused(WORDS["sign.moved"][language()])
        if not form.check():
            raise Refused(WORDS["sign.wrong"][language()])
        if form.decisions() or form.diagnosis():
            _recognise(request, woman, form)
    who = actor(request)
    data = to_sign(woman, form.shown, form.diagnosis(), form.decisions(), who, before, language())
    return act(woman.pk, Command("signed", clock.today(), data, key=key), who, seen=seen)


def _recognise(request: HttpRequest, woman: Woman, form: Decisions) -> None:
    """Ask for the password again: wrong ones are counted, and close the account for a while, as at sign-in.

    Whoever came through the directory may have none: she proves there who she is, and what she decided waits for her.
    """
    if by_directory(request):
        if not proved_lately(request):
            form.wrong["password"] = WORDS["sign.directory.old"][language()].format(LATELY // 60)
            typed = {name: said for name, said in form.typed.items() if name.partition(":")[0] in DECIDED}
            request.session[KEPT] = {"woman": str(woman.pk), "typed": typed, "shown": _digest(form.shown)}
            raise Refused(WORDS["sign.wrong"][language()])
        return
    who, password = actor(request), request.POST.get("password", "")
    user = authenticate(request, username=who.get_username(), password=password) if password else None
    if getattr(request, "axes_locked_out", False):
        request.axes_locked_out = False  # type: ignore[attr-defined]  # its page would take the place of what was typed
        form.wrong["password"] = WORDS["sign.password.locked"][language()]
        raise Locked(WORDS["sign.wrong"][language()])
    if user is None or user.pk != who.pk:
        form.wrong["password"] = WORDS["sign.password.wrong"][language()]
        raise Refused(WORDS["sign.wrong"][language()])
    reset(username=who.get_username())  # as after a sign-in: yesterday's slips do not add up


def _brought_back(request: HttpRequest, woman: Woman, form: Decisions) -> Plain:
    """What was decided before she went to prove who she is, and whether she did."""
    kept = request.session.get(KEPT)
    if kept is None or kept["woman"] != str(woman.pk):
        return {}
    form.typed = dict(kept["typed"])
    if not proved_lately(request):
        form.wrong["password"] = WORDS["sign.directory.untold"][language()].format(settings.OIDC_NAME)
    moved = kept["shown"] != _digest(form.shown)
    return {"refused": WORDS["sign.moved"][language()]} if moved else {"proved": proved_lately(request)}


def _sign_on_again(woman: Woman) -> str:
    """The way to the directory and back. It is told to ask her anew, and to say when it did."""
    asked = urlencode({"prompt": "login", "max_age": LATELY})
    back = reverse("sign", args=(woman.pk,)) + "?back=1"
    way = urlencode({"process": "redirect", "next": back, "auth_params": asked})
    return reverse("openid_connect_login", args=("hospital",)) + f"?{way}"


def _digest(shown: Plain) -> str:
    return hash_of({"shown": shown})


def _page(request: HttpRequest, woman: Woman, form: Decisions, found: Assessment, before: Event | None) -> Plain:
    words, who = language(), actor(request)
    told = written(drawn(form.shown, words), words)
    for n, one in enumerate((*told["steps"], *(item for group in told["groups"] for item in group["items"]))):
        one |= {"said": form.of(one["of"]), "n": n}
    for group in told["groups"]:
        group["touched"] = any(one["said"]["choice"] or one["said"]["wrong"] for one in group["items"])
    for one in (*told["argued"], *told["rest"]):
        one["said"] = form.typed.get(f"cause:{one['id']}", "")
    asked = (*told["argued"], *(one for one in told["rest"] if one["id"] == INSUFFICIENCY))
    return {
        "woman": woman,
        "seen": woman.events,
        "digest": _digest(form.shown),
        "told": told,
        "asked": asked,
        "rest": [one for one in told["rest"] if one not in asked],
        "before": _before(before),
        "changes": None if before is None else written(differences(before, found, words), words),
        "signer": who.called,
        "version": 1 if before is None else before.data["version"] + 1,
        "today_is": clock.today(),
        "password_wrong": form.wrong.get("password"),
        "minutes": LATELY // 60,
        "sign_on_again": _sign_on_again(woman),
    }


def _before(before: Event | None) -> Plain | None:
    """What the last version decided of each recommendation and cause, to be read beside it."""
    if before is None:
        return None
    data = before.data
    return {
        "version": data["version"],
        "on": before.on,
        "by": data["signer"]["name"],
        "decided": {one["of"]: one for one in data["decisions"]},
        "diagnosis": data["diagnosis"],
    }


@for_roles(*CARE)
def signed(request: HttpRequest, woman_id: uuid.UUID, version: int) -> HttpResponse:
    """One signed version, drawn from what was frozen and from nothing else."""
    woman = woman_for(request, woman_id, "signed")
    event = signatures_of(woman).filter(data__version=version).first()
    if event is None:
        raise Http404
    words, data = language(), event.data
    told = written(drawn(data["shown"], words), words)
    items = {one["of"]: one for one in (*told["steps"], *told["done"])}
    items |= {one["of"]: one for group in told["groups"] for one in group["items"]}
    decided = [items[one["of"]] | one for one in data["decisions"]]
    names = {one["id"]: one for one in (*told["argued"], *told["rest"])}
    left = items.keys() - {one["of"] for one in decided}
    newest = latest(woman)
    context = {
        "woman": woman,
        "event": event,
        "data": data,
        "told": told,
        "steps": [one for one in decided if one["kind"] == "step"],
        "advice": [one for one in decided if one["kind"] == "advice"],
        "diagnosis": [names[cause] | {"finding": said} for cause, said in data["diagnosis"].items()],
        "undecided": [one for of, one in items.items() if of in left],
        "whole": is_whole(data),
        "newer": newest.data["version"] if newest is not None and newest.data["version"] > version else None,
        "older": version - 1,
        "may_sign": actor(request).role == Role.DOCTOR,
    }
    return render(request, "sign/signed.html", context)
