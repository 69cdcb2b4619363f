"""The side bar: where in the program one is, and the way to the other places."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout

from ui.icons import icon
from ui.places import PLACES
from ui.theme import scaled
from ui.widgets import label

_HERE, _ELSEWHERE = Qt.FocusPolicy.StrongFocus, Qt.FocusPolicy.ClickFocus
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class Sidebar(QFrame):
    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "side")
        self.setAccessibleName("Các trang của chương trình")
        self.ward = label("", "ward", wrap=True)
        self.buttons: dict[str, QPushButton] = {}
        layout = QVBoxLayout(self)
        layout.addWidget(label("DX Desk", "brand"))
        layout.addWidget(self.ward)
        for number, place in enumerate((p for p in PLACES if p.listed), start=1):
            self.buttons[place.key] = made = _SideButton(place.title, self._step)
            made.setProperty("place", place.key)
            made.setIcon(icon(place.icon, tone="side_text", on="side_active_text"))
            made.setToolTip(f"{place.title} (Ctrl+{number})")
            made.clicked.connect(self._choose)
            layout.addWidget(made)
        layout.addStretch(1)
        self.resize_to_zoom()

    def resize_to_zoom(self) -> None:
        self.setFixedWidth(scaled(186))
        for made in self.buttons.values():
            made.setIconSize(QSize(scaled(16), scaled(16)))
        layout = self.layout()
        if layout is not None:
            layout.setContentsMargins(scaled(8), scaled(12), scaled(8), scaled(8))
            layout.setSpacing(scaled(3))

    def mark(self, key: str) -> None:
        """Show *key* as the place where one is; the Tab key stops only there."""
        for place, made in self.buttons.items():
            here = place == key
            made.setChecked(here)
            made.setFocusPolicy(_HERE if here else _ELSEWHERE)

    def set_ward(self, name: str) -> None:
        self.ward.setText(name)
        self.ward.setVisible(bool(name))

    def _choose(self) -> None:
        sender = self.sender()
        if sender is not None:
            self.chosen.emit(sender.property("place"))

    def _step(self, by: int) -> None:
        buttons = list(self.buttons.values())
        here = next((i for i, made in enumerate(buttons) if made.hasFocus()), 0)
        buttons[(here + by) % len(buttons)].setFocus(Qt.FocusReason.TabFocusReason)


class _SideButton(QPushButton):
    """Up and down move along the bar; Enter and space choose."""

    def __init__(self, text: str, step: Callable[[int], None]) -> None:
        super().__init__(text)
        self.setProperty("role", "side")
        self.setCheckable(True)
        self.setAutoDefault(False)
        self._step = step

    def keyPressEvent(self, event: QKeyEvent) -> None:
        by = _STEPS.get(Qt.Key(event.key()))
        if by is not None:
            self._step(by)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)
