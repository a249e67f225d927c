"""Today's lines in the database: rebuilt from the record, for one woman after each action, for all every night.

Safe to run twice at once and after a crash: each woman's rows are replaced in one transaction that holds her record,
and nothing here is a record.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cache, lru_cache

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from fullterm.care.assess import Assessment
from fullterm.care.case import Case
from fullterm.care.known import Known, current_pregnancy, known_on
from fullterm.care.plan import Planned, plan
from fullterm.care.protocol import Protocol, read_protocol
from fullterm.care.record import Told, read
from fullterm.care.worklist import FOLLOW_UPS, MOVED_ON, SEEN, Line, as_last_told, follow_ups, lines
from fullterm.clinic.counting import recount
from fullterm.clinic.models import Event, Row, Run, Woman
from fullterm.clinic.rows import row_of
from fullterm.guidelines import register
from fullterm.guidelines.decide import Deciding

AT_ONCE = 100
"""How many women are computed between two short transactions."""
TRIED = (*FOLLOW_UPS, *MOVED_ON, *SEEN)
"""The only events a line reads besides the record they left."""


def today() -> date:
    """The hospital's own day."""
    return timezone.localdate()


@cache
def protocol() -> Protocol:
    """The hospital's protocol. Raises ValueError when it is not whole: the clinic must not start with it."""
    return read_protocol(settings.PROTOCOL, {one.key: one for one in register.recommendations()})


@lru_cache(maxsize=8)
def _named(on: date) -> Deciding:
    """What decides the advice the protocol names (followed, or departed from) and in force. The plan needs no other."""
    keys = {key for one in protocol().steps for key in (*one.follows, *(gone.advice for gone in one.departs))}
    return Deciding(one for one in register.recommendations() if one.key in keys and one.standing(on) == "in_force")


def lines_of(woman: Woman, on: date) -> tuple[Line, ...]:
    """The lines of one woman on a day, from her record."""
    case = _case(woman)
    if case is None:
        return ()
    known = known_on(case, on)
    return _lines(case, known, _plan(case, known), _tried(woman), on)


def lines_in(found: Assessment, woman: Woman) -> tuple[Line, ...]:
    """Her lines by an assessment of her record under the hospital's protocol: nothing is read or planned again."""
    return _lines(found.case, found.known, found.plan, _tried(woman), found.on)


def _tried(woman: Woman) -> Iterable[Event]:
    return woman.history.filter(action__in=TRIED, number__lte=woman.events)


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
    told = (Told(event.action, event.on, event.data) for event in events if event.on <= on)
    tried = follow_ups(told, protocol().steps)
    aged = any(one.state == "cannot_tell" for one in planned) and known.stale
    return lines(planned, _plan(case, as_last_told(known)) if aged else planned, tried, on)


def _plan(case: Case, known: Known) -> tuple[Planned, ...]:
    verdicts = {one.recommendation.key: one for one in _named(known.on)(known.facts)}
    return plan(protocol(), case, known, verdicts)


def recompute(woman: Woman, on: date) -> None:
    """Replace one woman's rows by what her record says on a day. Her record is held until it is done."""
    with transaction.atomic():
        held = Woman.objects.select_for_update().get(pk=woman.pk)
        rows = _rows(held, held.history.filter(action__in=TRIED), on)
        Row.objects.filter(woman=held).delete()
        Row.objects.bulk_create(rows)


def recompute_all(on: date) -> Run:
    """Replace everybody's rows. One woman who cannot be computed is named in `left_out`; she never stops the rest.

    What stood on the list for her stays there. A run that is killed leaves no half-made rows and stays unfinished,
    which Today says; the next one begins again.
    """
    run = Run.objects.create(on=on)
    for women in _in_turn():
        computed, left_out = _computed(women, on)
        run.left_out += [f"{woman.number}: {error}" for woman, error in left_out]
        run.women += len(computed)
        for woman in _replace(computed):  # somebody wrote in her record meanwhile
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


def _computed(women: list[Woman], on: date) -> tuple[dict[Woman, list[Row]], list[tuple[Woman, str]]]:
    events: dict[uuid.UUID, list[Event]] = {woman.pk: [] for woman in women}
    for event in Event.objects.filter(woman__in=women, action__in=TRIED).order_by("woman_id", "number"):
        events[event.woman_id].append(event)
    computed: dict[Woman, list[Row]] = {}
    left_out = []
    for woman in women:
        try:
            computed[woman] = _rows(woman, events[woman.pk], on)
        except Exception as error:  # whatever is wrong with one record, the others must be computed
            left_out.append((woman, type(error).__name__))
    return computed, left_out


def _replace(computed: Mapping[Woman, list[Row]]) -> list[Woman]:
    """Write the rows of those whose record is as it was read; the others are given back."""
    with transaction.atomic():
        held = dict(
            Woman.objects.select_for_update()
            .filter(pk__in=[one.pk for one in computed])
            .order_by("pk")
            .values_list("pk", "events")
        )
        same = [woman for woman in computed if held.get(woman.pk) == woman.events]
        Row.objects.filter(woman__in=same).delete()
        Row.objects.bulk_create([row for woman in same for row in computed[woman]])
    return [woman for woman in computed if woman.pk in held and woman not in same]


def _rows(woman: Woman, events: Iterable[Event], on: date) -> list[Row]:
    case = _case(woman)
    if case is None:
        return []
    known = known_on(case, on)
    pregnancy = current_pregnancy(case, on)
    due = pregnancy.dating.due if pregnancy is not None and pregnancy.dating is not None else None
    facts = as_last_told(known).facts
    so_far = (event for event in events if event.number <= woman.events)  # a later one belongs to a newer record
    return [row_of(woman, line, facts, due, on) for line in _lines(case, known, _plan(case, known), so_far, on)]
