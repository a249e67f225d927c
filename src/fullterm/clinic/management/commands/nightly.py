"""`fullterm manage nightly`: everybody's lines recomputed for today. For cron or a timer, soon after midnight."""

from __future__ import annotations

from argparse import ArgumentParser
from datetime import date
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from fullterm.clinic.base.clock import today
from fullterm.clinic.derived.recompute import recompute_all


class Command(BaseCommand):
    """Safe to run twice at once, and again after it was killed."""

    help = "Recompute every woman's lines for today. Exit code 1 when somebody was left out."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """`--on`: for another day than the hospital's own."""
        parser.add_argument("--on", type=date.fromisoformat, default=None, metavar="2026-03-02")

    def handle(self, *args: Any, **options: Any) -> None:  # noqa: ARG002  # Django's own shape
        """Recompute, say how many, name by number whoever was left out."""
        run = recompute_all(options["on"] or today())
        self.stdout.write(f"{run.on}: {run.women} women computed, {len(run.left_out)} left out")
        if run.left_out:
            raise CommandError("left out: " + "; ".join(run.left_out))
