"""Write docs/meaning.md from the specification's own tests: `python -m tests.spec.render`."""

from __future__ import annotations

import importlib
from inspect import cleandoc
from pathlib import Path
from types import ModuleType

from tests.spec.table import Example, cells

HERE = Path(__file__).parent
PAGE = HERE.parents[1] / "docs" / "meaning.md"
SHOWN = {"T": "yes", "F": "no", "": "unknown"}

OPENING = """
# What a rule means

A rule is an expression over facts. Whatever reads it (the interpreter that gives reasons, the compiled form
that decides one woman in microseconds, the SQL that decides a million) gives the answers below. This page is
written by the tests that hold each of them to it: `python -m tests.spec.render`.

There are three answers: **yes**, **no** and **unknown**. Unknown is not a weak no. It means that what has
been told does not decide, and it names the facts that would. Two promises follow from the tables, and
generated rules and women test them:

- **Every engine gives one answer.** The interpreter is the judge.
- **What is settled stays settled.** To fill in an unknown, narrow a span, add to an open list or close it
  never turns a yes into a no or a no into a yes.

Facts age. "No bleeding" is stale tomorrow, and a cervix measured "so far" is only so far. Before a rule is
read, a fact older than it lasts is left out: to the tables below it is simply unknown.

In the tables, an empty cell is a fact not told. `3..5` is a number known to lie from 3 to 5, both included;
`..5` has no lower end and `5..` no upper one. A list shows its records between semicolons, `?` is a record of
which nothing is told, and `…` at the end says that the list is open: there may be more.
"""

CLOSING = """
## From answers to verdicts

A recommendation has a population (`women=`), a condition (`when=`) and contraindications (`unless=`). They
are read as an ordered choice, which stops at the first unknown:

| population | condition, and no contraindication | verdict |
|---|---|---|
| no | whatever | not for her |
| unknown | whatever | cannot tell |
| yes | yes | applies |
| yes | no | does not apply |
| yes | unknown | cannot tell |
"""


def chapters() -> list[ModuleType]:
    """The modules of the specification in the order of the manual."""
    found = [importlib.import_module(f"tests.spec.{path.stem}") for path in HERE.glob("test_*.py")]
    return sorted((one for one in found if hasattr(one, "ORDER")), key=lambda one: int(one.ORDER))


def page() -> str:
    """The whole of docs/meaning.md."""
    parts = [OPENING.strip()]
    for one in chapters():
        parts += [f"## {one.TITLE}", one.PROSE.strip()]
        parts += [part for example in one.EXAMPLES for part in _shown(example)]
    return "\n\n".join([*parts, CLOSING.strip()]) + "\n"


def _shown(example: Example) -> list[str]:
    heads, *rows = cells(example.table)
    *facts, _ = heads
    lines = [[*(f"`{name}`" for name in facts), f"`{example.expression}`"], ["---"] * len(heads)]
    lines += [[*(_cell(cell) for cell in row[:-1]), f"**{_answer(row[-1])}**"] for row in rows]
    table = "\n".join(f"| {' | '.join(line)} |" for line in lines)
    return [f"### {example.title}", *([cleandoc(example.prose)] if example.prose else []), table]


def _cell(cell: str) -> str:
    if cell in ("T", "F"):
        return SHOWN[cell]
    return cell.replace("=T", " yes").replace("=F", " no").replace("=", " ")


def _answer(cell: str) -> str:
    return SHOWN.get(cell, cell)


if __name__ == "__main__":
    PAGE.parent.mkdir(exist_ok=True)
    PAGE.write_text(page(), encoding="utf-8")
