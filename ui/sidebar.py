"""The side bar: where in the program one is, and the way to the other places."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from ui.icons import icon
from ui.pinned_searches import PinnedSearches
from ui.places import PLACE_OF, PLACES
from ui.theme import scaled
from ui.widgets import label, scrolled

if TYPE_CHECKING:
    from dxdesk.desk import Desk

_HERE, _ELSEWHERE = Qt.FocusPolicy.StrongFocus, Qt.FocusPolicy.ClickFocus
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}

WIDTH, FOLDED_WIDTH = 186, 52
MOST_SHARE = 0.25
"""Of the window's width, before the bar folds."""
UNFOLDED = 10_000


class Sidebar(QFrame):
    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "side")
        self.setAccessibleName("Các trang của chương trình")
        self.ward = label("", "ward", wrap=True)
        self.buttons: dict[str, QPushButton] = {}
        self.brand = label("DX Desk", "brand")
        self._folded = False
        inside = QWidget()
        self.inside = QVBoxLayout(inside)
        self.inside.setContentsMargins(0, 0, 0, 0)
        area = scrolled(inside)
        for part in (area, inside):
            part.setProperty("role", "side")
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area = area
        self.pinned = PinnedSearches()
        layout = QVBoxLayout(self)
        for part in (self.brand, self.ward):
            layout.addWidget(part)
        layout.addWidget(area, 3)
        layout.addWidget(self.pinned, 2)
        self._add_places()
        self.fit(UNFOLDED)

    def _add_places(self) -> None:
        for number, place in enumerate((p for p in PLACES if p.listed), start=1):
            self.buttons[place.key] = made = _SideButton(place.title, self._step)
            made.setProperty("place", place.key)
            made.setIcon(icon(place.icon, tone="side_text", on="side_active_text"))
            made.setToolTip(f"{place.title} (Ctrl+{number})")
            made.setAccessibleName(place.title)
            made.clicked.connect(self._choose)
            self.inside.addWidget(made)
        self.inside.addStretch(1)

    def refit(self) -> None:
        self.fit(self._window)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Watches the window's middle."""
        if isinstance(event, QResizeEvent):
            self.fit(event.size().width())
        return super().eventFilter(watched, event)

    def fit(self, window: int) -> None:
        """Take the room that a window so wide can spare: signs alone when words take too much."""
        self._window = window
        self._folded = scaled(WIDTH) > window * MOST_SHARE
        bars = Qt.ScrollBarPolicy
        self._area.setVerticalScrollBarPolicy(  # it would lie over the signs
            bars.ScrollBarAlwaysOff if self._folded else bars.ScrollBarAsNeeded
        )
        self.setFixedWidth(scaled(FOLDED_WIDTH if self._folded else WIDTH))
        self.brand.setVisible(not self._folded)
        self.ward.setVisible(bool(self.ward.text()) and not self._folded)
        self.pinned.fold(folded=self._folded)
        for key, made in self.buttons.items():
            made.setText("" if self._folded else PLACE_OF[key].title)
            made.setIconSize(QSize(scaled(16), scaled(16)))
        layout = self.layout()
        if layout is not None:
            layout.setContentsMargins(scaled(8), scaled(12), scaled(8), scaled(8))
            self.inside.setSpacing(scaled(3))

    def allow(self, desk: "Desk") -> None:
        """Grey the ways to places where this officer could do nothing; their tip says why."""
        for number, (key, made) in enumerate(self.buttons.items(), start=1):
            place = PLACE_OF[key]
            why = "" if place.right is None else desk.why_not(place.right)
            made.setEnabled(not why)
            made.setToolTip(why or f"{place.title} (Ctrl+{number})")
            made.setStatusTip(why)
            made.setAccessibleDescription(why)

    def mark(self, key: str) -> None:
        """Show *key* as the place where one is; the Tab key stops only there."""
        for place, made in self.buttons.items():
            here = place == key
            made.setChecked(here)
            made.setFocusPolicy(_HERE if here else _ELSEWHERE)

    def set_ward(self, name: str) -> None:
        self.ward.setText(name)
        self.ward.setVisible(bool(name) and not self._folded)

    def _choose(self) -> None:
        sender = self.sender()
        if sender is not None:
            self.chosen.emit(sender.property("place"))

    def _step(self, by: int) -> None:
        buttons = list(self.buttons.values())
        here = next((i for i, made in enumerate(buttons) if made.hasFocus()), 0)
        there = buttons[(here + by) % len(buttons)]
        there.setFocus(Qt.FocusReason.TabFocusReason)
        self._area.ensureWidgetVisible(there)


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
