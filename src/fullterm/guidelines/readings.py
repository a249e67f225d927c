"""How each document was read: `readings/ID.yaml` says which pages, what was compared, corrected, added and not read.

A file speaks of one edition. When the register's edition moves on, the file is refused until the new one has been read.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from fullterm.guidelines import register
from fullterm.guidelines.check import Refusal
from fullterm.guidelines.model import Guideline

READINGS = Path(__file__).parent / "readings"


@dataclass(frozen=True, slots=True)
class DocumentReading:
    """One reading of one document.

    `pages`: how many printed pages were read; 0 where the document itself was not open, and only its structured record
    was compared. `compared`: how many of our rules were held against it. `corrected`, `added`, `withdrawn`: number of the
    rule, and what was wrong, new or why it is no more, in a sentence. `causes`: what it changed in the arguments of the
    causes, in sentences. `not_read`: what of the document was not read, or read and not entered.
    """

    document: str
    edition: str
    pages: int
    on: date
    compared: int
    corrected: tuple[tuple[str, str], ...]
    added: tuple[tuple[str, str], ...]
    not_read: tuple[str, ...]
    withdrawn: tuple[tuple[str, str], ...] = ()
    causes: tuple[str, ...] = ()


_FIELDS: Mapping[str, tuple[type | tuple[type, ...], str]] = {
    "document": (str, "the guideline's id, such as nice-ng25"),
    "edition": (str, "the edition as the page has it"),
    "pages": (int, "how many printed pages were read"),
    "on": (date, "the day, as 2026-12-01"),
    "compared": (int, "how many of our rules were compared"),
    "corrected": (dict, "REF: what was wrong; or {}"),
    "added": (dict, "REF: what it says; or {}"),
    "not_read": (list, "a list of sentences; or []"),
    "withdrawn": (dict, "REF: why it is no more; or leave it out"),
    "causes": (list, "a list of sentences; or leave it out"),
}


def files() -> tuple[Path, ...]:
    """The files, in the order of the register; those of no document last."""
    order = {name: place for place, name in enumerate(register.GUIDELINES)}
    return tuple(sorted(READINGS.glob("*.yaml"), key=lambda path: (order.get(path.stem, len(order)), path.stem)))


def readings() -> tuple[DocumentReading, ...]:
    """Every reading that is whole, in the order of the register."""
    found = (read_reading(path.name, path.read_text(encoding="utf-8")) for path in files())
    return tuple(one for one in found if isinstance(one, DocumentReading))


def check_readings() -> tuple[Refusal, ...]:
    """Every refusal of every file."""
    found: list[Refusal] = []
    for path in files():
        one = read_reading(path.name, path.read_text(encoding="utf-8"))
        found += refused(path.name, one, register.GUIDELINES) if isinstance(one, DocumentReading) else one
    return tuple(found)


def read_reading(file: str, text: str) -> DocumentReading | list[Refusal]:
    """One file's reading, or why it is none: a sentence for each field that is missing, wrong or unknown."""
    try:
        told: Any = YAML(typ="safe").load(text)
    except YAMLError as error:
        return [Refusal(file, f"it is not YAML: {' '.join(str(error).split())}")]
    if not isinstance(told, dict):
        return [Refusal(file, f"it holds no fields: write {', '.join(_FIELDS)}")]
    told = {"withdrawn": {}, "causes": []} | told  # most readings have neither
    wrong = [
        Refusal(file, f"{name} is {'missing' if name not in told else 'not right'}: write {what}")
        for name, (kind, what) in _FIELDS.items()
        if not isinstance(told.get(name), kind)
    ]
    wrong += [
        Refusal(file, f"{name!r} is no field here: write {', '.join(_FIELDS)}") for name in told if name not in _FIELDS
    ]
    if wrong:
        return wrong
    corrected, added, withdrawn = (
        tuple((str(ref), str(what)) for ref, what in told[name].items()) for name in ("corrected", "added", "withdrawn")
    )
    return DocumentReading(
        told["document"], told["edition"], told["pages"], told["on"], told["compared"],
        corrected, added, tuple(map(str, told["not_read"])), withdrawn, tuple(map(str, told["causes"])),
    )  # fmt: skip


def refused(file: str, one: DocumentReading, guidelines: Mapping[str, Guideline]) -> Iterator[Refusal]:
    """Refuse a reading of no document of ours, of another edition, or of a rule that does not exist."""
    guideline = guidelines.get(one.document)
    if guideline is None:
        yield Refusal(file, f"there is no guideline {one.document!r}: write one of {', '.join(guidelines)}")
        return
    if file != f"{one.document}.yaml":
        yield Refusal(file, f"it speaks of {one.document}: name the file {one.document}.yaml")
    if one.edition != guideline.edition:
        yield Refusal(
            file,
            f"it was read in the edition {one.edition!r}, and the register has {guideline.edition!r}: "
            "read the new edition, then write it here",
        )
    for field, refs in (("corrected", one.corrected), ("added", one.added)):
        for ref, _ in refs:
            if ref not in guideline.recommendations:
                yield Refusal(
                    file,
                    f"{field} names {ref!r}, which is no recommendation of {one.document}: "
                    "write its number as the page has it, in quotes, or put it under withdrawn if it is no more",
                )
    for ref, _ in one.withdrawn:
        if ref in guideline.recommendations:
            yield Refusal(file, f"withdrawn names {ref!r}, which {one.document} still has: write it under corrected")


def counted(found: Iterable[DocumentReading]) -> tuple[int, int, int, int]:
    """How many documents were read whole (with their pages open), and rules compared, corrected and added in all.

    A rule that was withdrawn is counted with the corrected.
    """
    each = tuple(found)
    return (
        sum(one.pages > 0 for one in each),
        sum(one.compared for one in each),
        sum(len(one.corrected) + len(one.withdrawn) for one in each),
        sum(len(one.added) for one in each),
    )
