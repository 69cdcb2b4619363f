"""Where the days of a year lie: twelve months in four columns."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QPointF, QRectF

COLUMNS = 4
LINES = 8
"""Of one month: its name, the weekdays, six weeks."""
_SMALLEST_TYPE = 8


@dataclass(frozen=True, slots=True)
class Months:
    width: int
    height: int
    gap: int
    """Between months."""

    def month_box(self, month: int) -> QRectF:
        line, column = divmod(month - 1, COLUMNS)
        wide, high = self.width / COLUMNS, self.height / (12 / COLUMNS)
        return QRectF(column * wide, line * high, wide - self.gap, high - self.gap)

    def day_box(self, day: date) -> QRectF:
        box = self.month_box(day.month)
        line, column = divmod(day.replace(day=1).weekday() + day.day - 1, 7)
        wide, high = box.width() / 7, box.height() / LINES
        return QRectF(box.x() + column * wide, box.y() + (line + 2) * high, wide, high)

    def day_at(self, point: QPointF, year: int) -> date | None:
        return next((day for day in days_of(year) if self.day_box(day).contains(point)), None)

    def type_size(self) -> int:
        """Pixels of type that fit a day."""
        box = self.month_box(1)
        fits = min(box.height() / LINES * 0.65, box.width() / 7 * 0.62)
        return max(_SMALLEST_TYPE, round(fits))


def days_of(year: int) -> list[date]:
    return [
        date(year, month, number)
        for month in range(1, 13)
        for number in range(1, monthrange(year, month)[1] + 1)
    ]
