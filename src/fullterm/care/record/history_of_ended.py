"""What a pregnancy leaves behind when it ends: facts of her history. Its sutures stay hers (`care.case.sutures`)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from fullterm.care.case.model import Case, Cerclage, EarlierPregnancy, Pregnancy, Scan
from fullterm.care.case.sutures import sutures
from fullterm.logic.facts import Value
from fullterm.logic.quantity import UNKNOWN, Span, show_span
from fullterm.vocabulary.fact import VOCABULARY


def ended_facts(pregnancy: Pregnancy) -> dict[str, str]:
    """What an ended pregnancy leaves to the history, as an earlier pregnancy's fields; nothing it does not record.

    Of several sutures the last is told. That no suture is recorded does not say that there was none.
    """
    return {
        name: shown for name, value in ended_values(pregnancy).items() if (shown := _shown(name, value)) is not None
    }


def ended_values(pregnancy: Pregnancy) -> dict[str, Value]:
    """The same as values, and of a pregnancy that goes on, so far."""
    found: dict[str, Value | None] = {}
    if pregnancy.outcome is not None:
        found["gestation"] = pregnancy.outcome.values.get("gestation")
    if pregnancy.cerclages:
        last = sorted(pregnancy.cerclages, key=lambda one: one.on.low)[-1]
        found["cerclage"] = last.indication
        found["cerclage_route"] = last.route
        found["cerclage_technique"] = last.technique
        found["cerclage_placed"] = last.gestation
        found["cerclage_removed"] = _came_out(pregnancy, last)
    found |= _shortest(pregnancy.scans)
    counted = [one.value for one in sorted(pregnancy.observations, key=lambda one: one.on) if one.fact == "fetuses"]
    found["fetuses"] = counted[-1] if counted else None
    used = any(one.fact == "progesterone" and one.value is True for one in pregnancy.observations)
    found["progesterone"] = True if used else None  # "no" on one day does not say never
    return {name: value for name, value in found.items() if value is not None and _shown(name, value) is not None}


def _came_out(pregnancy: Pregnancy, last: Cerclage) -> Value | None:
    """When the suture placed last came out; None where a removal may have been of another."""
    place = str(pregnancy.cerclages.index(last) + 1)
    known = {one.id: one for one in sutures(Case(date.max, pregnancy=replace(pregnancy, outcome=None)), date.max)}
    if known[last.id or place].out is None:
        return None
    named = [one for one in pregnancy.removals if one.suture == (last.id or place)]
    out = named or [one for one in pregnancy.removals if one.suture is None and one.on.high >= last.on.low]
    return out[0].gestation if out else None


def _shortest(scans: tuple[Scan, ...]) -> dict[str, Value | None]:
    """The shortest cervix and when, from the scans not made through the abdomen."""
    measured = [one for one in scans if one.values.get("method") != "transabdominal"]
    lengths = [(one.values.get("length"), one.gestation) for one in measured]
    told = [(length, at) for length, at in lengths if isinstance(length, Span)]
    if not told:
        return {}
    least = Span(min(length.low for length, _ in told), min(length.high for length, _ in told))
    when = [at for length, at in told if length.low <= least.high]
    return {"shortest_cervix": least, "shortest_cervix_at": when[0] if len(when) == 1 else None}


def _shown(name: str, value: Value | None) -> str | None:
    """A value as a case keeps it; None when nothing is known, or when it lies where an earlier pregnancy has none."""
    fact = VOCABULARY.facts[f"earlier.{name}"]
    if value is None or value == UNKNOWN:
        return None
    if not isinstance(value, Span):
        return value if isinstance(value, str) else "yes" if value else "no"
    assert fact.unit is not None
    assert fact.lowest is not None
    assert fact.highest is not None
    inside = fact.lowest <= value.low and value.high <= fact.highest
    return show_span(value, fact.unit) if inside else None


def followable(case: Case) -> dict[str, EarlierPregnancy]:
    """Her ended pregnancies that a follow-up may be written to, by the day each ended, the last first."""
    last = case.pregnancy.outcome if case.pregnancy is not None else None
    several = (*case.earlier, *(() if last is None else (last,)))
    found = {date.fromordinal(one.ended.low).isoformat(): one for one in several if one.ended.exact}
    return dict(reversed(found.items()))
