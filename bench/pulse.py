"""The window's event loop: waiting within it, and the longest time in which it stood still."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QEventLoop, QObject, QTimer

BEAT_MS = 1


def until(ready: Callable[[], bool]) -> None:
    """Let the event loop run until *ready*, asleep between events as in the program.

    Processing events in a loop would keep the interpreter from the workers.
    """
    loop, look = QEventLoop(), QTimer()

    def quit_when_ready() -> None:
        if ready():
            loop.quit()

    look.timeout.connect(quit_when_ready)
    look.start(BEAT_MS)
    if not ready():
        loop.exec()
    look.stop()


class Pulse(QObject):
    """The longest time in which the event loop did not come round."""

    def __init__(self) -> None:
        super().__init__()
        self._last, self.longest = 0.0, 0.0
        self._timer = QTimer(self)
        self._timer.setInterval(BEAT_MS)
        self._timer.timeout.connect(self._beat)

    def _beat(self) -> None:
        now = time.perf_counter()
        self.longest = max(self.longest, now - self._last - BEAT_MS / 1000)
        self._last = now

    @contextmanager
    def watching(self) -> Iterator[None]:
        self._last, self.longest = time.perf_counter(), 0.0
        self._timer.start()
        yield
        self._timer.stop()
