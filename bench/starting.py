"""From the start of the process to a usable window, against an empty PySide6 main window."""

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from bench.measure import Result, Times, ms, spread
from bench.ward import ROOT, surroundings

_ROUNDS = 9
_AT_MOST = 2
_LONGEST = 120
_EMPTY = """
import sys, time
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication([])
window = QMainWindow()
def painted():
    print((time.monotonic_ns() - int(sys.argv[1])) / 1e9)
    app.quit()
window.show()
QTimer.singleShot(0, painted)
app.exec()
"""
_PROGRAM = "from bench.started import program; program()"
_MARKS = ("painted", "usable", "numbers")


def measure(path: Path) -> Iterator[Result]:
    _program(path)
    _run(_EMPTY)
    rounds = [(_run(_EMPTY), _program(path)) for _ in range(_ROUNDS)]
    empty = Times(tuple(float(reference) for reference, _told in rounds))
    marks = {mark: Times(tuple(json.loads(told)[mark] for _, told in rounds)) for mark in _MARKS}
    reference = f"{spread(empty)}: an empty PySide6 window"
    usable = marks["usable"]
    ratio = usable.median / empty.median
    yield Result(
        subject="Start to usable window",
        promise="≤ 2 ×",
        measured=spread(usable),
        reference=reference,
        ratio=ratio,
        met=ratio <= _AT_MOST,
    )
    for mark, what in (("painted", "the first paint"), ("numbers", "today's numbers shown")):
        yield Result(
            subject=f"Start to {what}",
            promise="—",
            measured=ms(marks[mark].median),
            reference=reference,
            ratio=marks[mark].median / empty.median,
        )


def _program(path: Path) -> str:
    return _run(_PROGRAM, str(path))


def _run(code: str, *arguments: str) -> str:
    """The last line that a fresh interpreter prints; it is told when it was started."""
    env = surroundings(QT_QPA_PLATFORM="offscreen")
    started = str(time.monotonic_ns())
    command = [sys.executable, "-c", code, started, *arguments]
    answer = subprocess.run(
        command, env=env, check=True, capture_output=True, text=True, cwd=ROOT, timeout=_LONGEST
    )
    return answer.stdout.splitlines()[-1]
