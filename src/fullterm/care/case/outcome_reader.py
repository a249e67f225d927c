"""The core outcome set of an ended pregnancy, as a case tells it: one telling a day, the newest of each item counts."""

from __future__ import annotations

from collections.abc import Mapping

from fullterm.care.case.fields import Notes
from fullterm.care.case.outcome import BABY, MOTHER, Item, OutcomeReport, Value
from fullterm.care.case.text import Node


def read_core(node: Node | None, path: str, notes: Notes) -> tuple[OutcomeReport, ...]:
    """Every telling of the set, in order. What cannot be read is noted, and unknown."""
    found: list[OutcomeReport] = []
    for number, item in enumerate(notes.listed(node, path) if node is not None else (), 1):
        where = f"{path}[{number}]"
        told = notes.fields(item, where, ("on", "mother", "babies"))
        on = notes.day(told["on"], f"{where}.on") if "on" in told else notes.told
        if on is None:  # nobody can tell which of two tellings is the newer
            continue
        mother = _items(told["mother"], MOTHER, f"{where}.mother", notes) if "mother" in told else {}
        babies = notes.listed(told["babies"], f"{where}.babies") if "babies" in told else ()
        of_each = (_items(one, BABY, f"{where}.babies[{n}]", notes) for n, one in enumerate(babies, 1))
        found.append(OutcomeReport(on, mother, tuple(of_each)))
    return tuple(sorted(found, key=lambda one: one.on))


def _items(node: Node, items: Mapping[str, Item], path: str, notes: Notes) -> dict[str, Value]:
    found: dict[str, Value] = {}
    for name, value in notes.fields(node, path, items).items():
        text = notes.text(value, f"{path}.{name}")
        if text is None:
            continue
        try:
            found[name] = items[name].read(text)
        except ValueError as error:
            notes.wrong(f"{path}.{name}", str(error), value.at)
    return found
