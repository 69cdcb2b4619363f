"""Rates of the current month on the start page; each shows what it is a share of (R16–R18)."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel

from dxdesk.domain.figures import Figures, Rate
from dxdesk.domain.period import Period
from ui.format import number
from ui.theme import scaled
from ui.widgets import label

_BOTTOM = Qt.AlignmentFlag.AlignBottom
_RIGHT = Qt.AlignmentFlag.AlignRight | _BOTTOM
_RATES = (
    ("on_time", "Đúng và trước hạn", "hồ sơ đã giải quyết"),
    ("early", "Trước hạn", "hồ sơ đã giải quyết"),
    ("late", "Quá hạn", "hồ sơ đã giải quyết"),
    ("overdue", "Đang giải quyết, quá hạn", "hồ sơ đang giải quyết"),
    ("online", "Nộp trực tuyến", "hồ sơ tiếp nhận"),
)


def base_of(rate: Rate, what: str) -> str:
    """`12 trên 340 hồ sơ …`, or that nothing arose."""
    if not rate.denominator:
        return "không phát sinh"
    return f"{number(rate.numerator)}/{number(rate.denominator)} {what}"


class MonthRates(QFrame):
    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.heading = label("Tháng này", "heading")
        self.sums = label("", "muted", wrap=True)
        self._lines: dict[str, tuple[QLabel, QLabel]] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(*(scaled(16),) * 4)
        grid.setHorizontalSpacing(scaled(12))
        grid.setVerticalSpacing(scaled(3))
        grid.setRowMinimumHeight(0, scaled(32))
        grid.addWidget(self.heading, 0, 0, 1, 2)
        grid.addWidget(self.sums, 1, 0, 1, 2)
        for at, (key, name, _what) in enumerate(_RATES):
            self._add(grid, 2 + 2 * at, key, name)
        grid.setColumnStretch(0, 1)
        grid.setRowStretch(2 + 2 * len(_RATES), 1)

    def _add(self, grid: QGridLayout, at: int, key: str, name: str) -> None:
        value, base = label("…", "strong"), label("", "muted")
        grid.setRowMinimumHeight(at, scaled(34))
        grid.addWidget(label(name), at, 0, alignment=_BOTTOM)
        grid.addWidget(value, at, 1, alignment=_RIGHT)
        grid.addWidget(base, at + 1, 0, 1, 2)
        self._lines[key] = (value, base)

    def show_month(self, period: Period, figures: Figures) -> None:
        label_of_period = period.label
        self.heading.setText(label_of_period[0].upper() + label_of_period[1:])
        self.sums.setText(
            f"Tiếp nhận {number(figures.received)}, đã giải quyết {number(figures.resolved)}, "
            f"đang giải quyết {number(figures.pending)} hồ sơ."
        )
        for key, name, what in _RATES:
            rate: Rate = getattr(figures.rates, key)
            value, base = self._lines[key]
            value.setText(rate.shown)
            base.setText(base_of(rate, what))
            for part in (value, base):
                part.setToolTip(f"{name}: {rate.shown} = {base_of(rate, what)}")

    def shown(self, key: str) -> tuple[str, str]:
        """The rate and what it is a share of, as they stand on screen."""
        value, base = self._lines[key]
        return value.text(), base.text()
