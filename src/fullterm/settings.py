"""Django's settings: everything secret or local comes from the environment, and the safe value is the default.

FULLTERM_SECRET_KEY    required outside the demonstration: 50 characters or more, known to this server only
FULLTERM_HOSTS         the host names it answers to, separated by commas
FULLTERM_PROXY=1       the hospital's proxy speaks https in front of it, sets X-Forwarded-Proto itself and adds whom it
                       answers to X-Forwarded-For, last of all: otherwise all seem to come from the proxy
DATABASE_URL           postgres://… ; without it SQLite in FULLTERM_DATA
FULLTERM_DATA          the folder of the database and the static files
FULLTERM_PROTOCOL      the hospital's protocol; FULLTERM_TIME_ZONE its time zone
FULLTERM_HOSPITAL      what women call the hospital; in both languages as English|中文
FULLTERM_TELEPHONE     the hospital's telephone as women are to dial it; FULLTERM_EMERGENCY_TELEPHONE day and night
FULLTERM_SECOND_STEP=0 people may sign in with a password alone (in the demonstration they always may)
FULLTERM_OIDC_ISSUER   the hospital's directory for signing on (OpenID Connect): https://…; none without it. With it
                       FULLTERM_OIDC_CLIENT_ID and _SECRET; FULLTERM_OIDC_NAME, what the button calls it
FULLTERM_OIDC_USERNAME the claim that carries the sign-in name here (preferred_username); _SCOPE, what is asked for
FULLTERM_OIDC_ROLES    groups:doctors=doctor,groups:nurses=nurse: makes an account for whoever has none
FULLTERM_DEMO=1        the demonstration ward, on this machine only: http, a key everybody knows
FULLTERM_EMPTY=1       the demonstration without any woman: its accounts alone
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import dj_database_url

DEMO = os.environ.get("FULLTERM_DEMO") == "1"
DATA = Path(os.environ.get("FULLTERM_DATA", "var")).resolve()
DEBUG = False
PROTOCOL = os.environ.get("FULLTERM_PROTOCOL", "antai")
HOSPITAL = os.environ.get("FULLTERM_HOSPITAL", "An Tai hospital|安泰医院" if DEMO else "")
EMPTY = os.environ.get("FULLTERM_EMPTY") == "1"
ADDRESS = os.environ.get("FULLTERM_ADDRESS", "")  # where the server answers, as the commands print it
INVENTED = "000-0000-0000" if DEMO else ""  # nobody's number
TELEPHONE = os.environ.get("FULLTERM_TELEPHONE", INVENTED)
EMERGENCY_TELEPHONE = os.environ.get("FULLTERM_EMERGENCY_TELEPHONE", TELEPHONE)
PROXY = os.environ.get("FULLTERM_PROXY") == "1"
SECOND_STEP = not DEMO and os.environ.get("FULLTERM_SECOND_STEP") != "0"

ROLES = ("doctor", "nurse", "surgeon", "agreement", "registrar", "administrator")
LOCAL = "localhost,127.0.0.1,[::1]"
SECRET_KEY = "demonstration-only-" * 4 if DEMO else os.environ.get("FULLTERM_SECRET_KEY", "")
ALLOWED_HOSTS = (LOCAL if DEMO else os.environ.get("FULLTERM_HOSTS", LOCAL)).split(",")
if len(SECRET_KEY) < 50 or len(set(SECRET_KEY)) < 5:
    sys.exit(
        "fullterm does not start without its secret: set FULLTERM_SECRET_KEY to 50 or more random characters "
        "(python -c 'import secrets; print(secrets.token_urlsafe(50))'), or FULLTERM_DEMO=1 for the demonstration"
    )

OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_SECRET = (
    os.environ.get(f"FULLTERM_OIDC_{name}", "") for name in ("ISSUER", "CLIENT_ID", "SECRET")
)
OIDC = bool(OIDC_ISSUER)
OIDC_NAME = os.environ.get("FULLTERM_OIDC_NAME", "OpenID")
OIDC_USERNAME = os.environ.get("FULLTERM_OIDC_USERNAME", "preferred_username")
OIDC_ROLES = [
    (*claim.partition(":")[::2], role)
    for claim, _, role in (one.strip().rpartition("=") for one in os.environ.get("FULLTERM_OIDC_ROLES", "").split(","))
    if claim
]
if OIDC and not (OIDC_CLIENT_ID and OIDC_SECRET):
    sys.exit("FULLTERM_OIDC_ISSUER is set: set FULLTERM_OIDC_CLIENT_ID and FULLTERM_OIDC_SECRET too, or none of them")
if OIDC and urlsplit(OIDC_ISSUER).scheme != "https" and urlsplit(OIDC_ISSUER).hostname not in LOCAL.split(","):
    sys.exit("FULLTERM_OIDC_ISSUER must begin with https://: who signs on is believed because the line is safe")
if unknown := {role for *_, role in OIDC_ROLES} - set(ROLES):
    sys.exit(f"FULLTERM_OIDC_ROLES names no role of the clinic: {', '.join(sorted(unknown))}; write {', '.join(ROLES)}")

INSTALLED_APPS = [
    "fullterm.clinic",  # first: its templates stand before allauth's
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django_htmx",
    "axes",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "fullterm.clinic.web.middleware.ContentSecurityPolicy",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "fullterm.clinic.web.middleware.Settled",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "fullterm.clinic.web.middleware.ClosedDoors",
    "fullterm.clinic.web.middleware.OwnPasswordFirst",
    "fullterm.clinic.web.middleware.SecondStep",
    "fullterm.clinic.web.middleware.RefuseNul",
    "django_htmx.middleware.HtmxMiddleware",
    "axes.middleware.AxesMiddleware",  # last: it answers for whoever is locked out
]
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
]
ROOT_URLCONF = "fullterm.clinic.urls"
WSGI_APPLICATION = "fullterm.clinic.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "DIRS": [Path(__file__).parent / "clinic" / "pages"],  # a page's templates stand beside its views
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "fullterm.clinic.web.template_context.hospital",
            ],
            "builtins": ["fullterm.clinic.templatetags.say", "fullterm.clinic.templatetags.address"],
        },
    }
]

DATABASE: dict[str, Any] = dict(
    dj_database_url.config(default=f"sqlite:///{DATA / 'clinic.sqlite3'}", conn_max_age=60, conn_health_checks=True)
)
if DATABASE["ENGINE"].endswith("sqlite3"):
    DATA.mkdir(parents=True, exist_ok=True)
    DATABASE["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",  # a writer waits at the start, so that two actions never interleave
        "timeout": 20,  # seconds
        # FULL: what was answered "saved" is still there after a power cut
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;",
    }
DATABASES = {"default": DATABASE}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
AUTH_USER_MODEL = "clinic.User"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]

LANGUAGE_CODE = "en"
LANGUAGES = [("en", "English"), ("zh-hans", "简体中文")]
LANGUAGE_COOKIE_NAME = "language"
USE_I18N = True
USE_TZ = True
TIME_ZONE = os.environ.get("FULLTERM_TIME_ZONE", "Asia/Shanghai")
STATIC_URL = "static/"
STATIC_ROOT = DATA / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "fullterm.clinic.web.static_files.Hashed"},
}
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"  # a cookie would carry whose record it was
EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"  # the clinic sends no mail

LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "home"
ACCOUNT_ADAPTER = "fullterm.clinic.base.access.NoSignup"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_FORMS = {"change_password": "fullterm.clinic.base.access.OwnPasswordForm"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_RATE_LIMITS = {
    "login_failed": None,  # axes counts them, in the database, for all workers at once
    "login": "300/m/ip",  # a whole hospital may come from one address, and its shifts begin together
}
ALLAUTH_TRUSTED_PROXY_COUNT = int(PROXY)  # of X-Forwarded-For its last address: the one the proxy saw, not a told one
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_TOTP_ISSUER = "fullterm"
MFA_ADAPTER = "fullterm.clinic.base.second_step.SecondStepHere"
SOCIALACCOUNT_ADAPTER = "fullterm.clinic.web.oidc.SignOn"
SOCIALACCOUNT_EMAIL_AUTHENTICATION = False  # an address of mail is not who somebody is
SOCIALACCOUNT_EMAIL_VERIFICATION = "none"
SOCIALACCOUNT_LOGIN_ON_GET = True  # a link: our policy lets no form be sent on to another host
SOCIALACCOUNT_REQUESTS_TIMEOUT = 10  # seconds
SOCIALACCOUNT_PROVIDERS: dict[str, Any] = {"openid_connect": {"APPS": [], "OAUTH_PKCE_ENABLED": True}}
if OIDC:
    SOCIALACCOUNT_PROVIDERS["openid_connect"]["APPS"].append({
        "provider_id": "hospital", "name": OIDC_NAME, "client_id": OIDC_CLIENT_ID, "secret": OIDC_SECRET,
        "settings": {"server_url": OIDC_ISSUER},
    })  # fmt: skip
    SOCIALACCOUNT_PROVIDERS["openid_connect"]["SCOPE"] = os.environ.get("FULLTERM_OIDC_SCOPE", "openid profile").split()
AXES_FAILURE_LIMIT = 6
AXES_COOLOFF_TIME = 1  # hours
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]  # together: nobody elsewhere can lock a nurse out of her morning
AXES_CLIENT_IP_CALLABLE = "fullterm.clinic.base.access.address_of"
AXES_LOCKOUT_CALLABLE = "fullterm.clinic.web.error_pages.locked"
AXES_RESET_ON_SUCCESS = True
AXES_VERBOSE = False

SECURE_SSL_REDIRECT = not DEMO
SECURE_HSTS_SECONDS = 0 if DEMO else 31_536_000
SECURE_HSTS_INCLUDE_SUBDOMAINS = not DEMO
SECURE_HSTS_PRELOAD = not DEMO
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if PROXY else None
SECURE_REFERRER_POLICY = "same-origin"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = not DEMO
SESSION_COOKIE_AGE = 8 * 60 * 60  # a shift
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "fullterm.clinic.web.error_pages.unverified"
X_FRAME_OPTIONS = "DENY"

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"discreet": {"()": "fullterm.clinic.web.logs.Discreet"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "discreet"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {"django": {"handlers": ["console"], "level": "WARNING", "propagate": False}},
}
