"""The order in which a good doctor takes the history: each question has its tier, and one tier is settled at a time.

Danger today; this pregnancy; each earlier pregnancy to its end before the next; operations and injuries; tests.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

from fullterm.care.case.fields import PREGNANCY_FACTS
from fullterm.vocabulary.fact import Text

Tier: TypeAlias = Literal["danger", "now", "earlier", "operations", "tests"]
TIERS: tuple[Tier, ...] = ("danger", "now", "earlier", "operations", "tests")
LISTS: dict[str, Tier] = {"earlier": "earlier", "procedures": "operations", "scans": "now"}
DANGER = (
    "pregnant", "bleeding", "ruptured_membranes", "leaking", "contractions", "preterm_symptoms", "labour", "infection",
    "infection_suspected", "fetal_compromise", "birth_within_48h", "temperature", "dilatation", "membranes", "alive",
    "waters_test", "length_now", "fibronectin_now", "white_count", "crp",
)  # fmt: skip
"""Danger today: first whether she may be pregnant at all; then what she says; then what is seen and measured."""
NOW = (
    "gestation", "fetuses", "suture_in", "suture", "suture_vaginal", "suture_abdominal", "suture_indication",
    "cerclage_planned", "cerclage_planned_for", "wishes_to_conceive",
)  # fmt: skip
"""This pregnancy (or the wish for one), in this order; what else is of it comes after them."""
EARLIER = (
    "outcome", "gestation", "induced", "already_being_lost", "fetuses",
    "contractions_first", "membranes_first", "bleeding_first", "painless_dilatation", "membranes_bulging",
    "fetal_death_first", "infection", "abruption",
    "fetal_anomaly", "tissue_tested", "tissue_result",
    "shortest_cervix", "shortest_cervix_at", "cerclage", "cerclage_route", "cerclage_technique", "cerclage_placed",
    "cerclage_removed", "progesterone", "caesarean",
)  # fmt: skip
"""One earlier pregnancy: when and how it ended, what came first, painless or not, the membranes, infection, the baby,
what was done."""
OPERATIONS = frozenset({
    "curettages", "curettage_before_loss", "cervical_laceration", "laceration_before_loss", "caesarean_before_loss",
    "transvaginal_cerclage_impossible",
})  # fmt: skip
ENDED = ("outcome", "gestation")
"""Of an earlier pregnancy these are asked first, whatever else would settle more: nothing is told before its end."""
_KEY = re.compile(r"^(\w+)\[(\d+)\]\.(\w+)$")
Rank: TypeAlias = tuple[int, int, int]


def tier_of(key: str) -> Tier:
    """The tier of a question, by its key (`contractions`, `earlier[2].abruption`, `earlier`)."""
    if found := _KEY.match(key):
        return LISTS[found[1]]
    if key in LISTS:
        return LISTS[key]
    if key in DANGER:
        return "danger"
    if key in NOW or key in PREGNANCY_FACTS:
        return "now"
    return "operations" if key in OPERATIONS else "tests"


def record_of(key: str) -> int:
    """The number of the record a question is about; 0 of the woman herself."""
    found = _KEY.match(key)
    return int(found[2]) if found else 0


@dataclass(frozen=True, slots=True)
class InterviewPage:
    """One page of the interview: a tier, or one earlier pregnancy (`record`, from 1 on)."""

    tier: Tier
    record: int = 0


def page_of(key: str, told: Mapping[str, int]) -> InterviewPage:
    """The page a question stands on. `told`: how many records of each list are told.

    "Has she been pregnant before?" ends the page on this pregnancy; "is there another?" that of the last one told.
    """
    if key == "earlier":
        number = told.get(key, 0)
        return InterviewPage("earlier", number) if number else InterviewPage("now")
    tier = tier_of(key)
    return InterviewPage(tier, record_of(key) if tier == "earlier" else 0)


def rank(key: str) -> Rank:
    """Where a question stands before anything is weighed: its tier, its record, and what is asked first there.

    "Is there another, or are these all?" comes after everything about the records told.
    """
    tier, record = tier_of(key), record_of(key)
    place = LAST if key in LISTS else record
    return TIERS.index(tier), place, _first(key, tier)


LAST = 10_000
_BESIDE = 100


def _first(key: str, tier: Tier) -> int:
    match tier:
        case "danger":
            return DANGER.index(key)
        case "now" if key in NOW:
            return NOW.index(key)
        case "earlier" if (found := _KEY.match(key)) and found[3] in ENDED:
            return ENDED.index(found[3])
        case _:
            return _BESIDE


def page_order(key: str) -> Rank:
    """The order of the fields on a page: as `rank`, and in an earlier pregnancy the order of its story."""
    found = _KEY.match(key)
    if found and found[1] == "earlier":
        return *rank(key)[:2], EARLIER.index(found[3])
    return rank(key)


NONE_OF_THESE = (
    "bleeding", "ruptured_membranes", "leaking", "contractions", "preterm_symptoms", "labour", "infection",
    "infection_suspected", "fetal_compromise", "birth_within_48h",
)  # fmt: skip
"""The dangers that "none of these" answers at once, each with no. What has to be looked for (the cervix, the membranes,
a heartbeat) is no part of it.
"""
LOOKED_FOR = ("dilatation", "membranes")
"""What only an examination tells: unknown is that nobody looked, as a fact's own words may say already (`alive`)."""
NAMES: dict[Tier, Text] = {
    "danger": Text("Danger today", "今日危险情况"),
    "now": Text("This pregnancy, or the wish for one", "本次妊娠(或生育意愿)"),
    "earlier": Text("Earlier pregnancies", "既往妊娠"),
    "operations": Text("Operations and injuries", "手术与损伤"),
    "tests": Text("Tests and other findings", "检查及其他"),
}
