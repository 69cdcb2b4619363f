"""Twelve small months: one day is chosen, by keys or mouse; its kind shows as a colour and mark."""

from datetime import date, timedelta

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from dxdesk.domain.calendar import DayKind
from dxdesk.services.years import Year
from ui.dossiers.moments import weekday_text
from ui.office.months import LINES, Months, days_of
from ui.theme import scaled, tone

_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: -7,
    Qt.Key.Key_Down: 7,
}
_TONES = {
    DayKind.HOLIDAY: "danger",
    DayKind.CLOSURE: "warning",
    DayKind.MAKE_UP: "good",
    DayKind.OTHER_HOURS: "link",
}
KINDS = {
    DayKind.HOLIDAY: "nghỉ lễ",
    DayKind.CLOSURE: "ngày nghỉ",
    DayKind.MAKE_UP: "làm bù",
    DayKind.OTHER_HOURS: "giờ riêng",
}


class YearView(QWidget):
    moved = Signal(object)
    """Another day is chosen: a `date`."""
    placed = Signal()
    """The days lie elsewhere now: the window has another size."""
    activated = Signal()
    """Enter or a double click on the chosen day."""

    def __init__(self) -> None:
        super().__init__()
        self._year: Year | None = None
        self.day = date(2000, 1, 1)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        return QSize(scaled(560), scaled(420))

    def minimumSizeHint(self) -> QSize:
        return QSize(scaled(340), scaled(300))

    def show_year(self, year: Year, day: date) -> None:
        self._year = year
        self.choose(day)

    def choose(self, day: date) -> None:
        """Choose *day* of the year that is shown; others are left alone."""
        if self._year is not None and day.year == self._year.number:
            self.day = day
            self.setAccessibleName(f"Lịch năm {day.year}; {self.words()}")
            self.moved.emit(day)
            self.update()

    def words(self) -> str:
        """The chosen day: what it is and when the ward is open."""
        if self._year is None or not self._year.known:
            return weekday_text(self.day)
        calendar = self._year.calendar
        sessions = calendar.sessions(self.day)
        hours = ", ".join(f"{one.opens:%H:%M}–{one.closes:%H:%M}" for one in sessions)
        return f"{weekday_text(self.day)}: {calendar.why(self.day)}" + (
            f", {hours}" if hours else ""
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _STEPS:
            self.choose(self.day + timedelta(days=_STEPS[key]))
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.activated.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.placed.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        day = self._months.day_at(event.position(), self.day.year)
        if day is not None:
            self.choose(day)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self._months.day_at(event.position(), self.day.year) == self.day:
            self.activated.emit()

    @property
    def _months(self) -> Months:
        return Months(self.width(), self.height(), scaled(8))

    def place_of(self, day: date) -> QPoint:
        """The middle of *day* on this widget."""
        return self._months.day_box(day).center().toPoint()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._year is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = painter.font()
        font.setPixelSize(min(self._months.type_size(), scaled(13)))
        painter.setFont(font)
        for month in range(1, 13):
            self._paint_head(painter, month)
        for day in days_of(self._year.number):
            self._paint_day(painter, self._year, day)
        painter.end()

    def _paint_head(self, painter: QPainter, month: int) -> None:
        box = self._months.month_box(month)
        high = box.height() / LINES
        bold = painter.font()
        bold.setBold(True)
        plain = painter.font()
        painter.setFont(bold)
        painter.setPen(tone("text"))
        painter.drawText(
            QRectF(box.x(), box.y(), box.width(), high),
            Qt.AlignmentFlag.AlignCenter,
            f"Tháng {month}",
        )
        painter.setFont(plain)
        painter.setPen(tone("muted"))
        for at, name in enumerate(("T2", "T3", "T4", "T5", "T6", "T7", "CN")):
            cell = QRectF(box.x() + at * box.width() / 7, box.y() + high, box.width() / 7, high)
            painter.drawText(cell, Qt.AlignmentFlag.AlignCenter, name)

    def _paint_day(self, painter: QPainter, year: Year, day: date) -> None:
        box = self._months.day_box(day).adjusted(1, 1, -1, -1)
        exception = year.calendar.exceptions.get(day)
        color: QColor | None = None if exception is None else tone(_TONES[exception.kind])
        if color is not None:
            painter.setPen(Qt.PenStyle.NoPen)
            soft = QColor(color)
            soft.setAlphaF(0.22)
            painter.setBrush(soft)
            painter.drawRoundedRect(box, 3, 3)
        works = year.known and year.calendar.is_working(day)
        painter.setPen(color if color is not None else tone("text" if works else "muted"))
        font = painter.font()
        font.setUnderline(exception is not None and not exception.verified)
        painter.setFont(font)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(day.day))
        if day == self.day:
            painter.setPen(tone("focus") if self.hasFocus() else tone("text"))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box, 3, 3)
