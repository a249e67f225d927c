"""The command line: `fullterm`."""

from __future__ import annotations

from datetime import date


def main(today: date | None = None) -> None:
    """Run the command line. `today`: the day it is, for one who must not depend on the clock."""
    from fullterm.cli.app import app  # the parser is slow to load; importing the package is not

    app(obj=today)
