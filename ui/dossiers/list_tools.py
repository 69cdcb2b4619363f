"""What can be done with the list as a whole: grouped, kept by name, written out."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu, QPushButton

from dxdesk.domain.query import Query
from dxdesk.domain.rights import Right
from dxdesk.services import list_groups
from dxdesk.services.list_groups import GroupBy
from ui.barring import bar_action
from ui.dossiers.export_list import ExportList
from ui.dossiers.filters import Choices
from ui.dossiers.group_dialog import ask_group
from ui.dossiers.keep_search import KeepSearch
from ui.dossiers.row_tools import RowTools
from ui.dossiers.table import DossierTable
from ui.page import Page
from ui.widgets import button


class ListTools(QObject):
    narrowed = Signal(object)
    """A group was opened: the `Query` of its list."""

    def __init__(
        self,
        page: Page,
        table: DossierTable,
        query: Callable[[], Query],
        choices: Callable[[], Choices],
    ) -> None:
        super().__init__(page)
        self._page, self._query = page, query
        self.rows = RowTools(page, table, choices)
        self.keep = KeepSearch(page, query, choices)
        self.export = ExportList(page, table, query, self.rows.columns.shown, choices)
        self._offered = (
            self.rows.add("&Nhóm danh sách…", "report", "Ctrl+Shift+N", self.group),
            self.rows.add("&Lưu tìm kiếm này…", "save", "Ctrl+Shift+L", self.keep.save),
            self.rows.add("N&hận tìm kiếm từ tệp…", "import", "", self.keep.take),
            self.rows.add("X&uất danh sách ra tệp…", "sheet", "Ctrl+E", self.export.ask),
            self.rows.add("In &danh sách…", "print", "Ctrl+Shift+I", self.export.print_out),
        )

        for made in self._offered[3:]:
            bar_action(made, page.desk.why_not(Right.EXPORT))

    def button(self) -> QPushButton:
        """The same beside the title, in one menu that leaves room for large type."""
        made = button("Danh sách", "report")
        made.setToolTip("Nhóm, lưu tìm kiếm, xuất, in danh sách; chọn cột")
        menu = QMenu(made)
        menu.setToolTipsVisible(True)
        menu.addActions((*self._offered, self.rows.choose_columns))
        made.setMenu(menu)
        return made

    def group(self) -> None:
        query, desk = self._query(), self._page.desk

        def read(by: GroupBy, done: Callable[[Any], None]) -> None:
            self._page.tasks.run(lambda _job: list_groups.groups(desk, query, by), done)

        found = ask_group(self._page, read)
        if found is not None:
            self.narrowed.emit(found)
