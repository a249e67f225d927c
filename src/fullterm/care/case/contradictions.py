"""What cannot all be true of one pregnancy or one day. Each line is one contradiction, the fields it is between, and
what to write instead; the fields are then unknown, because nobody can tell which of them is right. Of what was told of
one day the dangerous answer counts all the same: a danger is never lost because somebody contradicted it.

The limits here say what to doubt in a record, not what medicine holds: they are wide on purpose.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeAlias

from fullterm.care.case.fields import Notes
from fullterm.care.case.model import Conflict, Observation
from fullterm.logic.facts import Record, Value
from fullterm.logic.quantity import HIGHEST, LOWEST, Span, cm, show_span, weeks
from fullterm.vocabulary.dangerous import is_dangerous, worse
from fullterm.vocabulary.fact import VOCABULARY, Fact
from fullterm.vocabulary.sutures import ROUTES

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

BY_ROUTE = ("suture_vaginal", "suture_abdominal")
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
        ("babies_died", "fetuses"),
        lambda known: "fetuses" in known and _span(known, "babies_died").low > _span(known, "fetuses").high,
        "more babies died than she carries: correct one of the two numbers",
    ),
    Contradiction(
        ("babies_died", "fetuses", "alive"),
        lambda known: known.get("alive") is True
        and "fetuses" in known
        and _span(known, "babies_died").low >= _span(known, "fetuses").high,
        "every baby is said to have died, yet a heartbeat is present: have it confirmed, and correct what is wrong",
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
    Contradiction(
        ("suture_in", "suture", *BY_ROUTE, "suture_indication"),
        lambda known: known.get("suture_in") is False
        and (
            known.get("suture", "none") != "none"
            or any(known.get(name) is True for name in BY_ROUTE)
            or "suture_indication" in known
        ),
        "no suture is in, yet one is told: correct one of them",
    ),
)  # fmt: skip


def without_contradictions(
    placed: Iterable[Placed], rules: tuple[Contradiction, ...], notes: Notes
) -> tuple[Observation, ...]:
    """The observations of one pregnancy (or one woman) that stand together; the others are noted and left out.

    Of what was told of one day (`ONE_DAY`) a danger is never left out: it counts, and the contradiction is noted.
    """
    kept = list(_once_a_day(list(placed), notes, dangers=rules is ONE_DAY))
    for day in sorted({one.on for _, one in kept}):
        for rule in rules:
            known = {one.fact: one.value for _, one in kept if one.on == day}
            if all(name in known for name in rule.facts[:1]) and rule.broken(known):
                between = [(path, one) for path, one in kept if one.on == day and one.fact in rule.facts]
                stay = [pair for pair in between if rules is ONE_DAY and is_dangerous(pair[1].fact, pair[1].value)]
                _note(notes, between[0][0], f"{_told(between)}: {rule.sentence}", between, stay)
                kept = [pair for pair in kept if pair in stay or pair not in between]
    return tuple(one for _, one in kept)


def _once_a_day(placed: list[Placed], notes: Notes, *, dangers: bool) -> Iterator[Placed]:
    """Each fact once a day. Told twice with different values it is the more dangerous, or, where none is, unknown."""
    days: dict[tuple[str, date], list[Placed]] = {}
    for path, one in placed:
        days.setdefault((one.fact, one.on), []).append((path, one))
    for several in days.values():
        path, first = several[0]
        worst = _worst([one for _, one in several]) if dangers else None
        odd = [
            where
            for number, (where, other) in enumerate(several)
            if not all(_agree(one, other) for _, one in several[:number])
        ]
        if odd:
            values = " and as ".join(_shown_once(several))
            sentence = (
                f"{first.fact} is told twice for {first.on}, as {values} (see {path}): keep the value that is true"
            )
            _note(notes, odd[0], sentence, several, [] if worst is None else [(path, worst)])
        if worst is not None:
            yield path, worst
        elif not odd:
            yield from several


def _worst(several: list[Observation]) -> Observation | None:
    """What counts of the answers to one fact on one day, in the words of whoever told it; None where none is worse."""
    value: Value | None = several[0].value
    for one in several[1:]:
        value = None if value is None else worse(one.fact, value, one.value)
    if value is None:
        return None
    teller = next((one for one in reversed(several) if one.value == value), several[-1])
    return replace(teller, value=value)


def _note(notes: Notes, path: str, sentence: str, told: list[Placed], stay: list[Placed]) -> None:
    if not stay:
        notes.wrong(path, sentence)
        return
    conflict = Conflict(tuple(one for _, one in told), tuple(one for _, one in stay))
    notes.wrong(path, f"{sentence}; until then the more dangerous counts: {_told(stay)}", conflict=conflict)


def _shown_once(several: list[Placed]) -> list[str]:
    return list(dict.fromkeys(show_value(one) for _, one in several))


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
    return isinstance(technique, str) and route is not None and ROUTES[technique] != route
