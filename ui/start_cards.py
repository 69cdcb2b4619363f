"""Today's work as six numbers, each a button that opens its list."""

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from dxdesk.domain.query import Worklist
from ui.format import number
from ui.theme import scaled
from ui.widgets import Sign, label, repolish

_LOOKS = {
    Worklist.TO_ACCEPT: ("inbox", "info", "Hồ sơ trực tuyến chưa tiếp nhận"),
    Worklist.DUE_TODAY: ("today", "warning", "Phải có kết quả trong hôm nay"),
    Worklist.DUE_TOMORROW: ("tomorrow", "info", "Hẹn trả vào ngày mai"),
    Worklist.OVERDUE: ("warning", "danger", "Đã qua hạn mà chưa có kết quả"),
    Worklist.AWAITING_APPLICANT: ("waiting", "muted", "Chờ bổ sung hoặc nộp phí, lệ phí"),
    Worklist.AWAITING_PICKUP: ("pickup", "good", "Có kết quả, người nộp chưa nhận"),
}
_CALLS = {Worklist.DUE_TODAY: "warning", Worklist.OVERDUE: "danger"}
"""Numbers that are coloured as soon as they are not zero."""


class WorkCard(QPushButton):
    def __init__(self, work: Worklist) -> None:
        super().__init__()
        self.work = work
        self.setObjectName(work.value)
        self.setProperty("role", "work")
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        name, tone, hint = _LOOKS[work]
        self._hint = hint
        self.setToolTip(f"{hint}. Bấm để mở danh sách.")
        self.number = QLabel("…")
        self.number.setProperty("role", "number")
        self._sign = Sign(name, tone, 18)
        self._layout(label(work.label, "heading"), label(hint, "muted", wrap=True))
        self.show_number(None)

    def _layout(self, title: QLabel, hint: QLabel) -> None:
        top = QHBoxLayout()
        top.addWidget(title, 1)
        top.addWidget(self._sign)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(scaled(14), scaled(10), scaled(14), scaled(10))
        layout.setSpacing(0)
        layout.addLayout(top)
        layout.addWidget(self.number)
        layout.addWidget(hint)
        layout.addStretch(1)
        for part in self.findChildren(QWidget):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def sizeHint(self) -> QSize:
        layout = self.layout()
        return layout.sizeHint() if layout else super().sizeHint()

    def show_number(self, value: int | None) -> None:
        """None while it is being counted."""
        self.number.setText("…" if value is None else number(value))
        called = _CALLS.get(self.work, "") if value else ""
        if self.number.property("tone") != called:
            self.number.setProperty("tone", called)
            repolish(self.number)
        told = "đang đếm" if value is None else f"{number(value)} hồ sơ"
        self.setAccessibleName(f"{self.work.label}: {told}")
        self.setAccessibleDescription(self._hint)


class WorkCards(QWidget):
    """Three cards abreast."""

    asked = Signal(object)
    """The `Worklist` whose list shall be shown."""

    def __init__(self) -> None:
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(scaled(12))
        self.cards: dict[Worklist, WorkCard] = {}
        for at, work in enumerate(Worklist):
            self.cards[work] = made = WorkCard(work)
            made.clicked.connect(self._ask)
            grid.addWidget(made, at // 3, at % 3)
            grid.setColumnStretch(at % 3, 1)

    def _ask(self) -> None:
        sender = self.sender()
        if isinstance(sender, WorkCard):
            self.asked.emit(sender.work)

    def show_numbers(self, numbers: Mapping[Worklist, int]) -> None:
        for work, made in self.cards.items():
            made.show_number(numbers[work])
