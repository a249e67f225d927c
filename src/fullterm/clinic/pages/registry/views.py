"""The registry: what became of the pregnancies, every number leading to its women, every picture with its table.

Registrars see counts, pictures and hospital numbers; names, and the way to a woman's page, are for who cares for her.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from typing import Any

from django.db.models import F, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.safestring import mark_safe
from django.views.decorators.http import require_safe

from fullterm.care.registry.proportion import FEWEST
from fullterm.clinic.base.access import CARE, SEES_WOMEN, actor, for_roles, looked
from fullterm.clinic.base.clock import today
from fullterm.clinic.base.form import Form
from fullterm.clinic.base.language import language
from fullterm.clinic.base.say import say
from fullterm.clinic.base.settings_in_force import protocol
from fullterm.clinic.derived.course_rows import removal_window
from fullterm.clinic.models import Course, Role
from fullterm.clinic.pages.registry.charts import SPECS, drawn, to_keep
from fullterm.clinic.pages.registry.counts import conditions
from fullterm.clinic.pages.registry.result import RegistryResult, found
from fullterm.clinic.pages.registry.selection import Chosen, chosen
from fullterm.clinic.pages.registry.tables import TABLES, Table, meaning
from fullterm.clinic.text.wording import weeks_in, written
from fullterm.logic.quantity import Span, exactly

A_PAGE = 50
MAY_LOOK = (*CARE, Role.REGISTRAR)


@require_safe
@for_roles(*MAY_LOOK)
def show(request: HttpRequest) -> HttpResponse:
    """The whole registry for the pregnancies chosen."""
    given, form = chosen(request.GET, language(), today())
    context: dict[str, Any] = {"fields": form.shown(), "on": today(), "nobody": not Course.objects.exists()}
    if given is not None:
        seen = found(given, today())
        context |= {"chosen": given, "query": given.query(), "total": seen.counted.all["all"], "fewest": FEWEST}
        if seen.counted.all["all"]:
            context["sections"] = [_section(name, seen) for name in TABLES]
    return render(request, "registry/registry.html", context, status=200 if given is not None else 422)


def _section(name: str, seen: RegistryResult) -> dict[str, Any]:
    table = TABLES[name](seen, language())
    picture = drawn(name, seen, table, language()) if name in SPECS else None
    return {
        "name": name,
        "title": say(f"registry.{name}.title"),
        "says": _says(name),
        "table": table,
        "drawn": name in SPECS,
        "pictures": None if picture is None else [mark_safe(picture.wide), mark_safe(picture.narrow)],  # made here
    }


def _says(name: str) -> str:
    """How a table is to be read."""
    opens, closes = removal_window(protocol())
    values: dict[str, tuple[object, ...]] = {
        "removal": (weeks_in(exactly(opens), language()), weeks_in(exactly(closes - 1), language())),
        "curve": (FEWEST,),
    }
    return say(f"registry.{name}.says", *values.get(name, ()))


@require_safe
@for_roles(*MAY_LOOK)
def sheet(request: HttpRequest, name: str) -> HttpResponse:
    """One table as CSV."""
    if name not in TABLES:
        raise Http404
    table = TABLES[name](found(_chosen(request), today()), language())
    return _csv(name, _rows(table))


def _rows(table: Table) -> Iterator[Iterable[object]]:
    yield (say("registry.group"), *(part for head in table.heads for part in head.parts))
    for line in table.lines:
        yield (line.label, *(number for cell in line.cells for number in cell.numbers))
    for note in table.notes:
        yield (note.text,)


@require_safe
@for_roles(*MAY_LOOK)
def picture(request: HttpRequest, name: str) -> HttpResponse:
    """One picture as SVG, to keep. 404 where there is too little to draw."""
    if name not in SPECS:
        raise Http404
    seen = found(_chosen(request), today())
    made = to_keep(name, seen, TABLES[name](seen, language()), language())
    if made is None:
        raise Http404
    return HttpResponse(made, content_type="image/svg+xml", headers=_kept_as(name, "svg"))


@require_safe
@for_roles(*MAY_LOOK)
def women(request: HttpRequest) -> HttpResponse:
    """The women of one number, fifty pregnancies a page. Every look is logged for each of them."""
    given, form, courses = _behind(request)
    total = courses.count()
    number = _page(request.GET.get("page", ""), total)
    some = list(courses[(number - 1) * A_PAGE : number * A_PAGE])
    looked(actor(request), (one.woman_id for one in some), "registry")
    named = actor(request).role in SEES_WOMEN
    cell = request.GET.get("cell", "all")
    context = {
        "courses": written([_shown(one, named=named) for one in some], language()),
        "named": named,
        "fields": form.shown(),
        "meaning": meaning(cell, total),
        "total": total,
        "women": courses.order_by().values("woman").distinct().count(),
        "first": (number - 1) * A_PAGE + 1,
        "last": (number - 1) * A_PAGE + len(some),
        "previous": number - 1 if number > 1 else None,
        "next": number + 1 if number * A_PAGE < total else None,
        "query": given.query(cell=cell),
        "back": given.query(),
    }
    return render(request, "registry/registry_women.html", context)


@require_safe
@for_roles(*MAY_LOOK)
def women_sheet(request: HttpRequest) -> HttpResponse:
    """The pregnancies of one number as CSV, by hospital number: a name never leaves in a file."""
    _, _, courses = _behind(request)
    some = list(courses)
    looked(actor(request), (one.woman_id for one in some), "registry")
    heads = ("number", "which", "whose", "care", "technique", "route", "fetuses", "placed", "removed", "end", "outcome")
    words = {name: f"registry.women.{name}" for name in ("number", "which", "placed", "removed", "end", "outcome")}
    rows = [[say(words.get(name, f"registry.{name}")) for name in heads] + [say("registry.women.by_doctors")]]
    for one in some:
        shown = _shown(one, named=False)
        rows.append([str(shown[name]) for name in heads] + [say("yes") if one.induced else ""])
    return _csv("women", rows)


def _behind(request: HttpRequest) -> tuple[Chosen, Form, QuerySet[Course]]:
    """The pregnancies behind one number, the newest first. Raises Http404 for a number that is not counted."""
    given, form = chosen(request.GET, language(), today())
    condition = conditions(today()).get(request.GET.get("cell", "all"))
    if given is None or condition is None:
        raise Http404
    courses = Course.objects.filter(given.condition & condition).select_related("woman").defer("woman__document")
    return given, form, courses.order_by(F("dated").desc(nulls_last=True), "pk")


def _chosen(request: HttpRequest) -> Chosen:
    given, _ = chosen(request.GET, language(), today())
    if given is None:
        raise Http404
    return given


def _shown(one: Course, *, named: bool) -> dict[str, Any]:
    """One pregnancy as a line; her name and the way to her only for who cares for her."""
    told = {name: weeks_in(Span(*span), language()) for name, span in one.data.items()}
    fetuses = "untold" if one.fetuses is None else "one" if one.fetuses == 1 else "several"
    placed = say("registry.women.before_conception") if one.before_conception else told.get("placed", "")
    outcome = "ongoing" if one.ending == "ongoing" else one.outcome or "untold"
    return {
        "woman": one.woman_id if named else None,
        "name": one.woman.name if named else "",
        "number": one.woman.number,
        "which": one.number,
        "whose": say(f"registry_whose.{'ours' if one.ours else 'told'}"),
        "care": say(f"registry_care.{one.care}"),
        "technique": say(f"registry_technique.{one.technique}"),
        "route": say(f"registry_route.{one.route}"),
        "fetuses": say(f"registry_fetuses.{fetuses}"),
        "placed": placed,
        "removed": say(f"registry_removal.{one.removal}") if one.removal else "",
        "end": told.get("end", ""),
        "outcome": say(f"registry_outcome.{outcome}"),
        "by_doctors": bool(one.induced),
    }


def _page(said: str, total: int) -> int:
    number = int(said[:9]) if said.isascii() and said[:9].isdigit() else 1
    return min(max(number, 1), max(1, -(-total // A_PAGE)))


FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
"""A spreadsheet reads a cell that begins so as a formula, and may act on it."""


def _csv(name: str, rows: Iterable[Iterable[object]]) -> HttpResponse:
    """A sheet that Excel opens in Chinese (UTF-8 with its mark), no cell of which is a formula."""
    text = io.StringIO()
    writer = csv.writer(text)
    for row in rows:
        cells = (str(cell) for cell in row)
        writer.writerow([f"'{cell}" if cell.startswith(FORMULA) else cell for cell in cells])
    body = "\ufeff" + text.getvalue()
    return HttpResponse(body, content_type="text/csv; charset=utf-8", headers=_kept_as(name, "csv"))


def _kept_as(name: str, kind: str) -> dict[str, str]:
    return {"Content-Disposition": f'attachment; filename="registry-{name}-{today().isoformat()}.{kind}"'}
