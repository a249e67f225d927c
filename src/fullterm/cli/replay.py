"""`fullterm replay`: a case decided day by day, by the day things were recorded."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.markup import escape
from rich.progress import track

from fullterm.care.assess.replay import days_between, first_recorded, replay
from fullterm.care.assess.replay_text import replay_plain
from fullterm.care.case.read import CaseRecord, read_record
from fullterm.care.protocol.case_steps import step_problems
from fullterm.care.protocol.model import read_protocol
from fullterm.care.record.entries import entries
from fullterm.cli.assess import source
from fullterm.cli.lines import COLON, SEMICOLON, console, put
from fullterm.cli.words import HEAD, REPLAY, WHO
from fullterm.guidelines import register
from fullterm.vocabulary.fact import Language

DECIDED, BAD_INPUT = 0, 2
LONG = 400
"""Days decided from which on a terminal is shown how far it has come."""
LONGEST = 3660
"""Days. Ten years: who asks for more has mistyped a day."""


def run(
    path: Path,
    language: Language,
    first: date | None,
    last: date | None,
    protocol: str,
    *,
    as_json: bool,
    today: date,
) -> int:
    """Read, decide each day, print. Returns the exit code: 0, or 2 when something in the input is wrong.

    `today` is the day that no case may be told after.
    """
    record, problems = read_record(source(path), latest=today)
    for problem in problems:
        sys.stderr.write(f"{problem}\n")
    if record is None:
        return BAD_INPUT
    try:
        hospital = read_protocol(protocol, {one.key: one for one in register.recommendations()})
        days = _days(record, first, last)
    except ValueError as error:
        sys.stderr.write(f"{error}\n")
        return BAD_INPUT
    without_effect = step_problems(record, hospital)
    for problem in without_effect:
        sys.stderr.write(f"{problem}\n")
    told = replay_plain(replay(record.at, _shown(days, language), hospital), language, first)
    if as_json:
        sys.stdout.write(json.dumps(told, ensure_ascii=False, indent=2) + "\n")
    else:
        _print(console(), told, hospital.title[language], language)
    return BAD_INPUT if problems or without_effect else DECIDED


def _days(record: CaseRecord, first: date | None, last: date | None) -> tuple[date, ...]:
    """From the first day on which anything was recorded to the last one asked for: what stood is known from the start.

    Raises ValueError with a sentence when no day is left.
    """
    told = record.case.told
    to = told if last is None else last
    if first is not None and first > to:
        raise ValueError(
            f"--from {first} is after {'--to' if last else 'the day of telling'} {to}: correct one of them"
        )
    of = {*record.days, told, *(date.fromordinal(one.on.low) for one in entries(record.case, told) if one.on.low > 0)}
    began = min((day for day in of if first_recorded(record.at, (day,))), default=told)
    if to < began:
        raise ValueError(f"--to {to} is before anything was recorded: write {began} or a later day")
    if (to - began).days > LONGEST:
        raise ValueError(f"from {began} to {to} are more than {LONGEST} days: write an earlier --to")
    return days_between(began, to)


def _shown(days: tuple[date, ...], language: Language) -> Iterable[date]:
    """The days, with a bar for whoever waits at a terminal; nothing of it reaches standard output."""
    if len(days) < LONG or not sys.stderr.isatty():
        return days
    return track(days, REPLAY["working"][language], console=Console(stderr=True), transient=True)


def _print(out: Console, told: dict[str, Any], protocol: str, language: Language) -> None:
    head = REPLAY["head"][language].format(told["from"], told["to"], protocol)
    put(out, f"[bold]{escape(head)}[/]", indent=0)
    put(out, f"[dim]{escape(REPLAY['how'][language])}[/]", indent=0, hang=0)
    out.print()
    if not told["lines"]:
        put(out, escape(REPLAY["none"][language]), indent=2)
    for one in told["lines"]:
        for markup, indent in _line(one, language):
            put(out, markup, indent=indent)
    if told["closed"]:
        out.print()
        put(out, f"[bold]{escape(REPLAY['closed'][language])}[/]", indent=0)
        for one in told["closed"]:
            put(out, f"{one['on']}  [bold]{escape(one['title'])}[/]", indent=2, hang=12)
            put(out, f"[dim]{escape(one['says'])}[/]", indent=14, hang=0)
    out.print()
    put(out, f"[dim]{escape(HEAD['footer'][language])}[/]", indent=0)


def _line(one: dict[str, Any], language: Language) -> Iterator[tuple[str, int]]:
    """One line that stood: when it rose and what it was called, how long it stood, what ended it."""
    rose = one["first"]
    urgent = f"[bold red]{HEAD['urgent'][language]}[/] " if one["urgent"] else ""
    at = f" [dim]{escape(one['gestation'])}[/]" if one["gestation"] else ""
    yield f"{rose}  {urgent}[bold]{escape(one['title'])}[/]{at} [dim]· {WHO[one['who']][language]}[/]", 2
    for turn in one["titles"][1:]:
        yield f"{escape(REPLAY['then'][language].format(turn['on']))}{COLON[language]}{escape(turn['title'])}", 14
    stood = REPLAY["stood_one" if one["days"] == 1 else "stood"][language].format(one["days"])
    yield escape(stood + SEMICOLON[language] + one["says"]), 14
