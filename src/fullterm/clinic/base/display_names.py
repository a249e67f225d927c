"""What people are called on a page."""

from __future__ import annotations

from collections.abc import Iterable

from fullterm.clinic.models import User


def names(usernames: Iterable[str | None]) -> dict[str, str]:
    """What people are called, by sign-in name; the sign-in name itself where nothing else is written."""
    those = {one for one in usernames if one}
    users = User.objects.filter(username__in=those) if those else ()
    return {one: one for one in those} | {one.username: one.called for one in users}
