"""Choosing a reporting period (figures.md R12): kind, which one, year, and the cut-off."""

from datetime import date, datetime, time

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QVBoxLayout, QWidget

from dxdesk.domain import period as periods
from dxdesk.domain.period import Period, PeriodKind
from dxdesk.domain.report_settings import ReportSettings
from dxdesk.errors import InputError
from ui.dossiers.flow import FlowLayout
from ui.dossiers.moments import day_text, parse_day
from ui.report_options import CUT_OFFS
from ui.theme import scaled
from ui.widgets import NumberBox, label, repolish

_KINDS = (
    (PeriodKind.MONTH, "Tháng"),
    (PeriodKind.QUARTER, "Quý"),
    (PeriodKind.HALF_YEAR, "6 tháng"),
    (PeriodKind.NINE_MONTHS, "9 tháng"),
    (PeriodKind.YEAR, "Năm"),
    (PeriodKind.WEEK, "Tuần"),
    (PeriodKind.RANGE, "Khoảng ngày"),
)
_WHICH = {
    PeriodKind.WEEK: tuple(f"Tuần {n}" for n in range(1, 54)),
    PeriodKind.MONTH: tuple(f"Tháng {n}" for n in range(1, 13)),
    PeriodKind.QUARTER: ("Quý I", "Quý II", "Quý III", "Quý IV"),
    PeriodKind.HALF_YEAR: ("6 tháng đầu năm", "6 tháng cuối năm"),
}
_EARLIEST, _LATEST = 2000, 2100
_REPORTED_FROM = 15
"""From this day of a month on its own report is the likely one, before it last month's."""


class PeriodPicker(QWidget):
    changed = Signal(object)
    """The `Period` chosen, or None while the two days make none."""

    def __init__(self, today: date, *, brief: bool = False) -> None:
        """*brief*: the days that the period means are left out where room is short."""
        super().__init__()
        self._today, self._brief = today, brief
        self.kind = QComboBox()
        self.which = QComboBox()
        self.year = NumberBox()
        self.cut_off = QComboBox()
        self.first, self.last = QLineEdit(), QLineEdit()
        self.problem = label("", "error", wrap=True)
        self.meant = label("", "muted")
        for _, name in _KINDS:
            self.kind.addItem(name)
        self._cut_day = ReportSettings().cut_day
        for _, name in CUT_OFFS:
            self.cut_off.addItem(name)
        self.cut_off.setToolTip(
            "Theo lịch: từ ngày 1 đến cuối tháng. Ngày 15 – ngày 14: từ ngày 15 tháng trước đến "
            "ngày 14, theo kỳ chốt số liệu báo cáo."
        )
        self.year.setRange(_EARLIEST, _LATEST)
        self._lay_out()
        self._begin()
        self.kind.currentIndexChanged.connect(self._show_kind)
        for box in (self.which, self.cut_off):
            box.currentIndexChanged.connect(self._tell)
        self.year.valueChanged.connect(self._tell)
        for line in (self.first, self.last):
            line.editingFinished.connect(self._tell)

    def _lay_out(self) -> None:
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(scaled(4))
        flow = FlowLayout(spacing=scaled(8))
        down.addLayout(flow)
        down.addWidget(self.problem)
        self._pairs: dict[QWidget, QWidget] = {}
        for name, field in (
            ("Loại kỳ", self.kind),
            ("Kỳ", self.which),
            ("Năm", self.year),
            ("Cách tính kỳ", self.cut_off),
            ("Từ ngày", self.first),
            ("Đến ngày", self.last),
            ("Số liệu của", self.meant),
        ):
            self._pairs[field] = pair = _pair(name, field)
            flow.addWidget(pair)
        self.meant.setMinimumHeight(self.year.sizeHint().height())
        self._pairs[self.meant].setVisible(not self._brief)
        self.problem.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._keep_height()

    def _keep_height(self) -> None:
        """As high as the fields need in so many lines; layouts above do not ask twice."""
        layout = self.layout()
        if layout is not None:
            self.setMinimumHeight(layout.heightForWidth(self.width()))

    def _begin(self) -> None:
        """Last month until the 14th, then the month that runs."""
        first = self._today.replace(day=1)
        begin = periods.month(first.year, first.month)
        if self._today.day < _REPORTED_FROM:
            begin = begin.previous()
        self.first.setText(day_text(begin.first))
        self.last.setText(day_text(begin.last))
        self.year.setValue(begin.last.year)
        self._show_kind()
        self.which.setCurrentIndex(begin.last.month - 1)
        self._tell()

    def _show_kind(self) -> None:
        kind = self._kind()
        names = _WHICH.get(kind, ())
        self.which.blockSignals(True)
        self.which.clear()
        self.which.addItems(names)
        self.which.setCurrentIndex(self._likely(kind))
        self.which.blockSignals(False)
        ranged = kind is PeriodKind.RANGE
        for field, shown in (
            (self.which, bool(names)),
            (self.year, not ranged),
            (self.cut_off, not ranged and kind is not PeriodKind.WEEK),
            (self.first, ranged),
            (self.last, ranged),
        ):
            self._pairs[field].setVisible(shown)
        self._tell()
        self._keep_height()

    def _likely(self, kind: PeriodKind) -> int:
        month, week = self._today.month - 1, self._today.isocalendar().week - 1
        likely = {PeriodKind.WEEK: week, PeriodKind.MONTH: month, PeriodKind.QUARTER: month // 3}
        return likely.get(kind, month // 6)

    def use(self, settings: ReportSettings) -> None:
        """Begin as the ward chose, its own day among the ways to cut."""
        self._cut_day = settings.cut_day
        own = f"Ngày {settings.cut_day} – ngày {settings.cut_day - 1} (của phường)"
        self.cut_off.setItemText(len(CUT_OFFS) - 1, own)
        self.cut_off.setCurrentIndex([one for one, _ in CUT_OFFS].index(settings.cut_off))

    def _kind(self) -> PeriodKind:
        return _KINDS[self.kind.currentIndex()][0]

    def choose_kind(self, kind: PeriodKind) -> None:
        self.kind.setCurrentIndex([one for one, _ in _KINDS].index(kind))

    def period(self) -> Period:
        """What is chosen; InputError when the two days are no period."""
        kind, year, which = self._kind(), self.year.value(), self.which.currentIndex() + 1
        cut_off, day = CUT_OFFS[self.cut_off.currentIndex()][0], self._cut_day
        match kind:
            case PeriodKind.WEEK:
                return _week(year, which)
            case PeriodKind.MONTH:
                return periods.month(year, which, cut_off=cut_off, cut_day=day)
            case PeriodKind.QUARTER:
                return periods.quarter(year, which, cut_off=cut_off, cut_day=day)
            case PeriodKind.HALF_YEAR:
                return periods.half_year(year, which, cut_off=cut_off, cut_day=day)
            case PeriodKind.NINE_MONTHS:
                return periods.nine_months(year, cut_off=cut_off, cut_day=day)
            case PeriodKind.YEAR:
                return periods.year(year, cut_off=cut_off, cut_day=day)
            case _:
                return Period(self._day(self.first, "Từ ngày"), self._day(self.last, "Đến ngày"))

    def _day(self, line: QLineEdit, name: str) -> date:
        day = parse_day(line.text(), field=name, now=datetime.combine(self._today, time.min))
        if day is None:
            raise InputError(f"{name}: chưa nhập; hãy nhập dạng ngày/tháng/năm.")
        return day

    def _tell(self) -> None:
        try:
            chosen = self.period()
        except InputError as error:
            self._show_problem(str(error))
            self.changed.emit(None)
            return
        self._show_problem("")
        self.meant.setText(f"{day_text(chosen.first)} – {day_text(chosen.last)}")
        self.changed.emit(chosen)

    def _show_problem(self, sentence: str) -> None:
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))
        self.meant.setText("")
        for line, name in ((self.first, "Từ ngày"), (self.last, "Đến ngày")):
            line.setProperty("invalid", sentence.startswith(name))
            repolish(line)


def _week(year: int, number: int) -> Period:
    if number > periods.weeks_in(year):
        raise InputError(f"Năm {year} chỉ có {periods.weeks_in(year)} tuần; hãy chọn tuần khác.")
    return periods.week(date.fromisocalendar(year, number, 1))


def _pair(name: str, field: QWidget) -> QWidget:
    """*field* under its name."""
    pair = QWidget()
    down = QVBoxLayout(pair)
    down.setContentsMargins(0, 0, 0, 0)
    down.setSpacing(scaled(4))
    made = QLabel(name)
    made.setProperty("role", "muted")
    made.setBuddy(field)
    field.setAccessibleName(name)
    down.addWidget(made)
    down.addWidget(field)
    return pair
