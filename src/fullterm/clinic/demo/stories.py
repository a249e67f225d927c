"""What is told of the women of the demonstration ward: one function a stage of care, each a short invented record.

Every story is relative to a day and drawn from a seeded `Random`, so the same day gives the same ward. The names share
the invented generation name 演 ("staged"), and no telephone number here can be dialled.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random
from typing import Any, TypeAlias

from fullterm.care.record.events import RecordEvent

StoryAnswers: TypeAlias = tuple[tuple[str, str], ...]

WELL = {"contractions": "no", "bleeding": "no", "ruptured_membranes": "no", "infection": "no",
        "infection_suspected": "no"}  # fmt: skip
CLOSED = {**WELL, "dilatation": "0 cm", "membranes": "not_visible", "labour": "no", "fetal_compromise": "no"}
_WORKED_UP: StoryAnswers = (
    ("uterine_anomaly", "none"), ("antiphospholipid_antibodies", "no"), ("transvaginal_cerclage_impossible", "no"),
)  # fmt: skip


def _earlier(*pregnancies: dict[str, str]) -> StoryAnswers:
    told: list[tuple[str, str]] = []
    for number, one in enumerate(pregnancies, 1):
        told.append(("earlier", "another"))
        told += [(f"earlier[{number}].{name}", said) for name, said in one.items()]
    return (*told, ("earlier", "complete"), ("procedures", "complete"))


_OPENED = {"outcome": "loss", "painless_dilatation": "yes", "contractions_first": "no", "cerclage": "none"}
_BULGED = {"outcome": "loss", "membranes_bulging": "yes", "contractions_first": "no", "cerclage": "none"}
_EARLY_BIRTH = {"outcome": "live_birth", "gestation": "31w2d", "induced": "no", "contractions_first": "yes"}
TYPICAL: tuple[StoryAnswers, ...] = (
    (*_WORKED_UP, *_earlier({**_OPENED, "gestation": "21w4d"}, {**_BULGED, "gestation": "20w1d"})),
    (*_WORKED_UP, *_earlier({**_BULGED, "gestation": "about 22 weeks"})),
)
PRETERM: StoryAnswers = (*_WORKED_UP, *_earlier(_EARLY_BIRTH))
SUTURED: StoryAnswers = (
    *_WORKED_UP,
    *_earlier(
        {**_OPENED, "gestation": "19w5d"},
        {"outcome": "live_birth", "gestation": "38w1d", "cerclage": "history", "cerclage_placed": "13w1d"},
    ),
)
NOT_WORKED_UP: StoryAnswers = _earlier({**_OPENED, "gestation": "not quite five months"})
FIRST: StoryAnswers = (("earlier", "complete"), ("procedures", "complete"))
NECK_REMOVED: StoryAnswers = (("earlier", "complete"), ("procedures", "another"),
                              ("procedures[1].kind", "trachelectomy"),
                              ("procedures", "complete"))  # fmt: skip
_NO_OTHER_CAUSE = dict.fromkeys(
    ("contractions_first", "bleeding_first", "abruption", "infection", "fetal_death_first", "fetal_anomaly"), "no"
)
MS_WANG: StoryAnswers = (
    *((name, "no") for name in (
        "adhesions", "submucous_fibroid", "intramural_fibroid", "polyps", "cervical_laceration", "cervix_congenital",
        "lower_segment_absent", "connective_tissue_disorder", "des_exposure", "other_cause_found",
    )),
    ("curettages", "0"), *_WORKED_UP,
    *_earlier(
        {"outcome": "loss", "gestation": "just after five months", "membranes_first": "yes", "fetuses": "1",
         **_NO_OTHER_CAUSE, "cerclage": "none"},
        {"outcome": "loss", "gestation": "10 days before pregnancy 1", "membranes_bulging": "yes", "fetuses": "1",
         "painless_dilatation": "yes", "membranes_first": "no", **_NO_OTHER_CAUSE, "cerclage": "none"},
    ),
)  # fmt: skip
"""Her story as `examples/ms-wang-2-twelve-weeks.yaml` tells it."""


@dataclass
class Story:
    """One woman's record as it grows: `history` answered on `first`, then everything else in the order of its days."""

    today: date
    history: StoryAnswers
    age: int
    first: date
    name: str = ""
    due: date | None = None
    then: list[RecordEvent] = field(default_factory=list)

    def at(self, gestation: int) -> date:
        """The day on which she is this far along, in days."""
        assert self.due is not None
        return self.due - timedelta(days=280 - gestation)

    def tell(self, action: str, on: date, **data: Any) -> None:
        """One more event, unless its day is still to come."""
        if on <= self.today:
            self.then.append(RecordEvent(action, on, data))

    def events(self) -> Iterator[RecordEvent]:
        """What follows the history, oldest first."""
        return iter(sorted(self.then, key=lambda one: one.on))


Stage: TypeAlias = Callable[[date, Random], Story]


def gd(weeks: int, days: int = 0) -> int:
    """A gestation in days."""
    return 7 * weeks + days


def expecting(today: date, draw: Random, gestation: int, history: StoryAnswers, **told: Any) -> Story:
    """A woman so many days along today, booked at six to eleven weeks and seen every four weeks since."""
    booked_at = gd(7) + gestation % 28
    back = max(0, (gestation - booked_at) // 28 * 28)
    due = today + timedelta(days=280 - gestation)
    story = Story(today, history, draw.randint(22, 41), today - timedelta(days=back), due=due)
    first = {
        "due": due.isoformat(), "dating": "crl", "within": "2d", "fetuses": 1, "alive": "yes", "early_bleeding": "no",
        "suture": "none", "progesterone": "no", "pessary": "no", **WELL, **told,
    }  # fmt: skip
    if gestation - back >= gd(11):
        first["first_trimester_scan"] = "yes"
    story.tell("pregnancy began", story.first, **first)
    story.tell(
        "examined",
        story.at(gd(12)) if story.at(gd(12)) >= story.first else story.first,
        first_trimester_scan="yes",
        **WELL,
    )
    story.tell("examined", story.at(gd(22)), anomaly_scan="normal", progesterone="yes", **CLOSED)
    return story


def before(today: date, draw: Random, history: StoryAnswers) -> Story:
    """A woman not pregnant now who wishes to be."""
    seen = today - timedelta(days=draw.choice((3, 10, 17, 24)))
    return Story(today, (("wishes_to_conceive", "yes"), ("pregnant", "no"), *history), draw.randint(22, 41), seen)


def sutured(today: date, draw: Random, gestation: int, history: StoryAnswers, placed: int | None = None) -> Story:
    """A woman with a vaginal suture placed at twelve to fourteen weeks, seen a few days ago."""
    story = expecting(today, draw, gestation, history)
    day = story.at(placed or draw.randint(gd(12, 4), gd(14)))
    story.tell(
        "cerclage placed", day, technique=draw.choice(("mcdonald", "mcdonald", "shirodkar")), indication="history",
        route="vaginal", level="at the level of the internal os", material="polyester tape", anaesthesia="spinal",
        **({"operation": {"remover": "值班产科医生", "remove_where": "门诊手术室"}} if gestation % 2 else {}),
    )  # fmt: skip
    story.tell(
        "scanned", day + timedelta(days=14), length=f"{draw.randint(27, 38)} mm", method="transvaginal", funnel="none"
    )
    if gestation >= gd(17):
        seen = max(story.at(gd(16)), today - timedelta(days=draw.randint(0, 20)))
        story.tell("examined", seen, alive="yes", progesterone="yes", **CLOSED)
    return story


def scanned(
    today: date, draw: Random, gestation: int, history: StoryAnswers, late: int = 0, shortest: int = 29
) -> Story:
    """A woman without a suture, scanned every two weeks from sixteen; `late`: days since the last turn came due."""
    story = expecting(today, draw, gestation, history)
    first, last = story.at(gd(16)), today - timedelta(days=late + (14 if late else draw.randint(0, 13)))
    days = [last - timedelta(days=14 * turn) for turn in range(5) if last - timedelta(days=14 * turn) >= first]
    for number, day in enumerate(days):
        length = shortest if number == 0 else shortest + 2 * number + draw.randint(0, 3)
        story.tell("scanned", day, length=f"{length} mm", method="transvaginal", funnel="none")
    story.tell(
        "examined",
        max(story.first, today - timedelta(days=draw.randint(2, 9))),
        alive="yes",
        progesterone="yes",
        **CLOSED,
    )
    return story
