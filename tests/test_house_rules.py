"""Rules of docs/decisions and the architecture that ruff, mypy and import-linter do not know."""

import ast
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from functools import cache
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


@dataclass
class Seen:
    """What the rules ask of one file; it is parsed once for all of them."""

    functions: list[str] = field(default_factory=list)
    """Those that are too long."""
    classes: list[str] = field(default_factory=list)
    """Those with too many methods."""
    imported: set[str] = field(default_factory=set)
    from_sqlalchemy: set[str] = field(default_factory=set)
    called: set[str] = field(default_factory=set)
    reads_the_clock: bool = False


@cache
def seen(path: Path) -> Seen:
    found = Seen()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        look(node, path, found)
    return found


def look(node: ast.AST, path: Path, found: Seen) -> None:
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
        if (count := lines_without_docstring(node)) > FUNCTION_LINES:
            found.functions.append(f"{name_of(path)}:{node.lineno} {node.name} {count}")
    elif isinstance(node, ast.ClassDef):
        count = sum(isinstance(part, ast.FunctionDef) for part in node.body)
        if count > CLASS_METHODS:
            found.classes.append(f"{name_of(path)}:{node.lineno} {node.name} {count}")
    elif isinstance(node, ast.Import):
        found.imported |= {alias.name for alias in node.names}
    elif isinstance(node, ast.ImportFrom) and node.module:
        found.imported.add(node.module)
        if node.module.startswith("sqlalchemy"):
            found.from_sqlalchemy |= {alias.name for alias in node.names}
    elif isinstance(node, ast.Call):
        if isinstance(node.func, ast.Name):
            found.called.add(node.func.id)
        found.reads_the_clock |= reads_the_clock(node)


def lines_without_docstring(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    first = function.body[0]
    described = ast.get_docstring(function) is not None
    docstring = (first.end_lineno or first.lineno) - first.lineno + 1 if described else 0
    return (function.end_lineno or function.lineno) - function.lineno + 1 - docstring


def test_no_function_is_longer_than_thirty_lines() -> None:
    found = [
        line for path in [*sources(*PACKAGES), ROOT / "run.py"] for line in seen(path).functions
    ]
    assert not found, "\n".join(found)


def test_no_class_has_more_than_fifteen_methods() -> None:
    found = [line for path in sources(*PACKAGES) for line in seen(path).classes]
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


@pytest.mark.parametrize("path", sources("dxdesk/domain"), ids=name_of)
def test_the_domain_needs_the_standard_library_and_touches_nothing_outside(path: Path) -> None:
    names = seen(path).imported
    assert {name for name in names if name.split(".")[0] not in PURE} == set()
    ours = {name for name in names if name.startswith("dxdesk")}
    allowed = ("dxdesk.domain", "dxdesk.errors")
    assert {name for name in ours if not name.startswith(allowed)} == set()
    assert seen(path).called & OPENERS == set()


def reads_the_clock(node: ast.Call) -> bool:
    return (
        isinstance(node.func, ast.Attribute)
        and node.func.attr in {"now", "today", "utcnow"}
        and isinstance(node.func.value, ast.Name)
        and node.func.value.id in {"datetime", "date"}
    )


def test_the_clock_is_read_in_one_place() -> None:
    places = {name_of(path) for path in sources("dxdesk", "ui", "db") if seen(path).reads_the_clock}
    assert len(places) <= 1, places


def test_services_write_nothing_around_the_action_log() -> None:
    """Bulk `update()` and `delete()` of SQLAlchemy pass the mapper, hence the log, by."""
    assert [
        f"{name_of(path)}: {name}"
        for path in sources("dxdesk/services")
        for name in sorted(seen(path).from_sqlalchemy & {"update", "delete"})
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
