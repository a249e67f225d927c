"""The printed page of one woman, drawn from the plain report and from nothing else.

What is pressing stands first. Then her history, what it is called, the causes, the guidelines, what to ask, what
would change it, and the plan.
"""

from __future__ import annotations

import shlex
from typing import Any

from rich.console import Console
from rich.markup import escape

from fullterm.cli.lines import BRACKETS, CLAUSE, COLON, COMMA, LISTED, SEMICOLON, gestation, put, put_whole
from fullterm.cli.naming import names
from fullterm.cli.page_guidelines import ALWAYS_SHOWN, print_guidelines
from fullterm.cli.page_plan import days_of, over_of, print_plan, weeks_of
from fullterm.cli.words import ADVICE, COUNTRY, DATING, EFFECT, HEAD, READ, STANDING, STATE, VERDICT
from fullterm.vocabulary.definitions import shown
from fullterm.vocabulary.fact import Language
from fullterm.vocabulary.punctuation import chinese
from fullterm.vocabulary.treatments import TREATMENTS

READ_CLOSELY = ("full text", "abstract")
DEFINES = (*READ_CLOSELY, "in part")
"""What a definition may rest on: its own words were read, whatever of the document was not."""
_NOT_MET = {"no": "does_not_apply", "cannot_tell": "cannot_tell"}
PRESSING = ("open", "closing", "missed", "stopped")
ADVISED = ("offer", "consider", "not_routinely", "do_not_offer")
TREATING = ("cerclage", "route", "progesterone", "pessary", "removal", "emergencies")
SHOWN_CHANGES = 6


def print_page(out: Console, told: dict[str, Any], language: Language, *, everything: bool, file: str) -> None:
    """Print the whole assessment. `file` is the case as the reader named it, for the commands that go on from here."""
    _today(out, told, language)
    _history(out, told, language)
    _definitions(out, told, language)
    _causes(out, told, language)
    _head(out, HEAD["guidelines"][language])
    print_guidelines(out, told, language, everything=everything)
    _next(out, told, language, file)
    _changes(out, told, language)
    _head(out, HEAD["plan"][language])
    print_plan(out, told, language)
    put(out, "")
    put(out, f"[dim]{escape(HEAD['footer'][language])}[/]")
    if example := _example(told):
        put_whole(out, chinese(HEAD["open_one"][language]).format(shlex.quote(file), example))


def _example(told: dict[str, Any]) -> str | None:
    """A verdict worth opening: the first that applies, still stands, and treats; None while nothing was in force."""
    rows = [one for one in told["recommendations"] if one["standing"] == "in_force" and one["advice"] in ADVISED]
    treating = [one for one in rows if one["verdict"] == "applies" and one["decision"] in ALWAYS_SHOWN]
    first = min(treating or rows, key=lambda one: one["still"] is not None, default=None)
    return None if first is None else f"{first['guideline']} {first['ref']}"


def _head(out: Console, text: str) -> None:
    put(out, "")
    put(out, f"[bold]{escape(text)}[/]")


def _today(out: Console, told: dict[str, Any], language: Language) -> None:
    """The first lines printed: what must not wait, then the steps that are pressing today, or the next one."""
    first = told["first_line"]
    steps = {(step["step"], step["suture"]): step for step in told["plan"]}
    for line in first["lines"]:
        _danger(out, line, language)
    dangers = {(line["step"], line["suture"]) for line in first["lines"]}
    pressing = [step for key, step in steps.items() if key not in dangers and step["state"] in PRESSING]
    coming = [step for step in told["plan"] if step["state"] == "not_yet_due"]
    for step in pressing:
        colour = "bold red" if step["state"] == "missed" else "bold green"
        _step_line(out, f"[{colour}]{STATE[step['state']][language]}  {escape(step['title'])}[/]", step, language)
        for said in (step["told"], over_of(step, language)):
            if said:
                put(out, f"[cyan]{escape(said)}[/]", indent=6)
        if step["stopped_by"]:
            by = HEAD["stopped_by"][language] + COLON[language] + names(step["stopped_by"], language)
            put(out, f"[cyan]{escape(by)}[/]", indent=6)
        if step["check_first"]:
            check = HEAD["check_first"][language] + COLON[language] + names(step["check_first"], language)
            put(out, f"[cyan]{escape(check)}[/]", indent=6)
    said = first["beside"] if pressing else first["says"]
    if said:
        put(out, escape(said))
    offered = {} if pressing or coming or dangers else _offered(told)
    if offered:
        each = (TREATMENTS[name].label[language] + BRACKETS[language].format(who) for name, who in offered.items())
        put(out, escape(HEAD["no_step"][language] + COLON[language] + LISTED[language].join(each)))
    if coming and not dangers:  # beside an emergency a day weeks ahead reads as if it could wait
        _step_line(out, f"{HEAD['then'][language]}{COLON[language]}{escape(coming[0]['title'])}", coming[0], language)
    told_by = f"{told['on']} · {_where(told, language)} · {told['protocol']['title']}"
    put(out, f"[dim]{escape(told_by)}[/]")


def _danger(out: Console, line: dict[str, Any], language: Language) -> None:
    """One emergency: what it is, what stands against a suture, what to check and to weigh, and on what it rests."""
    put(out, f"[bold red]{HEAD['urgent'][language]}  {escape(line['title'])}[/]", hang=6)
    put(out, escape(SEMICOLON[language].join(line["because"])), indent=6)
    for said in (*line["against"], line["declined"], line["told"], line["check_says"], line["weigh"]):
        if said:
            put(out, f"[cyan]{escape(said)}[/]", indent=6)
    put(out, f"[dim]{escape(line['says'])} — {escape(line['basis'])}[/]", indent=6)


def _offered(told: dict[str, Any]) -> dict[str, str]:
    """Treatments some guideline in force offers her by advice that still stands, with the first that does."""
    found: dict[str, str] = {}
    for one in told["recommendations"]:
        applies = one["verdict"] == "applies" and one["standing"] == "in_force" and one["advice"] == "offer"
        if applies and one["decision"] in TREATING:
            for treatment in one["stands_for"]:
                found.setdefault(treatment, one["short"])
    return found


def _step_line(out: Console, title: str, step: dict[str, Any], language: Language) -> None:
    if step["placed"]:
        title += escape(BRACKETS[language].format(HEAD["placed"][language].format(gestation(step["placed"], language))))
    when = [part for part in (weeks_of(step, language), days_of(step, language, brief=True)) if part]
    put(out, f"{title} — {escape(' · '.join(when))}" if when else title, hang=6)


def _where(told: dict[str, Any], language: Language) -> str:
    pregnancy = told["pregnancy"]
    if pregnancy is None:
        return HEAD["not_pregnant" if told["pregnant"] == "no" else "pregnant_unknown"][language]
    said = gestation(pregnancy["gestation"], language)
    if pregnancy["due"] is None:
        return said
    how = DATING[pregnancy["dating"]][language]
    if not pregnancy["uncertainty_stated"]:
        how += CLAUSE[language] + HEAD["not_stated"][language]
    due = f"{HEAD['due'][language]} {gestation(pregnancy['due'], language)}"
    return f"{said} · {due}{BRACKETS[language].format(how)}"


def _history(out: Console, told: dict[str, Any], language: Language) -> None:
    more = "" if told["timeline_complete"] or not told["timeline"] else " " + HEAD["open_list"][language]
    _head(out, HEAD["timeline"][language] + more)
    if not told["timeline"]:
        put(out, escape(HEAD["no_history" if told["timeline_complete"] else "none_told"][language]), indent=2)
    colon = COLON[language]
    for one in told["timeline"]:
        facts = SEMICOLON[language].join(f"{fact['label']}{colon}{fact['value']}" for fact in one["facts"])
        ended = HEAD["no_date"][language] if one["ended"] == "unknown" else gestation(one["ended"], language)
        when = BRACKETS[language].format(ended).strip()
        put(out, escape(f"{one['number']}. {when} {facts or HEAD['nothing_told'][language]}"), indent=2, hang=3)
        if one["said"]:
            put(out, f"[italic dim]“{escape(' '.join(one['said'].split()))}”[/]", indent=5, hang=1, quoted=True)
    for one in told["stale"]:
        lasts = HEAD["lasts"][language].format(one["on"], one["lasts"])
        said = f"{HEAD['stale'][language]}{colon}{one['label']}{colon}{one['value']}{BRACKETS[language].format(lasts)}"
        put(out, f"[dim]{escape(said)}[/]", indent=2)


def _definitions(out: Console, told: dict[str, Any], language: Language) -> None:
    those = shown((one["id"], one["kind"], one["met"]) for one in told["definitions"])
    read = [one for one in told["definitions"] if one["id"] in those and one["read"] in DEFINES]
    if not read:
        return
    _head(out, HEAD["definitions"][language])
    for one in read:
        cited = f"{one['says']}{BRACKETS[language].format(READ[one['read']][language])}"
        country = COUNTRY.get(one["country"])
        named = one["country"] if country is None else country[language]
        answer = "" if one["met"] == "yes" else COLON[language] + VERDICT[_NOT_MET[one["met"]]][language]
        put(
            out, f"{escape(named + COLON[language] + one['term'] + answer)} [dim]— {escape(cited)}[/]", indent=2, hang=4
        )


def _causes(out: Console, told: dict[str, Any], language: Language) -> None:
    _head(out, HEAD["causes"][language])
    colon = COLON[language]
    for one in told["causes"]:
        needs = ""
        if one["standing"] in ("cannot_tell", "supported") and one["missing"]:
            needs = f"[cyan]{HEAD['needs'][language]}{colon}{escape(names(one['missing'], language))}[/]"
        arguments = [argument for argument in one["arguments"] if argument["holds"] == "yes" or argument["only_a_risk"]]
        first = f"[bold]{escape(one['cause'])}[/]{colon}{STANDING[one['standing']][language]}"
        put(out, first if arguments or not needs else f"{first} · {needs}", indent=2, hang=4)
        for argument in arguments:
            cited = f"{argument['citation']['document']}, {argument['citation']['locus']}"
            if argument["read"] not in READ_CLOSELY:
                cited += SEMICOLON[language] + STANDING["not_yet_checked"][language]
            effect = EFFECT["risk" if argument["only_a_risk"] else argument["effect"]][language]
            source = escape(BRACKETS[language].format(cited))
            put(out, f"{effect}{colon}{escape(argument['says'])}[dim]{source}[/]", indent=4)
        if arguments and needs:
            put(out, needs, indent=4)


def _next(out: Console, told: dict[str, Any], language: Language, file: str) -> None:
    question = told["next_question"]
    _head(out, HEAD["next"][language])
    if question is None:
        put(out, escape(HEAD["settled"][language]), indent=2)
        return
    count = question["settles"]
    settles = HEAD["settles_one" if count == 1 else "settles"][language].format(count)
    worth = "" if count == 0 else f"[dim]{escape(BRACKETS[language].format(settles))}[/]"
    put(out, f"{escape(question['question'])}{worth}", indent=2)
    if file != "-":
        put_whole(out, "  " + chinese(HEAD["ask_on"][language]).format(shlex.quote(file)))


def _changes(out: Console, told: dict[str, Any], language: Language) -> None:
    """Each thing still to come, and under it the treatments it would bring in, by whom."""
    found: dict[str, dict[str, dict[str, list[str]]]] = {}
    for one in told["would_change"]:
        treatments = COMMA[language].join(TREATMENTS[treatment].label[language] for treatment in one["treatments"])
        said = f"{told['guidelines'][one['guideline']]['short']} {one['ref']}"
        found.setdefault(one["if"], {}).setdefault(treatments, {}).setdefault(one["advice"], []).append(said)
    if not found:
        return
    _head(out, HEAD["change"][language])
    for requirement, brought in list(found.items())[:SHOWN_CHANGES]:
        put(out, escape(requirement), indent=2, hang=4)
        for treatments, advised in brought.items():
            by = " · ".join(
                ADVICE[advice][language] + COLON[language] + LISTED[language].join(sources)
                for advice, sources in advised.items()
            )
            put(out, f"→ {escape(treatments)} [dim]— {escape(by)}[/]", indent=4)
    if len(found) > SHOWN_CHANGES:
        put(out, f"[dim]{escape(HEAD['more'][language].format(len(found) - SHOWN_CHANGES))}[/]", indent=2)
