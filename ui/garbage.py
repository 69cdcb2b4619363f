"""Python's cyclic garbage is collected in the window's thread, never in a worker.

CPython collects in whichever thread happens to allocate. In a worker that would destroy widgets of
a closed window outside their thread, which Qt forbids: it ends in a crash or a standstill.
"""

import gc
from typing import ClassVar

from PySide6.QtCore import QObject, QTimer

LOOK_EVERY_MS = 100


class Garbage(QObject):
    """From now until `stop`, only a timer of this (the window's) thread collects."""

    _at_work: ClassVar[int] = 0

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_EVERY_MS)
        self._timer.timeout.connect(collect_what_is_due)
        self._timer.start()
        Garbage._at_work += 1
        gc.disable()

    def stop(self) -> None:
        """There are no workers any more: Python may collect by itself again."""
        if not self._timer.isActive():
            return
        self._timer.stop()
        Garbage._at_work -= 1
        if Garbage._at_work == 0:
            gc.enable()


def collect_what_is_due() -> None:
    """The oldest generation that is past Python's own threshold, with the younger ones."""
    thresholds = gc.get_threshold()
    if thresholds[0] == 0:  # put off, see dxdesk/services/imports/collecting.py
        return
    counts = zip(gc.get_count(), thresholds, strict=True)
    due = [at for at, (count, threshold) in enumerate(counts) if count > threshold]
    if due:
        gc.collect(due[-1])
