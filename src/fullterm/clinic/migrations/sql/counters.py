"""The triggers that keep `clinic_counted` right in the transaction of every change, whoever makes it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from django.apps.registry import Apps
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

Step: TypeAlias = Callable[[Apps | None, BaseDatabaseSchemaEditor], None]
COUNTED = {"clinic_row": "{}tab", "clinic_woman": "'women'"}
"""The tables that are counted, and under what each of their rows counts ({} is the row)."""
VERBS = {"clinic_row": ("INSERT", "DELETE", "UPDATE"), "clinic_woman": ("INSERT", "DELETE")}
"""What changes how many there are; a woman stays one whatever is written of her."""
BY_ITSELF = """
CREATE OR REPLACE FUNCTION {table}_counted() RETURNS trigger AS $$
BEGIN
  IF TG_OP = 'TRUNCATE' THEN
    INSERT INTO clinic_counted ("of", number) SELECT "of", -sum(number) FROM clinic_counted
      WHERE {counts_here} GROUP BY "of";
    RETURN NULL;
  END IF;
  IF TG_OP <> 'INSERT' THEN
    INSERT INTO clinic_counted ("of", number) SELECT {of}, -count(*) FROM gone GROUP BY 1;
  END IF;
  IF TG_OP <> 'DELETE' THEN
    INSERT INTO clinic_counted ("of", number) SELECT {of}, count(*) FROM came GROUP BY 1;
  END IF;
  RETURN NULL;
END;
$$ LANGUAGE plpgsql
"""
TABLES_OF = {
    "INSERT": "NEW TABLE AS came",
    "DELETE": "OLD TABLE AS gone",
    "UPDATE": "OLD TABLE AS gone NEW TABLE AS came",
}
ONE_MORE = (
    'INSERT INTO clinic_counted ("of", number) SELECT {of}, 0 '
    'WHERE NOT EXISTS (SELECT 1 FROM clinic_counted WHERE "of" = {of}); '
    'UPDATE clinic_counted SET number = number + 1 WHERE "of" = {of};'
)
ONE_LESS = 'UPDATE clinic_counted SET number = number - 1 WHERE "of" = {of};'


def counting() -> tuple[Step, Step]:
    """The two directions of a migration that has the database count, from what is there."""

    def forward(apps: Apps | None, editor: BaseDatabaseSchemaEditor) -> None:  # noqa: ARG001  # Django's
        for table, of in COUNTED.items():
            (_count_on_postgresql if editor.connection.vendor == "postgresql" else _count_on_sqlite)(editor, table, of)
            editor.execute(f'INSERT INTO clinic_counted ("of", number) {_now(table, of)}')

    def back(apps: Apps | None, editor: BaseDatabaseSchemaEditor) -> None:  # noqa: ARG001  # Django's
        for table in COUNTED:
            if editor.connection.vendor == "postgresql":
                editor.execute(f"DROP FUNCTION {table}_counted() CASCADE")
            else:
                for verb in VERBS[table]:
                    editor.execute(f"DROP TRIGGER {table}_counted_{verb.lower()}")

    return forward, back


def _count_on_postgresql(editor: BaseDatabaseSchemaEditor, table: str, of: str) -> None:
    here = "\"of\" = 'women'" if table == "clinic_woman" else "\"of\" <> 'women'"
    editor.execute(BY_ITSELF.format(table=table, of=of.format(""), counts_here=here))
    call = f"FOR EACH STATEMENT EXECUTE FUNCTION {table}_counted()"
    for verb in VERBS[table]:
        changed = f"AFTER {verb} ON {table} REFERENCING {TABLES_OF[verb]}"
        editor.execute(f"CREATE TRIGGER {table}_counted_{verb.lower()} {changed} {call}")
    editor.execute(f"CREATE TRIGGER {table}_counted_truncate AFTER TRUNCATE ON {table} {call}")


def _count_on_sqlite(editor: BaseDatabaseSchemaEditor, table: str, of: str) -> None:
    came, gone = ONE_MORE.format(of=of.format("NEW.")), ONE_LESS.format(of=of.format("OLD."))
    deeds = {"INSERT": came, "DELETE": gone, "UPDATE": gone + came}
    for verb in VERBS[table]:
        begin = f"CREATE TRIGGER {table}_counted_{verb.lower()} AFTER {verb} ON {table}"
        editor.execute(f"{begin} BEGIN {deeds[verb]} END")


def _now(table: str, of: str) -> str:
    return f"SELECT {of.format('')}, count(*) FROM {table} GROUP BY 1"
