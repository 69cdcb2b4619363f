"""The report as it prints with the words of the window, open at the sentence in the hand."""

from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QObject, Signal

from dxdesk.reports.monthly_facts import Facts
from ui.pdf.file import PdfFile
from ui.pdf.finding import Found
from ui.pdf.panel import PdfPanel
from ui.tasks import Job, Tasks

_FIRST_WORDS = 8


class SentencePrint(QObject):
    failed = Signal(str)

    def __init__(self, parent: QObject, tasks: Tasks) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._folder = TemporaryDirectory(prefix="dxdesk-", ignore_cleanup_errors=True)
        self._number = 0
        self._job: Job[PdfFile] | None = None
        self._words = ""
        self.panel = PdfPanel(tasks)

    def make(self, facts: Facts, words: str) -> None:
        """Print anew; *words* begin the sentence to look at."""
        if self._job is not None:
            self._job.cancel()
        self._number += 1
        self._words = words
        path, lock = Path(self._folder.name) / f"{self._number}.pdf", self.panel.view.lock

        def work(_job: Job[PdfFile]) -> PdfFile:
            from dxdesk.reports.monthly import write_prose

            write_prose(path, facts)
            return PdfFile(path, lock)

        self._job = self._tasks.run(work, self._show, failed=self.failed.emit)

    def _show(self, file: PdfFile) -> None:
        self._job = None
        bar = self.panel.view.verticalScrollBar()
        at = bar.value()
        self.panel.show_file(file)
        bar.setValue(at)
        self.look_at(self._words)

    def look_at(self, words: str) -> None:
        """Mark the sentence that begins with *words* and bring it into view."""
        self._words = words
        file, wanted = self.panel.view.file, " ".join(words.split()[:_FIRST_WORDS])
        if file is None:
            return

        def work(_job: Job[list[Found]]) -> list[Found]:
            pages = range(len(file.sizes)) if wanted else ()
            return next((found for page in pages if (found := file.find(page, wanted))), [])

        self._tasks.run(work, lambda found: self._mark(file, found[:1]))

    def _mark(self, file: PdfFile, found: list[Found]) -> None:
        if self.panel.view.file is file:
            self.panel.view.show_found(tuple(found), 0 if found else -1)

    def close_down(self) -> None:
        self.panel.close_down()
        self._folder.cleanup()
