"""The interview: what to ask next, and the case text once it is answered.

An answer is written where the case file keeps that fact, then the whole text is read again: an answer that makes
the case wrong is refused in the reader's own words and nothing changes.
"""

from __future__ import annotations

import io
import re
from dataclasses import dataclass
from datetime import date
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq

from fullterm.care.case import Case
from fullterm.care.case_fields import WOMAN_FACTS
from fullterm.care.case_file import read_case
from fullterm.care.known import known_on
from fullterm.care.questions import next_for, words_of
from fullterm.vocabulary.fact import Language
from fullterm.vocabulary.phrases import NO_WORDS, UNKNOWN_WORDS, YES_WORDS

_KEY = re.compile(r"^(\w+)\[(\d+)\]\.(\w+)$")
PLACES = {
    "earlier": ("earlier", "pregnancies"),
    "procedures": ("procedures", "operations"),
    "scans": ("pregnancy", "scans", "scans"),
}
"""Where each list of records stands in a case file; `complete` stands beside its last name."""


@dataclass(frozen=True, slots=True)
class Turn:
    """One question put to her: what is asked, in words, and how many verdicts wait for it."""

    key: str
    words: str
    waiting: int
    could_settle: int


def next_turn(case: Case, on: date, language: Language, skipped: frozenset[str]) -> Turn | None:
    """The next question for this case on a day; None when no answer can change anything any more.

    `skipped`: keys nobody could answer in this sitting.
    """
    facts = known_on(case, on).facts
    dated = case.pregnancy is not None and case.pregnancy.dating is not None
    closed = case.not_known | skipped | (frozenset({"gestation"}) if dated else frozenset())
    question = next_for(facts, on, closed)
    if question is None:
        return None
    return Turn(question.key, words_of(question.key, facts, language), len(question.rules), question.settles)


def answered(text: str, key: str, said: str, on: date) -> str:
    """The case text with one more answer. Raises ValueError with a sentence when the answer cannot stand.

    A list's own question is answered yes or no: "has she …?" while it is empty, "are these all?" afterwards.
    """
    yaml = YAML(typ="rt")
    yaml.width = 120
    root = (yaml.load(text) if text.strip() else None) or CommentedMap()
    root.setdefault("told", on)
    before = {(one.field, one.sentence) for one in read_case(text, on)[1]} if text.strip() else set()
    if key in PLACES:
        _answer_list(root, key, said)
    else:
        said = "unknown" if is_unknown(said) else said
        group, name = _place(root, key)
        same_day = str(root["told"]) == on.isoformat()
        group[name] = said if same_day or name == "measured" else CommentedMap(value=said, on=on.isoformat())
        if key == "gestation":
            group[name] = CommentedMap(on=on.isoformat(), gestation=said)
    out = io.StringIO()
    yaml.dump(root, out)
    wrong = [one for one in read_case(out.getvalue(), on)[1] if (one.field, one.sentence) not in before]
    if wrong:
        raise ValueError(wrong[0].sentence)
    return out.getvalue()


def _answer_list(root: CommentedMap, key: str, said: str) -> None:
    *groups, last = PLACES[key]
    group: Any = root
    for name in groups:
        inner = group.get(name)
        if isinstance(inner, list):
            group[name] = CommentedMap({last: inner})
        elif not isinstance(inner, dict):
            group[name] = CommentedMap()
        group = group[name]
    records = group.setdefault(last, CommentedSeq())
    word = said.strip().lower()
    if word not in YES_WORDS | NO_WORDS:
        raise ValueError(f"{said!r} is neither yes nor no: write one of the two, or don't know")
    yes = word in YES_WORDS
    if yes is bool(records):  # "are these all?" yes, or "has she ever?" no
        group["complete"] = "yes"
    else:
        records.append(CommentedMap())


def _place(root: CommentedMap, key: str) -> tuple[Any, str]:
    """The group and name under which a case file keeps a fact."""
    if found := _KEY.match(key):
        group: Any = root
        for name in PLACES[found[1]]:
            group = group[name] if isinstance(group, dict) else group
        return group[int(found[2]) - 1], found[3]
    if key in WOMAN_FACTS:
        return _group(root, "woman"), key
    return _group(root, "pregnancy"), "measured" if key == "gestation" else key


def _group(root: CommentedMap, name: str) -> Any:
    group = root.get(name)
    if not isinstance(group, dict):
        group = root[name] = CommentedMap()
    return group


def is_unknown(said: str) -> bool:
    """Whether she said that she does not know."""
    return said.strip().lower() in UNKNOWN_WORDS
