"""A ward for tests: one user of each role, and Ms. Wang as her events told her, through the one door for writes."""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterator
from datetime import date
from typing import Any
from unittest.mock import patch

from django.test import Client
from django.urls import reverse

from fullterm.clinic.derived import recompute as worklist
from fullterm.clinic.models import Event, Role, Row, User, Woman
from fullterm.clinic.write.once import Command
from fullterm.clinic.write.record import act

DAY = date(2026, 4, 6)
"""The day of the tests: Ms. Wang is 12w0d."""
PASSWORD = "a ward of tests, not a person"
USERS = {
    "doctor": Role.DOCTOR,
    "nurse": Role.NURSE,
    "surgeon": Role.SURGEON,
    "registrar": Role.REGISTRAR,
    "administrator": Role.ADMINISTRATOR,
    "outsider": Role.AGREEMENT,
}
NAME = "Wang Xiulan"
"""Looked for wherever a name must not be: addresses, titles, logs, error pages."""
WOMAN = {
    "age": "33", "pregnant": "yes", "curettages": "0", "uterine_anomaly": "none", "adhesions": "no",
    "submucous_fibroid": "no", "intramural_fibroid": "no", "polyps": "no", "cervical_laceration": "no",
    "cervix_congenital": "no", "lower_segment_absent": "no", "connective_tissue_disorder": "no", "des_exposure": "no",
    "antiphospholipid_antibodies": "no", "other_cause_found": "no", "transvaginal_cerclage_impossible": "no",
}  # fmt: skip
NO_OTHER_CAUSE = dict.fromkeys(
    ("contractions_first", "bleeding_first", "abruption", "infection", "fetal_death_first", "fetal_anomaly"), "no"
)
LOSSES: tuple[dict[str, str], ...] = (
    {"outcome": "loss", "gestation": "just after five months", "membranes_first": "yes", "fetuses": "1",
     **NO_OTHER_CAUSE, "cerclage": "none"},
    {"outcome": "loss", "gestation": "10 days before pregnancy 1", "membranes_bulging": "yes", "fetuses": "1",
     "painless_dilatation": "yes", "membranes_first": "no", **NO_OTHER_CAUSE, "cerclage": "none"},
)  # fmt: skip
PREGNANCY: dict[str, Any] = {
    "due": "2026-10-19", "dating": "crl", "within": "2d", "fetuses": 1, "alive": "yes", "first_trimester_scan": "yes",
    "early_bleeding": "no", "suture": "none", "progesterone": "no", "pessary": "no", "contractions": "no",
    "bleeding": "no", "ruptured_membranes": "no", "infection": "no", "infection_suspected": "no",
}  # fmt: skip


def answers() -> Iterator[tuple[str, str]]:
    """What Ms. Wang answers at twelve weeks, in the order she is asked."""
    yield from WOMAN.items()
    for number, loss in enumerate(LOSSES, 1):
        yield ("earlier", "yes" if number == 1 else "no")  # "has she …?", then "are these all?"
        for name, said in loss.items():
            yield f"earlier[{number}].{name}", said
    yield "earlier", "yes"
    yield "procedures", "no"


def staff() -> dict[str, User]:
    """One user of each role, named after what they do."""
    return {name: User.objects.create_user(name, password=PASSWORD, role=role) for name, role in USERS.items()}


def tell(woman: Woman, by: User, action: str, on: date = DAY, **data: Any) -> Event:
    """One event, through the only door; `woman` is as fresh as the database afterwards."""
    event = act(woman.pk, Command(action, on, data), by)
    woman.refresh_from_db()
    return event


def address(woman: Woman, kind: str) -> str:
    """Where an entry of a kind is typed."""
    return reverse("enter", args=[woman.pk, kind])


def send(client: Client, woman: Woman, kind: str, **typed: str) -> Any:
    """An entry typed on its page and sent with what the page carries."""
    page = client.get(address(woman, kind)).content.decode()
    hidden = {name: re.findall(rf'name="{name}" value="([^"]*)"', page)[0] for name in ("seen", "key")}
    return client.post(address(woman, kind), {**hidden, **typed})


def ms_wang(by: User, number: str = "W-1", name: str = NAME) -> Woman:
    """Ms. Wang of `examples/ms-wang-2-twelve-weeks.yaml`, told event by event.

    Once a process through the one door for writes; afterwards the same events, document and rows are laid down again,
    because forty-five actions take seconds and nearly every test begins with her.
    """
    woman = Woman.objects.create(number=number, name=name, phone="13800000000")
    if not _told:
        _tell_all(woman, by)
        _told.append(({"document": woman.document, "events": woman.events}, *map(_plain, (woman.history, woman.rows))))
        return woman
    kept, events, rows = _told[0]
    Event.objects.bulk_create(Event(**event, woman=woman, actor=by, key=uuid.uuid4()) for event in events)
    Row.objects.bulk_create(Row(**row, woman=woman) for row in rows)
    Woman.objects.filter(pk=woman.pk).update(**kept)
    woman.refresh_from_db()
    return woman


_told: list[tuple[dict[str, Any], list[dict[str, Any]], list[dict[str, Any]]]] = []


def _tell_all(woman: Woman, by: User) -> None:
    *earlier, last = answers()
    with patch.object(worklist, "recompute"):  # rows are rebuilt whole from the record: once, at the end, is enough
        tell(woman, by, "pregnancy began", **PREGNANCY)
        for key, said in earlier:
            tell(woman, by, "answered", key=key, said=said)
    tell(woman, by, "answered", key=last[0], said=last[1])


def _plain(rows: Any) -> list[dict[str, Any]]:
    left_out = ("id", "woman_id", "actor_id", "key", "at")
    return [{name: value for name, value in row.items() if name not in left_out} for row in rows.values()]
