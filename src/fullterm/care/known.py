"""From the record to the facts of one day: what is still true, where it came from, and what has gone stale.

A fact older than it lasts is unknown again. Facts of one pregnancy never reach another: once a pregnancy has ended
it is read only as one more earlier pregnancy.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from fullterm.care.case import Case, Cerclage, EarlierPregnancy, Observation, Pregnancy, Removal
from fullterm.care.order import ordered_births, ordered_operations
from fullterm.logic.facts import Facts, Listed, Value
from fullterm.logic.quantity import LOWEST
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
    current = current_pregnancy(case, on)
    ended = _ended(case.pregnancy, on)
    told = (*case.observations, *(current.observations if current is not None else ()))
    values = _scalars(told, on, sources, stale)
    if current is not None:
        values["pregnant"] = True
    elif ended is not None:
        _after_an_end(case, ended, on, values, sources)
    if current is not None:
        values.update(_of_pregnancy(current, on))
    _suture(case, current, on, values, sources)
    if values.get("membranes") == "ruptured":  # seen broken is broken, whatever else was not asked
        values["ruptured_membranes"] = True
    earlier = (*case.earlier, *(() if ended is None else (ended,)))
    whole = case.told <= on  # "these are all" was not yet said before
    pregnancies = Listed(
        tuple(_record(f"earlier[{one.number}]", one.observations, on, sources) for one in earlier),
        case.earlier_complete and whole,
    )
    operations = Listed(
        tuple(_record(f"procedures[{one.number}]", one.observations, on, sources) for one in case.procedures),
        case.procedures_complete and whole,
    )
    ended_on, done_on = [one.ended for one in earlier], [one.on for one in case.procedures]
    lists = {
        "earlier": pregnancies,
        "procedures": ordered_operations(operations, done_on, pregnancies, ended_on),
        "scans": _scans(current, case.told, on, sources),
    }
    return Known(on, Facts(ordered_births(values, pregnancies), lists), sources, stale)


def as_last_told(known: Known) -> Known:
    """The same day, with what has grown too old to count taken as it was last told.

    For what must not vanish by growing old (a line, a danger), never for a verdict: a short cervix found on Monday
    still needs somebody on Thursday, when nobody has asked again whether she bleeds.
    """
    aged = {name: seen.value for name, seen in known.stale.items()}
    return replace(known, facts=Facts({**aged, **known.facts.values}, known.facts.lists))


def current_pregnancy(case: Case, on: date) -> Pregnancy | None:
    """The pregnancy she carries on a day: begun by then under some due date, and not ended."""
    pregnancy = case.pregnancy
    if pregnancy is None or _ended(pregnancy, on) is not None or pregnancy.gestation(on).high < 0:
        return None
    return pregnancy


def _ended(pregnancy: Pregnancy | None, on: date) -> EarlierPregnancy | None:
    ended = pregnancy.outcome if pregnancy is not None else None
    return ended if ended is not None and ended.ended.low <= on.toordinal() else None


def _after_an_end(
    case: Case, ended: EarlierPregnancy, on: date, values: dict[str, Value], sources: dict[str, Observation]
) -> None:
    """Whether she is pregnant once one pregnancy has ended: not until told, and unknown again after a while."""
    said = sources.get("pregnant")
    if said is not None and (said.value is False or said.on.toordinal() > ended.ended.high):
        return
    values.pop("pregnant", None)
    sources.pop("pregnant", None)
    lasts = VOCABULARY.facts["pregnant"].lasts
    if lasts is None or (on - case.told).days <= lasts:
        values["pregnant"] = False


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


def _record(
    record: str, observations: Iterable[Observation], on: date, sources: dict[str, Observation]
) -> Mapping[str, Value]:
    seen = [one for one in observations if one.on <= on]
    sources.update({f"{record}.{one.fact}": one for one in seen})
    return {one.fact: one.value for one in seen}


def _of_pregnancy(pregnancy: Pregnancy, on: date) -> dict[str, Value]:
    gestation = pregnancy.gestation(on)
    return {} if gestation.unknown else {"gestation": gestation}


def _suture(
    case: Case, current: Pregnancy | None, on: date, values: dict[str, Value], sources: dict[str, Observation]
) -> None:
    """The suture in the cervix on a day, from what was placed and taken out, over what was told of it before."""
    told = sources.get("suture")
    cerclage = suture_in_place(case, current, on)
    if cerclage is None:
        removed = [one for one in (current.removals if current is not None else ()) if _happened(one, on)]
        seen = bool(removed) and _seen_since(told, removed[-1], on)
        if (removed and not seen) or (current is None and _out_at_the_end(case, told, on)):
            values["suture"] = "none"
            values.pop("suture_indication", None)
        return
    if cerclage.suture is not None:
        values["suture"] = cerclage.suture
    elif told is not None and (told.value == "none" or told.on.toordinal() < cerclage.on.low):
        values.pop("suture", None)  # one was placed since, and nobody says of which kind
    if cerclage.indication is not None:
        values["suture_indication"] = cerclage.indication


def _out_at_the_end(case: Case, told: Observation | None, on: date) -> bool:
    """Whether the suture of the pregnancy that ended last came out in it or since: none is in until she conceives."""
    ended = _ended(case.pregnancy, on)
    if ended is None or (told is not None and told.value != "none"):
        return False
    since = any(_happened(one, on) and one.on.low >= ended.ended.low for one in case.removals)
    return since or ended.values.get("cerclage_removed") is not None


def _seen_since(told: Observation | None, removal: Removal, on: date) -> bool:
    """Whether a suture was seen in place after one was taken out."""
    if told is None or told.value == "none":
        return False
    day = told.on.toordinal()
    return removal.on.high < day or (told.on == on and removal.on.low < day)


def suture_in_place(case: Case, current: Pregnancy | None, on: date) -> Cerclage | None:
    """The cerclage that is in place on a day: the last one placed by then and not taken out since.

    A removal that may have come before or after the last placement takes it out only when every placement has its
    removal: a suture forgotten is worse than one looked for in vain.
    """
    placed = [one for one in (*case.cerclages, *(current.cerclages if current else ())) if _happened(one, on)]
    removals = [one for one in (*case.removals, *(current.removals if current else ())) if _happened(one, on)]
    if not placed:
        return None
    last = sorted(placed, key=lambda one: one.on.low)[-1]
    since = any(LOWEST < last.on.low <= removal.on.low for removal in removals)
    unclear = any(removal.on.low < last.on.low <= removal.on.high or last.on.unknown for removal in removals)
    return None if since or (unclear and len(removals) >= len(placed)) else last


def vaginal_suture(known: Known) -> bool:
    """Whether a suture that has to come out is in the cervix on that day, during a pregnancy or after it."""
    return known.facts.values.get("suture") in ("mcdonald", "shirodkar")


def _happened(event: Cerclage | Removal, on: date) -> bool:
    return event.on.low <= on.toordinal()


def _scans(current: Pregnancy | None, told: date, on: date, sources: dict[str, Observation]) -> Listed:
    if current is None:
        return Listed()
    done = tuple(
        {
            **_record(f"scans[{one.number}]", one.observations, on, sources),
            **({} if one.gestation.unknown else {"gestation": one.gestation}),
        }
        for one in current.scans
        if (told if one.on.low == LOWEST else date.fromordinal(one.on.low)) <= on
    )
    # "these are all the scans" was said on the day of telling: by another day there may be more
    return Listed(done, current.scans_complete and told == on)
