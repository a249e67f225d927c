"""The sutures of a case: placed, taken out, and whether the two agree."""

from __future__ import annotations

from fullterm.care.case import Cerclage, Dating, Observation, Removal, show_days, show_gestation
from fullterm.care.case_dating import before_conception, read_told_gestation
from fullterm.care.case_fields import Notes
from fullterm.care.case_text import Node, Scalar
from fullterm.logic.quantity import UNKNOWN, Span
from fullterm.vocabulary.fact import VOCABULARY
from fullterm.vocabulary.phrases import NO_WORDS, shorten

DETAILS = ("level", "depth", "material", "knot", "anaesthesia", "note")
"""The operation note, kept as written."""
CERCLAGE = ("on", "gestation", "technique", "indication", "route", "source", "said", *DETAILS)


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
    placed = (_cerclage(item, where, notes, dating, source) for item, where in zip(items, wheres, strict=True))
    return tuple(one for one in placed if one is not None)


def _cerclage(item: Node, path: str, notes: Notes, dating: Dating | None, source: str) -> Cerclage | None:
    told = notes.fields(item, path, CERCLAGE)
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
        tuple((name, notes.text(told[name], f"{path}.{name}") or "") for name in DETAILS if name in told),
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
    node: Node | None, path: str, notes: Notes, dating: Dating | None, source: str
) -> tuple[Removal, ...]:
    """The sutures taken out, in the order told. A bare date will do."""
    if node is None:
        return ()
    items = notes.listed(node, path)
    found: list[Removal] = []
    for n, item in enumerate(items, 1):
        where = f"{path}[{n}]" if len(items) > 1 else path
        if isinstance(item, Scalar):
            before = len(notes.problems)
            day = notes.days(item, where)
            if len(notes.problems) == before:  # on a wrong day it is not out, and stays on the list of those to remove
                found.append(Removal(day, dating.gestation(day) if dating and not day.unknown else UNKNOWN, source))
            continue
        told = notes.fields(item, where, ("on", "gestation", "source", "said"))
        when = _when(told, where, notes, dating)
        if when is None:
            continue
        on, gestation = when
        from_ = notes.text(told.get("source"), f"{where}.source") or source
        found.append(Removal(on, gestation, from_, notes.text(told.get("said"), f"{where}.said")))
    return tuple(found)


def in_order(
    cerclages: tuple[Cerclage, ...], removals: tuple[Removal, ...], path: str, notes: Notes
) -> tuple[Removal, ...]:
    """The removals that follow a placement; the others are noted and left out."""
    kept: list[Removal] = []
    for number, removal in enumerate(removals, 1):
        where = f"{path}[{number}]" if len(removals) > 1 else path
        if not cerclages and not {"cerclage", "pregnancy.cerclage"} & notes.places.keys():
            notes.wrong(where, "a suture came out, yet none is told: write cerclage: with the day it was placed")
        elif cerclages and all(not one.on.unknown and one.on.low > removal.on.high for one in cerclages):
            notes.wrong(
                where,
                f"the suture came out on {show_days(removal.on)}, before it was placed "
                f"({show_days(cerclages[0].on)}): correct one of the days",
            )
        else:
            kept.append(removal)
    return tuple(kept)


def without_suture(
    observations: tuple[Observation, ...], cerclages: tuple[Cerclage, ...], removals: tuple[Removal, ...], notes: Notes
) -> tuple[Observation, ...]:
    """The observations; one of the suture that contradicts what was placed and taken out is noted and left out."""
    kept: list[Observation] = []
    for one in observations:
        day = one.on.toordinal()
        placed = [suture for suture in cerclages if not suture.on.unknown and suture.on.high <= day]
        out = any(not removal.on.unknown and removal.on.low <= day for removal in removals)
        if one.fact != "suture" or not placed or out or one.value in (placed[-1].suture, None):
            kept.append(one)
        elif one.value == "none" or placed[-1].suture is not None:
            notes.wrong(
                "pregnancy.suture",
                f"suture {one.value}, yet a {placed[-1].suture or 'suture'} was placed on "
                f"{show_days(placed[-1].on)} and not removed: write removed: with its day, or correct the suture",
            )
        else:
            kept.append(one)
    return tuple(kept)
