"""Small parts that every page is built of; the look is the style sheet's, by `role`."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from ui.icons import icon
from ui.theme import scaled

_ICON_TONES = {"primary": "on_accent", "danger": "danger", "link": "link", "toast": "surface"}


def repolish(widget: QWidget) -> None:
    """Let the style sheet look at *widget* again after a property changed."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()


def set_role(widget: QWidget, role: str) -> None:
    if widget.property("role") != role:
        widget.setProperty("role", role)
        repolish(widget)


class Sign(QWidget):
    """An icon that stands alone, *pixels* high; it says nothing to a screen reader."""

    def __init__(self, icon_name: str, tone: str, pixels: int) -> None:
        super().__init__()
        self._icon = icon(icon_name, tone=tone)
        self.setFixedSize(scaled(pixels), scaled(pixels))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._icon.paint(painter, self.rect())
        painter.end()


class NumberBox(QSpinBox):
    """Its words keep off the border: the style sheet's padding does not reach the line inside."""

    def __init__(self, **properties: Any) -> None:
        super().__init__(**properties)
        self.lineEdit().setTextMargins(scaled(7), 0, 0, 0)


def label(text: str = "", role: str = "", *, wrap: bool = False) -> QLabel:
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(wrap)
    if role:
        made.setProperty("role", role)
    return made


def button(
    text: str, icon_name: str = "", *, role: str = "", pressed: Callable[[], object] | None = None
) -> QPushButton:
    made = QPushButton(text)
    made.setAutoDefault(False)
    if role:
        made.setProperty("role", role)
    if icon_name:
        made.setIcon(icon(icon_name, tone=_ICON_TONES.get(role, "")))
        made.setIconSize(QSize(scaled(15), scaled(15)))
    if pressed is not None:
        made.clicked.connect(lambda _checked: pressed())
    return made


def icon_button(
    name: str,
    icon_name: str,
    *,
    role: str = "flat",
    pressed: Callable[[], object] | None = None,
) -> QPushButton:
    """A button that shows only an icon; *name* is what a screen reader and the tooltip say."""
    made = button("", icon_name, role=role, pressed=pressed)
    made.setAccessibleName(name)
    made.setToolTip(name)
    return made


def card(role: str = "card", *, spacing: int = 10, margin: int = 16) -> tuple[QFrame, QVBoxLayout]:
    frame = QFrame()
    frame.setProperty("role", role)
    layout = QVBoxLayout(frame)
    layout.setContentsMargins(*(scaled(margin),) * 4)
    layout.setSpacing(scaled(spacing))
    return frame, layout


def row(*parts: QWidget | None, spacing: int = 8) -> QHBoxLayout:
    """Widgets side by side; None stands for the free room between them."""
    layout = QHBoxLayout()
    layout.setSpacing(scaled(spacing))
    for part in parts:
        if part is None:
            layout.addStretch(1)
        else:
            layout.addWidget(part)
    return layout


def column(owner: QWidget, *, margin: int = 20, spacing: int = 14) -> QVBoxLayout:
    """The layout of a page: its margins and the room between its parts."""
    layout = QVBoxLayout(owner)
    layout.setContentsMargins(
        scaled(margin), scaled(margin - 4), scaled(margin), scaled(margin - 4)
    )
    layout.setSpacing(scaled(spacing))
    return layout


def scrolled(content: QWidget) -> QScrollArea:
    """*content* with scroll bars as soon as the window is too small for it."""
    area = QScrollArea()
    area.setProperty("role", "plain")
    content.setProperty("role", "canvas")
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(content)
    return area


def fit_height(dialog: QWidget) -> None:
    """As high as its texts need at its width; Qt stops at two thirds of a small screen."""
    layout = dialog.layout()
    if layout is not None and layout.hasHeightForWidth():
        dialog.resize(dialog.width(), layout.totalHeightForWidth(dialog.width()))
