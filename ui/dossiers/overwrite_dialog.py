"""What filling in a person would replace, shown before it is done."""

from collections.abc import Sequence
from enum import Enum

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QWidget,
)

from dxdesk.domain.person import Overwrite
from ui.dossiers.form import spacious
from ui.theme import scaled
from ui.widgets import label

_LABELS = {"name": "Họ tên", "id_no": "Số giấy tờ", "phone": "Điện thoại", "address": "Địa chỉ"}
_ROLES = QDialogButtonBox.ButtonRole


class Filling(Enum):
    REPLACE = "Thay"
    EMPTY_ONLY = "Chỉ điền ô trống"
    OTHER = "Là người nộp"
    """The card is another person's: the applicant's."""


class OverwriteDialog(QDialog):
    def __init__(
        self, parent: QWidget, overwrites: Sequence[Overwrite], offered: Sequence[Filling]
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Điền thông tin")
        self.setMinimumWidth(scaled(480))
        self.answer: Filling | None = None
        layout = spacious(self)
        layout.addWidget(label("Các ô này đã có chữ và sẽ bị thay:", wrap=True))
        layout.addLayout(_table(overwrites))
        buttons = QDialogButtonBox()
        for filling in offered:
            button = buttons.addButton(filling.value, _ROLES.AcceptRole)
            button.setDefault(filling is offered[0])
            button.clicked.connect(lambda _checked, one=filling: self._choose(one))
        buttons.addButton("Bỏ qua", _ROLES.RejectRole).clicked.connect(self.reject)
        layout.addWidget(buttons)

    def _choose(self, filling: Filling) -> None:
        self.answer = filling
        self.accept()


def _table(overwrites: Sequence[Overwrite]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(scaled(14))
    for column, title in enumerate(("", "Đang có", "Sẽ thay bằng")):
        grid.addWidget(label(title, "field"), 0, column)
    for row, one in enumerate(overwrites, start=1):
        grid.addWidget(label(_LABELS[one.part], "muted"), row, 0)
        grid.addWidget(label(one.old, wrap=True), row, 1)
        grid.addWidget(label(one.new, "strong", wrap=True), row, 2)
    grid.setColumnStretch(1, 1)
    grid.setColumnStretch(2, 1)
    return grid


def ask_overwrite(
    parent: QWidget, overwrites: Sequence[Overwrite], offered: Sequence[Filling]
) -> Filling | None:
    """How to fill in; None: not at all."""
    dialog = OverwriteDialog(parent, overwrites, offered)
    try:
        return dialog.answer if dialog.exec() else None
    finally:
        dialog.deleteLater()
