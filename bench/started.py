"""The program as `bench.starting` starts it; imports nothing that the program does not."""

import json
import sys
import time
from collections.abc import Callable
from typing import Any


class _Marks:
    """Moments of one start: seconds since the process was asked for, and its CPU time by then."""

    def __init__(self, started: int) -> None:
        self.started = started
        self.told: dict[str, tuple[float, float]] = {}

    def note(self, mark: str) -> None:
        seconds = (time.monotonic_ns() - self.started) / 1e9
        self.told.setdefault(mark, (seconds, time.process_time()))


def _before(kind: type, name: str, watch: Callable[..., None]) -> None:
    """Let *watch* see each call of a method first; the class itself knows nothing of it."""
    own = vars(kind)[name]

    def watched(*given: Any, **named: Any) -> Any:
        watch(*given)
        return own(*given, **named)

    setattr(kind, name, watched)


def program() -> None:
    """Run in the child: start as `dxdesk` does, note two moments, end."""
    marks, database = _Marks(int(sys.argv[1])), sys.argv[2]
    sys.argv[1:] = ["--database", database]
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    from dxdesk import __main__ as start
    from ui.app import Opening
    from ui.main_window import MainWindow

    def numbers(*_given: Any) -> None:
        QTimer.singleShot(0, usable)

    def usable() -> None:
        """Today's numbers are painted and the keyboard is served."""
        marks.note("usable")
        QTimer.singleShot(0, QApplication.closeAllWindows)

    def attached(*_given: Any) -> None:
        from ui.start_work import WorkView  # the program itself imports it just before this

        _before(WorkView, "show_counts", numbers)

    _before(Opening, "start", lambda *_given: marks.note("painted"))
    _before(MainWindow, "attach", attached)
    try:
        start.main()
    finally:
        print(json.dumps(marks.told), flush=True)
