"""To whom a line of Today was passed, as a column: whoever it was passed to is shown it."""

from __future__ import annotations

from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor


def as_told(apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:  # noqa: ARG001  # Django's
    rows = apps.get_model("clinic", "Row")._default_manager
    for row in rows.exclude(data__escalated_to=None).only("pk", "data").iterator(chunk_size=2000):
        rows.filter(pk=row.pk).update(passed_to=row.data.get("escalated_to"))


class Migration(migrations.Migration):
    dependencies = (("clinic", "0007_search"),)
    operations = (
        # empty is NULL: SQLite then adds the column in place, and the triggers that count the rows stay
        migrations.AddField("row", "passed_to", models.CharField(max_length=150, null=True)),
        migrations.RunPython(as_told, migrations.RunPython.noop, elidable=True),
        migrations.AddIndex(
            "row",
            models.Index(
                fields=("passed_to", "urgency", "closes", "id"),
                condition=models.Q(passed_to__isnull=False),
                name="rows_passed_on",
            ),
        ),
    )
