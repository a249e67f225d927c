"""The house: who may import whom, which library each room may use, and how large a room's parts may grow."""

import ast
import sys
from pathlib import Path

import pytest

from tests import wall

SOURCE = Path(__file__).parent.parent / "src" / "fullterm"
BELOW = {
    "logic": set(),
    "vocabulary": {"logic"},
    "guidelines": {"logic", "vocabulary"},
    "protocols": set(),
    "terms": set(),
    "care": {"logic", "vocabulary", "guidelines", "protocols", "terms"},
    "population": {"logic", "vocabulary", "guidelines", "care"},
    "exchange": {"logic", "vocabulary", "guidelines", "care"},
    "clinic": {"logic", "vocabulary", "guidelines", "care", "population", "exchange"},
    "settings": set(),
    "cli": {"logic", "vocabulary", "guidelines", "protocols", "care", "population", "exchange"},
}
LIBRARIES = {
    "logic": set(),
    "vocabulary": set(),
    "guidelines": {"ruamel"},  # the women beside each page
    "protocols": set(),
    "terms": set(),
    "care": {"ruamel", "scipy", "numpy"},  # the case file, at the edge; the reserve's distributions and draws
    "population": {"sqlglot", "duckdb"},
    "exchange": {"icalendar"},
    "clinic": {
        "django",
        "django_htmx",
        "allauth",
        "axes",
        "dj_database_url",
        "altair",
        "vl_convert",
        "lifelines",
        "pandas",  # the registry's curves
        "weasyprint",
        "segno",  # letters; the code that opens her own page
    },
    "settings": {"dj_database_url"},
    "cli": {"typer", "rich"},
}
CLOCKS = {"today", "now", "utcnow", "time", "localtime", "localdate"}
OUTSIDE = {"cli", "clinic", "settings"}  # the rooms that meet the world: they hand the day to those below
DATA = {"guidelines", "words"}  # a guideline's page is as long as the document, a page's words as long as the page
FILES = sorted(SOURCE.rglob("*.py"))


def room(path: Path) -> str:
    return path.relative_to(SOURCE).parts[0].removesuffix(".py")


def imports(path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module is not None:
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_a_room_imports_only_from_below(path: Path) -> None:
    here = room(path)
    if here == "__init__":
        return
    for name in imports(path):
        parts = name.split(".")
        if parts[0] == "fullterm" and len(parts) > 1:
            assert parts[1] == here or parts[1] in BELOW[here], f"{path.name} of {here} reaches up to {name}"
        elif parts[0] not in sys.stdlib_module_names and parts[0] != "fullterm":
            assert parts[0] in LIBRARIES[here], f"{path.name} of {here} may not use the library {parts[0]}"


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_files_and_functions_stay_small(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    if not DATA & set(path.relative_to(SOURCE).parts):
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
    for name in ("worklist", "rows", "actions", "views/today", "views/woman", "views/history", "views/entries"):
        assert f"clinic/{name}.py" in here
    for name in (
        "care/agreement/terms.py",
        "care/agreement/terms_file.py",
        "care/agreement/reserve.py",
        "clinic/pages/agreements/reserve.py",
        "views/reserve.py",
    ):
        assert not {one for one in here if one.endswith(name)}, name


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
    "care.worklist.lines": "rows of Today",
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
