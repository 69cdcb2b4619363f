"""A place of tabs that are pages of their own, each built when it is first shown."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from ui.barring import bar_action
from ui.page import Page
from ui.tab import Tab
from ui.tasks import Tasks
from ui.widgets import column, label

if TYPE_CHECKING:
    from dxdesk.desk import Desk

Action = tuple[str, str, str]
"""Method of a tab that offers it, what it does, its key."""


class TabbedPage(Page):
    def __init__(
        self,
        desk: "Desk",
        tasks: Tasks,
        *,
        title: str,
        name: str,
        tabs: Sequence[Tab],
        actions: Sequence[Action],
    ) -> None:
        super().__init__(desk, tasks)
        self._tabs = tuple(tabs)
        self.tabs = QTabWidget()
        self.tabs.setAccessibleName(name)
        self.pages: dict[str, Page] = {}
        self._stale: set[str] = set()
        self._methods: dict[QAction, str] = {}
        self._holders: list[QVBoxLayout] = []
        for tab in self._tabs:
            holder = QWidget()
            self._holders.append(QVBoxLayout(holder))
            self._holders[-1].setContentsMargins(0, 0, 0, 0)
            self.tabs.addTab(holder, tab.title)
        self.tabs.currentChanged.connect(self._arrive)
        layout = column(self, spacing=8)
        layout.addWidget(label(title, "title"))
        layout.addWidget(self.tabs, 1)
        for one in actions:
            self._add_action(*one)

    def _add_action(self, method: str, text: str, keys: str) -> None:
        action = QAction(text, self)
        action.setShortcut(QKeySequence(keys))
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(partial(self._do, method))
        self.addAction(action)
        self._methods[action] = method

    def _do(self, method: str, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's signal
        for part in self.offering():
            if hasattr(part, method):
                getattr(part, method)()
                return

    def _show_offers(self) -> None:
        """Keys that the tab does not know are its own editors' to take; some are not his."""
        parts = self.offering()
        for action, method in self._methods.items():
            pages = (part for part in parts if isinstance(part, Page))
            bar_action(action, next((why for one in pages if (why := one.why_not(method))), ""))
            if not any(hasattr(part, method) for part in parts):
                action.setEnabled(False)

    def offering(self) -> tuple[object, ...]:
        """What may have the method of an action, the first one that has it is asked."""
        return (self.current(),)

    def current(self) -> Page:
        """The tab that is shown, built now if need be."""
        at = max(self.tabs.currentIndex(), 0)
        tab = self._tabs[at]
        if tab.key not in self.pages:
            made: Page = tab.load()(self.desk, self.tasks)
            self.pages[tab.key] = made
            for mine, its in (
                (self.changed, made.changed),
                (self.said, made.said),
                (self.acted, made.acted),
                (self.opened, made.opened),
                (self.listed, made.listed),
                (self.noted, made.noted),
                (self.went, made.went),
            ):
                its.connect(mine)
            self._holders[at].addWidget(made)
            self._stale.add(tab.key)
        return self.pages[tab.key]

    def show_tab(self, key: str) -> None:
        """Bring the tab *key* to the front."""
        self.tabs.setCurrentIndex([tab.key for tab in self._tabs].index(key))

    def _arrive(self) -> None:
        page = self.current()
        self._show_offers()
        self._read_stale()
        page.start()

    def refresh(self) -> None:
        self.current()
        self._show_offers()
        self._stale = set(self.pages)
        self._read_stale()

    def _read_stale(self) -> None:
        key = self._tabs[max(self.tabs.currentIndex(), 0)].key
        if key in self._stale:
            self._stale.discard(key)
            self.pages[key].refresh()

    def start(self) -> None:
        self.current().start()

    def search(self) -> None:
        self.current().search()

    def close_down(self) -> None:
        for page in self.pages.values():
            page.close_down()
