"""SQLite: a row of the record is not replaced by INSERT OR REPLACE either."""

from __future__ import annotations

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from fullterm.clinic.migrations.sql.append_only import forbid_replacing

TABLES = ("event", "reading", "linkuse", "change", "hospital", "agreement", "agreementevent", "transaction")


def forward(apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:  # noqa: ARG001  # Django's
    for table in TABLES:
        forbid_replacing(editor, f"clinic_{table}")


class Migration(migrations.Migration):
    dependencies = (("clinic", "0008_passed"),)
    operations = (migrations.RunPython(forward, migrations.RunPython.noop),)
