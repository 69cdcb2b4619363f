"""The places that were found, marked on the pages."""

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QColor, QPainter

from ui.pdf.finding import Found
from ui.pdf.layout import Layout, Sizes

MARKED, CURRENT = "#ffd84d", "#ff8c00"
"""On white paper in every theme."""
_SHADE = 110


class Marks:
    def __init__(self) -> None:
        self.found: tuple[Found, ...] = ()
        self.at = -1

    def where(self, layout: Layout, sizes: Sizes) -> QRect | None:
        """The place that is looked at now."""
        if not 0 <= self.at < len(self.found):
            return None
        one = self.found[self.at]
        return layout.on_screen(one, sizes[one.page])[0]

    def paint(self, painter: QPainter, page: int, layout: Layout, sizes: Sizes, at: QPoint) -> None:
        """Mark what was found on *page*; *at* is the corner of the layout that is in view."""
        for number, one in enumerate(self.found):
            if one.page == page:
                shade = QColor(CURRENT if number == self.at else MARKED)
                shade.setAlpha(_SHADE)
                for box in layout.on_screen(one, sizes[page]):
                    painter.fillRect(box.translated(-at), shade)
