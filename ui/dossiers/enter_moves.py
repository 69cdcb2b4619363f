"""Enter goes to the next field, as on paper; in text of several lines it makes a new line."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QPushButton, QWidget

_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class EnterMoves(QObject):
    """Watches the fields below one widget; buttons keep their Enter."""

    def __init__(self, form: QWidget) -> None:
        super().__init__(form)
        for field in form.findChildren(QWidget):
            if field.focusPolicy() & Qt.FocusPolicy.TabFocus and not isinstance(
                field, QPlainTextEdit | QPushButton
            ):
                field.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        plain = (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in _ENTER
            and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        )
        if plain and isinstance(watched, QWidget):
            watched.focusNextPrevChild(True)
            return True
        return super().eventFilter(watched, event)
