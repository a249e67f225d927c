"""A case file (YAML or JSON), read into a `Case`, with everything wrong in it said at once.

The shape is described, field by field, in docs/case-file.md; examples are in examples/.
"""

from __future__ import annotations

import json
import re
from bisect import bisect
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

from fullterm.care.case.contradictions import EARLIER, ONE_DAY, without_contradictions
from fullterm.care.case.days import read_day
from fullterm.care.case.fields import WOMAN_FACTS, Notes, Usual, read_list
from fullterm.care.case.model import Case, EarlierPregnancy, Observation, Pregnancy, Problem, Procedure
from fullterm.care.case.order import apart
from fullterm.care.case.outcome_reader import read_core
from fullterm.care.case.pregnancy import read_pregnancy
from fullterm.care.case.recorded import as_recorded, recorded_days
from fullterm.care.case.relative import Gestations
from fullterm.care.case.steps import read_decided, read_done
from fullterm.care.case.stored import tree_of
from fullterm.care.case.suture_reader import check_names, in_order, is_told, read_cerclages, read_custody, read_removals
from fullterm.care.case.text import Mapping, Node, Scalar, read_text
from fullterm.vocabulary.fact import VOCABULARY

FIELDS = (
    "told", "name", "source", "woman", "earlier", "procedures", "cerclage", "removed", "custody", "done", "decided",
    "pregnancy",
)  # fmt: skip
_TITLES = frozenset({"ms", "mrs", "miss", "mr", "dr"})
_ECHO = re.compile(r"'[^']*'|\"[^\"]*\"|^[^ ]*$")
"""What may repeat the file: whatever stands in quotes, and the path of a field."""


def read_case(
    source: Path | bytes | str, today: date | None = None, *, latest: date | None = None
) -> tuple[Case | None, tuple[Problem, ...]]:
    """Read a file (`Path`, or its `bytes`) or a text (`str`), YAML or JSON: the case, and every problem found.

    The case is None only beside a fatal problem. Otherwise a field with a problem is left unknown and all else stands.
    `latest` is the day that no case may be told after; `today` is that too, and stands in for a missing `told:`. No
    clock is read here.
    """
    record, problems = read_record(source, today, latest=latest)
    return (None if record is None else record.case), problems


@dataclass(frozen=True, slots=True)
class CaseRecord:
    """A case, and as it stood on every day before: what was recorded later is not in it.

    `days`: those on which something is said to have been recorded. Each state is read once, when it is asked for.
    """

    case: Case
    root: Mapping
    days: tuple[date, ...] = ()
    file: str = ""
    stood: dict[int, Case | None] = field(default_factory=dict)

    def at(self, day: date) -> Case | None:
        """The case as it stood at the end of a day; None where what stood then cannot be read."""
        if not self.days or day >= self.days[-1]:
            return self.case
        place = bisect(self.days, day)
        if place not in self.stood:
            self.stood[place] = _told_by(as_recorded(self.root, day), "", self.case.told)[0]
        return self.stood[place]


def read_record(
    source: Path | bytes | str, today: date | None = None, *, latest: date | None = None
) -> tuple[CaseRecord | None, tuple[Problem, ...]]:
    """Read a case as `read_case` does, and as it stood on every day before: what was recorded later is not in it."""
    root, refusal = read_text(source)
    file = str(source) if isinstance(source, Path) else ""
    if root is None:
        assert refusal is not None
        return None, (replace(refusal, file=file),)
    case, problems = _told_by(as_recorded(root), file, today, latest or today)
    if case is None:
        return None, problems
    return CaseRecord(case, root, recorded_days(root), file), problems


def read_document(document: dict[str, Any]) -> tuple[Case | None, tuple[Problem, ...]]:
    """Read a document as stored: the case and the problems of its text, without lines, which it has not."""
    root = tree_of(document)
    text = json.dumps(document, ensure_ascii=False) if root is None else ""
    case, problems = read_case(text) if root is None else _told_by(root, "")
    return case, tuple(replace(one, line=0, column=0) for one in problems)


def _told_by(
    root: Mapping, file: str, today: date | None = None, latest: date | None = None
) -> tuple[Case | None, tuple[Problem, ...]]:
    notes = Notes(today or date.min)
    case = _case(root, notes, today, latest)
    problems = as_shown(notes.problems, root, file)
    return (None if any(one.fatal for one in problems) else case), problems


def as_shown(problems: Iterable[Problem], root: Mapping, file: str) -> tuple[Problem, ...]:
    """Problems of a case as they are shown: in the order of the file, named, and without the woman's name."""
    name = root.get("name")
    hidden = _hiding(name.text if isinstance(name, Scalar) else "")
    order = sorted(problems, key=lambda one: (one.line, one.column))
    return tuple(
        replace(one, sentence=hidden(one.sentence), field=_unnamed(one.field, hidden), file=file) for one in order
    )


def _case(root: Mapping, notes: Notes, today: date | None, latest: date | None) -> Case | None:
    told = notes.fields(root, "", FIELDS)
    if not any(key in FIELDS for key, _, _ in root.entries):
        notes.problems.clear()
        notes.wrong("", f"no field of a case is in it: write some of {', '.join(FIELDS)}", root.at, fatal=True)
        return None
    day = _told(told.get("told"), notes, today, latest)
    if day is None:
        return None
    notes.told = day
    notes.source = notes.text(told.get("source"), "source") or notes.source
    earlier, all_earlier = _earlier(told.get("earlier"), notes)
    procedures, all_procedures = _procedures(told.get("procedures"), notes)
    pregnancy = None
    if (node := told.get("pregnancy")) is not None and not (isinstance(node, Scalar) and node.text.lower() == "none"):
        pregnancy = read_pregnancy(node, notes, len(earlier) + 1)
    earlier = apart(earlier, pregnancy, notes)
    cerclages = read_cerclages(told.get("cerclage"), "cerclage", notes, None, notes.source)
    ever = (*cerclages, *(pregnancy.cerclages if pregnancy is not None else ()))
    ids = [one.id for one in ever]
    removals = read_removals(told.get("removed"), "removed", notes, None, notes.source, ids)
    custody = read_custody(told.get("custody"), "custody", notes, ids)
    removed = in_order(ever, removals, "removed", notes, told=pregnancy is not None and is_told(pregnancy.observations))
    named = [("removed", one) for one in removals] + [("custody", one) for one in custody]
    if pregnancy is not None:
        named += [("pregnancy.removed", one) for one in pregnancy.removals]
        named += [("pregnancy.custody", one) for one in pregnancy.custody]
    check_names(ever, named, notes)
    woman = _woman(told.get("woman"), notes)
    _check_pregnant(woman, pregnancy, notes)
    return Case(
        told=day,
        name=notes.text(told.get("name"), "name"),
        observations=woman,
        earlier=earlier,
        earlier_complete=all_earlier,
        procedures=procedures,
        procedures_complete=all_procedures,
        cerclages=cerclages,
        removals=removed,
        pregnancy=pregnancy,
        not_known=frozenset(notes.not_known),
        done=read_done(told.get("done"), "done", notes, None),
        decided=read_decided(told.get("decided"), "decided", notes),
        custody=custody,
    )


def _told(node: Node | None, notes: Notes, today: date | None, latest: date | None) -> date | None:
    """The day of telling. Without one nothing can be dated, so a missing or wrong one is fatal."""
    text = notes.text(node, "told")
    if node is None or text is None:
        if today is None:
            notes.wrong("told", "the day it was told is missing: write told: 2026-03-02 with that day", fatal=True)
        return today
    try:
        day = read_day(text)
    except ValueError as error:
        notes.wrong("told", str(error), node.at, fatal=True)
        return None
    if latest is not None and day > latest:
        notes.wrong("told", f"{day} lies in the future (today is {latest}): correct the day", node.at, fatal=True)
        return None
    return day


def _woman(node: Node | None, notes: Notes) -> tuple[Observation, ...]:
    if node is None:
        return ()
    told = notes.fields(node, "woman", (*WOMAN_FACTS, "source"))
    usual = Usual(notes.told, notes.text(told.get("source"), "woman.source") or notes.source)
    placed = [
        (f"woman.{name}", one)
        for name, fact in WOMAN_FACTS.items()
        if name in told
        for one in notes.fact(fact, told[name], f"woman.{name}", usual)
    ]
    return without_contradictions(placed, ONE_DAY, notes)


def _check_pregnant(woman: tuple[Observation, ...], pregnancy: Pregnancy | None, notes: Notes) -> None:
    """Whether she is pregnant decides nearly everything: told both ways, nothing can be assessed."""
    said = [one.value for one in woman if one.fact == "pregnant" and one.on == notes.told]
    if pregnancy is None or not said:
        return
    if said[-1] is False and pregnancy.outcome is None:
        sentence = "pregnant: no, yet this pregnancy is told without an end: write pregnant: yes, or how it ended "
        notes.wrong("woman.pregnant", sentence + "under pregnancy.outcome", fatal=True)
    ended = pregnancy.outcome
    if said[-1] is True and ended is not None and ended.ended.low <= notes.told.toordinal():
        sentence = "pregnant: yes, yet this pregnancy has ended: write pregnant: no, or move the ended one to "
        notes.wrong("woman.pregnant", sentence + "earlier.pregnancies and tell the new one under pregnancy", fatal=True)


def _earlier(node: Node | None, notes: Notes) -> tuple[tuple[EarlierPregnancy, ...], bool]:
    records, complete, path = read_list(node, "earlier", "pregnancies", notes)
    gestations = Gestations(records)
    facts = VOCABULARY.fields("earlier")
    found: list[EarlierPregnancy] = []
    for number, item in enumerate(records, 1):
        where = f"{path}[{number}]"
        told = notes.fields(item, where, ("ended", "said", "source", "core", *facts))
        said = notes.text(told.get("said"), f"{where}.said")
        source = notes.text(told.get("source"), f"{where}.source") or notes.source
        usual = Usual(notes.told, source, None, f"earlier[{number}].", gestations.reading(number))
        placed = [
            (f"{where}.{name}", one)
            for name, fact in facts.items()
            if name in told
            for one in notes.fact(fact, told[name], f"{where}.{name}", usual)
        ]
        ended = notes.days(told.get("ended"), f"{where}.ended")
        if found and not ended.unknown and ended.high < found[-1].ended.low:
            notes.wrong(f"{where}.ended", f"it ended before pregnancy {number - 1}: tell the earliest first")
        core = read_core(told.get("core"), f"{where}.core", notes)
        found.append(EarlierPregnancy(number, without_contradictions(placed, EARLIER, notes), ended, said, core))
    return tuple(found), complete


def _procedures(node: Node | None, notes: Notes) -> tuple[tuple[Procedure, ...], bool]:
    records, complete, path = read_list(node, "procedures", "operations", notes)
    facts = VOCABULARY.fields("procedures")
    found: list[Procedure] = []
    for number, item in enumerate(records, 1):
        where = f"{path}[{number}]"
        told = notes.fields(item, where, ("date", "said", "source", *facts))
        said = notes.text(told.get("said"), f"{where}.said")
        source = notes.text(told.get("source"), f"{where}.source") or notes.source
        usual = Usual(notes.told, source, None, f"procedures[{number}].")
        observations = tuple(
            one
            for name, fact in facts.items()
            if name in told
            for one in notes.fact(fact, told[name], f"{where}.{name}", usual)
        )
        found.append(Procedure(number, observations, notes.days(told.get("date"), f"{where}.date"), said))
    return tuple(found), complete


def _unnamed(path: str, hidden: Callable[[str], str]) -> str:
    """A field's path without her name, should somebody have written it where a field belongs."""
    return ".".join(hidden(f"'{part}'").strip("'") for part in path.split("."))


def _hiding(name: str) -> Callable[[str], str]:
    """What keeps the woman's name out of a sentence: an echo of the file that holds it is not repeated."""
    words = [word for word in re.split(r"[\s.,]+", name) if len(word) > 1 and word.lower() not in _TITLES]
    if not words:
        return str
    holds = re.compile("|".join(map(re.escape, words)), re.IGNORECASE)
    return lambda text: _ECHO.sub(lambda found: "what is written" if holds.search(found[0]) else found[0], text)
