"""From the record to the facts of one day: what is still true, where it came from, and what has gone stale.

A fact older than it lasts is unknown again. Facts of one pregnancy never reach another: once a pregnancy has ended
it is read only as one more earlier pregnancy.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from fullterm.care.case import Case, Cerclage, EarlierPregnancy, Observation, Pregnancy, Removal
from fullterm.logic.facts import Facts, Listed, Value
from fullterm.logic.quantity import LOWEST, Span
from fullterm.vocabulary.fact import VOCABULARY


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a woman on `on`.

    `sources` and `stale` name facts as readings do (`contractions`, `earlier[2].abruption`); `stale` holds those told
    once and too old to count.
    """

    on: date
    facts: Facts
    sources: Mapping[str, Observation]
    stale: Mapping[str, Observation]


def known_on(case: Case, on: date) -> Known:
    """The facts of `case` on a day. What was told or done after that day is not yet known."""
    sources: dict[str, Observation] = {}
    stale: dict[str, Observation] = {}
    pregnancy = case.pregnancy
    ended = pregnancy.outcome if pregnancy is not None else None
    if ended is not None and ended.ended.low > on.toordinal():  # seen from a day before it ended
        ended = None
    current = pregnancy if ended is None else None
    told = (*case.observations, *(current.observations if current is not None else ()))
    values = _scalars(told, on, sources, stale)
    if pregnancy is not None and "pregnant" not in values:
        values["pregnant"] = ended is None
    if current is not None:
        values.update(_of_pregnancy(current, on))
    values.update(_suture(case, current, on, values))
    earlier = (*case.earlier, *(() if ended is None else (ended,)))
    lists = {
        "earlier": Listed(tuple(_record("earlier", one, on, sources) for one in earlier), case.earlier_complete),
        "procedures": Listed(tuple(one.values for one in case.procedures), case.procedures_complete),
        "scans": _scans(current, case.told, on),
    }
    return Known(on, Facts(values, lists), sources, stale)


def _scalars(
    told: Iterable[Observation], on: date, sources: dict[str, Observation], stale: dict[str, Observation]
) -> dict[str, Value]:
    newest: dict[str, Observation] = {}
    for one in sorted(told, key=lambda one: one.on):
        if one.on <= on:
            newest[one.fact] = one
    for name, one in newest.items():
        lasts = VOCABULARY.facts[name].lasts
        fresh = lasts is None or (on - one.on).days <= lasts
        (sources if fresh else stale)[name] = one
    return {name: one.value for name, one in newest.items() if name in sources}


def _record(rows: str, one: EarlierPregnancy, on: date, sources: dict[str, Observation]) -> Mapping[str, Value]:
    for seen in one.observations:
        if seen.on <= on:
            sources[f"{rows}[{one.number}].{seen.fact}"] = seen
    return {seen.fact: seen.value for seen in one.observations if seen.on <= on}


def _of_pregnancy(pregnancy: Pregnancy, on: date) -> dict[str, Value]:
    gestation = pregnancy.gestation(on)
    return {} if gestation.unknown else {"gestation": gestation}


def _suture(case: Case, current: Pregnancy | None, on: date, told: Mapping[str, Value]) -> dict[str, Value]:
    """The suture in the cervix on a day, from what was placed and what was taken out."""
    cerclage = suture_in_place(case, current, on)
    if cerclage is None:
        removed = current is not None and any(_happened(removal, on) for removal in current.removals)
        return {"suture": "none"} if removed and "suture" not in told else {}
    found: dict[str, Value] = {}
    if cerclage.suture is not None:
        found["suture"] = cerclage.suture
    if cerclage.indication is not None:
        found["suture_indication"] = cerclage.indication
    return found


def suture_in_place(case: Case, current: Pregnancy | None, on: date) -> Cerclage | None:
    """The cerclage that is in place on a day: the last one placed by then and not taken out since."""
    placed = [one for one in (*case.cerclages, *(current.cerclages if current else ())) if _happened(one, on)]
    removals = [one for one in (*case.removals, *(current.removals if current else ())) if _happened(one, on)]
    if not placed:
        return None
    last = placed[-1]
    out = any(removal.on.low >= last.on.low or removal.on.low == LOWEST for removal in removals)
    return None if out else last


def _happened(event: Cerclage | Removal, on: date) -> bool:
    return event.on.low <= on.toordinal()


def _scans(current: Pregnancy | None, told: date, on: date) -> Listed:
    if current is None:
        return Listed()
    done = tuple(one.values for one in current.scans if _by(one.on, on))
    # "these are all the scans" was said on the day of telling: by another day there may be more
    return Listed(done, current.scans_complete and told == on)


def _by(day: Span, on: date) -> bool:
    return day.low == LOWEST or day.low <= on.toordinal()
