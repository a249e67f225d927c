"""Events and readings cannot be changed or deleted: the database refuses, whoever asks."""

from __future__ import annotations

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

TABLES = ("clinic_event", "clinic_reading")
REFUSE = """
CREATE OR REPLACE FUNCTION clinic_append_only() RETURNS trigger AS $$
BEGIN RAISE EXCEPTION 'a row of % is never changed or deleted', TG_TABLE_NAME; END;
$$ LANGUAGE plpgsql
"""


def forbid(apps: Apps | None, editor: BaseDatabaseSchemaEditor) -> None:  # noqa: ARG001  # Django's
    """Refuse every UPDATE and DELETE (and TRUNCATE, where there is one) of these tables."""
    if editor.connection.vendor == "postgresql":
        editor.execute(REFUSE, params=None)  # None: the % in it is PostgreSQL's, not a placeholder
    for table in TABLES:
        if editor.connection.vendor == "postgresql":
            editor.execute(
                f"CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} "
                "FOR EACH STATEMENT EXECUTE FUNCTION clinic_append_only()"
            )
        else:
            for verb in ("UPDATE", "DELETE"):
                editor.execute(
                    f"CREATE TRIGGER {table}_no_{verb.lower()} BEFORE {verb} ON {table} "
                    f"BEGIN SELECT RAISE(ABORT, 'a row of {table} is never changed or deleted'); END"
                )


def allow(apps: Apps | None, editor: BaseDatabaseSchemaEditor) -> None:  # noqa: ARG001  # Django's
    """Take the triggers away again."""
    for table in TABLES:
        if editor.connection.vendor == "postgresql":
            editor.execute(f"DROP TRIGGER {table}_append_only ON {table}")
        else:
            for verb in ("update", "delete"):
                editor.execute(f"DROP TRIGGER {table}_no_{verb}")


class Migration(migrations.Migration):
    """Append-only tables."""

    dependencies = (("clinic", "0001_initial"),)
    operations = (migrations.RunPython(forbid, allow),)
