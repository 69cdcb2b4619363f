"""kill -9 of the real program in the middle of a form: the next start has the form again."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from dxdesk.services.access.mode import work_alone
from dxdesk.services.opening import open_desk

ROOT = Path(__file__).parents[2]
OWNER, NUMBER = "Nguyễn Thị Ngọc Ánh", "079123456789"


@contextmanager
def killed_at_last(path: Path, home: Path) -> "Iterator[subprocess.Popen[str]]":
    """The program over *path*; in the end SIGKILL: nothing is said, nothing is closed."""
    with subprocess.Popen(
        [sys.executable, "-m", "tests.e2e.typist", str(path)],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "DXDESK_HOME": str(home)},
        stdout=subprocess.PIPE,
        text=True,
    ) as program:
        try:
            yield program
        finally:
            program.kill()


def told(program: "subprocess.Popen[str]") -> dict[str, str]:
    assert program.stdout is not None
    found: dict[str, str] = json.loads(program.stdout.readline())
    return found


@pytest.mark.slow
def test_a_form_half_typed_when_the_program_is_killed_is_there_at_the_next_start(
    tmp_path: Path,
) -> None:
    path = tmp_path / "ward.db"
    desk = open_desk(path)
    work_alone(desk)
    desk.close()
    with killed_at_last(path, tmp_path) as first:
        assert told(first) == {}
        typed = told(first)
    assert OWNER in typed.values()
    assert NUMBER in typed.values()
    with killed_at_last(path, tmp_path) as second:
        assert told(second) == typed
