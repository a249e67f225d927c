"""From the sutures of a woman to what rules read of them on a day: whether one is in, by which route, which, and why.

Any that is in says yes. Where none surely is and one may be, it is unknown. No says only a removal in this pregnancy
(or at the end of the last one), or an answer.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from fullterm.care.case.model import Case, Observation, Pregnancy
from fullterm.care.case.sutures import Suture, common, standing, state
from fullterm.logic.facts import Value


def suture_facts(
    case: Case, current: Pregnancy | None, on: date, told: Mapping[str, Value], sources: Mapping[str, Observation],
    *, denied: bool,
) -> dict[str, Value | None]:  # fmt: skip
    """The facts on sutures; None is unknown. `told`: what was told of them; `denied`: none is in after the last end."""
    there = standing(case, on)
    surely = [one for one in there if state(one, on) == "in"]
    some = [] if surely else [one for one in there if one.some_in]  # one of them is in, nobody knows which
    out = denied or _removed_in(current, on) or _none_said(told, sources) or told.get("suture_in") is False
    found: dict[str, Value | None] = {
        "suture_in": True if surely or some else None if there else False if out else None,
        "suture_vaginal": _by("vaginal", there, surely, some, out, told),
        "suture_abdominal": _by("abdominal", there, surely, some, out, told),
        "suture": common(one.kind for one in there) if surely else None if there else "none" if out else None,
        "suture_indication": told.get("suture_indication"),
    }
    if there:
        asked = told.get("suture_indication") if len(there) == 1 else None
        why = str(asked) if asked is not None else None
        found["suture_indication"] = common(one.indication or why for one in there)
    elif out:
        found["suture_indication"] = None
    if found["suture"] in ("vaginal", "abdominal") and found["suture"] != "abdominal":
        found["suture"] = None  # the technique is not known
    for name in ("suture_in", "suture_vaginal", "suture_abdominal"):
        seen = sources.get(name)
        if there and found[name] is None and seen is not None and seen.value is True and not _doubted(there, seen.on):
            found[name] = True
    return found


def _by(
    route: str, there: tuple[Suture, ...], surely: list[Suture], some: list[Suture], out: bool,
    told: Mapping[str, Value],
) -> bool | None:  # fmt: skip
    """Whether one by this route is in: no where each that is or may be in came by the other, or none is in."""
    if any(one.route == route for one in surely) or (some and all(one.route == route for one in some)):
        return True
    if any(one.route in (route, None) for one in there):
        return None
    return False if there or out or told.get(f"suture_{route}") is False else None


def _none_said(told: Mapping[str, Value], sources: Mapping[str, Observation]) -> bool:
    """Whether she was said to have none, and nobody has told since why one was placed."""
    said, why = sources.get("suture"), sources.get("suture_indication")
    since = said is not None and why is not None and why.on > said.on
    return told.get("suture") == "none" and not since


def _removed_in(current: Pregnancy | None, on: date) -> bool:
    return current is not None and any(one.on.low <= on.toordinal() for one in current.removals)


def _doubted(there: tuple[Suture, ...], on: date) -> bool:
    """Whether a removal since that day may have taken one of them out."""
    return any(one.doubt is not None and one.doubt > on.toordinal() for one in there) or any(
        one.out is not None for one in there
    )
