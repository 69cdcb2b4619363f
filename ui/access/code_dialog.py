"""A code for the day on which a password is forgotten: printed or saved, kept away from here."""

from pathlib import Path
from threading import Lock

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from dxdesk.domain.secret import CodeKind, code_lines
from ui.dossiers.form import spacious
from ui.lock import ABOVE
from ui.tasks import Tasks
from ui.theme import scaled
from ui.widgets import button, label, row

_KEEP = " Hãy in ra, bỏ vào phong bì, cất trong tủ có khóa; đừng để ở máy này."
_WORDS = {
    CodeKind.SIGN_IN: "Mã này mở được chương trình khi người quản trị quên mật khẩu. Chương trình "
    "chỉ hiện mã lần này và không lưu lại mã." + _KEEP,
    CodeKind.DATA: "Mã này mở được tệp dữ liệu và các bản sao lưu khi quên mật khẩu dữ liệu. Mất "
    "cả mật khẩu lẫn mã thì không ai, kể cả người làm ra chương trình, mở được dữ liệu." + _KEEP,
}


class CodeDialog(QDialog):
    def __init__(
        self, parent: QWidget, tasks: Tasks, code: str, ward: str, *, kind: CodeKind
    ) -> None:
        super().__init__(parent)
        name = kind.label
        self.setWindowTitle(name)
        self.setMinimumWidth(scaled(520))
        self.setProperty(ABOVE, True)
        self._tasks, self._code, self._ward, self._kind = tasks, code, ward, kind
        shown = label("\n".join(code_lines(code)), "title")
        shown.setAccessibleName(f"{name} {code}")
        shown.setAlignment(Qt.AlignmentFlag.AlignCenter)
        shown.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.paper = button("&In mã…", "print", role="primary", pressed=self._print)
        self.kept = button("Đã &cất mã, đóng", pressed=self.accept)
        layout = spacious(self)
        layout.addWidget(label(_WORDS[kind], wrap=True))
        layout.addWidget(shown)
        layout.addLayout(row(self.paper, None, self.kept))

    def _print(self) -> None:
        from ui.pdf.file import PdfFile
        from ui.printing.pdf_dialog import show_pdf

        def make(path: Path, lock: Lock) -> PdfFile:
            from dxdesk.reports.recovery_sheet import write_code_sheet

            write_code_sheet(self._kind, self._code, self._ward, path)
            return PdfFile(path, lock)

        show_pdf(self, self._tasks, self._kind.label, make)


def show_code(
    parent: QWidget, tasks: Tasks, code: str, ward: str, *, kind: CodeKind = CodeKind.SIGN_IN
) -> None:
    dialog = CodeDialog(parent, tasks, code, ward, kind=kind)
    dialog.exec()
    dialog.deleteLater()
