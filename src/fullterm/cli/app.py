"""The commands and their options. Each command's work is in the module of its name."""

from __future__ import annotations

import sys
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_show_locals=False,  # locals hold what a woman told
    help="The care pathway for cervical insufficiency and late recurrent miscarriage. The doctor decides.",
)

protocols = typer.Typer(no_args_is_help=True, help="A hospital's own protocol.")
app.add_typer(protocols, name="protocol")

BAD_INPUT = 2
PRESSING = 10


class Lang(StrEnum):
    """The language of the output."""

    en = "en"
    zh = "zh"


LANG = Annotated[Lang, typer.Option("--lang", help="en or zh")]
ON = Annotated[
    str | None,
    typer.Option("--on", metavar="DAY", help="decide as of this day, 2026-03-02"),
]
PROTOCOL = Annotated[str, typer.Option("--protocol", help="the hospital's protocol: antai or rcog_nice")]


@app.command()
def assess(
    context: typer.Context,
    case: Annotated[Path, typer.Argument(help="a case file (YAML or JSON), or - for standard input")],
    lang: LANG = Lang.en,
    on: ON = None,
    protocol: PROTOCOL = "antai",
    as_json: Annotated[bool, typer.Option("--json", help="print plain JSON")] = False,
    why: Annotated[str | None, typer.Option("--why", metavar="REF", help="open one verdict: 'rcog-gtg75 UI-1'")] = None,
    everything: Annotated[bool, typer.Option("--all", help="also what does not apply or is not yet checked")] = False,
    exit_code: Annotated[
        bool,
        typer.Option(
            "--exit-code", help="exit with 10 on a danger, or when a step is open, closing, missed or stopped"
        ),
    ] = False,
) -> None:
    """Decide one woman: timeline, causes, guidelines side by side, what is missing, and a dated plan.

    Exit codes: 0 decided; 2 something in the input is wrong (each problem is a sentence on standard error, and the
    rest is decided where it can be); 10 with --exit-code when a danger was told, also beside something wrong in the
    input, or when a step is open, closing, missed or stopped today.
    """
    from fullterm.cli.assess import run

    raise typer.Exit(
        run(
            case,
            lang.value,
            _day(on),
            protocol,
            today=_today(context),
            as_json=as_json,
            why=why,
            everything=everything,
            strict=exit_code,
        )
    )


@app.command()
def replay(
    context: typer.Context,
    case: Annotated[Path, typer.Argument(help="a case file (YAML or JSON), or - for standard input")],
    first: Annotated[
        str | None, typer.Option("--from", metavar="DAY", help="show from this day on, 2026-03-02")
    ] = None,
    last: Annotated[str | None, typer.Option("--to", metavar="DAY", help="decide up to this day")] = None,
    lang: LANG = Lang.en,
    protocol: PROTOCOL = "antai",
    as_json: Annotated[bool, typer.Option("--json", help="print plain JSON")] = False,
) -> None:
    """Decide a case day by day, by the day things were recorded: when each line rose, how long it stood, what ended it.

    Exit codes: 0 decided; 2 something in the input is wrong (each problem is a sentence on standard error).
    """
    from fullterm.cli.replay import run

    days = _day(first, "--from"), _day(last, "--to")
    raise typer.Exit(run(case, lang.value, *days, protocol, as_json=as_json, today=_today(context)))


@app.command()
def ask(
    context: typer.Context,
    case: Annotated[Path | None, typer.Argument(help="the case file to continue or to begin")] = None,
    lang: LANG = Lang.en,
    on: ON = None,
    protocol: PROTOCOL = "antai",
) -> None:
    """Take the history by prompting, in a doctor's order, and write the case file.

    Answers: yes, no, 'about 20 weeks', '18-22', "don't know", several at once ("no, no, yes"), 'none', 'back', 'stop'.
    It says when it is enough for today, and resumes where it stopped.
    """
    from fullterm.cli.ask import run

    raise typer.Exit(run(case, lang.value, _day(on) or _today(context), protocol))


@app.command()
def show(
    context: typer.Context,
    guideline: Annotated[str, typer.Argument(help="a guideline's id, such as rcog-gtg75")],
    ref: Annotated[str | None, typer.Argument(help="one recommendation's number")] = None,
    lang: LANG = Lang.en,
) -> None:
    """Print a guideline and, under each sentence, what the software reads."""
    from fullterm.cli.guidelines import show_guideline

    raise typer.Exit(show_guideline(guideline, ref, lang.value, _today(context)))


@app.command()
def check() -> None:
    """Refuse pages that are uncited, unbounded, untried or imperative, and protocols that leave advice unanswered."""
    from fullterm.cli.guidelines import check_pages

    raise typer.Exit(check_pages(date.today()))


@app.command()
def guidelines(
    context: typer.Context,
    lang: LANG = Lang.en,
    coverage: Annotated[
        bool, typer.Option("--coverage", help="every row of the sources and what became of it")
    ] = False,
) -> None:
    """List the guidelines, their editions and how each was read."""
    from fullterm.cli.guidelines import list_guidelines, show_coverage

    day = _today(context)
    raise typer.Exit(show_coverage(lang.value) if coverage else list_guidelines(lang.value, day))


@app.command()
def edition(
    context: typer.Context,
    old: Annotated[str | None, typer.Argument(help="an edition: its name, such as 2026-11, its file, or now")] = None,
    new: Annotated[str | None, typer.Argument(help="another, usually now: the rules as they are installed")] = None,
    lang: LANG = Lang.en,
    write: Annotated[
        Path | None, typer.Option("--write", metavar="FILE", help="write the installed rules as an edition")
    ] = None,
) -> None:
    """Print what changed between two editions of the rules, rule by rule: in words, old and new.

    Exit codes: 0 compared, or written; 2 when one of them is no edition (a sentence on standard error).
    """
    from fullterm.cli.edition import keep, run

    if write is not None and old is None:
        raise typer.Exit(keep(write, _today(context), lang.value))
    if old is None or new is None or write is not None:
        sys.stderr.write("name two editions, fullterm edition 2026-11 now, or only a file: --write 2026-12.json\n")
        raise typer.Exit(BAD_INPUT)
    raise typer.Exit(run(old, new, lang.value))


@protocols.command()
def compare(
    context: typer.Context,
    name: Annotated[str, typer.Argument(help="the protocol: antai or rcog_nice")],
    lang: LANG = Lang.en,
    on: ON = None,
    as_json: Annotated[bool, typer.Option("--json", help="print plain JSON")] = False,
) -> None:
    """Set a protocol beside the national documents: what it follows, where it departs and why, is stricter, is silent.

    Exit codes: 0 compared; 2 no such protocol, or its file is not whole (each problem is a sentence on standard error).
    """
    from fullterm.cli.compare import run

    raise typer.Exit(run(name, lang.value, _day(on) or _today(context), as_json=as_json))


@app.command()
def serve(
    host: Annotated[str, typer.Option("--host", help="the address to listen on")] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port")] = 8000,
    workers: Annotated[int, typer.Option("--workers", help="processes that answer")] = 2,
) -> None:
    """Serve the clinic. FULLTERM_DEMO=1 serves the demonstration ward; otherwise FULLTERM_SECRET_KEY is needed."""
    from fullterm.cli.serve import run

    raise typer.Exit(run(host, port, workers))


@app.command(context_settings={"allow_extra_args": True, "ignore_unknown_options": True, "help_option_names": []})
def manage(context: typer.Context) -> None:
    """Pass a command to Django: manage migrate, manage administrator, manage nightly, manage help …"""
    from fullterm.cli.serve import manage as run

    raise typer.Exit(run(context.args))


def _today(context: typer.Context) -> date:
    """The day it is: by the clock, unless whoever started the command line said so."""
    return context.obj if isinstance(context.obj, date) else date.today()


def _day(said: str | None, option: str = "--on") -> date | None:
    if said is None:
        return None
    try:
        return date.fromisoformat(said)
    except ValueError:
        sys.stderr.write(f"{option} {said!r} is not a day: write it as 2026-03-02\n")
        raise typer.Exit(BAD_INPUT) from None
