"""One PDF in a window of its own, to be looked at and printed."""

from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Lock

from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from ui.dossiers.notice import Notice
from ui.pdf.file import PdfFile
from ui.pdf.panel import PdfPanel
from ui.pdf.printing import print_file
from ui.preferences import Preferences
from ui.printing.printer_choice import PrinterChoice
from ui.tasks import Job, Tasks
from ui.theme import scaled
from ui.widgets import button, row

Make = Callable[[Path, Lock], PdfFile]


class PdfDialog(QDialog):
    def __init__(
        self,
        parent: QWidget | None,
        tasks: Tasks,
        title: str,
        make: Make,
        preferences: Preferences | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self._tasks = tasks
        self._folder = TemporaryDirectory(prefix="dxdesk-", ignore_cleanup_errors=True)
        self._printing: Job[int] | None = None
        self.printers = PrinterChoice(preferences or Preferences())
        self.panel = PdfPanel(tasks)
        self.told = Notice("notice")
        self.go = button("In", "print", role="primary", pressed=self.print_out)
        layout = QVBoxLayout(self)
        layout.setSpacing(scaled(8))
        layout.addWidget(self.panel, 1)
        layout.addWidget(self.told)
        shut = button("Đóng", pressed=self.reject)
        layout.addLayout(row(shut, None, *self.printers.fields(), self.go))
        self.go.setEnabled(False)
        self.resize(scaled(860), scaled(640))
        path, lock = Path(self._folder.name) / "1.pdf", self.panel.view.lock
        tasks.run(lambda _job: make(path, lock), self._show, failed=self.told.say)

    def _show(self, file: PdfFile) -> None:
        self.panel.show_file(file)
        self.go.setEnabled(bool(self.printers.name))

    def print_out(self) -> None:
        file = self.panel.view.file
        printer = self.printers.make(first=1, last=len(file.sizes)) if file else None
        if file is None or printer is None:
            return
        self._printing = self._tasks.run(
            lambda job: print_file(job, file, printer),
            lambda pages: self._ended(f"Đã gửi {pages} trang tới {printer.printerName()}."),
            title="Đang in",
            failed=self._ended,
            stopped=lambda: self._ended("Đã dừng in."),
        )

    def _ended(self, sentence: str) -> None:
        self._printing = None
        self.told.say(sentence)

    def done(self, result: int) -> None:
        """Close; while pages go to the printer this stops them first."""
        if self._printing is not None:
            self._printing.cancel()
            return
        self.panel.close_down()
        self._folder.cleanup()
        super().done(result)


def show_pdf(parent: QWidget, tasks: Tasks, title: str, make: Make) -> None:
    dialog = PdfDialog(parent, tasks, title, make)
    dialog.exec()
    dialog.deleteLater()
