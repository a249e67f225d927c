"""Today's lines and the registry's in the database: rebuilt from the record, for one woman after each action, for all
every night.

Safe to run twice at once and after a crash: each woman's rows are replaced in one transaction that holds her record,
and nothing here is a record.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import lru_cache
from typing import TypeAlias

from django.db import transaction
from django.utils import timezone

from fullterm.care.assess.assessment import Assessment
from fullterm.care.case.facts_on import Known, as_last_told, current_pregnancy, known_on
from fullterm.care.case.model import Case
from fullterm.care.case.sutures import standing as sutures_standing
from fullterm.care.case.sutures import state, sutures
from fullterm.care.plan.arranged import Arranged
from fullterm.care.plan.build import plan
from fullterm.care.plan.first_line import Danger, first_line
from fullterm.care.plan.planned import Planned
from fullterm.care.plan.silence import allowed, spoken
from fullterm.care.plan.worklist import FOLLOW_UPS, MOVED_ON, SEEN, Line, follow_ups, lines
from fullterm.care.record.events import read, standing
from fullterm.clinic.base import settings_in_force as hospital
from fullterm.clinic.base.effective_events import told
from fullterm.clinic.derived import nightly as nights
from fullterm.clinic.derived.counters import recount
from fullterm.clinic.derived.course_rows import courses_of
from fullterm.clinic.derived.row import Of, rows_of
from fullterm.clinic.models import Course, Event, Row, Run, Woman
from fullterm.guidelines import register
from fullterm.guidelines.decide import Deciding

DerivedRows: TypeAlias = tuple[list[Row], list[Course]]
"""What stands in the database of one woman beside her record: her rows of Today, and her courses of the registry."""
AT_ONCE = 100
"""How many women are computed between two short transactions."""
TRIED = (*FOLLOW_UPS, *MOVED_ON, *SEEN, "removal arranged", "withdrawn")
"""The only events a line reads besides the record they left."""


@lru_cache(maxsize=8)
def _named(name: str, on: date) -> Deciding:
    """What decides the advice a protocol names (followed, or departed from) and in force. The plan needs no other."""
    steps = hospital.read(name).steps
    keys = {key for one in steps for key in (*one.follows, *(gone.advice for gone in one.departs))}
    return Deciding(one for one in register.recommendations() if one.key in keys and one.standing(on) == "in_force")


def lines_of(woman: Woman, on: date) -> tuple[Line, ...]:
    """The lines of one woman on a day, from her record."""
    case = _case(woman)
    if case is None:
        return ()
    known = known_on(case, on)
    return _lines(case, known, _plan(case, known), _tried(woman), on)


def speaks(woman: Woman, step: str, on: date) -> bool:
    """Whether she may be called about a step on a day: asked of her record itself, whatever the list says."""
    case = _case(woman)
    if case is None:
        return True
    planned = (one for one in _plan(case, known_on(case, on)) if one.step.id == step)
    return any(allowed("call", case, on, one) for one in planned)


def lines_in(found: Assessment, woman: Woman) -> tuple[Line, ...]:
    """Her lines by an assessment of her record under the hospital's protocol: nothing is read or planned again."""
    return _lines(found.case, found.known, found.plan, _tried(woman), found.on)


def _tried(woman: Woman) -> Iterable[Event]:
    """With what was withdrawn and its withdrawals: `_lines` tells what stands, for one woman as for everybody."""
    return woman.history.filter(action__in=TRIED, number__lte=woman.events)


def arranged_for(case: Case, on: date, suture: str = "") -> Arranged | None:
    """Who takes a suture out, where and when, as last agreed by a day: the one named, else the last that comes out."""
    there = [one for one in sutures_standing(case, on) if one.route != "abdominal" and suture in ("", one.id)]
    last = there[-1] if there else None
    said = ("", "", "") if last is None else (last.owner or "", last.where, last.when)
    return Arranged(*said) if any(said) else None


def _case(woman: Woman) -> Case | None:
    """Her record; None while nothing is in it. Raises ValueError when what is in it cannot be read."""
    if not woman.document:
        return None
    case, _ = read(woman.document)
    if case is None:
        raise ValueError("unreadable record")
    return case


def _lines(
    case: Case, known: Known, planned: tuple[Planned, ...], events: Iterable[Event], on: date
) -> tuple[Line, ...]:
    counting = standing((event.number, told(event)) for event in events)
    tried = follow_ups((one for _, one in counting if one.on <= on), hospital.protocol().steps)
    aged = any(one.state == "cannot_tell" and not one.missing.isdisjoint(known.stale) for one in planned)
    said = spoken("worklist", planned, case, on)
    sutured = any(state(one, on) != "out" for one in sutures(case, on))
    found = lines(said, _plan(case, as_last_told(known)) if aged else said, tried, on, sutured=sutured)
    return tuple(_with_owner(line, case, on) for line in found)


def _with_owner(line: Line, case: Case, on: date) -> Line:
    """A line about a suture, with who takes that one out."""
    step = line.planned.step
    if step.done_by != "removal" and step.custody is None:
        return line
    agreed = arranged_for(case, on, line.planned.suture)
    return replace(line, follow_up=replace(line.follow_up, arranged=agreed))


def _plan(case: Case, known: Known) -> tuple[Planned, ...]:
    saved = hospital.current().protocol
    verdicts = {one.recommendation.key: one for one in _named(saved, known.on)(known.facts)}
    return plan(hospital.read(saved), case, known, verdicts)


def recompute(woman: Woman, on: date) -> None:
    """Replace one woman's rows and courses by what her record says on a day. Her record is held until it is done.

    The protocol is read again once it is: a run begun since under a newer one waits for her, and comes after.
    """
    with transaction.atomic(), hospital.held():
        held = Woman.objects.select_for_update().get(pk=woman.pk)
        hospital.read_again()
        _write({held: _derived(held, held.history.filter(action__in=TRIED), on)})


def recompute_all(on: date, run: Run | None = None) -> Run:
    """Replace everybody's rows. One woman who cannot be computed is named in `left_out`; she never stops the rest.

    What stood on the list for her stays there. A run that is killed leaves no half-made rows and stays unfinished,
    which Today says; the next one begins again. `run`: one already claimed (`nights.claim`).
    """
    run = run or nights.begin(on)
    for women in _in_turn():
        if run.women or run.left_out:  # the first sign of life was its beginning
            nights.beat(run)
        with hospital.held():
            under = hospital.read_again().under
            computed, left_out = _computed(women, on)
            run.left_out += [f"{woman.number}: {error}" for woman, error in left_out]
            run.women += len(computed)
            again = _replace(computed, under)  # somebody wrote in her record meanwhile
        for woman in again:
            try:
                recompute(woman, on)
            except Exception as error:
                run.women -= 1
                run.left_out.append(f"{woman.number}: {type(error).__name__}")
    recount()
    run.finished = timezone.now()
    run.save(update_fields=["women", "left_out", "finished"])
    return run


def _in_turn() -> Iterator[list[Woman]]:
    """Everybody, a few at a time, in one order, whatever is written meanwhile."""
    last: uuid.UUID | None = None
    while True:
        women = Woman.objects.order_by("pk").defer("name", "phone")
        some = list((women if last is None else women.filter(pk__gt=last))[:AT_ONCE])
        if not some:
            return
        yield some
        last = some[-1].pk


def _computed(women: list[Woman], on: date) -> tuple[dict[Woman, DerivedRows], list[tuple[Woman, str]]]:
    events: dict[uuid.UUID, list[Event]] = {woman.pk: [] for woman in women}
    for event in Event.objects.filter(woman__in=women, action__in=TRIED).order_by("woman_id", "number"):
        events[event.woman_id].append(event)
    computed: dict[Woman, DerivedRows] = {}
    left_out = []
    for woman in women:
        try:
            computed[woman] = _derived(woman, events[woman.pk], on)
        except Exception as error:  # whatever is wrong with one record, the others must be computed
            left_out.append((woman, type(error).__name__))
    return computed, left_out


def _replace(computed: Mapping[Woman, DerivedRows], under: str) -> list[Woman]:
    """Write the rows of those whose record and protocol are as they were read; the others are given back."""
    with transaction.atomic():
        held = dict(
            Woman.objects.select_for_update()
            .filter(pk__in=[one.pk for one in computed])
            .order_by("pk")
            .values_list("pk", "events")
        )
        ruled = hospital.read_again().under == under  # asked once they are held: a newer protocol's run comes after
        same = [woman for woman in computed if ruled and held.get(woman.pk) == woman.events]
        _write({woman: computed[woman] for woman in same})
    return [woman for woman in computed if woman.pk in held and woman not in same]


def _write(derived: Mapping[Woman, DerivedRows]) -> None:
    """Put these in the place of what stood there, inside the transaction of whoever holds the women."""
    women = list(derived)
    Row.objects.filter(woman__in=women).delete()
    Row.objects.bulk_create([one for rows, _ in derived.values() for one in rows])
    Course.objects.filter(woman__in=women).delete()
    Course.objects.bulk_create([one for _, lived in derived.values() for one in lived])


def _derived(woman: Woman, events: Iterable[Event], on: date) -> DerivedRows:
    case = _case(woman)
    if case is None:
        return [], []
    known = known_on(case, on)
    pregnancy = current_pregnancy(case, on)
    due = pregnancy.dating.due if pregnancy is not None and pregnancy.dating is not None else None
    so_far = (event for event in events if event.number <= woman.events)  # a later one belongs to a newer record
    planned, ruled = _plan(case, known), hospital.protocol()
    of = Of(woman, known, ruled, due, _first(planned, known))
    return list(rows_of(of, _lines(case, known, planned, so_far, on))), courses_of(woman, case, on, ruled)


def _first(planned: tuple[Planned, ...], known: Known) -> Danger | None:
    """What stands first for her, where something of hers cannot wait; nothing is reckoned for the others."""
    if not any(one.urgent for one in planned):
        return None
    found = first_line(planned, known, register.recommendations())
    return found if isinstance(found, Danger) else None


def plan_as_last_told(case: Case, on: date) -> tuple[Planned, ...]:
    """Every step as it stands for her on a day, what has grown too old to count taken as it was last told.

    For what is shown to her: a visit does not vanish because nobody has asked lately how she is. What may not be said
    after a death is not among them (`care.plan.silence`).
    """
    return spoken("her_page", _plan(case, as_last_told(known_on(case, on))), case, on)
