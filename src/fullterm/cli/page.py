"""The printed page of one woman, drawn from the plain report and from nothing else."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from fullterm.cli.words import ADVICE, DECISION, EFFECT, HEAD, POSITION, STANDING, STATE, VERDICT
from fullterm.guidelines.model import DECISIONS
from fullterm.vocabulary.fact import Language, Text
from fullterm.vocabulary.treatments import TREATMENTS
from fullterm.vocabulary.wording import name_of

READ_CLOSELY = ("full text", "abstract")
PRESSING = ("open", "closing", "missed")
COLOUR = {"open": "green", "closing": "bold yellow", "missed": "bold red", "cannot_tell": "cyan", "not_yet_due": "dim"}
SHOWN_CHANGES = 8
ALWAYS_SHOWN = ("cerclage", "route", "surveillance", "progesterone", "removal", "emergencies")


def print_page(out: Console, told: dict[str, Any], language: Language, *, everything: bool) -> None:
    """Print the whole assessment: what is pressing first, then story, causes, guidelines, questions, plan."""
    _today(out, told, language)
    _timeline(out, told, language)
    _definitions(out, told, language)
    _causes(out, told, language)
    _guidelines(out, told, language, everything)
    _next(out, told, language)
    _changes(out, told, language)
    _plan(out, told, language)
    out.print(f"\n[dim]{HEAD['footer'][language]}[/]")


def _head(out: Console, text: str) -> None:
    out.print(f"\n[bold]{escape(text)}[/]")


def _today(out: Console, told: dict[str, Any], language: Language) -> None:
    """The first lines printed: the steps that are pressing today."""
    lines = [step for step in told["plan"] if step["state"] in PRESSING]
    for step in lines:
        colour = "bold red" if step["urgent"] else COLOUR[step["state"]]
        window = _window(step, language)
        line = f"[{colour}]{STATE[step['state']][language]}  {escape(step['title'])}[/]"
        out.print(f"{line} — {window}" if window else line)
    if not lines:
        out.print(HEAD["nothing_pressing"][language])
    out.print(f"[dim]{told['on']} · {escape(_where(told, language))} · {escape(told['protocol']['title'])}[/]")


def _where(told: dict[str, Any], language: Language) -> str:
    pregnancy = told["pregnancy"]
    if pregnancy is None:
        return HEAD["not_pregnant"][language]
    said = f"{pregnancy['gestation']}, EDD {pregnancy['due']} ({pregnancy['dating']})"
    return said if pregnancy["uncertainty_stated"] else f"{said}; {HEAD['not_stated'][language]}"


def _window(step: dict[str, Any], language: Language) -> str:
    weeks, best = step["gestation"], step["gestation"]["best"]
    if not weeks["opens"] and not weeks["closes"]:
        return ""
    ends = f"{weeks['opens'] or '…'} → {weeks['closes'] or '…'}"
    middle = f", {HEAD['best'][language]} {best[0]}–{best[1]}" if best else ""
    outer = step["possibly"]
    sure, may = (step["opens"], step["closes"]), (outer["opens"], outer["closes"])
    days = f" ({sure[0] or '…'} → {sure[1] or '…'})" if any(sure) else ""
    if any(may) and may != sure:
        days += f" [{HEAD['possibly'][language]} {may[0] or '…'} → {may[1] or '…'}]"
    unsure = "" if step["certain"] else f"; {HEAD['some_dates'][language]}"
    return escape(f"{ends}{middle}{days}{unsure}")


def _timeline(out: Console, told: dict[str, Any], language: Language) -> None:
    more = "" if told["timeline_complete"] else " " + HEAD["open_list"][language]
    _head(out, HEAD["timeline"][language] + more)
    for one in told["timeline"]:
        facts = "; ".join(f"{fact['label']}: {fact['value']}" for fact in one["facts"])
        out.print(f"  {one['number']}. ({escape(one['ended'])}) {escape(facts)}")
        if one["said"]:
            out.print(f"     [italic dim]“{escape(one['said'].strip())}”[/]")
    for one in told["stale"]:
        out.print(f"  [dim]{HEAD['stale'][language]}: {escape(one['label'])} ({one['on']})[/]")


def _definitions(out: Console, told: dict[str, Any], language: Language) -> None:
    met = [one for one in told["definitions"] if one["met"] == "yes" and one["read"] in READ_CLOSELY]
    if met:
        _head(out, HEAD["definitions"][language])
        for one in met:
            cited = f"{one['says']} ({one['row']}, {one['read']})"
            out.print(f"  {one['country']}: {escape(one['term'])} [dim]— {escape(cited)}[/]")


def _causes(out: Console, told: dict[str, Any], language: Language) -> None:
    _head(out, HEAD["causes"][language])
    for one in told["causes"]:
        out.print(f"  [bold]{escape(one['cause'])}[/]: {STANDING[one['standing']][language]}")
        for argument in one["arguments"]:
            if argument["holds"] == "yes":
                cited = f"{argument['citation']['document']}, {argument['citation']['locus']}"
                unread = "" if argument["read"] in READ_CLOSELY else f"; {STANDING['not_yet_checked'][language]}"
                effect = EFFECT[argument["effect"]][language]
                out.print(f"    {effect}: {escape(argument['says'])} [dim]({escape(cited)}{unread})[/]")
        if one["standing"] in ("cannot_tell", "supported") and one["missing"]:
            out.print(f"    [cyan]{HEAD['needs'][language]}: {escape(_names(one['missing'], language))}[/]")


def _names(keys: Iterable[str], language: Language, most: int = 6) -> str:
    names = [name_of(key, language) for key in keys]
    more = HEAD["or_more"][language].format(len(names) - most) if len(names) > most else ""
    return "; ".join(names[:most]) + more


def _guidelines(out: Console, told: dict[str, Any], language: Language, everything: bool) -> None:
    _head(out, HEAD["guidelines"][language])
    in_force = [one for one in told["recommendations"] if one["standing"] == "in_force"]
    for decision in DECISIONS:
        here = [one for one in in_force if one["decision"] == decision]
        shown = (
            here if everything else [one for one in here if one["verdict"] == "applies" and one["advice"] != "inform"]
        )
        unsure = [one for one in here if one["verdict"] == "cannot_tell" and one["advice"] in ("offer", "consider")]
        differing = [side for side in told["side_by_side"] if side["decision"] == decision and side["differ"]]
        if not shown and not differing and not (unsure and decision in ALWAYS_SHOWN):
            continue
        out.print(f"\n  [bold underline]{DECISION[decision][language]}[/]")
        for side in differing:
            out.print(f"  [bold magenta]{HEAD['differ'][language]}[/] {escape(_positions(side, told, language))}")
        out.print(_table(shown, language, everything))
        if unsure and not everything:
            out.print(f"  [cyan]{escape(_unsure(unsure, language))}[/]")
    unread = [one for one in told["recommendations"] if one["standing"] == "not_yet_checked"]
    out.print(f"\n  [dim]{HEAD['not_checked'][language].format(len(unread))}[/]")
    if everything:
        out.print(_table(unread, language, everything))


def _unsure(rows: list[dict[str, Any]], language: Language) -> str:
    """One line for all that cannot be told yet, with what most of it waits for."""
    waiting = Counter(key for one in rows for key in one["missing"])
    names = ", ".join(f"{one['short']} {one['ref']}" for one in rows)
    needs = _names([key for key, _ in waiting.most_common()], language, 4)
    return f"{VERDICT['cannot_tell'][language]}: {names} — {HEAD['needs'][language]}: {needs}"


def _positions(side: dict[str, Any], told: dict[str, Any], language: Language) -> str:
    groups: dict[str, list[str]] = {}
    for guideline, stand in side["positions"].items():
        if stand != "not_for_her":
            groups.setdefault(stand, []).append(told["guidelines"][guideline]["short"])
    said = (f"{POSITION[stand][language]}: {', '.join(groups[stand])}" for stand in POSITION if stand in groups)
    treatment: Text = TREATMENTS[side["treatment"]].label
    return f"{treatment[language]} — " + " | ".join(said)


def _table(rows: list[dict[str, Any]], language: Language, everything: bool) -> Table:
    table = Table(box=None, show_header=False, padding=(0, 1, 0, 2))
    table.add_column(style="bold", max_width=24)
    table.add_column(max_width=18)
    table.add_column()
    for one in rows:
        window = one["window"]
        when = f" [dim]{window['opens'] or '…'} → {window['closes'] or '…'}[/]" if window else ""
        mark = ADVICE[one["advice"]][language]
        if one["verdict"] != "applies":
            mark += f" ({VERDICT[one['verdict']][language]})"
        note = f"\n[italic dim]{escape(one['note'])}[/]" if one["note"] and everything else ""
        cited = f" [dim]({escape(one['citation']['locus'])}; {escape(one['citation']['grade'])}; {one['read']})[/]"
        table.add_row(escape(f"{one['short']} {one['ref']}"), mark, escape(one["says"]) + cited + when + note)
    return table


def _next(out: Console, told: dict[str, Any], language: Language) -> None:
    question = told["next_question"]
    if question is not None:
        _head(out, HEAD["next"][language])
        settles = HEAD["settles"][language].format(question["settles"])
        out.print(f"  {escape(question['question'])} [dim]({settles})[/]")


def _changes(out: Console, told: dict[str, Any], language: Language) -> None:
    groups: dict[str, list[str]] = {}
    for one in told["would_change"]:
        advice = f"{one['guideline']} {one['ref']}: {ADVICE[one['advice']][language]} {', '.join(one['treatments'])}"
        groups.setdefault(one["if"], []).append(advice)
    if not groups:
        return
    _head(out, HEAD["change"][language])
    ranked = sorted(groups.items(), key=lambda group: -len(group[1]))
    for requirement, brought in ranked[:SHOWN_CHANGES]:
        out.print(f"  {escape(requirement)} → {escape('; '.join(brought))}")
    if len(ranked) > SHOWN_CHANGES:
        out.print(f"  [dim]{HEAD['or_more'][language].format(len(ranked) - SHOWN_CHANGES)}[/]")


def _plan(out: Console, told: dict[str, Any], language: Language) -> None:
    _head(out, HEAD["plan"][language])
    table = Table(box=None, show_header=False, padding=(0, 1, 0, 2))
    table.add_column(no_wrap=True)
    table.add_column(style="bold")
    table.add_column()
    for step in told["plan"]:
        if step["state"] == "not_for_her":
            continue
        colour = COLOUR.get(step["state"], "white")
        needs = (
            f"\n[cyan]{HEAD['needs'][language]}: {escape(_names(step['missing'], language))}[/]"
            if step["missing"]
            else ""
        )
        gone = "".join(
            f"\n[dim]{HEAD['departs'][language]} {one['from']}: {escape(one['why'])}[/]" for one in step["departs"]
        )
        state = f"[{colour}]{STATE[step['state']][language]}[/]"
        table.add_row(
            state, escape(step["title"]), f"{_window(step, language)}\n[dim]{escape(step['says'])}[/]{needs}{gone}"
        )
    out.print(table)
