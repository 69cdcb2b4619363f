"""The list of dossiers: one search box, filters as chips, a table of any length."""

from array import array
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget

from dxdesk.domain.query import Query
from dxdesk.domain.rights import Right
from dxdesk.domain.text import clean
from ui.barring import bar
from ui.dossiers.choices import read_choices
from ui.dossiers.empty import EmptyState
from ui.dossiers.filter_bar import FilterBar
from ui.dossiers.filters import sorted_by, unfiltered
from ui.dossiers.list_search import AllRows, FirstRows, ListSearch
from ui.dossiers.list_tools import ListTools
from ui.dossiers.search_box import SearchBox
from ui.dossiers.selection_count import SelectionCount
from ui.dossiers.table import NONE_CHOSEN, DossierTable, look
from ui.dossiers.table_model import DossierTableModel
from ui.format import counted
from ui.format import number as number_text
from ui.page import Page
from ui.tasks import Tasks
from ui.widgets import button, column, label, row

if TYPE_CHECKING:
    from dxdesk.desk import Desk


def _show_numbers(model: DossierTableModel, table: DossierTable, shown: bool) -> None:  # noqa: FBT001 - Qt's signal
    model.numbers = shown
    table.viewport().update()


class ListPage(Page):
    def __init__(self, desk: "Desk", tasks: Tasks) -> None:
        super().__init__(desk, tasks)
        self._query = Query()
        self._asked_for: Query | None = None
        self._keeps, self._coming = False, NONE_CHOSEN
        self._search = ListSearch(desk, tasks, self)
        self.model = DossierTableModel(self._search.fetch, look, self)
        self._build()
        self._search.first_found.connect(self._show_first)
        self._search.all_found.connect(self._show_all)
        self._search.refreshed.connect(self._show_again)
        self._search.failed.connect(self.said)

    def _build(self) -> None:
        self.words = SearchBox()
        self.words.entered.connect(self._enter_table)
        self.words.textChanged.connect(self._type)
        self.filters = FilterBar(lambda: self.desk.now().date())
        self.filters.changed.connect(self._narrow)
        self.count = label("", "muted")
        new = button("Tiếp nhận hồ sơ", "plus", role="primary")
        new.setToolTip("Ctrl+N")
        bar(new, self.desk.why_not(Right.RECEIVE))
        new.clicked.connect(lambda: self.went.emit("intake"))
        layout = column(self, spacing=10)
        results = self._results()
        layout.addLayout(row(label("Hồ sơ", "title"), self.count, None, self.whole, new))
        layout.addLayout(row(self.words, SelectionCount(self.table), self.filters.order))
        layout.addWidget(self.filters)
        layout.addWidget(results, 1)

    def _results(self) -> QStackedWidget:
        self.table = DossierTable(self.model)
        self.table.sorted.connect(lambda order: self._narrow(sorted_by(self._query, order)))
        self.table.typed.connect(self._type_on)
        self.table.activated.connect(lambda at: self.opened.emit(self.model.id_at(at.row())))
        whole = ListTools(self, self.table, lambda: self._query, lambda: self.filters.choices)
        whole.narrowed.connect(self._narrow)
        self.tools, self.whole = whole.rows, whole.button()
        self.tools.add(
            "&In phiếu…", "print", "Ctrl+P", lambda: self.papers.emit(self.table.selected_ids(), "")
        )
        self.tools.reveal.toggled.connect(partial(_show_numbers, self.model, self.table))
        self.empty = EmptyState()
        bar(self.empty.intake, self.desk.why_not(Right.RECEIVE))
        bar(self.empty.load, self.desk.why_not(Right.IMPORT))
        self.empty.asked.connect(self.went)
        self.empty.cleared.connect(lambda: self._narrow(unfiltered(self._query)))
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(self.empty)
        return self._stack

    def show_query(self, query: Query) -> None:
        """Show the list of *query*, from its top, with nothing chosen."""
        self._query, self._keeps = query, False
        if clean(self.words.text()) != query.text:
            self.words.blockSignals(True)
            self.words.setText(query.text)
            self.words.blockSignals(False)
        self.filters.show_query(query)
        self.table.show_order(query)
        self._asked_for = query
        self.count.setText("đang tìm …")
        self._search.ask(query)

    def _narrow(self, query: Query) -> None:
        """The same list in another order or cut: what is chosen stays so where it still is."""
        self.show_query(query)
        self._keeps = True

    def refresh(self) -> None:
        """Read again, keeping selection and place; the lists of choices too."""
        self.tasks.run(lambda _job: read_choices(self.desk), self.filters.set_choices)
        if self._asked_for is None:
            self.tools.columns.load()
            self.show_query(self._query)
        else:
            self._search.again(self._query)

    def search(self) -> None:
        self.words.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.words.selectAll()

    def start(self) -> None:
        (self.table if self.model.rowCount() else self.words).setFocus()

    def _type(self, text: str) -> None:
        wanted = clean(text)
        if wanted != self._query.text:
            self.show_query(replace(self._query, text=wanted))

    def _enter_table(self) -> None:
        """From the search box to its first hit."""
        if self.model.rowCount():
            self.table.setFocus()
            if self.table.current_id() is None or not self.table.selected_rows():
                self.table.selectRow(0)

    def _type_on(self, letters: str) -> None:
        self.words.setFocus()
        self.words.insert(letters)

    def _show_first(self, found: FirstRows) -> None:
        kept = self.table.chosen() if self._keeps else NONE_CHOSEN
        self.table.forget()
        self.model.show_first(found.lines, now=found.now)
        self.table.choose(kept)
        self._coming = NONE_CHOSEN if found.complete else kept
        more = "" if found.complete else "+ hồ sơ, đang đếm …"
        self._show_count(len(found.lines), more)

    def _show_all(self, ids: "array[int]") -> None:
        self.model.show_ids(ids)
        self.table.choose(self._coming)
        self._coming = NONE_CHOSEN
        self._show_count(len(ids))

    def _show_again(self, found: AllRows) -> None:
        self.model.refresh(found.ids, now=found.now)
        self._show_count(len(found.ids))

    def _show_count(self, number: int, more: str = "") -> None:
        self.count.setText(f"{number_text(number)}{more}" if more else counted(number))
        self.empty.show_for(self._query)
        self._stack.setCurrentWidget(self.table if number else self.empty)
