"""Several answers of one page, saved as one event each: all of them or none."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping
from datetime import date

from django.db import transaction

from fullterm.clinic.base import clock
from fullterm.clinic.base.language import language
from fullterm.clinic.base.refused import Refused
from fullterm.clinic.derived import recompute as worklist
from fullterm.clinic.models import User, Woman
from fullterm.clinic.text.refusals_zh import in_words
from fullterm.clinic.write.once import Changed, Command
from fullterm.clinic.write.record import act


def save(
    woman: Woman, answers: Iterable[tuple[str, Mapping[str, str]]], on: date, who: User, *, seen: int, key: uuid.UUID
) -> dict[str, str]:
    """Save every answer `(name, data)` or none; what was refused, by name, in the reader's language.

    Two answers that only stand together may come in turn. The same page sent twice (by its `key`) is saved once.
    Raises Changed when somebody else has written since `seen`.
    """
    waiting = list(answers)
    with transaction.atomic():
        while waiting:
            refused: dict[str, str] = {}
            again = []
            for name, data in waiting:
                try:
                    deed = Command("answered", on, data, key=uuid.uuid5(key, name))
                    seen = act(woman.pk, deed, who, seen=seen, more=True).number
                except Changed:
                    raise
                except Refused as sentence:
                    refused[name] = in_words(str(sentence), language())
                    again.append((name, data))
            if len(again) == len(waiting):
                transaction.set_rollback(True)
                return refused
            waiting = again
        worklist.recompute(woman, clock.today())
    return {}
