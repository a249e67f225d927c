"""The frame around every page: the language switch, and what is said when a page cannot be shown.

None of these pages names a woman: who is here is itself a secret, and an error page reaches screens and logs.
"""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from fullterm.clinic.base import resubmit as kept
from fullterm.clinic.base.language import language as spoken
from fullterm.clinic.pages.portal import views as her

COOKIE_LASTS = 365 * 24 * 60 * 60  # seconds: the language is the browser's, not the session's

PRIVATE = ("/her/", "/visits/")
"""Her own pages: what goes wrong there is said in her frame, which leads nowhere into the clinic."""


@require_POST
def language(request: HttpRequest) -> HttpResponse:
    """Keep the chosen language in a cookie and go back to the page it was chosen on."""
    back = request.POST.get("next", "")
    if not url_has_allowed_host_and_scheme(back, {request.get_host()}, require_https=request.is_secure()):
        back = "/"
    response = HttpResponseRedirect(back)
    chosen = request.POST.get("language")
    if chosen in dict(settings.LANGUAGES):
        response.set_cookie(
            settings.LANGUAGE_COOKIE_NAME,
            chosen,
            max_age=COOKIE_LASTS,
            secure=settings.SESSION_COOKIE_SECURE,
            httponly=True,
            samesite="Lax",
        )
    return response


def unreadable(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001  # Django's
    """400: more than a form holds, or a character that is none."""
    return _trouble(request, "unreadable", 400)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001  # Django's
    """403: signed in, but this page is not for this role."""
    return _trouble(request, "forbidden", 403)


def unverified(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001  # Django's
    """403 of the forgery check: she signed in anew meanwhile, the page was open too long, or cookies are off."""
    return kept.once_more(request) or _trouble(request, "unverified", 403)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001  # Django's
    """404: no such page, or no such woman for whoever asks: the two are not told apart."""
    return _trouble(request, "not_found", 404)


def locked(request: HttpRequest, *_: object, **__: object) -> HttpResponse:
    """429: too many wrong passwords."""
    return _trouble(request, "locked", 429)


def too_many(request: HttpRequest) -> HttpResponse:
    """429: more tries in a minute than people make."""
    return _trouble(request, "too_many", 429)


def broken(request: HttpRequest) -> HttpResponse:  # noqa: ARG001  # the database behind it may be what broke
    """500: our fault. Nothing was saved; the page depends on nothing that may itself be broken."""
    return HttpResponse(render_to_string("clinic/trouble.html", _words("broken") | {"lang": spoken()}), status=500)


def _trouble(request: HttpRequest, what: str, status: int) -> HttpResponse:
    if request.path.startswith(PRIVATE):
        return her.for_her(her.trouble)(request, "unverified" if what == "unverified" else "nothing", status)
    return render(request, "clinic/trouble.html", _words(what), status=status)


def _words(what: str) -> dict[str, str]:
    return {"heading": f"trouble.{what}", "sentence": f"trouble.{what}.sentence"}
