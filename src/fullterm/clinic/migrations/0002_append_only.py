"""Events and readings cannot be changed or deleted: the database refuses, whoever asks."""

from __future__ import annotations

from django.db import migrations

from fullterm.clinic.migrations.sql.append_only import append_only


class Migration(migrations.Migration):
    """Append-only tables."""

    dependencies = (("clinic", "0001_initial"),)
    operations = (migrations.RunPython(*append_only("clinic_event", "clinic_reading")),)
