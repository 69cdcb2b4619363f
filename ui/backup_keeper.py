"""Backups while the window is open: every half hour of change, once a week a rehearsal."""

import logging
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from ui.tasks import Job, Tasks

if TYPE_CHECKING:
    from dxdesk.desk import Desk

_log = logging.getLogger("dxdesk")
HALF_HOUR_MS = 30 * 60 * 1000


class BackupKeeper(QObject):
    said = Signal(str)
    """A backup or a rehearsal could not be made: the sentence that says why."""

    def __init__(self, parent: QObject, tasks: Tasks) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._desk: Desk | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(HALF_HOUR_MS)
        self._timer.timeout.connect(self.keep)

    def attach(self, desk: "Desk") -> None:
        self._desk = desk
        self._timer.start()

    def keep(self) -> None:
        """Back up what changed, carry it to the second place, rehearse when a week has passed.

        Waits for the next turn while other long work runs.
        """
        if self._desk is None or self._desk.database.path is None or self._tasks.titled():
            return
        desk = self._desk

        def work(job: Job[str]) -> str:
            return _kept(desk, job)

        self._tasks.run(work, self._told, title="Sao lưu", failed=self.said.emit)

    def _told(self, problem: str) -> None:
        if problem:
            self.said.emit(problem)


def _kept(desk: "Desk", job: Job[str]) -> str:
    from dxdesk.domain.backup import Reason
    from dxdesk.services.backups import making, rehearsal, second

    making.make(desk, Reason.CHANGES)
    second.carry(desk)
    if not rehearsal.is_due(desk) or job.cancelled():
        return ""
    problems = rehearsal.rehearse(desk, progress=job.progress)
    return f"Diễn tập khôi phục không đạt: {problems[0]}" if problems else ""


def back_up_at_the_end(desk: "Desk") -> None:
    """The window is closed; what cannot be backed up now is told at the next start."""
    from dxdesk.domain.backup import Reason
    from dxdesk.errors import DeskError
    from dxdesk.services.backups import making, second

    try:
        making.make(desk, Reason.CLOSE)
        if desk.database.path is not None:
            second.carry(desk)
    except (DeskError, OSError):
        _log.warning("no backup at closing", exc_info=True)
