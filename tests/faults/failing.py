"""The morning of `tests.faults.scenario` with a system call failing under it, by strace."""

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from db.backup import contents
from dxdesk.errors import DeskError
from dxdesk.services.checking import check
from dxdesk.services.opening import open_desk
from tests.faults.jobs import NOW, actions_of
from tests.kit import Clock, receive

ROOT = Path(__file__).parents[2]
CALLS = ("pwrite64", "pread64", "fdatasync", "ftruncate")
"""What SQLite asks of the system for its files."""
ERRORS = ("EIO", "ENOSPC")
_FILES = ("desk.db", "desk.db-wal", "desk.db-shm", "desk.db-journal", "sao.db")
_LONGEST_S = 120


@dataclass
class Morning:
    steps: list[dict[str, Any]] = field(default_factory=list)
    struck: bool = False
    """Whether the call came so often that it failed at all."""
    wrong: list[str] = field(default_factory=list)


def available() -> bool:
    strace = shutil.which("strace")
    if strace is None:
        return False
    return subprocess.run([strace, "-o", "/dev/null", "true"], check=False).returncode == 0


def fail_once(files: Path, folder: Path, call: str, error: str, when: str) -> Morning:
    """Let the call *when* of *call* fail (`7`: the seventh, `7+`: from then on); look at it all."""
    for one in ("desk.db", "so.csv"):
        shutil.copy(files / one, folder / one)
    trace = folder / "trace.txt"
    paths = [part for name in _FILES for part in ("-P", str(folder / name))]
    inject = f"inject={call}:error={error}:when={when}"
    strace = ["strace", "-f", "-qq", "-o", str(trace), *paths, "-e", f"trace={call}", "-e", inject]
    script = [sys.executable, "-m", "tests.faults.scenario", str(folder / "desk.db")]
    ran = subprocess.run(
        [*strace, *script],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=_LONGEST_S,
    )
    steps = [json.loads(line) for line in ran.stdout.splitlines()]
    struck = "(INJECTED)" in trace.read_text(encoding="utf-8", errors="replace")
    wrong = [*_complaints(steps), *_after(folder, steps)]
    if ran.returncode != 0:
        wrong.append(f"ended with {ran.returncode}: {ran.stderr[-300:]}")
    return Morning(steps, struck, wrong)


def _complaints(steps: list[dict[str, Any]]) -> Iterator[str]:
    for step in steps:
        if "crashed" in step:
            yield f"{step['name']}: {step['crashed']}"


def _after(folder: Path, steps: list[dict[str, Any]]) -> Iterator[str]:
    """With a sound disk again: what was told is there, whole, and work goes on."""
    told = {step["name"]: step for step in steps if "told" in step}
    done = len(told.keys() - {"open", "backup"})
    try:
        desk = open_desk(folder / "desk.db", clock=Clock(NOW), create=False)
    except DeskError as error:
        yield f"does not open: {error}"
        return
    try:
        yield from (line for one in check(desk).checks for line in one.problems)
        if told and actions_of(desk) - told["open"]["actions"] < done:
            yield f"{actions_of(desk)} actions, told of {done} more than {told['open']['actions']}"
        receive(desk)
        if "backup" in told:
            contents(folder / "sao.db")
    except DeskError as error:
        yield str(error)
    finally:
        desk.close()
