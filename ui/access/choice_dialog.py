"""A choice that is explained before it is made: a button and a few words for each way."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QWidget

from ui.dossiers.form import spacious
from ui.theme import scaled
from ui.widgets import button, fit_height, label, row


@dataclass(frozen=True, slots=True)
class Choice:
    key: str
    title: str
    text: str
    role: str = ""


class ChoiceDialog(QDialog):
    def __init__(
        self,
        parent: QWidget,
        chosen: Callable[[str], object],
        *,
        title: str,
        intro: str,
        choices: Sequence[Choice],
        back: str = "Để sau",
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(scaled(560))
        self._chosen = chosen
        layout = spacious(self)
        layout.addWidget(label(intro, wrap=True))
        self.buttons = {}
        for one in choices:
            made = button(one.title, role=one.role)
            made.clicked.connect(lambda _checked, key=one.key: self._choose(key))
            made.setAccessibleDescription(one.text)
            self.buttons[one.key] = made
            layout.addLayout(row(made, None))
            layout.addWidget(label(one.text, "muted", wrap=True))
        layout.addStretch(1)
        layout.addLayout(row(None, button(back, pressed=self.reject)))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        fit_height(self)

    def _choose(self, key: str) -> None:
        self.accept()
        self._chosen(key)
