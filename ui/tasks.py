"""Work off the window's thread: what takes longer than 50 ms runs here.

Two lanes, one thread each. Reads and saves of one dossier go through the quick lane; work with a
title (import, report) goes through the long lane, so that lists stay alive while it runs.
"""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Event, Lock
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from dxdesk.trouble import trouble
from ui.garbage import Garbage

T = TypeVar("T")
PROGRESS_EVERY_MS = 100


class Job(Generic[T]):
    """One piece of work: what it may ask and tell while it runs, and a way to stop it."""

    def __init__(
        self,
        work: "Callable[[Job[T]], T]",
        done: Callable[[T], None],
        *,
        title: str,
        failed: Callable[[str], None] | None,
        stopped: Callable[[], None] | None,
    ) -> None:
        self.title = title
        self.at = (0, 0)
        """Done and total; total 0 while it is not known."""
        self._work, self._done, self._failed, self._stopped = work, done, failed, stopped
        self._cancel = Event()
        self._result: T
        self._error: BaseException | None = None

    def progress(self, done: int, total: int) -> None:
        self.at = (done, total)

    def cancelled(self) -> bool:
        return self._cancel.is_set()

    def cancel(self) -> None:
        """Ask the work to stop. What had been completed by then still counts as done."""
        self._cancel.set()

    def execute(self) -> None:
        """In the worker: run and keep the outcome."""
        if self.cancelled():
            self._error = InterruptedError()
            return
        try:
            self._result = self._work(self)
        except BaseException as error:  # noqa: BLE001 - handed to the window's thread, lost nowhere
            self._error = error

    def deliver(self) -> None:
        """In the window's thread: hand the outcome over. A superseded read is dropped."""
        if self._error is None:
            if self.title or not self.cancelled():
                self._done(self._result)
        elif self.cancelled():
            if self._stopped is not None:
                self._stopped()
        elif self._failed is not None:
            self._failed(trouble(self._error))
        else:
            raise self._error

    def forget(self) -> None:
        """In the window's thread: let go of every widget that the callbacks hold.

        The worker drops the job when it pleases; a widget's last reference must not die there.
        """
        self._work = self._done = _nothing
        self._failed = self._stopped = None


def _nothing(_given: object) -> Any:
    return None


class Tasks(QObject):
    """Runs jobs in order, one thread for each lane; outcomes come back to the window's thread."""

    moved = Signal()
    """A titled job began, went on or ended."""
    idled = Signal()
    _ended = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._quick = ThreadPoolExecutor(max_workers=1, thread_name_prefix="quick")
        self._long = ThreadPoolExecutor(max_workers=1, thread_name_prefix="long")
        self._live: list[Job[Any]] = []
        self._closed = False
        self._garbage = Garbage(self)
        self.pdf = Lock()
        """PDFium bears one call at a time: every open PDF file takes this."""
        self._ended.connect(self._deliver)
        self._timer = QTimer(self)
        self._timer.setInterval(PROGRESS_EVERY_MS)
        self._timer.timeout.connect(self.moved)

    def run(
        self,
        work: Callable[[Job[T]], T],
        done: Callable[[T], None],
        *,
        title: str = "",
        failed: Callable[[str], None] | None = None,
        stopped: Callable[[], None] | None = None,
    ) -> Job[T]:
        """Start *work*; it must not touch a widget, the callbacks may.

        *failed* gets a sentence that is ready to show; without it the error reaches the one hook.
        *stopped* is called when the work gave up because it was cancelled.
        """
        job = Job(work, done, title=title, failed=failed, stopped=stopped)
        if self._closed:
            return job
        self._live.append(job)
        (self._long if title else self._quick).submit(self._run, job)
        if title:
            self._timer.start()
            self.moved.emit()
        return job

    def after(self, then: Callable[[], object]) -> None:
        """*then*, in the window's thread, once all short work before it has been delivered."""

        def delivered(_none: None) -> None:
            then()

        self.run(_nothing, delivered)

    def _run(self, job: Job[Any]) -> None:
        job.execute()
        self._ended.emit(job)

    @Slot(object)
    def _deliver(self, job: Job[Any]) -> None:
        if self._closed:
            return
        self._live.remove(job)
        if job.title and self.titled() is None:
            self._timer.stop()
        try:
            job.deliver()
        finally:
            job.forget()
            if job.title:
                self.moved.emit()
            if not self._live:
                self.idled.emit()

    def idle(self) -> bool:
        return not self._live

    def titled(self) -> Job[Any] | None:
        """The long job that runs now."""
        return next((job for job in self._live if job.title), None)

    def drop_reads(self) -> None:
        """Whoever asked is about to go: nothing short that still runs is delivered."""
        for job in self._live:
            if not job.title:
                job.cancel()

    def close(self) -> None:
        """Cancel what can be cancelled and wait for the rest; nothing is delivered any more."""
        self._closed = True
        self._timer.stop()
        for job in self._live:
            job.cancel()
        self._quick.shutdown(wait=True)
        self._long.shutdown(wait=True)
        for job in self._live:
            job.forget()
        self._live.clear()
        self._garbage.stop()
