"""Write the generated pages of docs/ from the code, and what the commands of the hand-written pages print.

`make docs` runs it; tests/test_docs.py holds what it wrote current.
"""

from __future__ import annotations

import ast
import os
import re
import shlex
import subprocess
import sys
from collections import Counter
from datetime import date
from pathlib import Path

from tests.spec import render

from fullterm.cli.guidelines import described
from fullterm.cli.lines import written
from fullterm.guidelines import register
from fullterm.guidelines.model import ADVISING, Guideline
from fullterm.guidelines.newer import STUDIES
from fullterm.guidelines.readings import DocumentReading, counted, readings
from fullterm.vocabulary.fact import Language, Text

HERE = Path(__file__).parent
ROOT = HERE.parent
SOURCE = ROOT / "src" / "fullterm"
GUIDELINES = HERE / "guidelines"
READING = HERE / "reading.md"
HAND_WRITTEN = (ROOT / "README.md", HERE / "how-it-works.md", HERE / "replay.md")
ROOMS = ("cli", "clinic", "population", "exchange", "care", "guidelines", "vocabulary", "logic")
WRITTEN_ON = date(2026, 11, 30)
"""The day it is in the commands of the pages, so that none depends on the clock of the machine."""
WEAKNESS = Text("Weakness: ", "局限:")
LANGUAGES: tuple[Language, ...] = ("en", "zh")

INDEX = """# The guidelines

Written by `make docs` from the pages in `src/fullterm/guidelines/`: do not edit here.

Each document has a page with every recommendation carried from it: the sentence in our own words, its place and grade,
and under it what the software reads, in English and Chinese. A clinician signs a page by comparing the two.

Only what was read in the full text or the abstract advises. The rest is carried, is shown as "not yet checked", and
never advises.
What was published after an edition stands under the recommendation it touches, dated, and changes no verdict:
[the whole table](newer.md).
`fullterm show ID` prints the same; `fullterm guidelines --coverage` says what became of every row of the sources.

{total} documents, {advising} recommendations that advise, {unread} not yet checked.

| id | document | edition | replaced on | how it was read | advising | not yet checked |
|---|---|---|---|---|---|---|
"""

READING_HEAD = """# How the documents were read

Written by `make docs` from `src/fullterm/guidelines/readings/`: do not edit here.

A document stands here when somebody read it whole, scope, definitions and rationale included, and held every rule of
ours against it. No pages means that the document itself was not open, and only its structured record was compared.
`fullterm check` refuses a reading of another edition than the register's.

{whole} documents read in full: {compared} rules compared, {corrected} corrected, {added} added.

| document | edition | pages read | day | rules compared | corrected | added | not read |
|---|---|---|---|---|---|---|---|
"""


NEWER = """# Newer than the guidelines

Written by `make docs` from `src/fullterm/guidelines/newer.py`: do not edit here.

Studies, official findings and trials under way, published after the edition they stand beside. They are shown beside
the advice, dated, with their weakness, and change no verdict; `fullterm check` refuses one that is not surely newer.
Of a trial without a result the day is the one on which somebody last looked for it. What was read and stands beside
nothing has its reason in `fullterm guidelines --coverage`, section 23.
"""


def pages() -> dict[Path, str]:
    """Every generated page: where it stands, and its whole text."""
    found = {GUIDELINES / f"{one.id}.md": _page(one) for one in register.GUIDELINES.values()}
    by_hand = {path: refreshed(path.read_text(encoding="utf-8")) for path in HAND_WRITTEN}
    lists = {GUIDELINES / "README.md": _index(), GUIDELINES / "newer.md": _newer(), READING: _reading()}
    return {**lists, **found, render.PAGE: render.page(), **by_hand}


def refreshed(text: str) -> str:
    """A hand-written page with the output of its commands, and its list of modules, written anew."""
    text = re.sub(r"(?s)(?<=```console\n).*?(?=```)", lambda block: _console(block[0]), text)
    return re.sub(r"(?s)(?<=<!-- modules -->\n).*(?=<!-- /modules -->)", lambda _: _modules(), text)


def _console(block: str) -> str:
    commands = [line for line in block.splitlines() if line.startswith("$ ")]
    return "".join(f"{command}\n{_run(command[2:])}" for command in commands)


def _run(command: str) -> str:
    """What a command prints, run where a reader would run it. Raises when it cannot be run at all."""
    told = "from datetime import date; from fullterm.cli import main; main(date.fromisoformat('{}'))"
    as_written = f'fullterm() {{ {shlex.quote(sys.executable)} -c "{told.format(WRITTEN_ON)}" "$@"; }}'
    environment = {**os.environ, "COLUMNS": "100"}
    script = f"{as_written}\n{command}"
    done = subprocess.run(["bash", "-c", script], cwd=ROOT, env=environment, capture_output=True, check=False)
    if done.stderr or not done.stdout:
        raise RuntimeError(f"the page's command failed: {command}\n{done.stderr.decode()}")
    return done.stdout.decode().strip("\n") + "\n"


def _modules() -> str:
    """Every module but the guidelines' own pages, with the first sentence it says of itself."""
    pages_of = {page.__name__ for page in register.PAGES}
    lines: list[str] = []
    for room in ROOMS:
        files = [path for path in sorted((SOURCE / room).glob("*.py")) if path.stem != "__init__"]
        mine = [path for path in files if f"fullterm.{room}.{path.stem}" not in pages_of]
        if mine:
            lines += ["", f"**{room}**", "", *(f"- `{path.stem}`: {_says(path)}" for path in mine)]
    return "\n".join(lines) + "\n\n"


def _says(path: Path) -> str:
    said = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
    first = " ".join(said.partition("\n\n")[0].split())
    return re.split(r"(?<=[a-z)`])\. ", first)[0].rstrip(".") + "."


def write() -> None:
    """Write every page, and take away those of guidelines that are no more."""
    wanted = pages()
    GUIDELINES.mkdir(exist_ok=True)
    for path in set(GUIDELINES.glob("*.md")) - set(wanted):
        path.unlink()
    for path, text in wanted.items():
        path.write_text(text, encoding="utf-8")


def _index() -> str:
    rows = [_row(one) for one in register.GUIDELINES.values()]
    reads = Counter(one.read in ADVISING for one in register.recommendations())
    head = INDEX.format(total=len(rows), advising=reads[True], unread=reads[False])
    return head + "\n".join(rows) + "\n"


def _row(one: Guideline) -> str:
    reads = Counter(each.read for each in one.recommendations.values())
    advising = sum(count for read, count in reads.items() if read in ADVISING)
    how = ", ".join(f"{read} {count}" for read, count in reads.most_common())
    until = "" if one.until is None else one.until.isoformat()
    unread = sum(reads.values()) - advising
    link = f"[`{one.id}`]({one.id}.md)"
    title = f"{one.title.en}, {one.publisher}"
    return f"| {link} | {_cell(title)} | {_cell(one.edition)} | {until} | {how} | {advising} | {unread} |"


def _reading() -> str:
    found = readings()
    whole, compared, corrected, added = counted(found)
    head = READING_HEAD.format(whole=whole, compared=compared, corrected=corrected, added=added)
    return head + "\n".join(map(_reading_row, found)) + "\n" + "".join(map(_reading_of, found))


def _reading_row(one: DocumentReading) -> str:
    link = f"[{_cell(register.GUIDELINES[one.document].short)}](#{one.document})"
    numbers = (len(one.corrected) + len(one.withdrawn), len(one.added), len(one.not_read))
    return " | ".join(
        ("| " + link, _cell(one.edition), str(one.pages), one.on.isoformat(), str(one.compared), *map(str, numbers))
    ) + " |"  # fmt: skip


def _reading_of(one: DocumentReading) -> str:
    """One document's lists: what was corrected, added, withdrawn and not read."""
    lists = (
        ("Corrected", [f"**{ref}** {what}" for ref, what in one.corrected]),
        ("Added", [f"**{ref}** {what}" for ref, what in one.added]),
        ("Withdrawn", [f"**{ref}** {what}" for ref, what in one.withdrawn]),
        ("Arguments of the causes", list(one.causes)),
        ("Not read", list(one.not_read)),
    )
    parts = [f"## {one.document}", f"{register.GUIDELINES[one.document].title.en}. {one.edition}."]
    for heading, items in lists:
        if items:
            parts += [f"### {heading}", "\n".join(f"- {item}" for item in items)]
    return "\n" + "\n\n".join(parts) + "\n"


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def _newer() -> str:
    """The table of what is newer, the newest first."""
    parts = [NEWER.rstrip()]
    for study in sorted(STUDIES, key=lambda one: (one.last_day(), one.row), reverse=True):
        beside = ", ".join(f"[{key}]({key.partition(' ')[0]}.md)" for key in study.beside)
        parts.append(f"## {study.day} · {study.name.en} ({study.row})")
        for language in LANGUAGES:
            weak = f"{WEAKNESS[language]}{study.weakness[language]}"
            told = [study.design[language], study.found[language], weak]
            parts.append(written((" " if language == "en" else "").join(told), language))
        parts.append(f"{study.kind} · {study.source} · read: {study.read} · beside {beside}")
    return "\n\n".join(parts) + "\n"


def _page(one: Guideline) -> str:
    origin = f"Written by `make docs`: do not edit here. `fullterm show {one.id}` prints the same."
    parts = [f"# {one.title.en}", origin]
    for language, heading in zip(LANGUAGES, ("In English", "中文"), strict=True):
        lines = described(one, list(one.recommendations.values()), language, WRITTEN_ON)
        parts += [f"## {heading}", "```text\n" + "\n".join(lines) + "\n```"]
    return "\n\n".join(parts) + "\n"
