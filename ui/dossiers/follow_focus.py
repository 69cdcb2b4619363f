"""What has the focus is scrolled into sight, whichever key led there."""

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from ui.theme import scaled


class FollowFocus(QObject):
    def __init__(self, area: QScrollArea) -> None:
        super().__init__(area)
        self._area = area
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)
        area.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:  # a notice took some of the room
            QTimer.singleShot(0, self, lambda: self._follow(None, QApplication.focusWidget()))
        return False

    def _follow(self, _old: QWidget | None, now: QWidget | None) -> None:
        content = self._area.widget()
        if now is not None and content is not None and content.isAncestorOf(now):
            self._area.ensureWidgetVisible(now, scaled(10), scaled(40))
