"""The hospital's clock: the one place of the clinic that asks what day it is."""

from __future__ import annotations

from datetime import date, datetime

from django.utils import timezone


def today() -> date:
    """The hospital's own day."""
    return timezone.localdate()


def day_of(at: datetime) -> date:
    """The hospital's own day at a moment."""
    return timezone.localdate(at)
