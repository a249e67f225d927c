"""How CQL is spelled and laid out: names, strings, queries. It knows nothing of rules."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

WOMAN = "woman"
WIDTH = 110


def quoted(name: str) -> str:
    """A quoted identifier: clinical names such as `singleton` are words of CQL, so none goes bare."""
    return '"' + _escaped(name).replace('"', '\\"') + '"'


def string(text: str) -> str:
    """A string literal."""
    return "'" + _escaped(text).replace("'", "\\'") + "'"


def of_woman(name: str) -> str:
    """An element of the parameter."""
    return f"{quoted(WOMAN)}.{quoted(name)}"


def one_of(rows: str) -> str:
    """The alias of the record at hand. No definition has a name like it: `cql-execution` looks both up in one place."""
    return f"one of {rows}"


def list_type(kinds: Mapping[str, str]) -> str:
    """The type of a list of records with these elements."""
    if not kinds:
        return "List<Any>"
    return f"List<Tuple {{ {', '.join(f'{quoted(name)} {kind}' for name, kind in kinds.items())} }}>"


def matching(rows: str, where: str, returned: str = "") -> str:
    """A query: the records of a list for which `where` is true, or something of each.

    Whatever is to be counted must be `returned`: `cql-execution` drops equal records from a query that has no
    `return all`, and two losses at 14 weeks would count as one.
    """
    last = f"\n  return all {returned}" if returned else ""
    return f"{quoted(rows)} {quoted(one_of(rows))}\n  where {deeper(where)}{last}"


def joined(word: str, parts: Sequence[str]) -> str:
    """Conditions joined by `and` or `or`, on one line if they fit."""
    line = f" {word} ".join(parts)
    if len(line) <= WIDTH and "\n" not in line:
        return line
    return f"\n{word} ".join(deeper(part) for part in parts)


def cases(lines: Sequence[str], otherwise: str) -> str:
    """An ordered choice."""
    return "\n  ".join(["case", *(deeper(line) for line in lines), f"else {deeper(otherwise)}"]) + "\nend"


def deeper(text: str) -> str:
    """The same text, its further lines one step to the right."""
    return text.replace("\n", "\n  ")


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r").replace("\t", "\\t")
