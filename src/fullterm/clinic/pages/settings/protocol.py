"""A protocol as its page draws it: the hospital's steps, and apart from them the safety net under every protocol."""

from __future__ import annotations

from typing import Any

from fullterm.care.assess.first_line_text import adopted_in
from fullterm.care.assess.report import citation
from fullterm.care.protocol.fields import Departure
from fullterm.care.protocol.model import Protocol, Step
from fullterm.clinic.base.language import language
from fullterm.clinic.base.say import say
from fullterm.guidelines import register
from fullterm.logic.nodes import Bool, Named, Or, YesNo
from fullterm.logic.quantity import Unit
from fullterm.vocabulary.fact import VOCABULARY, Language
from fullterm.vocabulary.wording import amount_in, name_of


def drawn(ruled: Protocol, spoken: Language) -> dict[str, Any]:
    """The protocol as a template context. `net`: the lines of the safety net, with who adopted them."""
    return {
        "title": ruled.title[spoken],
        "source": ruled.source[spoken],
        "closing": ruled.closing,
        "steps": [_step(step) for step in ruled.steps if not step.always],
        "net": [_step(step) for step in ruled.steps if step.always],
        "adopted": adopted_in(ruled, spoken),
        "answers": [register.GUIDELINES[one].short for one in ruled.documents],
        "without_step": [_departure(gone) for gone in ruled.departs],
        "is_adopted": ruled.adopted is not None,
    }


def _step(step: Step) -> dict[str, Any]:
    spoken = language()
    return {
        "id": step.id,
        "title": step.title[spoken],
        "says": step.says[spoken],
        "who": step.who,
        "source": step.source[spoken],
        "window": window(step),
        "best": _between(step.best[0], step.best[1]) if step.best else "",
        "every": "" if step.every is None else say("protocol.every", step.every),
        "urgent": step.urgent,
        "follows": [_advice(key) for key in step.follows],
        "departs": [_departure(gone) for gone in step.departs],
        "trigger": _named(step.trigger),
        "unless": _named(step.unless),
        "check": [name_of(name, spoken) for name in step.check],
        "weigh": [name_of(name, spoken) for name in step.weigh],
        "instead": [
            {"when": _named(one.when), "title": one.title[spoken], "says": one.says[spoken]} for one in step.instead
        ],
    }


def _named(when: Bool | None) -> str:
    """A condition of a step by the names of its parts."""
    parts = () if when is None else when.parts if isinstance(when, Or) else (when,)
    derived = (VOCABULARY.derived[one.name].label[language()] for one in parts if isinstance(one, Named))
    told = (name_of(one.name, language()) for one in parts if isinstance(one, YesNo))
    return say("woman.semicolon").join((*derived, *told))


def _departure(gone: Departure) -> dict[str, Any]:
    return {"advice": _advice(gone.advice), "why": gone.why[language()]}


def window(step: Step) -> str:
    """When a step is to be done: by gestation, and outside pregnancy where it may be; at any time where neither."""
    parts = [say("protocol.at_once")] if step.urgent else []
    if step.before_pregnancy:
        parts.append(say("protocol.outside"))
    if step.opens is not None and step.closes is not None:
        parts.append(_between(step.opens, step.closes - 1))
    elif step.opens is not None:
        parts.append(say("protocol.from", amount_in(step.opens, Unit.DAYS, language())))
    elif step.closes is not None:
        parts.append(say("protocol.until", amount_in(step.closes - 1, Unit.DAYS, language())))
    elif step.at is not None:
        parts.append(VOCABULARY.facts[step.at].label[language()])
    elif not step.urgent:
        parts.append(say("protocol.always"))
    return " · ".join(parts) + (say("protocol.until_done") if step.until_done else "")


def _between(first: int, last: int) -> str:
    return say("protocol.between", amount_in(first, Unit.DAYS, language()), amount_in(last, Unit.DAYS, language()))


def _advice(key: str) -> dict[str, str]:
    guideline, _, ref = key.partition(" ")
    one = register.find(guideline, ref)
    said = citation(one)
    return {
        "name": f"{register.GUIDELINES[guideline].short} {ref}",
        "says": one.says[language()],
        "source": " · ".join(str(said[name]) for name in ("edition", "locus", "grade") if said[name]),
    }
