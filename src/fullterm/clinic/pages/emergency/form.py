"""The six answers of an emergency: what is asked, what each answer tells of the record's facts, and what it says now.

One answer may tell two facts: "contractions, not in labour" is contractions yes and labour no.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from fullterm.care.case.facts_on import Known
from fullterm.clinic.base.form import Field, of_fact
from fullterm.clinic.words import WORDS
from fullterm.logic.facts import Value
from fullterm.logic.quantity import Span, Unit, show_span
from fullterm.vocabulary.fact import Text
from fullterm.vocabulary.phrases import is_unknown

Told = dict[str, str]


@dataclass(frozen=True, slots=True)
class Several:
    """One answer that tells several facts: by option, what each of them then is."""

    name: str
    options: Mapping[str, Told]

    @property
    def facts(self) -> tuple[str, ...]:
        """The facts it tells, in order."""
        return tuple(dict.fromkeys(fact for told in self.options.values() for fact in told))

    def said(self, known: Known) -> str | None:
        """The option that what is known today is; None when it is none of them."""
        for option, told in self.options.items():
            seen = {name: known.sources.get(name) for name in told}
            if all(one is not None and _typed(one.value) == told[name] for name, one in seen.items()):
                return option
        return None

    def field(self) -> Field:
        """Its buttons, "don't know" last."""
        labels = [(name, WORDS[f"emergency.{self.name}.{name}"]) for name in self.options]
        return Field(self.name, WORDS[f"emergency.{self.name}"], "choice", (*labels, ("unknown", WORDS["unknown"])))


PAINS = Several("pains", {
    "none": {"contractions": "no", "labour": "no"},
    "contractions": {"contractions": "yes", "labour": "no"},
    "labour": {"contractions": "yes", "labour": "yes"},
})  # fmt: skip
SIGNS = Several("signs", {
    "none": {"infection": "no", "infection_suspected": "no"},
    "suspected": {"infection": "no", "infection_suspected": "yes"},
    "signs": {"infection": "yes", "infection_suspected": "yes"},
})  # fmt: skip
SEVERAL = {one.name: one for one in (PAINS, SIGNS)}
SIX: tuple[tuple[str, ...], ...] = (
    ("dilatation",), ("bleeding",), ("pains",), ("membranes", "ruptured_membranes"), ("signs",),
    ("alive", "fetal_compromise"),
)  # fmt: skip
"""The six answers, each with the fields under its number."""
ONCE = ("fetuses", "anomaly_scan", "suture", "presentation", "steroid_courses")
"""Asked beside them while her record does not know."""
UNDATED = ("gestation", "dated_by")


def fields(*, dated: bool, known: Known) -> tuple[Field, ...]:
    """Every field of the form: the gestation of an undated pregnancy first, then the six, then what is not known."""
    asked = (
        replace(of_fact("gestation"), example=None, help=WORDS["emergency.gestation.help"]),
        Field("dated_by", WORDS["emergency.dated_by"], "choice", _dated_by()),
    )
    six = [SEVERAL[name].field() if name in SEVERAL else of_fact(name) for card in SIX for name in card]
    once = [of_fact(name) for name in ONCE if name not in known.sources and known.facts.values.get(name) is None]
    return (*(() if dated else asked), *six, *once)


def _dated_by() -> tuple[tuple[str, Text], ...]:
    return tuple((name, WORDS[f"emergency.dated_by.{name}"]) for name in ("scan", "lmp", "unknown"))


def examined(told: Mapping[str, str]) -> Told:
    """What was typed, as the facts of one examination."""
    found: Told = {}
    for name, value in told.items():
        if name in SEVERAL:
            unknown = dict.fromkeys(SEVERAL[name].facts, "unknown")
            found |= SEVERAL[name].options.get(value, unknown)
        elif name not in UNDATED:
            found[name] = value
    return found


def dating(told: Mapping[str, str]) -> Told:
    """How far along she is told to be, as a pregnancy begins; nothing while nobody can say."""
    gestation = told.get("gestation", "")
    if not gestation or is_unknown(gestation):
        return {}
    return {"gestation": gestation, "dating": told.get("dated_by", "unknown")}


def of_today(known: Known) -> Told:
    """What stands in the form when it is opened again: today's answers and no older one."""
    found: Told = {}
    for name in (one for card in SIX for one in card if one not in SEVERAL):
        seen = known.sources.get(name)
        if seen is not None and seen.on == known.on:
            found[name] = _typed(seen.value)
    for several in SEVERAL.values():
        option = several.said(known)
        if option is not None and all(known.sources[fact].on == known.on for fact in several.options[option]):
            found[several.name] = option
    return found


def _typed(value: Value) -> str:
    if isinstance(value, Span):
        return show_span(value, Unit.CENTIMETRES)
    return value if isinstance(value, str) else ("yes" if value else "no")
