"""What refuses somebody: a sentence for a person, and how long anything told may be."""

from __future__ import annotations

from fullterm.clinic.models import Event

LONGEST = 2000
"""Letters of anything told; a column may hold fewer."""
LONGEST_REASON: int = Event._meta.get_field("reason").max_length or 0


class Refused(Exception):  # noqa: N818 - a sentence for a person, not a fault of the software
    """An action that was not carried out, in one sentence for whoever tried."""


def too_long(most: int) -> str:
    """Why a longer text is refused. Nothing is ever cut off: what was typed stays on the page to be shortened."""
    return f"this is too long: write up to {most} letters"
