"""The command line: `fullterm`."""

from __future__ import annotations


def main() -> None:
    """Run the command line."""
    from fullterm.cli.app import app  # the parser is slow to load; importing the package is not

    app()
