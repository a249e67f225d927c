"""Tables whose rows are never changed or deleted: the database refuses, whoever asks.

Used by migrations: `migrations.RunPython(*append_only("clinic_event", …))`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from django.apps.registry import Apps
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

Step: TypeAlias = Callable[[Apps | None, BaseDatabaseSchemaEditor], None]
REFUSE = """
CREATE OR REPLACE FUNCTION clinic_append_only() RETURNS trigger AS $$
BEGIN RAISE EXCEPTION 'a row of % is never changed or deleted', TG_TABLE_NAME; END;
$$ LANGUAGE plpgsql
"""


def append_only(*tables: str) -> tuple[Step, Step]:
    """The two directions of a migration that makes these tables append-only."""

    def forward(apps: Apps | None, editor: BaseDatabaseSchemaEditor) -> None:  # noqa: ARG001  # Django's
        for table in tables:
            forbid(editor, table)

    def back(apps: Apps | None, editor: BaseDatabaseSchemaEditor) -> None:  # noqa: ARG001  # Django's
        for table in tables:
            allow(editor, table)

    return forward, back


def forbid(editor: BaseDatabaseSchemaEditor, table: str) -> None:
    """Refuse every UPDATE and DELETE (and TRUNCATE or REPLACE, where there is one) of a table."""
    if editor.connection.vendor == "postgresql":
        editor.execute(REFUSE, params=None)  # None: the % in it is PostgreSQL's, not a placeholder
        editor.execute(
            f"CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} "
            "FOR EACH STATEMENT EXECUTE FUNCTION clinic_append_only()"
        )
        return
    for verb in ("UPDATE", "DELETE"):
        editor.execute(
            f"CREATE TRIGGER {table}_no_{verb.lower()} BEFORE {verb} ON {table} "
            f"BEGIN SELECT RAISE(ABORT, 'a row of {table} is never changed or deleted'); END"
        )
    forbid_replacing(editor, table)


def allow(editor: BaseDatabaseSchemaEditor, table: str) -> None:
    """Take the triggers of a table away again: for undoing a migration, and for tests that empty their tables."""
    if editor.connection.vendor == "postgresql":
        editor.execute(f"DROP TRIGGER {table}_append_only ON {table}")
        return
    for verb in ("update", "delete", "replace"):
        editor.execute(f"DROP TRIGGER IF EXISTS {table}_no_{verb}")


def forbid_replacing(editor: BaseDatabaseSchemaEditor, table: str) -> None:
    """Refuse a row that stands in another's place: SQLite's INSERT OR REPLACE deletes that one without a trigger.

    A plain INSERT of such a row would have failed anyway, by the same unique columns. What is unique under a condition
    (money leaves once) has triggers of its own: `money_rules`.
    """
    if editor.connection.vendor != "sqlite":
        return
    with editor.connection.cursor() as cursor:
        found = editor.connection.introspection.get_constraints(cursor, table).values()
    unique = {tuple(one["columns"]) for one in found if (one["unique"] and not one["index"]) or one["primary_key"]}
    same = " OR ".join(
        "(" + " AND ".join(f'"{column}" = NEW."{column}"' for column in columns) + ")" for columns in sorted(unique)
    )
    editor.execute(
        f"CREATE TRIGGER IF NOT EXISTS {table}_no_replace BEFORE INSERT ON {table} "
        f"WHEN EXISTS (SELECT 1 FROM {table} WHERE {same}) "
        f"BEGIN SELECT RAISE(ABORT, 'a row of {table} is never changed or deleted'); END"
    )
