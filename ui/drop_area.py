"""Where a file is dropped, or chosen by a button."""

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ui.theme import scaled
from ui.widgets import Sign, button, label, repolish, row


def local_files(given: QMimeData) -> list[Path]:
    """Files of this computer that are being dragged."""
    return [Path(url.toLocalFile()) for url in given.urls() if url.isLocalFile()]


class FileDrops(QObject):
    """Takes files dropped on *window* wherever no part below takes them itself."""

    dropped = Signal(object)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDropEvent) and (files := local_files(event.mimeData())):
            event.acceptProposedAction()
            if event.type() == QEvent.Type.Drop:
                self.dropped.emit(files)
            return True
        return super().eventFilter(watched, event)


class DropArea(QFrame):
    asked = Signal()
    """The officer wants to choose a file."""
    dropped = Signal(object)
    """The paths of the files and folders dropped here."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "drop")
        self.setAcceptDrops(True)
        head = label("Kéo tệp hoặc thư mục sổ theo dõi vào đây", "heading")
        text = label(
            "Nhận tệp Excel (.xlsx, .xls), tệp .xls xuất từ hệ thống của tỉnh, .ods và .csv. "
            "Không cần sửa tệp: tiêu đề, dòng nhóm, dòng cộng được nhận ra và bỏ qua.",
            "muted",
            wrap=True,
        )
        self.choose = button("&Chọn tệp…", "folder", role="primary", pressed=self.asked.emit)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(scaled(24),) * 4)
        layout.setSpacing(scaled(10))
        layout.addStretch(2)
        layout.addLayout(row(None, Sign("import", "muted", 46), None))
        for part in (head, text):
            part.setAlignment(Qt.AlignmentFlag.AlignCenter)
            layout.addWidget(part)
        self.buttons = row(None, self.choose, None)
        layout.addLayout(self.buttons)
        self.below = QVBoxLayout()
        layout.addLayout(self.below)
        layout.addStretch(3)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if local_files(event.mimeData()):
            event.acceptProposedAction()
            self._light(on=True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._light(on=False)

    def dropEvent(self, event: QDropEvent) -> None:
        self._light(on=False)
        files = local_files(event.mimeData())
        if files:
            event.acceptProposedAction()
            self.dropped.emit(files)

    def _light(self, *, on: bool) -> None:
        self.setProperty("active", on)
        repolish(self)
