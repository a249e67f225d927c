"""The model `Reading` is called `AccessLog`. Its table, its rows and the triggers that guard them stay as they are."""

from __future__ import annotations

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = (("clinic", "0010_sutures"),)
    operations = (
        migrations.SeparateDatabaseAndState(
            state_operations=(
                migrations.RenameModel("Reading", "AccessLog"),
                migrations.AlterModelTable("AccessLog", "clinic_reading"),
                migrations.AlterField(
                    "AccessLog",
                    "woman",
                    models.ForeignKey(on_delete=models.PROTECT, related_name="access_log", to="clinic.woman"),
                ),
            )
        ),
    )
