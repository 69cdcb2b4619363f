"""One attached file in a window of its own; what cannot be shown is only saved as a copy."""

from pathlib import Path
from threading import Lock

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QWidget

from dxdesk.domain.attachment import PDF, Attachment, size_text
from dxdesk.errors import DeskError
from ui.dossiers.form import spacious
from ui.pdf.file import PdfFile
from ui.pdf.from_picture import pdf_of_picture
from ui.pdf.view import FIT_WIDTH, PdfView
from ui.tasks import Tasks
from ui.theme import scaled
from ui.widgets import button, icon_button, label, row


def can_show(file: Attachment) -> bool:
    return file.kind == PDF or file.kind.picture


def open_content(file: Attachment, content: bytes, lock: Lock) -> PdfFile:
    """In a worker: *content* as pages; DeskError in words when it cannot be read."""
    import pypdfium2

    pdf = pdf_of_picture(content) if file.kind.picture else content
    try:
        return PdfFile(Path(file.name), lock, content=pdf)
    except pypdfium2.PdfiumError as error:
        raise DeskError(
            f"Không mở được “{file.name}”: tệp PDF hỏng hoặc có mật khẩu. Hãy lưu bản sao để thử "
            "bằng chương trình khác, hoặc quét lại."
        ) from error


class FileWindow(QDialog):
    def __init__(self, parent: QWidget | None, tasks: Tasks, file: Attachment, lock: Lock) -> None:
        super().__init__(parent)
        self.setWindowTitle(file.name)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(scaled(820), scaled(680))
        self.view = PdfView(tasks)
        self.view.lock = lock
        self.view.moved.connect(self._show_place)
        self.place = label("", "muted")
        about = label(f"{file.kind.label}, {size_text(file.size)}", "muted")
        smaller = icon_button("Thu nhỏ (-)", "zoom-out", pressed=self.view.smaller)
        larger = icon_button("Phóng to (+)", "zoom-in", pressed=self.view.larger)
        fit = icon_button("Vừa chiều ngang (0)", "fit", pressed=self._fit)
        layout = spacious(self)
        layout.addLayout(row(about, None, self.place, smaller, larger, fit))
        layout.addWidget(self.view, 1)
        layout.addLayout(row(None, button("Đóng (Esc)", role="primary", pressed=self.close)))
        for keys, slot in (
            ("+", self.view.larger),
            ("=", self.view.larger),
            ("-", self.view.smaller),
            ("0", self._fit),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(slot)

    def show_pages(self, pages: PdfFile) -> None:
        self.view.show_file(pages)
        self.view.setFocus()

    def done(self, result: int) -> None:
        self.view.show_file(None)
        super().done(result)

    def _fit(self) -> None:
        self.view.show_at(FIT_WIDTH)

    def _show_place(self) -> None:
        page, pages = self.view.place()
        self.place.setText(f"Trang {page}/{pages}, {self.view.percent()} %" if pages else "")
