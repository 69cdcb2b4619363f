"""From the start of the process to a usable window, against an empty PySide6 main window.

Usable: today's numbers of the whole ward stand on the start page and the keyboard is served.
"""

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
import json, sys, time
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication([])
window = QMainWindow()
def painted():
    print(json.dumps([(time.monotonic_ns() - int(sys.argv[1])) / 1e9, time.process_time()]))
    app.quit()
window.show()
QTimer.singleShot(0, painted)
app.exec()
"""
_PROGRAM = "from bench.started import program; program()"
_WALL, _CPU = 0, 1
_REFERENCE = "an empty PySide6 window"


def measure(path: Path) -> Iterator[Result]:
    _program(path)
    _run(_EMPTY)
    rounds = [(json.loads(_run(_EMPTY)), json.loads(_program(path))) for _ in range(_ROUNDS)]

    def times(mark: str, clock: int) -> Times:
        return Times(tuple(told[mark][clock] for _empty, told in rounds))

    wall, cpu = (Times(tuple(empty[clock] for empty, _ in rounds)) for clock in (_WALL, _CPU))
    usable = times("usable", _WALL)
    ratio = usable.median / wall.median
    yield Result(
        subject="Start to usable window (today's numbers shown)",
        promise="≤ 2 ×",
        measured=spread(usable),
        reference=f"{spread(wall)}: {_REFERENCE}",
        ratio=ratio,
        met=ratio <= _AT_MOST,
    )
    for subject, found, empty in (
        ("Start to usable window, processor time", times("usable", _CPU), cpu),
        ("Start to the first paint", times("painted", _WALL), wall),
    ):
        yield Result(
            subject=subject,
            promise="—",
            measured=ms(found.median),
            reference=f"{ms(empty.median)}: {_REFERENCE}",
            ratio=found.median / empty.median,
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
