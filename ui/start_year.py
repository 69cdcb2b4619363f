"""Received and resolved by month: as a picture, or as a table for those who want the numbers."""

from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout

from dxdesk.domain.figures import Figures
from dxdesk.domain.period import Period
from ui.charts import BarChart, Series
from ui.format import number
from ui.rows import Column, RowsModel, table_of
from ui.start_figures import base_of
from ui.theme import scaled
from ui.widgets import button, label, row

Month = tuple[Period, Figures]
Months = tuple[Month, ...]


def _share(month: Month) -> str:
    rate = month[1].rates.on_time
    return f"{rate.shown} ({base_of(rate, 'hồ sơ')})"


COLUMNS: tuple[Column[Month], ...] = (
    Column("Tháng", lambda month: f"{month[0].last:%m/%Y}", 90),
    Column("Tiếp nhận", lambda month: number(month[1].received), 100, right=True),
    Column("Đã giải quyết", lambda month: number(month[1].resolved), 120, right=True),
    Column("Quá hạn", lambda month: number(month[1].late), 90, right=True),
    Column("Đúng và trước hạn", _share, 200, stretches=True, right=True),
)


class YearCard(QFrame):
    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.chart = BarChart()
        self.chart.setAccessibleName("Biểu đồ hồ sơ theo tháng")
        self.model = RowsModel(COLUMNS)
        self.table = table_of(self.model, "Bảng số hồ sơ theo tháng")
        self.both = QStackedWidget()
        self.both.addWidget(self.chart)
        self.both.addWidget(self.table)
        self.switch = button("Xem &bảng số", role="flat", pressed=self._switch)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(scaled(16),) * 4)
        layout.setSpacing(scaled(8))
        title = label("Tiếp nhận và giải quyết theo tháng", "heading")
        layout.addLayout(row(title, None, self.switch))
        layout.addWidget(self.both, 1)

    def _switch(self) -> None:
        table = self.both.currentWidget() is self.chart
        self.both.setCurrentWidget(self.table if table else self.chart)
        self.switch.setText("Xem &biểu đồ" if table else "Xem &bảng số")

    def show_series(self, months: Months) -> None:
        self.chart.show_series(
            tuple(_short(period) for period, _ in months),
            (
                Series("Tiếp nhận", "bar_received", tuple(f.received for _, f in months)),
                Series("Đã giải quyết", "bar_resolved", tuple(f.resolved for _, f in months)),
            ),
            spoken="; ".join(
                f"{p.label}: tiếp nhận {f.received}, đã giải quyết {f.resolved}" for p, f in months
            ),
        )
        self.model.show(months[::-1])


def _short(period: Period) -> str:
    """`T4`, and with the year where one begins: `T1/26`."""
    year = f"/{period.last:%y}" if period.last.month == 1 else ""
    return f"T{period.last.month}{year}"
