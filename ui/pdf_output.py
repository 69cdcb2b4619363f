"""Something on paper that is made on the spot: printed, queued, or kept as PDF."""

from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ui.files import ask_save
from ui.pdf.file import PdfFile
from ui.report_output import ReportOutput
from ui.tasks import Job, Tasks

if TYPE_CHECKING:
    from dxdesk.desk import Desk

Write = Callable[[Path], None]


class PdfOutput(QObject):
    said = Signal(str)

    def __init__(self, parent: QWidget, desk: "Desk", tasks: Tasks) -> None:
        super().__init__(parent)
        self._widget, self._tasks = parent, tasks
        self._printing = ReportOutput(parent, desk, tasks)
        self._printing.said.connect(self.said)
        self._folder: TemporaryDirectory[str] | None = None
        self._files: list[PdfFile] = []

    def save(self, title: str, name: str, write: Write) -> None:
        """Ask where to put the file *name*, then have *write* write it in the worker."""
        path = ask_save(self._widget, title, name)
        if path is None:
            return

        def work(_job: Job[Path]) -> Path:
            write(path)
            return path

        self._tasks.run(work, lambda written: self.said.emit(f"Đã lưu {written}"))

    def print_out(self, title: str, _name: str, write: Write) -> None:
        """Write it to a passing file and ask how it goes to paper."""
        if self._folder is None:
            self._folder = TemporaryDirectory(prefix="dxdesk-", ignore_cleanup_errors=True)
        path = Path(self._folder.name) / f"{len(self._files)}.pdf"

        def work(_job: Job[PdfFile]) -> PdfFile:
            write(path)
            return PdfFile(path, self._tasks.pdf)

        def done(file: PdfFile) -> None:
            self._files.append(file)
            self._printing.print_out(file, title)

        self._tasks.run(work, done)

    def close_down(self) -> None:
        """Nothing is printed any more: let go of the passing files."""
        for file in self._files:
            file.close()
        self._files.clear()
        if self._folder is not None:
            self._folder.cleanup()
            self._folder = None
