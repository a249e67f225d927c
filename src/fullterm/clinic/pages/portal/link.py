"""The link to her own page: given with its code shown once, listed with its uses, revoked at once."""

from __future__ import annotations

import uuid
from datetime import date, timedelta
from typing import Any

import segno
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation

from fullterm.clinic.base import clock
from fullterm.clinic.base import settings_in_force as hospital
from fullterm.clinic.base.access import CARE, actor, for_roles, woman_for
from fullterm.clinic.base.form_token import key_of
from fullterm.clinic.base.language import language
from fullterm.clinic.base.refused import Refused
from fullterm.clinic.models import Link, Woman
from fullterm.clinic.pages.portal.content import day_in
from fullterm.clinic.text.refusals_zh import in_words
from fullterm.clinic.words import WORDS
from fullterm.clinic.write import links
from fullterm.clinic.write.links import Given
from fullterm.vocabulary.fact import Language

LOOKS = 20
"""The newest uses shown of all her links."""


@for_roles(*CARE)
def show(request: HttpRequest, woman_id: uuid.UUID) -> HttpResponse:
    """Every link of hers. A new one is shown once, as a sheet to print: its picture, and its code on a strip."""
    woman = woman_for(request, woman_id, "link")
    if request.method != "POST":
        return render(request, "portal/link.html", _page(woman))
    if "revoke" in request.POST:
        links.revoke(_of(woman, request.POST["revoke"]), actor(request))
        messages.success(request, WORDS["link.revoked.now"][language()])
        return redirect("link", woman.pk)
    try:
        given = links.give(woman, actor(request), _day(request), key_of(request))
    except Refused as refused:
        wrong = in_words(str(refused), language())
        page = _page(woman) | {"wrong": wrong, "expires": request.POST.get("expires", "")}
        return render(request, "portal/link.html", page, status=422)
    return _sheet(request, woman, given)


def _page(woman: Woman) -> dict[str, Any]:
    on = clock.today()
    given = woman.links.select_related("given_by", "revoked_by", "parent").order_by("-given", "-pk")
    return {
        "woman": woman,
        "today_is": on,
        "links": [_line(one, on) for one in given],
        "looks": [
            {"at": one.at, "what": f"link.use.{one.what}", "link": one.link.pk.hex[:6]}
            for one in links.uses_of(woman)[:LOOKS]
        ],
        "expires": links.default_expiry(woman, on).isoformat(),
        "longest": links.LONGEST,
        "key": uuid.uuid4(),
        "silent": links.silent(woman),
        "no_telephone": not hospital.emergency_telephone(),
    }  # fmt: skip


def _line(link: Link, on: date) -> dict[str, Any]:
    looked = link.uses.exclude(what__in=("wrong", "subscribed")).order_by("-pk").first()
    return {
        "link": link,
        "short": link.pk.hex[:6],
        "standing": links.standing(link, on),
        "looked": looked.at if looked is not None else None,
        "wrong": link.uses.filter(what="wrong").count(),
    }


def _sheet(request: HttpRequest, woman: Woman, given: Given) -> HttpResponse:
    """The handout, in her language: A5, the code on a strip to be cut off and kept elsewhere."""
    address = request.build_absolute_uri(reverse("her_enter", args=[given.token]))
    spoken: Language = "en" if woman.language == "en" else "zh"
    with translation.override("en" if spoken == "en" else "zh-hans"):
        sheet = {
            "address": address,
            "picture": segno.make(address, error="m").svg_data_uri(scale=5, border=2, omitsize=False),
            "code": f"{given.code[:3]} {given.code[3:]}",
            "expires": day_in(given.link.expires - timedelta(days=1), spoken),  # the last day it opens
            "telephone": hospital.telephone(),
            "emergency": hospital.emergency_telephone(),
            "hospital_name": hospital.name()[spoken],
        }
        drawn = render_to_string("portal/link_sheet.html", sheet)
    return render(request, "portal/link_given.html", {"woman": woman, "sheet": drawn, "spoken": spoken})


def _of(woman: Woman, pk: str) -> Link:
    try:
        return woman.links.get(pk=uuid.UUID(pk))
    except (ValueError, Link.DoesNotExist):
        raise Http404 from None


def _day(request: HttpRequest) -> date:
    typed = request.POST.get("expires", "").strip()
    try:
        return date.fromisoformat(typed)
    except ValueError:
        raise Refused(
            f"{typed!r} is not a date: write it as 2026-03-02" if typed else "this is needed: fill it in"
        ) from None
