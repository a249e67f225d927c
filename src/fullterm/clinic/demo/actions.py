"""What the ward of the demonstration has done by today, so that every room has something to show: a signature with
decisions, an entry withdrawn, a removal arranged, a link to her own page that was opened.

Through the one door for writes, as the pages do it. Everything but the link's address and code is the same for the
same day: those are random, because whoever has them is let in.
"""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from datetime import timedelta
from random import Random

from django.db import transaction

from fullterm.care.assess.assessment import assess
from fullterm.care.case.model import Case
from fullterm.care.record.events import read
from fullterm.care.signing.signature import INSUFFICIENCY
from fullterm.care.signing.snapshot import frozen
from fullterm.clinic.base import clock
from fullterm.clinic.base import settings_in_force as hospital
from fullterm.clinic.charts.signature import latest, to_sign
from fullterm.clinic.models import Link, User, Woman
from fullterm.clinic.write import links
from fullterm.clinic.write.links import Given
from fullterm.clinic.write.once import Command
from fullterm.clinic.write.record import act

SEED = 20260104
MS_WANG = "D0001"
DECIDED = {
    "cerclage": ("accepted", ""),
    "acog-142 HI": ("accepted", ""),
    "sbl3 HR-scans": ("accepted", ""),
    "sbl3 HR-minimum": ("declined", "按方案每2–4周监测,不止一次"),
    "rcog-gtg17 INH": ("deferred", "待患者与家属商议"),
}
"""What her doctor decides, of what her page shows on the day."""


def make(users: dict[str, User]) -> Given | None:
    """Do them today, once. Returns Ms. Wang's link with its address and code; None when it was given before."""
    if Link.objects.exists():
        return None
    draw = Random(SEED)
    with transaction.atomic():
        wang = Woman.objects.get(number=MS_WANG)
        _sign(wang, users["doctor"], draw)
        _scan_of_another(_due("scans"), users["nurse"], draw)
        told = {
            "remover": "演示手术医生",
            "remove_where": "产科门诊",
            "remove_when": f"{clock.today() + timedelta(5)} 上午",
        }
        _do(_due("removal"), "removal arranged", told, users["doctor"], draw)
        given = links.give(wang, users["nurse"], links.default_expiry(wang, clock.today()), _key(draw))
        links.try_code(given.link, given.token, given.code)
        links.used(given.link, "page")
    return given


def _sign(woman: Woman, by: User, draw: Random) -> None:
    """Her diagnosis and some decisions, in the version after whatever was signed before."""
    on = clock.today()
    shown = frozen(assess(read(woman.document)[0] or Case(on), on, hospital.protocol()), woman.document)
    decisions = [
        {"of": one["of"], "kind": kind, "choice": choice, "reason": reason}
        for kind, name in (("step", "steps"), ("advice", "advice"))
        for one in shown[name]
        for choice, reason in [DECIDED.get(one["of"], ("", ""))]
        if choice
    ]
    data = to_sign(woman, shown, {INSUFFICIENCY: "confirmed"}, decisions, by, latest(woman), "zh")
    _do(woman, "signed", data, by, draw)


def _scan_of_another(woman: Woman, by: User, draw: Random) -> None:
    """A scan entered with the wrong woman, and withdrawn at once."""
    wrong = _do(woman, "scanned", {"length": "12 mm", "method": "transvaginal"}, by, draw)
    _do(woman, "withdrawn", {"number": wrong, "reason": "录错患者"}, by, draw, "录错患者")


def _due(step: str) -> Woman:
    """The first woman for whom a step of the plan stands on Today, Ms. Wang left alone."""
    return Woman.objects.filter(rows__step=step).exclude(number=MS_WANG).order_by("number")[0]


def _do(woman: Woman, action: str, told: Mapping[str, object], by: User, draw: Random, reason: str = "") -> int:
    return act(woman.pk, Command(action, clock.today(), told, reason, _key(draw)), by).number


def _key(draw: Random) -> uuid.UUID:
    return uuid.UUID(int=draw.getrandbits(128), version=4)
