"""By which facts something holds: what stops a step, what is said against a suture, what brought a line to the top."""

from __future__ import annotations

from fullterm.logic.evaluate import Reading
from fullterm.logic.nodes import leaves


def holding(reading: Reading) -> tuple[str, ...]:
    """The facts by which a list of contraindications is yes, each by itself, in the order of the list."""
    if reading.value is not True:
        return ()
    read = {leaf.name for leaf in leaves(reading.node)} - {"pregnant"}
    if len(read) == 1:
        return tuple(read)
    return tuple(dict.fromkeys(name for part in reading.parts for name in holding(part)))
