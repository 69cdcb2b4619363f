"""`python run.py` over a stand-in for the program: when the sample ward is made, when not."""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PROGRAM = """
import pathlib, sys
option, database, *command = sys.argv[1:]
assert option == "--database"
print(*(command or ["window"]), pathlib.Path(database).name)
if command == ["demo"]:
    if pathlib.Path("fail").exists():
        pathlib.Path(database).write_text("half of a ward")
        sys.exit(1)
    pathlib.Path(database).write_text("a ward")
"""

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the stand-in is a link")


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A source tree whose `.venv` is ready and whose program only tells what it was asked."""
    (tmp_path / "dxdesk").mkdir()
    (tmp_path / "dxdesk" / "__init__.py").touch()
    (tmp_path / "dxdesk" / "__main__.py").write_text(PROGRAM, encoding="utf-8")
    for name in ("run.py", "requirements.lock", "dxdesk/paths.py"):
        shutil.copy(ROOT / name, tmp_path / name)
    scripts = tmp_path / ".venv" / "bin"
    scripts.mkdir(parents=True)
    (scripts / "python").symlink_to(sys.executable)
    lock = (tmp_path / "requirements.lock").read_bytes() + sys.version.encode()
    stamp = hashlib.sha256(lock).hexdigest()
    (tmp_path / ".venv" / "lock.sha256").write_text(stamp, encoding="ascii")
    return tmp_path


def run(tree: Path) -> tuple[int, list[str]]:
    """Exit status and what the program was asked to do, one line a start."""
    answer = subprocess.run(
        [sys.executable, "run.py"],
        cwd=tree,
        env={**os.environ, "DXDESK_HOME": str(tree / "data"), "QT_QPA_PLATFORM": "offscreen"},
        stdout=subprocess.PIPE,
        encoding="utf-8",
        check=False,
    )
    return answer.returncode, answer.stdout.splitlines()


def test_the_sample_ward_is_made_once_and_then_only_opened(tree: Path) -> None:
    assert run(tree) == (0, ["demo moi-phuong-mau.db", "window phuong-mau.db"])
    assert run(tree) == (0, ["window phuong-mau.db"])


def test_a_sample_ward_that_could_not_be_made_is_made_anew_next_time(tree: Path) -> None:
    (tree / "fail").touch()
    assert run(tree) == (1, ["demo moi-phuong-mau.db"])
    (tree / "fail").unlink()
    assert run(tree) == (0, ["demo moi-phuong-mau.db", "window phuong-mau.db"])
    assert [file.name for file in (tree / "data").iterdir()] == ["phuong-mau.db"]


def test_only_the_given_words_reach_the_program(tree: Path) -> None:
    command = [sys.executable, "run.py", "--", "--database", "x.db", "list", "--json"]
    answer = subprocess.run(
        command, cwd=tree, stdout=subprocess.PIPE, encoding="utf-8", check=False
    )
    assert answer.stdout.splitlines() == ["list --json x.db"]
