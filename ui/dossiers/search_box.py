"""The one search box of the list: Down and Enter go into the hits, Esc empties it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from ui.icons import icon

_DOWN = frozenset({Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter})


class SearchBox(QLineEdit):
    entered = Signal()
    """The officer wants to go on among the hits."""

    def __init__(self) -> None:
        super().__init__()
        self.setClearButtonEnabled(True)
        self.setAccessibleName("Tìm hồ sơ")
        self.setPlaceholderText("Tìm mã, tên, điện thoại, số giấy tờ (không cần dấu)  Ctrl+F")
        self.addAction(icon("search"), QLineEdit.ActionPosition.LeadingPosition)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _DOWN:
            self.entered.emit()
        elif key == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)
