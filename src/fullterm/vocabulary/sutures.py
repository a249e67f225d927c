"""What one word told of a suture says of the three facts that rules read, and the route of each technique."""

from __future__ import annotations

from collections.abc import Mapping

FACTS = ("suture_in", "suture_vaginal", "suture_abdominal")
"""Whether a suture is in now, and by which route. Rules read these; `care.case.facts_on` computes them from the sutures."""

ROUTES: Mapping[str, str] = {
    "mcdonald": "vaginal", "shirodkar": "vaginal", "open_abdominal": "abdominal", "laparoscopic": "abdominal",
}  # fmt: skip
"""The route by which each technique is done."""

_SAYS: Mapping[str, tuple[bool, bool | None, bool | None]] = {
    "none": (False, False, False),
    "mcdonald": (True, True, False),
    "shirodkar": (True, True, False),
    "vaginal": (True, True, False),
    "abdominal": (True, False, True),
    "in": (True, None, None),
}


def said_by(option: str) -> dict[str, bool]:
    """What an option of the fact `suture` says of the three facts; those it leaves open are left out."""
    return {name: value for name, value in zip(FACTS, _SAYS[option], strict=True) if value is not None}
