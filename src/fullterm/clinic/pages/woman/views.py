"""A woman's pages: finding her, her one page, why a guideline says what it says of her, and everything recorded."""

from __future__ import annotations

import uuid
from datetime import date
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from fullterm.care.assess.assessment import assess
from fullterm.care.assess.report import citation, report
from fullterm.care.assess.still import standing_of
from fullterm.care.case.facts_on import current_pregnancy, known_on
from fullterm.care.case.model import Case, Problem
from fullterm.care.case.sutures import standing
from fullterm.care.record.events import read, withdrawn
from fullterm.care.record.history_of_ended import followable
from fullterm.care.record.withdrawal import WITHDRAWABLE
from fullterm.clinic.base import clock
from fullterm.clinic.base import settings_in_force as hospital
from fullterm.clinic.base.access import CARE, actor, for_roles, looked, may_do, woman_for
from fullterm.clinic.base.answer_conflicts import conflicts, faults
from fullterm.clinic.base.display_names import names
from fullterm.clinic.base.effective_events import told as as_told
from fullterm.clinic.base.language import language
from fullterm.clinic.base.pagination import page_of
from fullterm.clinic.charts.axis import DEFINITIONS as DRAWN
from fullterm.clinic.charts.axis import scale
from fullterm.clinic.charts.current import today_in
from fullterm.clinic.charts.earlier import earlier_rows
from fullterm.clinic.charts.matrix import body_of, matrix
from fullterm.clinic.charts.signature import latest, notice
from fullterm.clinic.charts.why import opened, others
from fullterm.clinic.derived import recompute as worklist
from fullterm.clinic.derived.counters import counts
from fullterm.clinic.derived.search import found, numbered
from fullterm.clinic.models import User, Woman
from fullterm.clinic.models.quick import WOMEN
from fullterm.clinic.pages.woman import page
from fullterm.clinic.pages.woman.cervix_chart import cervix
from fullterm.clinic.pages.woman.first_line import first_in
from fullterm.clinic.text.event_text import told_in
from fullterm.clinic.text.sutures import suture_lines
from fullterm.clinic.text.wording import weeks_in, written
from fullterm.clinic.words import WORDS
from fullterm.clinic.write import links
from fullterm.guidelines import register
from fullterm.guidelines.verdict import judge
from fullterm.logic.quantity import Span

A_PAGE = 25
LONGEST = 120
LOOKS = 100
KINDS = {
    "scan": "scanned", "examination": "examined", "cerclage": "cerclage placed", "removal": "suture removed",
    "begin": "pregnancy began", "end": "pregnancy ended", "decline": "declined",
    "done": "done", "followed": "followed", "arrange": "removal arranged", "elsewhere": "suture from elsewhere",
    "left": "suture left in", "handover": "suture handed over",
}  # fmt: skip
"""The entry pages, by the action each records."""
FROM_A_STEP = ("decline", "done")
"""Entries that are made from a step of the plan."""
IN_PREGNANCY = ("scan", "examination", "cerclage", "removal", "end")


@for_roles(*CARE)
def find(request: HttpRequest) -> HttpResponse:
    """Find a woman. What was typed is kept in the session: a name never stands in an address or a log."""
    if request.method == "POST":
        sought = request.POST.get("sought", "").strip()[:LONGEST]
        request.session["sought"] = sought
        exact = numbered(sought) if sought else None
        if exact is not None:
            return redirect("woman", woman_id=exact.pk)
        return redirect(reverse("women") + ("?sought" if sought else ""))
    sought = request.session.get("sought", "") if "sought" in request.GET else ""
    those, more = found(sought) if sought else ([], False)
    women = Woman.objects.filter(pk__in=those) if sought else Woman.objects.all()
    shown = page_of(
        women.prefetch_related("rows"), ("number",), A_PAGE,
        after=_number_of(request.GET.get("after")), until=_number_of(request.GET.get("until")),
    )  # fmt: skip
    looked(actor(request), (one.pk for one in shown.items), "find")
    on = clock.today()
    context = {
        "sought": sought,
        "shown": shown,
        "total": len(those) if sought else counts().get(WOMEN, 0),
        "more": more,
        "women": written([_found(one, on) for one in shown.items], language()),
    }
    return render(request, "woman/woman_find.html", context)


def _number_of(woman_id: str | None) -> tuple[str] | None:
    """The place of a woman in the list, by her key: her number never stands in an address."""
    try:
        key = uuid.UUID(woman_id or "")
    except ValueError:
        return None
    number = Woman.objects.filter(pk=key).values_list("number", flat=True).first()
    return None if number is None else (number,)


def _found(woman: Woman, on: date) -> dict[str, Any]:
    """One line of the list: who, how far along, and the most pressing step as last computed."""
    spoken = language()
    case, _ = read(woman.document) if woman.document else (None, ())
    facts = {} if case is None else known_on(case, on).facts.values
    gestation = facts.get("gestation")
    titles = {one.id: one.title[spoken] for one in hospital.protocol().steps}
    rows = (row for row in woman.rows.all() if row.tab not in ("declined", "missed"))
    pressing = sorted(rows, key=lambda row: (row.urgency, row.closes, row.step))
    return {
        "id": woman.pk,
        "number": woman.number,
        "name": woman.name,
        "phone": woman.phone,
        "gestation": weeks_in(gestation, spoken) if isinstance(gestation, Span) else "",
        "pregnant": {True: "yes", False: "no", None: "unknown"}[facts.get("pregnant")],  # type: ignore[index]  # a truth
        "open": [{"title": titles.get(row.step, row.step), "state": row.state} for row in pressing[:2]],
    }


@for_roles(*CARE)
def show(request: HttpRequest, woman_id: uuid.UUID) -> HttpResponse:
    """Her page: where she is, what stands open, and everything that rests on, from one assessment."""
    woman = woman_for(request, woman_id, "woman")
    on, spoken = clock.today(), language()
    case, problems = _case(woman, on)
    context: dict[str, Any] = {"woman": woman, "today_is": on, "problems": faults(problems, spoken)}
    if case is not None:
        context["conflicts"] = written(conflicts(woman, problems, known_on(case, on), spoken), spoken)
        may = _may(actor(request), case, on)
        assessed = assess(case, on, hospital.protocol(), len(problems))
        told = report(assessed, spoken, page.DRAWS)
        lines = worklist.lines_in(assessed, woman)
        to = {line.follow_up.escalated_to for line in lines}
        pregnancy = current_pregnancy(case, on)
        fetuses = assessed.known.facts.values.get("fetuses")
        plan = page.steps(assessed, told, lines, names(to), may, spoken)
        context |= written(
            {
                "today": today_in(assessed, told, spoken),
                "first": first_in(told, plan, spoken),
                "entries": [kind for kind in KINDS if kind in may and kind not in FROM_A_STEP],
                "plan": plan,
                "earlier": earlier_rows(case, spoken),
                "cervix": None
                if pregnancy is None
                else cervix(pregnancy, on, fetuses if isinstance(fetuses, Span) else None, spoken),
                "causes": page.causes(told, spoken),
                "matrix": matrix(assessed.verdicts, standing_of(assessed), spoken),
                "changes": page.changes(told, spoken),
                "missing": page.missing(assessed, spoken),
                "question": told["next_question"],
                "definitions": page.definitions(told),
                "stale": told["stale"],
                "sutures": suture_lines(case, on, spoken),
            },
            spoken,
        )
        signature = latest(woman)
        context |= {"drawn": DRAWN, "scale": scale(), "may_sign": may_do(actor(request), "signed")}
        context["signature"] = None if signature is None else notice(signature, assessed, spoken)
    return render(request, "woman/woman.html", context)


def _case(woman: Woman, on: date) -> tuple[Case | None, tuple[Problem, ...]]:
    """Her record as a case; an empty one while nothing is recorded, None when it cannot be read."""
    return read(woman.document) if woman.document else (Case(on), ())


def _may(who: User, case: Case, on: date) -> frozenset[str]:
    """The entry pages this role may use and that make sense for her today."""
    pregnant = current_pregnancy(case, on) is not None
    kinds = (*IN_PREGNANCY, "decline", "done") if pregnant else ("begin", "done")
    kinds = (*kinds, "followed") if followable(case) else kinds
    there = standing(case, on)
    kinds = (*kinds, "removal", "left", "handover") if there else kinds
    kinds = (*kinds, "arrange") if any(one.route != "abdominal" for one in there) else kinds
    kinds = (*kinds, "elsewhere")
    return frozenset(kind for kind in kinds if may_do(who, KINDS[kind]))


@for_roles(*CARE)
def why(request: HttpRequest, woman_id: uuid.UUID, guideline: str, ref: str) -> HttpResponse:
    """One recommendation for this woman: its sentence, what the software reads, the reasons, and where it stands."""
    woman = woman_for(request, woman_id, "why")
    try:
        one = register.find(guideline, ref)
    except KeyError:
        raise Http404 from None
    on, spoken = clock.today(), language()
    case, _ = _case(woman, on)
    if case is None:
        raise Http404
    found = assess(case, on, hospital.protocol())
    facts = found.known.facts
    read_of_her = opened(judge(one, facts), standing_of(found), facts, found.protocol, spoken)
    context = {
        "woman": woman,
        "today_is": on,
        **written(
            {
                "why": read_of_her | {"citation": citation(one)},
                "others": others(one, facts, on, body_of(register.GUIDELINES[guideline]), spoken),
            },
            spoken,
        ),
    }
    return render(request, "woman/woman_why.html", context)


@for_roles(*CARE)
def events(request: HttpRequest, woman_id: uuid.UUID) -> HttpResponse:
    """Everything recorded of her, in order, and who has looked: to read on paper."""
    woman = woman_for(request, woman_id, "events")
    spoken, who = language(), actor(request)
    told = list(woman.history.select_related("actor").order_by("number"))
    withdrawals = {one.data["number"]: one for one in told if one.action == "withdrawn"}
    out = withdrawn((one.number, as_told(one)) for one in told)
    looks, looked = _looks(woman)
    context = {
        "woman": woman,
        "today_is": clock.today(),
        "history": [
            {
                "event": one,
                "action": _word("action", one.action),
                "told": written(told_in(one.action, one.data, hospital.protocol(), spoken), spoken),
                "out": withdrawals[one.number] if one.number in out else None,
                "may": one.number not in out and one.action in WITHDRAWABLE and may_do(who, one.action, one.data),
            }
            for one in told
        ],
        "looks": looks,
        "looked": looked,
        "most": LOOKS,
    }
    return render(request, "woman/woman_events.html", context)


def _looks(woman: Woman) -> tuple[list[dict[str, Any]], int]:
    """The newest looks at her record, the clinic's and her own through her links, and how many there are in all."""
    readings, uses = woman.access_log.select_related("actor").order_by("-at", "-pk"), links.uses_of(woman)
    found: list[dict[str, Any]] = [
        {"at": one.at, "by": one.actor, "page": _word("page", one.page)} for one in readings[:LOOKS]
    ]
    for one in uses[:LOOKS]:
        who = "woman.access_log.link" if one.what == "wrong" else "woman.access_log.herself"
        found.append({"at": one.at, "who": who, "page": WORDS[f"link.use.{one.what}"][language()]})
    found.sort(key=lambda one: one["at"], reverse=True)
    return found[:LOOKS], readings.count() + uses.count()


def _word(kind: str, name: str) -> str:
    """What an action or a page is called; one that came later than these words keeps its own name."""
    text = WORDS.get(f"woman_{kind}.{name}")
    return name if text is None else text[language()]
