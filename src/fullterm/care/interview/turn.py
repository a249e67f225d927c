"""The interview: what to ask next, and the case text once it is answered.

An answer is written where the case file keeps that fact, then the whole text is read again: an answer that makes
the case wrong is refused in the reader's own words and nothing changes.
"""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from ruamel.yaml.comments import CommentedMap

from fullterm.care.case.model import Case
from fullterm.care.case.read import read_case
from fullterm.care.case.yaml import case_yaml
from fullterm.care.interview.next_question import told_too_widely, words_of
from fullterm.care.interview.sitting import Sitting
from fullterm.care.record.answer_text import PLACES, put_answer, retell
from fullterm.logic.ask import Question
from fullterm.vocabulary.fact import Language


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
