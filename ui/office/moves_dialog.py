"""What a change of the calendar would move, before it is made."""

from collections.abc import Sequence

from PySide6.QtWidgets import QDialog, QWidget

from dxdesk.services.calendar_change import Move
from ui.dossiers.form import spacious
from ui.dossiers.moments import moment_text
from ui.format import number
from ui.rows import Column, RowsModel, select_row, table_of
from ui.theme import scaled
from ui.widgets import button, label, row

_FIELDS = {"due_at": "Hẹn trả", "acceptance_due_at": "Hạn tiếp nhận"}
COLUMNS: tuple[Column[Move], ...] = (
    Column("Hồ sơ", lambda one: one.label, 190),
    Column("Chủ hồ sơ", lambda one: one.owner, 160, stretches=True),
    Column("Mốc", lambda one: _FIELDS[one.field], 100),
    Column("Trước", lambda one: moment_text(one.before), 155),
    Column("Sau", lambda one: moment_text(one.after), 155),
    Column("Phiếu", lambda one: "Đã in, cần in lại" if one.printed else "", 135),
)


class MovesDialog(QDialog):
    def __init__(self, parent: QWidget | None, moves: Sequence[Move]) -> None:
        super().__init__(parent)
        self.setWindowTitle("Hồ sơ đổi hẹn trả")
        self.resize(scaled(880), scaled(520))
        self.model = RowsModel(COLUMNS)
        self.model.show(moves)
        self.table = table_of(self.model, "Hồ sơ đổi hẹn trả, trước và sau")
        select_row(self.table, 0)
        printed = sum(one.printed for one in moves)
        slips = f" Trong đó {number(printed)} hồ sơ đã in phiếu hẹn." if printed else ""
        layout = spacious(self)
        layout.addWidget(
            label(
                f"Lịch mới làm {number(len(moves))} mốc hẹn của hồ sơ chưa xong thay đổi.{slips} "
                "Bấm “Sửa lịch và dời hẹn” thì lịch và các mốc này đổi cùng một lúc; hoàn tác "
                "cũng cùng một lúc.",
                wrap=True,
            )
        )
        layout.addWidget(self.table, 1)
        go = button("Sửa lịch và dời hẹn", role="primary", pressed=self.accept)
        go.setDefault(True)
        layout.addLayout(row(None, button("Bỏ qua (Esc)", pressed=self.reject), go))


def confirm_moves(parent: QWidget, moves: Sequence[Move]) -> bool:
    dialog = MovesDialog(parent, moves)
    agreed = bool(dialog.exec())
    dialog.deleteLater()
    return agreed
