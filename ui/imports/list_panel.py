"""A list of the office in a file: what importing it would do, or has done."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from dxdesk.services.imports import ListEntry, ListImport, Verdict
from ui.format import number
from ui.rows import Column, RowsModel, table_of
from ui.theme import scaled
from ui.widgets import button, label, row

_TONES = {Verdict.NEW: "good", Verdict.CHANGED: "info", Verdict.ASIDE: "danger"}
_COLUMNS: tuple[Column[ListEntry], ...] = (
    Column("Dòng", lambda one: str(one.line), 70),
    Column(
        "Sẽ làm gì",
        lambda one: one.verdict.label,
        110,
        tone=lambda one: _TONES.get(one.verdict, ""),
    ),
    Column("Mã", lambda one: one.code, 110),
    Column("Tên", lambda one: one.name, 330),
    Column("Thay đổi, vì sao", lambda one: one.remark, 380, stretches=True),
)


class ListPanel(QFrame):
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.result: ListImport | None = None
        self.file = label("", "heading")
        self.told = label("", "muted", wrap=True)
        self.model = RowsModel(_COLUMNS, pale=lambda one: one.verdict is Verdict.SAME)
        self.table = table_of(self.model, "Các dòng của danh mục")
        self.table.setMinimumHeight(scaled(180))
        self.go = button("Nhập", "import", role="primary")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(scaled(14),) * 4)
        layout.setSpacing(scaled(8))
        layout.addWidget(self.file)
        layout.addWidget(self.told)
        layout.addWidget(self.table, 1)
        layout.addLayout(row(None, button("Quay lại", pressed=self.left.emit), self.go))

    def show_list(self, found: ListImport, *, done: bool) -> None:
        """*done*: it was imported, not only looked at."""
        self.result = found
        self.file.setText(f"{found.file}: {found.kind_name.lower()}")
        counts = ", ".join(
            f"{number(found.count(verdict))} {verdict.label.lower()}" for verdict in Verdict
        )
        unused = ", ".join(f"“{one}”" for one in found.unused)
        self.told.setText(
            f"{number(len(found.entries))} dòng: {counts}."
            + (f" Cột không dùng: {unused}." if unused else "")
        )
        self.model.show(found.entries)
        self.go.setText(f"Nhập {number(found.todo)} dòng")
        self.go.setEnabled(bool(found.todo) and not done)

    def start(self) -> None:
        (self.go if self.go.isEnabled() else self.table).setFocus()
