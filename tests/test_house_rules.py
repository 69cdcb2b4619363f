"""Rules of docs/decisions and the architecture that ruff, mypy and import-linter do not know."""

import ast
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGES = ("dxdesk", "ui", "db", "bench", "tests")
FUNCTION_LINES, CLASS_METHODS, FILE_LINES, TEST_FILE_LINES = 30, 15, 250, 300
GENERATED = "db/migrations/versions"


def sources(*folders: str) -> list[Path]:
    files = [path for folder in folders for path in sorted((ROOT / folder).rglob("*.py"))]
    return [path for path in files if GENERATED not in path.as_posix()]


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def nodes(path: Path) -> Iterator[ast.AST]:
    return ast.walk(ast.parse(path.read_text(encoding="utf-8")))


def lines_without_docstring(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    first = function.body[0]
    described = ast.get_docstring(function) is not None
    docstring = (first.end_lineno or first.lineno) - first.lineno + 1 if described else 0
    return (function.end_lineno or function.lineno) - function.lineno + 1 - docstring


def test_no_function_is_longer_than_thirty_lines() -> None:
    found = [
        f"{name_of(path)}:{node.lineno} {node.name} {lines_without_docstring(node)}"
        for path in [*sources(*PACKAGES), ROOT / "run.py"]
        for node in nodes(path)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and lines_without_docstring(node) > FUNCTION_LINES
    ]
    assert not found, "\n".join(found)


def test_no_class_has_more_than_fifteen_methods() -> None:
    found = []
    for path in sources(*PACKAGES):
        for node in nodes(path):
            if isinstance(node, ast.ClassDef):
                count = sum(isinstance(part, ast.FunctionDef) for part in node.body)
                if count > CLASS_METHODS:
                    found.append(f"{name_of(path)}:{node.lineno} {node.name} {count}")
    assert not found, "\n".join(found)


def test_no_file_is_longer_than_can_be_kept_in_mind() -> None:
    found = []
    for path in [*sources(*PACKAGES), ROOT / "run.py"]:
        lines = len(path.read_text(encoding="utf-8").splitlines())
        allowed = TEST_FILE_LINES if name_of(path).startswith("tests/") else FILE_LINES
        if lines > allowed:
            found.append(f"{name_of(path)} {lines}")
    assert not found, "\n".join(found)


PURE = {"holidays", "dxdesk"} | (
    set(sys.stdlib_module_names)
    - {"io", "logging", "multiprocessing", "os", "pathlib", "shutil", "socket", "sqlite3"}
    - {"subprocess", "tempfile", "threading", "urllib", "http"}
)
OPENERS = {"open", "print", "input", "exec", "eval"}


def imported(path: Path) -> set[str]:
    names = set()
    for node in nodes(path):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module)
    return names


def called(path: Path) -> set[str]:
    return {
        node.func.id
        for node in nodes(path)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    }


@pytest.mark.parametrize("path", sources("dxdesk/domain"), ids=name_of)
def test_the_domain_needs_the_standard_library_and_touches_nothing_outside(path: Path) -> None:
    names = imported(path)
    assert {name for name in names if name.split(".")[0] not in PURE} == set()
    ours = {name for name in names if name.startswith("dxdesk")}
    allowed = ("dxdesk.domain", "dxdesk.errors")
    assert {name for name in ours if not name.startswith(allowed)} == set()
    assert called(path) & OPENERS == set()


def reads_the_clock(node: ast.AST) -> bool:
    return (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in {"now", "today", "utcnow"}
        and isinstance(node.func.value, ast.Name)
        and node.func.value.id in {"datetime", "date"}
    )


def test_the_clock_is_read_in_one_place() -> None:
    places = {
        name_of(path)
        for path in sources("dxdesk", "ui", "db")
        for node in nodes(path)
        if reads_the_clock(node)
    }
    assert len(places) <= 1, places


def test_services_write_nothing_around_the_action_log() -> None:
    """Bulk `update()` and `delete()` of SQLAlchemy pass the mapper, hence the log, by."""
    assert [
        f"{name_of(path)}: {alias.name}"
        for path in sources("dxdesk/services")
        for node in nodes(path)
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("sqlalchemy")
        for alias in node.names
        if alias.name in {"update", "delete"}
    ] == []


HOSTS = r"pypi\.org|pythonhosted\.org|registry\.npmjs|deb\.debian\.org"
FOREIGN = re.compile(r"(?<![\w.~}\"'])/(?:work|root|tmp)/[\w.]|" + HOSTS)
TEXT = {".py", ".md", ".toml", ".json", ".csv", ".lock", ".spec", ".qss", ".txt", ""}


def test_no_file_names_a_path_of_one_machine_or_a_registry() -> None:
    git = shutil.which("git")
    listing = ["ls-files", "--cached", "--others", "--exclude-standard"]
    answer = (
        subprocess.run([git, *listing], cwd=ROOT, capture_output=True, check=False) if git else None
    )
    if answer is None or answer.returncode != 0:
        pytest.skip("not a git clone")
    files = [ROOT / name for name in answer.stdout.decode().splitlines()]
    texts = [path for path in files if path.suffix in TEXT and path.is_file()]
    assert texts
    assert [
        f"{name_of(path)}: {found[0]}"
        for path in texts
        if path != Path(__file__)
        and (found := FOREIGN.search(path.read_text(encoding="utf-8", errors="replace")))
    ] == []
