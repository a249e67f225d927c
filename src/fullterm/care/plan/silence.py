"""What may be said, sent or planned after a death: every channel asks this one place.

Of a woman known to have died nothing is said to her or for her: no line that calls her, no link, no calendar, no
letter; her record stays readable to those who looked after her. Once every baby of a pregnancy is known dead, what
serves the baby is silent everywhere, and how far along she is is not said to her any more; what is owed to her (a
suture, an infection, bleeding, what comes after) is said all the same. A heartbeat that was not seen, and a lethal
anomaly, silence what is planned for the baby as well: of the first a line stands that asks for its confirmation.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Literal, TypeAlias, get_args

from fullterm.care.case.death import no_offer, she_died
from fullterm.care.case.facts_on import as_last_told, current_pregnancy, known_on
from fullterm.care.case.model import Case
from fullterm.care.plan.planned import Planned
from fullterm.logic.facts import Facts

Channel: TypeAlias = Literal[
    "worklist", "call", "calendar", "her_page", "invitation", "how_far", "passport", "consent", "referral"
]
CHANNELS: tuple[Channel, ...] = get_args(Channel)
"""A line of Today; a call about it; an entry of her calendar; her page, and a step on it; a link to her page; how far
along she is, on her page; her passport; information before an operation; a letter to a colleague."""
TO_COLLEAGUES: frozenset[Channel] = frozenset({"referral"})
FOR_BABY: frozenset[Channel] = frozenset({"consent"})
"""What is said only of something done for the baby: a suture is placed for it."""
DEAD = frozenset({"babies_died", "lost_with_suture", "alive"})
"""Known dead or being lost, or not seen to live: then her page does not say how far along she is."""


def allowed(channel: Channel, case: Case, on: date, step: Planned | None = None) -> bool:
    """Whether something may be said by a channel of a woman on a day. `step`: what it is about, where it is a step."""
    if she_died(case, on):
        return channel in TO_COLLEAGUES
    return _beside(channel, _ended(case, on), step)


def spoken(channel: Channel, steps: Iterable[Planned], case: Case, on: date) -> tuple[Planned, ...]:
    """Those of some steps that a channel may speak of."""
    if not allowed(channel, case, on):
        return ()
    ended = _ended(case, on)
    return tuple(one for one in steps if _beside(channel, ended, one))


def _beside(channel: Channel, ended: str | None, step: Planned | None) -> bool:
    """Whether a channel may speak beside a baby whose life has ended by a fact, or has not (None)."""
    if ended is None:
        return True
    if channel == "how_far":
        return ended not in DEAD
    return channel not in FOR_BABY and (step is None or owed(step))


def owed(step: Planned) -> bool:
    """Whether a step is owed to the woman: of what serves the baby not even what is done is looked back upon.

    A danger always is: an open cervix is hers, and what forbids a suture changes what is done, never the line.
    """
    return step.step.for_woman or step.instead is not None or step.urgent


def _ended(case: Case, on: date) -> str | None:
    """By which fact nothing is offered for the baby she carries; nobody carries one whose pregnancy has ended."""
    return None if current_pregnancy(case, on) is None else no_offer(_facts(case, on))


def _facts(case: Case, on: date) -> Facts:
    return as_last_told(known_on(case, on)).facts
