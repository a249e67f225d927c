"""A suture is named by the entry that placed it, and who takes it out is kept beside it: each record is told again.

A record is what its entries leave, so nothing is lost where the entries are carried out anew; one that cannot be is
left as it stands, and its sutures are then named by their place.
"""

from __future__ import annotations

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from fullterm.care.record.events import RecordEvent, fold

OF_SUTURES = ("cerclage placed", "removal arranged")


def forward(apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:  # noqa: ARG001  # Django's
    woman, event = apps.get_model("clinic", "Woman"), apps.get_model("clinic", "Event")
    those = event.objects.filter(action__in=OF_SUTURES).order_by().values_list("woman_id", flat=True).distinct()
    for one in woman.objects.filter(pk__in=list(those)).iterator():
        told = event.objects.filter(woman=one).order_by("number").values_list("action", "on", "data", "number")
        try:
            document = fold(RecordEvent(*each) for each in told)
        except (ValueError, LookupError, TypeError):
            continue
        woman.objects.filter(pk=one.pk).update(document=document)


class Migration(migrations.Migration):
    dependencies = (("clinic", "0009_no_replacing"),)
    operations = (migrations.RunPython(forward, migrations.RunPython.noop),)
