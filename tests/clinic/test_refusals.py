"""Every sentence by which something typed is refused is there in Chinese too: read from the source, none left out."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import fullterm
from fullterm.clinic.text.refusals_zh import in_words

SOURCE = Path(fullterm.__file__).parent
READ_FROM_FILES_ONLY = {
    "care/case/read.py", "care/case/text.py", "care/protocol/case_steps.py", "care/protocol/model.py",
    "care/protocol/fields.py", "care/protocol/shape.py", "care/protocol/safety_net.py", "care/assess/followed.py",
    "care/agreement/terms.py", "care/agreement/terms_file.py", "care/agreement/reserve.py",
    "care/agreement/reserve_rates.py", "clinic/pages/agreements/reserve.py",
}  # fmt: skip
"""Their sentences name lines of a file, or values no form can hand in; no page reaches them."""
CHECKED = sorted(
    path
    for path in (
        *SOURCE.glob("care/*/*.py"), *SOURCE.glob("clinic/*.py"), *SOURCE.glob("clinic/base/*.py"),
        *SOURCE.glob("clinic/write/*.py"), *SOURCE.glob("clinic/derived/*.py"), *SOURCE.glob("clinic/web/*.py"),
        *SOURCE.glob("clinic/pages/*/*.py"), SOURCE / "vocabulary" / "phrases.py",
        SOURCE / "vocabulary" / "about.py", SOURCE / "vocabulary" / "composed.py",
    )
    if str(path.relative_to(SOURCE)) not in READ_FROM_FILES_ONLY
)  # fmt: skip


def shown(node: ast.expr) -> str | None:
    """A string expression as a reader may meet it: `7` for what is filled in, in quotes where the code quotes it."""
    match node:
        case ast.Constant(value=str(text)):
            return text
        case ast.JoinedStr(values=parts):
            return "".join(
                one.value if isinstance(one, ast.Constant) else "'7'" if one.conversion == ord("r") else "7"
                for one in parts
                if isinstance(one, ast.Constant | ast.FormattedValue)
            )
    return None


def _is_text(node: ast.AST) -> bool:
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Text"


def sentences(path: Path) -> Iterator[tuple[int, str]]:
    """The refusals written in a module: sentences that say, after a colon, what to write instead."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    parts = {id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in node.values}
    docstrings = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    both = {id(part) for node in ast.walk(tree) if _is_text(node) for part in ast.walk(node)}  # with its Chinese
    apart = parts | docstrings | both
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant | ast.JoinedStr) and id(node) not in apart:
            text = shown(node)
            if text and re.search(r"[a-z]{2}.*: [a-z]{3}", text) and "\n" not in text and not text[0].isupper():
                yield node.lineno, text


@pytest.mark.parametrize("path", CHECKED, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_a_refusal_is_told_in_chinese(path: Path) -> None:
    left = []
    for line, text in sentences(path):
        said = f"'7' {text}"  # many sentences go on from what was typed, in quotes
        told = [
            in_words(one, "zh") for one in (text, said, f"length: {text}", text.replace("7 ", "entry 7 (7, 7) ", 1))
        ]
        if not any(re.search(r"[\u4e00-\u9fff]", one) for one in told):
            left.append((line, text))
    assert left == []


def test_there_are_refusals_to_look_at() -> None:
    assert sum(len(list(sentences(path))) for path in CHECKED) > 60
