"""The guidelines side by side, decision by decision: where they differ, what applies, and what cannot be told yet."""

from __future__ import annotations

from collections import Counter
from typing import Any

from rich.cells import cell_len
from rich.console import Console
from rich.markup import escape

from fullterm.cli.lines import BRACKETS, COLON, COMMA, LISTED, SEMICOLON, pad, put
from fullterm.cli.naming import names, source_of, window_of
from fullterm.cli.words import ADVICE, DECISION, HEAD, POSITION, VERDICT
from fullterm.guidelines.model import DECISIONS
from fullterm.vocabulary.fact import Language
from fullterm.vocabulary.treatments import TREATMENTS

ALWAYS_SHOWN = ("cerclage", "route", "surveillance", "progesterone", "removal", "emergencies")
ORDER = tuple(ADVICE)
COLOUR = {"offer": "green", "consider": "green", "not_routinely": "red", "do_not_offer": "red"}
Row = dict[str, Any]


def print_guidelines(out: Console, told: dict[str, Any], language: Language, *, everything: bool) -> None:
    """Print each decision some guideline speaks of. With `everything`, also what does not apply or is not checked."""
    in_force = [one for one in told["recommendations"] if one["standing"] == "in_force"]
    for decision in DECISIONS:
        here = [one for one in in_force if one["decision"] == decision]
        applying = [one for one in here if one["verdict"] == "applies" and one["advice"] != "inform"]
        open_yet = [one for one in here if one["verdict"] == "cannot_tell" and one["still"] is None]
        unsure = [one for one in open_yet if one["advice"] in ("offer", "consider")]
        differing = [side for side in told["side_by_side"] if side["decision"] == decision and side["differ"]]
        if not (applying or differing or (unsure and decision in ALWAYS_SHOWN) or (everything and here)):
            continue
        put(out, "")
        put(out, f"[bold underline]{DECISION[decision][language]}[/]", indent=2)
        for side in differing:
            _side(out, side, told, language)
        _rows(out, here if everything else applying, language, everything=everything)
        if unsure and not everything:
            _unsure(out, unsure, language)
    unread = [one for one in told["recommendations"] if one["standing"] == "not_yet_checked"]
    put(out, "")
    put(out, f"[dim]{escape(HEAD['not_checked'][language].format(len(unread)))}[/]", indent=2)
    if everything:
        _rows(out, unread, language, everything=True)


def _side(out: Console, side: Row, told: dict[str, Any], language: Language) -> None:
    """One treatment on which guidelines differ: each position, and who holds it."""
    groups: dict[str, list[str]] = {}
    for guideline, stand in side["positions"].items():
        if stand != "not_for_her":
            groups.setdefault(stand, []).append(told["guidelines"][guideline]["short"])
    treatment = TREATMENTS[side["treatment"]].label[language]
    put(out, f"[bold magenta]{HEAD['differ'][language]}{COLON[language]}{escape(treatment)}[/]", indent=4)
    width = max(cell_len(POSITION[stand][language]) for stand in groups) + 2
    for stand in POSITION:
        if stand in groups:
            dim = "dim" if stand in ("silent", "not_checked", "not_met") else "default"
            who = escape(LISTED[language].join(groups[stand]))
            put(out, f"[{dim}]{pad(POSITION[stand][language], width)}{who}[/]", indent=6, hang=width)


def _rows(out: Console, rows: list[Row], language: Language, *, everything: bool) -> None:
    """Each recommendation: how strongly, who, its sentence, and where it stands. The silent are named on one line."""
    if not rows:
        return
    silent = [] if everything else [one for one in rows if one["advice"] == "no_recommendation"]
    spoken = sorted((one for one in rows if one not in silent), key=lambda one: ORDER.index(one["advice"]))
    width = max((cell_len(ADVICE[one["advice"]][language]) for one in spoken), default=0) + 2
    for one in spoken:
        advice = ADVICE[one["advice"]][language]
        stands = one["verdict"] == "applies" and one["still"] is None
        colour = COLOUR.get(one["advice"], "default") if stands else "default"
        verdict = "" if one["verdict"] == "applies" else f"[cyan]{VERDICT[one['verdict']][language]}[/] · "
        window = window_of(one["window"]["opens"], one["window"]["closes"], language) if one["window"] else ""
        when = f" · {escape(window)}" if window else ""
        name = f"[bold]{escape(one['short'])} {escape(one['ref'])}[/]"
        source = BRACKETS[language].format(source_of(one, language))
        still = f"[yellow]{escape(one['still']['says'])}[/] · " if one["still"] is not None else ""
        said = f"{name}  {verdict}{still}{escape(one['says'])}{when}[dim]{source}[/]"
        put(out, f"[{colour}]{pad(advice, width)}[/]{said}", indent=4, hang=width)
        if one["newer"]:
            put(out, f"[dim]{escape(_newer(one, language))}[/]", indent=4 + width, hang=2)
        if everything and one["note"]:
            put(out, f"[italic dim]{escape(one['note'])}[/]", indent=4 + width, hang=0)
    if silent:
        who = LISTED[language].join(f"{one['short']} {one['ref']}" for one in silent)
        put(out, f"[dim]{ADVICE['no_recommendation'][language]}{COLON[language]}{escape(who)}[/]", indent=4)


def _newer(one: Row, language: Language) -> str:
    """What is newer than the advice on one line, dated; `--why` opens it."""
    named = (f"{study['day']} {study['name']}{BRACKETS[language].format(study['row'])}" for study in one["newer"])
    return HEAD["newer"][language] + COLON[language] + SEMICOLON[language].join(named)


def _unsure(out: Console, rows: list[Row], language: Language) -> None:
    """One paragraph for all that cannot be told yet, with what most of it waits for."""
    waiting = Counter(key for one in rows for key in one["missing"])
    by: dict[str, list[str]] = {}
    for one in rows:
        by.setdefault(one["short"], []).append(one["ref"])
    who = SEMICOLON[language].join(f"{short} {COMMA[language].join(refs)}" for short, refs in by.items())
    colon = COLON[language]
    needs = names([key for key, _ in waiting.most_common()], language, 4, in_order=False)
    put(out, f"[cyan]{VERDICT['cannot_tell'][language]}{colon}{escape(who)}[/]", indent=4)
    put(out, f"[cyan]{HEAD['needs'][language]}{colon}{escape(needs)}[/]", indent=6)
