"""The women beside each page: what each is, and what the page must say of her.

`NAME.cases.yaml` is a list. Each entry is a woman in words, her facts, and the verdicts expected:

    - woman: lost a pregnancy at 19 weeks; cervix 22 mm at 20 weeks
      facts:
        pregnant: yes
        fetuses: 1
        gestation: 20w3d
        all earlier: [{outcome: loss, gestation: 19w0d, induced: no}]
        all scans: [{gestation: 20w0d, length: 22 mm, method: transvaginal}]
      1.2.1: applies
    - woman: the same, one millimetre longer than the limit
      but: {"scans[1].length": 26 mm}
      1.2.1: does not apply
    - woman: the same, not scanned yet
      but: {all scans: []}
      1.2.1: {cannot tell: [scans]}

`all earlier` is a complete list, `earlier` an open one. `but` changes the facts of the woman above.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from fullterm.logic.facts import Facts, Listed, Record, Value
from fullterm.vocabulary.fact import VOCABULARY, Fact
from fullterm.vocabulary.phrases import parse_value
from fullterm.vocabulary.sutures import said_by

DOCUMENTS = Path(__file__).parent / "documents"
VAGUE = VOCABULARY.facts["suture"].vague
_FIELD = re.compile(r"^(\w+)\[(\d+)\]\.(\w+)$")
VERDICTS = ("applies", "does not apply", "cannot tell", "not for her")


@dataclass(frozen=True, slots=True)
class Expected:
    """What the page must say: a verdict, and for "cannot tell" at least these missing facts."""

    ref: str
    verdict: str
    missing: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class CaseOfPage:
    """One woman beside a page."""

    file: str
    line: int
    woman: str
    facts: Facts
    expected: tuple[Expected, ...]


def files() -> dict[str, Path]:
    """Where the women of each page stand, by the page's name."""
    return {path.name.removesuffix(".cases.yaml"): path for path in sorted(DOCUMENTS.glob("*/*.cases.yaml"))}


def cases_of(page: str) -> tuple[CaseOfPage, ...]:
    """The women beside the page `NAME`, in order. Raises ValueError naming file, line and field."""
    path = files().get(page)
    if path is None:
        return ()
    loaded = YAML(typ="rt").load(path.read_text(encoding="utf-8"))
    found: list[CaseOfPage] = []
    told: dict[str, Any] = {}
    for entry in loaded:
        line = entry.lc.line + 1
        try:
            told = _changed(told, entry["but"]) if "but" in entry else copy.deepcopy(dict(entry["facts"]))
            expected = tuple(_expected(str(k), v) for k, v in entry.items() if k not in ("woman", "facts", "but"))
            found.append(CaseOfPage(path.name, line, str(entry["woman"]), read_facts(told), expected))
        except (KeyError, ValueError) as error:
            raise ValueError(f"{path.name} line {line}: {error}") from None
    return tuple(found)


def read_facts(told: Mapping[str, Any]) -> Facts:
    """Facts as a case writes them. Raises ValueError naming the field."""
    values: dict[str, Value] = {}
    lists: dict[str, Listed] = {}
    for key, said in told.items():
        name = str(key).removeprefix("all ")
        if name in VOCABULARY.lists:
            fields = VOCABULARY.fields(name)
            records = tuple(_record(fields, record) for record in said)
            lists[name] = Listed(records, complete=name != key)
        elif (value := _value(VOCABULARY.fields(None), str(key), said)) is not None:
            values[str(key)] = value
    return Facts(_with_suture(values), lists)


def _with_suture(values: dict[str, Value]) -> dict[str, Value]:
    """With what the option told of the suture says of the three facts rules read; a vague option is no answer itself."""
    told = values.get("suture")
    if not isinstance(told, str):
        return values
    rest = {name: value for name, value in values.items() if name != "suture" or told not in VAGUE}
    return {**said_by(told), **rest}


def _record(fields: Mapping[str, Fact], told: Mapping[str, Any]) -> Record:
    read = ((str(key), _value(fields, str(key), said)) for key, said in told.items())
    return {key: value for key, value in read if value is not None}


def _value(fields: Mapping[str, Fact], key: str, said: object) -> Value | None:
    if key not in fields:
        raise ValueError(f"{key} is not a fact: write one of {', '.join(fields)}")
    try:
        return parse_value(fields[key], said)
    except ValueError as error:
        raise ValueError(f"{key}: {error}") from None


def _changed(told: dict[str, Any], changes: Mapping[str, Any]) -> dict[str, Any]:
    changed = copy.deepcopy(told)
    for key, said in changes.items():
        if found := _FIELD.match(str(key)):
            rows, number, name = found[1], int(found[2]), found[3]
            changed[f"all {rows}" if f"all {rows}" in changed else rows][number - 1][name] = said
        else:
            other = str(key).removeprefix("all ") if str(key).startswith("all ") else f"all {key}"
            changed.pop(other, None)
            changed[str(key)] = said
    return changed


def _expected(ref: str, said: object) -> Expected:
    if isinstance(said, Mapping):
        ((verdict, missing),) = said.items()
        return Expected(ref, _verdict(str(verdict)), frozenset(str(name) for name in missing))
    return Expected(ref, _verdict(str(said)))


def _verdict(said: str) -> str:
    if said not in VERDICTS:
        raise ValueError(f"{said!r} is not a verdict: write one of {', '.join(VERDICTS)}")
    return said.replace(" ", "_")
