"""Law 6, read off the source: nothing that decides about care may read an agreement, its money or its reserve.

A module stands on the agreement's side by its name. Everything else is on the side of care, and may neither import
from over there nor name an agreement's attribute or look one up, except the few modules that join both.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

SOURCE = Path(__file__).parent.parent / "src" / "fullterm"
OVER_THERE = re.compile(
    r"(?i)^(agreement|eligib|ledger|reserve|terms|money_?rules|transactions?$|postings?$|payments?$|refunds?$)"
)
"""Names of modules, classes and attributes of the agreement. The room `terms` holds its text."""
JOINS = {
    "clinic/urls.py": "every address",
    "clinic/pages/words.py": "every page's words",
    "clinic/models/__init__.py": "every table",
    "clinic/migrations/": "how the tables came to be",
    "clinic/management/commands/demonstration.py": "the ward has agreements to show",
    "clinic/demo/": "the ward has agreements to show",
}
"""The modules that join both sides, by how their path begins. None of them decides anything about a woman."""
LOOKUP = re.compile(r"(?i)^-?(agreement|transaction)\w*__")


def over_there(path: Path) -> bool:
    """Whether a module stands on the agreement's side."""
    return any(OVER_THERE.match(part.removesuffix(".py")) for part in path.relative_to(SOURCE).parts)


def joins(path: Path) -> bool:
    """Whether a module is one of those that join both sides."""
    return str(path.relative_to(SOURCE)).startswith(tuple(JOINS))


def breaches(path: Path, text: str) -> list[str]:
    """Every place where a module of care reads across the wall; empty for a module that may."""
    if over_there(path) or joins(path):
        return []
    return [f"{path.relative_to(SOURCE)} line {line}: {what}" for line, what in _reads(ast.parse(text))]


def _reads(tree: ast.AST) -> Iterator[tuple[int, str]]:
    for node in ast.walk(tree):
        match node:
            case ast.Import(names=names):
                yield from ((node.lineno, f"imports {one.name}") for one in names if _crosses(one.name))
            case ast.ImportFrom(module=module, names=names):
                whole = [f"{module or ''}.{one.name}" for one in names]
                yield from ((node.lineno, f"imports {one}") for one in whole if _crosses(one))
            case ast.Attribute(value=ast.Name(id="Role")):
                pass  # who may open a page is no agreement
            case ast.Attribute(attr=name) if OVER_THERE.match(name):
                yield node.lineno, f"reads .{name}"
            case ast.keyword(arg=str(name), value=value) if LOOKUP.match(name):
                yield value.lineno, f"looks up {name}"
            case ast.Constant(value=str(said)) if LOOKUP.match(said):
                yield node.lineno, f"looks up {said}"
            case ast.Call(func=ast.Name(id="getattr"), args=[_, ast.Constant(value=str(said)), *_]):
                yield from ((node.lineno, f"reads .{said}") for _ in (0,) if OVER_THERE.match(said))
            case ast.Call(func=ast.Attribute(attr="get_model" | "import_module"), args=args):
                named = [str(one.value) for one in args if isinstance(one, ast.Constant)]
                parts = [part for name in named for part in name.split(".")]
                yield from ((node.lineno, f"asks for {part}") for part in parts if OVER_THERE.match(part))
            case _:
                pass


def _crosses(name: str) -> bool:
    return name.startswith("fullterm") and any(OVER_THERE.match(part) for part in name.split(".")[1:])
