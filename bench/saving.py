"""Saving one dossier, against one row committed by the driver alone with synchronous=FULL.

On the disk of this machine, and on one that needs some milliseconds for a flush, as the disk of an
office PC does: there each flush of either side is held up by strace.
"""

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from bench.measure import Result, Times, spread
from bench.ward import ROOT, scratch, surroundings, tell

_ROUNDS = 150
_AT_MOST = 2
_LONGEST = 600
_FLUSH_MS = 5
_FLUSHES = "fdatasync,fsync"
_SLOWED = (
    *("strace", "-f", "-qq", "-o", "/dev/null", "--seccomp-bpf", "-e", f"trace={_FLUSHES}"),
    *("-e", f"inject={_FLUSHES}:delay_exit={_FLUSH_MS * 1000}"),
)


def measure(path: Path) -> Iterator[Result]:
    yield _measured(path, "", ())
    if shutil.which("strace") is None:
        tell("Without strace no flush can be held up: the slower disk is not measured.")
    else:
        yield _measured(path, f" where a flush takes {_FLUSH_MS} ms", _SLOWED)


def _measured(path: Path, where: str, under: Sequence[str]) -> Result:
    with scratch(path) as copy:
        saved, committed = _times(copy, under)
    ratio = saved.median / committed.median
    return Result(
        subject=f"Saving one dossier, durable against power loss{where}",
        promise=f"≤ {_AT_MOST} ×",
        measured=spread(saved),
        reference=f"{spread(committed)}: one row, COMMIT with synchronous=FULL",
        ratio=ratio,
        met=ratio <= _AT_MOST,
    )


def _times(copy: Path, under: Sequence[str]) -> tuple[Times, Times]:
    code = "from bench.saved import program; program()"
    answer = subprocess.run(
        [*under, sys.executable, "-c", code, str(copy), str(_ROUNDS)],
        env=surroundings(),
        check=True,
        capture_output=True,
        text=True,
        cwd=ROOT,
        timeout=_LONGEST,
    )
    saved, committed = json.loads(answer.stdout.splitlines()[-1])
    return Times(tuple(saved)), Times(tuple(committed))
