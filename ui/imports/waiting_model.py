"""The table of rows that imports left out; its cells are mended in place."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any

from PySide6.QtCore import QAbstractTableModel, Qt, Signal

from dxdesk.services.imports import Mended, WaitingRow
from ui.imports.mended_rows import MendedRows, Texts
from ui.rows import ROOT, Index, Role
from ui.theme import tone

LINE, STANDING = 0, 1
_FIRST = 2
"""Columns before those of the file."""
_OWN = ("Dòng", "Sẽ thế nào")
NOTHING: Mapping[int, Texts] = MappingProxyType({})


class WaitingModel(QAbstractTableModel):
    mended = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.rows = MendedRows()

    def show(self, rows: Sequence[WaitingRow], texts: Mapping[int, Texts] = NOTHING) -> None:
        """Show *rows*, with what was typed into some of them before."""
        self.beginResetModel()
        self.rows = MendedRows(rows)
        self.rows.texts |= {one.id: texts[one.id] for one in rows if one.id in texts}
        self.endResetModel()

    def judge(self, found: Mapping[int, Mended]) -> None:
        """Show what the rows would be now."""
        self.rows.found |= found
        last = self.rowCount() - 1
        if last >= 0:
            self.dataChanged.emit(self.index(0, 0), self.index(last, self.columnCount() - 1))

    def field(self, column: int) -> str:
        """The field that a column of the table fills."""
        return (self.rows.rows[0].columns[column - _FIRST].field or "") if column >= _FIRST else ""

    def alike(self, place: int, column: int) -> list[int]:
        """Rows in which the same text of the file waits for the same mending."""
        if column < _FIRST or not 0 <= place < self.rowCount():
            return []
        return self.rows.alike(place, column - _FIRST)

    def copy_down(self, place: int, column: int) -> None:
        """Put the text of a cell into all that came with the same text."""
        at = column - _FIRST
        text = self.rows.cells(self.rows.rows[place])[at]
        for other in self.alike(place, column):
            self.rows.put(other, at, text)
        self.mended.emit()

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self.rows.rows)

    def columnCount(self, parent: Index = ROOT) -> int:
        rows = self.rows.rows
        return 0 if parent.isValid() or not rows else _FIRST + len(rows[0].columns)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsEditable if index.column() >= _FIRST else flags

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = self.rows.rows[index.row()], index.column()
        match role:
            case Role.DisplayRole | Role.EditRole | Role.ToolTipRole:
                return self._text(row, column)
            case Role.ForegroundRole if column == STANDING:
                return tone("danger" if self.rows.is_wrong(row) else "good")
            case Role.BackgroundRole if self._is_wrong(row, column):
                return tone("danger_soft")
            case _:
                return None

    def _text(self, row: WaitingRow, column: int) -> str:
        if column == LINE:
            return f"{row.line} ({row.sheet})" if row.sheet else str(row.line)
        if column == STANDING:
            return self.rows.standing(row)
        return self.rows.cells(row)[column - _FIRST]

    def _is_wrong(self, row: WaitingRow, column: int) -> bool:
        heading = self.rows.wrong_heading(row)
        return (
            column >= _FIRST
            and bool(heading)
            and row.columns[column - _FIRST].heading == heading
            and self.rows.is_wrong(row)
        )

    def setData(self, index: Index, value: Any, role: int = Role.EditRole) -> bool:
        if role != Role.EditRole or not index.isValid():
            return False
        place, column = index.row(), index.column()
        if str(value) != self._text(self.rows.rows[place], column):
            self.rows.put(place, column - _FIRST, str(value))
            self.mended.emit()
        return True

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole
    ) -> Any:
        rows = self.rows.rows
        if orientation is Qt.Orientation.Vertical or role != Role.DisplayRole or not rows:
            return None
        return _OWN[section] if section < _FIRST else rows[0].columns[section - _FIRST].heading
