"""Charts drawn by QPainter: no chart library is needed for bars. Each has a table beside it."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.format import number
from ui.theme import scaled, tone

LINES = 4


@dataclass(frozen=True, slots=True)
class Series:
    name: str
    tone: str
    values: tuple[int, ...]


def top_of_scale(largest: int) -> int:
    """A round number, divisible into `LINES` whole steps, that is not below *largest*."""
    power = 1
    while largest > LINES * 10 * power:
        power *= 10
    steps = (step * power for step in (1, 2, 3, 5, 10))
    return LINES * next(step for step in steps if LINES * step >= largest)


class BarChart(QWidget):
    """Groups of bars, one group for each label."""

    def __init__(self) -> None:
        super().__init__()
        self._labels: tuple[str, ...] = ()
        self._series: tuple[Series, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        return QSize(scaled(520), scaled(220))

    def minimumSizeHint(self) -> QSize:
        return QSize(scaled(320), scaled(150))

    def show_series(
        self, labels: tuple[str, ...], series: tuple[Series, ...], *, spoken: str
    ) -> None:
        """*spoken* says in words what the picture shows."""
        self._labels, self._series = labels, series
        self.setAccessibleDescription(spoken)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._labels:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        top = top_of_scale(max(max(s.values) for s in self._series))
        room = self._axes(painter, self._legend(painter), top)
        self._bars(painter, room, top)
        painter.end()

    def _legend(self, painter: QPainter) -> QRectF:
        """Draw what the colours mean; what is left below."""
        line = self.fontMetrics().height()
        left = 0.0
        for series in self._series:
            painter.fillRect(QRectF(left, line * 0.18, line * 0.64, line * 0.64), tone(series.tone))
            painter.setPen(tone("text"))
            width = self.fontMetrics().horizontalAdvance(series.name)
            painter.drawText(
                QRectF(left + line * 0.9, 0, width + 4, line),
                int(Qt.AlignmentFlag.AlignVCenter),
                series.name,
            )
            left += line * 2.2 + width
        return QRectF(self.rect()).adjusted(0, line * 1.7, 0, 0)

    def _axes(self, painter: QPainter, room: QRectF, top: int) -> QRectF:
        """Draw lines and labels; the room that is left for the bars."""
        line = self.fontMetrics().height()
        side = self.fontMetrics().horizontalAdvance(number(top)) + 8
        inner = room.adjusted(side, line * 0.9, 0, -line * 1.3)
        for step in range(LINES + 1):
            y = inner.bottom() - inner.height() * step / LINES
            painter.setPen(QPen(tone("line"), 1))
            painter.drawLine(int(inner.left()), int(y), int(inner.right()), int(y))
            painter.setPen(tone("muted"))
            painter.drawText(
                QRectF(room.left(), y - line / 2, side - 8, line),
                int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter),
                number(top * step // LINES),
            )
        width = inner.width() / len(self._labels)
        for at, text in enumerate(self._labels):
            painter.drawText(
                QRectF(inner.left() + width * at, inner.bottom() + 4, width, line),
                int(Qt.AlignmentFlag.AlignCenter),
                text,
            )
        return inner

    def _bars(self, painter: QPainter, room: QRectF, top: int) -> None:
        width = room.width() / len(self._labels)
        bar = min(width * 0.72 / len(self._series), 30.0)
        begin = (width - bar * len(self._series)) / 2
        for at in range(len(self._labels)):
            for which, series in enumerate(self._series):
                height = room.height() * series.values[at] / top
                left = room.left() + width * at + begin + bar * which
                shape = QRectF(left, room.bottom() - height, bar - 1, height)
                _rounded(painter, shape, tone(series.tone))


def _rounded(painter: QPainter, shape: QRectF, color: QColor) -> None:
    if shape.height() <= 0:
        return
    path = QPainterPath()
    path.addRoundedRect(shape, 2, 2)
    painter.fillPath(path, color)
