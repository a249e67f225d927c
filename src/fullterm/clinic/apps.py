"""The Django application, and what it asks of its settings before it starts."""

from __future__ import annotations

from typing import Any

from django.apps import AppConfig
from django.core.checks import CheckMessage, Error, register


class ClinicConfig(AppConfig):
    """The clinic."""

    name = "fullterm.clinic"
    label = "clinic"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Have `check` read the hospital's protocol."""
        register(protocol_is_whole)


def protocol_is_whole(**_: Any) -> list[CheckMessage]:
    """An error for a protocol that cannot be read: the clinic must not start with it."""
    from fullterm.clinic.worklist import protocol  # models load only after every application is

    try:
        protocol()
    except (ValueError, OSError) as error:
        return [Error(str(error), id="fullterm.E001")]
    return []
