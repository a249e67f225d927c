"""Who takes a suture out, where and when, as it was agreed: free text, of which at most one day is read."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass
from datetime import date

_TIME = re.compile(r"\d{1,2}(?::\d{2}|[点时](?:\d{1,2}分?)?| ?[ap]m)")
_DAY = re.compile(r"(?<!\d)(\d{4})(?:-|\s*年\s*)(\d{1,2})(?:-|\s*月\s*)(\d{1,2})(?!\d)")


@dataclass(frozen=True, slots=True)
class Arranged:
    """Who takes the suture out, where and when, in the words of whoever agreed it; empty where nobody said."""

    remover: str = ""
    where: str = ""
    when: str = ""

    @property
    def day(self) -> date | None:
        """The day that `when` names; None for none, and for more than one."""
        return day_named(self.when)


def day_named(text: str) -> date | None:
    """The day a free text names, `2026-09-24 上午`; None for none, and for more: `2026-09-24至26日`."""
    found = set()
    if re.search(r"\d", _TIME.sub("", _DAY.sub("", text))):
        return None
    for year, month, day in _DAY.findall(text):
        with suppress(ValueError):
            found.add(date(int(year), int(month), int(day)))
    return found.pop() if len(found) == 1 else None
