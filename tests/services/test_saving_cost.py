"""What one save may cost, counted, not timed: statements, and waits for the disk."""

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event

from dxdesk.desk import Desk
from tests.faults.failing import available
from tests.kit import receive

ROOT = Path(__file__).parents[2]
_SAVES = 5
_MOST = 16
_SAVE = """
import os, sys
from pathlib import Path
from dxdesk.services.opening import open_desk
from tests.kit import Clock, receive

path = Path(sys.argv[1])
desk = open_desk(path, clock=Clock())
receive(desk)
os.mkdir(path.with_name("begin"))
for _ in range(int(sys.argv[2])):
    receive(desk)
os.mkdir(path.with_name("end"))
desk.close()
"""


def test_a_save_asks_few_statements_and_none_twice(desk: Desk) -> None:
    receive(desk)
    asked: list[str] = []

    def watch(raw: Any, _record: object, _proxy: object) -> None:
        raw.set_trace_callback(asked.append)

    event.listen(desk.database.engine, "checkout", watch)
    receive(desk)
    reads = [one for one in asked if one.startswith("SELECT")]
    assert (asked[0], asked[-1]) == ("BEGIN IMMEDIATE", "COMMIT")
    assert len(reads) == len(set(reads))
    own = {one for one in asked if not one.startswith("--")}  # not those of the search index
    assert len(own) <= _MOST


@pytest.mark.skipif(not available(), reason="needs strace")
def test_a_save_waits_for_the_disk_once(empty_database: Path, tmp_path: Path) -> None:
    """One write to the log is durable with one flush; the driver alone needs as many."""
    path, trace = tmp_path / "desk.db", tmp_path / "trace.txt"
    path.write_bytes(empty_database.read_bytes())
    calls = "trace=fdatasync,fsync,mkdir"
    strace = ["strace", "-f", "-qq", "-o", str(trace), "--seccomp-bpf", "-e", calls]
    child = [sys.executable, "-c", _SAVE, str(path), str(_SAVES)]
    subprocess.run([*strace, *child], cwd=ROOT, check=True, timeout=120)
    lines = trace.read_text(encoding="utf-8").splitlines()
    (begin,) = (at for at, line in enumerate(lines) if "begin" in line)
    (end,) = (at for at, line in enumerate(lines) if '/end"' in line)
    flushes = [line for line in lines[begin:end] if "sync(" in line]
    assert len(flushes) == _SAVES
