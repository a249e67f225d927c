"""To whom a line of Today was passed, as a column: whoever it was passed to is shown it. Every row is made anew."""

from __future__ import annotations

from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor


def anew(apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:  # noqa: ARG001  # Django's
    """To whom a line was passed is told at once; and today's run no longer counts as claimed.

    So everybody's rows, which now say more, are computed anew at the start.
    """
    rows = apps.get_model("clinic", "Row")._default_manager
    passed = rows.filter(data__has_key="escalated_to").exclude(data__escalated_to=None)
    for pk, data in list(passed.values_list("pk", "data")):
        rows.filter(pk=pk).update(passed_to=data["escalated_to"])
    apps.get_model("clinic", "Run")._default_manager.update(attempt=None)


class Migration(migrations.Migration):
    dependencies = (("clinic", "0007_search"),)
    operations = (
        # empty is NULL: SQLite then adds the column in place, and the triggers that count the rows stay
        migrations.AddField("row", "passed_to", models.CharField(max_length=150, null=True)),
        migrations.AddIndex(
            "row",
            models.Index(
                fields=("passed_to", "urgency", "closes", "id"),
                condition=models.Q(passed_to__isnull=False),
                name="rows_passed_on",
            ),
        ),
        migrations.RunPython(anew, migrations.RunPython.noop, elidable=True),
    )
