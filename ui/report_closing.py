"""Closing the period of the report that is shown, and the way to what was closed."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from dxdesk.domain.closing import Closing
from dxdesk.domain.period import Period
from dxdesk.errors import InputError
from dxdesk.reports.catalogue import REPORTS
from dxdesk.services import closing
from ui import dialogs
from ui.archive_dialog import ArchiveDialog
from ui.report_choices import Choice
from ui.tasks import Tasks

if TYPE_CHECKING:
    from dxdesk.desk import Desk

_CLOSABLE = {report.key for report in REPORTS}


class ReportClosing(QObject):
    said = Signal(str)
    changed = Signal()
    opened = Signal(int)

    def __init__(self, parent: QWidget, desk: "Desk", tasks: Tasks) -> None:
        super().__init__(parent)
        self._widget, self._desk, self._tasks = parent, desk, tasks

    def close(self, chosen: tuple[Choice, Period] | None) -> None:
        """Ask once more, then keep the report of that period for good."""
        if chosen is None:
            return
        choice, period = chosen
        if choice.key not in _CLOSABLE:
            raise InputError(
                "Sổ theo dõi không chốt được vì sổ luôn theo dữ liệu; hãy chọn một báo cáo để chốt."
            )
        question = (
            f"Chốt “{choice.title}” {period.label}?\n\nSố liệu, danh sách hồ sơ và tệp in được giữ "
            "nguyên về sau. Kỳ đã chốt không mở lại được; số liệu sai thì lập bản đính chính."
        )
        if dialogs.confirm(self._widget, "Chốt kỳ báo cáo", question, action="Chốt kỳ"):
            self._tasks.run(
                lambda job: closing.close(self._desk, choice.key, period, cancelled=job.cancelled),
                self._closed,
                title=f"Đang chốt {period.label}",
            )

    def _closed(self, made: Closing) -> None:
        self.changed.emit()
        self.said.emit(f"Đã chốt {made.period.label}; xem ở Bản đã chốt")

    def show_archive(self) -> None:
        dialog = ArchiveDialog(self._widget, self._desk, self._tasks)
        dialog.changed.connect(self.changed)
        dialog.opened.connect(self.opened)
        dialog.refresh()
        dialog.exec()
        dialog.deleteLater()
