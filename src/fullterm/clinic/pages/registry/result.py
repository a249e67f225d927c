"""What the registry found for the pregnancies chosen: the counts, and what lifelines makes of the courses."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from fullterm.clinic.models import Course
from fullterm.clinic.pages.registry.counts import RegistryCounts, counted, crossed
from fullterm.clinic.pages.registry.curves import Curve, Latency, Timed, curve, latency
from fullterm.clinic.pages.registry.selection import Chosen
from fullterm.clinic.pages.registry.words import WORDS
from fullterm.vocabulary.fact import Language


@dataclass(frozen=True, slots=True)
class RegistryResult:
    """Everything a page of the registry shows. A group too small for a curve or a median has None."""

    chosen: Chosen
    on: date
    counted: RegistryCounts
    crossed: Mapping[tuple[str, str], int]
    curves: Mapping[str, Curve | None]
    latencies: Mapping[str, Latency | None]

    def group(self, name: str, language: Language) -> str:
        """What a group is called."""
        return WORDS[f"registry_{self.chosen.by}.{name}"][language]


def found(chosen: Chosen, on: date) -> RegistryResult:
    """Count, and fit a curve for each group."""
    drawn: dict[str, list[Timed]] = defaultdict(list)
    timed: dict[str, list[Timed]] = defaultdict(list)
    columns = (chosen.by, "enters", "leaves", "ending", "before_conception")
    for group, enters, leaves, ending, before in Course.objects.filter(
        chosen.condition, enters__isnull=False
    ).values_list(*columns):
        drawn[group].append((enters, leaves, ending))
        if not before:
            timed[group].append((enters, leaves, ending))
    numbers = counted(chosen, on)
    return RegistryResult(
        chosen,
        on,
        numbers,
        crossed(chosen),
        {name: curve(drawn[name]) for name in numbers.groups},
        {name: latency(timed[name]) for name in numbers.groups},
    )
