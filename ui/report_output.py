"""A report on its way out: into a file, or to a printer."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from dxdesk.domain.period import Period
from dxdesk.reports.files import replacing
from dxdesk.services import print_queue
from ui.files import ask_save
from ui.pdf.file import PdfFile
from ui.pdf.printing import print_file
from ui.preferences import Preferences
from ui.tasks import Job, Tasks

if TYPE_CHECKING:
    from dxdesk.desk import Desk
    from ui.report_choices import Choice


class ReportOutput(QObject):
    said = Signal(str)

    def __init__(self, parent: QWidget, desk: "Desk", tasks: Tasks) -> None:
        super().__init__(parent)
        self._widget, self._desk, self._tasks = parent, desk, tasks

    def save(self, choice: "Choice", period: Period, ending: str, *, shown: PdfFile | None) -> None:
        """Ask where, then write. As PDF it is the very file that is *shown*."""
        name = choice.file_name(period, ending)
        path = ask_save(self._widget, f"Lưu {choice.title}", name)
        if path is None:
            return

        def work(job: Job[Path]) -> Path:
            if ending == "pdf" and shown is not None:
                with replacing(path) as file:
                    file.write(shown.path.read_bytes())
            else:
                choice.write(self._desk, period, path, job)
            self._desk.note(f"Lưu {choice.title} {period.label} ra tệp .{ending}")
            return path

        self._tasks.run(
            work,
            lambda written: self.said.emit(f"Đã lưu {written}"),
            title=f"Đang ghi {path.name}",
        )

    def print_out(self, file: PdfFile, title: str) -> None:
        """Ask how, then print; what no printer takes waits in the queue."""
        from ui.printing.paper_dialog import ask_paper

        paper = ask_paper(self._widget, pages=len(file.sizes), preferences=Preferences())
        if paper is None:
            return
        printer = paper.printer
        if printer is None:
            self._keep(file, title)
            return
        name = printer.printerName()
        self._tasks.run(
            lambda job: print_file(job, file, printer),
            lambda pages: self.said.emit(f"Đã gửi {pages} trang tới {name}"),
            title="Đang in",
            failed=lambda _sentence: self._keep(file, title, after=f"{name} không nhận bản in. "),
        )

    def _keep(self, file: PdfFile, title: str, *, after: str = "") -> None:
        """The very file that was shown waits in the queue."""
        path, sheets = file.path, len(file.sizes)
        self._tasks.run(
            lambda _job: print_queue.keep(self._desk, title, path.read_bytes(), sheets=sheets),
            lambda _none: self.said.emit(f"{after}Đã để vào hàng chờ; in ở Hồ sơ → Hàng chờ in"),
        )
