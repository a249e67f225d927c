"""One line of Today followed up: how a call ended, a step put off or passed on. Opened from Today or from her page."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from fullterm.care.plan.worklist import LONGEST_SNOOZE
from fullterm.clinic.base.access import CARE, actor, for_roles, woman_for
from fullterm.clinic.base.clock import today
from fullterm.clinic.base.effective_events import standing_of
from fullterm.clinic.base.form_token import key_of, seen_by
from fullterm.clinic.base.language import language
from fullterm.clinic.base.refused import LONGEST_REASON, Refused, too_long
from fullterm.clinic.base.say import say
from fullterm.clinic.base.undo import undoable
from fullterm.clinic.derived import recompute as worklist
from fullterm.clinic.models import Event, Row, User, Woman
from fullterm.clinic.pages.today.row_view import RowView
from fullterm.clinic.pages.today.views import HEADINGS, PASSED, all_shown, step_of
from fullterm.clinic.text.refusals_zh import in_words
from fullterm.clinic.write.once import Changed, Command
from fullterm.clinic.write.record import act

QUICK_DAYS = 5
SNOOZES = (1, 3, 7)
REASONS = ("today.reason.1", "today.reason.2", "today.reason.3")


@require_http_methods(["GET", "POST"])
@for_roles(*CARE)
def call(request: HttpRequest, woman_id: uuid.UUID, step: str) -> HttpResponse:
    """Record how a call about one step ended."""
    return _follow_up(request, woman_id, step, "call", _called)


@require_http_methods(["GET", "POST"])
@for_roles(*CARE)
def snooze(request: HttpRequest, woman_id: uuid.UUID, step: str) -> HttpResponse:
    """Put one step off until a day, with a reason."""
    return _follow_up(request, woman_id, step, "snooze", _snoozed)


@require_http_methods(["GET", "POST"])
@for_roles(*CARE)
def escalate(request: HttpRequest, woman_id: uuid.UUID, step: str) -> HttpResponse:
    """Pass one step on to somebody."""
    return _follow_up(request, woman_id, step, "escalate", _escalated)


@dataclass
class Panel:
    """The small form under a row: what was typed, and what is wrong with it. `tab`: where it was opened.

    Empty where it was opened from her page.
    """

    kind: str
    line: RowView
    seen: int
    key: uuid.UUID
    tab: str
    typed: Mapping[str, str]
    wrong: str = ""
    news: list[Event] = field(default_factory=list)

    @property
    def back(self) -> str:
        """The page it was opened from."""
        return reverse("today_tab", args=(self.tab,)) if self.tab else reverse("woman", args=(self.line.woman.pk,))

    @property
    def quick(self) -> list[date]:
        """The next days inside the window."""
        days = [today() + timedelta(days=n) for n in (SNOOZES if self.kind == "snooze" else range(QUICK_DAYS))]
        return [day for day in days if self.line.last is None or day <= self.line.last] or days[:1]

    @property
    def reasons(self) -> list[tuple[str, str]]:
        """Reasons at hand when she declines, each with its word; any other is typed."""
        return [(word, say(word)) for word in REASONS]

    @property
    def refusal(self) -> int | None:
        """The entry by which she refused, to be taken back once she has changed her mind; None without one."""
        data = self.line.row.data
        if self.kind != "call" or not data["declined"] or data.get("declined_by") == "doctor":
            return None
        told = standing_of(self.line.woman, "declined").filter(data__step=self.line.step).last()
        return None if told is None else told.number

    @property
    def tomorrow(self) -> str:
        """The first day something can be put off to."""
        return (today() + timedelta(days=1)).isoformat()

    @property
    def people(self) -> list[User]:
        """Everybody it can be passed to."""
        return list(User.objects.filter(is_active=True, role__in=CARE).order_by("role", "username"))


class _Wrong(Exception):  # noqa: N818 - a sentence for whoever typed it
    pass


Reader = Callable[[Mapping[str, str], RowView], tuple[str, dict[str, Any]]]


def _follow_up(request: HttpRequest, woman_id: uuid.UUID, name: str, kind: str, read: Reader) -> HttpResponse:
    woman = woman_for(request, woman_id, "today")
    row = Row.objects.filter(woman=woman, step=name).first()
    if row is None:  # her page reckons her lines itself, the list when it was last computed
        worklist.recompute(woman, today())
        row = Row.objects.filter(woman=woman, step=name).first()
    if row is None or step_of(name) is None or not worklist.speaks(woman, name, today()):
        raise Http404
    row.woman = woman
    typed = {key: str(value) for key, value in request.POST.items()}
    tab = typed.get("tab") or request.GET.get("tab", "")
    seen = seen_by(request, woman) if request.method == "POST" else woman.events
    panel = Panel(kind, all_shown([row])[0], seen, key_of(request), tab if tab in HEADINGS else "", typed)
    if request.method != "POST":
        return _draw(request, panel)
    try:
        action, data = read(typed, panel.line)
        deed = Command(action, today(), {"step": name, **data}, key=panel.key)
        event = _act(woman, deed, actor(request), panel.seen)
    except _Wrong as wrong:
        panel.wrong = str(wrong)
    except Changed as changed:
        who = ", ".join(sorted({one.actor.called for one in changed.since}))
        panel.wrong, panel.news = say("today.changed", who), changed.since
        panel.seen, panel.key = changed.since[-1].number, uuid.uuid4()
    except Refused as refused:
        panel.wrong = in_words(str(refused), language())
    else:
        return _done(request, woman, panel, event)
    return _draw(request, panel)


def _act(woman: Woman, deed: Command, who: User, seen: int) -> Event:
    """Carry it out; what somebody did herself since the page was drawn is no surprise to her."""
    try:
        return act(woman.pk, deed, who, seen=seen)
    except Changed as changed:
        if any(one.actor_id != who.pk for one in changed.since):
            raise
        return act(woman.pk, deed, who, seen=changed.since[-1].number)


def _called(typed: Mapping[str, str], line: RowView) -> tuple[str, dict[str, Any]]:
    said, _, rest = typed.get("said", "").partition(":")
    if said == "promised":
        return "called", {"outcome": said, "until": _day(rest or typed.get("until", ""), line, 0)}
    if said == "declined":
        return "declined", {"reason": say(rest) if rest in REASONS else _reason(typed)}
    if said not in ("coming", "unreachable"):
        raise _Wrong(say("today.wrong.outcome"))
    return "called", {"outcome": said}


def _snoozed(typed: Mapping[str, str], line: RowView) -> tuple[str, dict[str, Any]]:
    if not line.can_wait:
        raise _Wrong(say("today.snooze.never"))
    until = _day(typed.get("quick") or typed.get("until", ""), line, 1)
    return "snoozed", {"until": until, "reason": _reason(typed)}


def _escalated(typed: Mapping[str, str], line: RowView) -> tuple[str, dict[str, Any]]:  # noqa: ARG001  # one shape
    to = User.objects.filter(username=typed.get("to", ""), is_active=True, role__in=CARE).first()
    if to is None:
        raise _Wrong(say("today.wrong.person"))
    return "escalated", {"to": to.username, **({"reason": _reason(typed)} if typed.get("why", "").strip() else {})}


def _reason(typed: Mapping[str, str]) -> str:
    why = typed.get("why", "").strip()
    if not why:
        raise _Wrong(say("today.wrong.reason"))
    if len(why) > LONGEST_REASON:
        raise _Wrong(in_words(too_long(LONGEST_REASON), language()))
    return why


def _day(said: str, line: RowView, least: int) -> str:
    """A day from today on, inside the window where it has an end to come."""
    ends = line.last if line.last is not None and line.last >= today() and line.can_wait else None
    latest = ends or today() + timedelta(days=LONGEST_SNOOZE)
    try:
        day = date.fromisoformat(said)
    except ValueError:
        day = date.min
    if not today() + timedelta(days=least) <= day <= latest:
        raise _Wrong(say("today.wrong.day", latest.isoformat()))
    return day.isoformat()


def _done(request: HttpRequest, woman: Woman, panel: Panel, event: Event) -> HttpResponse:
    """The row as it now stands: in its place, or one sentence saying where it went; and the way to undo it."""
    row = Row.objects.filter(woman=woman, step=panel.line.step).first()
    moved = _moved(row, panel, actor(request))
    title = f"{woman.number} {panel.line.title}"
    if row is None:
        sentence = say("today.gone", title)
    else:
        row.woman = woman
        sentence = say("today.moved", title, say(f"tab.{row.tab}")) if moved else say("today.saved")
    sentence = undoable(woman, event.number, sentence)
    if request.headers.get("HX-Request"):
        line = None if row is None else all_shown([row])[0]
        context = {"line": line, "moved": moved, "sentence": sentence, "old": panel.line, "tab": panel.tab}
        return render(request, "today/today_line.html", context)
    messages.success(request, sentence)
    return redirect(panel.back)


def _moved(row: Row | None, panel: Panel, who: User) -> bool:
    """Whether the line is gone from where its panel was opened."""
    if row is None:
        return True
    return row.passed_to != who.username if panel.tab == PASSED else panel.tab not in ("", row.tab)


def _draw(request: HttpRequest, panel: Panel) -> HttpResponse:
    context = {"panel": panel, "line": panel.line, "tab": panel.tab, "on": today()}
    if request.headers.get("HX-Request"):
        response = render(request, "today/today_panel.html", context)
        response["HX-Retarget"] = f"#line-{panel.line.woman.pk}-{panel.line.step} .panel"
        response["HX-Reswap"] = "innerHTML"
        return response
    return render(request, "today/today_act.html", context, status=409 if panel.news else 422 if panel.wrong else 200)
