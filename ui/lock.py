"""After some minutes without a key or the mouse the window covers itself; nothing typed is lost.

Only covers lie over the windows: forms stay as they are below, switched off while they are
covered. *check* says whether the person at the keyboard may go on; sign-in will bring its own.
"""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QShowEvent, QWindow
from PySide6.QtWidgets import QApplication, QFrame, QLayout, QToolTip, QVBoxLayout, QWidget

from ui.preferences import Preferences
from ui.theme import scaled
from ui.widgets import button, label, row

ABOVE = "aboveTheCover"
"""Property of the one dialog that is not covered: it asks who comes back."""
COVERED_TITLE = "DX Desk – đang khóa"
_DIRECT = Qt.FindChildOption.FindDirectChildrenOnly
_INPUT = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseMove,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
    }
)


class Cover(QFrame):
    """Lies over one window, which it switches off; it shows nothing of the office."""

    pressed = Signal()

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self._over = over
        self._title = over.windowTitle()
        self._focus = over.focusWidget()
        self._off = [
            one for one in over.findChildren(QWidget, options=_DIRECT) if self._switched_off(one)
        ]
        for one in self._off:
            one.setEnabled(False)
        over.setWindowTitle(COVERED_TITLE)
        self.setProperty("role", "cover")
        self.go = button("&Tiếp tục làm việc", role="primary", pressed=self.pressed.emit)
        self.go.setDefault(True)
        layout = QVBoxLayout(self)
        layout.addStretch(2)
        head = label("Màn hình đang khóa", "title")
        text = label("Việc đang nhập dở vẫn còn nguyên.", "muted")
        for part in (head, text):
            part.setAlignment(Qt.AlignmentFlag.AlignCenter)
            layout.addWidget(part)
        layout.addLayout(row(None, self.go, None))
        layout.addStretch(3)
        layout.setSpacing(scaled(10))
        over.installEventFilter(self)
        self.setGeometry(over.rect())
        self.show()
        self.raise_()

    def _switched_off(self, one: QWidget) -> bool:
        return one is not self and not one.isWindow() and one.isEnabledTo(self._over)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.go.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.setGeometry(self._over.rect())
        if event.type() == QEvent.Type.KeyPress and watched is self._over:
            return True  # Esc and Enter of a dialog below
        return super().eventFilter(watched, event)

    def lift(self) -> None:
        """Switch everything on again, the keyboard where it was."""
        self._over.removeEventFilter(self)
        for one in self._off:
            one.setEnabled(True)
        self._over.setWindowTitle(self._title)
        if self._focus is not None:
            self._focus.setFocus(Qt.FocusReason.OtherFocusReason)
        self.hide()
        self.deleteLater()


class Lock(QObject):
    covered = Signal()
    lifted = Signal()

    def __init__(self, parent: QObject, preferences: Preferences) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self.check: Callable[[], bool] = lambda: True
        self._covers: dict[QWidget, Cover] = {}
        self._watched: set[QWindow] = set()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.cover)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.focusWindowChanged.connect(self._watch)
        self._take(preferences.idle_minutes)

    @property
    def locked(self) -> bool:
        return bool(self._covers)

    @property
    def covered_windows(self) -> int:
        return len(self._covers)

    def choose(self, minutes: int) -> None:
        """Cover after so many minutes without input; 0: never. Kept on this computer."""
        self._preferences.idle_minutes = minutes
        self._take(minutes)

    def _take(self, minutes: int) -> None:
        self._timer.stop()
        self._timer.setInterval(minutes * 60_000)
        self._restart()

    def _restart(self) -> None:
        if self._timer.interval() and not self.locked:
            self._timer.start()

    def _watch(self, window: QWindow | None) -> None:
        """Input is watched where it enters: at the few windows, not at every widget."""
        if window is None:
            return
        if window not in self._watched:
            self._watched.add(window)
            window.installEventFilter(self)
            window.destroyed.connect(lambda: self._watched.discard(window))
        if self.locked:
            self.cover()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _INPUT:
            self._restart()
        return False

    def cover(self) -> None:
        """Cover every window that is shown; also what opens while it is locked."""
        popup = QApplication.activePopupWidget()
        while popup is not None:
            popup.close()
            popup = QApplication.activePopupWidget()
        QToolTip.hideText()
        first = not self._covers
        for window in QApplication.topLevelWidgets():
            covered = window in self._covers or bool(window.property(ABOVE))
            if window.isVisible() and not covered and _has_content(window):
                self._covers[window] = made = Cover(window)
                made.pressed.connect(self.lift)
                window.destroyed.connect(lambda _gone, one=window: self._covers.pop(one, None))
        if first and self._covers:
            self._timer.stop()
            self.covered.emit()

    def lift(self) -> None:
        """Show everything again if *check* allows it."""
        if not self.locked or not self.check():
            return
        covers, self._covers = self._covers, {}
        for one in covers.values():
            one.lift()
        self._restart()
        self.lifted.emit()


def _has_content(window: QWidget) -> bool:
    return window.layout() is not None or window.findChild(QLayout) is not None
