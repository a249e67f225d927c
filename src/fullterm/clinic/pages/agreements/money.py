"""The money of the agreements, month by month: the statement, and the file for the accountants. The office's alone."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from fullterm.care.agreement import ledger
from fullterm.clinic.base import clock
from fullterm.clinic.base.access import actor, for_roles, looked
from fullterm.clinic.models import Role, Transaction
from fullterm.clinic.pages.agreements.page import months

_MONTH = re.compile(r"(\d{4})-(\d{2})")


@for_roles(Role.AGREEMENT)
def statement(request: HttpRequest, month: str = "") -> HttpResponse:
    """What was held when the month began, what moved, and what was held when it ended, for each currency."""
    year, number = _month(month)
    rows = _rows()
    moved = [one for one in rows if (one.on.year, one.on.month) == (year, number)]
    looked(actor(request), (one.agreement.woman_id for one in moved), "agreements")
    found = ledger.month((one.plain for one in rows), year, number)
    context = {
        "month": f"{year:04}-{number:02}",
        "months": months((one.on for one in rows), clock.today()),
        "summary": [_plain(one) for one in found],
        "moved": [_moved(one) for one in moved],
    }
    return render(request, "agreements/agreement_month.html", context)


@for_roles(Role.AGREEMENT)
def file(request: HttpRequest, month: str) -> HttpResponse:
    """The movements of one month as CSV: no names, amounts without separators, columns that never change."""
    year, number = _month(month)
    moved = [one for one in _rows() if (one.on.year, one.on.month) == (year, number)]
    looked(actor(request), (one.agreement.woman_id for one in moved), "agreements")
    answer = HttpResponse(ledger.as_csv(_row(one) for one in moved), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="agreements-{year:04}-{number:02}.csv"'
    return answer


def _month(said: str) -> tuple[int, int]:
    """The year and month of `2026-04`; this month when nothing is said. Raises Http404."""
    if not said:
        return clock.today().year, clock.today().month
    found = _MONTH.fullmatch(said)
    if found is None or not 1 <= int(found[2]) <= 12 or not date.min.year <= int(found[1]):
        raise Http404
    return int(found[1]), int(found[2])


def _rows() -> list[Transaction]:
    return list(
        Transaction.objects.select_related("agreement__woman", "event__actor", "reverses__event").order_by("on", "pk")
    )


def _plain(one: ledger.LedgerMonth) -> dict[str, Any]:
    return {
        "currency": one.currency,
        "opening": ledger.show(one.opening, one.currency),
        "moved": [(kind, ledger.show(amount, one.currency)) for kind, amount in one.moved.items()],
        "closing": ledger.show(one.closing, one.currency),
    }


def _moved(one: Transaction) -> dict[str, Any]:
    plain = one.plain
    return {
        "agreement": one.agreement, "on": one.on, "kind": one.kind, "debit": one.debit, "credit": one.credit,
        "amount": ledger.show(plain.amount, plain.currency), "reverses": plain.reverses,
        "reference": one.event.data.get("reference", ""),
    }  # fmt: skip


def _row(one: Transaction) -> dict[str, str]:
    plain = one.plain
    return {
        "agreement": one.agreement.code, "number": str(plain.number), "day": one.on.isoformat(),
        "recorded": one.at.isoformat(timespec="seconds"), "kind": one.kind, "debit": one.debit, "credit": one.credit,
        "amount": f"{plain.amount:f}", "currency": one.currency,
        "reverses": "" if plain.reverses is None else str(plain.reverses),
        "reference": str(one.event.data.get("reference", "")), "by": one.event.actor.get_username(),
    }  # fmt: skip
