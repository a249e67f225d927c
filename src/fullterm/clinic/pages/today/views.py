"""Today: the nurse's morning. One row a woman and step, under the heading where it stands."""

from __future__ import annotations

from datetime import date

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from fullterm.care.plan.worklist import TABS
from fullterm.care.protocol.model import Step
from fullterm.clinic.base.access import CARE, actor, for_roles, looked
from fullterm.clinic.base.clock import today
from fullterm.clinic.base.display_names import names
from fullterm.clinic.base.language import language
from fullterm.clinic.base.pagination import page_of
from fullterm.clinic.base.say import say
from fullterm.clinic.base.settings_in_force import protocol
from fullterm.clinic.derived.counters import counts
from fullterm.clinic.models import Row
from fullterm.clinic.pages.today.alarm import alarms
from fullterm.clinic.pages.today.row_view import RowView, shown

PASSED = "passed"
"""In the place of a heading: what was passed to whoever looks, under whatever heading each line stands."""
HEADINGS = (*TABS, PASSED)
A_PAGE = 50
PRESSING_FIRST = ("urgency", "closes", "id")
NEWEST_FIRST = ("-urgency", "-closes", "-id")


@require_safe
@for_roles(*CARE)
def show(request: HttpRequest, tab: str | None = None) -> HttpResponse:
    """One heading of the list, fifty rows a page; without a heading, the most pressing one that has any."""
    counted, mine = counts(), Row.objects.filter(passed_to=actor(request).username)
    number: dict[str, int] = {name: counted.get(name, 0) for name in TABS}
    chosen = tab or next((name for name in TABS if number[name]), "now")
    if chosen not in HEADINGS:
        raise Http404
    rows = (mine if chosen == PASSED else Row.objects.filter(tab=chosen)).select_related("woman")
    page = page_of(
        rows.defer("woman__document"), NEWEST_FIRST if chosen == "missed" else PRESSING_FIRST, A_PAGE,
        after=_place(request.GET.get("after")), until=_place(request.GET.get("until")),
    )  # fmt: skip
    looked(actor(request), (row.woman_id for row in page.items), "list")
    passed = mine.count()
    context = {
        "tab": chosen,
        "tabs": list(number.items()),
        "waiting": number["now"] if chosen != "now" else 0,
        "passed": passed if chosen != PASSED else 0,
        "nobody": not any(number.values()),
        "alarms": [say(one.word, *one.values) for one in alarms(today(), timezone.now())],
        "lines": all_shown(page.items),
        "on": today(),
        "total": passed if chosen == PASSED else number[chosen],
        "page": page,
        "begins": _placed(page.items[0]) if page.items else "",
        "ends": _placed(page.items[-1]) if page.items else "",
    }
    return render(request, "today/today.html", context)


def all_shown(rows: list[Row]) -> list[RowView]:
    """These lines as they are drawn today; one left by another protocol is left out."""
    people = names(row.passed_to for row in rows)
    steps = [(row, step_of(row.step)) for row in rows]
    return [shown(row, step, today(), language(), people) for row, step in steps if step is not None]


def step_of(name: str) -> Step | None:
    """The protocol's step of this name; None for a row left by another protocol, until the next recomputation."""
    return next((one for one in protocol().steps if one.id == name), None)


def _placed(row: Row) -> str:
    """Where a line stands in its order, as an address says it."""
    return f"{row.urgency}.{row.closes}.{row.pk}"


def _place(said: str | None) -> tuple[int, date, int] | None:
    """The place an address names; None for none, or for one that cannot be: then the first page is shown."""
    urgency, _, rest = (said or "").partition(".")
    day, _, key = rest.partition(".")
    try:
        return _whole(urgency), date.fromisoformat(day), _whole(key)
    except ValueError:
        return None


def _whole(said: str) -> int:
    if not said.isascii() or not said.isdigit() or len(said) > 18:
        raise ValueError
    return int(said)
