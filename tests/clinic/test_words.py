"""Every word that is said somewhere is there, and is there in Chinese: read from the source, none left out."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import fullterm
from fullterm.clinic.words import WORDS
from fullterm.vocabulary.fact import VOCABULARY, Text

ROOM = Path(fullterm.__file__).parent / "clinic"
ALIKE = re.compile(r"[^A-Za-z]*([A-Za-z]{1,3}[^A-Za-z]*)?|(P\d+\W?)+|English")
"""What may read the same in Chinese: numbers, marks, units, and names."""


def spoken(tree: ast.AST) -> Iterator[str]:
    """The names of words a module says, each as a pattern: what is filled in later may be anything."""
    for node in ast.walk(tree):
        named: ast.expr | None = None
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "say" and node.args:
            named = node.args[0]
        elif isinstance(node, ast.Subscript) and isinstance(node.value, ast.Name) and node.value.id == "WORDS":
            named = node.slice
        for one in [named.body, named.orelse] if isinstance(named, ast.IfExp) else [named]:
            if isinstance(one, ast.Constant) and isinstance(one.value, str):
                yield re.escape(one.value)
            elif isinstance(one, ast.JoinedStr):
                parts = (re.escape(str(part.value)) if isinstance(part, ast.Constant) else ".+" for part in one.values)
                yield "".join(parts)


def test_every_word_a_module_says_is_there() -> None:
    said = {name for path in ROOM.rglob("*.py") for name in spoken(ast.parse(path.read_text("utf-8")))}
    assert len(said) > 100
    assert sorted(name for name in said if not any(re.fullmatch(name, word) for word in WORDS)) == []


def test_what_is_said_in_chinese_is_chinese() -> None:
    texts: dict[str, Text] = dict(WORDS)
    texts |= {f"fact {name}": one.label for name, one in VOCABULARY.facts.items()}
    left = [
        (name, text.zh)
        for name, text in texts.items()
        if not re.search(r"[\u4e00-\u9fff]", text.zh) and not ALIKE.fullmatch(text.zh)
    ]
    assert left == []
