"""What cannot all be true of one pregnancy or one day. Each line is one contradiction, the fields it is between, and
what to write instead; the fields are then unknown, because nobody can tell which of them is right.

The limits here say what to doubt in a record, not what medicine holds: they are wide on purpose.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from fullterm.care.case import Observation
from fullterm.care.case_fields import Notes
from fullterm.logic.facts import Record
from fullterm.logic.quantity import HIGHEST, LOWEST, Span, cm, show_span, weeks
from fullterm.vocabulary.fact import VOCABULARY, Fact

VIABLE = weeks(16).amount
"""A birth alive, a stillbirth or a caesarean before 16+0 is doubted. Our own limit."""

LATE = weeks(12).amount
"""Before it nobody is asked whether a termination was a loss that doctors completed (`vocabulary.findings`)."""

Placed: TypeAlias = tuple[str, Observation]
"""An observation and the path of the field that told it."""


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Facts that cannot stand together when `broken`."""

    facts: tuple[str, ...]
    broken: Callable[[Record], bool]
    sentence: str


def _both(one: str, other: str) -> Callable[[Record], bool]:
    return lambda known: known.get(one) is True and known.get(other) is True


def _option(name: str, *options: str) -> Callable[[Record], bool]:
    return lambda known: known.get(name) in options


def _span(known: Record, name: str) -> Span:
    value = known.get(name)
    return value if isinstance(value, Span) else Span(LOWEST, HIGHEST)


def _early(known: Record) -> bool:
    return _span(known, "gestation").high < VIABLE


def _after(first: str, second: str) -> Callable[[Record], bool]:
    return lambda known: _span(known, first).low > _span(known, second).high


EARLIER: tuple[Contradiction, ...] = (
    Contradiction(
        ("outcome", "gestation"), lambda known: known.get("outcome") == "live_birth" and _early(known),
        "a baby is not born alive this early: correct the outcome (loss?) or the gestation",
    ),
    Contradiction(
        ("outcome", "gestation"), lambda known: known.get("outcome") == "stillbirth" and _early(known),
        "a stillbirth does not come this early: write outcome: loss, or correct the gestation",
    ),
    Contradiction(
        ("caesarean", "gestation"),
        lambda known: known.get("caesarean") in ("before_full_dilatation", "full_dilatation") and _early(known),
        "a caesarean is not done this early: write caesarean: none, or correct the gestation",
    ),
    Contradiction(
        ("caesarean", "outcome"),
        lambda known: known.get("caesarean") in ("before_full_dilatation", "full_dilatation")
        and known.get("outcome") in ("ectopic", "molar"),
        "a caesarean does not end an ectopic or molar pregnancy: correct the caesarean or the outcome",
    ),
    Contradiction(
        ("outcome", "induced", "already_being_lost"),
        lambda known: known.get("outcome") == "loss"
        and known.get("induced") is True
        and known.get("already_being_lost") is False,
        "doctors began it and nothing was being lost before: write outcome: termination, or correct one of them",
    ),
    Contradiction(
        ("outcome", "gestation", "already_being_lost"),
        lambda known: known.get("outcome") == "termination"
        and known.get("already_being_lost") is True
        and _span(known, "gestation").high < LATE,
        "so early, a pregnancy that was already being lost was lost, whoever completed it: write outcome: loss, or "
        "correct one of them",
    ),
    Contradiction(
        ("painless_dilatation", "contractions_first"), _both("painless_dilatation", "contractions_first"),
        "the cervix cannot have opened without pain after painful contractions came first: keep the one that is true, "
        "or write unknown",
    ),
    Contradiction(
        ("membranes_first", "contractions_first"), _both("membranes_first", "contractions_first"),
        "the waters and the contractions cannot both have come first: keep the one that is true, or write unknown",
    ),
    Contradiction(
        ("cerclage", "cerclage_route"),
        lambda known: known.get("cerclage") == "none"
        and any(f"cerclage_{part}" in known for part in ("route", "technique", "placed", "removed")),
        "there was no cerclage, yet one is described: correct cerclage, or remove what describes it",
    ),
    Contradiction(
        ("cerclage_route", "cerclage_technique"),
        lambda known: _other_route(known.get("cerclage_route"), known.get("cerclage_technique")),
        "this technique is not done by this route: correct one of them",
    ),
    Contradiction(
        ("cerclage_removed", "cerclage_placed"), _after("cerclage_placed", "cerclage_removed"),
        "the suture cannot have come out before it was placed: correct one of the two gestations",
    ),
    Contradiction(
        ("cerclage_placed", "gestation"), _after("cerclage_placed", "gestation"),
        "the suture cannot have been placed after the pregnancy ended: correct one of the two gestations",
    ),
    Contradiction(
        ("shortest_cervix_at", "gestation"), _after("shortest_cervix_at", "gestation"),
        "the cervix cannot have been measured after the pregnancy ended: correct one of the two gestations",
    ),
)  # fmt: skip

ONE_DAY: tuple[Contradiction, ...] = (
    Contradiction(
        ("membranes", "ruptured_membranes"),
        lambda known: known.get("membranes") == "ruptured" and known.get("ruptured_membranes") is False,
        "the membranes are ruptured on examination, yet the waters are not broken: correct one of them",
    ),
    Contradiction(
        ("membranes", "dilatation"),
        lambda known: known.get("membranes") == "bulging" and _span(known, "dilatation").high <= cm(0).amount,
        "membranes cannot bulge through a cervix that is not open: correct one of them",
    ),
    Contradiction(
        ("infection", "infection_suspected"),
        lambda known: known.get("infection") is True and known.get("infection_suspected") is False,
        "infection is seen, yet not suspected: correct one of them",
    ),
    Contradiction(
        ("labour", "contractions"),
        lambda known: known.get("labour") is True and known.get("contractions") is False,
        "she is in labour, yet without contractions: correct one of them",
    ),
    Contradiction(
        ("planned_caesarean", "planned_caesarean_at"),
        lambda known: known.get("planned_caesarean") is False and "planned_caesarean_at" in known,
        "no caesarean is planned, yet its gestation is: correct one of them",
    ),
    Contradiction(
        ("suture", "suture_indication"),
        lambda known: known.get("suture") == "none" and "suture_indication" in known,
        "there is no suture, yet its indication is told: correct one of them",
    ),
)  # fmt: skip


def without_contradictions(
    placed: Iterable[Placed], rules: tuple[Contradiction, ...], notes: Notes
) -> tuple[Observation, ...]:
    """The observations of one pregnancy (or one woman) that stand together; the others are noted and left out."""
    kept = list(_agreed(list(placed), notes))
    for day in sorted({one.on for _, one in kept}):
        for rule in rules:
            known = {one.fact: one.value for _, one in kept if one.on == day}
            if all(name in known for name in rule.facts[:1]) and rule.broken(known):
                between = [(path, one) for path, one in kept if one.on == day and one.fact in rule.facts]
                notes.wrong(between[0][0], f"{_told(between)}: {rule.sentence}")
                kept = [pair for pair in kept if pair not in between]
    return tuple(one for _, one in kept)


def _agreed(placed: list[Placed], notes: Notes) -> Iterator[Placed]:
    """Each fact once a day: told twice with different values, it is unknown."""
    for path, one in placed:
        same_day = [(where, other) for where, other in placed if other.fact == one.fact and other.on == one.on]
        odd = [where for where, other in same_day if not _agree(one, other)]
        if not odd:
            yield path, one
        elif same_day[0][0] == path:
            notes.wrong(
                odd[0],
                f"{one.fact} is told twice for {one.on}, as {show_value(one)} and otherwise "
                f"(see {path}): keep the value that is true",
            )


def _agree(one: Observation, other: Observation) -> bool:
    if isinstance(one.value, Span) and isinstance(other.value, Span):
        return one.value.low <= other.value.high and other.value.low <= one.value.high
    return one.value == other.value


def _told(between: list[Placed]) -> str:
    return " and ".join(f"{one.fact} {show_value(one)}" for _, one in between)


def show_value(one: Observation) -> str:
    """A value as it is written in a case: `yes`, `no`, `loss`, `19w0d..22w6d`, `25 mm`."""
    fact = _definition(one.fact)
    if isinstance(one.value, Span):
        return show_span(one.value, fact.unit) if fact.unit is not None else str(one.value)
    return one.value if isinstance(one.value, str) else "yes" if one.value else "no"


def _definition(name: str) -> Fact:
    found = VOCABULARY.facts.get(name) or VOCABULARY.facts.get(f"earlier.{name}")
    assert found is not None
    return found


def _other_route(route: object, technique: object) -> bool:
    routes = {"mcdonald": "vaginal", "shirodkar": "vaginal", "open_abdominal": "abdominal", "laparoscopic": "abdominal"}
    return isinstance(technique, str) and route is not None and routes[technique] != route
