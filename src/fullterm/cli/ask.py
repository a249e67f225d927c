"""`fullterm ask`: the interview at the terminal. Every answer is saved before the next question is put."""

from __future__ import annotations

import os
import sys
import tempfile
from datetime import date
from pathlib import Path

from fullterm.care.case import Case
from fullterm.care.case_file import read_case
from fullterm.care.interview import PLACES, Turn, answered, next_turn
from fullterm.cli.lines import COMMA, written
from fullterm.vocabulary.fact import VOCABULARY, Language, Text
from fullterm.vocabulary.phrases import is_unknown
from fullterm.vocabulary.wording import answers_of

BACK = frozenset({"back", "b", "返回", "上一题"})
STOP = frozenset({"stop", "quit", "exit", "q", "停止", "退出"})
SAY = {
    "begin": Text(
        "Answers: yes, no, 'about 20 weeks', '18-22', \"don't know\"; 'back' undoes, 'stop' ends. Saved in {}",
        "可答:是、否、“约20周”、“18-22”、“不知道”;“返回”撤销,“停止”结束。保存于{}",
    ),
    "waiting": Text("open verdicts waiting: {}", "等待此答案的判断:{}项"),
    "choices": Text("one of", "可选"),
    "again": Text("Not taken: {}", "未采纳:{}"),
    "conflict": Text("Taken, but look: {}", "已采纳,但请注意:{}"),
    "first": Text("There is nothing to go back to.", "已是第一题。"),
    "undone": Text("Taken back.", "已撤销。"),
    "settled": Text(
        "Nothing more can change a verdict. Next: fullterm assess {}", "已无问题能改变判断。下一步:fullterm assess {}"
    ),
    "unsaved": Text(
        "{}: the answer cannot be saved ({}): name a file in a folder you may write to",
        "{}:无法保存({}):请指定可写文件夹中的文件",
    ),
    "stopped": Text("Saved. Go on later with: fullterm ask {}", "已保存。继续:fullterm ask {}"),
}


def run(path: Path | None, language: Language, on: date) -> int:
    """Interview until nothing more matters, or until told to stop. 2 when the file cannot be continued."""
    path = path or Path(f"case-{on.isoformat()}.yaml")
    new = f"told: {on.isoformat()}\n"
    case, problems = read_case(path if path.exists() else new, latest=on)
    for problem in problems:
        sys.stderr.write(f"{problem}\n")
    if case is None:
        return 2
    text = path.read_text(encoding="utf-8") if path.exists() else new
    sys.stdout.write(SAY["begin"][language].format(path) + "\n")
    try:
        return _interview(path, text, case, on, language)
    except OSError as error:
        sys.stderr.write(SAY["unsaved"][language].format(path, error.strerror) + "\n")
        return 2


def _interview(path: Path, text: str, case: Case, on: date, language: Language) -> int:
    undo: list[tuple[str, frozenset[str]]] = []
    skipped: frozenset[str] = frozenset()
    while (turn := next_turn(case, on, language, skipped)) is not None:
        said = _prompt(turn, language)
        if said is None or said.lower() in STOP:
            sys.stdout.write(SAY["stopped"][language].format(path) + "\n")
            return 0
        if said.lower() in BACK:
            say = "undone" if undo else "first"
            if undo:
                text, skipped = undo.pop()
                save(path, text)
            sys.stdout.write(SAY[say][language] + "\n")
        else:
            before = text, skipped
            try:
                if is_unknown(said) or turn.key not in PLACES:
                    skipped |= {turn.key}  # she has said what she can: it is not asked twice in a sitting
                if not (is_unknown(said) and turn.key in (*PLACES, "gestation")):
                    text = answered(text, turn.key, said, on)
                    save(path, text)
                undo.append(before)
            except ValueError as error:
                text, skipped = before[0], skipped if is_unknown(said) else before[1]
                sys.stdout.write(SAY["again"][language].format(error) + "\n")
                continue
            _say_conflicts(before[0], text, language)
        again, _ = read_case(text)
        assert again is not None
        case = again
    sys.stdout.write(SAY["settled"][language].format(path) + "\n")
    return 0


def _say_conflicts(before: str, text: str, language: Language) -> None:
    """Say what an answer contradicts of what was told of the same day."""
    known = {one.sentence for one in read_case(before)[1]}
    for one in read_case(text)[1]:
        if one.conflict is not None and one.sentence not in known:
            sys.stdout.write(SAY["conflict"][language].format(one.sentence) + "\n")


def _full(key: str) -> str:
    rows, found, rest = key.partition("[")
    return f"{rows}.{rest.partition('].')[2]}" if found else key


def _prompt(turn: Turn, language: Language) -> str | None:
    fact = VOCABULARY.facts.get(_full(turn.key))
    sys.stdout.write(written(f"\n{turn.words}  [{SAY['waiting'][language].format(turn.waiting)}]\n", language))
    if fact is not None and (fact.options or fact.answers):
        own = [f"{name} ({label[language]})" for name, label in fact.options]
        names = COMMA[language].join(own or [one[language] for one in answers_of(fact)])
        sys.stdout.write(written(f"  {SAY['choices'][language]}: {names}\n", language))
    if fact is not None and fact.hint is not None:
        sys.stdout.write(written(f"  {fact.hint[language]}\n", language))
    sys.stdout.write("> ")
    sys.stdout.flush()
    try:
        said = sys.stdin.readline()
    except KeyboardInterrupt:
        said = ""
    return said.strip() if said else None


def save(path: Path, text: str) -> None:
    """Write the whole file or nothing: a crash never leaves half a case."""
    descriptor, name = tempfile.mkstemp(dir=path.resolve().parent, prefix=f".{path.name}.")
    with os.fdopen(descriptor, "w", encoding="utf-8") as out:
        out.write(text)
        out.flush()
        os.fsync(out.fileno())
    Path(name).replace(path)
