"""Of what shape each field of a protocol's file is: a text, names, yes or no, a table. Looked at before it is read.

A field that is none, and a value of another shape, are refused in a sentence: nothing written in the file is ignored.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

from fullterm.care.protocol.fields import nearest, visible


class Shape(NamedTuple):
    """What a value must be, and how it is written."""

    fits: Callable[[object], bool]
    write: str


def _is_number(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


def _is_list_of(kind: type) -> Callable[[object], bool]:
    return lambda value: isinstance(value, list) and all(isinstance(one, kind) for one in value)


TEXT = Shape(lambda value: isinstance(value, str) and visible(value), 'words in quotes, as "…"')
NAMES = Shape(_is_list_of(str), 'names in brackets, as ["…"]')
FLAG = Shape(lambda value: isinstance(value, bool), "true or false")
NUMBER = Shape(_is_number, "a whole number, as 3")
BOTH = Shape(lambda value: isinstance(value, dict), '{ en = "…", zh = "…" }')
CITED = Shape(lambda value: isinstance(value, dict) or TEXT.fits(value), 'words in quotes, or { en = "…", zh = "…" }')
TABLE = Shape(lambda value: isinstance(value, dict), 'fields in braces, as { by = "Dr …", on = 2026-03-02 }')
TABLES = Shape(_is_list_of(dict), "each as a table of its own, as { advice = …, why = … }")
STEPS = Shape(_is_list_of(dict), "each as [[step]] with its fields below")

CUSTODIES = ("to_remove", "kind_unknown", "may_be_in")
CUSTODY = Shape(lambda value: value in CUSTODIES, f"one of {', '.join(CUSTODIES)}")

PROTOCOL: Mapping[str, Shape] = {
    "id": TEXT, "title": BOTH, "source": BOTH, "closing": NUMBER, "adopted": TABLE, "documents": NAMES,
    "departs": TABLES, "agreement": TABLE, "step": STEPS,
}  # fmt: skip
STEP: Mapping[str, Shape] = {
    "id": TEXT, "title": BOTH, "says": BOTH, "who": TEXT, "source": CITED,
    "after": TEXT, "opens": TEXT, "best": TEXT, "closes": TEXT, "done_by": TEXT, "custody": CUSTODY, "at": TEXT,
    "every": NUMBER, "rank": NUMBER,
    "departs": TABLES, "instead": TABLES,
} | dict.fromkeys(("when", "unless", "stops", "trigger", "gives_way", "follows", "check", "weigh", "known"), NAMES) | (
    dict.fromkeys(("before_pregnancy", "urgent", "until_done", "for_woman", "same_day"), FLAG)
)  # fmt: skip
DEPARTURE: Mapping[str, Shape] = {"advice": TEXT, "why": BOTH}
INSTEAD: Mapping[str, Shape] = {"when": NAMES, "title": BOTH, "says": BOTH, "who": TEXT}
AGREEMENT: Mapping[str, Shape] = {"yes": NAMES, "no": NAMES}


def misshapen(file: str, loaded: Mapping[str, Any]) -> list[str]:
    """A sentence for each field of another shape, and for each at the top that is none."""
    unknown = (name for name in loaded if name not in PROTOCOL)
    top = [f"{file}: {name!r} is no field of a protocol{_instead(name, PROTOCOL)}" for name in unknown]
    return [*top, *_of(file, loaded, PROTOCOL)]


def _of(where: str, told: Mapping[str, Any], shapes: Mapping[str, Shape]) -> Iterator[str]:
    for name, value in told.items():
        shape = shapes.get(name)
        if shape is None:
            continue
        if not shape.fits(value):
            yield f"{where}: {name} is not what belongs there: write {shape.write}"
            continue
        for number, inner in enumerate(value if shape in (TABLES, STEPS) else (), 1):
            if name == "step":
                yield from _of(f"{where} step {inner.get('id', number)}", inner, STEP)
            else:
                yield from _whole(f"{where} {name} {number}", inner, DEPARTURE if name == "departs" else INSTEAD)
        if name == "agreement":
            yield from _of(f"{where} {name}", value, AGREEMENT)


def _whole(where: str, told: Mapping[str, Any], shapes: Mapping[str, Shape]) -> Iterator[str]:
    """What is wrong with a table that knows no other fields; what it lacks in words is said with the words."""
    yield from (f"{where}: {name!r} is no field here{_instead(name, shapes)}" for name in told if name not in shapes)
    yield from (f"{where}: advice is missing: write it" for name in ("advice",) if name in shapes and name not in told)
    yield from _of(where, told, shapes)


def _instead(name: str, shapes: Mapping[str, Shape]) -> str:
    return nearest(name, shapes) or f": write one of {', '.join(shapes)}"
