"""Her own page: opened by a private link and a code, without an account. Nothing else of the clinic is reachable here.

The address of the link is left at once: after the code a cookie of an hour, for `/her/` only, opens the page. Django's
own session is neither read nor written. What she does is kept as uses of her link.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import translation
from django.views.decorators.http import require_http_methods, require_safe

from fullterm.clinic.base import clock
from fullterm.clinic.base import settings_in_force as hospital
from fullterm.clinic.base.language import language
from fullterm.clinic.models import Link, Woman
from fullterm.clinic.pages.portal.content import hers, page_of, visits_of
from fullterm.clinic.write import links
from fullterm.clinic.write.links import WRONG_IN_A_ROW
from fullterm.exchange.calendar import calendar
from fullterm.vocabulary.fact import Language

COOKIE = "her"
LANGUAGE_COOKIE = "her_language"
PLACE = "/her/"
OPEN_FOR = 60 * 60
"""Seconds after the code: a phone is lent, lost and read over a shoulder."""
LOCALES = {"en": "en", "zh": "zh-hans"}
FLAGS = ("bleeding", "waters", "pain", "bulge", "fever", "worry")
FLAGS_AFTER = ("heavy", "belly", "fever", "worry")
"""When to call while she is told not to be pregnant: a period is no alarm."""
BRING = ("book", "papers", "medicine", "questions")
View = Callable[..., HttpResponse]


def for_her(view: View) -> View:
    """A page without the clinic's accounts: no role opens it. It leaves no trace with anybody it is sent on to."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = view(request, *args, **kwargs)
        # the address never goes along; under "no-referrer" a browser names no origin and the forgery check refuses her
        response["Referrer-Policy"] = "strict-origin"
        response["X-Robots-Tag"] = "noindex, nofollow"
        response["Cache-Control"] = "no-store"
        return response

    guarded.roles = frozenset()  # type: ignore[attr-defined]  # the access test reads it: nobody of the clinic
    return guarded


@for_her
@require_http_methods(["GET", "HEAD", "POST"])
def enter(request: HttpRequest, token: str) -> HttpResponse:
    """The door: her link asks for her code. An address that opens nothing says no more than that."""
    link = links.behind(token, "page")
    if link is None:
        return trouble(request, "nothing", 404)
    if request.method == "POST" and "language" in request.POST:
        return _spoken(request, HttpResponseRedirect(request.path))
    if links.silent(link.woman):
        return trouble(request, "quiet", 200)
    with translation.override(LOCALES[_language(request, link.woman)]):
        if links.standing(link, clock.today()) == "closed":
            return trouble(request, "closed", 429)
        if request.method != "POST":
            inside = _link(request)  # she opens her link again within the hour
            return redirect("her") if inside == link else _drawn(request, "portal/her_door.html", {})
        if links.try_code(link, token, request.POST.get("code", "")):
            response = redirect("her")
            _let_in(response, link)
            return response
        left = WRONG_IN_A_ROW - link.wrong
        if left <= 0:
            return trouble(request, "closed", 429)
        return _drawn(request, "portal/her_door.html", {"left": left}, 422)


@for_her
@require_http_methods(["GET", "HEAD", "POST"])
def show(request: HttpRequest) -> HttpResponse:
    """Her page: when to call, where she is, what comes next. She may change its language, subscribe, and leave."""
    link = _link(request)
    if link is None:
        return trouble(request, "again", 403)
    if "language" in request.POST:
        return _spoken(request, redirect("her"))
    if links.silent(link.woman):
        return trouble(request, "quiet", 200)
    if "leave" in request.POST:
        response = redirect("her")
        response.delete_cookie(COOKIE, path=PLACE)
        return response
    on, spoken = clock.today(), _language(request, link.woman)
    with translation.override(LOCALES[spoken]):
        context = page_of(hers(link.woman, on), on, spoken)
        context |= {
            "flags": [f"her.flag.{one}" for one in (FLAGS if context["pregnant"] else FLAGS_AFTER)],
            "bring": [f"her.bring.{one}" for one in BRING],
            "subscribed": link.calendars.filter(revoked=None).exists(),
        }
        if "subscribe" in request.POST:
            path = reverse("visits", args=[links.subscribe(link).token])
            address = request.build_absolute_uri(path)
            context |= {"address": address, "webcal": "webcal:" + address.partition(":")[2], "subscribed": True}
        else:
            links.used(link, "page")
        return _drawn(request, "portal/her.html", context)


@for_her
@require_safe
def visits_file(request: HttpRequest) -> HttpResponse:
    """The days of her visits, once, as a file."""
    link = _link(request)
    if link is None:
        return trouble(request, "again", 403)
    links.used(link, "file")
    return _calendar(link, _language(request, link.woman))


@for_her
@require_safe
def visits(request: HttpRequest, token: str) -> HttpResponse:
    """The days of her visits, again and again: a calendar cannot type a code, so it is told nothing that names her."""
    link = links.behind(token, "calendar")
    if link is None:
        return trouble(request, "nothing", 404)
    links.used(link, "calendar")
    return _calendar(link, _language(request, link.woman))


def trouble(request: HttpRequest, what: str, status: int) -> HttpResponse:
    """Why nothing is shown, in her frame: it leads nowhere into the clinic."""
    said, chosen = f"her.door.{what}", request.COOKIES.get(LANGUAGE_COOKIE, "")
    with translation.override(LOCALES.get(chosen) or translation.get_language()):
        return _drawn(request, "portal/her_trouble.html", {"heading": said, "sentence": f"{said}.sentence"}, status)


def _drawn(request: HttpRequest, template: str, context: dict[str, Any], status: int = 200) -> HttpResponse:
    """A page in her frame, with the telephone on top of every one."""
    call = {
        "telephone": hospital.telephone(),
        "emergency": hospital.emergency_telephone(),
        "hospital_name": hospital.name()[language()],
    }
    response = render(request, template, call | context, status=status)
    response.headers.setdefault("Content-Language", translation.get_language() or "en")
    return response


def _calendar(link: Link, spoken: Language) -> HttpResponse:
    on = clock.today()
    seed = f"{link.parent_id or link.pk}"  # the file and the subscription of one page are the same events
    made = calendar(visits_of(hers(link.woman, on)), spoken, on, seed)
    response = HttpResponse(made, content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="visits.ics"'
    return response


def _let_in(response: HttpResponse, link: Link) -> None:
    """The cookie of an hour. It says which link was opened, and the link is asked again on every page."""
    value = signing.dumps(str(link.pk), salt="clinic.her")
    secure = settings.SESSION_COOKIE_SECURE
    response.set_cookie(COOKIE, value, path=PLACE, secure=secure, httponly=True, samesite="Lax")


def _link(request: HttpRequest) -> Link | None:
    """The link she opened within the hour, if the clinic has not revoked it since."""
    try:
        pk = signing.loads(request.COOKIES.get(COOKIE, ""), salt="clinic.her", max_age=OPEN_FOR)
    except signing.BadSignature:
        return None
    link = Link.objects.select_related("woman").filter(pk=pk, kind="page").first()
    return link if link is not None and links.standing(link, clock.today()) in ("open", "closed") else None


def _language(request: HttpRequest, woman: Woman) -> Language:
    """Hers, until she chooses another on this phone."""
    chosen = request.COOKIES.get(LANGUAGE_COOKIE) or woman.language
    return "en" if chosen == "en" else "zh"


def _spoken(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    if request.POST["language"] in LOCALES:
        response.set_cookie(
            LANGUAGE_COOKIE, request.POST["language"], path=PLACE, max_age=links.LONGEST * 24 * 3600,
            secure=settings.SESSION_COOKIE_SECURE, httponly=True, samesite="Lax",
        )  # fmt: skip
    return response
