"""Who a woman is today, above every page about her: how far along, the due date, the suture, her losses."""

from __future__ import annotations

from math import ceil
from typing import Any

from fullterm.care.assess.assessment import Assessment
from fullterm.care.case.facts_on import current_pregnancy
from fullterm.care.case.model import Case
from fullterm.care.case.suture import Suture
from fullterm.care.case.sutures import standing
from fullterm.clinic.charts.windows import half_of
from fullterm.clinic.text.wording import days_in, weeks_in
from fullterm.clinic.words.woman import WORDS
from fullterm.logic.quantity import UNKNOWN, Span
from fullterm.vocabulary.fact import VOCABULARY, Language
from fullterm.vocabulary.wording import value_in

Plain = dict[str, Any]


def today_in(found: Assessment, told: Plain, language: Language) -> Plain:
    """Who she is today: how far along, the due date with its uncertainty, the suture, her losses in a line."""
    pregnancy = current_pregnancy(found.case, found.on)
    gestation = pregnancy.gestation(found.on) if pregnancy is not None else UNKNOWN
    dating = pregnancy.dating if pregnancy is not None else None
    half = half_of(dating.due if dating is not None else None)
    placed = [one for one in standing(found.case, found.on) if one.origin == "placed"]
    value = found.known.facts.values.get("suture")
    fetuses = found.known.facts.values.get("fetuses")
    return {
        "pregnant": told["pregnant"],
        "gestation": "" if gestation.unknown else weeks_in(gestation, language),
        "middle": "" if gestation.unknown or gestation.exact else weeks_in(_middle(gestation), language),
        "due": "" if dating is None else days_in(dating.due, language),
        "within": ceil(half) or "",
        "dating": "" if dating is None else WORDS[f"woman_dating.{dating.method}"][language],
        "stated": dating is None or dating.stated,
        "dated": dating is not None,
        "suture": "" if value in (None, "none") else value_in(VOCABULARY.facts["suture"], value, language),
        "sutured": _since(placed[-1], language) if placed else "",
        "fetuses": "" if fetuses is None else value_in(VOCABULARY.facts["fetuses"], fetuses, language),
        "earlier": _counted(found.case, language),
        "complete": found.case.earlier_complete,
    }


def _middle(span: Span) -> Span:
    return Span((span.low + span.high) // 2, (span.low + span.high) // 2)


def _since(suture: Suture, language: Language) -> str:
    if not suture.gestation.unknown and suture.gestation.low > 0:
        return WORDS["woman.since"][language].format(weeks_in(suture.gestation, language))
    return "" if suture.placed.unknown else WORDS["woman.since"][language].format(days_in(suture.placed, language))


def _counted(case: Case, language: Language) -> list[str]:
    """How her earlier pregnancies ended: `2 × lost before or at birth`."""
    fact = VOCABULARY.fields("earlier")["outcome"]
    ended = case.pregnancy.outcome if case.pregnancy is not None else None
    counts: dict[str, int] = {}
    for one in (*case.earlier, *(() if ended is None else (ended,))):
        outcome = one.values.get("outcome")
        said = WORDS["woman.no_outcome"][language] if outcome is None else value_in(fact, outcome, language)
        counts[said] = counts.get(said, 0) + 1
    return [f"{count} × {said}" for said, count in counts.items()]
