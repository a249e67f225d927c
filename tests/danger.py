"""Women made up for the law of danger: what was told of each day, and, read by hand, whether it was a danger.

The judgement here is written from the table of the issue alone and calls nothing of the software: it is what the first
line is held against.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random
from typing import Any

LMP = date(2026, 1, 12)
DUE = date(2026, 10, 19)
SIGNS = (
    "infection",
    "infection_suspected",
    "labour",
    "ruptured_membranes",
    "bleeding",
    "contractions",
    "fetal_compromise",
)
SUTURES = ("none", "mcdonald", "shirodkar", "abdominal", "vaginal", "in")


def day(whole: int, days: int = 0) -> date:
    """The day she is so far along."""
    return LMP + timedelta(days=7 * whole + days)


@dataclass
class Told:
    """What was told of one pregnant woman on one day: the gestation (days; None while undated) and the signs."""

    gestation: int | None
    signs: dict[str, str] = field(default_factory=dict)
    suture: str | None = None

    @property
    def on(self) -> date:
        return LMP + timedelta(days=150 if self.gestation is None else self.gestation)

    def text(self) -> str:
        """Her case file."""
        dated = [] if self.gestation is None else [f"due: {LMP + timedelta(days=280)}", "within: 0d"]
        suture = [] if self.suture is None else [f"suture: {self.suture}"]
        lines = [*dated, *suture, *(f"{name}: {said}" for name, said in self.signs.items())]
        body = "".join(f"  {line}\n" for line in lines)
        return (
            f"told: {self.on}\nwoman: {{pregnant: yes}}\npregnancy:\n{body}"
            if body
            else (f"told: {self.on}\nwoman: {{pregnant: yes}}\n")
        )

    def said(self, name: str) -> bool:
        return self.signs.get(name) == "yes"

    @property
    def sutured(self) -> bool:
        return self.suture not in (None, "none")

    @property
    def cervix_open(self) -> bool:
        dilated = self.signs.get("dilatation", "0 cm") not in ("0 cm", "unknown")
        return dilated or self.signs.get("membranes") in ("bulging", "at_os")

    @property
    def waters(self) -> bool:
        return self.said("ruptured_membranes") or self.signs.get("membranes") == "ruptured"

    def danger(self) -> bool:
        """Whether one of the dangers of the issue's table was surely told."""
        before_37 = self.gestation is None or self.gestation < 37 * 7
        always = self.said("infection") or self.said("infection_suspected") or self.said("fetal_compromise")
        early = self.gestation is not None and self.gestation < 8 * 7
        no_heartbeat = self.signs.get("alive") == "no" and not early
        in_time = before_37 or self.sutured
        late = self.sutured or self.gestation is None or self.gestation >= 14 * 7
        timed = in_time and (
            (self.said("labour") and late)
            or self.waters
            or self.cervix_open
            or (self.said("bleeding") and self.said("contractions") and late)
            or (self.suture == "abdominal" and self.said("contractions"))
        )
        return always or no_heartbeat or timed


def a_woman(random: Random) -> Told:
    """A pregnant woman of whom anything may be told, unknown or known, at any gestation or undated."""
    gestation = None if random.random() < 0.15 else random.choice([random.randint(20, 300), *LIMITS])
    told = Told(gestation)
    if random.random() < 0.3:  # everything was asked, and is well: only among these is anybody calm
        told.signs = dict.fromkeys(SIGNS, "no") | {"dilatation": "0 cm", "membranes": "not_visible", "alive": "yes"}
    for name in SIGNS if not told.signs or random.random() < 0.5 else ():
        if random.random() < 0.45:
            told.signs[name] = random.choice(["yes", "no", "no", "unknown"])
    if random.random() < (0.1 if told.signs else 0.4):
        told.signs["dilatation"] = random.choice(["0 cm", "1 cm", "3 cm", "unknown"])
    if random.random() < (0.1 if told.signs else 0.4):
        told.signs["membranes"] = random.choice(["not_visible", "at_os", "bulging", "ruptured", "unknown"])
    if random.random() < 0.4:
        told.signs["alive"] = random.choice(["yes", "yes", "no", "unknown"])
    if random.random() < 0.3:
        told.signs["fetuses"] = random.choice(["1", "2"])
    if random.random() < 0.3:
        told.signs["temperature"] = random.choice(["36.8", "39.2"])
    if random.random() < 0.5:
        told.suture = random.choice(SUTURES)
    if told.suture == "abdominal" and random.random() < 0.5:
        told.signs["contractions"] = "yes"
    return _possible(told)


LIMITS = (55, 56, 97, 98, 111, 112, 195, 196, 258, 259, 293, 294)
"""Days of gestation at which a line begins or ends: where mistakes live."""


def _possible(told: Told) -> Told:
    """Without what cannot both be so: of two answers on one day the dangerous one counts, which other tests hold."""
    signs = told.signs
    if told.said("infection") and signs.get("infection_suspected") == "no":
        del signs["infection_suspected"]
    if told.said("labour") and signs.get("contractions") == "no":
        del signs["contractions"]
    if signs.get("membranes") == "ruptured" and signs.get("ruptured_membranes") == "no":
        del signs["ruptured_membranes"]
    if signs.get("membranes") in ("bulging", "at_os") and signs.get("dilatation") == "0 cm":
        del signs["dilatation"]
    return told


def a_normal_pregnancy(random: Random) -> list[tuple[date, dict[str, Any]]]:
    """The days of a pregnancy that goes well, and what is told on each: early spotting, a six-week scan that shows no
    heartbeat yet, visits at which everything is well, an open cervix and labour at term."""
    told: list[tuple[date, dict[str, Any]]] = []
    if random.random() < 0.5:
        told.append((day(6, random.randint(0, 6)), {"alive": "no"}))
    told.append((day(random.randint(8, 12)), {"alive": "yes"}))
    if random.random() < 0.5:
        told.append((day(random.randint(5, 13), random.randint(0, 6)), {"bleeding": "yes"}))
    for week in range(12, 37, random.randint(2, 6)):
        well = {name: "no" for name in SIGNS if random.random() < 0.6}
        if random.random() < 0.3:
            well |= {"dilatation": "0 cm", "membranes": "not_visible"}
        told.append((day(week, random.randint(0, 6)), well))
    if random.random() < 0.7:
        told.append((day(random.randint(37, 40)), {"dilatation": random.choice(["1 cm", "2 cm"])}))
    told.append((day(random.randint(38, 40), 6), {"labour": "yes", "contractions": "yes", "dilatation": "4 cm"}))
    if random.random() < 0.5:
        told.append((day(random.randint(37, 40), 3), {"ruptured_membranes": "yes"}))
    return sorted(told, key=lambda one: one[0])
