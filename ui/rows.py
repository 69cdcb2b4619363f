"""A plain table of values: columns are data, rows are frozen values, nothing is edited."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import (
    QAbstractTableModel,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
)
from PySide6.QtWidgets import QHeaderView, QTableView

from ui.theme import scaled, tone

T = TypeVar("T")
ROOT = QModelIndex()
Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole


@dataclass(frozen=True, slots=True)
class Column(Generic[T]):
    title: str
    text: Callable[[T], str]
    width: int
    stretches: bool = False
    right: bool = False
    tone: Callable[[T], str] = lambda _row: ""
    """The colour of its words, empty for that of all text."""


class RowsModel(QAbstractTableModel, Generic[T]):
    def __init__(
        self, columns: Sequence[Column[T]], *, pale: Callable[[T], bool] = lambda _row: False
    ) -> None:
        super().__init__()
        self.columns = columns
        self._pale = pale
        self.rows: list[T] = []

    def show(self, rows: Sequence[T]) -> None:
        self.beginResetModel()
        self.rows = list(rows)
        self.endResetModel()

    def add(self, rows: Sequence[T]) -> None:
        """Append *rows* below."""
        if rows:
            first = len(self.rows)
            self.beginInsertRows(ROOT, first, first + len(rows) - 1)
            self.rows += rows
            self.endInsertRows()

    def put(self, at: int, row: T) -> None:
        """*row* in place of the one at *at*; what is chosen stays chosen."""
        self.rows[at] = row
        self.dataChanged.emit(self.index(at, 0), self.index(at, len(self.columns) - 1))

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = self.rows[index.row()], self.columns[index.column()]
        match role:
            case Role.DisplayRole | Role.ToolTipRole:
                return column.text(row)
            case Role.ForegroundRole if self._pale(row):
                return tone("muted")
            case Role.ForegroundRole if column.tone(row):
                return tone(column.tone(row))
            case Role.TextAlignmentRole if column.right:
                return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            case _:
                return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole
    ) -> Any:
        if orientation is Qt.Orientation.Vertical:
            return None
        if role == Role.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if self.columns[section].right else _LEFT
            return side | Qt.AlignmentFlag.AlignVCenter
        return self.columns[section].title if role == Role.DisplayRole else None


_LEFT = Qt.AlignmentFlag.AlignLeft


def table_of(model: RowsModel[Any], name: str) -> QTableView:
    """A table that shows *model*; *name* is what a screen reader says."""
    table = QTableView()
    table.setModel(model)
    table.setAccessibleName(name)
    table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
    table.setShowGrid(False)
    table.setAlternatingRowColors(True)
    table.setWordWrap(False)
    table.setTabKeyNavigation(False)
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(scaled(32))
    header = table.horizontalHeader()
    header.setHighlightSections(False)
    for at, column in enumerate(model.columns):
        table.setColumnWidth(at, scaled(column.width))
        if column.stretches:
            header.setSectionResizeMode(at, QHeaderView.ResizeMode.Stretch)
    return table


def select_row(table: QTableView, at: int) -> None:
    """Choose the row *at* and no other, whatever keys are held down just now."""
    flags = QItemSelectionModel.SelectionFlag
    index = table.model().index(at, 0)
    table.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
