"""Online submissions that wait for acceptance: how much of the eight working hours is left."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from ui.dossiers.matching import short_name
from ui.dossiers.moments import moment_text
from ui.format import number
from ui.rows import Column, RowsModel, table_of
from ui.theme import scaled
from ui.widgets import button, label, row

if TYPE_CHECKING:
    from dxdesk.services.acceptance import Submission, Submissions

SHOWN = 5
_SOON = 120
"""Working minutes from which on a submission is urgent."""


def left_text(left: int | None) -> str:
    """`còn 6 giờ 15 phút`, `quá 25 phút`: working time (R2)."""
    if left is None:
        return "chưa rõ hạn"
    hours, minutes = divmod(abs(left), 60)
    parts = [f"{n} {unit}" for n, unit in ((hours, "giờ"), (minutes, "phút")) if n]
    span = " ".join(parts) or "0 phút"
    return f"quá {span}" if left < 0 else f"còn {span}"


def _tone(one: "Submission") -> str:
    if one.left is None:
        return ""
    return "danger" if one.left < 0 else "warning" if one.left < _SOON else ""


COLUMNS: "tuple[Column[Submission], ...]" = (
    Column("Thời gian", lambda one: left_text(one.left), 135, tone=_tone),
    Column("Hạn tiếp nhận", lambda one: moment_text(one.acceptance_due_at), 145),
    Column("Hồ sơ", lambda one: f"{one.owner} – {short_name(one.procedure)}", 200, stretches=True),
)


class AcceptanceCard(QFrame):
    opened = Signal(int)
    asked = Signal()
    """All of them shall be listed."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.heading = label("", "heading")
        self.sum = label("", "muted", wrap=True)
        self.all = button("X&em tất cả", role="flat", pressed=self.asked.emit)
        self.model = RowsModel(COLUMNS)
        self.table = table_of(self.model, "Hồ sơ trực tuyến chờ tiếp nhận, gấp nhất trước")
        self.table.activated.connect(self._open)
        self.heading.setText("Hạn tiếp nhận hồ sơ trực tuyến")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(scaled(16),) * 4)
        layout.setSpacing(scaled(6))
        layout.addLayout(row(self.heading, None, self.all))
        layout.addWidget(self.sum)
        layout.addWidget(self.table, 1)

    def show_submissions(self, found: "Submissions") -> None:
        late = f" {number(found.late)} hồ sơ đã quá hạn." if found.late else ""
        self.sum.setText(
            f"{number(found.total)} hồ sơ chờ; phải tiếp nhận hoặc trả lời trong 8 giờ làm "
            f"việc.{late}"
        )
        at = self.table.currentIndex().row()
        self.model.show(found.soonest)
        if at >= 0:
            self.table.selectRow(min(at, len(found.soonest) - 1))
        rows = max(len(found.soonest), 1)
        height = self.table.horizontalHeader().sizeHint().height() + rows * scaled(32) + 6
        self.table.setFixedHeight(height)

    def _open(self, index: QModelIndex) -> None:
        self.opened.emit(self.model.rows[index.row()].id)
