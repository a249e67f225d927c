"""Finding a woman by any part of her name, by how her number begins, by how her telephone begins or ends."""

from __future__ import annotations

import uuid

from fullterm.clinic.models import FoundBy, Woman
from fullterm.clinic.models.quick import fold, sought_by

MOST = 500
"""How many are shown of whoever was sought; with more, more has to be typed."""


def found(sought: str) -> tuple[list[uuid.UUID], bool]:
    """The women whom what was typed fits, and whether there are more than MOST of them."""
    women: dict[uuid.UUID, None] = {}
    for kind, key in sought_by(sought):
        beginning = FoundBy.objects.filter(kind=kind, key__gte=key, key__lt=key + b"\xff")  # no text holds this byte
        those = beginning.order_by("kind", "key", "woman_id").values_list("woman_id", flat=True)
        women |= dict.fromkeys(those[: 2 * MOST])
    return list(women)[:MOST], len(women) > MOST


def numbered(number: str) -> Woman | None:
    """The woman with exactly this number, in capitals or not; None when there is none."""
    alike = Woman.objects.filter(found_by__kind="number", found_by__key=fold(number).encode()).order_by("number")
    same = [one for one in alike if one.number.casefold() == number.casefold()]
    return min(same, key=lambda one: one.number != number, default=None)
