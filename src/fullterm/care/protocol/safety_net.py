"""The safety net under every protocol: what a hospital may add to a line of it, and what it may not take away.

The net is a table of its own (`protocols/always.toml`). A hospital that writes a step of the same id adds to the line.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, TypeAlias

from fullterm.care.protocol.fields import bilingual

ALWAYS = "always"
"""The name of the net's file, which is no protocol by itself."""
NAMES = frozenset({"id", "title", "says", "who", "source"})
"""What a hospital may say in its own words: how the line is called, what is done, who does it."""
ADDS = ("follows", "check", "weigh", "stops", "departs", "instead")
"""What a hospital may add to: what the net lists stays."""
StepTable: TypeAlias = dict[str, Any]
WHO_COMES = (
    {"en": "senior doctor now", "zh": "立即请高年资医生"},
    {"en": "senior doctor today", "zh": "今日请高年资医生"},
    {"en": "decide today", "zh": "当日决定"},
)
"""Who comes, and when, as the titles of the net's lines say it: in other words of a hospital's this stays."""
MAY_ANSWER = {"doctor": ("doctor", "surgeon"), "nurse": ("nurse", "doctor", "surgeon")}
"""Who may answer a line, by whom the net names: nobody of less standing."""


def with_net(file: str, own: list[StepTable], net: list[StepTable], problems: list[str]) -> list[StepTable]:
    """The steps of a protocol over the net: the net's lines first, then the hospital's own, each in their order.

    What would take away from a line is added to `problems` as a sentence and left out.
    """
    added = {str(one.get("id")): one for one in own}
    lines = [_added_to(file, line, added.get(str(line["id"]), {}), problems) for line in net]
    ids = {line["id"] for line in net}
    return [*lines, *(dict(one) for one in own if one.get("id") not in ids)]


def _added_to(file: str, line: StepTable, own: StepTable, problems: list[str]) -> StepTable:
    merged = dict(line)
    where = f"{file} step {line['id']}"
    if less := tuple(_answered_by_less(where, line, own)):
        problems += less
        own = {name: value for name, value in own.items() if name not in ("who", "instead")}
    problems += _untitled(where, line, own)
    for name, value in own.items():
        if name in NAMES:
            merged[name] = value
        elif name in ADDS:
            before = list(line.get(name, ()))
            merged[name] = [*(one for one in value if one not in before), *before]  # the hospital's own word first
        else:
            problems.append(
                f"{where}: {name!r} belongs to the safety net: a hospital may write "
                f"{', '.join(sorted(NAMES - {'id'}))} or add to {', '.join(ADDS)}, and take nothing away"
            )
    return merged


def _answered_by_less(where: str, line: StepTable, own: StepTable) -> Iterator[str]:
    """Somebody named for a line, or for what is done in its place, who cannot answer it."""
    for table, place in ((own, where), *((one, f"{where} instead") for one in own.get("instead", ()))):
        if table.get("who") in ("woman", "nurse") and table["who"] not in MAY_ANSWER[line["who"]]:
            yield _cannot_answer(place, table["who"], MAY_ANSWER[line["who"]])


def _untitled(where: str, line: StepTable, own: StepTable) -> Iterator[str]:
    """A title of the hospital's, of a line or of what is done in its place, that loses who comes and when."""
    for language in ("en", "zh"):
        kept = [said[language] for said in WHO_COMES if said[language] in line["title"][language].lower()]
        if not kept:
            continue
        if (title := _title(own, language)) is not None and not any(said in title for said in kept):
            yield f"{where}: title.{language} loses who comes and when: write {kept[0]!r} in it"
        for one in own.get("instead", ()):
            title = _title(one, language)
            if title is not None and not any(said[language] in title for said in WHO_COMES):
                yield f"{where} instead: title.{language} loses who comes and when: write {kept[0]!r} in it"


def _title(table: StepTable, language: str) -> str | None:
    """A title as a hospital wrote it; None where it wrote none, or none that is words in both languages."""
    title = table.get("title")
    return str(title[language]).lower() if isinstance(title, dict) and bilingual(title) else None


def _cannot_answer(where: str, who: str, may: Iterable[str]) -> str:
    return f"{where}: who={who!r} cannot answer a line of the safety net: write one of {', '.join(may)}"


def stops_what_stands(where: str, step: StepTable) -> Iterator[str]:
    """What is wrong with a whole step that must not be stopped, or handed to her: a danger, a suture still in."""
    if step.get("trigger") and step.get("who") == "woman":
        yield _cannot_answer(where, "woman", MAY_ANSWER["nurse"])
    if not step.get("stops"):
        return
    offers = step.get("done_by", "nothing")
    if (step.get("trigger") and offers != "cerclage") or offers == "removal" or step.get("custody"):
        yield f"{where}: stops belongs to a step that offers something, which this one does not: leave it out"
    elif both := [name for name in step["stops"] if name in step.get("trigger", ())]:
        yield f"{where}: stops={both[0]!r} is what brings the line in, and would always stop it: leave it out"
