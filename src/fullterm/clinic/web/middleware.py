"""What holds for every page: a strict content security policy, no copies, closed doors, a second step at sign-in."""

from __future__ import annotations

import logging
from collections.abc import Callable

from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.core.exceptions import BadRequest
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import translation

from fullterm.clinic.base import settings_in_force as hospital
from fullterm.clinic.base.second_step import by_directory
from fullterm.clinic.models import User

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
"""Our own files only, nothing inline, nobody's frame. `data:` is the picture that sets up an authenticator."""
ENROL = "mfa_activate_totp"
OWN_PASSWORD = "account_change_password"
WITHOUT_SECOND_STEP = frozenset({ENROL, "account_logout", "account_reauthenticate", "mfa_reauthenticate", "language"})
WITHOUT_OWN_PASSWORD = frozenset({OWN_PASSWORD, "account_logout", "language"})
CLOSED = frozenset({"socialaccount_signup", "socialaccount_connections"}) | frozenset(
    f"account_{name}"
    for name in (
        "signup", "email", "email_verification_sent", "confirm_email", "set_password", "reset_password",
        "reset_password_done", "reset_password_from_key", "reset_password_from_key_done", "confirm_login_code",
    )
)  # fmt: skip
"""Pages of allauth for people who sign up by themselves and read mail. Its forms name them, so they stay in the table
of addresses; here an administrator makes every account and sets every forgotten password."""
SIGN_ON = frozenset({
    "openid_connect_login", "openid_connect_callback", "socialaccount_login_cancelled", "socialaccount_login_error",
})  # fmt: skip
"""Closed where the hospital's directory is not set up."""
Answer = Callable[[HttpRequest], HttpResponse]
log = logging.getLogger(__name__)


class ContentSecurityPolicy:
    """Adds the policy to every answer, and tells browsers to keep no copy of a page about a woman."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """The answer, with its headers."""
        response = self.get_response(request)
        response.setdefault("Content-Security-Policy", POLICY)
        response.setdefault("Cache-Control", "no-store")
        response.setdefault("Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=()")
        return response


class RefuseNul:
    """Refuses what is no text: a NUL cannot be typed, and no database keeps one."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """The answer of whoever comes next; 400 for a form or an address with a NUL in it. Raises BadRequest."""
        for sent in (request.GET, request.POST):
            if any("\0" in text for name, texts in sent.lists() for text in (name, *texts)):
                raise BadRequest("a NUL was sent")
        return self.get_response(request)


class ClosedDoors:
    """Answers for the pages nobody here needs as if they were not there, and for a directory that is away."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """The answer of whoever comes next: what is closed is known once the page is, below."""
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *_: object) -> None:
        """Go on. Raises Http404 for a closed page."""
        name = request.resolver_match.url_name if request.resolver_match else None
        if name in CLOSED or (name in SIGN_ON and not settings.OIDC):
            raise Http404
        if name is None and request.path.startswith("/accounts/"):  # allauth's redirects from its older addresses
            raise Http404

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """A directory that does not answer, or answers nonsense, is no fault of ours; None for every other failure."""
        name = request.resolver_match.url_name if request.resolver_match else None
        if name in SIGN_ON and isinstance(exception, OSError | ValueError | KeyError):
            log.warning("the directory for signing on gave no usable answer: %s", type(exception).__name__)
            return render(request, "socialaccount/authentication_error.html", status=502)
        return None


class SecondStep:
    """Whoever has no authenticator yet sets one up before anything else, unless the hospital waived it."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """The answer of whoever comes next: what is asked is decided once the page is known, below."""
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *_: object) -> HttpResponse | None:
        """Redirect to the set-up, or None to go on."""
        if not request.user.is_authenticated or not hospital.second_step() or by_directory(request):
            return None
        name = request.resolver_match.url_name if request.resolver_match else None
        if name in WITHOUT_SECOND_STEP | WITHOUT_OWN_PASSWORD or is_mfa_enabled(request.user):
            return None
        return redirect(ENROL)


class OwnPasswordFirst:
    """Whoever signed in with a one-time password chooses her own before anything else."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """The answer of whoever comes next: what is asked is decided once the page is known, below."""
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *_: object) -> HttpResponse | None:
        """Redirect to the choice, or None to go on."""
        user = request.user
        if not isinstance(user, User) or user.one_time is None or by_directory(request):
            return None
        name = request.resolver_match.url_name if request.resolver_match else None
        return None if name in WITHOUT_OWN_PASSWORD else redirect(OWN_PASSWORD)


class Settled:
    """The hospital's settings, read once a request; and its language for whoever has not chosen one."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """The answer of whoever comes next."""
        with hospital.held():
            if settings.LANGUAGE_COOKIE_NAME not in request.COOKIES:
                spoken = hospital.current().language
                if spoken:
                    translation.activate(spoken)
                    request.LANGUAGE_CODE = spoken
            return self.get_response(request)
