"""The tables of the registry: each stands under its picture, and each of its numbers leads to its women."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from fullterm.care.registry.proportion import FEWEST, share
from fullterm.clinic.base.say import say
from fullterm.clinic.pages.registry.counts import BANDS, LEFT_OUT, LIMITS, OUTCOMES, REMOVALS, WEEKS
from fullterm.clinic.pages.registry.curves import CurveStep, Latency
from fullterm.clinic.pages.registry.result import RegistryResult
from fullterm.clinic.pages.registry.selection import CARE, TECHNIQUES
from fullterm.clinic.pages.registry.words import WORDS
from fullterm.clinic.text.wording import weeks_in
from fullterm.logic.quantity import exactly
from fullterm.vocabulary.fact import Language


@dataclass(frozen=True, slots=True)
class TableCell:
    """One cell: what is read, the address of its women (empty where there are none), and its numbers for a sheet.

    `pieces`: the same text in pieces, where more than one of its numbers has women.
    """

    text: str
    query: str = ""
    numbers: tuple[str, ...] = ()
    pieces: tuple[TableCell, ...] = ()


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a column, and of the columns it becomes in a sheet."""

    text: str
    parts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TableLine:
    """One line: a group and its numbers."""

    label: str
    cells: tuple[TableCell, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """One table: `notes` are sentences below it, some of them with their women."""

    name: str
    heads: tuple[Head, ...]
    lines: tuple[TableLine, ...]
    notes: tuple[TableCell, ...] = ()


def weeks(number: int) -> str:
    """A gestation of whole weeks as people write it here."""
    return say("registry.weeks", number)


def percent(value: float) -> str:
    """A share as whole percents."""
    return f"{100 * value:.0f}"


class _Lines:
    """The lines of a table: one a group, and all together where there are several."""

    def __init__(self, found: RegistryResult, language: Language) -> None:
        self.found, self.language = found, language

    def each(
        self, cells: Callable[[str | None, Mapping[str, int]], Iterator[TableCell]], *, all_: bool = True
    ) -> tuple[TableLine, ...]:
        groups = self.found.counted.groups
        lines = [TableLine(self.found.group(name, self.language), tuple(cells(name, groups[name]))) for name in groups]
        if all_ and len(groups) > 1:
            lines.append(TableLine(say("registry.all"), tuple(cells(None, self.found.counted.all))))
        return tuple(lines)

    def count(self, group: str | None, numbers: Mapping[str, int], name: str) -> TableCell:
        number = numbers[name]
        return TableCell(str(number), self.found.chosen.query(group, cell=name) if number else "", (str(number),))

    def share(self, group: str | None, numbers: Mapping[str, int], part: str, whole: str) -> TableCell:
        """A proportion with its interval; of too few only the numbers."""
        few, all_ = self.count(group, numbers, part), self.count(group, numbers, whole)
        told = share(numbers[part], numbers[whole])
        shares = () if told is None else (numbers[part] / numbers[whole], told.low, told.high)
        rest = say("registry.share", *map(percent, shares)) if shares else ""
        pieces = (few, TableCell(say("registry.of.between")), all_, TableCell(rest))
        sheet = tuple(f"{100 * one:.1f}" for one in shares) or ("", "", "")
        return TableCell("".join(one.text for one in pieces), few.query, (few.text, all_.text, *sheet), pieces)

    def note(self, name: str, word: str) -> Iterator[TableCell]:
        number = self.found.counted.all[name]
        if number:
            yield TableCell(say(word, number), self.found.chosen.query(cell=name))


def _count(text: str) -> Head:
    return Head(text, (text,))


def _share(text: str) -> Head:
    parts = (
        say("registry.sheet.of"),
        say("registry.sheet.percent"),
        say("registry.sheet.low"),
        say("registry.sheet.high"),
    )
    return Head(text, (text, *(f"{text}: {one}" for one in parts)))


def groups(found: RegistryResult, language: Language) -> Table:
    """How many, and how they ended."""
    lines = _Lines(found, language)
    outcomes = [f"outcome_{one}" for one in OUTCOMES]
    names = ["all", "ongoing", *outcomes, "other", "outcome_untold"]
    names = [name for name in names if name in ("all", "ongoing", *outcomes[:3]) or found.counted.all[name]]
    return Table(
        "groups",
        tuple(_count(say(f"registry_number.{name}")) for name in names),
        lines.each(lambda group, numbers: (lines.count(group, numbers, name) for name in names)),
    )


def cross(found: RegistryResult, language: Language) -> Table:  # noqa: ARG001  # one shape for every table
    """How many, by indication and technique."""
    techniques = [
        one for one in TECHNIQUES if any(number for (_, name), number in found.crossed.items() if name == one)
    ]
    lines = tuple(
        TableLine(say(f"registry_care.{care}"), tuple(_crossed(found, care, technique) for technique in techniques))
        for care in CARE
        if any(name == care for name, _ in found.crossed)
    )
    return Table("cross", tuple(_count(say(f"registry_technique.{one}")) for one in techniques), lines)


def _crossed(found: RegistryResult, care: str, technique: str) -> TableCell:
    number = found.crossed.get((care, technique), 0)
    query = found.chosen.query(care=care, technique=technique, cell="all") if number else ""
    return TableCell(str(number), query, (str(number),))


def curve(found: RegistryResult, language: Language) -> Table:
    """The share still pregnant at the beginning of some weeks, and how many are at risk then."""
    lines = _Lines(found, language)
    made: list[TableLine] = []
    for group, numbers in found.counted.groups.items():
        name, fitted = found.group(group, language), found.curves[group]
        if not numbers["drawn"]:
            continue
        steps = [None if fitted is None else fitted.at(7 * week) for week in WEEKS]
        made.append(TableLine(say("registry.curve.share", name), tuple(map(_still, steps))))
        made.append(
            TableLine(say("registry.curve.risk", name), tuple(_at_risk(lines, group, numbers, week) for week in WEEKS))
        )
    notes: list[TableCell] = []
    for group, fitted in found.curves.items():
        name = found.group(group, language)
        if fitted is None and found.counted.groups[group]["drawn"]:
            notes.append(
                TableCell(
                    say("registry.curve.few", found.counted.groups[group]["drawn"], name, FEWEST),
                    found.chosen.query(group, cell="drawn"),
                )
            )
        elif fitted is not None and fitted.before:
            notes.append(
                TableCell(say("registry.curve.before", name, weeks_in(exactly(fitted.starts), language), fitted.before))
            )
    for reason in LEFT_OUT:
        notes += lines.note(f"left_{reason}", f"registry_left.{reason}")
    for name in ("approximate", "before_conception", "induced_untold"):
        notes += lines.note(name, f"registry.note.{name}")
    parts = (say("registry.sheet.low"), say("registry.sheet.high"))
    heads = (Head(weeks(week), (weeks(week), *(f"{weeks(week)}: {one}" for one in parts))) for week in WEEKS)
    return Table("curve", tuple(heads), tuple(made), tuple(notes))


def _still(step: CurveStep | None) -> TableCell:
    if step is None:
        return TableCell("–", "", ("", "", ""))
    if step.share == 1:  # nothing has happened yet: there is no interval to give
        return TableCell(say("registry.whole", 100), "", ("100.0", "", ""))
    ends = (step.share, step.low, step.high)
    return TableCell(say("registry.estimate", *map(percent, ends)), "", tuple(f"{100 * one:.1f}" for one in ends))


def _at_risk(lines: _Lines, group: str, numbers: Mapping[str, int], week: int) -> TableCell:
    cell = lines.count(group, numbers, f"at_risk_{week}")
    return TableCell(cell.text, cell.query, (*cell.numbers, "", ""))


def early(found: RegistryResult, language: Language) -> Table:
    """Ended by itself before some weeks; other early ends and what is not settled stand beside."""
    lines, all_ = _Lines(found, language), found.counted.all
    beside = [one for one in ("otherwise", "unsettled") if any(all_[f"{one}_{week}"] for week in LIMITS)]

    def cells(group: str | None, numbers: Mapping[str, int]) -> Iterator[TableCell]:
        for week in LIMITS:
            yield lines.share(group, numbers, f"early_{week}", f"settled_{week}")
            yield from (lines.count(group, numbers, f"{one}_{week}") for one in beside)

    heads: list[Head] = []
    for week in LIMITS:
        heads.append(_share(say("registry.early.before", weeks(week))))
        heads += (_count(say(f"registry.early.{one}", weeks(week))) for one in beside)
    notes = [note for week in LIMITS for note in lines.note(f"to_come_{week}", f"registry.early.to_come_{week}")]
    return Table("early", tuple(heads), lines.each(cells), tuple(notes))


def losses(found: RegistryResult, language: Language) -> Table:
    """Losses and stillbirths among the pregnancies that are over, and in which weeks."""
    lines = _Lines(found, language)
    names = [*(f"lost_{low}" for low, _ in BANDS), "lost_between"]

    def cells(group: str | None, numbers: Mapping[str, int]) -> Iterator[TableCell]:
        yield lines.share(group, numbers, "lost", "over")
        yield from (lines.count(group, numbers, name) for name in names)

    notes = tuple(lines.note("lost_to_come", "registry.losses.to_come"))
    heads = (_share(say("registry.losses.share")), *(_count(band(low, high)) for low, high in BANDS))
    return Table("losses", (*heads, _count(say("registry.losses.between"))), lines.each(cells), notes)


def band(low: int, high: int) -> str:
    """The weeks of a band: `16w0d-19w6d`."""
    if low == 0:
        return say("registry.early.before", weeks(high))
    return say("registry.band.from", low) if high > 42 else say("registry.band", low, high - 1)


def latency(found: RegistryResult, language: Language) -> Table:
    """Days from the suture to the end."""
    lines = _Lines(found, language)

    def cells(group: str | None, numbers: Mapping[str, int]) -> Iterator[TableCell]:
        assert group is not None
        yield lines.count(group, numbers, "timed")
        yield _median(found.latencies[group])

    parts = (say("registry.latency.median"), say("registry.sheet.low"), say("registry.sheet.high"))
    heads = (_count(say("registry_number.timed")), Head(say("registry.latency.median"), parts))
    timed = tuple(line for line in lines.each(cells, all_=False) if line.cells[0].text != "0")
    return Table("latency", heads, timed)


def _median(told: Latency | None) -> TableCell:
    if told is None:
        return TableCell(say("registry.few"), "", ("", "", ""))
    ends = ["" if one is None else f"{one:.0f}" for one in (told.median, told.low, told.high)]
    if told.median is None:
        return TableCell(say("registry.latency.open"), "", tuple(ends))
    return TableCell(say("registry.days", ends[0], ends[1] or "–", ends[2] or "–"), "", tuple(ends))


def removal(found: RegistryResult, language: Language) -> Table:
    """Whether the suture came out in the window, of those that were in when it opened."""
    lines = _Lines(found, language)
    shown = [one for one in REMOVALS if found.counted.all[f"removal_{one}"]]

    def cells(group: str | None, numbers: Mapping[str, int]) -> Iterator[TableCell]:
        yield lines.share(group, numbers, "removal_in_window", "at_window")
        yield from (lines.count(group, numbers, f"removal_{one}") for one in shown if one != "in_window")

    heads = [_share(say("registry.removal.share"))]
    heads += (_count(say(f"registry_removal.{one}")) for one in shown if one != "in_window")
    sutured = tuple(
        line
        for line in lines.each(cells)
        if any(number not in ("0", "") for cell in line.cells for number in cell.numbers)
    )
    return Table("removal", tuple(heads), sutured)


def meaning(cell: str, women: int) -> str:
    """What one number counts, in words, for the list of its women."""
    name, _, last = cell.rpartition("_")
    if name in ("early", "otherwise", "unsettled", "settled", "reached", "at_risk"):
        return say(f"registry_cell.{name}", weeks(int(last)))
    if name == "lost" and last.isdigit():
        high = dict(BANDS)[int(last)]
        return f"{say('registry.losses.share')}{say('registry.colon')}{band(int(last), high)}"
    for word in (f"registry_cell.{cell}", f"registry_number.{cell}"):
        if word in WORDS:
            return say(word)
    for kind, begins in (("left", "registry_left"), ("removal", "registry_removal")):
        if cell.startswith(f"{kind}_"):
            return say(f"{begins}.{cell.removeprefix(kind + '_')}", women)
    return say(f"registry.early.{cell}" if name == "to_come" else f"registry.note.{cell}", women)


TABLES: Mapping[str, Callable[[RegistryResult, Language], Table]] = {
    "groups": groups, "cross": cross, "curve": curve, "early": early, "losses": losses, "latency": latency,
    "removal": removal,
}  # fmt: skip
"""Every table by its name, in the order of the page."""
