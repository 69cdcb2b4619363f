"""The files of one dossier: a list, and what can be done with the chosen one."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QVBoxLayout

from dxdesk.domain.attachment import Attachment, size_text
from ui.barring import bar
from ui.dossiers.flow import FlowLayout
from ui.dossiers.moments import moment_text
from ui.theme import scaled
from ui.widgets import button, label

_EMPTY = "Chưa có tệp nào. Kéo tệp PDF hoặc ảnh quét vào đây, hoặc bấm “Đính kèm” (Ctrl+Shift+F)."
_ROWS = 4


class FilesCard(QFrame):
    asked = Signal()
    """The officer wants to choose files."""
    dropped = Signal(object)
    """Files were dropped here: a tuple of `Path`."""
    opened, saved, removed = Signal(object), Signal(object), Signal(object)
    """What shall be done with an `Attachment`."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.setAcceptDrops(True)
        self.heading = label("Tệp đính kèm", "heading")
        self.empty = label(_EMPTY, "muted", wrap=True)
        self.list = _Files()
        self.list.setAccessibleName("Tệp đính kèm; Enter để mở, Delete để gỡ")
        self.list.itemActivated.connect(lambda _item: self._tell(self.opened))
        self.list.deleted.connect(lambda: self._tell(self.removed))
        self.add = button("Đí&nh kèm…", "plus", pressed=self.asked.emit)
        self.add.setToolTip("Ctrl+Shift+F")
        self.remove = button("&Gỡ", "trash", pressed=lambda: self._tell(self.removed))
        self.others = [
            button("&Mở", "file", pressed=lambda: self._tell(self.opened)),
            button("Lưu bản sa&o…", "save", pressed=lambda: self._tell(self.saved)),
            self.remove,
        ]
        flow = FlowLayout(spacing=scaled(6))
        for part in (self.add, *self.others):
            flow.addWidget(part)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(scaled(12),) * 4)
        layout.setSpacing(scaled(6))
        for widget in (self.heading, self.empty, self.list):
            layout.addWidget(widget)
        layout.addLayout(flow)

    def bar(self, why: str) -> None:
        """Files may be looked at and copied, no more, where *why* stands against it."""
        for part in (self.add, self.remove):
            bar(part, why)
        self.setAcceptDrops(not why)

    def show_files(self, files: Sequence[Attachment]) -> None:
        at = max(self.list.currentRow(), 0)
        self.list.clear()
        for one in files:
            told = f"{one.name}  ·  {one.kind.label}, {size_text(one.size)}"
            item = QListWidgetItem(told)
            item.setToolTip(f"Đính kèm {moment_text(one.added_at)}")
            item.setData(Qt.ItemDataRole.UserRole, one)
            self.list.addItem(item)
        self.heading.setText(f"Tệp đính kèm ({len(files)})" if files else "Tệp đính kèm")
        self.empty.setVisible(not files)
        self.list.setVisible(bool(files))
        self.list.setFixedHeight(scaled(10 + 32 * min(max(len(files), 1), _ROWS)))
        for part in self.others:
            part.setVisible(bool(files))
        if files:
            self.list.setCurrentRow(min(at, len(files) - 1))

    def _tell(self, signal: object) -> None:
        item = self.list.currentItem()
        if item is not None:
            signal.emit(item.data(Qt.ItemDataRole.UserRole))  # type: ignore[attr-defined] # bound signal

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        urls = event.mimeData().urls()
        paths = tuple(Path(url.toLocalFile()) for url in urls if url.isLocalFile())
        if paths:
            event.acceptProposedAction()
            self.dropped.emit(paths)


class _Files(QListWidget):
    deleted = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete:
            self.deleted.emit()
        else:
            super().keyPressEvent(event)
