"""A PDF in the window: only what is seen is drawn, in the worker."""

from threading import Lock

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea

from ui.pdf.file import POINTS_PER_INCH, PdfFile
from ui.pdf.finding import Found
from ui.pdf.layout import Layout, Sizes
from ui.pdf.marks import Marks
from ui.pdf.pictures import Pictures
from ui.tasks import Tasks
from ui.theme import scaled, tone

FIT_WIDTH, FIT_PAGE = -1.0, -2.0
"""Sizes that follow the window."""
STEPS = (0.5, 0.67, 0.8, 1.0, 1.25, 1.5, 2.0, 3.0)
_NEAR = 0.01


class PdfView(QAbstractScrollArea):
    moved = Signal()
    """Another page is in view, or the size on screen changed."""

    def __init__(self, tasks: Tasks) -> None:
        super().__init__()
        self._tasks = tasks
        self._zoom = FIT_WIDTH
        self._marks = Marks()
        self._sizes: Sizes = ()
        self._layout = Layout((), 1.0, 0, 0)
        self.pictures = Pictures(tasks, self)
        self.pictures.arrived.connect(self.viewport().update)
        self.lock = Lock()
        """For every `PdfFile` that this view shows."""
        self.file: PdfFile | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("role", "preview")
        self.setAccessibleName("Bản xem trước")
        self.verticalScrollBar().valueChanged.connect(self.moved)

    def show_file(self, file: PdfFile | None) -> None:
        """Show *file* from its first page; None empties the view. The file before is closed."""
        old = self.file
        if old is not None:
            self._tasks.run(lambda _job: old.close(), lambda _none: None)
        self.file = file
        self._sizes = file.sizes if file else ()
        self.pictures.take(file)
        self._marks.found = ()
        self.verticalScrollBar().setValue(0)
        self._arrange()

    def place(self) -> tuple[int, int]:
        """The page in view, from 1, and the number of pages; zeros without a file."""
        middle = self.verticalScrollBar().value() + self.viewport().height() // 2
        return self._layout.page_at(middle) + 1, len(self._layout.pages)

    def percent(self) -> int:
        """Size on screen, 100 being that of the paper."""
        return round(self._layout.scale * POINTS_PER_INCH / self.logicalDpiX() * 100)

    def larger(self) -> None:
        now = self.percent() / 100 + _NEAR
        self.show_at(next((step for step in STEPS if step > now), STEPS[-1]))

    def smaller(self) -> None:
        now = self.percent() / 100 - _NEAR
        self.show_at(next((step for step in reversed(STEPS) if step < now), STEPS[0]))

    def go(self, page: int) -> None:
        """To the top of *page*, counted from 0."""
        if 0 <= page < len(self._layout.pages):
            self.verticalScrollBar().setValue(self._layout.pages[page].top() - scaled(8))

    def show_found(self, found: tuple[Found, ...], at: int) -> None:
        """Mark the places *found* and bring the one at index *at* into view."""
        self._marks.found, self._marks.at = found, at
        where = self._marks.where(self._layout, self._sizes)
        if where is not None:
            self.verticalScrollBar().setValue(where.top() - self.viewport().height() // 3)
            self.horizontalScrollBar().setValue(where.left() - self.viewport().width() // 3)
        self.viewport().update()

    def show_at(self, zoom: float) -> None:
        """At *zoom* times the size of the paper, FIT_WIDTH or FIT_PAGE."""
        bar = self.verticalScrollBar()
        share = bar.value() / max(bar.maximum(), 1)
        self._zoom = zoom
        self._arrange()
        bar.setValue(round(share * bar.maximum()))

    def _arrange(self) -> None:
        room = self.viewport().size()
        sizes = self._sizes
        scale = self._zoom * self.logicalDpiX() / POINTS_PER_INCH
        if self._zoom < 0:
            scale = max(room.width() - 2 * scaled(16), 100) / max(
                (w for w, _ in sizes), default=1.0
            )
        if self._zoom == FIT_PAGE:
            highest = max((height for _, height in sizes), default=1.0)
            scale = min(scale, max(room.height() - 2 * scaled(14), 100) / highest)
        self._layout = Layout(sizes, scale, room.width(), scaled(14))
        for bar, whole, seen in (
            (self.verticalScrollBar(), self._layout.height, room.height()),
            (self.horizontalScrollBar(), self._layout.width, room.width()),
        ):
            bar.setRange(0, max(whole - seen, 0))
            bar.setPageStep(seen)
            bar.setSingleStep(scaled(40))
        self.viewport().update()
        self.moved.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            (self.larger if event.angleDelta().y() > 0 else self.smaller)()
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar = self.verticalScrollBar()
        if event.key() == Qt.Key.Key_Home:
            bar.setValue(0)
        elif event.key() == Qt.Key.Key_End:
            bar.setValue(bar.maximum())
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.viewport().rect(), tone("window"))
        left, top = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        seen = self.viewport().rect().translated(left, top)
        for at, page in enumerate(self._layout.pages):
            if page.intersects(seen):
                self._paint_page(painter, at, page.translated(-left, -top))
        painter.end()

    def _paint_page(self, painter: QPainter, at: int, where: QRect) -> None:
        painter.fillRect(where, Qt.GlobalColor.white)
        picture = self.pictures.picture(at, scale=self._layout.scale * self.devicePixelRatio())
        if picture is not None:
            painter.drawImage(where, picture)
        painter.setPen(tone("line"))
        painter.drawRect(where.adjusted(0, 0, -1, -1))
        corner = QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        self._marks.paint(painter, at, self._layout, self._sizes, corner)
