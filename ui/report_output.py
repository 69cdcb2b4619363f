"""A report on its way out: into a file, or to a printer."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from dxdesk.domain.period import Period
from dxdesk.reports.files import replacing
from ui import dialogs
from ui.files import ask_save
from ui.pdf.file import PdfFile
from ui.pdf.printing import ask_printer, print_file, printers
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

    def print_out(self, file: PdfFile) -> bool:
        """Ask for the printer and print; False when saving as PDF was chosen instead."""
        if not printers():
            return not dialogs.confirm(
                self._widget,
                "Chưa có máy in",
                "Máy này chưa cài máy in nào. Hãy cài máy in trong phần Cài đặt của máy, hoặc "
                "lưu báo cáo thành PDF để in ở máy khác.",
                action="Lưu PDF…",
            )
        preferences = Preferences()
        printer = ask_printer(self._widget, last=preferences.printer, pages=len(file.sizes))
        if printer is not None:
            preferences.printer = printer.printerName()

            def work(job: Job[int]) -> int:
                pages = print_file(job, file, printer)
                self._desk.note(f"In {pages} trang báo cáo")
                return pages

            self._tasks.run(
                work,
                lambda pages: self.said.emit(f"Đã gửi {pages} trang tới {printer.printerName()}"),
                title="Đang in",
            )
        return True
