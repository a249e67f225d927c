"""What somebody typed while her session ended, or while she signed in anew: kept on the answer, never lost.

It stands in the answer alone, as it stood in the page that sent it: no session, no database and no log holds it.
"""

from __future__ import annotations

from urllib.parse import urlsplit, urlunsplit

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

OURS = frozenset({"csrfmiddlewaretoken", "key", "seen", "shown", "tab"})
"""What a page of ours puts into its form; the rest was typed."""
NEVER = frozenset({"csrfmiddlewaretoken", "password"})
"""What is not written into a page."""


def signed_out(request: HttpRequest) -> HttpResponse:
    """The answer to nobody: the sign-in page; or, for a form that was typed in, everything typed and the way back."""
    if request.method == "POST" and typed(request):
        return _drawn(request, "kept.signed_out", 401)
    if request.headers.get("HX-Request"):  # a part of a page: the whole of it goes to the sign-in
        page = urlsplit(request.headers.get("HX-Current-URL", ""))
        where = urlunsplit(("", "", page.path or "/", page.query, ""))
        return HttpResponse(status=204, headers={"HX-Redirect": redirect_to_login(where).url})
    return redirect_to_login(request.get_full_path())


def once_more(request: HttpRequest) -> HttpResponse | None:
    """A form of ours whose token is older than the last sign-in, with everything typed; None for any other.

    Only what this clinic's own page sent: the browser names where a form comes from, and no other site can lie there.
    """
    place = request.resolver_match
    guarded = place is not None and getattr(place.func, "roles", None)
    if not guarded or request.headers.get("Origin") != f"{request.scheme}://{request.get_host()}" or not typed(request):
        return None
    return _drawn(request, "kept.again" if request.user.is_authenticated else "kept.signed_out", 403)


def typed(request: HttpRequest) -> bool:
    """Whether somebody typed or chose anything in this form."""
    return any(text.strip() for name, texts in request.POST.lists() if name not in OURS for text in texts)


def _drawn(request: HttpRequest, said: str, status: int) -> HttpResponse:
    fields = [(name, text) for name, texts in request.POST.lists() if name not in NEVER for text in texts]
    response = render(request, "clinic/kept.html", {"said": said, "fields": fields}, status=status)
    if request.headers.get("HX-Request"):  # in the place of the whole page; no other status is drawn
        response.status_code, response["HX-Retarget"], response["HX-Reswap"] = 200, "body", "innerHTML"
    return response
