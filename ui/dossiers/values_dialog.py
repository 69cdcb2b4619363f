"""What stood in the fields of one dossier before; a chosen value can be had again."""

from collections.abc import Sequence

from PySide6.QtWidgets import QDialog, QWidget

from dxdesk.domain.text import clean_lines
from dxdesk.services.values import PastValue
from ui.dossiers.form import Lines, spacious
from ui.dossiers.moments import moment_text
from ui.dossiers.problems import FieldLine
from ui.rows import Column, RowsModel, select_row, table_of
from ui.theme import scaled
from ui.widgets import button, label, row

_EMPTY = "trống"
COLUMNS: tuple[Column[PastValue], ...] = (
    Column("Lúc", lambda one: moment_text(one.at), 155),
    Column("Cán bộ", lambda one: one.officer, 150),
    Column("Ô", lambda one: one.label, 150),
    Column("Giá trị cũ", lambda one: one.old or _EMPTY, 170, stretches=True),
    Column("Đổi thành", lambda one: one.new or _EMPTY, 170),
)
Wanted = tuple[PastValue, str]


class ValuesDialog(QDialog):
    def __init__(self, parent: QWidget | None, values: Sequence[PastValue]) -> None:
        super().__init__(parent)
        self.setWindowTitle("Giá trị cũ của hồ sơ")
        self.resize(scaled(860), scaled(520))
        self.answer: Wanted | None = None
        self.model = RowsModel(COLUMNS)
        self.model.show(values)
        self.table = table_of(self.model, "Các giá trị đã bị thay")
        self.table.setSelectionMode(self.table.SelectionMode.SingleSelection)
        if values:
            select_row(self.table, 0)
        self.reason = FieldLine("Lý do lấy lại", Lines(2))
        self.reason.editor.accepted.connect(self.accept)
        self.table.activated.connect(lambda _index: self.reason.editor.setFocus())
        self.go = button("Lấy lại giá trị cũ", "undo", role="primary", pressed=self.accept)
        layout = spacious(self)
        layout.addWidget(
            label(
                "Chọn một dòng, ghi lý do: ô đó trở lại giá trị cũ bằng một lần sửa mới. Nhật ký "
                "giữ cả hai giá trị.",
                "muted",
                wrap=True,
            )
        )
        layout.addWidget(self.table, 1)
        layout.addWidget(self.reason)
        layout.addLayout(row(None, button("Bỏ qua (Esc)", pressed=self.reject), self.go))

    def accept(self) -> None:
        at = self.table.currentIndex().row()
        reason = clean_lines(self.reason.editor.toPlainText())
        if not reason:
            self.reason.show_problem("chưa nhập; hãy ghi vài chữ để sau này tra lại được.")
            self.reason.editor.setFocus()
            return
        self.answer = (self.model.rows[at], reason)
        super().accept()


def ask_value(
    parent: QWidget, values: Sequence[PastValue], *, problem: str = "", reason: str = ""
) -> Wanted | None:
    """The value to have again and why; None when the officer went back."""
    dialog = ValuesDialog(parent, values)
    dialog.reason.editor.setPlainText(reason)
    if problem:
        dialog.reason.show_problem(problem)
    given = dialog.answer if dialog.exec() else None
    dialog.deleteLater()
    return given
