"""Who may open and send what: every address, as every role and as nobody, against one table."""

from __future__ import annotations

import re
import uuid
from collections.abc import Callable, Iterator
from typing import Any, TypeAlias

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from fullterm.clinic.base import access
from fullterm.clinic.models import AccessLog, Event, Role, User, Woman
from fullterm.clinic.pages.entries.forms import ENTRIES
from fullterm.clinic.urls import urlpatterns
from fullterm.guidelines import register
from tests.clinic import agreed
from tests.clinic.ward import NAME, PASSWORD

pytestmark = pytest.mark.django_db
Statuses: TypeAlias = tuple[int, ...]
SignIn: TypeAlias = Callable[[str], Client]

PEOPLE = ("nobody", "doctor", "nurse", "surgeon", "registrar", "administrator", "outsider")
SIGN_IN, REFUSED, MISSING, NO_VERB = 302, 403, 404, 405


def care(status: int) -> Statuses:
    """For who cares for women; the others are refused, nobody is asked to sign in."""
    return (SIGN_IN, status, status, status, REFUSED, REFUSED, REFUSED)


def operators(status: int) -> Statuses:
    """For who operates."""
    return (SIGN_IN, status, REFUSED, status, REFUSED, REFUSED, REFUSED)


def doctors(status: int) -> Statuses:
    """For doctors alone."""
    return (SIGN_IN, status, *[REFUSED] * 5)


def counts(status: int) -> Statuses:
    """For who cares for women and who counts them."""
    return (SIGN_IN, status, status, status, status, REFUSED, REFUSED)


def administrators(status: int) -> Statuses:
    """For who keeps the accounts and the settings."""
    return (SIGN_IN, REFUSED, REFUSED, REFUSED, REFUSED, status, REFUSED)


def agreements(status: int) -> Statuses:
    """For the agreement office and the doctors."""
    return (SIGN_IN, status, REFUSED, REFUSED, REFUSED, REFUSED, status)


def the_office(status: int) -> Statuses:
    """For the agreement office alone."""
    return (SIGN_IN, REFUSED, REFUSED, REFUSED, REFUSED, REFUSED, status)


def office(status: int) -> Statuses:
    """For the agreement office and the administrator."""
    return (SIGN_IN, REFUSED, REFUSED, REFUSED, REFUSED, status, status)


def signed_in(status: int) -> Statuses:
    """For everybody with an account."""
    return (SIGN_IN, *[status] * 6)


def everybody(status: int) -> Statuses:
    """For everybody, account or not."""
    return (status,) * 7


TOKEN = "A" * 32
NAMED_TO = {("outsider", "woman_agreement")}
"""Pages that name a woman to somebody outside her care: the agreement office, on the page of her agreement alone."""
WOMAN: Any = object()
"""Stands for Ms. Wang in the table."""
SOMEBODY: Any = object()
"""Stands for the nurse's account in the table."""
NOWHERE = 2_000_000_000
ADVICE = register.recommendations()[0]
AGAIN = 302  # an action of one's own account asks for the password once more, or goes on to the next page
TABLE: dict[tuple[Any, ...], tuple[Statuses, Statuses]] = {
    # address and its arguments                   GET                 POST of an empty form
    ("home",):                                    ((302, 200, 200, 200, 302, 302, 302), everybody(NO_VERB)),
    ("today",):                                   (care(200),         everybody(NO_VERB)),
    ("today_tab", "due"):                         (care(200),         everybody(NO_VERB)),
    ("call", WOMAN, "cerclage"):                  (care(200),         care(422)),
    ("snooze", WOMAN, "cerclage"):                (care(200),         care(422)),
    ("escalate", WOMAN, "cerclage"):              (care(200),         care(422)),
    ("emergency_start",):                         (care(200),         care(200)),
    ("emergency", WOMAN):                         (care(200),         care(200)),
    ("women",):                                   (care(200),         care(302)),
    ("register",):                                (care(200),         care(200)),
    ("woman", WOMAN):                             (care(200),         care(200)),
    ("why", WOMAN, ADVICE.guideline, ADVICE.ref): (care(200),      care(200)),
    ("why", WOMAN, "no-such-guideline", "1"):     (care(MISSING),     care(MISSING)),
    ("history", WOMAN):                           (care(200),         care(MISSING)),
    ("history_matters", WOMAN):                   (care(MISSING),     care(MISSING)),
    ("history_form", WOMAN):                      (care(200),         care(302)),
    ("events", WOMAN):                            (care(200),         care(200)),
    ("replay", WOMAN):                            (care(200),         care(200)),
    ("who", WOMAN):                               (care(200),         care(200)),
    ("enter", WOMAN, "begin"):                    (care(200),         care(200)),
    ("enter", WOMAN, "end"):                      (care(200),         care(200)),
    ("enter", WOMAN, "arrange"):                  (care(200),         care(200)),
    ("enter", WOMAN, "followed"):                 (care(200),         care(200)),
    ("enter", WOMAN, "scan"):                     (care(200),         care(200)),
    ("enter", WOMAN, "examination"):              (care(200),         care(200)),
    ("enter", WOMAN, "decline"):                  (care(200),         care(200)),
    ("enter", WOMAN, "done"):                     (care(200),         care(200)),
    ("sign", WOMAN):                              (doctors(200),      doctors(200)),
    ("signed", WOMAN, 1):                         (care(MISSING),     care(MISSING)),
    ("withdraw", WOMAN, 1):                       (care(200),         care(200)),
    ("withdraw", WOMAN, 999):                     (care(MISSING),     care(MISSING)),
    ("enter", WOMAN, "cerclage"):                 (operators(200),    operators(200)),
    ("enter", WOMAN, "removal"):                  (operators(200),    operators(200)),
    ("enter", WOMAN, "left"):                     (operators(200),    operators(200)),
    ("enter", WOMAN, "elsewhere"):                (care(200),         care(200)),
    ("enter", WOMAN, "handover"):                 (care(200),         care(200)),
    ("enter", WOMAN, "no-such-entry"):            (care(MISSING),     care(MISSING)),
    ("registry",):                                (counts(200),       everybody(NO_VERB)),
    ("registry_women",):                          (counts(200),       everybody(NO_VERB)),
    ("registry_women_sheet",):                    (counts(200),       everybody(NO_VERB)),
    ("registry_sheet", "groups"):                 (counts(200),       everybody(NO_VERB)),
    ("registry_sheet", "no-such-table"):          (counts(MISSING),   everybody(NO_VERB)),
    ("registry_picture", "curve"):                (counts(MISSING),   everybody(NO_VERB)),  # nobody to draw
    ("link", WOMAN):                              (care(200),         care(422)),
    ("letters", WOMAN):                           (care(200),         everybody(NO_VERB)),
    ("letter", WOMAN, "passport"):                (care(200),         care(200)),
    ("letter", WOMAN, "no-such-letter"):          (care(MISSING),     care(MISSING)),
    # her own pages: no account opens them, only her link and her code
    ("her",):                                     (everybody(REFUSED), everybody(REFUSED)),
    ("her_visits",):                              (everybody(REFUSED), everybody(NO_VERB)),
    ("her_enter", TOKEN):                         (everybody(MISSING), everybody(MISSING)),
    ("visits", TOKEN):                            (everybody(MISSING), everybody(NO_VERB)),
    ("people",):                                  (administrators(200), everybody(NO_VERB)),
    ("people_new",):                              (administrators(200), administrators(422)),
    ("people_changes",):                          (administrators(200), everybody(NO_VERB)),
    ("person", SOMEBODY):                         (administrators(200), everybody(NO_VERB)),
    ("person", NOWHERE):                          (administrators(MISSING), everybody(NO_VERB)),
    ("person_change", SOMEBODY, "role"):          (everybody(NO_VERB), administrators(422)),
    ("person_change", SOMEBODY, "renamed"):       (everybody(NO_VERB), administrators(422)),
    ("person_change", SOMEBODY, "second-step"):   (everybody(NO_VERB), administrators(422)),
    ("person_change", SOMEBODY, "unlinked"):      (everybody(NO_VERB), administrators(422)),
    ("person_change", SOMEBODY, "reopened"):      (everybody(NO_VERB), administrators(422)),
    ("person_change", SOMEBODY, "no-such-deed"):  (everybody(NO_VERB), administrators(MISSING)),
    ("hospital",):                                (administrators(200), administrators(422)),
    ("protocol",):                                ((302, 200, 200, 200, 403, 200, 403), everybody(NO_VERB)),
    ("protocol_compare",):                        ((302, 200, 200, 200, 403, 200, 403), everybody(NO_VERB)),
    ("agreements",):                              (agreements(200),   agreements(200)),
    ("agreements_tab", "closed"):                 (agreements(200),   agreements(200)),
    ("agreements_tab", "no-such-tab"):            (agreements(MISSING), agreements(MISSING)),
    ("agreement_find",):                          (everybody(NO_VERB), agreements(302)),
    ("woman_agreement", WOMAN):                   (agreements(200),   the_office(200)),
    ("agreement", uuid.UUID(int=0)):              (agreements(MISSING), agreements(MISSING)),
    ("agreement_text", uuid.UUID(int=0)):         (agreements(MISSING), agreements(MISSING)),
    ("agreement_step", uuid.UUID(int=0), "paid"): (
        (SIGN_IN, *[REFUSED] * 5, MISSING), (SIGN_IN, *[REFUSED] * 5, MISSING)
    ),
    ("agreement_step", uuid.UUID(int=0), "steal"): (agreements(MISSING), agreements(MISSING)),
    ("agreement_month",):                         (the_office(200),       the_office(200)),
    ("agreement_of_month", "2026-04"):            (the_office(200),       the_office(200)),
    ("agreement_of_month", "2026-13"):            (the_office(MISSING),   the_office(MISSING)),
    ("agreement_csv", "2026-04"):                 (the_office(200),       the_office(200)),
    ("reserve",):                                 (office(200),       everybody(NO_VERB)),
    ("reserve_months", "CNY"):                    (office(MISSING),   everybody(NO_VERB)),
    ("reserve_picture", "CNY", "wide", "light"):  (office(MISSING),   everybody(NO_VERB)),
    ("language",):                                (everybody(NO_VERB), everybody(302)),
    ("account_login",):                           ((200, *[302] * 6), (200, *[302] * 6)),
    ("account_logout",):                          (signed_in(200),    everybody(302)),
    ("account_inactive",):                        (everybody(200),    everybody(NO_VERB)),
    ("account_reauthenticate",):                  (signed_in(200),    signed_in(200)),
    ("account_change_password",):                 (signed_in(200),    signed_in(200)),
    ("mfa_index",):                               (signed_in(200),    signed_in(NO_VERB)),
    ("mfa_authenticate",):                        (everybody(302),    everybody(302)),
    ("mfa_reauthenticate",):                      (signed_in(AGAIN),  signed_in(AGAIN)),
    ("mfa_activate_totp",):                       (signed_in(AGAIN),  signed_in(AGAIN)),
    ("mfa_deactivate_totp",):                     (signed_in(MISSING), signed_in(MISSING)),
    ("mfa_view_recovery_codes",):                 (signed_in(MISSING), signed_in(NO_VERB)),
    ("mfa_generate_recovery_codes",):             (signed_in(AGAIN),  signed_in(AGAIN)),
    ("mfa_download_recovery_codes",):             (signed_in(MISSING), signed_in(MISSING)),
    # closed: an administrator makes every account and sets every forgotten password
    ("account_signup",):                          (everybody(MISSING), everybody(MISSING)),
    ("account_email",):                           (everybody(MISSING), everybody(MISSING)),
    ("account_email_verification_sent",):         (everybody(MISSING), everybody(MISSING)),
    ("account_confirm_email", "key"):             (everybody(MISSING), everybody(MISSING)),
    ("account_confirm_login_code",):              (everybody(MISSING), everybody(MISSING)),
    ("account_set_password",):                    (everybody(MISSING), everybody(MISSING)),
    ("account_reset_password",):                  (everybody(MISSING), everybody(MISSING)),
    ("account_reset_password_done",):             (everybody(MISSING), everybody(MISSING)),
    ("account_reset_password_from_key", "1", "a-b"): (everybody(MISSING), everybody(MISSING)),
    ("account_reset_password_from_key_done",):    (everybody(MISSING), everybody(MISSING)),
    # closed: nobody links accounts by herself; and without a directory there is nothing to sign on to
    ("socialaccount_signup",):                    (everybody(MISSING), everybody(MISSING)),
    ("socialaccount_connections",):               (everybody(MISSING), everybody(MISSING)),
    ("socialaccount_login_cancelled",):           (everybody(MISSING), everybody(MISSING)),
    ("socialaccount_login_error",):               (everybody(MISSING), everybody(MISSING)),
    ("openid_connect_login", "hospital"):         (everybody(MISSING), everybody(MISSING)),
    ("openid_connect_callback", "hospital"):      (everybody(MISSING), everybody(MISSING)),
}  # fmt: skip


def addresses(patterns: list[URLPattern | URLResolver]) -> Iterator[URLPattern]:
    for one in patterns:
        if isinstance(one, URLPattern):
            yield one
        else:
            yield from addresses(one.url_patterns)


def path_of(row: tuple[Any, ...], woman: Woman | uuid.UUID) -> str:
    name, *args = row
    pk = woman if isinstance(woman, uuid.UUID) else woman.pk
    somebody = User.objects.get(username="nurse").pk
    return reverse(name, args=[pk if one is WOMAN else somebody if one is SOMEBODY else one for one in args])


def sent(client: Client, verb: str, path: str) -> HttpResponse:
    return getattr(client, verb)(path)  # type: ignore[no-any-return]  # get or post


def test_every_address_stands_in_the_table() -> None:
    named = {one.name for one in addresses(get_resolver().url_patterns)}
    unnamed = [one.pattern for one in addresses(urlpatterns[:-1]) if one.name is None]
    assert unnamed == [], "only allauth, last of the list, has addresses without a name; they are closed"
    assert named - {None} == {name for name, *_ in TABLE}
    assert {row[2] for row in TABLE if row[0] == "enter"} == {*ENTRIES, "no-such-entry"}


@pytest.mark.parametrize(
    "row", TABLE, ids=lambda row: " ".join(str(one) for one in row if one is not WOMAN and one is not SOMEBODY)
)
def test_an_address_answers_each_role_as_the_table_says(row: Any, ms_wang: Woman, client_of: SignIn) -> None:
    path, events = path_of(row, ms_wang), Event.objects.count()
    for verb, expected in zip(("get", "post"), TABLE[row], strict=True):
        answers = {who: sent(client_of(who), verb, path) for who in PEOPLE}
        assert {who: answer.status_code for who, answer in answers.items()} == dict(zip(PEOPLE, expected, strict=True))
        if row[0] not in ("language", "account_login", "account_logout", "mfa_authenticate") and expected[0] == SIGN_IN:
            assert answers["nobody"]["Location"].startswith(reverse("account_login"))
        for who, answer in answers.items():
            if who not in ("doctor", "nurse", "surgeon") and (who, row[0]) not in NAMED_TO:
                assert NAME not in answer.content.decode(), who
    assert Event.objects.count() == events, "an empty form writes nothing"


def test_every_view_of_the_clinic_says_who_may_open_it() -> None:
    own = [one for one in urlpatterns if isinstance(one, URLPattern) and one.name != "language"]
    assert own
    for one in own:
        assert one.callback.roles <= frozenset(Role), one.name  # type: ignore[union-attr]  # for_roles sets it


def test_whether_a_woman_is_here_is_told_to_nobody_outside_her_care(ms_wang: Woman, client_of: SignIn) -> None:
    """An address with her number and one with nobody's answer alike; and the same for who may see women."""
    rows = [row for row in TABLE if WOMAN in row]
    for who in ("nobody", "registrar", "administrator", "outsider"):
        client = client_of(who)
        for row in rows:
            here, nowhere = (client.get(path_of(row, one)) for one in (ms_wang, uuid.UUID(int=1)))
            if (who, row[0]) in NAMED_TO:
                assert (here.status_code, nowhere.status_code) == (200, MISSING)
                continue
            assert here.status_code == nowhere.status_code, (who, row)
            assert NAME not in here.content.decode()
    client = client_of("doctor")
    for row in rows:
        assert client.get(path_of(row, uuid.UUID(int=1))).status_code == MISSING, row
    others = AccessLog.objects.exclude(actor__role__in=access.SEES_WOMEN)
    assert set(others.values_list("page", flat=True)) == {"agreement"}


def test_every_look_at_a_woman_is_kept_with_who_looked(ms_wang: Woman, client_of: SignIn) -> None:
    client = client_of("surgeon")
    for row in TABLE:
        if WOMAN in row and TABLE[row][0][3] == 200:
            looked = AccessLog.objects.count()
            client.get(path_of(row, ms_wang))
            assert AccessLog.objects.count() > looked, row
    assert set(AccessLog.objects.values_list("actor__username", "woman__number")) == {("surgeon", "W-1")}


@pytest.mark.parametrize("role", [Role.DOCTOR, Role.REGISTRAR, Role.AGREEMENT])
def test_no_page_and_no_file_shows_a_woman_without_keeping_the_look(role: Role, ms_wang: Woman) -> None:
    """Lists, searches and files too: new eyes for each address, and a look kept of whose number it shows."""
    people = agreed.people()
    agreed.make_eligible(ms_wang, people["treating"])
    agreement = agreed.offer(ms_wang, people["office"]).agreement
    agreed.sign(agreement, people["office"])
    agreed.pay(agreement, people["office"], "8000")
    addresses = [path_of(row, ms_wang) for row in TABLE if not row[0].startswith(("account_", "mfa_"))]
    addresses += [reverse("agreement", args=[agreement.pk]), reverse("agreement_text", args=[agreement.pk])]
    told = {
        reverse("women"): {"sought": "W-"}, reverse("emergency_start"): {"sought": "W-"},
        reverse("emergency_start") + "?taken": {"number": "w-1", "name": "x", "language": "zh"},
    }  # fmt: skip
    shown = 0
    for number, address in enumerate([*addresses, *told]):
        somebody = User.objects.create_user(f"{role}{number}", role=role)
        client = Client()
        client.force_login(somebody, backend="django.contrib.auth.backends.ModelBackend")
        answer = client.post(address, told[address], follow=True) if number >= len(addresses) else client.get(address)
        if answer.status_code == 200 and (b"W-1" in answer.content or NAME.encode() in answer.content):
            shown += 1
            assert AccessLog.objects.filter(actor=somebody, woman=ms_wang).exists(), address
    assert shown >= {Role.DOCTOR: 30, Role.REGISTRAR: 0, Role.AGREEMENT: 4}[role]


def test_nothing_is_written_without_the_token_of_the_page(ms_wang: Woman, doctor: User) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(doctor, backend="django.contrib.auth.backends.ModelBackend")
    before = Event.objects.count()
    for row, (_, post) in TABLE.items():
        if post[1] not in (NO_VERB, MISSING):
            answer = client.post(path_of(row, ms_wang))
            assert answer.status_code == REFUSED, row
            assert "nothing was saved" in answer.content.decode()
    assert Event.objects.count() == before


def test_a_name_stands_in_no_title_and_in_no_address(ms_wang: Woman, client_of: SignIn) -> None:
    client = client_of("doctor")
    for row in TABLE:
        if TABLE[row][0][1] != 200 or row[0].startswith(("account_", "mfa_")):
            continue
        answer = client.get(path_of(row, ms_wang))
        if not answer["Content-Type"].startswith("text/html"):
            continue  # a file has no title
        if answer["Content-Type"] == "application/pdf":
            continue  # test_letters reads what a PDF says of itself
        text = answer.content.decode()
        titles = re.findall(r"<title>(.*?)</title>", text, re.DOTALL)
        assert titles, row
        assert all(word not in title for title in titles for word in NAME.split()), row
        for address in re.findall(r'(?:href|action|src|hx-get|hx-post)="([^"]*)"', text):
            assert all(word not in address for word in NAME.split()), (row, address)


def test_who_leaves_is_out_at_once(client_of: SignIn, nurse: User) -> None:
    client = client_of("nurse")
    assert client.get("/").status_code == 200
    nurse.is_active = False
    nurse.save()
    assert client.get("/").status_code == SIGN_IN


def test_a_changed_role_holds_at_once(ms_wang: Woman, client_of: SignIn, doctor: User) -> None:
    client = client_of("doctor")
    doctor.role = Role.AGREEMENT
    doctor.save()
    assert client.get(reverse("woman", args=[ms_wang.pk])).status_code == REFUSED


# ---- sign-in


def sign_in(name: str, password: str = PASSWORD, client: Client | None = None) -> HttpResponse:
    return (client or Client()).post(reverse("account_login"), {"login": name, "password": password})  # type: ignore[return-value]  # a response with extras


def test_a_password_opens_the_clinic_for_a_shift(staff: dict[str, User]) -> None:
    client = Client()
    answer = sign_in("nurse", client=client)
    assert (answer.status_code, answer["Location"]) == (302, "/")
    assert client.get("/").status_code == 200
    assert client.session.get_expiry_age() == 8 * 60 * 60
    assert client.session.get_expire_at_browser_close()


def test_six_wrong_passwords_close_the_door_even_to_the_right_one(staff: dict[str, User]) -> None:
    for _ in range(6):
        answer = sign_in("nurse", "wrong")
    assert answer.status_code == 429
    assert "Too many wrong passwords" in answer.content.decode()
    assert sign_in("nurse").status_code == 429
    assert sign_in("doctor").status_code == 302, "the others work on"


def from_there(name: str, password: str, told: str) -> int:
    """Sign in through a proxy that says this of where somebody comes from."""
    typed = {"login": name, "password": password}
    return Client(headers={"x-forwarded-for": told}).post(reverse("account_login"), typed).status_code


def test_behind_the_proxy_nobody_elsewhere_locks_a_nurse_out(staff: dict[str, User], settings: Any) -> None:
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
    answers = [from_there("nurse", "wrong", f"10.0.0.9, 203.0.113.{one}") for one in (5, 5, 5, 5, 5, 5)]
    assert answers[-1] == 429
    assert from_there("nurse", PASSWORD, "203.0.113.5") == 429
    assert from_there("nurse", PASSWORD, "203.0.113.5, 10.0.0.9") == 302, "what a client tells in front counts nothing"


def test_without_a_proxy_nobody_says_where_she_comes_from(staff: dict[str, User]) -> None:
    answers = [from_there("nurse", "wrong", f"203.0.113.{one}") for one in range(6)]
    assert answers[-1] == 429


def test_the_shifts_of_a_hospital_begin_together_and_what_is_too_much_is_said_in_words(staff: dict[str, User]) -> None:
    assert {sign_in("nurse").status_code for _ in range(60)} == {302}
    client = Client(headers={"accept-language": "zh-CN"})
    sign_in("nurse", client=client)
    typed = {"oldpassword": "wrong", "password1": "another one 123", "password2": "another one 123"}
    answers = [client.post(reverse("account_change_password"), typed) for _ in range(6)]
    assert answers[-1].status_code == 429
    assert "请等待一分钟后返回重试" in answers[-1].content.decode()


def test_a_wrong_name_and_a_wrong_password_read_alike(staff: dict[str, User]) -> None:
    def said(answer: HttpResponse) -> list[str]:
        return re.findall(r'class="errorlist[^>]*>(.*?)</ul>', answer.content.decode(), re.DOTALL)

    assert said(sign_in("nurse", "wrong")) == said(sign_in("nobody at all", "wrong")) != []


def test_with_a_second_step_a_password_alone_opens_nothing(
    ms_wang: Woman, settings: Any, staff: dict[str, User]
) -> None:
    from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time

    settings.SECOND_STEP = True
    client, set_up = Client(), reverse("mfa_activate_totp")
    sign_in("doctor", client=client)
    for row in TABLE:
        if WOMAN in row or row == ("today",):
            answer = client.get(path_of(row, ms_wang))
            assert (answer.status_code, answer.headers.get("Location")) == (302, set_up), row
    client.post(reverse("account_reauthenticate"), {"password": PASSWORD})

    def code(secret: str) -> str:
        return format_hotp_value(hotp_value(secret, next(iter(yield_hotp_counters_from_time()))))

    page = client.get(set_up)
    secret = page.context["form"].secret
    assert client.post(set_up, {"code": code(secret)}).status_code == 302
    assert client.get("/").status_code == 200
    client.post(reverse("account_logout"))

    answer = sign_in("doctor", client=client)
    assert answer["Location"] == reverse("mfa_authenticate")
    assert client.get("/").status_code == 302, "between the two steps nothing is open"
    assert client.post(reverse("mfa_authenticate"), {"code": "000000"}).status_code == 200
    assert client.get("/").status_code == 302
