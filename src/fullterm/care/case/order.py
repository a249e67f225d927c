"""What cannot have happened in the order told: a pregnancy that ended while a later one was under way."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from fullterm.care.case.fields import Notes
from fullterm.care.case.model import CONCEPTION, EarlierPregnancy, Pregnancy, show_days, show_gestation
from fullterm.logic.quantity import HIGHEST, LOWEST, UNKNOWN, Span, exactly


def apart(
    earlier: tuple[EarlierPregnancy, ...], pregnancy: Pregnancy | None, notes: Notes
) -> tuple[EarlierPregnancy, ...]:
    """The earlier pregnancies; a day of ending that surely lies inside another pregnancy is noted and left unknown.

    Only the day is given up: it orders and shows, and how far along she was stays as told.
    """
    found: list[EarlierPregnancy] = []
    for one in earlier:
        sentence = _inside_this(one, pregnancy) or _inside_a_later(one, earlier)
        if sentence:
            notes.wrong(_path(one.number, notes), sentence)
            one = replace(one, ended=UNKNOWN)
        found.append(one)
    return tuple(found)


def _inside_this(one: EarlierPregnancy, pregnancy: Pregnancy | None) -> str | None:
    if pregnancy is None or pregnancy.dating is None or one.ended.low == LOWEST:
        return None
    conceived = pregnancy.dating.days(exactly(CONCEPTION))
    if one.ended.low <= conceived.high:
        return None
    along = show_gestation(pregnancy.dating.gestation(one.ended))
    return (
        f"by this it ended on {show_days(one.ended)}, when she was already {along} along in this pregnancy: correct "
        "the day or the due date, or write it under pregnancy.outcome if this pregnancy ended so"
    )


def _inside_a_later(one: EarlierPregnancy, earlier: Iterable[EarlierPregnancy]) -> str | None:
    for later in earlier:
        length = later.values.get("gestation")
        if later.number <= one.number or not isinstance(length, Span) or one.ended.low == LOWEST:
            continue
        known = length.low != LOWEST and later.ended.high != HIGHEST
        conceived = later.ended.high - length.low + CONCEPTION if known else HIGHEST
        if one.ended.low > conceived and one.ended.low <= later.ended.high:
            return (
                f"it ended on {show_days(one.ended)}, when pregnancy {later.number} (to {show_days(later.ended)}, "
                f"{show_gestation(length)}) had begun: correct one of the days or that gestation"
            )
    return None


def _path(number: int, notes: Notes) -> str:
    paths = (f"earlier.pregnancies[{number}].ended", f"earlier[{number}].ended")
    return next((path for path in paths if path in notes.places), paths[0])
