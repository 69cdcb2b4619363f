"""Folders and files without rights: words, and nothing lost."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.cli.kit import REGISTER

ROOT = Path(__file__).parent.parent.parent
APRIL = ("--from", "2026-04-01", "--to", "2026-04-30")
LOSE = "-dac_override,-dac_read_search"
Run = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def humbly(own_data_folder: Path) -> Run:
    """Runs the program as somebody to whom the rights of files apply, also when we are root."""
    if sys.platform == "win32":
        pytest.skip("rights of files work otherwise on Windows")
    prefix: tuple[str, ...] = ()
    if os.geteuid() == 0:
        setpriv = shutil.which("setpriv")
        if setpriv is None:
            pytest.skip("root without setpriv has every right")
        prefix = (setpriv, "--bounding-set", LOSE, "--inh-caps", LOSE)

    def run(*arguments: object) -> "subprocess.CompletedProcess[str]":
        found = subprocess.run(
            [*prefix, sys.executable, "-m", "dxdesk", *map(str, arguments)],
            cwd=ROOT,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        assert "Traceback" not in found.stderr
        assert found.stdout == ""
        return found

    return run


@pytest.fixture
def locked(tmp_path: Path, database: Path) -> Iterator[Path]:
    """A folder in which nothing can be written, with a database."""
    folder = tmp_path / "chi-doc"
    folder.mkdir()
    shutil.copy(database, folder / "phuong.db")
    (folder / "phuong.db").chmod(0o444)
    folder.chmod(0o555)
    yield folder
    folder.chmod(0o755)


@pytest.mark.parametrize("command", [("stats", *APRIL), ("import", REGISTER)], ids=lambda c: c[0])
def test_a_database_in_a_read_only_folder_is_told_and_untouched(
    humbly: Run, locked: Path, command: tuple[object, ...]
) -> None:
    before = (locked / "phuong.db").read_bytes()
    found = humbly("--database", locked / "phuong.db", *command)
    assert found.returncode == 1
    assert "chỉ cho đọc" in found.stderr
    assert (locked / "phuong.db").read_bytes() == before
    assert [file.name for file in locked.iterdir()] == ["phuong.db"]


@pytest.mark.parametrize(
    "command",
    [
        ("backup", "sao.db"),
        ("report", "ii06a", "--month", "2026-04", "--output", "bieu.pdf"),
        ("register", *APRIL, "--output", "so.csv"),
    ],
    ids=lambda command: command[-1],
)
def test_a_result_that_cannot_be_written_there_is_told(
    humbly: Run, locked: Path, database: Path, command: tuple[str, ...]
) -> None:
    found = humbly("--database", database, *command[:-1], locked / command[-1])
    assert found.returncode == 1
    assert "ngoài dự kiến" not in found.stderr
    assert str(locked) in found.stderr or command[-1] in found.stderr
    assert [file.name for file in locked.iterdir()] == ["phuong.db"]


def test_a_file_that_may_not_be_read_is_wrong_input(
    humbly: Run, database: Path, tmp_path: Path
) -> None:
    secret = Path(shutil.copy(REGISTER, tmp_path / "kin.xlsx"))
    secret.chmod(0)
    found = humbly("--database", database, "import", secret)
    assert (found.returncode, "Không mở được" in found.stderr) == (2, True)
    batch = humbly("due", "--batch", secret)
    assert (batch.returncode, "quyền" in batch.stderr) == (2, True)


def test_a_data_folder_that_cannot_be_made_is_told(
    humbly: Run, locked: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DXDESK_HOME", str(locked / "du-lieu"))
    found = humbly("demo", "--dossiers", 5)
    assert found.returncode == 1
    assert "du-lieu" in found.stderr
    assert "quyền" in found.stderr
