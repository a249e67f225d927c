"""The operation record once it is saved: what was written, the removal window it opened, who takes the suture out."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from fullterm.care.assess.assessment import assess
from fullterm.care.case.model import Case
from fullterm.care.case.sutures import standing
from fullterm.care.plan.her_day import REMOVALS
from fullterm.care.plan.planned import Planned
from fullterm.care.plan.worklist import MOVED_ON
from fullterm.clinic.base import settings_in_force as hospital
from fullterm.clinic.base.effective_events import standing_of
from fullterm.clinic.base.language import language
from fullterm.clinic.models import Event, Woman
from fullterm.clinic.pages.entries.forms import ENTRIES
from fullterm.clinic.text.event_text import noted
from fullterm.clinic.text.sutures import named, unowned
from fullterm.clinic.text.wording import written
from fullterm.clinic.words import WORDS
from fullterm.guidelines.figures import FIGURES
from fullterm.logic.quantity import Unit
from fullterm.vocabulary import treatments
from fullterm.vocabulary.fact import VOCABULARY
from fullterm.vocabulary.wording import amount_in, option_label


def saved(request: HttpRequest, woman: Woman, case: Case, today: date) -> HttpResponse:
    """The suture as recorded, and the removal window that it opened; her page where this pregnancy has none."""
    event = _of_this_pregnancy(woman)
    if event is None:
        return redirect("woman", woman.pk)
    planned = assess(case, today, hospital.protocol()).plan
    ahead = (one for one in planned if one.step.id in REMOVALS and one.state not in ("not_for_her", "cannot_tell"))
    removal = next(ahead, None)
    window = None if removal is None else _window(removal)
    spoken = language()
    published = [
        {"says": one.says[spoken], "source": one.source, "read": one.read}
        for one in FIGURES
        if treatments.technique in one.about
    ]
    context = {
        "woman": woman, "event": event, "facts": _note(event), "window": window, "published": published,
        "unarranged": str(event.number) in {one.id for one in unowned(case, today)},
    }  # fmt: skip
    return render(request, "entries/entry_saved.html", written(context, spoken))


def already_in(case: Case, today: date) -> dict[str, str]:
    """A sentence above the form where a suture is recorded as in: a second one is not the first typed twice."""
    spoken, there = language(), standing(case, today)
    if not there:
        return {}
    between = WORDS["woman.semicolon"][spoken]
    return {"note": WORDS["entry.cerclage.in"][spoken].format(between.join(named(one, spoken) for one in there))}


def _of_this_pregnancy(woman: Woman) -> Event | None:
    """The suture placed last, unless a pregnancy has begun or ended since: it is then another's."""
    event = standing_of(woman, "cerclage placed").last()
    moved = standing_of(woman, *MOVED_ON).filter(data__correction__isnull=True).last()
    return None if event is None or (moved is not None and moved.number > event.number) else event


def _window(removal: Planned) -> dict[str, Any] | None:
    """The days of removal, first and last included: under every due date, and under some; None while undated."""
    opens, closes, words = removal.opens, removal.closes, language()
    if opens is None or closes is None:
        return None
    first, last = removal.certain_days or (None, None)
    earliest, latest = removal.possible_days or (None, None)
    if earliest is None or latest is None:
        return None
    weeks = (amount_in(opens.gestation, Unit.DAYS, words), amount_in(closes.gestation - 1, Unit.DAYS, words))
    return {
        "certain": first is not None, "first": first, "last": last, "earliest": earliest, "latest": latest,
        "weeks": weeks, "says": removal.step.says[words], "best": removal.certain_best,
    }  # fmt: skip


def _note(event: Event) -> list[tuple[str, str]]:
    """The operation record as it was written, each line under its label."""
    told, spoken = {**event.data, **event.data.get("operation", {})}, language()
    shown = {name: noted(name, str(said), spoken)["value"] for name, said in told.items()}
    found = [
        (one.label[spoken], dict(one.options)[told[one.name]][spoken] if one.options else shown[one.name])
        for one in ENTRIES["cerclage"].fields
        if one.name in told and (not one.options or told[one.name] in dict(one.options))
    ]
    route = VOCABULARY.facts["earlier.cerclage_route"]
    return [(WORDS["woman_field.route"][spoken], option_label(route, told["route"], spoken)), *found]
