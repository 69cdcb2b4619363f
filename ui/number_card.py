"""A number that is a button: what it counts, how many, and a word more."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from ui.theme import scaled
from ui.widgets import Sign, label, repolish


class NumberCard(QPushButton):
    def __init__(self, title: str, *, hint: str = "", sign: Sign | None = None) -> None:
        super().__init__()
        self.title = title
        self.setProperty("role", "work")
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.number = QLabel("…")
        self.number.setTextFormat(Qt.TextFormat.PlainText)
        self.number.setProperty("role", "number")
        self.hint = label(hint, "muted", wrap=True)
        top = QHBoxLayout()
        name = label(title, "heading")
        name.setBuddy(self)  # its letter presses the card
        top.addWidget(name, 1)
        if sign is not None:
            top.addWidget(sign)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(scaled(14), scaled(10), scaled(14), scaled(10))
        layout.setSpacing(0)
        layout.addLayout(top)
        layout.addWidget(self.number)
        layout.addWidget(self.hint)
        layout.addStretch(1)
        for part in self.findChildren(QWidget):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def sizeHint(self) -> QSize:
        layout = self.layout()
        return layout.sizeHint() if layout else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        layout = self.layout()
        return layout.minimumSize() if layout else super().minimumSizeHint()

    def show_value(self, text: str, hint: str, *, tone: str = "", spoken: str = "") -> None:
        """*spoken* is what a screen reader says in place of *text*."""
        self.number.setText(text)
        self.hint.setText(hint)
        if self.number.property("tone") != tone:
            self.number.setProperty("tone", tone)
            repolish(self.number)
        self.setAccessibleName(f"{self.title}: {spoken or text}")
        self.setAccessibleDescription(hint)
        self.setToolTip(f"{hint}. Bấm để mở danh sách.")
