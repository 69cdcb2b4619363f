"""The window's own typeface, so that no PC's fonts matter."""

from PySide6.QtGui import QFont, QFontDatabase

from dxdesk.paths import RESOURCES

FAMILY = "Be Vietnam Pro"
POINTS = 10.0


def load() -> None:
    for file in sorted((RESOURCES / "fonts").glob("BeVietnamPro-*.ttf")):
        QFontDatabase.addApplicationFont(str(file))


def base(zoom: float = 1.0) -> QFont:
    font = QFont(FAMILY)
    font.setPointSizeF(POINTS * zoom)
    return font
