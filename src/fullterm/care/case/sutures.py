"""Every suture of a woman, and where each stands on a day. They belong to her, not to a pregnancy.

A suture forgotten is worse than one looked for in vain: what may or may not have come out is "may be in", and nothing
but a removal, or for one not recorded an answer that none is in now, takes one off the list of those to look for. It
never leaves the list of those there ever were. No clock: the day is an argument. Readings: decision 21.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import partial

from fullterm.care.case.custody import LOST, TOLD_BY, Walk, answered_for
from fullterm.care.case.model import KEPT, Case, Cerclage, Custody, EarlierPregnancy, Observation, Removal
from fullterm.care.case.suture import HERE, STATES, End, Origin, State, Suture, state
from fullterm.logic.quantity import LOWEST, UNKNOWN, Span, exactly, weeks
from fullterm.vocabulary.sutures import ROUTES

__all__ = ["HERE", "STATES", "End", "Origin", "State", "Suture", "common", "standing", "state", "sutures"]

LONGEST = weeks(45).amount
"""Days before the end of a pregnancy within which a suture belongs to it. No pregnancy is longer."""
PLACED, PERHAPS_OUT, SEEN, OUT, DENIED = range(5)
"""The order within a day: what was seen was placed before it, and of two answers the one that leaves it in counts."""


def sutures(case: Case, on: date) -> tuple[Suture, ...]:
    """Every suture ever told of her, as known on a day, in the order of placing."""
    placed, told = tuple(_placed(case)), [one for one in _told(case) if one.on <= on]
    removals = [one for one in _removals(case) if one.on.low <= on.toordinal()]
    named = {one.suture: one.on for one in removals if one.suture is not None}
    walk = Walk(case.told.toordinal(), on.toordinal(), named)
    for suture in _remembered(case):
        walk.placed(suture)
    deeds: list[tuple[int, int, Callable[[], None]]] = []
    deeds += [(one.placed.low, PLACED, partial(walk.placed, one)) for one in placed]
    for removal in removals:
        high = max(removal.on.low, min(removal.on.high, walk.told))
        deeds.append((high, OUT if removal.on.exact else PERHAPS_OUT, partial(walk.removed, removal)))
    for one in told:
        none = one.value in (False, "none")
        deeds.append((one.on.toordinal(), DENIED if none else SEEN, partial(walk.denied if none else walk.seen, one)))
    for _, _, happens in sorted(deeds, key=lambda each: each[:2]):
        happens()
    found = answered_for(walk.found.values(), (one for one in _custody(case) if one.on <= on))
    return tuple(sorted(found, key=lambda one: (one.placed.low, one.placed.high)))


def standing(case: Case, on: date) -> tuple[Suture, ...]:
    """The sutures that are or may be in on a day, in the order of placing."""
    return tuple(one for one in sutures(case, on) if state(one, on) in HERE)


def common(values: Iterable[str | None]) -> str | None:
    """What all of them say; None when one does not say, or two differ."""
    found = set(values)
    return found.pop() if len(found) == 1 else None


def _told(case: Case) -> Iterator[Observation]:
    observed = case.pregnancy.observations if case.pregnancy is not None else ()
    return (one for one in observed if one.fact in TOLD_BY or (one.fact == LOST and one.value is True))


def _placed(case: Case) -> Iterator[Suture]:
    """Those recorded as operations, each once: a copy kept beside the pregnancy it was placed in is the same one."""
    pregnancy = case.pregnancy
    own = pregnancy.cerclages if pregnancy is not None else ()
    for number, one in enumerate(case.cerclages, 1):
        if not (own and one.source == KEPT):
            yield _suture(one.id or f"before {number}", one, LOWEST)
    dating = pregnancy.dating if pregnancy is not None else None
    begins = LOWEST if dating is None else dating.days(exactly(0)).low
    for number, one in enumerate(own, 1):
        yield _suture(one.id or str(number), one, LOWEST if one.by == "abdominal" else begins)


def _suture(name: str, one: Cerclage, since: int) -> Suture:
    return Suture(
        name, "placed", one.on, one.gestation, one.by, one.technique, one.indication, since,
        LOWEST if one.seen is None else one.seen.toordinal(),
        source=one.source, said=one.said, details=one.details,
    )  # fmt: skip


def _ends(case: Case) -> Iterator[EarlierPregnancy]:
    """The pregnancies that have ended, each as it is told of."""
    yield from case.earlier
    if case.pregnancy is not None and case.pregnancy.outcome is not None:
        yield case.pregnancy.outcome


def _of(case: Case, one: EarlierPregnancy) -> list[str]:
    """The recorded sutures that were placed in a pregnancy which has ended, by id."""
    pregnancy = case.pregnancy
    if pregnancy is not None and one is pregnancy.outcome:
        return [each.id or str(number) for number, each in enumerate(pregnancy.cerclages, 1)]
    if one.ended.unknown:
        return []
    return [
        each.id or f"before {number}"
        for number, each in enumerate(case.cerclages, 1)
        if one.ended.high - LONGEST <= each.on.high <= one.ended.high
    ]


REMEMBERED = ("cerclage", "cerclage_route", "cerclage_technique", "cerclage_placed", "cerclage_removed")
"""What only an earlier pregnancy with a suture has."""


def _remembered(case: Case) -> Iterator[Suture]:
    """Those only remembered of a pregnancy that has ended, and not in the record as operations."""
    for one in _ends(case):
        seen = {each.fact: each for each in one.observations if each.fact in REMEMBERED}
        told = {name: each.value for name, each in seen.items()}
        recorded = any(each.source == KEPT for each in seen.values()) or _of(case, one)
        if not told or recorded or told.get("cerclage") == "none":
            continue
        out = Span(LOWEST, min(one.ended.high, case.told.toordinal())) if "cerclage_removed" in told else None
        at = told.get("cerclage_placed")
        route, technique, why = (
            value if isinstance(value := told.get(name), str) else None
            for name in ("cerclage_route", "cerclage_technique", "cerclage")
        )
        route = route if technique is None else ROUTES[technique]
        yield Suture(
            f"earlier {one.number}", "remembered", gestation=at if isinstance(at, Span) else UNKNOWN, route=route,
            technique=technique, indication=why, out=out, end=None if out is None else End("removed", out),
            said=one.said,
        )  # fmt: skip


def _removals(case: Case) -> Iterator[Removal]:
    """The removals told, and those told only with the end of a pregnancy that had one suture."""
    pregnancy = case.pregnancy
    yield from case.removals
    yield from pregnancy.removals if pregnancy is not None else ()
    for one in _ends(case):
        out = [each for each in one.observations if each.fact == "cerclage_removed" and each.source != KEPT]
        own = _of(case, one)
        if out and len(own) == 1 and not (pregnancy is not None and one is pregnancy.outcome and pregnancy.removals):
            yield Removal(Span(LOWEST, one.ended.high), suture=own[0])


def _custody(case: Case) -> tuple[Custody, ...]:
    return (*case.custody, *(case.pregnancy.custody if case.pregnancy is not None else ()))
