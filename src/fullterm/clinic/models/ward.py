"""The ward: who signs in, the women in care, and everything done. A woman's record is her events; all else is derived.

`Event` and `AccessLog` are append-only: the database itself refuses to change or delete a row (migration 0002).
"""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from typing import Any

from django.contrib.auth.models import AbstractUser
from django.db import models, transaction
from django.utils import timezone
from django.utils.crypto import salted_hmac

from fullterm.clinic.models.quick import FoundBy, find_by

FINDS = frozenset({"number", "name", "phone"})
"""What a woman is found by."""


class Role(models.TextChoices):
    """What somebody does here; `access` says what each may see and do."""

    DOCTOR = "doctor"
    NURSE = "nurse"
    SURGEON = "surgeon"
    AGREEMENT = "agreement"
    REGISTRAR = "registrar"
    ADMINISTRATOR = "administrator"


class User(AbstractUser):
    """Somebody who signs in.

    `one_time`: until when the password is one an administrator made, to be changed at sign-in; None once it is her own.
    `signed_out`: how often all her sessions were ended; a session begun before the last time is none.
    """

    role = models.CharField(max_length=16, choices=Role.choices, default=Role.NURSE)
    one_time = models.DateTimeField(null=True)
    signed_out = models.PositiveIntegerField(default=0)

    def get_session_auth_hash(self) -> str:
        """What ties a session to the password and to `signed_out`: a session with another one is ended."""
        return salted_hmac("clinic.session", f"{self.signed_out} {self.password}", algorithm="sha256").hexdigest()

    @property
    def called(self) -> str:
        """What a page calls this person: the full name, or the sign-in name where no other is written."""
        return self.get_full_name() or self.username

    @property
    def lapsed(self) -> bool:
        """Whether the one-time password was not used in time."""
        return self.one_time is not None and self.one_time < timezone.now()


class Women(models.QuerySet["Woman"]):
    """Women, each found by what she is called: there is no way to write that leaves her behind."""

    def bulk_create(self, objs: Iterable[Woman], *args: Any, **kwargs: Any) -> list[Woman]:
        """Write several at once."""
        with transaction.atomic(using=self.db, savepoint=False):
            made = super().bulk_create(objs, *args, **kwargs)
            find_by(made)
        return made

    def update(self, **kwargs: Any) -> int:
        """Change what nobody is found by. Raises ValueError for a number, a name or a telephone: save her instead."""
        if FINDS & kwargs.keys():
            raise ValueError("a woman is found by her number, name and telephone: change them and save her")
        return super().update(**kwargs)


class Woman(models.Model):
    """A woman in care. `document` is her case as the events left it, `events` how many there are."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    number = models.CharField(max_length=32, unique=True)
    name = models.CharField(max_length=120)
    phone = models.CharField(max_length=32, blank=True)
    language = models.CharField(max_length=8, default="zh")
    document = models.JSONField(default=dict)
    events = models.PositiveIntegerField(default=0)
    created = models.DateTimeField(auto_now_add=True)
    objects = Women.as_manager()

    def __str__(self) -> str:
        return self.number  # never her name: this string reaches logs

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Write her, and by what she is found where that may have changed."""
        fields, new = kwargs.get("update_fields"), self._state.adding
        if fields is not None and not FINDS & set(fields):
            return super().save(*args, **kwargs)
        with transaction.atomic():
            super().save(*args, **kwargs)
            if not new:
                FoundBy.objects.filter(woman=self).delete()
            find_by([self])
        return None


class Event(models.Model):
    """One thing somebody did to a woman's record: who, when, why, about which day, and exactly what was told."""

    woman = models.ForeignKey(Woman, on_delete=models.PROTECT, related_name="history")
    number = models.PositiveIntegerField()
    action = models.CharField(max_length=24)
    on = models.DateField()
    data = models.JSONField()
    actor = models.ForeignKey(User, on_delete=models.PROTECT)
    reason = models.CharField(max_length=400, blank=True)
    at = models.DateTimeField(auto_now_add=True)
    key = models.UUIDField(unique=True)

    class Meta:
        ordering = ("woman_id", "number")
        constraints = (models.UniqueConstraint(fields=("woman", "number"), name="one_event_a_number"),)


class AccessLog(models.Model):
    """Somebody looked at a woman's record."""

    woman = models.ForeignKey(Woman, on_delete=models.PROTECT, related_name="access_log")
    actor = models.ForeignKey(User, on_delete=models.PROTECT)
    page = models.CharField(max_length=32)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        db_table = "clinic_reading"  # as it was first called: no row and no trigger moves for a better name
        indexes = (models.Index(fields=("woman", "actor", "page", "at"), name="who_looked_when"),)


class Row(models.Model):
    """One step of one woman's plan as it stood when last computed: a line of Today. Rebuilt, never edited.

    `passed_to`: the username of whoever it was passed to last; NULL while it was passed to nobody.
    """

    woman = models.ForeignKey(Woman, on_delete=models.CASCADE, related_name="rows")
    step = models.CharField(max_length=40)
    state = models.CharField(max_length=16)
    tab = models.CharField(max_length=16)
    urgency = models.PositiveSmallIntegerField()
    certain = models.BooleanField()
    opens = models.DateField(null=True)
    closes = models.DateField(null=True)
    data = models.JSONField(default=dict)
    computed_on = models.DateField()
    passed_to = models.CharField(max_length=150, null=True)  # see migration 0008

    class Meta:
        constraints = (models.UniqueConstraint(fields=("woman", "step"), name="one_row_a_step"),)
        indexes = (
            models.Index(fields=("tab", "urgency", "closes", "id"), name="rows_of_today"),
            models.Index(
                fields=("passed_to", "urgency", "closes", "id"),
                condition=models.Q(passed_to__isnull=False),
                name="rows_passed_on",
            ),
        )


class Run(models.Model):
    """One recomputation of everybody. Unfinished, or older than a day, it raises the alarm on Today.

    `under`: the protocol it was computed under, and the how-manieth it is (`hospital.Saved.under`). `attempt`: 1, 2, …
    of one day and protocol; whoever writes an attempt first has claimed it. `beat`: its last sign of life.
    """

    on = models.DateField()
    started = models.DateTimeField(auto_now_add=True)
    finished = models.DateTimeField(null=True)
    women = models.PositiveIntegerField(default=0)
    left_out = models.JSONField(default=list)
    under = models.CharField(max_length=48, blank=True)
    attempt = models.PositiveIntegerField(null=True)
    beat = models.DateTimeField(null=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("on", "under", "attempt"), name="one_claim_an_attempt"),)
