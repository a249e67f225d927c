"""Who may work here, and how the hospital is set up: every change a row of its own, append-only (migration 0005)."""

from __future__ import annotations

import uuid

from django.db import models

from fullterm.clinic.models.ward import User


class Change(models.Model):
    """One change to somebody's account: who, what, whose, when. `actor` is None for the machine's command line."""

    whom = models.ForeignKey(User, on_delete=models.PROTECT, related_name="changes")
    action = models.CharField(max_length=24)
    data = models.JSONField(default=dict)
    actor = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    key = models.UUIDField(unique=True, default=uuid.uuid4)

    class Meta:
        ordering = ("pk",)


class Hospital(models.Model):
    """The hospital's settings as somebody saved them, whole; the row with the greatest number counts.

    `changes`: how many times the protocol in force was changed, so that A, then B, then A again is not the first A.
    """

    number = models.PositiveIntegerField(unique=True)
    name_en = models.CharField(max_length=120)
    name_zh = models.CharField(max_length=120)
    protocol = models.CharField(max_length=40)
    changes = models.PositiveIntegerField(default=0)
    telephone = models.CharField(max_length=40, blank=True)
    emergency_telephone = models.CharField(max_length=40, blank=True)
    language = models.CharField(max_length=8, blank=True)
    second_step = models.BooleanField()
    actor = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("number",)
