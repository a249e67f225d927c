"""The documentation is true: generated pages are current, commands run, links lead somewhere, everything is named."""

import re
import shlex
from pathlib import Path

import pytest
from docs import generate

from fullterm.care.protocol.model import available
from fullterm.cli.app import app
from fullterm.guidelines import register
from tests.cli.cases import fullterm

ROOT = Path(__file__).parent.parent
README, HOW, _REPLAY = generate.HAND_WRITTEN
WRITTEN = [README, *sorted((ROOT / "docs").glob("*.md")), *sorted((ROOT / "docs" / "decisions").glob("*.md"))]
COMMANDS = sorted(command.callback.__name__ for command in app.registered_commands if command.callback)


@pytest.fixture(scope="module")
def pages() -> dict[Path, str]:
    return generate.pages()


@pytest.mark.parametrize("guideline", register.GUIDELINES)
def test_every_guideline_has_its_page_and_it_is_current(guideline: str, pages: dict[Path, str]) -> None:
    path = generate.GUIDELINES / f"{guideline}.md"
    assert path.exists(), "run make docs"
    assert path.read_text(encoding="utf-8") == pages[path], "run make docs"


def test_no_page_is_left_of_a_guideline_that_is_no_more(pages: dict[Path, str]) -> None:
    assert set(generate.GUIDELINES.glob("*")) <= set(pages), "run make docs"


@pytest.mark.parametrize(
    "name",
    [
        "README.md",
        "docs/how-it-works.md",
        "docs/replay.md",
        "docs/meaning.md",
        "docs/guidelines/README.md",
        "docs/reading.md",
    ],
)
def test_what_a_page_prints_is_what_the_commands_print(name: str, pages: dict[Path, str]) -> None:
    assert (ROOT / name).read_text(encoding="utf-8") == pages[ROOT / name], "run make docs, and read the difference"


def test_a_command_of_a_page_that_cannot_be_run_is_refused() -> None:
    with pytest.raises(RuntimeError, match="the page's command failed: fullterm asses x"):
        generate.refreshed("```console\n$ fullterm asses x\n```")


@pytest.mark.parametrize(
    "row", re.findall(r"^\| `(fullterm [^`]+)` \|", README.read_text(encoding="utf-8"), re.MULTILINE)
)
def test_every_command_of_the_readme_runs(row: str, tmp_path: Path) -> None:
    case = tmp_path / "case.yaml"
    case.write_bytes((ROOT / "examples" / "rescue-21w3d.yaml").read_bytes())
    words = [str(case) if word == "CASE" else word for word in shlex.split(row)[1:]]
    if words[0] in ("serve", "manage"):  # they need a database and a port: tests/clinic runs them
        words = [words[0], "--help"]
    assert fullterm(*words, told="stop\n").exit_code == 0


def test_the_case_in_the_readme_has_no_problem() -> None:
    case = re.findall(r"(?s)```yaml\n(.*?)```", README.read_text(encoding="utf-8"))[0]
    assert fullterm("assess", "-", told=case).exit_code == 0


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_in_the_readme(command: str) -> None:
    assert f"`fullterm {command}" in README.read_text(encoding="utf-8")


@pytest.mark.parametrize("protocol", available())
def test_every_protocol_is_named_in_the_readme(protocol: str) -> None:
    assert f"`{protocol}`" in README.read_text(encoding="utf-8")


@pytest.mark.parametrize("path", WRITTEN, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_link_leads_somewhere(path: Path) -> None:
    links = re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", path.read_text(encoding="utf-8"))
    assert [link for link in links if "://" not in link and not (path.parent / link).exists()] == []


def test_the_readme_is_a_page_and_not_a_book() -> None:
    assert len(README.read_text(encoding="utf-8").splitlines()) <= 120
