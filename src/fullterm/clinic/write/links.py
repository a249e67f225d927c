"""Private links: given, tried, used and revoked. Who has the database alone can open none of them.

A token has 192 random bits and is kept as its SHA-256. The code of six digits is kept as an HMAC under the token,
which is not kept: without the address it cannot even be guessed at. Wrong codes are counted in the database while the
link's row is held, so that many tries at once are still counted one by one.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
import unicodedata
import uuid
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, TypeAlias

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from fullterm.care.case.facts_on import current_pregnancy
from fullterm.care.plan.silence import allowed
from fullterm.care.record.events import read
from fullterm.clinic.base import clock
from fullterm.clinic.base.refused import Refused
from fullterm.clinic.models import Link, LinkUse, User, Woman
from fullterm.clinic.write.once import Command, once
from fullterm.clinic.write.record import act
from fullterm.logic.quantity import HIGHEST

Standing: TypeAlias = Literal["open", "closed", "expired", "revoked"]

WRONG_IN_A_ROW = 5
WRONG_EVER = 20
"""Wrong codes after which a link is closed until the clinic gives another: one guess in 50,000 that it is ever hit."""
AFTER_DUE = 42
"""Days a link lasts past the latest plausible due date."""
UNDATED = 182
"""Days a link lasts when there is no due date."""
LONGEST = 365


@dataclass(frozen=True, slots=True)
class Given:
    """A new link with what is shown once and kept nowhere: the token of its address, and its code."""

    link: Link
    token: str
    code: str = ""


def default_expiry(woman: Woman, on: date) -> date:
    """The first day a link given today opens nothing: some weeks past her due date, at most a year from now."""
    case = read(woman.document)[0] if woman.document else None
    pregnancy = None if case is None else current_pregnancy(case, on)
    last = on + timedelta(days=LONGEST)
    if pregnancy is None or pregnancy.dating is None or pregnancy.dating.due.high == HIGHEST:
        return on + timedelta(days=UNDATED)
    due = date.fromordinal(pregnancy.dating.due.high)
    return min(last, max(due, on) + timedelta(days=AFTER_DUE))


def silent(woman: Woman) -> bool:
    """Whether nothing is said to her any more, on her page or by a new link to it (`care.plan.silence`)."""
    case = read(woman.document)[0] if woman.document else None
    return case is not None and not allowed("invitation", case, clock.today())


def give(woman: Woman, who: User, expires: date, key: uuid.UUID) -> Given:
    """A new link to her page. Raises Refused, and the same form sent twice is refused: its code was shown once."""
    on = clock.today()
    if silent(woman):
        raise Refused("she has died: no link is given any more")
    if expires <= on:
        raise Refused(f"the link would end on {expires}: write a day after today")
    if expires > on + timedelta(days=LONGEST):
        raise Refused(f"a link lasts a year at most: write a day up to {on + timedelta(days=LONGEST)}")
    token, code = secrets.token_urlsafe(24), f"{secrets.randbelow(1_000_000):06}"

    def write(held: Woman) -> Given:
        link = Link.objects.create(
            woman=held, kind="page", token_hash=_hash(token), code_hash=_code(token, code), expires=expires,
            given_by=who, key=key,
        )  # fmt: skip
        act(held.pk, Command("link given", on, {"link": _short(link), "expires": expires.isoformat()}, key=key), who)
        return Given(link, token, code)

    return once(
        key, Link.objects.all(), lambda: Woman.objects.select_for_update().get(pk=woman.pk), write, _given_already
    )


def _given_already(_: Link) -> Given:
    raise Refused("this link was given already and its code was shown once: give another and revoke that one")


def revoke(link: Link, who: User) -> None:
    """Close a link, and every calendar asked for on its page, at once; one that is closed already stays as it was."""
    on = clock.today()
    with transaction.atomic():
        held = Link.objects.select_for_update().get(pk=link.pk)
        if held.revoked is not None:
            return
        Link.objects.filter(Q(pk=held.pk) | Q(parent=held), revoked=None).update(revoked=timezone.now(), revoked_by=who)
        act(held.woman_id, Command("link revoked", on, {"link": _short(held)}), who)


def subscribe(page: Link) -> Given:
    """A calendar address of her own, in the place of the one she asked for before; it ends with the page's link."""
    token = secrets.token_urlsafe(24)
    with transaction.atomic():
        held = Link.objects.select_for_update().get(pk=page.pk)
        held.calendars.filter(revoked=None).update(revoked=timezone.now())
        link = Link.objects.create(
            woman=held.woman, kind="calendar", token_hash=_hash(token), expires=held.expires, parent=held
        )
        LinkUse.objects.create(link=held, what="subscribed")
    return Given(link, token)


def standing(link: Link, on: date) -> Standing:
    """What a link opens on a day: its page, or nothing, and why."""
    if link.revoked is not None:
        return "revoked"
    if on >= link.expires:
        return "expired"
    return "closed" if link.wrong >= WRONG_IN_A_ROW else "open"


def behind(token: str, kind: str) -> Link | None:
    """The link of an address that still opens something or is closed after wrong codes; None for any other."""
    link = Link.objects.select_related("woman").filter(token_hash=_hash(token), kind=kind).first()
    return link if link is not None and standing(link, clock.today()) in ("open", "closed") else None


def try_code(link: Link, token: str, code: str) -> bool:
    """Whether the code is the link's. A wrong one is counted before anybody hears of it; a closed link knows none."""
    with transaction.atomic():
        held = Link.objects.select_for_update().get(pk=link.pk)
        if standing(held, clock.today()) != "open":
            return False
        right = hmac.compare_digest(held.code_hash, _code(token, _figures(code)))
        held.wrong = 0 if right else held.wrong + 1
        LinkUse.objects.create(link=held, what="opened" if right else "wrong")
        if not right and held.uses.filter(what="wrong").count() >= WRONG_EVER:
            held.wrong = max(held.wrong, WRONG_IN_A_ROW)
        held.save(update_fields=["wrong"])
        link.wrong = held.wrong
    return right


def used(link: Link, what: str) -> None:
    """Keep that she looked. A calendar asks many times a day: its first look of a day stands for them all."""
    if what == "calendar" and link.uses.filter(what=what, at__gte=timezone.now() - timedelta(days=1)).exists():
        return
    LinkUse.objects.create(link=link, what=what)


def uses_of(woman: Woman) -> QuerySet[LinkUse]:
    """Every use of her links, the newest first."""
    return LinkUse.objects.filter(link__woman=woman).select_related("link").order_by("-at", "-pk")


def _figures(typed: str) -> str:
    """The figures of a code as typed: with spaces, or as wide as a Chinese keyboard makes them."""
    return "".join(one for one in unicodedata.normalize("NFKC", typed[:64]) if one.isdecimal())


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def _code(token: str, code: str) -> str:
    return hmac.new(token.encode(), code.encode(), hashlib.sha256).hexdigest()


def _short(link: Link) -> str:
    """What people call a link: it opens nothing."""
    return link.pk.hex[:6]
