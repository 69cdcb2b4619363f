"""Id numbers and phones are masked on a page until its key is pressed; that is logged."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence

from ui.page import Page

TEXT = "Hiện h&oặc che số căn cước, điện thoại"
KEYS = "Ctrl+Shift+H"


class Reveal(QObject):
    toggled = Signal(bool)

    def __init__(self, page: Page, what: Callable[[], str]) -> None:
        super().__init__(page)
        self._page, self._what = page, what
        self.shown = False
        self.action = QAction(TEXT, page)
        self.action.setShortcut(QKeySequence(KEYS))
        self.action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.action.triggered.connect(lambda _checked: self.toggle())
        page.addAction(self.action)
        page.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Whoever comes back to the page finds the numbers masked again."""
        if event.type() == QEvent.Type.Hide and watched is self._page:
            self.hide()
        return False

    def toggle(self) -> None:
        if self.shown:
            self.hide()
            return
        desk, what = self._page.desk, self._what()
        self._page.tasks.run(
            lambda _job: desk.note(f"Hiện số căn cước, điện thoại: {what}"), self._show
        )

    def _show(self, _logged: None) -> None:
        self.shown = True
        self.toggled.emit(self.shown)
        self._page.said.emit(f"Đang hiện số căn cước, điện thoại; {KEYS} để che lại")

    def hide(self) -> None:
        if self.shown:
            self.shown = False
            self.toggled.emit(self.shown)
