"""Choosing columns: a list with ticks; Space ticks, Alt+↑ and Alt+↓ move."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from ui.dossiers.columns import COLUMNS, SHOWN
from ui.dossiers.form import spacious
from ui.theme import scaled
from ui.widgets import button, label, row

_KEY = Qt.ItemDataRole.UserRole
_TITLES = {column.key: column.title for column in COLUMNS}


class ColumnDialog(QDialog):
    def __init__(self, parent: QWidget | None, shown: Sequence[str]) -> None:
        super().__init__(parent)
        self.setWindowTitle("Chọn cột")
        self.resize(scaled(460), scaled(520))
        self.list = QListWidget()
        self.list.setAccessibleName("Các cột, từ trái sang phải")
        self.list.setDragDropMode(QListWidget.DragDropMode.InternalMove)
        self._fill(shown)
        self.problem = label("", "error", wrap=True)
        self.problem.hide()
        layout = spacious(self)
        layout.addWidget(
            label("Phím cách: hiện hoặc ẩn cột. Alt+↑, Alt+↓: chuyển chỗ.", "muted", wrap=True)
        )
        across = row(self.list)
        across.addLayout(self._movers())
        layout.addLayout(across, 1)
        layout.addWidget(self.problem)
        reset = button("&Như ban đầu", "undo", pressed=lambda: self._fill(SHOWN))
        cancel = button("Bỏ qua", pressed=self.reject)
        save = button("Lưu", role="primary", pressed=self.accept)
        save.setDefault(True)
        layout.addLayout(row(reset, None, cancel, save))

    def _movers(self) -> QVBoxLayout:
        made = QVBoxLayout()
        for text, icon_name, keys, by in (
            ("&Lên", "up", "Alt+Up", -1),
            ("&Xuống", "down", "Alt+Down", 1),
        ):
            move = partial(self._move, by)
            mover = button(text, icon_name, pressed=move)
            mover.setToolTip(keys)
            made.addWidget(mover)
            QShortcut(QKeySequence(keys), self, move)
        made.addStretch(1)
        return made

    def _fill(self, shown: Sequence[str]) -> None:
        self.list.clear()
        for key in (*shown, *(key for key in _TITLES if key not in shown)):
            item = QListWidgetItem(_TITLES[key], self.list)
            item.setData(_KEY, key)
            item.setCheckState(Qt.CheckState.Checked if key in shown else Qt.CheckState.Unchecked)
        self.list.setCurrentRow(0)

    def _move(self, by: int) -> None:
        at = self.list.currentRow()
        if 0 <= at + by < self.list.count():
            self.list.insertItem(at + by, self.list.takeItem(at))
            self.list.setCurrentRow(at + by)

    def chosen(self) -> list[str]:
        items = map(self.list.item, range(self.list.count()))
        return [one.data(_KEY) for one in items if one.checkState() is Qt.CheckState.Checked]

    def accept(self) -> None:
        if not self.chosen():
            self.problem.setText("Chưa chọn cột nào; hãy chọn ít nhất một cột.")
            self.problem.show()
            return
        super().accept()


def ask_columns(parent: QWidget, shown: Sequence[str]) -> list[str] | None:
    """Keys of the columns wanted, from left to right; None when the officer went back."""
    dialog = ColumnDialog(parent, shown)
    try:
        return dialog.chosen() if dialog.exec() else None
    finally:
        dialog.deleteLater()
