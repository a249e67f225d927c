"""One step of a protocol as it stands for one woman on one day, and where it stands among the others."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

from fullterm.care.case.model import Declined, StepDecided, StepDone
from fullterm.care.plan.window import Days, Ends, certain_days, day_after, possible_days
from fullterm.care.protocol.model import Instead, Step
from fullterm.guidelines.verdict import Verdict
from fullterm.logic.evaluate import Reading
from fullterm.logic.quantity import LOWEST, Span

State: TypeAlias = Literal[
    "not_for_her",
    "cannot_tell",
    "not_yet_due",
    "open",
    "closing",
    "done_early",
    "done_in_window",
    "done_late",
    "missed",
    "declined",
    "stopped",
]
STATES: tuple[State, ...] = (
    "not_for_her", "cannot_tell", "not_yet_due", "open", "closing", "done_early", "done_in_window", "done_late",
    "missed", "declined", "stopped",
)  # fmt: skip
PRESSING: tuple[State, ...] = ("open", "closing", "missed", "stopped")
"""What somebody has to do something about today."""
DONE: frozenset[State] = frozenset({"done_early", "done_in_window", "done_late"})


@dataclass(frozen=True, slots=True)
class Planned:
    """One step for one woman on one day.

    `certain`: the state is the same under every plausible due date. `followed`: the verdicts that brought the step in;
    `waits_for`: what documents say once what is to be checked is known. `done`: the gestation it was done at; `marked`:
    the entry that says so, where nothing else records it. `missing`: what would settle "cannot tell". `check_first`:
    what would stop it, or decides what is done, and is not known today, in the order that decides. `stopped_by`: what
    stops it. `decided`: what the doctor signed of it in this pregnancy. `last_told`, `asks`: the day on which what
    brought an emergency in was told last, and what of it has grown old and is asked again. `instead`: what is done in
    place of the step's own action. `suture`: whose line it is, where there is one for each suture.
    """

    step: Step
    state: State
    certain: bool
    opens: Ends | None
    best: tuple[Ends, Ends] | None
    closes: Ends | None
    trigger: tuple[Reading, ...]
    followed: tuple[Verdict, ...]
    missing: frozenset[str]
    done: Span | None = None
    check_first: tuple[str, ...] = ()
    declined: Declined | None = None
    marked: StepDone | None = None
    decided: StepDecided | None = None
    stopped_by: tuple[str, ...] = ()
    instead: Instead | None = None
    last_told: date | None = None
    asks: frozenset[str] = frozenset()
    waits_for: tuple[Verdict, ...] = ()
    suture: str = ""

    @property
    def certain_days(self) -> Days | None:
        """The days inside its window under every plausible due date; None where there is no such day."""
        return certain_days(self.opens, self.closes)

    @property
    def possible_days(self) -> Days | None:
        """The days inside its window under some plausible due date."""
        return possible_days(self.opens, self.closes)

    @property
    def certain_best(self) -> Days | None:
        """Its best days under every plausible due date; None where there is no such day, or no best days at all."""
        return None if self.best is None else certain_days(self.best[0], day_after(self.best[1]))

    @property
    def possible_best(self) -> Days | None:
        """Its best days under some plausible due date."""
        return None if self.best is None else possible_days(self.best[0], day_after(self.best[1]))

    @property
    def urgent(self) -> bool:
        """Whether it is an emergency that stands: declined for today it stands all the same."""
        return self.step.urgent and self.state in ("open", "closing", "declined")


def urgency(one: Planned) -> tuple[int, int]:
    """Where a step stands on the page: emergencies, then what closes, is missed and still wanted, is open, is next.

    Of two in one place that need somebody now the higher rank is first; what is still to come stays in the protocol's
    order, which is that of time.
    """
    rank = -one.step.rank if one.urgent or one.state in ("open", "closing", "stopped", "missed") else 0
    if one.urgent:
        return 0, rank
    if one.step.until_done and one.state in ("open", "closing", "missed"):
        return 1, rank
    order: tuple[State, ...] = (
        "closing", "open", "stopped", "cannot_tell", "not_yet_due", "missed",
        "declined", "done_late", "done_early", "done_in_window", "not_for_her",
    )  # fmt: skip
    return 2 + order.index(one.state), rank


def when_done(step: Step, done: Span) -> State:
    """Before its window, in it, or after it; a day nobody knows is taken as in it."""
    if step.opens is not None and done.high < step.opens:
        return "done_early"
    return (
        "done_late" if step.closes is not None and done.low != LOWEST and done.low >= step.closes else "done_in_window"
    )
