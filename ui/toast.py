"""A short notice over the window's foot, with one button at most: it never takes the keyboard.

F12 goes to it and back. It leaves by itself, but not while the mouse or the keyboard is on it.
"""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QWidget

from ui.theme import scaled
from ui.widgets import button, icon_button, label

SHORT_MS, LONG_MS = 8_000, 20_000
"""How long a notice stays: words alone, and words with a button."""
WIDEST = 620
_KEYS = Qt.FocusReason.ShortcutFocusReason


class Toast(QFrame):
    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self._over = over
        self.setProperty("role", "toast")
        self.words = label("", wrap=True)
        self.action = button("", role="toast", pressed=self._act)
        self.leave = icon_button(
            "Đóng thông báo (Esc)", "close", role="toast", pressed=self.dismiss
        )
        self._pressed: Callable[[], object] | None = None
        self._came_from: QWidget | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._time_is_up)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(scaled(14), scaled(8), scaled(8), scaled(8))
        layout.addWidget(self.words, 1)
        layout.addWidget(self.action)
        layout.addWidget(self.leave)
        over.installEventFilter(self)
        self.hide()

    def tell(
        self, sentence: str, *, action: str = "", pressed: Callable[[], object] | None = None
    ) -> None:
        """Show *sentence* in place of an earlier one; *action* is its button, run by *pressed*."""
        self._pressed = pressed
        self.words.setText(sentence)
        self.action.setText(action)
        self.action.setVisible(bool(action))
        self.setAccessibleName(sentence)
        self.show()
        self._place()
        self.raise_()
        self._timer.start(LONG_MS if action else SHORT_MS)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, sentence))

    def visit(self) -> None:
        """F12: to the notice, or back to where the keyboard was."""
        if self._has_focus():
            self._go_back()
        elif self.isVisible():
            self._came_from = QApplication.focusWidget()
            (self.action if self.action.isVisible() else self.leave).setFocus(_KEYS)

    def dismiss(self) -> None:
        self._go_back()
        self._timer.stop()
        self.hide()

    def _act(self) -> None:
        pressed = self._pressed
        self.dismiss()
        if pressed is not None:
            pressed()

    def _time_is_up(self) -> None:
        if self.underMouse() or self._has_focus():
            self._timer.start(SHORT_MS)
        else:
            self.hide()

    def _has_focus(self) -> bool:
        return self.action.hasFocus() or self.leave.hasFocus()

    def _go_back(self) -> None:
        if self._has_focus() and self._came_from is not None:
            self._came_from.setFocus(_KEYS)

    def _place(self) -> None:
        over, gap = self._over.rect(), scaled(14)
        width = min(scaled(WIDEST), over.width() - 2 * gap)
        height = max(self.heightForWidth(width), self.sizeHint().height())
        self.setGeometry((over.width() - width) // 2, over.height() - height - gap, width, height)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            (self.leave if self.leave.hasFocus() else self.action).click()
        else:
            super().keyPressEvent(event)
