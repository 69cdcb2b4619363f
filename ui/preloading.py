"""What the other pages need, made ready while the officer reads the first one.

Qt's classes come to life when they are first named, and that is not made for two threads at once:
the program ended in the middle of its start. So a worker imports what knows nothing of Qt, and then
the window's thread what does, a module at a time between its events.
"""

import gc
from importlib import import_module
from io import BytesIO
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from ui import icons
from ui.places import MODULES
from ui.tasks import Job, Tasks

if TYPE_CHECKING:
    from dxdesk.desk import Desk

_SERVICES = (
    *("attachments", "beside", "bulk", "closing", "correction", "courses", "doubts", "dossiers"),
    *("history", "imports", "incomplete", "intake", "list_export", "list_groups", "list_views"),
    *("people", "print_queue", "report_sentences", "reporting", "saved_searches", "timeline"),
    *("unsaved", "values", "voided"),
    *("digital.lists", "digital.overview", "digital.returns"),
    *("indicators.beside", "indicators.catalogue", "ledgers.writing"),
)
WITHOUT_QT = (
    *(f"dxdesk.services.{name}" for name in _SERVICES),
    *("dxdesk.reports.late_rows", "dxdesk.reports.monthly_text", "packaging.version", "pypdfium2"),
)
WITH_QT = ("qtpy.QtCore", "qtpy.QtGui", "PySide6.QtOpenGL", "qtpy.QtWidgets", "qtawesome", *MODULES)


def bring_services(job: Job[None]) -> None:
    """In a worker: import all that pages need besides Qt."""
    for module in WITHOUT_QT:
        if job.cancelled():
            return
        import_module(module)


class Preloading(QObject):
    """Goes on by itself, until all is there or the window is closed."""

    def __init__(self, desk: "Desk", tasks: Tasks) -> None:
        super().__init__(tasks)
        self._desk, self._tasks = desk, tasks
        self._left = list(WITH_QT)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._next)

    def start(self) -> None:
        self._tasks.run(self._behind, lambda _none: self._timer.start())

    def _behind(self, job: Job[None]) -> None:
        bring_services(job)
        if job.cancelled():
            return
        from dxdesk.services.slips import jobs

        jobs.write(jobs.sample(self._desk, "receipt"), BytesIO())

    def _next(self) -> None:
        if self._left:
            import_module(self._left.pop(0))
            return
        self._timer.stop()
        icons.load()
        gc.freeze()  # modules stay: no later collection, a pause of the window, goes through them
