"""The plan as it is printed: each step that is or may be for her, with its state, its window and who does it."""

from __future__ import annotations

from typing import Any

from rich.cells import cell_len
from rich.console import Console
from rich.markup import escape

from fullterm.cli.lines import CLAUSE, COLON, SEMICOLON, TO, gestation, pad, put
from fullterm.cli.naming import between, day_before_iso, names, window_of
from fullterm.cli.words import HEAD, STATE, WHO
from fullterm.vocabulary.fact import Language

Step = dict[str, Any]
COLOUR = {
    "open": "bold green",
    "closing": "bold yellow",
    "missed": "bold red",
    "stopped": "bold red",
    "cannot_tell": "cyan",
    "not_yet_due": "default",
}
OVER = ("done_early", "done_in_window", "done_late", "declined")


def print_plan(out: Console, told: dict[str, Any], language: Language) -> None:
    """Print every step but those that are not for her."""
    known = [step for step in told["plan"] if step["state"] != "not_for_her"]
    past = [step for step in known if _passed(step, told["on"])]
    steps = [step for step in known if step not in past]
    if not steps:
        put(out, escape(HEAD["no_plan"][language]), indent=2)
        return
    width = max(cell_len(STATE[step["state"]][language]) for step in steps) + 2
    for step in steps:
        _step(out, step, told, language, width)
    if past:
        titles = SEMICOLON[language].join(step["title"] for step in past)
        put(out, f"[dim]{escape(HEAD['passed'][language] + COLON[language] + titles)}[/]", indent=2)


def _passed(step: Step, on: str) -> bool:
    """Whether nobody knows if a step was for her, and its window is over under every plausible due date."""
    closes: str | None = step["possibly"]["closes"]
    return step["state"] == "cannot_tell" and closes is not None and closes <= on


def _step(out: Console, step: Step, told: dict[str, Any], language: Language, width: int) -> None:
    state, inner = STATE[step["state"]][language], 2 + width
    who = f" [dim]· {WHO[step['who']][language]}[/]"
    colour = COLOUR.get(step["state"], "dim")
    put(out, f"[{colour}]{pad(state, width)}[/][bold]{escape(step['title'])}[/]{who}", indent=2, hang=width)
    if step["state"] in OVER:
        if said := over_of(step, language):
            put(out, escape(said), indent=inner)
        return
    for line in (weeks_of(step, language), days_of(step, language)):
        if line:
            put(out, escape(line), indent=inner)
    put(out, f"[dim]{escape(step['says'])}[/]", indent=inner, hang=0)
    for line in (step["told"], over_of(step, language)):
        if line:
            put(out, f"[cyan]{escape(line)}[/]", indent=inner)
    if step["decided"] is not None:
        why = f"{COLON[language]}{step['decided']['why']}" if step["decided"]["why"] else ""
        said = HEAD[f"decided_{step['decided']['choice']}"][language].format(step["decided"]["on"])
        put(out, escape(said + why), indent=inner)
    if step["missing"]:
        needs = f"{HEAD['needs'][language]}{COLON[language]}{names(step['missing'], language)}"
        put(out, f"[cyan]{escape(needs)}[/]", indent=inner)
    if step["stopped_by"]:
        by = f"{HEAD['stopped_by'][language]}{COLON[language]}{names(step['stopped_by'], language)}"
        put(out, f"[cyan]{escape(by)}[/]", indent=inner)
    if step["check_first"]:
        first = f"{HEAD['check_first'][language]}{COLON[language]}{names(step['check_first'], language)}"
        put(out, f"[cyan]{escape(first)}[/]", indent=inner)
    for gone in step["departs"]:
        guideline, _, ref = gone["from"].partition(" ")
        source = f"{told['guidelines'][guideline]['short']} {ref}"
        put(out, f"[dim]{HEAD['departs'][language]} {escape(source + COLON[language] + gone['why'])}[/]", indent=inner)


def over_of(step: Step, language: Language) -> str:
    """That she or the doctor declined it, or when it was done; empty where neither is so."""
    if step["declined"] is not None:
        why = step["declined"]["why"]
        said = HEAD[f"declined_by_{step['declined']['by']}"][language].format(step["declined"]["on"])
        return f"{said}{COLON[language]}{why}" if why else said
    at = step["done_at"]
    if at is None and step["done_on"] is not None:
        return HEAD["done_on"][language].format(step["done_on"])
    return "" if at is None else HEAD["done_at"][language].format(gestation(at, language))


def weeks_of(step: Step, language: Language) -> str:
    """A step's window in gestation, both ends included, and the best part of it."""
    weeks = step["gestation"]
    said = window_of(weeks["opens"], weeks["closes"], language)
    if not (said and weeks["best"]):
        return said
    first, last = weeks["best"]
    ends = between(gestation(first, language), gestation(last, language), language)
    if ends != said:
        said += f"{CLAUSE[language]}{HEAD['best'][language]} {ends}"
    return said


def days_of(step: Step, language: Language, *, brief: bool = False) -> str:
    """The same window in days: those inside it under every plausible due date, then under some.

    `brief`: the surest span of days there is, and the widest beside it where today lies in the widest alone.
    """
    if step["state"] == "cannot_tell" and step["gestation"]["opens"] == "0w0d":
        return ""
    outer = step["possibly"]
    sure = between(step["opens"], day_before_iso(step["closes"]), language)
    widest = between(outer["opens"], day_before_iso(outer["closes"]), language)
    if brief and sure and (step["certain"] or step["state"] not in ("open", "closing")):
        return sure
    if brief:
        both = (sure, f"{HEAD['possibly'][language]} {widest}" if widest and widest != sure else "")
        return CLAUSE[language].join(part for part in both if part)
    said = [sure] if sure else []
    if step["best"] and all(step["best"]) and step["best"][0] <= step["best"][1]:
        best = TO[language].join(step["best"])
        said += [f"{HEAD['best'][language]} {best}"] if best != sure else []
    if widest and widest != sure:
        said.append(f"{HEAD['possibly'][language]} {widest}")
    if not step["certain"]:
        said.append(HEAD["some_dates"][language])
    return CLAUSE[language].join(said)
