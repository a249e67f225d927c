"""The registry's lines: what became of each pregnancy with a suture, or with its cervix watched. Rebuilt, never edited.

Derived from the record by `care.registry.course` for one woman at a time, so that a page of the registry reads no
record at all.
"""

from __future__ import annotations

from django.db import models

from fullterm.clinic.models.ward import Woman


class Course(models.Model):
    """One pregnancy of one woman as `care.registry.course` reads it. Gestations in days.

    `care`: the indication of the suture, `untold`, or `scans`. `enters` and `leaves`: where a curve takes her in and
    lets her go, both empty where none can (`left_out` says why). `first` and `last`: the ends by which the gestation at
    the end, or when last seen, is held against a limit. `began`: the day of 0w0d. `dated`: the day of the suture, or
    without one the last day of the course; a period is asked of it.
    """

    woman = models.ForeignKey(Woman, on_delete=models.CASCADE, related_name="courses")
    number = models.PositiveSmallIntegerField()
    ours = models.BooleanField()
    care = models.CharField(max_length=12)
    technique = models.CharField(max_length=16, blank=True)
    route = models.CharField(max_length=12, blank=True)
    fetuses = models.PositiveSmallIntegerField(null=True)
    before_conception = models.BooleanField(default=False)
    enters = models.SmallIntegerField(null=True)
    leaves = models.SmallIntegerField(null=True)
    left_out = models.CharField(max_length=16, blank=True)
    approximate = models.BooleanField(default=False)
    ending = models.CharField(max_length=12)
    outcome = models.CharField(max_length=16, blank=True)
    induced = models.BooleanField(null=True)
    first = models.IntegerField()
    last = models.IntegerField()
    removal = models.CharField(max_length=16, blank=True)
    began = models.DateField(null=True)
    dated = models.DateField(null=True)
    data = models.JSONField(default=dict)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("woman", "number"), name="one_course_a_pregnancy"),)
        indexes = (models.Index(fields=("ours", "care", "dated"), name="courses_of_the_registry"),)
