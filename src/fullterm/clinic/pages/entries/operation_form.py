"""The operation record: every line of it, numbers as numbers in their unit, and who takes the suture out again.

The ranges are our own limits for slips of the keyboard, wide on purpose. Depth and height are asked, never scored:
`evidence.md` 3.3 found no cut-off in millimetres and no rate for bites too shallow or too deep.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from fullterm.clinic.base.form import YES_NO, Field, of_fact
from fullterm.clinic.words import WORDS
from fullterm.vocabulary.fact import VOCABULARY, Text

Group = tuple[str, tuple[Field, ...]]
_NUMBER = re.compile(r"^(\d{1,5}(?:\.\d)?)\s*(mm|毫米|cm|厘米|ml|毫升|l|升)?$", re.IGNORECASE)
_MM = {"mm": 1, "毫米": 1, "cm": 10, "厘米": 10}
_ML = {"ml": 1, "毫升": 1, "l": 1000, "升": 1000}
_UNITS = {"mm": _MM, "mL": _ML, "": {}}


@dataclass(frozen=True, slots=True)
class AmountField(Field):
    """A number in a unit: `25`, `25 mm`, `2.5 cm`. `small`: below this a bare number may be centimetres."""

    least: int = 0
    most: int = 0
    small: int = 0

    def plain(self, typed: str) -> str:
        """The amount as the event keeps it, with its unit: `25 mm`, `20 mL`, `2`. Raises ValueError."""
        if typed.strip().lower() in ("unknown", "不清楚"):
            return "unknown"
        found = _NUMBER.match(typed.strip())
        known = _UNITS[self.unit]
        if found is None or (found[2] and found[2].lower() not in known):
            if self.unit:
                raise ValueError(
                    f"{typed!r} is no amount here: write a number in {self.unit}, from {self.least} to {self.most}"
                )
            raise ValueError(f"{typed!r} is no amount here: write a whole number, from {self.least} to {self.most}")
        number, unit = float(found[1]), (found[2] or "").lower()
        if self.unit == "mm" and not unit and 0 < number < (self.small or (10 if "." in found[1] else 0)):
            raise ValueError(
                f"{typed!r} looks like centimetres: write {number * 10:g} mm, or {number:g} mm if you mean it"
            )
        amount = number * known.get(unit, 1)
        if not self.least <= amount <= self.most or (not self.unit and amount != int(amount)):
            unit = f" {self.unit}" if self.unit else ""
            raise ValueError(
                f"{typed!r} is not possible here: write a value from {self.least} to {self.most}{unit}, or unknown"
            )
        return f"{amount:g} {self.unit}".strip()

    def refuses(self, typed: str) -> str | None:
        """What is wrong with the number, in one English sentence; None when it can be read."""
        try:
            self.plain(typed)
        except ValueError as error:
            return str(error)
        return None


def _word(name: str, **more: object) -> Field:
    return replace(Field(name, WORDS[f"entry.{name}"]), **more)  # type: ignore[arg-type]  # the names of Field's fields


def _amount(name: str, unit: str, least: int, most: int, small: int = 0, help_: Text | None = None) -> AmountField:
    return AmountField(name, WORDS[f"entry.{name}"], unit=unit, least=least, most=most, small=small, help=help_)


def _help(name: str) -> Text:
    return WORDS[f"entry.{name}.help"]


MEMBRANES = (*VOCABULARY.facts["membranes"].options, YES_NO[2])
TECHNIQUE = replace(of_fact("cerclage_technique", "earlier"), name="technique", label=WORDS["entry.technique"])
INDICATION = replace(of_fact("cerclage", "earlier"), name="indication", label=WORDS["entry.indication"])
DEPTH = tuple((name, WORDS[f"entry.depth_judged.{name}"]) for name in ("right", "shallow", "deep", "unsure"))
REMOVAL: tuple[Field, ...] = (
    _word("remover"), _word("remove_where"), _word("remove_when", help=_help("remove_when")),
)  # fmt: skip
"""Who takes it out, where and when: written with the operation, and changed later by its own entry."""


AMOUNTS: dict[str, AmountField] = {
    one.name: one
    for one in (
        _amount("sutures", "", 1, 4), _amount("bites", "", 1, 12), _amount("depth", "mm", 1, 25, help_=_help("depth")),
        _amount("to_external", "mm", 0, 60, small=10), _amount("to_internal", "mm", 0, 60),
        _amount("blood_loss", "mL", 0, 3000),
    )
}  # fmt: skip


def groups(on: Field, said: Field) -> tuple[Group, ...]:
    """The operation record, the most needed first."""
    return (
        ("entry.group.cerclage", (
            on,
            replace(TECHNIQUE, options=TECHNIQUE.options[:-1], required=True),
            replace(INDICATION, options=INDICATION.options[1:-1], required=True),
            _word("anaesthesia", help=_help("anaesthesia")), _word("material", help=_help("material")),
            _word("knot", help=_help("knot")),
        )),
        ("entry.group.height", (
            AMOUNTS["sutures"], _word("level", help=_help("level")), AMOUNTS["to_external"], AMOUNTS["to_internal"],
        )),
        ("entry.group.depth", (
            AMOUNTS["bites"], AMOUNTS["depth"],
            _word("depth_judged", kind="choice", options=DEPTH, help=_help("depth_judged")),
        )),
        ("entry.group.course", (
            _word("membranes_before", kind="choice", options=MEMBRANES),
            _word("membranes_after", kind="choice", options=MEMBRANES),
            AMOUNTS["blood_loss"], _word("complications", kind="long"),
        )),
        ("entry.group.removal", (*REMOVAL, said)),
    )  # fmt: skip


READ_BY_THE_CASE = ("technique", "indication", "anaesthesia", "material", "knot", "depth", "level", "said")


def placed(told: Mapping[str, str]) -> dict[str, Any]:
    """The suture as the case reads it, and the rest of the operation note, numbers with their unit."""
    plain = {name: AMOUNTS[name].plain(typed) if name in AMOUNTS else typed for name, typed in told.items()}
    data: dict[str, Any] = {name: plain[name] for name in READ_BY_THE_CASE if name in plain}
    data["route"] = "vaginal" if told["technique"] in ("mcdonald", "shirodkar") else "abdominal"
    note = {name: value for name, value in plain.items() if name not in (*READ_BY_THE_CASE, "on")}
    return data | ({"operation": note} if note else {})
