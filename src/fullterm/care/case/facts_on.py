"""From the record to the facts of one day: what is still true, where it came from, and what has gone stale.

A fact older than it lasts is unknown again. Facts of one pregnancy never reach another: once a pregnancy has ended
it is read only as one more earlier pregnancy.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from fullterm.care.case.births_in_order import ordered_births, ordered_operations
from fullterm.care.case.model import Case, EarlierPregnancy, Observation, Pregnancy
from fullterm.care.case.suture_facts import suture_facts
from fullterm.care.case.sutures import standing
from fullterm.logic.evaluate import truth
from fullterm.logic.facts import Facts, Listed, Value
from fullterm.logic.quantity import LOWEST, Span
from fullterm.vocabulary import findings
from fullterm.vocabulary.dangerous import is_dangerous
from fullterm.vocabulary.fact import VOCABULARY


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a woman on `on`.

    `sources` and `stale` name facts as readings do (`contractions`, `earlier[2].abruption`); `stale` holds those told
    once and too old to count. `ended`: days since this pregnancy ended; None while it goes on, or where nobody knows.
    """

    on: date
    facts: Facts
    sources: Mapping[str, Observation]
    stale: Mapping[str, Observation]
    ended: int | None = None


HER_OWN = ("bleeding", "infection", "infection_suspected", "temperature", "white_count", "crp")
"""What is of the woman and does not end with her pregnancy: told on the day of its end or since, it still counts."""


def known_on(case: Case, on: date) -> Known:
    """The facts of `case` on a day. What was told or done after that day is not yet known."""
    sources: dict[str, Observation] = {}
    stale: dict[str, Observation] = {}
    current = current_pregnancy(case, on)
    ended = _ended(case.pregnancy, on)
    told = (*case.observations, *(current.observations if current is not None else _since_the_end(case, ended)))
    values = _scalars(told, on, sources, stale)
    if current is not None:
        values["pregnant"] = True
    elif ended is not None:
        _after_an_end(case, ended, on, values, sources, stale)
    if current is not None:
        values.update(_of_pregnancy(current, on))
    _suture(case, current, on, values, sources)
    _drop_found_before_a_suture(case, on, values, sources, stale)
    if values.get("membranes") == "ruptured":  # seen broken is broken, whatever else was not asked
        values["ruptured_membranes"] = True
    beats = sources.get("alive")
    died = sources.get("babies_died")
    later = beats is not None and died is not None and beats.value is True and beats.on > died.on
    if not later and truth(findings.every_baby_died, Facts(values, {})):  # a confirmed death is no heartbeat
        values["alive"] = False
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
    ends = [one.ended.low for one in earlier if not one.ended.unknown and one.ended.low <= on.toordinal()]
    days = on.toordinal() - max(ends) if ends else None
    return Known(on, Facts(ordered_births(values, pregnancies), lists), sources, stale, days)


def _since_the_end(case: Case, ended: EarlierPregnancy | None) -> tuple[Observation, ...]:
    """What was told of herself on the day the pregnancy ended, or since."""
    if ended is None or case.pregnancy is None:
        return ()
    day = case.told.toordinal() if ended.ended.unknown else ended.ended.low
    return tuple(one for one in case.pregnancy.observations if one.fact in HER_OWN and one.on.toordinal() >= day)


def _drop_found_before_a_suture(
    case: Case, on: date, values: dict[str, Value], sources: dict[str, Observation], stale: dict[str, Observation]
) -> None:
    """What was found of the cervix before a suture was placed says nothing of the cervix since: it has to be looked at.

    An open cervix is why a rescue suture is placed: left standing, it would call that suture a failing one for good.
    """
    placed = [one for one in standing(case, on) if one.origin == "placed" and one.placed.exact]
    for name in ("dilatation", "membranes"):
        seen = sources.get(name) or stale.get(name)
        if seen is None or seen.value == "ruptured":
            continue
        day = seen.on.toordinal()
        if any(day < one.placed.low or (day == one.placed.low and one.indication == "examination") for one in placed):
            for known in (values, sources, stale):
                known.pop(name, None)


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
    case: Case,
    ended: EarlierPregnancy,
    on: date,
    values: dict[str, Value],
    sources: dict[str, Observation],
    stale: dict[str, Observation],
) -> None:
    """Whether she is pregnant once one pregnancy has ended: not until told, and unknown again after a while.

    As last told she is not: a suture left in stays on the list of those to take out.
    """
    said = sources.get("pregnant")
    if said is not None and (said.value is False or said.on.toordinal() > ended.ended.high):
        return
    values.pop("pregnant", None)
    sources.pop("pregnant", None)
    lasts = VOCABULARY.facts["pregnant"].lasts
    if lasts is None or (on - case.told).days <= lasts:
        values["pregnant"] = False
    elif "pregnant" not in stale or stale["pregnant"].on.toordinal() <= ended.ended.low:
        day = case.told if ended.ended.low == LOWEST else date.fromordinal(ended.ended.low)
        stale["pregnant"] = Observation("pregnant", False, day, "the end of the pregnancy")


def _scalars(
    told: Iterable[Observation], on: date, sources: dict[str, Observation], stale: dict[str, Observation]
) -> dict[str, Value]:
    newest: dict[str, Observation] = {}
    for one in sorted(told, key=lambda one: one.on):
        if one.on <= on and not _says_less(one, newest.get(one.fact)):
            newest[one.fact] = one
    for name, one in newest.items():
        lasts = VOCABULARY.facts[name].lasts
        fresh = lasts is None or (on - one.on).days <= lasts
        (sources if fresh else stale)[name] = one
    return {name: one.value for name, one in newest.items() if name in sources}


def _says_less(one: Observation, before: Observation | None) -> bool:
    """Whether an answer leaves open what an older one found to be a danger: "0 to 5 cm" does not close 4 cm."""
    if before is None or not (isinstance(one.value, Span) and isinstance(before.value, Span)):
        return False
    within = one.value.low < before.value.low and before.value.high <= one.value.high
    return within and not one.value.exact and is_dangerous(one.fact, before.value)


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
    """What rules read of the sutures, over what was told of them: see `care.case.suture_facts`."""
    denied = current is None and _out_at_the_end(case, on)
    for name, value in suture_facts(case, current, on, values, sources, denied=denied).items():
        if value is not None:
            values[name] = value
        elif name in values:
            del values[name]
        seen = sources.get(name)
        if seen is not None and seen.value != value and seen.value not in VOCABULARY.facts[name].vague:
            del sources[name]


def _out_at_the_end(case: Case, on: date) -> bool:
    """Whether the suture of the pregnancy that ended last came out in it or since: none is in until she conceives."""
    ended = _ended(case.pregnancy, on)
    if ended is None:
        return False
    since = any(one.on.low <= on.toordinal() and one.on.low >= ended.ended.low for one in case.removals)
    return since or ended.values.get("cerclage_removed") is not None


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
