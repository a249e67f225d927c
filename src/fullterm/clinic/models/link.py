"""What opens a woman's own page or her calendar: private links, and every use of one.

Neither the address nor the code is kept, only what they hash to (`clinic.write.links`); `LinkUse` is append-only.
"""

from __future__ import annotations

import uuid

from django.db import models

from fullterm.clinic.models.ward import User, Woman


class Link(models.Model):
    """One private address. `kind`: her page, behind a code; or her calendar, which names nobody and asks for none.

    `expires` is the first day it opens nothing. `wrong` counts wrong codes in a row. `parent` is the link of the page
    on which she asked for a calendar; it is then nobody's of the clinic, and `given_by` is empty.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    woman = models.ForeignKey(Woman, on_delete=models.PROTECT, related_name="links")
    kind = models.CharField(max_length=8, choices=(("page", "page"), ("calendar", "calendar")))
    token_hash = models.CharField(max_length=64, unique=True)
    code_hash = models.CharField(max_length=64, blank=True)
    wrong = models.PositiveSmallIntegerField(default=0)
    expires = models.DateField()
    given = models.DateTimeField(auto_now_add=True)
    given_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    parent = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="calendars")
    revoked = models.DateTimeField(null=True)
    revoked_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    key = models.UUIDField(unique=True, default=uuid.uuid4)

    def __str__(self) -> str:
        return str(self.pk)


class LinkUse(models.Model):
    """One use of a link: she herself looked, or somebody who has her address typed a wrong code."""

    link = models.ForeignKey(Link, on_delete=models.PROTECT, related_name="uses")
    what = models.CharField(max_length=12)
    at = models.DateTimeField(auto_now_add=True)
