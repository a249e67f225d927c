"""The house: who may import whom, which library each room may use, and how large a room's parts may grow."""

import ast
import re
import sys
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

from tests import wall

ROOT = Path(__file__).parent.parent
SOURCE = ROOT / "src" / "fullterm"
FILES = sorted(SOURCE.rglob("*.py"))
STANDARD = {"psycopg"} | set(sys.stdlib_module_names)  # psycopg: Django's own choice of driver, named once
CLOCKS = {"today", "now", "utcnow", "time", "localtime", "localdate"}
OUTSIDE = {"cli", "clinic", "settings"}  # the rooms that meet the world: they hand the day to those below


def table() -> dict[str, tuple[set[str], set[str]]]:
    """The rooms of docs/architecture.md, in their order: whom each may import, and which libraries it may use."""
    rows = re.findall(r"^\| `([\w.]+)` \|[^|]*\|([^|]*)\|([^|]*)\|$", PAGE, flags=re.MULTILINE)
    return {room: (set(may.replace(",", " ").split()), set(used.replace(",", " ").split())) for room, may, used in rows}


PAGE = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
ROOMS = table()


def room(path: Path) -> str:
    return path.relative_to(SOURCE).parts[0].removesuffix(".py")


def room_of(module: str) -> str:
    """The room a module stands in: the longest line of the table that its name begins with; "" for the package."""
    parts = module.split(".")[1:]
    found = (".".join(parts[:length]) for length in range(len(parts), 0, -1))
    return next((name for name in found if name in ROOMS), "")


def module_of(path: Path) -> str:
    parts = path.relative_to(SOURCE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


MODULES = {module_of(path): path for path in FILES}


def imports(path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module is not None:
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def module_imported(name: str) -> str:
    """The module a dotted name stands in: itself, or what it is taken from."""
    return name if name in MODULES else name.rpartition(".")[0]


READS = {
    module: {module_imported(name) for name in imports(path) if name.startswith("fullterm.")}
    for module, path in MODULES.items()
}


def test_every_module_stands_in_a_room_and_every_room_has_one() -> None:
    packages = {"fullterm", "fullterm.care", "fullterm.clinic"}
    assert {module for module in MODULES if not room_of(module)} == packages
    assert {room_of(module) for module in MODULES} - {""} == set(ROOMS)


def test_the_table_lets_no_room_import_from_below_its_line() -> None:
    above: set[str] = set()
    for name, (may, _) in ROOMS.items():
        assert may <= above, f"{name} may import {may - above}, which stands below it in docs/architecture.md"
        above.add(name)


def test_a_room_imports_what_the_table_says_and_nothing_more() -> None:
    used: dict[str, set[str]] = {name: set() for name in ROOMS}
    for module, read in READS.items():
        if here := room_of(module):
            used[here] |= {room_of(name) for name in read} - {here, ""}
    assert used == {name: may for name, (may, _) in ROOMS.items()}


@pytest.mark.parametrize("name", ROOMS)
def test_a_room_uses_the_libraries_of_its_line(name: str) -> None:
    found = {
        library
        for module, path in MODULES.items()
        if room_of(module) == name
        for library in (one.partition(".")[0] for one in imports(path))
        if library not in STANDARD and library != "fullterm"
    }
    assert found == ROOMS[name][1]


def test_pages_never_import_each_other() -> None:
    pages = "fullterm.clinic.pages."
    crossing = {
        (module, name)
        for module, read in READS.items()
        for name in read
        if module.startswith(pages) and name.startswith(pages) and module != pages + "words"
        and module.split(".")[3] != name.split(".")[3]
    }  # fmt: skip
    assert crossing == set()


def test_no_module_imports_another_in_a_circle() -> None:
    tuple(TopologicalSorter(READS).static_order())


def test_the_longest_chain_of_imports_stays_short() -> None:
    """A reader who follows a module down to the rules passes no more modules than this."""
    length: dict[str, int] = {}
    for module in TopologicalSorter(READS).static_order():
        length[module] = 1 + max((length[name] for name in READS.get(module, ())), default=0)
    longest = max(length, key=lambda module: length[module])
    assert length[longest] <= CHAIN, f"{longest} begins a chain of {length[longest]} imports"


CHAIN = 24
DATA = {"guidelines", "words"}  # a guideline's page is as long as the document, words as long as what they say


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_files_and_functions_stay_small(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    if not DATA & set(path.relative_to(SOURCE).parts) and not path.stem.endswith("words"):
        assert text.count("\n") <= 330, f"{path.name} is too long: split it by what it is about"
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef):
            length = (node.end_lineno or 0) - node.lineno
            assert length <= 60, f"{path.name}: {node.name} has {length} lines"


@pytest.mark.parametrize("path", [p for p in FILES if room(p) not in OUTSIDE], ids=lambda p: p.name)
def test_only_the_rooms_that_meet_the_world_read_a_clock_or_the_environment(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            assert node.func.attr not in CLOCKS, (
                f"{path.name} line {node.lineno} reads a clock: take on= as an argument"
            )
        if isinstance(node, ast.Attribute):
            assert node.attr not in {"environ", "getenv"}, (
                f"{path.name} line {node.lineno} reads the environment: take it as an argument"
            )


@pytest.mark.parametrize("path", [p for p in FILES if room(p) == "clinic"], ids=lambda p: p.name)
def test_the_clinic_asks_for_its_day_in_one_place_and_for_its_environment_nowhere(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    if path.name != "clock.py":
        assert "localdate" not in text, f"{path.name}: the hospital's day is clock.today()"
        assert "date.today(" not in text, f"{path.name}: the hospital's day is clock.today()"
    if path.name != "wsgi.py":
        assert "environ" not in text, f"{path.name}: the environment is read by settings alone"


# ---- the wall (law 6): what decides about care reads no agreement


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_nothing_that_decides_about_care_reads_an_agreement(path: Path) -> None:
    assert wall.breaches(path, path.read_text(encoding="utf-8")) == []


DECIDING = sorted(path for path in FILES if not wall.over_there(path) and not wall.joins(path))


def test_what_decides_is_on_this_side_of_the_wall_and_the_agreement_on_the_other() -> None:
    """Nothing slips through by its name: each module of these rooms is on the side it must be on."""
    here = {str(path.relative_to(SOURCE)) for path in DECIDING}
    for room_of_care in ("logic", "vocabulary", "guidelines", "protocols", "population", "exchange", "cli"):
        assert {str(path.relative_to(SOURCE)) for path in FILES if room(path) == room_of_care} <= here
    care = {path for path in FILES if room(path) == "care" and path.parent.name != "agreement"}
    assert {str(path.relative_to(SOURCE)) for path in care} <= here
    money = {"care/agreement/", "clinic/pages/agreements/", "clinic/write/agreements.py", "terms/"}
    clinic = {path for path in FILES if room(path) == "clinic" and not wall.joins(path)}
    for path in clinic:
        name = str(path.relative_to(SOURCE))
        assert name in here or "agreement" in name or name in MONEY, name
    assert not {name for name in here if name.startswith(tuple(money))}


MONEY = {"clinic/management/commands/reserve_backtest.py"}


@pytest.mark.parametrize(
    "planted",
    [
        "from fullterm.care.agreement.ledger import held",
        "from fullterm.care import terms_file",
        "import fullterm.care.agreement.reserve",
        "from fullterm.clinic.models import Agreement, Woman",
        "from fullterm.clinic import agreements as things",
        "def of(woman):\n    return woman.agreements.exists()",
        "def of(woman):\n    return getattr(woman, 'agreements')",
        "def of(women):\n    return women.filter(agreements__isnull=False)",
        "def of(women):\n    return women.order_by('-agreements__created')",
        "def of(apps):\n    return apps.get_model('clinic', 'Agreement')",
    ],
)
@pytest.mark.parametrize(
    "name",
    ["care/plan/build.py", "guidelines/verdict.py", "clinic/derived/recompute.py", "clinic/pages/woman/views.py"],
)
def test_a_read_planted_across_the_wall_is_found(name: str, planted: str) -> None:
    path = SOURCE / name
    assert wall.breaches(path, f"{path.read_text(encoding='utf-8')}\n{planted}\n")


def test_who_may_open_a_page_is_no_agreement() -> None:
    assert wall.breaches(SOURCE / "clinic/base/access.py", "who = Role.AGREEMENT") == []


# ---- silence (law 11): whatever reaches a woman, or has somebody reach her, asks whether anything may be said

REACHES = {
    "care.plan.worklist.lines": "rows of Today",
    "exchange.calendar.visits": "her calendar",
    "exchange.calendar.calendar": "her calendar",
    "plan_as_last_told": "her page, her letters",
    "objects.create(kind=page)": "a link to her page",
    "printing.pdf": "a letter",
    "page_of(hers)": "her page",
    "called": "a call",
}
ASKS = {"fullterm.care.plan.silence.allowed", "fullterm.care.plan.silence.spoken"}
ASKS_THROUGH = {"links.silent", "worklist.speaks"}
"""Two functions of the clinic that ask `care.plan.silence` of a woman's record."""


def reaches(tree: ast.Module, imported: set[str]) -> set[str]:
    """By which roads a module reaches a woman."""
    found = {name for name in REACHES if f"fullterm.{name}" in imported}
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and node.attr == "plan_as_last_told":
            found.add("plan_as_last_told")
        if isinstance(node, ast.Call):
            said = ast.unparse(node.func)
            found |= {"printing.pdf"} if said == "printing.pdf" else set()
            found |= {"page_of(hers)"} if said == "page_of" and "hers(" in ast.unparse(node) else set()
            page = any(one.arg == "kind" and ast.unparse(one.value) == "'page'" for one in node.keywords)
            found |= {"objects.create(kind=page)"} if said == "Link.objects.create" and page else set()
        if (
            isinstance(node, ast.Return)
            and node.value is not None
            and ast.unparse(node.value).startswith("('called', ")
        ):
            found.add("called")
    return found


def asks(tree: ast.Module, imported: set[str]) -> bool:
    called = {ast.unparse(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call)}
    return bool(imported & ASKS) or bool(called & ASKS_THROUGH)


CHANNELS = [path for path in FILES if room(path) == "clinic"]


@pytest.mark.parametrize("path", CHANNELS, ids=lambda path: str(path.relative_to(SOURCE)))
def test_whatever_reaches_a_woman_asks_whether_anything_may_be_said(path: Path) -> None:
    tree, imported = ast.parse(path.read_text(encoding="utf-8")), imports(path)
    if reaches(tree, imported):
        assert asks(tree, imported), f"{path.name} reaches her ({reaches(tree, imported)}): ask care.silence first"


def test_every_road_to_a_woman_is_found() -> None:
    """The list of roads is none of dead names: each is walked somewhere, and a road beside the others is seen."""
    walked = {road for path in CHANNELS for road in reaches(ast.parse(path.read_text(encoding="utf-8")), imports(path))}
    assert walked == set(REACHES)
    planted = ast.parse("def send(case, on):\n    return worklist.plan_as_last_told(case, on)")
    assert reaches(planted, set())
    assert not asks(planted, set())


# ---- names: one class name, one meaning

DJANGO = {"Meta", "Migration", "Command"}
"""Names that Django looks for in every module of a kind."""


def test_no_two_classes_have_one_name() -> None:
    named: dict[str, set[str]] = {}
    for module, path in MODULES.items():
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ClassDef) and node.name not in DJANGO:
                named.setdefault(node.name, set()).add(module)
    assert {name: where for name, where in named.items() if len(where) > 1} == {}
