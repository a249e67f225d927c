"""The registry's lines of one woman, as the database keeps them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from fullterm.care.case.model import Case
from fullterm.care.protocol.model import Protocol
from fullterm.care.registry import course as care
from fullterm.clinic.models import Course, Woman
from fullterm.logic.quantity import HIGHEST, LOWEST, Span


def courses_of(woman: Woman, case: Case, on: date, protocol: Protocol) -> list[Course]:
    """Every course of hers on a day under the hospital's protocol, not yet saved."""
    return [_kept(woman, one) for one in care.courses(case, on, removal_window(protocol))]


def removal_window(protocol: Protocol) -> care.RemovalWindow:
    """The days of gestation in which the protocol removes a suture: the first, and the first too late.

    A protocol without the step, or with an open end, has a window in which nothing is late.
    """
    step = next((one for one in protocol.steps if one.id == "removal"), None)
    opens, closes = (None, None) if step is None else (step.opens, step.closes)
    return opens or 0, closes or HIGHEST


def _kept(woman: Woman, one: care.PregnancyCourse) -> Course:
    enters, leaves = one.drawn or (None, None)
    ends, unknown = care.settled(one.end), "untold" if one.sutured else "none"
    began = None if one.began is None or one.began < 1 else date.fromordinal(one.began)
    last = None if _open(one.last) else date.fromordinal(care.middle(one.last))
    placed = (
        None if began is None or _open(one.placed) else date.fromordinal(began.toordinal() + care.middle(one.placed))
    )
    return Course(
        woman=woman, number=one.number, ours=one.ours, care=one.group, technique=one.technique or unknown,
        route=one.route or unknown, fetuses=one.fetuses, before_conception=one.before_conception, enters=enters,
        leaves=leaves, left_out=one.left_out or "", approximate=one.approximate, ending=one.ending,
        outcome=one.outcome or "", induced=one.induced, first=ends.low, last=ends.high, removal=one.removal or "",
        began=began, dated=placed or (began if one.before_conception else None) or last,
        data={name: list(span) for name, span in _spans(one)},
    )  # fmt: skip


def _spans(one: care.PregnancyCourse) -> Iterator[tuple[str, Span]]:
    """The gestations as told, for the list of women."""
    spans = (("placed", one.placed), ("removed", one.removed), ("end", one.end))
    return ((name, span) for name, span in spans if not span.unknown)


def _open(span: Span) -> bool:
    return span.low == LOWEST or span.high == HIGHEST
