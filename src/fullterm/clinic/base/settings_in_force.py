"""The hospital's settings in force: the newest saved row, and what the server was started with where nothing was saved.

Within a request they are read once (`held`); elsewhere each time, so that a long-lived process never goes on with old
ones. A protocol's file is read once a process, by its name.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cache

from django.conf import settings
from django.db import IntegrityError, transaction

from fullterm.care.protocol.model import Protocol, read_protocol
from fullterm.clinic.models import Hospital, User
from fullterm.clinic.words import WORDS
from fullterm.guidelines import register
from fullterm.vocabulary.fact import Text

FIELDS = ("name_en", "name_zh", "protocol", "telephone", "emergency_telephone", "language", "second_step")
LANGUAGES = ("", "en", "zh-hans")
"""What the pages speak to whoever has not chosen: the browser's own language, or one of ours."""


@dataclass(frozen=True, slots=True)
class Saved:
    """The settings in force. `number`: how often they were saved; `changes`: how often with another protocol."""

    number: int
    name_en: str
    name_zh: str
    protocol: str
    changes: int
    telephone: str
    emergency_telephone: str
    language: str
    second_step: bool

    @property
    def under(self) -> str:
        """The protocol, and the how-manieth it is: what lines were computed under. Never the same again."""
        return f"{self.protocol} {self.changes}"


class ChangedMeanwhile(Exception):  # noqa: N818  # a sentence for a person, not a fault of the software
    """Somebody else saved the settings since the page was opened; nothing was saved."""


_held: ContextVar[list[Saved] | None] = ContextVar("held", default=None)


@contextmanager
def held() -> Iterator[None]:
    """Within this block, and the blocks in it, the settings are read once, when they are first asked for."""
    if _held.get() is not None:
        yield
        return
    before = _held.set([])
    try:
        yield
    finally:
        _held.reset(before)


def current() -> Saved:
    """The settings in force."""
    kept = _held.get()
    if kept:
        return kept[0]
    return read_again()


def read_again() -> Saved:
    """The settings in force, read from the database now; the rest of a `held` block goes on with these."""
    row = Hospital.objects.order_by("-number").values("number", "changes", *FIELDS).first()
    found = _as_started() if row is None else Saved(**row)
    kept = _held.get()
    if kept is not None:
        kept[:] = [found]
    return found


def _as_started() -> Saved:
    en, _, zh = settings.HOSPITAL.partition("|")
    dialled = (settings.TELEPHONE, settings.EMERGENCY_TELEPHONE)
    return Saved(0, en, zh or en, settings.PROTOCOL, 0, *dialled, "", settings.SECOND_STEP)


def save(told: dict[str, str | bool], actor: User, *, seen: int) -> Saved:
    """Save the settings as one new row. `seen`: the number of the ones that stood on the page.

    Raises ChangedMeanwhile when they are no longer the newest, and ValueError for a protocol that cannot be read.
    """
    read(str(told["protocol"]))
    try:
        with transaction.atomic():
            before = read_again()
            if before.number != seen:
                raise ChangedMeanwhile
            changes = before.changes + (told["protocol"] != before.protocol)
            Hospital.objects.create(
                number=seen + 1, changes=changes, actor=actor, **{name: told[name] for name in FIELDS}
            )
    except IntegrityError:  # two at once, and the other was first
        raise ChangedMeanwhile from None
    return read_again()


def name() -> Text:
    """What the hospital is called; "the hospital" while nobody has named it. Its protocol may be named otherwise."""
    saved, unnamed = current(), WORDS["hospital.unnamed"]
    return Text(saved.name_en or unnamed.en, saved.name_zh or unnamed.zh)


def telephone() -> str:
    """The number for questions and appointments, as it is to be dialled; empty while nobody has set one."""
    return current().telephone


def emergency_telephone() -> str:
    """The number that is answered day and night; empty while nobody has set one."""
    return current().emergency_telephone


def second_step() -> bool:
    """Whether everybody who signs in with a password needs an authenticator beside it."""
    return current().second_step


def protocol() -> Protocol:
    """The protocol in force. Raises ValueError when its file is not whole."""
    return read(current().protocol)


@cache
def read(name: str) -> Protocol:
    """A protocol by its name. Raises ValueError listing everything wrong with its file."""
    return read_protocol(name, {one.key: one for one in register.recommendations()})
