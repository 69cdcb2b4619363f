"""Icons by name, drawn from one icon font in the colours of the theme.

qtawesome takes 300 ms to import: the icons stay empty until `load` was called after the first
paint. The engine asks for font and colour when it paints, so themes and late loading need no
second pass over the widgets.
"""

from pathlib import Path
from typing import Any

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPalette, QPixmap, QPixmapCache
from PySide6.QtWidgets import QApplication

from ui.theme import tone as tone_color

_NAMES = {
    "home": "house",
    "folder": "folder-open",
    "import": "file-import",
    "report": "chart-column",
    "history": "clock-rotate-left",
    "undo": "rotate-left",
    "redo": "rotate-right",
    "search": "magnifying-glass",
    "save": "floppy-disk",
    "pdf": "file-pdf",
    "print": "print",
    "sheet": "file-excel",
    "refresh": "arrows-rotate",
    "close": "xmark",
    "warning": "triangle-exclamation",
    "left": "chevron-left",
    "right": "chevron-right",
    "up": "chevron-up",
    "down": "chevron-down",
    "more": "ellipsis",
    "edit": "pen",
    "trash": "trash-can",
    "send": "paper-plane",
    "file": "file-lines",
    "help": "circle-question",
    "info": "circle-info",
    "fit": "left-right",
    "zoom-in": "magnifying-glass-plus",
    "zoom-out": "magnifying-glass-minus",
    "done": "circle-check",
    "waiting": "user-clock",
    "pickup": "box-open",
    "inbox": "inbox",
    "today": "calendar-day",
    "pin": "thumbtack",
    "lock": "lock",
    "tomorrow": "calendar-plus",
    "digital": "gauge-high",
}
_PREFIX = "fa6s"
_PROPERTY = "icon_font"


def load() -> None:
    """Make the icons visible; in the window's thread, once, after the first paint."""
    app = QApplication.instance()
    if not isinstance(app, QApplication) or app.property(_PROPERTY) is not None:
        return
    import qtawesome

    fonts = Path(qtawesome.__file__).parent / "fonts"
    file = next(fonts.glob("fontawesome6-solid-webfont-*.ttf")).name
    charmap = next(fonts.glob("fontawesome6-solid-webfont-charmap-*.json")).name
    glyphs = qtawesome.IconicFont((_PREFIX, file, charmap))
    glyphs.setParent(app)  # Qt keeps no count of Python's references
    app.setProperty(_PROPERTY, glyphs)
    for widget in app.allWidgets():
        widget.update()


def icon(name: str, *, tone: str = "", on: str = "") -> QIcon:
    """The icon *name* in the colour *tone* of the theme; *on* is its colour while checked."""
    return QIcon(_Engine(_NAMES.get(name, name), tone, on))


class _Engine(QIconEngine):
    def __init__(self, name: str, tone: str, on: str) -> None:
        super().__init__()
        self._name, self._tone, self._on = name, tone, on

    def clone(self) -> QIconEngine:
        return _Engine(self._name, self._tone, self._on)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        """Drawn once for each size and colour: a list shows the same sign in every row."""
        app = QApplication.instance()
        glyphs: Any = app.property(_PROPERTY) if app else None
        if glyphs is None:
            return
        color, ratio = self._color(mode, state), painter.device().devicePixelRatio()
        key = f"{self._name} {color.rgba()} {rect.width()}x{rect.height()} {ratio}"
        picture = QPixmap()
        if not QPixmapCache.find(key, picture):
            picture = QPixmap(rect.size() * ratio)
            picture.setDevicePixelRatio(ratio)
            picture.fill(Qt.GlobalColor.transparent)
            self._draw(picture, glyphs, rect.size(), color)
            QPixmapCache.insert(key, picture)
        painter.drawPixmap(rect.topLeft(), picture)

    def _draw(self, picture: QPixmap, glyphs: Any, size: QSize, color: QColor) -> None:
        painter = QPainter(picture)
        painter.setFont(glyphs.font(_PREFIX, round(size.height() * 0.86)))
        painter.setPen(color)
        character = glyphs.charmap[_PREFIX][self._name]
        painter.drawText(QRect(QPoint(), size), Qt.AlignmentFlag.AlignCenter, character)
        painter.end()

    def _color(self, mode: QIcon.Mode, state: QIcon.State) -> QColor:
        palette = QApplication.palette()
        if mode is QIcon.Mode.Disabled:
            return palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.ButtonText)
        if mode is QIcon.Mode.Selected and not self._tone:
            return palette.color(QPalette.ColorRole.HighlightedText)
        if state is QIcon.State.On and self._on:
            return tone_color(self._on)
        return (
            tone_color(self._tone) if self._tone else palette.color(QPalette.ColorRole.ButtonText)
        )

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        picture = QPixmap(size)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return picture
