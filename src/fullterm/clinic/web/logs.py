"""What reaches the server's log: where something failed, and never about whom."""

from __future__ import annotations

import logging
import re
import traceback
from types import TracebackType

PRIVATE = re.compile(r"/(her|visits)/[A-Za-z0-9_-]{8,}")
"""The addresses that open a woman's own page: whoever reads one in a log could use it."""


class Discreet(logging.Formatter):
    """One line an entry. Of an exception the places and the kind are kept; its message may quote a record, and is not.

    A database quotes the whole row it refuses, a parser the text it was given.
    """

    def __init__(self) -> None:
        super().__init__("{asctime} {levelname} {name} {message}", style="{")

    def format(self, record: logging.LogRecord) -> str:
        """The entry, without what stands in a private address."""
        return PRIVATE.sub(r"/\1/…", super().format(record))

    def formatException(  # noqa: N802  # logging's own name
        self,
        ei: tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None],
    ) -> str:
        """The places, innermost last, and the kind of exception."""
        places = traceback.format_tb(ei[2])
        return "".join(places) + (ei[0].__name__ if ei[0] is not None else "")
