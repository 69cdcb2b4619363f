"""The table of dossiers: rows kept by identity, copied as text, opened with Enter."""

from array import array
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import QItemSelection, QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from dxdesk.domain.query import Query
from ui.dossiers.columns import COLUMNS
from ui.dossiers.marks import Mark
from ui.dossiers.table_cells import DossierCells
from ui.dossiers.table_model import DossierTableModel
from ui.icons import icon
from ui.theme import scaled, tone

_LOOKS = {
    Mark.OVERDUE: ("warning", "danger"),
    Mark.TODAY: ("clock", "warning"),
    Mark.STOPPED: ("pause", "muted"),
    Mark.LATE: ("warning", "danger"),
    Mark.DONE: ("check", "good"),
    Mark.OUT: ("", "muted"),
}
_ROW = 34
_RESTORED = 1000
"""So many of a larger selection stay chosen when the list is read or sorted anew."""
ROWS = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows


def look(mark: Mark, role: int) -> Any:
    """Icon and colour of a mark."""
    name, color = _LOOKS.get(mark, ("", ""))
    if role == Qt.ItemDataRole.DecorationRole:
        return icon(name, tone=color) if name else None
    return tone(color) if color else None


@dataclass(frozen=True, slots=True)
class Chosen:
    """Dossiers, not rows: they stay chosen wherever they stand next."""

    current: int | None = None
    ids: "array[int]" = field(default_factory=lambda: array("q"))


NONE_CHOSEN = Chosen()


class DossierTable(QTableView):
    sorted = Signal(object)
    """A heading was clicked: the `Order` it stands for."""
    typed = Signal(str)
    """Letters typed over the table belong to the search box."""

    def __init__(self, model: DossierTableModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = model
        self._kept, self._offset = NONE_CHOSEN, 0
        self.setModel(model)
        self.setItemDelegate(DossierCells(self, model, look))
        self.setAccessibleName("Danh sách hồ sơ")
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._set_up_headers()
        model.modelAboutToBeReset.connect(self._keep)
        model.modelReset.connect(self._restore)

    def _set_up_headers(self) -> None:
        side = self.verticalHeader()
        side.hide()
        side.setDefaultSectionSize(scaled(_ROW))
        side.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        top = self.horizontalHeader()
        top.setSectionsClickable(True)
        top.setSectionsMovable(True)
        top.setSortIndicatorShown(True)
        top.setHighlightSections(False)
        top.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        top.sectionClicked.connect(self._click)

    def _click(self, section: int) -> None:
        order = COLUMNS[section].order
        if order is not None:
            self.sorted.emit(order)

    def show_order(self, query: Query) -> None:
        """Mark the heading that the list is sorted by."""
        head = self.horizontalHeader()
        sections = [at for at, column in enumerate(COLUMNS) if column.order is query.order]
        shown = next((at for at in sections if not head.isSectionHidden(at)), sections[0])
        direction = (
            Qt.SortOrder.DescendingOrder if query.descending else Qt.SortOrder.AscendingOrder
        )
        head.setSortIndicator(shown, direction)

    def sort_here(self) -> None:
        """Sort by the column in which the keyboard stands, as a click on its heading does."""
        index = self.currentIndex()
        if index.isValid():
            self._click(index.column())

    def selected_rows(self) -> list[int]:
        """Rows in order, by ranges: a selection of a million needs no million indexes."""
        chosen = self.selectionModel().selection()
        parts = [chosen.at(number) for number in range(chosen.size())]
        return sorted({row for part in parts for row in range(part.top(), part.bottom() + 1)})

    def selected_ids(self) -> "array[int]":
        return array("q", (self._rows.id_at(row) for row in self.selected_rows()))

    def current_id(self) -> int | None:
        index = self.currentIndex()
        return self._rows.id_at(index.row()) if index.isValid() else None

    def forget(self) -> None:
        """Another list comes: begin at its top."""
        self.clearSelection()
        self.setCurrentIndex(self._rows.index(-1, -1))
        self.scrollToTop()

    def chosen(self) -> Chosen:
        return Chosen(self.current_id(), self.selected_ids()[:_RESTORED])

    def choose(self, kept: Chosen) -> int | None:
        """Choose these too, as far as the list has them; the row of the current one."""
        row = None if kept.current is None else self._rows.row_of(kept.current)
        if row is not None:
            self.selectionModel().setCurrentIndex(
                self._rows.index(row, 0), QItemSelectionModel.SelectionFlag.NoUpdate
            )
        selection = QItemSelection()
        for found in self._rows.rows_of(kept.ids):
            index = self._rows.index(found, 0)
            selection.select(index, index)
        self.selectionModel().select(selection, ROWS)
        return row

    def _keep(self) -> None:
        self._kept = self.chosen()
        current = self._kept.current
        self._offset = 0 if current is None else self.rowViewportPosition(self.currentIndex().row())

    def _restore(self) -> None:
        kept, self._kept = self._kept, NONE_CHOSEN
        row = self.choose(kept)
        if row is not None:
            self.verticalScrollBar().setValue(max(0, row - self._offset // scaled(_ROW)))

    def keyboardSearch(self, search: str) -> None:  # noqa: N802 - Qt's name
        """Letters go to the search box; Qt would walk through all rows."""
        if search.strip():
            self.typed.emit(search)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.horizontalScrollBar().setSingleStep(scaled(40))
