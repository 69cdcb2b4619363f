"""The table over a list of up to a million dossiers.

The first rows come with the first page of a query, the ids of all others from the background;
nothing counts by OFFSET, so that edits elsewhere never shift a page (stack.md, ui-spike §5).
"""

from array import array
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from dxdesk.domain.dossier import DossierId, DossierLine
from ui.dossiers.columns import COLUMNS, STANDING
from ui.dossiers.line_window import Fetch, LineWindow
from ui.dossiers.marks import OUT_OF_COUNT, Mark, standing

ROOT = QModelIndex()
Index = QModelIndex | QPersistentModelIndex
Look = Callable[[Mark, int], Any]
"""Icon or colour of a mark, under Qt's decoration or foreground role."""
_WORDS = frozenset({Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole})
_LOOKS = frozenset({Qt.ItemDataRole.DecorationRole, Qt.ItemDataRole.ForegroundRole})
COMING = "…"


class DossierTableModel(QAbstractTableModel):
    """Rows are known by dossier id; texts come from COLUMNS."""

    def __init__(self, fetch: Fetch, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._window = LineWindow(fetch, self._changed)
        self._look = look
        self._now = datetime.min
        self.numbers = False
        """Id numbers and phones are shown whole, not masked."""

    @property
    def waits(self) -> bool:
        """Whether rows that were looked at are still on their way."""
        return self._window.waits

    def show_first(self, lines: Sequence[DossierLine], *, now: datetime) -> None:
        """The first rows of a new query; `show_ids` brings the others."""
        self.beginResetModel()
        self._window.start(array("q", (line.id for line in lines)), lines)
        self._now = now
        self.endResetModel()

    def show_ids(self, ids: "array[int]") -> None:
        """The ids of the whole list, after its first rows."""
        shown = len(self._window.ids)
        if ids[:shown] != self._window.ids:
            self._replace(ids)
        elif len(ids) > shown:
            self.beginInsertRows(ROOT, shown, len(ids) - 1)
            self._window.ids = ids
            self.endInsertRows()

    def refresh(self, ids: "array[int]", *, now: datetime) -> None:
        """The same query, run again; rows that stay keep their text until it is read anew."""
        self._now = now
        if ids != self._window.ids:
            self._replace(ids)
        elif ids:
            self._window.renew(ids)
            self._changed(0, len(ids) - 1)

    def _replace(self, ids: "array[int]") -> None:
        self.beginResetModel()
        self._window.renew(ids)
        self.endResetModel()

    def id_at(self, row: int) -> DossierId:
        return DossierId(self._window.ids[row])

    def row_of(self, dossier_id: int) -> int | None:
        try:
            return self._window.ids.index(dossier_id)
        except ValueError:
            return None

    def rows_of(self, dossier_ids: "array[int]") -> list[int]:
        """Rows of those that the list has; a single pass for many."""
        if len(dossier_ids) <= 1:
            return [row for one in dossier_ids if (row := self.row_of(one)) is not None]
        wanted = frozenset(dossier_ids)
        return [row for row, one in enumerate(self._window.ids) if one in wanted]

    def _changed(self, first: int, last: int) -> None:
        self.dataChanged.emit(self.index(first, 0), self.index(last, len(COLUMNS) - 1))

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._window.ids)

    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        words = role in _WORDS
        if not words and role not in _LOOKS:
            return None
        text, mark = self.cell(index.row(), index.column())
        if words:
            return text if text != COMING or role == Qt.ItemDataRole.DisplayRole else None
        return None if mark is Mark.NONE else self._look(mark, role)

    def cell(self, row: int, column: int) -> tuple[str, Mark]:
        """Words and mark of one cell."""
        line, shown = self._window.line(row), COLUMNS[column]
        if line is None:
            return COMING, Mark.NONE
        if shown.key == STANDING:
            stands = standing(line, self._now)
            return stands.text, stands.mark
        out = Mark.OUT if line.state in OUT_OF_COUNT else Mark.NONE
        return shown.shown(line, self._now, numbers=self.numbers), out

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if orientation is Qt.Orientation.Vertical or not 0 <= section < len(COLUMNS):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return COLUMNS[section].title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None
