"""The list by groups: numbers that add up; Enter opens a group as a narrower list."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from dxdesk.domain.query import Query
from dxdesk.services.list_groups import Group, GroupBy
from ui.dossiers.form import spacious
from ui.dossiers.plain_table import plain_table
from ui.format import counted, number
from ui.theme import scaled
from ui.widgets import button, label, row

_TITLES = ("Nhóm", "Số hồ sơ", "Đang giải quyết", "Trong đó quá hạn")
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class GroupDialog(QDialog):
    asked = Signal(object)
    """Another `GroupBy` was chosen."""

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Nhóm danh sách")
        self.resize(scaled(720), scaled(520))
        self.chosen: Query | None = None
        self._groups: Sequence[Group] = ()
        self.by = QComboBox()
        self.by.setAccessibleName("Nhóm theo")
        for one in GroupBy:
            self.by.addItem(one.label, one)
        self.by.currentIndexChanged.connect(self._ask)
        self.total = label("", "strong")
        self.table: QTableWidget = plain_table(_TITLES, rows=0, name="Các nhóm")
        head = self.table.horizontalHeader()
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for section in (1, 2, 3):
            head.resizeSection(section, scaled(135))
            heading = self.table.horizontalHeaderItem(section)
            if heading is not None:
                heading.setTextAlignment(_RIGHT)
        self.table.activated.connect(lambda index: self._open(index.row()))
        layout = spacious(self)
        caption = label("&Nhóm theo", "field")
        caption.setBuddy(self.by)
        layout.addLayout(row(caption, self.by, None, self.total))
        layout.addWidget(self.table, 1)
        layout.addWidget(label("Enter ở một nhóm: chỉ hiện hồ sơ của nhóm đó.", "muted"))
        layout.addLayout(row(None, button("Đóng", role="primary", pressed=self.reject)))

    def _ask(self) -> None:
        self.asked.emit(self.by.currentData())

    def show_groups(self, groups: Sequence[Group]) -> None:
        self._groups = groups
        self.table.setRowCount(len(groups) + 1)
        for at, one in enumerate(groups):
            self._fill(at, one.name, (one.number, one.pending, one.overdue))
        sums = [sum(getattr(g, name) for g in groups) for name in ("number", "pending", "overdue")]
        self._fill(len(groups), "Tổng cộng", sums, bold=True)
        self.total.setText(f"{number(len(groups))} nhóm, {counted(sums[0])}")
        self.table.setCurrentCell(0, 0)
        self.table.setFocus()

    def _fill(self, at: int, name: str, numbers: Sequence[int], *, bold: bool = False) -> None:
        for section, text in enumerate((name, *map(number, numbers))):
            item = QTableWidgetItem(text)
            item.setToolTip(text)
            if section:
                item.setTextAlignment(_RIGHT)
            if bold:
                font = QFont(self.table.font())
                font.setBold(True)
                item.setFont(font)
            self.table.setItem(at, section, item)

    def _open(self, at: int) -> None:
        if at < len(self._groups):
            self.chosen = self._groups[at].query
            self.accept()


def ask_group(
    parent: QWidget, read: Callable[[GroupBy, Callable[[Any], None]], None]
) -> Query | None:
    """The list of the group that was opened; *read* counts the groups in the background."""
    dialog = GroupDialog(parent)
    dialog.asked.connect(lambda by: read(by, dialog.show_groups))
    read(GroupBy.FIELD, dialog.show_groups)
    try:
        return dialog.chosen if dialog.exec() else None
    finally:
        dialog.asked.disconnect()
        dialog.deleteLater()
