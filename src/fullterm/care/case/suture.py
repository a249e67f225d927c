"""One suture, and where it stands on a day: in exactly one state on every day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

from fullterm.care.case.model import Cerclage
from fullterm.logic.quantity import LOWEST, UNKNOWN, Span

State: TypeAlias = Literal["not_placed", "in", "may_be_in", "out", "unknown"]
STATES: tuple[State, ...] = ("not_placed", "in", "may_be_in", "out", "unknown")
Origin: TypeAlias = Literal["placed", "told", "remembered"]
"""Recorded as an operation; only told to be in (`suture: mcdonald`); remembered of an earlier pregnancy."""
HERE: tuple[State, ...] = ("in", "may_be_in")
"""The states in which somebody has to answer for a suture."""


@dataclass(frozen=True, slots=True)
class End:
    """What became of its removal, on which days: `why` is the reason it was left in, or who took it over."""

    kind: Literal["removed", "said_out", "left_in", "handed_over"]
    on: Span
    why: str = ""


@dataclass(frozen=True, slots=True)
class Suture:
    """One suture. `placed`, `out` and `doubt` are days (ordinals); `gestation` is days of its pregnancy.

    `route`: told, or by its technique. `since`: it was surely not placed before. `seen`: it was surely in on that day.
    `out`: the days among which it came out; None while nobody says so. `doubt`: from when a removal that may have been
    of another may have taken it out; `some_in`: fewer came out than are in doubt together, so that one of them is in.
    `owner`: who takes it out, as written; None is shown as "nobody named".
    """

    id: str
    origin: Origin
    placed: Span = UNKNOWN
    gestation: Span = UNKNOWN
    route: str | None = None
    technique: str | None = None
    indication: str | None = None
    since: int = LOWEST
    seen: int = LOWEST
    out: Span | None = None
    doubt: int | None = None
    some_in: bool = False
    end: End | None = None
    owner: str | None = None
    where: str = ""
    when: str = ""
    source: str = ""
    said: str | None = None
    details: tuple[tuple[str, str], ...] = ()

    @property
    def kept(self) -> bool:
        """Whether it was left in on purpose: nobody presses for its removal."""
        return self.end is not None and self.end.kind == "left_in"

    @property
    def kind(self) -> str | None:
        """The option of the fact `suture` it is; None while neither technique nor route says."""
        return self.technique if self.technique in ("mcdonald", "shirodkar") else self.route

    def cerclage(self) -> Cerclage:
        """The same as the operation that placed it."""
        return Cerclage(
            self.placed, self.gestation, self.technique, self.indication, self.route, self.source, self.said,
            self.details, self.id, None if self.seen == LOWEST else date.fromordinal(self.seen),
        )  # fmt: skip


def state(suture: Suture, on: date) -> State:
    """Where a suture stands on a day."""
    day = on.toordinal()
    if suture.out is not None and day >= suture.out.high:
        return "out"
    if suture.origin == "remembered" or (suture.origin == "told" and day < suture.placed.high):
        return "unknown"
    if day < max(suture.placed.low, suture.since):
        return "not_placed"
    since = [low for low in (suture.doubt, suture.out.low if suture.out is not None else None) if low is not None]
    return "may_be_in" if any(day >= low for low in since) else "in"
