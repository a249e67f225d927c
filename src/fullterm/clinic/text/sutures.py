"""Every suture of a woman in words: which it is, where it stands today, and who answers for it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from fullterm.care.case.model import Case
from fullterm.care.case.suture import HERE, Suture
from fullterm.care.case.sutures import standing, state, sutures
from fullterm.clinic.text.wording import days_in, weeks_in
from fullterm.clinic.words.sutures import WORDS
from fullterm.vocabulary.fact import VOCABULARY, Language, Text
from fullterm.vocabulary.wording import option_label

Plain = dict[str, Any]
TONES = {"in": "soon", "may_be_in": "ask", "unknown": "ask"}
BOTH: tuple[Language, ...] = ("en", "zh")


def named(one: Suture, language: Language) -> str:
    """Which suture it is: `McDonald (low), 2026-04-16`; what nobody told is said to be unknown."""
    fields = VOCABULARY.fields("earlier")
    if one.technique is not None:
        kind = option_label(fields["cerclage_technique"], one.technique, language)
    elif one.route is not None:
        kind = option_label(fields["cerclage_route"], one.route, language)
    else:
        kind = WORDS["suture.kind_unknown"][language]
    when = days_in(one.placed, language) if one.origin == "placed" else WORDS[f"suture.{one.origin}"][language]
    at = "" if one.gestation.unknown or one.gestation.low <= 0 else weeks_in(one.gestation, language)
    return " · ".join((kind, when or at or WORDS["suture.day_unknown"][language]))


def chosen_among(several: Iterable[Suture]) -> tuple[tuple[str, Text], ...]:
    """The sutures as the options of a field."""
    return tuple((one.id, Text(named(one, "en"), named(one, "zh"))) for one in several)


def agreed(one: Suture) -> str:
    """Who takes it out, where and when, as written; empty where nobody is named."""
    return " · ".join(said for said in (one.owner or "", one.where, one.when) if said)


def suture_lines(case: Case, on: date, language: Language) -> list[Plain]:
    """Each suture there ever was, those that are or may be in first."""
    found = sorted(sutures(case, on), key=lambda one: state(one, on) not in HERE)
    return [_line(one, on, language) for one in found if state(one, on) != "not_placed"]


def _line(one: Suture, on: date, language: Language) -> Plain:
    where, said = state(one, on), agreed(one)
    here = where in HERE
    return {
        "id": one.id,
        "name": named(one, language),
        "state": where,
        "tone": TONES.get(where, ""),
        "here": here,
        "comes_out": here and one.route != "abdominal",
        "agreed": said if here else "",
        "end": _end(one, language),
        "source": one.source if one.source not in ("", "not stated") else "",
    }


def _end(one: Suture, language: Language) -> str:
    """What became of it: the day it came out, why it was left in, or who took it over."""
    if one.end is None:
        return ""
    when = days_in(one.end.on, language) or WORDS["suture.day_unknown"][language]
    return WORDS[f"suture_end.{one.end.kind}"][language].format(when, one.end.why)


def unowned(case: Case, on: date) -> tuple[Suture, ...]:
    """The sutures that have to come out and of which nobody is named who takes them out."""
    return tuple(one for one in standing(case, on) if one.route != "abdominal" and not one.kept and not agreed(one))
