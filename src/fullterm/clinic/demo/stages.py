"""Who lies in the demonstration ward: every stage of care, and how many women are in it."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

from fullterm.clinic.demo.stories import (
    CLOSED,
    FIRST,
    NECK_REMOVED,
    NOT_WORKED_UP,
    PRETERM,
    SUTURED,
    TYPICAL,
    WELL,
    Stage,
    Story,
    StoryAnswers,
    before,
    expecting,
    gd,
    scanned,
    sutured,
)


def _typical(draw: Random) -> StoryAnswers:
    return draw.choice(TYPICAL)


def planning(today: date, draw: Random) -> Story:
    """Before conception, her causes not yet looked for."""
    return before(today, draw, NOT_WORKED_UP)


def planning_again(today: date, draw: Random) -> Story:
    """Before another pregnancy, after one with a suture."""
    return before(today, draw, SUTURED)


def planning_settled(today: date, draw: Random) -> Story:
    """Before conception, everything looked for: nothing is due until she is pregnant."""
    return before(today, draw, _typical(draw))


def first_trimester(today: date, draw: Random) -> Story:
    """Early in pregnancy, the cerclage still ahead."""
    return expecting(today, draw, draw.randint(gd(6), gd(11, 6)), _typical(draw))


def cerclage_due(today: date, draw: Random) -> Story:
    """In the weeks of the cerclage."""
    return expecting(today, draw, draw.randint(gd(12), gd(14)), _typical(draw))


def cerclage_late(today: date, draw: Random) -> Story:
    """Past the best weeks of the cerclage."""
    gestation = draw.randint(gd(14, 1), gd(14, 3))
    return expecting(today, draw, gestation, _typical(draw), dating="transfer", within="0d")


def cerclage_closing(today: date, draw: Random) -> Story:
    """The last days of the cerclage."""
    return expecting(today, draw, draw.randint(gd(14, 4), gd(14, 6)), _typical(draw))


def cerclage_missed(today: date, draw: Random) -> Story:
    """Past the weeks of the cerclage, without one; her cervix is watched."""
    return scanned(today, draw, draw.randint(gd(17), gd(22)), _typical(draw), shortest=31)


def cerclage_declined(today: date, draw: Random) -> Story:
    """She does not want a suture, and said why."""
    story = scanned(today, draw, draw.randint(gd(14), gd(22)), _typical(draw), shortest=30)
    why = draw.choice(("希望先观察宫颈长度", "担心手术风险", "家人不同意手术", "已在外院随访"))
    story.tell("declined", story.at(gd(13)), step="cerclage", reason=why)
    return story


def unreachable(today: date, draw: Random) -> Story:
    """Called about the cerclage, twice, and nobody answered."""
    story = cerclage_due(today, draw)
    for ago in (2, 1):
        _called(story, ago, "unreachable")
    return story


def promised(today: date, draw: Random) -> Story:
    """She promised to come on a day."""
    story = cerclage_due(today, draw)
    until = min(today + timedelta(days=draw.randint(0, 4)), story.at(gd(14, 4)))
    _called(story, 1, "promised", until=until.isoformat())
    return story


def broken(today: date, draw: Random) -> Story:
    """She promised to come, and the day has passed."""
    story = cerclage_due(today, draw)
    _called(story, 3, "promised", until=(today - timedelta(days=1)).isoformat())
    return story


def snoozed(today: date, draw: Random) -> Story:
    """Put off for a reason."""
    story = cerclage_due(today, draw)
    until = min(today + timedelta(days=draw.randint(1, 4)), story.at(gd(14, 4)))
    if until > today:
        story.tell("snoozed", today, step="cerclage", until=until.isoformat(), reason="等待染色体结果")
    return story


def _called(story: Story, ago: int, outcome: str, step: str = "cerclage", **data: str) -> None:
    on = max(story.first, story.today - timedelta(days=ago))
    story.tell("called", on, step=step, outcome=outcome, **data)


def suture_in(today: date, draw: Random) -> Story:
    """A suture in place, its removal still ahead."""
    return sutured(today, draw, draw.randint(gd(14, 2), gd(35, 6)), _typical(draw))


def suture_at_36(today: date, draw: Random) -> Story:
    """The suture still in, in the weeks of its removal."""
    return sutured(today, draw, draw.randint(gd(36), gd(37)), _typical(draw))


def suture_overdue(today: date, draw: Random) -> Story:
    """The suture still in, past the weeks of its removal."""
    story = sutured(today, draw, draw.randint(gd(37, 2), gd(38)), _typical(draw))
    _called(story, 2, "unreachable", "removal")
    return story


def suture_in_labour(today: date, draw: Random) -> Story:
    """In labour, with the suture in."""
    story = sutured(today, draw, gd(34, 5), TYPICAL[0])
    story.tell("examined", today, labour="yes", contractions="yes", dilatation="3 cm", bleeding="no")
    return story


def rescue(today: date, draw: Random) -> Story:
    """Walked in with the cervix open and the membranes bulging."""
    story = expecting(today, draw, draw.randint(gd(18), gd(23)), draw.choice((FIRST, NOT_WORKED_UP)))
    open_ = {**WELL, "labour": "no", "fetal_compromise": "no", "placenta_praevia": "no"}
    story.tell("examined", today, alive="yes", anomaly_scan="normal", dilatation=f"{draw.randint(1, 3)} cm",
               membranes="bulging", temperature="36.8", **open_)  # fmt: skip
    return story


def watched(today: date, draw: Random) -> Story:
    """An earlier preterm birth; scanned every two weeks, in time."""
    return scanned(today, draw, draw.randint(gd(16), gd(23)), PRETERM, shortest=30)


def scan_late(today: date, draw: Random) -> Story:
    """An earlier preterm birth; her scan was due and not done."""
    return scanned(today, draw, draw.randint(gd(20), gd(23)), PRETERM, late=draw.randint(6, 24), shortest=30)


def scan_closing(today: date, draw: Random) -> Story:
    """The last days in which her cervix is measured."""
    return scanned(today, draw, draw.randint(gd(23, 4), gd(23, 6)), PRETERM, late=4, shortest=30)


def short(today: date, draw: Random) -> Story:
    """A short cervix on the last scan."""
    return scanned(today, draw, draw.randint(gd(18), gd(22)), PRETERM, shortest=draw.randint(14, 24))


def past_24(today: date, draw: Random) -> Story:
    """Past the weeks of the scans, all done."""
    story = expecting(today, draw, draw.randint(gd(24), gd(36)), PRETERM)
    for week in (16, 18, 20, 22):
        story.tell("scanned", story.at(gd(week, 3)), length=f"{draw.randint(30, 38)} mm", method="transvaginal")
    story.tell("examined", today - timedelta(days=draw.randint(1, 20)), alive="yes", progesterone="yes", **CLOSED)
    return story


def born(today: date, draw: Random) -> Story:
    """Delivered at term, the suture out in time."""
    story = sutured(today, draw, draw.randint(gd(39), gd(41)), _typical(draw))
    story.then = [one for one in story.then if one.on <= story.at(gd(36))]
    story.tell("suture removed", story.at(gd(36, draw.randint(1, 6))))
    story.tell("pregnancy ended", story.at(gd(37) + draw.randint(3, 13)), outcome="live_birth", induced="no")
    return story


def lost(today: date, draw: Random) -> Story:
    """Lost in spite of the suture."""
    story = sutured(today, draw, draw.randint(gd(22), gd(25)), _typical(draw))
    end = story.at(gd(20) + draw.randint(0, 13))
    story.then = [one for one in story.then if one.on < end]
    story.tell("suture removed", end)
    story.tell("pregnancy ended", end, outcome="loss", membranes_first="yes", contractions_first="no")
    return story


def twins(today: date, draw: Random) -> Story:
    """Two babies; her cervix is measured, no suture is planned."""
    story = expecting(today, draw, draw.randint(gd(12), gd(30)), draw.choice((FIRST, PRETERM)), fetuses=2)
    story.tell("scanned", story.at(gd(18, 2)), length=f"{draw.randint(18, 38)} mm", method="transvaginal")
    return story


def neck_removed(today: date, draw: Random) -> Story:
    """After trachelectomy, before conception: the suture is placed through the abdomen."""
    return before(today, draw, NECK_REMOVED)


def neck_removed_sutured(today: date, draw: Random) -> Story:
    """After trachelectomy and an abdominal suture, pregnant."""
    story = expecting(today, draw, draw.randint(gd(10), gd(30)), NECK_REMOVED)
    on = max(story.first + timedelta(days=1), story.at(gd(11)))
    story.tell("cerclage placed", on, route="abdominal", technique="laparoscopic", indication="history")
    return story


def undated(today: date, draw: Random) -> Story:
    """Pregnant by a test, how far nobody knows yet."""
    story = before(today, draw, TYPICAL[1])
    story.history = tuple(pair for pair in story.history if pair[0] not in ("pregnant", "wishes_to_conceive"))
    story.tell("pregnancy began", story.first, fetuses=1, alive="yes", suture="none")
    return story


WARD: tuple[tuple[int, Stage], ...] = (
    (22, planning), (8, planning_again), (12, planning_settled), (28, first_trimester), (16, cerclage_due),
    (5, cerclage_late), (6, cerclage_closing), (6, cerclage_missed), (8, cerclage_declined), (8, unreachable),
    (7, promised), (2, broken), (5, snoozed), (52, suture_in), (6, suture_at_36), (2, suture_overdue),
    (1, suture_in_labour), (2, rescue), (30, watched), (9, scan_late), (3, scan_closing), (5, short), (16, past_24),
    (18, born), (5, lost), (8, twins), (4, neck_removed), (3, neck_removed_sutured), (2, undated),
)  # fmt: skip
