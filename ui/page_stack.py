"""The pages, each built at its first visit and read again when something was written."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from ui.opening_page import OpeningPage
from ui.page import Page
from ui.places import PLACE_OF
from ui.preloading import bring_services
from ui.tasks import Tasks

if TYPE_CHECKING:
    from dxdesk.desk import Desk


class PageStack(QStackedWidget):
    built = Signal(str)
    changed = Signal()

    def __init__(self, tasks: Tasks) -> None:
        super().__init__()
        self._tasks = tasks
        self._desk: Desk | None = None
        self._stale: set[str] = set()
        self.key = ""
        """The place shown; empty until the data are open."""
        self.pages: dict[str, Page] = {}
        self.opening = OpeningPage()
        self.addWidget(self.opening)

    def attach(self, desk: "Desk") -> None:
        """Pages of another officer's desk are built anew."""
        for page in self.pages.values():
            self.removeWidget(page)
            page.deleteLater()
        self.pages.clear()
        self._stale.clear()
        self.key = ""
        self._desk = desk

    @property
    def desk(self) -> "Desk | None":
        return self._desk

    @property
    def attached(self) -> bool:
        """The data are open."""
        return self._desk is not None

    def why_not(self, key: str) -> str:
        """Why this officer could do nothing at the place *key*; empty when all is well."""
        right = PLACE_OF[key].right
        return "" if self._desk is None or right is None else self._desk.why_not(right)

    def page(self, key: str) -> Page:
        """The page of the place *key*, built when it is asked for first."""
        if key not in self.pages:
            if self._desk is None:
                raise LookupError(key)
            place = PLACE_OF[key]
            made = place.load()(self._desk, self._tasks)
            self.pages[key] = made
            made.changed.connect(self._after_change)
            self._stale.add(key)
            self.addWidget(made)
            self.built.emit(key)
        page: Page = self.pages[key]
        return page

    def once_loaded(self, key: str, then: Callable[[], None]) -> None:
        """*then*, after the worker has imported what the place *key* needs besides Qt."""
        if PLACE_OF[key].loaded:
            then()
        else:
            self._tasks.run(bring_services, lambda _none: then())

    def go(self, key: str) -> None:
        """Show the place *key*, with what is true now, and put the focus there."""
        page = self.page(key)
        self.key = key
        self.setCurrentWidget(page)
        if key in self._stale:
            self._stale.discard(key)
            page.refresh()
        page.start()

    def stale(self, key: str) -> None:
        """What the page *key* shows has changed, outside of the data."""
        if key == self.key:
            self.pages[key].refresh()
        else:
            self._stale.add(key)

    def refresh_all(self) -> None:
        """Read the shown page again now, the others when they are next shown."""
        self._stale = set(self.pages) - {self.key}
        if self.key:
            self.pages[self.key].refresh()

    def _after_change(self) -> None:
        self.refresh_all()
        self.changed.emit()
