"""`fullterm manage demonstration`: the demonstration ward, made once; later only its lines are made up to date."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.urls import reverse

from fullterm.clinic.base.clock import today
from fullterm.clinic.demo.actions import make as make_deeds
from fullterm.clinic.demo.agreements import make as make_agreements
from fullterm.clinic.demo.people import PASSWORD, USERS, make_users
from fullterm.clinic.demo.ward import make
from fullterm.clinic.derived.recompute import recompute_all
from fullterm.clinic.models import Run, User, Woman


class Command(BaseCommand):
    """Only where FULLTERM_DEMO=1: its users have a password that everybody knows."""

    help = "Make the demonstration ward, unless it is there."

    def handle(self, *args: Any, **options: Any) -> None:  # noqa: ARG002  # Django's own shape
        """Make it or leave it, bring the lines up to today, and say how to sign in."""
        if not settings.DEMO:
            raise CommandError("the demonstration ward belongs to a demonstration: set FULLTERM_DEMO=1")
        if settings.EMPTY:
            make_users()
            self._say("An empty clinic: nobody is in care yet.")
        else:
            self._ward()
        self._say(f"Sign in as {', '.join(USERS)}; the password is {PASSWORD}")

    def _say(self, sentence: str) -> None:
        self.stdout.write(sentence)
        self.stdout.flush()

    def _ward(self) -> None:
        new = not Woman.objects.exists()
        if new:
            self._say("Making the demonstration ward (about half a minute, once) …")
        made = make(today())
        self._say(f"{made} women made; working out their plans …" if made else "The ward is there already.")
        if made or not Run.objects.filter(on=today(), finished__isnull=False).exists():
            run = recompute_all(today())
            self._say(f"{run.women} plans worked out for {run.on}.")
        users = {name: User.objects.get(username=name) for name in USERS}
        if new:
            self._say("Making the treatment agreements …")
        agreements = make_agreements(today(), users, PASSWORD)
        if agreements:
            self._say(f"{agreements} agreements made.")
            recompute_all(today())
        given = make_deeds(users)
        if given is not None:  # an invented woman's: anywhere else an address and its code are never shown together
            there = settings.ADDRESS + reverse("her_enter", args=(given.token,))
            self._say(f"王女士's own page, as on her phone: {there} with the code {given.code} (said once)")
