"""A list that opens below a field, above it where the window ends, and never takes the focus."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from ui.theme import scaled

_ROWS_SHOWN = 8
STEPS = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: _ROWS_SHOWN,
    Qt.Key.Key_PageUp: -_ROWS_SHOWN,
}


class OfferList(QListWidget):
    def __init__(self, field: QWidget, name: str) -> None:
        super().__init__(field)
        self._field = field
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(name)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setUniformItemSizes(True)
        self.hide()
        field.destroyed.connect(self.deleteLater)

    def offer(self, entries: Sequence[tuple[str, str]], *, marked: bool) -> None:
        """Show text and tooltip of each entry; nothing: hide. *marked*: the first one is."""
        self.clear()
        for text, tip in entries:
            item = QListWidgetItem(text)
            item.setToolTip(tip)
            self.addItem(item)
        if not entries:
            self.hide()
            return
        self.setCurrentRow(0 if marked else -1)
        self._place()

    def step(self, key: Qt.Key) -> None:
        """Mark another entry; what lies before the first is none at first only."""
        at = min(max(self.currentRow() + STEPS[key], 0), self.count() - 1)
        self.setCurrentRow(at)

    def _place(self) -> None:
        window = self._field.window()
        if self.parentWidget() is not window:
            self.setParent(window)
        row = max(self.sizeHintForRow(0), scaled(28))
        height = row * min(self.count(), _ROWS_SHOWN) + scaled(6)
        below = self._field.mapTo(window, QPoint(0, self._field.height() + 2))
        above = self._field.mapTo(window, QPoint(0, -height - 2))
        fits = below.y() + height <= window.height() or above.y() < 0
        self.setGeometry(QRect(below if fits else above, self._field.size()))
        self.setFixedHeight(height)
        self.show()
        self.raise_()
