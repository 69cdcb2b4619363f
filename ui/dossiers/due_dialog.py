"""A due time day by day, so that an officer can explain it to the citizen at the counter."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from dxdesk.domain.due import span_text
from dxdesk.domain.due_account import CountedDay, DueAccount
from ui.dossiers.form import spacious
from ui.dossiers.moments import appointment_text, moment_text, weekday_text
from ui.theme import scaled, tone
from ui.widgets import button, label, row

_TITLES = ("Ngày", "Tính hạn", "Thời gian tính", "Vì sao")


class DueDialog(QDialog):
    def __init__(self, parent: QWidget | None, account: DueAccount) -> None:
        super().__init__(parent)
        self.setWindowTitle("Cách tính ngày hẹn trả")
        self.resize(scaled(780), scaled(190 + 32 * min(len(account.days), 12)))
        self.table = QTableWidget(len(account.days), len(_TITLES))
        self._set_up_table()
        for number, day in enumerate(account.days):
            self._fill(number, day, last=number == len(account.days) - 1)
        close = button("Đóng", role="primary")
        close.clicked.connect(self.accept)
        layout = spacious(self)
        layout.addWidget(label(f"Hẹn trả {appointment_text(account.due)}", "heading"))
        layout.addWidget(label(f"Bắt đầu tính từ {moment_text(account.received)}.", "muted"))
        layout.addWidget(self.table, 1)
        layout.addLayout(row(None, close))

    def _set_up_table(self) -> None:
        self.table.setHorizontalHeaderLabels(_TITLES)
        self.table.setAccessibleName("Từng ngày được tính hoặc không tính")
        self.table.verticalHeader().hide()
        self.table.setShowGrid(False)
        self.table.setAlternatingRowColors(True)
        self.table.setTabKeyNavigation(False)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.verticalHeader().setDefaultSectionSize(scaled(32))
        head = self.table.horizontalHeader()
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for section, width in enumerate((210, 90, 190)):
            head.resizeSection(section, scaled(width))
        head.setSectionResizeMode(len(_TITLES) - 1, QHeaderView.ResizeMode.Stretch)

    def _fill(self, number: int, day: CountedDay, *, last: bool) -> None:
        used = span_text(day.minutes) if day.minutes else ""
        why = day.why[:1].upper() + day.why[1:]
        texts = (weekday_text(day.date), "có" if day.counted else "không", used, why)
        for section, text in enumerate(texts):
            item = QTableWidgetItem(text[:1].upper() + text[1:] if section == 0 else text)
            item.setToolTip(text)
            if not day.counted:
                item.setForeground(tone("muted"))
            if last:
                bold = QFont(self.table.font())
                bold.setBold(True)
                item.setFont(bold)
            self.table.setItem(number, section, item)


def show_due(parent: QWidget, account: DueAccount) -> None:
    dialog = DueDialog(parent, account)
    dialog.exec()
    dialog.deleteLater()
