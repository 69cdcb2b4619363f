"""A quiet strip of words on the page; it never takes the focus and never covers anything."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from ui.theme import scaled
from ui.widgets import button, label


class Notice(QFrame):
    pressed = Signal()

    def __init__(self, role: str) -> None:
        super().__init__()
        self.setProperty("role", role)
        self.words = label("", wrap=True)
        self.action = button("", role="link")
        self.action.clicked.connect(self.pressed)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(scaled(12), scaled(7), scaled(12), scaled(7))
        layout.addWidget(self.words, 1)
        layout.addWidget(self.action)
        self.hide()

    def say(self, words: str, *, action: str = "") -> None:
        """Show *words*, with a button when *action* is given; nothing: hide."""
        self.words.setText(words)
        self.action.setText(action)
        self.action.setVisible(bool(action))
        self.setVisible(bool(words))
