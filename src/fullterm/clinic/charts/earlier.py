"""Her earlier pregnancies on one gestation axis: an exact end as a point, an approximate one as a band."""

from __future__ import annotations

from datetime import date
from typing import Any, Final

from django.utils.safestring import SafeString, mark_safe

from fullterm.care.case.model import Case, EarlierPregnancy, Pregnancy
from fullterm.care.case.outcome import BABY, MOTHER, Item, Value, outcome_of
from fullterm.clinic.charts.axis import LANE, across, at, band, lane, middle
from fullterm.clinic.text.wording import days_in, weeks_in
from fullterm.clinic.words.woman import WORDS
from fullterm.logic.quantity import HIGHEST, LOWEST, UNKNOWN, Span
from fullterm.vocabulary.fact import VOCABULARY, Language
from fullterm.vocabulary.wording import NO, YES, value_in

SHAPES: Final[dict[str, str]] = {
    "loss": '<path d="M-7 -6H7L0 7Z"/>',
    "stillbirth": '<rect x="-6" y="-6" width="12" height="12"/>',
    "live_birth": '<circle r="7"/>',
    "termination": '<path d="M0 -8L8 0L0 8L-8 0Z"/>',
    "ectopic": '<path class="open" d="M-6 -6L6 6M6 -6L-6 6"/>',
    "molar": '<path class="open" d="M0 -7V7M-7 0H7"/>',
    "": '<circle class="open" r="6"/>',
}
"""How a pregnancy ended, by shape; the word stands beside it."""
STITCH: Final = '<path class="stitch" d="M-4 -9V9M0 -9V9M4 -9V9"/>'
_SHOWN = ("outcome", "gestation", "cerclage", "cerclage_placed", "cerclage_route", "cerclage_technique")
_IS = {"loss", "stillbirth", "live_birth", "termination", "ectopic", "molar"}


def earlier_rows(case: Case, language: Language) -> list[dict[str, Any]]:
    """One row for each earlier pregnancy, the pregnancy that has just ended among them."""
    rows = [_row(one, one.values, language) for one in case.earlier]
    pregnancy = case.pregnancy
    if pregnancy is not None and pregnancy.outcome is not None:
        rows.append(_row(pregnancy.outcome, {**_sutured(pregnancy), **pregnancy.outcome.values}, language))
    return rows


def shape(outcome: str) -> SafeString:
    """The shape of an outcome, drawn around its own middle."""
    return mark_safe(f'<g class="outcome {outcome or "unknown"}">{SHAPES[outcome]}</g>')  # constants


def _sutured(pregnancy: Pregnancy) -> dict[str, Any]:
    """What an ended pregnancy's operations say, as fields of an earlier pregnancy."""
    found: dict[str, Any] = {}
    for placed in pregnancy.cerclages:
        told = {"cerclage": placed.indication, "cerclage_technique": placed.technique}
        found |= {name: value for name, value in told.items() if value} | {"cerclage_placed": placed.gestation}
    for removal in pregnancy.removals:
        found["cerclage_removed"] = removal.gestation
    return found


def _row(one: EarlierPregnancy, values: Any, language: Language) -> dict[str, Any]:
    fields = VOCABULARY.fields("earlier")
    ended = values.get("gestation")
    gestation = ended if isinstance(ended, Span) else UNKNOWN
    outcome = values["outcome"] if values.get("outcome") in _IS else ""
    facts = [
        {"label": fields[seen.fact].label[language], "value": value_in(fields[seen.fact], seen.value, language)}
        for seen in one.observations
        if seen.fact not in _SHOWN
    ]
    told = [seen for seen in one.observations if seen.value is True and seen.fact not in _SHOWN]
    return {
        "number": one.number,
        "ended": days_in(one.ended, language),
        "outcome": value_in(fields["outcome"], outcome, language) if outcome else WORDS["woman.no_outcome"][language],
        "gestation": "" if gestation.unknown else weeks_in(gestation, language),
        "approximate": not gestation.unknown and not gestation.exact,
        "suture": _suture(values, language),
        "found": [fields[seen.fact].label[language] for seen in told],
        "facts": facts,
        "came": came_of(one, language),
        "of": date.fromordinal(one.ended.low).isoformat() if one.ended.exact else "",
        "said": one.said,
        "lane": draw(values, gestation, str(outcome)),
    }


def came_of(one: EarlierPregnancy, language: Language) -> list[dict[str, str]]:
    """What is known of the core outcome set, item by item; of several babies each under its number."""
    outcome = outcome_of(one)
    found = [_item(item, getattr(outcome.mother, name), "", language) for name, item in MOTHER.items()]
    several = len(outcome.babies) > 1
    for number, baby in enumerate(outcome.babies, 1):
        whose = WORDS["woman.baby"][language].format(number) if several else ""
        found += [_item(item, getattr(baby, name), whose, language) for name, item in BABY.items()]
    return [item for item in found if item is not None]


def _item(item: Item, value: Value, whose: str, language: Language) -> dict[str, str] | None:
    if value is None:
        return None
    if isinstance(value, bool):
        said = (YES if value else NO)[language]
    else:
        said = dict(item.options)[value][language] if isinstance(value, str) else f"{value} g"
    return {"label": whose + item.label[language], "value": said}


def _suture(values: Any, language: Language) -> str:
    why = values.get("cerclage")
    if why in (None, "none") and "cerclage_placed" not in values:
        return ""
    fields = VOCABULARY.fields("earlier")
    told = [
        value_in(fields[name], values[name], language)
        for name in ("cerclage_technique", "cerclage", "cerclage_placed")
        if values.get(name) not in (None, "none", UNKNOWN)
    ]
    return (", " if language == "en" else "，").join(told)


def draw(values: Any, ended: Span, outcome: str) -> SafeString:
    """The lane of one earlier pregnancy: how far it went, how surely, how it ended, and where a suture was placed."""
    centre = LANE / 2
    drawn: list[SafeString] = []
    if ended.unknown:
        drawn.append(band(Span(LOWEST, HIGHEST), centre - 3, 6, "untold"))
    elif ended.exact:
        drawn.append(_trunk(ended.low, centre))
        drawn.append(at(across(ended.low), centre, shape(outcome)))
    else:
        drawn.append(_trunk(ended.low, centre) if ended.low != LOWEST else SafeString(""))
        drawn.append(band(ended, centre - 8, 16, "about"))
        known = middle(ended)
        place = across(known.low) if known.exact else across(ended.high if ended.low < 0 else ended.low)
        drawn.append(at(place, centre, shape(outcome)))
    placed = values.get("cerclage_placed")
    if isinstance(placed, Span) and not placed.unknown:
        drawn.append(at(across((placed.low + placed.high) / 2), centre, mark_safe(STITCH)))  # a constant
    return lane(drawn)


def _trunk(days: int, centre: float) -> SafeString:
    return mark_safe(f'<line class="trunk" x1="0" x2="{across(days)}%" y1="{centre}" y2="{centre}"/>')
