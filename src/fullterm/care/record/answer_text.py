"""An answer written where the text of a case keeps it: its list, its group, its day.

Whoever writes then reads the whole text again: what makes a case wrong is refused there, and nothing changes.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from ruamel.yaml.comments import CommentedMap, CommentedSeq

from fullterm.care.case.facts_on import current_pregnancy, known_on
from fullterm.care.case.fields import PREGNANCY_FACTS, WOMAN_FACTS
from fullterm.care.case.model import Case
from fullterm.vocabulary.phrases import NO_WORDS, YES_WORDS, is_unknown

_KEY = re.compile(r"^(\w+)\[(\d+)\]\.(\w+)$")
PLACES = {
    "earlier": ("earlier", "pregnancies"),
    "procedures": ("procedures", "operations"),
    "scans": ("pregnancy", "scans", "scans"),
}
"""Where each list of records stands in a case file; `complete` stands beside its last name."""


def put_answer(root: dict[str, Any], key: str, said: str, case: Case, on: date) -> None:
    """Write one answer where a case document keeps it. Raises ValueError with a sentence when it has no place."""
    if key in PLACES:
        _answer_list(root, key, said, case, on)
        return
    said = "unknown" if is_unknown(said) else said
    group, name = _place(root, key, case, on)
    group[name] = CommentedMap(on=on.isoformat(), gestation=said) if key == "gestation" else said


def retell(root: dict[str, Any], before: date, on: date) -> None:
    """Move the day of telling to `on`: what can age keeps the day it was told, and the scans may be more by now."""
    root["told"] = on.isoformat()
    day = before.isoformat()
    for name, facts in (("woman", WOMAN_FACTS), ("pregnancy", PREGNANCY_FACTS)):
        group: Any = root.get(name)
        for fact in [key for key in group if key in facts] if isinstance(group, dict) else ():
            group[fact] = _dated(group[fact], day)
    pregnancy = root.get("pregnancy")
    for group in (root, pregnancy):
        for name in ("declined", "done", "decided") if isinstance(group, dict) else ():
            for one in group.get(name) or ():
                one.setdefault("on", day)
    if not isinstance(pregnancy, dict):
        return
    scans = pregnancy.get("scans")
    if isinstance(scans, str):
        del pregnancy["scans"]
    elif isinstance(scans, dict):
        scans.pop("complete", None)


def _dated(told: Any, day: str) -> Any:
    if isinstance(told, dict):
        told.setdefault("on", day)
    elif isinstance(told, list) and any(isinstance(one, dict) for one in told):
        return CommentedSeq(_dated(one, day) for one in told)
    elif told is not None:
        return CommentedMap(value=told, on=day)
    return told


def _answer_list(root: dict[str, Any], key: str, said: str, case: Case, on: date) -> None:
    *groups, last = PLACES[key]
    group: Any = root
    for name in groups:
        inner = group.get(name)
        if isinstance(inner, list):
            group[name] = CommentedMap({last: inner})
        elif not isinstance(inner, dict):
            group[name] = CommentedMap()
        group = group[name]
    if not isinstance(group.get(last), list):
        group[last] = CommentedSeq([group[last]] if group.get(last) else [])
    word = said.strip().lower()
    if word not in YES_WORDS | NO_WORDS:
        raise ValueError(f"{said!r} is neither yes nor no: write one of the two, or don't know")
    yes = word in YES_WORDS
    told = known_on(case, on).facts.lists[key].records  # as asked: a pregnancy that has ended is one of them
    if yes is bool(told):  # "are these all?" yes, or "has she ever?" no
        group["complete"] = "yes"
    else:
        group[last].append(CommentedMap())


def _place(root: dict[str, Any], key: str, case: Case, on: date) -> tuple[Any, str]:
    """The group and name under which a case file keeps a fact."""
    if found := _KEY.match(key):
        group: Any = root
        number = int(found[2]) - 1
        ended = case.pregnancy.outcome if case.pregnancy is not None else None
        if found[1] == "earlier" and ended is not None and ended.number == number + 1:
            return _group(_group(root, "pregnancy"), "outcome", "outcome"), found[3]
        try:
            for name in PLACES[found[1]]:
                group = group[name] if isinstance(group, dict) else group
            return (group[number] if isinstance(group, list) else group), found[3]
        except LookupError:
            raise ValueError(f"there is no record {number + 1} in that list: add it first") from None
    if key in WOMAN_FACTS:
        return _group(root, "woman"), key
    if current_pregnancy(case, on) is None and known_on(case, on).facts.values.get("pregnant") is not True:
        raise ValueError("this is asked of a pregnancy, and none is told: say first whether she is pregnant")
    if case.pregnancy is not None and case.pregnancy.outcome is not None:
        raise ValueError("that pregnancy has ended: move it to the earlier ones and tell the new one under pregnancy")
    return _group(root, "pregnancy"), "measured" if key == "gestation" else key


def _group(root: dict[str, Any], name: str, plainly: str | None = None) -> Any:
    """The group under a name; made where there is none. A bare value stands in it under `plainly`."""
    group = root.get(name)
    if not isinstance(group, dict):
        bare = {plainly: group} if plainly is not None and group is not None else {}
        group = root[name] = CommentedMap(bare)
    return group
