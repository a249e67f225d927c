"""`fullterm manage nights`: keeps everybody's lines up to date by itself. `fullterm serve` runs it beside itself."""

from __future__ import annotations

import logging
import os
import time
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.db import close_old_connections
from django.utils import timezone

from fullterm.clinic.base.clock import today
from fullterm.clinic.derived import nightly as nights
from fullterm.clinic.derived.recompute import recompute_all

LOOK_EVERY = 5.0
"""Seconds between two looks at whether a run is due: one query by an index each."""
log = logging.getLogger(__name__)


class Command(BaseCommand):
    """Runs until it is stopped, or whoever started it is gone. Any number of them on one database make one run."""

    help = "Recompute everybody soon after midnight, at the start when today's run is missing, and for a new protocol."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """`--every`: seconds between two looks; `--once`: look once, and run when it is due."""
        parser.add_argument("--every", type=float, default=LOOK_EVERY, metavar="SECONDS")
        parser.add_argument("--once", action="store_true")

    def handle(self, *args: Any, **options: Any) -> None:  # noqa: ARG002  # Django's own shape
        """Look, run what is due, and wait. A run that fails is logged and tried again; Today shows the alarm."""
        parent = os.getppid()
        while os.getppid() == parent:
            try:
                self._look()
            except Exception:  # a database away for a minute must not end the nights
                log.exception("a nightly run failed; it is tried again")
            if options["once"]:
                return
            close_old_connections()
            time.sleep(options["every"])

    def _look(self) -> None:
        run = nights.claim(today(), timezone.now())
        if run is None:
            return
        recompute_all(run.on, run)
        self.stdout.write(f"{run.on}: {run.women} women computed, {len(run.left_out)} left out")
        self.stdout.flush()
