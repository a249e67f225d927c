"""`fullterm manage reserve_backtest`: the reserve's figures tried on cohorts that were made up. Takes some minutes."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from fullterm.care.agreement.reserve_backtest import COHORTS, SCENARIOS, Coverage, coverage, mark


class Command(BaseCommand):
    """Reads no woman's data and writes nothing."""

    help = "Print how often the reserve's 95 % and 99 % figures were enough in simulated cohorts."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """`--cohorts`: fewer for a quick look; `--toml`: in the form kept in `care/reserve_backtest.toml`."""
        parser.add_argument("--cohorts", type=int, default=COHORTS)
        parser.add_argument("--toml", action="store_true")

    def handle(self, *args: Any, **options: Any) -> None:  # noqa: ARG002  # Django's own shape
        """One scenario after another, each printed as soon as it is done."""
        if options["toml"]:
            self.stdout.write("# What `fullterm manage reserve_backtest --toml` printed; run it again after a change.")
            self.stdout.write(f"mark = {mark()}")
        else:
            self.stdout.write(f"{'':18}{'cohorts':>8}{'95 %':>9}{'99 %':>9}  short, on average by")
        for scenario in SCENARIOS:
            found = coverage(scenario, options["cohorts"])
            self.stdout.write(_toml(found) if options["toml"] else _line(found))
            self.stdout.flush()


def _line(found: Coverage) -> str:
    name = found.scenario.name
    return f"{name:18}{found.cohorts:>8}{found.at95:>9.1%}{found.at99:>9.1%}  {found.short:.0%} of the 95 % figure"


def _toml(found: Coverage) -> str:
    kept = f"cohorts = {found.cohorts}, at95 = {found.at95:.4f}, at99 = {found.at99:.4f}, short = {found.short:.3f}"
    return f'[measured."{found.scenario.name}"]\n' + kept.replace(", ", "\n")
