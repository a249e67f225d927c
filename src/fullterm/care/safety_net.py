"""The safety net under every protocol: what a hospital may add to a line of it, and what it may not take away.

The net is a table of its own (`protocols/always.toml`). A hospital that writes a step of the same id adds to the line.
"""

from __future__ import annotations

from typing import Any, TypeAlias

ALWAYS = "always"
"""The name of the net's file, which is no protocol by itself."""
NAMES = frozenset({"id", "title", "says", "who", "source"})
"""What a hospital may say in its own words: how the line is called, what is done, who does it."""
ADDS = ("follows", "check", "weigh", "stops", "departs", "instead")
"""What a hospital may add to: what the net lists stays."""
StepTable: TypeAlias = dict[str, Any]


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
    for name, value in own.items():
        if name in NAMES:
            merged[name] = value
        elif name in ADDS:
            before = list(line.get(name, ()))
            merged[name] = [*(one for one in value if one not in before), *before]  # the hospital's own word first
        else:
            problems.append(
                f"{file} step {line['id']}: {name!r} belongs to the safety net: a hospital may write "
                f"{', '.join(sorted(NAMES - {'id'}))} or add to {', '.join(ADDS)}, and take nothing away"
            )
    return merged
