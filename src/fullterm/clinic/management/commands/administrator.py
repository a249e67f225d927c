"""`fullterm manage administrator NAME`: the first administrator of an installation, or the way back in."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from allauth.mfa.models import Authenticator
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import connection, transaction

from fullterm.clinic.base.refused import Refused
from fullterm.clinic.models import Role, User
from fullterm.clinic.write import accounts as people


class Command(BaseCommand):
    """Whoever may run it has the database anyway; what it does is kept like any change, with nobody as its actor."""

    help = "Make an administrator with a one-time password; with --again, give an administrator's account a new one."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The sign-in name and the full one; `--again`: for an account that is there; `--missing`: see its help."""
        parser.add_argument("username", nargs="?", default="")
        parser.add_argument("--name", default="")
        parser.add_argument("--again", action="store_true", help="a new password, and no authenticator, for NAME")
        parser.add_argument("--missing", action="store_true", help="say so when there is no account at all, and end")

    def handle(self, *args: Any, **options: Any) -> None:  # noqa: ARG002  # Django's own shape
        """Print the one-time password, once."""
        if options["missing"]:
            if not User.objects.exists():
                self.stdout.write(
                    "Nobody can sign in yet: make the first administrator with `fullterm manage administrator NAME`"
                )
            return
        username = options["username"]
        if not username:
            raise CommandError("whose account? write `fullterm manage administrator NAME`")
        if User._meta.db_table not in connection.introspection.table_names():
            self.stdout.write("The database is new: its tables are made first …")
            call_command("migrate", verbosity=0)
        try:
            password = _again(username) if options["again"] else _make(username, options["name"])
        except Refused as refused:
            raise CommandError(str(refused)) from None
        days = people.ONE_TIME.days
        self.stdout.write(f"{username} signs in once with this password within {days} days, then chooses her own:")
        self.stdout.write(password)


def _make(username: str, name: str) -> str:
    done = people.make(username, name, Role.ADMINISTRATOR, None)
    return str(done.password)


def _again(username: str) -> str:
    """Put right whatever keeps an administrator out: closed, demoted, password or authenticator lost."""
    user = User.objects.filter(username=username).first()
    if user is None:
        raise CommandError(f"there is no account {username!r}: leave out --again to make it")
    with transaction.atomic():
        if not user.is_active:
            people.change(user.pk, "reopened", None)
        if user.role != Role.ADMINISTRATOR:
            people.change(user.pk, "role", None, {"role": Role.ADMINISTRATOR.value})
        if Authenticator.objects.filter(user=user).exists():
            people.change(user.pk, "second step", None)
        return str(people.change(user.pk, "password", None).password)
