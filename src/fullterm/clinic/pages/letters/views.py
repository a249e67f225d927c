"""Passport and letters: chosen, previewed on the page, and printed as PDF. Each print is a look at her record."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.safestring import SafeString
from django.views.decorators.http import require_http_methods, require_safe

from fullterm.care.plan.silence import Channel, allowed
from fullterm.clinic.base import clock
from fullterm.clinic.base.access import CARE, for_roles, woman_for
from fullterm.clinic.base.language import language as spoken
from fullterm.clinic.models import Woman
from fullterm.clinic.pages.letters import pdf as printing
from fullterm.clinic.pages.letters.consent import consent
from fullterm.clinic.pages.letters.content import Recorded, frame, recorded
from fullterm.clinic.pages.letters.passport import passport
from fullterm.clinic.pages.letters.referral import referral
from fullterm.clinic.text.wording import written
from fullterm.vocabulary.fact import Language

Body = Callable[[Recorded, Language, HttpRequest], dict[str, Any]]
TYPED = ("to", "asked")
"""The doctor's own words on a referral."""
LOCALES: dict[Language, str] = {"en": "en", "zh": "zh-hans"}


def _passport(of: Recorded, language: Language, _: HttpRequest) -> dict[str, Any]:
    return passport(of, language)


def _referral(of: Recorded, language: Language, request: HttpRequest) -> dict[str, Any]:
    typed = {name: request.POST.get(name, "").strip() for name in ("to", "asked")}
    return {**referral(of, language), **typed}


LETTERS: dict[str, tuple[Channel, Body]] = {
    "passport": ("passport", _passport),
    "referral": ("referral", _referral),
    "consent": ("consent", lambda _, language, __: consent("planned", language)),
    "consent-emergency": ("consent", lambda _, language, __: consent("emergency", language)),
    "consent-abdominal": ("consent", lambda _, language, __: consent("abdominal", language)),
}
"""Every letter, by its name in the address: its template, which is the channel it speaks by, and what it says."""


@require_safe
@for_roles(*CARE)
def choose(request: HttpRequest, woman_id: uuid.UUID) -> HttpResponse:
    """Which letter, in which language; as it will read, and the way to its PDF."""
    woman = woman_for(request, woman_id, "letters")
    may = _may(woman)
    letter = request.GET.get("letter", may[0])
    if letter not in may:
        raise Http404
    chosen = _language(request.GET.get("language"), woman)
    shown = _context(request, woman, letter, chosen)
    context = {
        "woman": woman,
        "letters": [(name, f"letters.name.{name}") for name in may],
        "letter": letter,
        "chosen": chosen,
        "preview": _body(shown, chosen),
        "can_print": printing.can_print(),
    }
    return render(request, "letters/letters.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@for_roles(*CARE)
def pdf(request: HttpRequest, woman_id: uuid.UUID, letter: str) -> HttpResponse:
    """One letter as PDF. What the doctor typed for it is sent by POST, printed, and kept nowhere."""
    if letter not in LETTERS:
        raise Http404
    woman = woman_for(request, woman_id, f"letter {letter}")
    if letter not in _may(woman):
        raise Http404
    chosen = _language(request.POST.get("language") or request.GET.get("language"), woman)
    context = _context(request, woman, letter, chosen)
    try:
        with translation.override(LOCALES[chosen]):
            made = printing.pdf("letters/sheet.html", context)
    except printing.CannotPrintError:
        return render(request, "letters/letters_cannot.html", {"woman": woman}, status=503)
    response = HttpResponse(made, content_type="application/pdf")
    response["Content-Disposition"] = f'inline; filename="{letter}.pdf"'
    return response


def _may(woman: Woman) -> list[str]:
    """The letters that may be printed of her today: none addressed to her once she has died (`care.plan.silence`)."""
    of = recorded(woman, clock.today())
    return [name for name, (channel, _) in LETTERS.items() if allowed(channel, of.case, of.on)]


def _context(request: HttpRequest, woman: Woman, letter: str, chosen: Language) -> dict[str, Any]:
    of = recorded(woman, clock.today())
    template, body = LETTERS[letter]
    said = body(of, chosen, request)
    typed = {name: said[name] for name in TYPED if name in said}  # not a mark of it is changed
    shown: dict[str, Any] = frame(of, chosen) | written(said, chosen) | typed | {
        "letter": letter,
        "letter_template": f"letters/{template}.html",
        "paper": "a5" if letter == "passport" else "a4",
        "demonstration": settings.DEMO,
    }  # fmt: skip
    return shown


def _body(context: dict[str, Any], chosen: Language) -> SafeString:
    with translation.override(LOCALES[chosen]):
        return render_to_string(context["letter_template"], context)


def _language(asked: str | None, woman: Woman) -> Language:
    if asked in LOCALES:
        return "en" if asked == "en" else "zh"
    return spoken() if not woman.language else "en" if woman.language == "en" else "zh"
