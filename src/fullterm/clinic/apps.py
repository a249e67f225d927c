"""The Django application, and what it asks of its settings before it starts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.apps import AppConfig
from django.core.checks import CheckMessage, Error, Tags, register
from django.db import OperationalError, ProgrammingError


class ClinicConfig(AppConfig):
    """The clinic."""

    name = "fullterm.clinic"
    label = "clinic"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Join the words of the pages; have `check` read the hospital's protocol; keep that somebody chose a
        password of her own.
        """
        from allauth.account.signals import password_changed  # models load only after every application is

        from fullterm.clinic.pages.words import join
        from fullterm.clinic.write.accounts import own_password

        join()

        register(protocol_is_whole)
        register(saved_protocol_is_whole, Tags.database)
        password_changed.connect(own_password, dispatch_uid="own_password")


def protocol_is_whole(**_: Any) -> list[CheckMessage]:
    """An error for a protocol that cannot be read: the clinic must not start with it."""
    from django.conf import settings

    return _whole(settings.PROTOCOL)


def saved_protocol_is_whole(databases: Sequence[str] | None = None, **_: Any) -> list[CheckMessage]:
    """The same for the one an administrator put in force; nothing while its table is not there yet."""
    from fullterm.clinic.base import settings_in_force as hospital

    if not databases:
        return []
    try:
        return _whole(hospital.read_again().protocol)
    except (OperationalError, ProgrammingError):
        return []


def _whole(name: str) -> list[CheckMessage]:
    from fullterm.clinic.base import settings_in_force as hospital

    try:
        hospital.read(name)
    except (ValueError, OSError) as error:
        return [Error(str(error), id="fullterm.E001")]
    return []
