"""What was done, and what the doctor decided, of steps of the plan: of this pregnancy, or before one."""

from __future__ import annotations

from datetime import date

from fullterm.care.case.dating import before_conception
from fullterm.care.case.fields import Notes
from fullterm.care.case.model import CHOICES, Dating, StepChoice, StepDecided, StepDone
from fullterm.care.case.text import Node
from fullterm.logic.quantity import UNKNOWN, exactly


def read_done(node: Node | None, path: str, notes: Notes, dating: Dating | None) -> tuple[StepDone, ...]:
    """The steps marked done: `[{step, on, note}]`. Their gestation follows from the dating."""
    found: list[StepDone] = []
    for number, item in enumerate(notes.listed(node, path) if node is not None else (), 1):
        where = f"{path}[{number}]"
        told = notes.fields(item, where, ("step", "on", "note"))
        step, on = notes.text(told.get("step"), f"{where}.step"), _day(told.get("on"), where, notes)
        if step is None:
            notes.wrong(where, "which step was done is missing: write step:, such as step: correct-uterus")
        elif on is not None and not before_conception(f"{where}.on", exactly(on.toordinal()), dating, notes, "a step"):
            gestation = UNKNOWN if dating is None else dating.gestation(on)
            found.append(StepDone(step, on, gestation, notes.text(told.get("note"), f"{where}.note")))
    return tuple(found)


def read_decided(node: Node | None, path: str, notes: Notes) -> tuple[StepDecided, ...]:
    """What the doctor signed of each step: `[{step, choice, on, reason}]`."""
    found: list[StepDecided] = []
    for number, item in enumerate(notes.listed(node, path) if node is not None else (), 1):
        where = f"{path}[{number}]"
        told = notes.fields(item, where, ("step", "choice", "on", "reason"))
        step, said = (notes.text(told.get(name), f"{where}.{name}") for name in ("step", "choice"))
        reason, on = notes.text(told.get("reason"), f"{where}.reason"), _day(told.get("on"), where, notes)
        choice: StepChoice | None = next((one for one in CHOICES if one == said), None)
        if step is None:
            notes.wrong(where, "which step was decided is missing: write step:, such as step: cerclage")
        elif choice is None:
            notes.wrong(f"{where}.choice", f"{said!r} is no decision: write one of {', '.join(CHOICES)}")
        elif choice == "declined" and reason is None:
            notes.wrong(where, "why the step was declined is missing: write reason:")
        elif on is not None:
            found.append(StepDecided(step, choice, on, reason))
    return tuple(found)


def _day(node: Node | None, where: str, notes: Notes) -> date | None:
    return notes.told if node is None else notes.day(node, f"{where}.on")
