"""The first page after signing in: Today for who cares for women, for the others the first page of their work."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from fullterm.clinic.base.access import CARE, actor, for_roles
from fullterm.clinic.models import Role, User
from fullterm.clinic.pages.today import views as today
from fullterm.clinic.web.template_context import NAVIGATION, open_to


@require_safe
@for_roles(*Role)
def land(request: HttpRequest) -> HttpResponse:
    """Today, or the first page this role may open, or a page that says what the role is for and whom to ask."""
    who = actor(request)
    if who.role in CARE:
        return today.show(request)
    first = next(iter(open_to(who, NAVIGATION)), None)
    if first is not None:
        return redirect(first)
    ask = User.objects.filter(role=Role.ADMINISTRATOR, is_active=True).order_by("username")
    return render(request, "clinic/home.html", {"role": who.role, "ask": ask})
