"""The small vocabulary of the specification, as a page would use it."""

from __future__ import annotations

from fullterm.logic.nodes import Measure, OneOf, YesNo
from fullterm.logic.quantity import Unit
from fullterm.vocabulary.fact import Options

STITCHES = ("high", "low", "none")
bleeding, pain = YesNo("bleeding"), YesNo("pain")
week, length = Measure("week", Unit.COUNT), Measure("length", Unit.COUNT)
stitch = Options("stitch", STITCHES)


class visit:  # noqa: N801 read as a noun in the examples: visit.pain
    """The fields of one record of the list `visits`."""

    bleeding, pain = YesNo("bleeding", "visits"), YesNo("pain", "visits")
    week, length = Measure("week", Unit.COUNT, "visits"), Measure("length", Unit.COUNT, "visits")
    stitch = Options("stitch", STITCHES, "visits")


__all__ = ["OneOf", "bleeding", "length", "pain", "stitch", "visit", "week"]
