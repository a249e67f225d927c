import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("clinic", "0005_people"),
    ]

    operations = [
        migrations.CreateModel(
            name="Course",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveSmallIntegerField()),
                ("ours", models.BooleanField()),
                ("care", models.CharField(max_length=12)),
                ("technique", models.CharField(blank=True, max_length=16)),
                ("route", models.CharField(blank=True, max_length=12)),
                ("fetuses", models.PositiveSmallIntegerField(null=True)),
                ("before_conception", models.BooleanField(default=False)),
                ("enters", models.SmallIntegerField(null=True)),
                ("leaves", models.SmallIntegerField(null=True)),
                ("left_out", models.CharField(blank=True, max_length=16)),
                ("approximate", models.BooleanField(default=False)),
                ("ending", models.CharField(max_length=12)),
                ("outcome", models.CharField(blank=True, max_length=16)),
                ("induced", models.BooleanField(null=True)),
                ("first", models.IntegerField()),
                ("last", models.IntegerField()),
                ("removal", models.CharField(blank=True, max_length=16)),
                ("began", models.DateField(null=True)),
                ("dated", models.DateField(null=True)),
                ("data", models.JSONField(default=dict)),
                (
                    "woman",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="courses", to="clinic.woman"
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["ours", "care", "dated"], name="courses_of_the_registry")],
                "constraints": [models.UniqueConstraint(fields=("woman", "number"), name="one_course_a_pregnancy")],
            },
        ),
    ]
