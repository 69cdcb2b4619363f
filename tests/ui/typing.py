"""Typing as an officer does: keys, and Vietnamese text through an input method.

Qt's key helpers abort the process on letters outside ASCII (stack.md), hence the events.
"""

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget


def focused() -> QWidget:
    """The widget that keys go to now."""
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def type_text(text: str) -> None:
    """*text* as a finished word of an input method, into the field that has the focus."""
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(focused(), event)


def compose(*steps: str) -> None:
    """A word that grows under composition and is not finished yet, as with ibus."""
    for step in steps:
        QApplication.sendEvent(focused(), QInputMethodEvent(step, []))


def press(
    key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier, *, times: int = 1
) -> None:
    for _ in range(times):
        QTest.keyClick(focused(), key, modifiers)


def enter(text: str) -> None:
    """Type *text* and go to the next field with Enter."""
    if text:
        type_text(text)
    press(Qt.Key.Key_Return)
