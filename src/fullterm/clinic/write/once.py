"""What every write has in common: a command, carried out once, in one transaction, and what refuses a second hand.

Whoever writes holds the row that others wait for, looks whether this very request was carried out before, and only
then writes. Two of one request that race past that look meet at the unique key of the table: the later of them is
given what the earlier wrote.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal, TypeVar

from django.db import IntegrityError, transaction
from django.db.models import Model, QuerySet

from fullterm.clinic.base.refused import Refused

Held = TypeVar("Held")
Kept = TypeVar("Kept", bound=Model)
Done = TypeVar("Done")


@dataclass(frozen=True, slots=True)
class Command:
    """What is to be done: the action, its clinical day, what it carries, why, and the request's own key."""

    action: str
    on: date
    data: Mapping[str, Any]
    reason: str = ""
    key: uuid.UUID | None = None


class Changed(Refused):
    """Somebody else changed the record (or the agreement) first; `since`: its events, as it keeps them."""

    def __init__(self, since: list[Any], what: Literal["record", "agreement"]) -> None:
        self.since = since
        who = ", ".join(sorted({one.actor.called for one in since}))
        record = f"{who} has changed this record since you opened it: look at what is new, then save again"
        agreement = f"{who} has changed this agreement since you opened it: look at what is new, then do it again"
        super().__init__(record if what == "record" else agreement)


def once(
    key: uuid.UUID,
    kept: QuerySet[Kept],
    hold: Callable[[], Held],
    write: Callable[[Held], Done],
    again: Callable[[Kept], Done],
) -> Done:
    """Carry out the request of a key once, all or nothing.

    `kept`: the table whose rows carry the keys. `hold`: takes, inside the transaction, the row that every other writer
    waits for. `write`: does it. `again`: what the same request is given a second time, or raises Refused.
    """
    try:
        with transaction.atomic():
            held = hold()
            before = kept.filter(key=key).first()
            return write(held) if before is None else again(before)
    except IntegrityError:
        before = kept.filter(key=key).first()
        if before is None:  # another rule of the tables refused it
            raise
        return again(before)


def same(event: Kept, mine: bool, action: str, command: Command) -> Kept:
    """The event of a request sent twice; a key that once meant something else is refused."""
    if not mine or action != command.action:
        raise Refused("this form was already used for something else: open the page again, then save")
    return event
