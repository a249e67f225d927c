"""What is told again of one day: the newer answer replaces the older one, except where the older is the more dangerous.

A danger told of a day stays beside whatever else is told of that day, and reading the record says the conflict. What
was told in error is withdrawn, and then the record is what the other entries leave.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from fullterm.care.case.fields import PREGNANCY_FACTS, all_hold
from fullterm.logic.facts import Value
from fullterm.vocabulary.dangerous import is_dangerous, worse
from fullterm.vocabulary.phrases import parse_value

Document = dict[str, Any]


def tell_again(document: Document, group: Document, on: date, told: Mapping[str, Any]) -> None:
    """Drop what an entry of this day replaces, in answers and examinations; a more dangerous answer stays.

    `group`: this pregnancy, as the document keeps it.
    """
    for name in told:
        if name in PREGNANCY_FACTS:
            untell(document, group, on, name, lambda old, name=name: not outlasts(name, old, told[name]))  # type: ignore[misc]  # mypy cannot infer a default argument


def untell(document: Document, group: Document, on: date, name: str, gone: Callable[[Any], bool]) -> None:
    """Drop what was told of one fact for one day where `gone` says so of the answer; the events keep it."""
    day = on.isoformat()
    if name in group:
        told = group[name]
        several = told if isinstance(told, list) and any(isinstance(one, dict) for one in told) else [told]
        stay = [one for one in several if _day_of(one, document["told"]) != day or not gone(one)]
        if not stay:
            del group[name]
        elif len(stay) < len(several):
            group[name] = stay
    seen = group.get("examinations", [])
    for one in seen if isinstance(seen, list) else [seen]:
        if one.get("on") == day and name in one and gone(one[name]):
            del one[name]


def outlasts(name: str, old: Any, new: Any) -> bool:
    """Whether an answer stays although the same fact was told again for its day, being the more dangerous.

    "Don't know" takes no danger away; an answer that cannot be read replaces nothing.
    """
    if name not in PREGNANCY_FACTS:
        return False
    try:
        before, now = _value_of(name, old), _value_of(name, new)
    except ValueError:
        return True
    if before is None:
        return False
    if now is None:
        return is_dangerous(name, before)
    both = worse(name, before, now)
    return both is not None and both != now


def _value_of(name: str, told: Any) -> Value | None:
    """The value of an answer as a document keeps it. Raises ValueError where it is none."""
    value = told.get("value") if isinstance(told, dict) else told
    phrases = [_plain(one) for one in (value if isinstance(value, list) else [value])]
    return all_hold(PREGNANCY_FACTS[name], phrases, parse_value)


def _plain(value: Any) -> str:
    return ("true" if value else "false") if isinstance(value, bool) else str(value)


def _day_of(told: Any, usual: str) -> str:
    return str(told.get("on", usual)) if isinstance(told, dict) else usual
