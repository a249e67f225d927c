"""Pregnancies of the demonstration ward that are over, so that its registry has something to count.

Every one is invented. How many of each kind there are follows the shape of what was published, and no more: about 8 %
of planned sutures lost (C-STICH: 155 of 1996), about 28 % of the ultrasound-indicated born before 35 weeks (Berghella
2011), about 3 in 10 of the rescues lost (71 % of the babies survive in the meta-analysis of evidence.md 3.1). Nothing
may be learnt from their curves.
"""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

from fullterm.clinic.demo.stories import CLOSED, FIRST, PRETERM, TYPICAL, WELL, Stage, Story, StoryAnswers, gd

YEARS = (160, 1000)
"""How many days ago they ended: long enough for every due date to have come."""


def over(today: date, draw: Random, history: StoryAnswers, end: int) -> Story:
    """A pregnancy that ended so far along (days), booked at eight weeks."""
    ended = today - timedelta(days=draw.randint(*YEARS))
    due = ended + timedelta(days=280 - end)
    story = Story(today, history, draw.randint(22, 41), due - timedelta(days=280 - gd(8)), due=due)
    story.tell(
        "pregnancy began", story.first, due=due.isoformat(), dating="crl", within="2d", fetuses=1, alive="yes",
        early_bleeding="no", suture="none", progesterone="no", pessary="no", first_trimester_scan="yes", **WELL,
    )  # fmt: skip
    return story


def sutured(story: Story, draw: Random, placed: int, indication: str, end: int, outcome: str) -> Story:
    """Her vaginal suture, its removal if she came so far, and the end."""
    technique = draw.choice(("mcdonald", "mcdonald", "shirodkar"))
    story.tell("cerclage placed", story.at(placed), technique=technique, indication=indication, route="vaginal")
    if end > gd(37, 3) and draw.random() < 0.08:
        story.tell("suture removed", story.at(gd(37, 2)))
    elif end > gd(36, 6):
        story.tell("suture removed", story.at(gd(36) + draw.randint(0, min(6, end - gd(36, 6)))))
    elif draw.random() < 0.8:
        story.tell("suture removed", story.at(end))
    return ended(story, draw, end, outcome)


def ended(story: Story, draw: Random, end: int, outcome: str) -> Story:
    """How it ended; doctors end some from 38 weeks on."""
    induced = end >= gd(38) and draw.random() < 0.4
    story.tell("pregnancy ended", story.at(end), outcome=outcome, induced="yes" if induced else "no")
    return story


def planned(today: date, draw: Random, end: int, outcome: str = "live_birth") -> Story:
    """After a typical history, the suture placed at twelve to fourteen weeks."""
    story = over(today, draw, draw.choice(TYPICAL), end)
    return sutured(story, draw, draw.randint(gd(12, 4), gd(14)), "history", end, outcome)


def planned_to_term(today: date, draw: Random) -> Story:
    """Born at term."""
    return planned(today, draw, draw.randint(gd(37), gd(40, 3)))


def planned_early(today: date, draw: Random) -> Story:
    """Born early."""
    return planned(today, draw, draw.randint(gd(30), gd(36, 5)))


def planned_lost(today: date, draw: Random) -> Story:
    """Lost in spite of the suture."""
    return planned(today, draw, draw.randint(gd(17), gd(23, 4)), "loss")


def short(today: date, draw: Random, end: int, outcome: str = "live_birth") -> Story:
    """After an earlier preterm birth her cervix was found short."""
    story = over(today, draw, PRETERM, end)
    placed = draw.randint(gd(17), min(gd(22), end - 7))
    story.tell("scanned", story.at(placed - 2), length=f"{draw.randint(12, 24)} mm", method="transvaginal")
    return sutured(story, draw, placed, "ultrasound", end, outcome)


def short_to_term(today: date, draw: Random) -> Story:
    """Born at term."""
    return short(today, draw, draw.randint(gd(37), gd(40)))


def short_early(today: date, draw: Random) -> Story:
    """Born early."""
    return short(today, draw, draw.randint(gd(26), gd(35)))


def short_lost(today: date, draw: Random) -> Story:
    """Lost in spite of the suture."""
    return short(today, draw, draw.randint(gd(20), gd(23, 3)), "loss")


def rescued(today: date, draw: Random, end: int, outcome: str = "live_birth") -> Story:
    """Walked in with the cervix open, and was sutured."""
    story = over(today, draw, FIRST, end)
    placed = draw.randint(gd(18), min(gd(23), end - 3))
    opened = {**CLOSED, "dilatation": f"{draw.randint(1, 4)} cm", "membranes": "bulging"}
    story.tell("examined", story.at(placed), **opened)
    return sutured(story, draw, placed, "examination", end, outcome)


def rescued_to_term(today: date, draw: Random) -> Story:
    """Born near term."""
    return rescued(today, draw, draw.randint(gd(34), gd(39)))


def rescued_early(today: date, draw: Random) -> Story:
    """Born early."""
    return rescued(today, draw, draw.randint(gd(25), gd(33)))


def rescued_lost(today: date, draw: Random) -> Story:
    """Lost within weeks."""
    return rescued(today, draw, draw.randint(gd(20), gd(24, 2)), "loss")


def abdominal(today: date, draw: Random) -> Story:
    """A suture through the abdomen, which stays; born by doctors' choice."""
    end = draw.randint(gd(37), gd(38, 6))
    story = over(today, draw, TYPICAL[0], end)
    story.tell("cerclage placed", story.at(gd(11)), technique="laparoscopic", indication="history", route="abdominal")
    story.tell("pregnancy ended", story.at(end), outcome="live_birth", induced="yes")
    return story


def watched(today: date, draw: Random) -> Story:
    """After an earlier preterm birth her cervix was measured and stayed long."""
    end = draw.randint(gd(34), gd(40))
    story = over(today, draw, PRETERM, end)
    for week in (16, 20):
        story.tell("scanned", story.at(gd(week, 2)), length=f"{draw.randint(30, 38)} mm", method="transvaginal")
    return ended(story, draw, end, "live_birth")


FINISHED: tuple[tuple[int, Stage], ...] = (
    (21, planned_to_term), (5, planned_early), (2, planned_lost), (9, short_to_term), (4, short_early), (2, short_lost),
    (5, rescued_to_term), (5, rescued_early), (4, rescued_lost), (4, abdominal), (9, watched),
)  # fmt: skip
