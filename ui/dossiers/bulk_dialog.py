"""Before one act is done to many: how many it will be, who is skipped and why."""

from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from dxdesk.domain.act import RULE_OF
from dxdesk.services.bulk import Plan
from ui.dossiers.form import spacious
from ui.dossiers.plain_table import plain_table
from ui.format import counted
from ui.theme import scaled
from ui.widgets import button, label, row

MOST_SHOWN = 1000


class BulkDialog(QDialog):
    def __init__(self, parent: QWidget | None, plan: Plan) -> None:
        super().__init__(parent)
        title = RULE_OF[plan.act].title
        self.setWindowTitle(title)
        self.setMinimumWidth(scaled(620))
        layout = spacious(self)
        fitting = len(plan.fitting)
        self.summary = label(
            f"{title} cho {counted(fitting)}."
            if fitting
            else f"Không hồ sơ nào trong số đã chọn làm được “{title}”.",
            "heading",
            wrap=True,
        )
        layout.addWidget(self.summary)
        if plan.skipped:
            layout.addWidget(label(f"Bỏ qua {counted(len(plan.skipped))}:", "strong"))
            self.reasons = label(_reasons(plan), wrap=True)
            layout.addWidget(self.reasons)
            layout.addWidget(_skipped(plan), 1)
        layout.addWidget(
            label("Ghi vào nhật ký thành một thao tác; hoàn tác được một lần cho tất cả.", "muted")
        )
        layout.addLayout(self._buttons(title, fitting))

    def _buttons(self, title: str, fitting: int) -> QHBoxLayout:
        cancel = button("Bỏ qua")
        cancel.clicked.connect(self.reject)
        self.go = button(f"{title} ({fitting})", role="primary")
        self.go.setDefault(True)
        self.go.setEnabled(bool(fitting))
        self.go.clicked.connect(self.accept)
        (self.go if fitting else cancel).setFocus()
        return row(None, cancel, self.go)


def _reasons(plan: Plan) -> str:
    return "\n".join(f"• {number} hồ sơ: {reason}" for reason, number in plan.reasons())


def _skipped(plan: Plan) -> QTableWidget:
    """Each that is skipped, so that the officer can look it up."""
    shown = plan.skipped[:MOST_SHOWN]
    table = plain_table(("Hồ sơ bỏ qua", "Vì sao"), rows=len(shown), name="Hồ sơ bỏ qua và lý do")
    for number, one in enumerate(shown):
        table.setItem(number, 0, QTableWidgetItem(one.label))
        reason = QTableWidgetItem(one.reason)
        reason.setToolTip(one.reason)
        table.setItem(number, 1, reason)
    table.horizontalHeader().resizeSection(0, scaled(180))
    table.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
    table.setMinimumHeight(scaled(140))
    return table


def confirm_bulk(parent: QWidget, plan: Plan) -> bool:
    """Whether the officer wants what *plan* says."""
    dialog = BulkDialog(parent, plan)
    try:
        return bool(dialog.exec()) and bool(plan.fitting)
    finally:
        dialog.deleteLater()
