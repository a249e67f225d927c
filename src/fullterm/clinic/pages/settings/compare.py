"""The hospital's protocol beside the national documents: to read, and to print."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from fullterm.care.assess.compare_text import compared_plain
from fullterm.clinic.base import settings_in_force as hospital
from fullterm.clinic.base.access import CARE, for_roles
from fullterm.clinic.base.clock import today
from fullterm.clinic.base.language import language
from fullterm.clinic.models import Role
from fullterm.clinic.text.wording import written


@require_safe
@for_roles(*CARE, Role.ADMINISTRATOR)
def show(request: HttpRequest) -> HttpResponse:
    """The protocol in force, step by step and document by document, for whoever may read the protocol."""
    told = written(compared_plain(hospital.protocol(), today(), language()), language())
    answered, others = ([one for one in told["documents"] if one["answered"] is side] for side in (True, False))
    context = {"told": told, "answered": answered, "others": others}
    return render(request, "settings/compare.html", context)
