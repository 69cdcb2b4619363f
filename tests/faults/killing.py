"""One try: a job runs in a process of its own and is killed at a moment nobody chose."""

import multiprocessing
import random
import shutil
import sys
import time
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from tests.faults import jobs
from tests.faults.proof import lost

LONGEST_S = {"import": 1.5, "migration": 2.0, "encryption": 4.0, "removal": 2.0}
"""A kill comes within this time after the job has begun; for what takes no time, `_SHORT_S`."""
_SHORT_S = 0.6
_PATIENCE_S = 600
_CONTEXT: Any = multiprocessing.get_context("spawn" if sys.platform == "win32" else "forkserver")
_CONTEXT.set_forkserver_preload(["tests.faults.jobs"])


@dataclass
class Try:
    """What the user had been told when the power went, and what is missing of it."""

    job: str
    told: list[dict[str, Any]] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)


def kill_once(job: str, files: Path, folder: Path, seed: int) -> Try:
    """Run *job* on copies of *files* in *folder*, kill it, and look at what is left."""
    for name in ("desk.db", "chosen.db", "old.db", "so.csv"):
        shutil.copy(files / name, folder / name)
    path = folder / "desk.db"
    if job == "migration":
        shutil.copy(folder / "old.db", path)
    found = Try(job)
    ours, theirs = _CONTEXT.Pipe(duplex=False)
    process = _CONTEXT.Process(target=_work, args=(job, path, theirs), daemon=True)
    process.start()
    theirs.close()
    try:
        _listen(ours, found.told, random.Random(seed).uniform(0, LONGEST_S.get(job, _SHORT_S)))
        process.kill()
        process.join(_PATIENCE_S)
        _listen(ours, found.told, None)
    finally:
        process.kill()
        ours.close()
    found.lost = lost(job, path, found.told)
    return found


def _work(job: str, path: Path, wire: Connection) -> None:
    jobs.JOBS[job](path, wire.send)


def _listen(wire: Connection, told: list[dict[str, Any]], seconds: float | None) -> None:
    """Take what comes for *seconds* after the job began; None: all that is left."""
    try:
        if seconds is not None:
            assert wire.poll(_PATIENCE_S), "the job has not begun"
            told.append(wire.recv())
        until = time.monotonic() + (seconds or 0)
        while wire.poll(max(0, until - time.monotonic())):
            told.append(wire.recv())
    except EOFError:
        return
