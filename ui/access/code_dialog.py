"""The recovery code: shown this once, printed or saved, and known to nobody afterwards."""

from pathlib import Path
from threading import Lock

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from ui.dossiers.form import spacious
from ui.lock import ABOVE
from ui.tasks import Tasks
from ui.theme import scaled
from ui.widgets import button, label, row

_WORDS = (
    "Mã này mở được chương trình khi người quản trị quên mật khẩu. Chương trình chỉ hiện mã lần "
    "này và không lưu lại mã. Hãy in ra, bỏ vào phong bì, cất trong tủ có khóa; đừng để ở máy này."
)


class CodeDialog(QDialog):
    def __init__(self, parent: QWidget, tasks: Tasks, code: str, ward: str) -> None:
        super().__init__(parent)
        self.setWindowTitle("Mã khôi phục")
        self.setMinimumWidth(scaled(520))
        self.setProperty(ABOVE, True)
        self._tasks, self._code, self._ward = tasks, code, ward
        shown = label(code, "title")
        shown.setAccessibleName(f"Mã khôi phục {code}")
        shown.setAlignment(Qt.AlignmentFlag.AlignCenter)
        shown.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.paper = button("&In mã…", "print", role="primary", pressed=self._print)
        self.kept = button("Đã &cất mã, đóng", pressed=self.accept)
        layout = spacious(self)
        layout.addWidget(label(_WORDS, wrap=True))
        layout.addWidget(shown)
        layout.addLayout(row(self.paper, None, self.kept))

    def _print(self) -> None:
        from ui.pdf.file import PdfFile
        from ui.printing.pdf_dialog import show_pdf

        def make(path: Path, lock: Lock) -> PdfFile:
            from dxdesk.reports.recovery_sheet import write_recovery_sheet

            write_recovery_sheet(self._code, self._ward, path)
            return PdfFile(path, lock)

        show_pdf(self, self._tasks, "Mã khôi phục", make)


def show_code(parent: QWidget, tasks: Tasks, code: str, ward: str) -> None:
    dialog = CodeDialog(parent, tasks, code, ward)
    dialog.exec()
    dialog.deleteLater()
