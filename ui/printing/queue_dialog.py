"""What waits for a printer: seen, printed when there is one, deleted when it is on paper."""

from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from dxdesk.services import print_queue as queue
from dxdesk.services.print_queue import QueuedPrint
from ui import dialogs
from ui.dossiers.notice import Notice
from ui.format import number
from ui.pdf.file import PdfFile
from ui.pdf.panel import PdfPanel
from ui.pdf.printing import print_file
from ui.preferences import Preferences
from ui.printing.printer_choice import PrinterChoice
from ui.rows import Column, RowsModel, table_of
from ui.tasks import Job, Tasks
from ui.theme import scaled
from ui.widgets import button, label, row

if TYPE_CHECKING:
    from dxdesk.desk import Desk

COLUMNS: tuple[Column[QueuedPrint], ...] = (
    Column("Lúc", lambda one: f"{one.at:%d/%m/%Y %H:%M}", 156),
    Column("Bản in", lambda one: one.title, 220, stretches=True),
    Column("Trang", lambda one: number(one.sheets), 60, right=True),
    Column("Cán bộ", lambda one: one.officer, 130),
)
_EMPTY = "Không có bản in nào đang chờ. Khi máy in hỏng, bấm “Để vào hàng chờ” trong cửa sổ in."
_SENT = "Đã gửi {} trang tới {}. Ra giấy rồi thì bấm “Xóa” để bản in không nằm lại trong máy."


class QueueDialog(QDialog):
    def __init__(
        self,
        parent: QWidget | None,
        desk: "Desk",
        tasks: Tasks,
        preferences: Preferences | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Hàng chờ in")
        self._desk, self._tasks = desk, tasks
        self._folder = TemporaryDirectory(prefix="dxdesk-", ignore_cleanup_errors=True)
        self._number = 0
        self._printing: Job[int] | None = None
        self.printers = PrinterChoice(preferences or Preferences())
        self.model = RowsModel(COLUMNS)
        self.table = table_of(self.model, "Các bản in đang chờ")
        self.table.setSelectionMode(self.table.SelectionMode.SingleSelection)
        self.table.selectionModel().currentRowChanged.connect(lambda _now, _before: self._read())
        self.panel = PdfPanel(tasks)
        self.empty = label(_EMPTY, "muted", wrap=True)
        self.told = Notice("notice")
        self._lay_out()
        self.resize(scaled(960), scaled(620))
        self.refresh()

    def _lay_out(self) -> None:
        self.remove = button("Xóa", "trash", role="danger", pressed=self.delete)
        self.go = button("In", "print", role="primary", pressed=self.print_out)
        for text, keys, slot in (("In", "Ctrl+P", self.go.click), ("Xóa", "Del", self.delete)):
            action = QAction(text, self)
            action.setShortcut(QKeySequence(keys))
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            action.triggered.connect(slot)
            self.table.addAction(action)
        middle = QHBoxLayout()
        middle.addWidget(self.table, 1)
        middle.addWidget(self.panel, 1)
        layout = QVBoxLayout(self)
        layout.setSpacing(scaled(8))
        layout.addWidget(self.empty)
        layout.addLayout(middle, 1)
        layout.addWidget(self.told)
        shut = button("Đóng", pressed=self.reject)
        layout.addLayout(row(shut, None, *self.printers.fields(), self.remove, self.go))

    def refresh(self) -> None:
        self._tasks.run(lambda _job: queue.queued(self._desk), self._show)

    def _show(self, rows: Sequence[QueuedPrint]) -> None:
        at = max(self.table.currentIndex().row(), 0)
        self.model.show(rows)
        self.empty.setVisible(not rows)
        if rows:
            self.table.selectRow(min(at, len(rows) - 1))
            self.table.setFocus()
        else:
            self._show_file(None)

    def chosen(self) -> QueuedPrint | None:
        at = self.table.currentIndex().row()
        return self.model.rows[at] if 0 <= at < len(self.model.rows) else None

    def _read(self) -> None:
        """Show the chosen file."""
        chosen = self.chosen()
        if chosen is None:
            return
        self._number += 1
        path, lock = Path(self._folder.name) / f"{self._number}.pdf", self.panel.view.lock

        def work(_job: Job[PdfFile]) -> PdfFile:
            path.write_bytes(queue.content_of(self._desk, chosen.id))
            return PdfFile(path, lock)

        self._tasks.run(work, self._show_file, failed=self.told.say)

    def _show_file(self, file: PdfFile | None) -> None:
        self.panel.show_file(file)
        self.go.setEnabled(file is not None and bool(self.printers.name))
        self.remove.setEnabled(file is not None)

    def print_out(self) -> None:
        file = self.panel.view.file
        if file is None:
            return
        printer = self.printers.make(first=1, last=len(file.sizes))
        if printer is not None:
            self._printing = self._tasks.run(
                lambda job: print_file(job, file, printer),
                lambda pages: self._ended(_SENT.format(pages, printer.printerName())),
                title="Đang in",
                failed=self._ended,
                stopped=lambda: self._ended("Đã dừng in."),
            )

    def _ended(self, sentence: str) -> None:
        self._printing = None
        self.told.say(sentence)

    def delete(self) -> None:
        chosen = self.chosen()
        question = "Xóa hẳn bản in này khỏi hàng chờ? Việc xóa không hoàn tác được."
        if chosen is None or not dialogs.confirm(self, "Xóa bản in", question, action="Xóa"):
            return
        self._tasks.run(
            lambda _job: queue.remove(self._desk, chosen.id),
            lambda _none: self.refresh(),
            failed=self.told.say,
        )

    def done(self, result: int) -> None:
        if self._printing is not None:
            self._printing.cancel()
            return
        self.panel.close_down()
        self._folder.cleanup()
        super().done(result)


def show_queue(parent: QWidget, desk: "Desk", tasks: Tasks) -> None:
    dialog = QueueDialog(parent, desk, tasks)
    dialog.exec()
    dialog.deleteLater()
