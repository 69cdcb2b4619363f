"""The board as a grid: pillars with their indicators; four columns take what is typed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, Qt, Signal
from PySide6.QtGui import QFont

from dxdesk.domain.indicators.amount import amount_text, level_text
from dxdesk.domain.indicators.board import Board, BoardRow
from dxdesk.domain.indicators.kinds import Base, IndicatorId, Pillar
from dxdesk.domain.indicators.standing import Grade
from dxdesk.domain.text import clean
from ui.digital import edits
from ui.format import number
from ui.rows import ROOT, Index
from ui.theme import tone

Role = Qt.ItemDataRole
TONES = {
    Grade.REACHED: "good",
    Grade.NEAR: "warning",
    Grade.SHORT: "danger",
    Grade.UNCLEAR: "warning",
    Grade.OTHER_BASE: "info",
    Grade.NO_TARGET: "muted",
    Grade.MISSING: "muted",
}
COURSE = "course"


@dataclass(frozen=True, slots=True)
class GridColumn:
    key: str
    title: str
    width: int
    text: Callable[[BoardRow, Board], str]
    right: bool = False
    stretches: bool = False


def value_text(row: BoardRow, board: Board) -> str:
    """What was reported, with the period when it is an earlier one."""
    if row.value is None:
        return ""
    shown = amount_text(row.value.amount, row.indicator.plan.unit)
    return f"{shown}, {row.value.period.label}" if row.late(board.period) else shown


def own_text(row: BoardRow, _board: Board) -> str:
    if row.own is None:
        return ""
    if row.own.amount is None:
        return "chưa ghi"
    return amount_text(row.own.amount, row.indicator.plan.unit)


def left_text(row: BoardRow, _board: Board) -> str:
    """`1.000, mỗi tuần 53`."""
    if row.pace is None or not row.pace.missing:
        return ""
    weekly = row.pace.a_week
    shown = number(row.pace.missing)
    return shown if weekly is None else f"{shown}, mỗi tuần {number(weekly)}"


def _target_text(row: BoardRow, _board: Board) -> str:
    return "" if row.target is None else level_text(row.target.level, row.indicator.plan.unit)


COLUMNS = (
    GridColumn("code", "Mã", 92, lambda row, _b: row.indicator.plan.code),
    GridColumn("name", "Chỉ tiêu", 240, lambda row, _b: row.indicator.plan.name, stretches=True),
    GridColumn(edits.TARGET, "Mức giao", 78, _target_text, right=True),
    GridColumn(edits.VALUE, "Số liệu báo cáo", 150, value_text, right=True),
    GridColumn("own", "Sổ tính", 140, own_text, right=True),
    GridColumn("grade", "Đánh giá", 128, lambda row, _b: row.standing.grade.word),
    GridColumn(COURSE, "Diễn biến", 84, lambda _r, _b: ""),
    GridColumn("left", "Còn thiếu", 130, left_text, right=True),
    GridColumn(edits.BASE, "Tính trên", 150, lambda row, _b: row.base.label),
    GridColumn(
        edits.BASE_AT,
        "Ngày mẫu số",
        120,
        lambda row, _b: edits.cell_text(row, edits.BASE_AT),
    ),
    GridColumn(
        edits.DOCUMENT,
        "Tài liệu kiểm chứng",
        170,
        lambda row, _b: edits.cell_text(row, edits.DOCUMENT),
    ),
)


class BoardModel(QAbstractTableModel):
    edited = Signal()
    """Something was typed, or thrown away."""

    def __init__(self) -> None:
        super().__init__()
        self.board: Board | None = None
        self.lines: list[Pillar | BoardRow] = []
        self.edits: dict[tuple[IndicatorId, str], str] = {}

    def show(self, board: Board) -> None:
        """Show *board*; what was typed and not saved stays."""
        self.beginResetModel()
        self.board, self.lines = board, []
        for pillar in Pillar:
            rows = board.of(pillar)
            self.lines += [pillar, *rows] if rows else []
        self.endResetModel()

    def forget(self) -> None:
        """Throw away what was typed."""
        self.edits.clear()
        last = self.index(self.rowCount() - 1, self.columnCount() - 1)
        self.dataChanged.emit(self.index(0, 0), last)
        self.edited.emit()

    def row(self, at: int) -> BoardRow | None:
        line = self.lines[at] if 0 <= at < len(self.lines) else None
        return line if isinstance(line, BoardRow) else None

    def rows(self) -> Sequence[BoardRow]:
        return () if self.board is None else self.board.rows

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled
        if self.row(index.row()) is not None:
            flags |= Qt.ItemFlag.ItemIsSelectable
            if COLUMNS[index.column()].key in edits.EDITED:
                flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        if not index.isValid() or self.board is None:
            return None
        line, column = self.lines[index.row()], COLUMNS[index.column()]
        if isinstance(line, Pillar):
            return _head(line, self.board, index.column(), role)
        edited = (line.indicator.id, column.key) in self.edits
        match role:
            case Role.DisplayRole | Role.EditRole:
                return self._text(line, column, editing=role == Role.EditRole)
            case Role.ToolTipRole:
                return tip(line, column)
            case _:
                return _look(line, column, role, edited=edited)

    def _text(self, row: BoardRow, column: GridColumn, *, editing: bool) -> str:
        typed = self.edits.get((row.indicator.id, column.key))
        if editing:
            return edits.cell_text(row, column.key) if typed is None else typed
        if typed is not None:
            return Base(typed).label if column.key == edits.BASE else typed
        return "" if self.board is None else column.text(row, self.board)

    def setData(self, index: Index, value: Any, role: int = Role.EditRole) -> bool:
        row = self.row(index.row())
        if role != Role.EditRole or row is None:
            return False
        key = (row.indicator.id, COLUMNS[index.column()].key)
        text = clean(str(value))
        if text == edits.cell_text(row, key[1]):
            self.edits.pop(key, None)
        else:
            self.edits[key] = text
        self.dataChanged.emit(index, index)
        self.edited.emit()
        return True

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole
    ) -> Any:
        if orientation is Qt.Orientation.Vertical or role != Role.DisplayRole:
            return None
        return COLUMNS[section].title


def tip(row: BoardRow, column: GridColumn) -> str:
    """The whole name, and why the grade is what it is."""
    plan = row.indicator.plan
    match column.key:
        case "grade":
            return row.standing.why
        case "own":
            return "" if row.gap is None else row.gap.why
        case edits.VALUE:
            return "" if row.value is None else row.value.amount.contradiction
        case "name" if plan.numerator:
            return f"{plan.name}\n{plan.numerator} ÷ {plan.base.label}"
        case _:
            return plan.name


def _look(row: BoardRow, column: GridColumn, role: int, *, edited: bool) -> Any:
    match role:
        case Role.FontRole if edited:
            return _bold()
        case Role.ForegroundRole if column.key == "grade":
            return tone(TONES[row.standing.grade])
        case Role.TextAlignmentRole if column.right:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        case _:
            return None


def _bold() -> QFont:
    font = QFont()
    font.setBold(True)
    return font


def _head(pillar: Pillar, board: Board, column: int, role: int) -> Any:
    if role == Role.FontRole:
        return _bold()
    if role == Role.BackgroundRole:
        return tone("sunken")
    if column == 0 and role in {Role.DisplayRole, Role.AccessibleTextRole}:
        return f"{pillar.label}: {summary_text(board, pillar)}"
    return None


def summary_text(board: Board, pillar: Pillar | None = None) -> str:
    """`5 đạt, 2 chưa đạt, 1 chưa có số`."""
    found = board.grades(pillar)
    return ", ".join(f"{found[one]} {one.word.lower()}" for one in Grade if found[one])
