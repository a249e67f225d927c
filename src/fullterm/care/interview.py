"""The interview: what to ask next, and the case text once it is answered.

An answer is written where the case file keeps that fact, then the whole text is read again: an answer that makes
the case wrong is refused in the reader's own words and nothing changes.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from ruamel.yaml.comments import CommentedMap, CommentedSeq

from fullterm.care.asking import Sitting
from fullterm.care.case import Case
from fullterm.care.case_fields import PREGNANCY_FACTS, WOMAN_FACTS
from fullterm.care.case_file import read_case
from fullterm.care.case_yaml import case_yaml
from fullterm.care.known import current_pregnancy, known_on
from fullterm.care.questions import told_too_widely, words_of
from fullterm.logic.ask import Question
from fullterm.vocabulary.fact import Language
from fullterm.vocabulary.phrases import NO_WORDS, YES_WORDS, is_unknown

_KEY = re.compile(r"^(\w+)\[(\d+)\]\.(\w+)$")
PLACES = {
    "earlier": ("earlier", "pregnancies"),
    "procedures": ("procedures", "operations"),
    "scans": ("pregnancy", "scans", "scans"),
}
"""Where each list of records stands in a case file; `complete` stands beside its last name."""


@dataclass(frozen=True, slots=True)
class Turn:
    """One question put to her: what is asked, in words, and how many verdicts wait for it.

    `limits`: of a number told too widely to decide, the limits that lie inside it. `today`: whether the answer may turn
    today's decision.
    """

    key: str
    words: str
    waiting: int
    could_settle: int
    limits: tuple[int, ...] = ()
    today: bool = True


def next_turn(sitting: Sitting, language: Language, *, further: bool = True) -> Turn | None:
    """The next question of a sitting; None when no answer can change anything any more.

    `further`: also where it is enough for today.
    """
    question = sitting.question(further=further)
    return None if question is None else turn(sitting, question, language)


def turn(sitting: Sitting, question: Question, language: Language) -> Turn:
    """One question in words, with the limits that an answer told too widely straddles."""
    key, limits = question.key, sitting.limits(question.key)
    words = words_of(key, sitting.known.facts, language)
    if limits:
        words = told_too_widely(key, sitting.known.facts, limits, language)
    return Turn(key, words, len(question.rules), question.settles, limits, today=not sitting.enough)


def answered(text: str, key: str, said: str, on: date) -> str:
    """The case text with one more answer. Raises ValueError with a sentence when the answer cannot stand.

    One that contradicts another of its day stands: the more dangerous counts, and reading the case says so.

    A list's own question is answered yes or no: "has she …?" while it is empty, "are these all?" afterwards.
    """
    return _changed(text, on, lambda root, case: put_answer(root, key, said, case, on))


def put_words(text: str, number: int, words: str, on: date) -> str:
    """The case text with what she says of one earlier pregnancy (from 1 on), kept as said. Raises ValueError."""

    def put(root: dict[str, Any], _case: Case) -> None:
        group: Any = root
        for name in PLACES["earlier"]:
            group = group[name] if isinstance(group, dict) else group
        (group[number - 1] if isinstance(group, list) else group)["said"] = words

    return _changed(text, on, put)


def _changed(text: str, on: date, change: Callable[[dict[str, Any], Case], None]) -> str:
    """The case text with something more in it, read again: what makes it wrong is refused, and nothing changes."""
    case, problems = read_case(text, on) if text.strip() else (Case(on), ())
    if case is None:
        raise ValueError(problems[0].sentence)
    yaml = case_yaml()
    yaml.width = 120
    root = (yaml.load(text) if text.strip() else None) or CommentedMap()
    root.setdefault("told", on)
    before = {(one.field, one.sentence) for one in problems}
    if case.told < on:
        retell(root, case.told, on)
    change(root, case)
    out = io.StringIO()
    yaml.dump(root, out)
    found = read_case(out.getvalue(), on)[1]
    wrong = [one for one in found if one.conflict is None and (one.field, one.sentence) not in before]
    if wrong:
        raise ValueError(wrong[0].sentence)
    return out.getvalue()


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
