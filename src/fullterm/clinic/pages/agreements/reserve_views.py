"""The reserve: what the promise needs today, month by month, what it rests on, and how often it would be enough."""

from __future__ import annotations

import csv
from decimal import ROUND_CEILING, Decimal
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from fullterm.care.agreement.reserve import Need, Promise, Reserve
from fullterm.care.agreement.reserve_backtest import Coverage, measured
from fullterm.care.agreement.reserve_rates import Experience, Rate, rates
from fullterm.clinic.base.access import for_roles
from fullterm.clinic.base.clock import today
from fullterm.clinic.base.language import language
from fullterm.clinic.models import Role
from fullterm.clinic.pages.agreements import reserve as ours
from fullterm.clinic.pages.agreements.reserve_chart import INK, SHAPES, month_by_month

TRUSTS = (0.5, 2.0)
OFFICE = (Role.AGREEMENT, Role.ADMINISTRATOR)


@require_safe
@for_roles(*OFFICE)
def show(request: HttpRequest) -> HttpResponse:
    """The page. Amounts in whole units of the currency, rounded up; the CSV has them to the cent."""
    held, own = ours.promises(), ours.experience(today())
    found = ours.reserves(held, own, today())
    tried = {one.scenario.name: one for one in measured()}
    context = {
        "on": today(),
        "reserves": [_shown(one) for one in found],
        "rates": [_rate(one) for one in rates(own)],
        "trusts": _trusts(held, own),
        "command": "fullterm manage reserve_backtest",
        "tried": [_tried(one) for one in tried.values()],
        "wrong": _percent(tried["higher, unseen"].at95),
        "late": _percent(tried["late"].at95),
        "right": _percent(tried["as believed"].at95),
    }
    return render(request, "agreements/reserve.html", context)


@require_safe
@for_roles(*OFFICE)
def picture(request: HttpRequest, currency: str, shape: str, ground: str) -> HttpResponse:  # noqa: ARG001  # Django's
    """The months as a picture, for a desk or a phone, in the light or in the dark. 404 for any other."""
    found = ours.reserve_in(currency, today())
    if found is None or shape not in SHAPES or ground not in INK:
        raise Http404
    return HttpResponse(month_by_month(found, shape, ground, language()), content_type="image/svg+xml")


@require_safe
@for_roles(*OFFICE)
def months(request: HttpRequest, currency: str) -> HttpResponse:  # noqa: ARG001  # Django's
    """The months as CSV, to the cent. 404 where nothing is promised in the currency."""
    found = ours.reserve_in(currency, today())
    if found is None:
        raise Http404
    response = HttpResponse(content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="reserve-{currency}-{found.on}.csv"'
    write = csv.writer(response)
    write.writerow(["day", "currency", "agreements", "held", "expected", "enough_in_95", "enough_in_99"])
    for day, need in ((found.on, found.total), *((month.on, month.need) for month in found.months)):
        write.writerow([day, currency, need.women, need.promised, need.expected, need.at95, need.at99])
    return response


def _shown(found: Reserve) -> dict[str, Any]:
    return {
        "currency": found.currency,
        "hold": _amount(found.to_hold),
        "total": _need(found.total),
        "untreated": _need(found.untreated),
        "owed": _need(found.owed),
        "tiers": [
            {"tier": rate.prior.tier, "need": _need(need)}
            for rate, need in zip(found.rates, found.tiers, strict=True)
        ],
        "months": [
            {"on": day, "need": _need(need)}
            for day, need in ((found.on, found.total), *((month.on, month.need) for month in found.months))
        ],
    }  # fmt: skip


def _need(need: Need) -> dict[str, Any]:
    amounts = {name: _amount(getattr(need, name)) for name in ("promised", "expected", "at95", "at99")}
    return {"women": need.women} | amounts


def _rate(rate: Rate) -> dict[str, Any]:
    low, high = rate.within()
    spoken = language()
    return {
        "prior": rate.prior,
        "counted": rate.prior.counted[spoken],
        "why": rate.prior.why[spoken],
        "weight": f"{rate.prior.weight:g}",
        "own": rate.own,
        "mean": _percent(rate.mean),
        "low": _percent(low),
        "high": _percent(high),
    }


def _trusts(held: tuple[Promise, ...], own: tuple[Experience, ...]) -> list[dict[str, Any]]:
    """The figures at other weights of the papers, each beside its currency."""
    return [
        {"times": f"{trust:g}", "currency": one.currency, "need": _need(one.total)}
        for trust in TRUSTS
        for one in ours.reserves(held, own, today(), trust=trust, months=False)
    ]


def _tried(one: Coverage) -> dict[str, Any]:
    return {
        "says": one.scenario.says[language()],
        "cohorts": f"{one.cohorts:,}",
        "at95": _percent(one.at95),
        "at99": _percent(one.at99),
        "short": f"{one.short:.0%}",
    }


def _amount(amount: Decimal) -> str:
    return f"{amount.to_integral_value(ROUND_CEILING):,}"


def _percent(share: float) -> str:
    return f"{share:.1%}"
