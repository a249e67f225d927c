"""By what a woman is found, what is counted, and the indexes of Today and of who looked."""

from __future__ import annotations

import django.db.models.deletion
from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from fullterm.clinic.migrations.sql.counters import counting
from fullterm.clinic.models.quick import find_by


def find_everybody(apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:  # noqa: ARG001  # Django's
    women = apps.get_model("clinic", "Woman")._default_manager.only("pk", "number", "name", "phone")
    find_by(women.iterator(chunk_size=2000), apps.get_model("clinic", "FoundBy"))


class Migration(migrations.Migration):
    dependencies = (("clinic", "0006_course"),)
    operations = (
        migrations.CreateModel(
            name="Counted",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("of", models.CharField(max_length=16)),
                ("number", models.BigIntegerField()),
            ],
        ),
        migrations.CreateModel(
            name="FoundBy",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("kind", models.CharField(max_length=8)),
                ("key", models.BinaryField(max_length=512)),
                (
                    "woman",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="found_by", to="clinic.woman"
                    ),
                ),
            ],
            options={"indexes": [models.Index(fields=["kind", "key", "woman"], name="found_by_beginning")]},
        ),
        migrations.RemoveIndex(model_name="row", name="rows_of_today"),
        migrations.AddIndex(
            model_name="row",
            index=models.Index(fields=["tab", "urgency", "closes", "id"], name="rows_of_today"),
        ),
        migrations.AddIndex(
            model_name="reading",
            index=models.Index(fields=["woman", "actor", "page", "at"], name="who_looked_when"),
        ),
        migrations.RunPython(find_everybody, migrations.RunPython.noop),
        migrations.RunPython(*counting()),
    )
