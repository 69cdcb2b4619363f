"""Runs the list's query in the background; the newest one wins."""

from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from dxdesk.domain.dossier import DossierLine
from dxdesk.domain.query import Query
from dxdesk.services import listing
from ui.dossiers.line_window import Deliver
from ui.tasks import Job, Tasks

if TYPE_CHECKING:
    from dxdesk.desk import Desk


@dataclass(frozen=True, slots=True)
class FirstRows:
    """The first rows of a query at once; unless *complete*, all ids follow."""

    lines: tuple[DossierLine, ...]
    complete: bool
    now: datetime


@dataclass(frozen=True, slots=True)
class AllRows:
    """A query run again, whole."""

    ids: "array[int]"
    now: datetime


class ListSearch(QObject):
    """Emits what the newest query found; what an older one finds is dropped."""

    first_found = Signal(object)
    all_found = Signal(object)
    refreshed = Signal(object)
    failed = Signal(str)

    def __init__(self, desk: "Desk", tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._tasks = tasks
        self._job: Job[Any] | None = None

    def ask(self, query: Query) -> None:
        """First rows, then the ids of all."""

        def work(_job: Job[FirstRows]) -> FirstRows:
            page = listing.first_page(self._desk, query)
            return FirstRows(page.lines, page.complete, self._desk.now())

        def done(found: FirstRows) -> None:
            self._job = None
            self.first_found.emit(found)
            if not found.complete and self._job is None:
                self._ask_all(query)

        self._start(work, done)

    def _ask_all(self, query: Query) -> None:
        def work(job: Job["array[int]"]) -> "array[int]":
            return listing.ids(self._desk, query, cancelled=job.cancelled)

        def done(ids: "array[int]") -> None:
            self._job = None
            self.all_found.emit(ids)

        self._start(work, done)

    def again(self, query: Query) -> None:
        """Run the query that is shown once more, for all its ids."""

        def work(job: Job[AllRows]) -> AllRows:
            ids = listing.ids(self._desk, query, cancelled=job.cancelled)
            return AllRows(ids, self._desk.now())

        def done(found: AllRows) -> None:
            self._job = None
            self.refreshed.emit(found)

        self._start(work, done)

    def _start(self, work: Any, done: Any) -> None:
        if self._job is not None:
            self._job.cancel()
        self._job = self._tasks.run(work, done, failed=self._tell)

    def _tell(self, sentence: str) -> None:
        self._job = None
        self.failed.emit(sentence)

    def fetch(self, ids: Sequence[int], deliver: Deliver) -> None:
        """The lines of one page, for the table."""
        wanted = array("q", ids)
        self._tasks.run(
            lambda _job: listing.lines(self._desk, wanted), deliver, failed=self.failed.emit
        )
