"""To whom a line of Today was passed, as a column: whoever it was passed to is shown it. Every row is made anew."""

from __future__ import annotations

from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor


def anew(apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:  # noqa: ARG001  # Django's
    """Today's run no longer counts as claimed: everybody's rows, which now say more, are computed anew at the start."""
    apps.get_model("clinic", "Run")._default_manager.update(attempt=None)


class Migration(migrations.Migration):
    dependencies = (("clinic", "0007_search"),)
    operations = (
        # empty is NULL: SQLite then adds the column in place, and the triggers that count the rows stay
        migrations.AddField("row", "passed_to", models.CharField(max_length=150, null=True)),
        migrations.RunPython(anew, migrations.RunPython.noop, elidable=True),
        migrations.AddIndex(
            "row",
            models.Index(
                fields=("passed_to", "urgency", "closes", "id"),
                condition=models.Q(passed_to__isnull=False),
                name="rows_passed_on",
            ),
        ),
    )
