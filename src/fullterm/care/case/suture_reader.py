"""The sutures of a case: placed, taken out, and whether the two agree."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from fullterm.care.case.custody import TOLD_BY, agree, kind_told
from fullterm.care.case.dating import before_conception, read_told_gestation
from fullterm.care.case.fields import Notes
from fullterm.care.case.model import (
    Case,
    Cerclage,
    Custody,
    Dating,
    Observation,
    Pregnancy,
    Removal,
    show_days,
    show_gestation,
)
from fullterm.care.case.sutures import standing
from fullterm.care.case.text import Node, Scalar
from fullterm.logic.quantity import UNKNOWN, Span
from fullterm.vocabulary.fact import VOCABULARY
from fullterm.vocabulary.phrases import NO_WORDS, UNKNOWN_WORDS, shorten

DETAILS = ("level", "depth", "material", "knot", "anaesthesia", "note")
"""The operation note, kept as written."""
CERCLAGE = ("on", "gestation", "technique", "indication", "route", "source", "said", *DETAILS)
"""What is told of a suture as it was placed."""
CUSTODY = ("what", "on", "suture", "who", "where", "when", "reason")
ANSWERED: tuple[Literal["arranged", "left_in", "handed_over"], ...] = ("arranged", "left_in", "handed_over")


NO_DAY_OUT = (
    "when the suture came out is missing: write on: with the day, or on: unknown where nobody knows it; until then it "
    "is read as in"
)


def read_cerclages(
    node: Node | None, path: str, notes: Notes, dating: Dating | None, source: str
) -> tuple[Cerclage, ...]:
    """The sutures placed, in the order told."""
    if node is None:
        return ()
    if isinstance(node, Scalar):
        sentence = "write suture: none" if node.text.lower() in {"none", *NO_WORDS} else "write on: and technique:"
        notes.wrong(path, f"{shorten(node.text)!r} does not describe a cerclage: {sentence}", node.at)
        return ()
    items = notes.listed(node, path)
    several = len(items) > 1
    wheres = [f"{path}[{n}]" if several else path for n in range(1, len(items) + 1)]
    placed = (
        _cerclage(item, where, notes, dating, source, name_of(path, number))
        for number, (item, where) in enumerate(zip(items, wheres, strict=True), 1)
    )
    return tuple(one for one in placed if one is not None)


def name_of(path: str, number: int) -> str:
    """How a suture without a number of its own is named: its place in the list, apart from those of this pregnancy."""
    return str(number) if path.startswith("pregnancy") else f"before {number}"


def _cerclage(item: Node, path: str, notes: Notes, dating: Dating | None, source: str, name: str) -> Cerclage | None:
    told = notes.fields(item, path, ("number", "seen", *CERCLAGE))
    facts = VOCABULARY.fields("earlier")
    technique = notes.choice(facts["cerclage_technique"], told.get("technique"), f"{path}.technique")
    route = notes.choice(facts["cerclage_route"], told.get("route"), f"{path}.route")
    indication = notes.choice(facts["cerclage"], told.get("indication"), f"{path}.indication")
    if indication == "none":
        notes.wrong(f"{path}.indication", "a cerclage has an indication: write history, ultrasound or examination")
        indication = None
    if technique and route and (technique in ("mcdonald", "shirodkar")) != (route == "vaginal"):
        notes.wrong(f"{path}.route", f"{technique} is not done by the {route} route: correct one of them")
        technique = route = None
    when = _when(told, path, notes, dating)
    if when is None:  # a suture on an impossible day: nobody can tell whether it is in
        return None
    on, gestation = when
    placed = Cerclage(
        on,
        gestation,
        technique,
        indication,
        route,
        notes.text(told.get("source"), f"{path}.source") or source,
        notes.text(told.get("said"), f"{path}.said"),
        tuple((one, notes.text(told[one], f"{path}.{one}") or "") for one in DETAILS if one in told),
        notes.text(told.get("number"), f"{path}.number") or name,
        notes.day(told["seen"], f"{path}.seen") if "seen" in told else None,
    )
    if placed.suture != "abdominal" and before_conception(f"{path}.on", on, dating, notes, "a vaginal cerclage"):
        return None
    return placed


def _when(told: dict[str, Node], path: str, notes: Notes, dating: Dating | None) -> tuple[Span, Span] | None:
    """The day and the gestation, each from the other where only one is told; None when what was told is wrong."""
    before = len(notes.problems)
    on = notes.days(told.get("on"), f"{path}.on")
    gestation = read_told_gestation(told["gestation"], f"{path}.gestation", notes) if "gestation" in told else UNKNOWN
    if len(notes.problems) > before:
        return None
    if dating is None:
        return on, gestation
    if not on.unknown:
        return on, dating.gestation(on)
    if gestation.unknown:
        return UNKNOWN, UNKNOWN
    days = dating.days(gestation)
    if days.low > notes.told.toordinal():
        shown = f"{show_gestation(gestation)} is reached on {show_days(days)}"
        notes.wrong(f"{path}.gestation", f"{shown}, after the day the case was told ({notes.told}): correct one")
        return None
    return days, gestation


def read_removals(
    node: Node | None, path: str, notes: Notes, dating: Dating | None, source: str, known: Iterable[str] = ()
) -> tuple[Removal, ...]:
    """The sutures taken out, in the order told. A bare date will do. `known`: the ids by which one may be named."""
    if node is None:
        return ()
    items = notes.listed(node, path)
    found: list[Removal] = []
    for n, item in enumerate(items, 1):
        where = f"{path}[{n}]" if len(items) > 1 else path
        if isinstance(item, Scalar):
            if item.text.strip().lower() in UNKNOWN_WORDS | NO_WORDS:  # not known to be out, or said not to be
                continue
            before = len(notes.problems)
            day = notes.days(item, where)
            if len(notes.problems) == before:  # on a wrong day it is not out, and stays on the list of those to remove
                found.append(Removal(day, dating.gestation(day) if dating and not day.unknown else UNKNOWN, source))
            continue
        told = notes.fields(item, where, ("on", "gestation", "source", "said", "suture"))
        when = _when(told, where, notes, dating)
        if when is None:
            continue
        on, gestation = when
        if on.unknown and gestation.unknown and "on" not in told:
            notes.wrong(where, NO_DAY_OUT)
            continue
        from_ = notes.text(told.get("source"), f"{where}.source") or source
        said, which = (notes.text(told.get(name), f"{where}.{name}") for name in ("said", "suture"))
        found.append(Removal(on, gestation, from_, said, _named(which, known)))
    return tuple(found)


def _named(which: str | None, known: Iterable[str]) -> str | None:
    """The suture a line names: one outside this pregnancy is named there by its place alone."""
    ids = tuple(known)
    return f"before {which}" if which not in ids and f"before {which}" in ids else which


def read_custody(node: Node | None, path: str, notes: Notes, known: Iterable[str] = ()) -> tuple[Custody, ...]:
    """Who answers for a suture: `arranged`, `left_in` on purpose, `handed_over`. Each names its day."""
    found: list[Custody] = []
    for number, item in enumerate(notes.listed(node, path) if node is not None else (), 1):
        where = f"{path}[{number}]"
        told = notes.fields(item, where, CUSTODY)
        words = {name: notes.text(told.get(name), f"{where}.{name}") or "" for name in CUSTODY if name != "on"}
        what = next((one for one in ANSWERED if one == words["what"]), None)
        on = notes.day(told["on"], f"{where}.on", later=True) if "on" in told else notes.told
        if what is None:
            notes.wrong(f"{where}.what", f"what was agreed is missing: write what: and one of {', '.join(ANSWERED)}")
        elif what == "left_in" and not words["reason"]:
            notes.wrong(where, "why the suture is left in is missing: write reason:")
        elif what == "handed_over" and not words["where"]:
            notes.wrong(where, "to whom the suture was handed over is missing: write where:")
        elif on is not None:
            which = _named(words["suture"] or None, known)
            found.append(Custody(what, on, which, words["who"], words["where"], words["when"], words["reason"]))
    return tuple(found)


def check_names(cerclages: tuple[Cerclage, ...], named: Iterable[tuple[str, Removal | Custody]], notes: Notes) -> None:
    """Note each line that names a suture nobody told of; it is then read as one that names none."""
    known = [one.id for one in cerclages]
    for path, one in named:
        if one.suture is not None and one.suture not in known and not one.suture.startswith("earlier "):
            several = ", ".join(known) or "once its cerclage is told"
            notes.wrong(path, f"there is no suture {one.suture!r} here: write one of hers, {several}")


def in_order(
    cerclages: tuple[Cerclage, ...], removals: tuple[Removal, ...], path: str, notes: Notes, *, told: bool = False
) -> tuple[Removal, ...]:
    """The removals that follow a placement; the others are noted and left out. `told`: one is only told to be in."""
    kept: list[Removal] = []
    for number, removal in enumerate(removals, 1):
        where = f"{path}[{number}]" if len(removals) > 1 else path
        if not cerclages and not told and not {"cerclage", "pregnancy.cerclage"} & notes.places.keys():
            notes.wrong(where, "a suture came out, yet none is told: write cerclage: with the day it was placed")
        elif cerclages and not told and all(not one.on.unknown and one.on.low > removal.on.high for one in cerclages):
            notes.wrong(
                where,
                f"the suture came out on {show_days(removal.on)}, before it was placed "
                f"({show_days(cerclages[0].on)}): correct one of the days",
            )
        else:
            kept.append(removal)
    return tuple(kept)


def is_told(observations: Iterable[Observation]) -> bool:
    """Whether one was told to be in, be its operation recorded or not."""
    return any(one.fact in TOLD_BY and one.value not in (False, "none") for one in observations)


def without_suture(
    observations: tuple[Observation, ...], cerclages: tuple[Cerclage, ...], removals: tuple[Removal, ...], notes: Notes
) -> tuple[Observation, ...]:
    """The observations; one of the suture that contradicts what was placed and taken out is noted and left out."""
    recorded = Case(notes.told, pregnancy=Pregnancy(cerclages=cerclages, removals=removals))
    kept: list[Observation] = []
    for one in observations:
        wrong = _contradicted(one, recorded, observations) if one.fact in TOLD_BY else None
        if wrong is None:
            kept.append(one)
        else:
            notes.wrong(f"pregnancy.{one.fact}", wrong)
    return tuple(kept)


def _contradicted(one: Observation, recorded: Case, beside: Iterable[Observation]) -> str | None:
    """What is wrong with a telling of the suture: the record counts, and of two answers the one that leaves it in."""
    fact, said = one.fact, _word(one)
    none, (route, technique) = one.value in (False, "none"), kind_told(one)
    day = one.on.toordinal()
    there = [each for each in standing(recorded, one.on) if not each.placed.unknown and each.placed.high <= day]
    surely = [each for each in there if each.out is None and each.doubt is None]
    meant = [each for each in surely if not none or route is None or each.route == route]
    if none and not meant:
        other = next((each for each in beside if _says_in(each, one)), None)
        if other is None:
            return None
        return f"{fact} {said}, yet {other.fact} {_word(other)} on the same day: correct one of them"
    if not none and (not meant or len(there) > len(surely) or any(agree(each, route, technique) for each in meant)):
        return None
    kind, placed = meant[-1].kind or "suture", show_days(meant[-1].placed)
    return (
        f"{fact} {said}, yet a {kind} was placed on {placed} and not removed: write removed: with its day, or correct "
        "the suture"
    )


def _says_in(other: Observation, none: Observation) -> bool:
    """Whether another answer of the same day says that one is in which this one denies."""
    positive = other.fact in TOLD_BY and other.on == none.on and other.value not in (False, "none")
    return positive and (TOLD_BY[none.fact] is None or kind_told(other)[0] == TOLD_BY[none.fact])


def _word(one: Observation) -> str:
    return {True: "yes", False: "no"}[one.value] if isinstance(one.value, bool) else str(one.value)
