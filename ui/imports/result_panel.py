"""What the preview or the import gave, and what can be done next."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dxdesk.exchange.quarantine import write_quarantine
from dxdesk.services.imports import ImportResult, Preview
from ui.files import ask_save
from ui.format import number
from ui.imports.outcome import ImportOutcome
from ui.tasks import Tasks
from ui.widgets import button, row


class ResultPanel(QWidget):
    said = Signal(str)
    went_on = Signal()
    """Another file, or the next one."""

    def __init__(self, tasks: Tasks) -> None:
        super().__init__()
        self._tasks = tasks
        self.result: ImportResult | None = None
        self.outcome = ImportOutcome()
        self.save_errors = button("Lưu dòng lỗi ra tệp…", "save", pressed=self._save_errors)
        self.columns = button("Sửa cách hiểu cột…", "edit")
        self.other = button("", "folder", pressed=self.went_on.emit)
        self.go = button("Nhập", "import", role="primary")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.outcome, 1)
        layout.addLayout(row(self.save_errors, self.columns, None, self.other, self.go))

    def show_preview(self, preview: Preview) -> None:
        self.show_result(preview.result)
        self.outcome.show_preview(preview)
        self.go.setText(_todo(preview.result))

    def show_result(self, result: ImportResult) -> None:
        self.result = result
        self.outcome.show_result(result)
        self.save_errors.setVisible(bool(result.quarantined))

    def start(self) -> None:
        (self.go if self.go.isEnabled() else self.other).setFocus()

    def allow(self, *, working: bool, open_file: bool, left: int) -> None:
        """*open_file*: the file shown is not imported yet; *left*: files that wait behind it."""
        result = self.result
        todo = result is not None and bool(result.new + result.changed + result.unkept)
        self.go.setEnabled(not working and todo and open_file)
        self.columns.setEnabled(not working and open_file)
        self.other.setEnabled(not working)
        self.other.setText(f"Tệp tiếp theo (còn {number(left)})" if left else "Chọn tệp khác…")

    def _save_errors(self) -> None:
        result = self.result
        if result is None:
            return
        name = f"{Path(result.file).stem} - dòng lỗi.xlsx"
        path = ask_save(self, "Lưu danh sách dòng lỗi", name)
        if path is None:
            return
        self._tasks.run(
            lambda _job: write_quarantine(path, result.headings, result.quarantined),
            lambda _none: self.said.emit(f"Đã lưu {path}. Sửa các ô sai trong tệp rồi nhập lại."),
        )


def _todo(result: ImportResult) -> str:
    todo = result.new + result.changed
    if todo or not result.unkept:
        return f"Nhập {number(todo)} hồ sơ"
    return f"Giữ {number(result.unkept)} dòng lỗi để sửa"
