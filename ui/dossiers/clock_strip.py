"""The clock of one dossier as a bar: where it ran, where it stood, where the due time lies."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from dxdesk.domain.course import Span, minutes_by_holder
from dxdesk.domain.due import span_text
from ui.dossiers.moments import moment_text
from ui.theme import scaled, tone


class ClockStrip(QWidget):
    """Running time is solid, standing time hatched; a line marks the due time."""

    def __init__(self) -> None:
        super().__init__()
        self._spans: tuple[Span, ...] = ()
        self._due: datetime | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(scaled(200), scaled(14))

    def minimumSizeHint(self) -> QSize:
        return QSize(scaled(80), scaled(14))

    def show_spans(self, spans: Sequence[Span], due: datetime | None) -> None:
        self._spans, self._due = tuple(spans), due
        self.setVisible(bool(spans))
        self.setAccessibleName("Đồng hồ hồ sơ: " + course_text(spans))
        self.setToolTip("\n".join(span_line(one) for one in spans))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._spans:
            return
        painter = QPainter(self)
        begins = self._spans[0].begins
        ends = max(self._spans[-1].ends, self._due or begins)
        whole = max((ends - begins).total_seconds(), 1)

        def at(moment: datetime) -> float:
            return (moment - begins).total_seconds() / whole * self.width()

        high = self.height()
        painter.fillRect(self.rect(), tone("sunken"))
        for span in self._spans:
            box = QRectF(at(span.begins), 0, max(at(span.ends) - at(span.begins), 1.0), high)
            running = span.why is None
            color = tone("accent") if running else tone("muted")
            pattern = Qt.BrushStyle.SolidPattern if running else Qt.BrushStyle.BDiagPattern
            painter.fillRect(box, QBrush(color, pattern))
        if self._due is not None and self._due >= begins:
            x = min(at(self._due), self.width() - scaled(2))
            painter.setPen(QPen(tone("danger"), scaled(2)))
            painter.drawLine(QRectF(x, 0, 0, high).topLeft(), QRectF(x, 0, 0, high).bottomLeft())
        painter.setPen(tone("line"))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()


def span_line(span: Span) -> str:
    """One span in words, for the tooltip."""
    what = "Chạy" if span.why is None else f"Dừng ({span.why.label.lower()})"
    time = f"{moment_text(span.begins)} – {moment_text(span.ends)}"
    return f"{what}: {time}, {span_text(span.minutes)}"


def course_text(spans: Sequence[Span]) -> str:
    """On whom the dossier waited and for how long: `Đơn vị giải quyết 2 ngày …; Người nộp …`."""
    found = minutes_by_holder(spans)
    return "; ".join(f"{holder.value} {span_text(minutes)}" for holder, minutes in found.items())
