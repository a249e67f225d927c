"""The first line on a woman's page: the sentences of the terminal, each emergency with what leads on from it."""

from __future__ import annotations

from typing import Any

from fullterm.clinic.text.wording import written
from fullterm.vocabulary.fact import Language

Plain = dict[str, Any]


def first_in(told: Plain, plan: Plain, language: Language) -> Plain:
    """The first line as the page draws it.

    `lines`: the emergencies, each with its step as Today lists it (`on_plan`). `pressing`: what is pressing besides.
    `says`: the sentence of what was not asked, or of calm. `open`: the other lines Today shows of her, one by one.
    """
    first = told["first_line"]
    listed = {(one["id"], one["suture"] or None): one for one in plan["listed"]}
    dangers = [(one["step"], one["suture"]) for one in first["lines"]]
    said: Plain = written(
        {
            "kind": first["kind"],
            "lines": [line | {"on_plan": listed.get(key)} for key, line in zip(dangers, first["lines"], strict=True)],
            "says": first["beside"] if plan["pressing"] else first["says"],
        },
        language,
    )
    return said | {"pressing": plan["pressing"], "open": [one for key, one in listed.items() if key not in dangers]}
