"""The files to be imported, one after the other, and what is done with the present one."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from dxdesk.exchange.mapping import Mapping
from dxdesk.exchange.no_list import NoListError
from dxdesk.exchange.sample import Sample, read_sample
from dxdesk.exchange.source import Source
from dxdesk.services import imports
from dxdesk.services.imports import ImportResult, ListImport, Preview
from ui.tasks import Job, Tasks

if TYPE_CHECKING:
    from dxdesk.desk import Desk

T = TypeVar("T")


_FEWEST_COLUMNS = 2
_Found = Preview | ListImport | Sample


class ImportWork(QObject):
    """Runs in the background; what comes of it is told by signals."""

    began = Signal(str)
    previewed = Signal(object)
    """A `Preview`."""
    imported = Signal(object)
    """An `ImportResult`."""
    sampled = Signal(object)
    """The `Sample` of the present file: its columns are not understood, or to be said anew."""
    listed = Signal(object, bool)
    """A `ListImport`, and whether it was done or only looked at."""
    failed = Signal(str)
    stopped = Signal()

    def __init__(self, desk: "Desk", tasks: Tasks) -> None:
        super().__init__()
        self._desk, self._tasks = desk, tasks
        self.waiting: list[Source] = []
        """Files after the present one."""
        self.source: Source | None = None
        self.mapping: Mapping | None = None
        self.known: tuple[Mapping, ...] = ()
        """How the columns of the present file were understood."""
        self._remembers = False

    def take(self, sources: Sequence[Source]) -> None:
        """Begin with the first of *sources*; the others wait."""
        self.waiting = list(sources)
        self.go_on()

    def go_on(self) -> None:
        """Preview the next file."""
        self.source = self.waiting.pop(0) if self.waiting else None
        self.mapping, self.known, self._remembers = None, (), False
        self.preview()

    def say(self, mapping: Mapping, remember: bool) -> None:  # noqa: FBT001 - Qt's signal
        """The columns of the present file mean this."""
        self.mapping, self._remembers = mapping, remember
        self.preview()

    def preview(self) -> None:
        desk, source, mapping = self._desk, self.source, self.mapping
        if source is None:
            return

        def work(job: Job[_Found]) -> _Found:
            try:
                return imports.preview(
                    desk, source, mapping=mapping, progress=job.progress, cancelled=job.cancelled
                )
            except NoListError as error:
                found = None if error.summary else imports.preview_list(desk, source)
                if found is not None:
                    return found
                sample = read_sample(source)
                if error.summary or not sample.lines or len(sample.lines[0]) < _FEWEST_COLUMNS:
                    raise
                return sample

        def done(found: _Found) -> None:
            if isinstance(found, Preview):
                self.known = (Mapping(found.register.columns),)
                self.previewed.emit(found)
            elif isinstance(found, ListImport):
                self.listed.emit(found, False)
            else:
                self.sampled.emit(found)

        self._run(work, done, f"Đang đọc {source.name}")

    def run(self) -> None:
        """Import the present file."""
        desk, source, mapping, remembers = self._desk, self.source, self.mapping, self._remembers
        if source is None:
            return

        def work(job: Job[ImportResult]) -> ImportResult:
            if mapping is not None and remembers and not imports.is_remembered(desk, mapping):
                imports.remember(desk, mapping, file=source.name)
            return imports.run(
                desk, source, mapping=mapping, progress=job.progress, cancelled=job.cancelled
            )

        def done(result: ImportResult) -> None:
            self.source = None
            self.imported.emit(result)

        self._run(work, done, f"Đang nhập {source.name}")

    def run_list(self) -> None:
        """Import the present file, a list of the office."""
        desk, source = self._desk, self.source
        if source is None:
            return

        def done(found: ListImport | None) -> None:
            self.source = None
            self.listed.emit(found, True)

        title = f"Đang nhập {source.name}"
        self._run(lambda _job: imports.import_list(desk, source), done, title)

    def sample(self) -> None:
        """Read the first lines of the present file."""
        source = self.source
        if source is not None:
            self._run(
                lambda _job: read_sample(source), self.sampled.emit, f"Đang đọc {source.name}"
            )

    def _run(self, work: Callable[[Job[T]], T], done: Callable[[T], None], title: str) -> None:
        self.began.emit(title)
        self._tasks.run(
            work,
            done,
            title=title,
            failed=self.failed.emit,
            stopped=self.stopped.emit,
        )
