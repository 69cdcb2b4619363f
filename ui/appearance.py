"""Theme and size of type: chosen by the person, kept on this computer, applied at once."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from ui import theme
from ui.preferences import Preferences

SYSTEM = "system"


class Appearance(QObject):
    changed = Signal()

    def __init__(self, preferences: Preferences, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._preferences = preferences
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._follow)
        hints.accessibility().contrastPreferenceChanged.connect(self._follow)

    def _follow(self) -> None:
        """The system turned dark or light."""
        if self.chosen == SYSTEM:
            self.apply()

    @property
    def chosen(self) -> str:
        """The key of the theme that was chosen, `SYSTEM` as long as none was."""
        key = self._preferences.text("theme")
        return key if key in theme.themes() else SYSTEM

    @property
    def idle_minutes(self) -> int:
        return self._preferences.idle_minutes

    @property
    def zoom(self) -> float:
        return self._preferences.zoom

    def larger(self) -> None:
        self._step(1)

    def smaller(self) -> None:
        self._step(-1)

    def normal(self) -> None:
        self._preferences.zoom = 1.0
        self.apply()

    def _step(self, by: int) -> None:
        at = theme.ZOOMS.index(self.zoom) + by
        if 0 <= at < len(theme.ZOOMS):
            self._preferences.zoom = theme.ZOOMS[at]
            self.apply()

    def wear(self, key: str) -> None:
        self._preferences.keep("theme", key)
        self.apply()

    def apply(self) -> None:
        app = QApplication.instance()
        if isinstance(app, QApplication):
            theme.announce(None if self.chosen == SYSTEM else self._preferences.theme)
            theme.apply(app, self._preferences.theme, zoom=self.zoom)
            self.changed.emit()
