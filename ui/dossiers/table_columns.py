"""Which columns a table shows, in which order, how wide: chosen by each officer, kept by itself."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QMenu, QTableView

from dxdesk.services import list_views
from ui.dossiers.column_dialog import ask_columns
from ui.dossiers.columns import COLUMNS, SHOWN, Column
from ui.page import Page
from ui.theme import scaled

if TYPE_CHECKING:
    from dxdesk.services.list_views import View

KEPT_AFTER_MS = 600
_NARROWEST, _WIDEST = 24, 2000
_PLACE = {column.key: section for section, column in enumerate(COLUMNS)}


class TableColumns(QObject):
    def __init__(self, page: Page, table: QTableView, name: str) -> None:
        super().__init__(table)
        self._page, self._table, self._name = page, table, name
        self._head = table.horizontalHeader()
        self._quiet = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(KEPT_AFTER_MS)
        self._timer.timeout.connect(self.keep)
        self._head.sectionMoved.connect(self._later)
        self._head.sectionResized.connect(self._later)
        self.apply(())

    def load(self) -> None:
        """Show what this officer chose before."""
        desk, name = self._page.desk, self._name
        self._page.tasks.run(lambda _job: list_views.view_of(desk, name), self.apply)

    def apply(self, view: "View") -> None:
        """Show the columns of *view*; those that this version does not know are passed over."""
        known = [one for one in view if one[0] in _PLACE] or [(key, 0) for key in SHOWN]
        self._quiet = True
        shown = {key for key, _width in known}
        for section, column in enumerate(COLUMNS):
            self._head.setSectionHidden(section, column.key not in shown)
        for place, (key, width) in enumerate(known):
            section = _PLACE[key]
            self._head.moveSection(self._head.visualIndex(section), place)
            self._head.resizeSection(section, self._width(section, width))
        self._quiet = False

    def _width(self, section: int, width: int) -> int:
        if width:
            return max(scaled(_NARROWEST), min(scaled(width), _WIDEST))
        character = self._table.fontMetrics().averageCharWidth()
        return character * COLUMNS[section].width + scaled(20)

    def shown(self) -> list[Column]:
        """The columns in sight, from left to right."""
        return [COLUMNS[section] for section in self._sections()]

    def _sections(self) -> list[int]:
        sections = map(self._head.logicalIndex, range(self._head.count()))
        return [one for one in sections if not self._head.isSectionHidden(one)]

    def view(self) -> "View":
        """What is shown now, widths without the zoom."""
        unit = scaled(100) / 100
        return tuple(
            (COLUMNS[one].key, round(self._head.sectionSize(one) / unit))
            for one in self._sections()
        )

    def keep(self) -> None:
        self._timer.stop()
        desk, name, view = self._page.desk, self._name, self.view()
        self._page.tasks.run(
            lambda _job: list_views.keep_view(desk, name, view), lambda _none: None
        )

    def choose(self) -> None:
        """Ask for the columns; nothing asked for: as at first."""
        wanted = ask_columns(self._table, [column.key for column in self.shown()])
        if wanted is not None:
            self.show_only(wanted)

    def show_only(self, keys: Sequence[str]) -> None:
        widths = dict(self.view())
        self.apply(tuple((key, widths.get(key, 0)) for key in keys))
        self.keep()

    def reset(self) -> None:
        self.apply(())
        desk, name = self._page.desk, self._name
        self._timer.stop()
        self._page.tasks.run(lambda _job: list_views.keep_view(desk, name, ()), lambda _none: None)

    def menu(self) -> QMenu:
        """For the right button on the headings."""
        made = QMenu(self._table)
        shown = [column.key for column in self.shown()]
        for column in COLUMNS:
            action = made.addAction(column.title)
            action.setCheckable(True)
            action.setChecked(column.key in shown)
            action.setEnabled(shown != [column.key])  # one stays
            action.triggered.connect(lambda _on, key=column.key: self._toggle(key))
        made.addSeparator()
        made.addAction("Chọn &cột…", self.choose)
        made.addAction("Cột như &ban đầu", self.reset)
        return made

    def _toggle(self, key: str) -> None:
        shown = [column.key for column in self.shown()]
        self.show_only([one for one in shown if one != key] if key in shown else [*shown, key])

    def _later(self) -> None:
        if not self._quiet:
            self._timer.start()
