"""Pinned dossiers and those opened last, to go on where one was."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QVBoxLayout

from dxdesk.domain.dossier import DossierLine
from ui.rows import Column, RowsModel, table_of
from ui.theme import scaled
from ui.widgets import label, row

SHOWN = 5
EMPTY = "Chưa mở hồ sơ nào. Hồ sơ vừa xem hiện ở đây; Ctrl+Shift+M ghim hồ sơ đang xem."


@dataclass(frozen=True, slots=True)
class KnownDossier:
    line: DossierLine
    pinned: bool


COLUMNS: tuple[Column[KnownDossier], ...] = (
    Column("Ghim", lambda one: "●" if one.pinned else "", 52),
    Column(
        "Hồ sơ",
        lambda one: f"{one.line.code or one.line.book} · {one.line.owner}",
        200,
        stretches=True,
    ),
    Column("Trạng thái", lambda one: one.line.state.label, 150),
)


def arranged(
    lines: Sequence[DossierLine], pinned: Sequence[int], recent: Sequence[int]
) -> list[KnownDossier]:
    """Pinned ones first, then the rest as they were opened; what is gone is left out."""
    known = {int(line.id): line for line in lines}
    order = [*pinned, *(one for one in recent if one not in pinned)]
    return [KnownDossier(known[one], one in pinned) for one in order if one in known]


class RecentCard(QFrame):
    opened = Signal(int)
    pin_asked = Signal(int, bool)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.model = RowsModel(COLUMNS)
        self.table = table_of(self.model, "Hồ sơ đã ghim và vừa xem")
        self.table.activated.connect(self._open)
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self._add_actions()
        self.empty = label(EMPTY, "muted", wrap=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(scaled(16),) * 4)
        layout.setSpacing(scaled(6))
        layout.addLayout(row(label("Đã ghim và vừa xem", "heading"), None))
        layout.addWidget(self.empty)
        layout.addWidget(self.table, 1)
        layout.addStretch(0)

    def _add_actions(self) -> None:
        for text, slot in (
            ("Mở hồ sơ", lambda: self._open(self.table.currentIndex())),
            ("Ghim hoặc bỏ ghim", self._pin),
        ):
            action = QAction(text, self.table)
            action.triggered.connect(slot)
            self.table.addAction(action)

    def show_dossiers(self, found: Sequence[KnownDossier]) -> None:
        at = self.table.currentIndex().row()
        self.model.show(found)
        if 0 <= at < len(found):
            self.table.selectRow(at)
        self.empty.setVisible(not found)
        self.table.setVisible(bool(found))
        rows = min(max(len(found), 1), SHOWN)
        height = self.table.horizontalHeader().sizeHint().height() + rows * scaled(32) + 6
        self.table.setFixedHeight(height)

    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            self.opened.emit(self.model.rows[index.row()].line.id)

    def marked(self) -> int | None:
        """Its id, while the keyboard is on the list."""
        index = self.table.currentIndex()
        here = index.isValid() and self.table.hasFocus()
        return self.model.rows[index.row()].line.id if here else None

    def _pin(self) -> None:
        index = self.table.currentIndex()
        if index.isValid():
            one = self.model.rows[index.row()]
            self.pin_asked.emit(one.line.id, not one.pinned)
