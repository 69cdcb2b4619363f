"""Small pictures of all pages beside the preview; only those in view are drawn."""

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPixmap
from PySide6.QtWidgets import QListView

from ui.pdf.file import PdfFile
from ui.pdf.pictures import Pictures
from ui.tasks import Tasks
from ui.theme import scaled

KEPT = 120
ROOT = QModelIndex()
Index = QModelIndex | QPersistentModelIndex
_SIZE = (92, 118)


class _Pages(QAbstractListModel):
    def __init__(self, tasks: Tasks) -> None:
        super().__init__()
        self._file: PdfFile | None = None
        self._pictures = Pictures(tasks, self, kept=KEPT)
        self._pictures.arrived.connect(self._changed)

    def take(self, file: PdfFile | None) -> None:
        self.beginResetModel()
        self._file = file
        self._pictures.take(file)
        self.endResetModel()

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() or self._file is None else len(self._file.sizes)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if self._file is None or not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return str(index.row() + 1)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"Trang {index.row() + 1}"
        return self._picture(index.row()) if role == Qt.ItemDataRole.DecorationRole else None

    def _picture(self, page: int) -> QPixmap:
        if self._file is None:
            return QPixmap()
        width, height = self._file.sizes[page]
        scale = min(scaled(_SIZE[0]) / width, scaled(_SIZE[1]) / height)
        image = self._pictures.picture(page, scale=scale)
        if image is not None:
            return QPixmap.fromImage(image)
        blank = QPixmap(round(width * scale), round(height * scale))
        blank.fill(QColor("white"))
        return blank

    def _changed(self) -> None:
        last = self.rowCount() - 1
        if last >= 0:
            self.dataChanged.emit(self.index(0), self.index(last), [Qt.ItemDataRole.DecorationRole])


class Thumbnails(QListView):
    chosen = Signal(int)
    """A page, counted from 0."""

    def __init__(self, tasks: Tasks) -> None:
        super().__init__()
        self._pages = _Pages(tasks)
        self.setModel(self._pages)
        self.setAccessibleName("Các trang thu nhỏ")
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setFlow(QListView.Flow.TopToBottom)
        self.setWrapping(False)
        self.setUniformItemSizes(True)
        self.setIconSize(QSize(scaled(_SIZE[0]), scaled(_SIZE[1])))
        self.setGridSize(QSize(scaled(_SIZE[0] + 16), scaled(_SIZE[1] + 28)))
        self.setFixedWidth(scaled(_SIZE[0] + 40))
        self.selectionModel().currentChanged.connect(lambda now, _before: self._choose(now))

    def take(self, file: PdfFile | None) -> None:
        self._pages.take(file)

    def mark(self, page: int) -> None:
        """Show that *page* is in view, without going there."""
        if page != self.currentIndex().row() and 0 <= page < self._pages.rowCount():
            self.selectionModel().blockSignals(True)
            self.setCurrentIndex(self._pages.index(page))
            self.selectionModel().blockSignals(False)
            self.scrollTo(self.currentIndex())
            self.viewport().update()

    def _choose(self, index: QModelIndex) -> None:
        if index.isValid() and self.hasFocus():
            self.chosen.emit(index.row())
