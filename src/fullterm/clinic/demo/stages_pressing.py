"""The emergencies of the demonstration ward beside the two plain rescues: one woman a kind, each a line of Now."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

from fullterm.clinic.demo.stories import FIRST, TYPICAL, WELL, Stage, Story, expecting, gd, sutured


def rescue_stopped(today: date, draw: Random) -> Story:
    """The cervix open, and infection: no suture, and nobody waits."""
    story = expecting(today, draw, gd(21, 2), FIRST)
    told = {**WELL, "infection": "yes", "infection_suspected": "yes", "contractions": "yes", "labour": "no"}
    story.tell("examined", today, alive="yes", dilatation="3 cm", membranes="bulging", temperature="38.6", **told)
    return story


def rescue_grown_old(today: date, draw: Random) -> Story:
    """Told three days ago, and nobody has looked since."""
    story = expecting(today, draw, gd(20, 4), FIRST)
    story.tell("examined", today - timedelta(days=3), alive="yes", dilatation="2 cm", membranes="bulging", **WELL)
    return story


def waters_with_suture(today: date, draw: Random) -> Story:
    """The waters have broken, with the suture in."""
    story = sutured(today, draw, gd(26, 3), TYPICAL[0])
    story.tell("examined", today, alive="yes", **{**WELL, "ruptured_membranes": "yes", "labour": "no"})
    return story


def suture_of_unknown_kind(today: date, draw: Random) -> Story:
    """She came with a suture from elsewhere, in labour; nobody knows which kind it is."""
    story = expecting(today, draw, gd(33, 1), TYPICAL[1], suture="unknown")
    story.tell("suture from elsewhere", today, where="外院")
    story.tell("examined", today, alive="yes", **{**WELL, "labour": "yes", "contractions": "yes"})
    return story


def two_sutures(today: date, draw: Random) -> Story:
    """A second suture above the first, and the cervix opens again."""
    story = sutured(today, draw, gd(23, 5), TYPICAL[0])
    again = story.at(gd(20, 1))
    story.tell("cerclage placed", again, technique="mcdonald", indication="examination", route="vaginal")
    story.tell("examined", today, alive="yes", dilatation="2 cm", membranes="at_os", **{**WELL, "labour": "no"})
    return story


def no_heartbeat(today: date, draw: Random) -> Story:
    """No heartbeat was seen at seventeen weeks, with the suture in; no doctor has confirmed it yet."""
    story = sutured(today, draw, gd(17, 2), TYPICAL[0])
    story.tell("examined", today, alive="no", **WELL)
    return story


PRESSING: tuple[Stage, ...] = (
    rescue_stopped, rescue_grown_old, waters_with_suture, suture_of_unknown_kind, two_sutures, no_heartbeat,
)  # fmt: skip
