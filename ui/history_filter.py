"""Which actions the page “Nhật ký” shows: whose, of what kind, since when, with which words."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QWidget

from dxdesk.services.catalogue import Officer
from dxdesk.services.history import GROUPS, Wanted
from ui.dossiers.form import narrow_choice
from ui.dossiers.problems import FieldLine
from ui.theme import scaled

if TYPE_CHECKING:
    from dxdesk.desk import Desk

_SINCE = (
    ("Mọi ngày", None),
    ("Hôm nay", 0),
    ("7 ngày qua", 7),
    ("30 ngày qua", 30),
    ("365 ngày qua", 365),
)
_PAUSE_MS = 300


class HistoryFilter(QWidget):
    changed = Signal()

    def __init__(self, desk: "Desk") -> None:
        super().__init__()
        self.desk = desk
        self.officer = _choice([("Mọi cán bộ", None)])
        self.group = _choice([(text, key) for key, (text, _) in GROUPS.items()])
        self.since = _choice(_SINCE)
        self.text = QLineEdit()
        self.text.setPlaceholderText("Mã hồ sơ, số sổ, tên thủ tục…")
        self.text.setClearButtonEnabled(True)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(scaled(8))
        for name, part in (
            ("Cán bộ", self.officer),
            ("Loại việc", self.group),
            ("Từ khi nào", self.since),
        ):
            part.activated.connect(self.changed)
            layout.addWidget(FieldLine(name, part), 1)
        layout.addWidget(FieldLine("Có chữ", self.text), 2)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self.changed)
        self.text.textChanged.connect(lambda _text: self._pause.start())

    def show_officers(self, known: Sequence[Officer]) -> None:
        chosen = self.officer.currentData()
        self.officer.clear()
        self.officer.addItem("Mọi cán bộ", None)
        for one in known:
            self.officer.addItem(one.name, one.id)
        self.officer.setCurrentIndex(max(0, self.officer.findData(chosen)))

    def wanted(self, today: date) -> Wanted:
        days = self.since.currentData()
        return Wanted(
            officer=self.officer.currentData(),
            group=self.group.currentData(),
            first=None if days is None else today - timedelta(days=days),
            text=self.text.text(),
        )


def _choice(entries: Sequence[tuple[str, object]]) -> QComboBox:
    made = narrow_choice()
    for text, value in entries:
        made.addItem(text, value)
    return made
