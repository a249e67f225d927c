"""What a woman is told of her own care: where she is, what comes next and when. No diagnosis, no figure, no promise.

An operation or a medicine is named only when her doctor's newest signature of this pregnancy accepts it; until then
the step is a talk. What the doctor declined, what nobody can tell yet and what is not for her is not shown.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from operator import itemgetter
from typing import Any, Literal, TypeAlias

from fullterm.care.case.facts_on import as_last_told, current_pregnancy, known_on
from fullterm.care.case.model import Case, Pregnancy
from fullterm.care.case.sutures import standing
from fullterm.care.plan.first_line import Danger, NotAsked, Signs, first_line
from fullterm.care.plan.planned import DONE, Planned
from fullterm.care.plan.silence import allowed
from fullterm.care.plan.worklist import ARRANGES, FOLLOW_UPS, MOVED_ON, NOTHING_YET, SEEN, FollowUp, follow_ups
from fullterm.care.record.events import RecordEvent, read
from fullterm.care.signing.signature import last_signed
from fullterm.clinic.base import settings_in_force as hospital
from fullterm.clinic.base.effective_events import standing_of
from fullterm.clinic.base.effective_events import told as as_told
from fullterm.clinic.derived import recompute as worklist
from fullterm.clinic.models import Woman
from fullterm.clinic.pages.portal.not_asked import asked_of
from fullterm.clinic.words import WORDS
from fullterm.exchange.calendar import Visit, days_of, visits
from fullterm.vocabulary.fact import Language

Place: TypeAlias = Literal["next", "later", "behind"]
READ = (*{*FOLLOW_UPS, *MOVED_ON, *SEEN, *ARRANGES}, "signed")
"""The events this reads besides the record they left."""
MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
WEEKDAYS = {
    "en": ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
    "zh": ["周一", "周二", "周三", "周四", "周五", "周六", "周日"],
}


@dataclass(frozen=True, slots=True)
class Hers:
    """What her page is drawn from: this pregnancy if there is one, the steps shown to her, and the days she agreed to.

    `agreed`: the steps her doctor has signed. `urgent`: something of hers cannot wait. `asks`: what nobody has asked
    her today, as facts. `not_pregnant`: so last told; whoever nobody has asked is told when to call as if she were.
    `quiet`: her baby has died or no heartbeat was seen: nothing is reckoned from a due date any more.
    """

    pregnancy: Pregnancy | None
    steps: tuple[Planned, ...]
    agreed: frozenset[str]
    promised: tuple[tuple[str, date], ...]
    urgent: bool
    not_pregnant: bool
    quiet: bool = False
    asks: tuple[str, ...] = ()


def hers(woman: Woman, on: date) -> Hers:
    """What of her record is shown to her on a day. An empty or unreadable record shows nothing."""
    case = read(woman.document)[0] if woman.document else None
    if case is None:
        return Hers(None, (), frozenset(), (), urgent=False, not_pregnant=False)
    told = [as_told(one) for one in standing_of(woman, *READ).filter(on__lte=on, number__lte=woman.events)]
    pregnancy = current_pregnancy(case, on)
    signed = last_signed(_of_this(told))
    decided = () if signed is None else signed.decisions
    refused = {one.of for one in decided if one.choice == "declined"}
    planned = worklist.plan_as_last_told(case, on)
    steps = tuple(one for one in planned if one.step.id not in refused and _shown(one, case, pregnancy, on))
    tried = follow_ups(told, hospital.protocol().steps)
    quiet = not allowed("how_far", case, on)
    first = first_line(planned, known_on(case, on), ())
    return Hers(
        None if quiet else pregnancy,
        tuple(one for one in steps if not one.step.urgent),
        frozenset(one.of for one in decided if one.choice == "accepted"),
        tuple(sorted(_promised((one for one in steps if not one.step.urgent), told, tried, on), key=itemgetter(1))),
        isinstance(first, Danger),
        as_last_told(known_on(case, on)).facts.values.get("pregnant") is False,
        quiet,
        first.names if isinstance(first, NotAsked | Signs) else (),
    )


def _of_this(told: Iterable[RecordEvent]) -> list[RecordEvent]:
    """The events since the last pregnancy began or ended: what was signed in another is no decision of this one."""
    since: list[RecordEvent] = []
    for one in told:
        since = [] if one.action in MOVED_ON and "correction" not in one.data else [*since, one]
    return since


def _shown(one: Planned, case: Case, pregnancy: Pregnancy | None, on: date) -> bool:
    if one.state in ("not_for_her", "cannot_tell", "declined", "stopped") or one.step.always:
        return False  # what the safety net asks is the clinic's to ask, and no visit
    if one.state == "missed":
        return one.step.until_done
    if pregnancy is None and one.state not in ("open", "closing"):
        return False  # whoever has just lost a pregnancy is not shown the steps of one
    if one.step.done_by == "removal" and one.state not in DONE:
        return any(each.route != "abdominal" for each in standing(case, on)) or one.step.after is None
    return True


def _promised(
    steps: Iterable[Planned], told: Sequence[RecordEvent], tried: dict[str, FollowUp], on: date
) -> Iterable[tuple[str, date]]:
    for one in steps:
        day = None if one.state in DONE else _day_agreed(one.step.id, told, tried.get(one.step.id, NOTHING_YET))
        if day is not None and day >= on:
            yield one.step.id, day


def _day_agreed(step: str, told: Sequence[RecordEvent], said: FollowUp) -> date | None:
    """The day she promised on the telephone or the suture's removal was arranged for: whichever was said last.

    An arrangement whose words name no day leaves none: a day said before it no longer holds.
    """
    promised = said.until if said.outcome == "promised" else None
    if said.arranged is None:
        return promised
    arranges = [one.action in ARRANGES for one in told if one.action in ARRANGES or _called(one, step)]
    return said.arranged.day if promised is None or arranges[-1] else promised


def _called(one: RecordEvent, step: str) -> bool:
    return one.action == "called" and one.data.get("step") == step


def visits_of(shown: Hers) -> tuple[Visit, ...]:
    """Her calendar: the days she agreed to, and for every other step its best days, while days are reckoned for her."""
    agreed = dict(shown.promised)
    days = (Visit(step, on, on) for step, on in shown.promised)
    planned = () if shown.quiet else visits(shown.steps)
    return (*days, *(one for one in planned if one.step not in agreed))


# ---- in words


def page_of(shown: Hers, on: date, language: Language) -> dict[str, Any]:
    """Her page as a template context, in her language."""
    drawn: dict[Place, list[dict[str, Any]]] = {"next": [], "later": [], "behind": []}
    promised = dict(shown.promised)
    for one in sorted(shown.steps, key=lambda one: (days_of(one) or (on, on))[0]):
        if one.step.id not in promised:
            place: Place = "next" if shown.quiet and one.state not in DONE else _place(one)
            drawn[place].append(_step(one, None if shown.quiet else days_of(one), shown.agreed, on, language))
    return {
        "where": _where(shown.pregnancy, on, language),
        "today": day_in(on, language),
        "steps": drawn,
        "promised": [
            {
                "title": _title(step, shown.agreed)[language],
                "says": _says(step, shown.agreed)[language],
                "day": day_in(day, language, on),
            }
            for step, day in shown.promised
        ],
        "urgent": shown.urgent,
        "asks": asked_of(shown.asks, language),
        "pregnant": not shown.not_pregnant,
        "days": bool(visits_of(shown)),
    }


def _place(one: Planned) -> Place:
    if one.state in DONE:
        return "next" if _going_on(one) else "behind"
    return "later" if one.state == "not_yet_due" else "next"


def _going_on(one: Planned) -> bool:
    """Whether a step that is done goes on: a medicine she has begun."""
    return one.state in DONE and f"her_going.{one.step.id}" in WORDS


def _step(
    one: Planned, days: tuple[date, date] | None, agreed: frozenset[str], on: date, language: Language
) -> dict[str, Any]:
    step = one.step.id
    if _going_on(one):
        going = {"title": WORDS[f"her_going.{step}"], "says": WORDS[f"her_agreed_says.{step}"]}
        return {"days": "", "pressing": False, "soon": False, **{name: text[language] for name, text in going.items()}}
    done = one.state in DONE
    return {
        "title": _title(step, agreed | ({step} if done else set()))[language],
        "says": "" if done else _says(step, agreed)[language],
        "days": "" if done else _when(one, days, on, language),
        "pressing": one.state in ("closing", "missed"),
        "soon": one.state == "closing",
    }


def _title(step: str, agreed: frozenset[str] | set[str]) -> Any:
    named = WORDS.get("her_agreed." + step) if step in agreed else None
    return named or WORDS.get("her_step." + step) or WORDS["her_step.other"]


def _says(step: str, agreed: frozenset[str]) -> Any:
    named = WORDS.get("her_agreed_says." + step) if step in agreed else None
    return named or WORDS.get("her_says." + step) or WORDS["her_says.other"]


def _when(one: Planned, days: tuple[date, date] | None, on: date, language: Language) -> str:
    if one.state == "missed":
        return WORDS["her.days.over"][language]
    if days is None:
        return WORDS["her.days.any"][language]
    first, last = days
    if last < on:  # its best days are over, the window is not
        last = _end(one) or last
    if last < on:
        return WORDS["her.days.over"][language]
    if first == last:
        return day_in(first, language, on)
    if first < on:
        return WORDS["her.days.until"][language].format(day_in(last, language, on))
    return WORDS["her.days.between"][language].format(day_in(first, language, on), day_in(last, language, on))


def _end(one: Planned) -> date | None:
    """The last day of the whole window under every plausible due date."""
    return None if one.certain_days is None else one.certain_days[1]


def _where(pregnancy: Pregnancy | None, on: date, language: Language) -> dict[str, str] | None:
    """How far along she is and when she is due, with "about" where the dating is a span; None when not pregnant."""
    if pregnancy is None:
        return None
    gestation, dating = pregnancy.gestation(on), pregnancy.dating
    if dating is None or gestation.unknown or dating.due.unknown or dating.due.high - dating.due.low > 280:
        return {"weeks": "", "within": "", "due": WORDS["her.undated"][language]}
    low, high, half = gestation.low, gestation.high, (gestation.high - gestation.low + 1) // 2
    middle = date.fromordinal((dating.due.low + dating.due.high) // 2)
    if gestation.exact:
        weeks, within = weeks_in(low, language), ""
    elif half <= 10:
        weeks = WORDS["her.about"][language].format(weeks_in((low + high) // 2, language))
        within = WORDS["her.give_or_take.one" if half == 1 else "her.give_or_take"][language].format(half)
    else:
        weeks = WORDS["her.between"][language].format(weeks_in(low, language), weeks_in(high, language))
        within = ""
    due = WORDS["her.due" if dating.due.exact else "her.due.about"][language].format(day_in(middle, language))
    return {"weeks": weeks, "within": within, "due": due}


def weeks_in(days: int, language: Language) -> str:
    """A gestation as she says it: `12 weeks 3 days`, `孕12周3天`. Days of gestation, none before the first."""
    weeks, left = divmod(max(days, 0), 7)
    key = "her.weeks" if left == 0 else "her.weeks.day" if left == 1 else "her.weeks.days"
    return WORDS[key][language].format(weeks, left)


def day_in(day: date, language: Language, on: date | None = None) -> str:
    """A day with its weekday: `Thu 16 Apr 2026`, `2026年4月16日（周四）`; without its year in the year of `on`."""
    weekday, year = WEEKDAYS[language][day.weekday()], on is None or on.year != day.year
    if language == "zh":
        return (f"{day.year}年" if year else "") + f"{day.month}月{day.day}日（{weekday}）"
    return f"{weekday} {day.day} {MONTHS[day.month - 1]}" + (f" {day.year}" if year else "")
