"""`fullterm manage demonstration`: the demonstration ward, made once; later only its lines are made up to date."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.urls import reverse

from fullterm.clinic.base.clock import today
from fullterm.clinic.demo.actions import make as make_deeds
from fullterm.clinic.demo.agreements import make as make_agreements
from fullterm.clinic.demo.ward import PASSWORD, USERS, make
from fullterm.clinic.derived.recompute import recompute_all
from fullterm.clinic.models import Run, User, Woman


class Command(BaseCommand):
    """Only where FULLTERM_DEMO=1: its users have a password that everybody knows."""

    help = "Make the demonstration ward, unless it is there."

    def handle(self, *args: Any, **options: Any) -> None:  # noqa: ARG002  # Django's own shape
        """Make it or leave it, bring the lines up to today, and say how to sign in."""
        if not settings.DEMO:
            raise CommandError("the demonstration ward belongs to a demonstration: set FULLTERM_DEMO=1")
        if not Woman.objects.exists():
            self.stdout.write("Making the demonstration ward (half a minute, once) …")
            self.stdout.flush()
        made = make(today())
        self.stdout.write(f"{made} women made." if made else "The ward is there already.")
        if made or not Run.objects.filter(on=today(), finished__isnull=False).exists():
            run = recompute_all(today())
            self.stdout.write(f"{run.women} women computed for {run.on}.")
        users = {name: User.objects.get(username=name) for name in USERS}
        agreements = make_agreements(today(), users, PASSWORD)
        if agreements:
            self.stdout.write(f"{agreements} agreements made.")
            recompute_all(today())
        given = make_deeds(users)
        if given is not None:  # an invented woman's: anywhere else an address and its code are never shown together
            path = reverse("her_enter", args=(given.token,))
            self.stdout.write(f"王女士's own page, as on her phone: {path} with the code {given.code} (said once)")
        self.stdout.write(f"Sign in as {', '.join(USERS)}; the password is {PASSWORD}")
