"""What the officer at work may not do stands grey, and says who may."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget


class _Bar(QObject):
    """Keeps a widget grey, whoever would enable it: pages do that by what they show."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.EnabledChange and isinstance(watched, QWidget):
            watched.setEnabled(False)
        return False


def bar(widget: QWidget, why: str) -> None:
    """Grey *widget* for good, with the sentence *why*; an empty one leaves it as it is."""
    if why:
        widget.setToolTip(why)
        widget.setStatusTip(why)
        widget.setAccessibleDescription(why)
        widget.setEnabled(False)
        widget.installEventFilter(_Bar(widget))


def bar_action(action: QAction, why: str) -> None:
    """Grey *action*, or enable it again when there is nothing to say against it."""
    action.setEnabled(not why)
    action.setToolTip(why)
    action.setStatusTip(why)
