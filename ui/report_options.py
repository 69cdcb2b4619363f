"""What the ward chose for its reports: the day on which its periods begin, and the targets."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QFormLayout, QWidget

from dxdesk.domain.period import LAST_CUT_DAY, CutOff
from dxdesk.domain.report_settings import ReportSettings
from dxdesk.services.report_settings import report_settings, save_report_settings
from ui.tasks import Tasks
from ui.widgets import NumberBox

if TYPE_CHECKING:
    from dxdesk.desk import Desk

_BUTTONS = QDialogButtonBox.StandardButton
CUT_OFFS = (
    (CutOff.CALENDAR, "Theo lịch"),
    (CutOff.STATUTORY, "Ngày 15 – ngày 14"),
    (CutOff.OWN, "Ngày của phường"),
)


class OptionsForm(QDialog):
    def __init__(self, parent: QWidget | None, found: ReportSettings) -> None:
        super().__init__(parent)
        self.setWindowTitle("Cài đặt báo cáo")
        self.cut_off = QComboBox()
        for _, name in CUT_OFFS:
            self.cut_off.addItem(name)
        self.cut_off.setCurrentIndex([one for one, _ in CUT_OFFS].index(found.cut_off))
        self.day = NumberBox(minimum=2, maximum=LAST_CUT_DAY, value=found.cut_day)
        self.day.setPrefix("Ngày ")
        self.online = _percent(found.online_target)
        self.payment = _percent(found.payment_target)
        buttons = QDialogButtonBox(_BUTTONS.Save | _BUTTONS.Cancel)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QFormLayout(self)
        for name, field in (
            ("&Cách tính kỳ", self.cut_off),
            ("&Ngày bắt đầu kỳ của phường", self.day),
            ("Chỉ tiêu hồ sơ &trực tuyến", self.online),
            ("Chỉ tiêu th&anh toán trực tuyến", self.payment),
        ):
            field.setAccessibleName(name.replace("&", ""))
            layout.addRow(name, field)
        layout.addRow(buttons)

    def chosen(self) -> ReportSettings:
        return ReportSettings(
            CUT_OFFS[self.cut_off.currentIndex()][0],
            self.day.value(),
            self.online.value() or None,
            self.payment.value() or None,
        )


def _percent(value: int | None) -> NumberBox:
    """From 1 to 100 %; the least stands for not chosen."""
    made = NumberBox(minimum=0, maximum=100, value=value or 0)
    made.setSuffix(" %")
    made.setSpecialValueText("chưa đặt")
    return made


class ReportOptions(QObject):
    read = Signal(object)
    """The `ReportSettings` in force."""

    def __init__(self, parent: QWidget, desk: "Desk", tasks: Tasks) -> None:
        super().__init__(parent)
        self._widget, self._desk, self._tasks = parent, desk, tasks

    def refresh(self) -> None:
        self._tasks.run(lambda _job: report_settings(self._desk), self.read.emit)

    def ask(self) -> None:
        self._tasks.run(lambda _job: report_settings(self._desk), self._ask)

    def _ask(self, found: ReportSettings) -> None:
        form = OptionsForm(self._widget, found)
        if form.exec():
            chosen = form.chosen()
            self._tasks.run(
                lambda _job: save_report_settings(self._desk, chosen), lambda _none: self.refresh()
            )
