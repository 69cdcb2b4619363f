"""Hamlets as lines of a grid: one column takes what is typed, the others say how it stands."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QAbstractItemDelegate, QTableView, QWidget

from dxdesk.domain.indicators.amount import amount_text
from dxdesk.domain.indicators.kinds import Unit
from dxdesk.domain.text import clean
from dxdesk.services.indicators.by_hamlet import HamletLine, HamletSheet, text_of
from ui.format import number
from ui.rows import ROOT, Index

Role = Qt.ItemDataRole
VALUE = 2


@dataclass(frozen=True, slots=True)
class HamletColumn:
    title: str
    width: int
    text: Callable[[HamletLine, Unit], str]
    right: bool = True


def _before(line: HamletLine, unit: Unit) -> str:
    if line.before is None:
        return ""
    return f"{amount_text(line.before.amount, unit)}, {line.before.period.label}"


def _value(line: HamletLine, unit: Unit) -> str:
    return "" if line.value is None else amount_text(line.value.amount, unit)


def _left(line: HamletLine, _unit: Unit) -> str:
    return "" if line.ahead is None else number(line.ahead.missing)


def _weekly(line: HamletLine, _unit: Unit) -> str:
    if line.ahead is None or not line.ahead.missing:
        return ""
    weekly = line.ahead.a_week
    return "năm đã hết" if weekly is None else number(weekly)


COLUMNS = (
    HamletColumn("Tổ dân phố", 200, lambda line, _unit: line.name, right=False),
    HamletColumn("Kỳ trước", 230, _before),
    HamletColumn("Số liệu", 190, _value),
    HamletColumn("Còn thiếu", 110, _left),
    HamletColumn("Mỗi tuần", 110, _weekly),
)


class HamletModel(QAbstractTableModel):
    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.sheet: HamletSheet | None = None
        self.edits: dict[int, str] = {}

    def show(self, sheet: HamletSheet | None) -> None:
        self.beginResetModel()
        self.sheet = sheet
        self.endResetModel()

    def take(self, texts: Mapping[int, str]) -> None:
        """*texts* by hamlet, as if they had been typed."""
        for line in self._lines():
            text = texts.get(line.hamlet_id)
            if text is not None:
                self._keep(line, text)
        self._told()

    def forget(self) -> None:
        self.edits.clear()
        self._told()

    def _keep(self, line: HamletLine, text: str) -> None:
        if text == text_of(line, self._unit()):
            self.edits.pop(line.hamlet_id, None)
        else:
            self.edits[line.hamlet_id] = text

    def _told(self) -> None:
        last = self.index(self.rowCount() - 1, VALUE)
        self.dataChanged.emit(self.index(0, VALUE), last)
        self.edited.emit()

    def _lines(self) -> tuple[HamletLine, ...]:
        return () if self.sheet is None else self.sheet.lines

    def _unit(self) -> Unit:
        return Unit.SHARE if self.sheet is None else self.sheet.indicator.plan.unit

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._lines())

    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsEditable if index.column() == VALUE else flags

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        if not index.isValid():
            return None
        line, column = self._lines()[index.row()], COLUMNS[index.column()]
        typed = self.edits.get(line.hamlet_id) if index.column() == VALUE else None
        match role:
            case Role.EditRole if index.column() == VALUE:
                return text_of(line, self._unit()) if typed is None else typed
            case Role.DisplayRole:
                return column.text(line, self._unit()) if typed is None else typed
            case Role.FontRole if typed is not None:
                font = QFont()
                font.setBold(True)
                return font
            case Role.TextAlignmentRole if column.right:
                return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            case _:
                return None

    def setData(self, index: Index, value: Any, role: int = Role.EditRole) -> bool:
        if role != Role.EditRole or index.column() != VALUE or not index.isValid():
            return False
        self._keep(self._lines()[index.row()], clean(str(value)))
        self._told()
        return True

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole
    ) -> Any:
        if orientation is Qt.Orientation.Vertical:
            return None
        if role == Role.TextAlignmentRole:
            right = COLUMNS[section].right
            side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return COLUMNS[section].title if role == Role.DisplayRole else None


class DownTable(QTableView):
    """Enter in a cell goes on to the cell below, so that a column is typed without arrows."""

    def closeEditor(  # noqa: N802 - Qt's name
        self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint
    ) -> None:
        super().closeEditor(editor, hint)
        if hint is QAbstractItemDelegate.EndEditHint.SubmitModelCache:
            below = self.currentIndex().siblingAtRow(self.currentIndex().row() + 1)
            if below.isValid():
                self.setCurrentIndex(below)
