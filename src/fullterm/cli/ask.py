"""`fullterm ask`: the interview at the terminal, in a doctor's order. Each answer is saved before the next question."""

from __future__ import annotations

import os
import sys
import tempfile
from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from fullterm.care.case.model import Case
from fullterm.care.case.read import read_case
from fullterm.care.interview.sitting import Sitting, sitting
from fullterm.care.interview.tiers import NAMES, NONE_OF_THESE, InterviewPage, page_of, record_of, tier_of
from fullterm.care.interview.turn import Turn, answered, next_turn, put_words
from fullterm.care.protocol.model import Protocol, read_protocol
from fullterm.care.record.answer_text import PLACES
from fullterm.cli.ask_words import BACK, MOST, NONE, SAY, STOP
from fullterm.cli.lines import COMMA, written
from fullterm.guidelines import register
from fullterm.logic.answers import full_name
from fullterm.vocabulary.fact import VOCABULARY, Language
from fullterm.vocabulary.phrases import NO_WORDS, YES_WORDS, is_unknown
from fullterm.vocabulary.wording import COLON, answers_of, record_name


def run(path: Path | None, language: Language, on: date, protocol: str) -> int:
    """Interview until nothing more matters, or until told to stop. 2 when the file cannot be continued, or there is no
    such protocol.
    """
    try:
        hospital = read_protocol(protocol, {one.key: one for one in register.recommendations()})
    except ValueError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    path = path or Path(f"case-{on.isoformat()}.yaml")
    new = f"told: {on.isoformat()}\n"
    case, problems = read_case(path if path.exists() else new, latest=on)
    for problem in problems:
        sys.stderr.write(f"{problem}\n")
    if case is None:
        return 2
    text = path.read_text(encoding="utf-8") if path.exists() else new
    say("begin", language, path)
    try:
        _Interview(path, text, case, on, language, hospital).run()
    except OSError as error:
        sys.stderr.write(SAY["unsaved"][language].format(path, error.strerror) + "\n")
        return 2
    return 0


def say(word: str, language: Language, *filling: object) -> None:
    """Print one of the interview's own sentences."""
    sys.stdout.write(SAY[word][language].format(*filling) + "\n")


@dataclass
class _Interview:
    """One sitting: the case as it is saved, what was passed over, and how to go back."""

    path: Path
    text: str
    case: Case
    on: date
    language: Language
    protocol: Protocol
    skipped: frozenset[str] = frozenset()
    asked: Counter[str] = field(default_factory=Counter)
    undo: list[tuple[str, frozenset[str]]] = field(default_factory=list)
    waiting: list[str] = field(default_factory=list)
    page: InterviewPage | None = None
    further: bool = False
    listed: bool = False
    words_asked: set[int] = field(default_factory=set)

    def run(self) -> None:
        while True:
            now = sitting(self.case, self.on, self.protocol, self.skipped)
            turn = next_turn(now, self.language)
            if turn is None:
                say("settled", self.language, self.path)
                return
            if not (turn.today or self.further or self._goes_on(now)) or not self._takes(now, turn):
                say("stopped", self.language, self.path)
                return

    def _goes_on(self, now: Sitting) -> bool:
        left = now.left(MOST)
        more = SAY["many" if left == MOST else "more"][self.language].format(left)
        say("enough", self.language, more)
        said = self._line()
        self.further = said is not None and said.lower() not in STOP | NO_WORDS
        return self.further

    def _takes(self, now: Sitting, turn: Turn) -> bool:
        """Put one question and keep its answer; whether the interview goes on."""
        if not self.waiting and not self._her_words(turn.key):
            return False
        said = self.waiting.pop(0) if self.waiting else self._put(now, turn)
        if said is None or said.lower() in STOP:
            return False
        if said.lower() in BACK:
            self._back()
        elif said.lower() in NONE and turn.key in NONE_OF_THESE:
            for key in self._dangers(now):
                self._keep(key, "no")
        elif len(several := _several(said)) > 1:
            self.waiting = several
        else:
            self._keep(turn.key, said)
        return True

    def _keep(self, key: str, said: str) -> None:
        before = self.text, self.skipped
        number = VOCABULARY.facts.get(full_name(key))
        self.asked[key] += 1
        wide = number is not None and number.kind == "number" and self.asked[key] == 1  # it may be asked more exactly
        try:
            if is_unknown(said) or not (key in PLACES or wide):
                self.skipped |= {key}
            if not (is_unknown(said) and key in (*PLACES, "gestation")):
                self._save(answered(self.text, key, said, self.on))
        except ValueError as error:
            self.text, self.skipped = before[0], self.skipped if is_unknown(said) else before[1]
            self.asked[key] -= 1
            self.waiting.clear()
            say("again", self.language, error)
            return
        self.undo.append(before)
        _say_conflicts(before[0], self.text, self.language)

    def _save(self, text: str) -> None:
        save(self.path, text)
        self.text = text
        again, _ = read_case(text)
        assert again is not None
        self.case = again

    def _back(self) -> None:
        self.waiting.clear()
        if self.undo:
            text, self.skipped = self.undo.pop()
            self.asked.clear()
            self._save(text)
            say("undone", self.language)
        else:
            say("first", self.language)

    def _her_words(self, key: str) -> bool:
        """Each earlier pregnancy begins with what she says of it, kept as said; whether the interview goes on."""
        number = record_of(key) if tier_of(key) == "earlier" else 0
        told = next((one for one in self.case.earlier if one.number == number), None)
        if told is None or told.said is not None or told.observations or number in self.words_asked:
            return True
        self.words_asked.add(number)
        sys.stdout.write("\n")
        say("said", self.language, number)
        said = self._line()
        if said is None or said.lower() in STOP:
            return False
        if said.lower() in BACK:
            self._back()
        elif said:
            self.undo.append((self.text, self.skipped))
            self._save(put_words(self.text, number, said, self.on))
        return True

    def _dangers(self, now: Sitting) -> list[str]:
        return [one.key for one in now.for_today() if one.key in NONE_OF_THESE]

    def _put(self, now: Sitting, turn: Turn) -> str | None:
        told = {rows: len(listed.records) for rows, listed in now.known.facts.lists.items()}
        if (page := page_of(turn.key, told)) != self.page:
            self.page = page
            self._head(page)
        if turn.key in NONE_OF_THESE and not self.listed:
            self._list_dangers(now)
        fact = VOCABULARY.facts.get(full_name(turn.key))
        waits = "for_today" if turn.today else "waiting"
        self._write(f"\n{turn.words}  [{SAY[waits][self.language].format(turn.waiting)}]\n")
        if fact is not None and (fact.options or fact.answers):
            own = [f"{name} ({label[self.language]})" for name, label in fact.options]
            names = COMMA[self.language].join(own or [one[self.language] for one in answers_of(fact)])
            self._write(f"  {SAY['choices'][self.language]}: {names}\n")
        if fact is not None and fact.hint is not None:
            self._write(f"  {fact.hint[self.language]}\n")
        return self._line()

    def _head(self, page: InterviewPage) -> None:
        name = NAMES[page.tier][self.language]
        if page.record:
            name += COLON[self.language] + record_name("earlier", page.record, self.language)
        self._write(f"\n== {name} ==\n")

    def _list_dangers(self, now: Sitting) -> None:
        """The list of dangers that "none" answers at once, before the first of them is asked."""
        self.listed = True
        dangers = self._dangers(now)
        if len(dangers) > 1:
            names = COMMA[self.language].join(VOCABULARY.facts[key].label[self.language] for key in dangers)
            self._write("\n" + SAY["dangers"][self.language].format(names) + "\n")

    def _write(self, text: str) -> None:
        sys.stdout.write(written(text, self.language))

    def _line(self) -> str | None:
        sys.stdout.write("> ")
        sys.stdout.flush()
        try:
            said = sys.stdin.readline()
        except KeyboardInterrupt:
            said = ""
        return said.strip() if said else None


def _several(said: str) -> list[str]:
    """Several answers of one line, where each is a yes, a no or an unknown; else the one answer that it is."""
    parts = [one.strip() for one in said.replace("，", ",").replace("、", ",").split(",")]
    plain = all(one.lower() in YES_WORDS | NO_WORDS or (one and is_unknown(one)) for one in parts)
    return parts if plain else [said]


def _say_conflicts(before: str, text: str, language: Language) -> None:
    """Say what an answer contradicts of what was told of the same day."""
    known = {one.sentence for one in read_case(before)[1]}
    for one in read_case(text)[1]:
        if one.conflict is not None and one.sentence not in known:
            say("conflict", language, one.sentence)


def save(path: Path, text: str) -> None:
    """Write the whole file or nothing: a crash never leaves half a case."""
    descriptor, name = tempfile.mkstemp(dir=path.resolve().parent, prefix=f".{path.name}.")
    with os.fdopen(descriptor, "w", encoding="utf-8") as out:
        out.write(text)
        out.flush()
        os.fsync(out.fileno())
    Path(name).replace(path)
