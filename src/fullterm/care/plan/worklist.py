"""The lines of the nurse's morning: which steps of which plan need somebody today, and under which heading.

A line leaves the list only by being done, declined with a reason, or missed, or because a newer record says the step is
not for her. A call, a promise or a snooze moves it, never removes it; growing old does not remove it either. What
cannot wait (an emergency, a suture still in) is never moved away.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal, TypeAlias

from fullterm.care.case.fields import PREGNANCY_FACTS
from fullterm.care.plan.arranged import Arranged
from fullterm.care.plan.planned import Planned, urgency
from fullterm.care.protocol.model import Step
from fullterm.care.record.events import RecordEvent

Tab: TypeAlias = Literal["now", "closing", "due", "overdue", "unreachable", "promised", "snoozed", "declined", "missed"]
TABS: tuple[Tab, ...] = (
    "now", "closing", "due", "overdue", "unreachable", "promised", "snoozed", "declined", "missed",
)  # fmt: skip

OUTCOMES = ("coming", "promised", "unreachable")
"""How a call may end; a step she declines is not a call's outcome but an event of her record."""
FOLLOW_UPS = ("called", "snoozed", "escalated")
MOVED_ON = ("pregnancy began", "pregnancy ended")
SEEN = ("scanned", "examined", "cerclage placed", "suture from elsewhere", "suture removed")
"""Events at which she was here: nobody has to reach her any more."""
ARRANGES = ("cerclage placed", "removal arranged", "suture removed")
"""Events that say who takes the suture out, or that it is out."""
LONGEST_SNOOZE = 180
"""Days. Our own limit: what sleeps longer is forgotten."""


@dataclass(frozen=True, slots=True)
class FollowUp:
    """What was last tried about one step.

    `outcome` of the last call, on the day `called`; `until` is the day she promised; `tries` counts the calls in a row
    that reached nobody. `snoozed_until` is the first day it stands in its place again.
    """

    outcome: str | None = None
    called: date | None = None
    until: date | None = None
    tries: int = 0
    snoozed_until: date | None = None
    reason: str | None = None
    escalated_to: str | None = None
    arranged: Arranged | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """One step that needs somebody, and under which heading it stands. `asks`: what has to be asked again today."""

    planned: Planned
    tab: Tab
    urgency: int
    follow_up: FollowUp
    asks: frozenset[str] = frozenset()


NOTHING_YET = FollowUp()
SUTURES = frozenset({"suture_in", "suture_vaginal", "suture_abdominal"})
"""Whether a suture is in, and of which kind."""
EMERGENCIES = 100
"""Below it are the emergencies, in the order of the safety net."""
UNDATED = frozenset({"gestation"})
"""Nobody knows how far along she is: one line asks for it, not one a step."""


def follow_ups(events: Iterable[RecordEvent], steps: Iterable[Step] = ()) -> dict[str, FollowUp]:
    """What was last tried, by step, from the events in their order.

    It belongs to one pregnancy, and to one turn of a repeated step: a scan done ends what was tried about that scan.
    Who takes the suture out belongs to the suture, which may be left in after the pregnancy.
    """
    steps, told = tuple(steps), tuple(events)
    scans = {step.id for step in steps if step.done_by == "scan"}
    found: dict[str, FollowUp] = {}
    for event in told:
        if event.action in MOVED_ON and "correction" not in event.data:
            found = {}
        elif event.action in FOLLOW_UPS:
            step = str(event.data["step"])
            found[step] = _tried(found.get(step, NOTHING_YET), event)
        elif event.action in SEEN:
            found = {
                step: replace(one, outcome=None, tries=0) if one.outcome == "unreachable" else one
                for step, one in found.items()
                if not (event.action == "scanned" and step in scans)
            }
    agreed = arranged(told)
    removals = [step.id for step in steps if step.done_by == "removal" and agreed is not None]
    return found | {step: replace(found.get(step, NOTHING_YET), arranged=agreed) for step in removals}


def arranged(events: Iterable[RecordEvent]) -> Arranged | None:
    """Who takes the suture out, as last agreed for the suture placed last; None when nobody is named or it is out."""
    found: Arranged | None = None
    for event in events:
        if event.action in ARRANGES:
            told = event.data.get("operation", {}) if event.action == "cerclage placed" else event.data
            said = [str(told.get(name, "")).strip() for name in ("remover", "remove_where", "remove_when")]
            found = Arranged(*said) if any(said) and event.action != "suture removed" else None
    return found


def _tried(before: FollowUp, event: RecordEvent) -> FollowUp:
    reason = event.data.get("reason") or None
    if event.action == "escalated":
        return replace(before, escalated_to=str(event.data["to"]), reason=reason or before.reason)
    told = event.data.get("until")
    until = date.fromisoformat(str(told)) if told else None
    if event.action == "snoozed":
        return replace(before, snoozed_until=until, reason=reason)
    outcome = str(event.data["outcome"])
    tries = before.tries + 1 if outcome == "unreachable" else 0
    return replace(
        before, outcome=outcome, called=event.on, until=until, tries=tries, snoozed_until=None, reason=reason
    )


def lines(
    planned: Iterable[Planned],
    last_told: Iterable[Planned],
    tried: Mapping[str, FollowUp],
    on: date,
    *,
    sutured: bool = True,
) -> tuple[Line, ...]:
    """The lines of one woman on a day, the most pressing first; where a step has one for each suture, each of them.

    `last_told` is the plan as `as_last_told` reads her: where today cannot be told because facts have aged, a step
    stands as it last stood. `sutured`: whether a suture was ever told of her that is not known to be out; of a woman
    without one nobody asks every morning whether it was left in.
    """
    aged = {(one.step.id, one.suture): one for one in last_told}
    found: list[Line] = []
    for one in planned:
        follow_up = tried.get(one.step.id, NOTHING_YET)
        standing, asks = as_it_stands(one, aged.get((one.step.id, one.suture), one))
        tab = None if not sutured and _asks_for_a_suture(standing) else heading(standing, follow_up, on)
        asked_for_already = asks == UNDATED and any(line.asks == UNDATED for line in found)
        if tab is not None and not asked_for_already:
            found.append(Line(standing, tab, _pressing(standing, tab), follow_up, asks))
    return tuple(sorted(found, key=lambda line: (line.urgency, TABS.index(line.tab))))


def as_it_stands(one: Planned, aged: Planned) -> tuple[Planned, frozenset[str]]:
    """The step as it stands today, or as it last stood where only age hides it; and what to ask again."""
    if one.state != "cannot_tell":
        return one, one.asks
    asks = frozenset(name for name in one.missing if "[" not in name)
    return (replace(aged, certain=False) if aged.state in ("open", "closing", "missed", "declined") else one), asks


def _asks_for_a_suture(one: Planned) -> bool:
    """Whether a line outside any window only asks if there is a suture at all."""
    return one.state == "cannot_tell" and one.opens is None and bool(one.missing & SUTURES)


def heading(one: Planned, follow_up: FollowUp, on: date) -> Tab | None:
    """Under which heading a step stands on a day; None when it needs nobody."""
    if one.state == "declined":  # a refusal takes no suture out, and closes no cervix
        return "now" if one.urgent or (one.step.until_done and _opened(one, on)) else "declined"
    if one.state == "missed" and not one.step.until_done:
        return "missed"
    if one.state == "cannot_tell":
        return _unsettled(one, follow_up, on)
    if one.state == "stopped":
        return _moved(one, follow_up, on) or "due"
    if one.state not in ("open", "closing", "missed"):
        return None
    if stays(one.step):
        return "due" if one.step.same_day and one.asks else "now"  # grown old, it is asked again with what is due
    return _moved(one, follow_up, on) or _by_window(one, on)


def stays(step: Step) -> bool:
    """Whether a step stands on top until it is done or answered, whatever is promised or put off."""
    return step.urgent or step.until_done or step.same_day


def _by_window(one: Planned, on: date) -> Tab:
    if one.state == "closing":
        return "closing"
    best = None if one.best is None else one.best[1].days
    # late is said only when it is so under every plausible due date; that a window closes is said as soon as it may
    return "overdue" if best is not None and on.toordinal() > best.high else "due"


def _moved(one: Planned, follow_up: FollowUp, on: date) -> Tab | None:
    """The heading a call or a snooze moved it to; nothing moves past the end of its window."""
    if stays(one.step):
        return None
    if holds(one, follow_up.snoozed_until, on) and on != follow_up.snoozed_until:
        return "snoozed"
    if follow_up.outcome == "promised" and holds(one, follow_up.until, on):
        return "promised"
    if follow_up.outcome == "unreachable" and one.state != "closing":
        return "unreachable"
    return None


def holds(one: Planned, until: date | None, on: date) -> bool:
    """Whether a promise or a snooze until a day still holds: not over, and not beyond where the window may close.

    One that reaches past the window's end holds until the window is closing.
    """
    if until is None or on > until:
        return False
    ends = last_day(one)
    return one.state != "closing" or ends is None or until <= ends


def last_day(one: Planned) -> date | None:
    """The last day that lies inside the window under every plausible due date; None when there is no such day."""
    return None if one.certain_days is None else one.certain_days[1]


def _unsettled(one: Planned, follow_up: FollowUp, on: date) -> Tab | None:
    """A step nobody can tell: on the list when only her dating, or only how she is in this pregnancy, is missing.

    A short cervix whose bleeding nobody asked about needs somebody as much as one whose bleeding is known.
    """
    if one.step.urgent:
        return None  # of nearly everybody it is unknown whether an emergency of the hospital's own is so today
    if one.missing == UNDATED:
        return _moved(one, follow_up, on) or "due"
    if one.step.at is not None:
        return None  # what is done on a day told of her waits for that day
    if not one.missing or not one.missing <= PREGNANCY_FACTS.keys() or not _opened(one, on):
        return None
    if one.closes is not None and one.closes.days is not None and one.closes.days.high <= on.toordinal():
        return "missed"
    return _moved(one, follow_up, on) or "due"


def _opened(one: Planned, on: date) -> bool:
    """Whether its window may have opened by now."""
    if one.opens is None:
        return True
    return one.opens.days is not None and one.opens.days.low <= on.toordinal()


def _pressing(one: Planned, tab: Tab) -> int:
    """Where a line stands among those of every woman: emergencies as the safety net has them, what was told today
    before what has grown old; what is seen today; a suture still in; then what stands until it is answered, and the
    rest as on her page.
    """
    if one.urgent:
        return min(2 * one.step.place + bool(one.asks), EMERGENCIES - 1)
    if tab == "now":
        return EMERGENCIES + (not one.step.same_day)
    among = urgency(replace(one, state="open") if one.state == "cannot_tell" else one)[0]
    return EMERGENCIES + 2 * among + (not one.step.always)


def refusal(event: RecordEvent, steps: Mapping[str, Step]) -> str | None:
    """Why a call, a snooze, an escalation or a refusal cannot be recorded, in a sentence; None when it can."""
    step = steps.get(str(event.data.get("step")))
    if step is None:
        return f"there is no step {event.data.get('step')!r} in the protocol: write one of {', '.join(steps)}"
    if event.action == "done":
        return None if step.done_by == "nothing" else f"{step.id} is not marked done: record what did it instead"
    if event.action == "declined":
        return None if event.data.get("reason") else "why she declined is missing: write her reason"
    if event.action == "escalated":
        return None if event.data.get("to") else "to whom it is passed is missing: name one person"
    if event.action == "called" and event.data.get("outcome") not in OUTCOMES:
        return f"{event.data.get('outcome')!r} is no outcome of a call: write one of {', '.join(OUTCOMES)}"
    if event.action == "snoozed" and stays(step):
        return f"{step.id} cannot be put off: it stands on top until it is done"
    if event.action == "snoozed" and not event.data.get("reason"):
        return "why it is put off is missing: write the reason"
    if event.action == "called" and event.data.get("outcome") != "promised":
        return None
    return _wrong_day(event)


def _wrong_day(event: RecordEvent) -> str | None:
    said = event.data.get("until")
    try:
        until = date.fromisoformat(str(said))
    except ValueError:
        return "the day is missing or is none: write it as 2026-03-02"
    later = (until - event.on).days
    if event.action == "snoozed" and not 0 < later <= LONGEST_SNOOZE:
        return f"a step is put off by 1 to {LONGEST_SNOOZE} days, not until {until}: choose a day in between"
    return f"{until} has passed: choose a day from {event.on} on" if later < 0 else None
