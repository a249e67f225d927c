"""What became of an ended pregnancy: the core outcome set, 13 items, each of which may be unknown.

COPOP (Obstet Gynecol 2016;127:49; crown-initiative.org): of the mother mortality, infection or inflammation, prelabour
rupture of the membranes, harm from an intervention; of each baby gestation at birth, mortality, birth weight, early and
late neurodevelopmental, gastrointestinal, infection and respiratory morbidity, harm from an intervention. Which disease
counts as each morbidity is not written here: whoever records it judges.

Gestation is reckoned from the dating and never told. Nothing here is a fact a rule reads.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from datetime import date
from typing import Literal, Protocol, TypeAlias, get_args

from fullterm.logic.quantity import UNKNOWN, Span, weeks
from fullterm.vocabulary.fact import Text

Survival: TypeAlias = Literal["alive", "before_birth", "first_week", "first_month", "later"]
"""Alive when last seen; died before or at birth, before 7 days, from 7 to 27 days, or later."""
Value: TypeAlias = bool | int | str | None
LIGHTEST, HEAVIEST = 100, 7000
"""Grams a birth weight is believed within. Our own limits, for slips of the keyboard."""
HEAVY_BEFORE = ((weeks(24).amount, 1200), (weeks(28).amount, 2000), (weeks(32).amount, 3000))
LIGHT_FROM = ((weeks(37).amount, 1200), (weeks(32).amount, 600))
"""Days of gestation and grams beyond which a weight is asked about again. Our own, wide on purpose, no growth chart."""


@dataclass(frozen=True, slots=True)
class Item:
    """One item of the set that is told: whose it is, how it is called, and what may be told of it."""

    name: str
    label: Text
    options: tuple[tuple[str, Text], ...] = ()

    def read(self, said: str) -> Value:
        """What was told, as a value; None when unknown. Raises ValueError with what to write instead."""
        word = said.strip().lower()
        if word in ("unknown", ""):
            return None
        if self.name == "weight":
            return grams(said)
        if self.options:
            if word not in dict(self.options):
                raise ValueError(f"{said!r} is none of its options: write one of {', '.join(dict(self.options))}")
            return word
        if word not in ("yes", "no"):
            raise ValueError(f"{said!r} is neither yes, no nor unknown: write one of these three")
        return word == "yes"


MOTHER: dict[str, Item] = {
    one.name: one
    for one in (
        Item("died", Text("the mother died", "孕产妇死亡")),
        Item("infection", Text("infection or inflammation of the mother", "母体感染或炎症")),
        Item("prelabour_rupture", Text("the waters broke before labour", "胎膜早破（临产前）")),
        Item("harm", Text("the mother was harmed by an intervention", "干预对母体造成伤害")),
    )
}
BABY: dict[str, Item] = {
    one.name: one
    for one in (
        Item("survival", Text("alive or not", "存活情况"), (
            ("alive", Text("alive when last seen", "末次随访时存活")),
            ("before_birth", Text("died before or at birth", "产前或产时死亡")),
            ("first_week", Text("died before 7 days", "出生7天内死亡")),
            ("first_month", Text("died from 7 to 27 days", "出生7–27天死亡")),
            ("later", Text("died later", "此后死亡")),
        )),
        Item("weight", Text("birth weight", "出生体重")),
        Item("neurodevelopment_early", Text("early neurodevelopmental morbidity", "早期神经发育损害")),
        Item("gastrointestinal", Text("gastrointestinal morbidity", "胃肠道疾病")),
        Item("infection", Text("infection of the baby", "新生儿感染")),
        Item("respiratory", Text("respiratory morbidity", "呼吸系统疾病")),
        Item("harm", Text("the baby was harmed by an intervention", "干预对婴儿造成伤害")),
        Item("neurodevelopment_late", Text("late neurodevelopmental morbidity", "远期神经发育损害")),
    )
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class OutcomeReport:
    """What was told of the set on one day; an item told as unknown is there with None. Babies in their order."""

    on: date
    mother: Mapping[str, Value]
    babies: tuple[Mapping[str, Value], ...] = ()


@dataclass(frozen=True, slots=True)
class Mother:
    """The four items of the mother; None while unknown."""

    died: bool | None = None
    infection: bool | None = None
    prelabour_rupture: bool | None = None
    harm: bool | None = None


@dataclass(frozen=True, slots=True)
class Baby:
    """The items of one baby beside its gestation; None while unknown. `weight` in grams."""

    survival: Survival | None = None
    weight: int | None = None
    neurodevelopment_early: bool | None = None
    gastrointestinal: bool | None = None
    infection: bool | None = None
    respiratory: bool | None = None
    harm: bool | None = None
    neurodevelopment_late: bool | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """One ended pregnancy: when (ordinals), how far along (days), how (`earlier.outcome`), and the core outcome set.

    `followed`: the last day on which anything of the set was told.
    """

    ended: Span = UNKNOWN
    gestation: Span = UNKNOWN
    how: str | None = None
    mother: Mother = Mother()
    babies: tuple[Baby, ...] = (Baby(),)
    followed: date | None = None

    def known(self) -> int:
        """How many of the 13 items are known; one of several babies counts once every baby's is."""
        of_babies = [all(getattr(baby, one.name) is not None for baby in self.babies) for one in fields(Baby)]
        of_mother = [getattr(self.mother, one.name) is not None for one in fields(Mother)]
        return sum((not self.gestation.unknown, *of_mother, *of_babies))


ITEMS = 1 + len(MOTHER) + len(BABY)
"""Thirteen, the gestation included."""


class Ended(Protocol):
    """An ended pregnancy: its day (ordinals), its history (`earlier.*`), and every report of its outcome."""

    @property
    def ended(self) -> Span: ...  # noqa: D102
    @property
    def values(self) -> Mapping[str, object]: ...  # noqa: D102
    @property
    def core(self) -> tuple[OutcomeReport, ...]: ...  # noqa: D102


def outcome_of(one: Ended) -> Outcome:
    """The outcome of an ended pregnancy. What the history says already is not asked for again.

    A single baby lost or stillborn died before or at birth; that the waters broke first is prelabour rupture.
    """
    values = one.values
    how, gestation, fetuses = values.get("outcome"), values.get("gestation"), values.get("fetuses")
    mother, babies = _latest(told.mother for told in one.core), _babies(one.core, fetuses)
    if how in ("loss", "stillbirth") and len(babies) == 1:
        babies[0].setdefault("survival", "before_birth")
    waters = values.get("membranes_first")
    if isinstance(waters, bool):
        mother.setdefault("prelabour_rupture", waters)
    return Outcome(
        one.ended,
        gestation if isinstance(gestation, Span) else UNKNOWN,
        how if isinstance(how, str) else None,
        Mother(**mother),  # type: ignore[arg-type]  # read by the items, whose names and types are Mother's
        tuple(Baby(**baby) for baby in babies),  # type: ignore[arg-type]  # likewise
        max((told.on for told in one.core), default=None),
    )


def _babies(core: Iterable[OutcomeReport], fetuses: object) -> list[dict[str, Value]]:
    told = list(core)
    counted = fetuses.low if isinstance(fetuses, Span) and fetuses.exact else 1
    number = max([counted, *(len(one.babies) for one in told)])
    return [
        _latest(one.babies[place] for one in told if place < len(one.babies)) for place in range(max(number, 1))
    ]  # fmt: skip


def _latest(told: Iterable[Mapping[str, Value]]) -> dict[str, Value]:
    """The newest answer to each item, from the tellings in their order; an item nobody told is left out."""
    found: dict[str, Value] = {}
    for one in told:
        found |= one
    return found


def grams(said: str) -> int:
    """A birth weight as typed, in grams: `3120`, `3120 g`, `3.12 kg`. Raises ValueError with what to write instead."""
    text = said.strip().lower().replace("千克", "kg").replace("公斤", "kg").replace("克", "g")
    number, unit = text.rstrip("kg").strip(), text[len(text.rstrip("kg")) :]
    try:
        amount = float(number)
    except ValueError:
        raise ValueError(f"{said!r} is no weight: write it in grams, such as 3120") from None
    if unit == "kg":
        amount *= 1000
    elif unit not in ("", "g"):
        raise ValueError(f"{said!r} is no weight: write it in grams, such as 3120")
    elif 0 < amount < 10:
        raise ValueError(f"{said!r} looks like kilograms: write {amount * 1000:g} g")
    if not LIGHTEST <= amount <= HEAVIEST:
        raise ValueError(f"{said!r} is not possible here: write a value from {LIGHTEST} to {HEAVIEST} g, or unknown")
    return round(amount)


def doubted(weight: int, gestation: Span) -> bool:
    """Whether a weight is far from what is born at this gestation, so that it is asked about again, never refused."""
    if gestation.unknown:
        return False
    heavy = any(gestation.high < days and weight > most for days, most in HEAVY_BEFORE)
    return heavy or any(gestation.low >= days and weight < least for days, least in LIGHT_FROM)


assert set(get_args(Survival)) == dict(BABY["survival"].options).keys()
