"""Accounts changed only through rows that stay, the hospital's settings, and nightly runs that are claimed."""

import django.db.models.deletion
import uuid
from django.conf import settings
from django.db import migrations, models

from fullterm.clinic.migrations.sql.append_only import append_only


class Migration(migrations.Migration):
    dependencies = [
        ("clinic", "0004_link"),
    ]

    operations = [
        migrations.CreateModel(
            name="Change",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("action", models.CharField(max_length=24)),
                ("data", models.JSONField(default=dict)),
                ("at", models.DateTimeField(auto_now_add=True)),
                ("key", models.UUIDField(default=uuid.uuid4, unique=True)),
            ],
            options={
                "ordering": ("pk",),
            },
        ),
        migrations.CreateModel(
            name="Hospital",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveIntegerField(unique=True)),
                ("name_en", models.CharField(max_length=120)),
                ("name_zh", models.CharField(max_length=120)),
                ("protocol", models.CharField(max_length=40)),
                ("changes", models.PositiveIntegerField(default=0)),
                ("telephone", models.CharField(blank=True, max_length=40)),
                ("emergency_telephone", models.CharField(blank=True, max_length=40)),
                ("language", models.CharField(blank=True, max_length=8)),
                ("second_step", models.BooleanField()),
                ("at", models.DateTimeField(auto_now_add=True)),
            ],
            options={
                "ordering": ("number",),
            },
        ),
        migrations.AddField(
            model_name="run",
            name="attempt",
            field=models.PositiveIntegerField(null=True),
        ),
        migrations.AddField(
            model_name="run",
            name="beat",
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name="run",
            name="under",
            field=models.CharField(blank=True, max_length=48),
        ),
        migrations.AddField(
            model_name="user",
            name="one_time",
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name="user",
            name="signed_out",
            field=models.PositiveIntegerField(default=0),
        ),
        migrations.AddConstraint(
            model_name="run",
            constraint=models.UniqueConstraint(fields=("on", "under", "attempt"), name="one_claim_an_attempt"),
        ),
        migrations.AddField(
            model_name="change",
            name="actor",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="change",
            name="whom",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="changes", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="hospital",
            name="actor",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.RunPython(*append_only("clinic_change", "clinic_hospital")),
    ]
