"""Windows that follow her: a step on her own day, and whether an event was this step rather than its neighbour."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from fullterm.care.protocol.model import Step
from fullterm.logic.evaluate import truth
from fullterm.logic.facts import Facts
from fullterm.logic.quantity import HIGHEST, LOWEST, Span

REMOVALS = ("removal", "removal-at-caesarean")
"""The steps by which a suture comes out in its time: in the removal window, or at a planned caesarean."""


def on_her_day(step: Step, facts: Facts) -> Step:
    """The step with the window of the day told of her (`at`), as wide as that day is uncertain; open while unknown."""
    if step.at is None:
        return step
    told = facts.values.get(step.at)
    if not isinstance(told, Span) or told.low == LOWEST:
        return step
    return replace(step, opens=told.low, closes=None if told.high == HIGHEST else told.high + 1)


def day_unknown(step: Step) -> bool:
    """Whether the step falls on a day of her own that nobody has told."""
    return step.at is not None and step.opens is None


def was_this_removal(step: Step, out: Span, facts: Facts) -> bool:
    """Whether a suture that came out was this step.

    Out on or after the day of her caesarean was that step; out after the window of a step that gives way to the planned
    caesarean was not that step late, but the other one.
    """
    if step.at is not None:
        return step.opens is not None and out.high >= step.opens
    late = step.closes is not None and out.low >= step.closes
    return not (late and step.gives_way is not None and truth(step.gives_way, facts) is True)


def the_one_scan(step: Step, scans: Iterable[Span]) -> Span | None:
    """The scan that did a step of one scan: the first that surely came after the window had opened."""
    return next((one for one in scans if step.opens is None or one.low >= step.opens), None)
