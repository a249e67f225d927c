"""What is counted, each number by its name: the same condition makes the number and the list of its women.

Everything here is one query of conditional counts; no record is read.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Count, Q

from fullterm.care.case.model import TERM
from fullterm.clinic.models import Course
from fullterm.clinic.pages.registry.selection import GROUPS, Chosen

LIMITS = (28, 34, 37)
"""Weeks before which an end is early: late loss, early preterm, preterm."""
WEEKS = (14, 20, 24, 28, 32, 34, 37)
"""Weeks at which a curve is read."""
BANDS = ((0, 14), (14, 16), (16, 20), (20, 24), (24, 28), (28, 46))
"""Losses are told apart by these weeks: from the first, up to the day before the second."""
OUTCOMES = ("live_birth", "loss", "stillbirth", "termination")
LOST = Q(outcome__in=("loss", "stillbirth"))
LEFT_OUT = ("no_suture", "no_placement", "vague_placement", "no_end", "vague_end", "backwards")
AT_WINDOW = ("in_window", "after", "late", "untold")
"""The sutures that were in when the window of removal opened, and of which it is settled if they came out in it."""
REMOVALS = (*AT_WINDOW, "due", "before", "ended_before", "not_yet", "unclear", "stays")


def conditions(on: date) -> dict[str, Q]:
    """Every number of the registry on a day, by its name.

    A pregnancy counts against a limit once the day on which it reaches the limit has come, however it ended: otherwise
    those lost early would be counted at once, and those that go on only months later.
    """
    ended = ~Q(ending="ongoing")
    found = {
        "all": Q(pk__isnull=False),
        "ended": ended,
        "ongoing": Q(ending="ongoing"),
        "other": ended & ~Q(outcome__in=OUTCOMES) & ~Q(outcome=""),
        "outcome_untold": ended & Q(outcome=""),
        "induced_untold": ended & Q(induced__isnull=True) & Q(ending="spontaneous"),
        "approximate": Q(approximate=True, enters__isnull=False),
        "before_conception": Q(before_conception=True),
        "drawn": Q(enters__isnull=False),
        "timed": Q(enters__isnull=False, before_conception=False),
    }
    found |= {f"outcome_{one}": ended & Q(outcome=one) for one in OUTCOMES}
    found |= {f"left_{one}": Q(left_out=one) for one in LEFT_OUT}
    found |= {f"removal_{one}": Q(removal=one) for one in REMOVALS}
    found["at_window"] = Q(removal__in=AT_WINDOW)
    for weeks in WEEKS:
        found[f"at_risk_{weeks}"] = Q(enters__lte=7 * weeks, leaves__gte=7 * weeks)
    for weeks in LIMITS:
        come, early = _come(7 * weeks, on), ended & Q(last__lt=7 * weeks)
        reached = come & Q(first__gte=7 * weeks)
        found[f"early_{weeks}"] = come & early & Q(ending="spontaneous")
        found[f"otherwise_{weeks}"] = come & early & Q(ending="otherwise")
        found[f"reached_{weeks}"] = reached
        found[f"settled_{weeks}"] = come & (early | Q(first__gte=7 * weeks))
        found[f"unsettled_{weeks}"] = come & ~early & ~Q(first__gte=7 * weeks)
        found[f"to_come_{weeks}"] = ~come
    found["lost_to_come"] = ended & LOST & ~_come(TERM, on)
    return found | _losses(ended & _come(TERM, on) & ~Q(outcome=""))


def _losses(over: Q) -> dict[str, Q]:
    """Losses by weeks, among the pregnancies whose due date has come and whose outcome is known."""
    bands = {f"lost_{low}": Q(first__gte=7 * low, last__lt=7 * high) for low, high in BANDS}
    between = ~Q(pk__isnull=True)
    for one in bands.values():
        between &= ~one
    found = {name: over & LOST & one for name, one in bands.items()}
    return found | {"over": over, "lost": over & LOST, "lost_between": over & LOST & between}


def _come(gestation: int, on: date) -> Q:
    """Those of whom the day of this gestation has come; one told of the past without a day is long over."""
    ongoing = Q(began__isnull=True, ending="ongoing")
    return Q(began__lte=on - timedelta(days=gestation)) | (Q(began__isnull=True) & ~ongoing)


@dataclass(frozen=True, slots=True)
class RegistryCounts:
    """The numbers of each group that has anybody in it, in their order, and of all together."""

    groups: Mapping[str, Mapping[str, int]]
    all: Mapping[str, int]


def counted(chosen: Chosen, on: date) -> RegistryCounts:
    """Every number of the registry for the pregnancies chosen, in one query."""
    numbers = {name: Count("pk", filter=one) for name, one in conditions(on).items()}
    rows = Course.objects.filter(chosen.condition).values(chosen.by).annotate(**_apart(numbers))
    found = {row[chosen.by]: {name: row[_PREFIX + name] for name in numbers} for row in rows}
    total: Counter[str] = Counter()
    for one in found.values():
        total.update(one)
    ordered = {name: found[name] for name in GROUPS[chosen.by] if name in found}
    return RegistryCounts(ordered, total)


_PREFIX = "n_"
"""No number may be called as a column is."""


def _apart(numbers: Mapping[str, Count]) -> dict[str, Count]:
    return {_PREFIX + name: one for name, one in numbers.items()}


def crossed(chosen: Chosen) -> dict[tuple[str, str], int]:
    """How many, by indication and technique."""
    rows = Course.objects.filter(chosen.condition).values_list("care", "technique").annotate(Count("pk")).order_by()
    return {(care, technique): number for care, technique, number in rows}
