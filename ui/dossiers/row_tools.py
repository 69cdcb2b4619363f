"""What can be done to the rows that are selected: the menu of the right button, and its keys."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from dxdesk.domain.act import RULE_OF
from dxdesk.services.bulk import Plan
from ui.dossiers.bulk_acts import BulkActs
from ui.dossiers.copying import CopyRows
from ui.dossiers.filters import Choices
from ui.dossiers.revealing import Reveal
from ui.dossiers.table import DossierTable
from ui.dossiers.table_columns import TableColumns
from ui.format import counted
from ui.icons import icon
from ui.page import Page


class RowTools(QObject):
    def __init__(self, page: Page, table: DossierTable, choices: Callable[[], Choices]) -> None:
        super().__init__(page)
        self._page, self._table = page, table
        self.columns = TableColumns(page, table, "dossiers")
        self.reveal = Reveal(page, lambda: "danh sách hồ sơ")
        self.copy = CopyRows(
            page.desk, page.tasks, table, self.columns.shown, lambda: self.reveal.shown
        )
        self.copy.said.connect(page.said)
        table.addAction(self.copy)
        page.addAction(self.copy)  # so that the F1 sheet names it
        self.bulk = BulkActs(page.desk, page.tasks, page, table.selected_ids, choices)
        self.bulk.said.connect(page.said)
        self.bulk.done.connect(self._tell)
        self._more: list[QAction] = []
        self.choose_columns = self.add("Chọn &cột…", "fit", "Ctrl+Shift+C", self.columns.choose)
        self.add("Sắ&p xếp theo cột đang đứng", "down", "Ctrl+Shift+S", table.sort_here)
        head = table.horizontalHeader()
        head.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        head.customContextMenuRequested.connect(self._show_columns)
        table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        table.customContextMenuRequested.connect(self._show_menu)

    def add(self, text: str, icon_name: str, keys: str, slot: Callable[[], object]) -> QAction:
        """A further tool, in the menu and on the F1 sheet."""
        made = QAction(icon(icon_name), text, self._page)
        if keys:
            made.setShortcut(QKeySequence(keys))
            made.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        made.triggered.connect(lambda _checked: slot())
        self._page.addAction(made)
        self._more.append(made)
        return made

    def menu(self) -> QMenu:
        made = QMenu(self._table)
        current = self._table.current_id()
        opened = made.addAction(icon("folder"), "&Mở hồ sơ\tEnter")
        opened.setEnabled(current is not None)
        opened.triggered.connect(lambda: self._page.opened.emit(current))
        acts = made.addMenu(self.bulk.menu(made))
        acts.setEnabled(self._table.selectionModel().hasSelection())
        made.addSeparator()
        every = made.addAction("Chọn &tất cả\tCtrl+A")
        every.triggered.connect(self._table.selectAll)
        made.addAction(self.copy)
        made.addActions([*self._more, self.reveal.action])
        return made

    def _show_menu(self, at: QPoint) -> None:
        made = self.menu()
        made.exec(self._table.viewport().mapToGlobal(at))
        made.deleteLater()

    def _show_columns(self, at: QPoint) -> None:
        made = self.columns.menu()
        made.exec(self._table.horizontalHeader().mapToGlobal(at))
        made.deleteLater()

    def _tell(self, plan: Plan) -> None:
        skipped = f", bỏ qua {len(plan.skipped)}" if plan.skipped else ""
        done = f"Đã làm “{RULE_OF[plan.act].title}” cho {counted(len(plan.fitting))}{skipped}."
        self._page.changed.emit()
        self._page.acted.emit(done)
