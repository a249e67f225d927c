"""How sutures are followed through what was told and done, in the order of its days.

A removal that does not name its suture took out the one that may have been in. Where that may have been several, each
of them may be in from then on, until as many have come out as there were.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from fullterm.care.case.model import SAID_OUT, Custody, Observation, Removal
from fullterm.care.case.suture import End, Suture
from fullterm.logic.quantity import LOWEST, Span, exactly
from fullterm.vocabulary.sutures import ROUTES

TOLD_BY: Mapping[str, str | None] = {
    "suture": None, "suture_in": None, "suture_vaginal": "vaginal", "suture_abdominal": "abdominal",
}  # fmt: skip
"""The facts by which a suture is told without its operation, and the route each speaks of."""

LOST = "lost_with_suture"
"""Told of a loss, it says that a suture is in; its "no" says nothing of sutures."""


@dataclass(slots=True)
class Doubt:
    """Sutures among which some came out by removals that do not say which, from the day `since` on."""

    ids: set[str]
    removals: int
    since: int


@dataclass(slots=True)
class Walk:
    """The sutures as they stand after everything up to one moment.

    `told` and `on`: the day of telling and the day asked for. `named`: the days on which a named one came out;
    `unnamed`: those on which one came out that is not named.
    """

    told: int
    on: int
    named: Mapping[str, Span]
    found: dict[str, Suture] = field(default_factory=dict)
    seen_on: dict[str, int] = field(default_factory=dict)
    doubts: list[Doubt] = field(default_factory=list)
    unnamed: set[int] = field(default_factory=set)

    def placed(self, one: Suture) -> None:
        """One was placed. Two that carry one name are two all the same."""
        self.found[_free(one.id, self.found)] = replace(one, id=_free(one.id, self.found))

    def removed(self, removal: Removal) -> None:
        """One came out: the one named; else the only one it may have been; else any of those."""
        days = Span(removal.on.low, max(removal.on.low, min(removal.on.high, self.told)))
        if removal.suture in self.found:
            self._out(str(removal.suture), days, "said_out" if removal.source == SAID_OUT else "removed")
            return
        among = [one for one in self._still() if one.origin != "remembered" and self._may_have_been(one, days)]
        if removal.on.unknown and removal.gestation.unknown and removal.source != SAID_OUT:
            self._doubtful({one.id for one in among}, days, surely=False)  # on no day: nobody can say that it is out
        elif days.exact and days.low in self.unnamed:
            self._doubtful({one.id for one in among}, days, surely=False)  # it may be the same removal, told twice
        elif len(among) == 1 and among[0].doubt is None:
            self._out(among[0].id, days, "removed")
        elif among:
            self._doubtful({one.id for one in among}, days)
        if removal.suture is None and days.exact:
            self.unnamed.add(days.low)

    def _still(self) -> list[Suture]:
        return [one for one in self.found.values() if one.out is None]

    def _may_have_been(self, one: Suture, days: Span) -> bool:
        named = self.named.get(one.id)
        placed = max(one.placed.low, one.since) <= min(days.high, self.on)
        return placed and days.high >= one.seen and (named is None or named.low <= days.high)

    def _doubtful(self, ids: set[str], days: Span, *, surely: bool = True) -> None:
        """One of `ids` came out. Once as many came out as there were, none of them is in, where each is `surely` out.

        While fewer came out, some of them is in, though nobody knows which (`Suture.some_in`).
        """
        removals, since, apart = 1, days.low, []
        for one in self.doubts:
            if one.ids & ids:
                ids, removals, since = ids | one.ids, removals + one.removals, min(since, one.since)
            else:
                apart.append(one)
        ids = {name for name in ids if self.found[name].out is None}
        self.doubts = apart
        if surely and removals >= len(ids):
            for name in ids:
                self._out(name, Span(since, days.high), "removed")
            return
        self.doubts.append(Doubt(ids, removals, since))
        for name in ids:
            before = self.found[name].doubt
            doubt = days.low if before is None else min(before, days.low)
            self.found[name] = replace(self.found[name], doubt=doubt, some_in=removals < len(ids))

    def _out(self, name: str, days: Span, how: Literal["removed", "said_out"]) -> None:
        self.found[name] = replace(self.found[name], out=days, end=End(how, days))
        for one in self.doubts:
            if name in one.ids:  # the removal that did not say which may have been this one, told twice
                one.ids.discard(name)
                for left in one.ids:
                    self.found[left] = replace(self.found[left], some_in=one.removals < len(one.ids))

    def seen(self, told: Observation) -> None:
        """One was told to be in: one that is known, so that its kind may be known now, or one nobody recorded."""
        day, (route, technique) = told.on.toordinal(), kind_told(told)
        known = [one for one in self._still() if one.origin != "remembered" and one.placed.low <= day]
        same = [one for one in known if agree(one, route, technique)]
        if not same and told.fact == "suture":  # the one answer that says which it is corrects the one before
            same = [one for one in known if one.origin == "told"][-1:]
        if not same:
            name, told_in = _free("told", self.found), Span(LOWEST, day)
            same = [Suture(name, "told", told_in, route=route, technique=technique, source=told.source, said=told.said)]
        if len(same) == 1:
            self.found[same[0].id] = _refined(same[0], route, technique)
        for one in same:
            self.seen_on[one.id] = day

    def denied(self, told: Observation) -> None:
        """None is in now, or none by one route. What is recorded as placed stays in until its removal is told."""
        day, route = told.on.toordinal(), TOLD_BY[told.fact]
        for one in self._still():
            open_ = one.origin != "placed" or one.doubt is not None
            meant = route is None or one.route == route
            if open_ and meant and self.seen_on.get(one.id) != day and one.placed.low <= day:
                since = one.doubt if one.doubt is not None else one.placed.high if one.origin == "told" else LOWEST
                self._out(one.id, Span(min(since, day), day), "said_out")


def kind_told(told: Observation) -> tuple[str | None, str | None]:
    """The route and the technique that a telling says of a suture that is in."""
    if told.fact != "suture":
        return TOLD_BY.get(told.fact), None
    if told.value in ROUTES:
        return ROUTES[str(told.value)], str(told.value)
    return (str(told.value) if told.value in ROUTES.values() else None), None


def agree(one: Suture, route: str | None, technique: str | None) -> bool:
    """Whether a suture may be the one told of by its route and technique."""
    return one.route in (None, route) or route is None if technique is None else one.kind in (None, route, technique)


def _refined(one: Suture, route: str | None, technique: str | None) -> Suture:
    """The same suture, seen in again: with what the newest telling adds to its kind, or corrects where only told."""
    if one.origin == "told" and not agree(one, route, technique):
        return replace(one, route=route, technique=technique, doubt=None)
    return replace(one, route=one.route or route, technique=one.technique or technique, doubt=None)


def answered_for(found: Iterable[Suture], custody: Iterable[Custody]) -> tuple[Suture, ...]:
    """The sutures with who answers for each: an entry is of the one it names, else of the last placed."""
    known = {one.id: one for one in found}
    for entry in sorted(custody, key=lambda one: one.on):
        day = entry.on.toordinal()
        there = [one for one in known.values() if one.origin != "remembered" and one.placed.low <= day]
        here = [one for one in there if one.out is None or one.out.high > day]
        last = max(here, key=lambda one: one.placed.low, default=None)
        one = known.get(entry.suture) if entry.suture is not None else last
        if one is not None:
            known[one.id] = _in_hands(one, entry)
    return tuple(known.values())


def _in_hands(one: Suture, entry: Custody) -> Suture:
    out = one.end if one.out is not None else None
    if entry.what == "left_in":
        return replace(one, end=out or End("left_in", exactly(entry.on.toordinal()), entry.reason))
    kept = one.end if entry.what == "arranged" else End("handed_over", exactly(entry.on.toordinal()), entry.where)
    owner = entry.who or (entry.where if entry.what == "handed_over" else "")
    return replace(one, end=out or kept, owner=owner or None, where=entry.where, when=entry.when)


def _free(name: str, taken: Mapping[str, object]) -> str:
    """A name no other suture has."""
    number, free = 1, name
    while free in taken:
        number += 1
        free = f"{name} {number}"
    return free
